// SPDX-License-Identifier: Apache-2.0
// A standard made ready for a day.
#include "plan/bound.hpp"
#include "plan/lower.hpp"
#include "plan/thresholds.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl {

namespace {

[[nodiscard]] std::vector<std::uint32_t> chosen_options(std::vector<reading>& readings, const selection& selection) {
    std::vector<std::uint32_t> chosen;
    for (auto& each : readings) {
        for (const auto& [name, option] : selection.readings) {
            if (name != each.name) { continue; }
            for (std::uint32_t i = 0; i < each.options.size(); ++i) {
                if (each.options[i].name == option) { each.chosen = i; }
            }
        }
        chosen.push_back(each.chosen);
    }
    return chosen;
}

[[nodiscard]] std::optional<tieuchi::period> period_of(const model::standard& standard, int year) {
    if (!standard.window) { return std::nullopt; }
    // A window that ends before it begins in the calendar began in the year before.
    const bool wraps = standard.window->last < standard.window->first;
    return tieuchi::period{standard.window->first.in(wraps ? year - 1 : year), standard.window->last.in(year)};
}

[[nodiscard]] plan::settled_choices choices_for(const model::standard& standard, std::vector<reading>& readings,
                                                const selection& selection) {
    return {chosen_options(readings, selection), selection.on, period_of(standard, selection.year.value_or(selection.on.year))};
}

/// The facts that another bounds, each before the one that bounds it: the deepest first.
[[nodiscard]] std::vector<std::uint32_t> bounds_last(const std::vector<fact>& facts) {
    std::vector<std::uint32_t> waiting(facts.size(), 0); // how many it bounds that are not in order yet
    for (const auto& each : facts) {
        if (each.at_most) { ++waiting[*each.at_most]; }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (waiting[i] == 0) { order.push_back(i); }
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        const auto bound = facts[order[next]].at_most;
        if (bound && --waiting[*bound] == 0) { order.push_back(*bound); }
    }
    order.erase(std::remove_if(order.begin(), order.end(), [&](std::uint32_t each) { return !facts[each].at_most; }),
                order.end());
    return order;
}

/// The version of a standard in force on the day, the local one before the national one; null where there is none.
[[nodiscard]] const model::standard* version_in_force(const rules& all, std::string_view name, const selection& selection) {
    const model::standard* found = nullptr;
    for (const auto& each : all.standards) {
        if (each->name != name || !each->in_force_on(selection.on)) { continue; }
        if (each->jurisdiction == selection.jurisdiction || (found == nullptr && each->jurisdiction.empty())) {
            found = each.get();
        }
    }
    return found;
}

/// The facts with the labels that the outcomes of other standards have on the day; empty if no fact is such an outcome.
[[nodiscard]] std::vector<fact> facts_labelled(const rules& all, const model::standard& standard, const selection& selection) {
    if (standard.links.empty()) { return {}; }
    std::vector<fact> facts = standard.facts;
    for (const model::link& link : standard.links) {
        const model::standard* const other = version_in_force(all, link.standard, selection);
        if (other == nullptr) { continue; }
        fact& into = facts[link.fact];
        into.label = into.question = model::label_of_link(other->title, other->name, link.of_parent);
        for (option& each : into.options) {
            const auto same = [&](const model::outcome& outcome) { return outcome.shown.name == each.name; };
            const auto declared = std::find_if(other->outcomes.begin(), other->outcomes.end(), same);
            if (declared != other->outcomes.end()) { each.label = declared->shown.label; }
        }
    }
    return facts;
}

} // namespace

std::shared_ptr<const bound_standard> bind(std::shared_ptr<const rules> owner, const model::standard& standard,
                                           const selection& selection) {
    auto bound = std::make_shared<bound_standard>();
    bound->labelled = facts_labelled(*owner, standard, selection);
    bound->owner = std::move(owner);
    bound->model = &standard;
    bound->on = selection.on;
    const int year = selection.year.value_or(selection.on.year);
    bound->year = year;
    bound->period = period_of(standard, year);
    if (standard.deadline) {
        bound->decide_before = standard.deadline->before.in(year);
        // A decision falls due after the period that it is about, so a deadline in January is in the next year.
        if (bound->period && *bound->decide_before <= bound->period->last) {
            bound->decide_before = standard.deadline->before.in(year + 1);
        }
        if (!bound->decide_before->ok()) { bound->decide_before.reset(); } // after the year 9999
    }
    bound->readings = standard.readings;
    bound->program = plan::lower(standard, choices_for(standard, bound->readings, selection));
    for (const auto& each : standard.tallies) {
        bound_tally tally;
        tally.slot = each.fact;
        for (const auto& over : each.kinds) {
            std::vector<reading> readings = over.standard->readings;
            tally.kinds.push_back(
                {over.kind, over.standard, plan::lower(over, choices_for(*over.standard, readings, selection))});
        }
        bound->tallies.push_back(std::move(tally));
    }
    for (const auto& each : standard.criteria) { bound->criteria.push_back(each.shown); }
    for (const auto& each : standard.outcomes) { bound->outcomes.push_back(each.shown); }
    for (const auto& each : standard.exits) { bound->exits.push_back(each.shown); }
    for (const auto& each : standard.adjustments) { bound->adjustments.push_back(each.shown); }
    for (const auto& each : standard.quotas) { bound->quotas.push_back(each.shown); }
    for (const auto& each : standard.facts) {
        const std::int64_t unit = slot_unit(each);
        bound->nothing_known.push_back({each.least.units() / unit, each.most.units() / unit});
    }
    for (std::uint32_t i = 0; i < standard.facts.size(); ++i) { bound->slots.emplace(standard.facts[i].name, i); }
    bound->bounds_last = bounds_last(standard.facts);
    bound->thresholds = plan::thresholds_of(bound->program, standard.facts.size());
    return bound;
}

} // namespace TIEUCHI_NAMESPACE::impl
