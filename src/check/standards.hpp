// SPDX-License-Identifier: Apache-2.0
/// \file
/// A standard as a whole.
#pragma once

#include "check/literals.hpp"
#include "check/outcomes.hpp"
#include "check/pass.hpp"
#include "check/resolve.hpp"
#include "check/scoring.hpp"

#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Checks what stands in a standard, each part after those that it depends on.
class standard_pass : public pass {
public:
    standard_pass(shared_scope& shared, literal_reader& literals, name_resolver& names, scoring_pass& scoring,
                  outcome_pass& outcomes)
        : pass(shared), literals_(literals), names_(names), scoring_(scoring), outcomes_(outcomes) {}

    void check_standard(standard_scope& scope);

private:
    void check_kinds(const standard_scope& scope, const syntax::tree& file, const std::vector<syntax::word>& kinds);
    void check_readings(standard_scope& scope);
    void check_head(standard_scope& scope);
    void check_title(standard_scope& scope, const placed_item& item, const syntax::title& text, bool& titled);
    void check_window(standard_scope& scope, const placed_item& item, const syntax::window& text);
    void check_deadline(standard_scope& scope, const placed_item& item, const syntax::deadline& text);

    literal_reader& literals_;
    name_resolver& names_;
    scoring_pass& scoring_;
    outcome_pass& outcomes_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
