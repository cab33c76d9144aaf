// SPDX-License-Identifier: Apache-2.0
// Conditions that decide, kept for the search for shares of nothing.
#include "check/scope.hpp"

namespace TIEUCHI_NAMESPACE::impl::check {

void add_decision(const context& where, deciding::kind as, index when, syntax::expression_id text, index criterion) {
    if (when == none || !text) { return; }
    where.into->decisions.push_back({as, {{when, where.file, (*where.file)[text].at}}, criterion});
}

/// The exceptions of a criterion, and the conditions for it to apply. Called before any are added that the rules do not state.
void add_side_decisions(const context& where, const syntax::criterion& text, index at) {
    const criterion& current = where.into->model->criteria[at];
    const auto add_all = [&](const std::vector<index>& built, const std::vector<syntax::expression_id>& written) {
        if (built.size() != written.size()) { return; } // one of them was wrong
        const auto as = text.scoring == syntax::score_rule::none ? deciding::finding : deciding::alone;
        for (std::size_t i = 0; i < built.size(); ++i) { add_decision(where, as, built[i], written[i], at); }
    };
    add_all(current.unless, text.unless);
    add_all(current.only_where, text.only_where);
}

/// The parts of a combination that gives points decide points. They and the combination were the last criteria to be added; among their
/// decisions are those of tables that they were the first to name.
void let_parts_decide_points(const context& where, index at) {
    auto& all = where.into->decisions;
    const auto is_before = [&](const deciding& decision) { return decision.criterion != none && decision.criterion < at; };
    for (auto each = all.rbegin(); each != all.rend() && !is_before(*each); ++each) {
        if (each->as == deciding::finding) { each->as = deciding::alone; }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
