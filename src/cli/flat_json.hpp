// SPDX-License-Identifier: Apache-2.0
/// \file
/// JSON objects of facts: names with plain values, nothing nested.
#pragma once

#include <tieuchi/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::cli {

/// One member of an object. null is `unknown_value`, a number its exact decimal, a string its text.
struct json_member {
    std::string name;
    tieuchi::value value;
};

/// Why a text is no such object.
struct json_fault {
    std::string code;
    std::string message;
    std::string help;
    std::size_t offset = 0;
    bool unfinished = false; ///< the text ends before the object does
};

/// The members in the order of the text; those read before the fault, where there is one.
struct flat_object {
    std::vector<json_member> members;
    std::optional<json_fault> fault;
};

/// Reads one object and nothing after it. Faults: not JSON (E440), not an object or a value in it that is not plain (E441), a
/// name given twice (E442), a number that a decimal cannot hold exactly (E443).
[[nodiscard]] flat_object read_flat_object(std::string_view text);

} // namespace tieuchi::cli
