// SPDX-License-Identifier: Apache-2.0
/// \file
/// The row evaluator: one pass over the program, no branches on data but those of arithmetic, no allocation.
#pragma once

#include <tieuchi/impl/plan/program.hpp>

#include <algorithm>

namespace tieuchi::impl::plan {

namespace {

[[nodiscard]] constexpr truth set_of(bool can_be_no, bool can_be_yes) noexcept {
    return static_cast<truth>((can_be_no ? no : 0U) | (can_be_yes ? yes : 0U));
}

[[nodiscard]] constexpr bool has(truth t, truth value) noexcept { return (t & value) != 0; }

[[nodiscard]] truth compare(model::relation relation, interval a, interval b) noexcept {
    const bool can_be_equal = a.least <= b.most && b.least <= a.most;
    const bool can_differ = !(a.known() && b.known() && a.least == b.least);
    switch (relation) {
    case model::relation::equal: return set_of(can_differ, can_be_equal);
    case model::relation::not_equal: return set_of(can_be_equal, can_differ);
    case model::relation::less: return set_of(a.most >= b.least, a.least < b.most);
    case model::relation::less_equal: return set_of(a.most > b.least, a.least <= b.most);
    case model::relation::greater: return set_of(a.least <= b.most, a.most > b.least);
    case model::relation::greater_equal: return set_of(a.least < b.most, a.most >= b.least);
    }
    return unknown;
}

[[nodiscard]] constexpr interval anything(const instruction& bound) noexcept {
    return {bound.value, static_cast<std::int64_t>(bound.mask)};
}

[[nodiscard]] constexpr interval times(interval a, std::int64_t factor) noexcept {
    const std::int64_t one = a.least * factor;
    const std::int64_t other = a.most * factor;
    return {std::min(one, other), std::max(one, other)};
}

/// The comparison is made for wholes other than zero only: that the whole is not zero is known wherever the answer counts.
[[nodiscard]] truth share(model::relation relation, interval part, interval whole, std::int64_t factor) noexcept {
    if (whole.least > 0 || whole.most < 0) { return compare(relation, part, times(whole, factor)); }
    if (whole.known()) { return not_applicable; }
    const interval others{whole.least == 0 ? 1 : whole.least, whole.most == 0 ? -1 : whole.most};
    return static_cast<truth>(compare(relation, part, times(others, factor)) | not_applicable);
}

[[nodiscard]] truth in_mask(interval a, std::uint64_t mask) noexcept {
    const auto first = static_cast<unsigned>(a.least);
    const auto last = static_cast<unsigned>(a.most);
    const std::uint64_t possible = (~std::uint64_t{0} >> (63U - (last - first))) << first;
    return set_of((possible & ~mask) != 0, (possible & mask) != 0);
}

[[nodiscard]] constexpr truth swap_sides(truth a) noexcept {
    return static_cast<truth>((a & not_applicable) | (has(a, no) ? yes : 0U) | (has(a, yes) ? no : 0U));
}

/// Kleene's `and` over sets of values: no absorbs, not applicable is neutral.
[[nodiscard]] constexpr truth both(truth a, truth b) noexcept {
    const bool can_be_no = has(a, no) || has(b, no);
    const bool can_be_yes = (has(a, yes) && (b & (yes | not_applicable)) != 0) || (has(a, not_applicable) && has(b, yes));
    return static_cast<truth>(set_of(can_be_no, can_be_yes) | (a & b & not_applicable));
}

[[nodiscard]] constexpr truth either(truth a, truth b) noexcept { return swap_sides(both(swap_sides(a), swap_sides(b))); }

[[nodiscard]] constexpr truth only_where(truth condition, truth a) noexcept {
    return static_cast<truth>((has(condition, yes) ? a : 0U) | ((condition & (no | not_applicable)) != 0 ? not_applicable : 0U));
}

[[nodiscard]] constexpr truth unless(truth a, truth exception) noexcept {
    const bool can_be_yes = has(a, yes) || (has(a, no) && has(exception, yes));
    const bool can_be_no = has(a, no) && (exception & (no | not_applicable)) != 0;
    return static_cast<truth>(set_of(can_be_no, can_be_yes) | (a & not_applicable));
}

[[nodiscard]] truth at_least_of(std::span<const register_index> operands, std::int64_t needed,
                                std::span<const truth> truths) noexcept {
    std::int64_t sure = 0;
    std::int64_t possible = 0;
    for (const register_index one : operands) {
        sure += truths[one] == yes ? 1 : 0;
        possible += has(truths[one], yes) ? 1 : 0;
    }
    return set_of(sure < needed, possible >= needed);
}

} // namespace

void run(const program& plan, std::span<const interval> slots, std::uint64_t outcomes, std::span<interval> numbers,
         std::span<truth> truths) noexcept {
    for (const instruction& i : plan.code) {
        switch (i.code) {
        case opcode::load: numbers[i.to] = slots[i.a]; break;
        case opcode::constant: numbers[i.to] = {i.value, i.value}; break;
        case opcode::add: numbers[i.to] = {numbers[i.a].least + numbers[i.b].least, numbers[i.a].most + numbers[i.b].most}; break;
        case opcode::subtract:
            numbers[i.to] = {numbers[i.a].least - numbers[i.b].most, numbers[i.a].most - numbers[i.b].least};
            break;
        case opcode::scale: numbers[i.to] = times(numbers[i.a], i.value); break;
        // Facts that contradict each other have been refused: nothing is known of them.
        case opcode::at_most: {
            const interval a = numbers[i.a];
            const std::int64_t bound = numbers[i.b].most;
            numbers[i.to] = bound < a.least ? anything(i) : interval{a.least, std::min(a.most, bound)};
            break;
        }
        case opcode::at_least: {
            const interval a = numbers[i.a];
            const std::int64_t bound = numbers[i.b].least;
            numbers[i.to] = bound > a.most ? anything(i) : interval{std::max(a.least, bound), a.most};
            break;
        }
        case opcode::truth: truths[i.to] = static_cast<truth>(i.mask); break;
        case opcode::is_true: truths[i.to] = set_of(numbers[i.a].least == 0, numbers[i.a].most != 0); break;
        case opcode::in_options: truths[i.to] = in_mask(numbers[i.a], i.mask); break;
        case opcode::in_outcomes: truths[i.to] = set_of((outcomes & ~i.mask) != 0, (outcomes & i.mask) != 0); break;
        case opcode::compare: truths[i.to] = compare(i.relation, numbers[i.a], numbers[i.b]); break;
        case opcode::share: truths[i.to] = share(i.relation, numbers[i.a], numbers[i.b], i.value); break;
        case opcode::negate: truths[i.to] = swap_sides(truths[i.a]); break;
        case opcode::both: truths[i.to] = both(truths[i.a], truths[i.b]); break;
        case opcode::either: truths[i.to] = either(truths[i.a], truths[i.b]); break;
        case opcode::only_where: truths[i.to] = only_where(truths[i.a], truths[i.b]); break;
        case opcode::unless: truths[i.to] = unless(truths[i.a], truths[i.b]); break;
        case opcode::accepted:
            truths[i.to] = static_cast<truth>((truths[i.a] & unknown) | (has(truths[i.a], not_applicable) ? yes : 0U));
            break;
        case opcode::at_least_of:
            truths[i.to] = at_least_of(std::span(plan.operands).subspan(i.a, i.b - i.a), i.value, truths);
            break;
        }
    }
}

std::uint64_t decide(const program& plan, std::span<const truth> truths) noexcept {
    std::uint64_t possible = 0;
    for (const register_index one : plan.exclusions) {
        if (has(truths[one], yes)) { possible |= std::uint64_t{1} << plan.outcomes.size(); }
        if (truths[one] == yes) { return possible; }
    }
    for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
        const register_index when = plan.outcomes[i];
        if (when == no_register || has(truths[when], yes)) { possible |= std::uint64_t{1} << i; }
        if (when == no_register || truths[when] == yes) { break; }
    }
    return possible;
}

} // namespace tieuchi::impl::plan
