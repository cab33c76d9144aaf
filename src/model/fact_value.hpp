// SPDX-License-Identifier: Apache-2.0
/// \file
/// A value of a fact, given by a host or by an example and read by the fact's type.
#pragma once

#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/fact.hpp>
#include <tieuchi/value.hpp>

#include <cstdint>
#include <optional>

namespace TIEUCHI_NAMESPACE::impl::model {

/// What a value means for a fact, or what is wrong with it.
struct parsed_value {
    std::optional<std::int64_t> units; ///< in the fact's own units
    std::optional<remark> problem;     ///< where the fact cannot have the value
};

/// Precondition: the value is not unknown.
[[nodiscard]] parsed_value read_value(const fact& fact, const value& given);

} // namespace TIEUCHI_NAMESPACE::impl::model
