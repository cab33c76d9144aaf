// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a fact is told to be, by a host or by an example: read by the fact's type.
#pragma once

#include <tieuchi/fact.hpp>
#include <tieuchi/value.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace TIEUCHI_NAMESPACE::impl::model {

/// What a value means for a fact, or what is wrong with it.
struct told {
    std::optional<std::int64_t> units; ///< in the fact's own units
    std::string code;
    std::string message;
    std::string help;
};

/// Precondition: the value is not unknown.
[[nodiscard]] told read_value(const fact& of, const value& given);

} // namespace TIEUCHI_NAMESPACE::impl::model
