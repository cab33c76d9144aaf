// SPDX-License-Identifier: Apache-2.0
// A standard made ready for a day.
#include "plan/bound.hpp"
#include "plan/lower.hpp"
#include "plan/thresholds.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl {

namespace {

[[nodiscard]] std::vector<std::uint32_t> chosen_options(std::vector<reading>& readings, const selection& how) {
    std::vector<std::uint32_t> chosen;
    for (auto& one : readings) {
        for (const auto& [name, option] : how.readings) {
            if (name != one.name) { continue; }
            for (std::uint32_t i = 0; i < one.options.size(); ++i) {
                if (one.options[i].name == option) { one.chosen = i; }
            }
        }
        chosen.push_back(one.chosen);
    }
    return chosen;
}

[[nodiscard]] std::optional<tieuchi::period> period_of(const model::standard& of, int year) {
    if (!of.window) { return std::nullopt; }
    // A window that ends before it begins in the calendar began in the year before.
    const bool wraps = of.window->last < of.window->first;
    return tieuchi::period{of.window->first.in(wraps ? year - 1 : year), of.window->last.in(year)};
}

[[nodiscard]] plan::settled_choices choices_for(const model::standard& of, std::vector<reading>& readings, const selection& how) {
    return {chosen_options(readings, how), how.on, period_of(of, how.year.value_or(how.on.year))};
}

/// The facts that another bounds, in an order in which each stands before that one: the deepest below first.
[[nodiscard]] std::vector<std::uint32_t> bounds_last(const std::vector<fact>& facts) {
    std::vector<std::uint32_t> waiting(facts.size(), 0); // how many it bounds that are not in order yet
    for (const auto& one : facts) {
        if (one.at_most) { ++waiting[*one.at_most]; }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (waiting[i] == 0) { order.push_back(i); }
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        const auto bound = facts[order[next]].at_most;
        if (bound && --waiting[*bound] == 0) { order.push_back(*bound); }
    }
    order.erase(std::remove_if(order.begin(), order.end(), [&](std::uint32_t one) { return !facts[one].at_most; }), order.end());
    return order;
}

/// The version of a standard on the day, that of the place before that of the country; null where none is in force.
[[nodiscard]] const model::standard* version_in_force(const rules& all, std::string_view name, const selection& how) {
    const model::standard* found = nullptr;
    for (const auto& one : all.standards) {
        if (one->name != name || !one->in_force_on(how.on)) { continue; }
        if (one->place == how.place || (found == nullptr && one->place.empty())) { found = one.get(); }
    }
    return found;
}

/// The facts with the names that the outcomes of other standards have on the day; none where there are no such facts.
[[nodiscard]] std::vector<fact> facts_labelled(const rules& all, const model::standard& of, const selection& how) {
    if (of.links.empty()) { return {}; }
    std::vector<fact> facts = of.facts;
    for (const model::link& link : of.links) {
        const model::standard* const other = version_in_force(all, link.standard, how);
        if (other == nullptr) { continue; }
        fact& one = facts[link.fact];
        one.label = one.question = model::label_of_link(other->title, other->name, link.of_parent);
        for (option& each : one.options) {
            const auto same = [&](const model::outcome& outcome) { return outcome.shown.name == each.name; };
            const auto declared = std::find_if(other->outcomes.begin(), other->outcomes.end(), same);
            if (declared != other->outcomes.end()) { each.label = declared->shown.label; }
        }
    }
    return facts;
}

} // namespace

std::shared_ptr<const bound_standard> bind(std::shared_ptr<const rules> owner, const model::standard& of, const selection& how) {
    auto made = std::make_shared<bound_standard>();
    made->labelled = facts_labelled(*owner, of, how);
    made->owner = std::move(owner);
    made->model = &of;
    made->on = how.on;
    const int year = how.year.value_or(how.on.year);
    made->year = year;
    made->period = period_of(of, year);
    if (of.deadline) {
        made->decide_before = of.deadline->before.in(year);
        // A decision falls due after the days that it is about: a day of January is one of the next year.
        if (made->period && *made->decide_before <= made->period->last) {
            made->decide_before = of.deadline->before.in(year + 1);
        }
        if (!made->decide_before->ok()) { made->decide_before.reset(); } // after the year 9999
    }
    made->readings = of.readings;
    made->program = plan::lower(of, choices_for(of, made->readings, how));
    for (const auto& one : of.tallies) {
        bound_tally tally;
        tally.slot = one.fact;
        for (const auto& over : one.kinds) {
            std::vector<reading> readings = over.standard->readings;
            tally.kinds.push_back({over.kind, over.standard, plan::lower(over, choices_for(*over.standard, readings, how))});
        }
        made->tallies.push_back(std::move(tally));
    }
    for (const auto& one : of.criteria) { made->criteria.push_back(one.shown); }
    for (const auto& one : of.outcomes) { made->outcomes.push_back(one.shown); }
    for (const auto& one : of.exits) { made->exits.push_back(one.shown); }
    for (const auto& one : of.adjustments) { made->adjustments.push_back(one.shown); }
    for (const auto& one : of.quotas) { made->quotas.push_back(one.shown); }
    for (const auto& one : of.facts) {
        const std::int64_t unit = slot_unit(one);
        made->nothing_known.push_back({one.least.units() / unit, one.most.units() / unit});
    }
    for (std::uint32_t i = 0; i < of.facts.size(); ++i) { made->slots.emplace(of.facts[i].name, i); }
    made->bounds_last = bounds_last(of.facts);
    made->thresholds = plan::thresholds_of(made->program, of.facts.size());
    return made;
}

} // namespace TIEUCHI_NAMESPACE::impl
