// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a standard and a rulebook are handles of, for the parts of the library that read it.
#pragma once

#include "plan/bound.hpp"

#include <tieuchi/rulebook.hpp>
#include <tieuchi/standard.hpp>

namespace TIEUCHI_NAMESPACE::impl {

struct access {
    [[nodiscard]] static const std::shared_ptr<const bound_standard>& of(const standard& one) noexcept { return one.bound_; }
    [[nodiscard]] static const rules& of(const rulebook& one) noexcept { return *one.rules_; }
    /// Takes what others tell of a fact.
    static void set(facts& of, std::uint32_t slot, const plan::interval& told) noexcept { of.slots_[slot] = told; }
};

} // namespace TIEUCHI_NAMESPACE::impl
