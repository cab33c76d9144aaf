// SPDX-License-Identifier: Apache-2.0
/// \file
/// JSON objects of facts: names with plain values, or with the bounds of a number.
#pragma once

#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/decimal.hpp>
#include <tieuchi/facts.hpp>
#include <tieuchi/value.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::json {

/// One member of an object. null is `unknown_value`, a number its exact decimal, a string its text.
struct member {
    std::string name;
    tieuchi::value value;
    std::optional<decimal_range> bounds{}; ///< of `{"least": 3, "most": 5}`, which has no value
};

/// Why a text is not such an object.
struct fault {
    remark what;
    std::size_t offset = 0;
    bool unfinished = false; ///< the text ends before the object does
};

/// The members in the order of the text; those read before the fault, where there is one.
struct flat_object {
    std::vector<member> members;
    std::optional<json::fault> fault;
};

/// Whether a value may be the bounds of a number.
enum class bounds : std::uint8_t { refused, allowed };

/// A remark with the column in front of its message.
[[nodiscard]] TIEUCHI_API remark in_column(std::size_t column, remark what);

/// Reads one object and nothing after it. Faults: not JSON (E440), not an object or a value in it that is not plain (E441), a
/// name given twice (E442), a number that a decimal cannot hold exactly (E443).
[[nodiscard]] TIEUCHI_API flat_object read_flat_object(std::string_view text, bounds accepted = bounds::refused);

/// Sets the fact of that name to what the member holds. Only numbers have bounds; of any other fact they are refused as its value would be.
TIEUCHI_API void set_member(facts& facts, const member& member);

} // namespace TIEUCHI_NAMESPACE::impl::json
