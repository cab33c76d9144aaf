// SPDX-License-Identifier: Apache-2.0
/// \file
/// Access to what the public handles `standard` and `rulebook` refer to, for the parts of the library that read it.
#pragma once

#include "plan/bound.hpp"

#include <tieuchi/rulebook.hpp>
#include <tieuchi/standard.hpp>

namespace TIEUCHI_NAMESPACE::impl {

struct access {
    [[nodiscard]] static const std::shared_ptr<const bound_standard>& bound_of(const standard& handle) noexcept {
        return handle.bound_;
    }
    [[nodiscard]] static const rules& rules_of(const rulebook& handle) noexcept { return *handle.rules_; }
    /// Sets a derived fact, which no host sets by name.
    static void set(facts& target, std::uint32_t slot, const plan::interval& known) noexcept { target.slots_[slot] = known; }
};

} // namespace TIEUCHI_NAMESPACE::impl
