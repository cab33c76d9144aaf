// SPDX-License-Identifier: Apache-2.0
// Facts that bound others of their own type.
#include "check/resolve.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

/// The fact that bounds another one of its own type, and that every subject has which has the other, by their declarations; null: none.
const declaration* name_resolver::bounding(const standard_scope& names, const declaration& declared) const {
    const auto known = bounding_.find({&names, &declared}); // asked for again in every sum that takes the fact away
    if (known != bounding_.end()) { return known->second; }
    const declaration* const by = find_bounding(names, declared);
    bounding_.emplace(std::pair(&names, &declared), by);
    return by;
}

const declaration* name_resolver::find_bounding(const standard_scope& names, const declaration& declared) const {
    const auto* const fact = std::get_if<const syntax::fact*>(&declared.what);
    const declaration* const by = fact != nullptr && (*fact)->at_most_fact ? find(names, (*fact)->at_most_fact->text) : nullptr;
    const auto* const whole = by != nullptr ? std::get_if<const syntax::fact*>(&by->what) : nullptr;
    if (whole == nullptr || (*whole)->type.name != (*fact)->type.name) { return nullptr; }
    const auto has_it = [&](const syntax::word& kind) {
        const auto& theirs = (*whole)->only_for;
        return std::any_of(theirs.begin(), theirs.end(), [&](const syntax::word& other) { return other.text == kind.text; });
    };
    const auto& kinds = (*fact)->only_for;
    const bool always = (*whole)->only_for.empty() || (!kinds.empty() && std::all_of(kinds.begin(), kinds.end(), has_it));
    return always ? by : nullptr;
}

/// Narrows a fact to what the facts that bound it can be, directly or through others.
void name_resolver::bound_by_others(standard_scope& names, const declaration& declared, tieuchi::fact& result) {
    std::vector<const declaration*> chain; // from the fact outwards, to one that is known
    std::set<const declaration*> seen;
    const declaration* by = &declared;
    while (by != nullptr && !names.most.contains(by) && seen.insert(by).second) {
        chain.push_back(by);
        by = bounding(names, *by);
    }
    decimal most = result.most;
    std::reverse(chain.begin(), chain.end());
    for (const declaration* const inner : chain) {
        const auto outer = by != nullptr ? names.most.find(by) : names.most.end();
        const auto& bound = std::get<const syntax::fact*>(inner->what)->at_most;
        const decimal widest = decimal::from_units(largest_count * decimal::one);
        most = bound ? decimal::parse(bound->digits).value_or(widest) : widest;
        if (outer != names.most.end()) { most = std::min(most, outer->second); }
        names.most.emplace(inner, most);
        by = inner;
    }
    const declaration* const outer = bounding(names, declared);
    if (outer == nullptr || names.most.at(outer) >= result.most) { return; }
    most = names.most.at(outer);
    if (most >= result.least) {
        result.most = most;
        return;
    }
    const syntax::word& whole = *std::get<const syntax::fact*>(declared.what)->at_most_fact;
    error(*declared.file, whole.at, say<diag::bound_below_least>(result.name, result.least.str(), whole.text, most.str()));
}

/// Whether one fact is never more than another, which bounds it directly or through others.
bool name_resolver::is_bounded_by(const standard_scope& scope, index part, index whole) const {
    const auto symbol_of = [&](index fact) { return scope.symbols.find(scope.model->facts[fact].name); };
    const auto of_part = symbol_of(part);
    const auto of_whole = symbol_of(whole);
    if (of_part == scope.symbols.end() || of_whole == scope.symbols.end()) { return false; }
    if (of_part->second.from == nullptr || of_whole->second.from == nullptr) { return false; }
    constexpr int most_links = 32; // between them; a circle ends there too
    const declaration* by = of_part->second.from;
    for (int links = 0; by != nullptr && by != of_whole->second.from && links < most_links; ++links) {
        by = bounding(*of_part->second.home, *by);
    }
    return by == of_whole->second.from && part != whole;
}

/// Gives each fact the index of the fact that bounds it, which is bound itself if need be.
void name_resolver::bind_bounds(standard_scope& scope) {
    for (; scope.bounded < scope.model->facts.size(); ++scope.bounded) { // the list grows while it is walked
        bind_bound(scope, scope.bounded);
    }
}

void name_resolver::bind_bound(standard_scope& scope, index at) {
    const auto found = scope.symbols.find(scope.model->facts[at].name);
    if (found == scope.symbols.end() || found->second.from == nullptr) { return; }
    const declaration& from = *found->second.from;
    const syntax::fact& text = *std::get<const syntax::fact*>(from.what);
    if (!text.at_most_fact) { return; }
    const syntax::word& name = *text.at_most_fact;
    context where;
    where.into = &scope;
    where.names = found->second.home;
    where.file = from.file;
    const symbol* const bound = resolve(where, name);
    if (bound == nullptr) { return; }
    fact& bounded = scope.model->facts[at];
    const bool is_fact = bound->from != nullptr && bound->from->what.index() == 0;
    if (!is_fact || scope.model->facts[bound->at_index].type != bounded.type ||
        scope.model->facts[bound->at_index].scale != bounded.scale || bound->at_index == at) {
        error(*from.file, name.at, say<diag::cannot_bound>(name.text, bounded.name));
        return;
    }
    auto& outer = scope.outer_fact;
    for (auto i = static_cast<index>(outer.size()); i < scope.model->facts.size(); ++i) { outer.push_back(i); }
    index outermost = bound->at_index;
    while (outer[outermost] != outermost) { outermost = outer[outermost] = outer[outer[outermost]]; }
    if (outermost == at) { // it would say that all are equal, which is said otherwise
        error(*from.file, name.at, say<diag::bounds_in_cycle>(bounded.name));
        return;
    }
    outer[at] = outermost;
    bounded.at_most = bound->at_index;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
