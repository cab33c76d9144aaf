// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the criteria lead to: outcomes, exits, adjustments and quotas.
#pragma once

#include "check/expressions.hpp"
#include "check/literals.hpp"
#include "check/pass.hpp"

#include <cstdint>
#include <optional>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Checks the outcomes of a standard, its exits, adjustments and quotas.
class outcome_pass : public pass {
public:
    outcome_pass(shared_scope& shared, literal_reader& literals, expression_checker& expressions)
        : pass(shared), literals_(literals), expressions_(expressions) {}

    void check_exits(standard_scope& scope, bool of_criteria);
    void check_outcomes(standard_scope& scope);
    void add_built_in(standard_scope& scope);
    [[nodiscard]] std::optional<std::uint32_t> outcome_named(const context& where, const syntax::word& name);

private:
    void check_outcome(const context& where, const syntax::outcome& text, bool& complete, deciding& by);
    void check_classes(const context& where, const syntax::classes& text, bool& complete);
    [[nodiscard]] index check_limit(const context& where, const syntax::class_limit& text, std::optional<range>& before);
    void add_outcome(const context& where, const syntax::word& name, outcome result, bool complete);
    void check_adjustment(const context& where, const syntax::adjustment& text);
    void check_quota(const context& where, const syntax::quota& text);
    [[nodiscard]] std::optional<std::uint32_t> people(const context& where, const std::optional<syntax::number>& text);

    literal_reader& literals_;
    expression_checker& expressions_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
