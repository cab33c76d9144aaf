// SPDX-License-Identifier: Apache-2.0
// Facts that are counted or read from sub-units.
#include "check/tallies.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

/// What a mean is rounded to, in the fact's own units.
std::int64_t tally_pass::tally_unit(const syntax::tree& file, const syntax::tally& text, const fact& into) {
    if (text.what != aggregate::mean) { return 1; }
    if (!text.rounded) {
        error(file, text.at, say<diag::division_without_rounding>());
        return 1;
    }
    const auto unit = literals_.number_of(file, text.rounded->to);
    const std::int64_t of_fact = power_of_ten(static_cast<unsigned>(decimal::scale - into.scale));
    if (unit && (unit->units() == 0 || unit->units() % of_fact != 0)) {
        error(file, text.rounded->at, say<diag::no_such_multiple>(into.name, unit->str(), into.valid_answers()));
        return 1;
    }
    return unit ? unit->units() / of_fact : 1;
}

standard_scope* tally_pass::standard_below(const standard_scope& scope, const declaration& from, const syntax::word& kind,
                                           const syntax::tally& text) {
    const neighbourhood& here = beside(scope);
    const auto below = here.by_kind.find(kind.text);
    if (below == here.by_kind.end()) {
        if (is_reported(*from.file, kind.at)) { return nullptr; } // by another version
        std::vector<std::string> known;
        for (const standard_scope* const sibling : here.all) {
            known.insert(known.end(), sibling->model->kinds.begin(), sibling->model->kinds.end());
        }
        error(*from.file, kind.at,
              say<diag::unknown_kind>(kind.text).with_help(
                  did_you_mean(kind.text, known, "its standards are for " + list_of(known))));
        return nullptr;
    }
    const bool asks = text.where || text.value;
    const std::vector<standard_scope*>& found = below->second;
    if (asks && found.size() > 1) {
        error(*from.file, kind.at,
              say<diag::kind_of_two_standards>(found[0]->model->name, found[1]->model->name, kind.text)
                  .with_help(text.value ? "what is read of sub-units needs a kind that one standard of the document is for"
                                        : "a condition on sub-units needs a kind that one standard of the document is for"));
        return nullptr;
    }
    return found.front();
}

/// The condition on a sub-unit, and the number that is read of it.
void tally_pass::check_sub_unit(standard_scope& below, const declaration& from, const syntax::tally& text, const fact& into,
                                tally::over& over) {
    context where{&below, &below, from.file};
    where.of_subunit = true;
    if (text.where) {
        over.where = expressions_.condition(where, text.where);
        add_decision(where, deciding::alone, over.where, text.where, none);
    }
    if (!text.value) { return; }
    const typed read = expressions_.check_expression(where, text.value);
    if (!read) { return; }
    const value_type wanted = into.type == fact_type::percent ? value_type::percent
                              : into.type == fact_type::date  ? value_type::date
                                                              : value_type::number;
    const expression& e = below.model->expressions[read.id];
    if (read.type != wanted) {
        error(*from.file, (*from.file)[text.value].at,
              say<diag::tally_reads_other_type>(what_it_is(read.type), into.name, what_it_is(wanted))
                  .with_help(read.type == value_type::rate ? rate_help : ""));
        return;
    }
    if (e.scale > into.scale && text.what != aggregate::mean) {
        error(*from.file, (*from.file)[text.value].at, say<diag::tally_of_more_digits>(e.scale, into.name, into.scale));
        return;
    }
    over.value = read.id;
}

void tally_pass::check_tallies(standard_scope& scope) {
    for (; scope.tallied < scope.model->facts.size(); ++scope.tallied) {
        const index i = scope.tallied;
        const fact into = scope.model->facts[i];
        const auto found = scope.symbols.find(into.name);
        if (!into.from_subunits || found == scope.symbols.end()) { continue; }
        const declaration& from = *found->second.from;
        const syntax::tally& text = *std::get<const syntax::fact*>(from.what)->from;
        tally result;
        result.fact = i;
        result.what = text.what;
        result.unit = tally_unit(*from.file, text, into);
        if (text.rounded) { result.mode = text.rounded->mode; }
        for (const auto& kind : text.kinds) {
            standard_scope* const below = standard_below(scope, from, kind, text);
            if (below == nullptr) { continue; }
            tally::over over;
            spend(1 + parts_of_text(kind.text.size()));
            over.kind = kind.text;
            over.standard = below->model.get();
            check_sub_unit(*below, from, text, into, over);
            result.kinds.push_back(std::move(over));
        }
        scope.model->tallies.push_back(std::move(result));
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
