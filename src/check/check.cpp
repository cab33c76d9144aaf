// SPDX-License-Identifier: Apache-2.0
// The passes, one after the other.
#include "check/check.hpp"

#include "check/amend.hpp"
#include "check/declare.hpp"
#include "check/examples.hpp"
#include "check/expressions.hpp"
#include "check/links.hpp"
#include "check/literals.hpp"
#include "check/outcomes.hpp"
#include "check/resolve.hpp"
#include "check/scoring.hpp"
#include "check/standards.hpp"
#include "check/tallies.hpp"
#include "check/texts.hpp"
#include "check/usage.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// All passes over one set of files.
class checker {
public:
    checker(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems)
        : shared_(files, bounds, problems) {}

    [[nodiscard]] rules run();

private:
    void declare_all();
    void check_standards();
    void check_what_follows();
    [[nodiscard]] rules result();

    shared_scope shared_;
    literal_reader literals_{shared_};
    declaration_pass declarations_{shared_, literals_};
    amendment_pass amendments_{shared_};
    name_resolver names_{shared_, literals_};
    link_resolver links_{shared_, literals_, names_};
    expression_checker expressions_{shared_, literals_, names_, links_};
    scoring_pass scoring_{shared_, literals_, names_, expressions_};
    outcome_pass outcomes_{shared_, literals_, expressions_};
    standard_pass standards_{shared_, literals_, names_, scoring_, outcomes_};
    tally_pass tallies_{shared_, literals_, expressions_};
    text_pass texts_{shared_, literals_};
    example_pass examples_{shared_, literals_, expressions_, outcomes_};
    usage_pass usage_{shared_};
};

rules checker::run() {
    declare_all();
    check_standards();
    if (shared_.budget.is_used_up()) { // what is not checked is not known
        shared_.sink.put_in_order();
        return {};
    }
    check_what_follows();
    shared_.sink.put_in_order();
    return result();
}

void checker::declare_all() {
    declarations_.declare_documents();
    amendments_.check_amended_documents();
    amendments_.check_cycles();
    declarations_.declare_standards();
    declarations_.end_replaced_documents();
    amendments_.make_editions();
    amendments_.find_neighbours();
    amendments_.date_versions();
    for (auto& standard : shared_.standards) { declarations_.declare_contents(standard); }
    for (const auto& document : shared_.documents) { declarations_.check_shared_kinds(document); }
}

void checker::check_standards() {
    for (auto& standard : shared_.standards) { standards_.check_standard(standard); }
    // A tally may bring shared facts into another standard, which may themselves be counted or bounded.
    const auto waits = [](const standard_scope& standard) { return standard.tallied < standard.model->facts.size(); };
    while (!shared_.budget.is_used_up() && std::any_of(shared_.standards.begin(), shared_.standards.end(), waits)) {
        for (auto& standard : shared_.standards) { tallies_.check_tallies(standard); }
        for (auto& standard : shared_.standards) { names_.bind_bounds(standard); }
    }
}

void checker::check_what_follows() {
    for (auto& standard : shared_.standards) { texts_.add_texts(standard); }
    scoring_.report_wrong_sums();
    links_.check_cycles();
    declarations_.check_versions();
    examples_.check_examples();
    if (!shared_.sink.has_errors()) { usage_.check_namesakes(); } // what a wrong declaration means is not known
    if (!shared_.sink.has_errors()) {                             // what a wrong rule reads is not known
        usage_.check_use();
        for (const auto& document : shared_.documents) { usage_.check_shared_use(document); }
        usage_.check_silence();
    }
}

rules checker::result() {
    rules found;
    for (const auto& scope : shared_.documents) { found.documents.push_back(scope.document); }
    std::vector<const standard_scope*> in_order;
    for (const auto& scope : shared_.standards) { in_order.push_back(&scope); }
    std::stable_sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    for (const auto* const scope : in_order) { found.standards.push_back(scope->model); }
    found.examples = examples_.take_examples();
    return found;
}

} // namespace

rules check_rules(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems) {
    return checker(files, bounds, problems).run();
}

} // namespace TIEUCHI_NAMESPACE::impl::check
