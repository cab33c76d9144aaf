// SPDX-License-Identifier: Apache-2.0
/// \file
/// A standard made ready for a day.
#pragma once

#include <tieuchi/impl/plan/bound.hpp>
#include <tieuchi/impl/plan/lower.hpp>

#include <algorithm>

namespace tieuchi::impl {

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

/// The constants that a fact is compared with, in its own units: where a rule's answer can change.
[[nodiscard]] std::vector<std::vector<std::int64_t>> thresholds_of(const plan::program& plan, std::size_t slots) {
    struct origin {
        bool is_fact = false;
        std::uint32_t slot = 0;
        std::int64_t times = 1;
    };
    std::vector<origin> facts(plan.numbers);
    std::vector<std::optional<std::int64_t>> constants(plan.numbers);
    std::vector<std::vector<std::int64_t>> found(slots);
    const auto note = [&](plan::register_index fact, plan::register_index constant) {
        if (!facts[fact].is_fact || !constants[constant] || facts[fact].times <= 0) { return; }
        const std::int64_t at = *constants[constant] / facts[fact].times;
        auto& of = found[facts[fact].slot];
        of.insert(of.end(), {at - 1, at, at + 1});
    };
    for (const plan::instruction& i : plan.code) {
        switch (i.code) {
        case plan::opcode::load: facts[i.to] = {true, i.a, 1}; break;
        case plan::opcode::constant: constants[i.to] = i.value; break;
        case plan::opcode::at_most:
        case plan::opcode::at_least: facts[i.to] = facts[i.a]; break;
        case plan::opcode::scale:
            facts[i.to] = {facts[i.a].is_fact && facts[i.a].times == 1, facts[i.a].slot, i.value};
            if (constants[i.a]) { constants[i.to] = *constants[i.a] * i.value; }
            break;
        case plan::opcode::compare:
            note(i.a, i.b);
            note(i.b, i.a);
            break;
        default: break;
        }
    }
    constexpr std::size_t most = 64; // enough to rank questions by, however many constants a rule has
    for (auto& of : found) {
        std::sort(of.begin(), of.end());
        of.erase(std::unique(of.begin(), of.end()), of.end());
        if (of.size() > most) { of.resize(most); }
    }
    return found;
}

/// The facts in an order in which each stands before the one that bounds it: the deepest below first.
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
    return order;
}

} // namespace

std::shared_ptr<const bound_standard> bind(std::shared_ptr<const rules> owner, const model::standard& of, const selection& how) {
    auto made = std::make_shared<bound_standard>();
    made->owner = std::move(owner);
    made->model = &of;
    made->on = how.on;
    const int year = how.year.value_or(how.on.year);
    made->year = year;
    if (of.window) {
        // A window that ends before it begins in the calendar began in the year before.
        const bool wraps = of.window->last < of.window->first;
        made->period = tieuchi::period{of.window->first.in(wraps ? year - 1 : year), of.window->last.in(year)};
    }
    if (of.deadline) {
        made->decide_before = of.deadline->before.in(year);
        // A decision falls due after the days that it is about: a day of January is one of the next year.
        if (made->period && *made->decide_before <= made->period->last) {
            made->decide_before = of.deadline->before.in(year + 1);
        }
    }
    made->readings = of.readings;
    made->program = plan::lower(of, chosen_options(made->readings, how));
    for (const auto& one : of.tallies) {
        bound_tally tally;
        tally.slot = one.fact;
        for (const auto& over : one.kinds) {
            std::vector<reading> readings = over.standard->readings;
            tally.kinds.push_back({over.kind, over.standard, plan::lower(over, chosen_options(readings, how))});
        }
        made->tallies.push_back(std::move(tally));
    }
    for (const auto& one : of.criteria) { made->criteria.push_back(one.shown); }
    for (const auto& one : of.outcomes) { made->outcomes.push_back(one.shown); }
    for (const auto& one : of.exclusions) { made->exclusions.push_back(one.shown); }
    for (const auto& one : of.adjustments) { made->adjustments.push_back(one.shown); }
    for (const auto& one : of.quotas) { made->quotas.push_back(one.shown); }
    for (const auto& one : of.facts) {
        const std::int64_t unit = slot_unit(one);
        made->nothing_known.push_back({one.least.units() / unit, one.most.units() / unit});
    }
    for (std::uint32_t i = 0; i < of.facts.size(); ++i) { made->slots.emplace(of.facts[i].name, i); }
    made->bounds_last = bounds_last(of.facts);
    made->thresholds = thresholds_of(made->program, of.facts.size());
    return made;
}

} // namespace tieuchi::impl
