// SPDX-License-Identifier: Apache-2.0
// The row evaluator: one pass over the program, no branches on data but those of arithmetic and out of tables, no allocation.
#include "plan/arithmetic.hpp"
#include "plan/logic.hpp"
#include "plan/program.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

namespace {

/// The memory that a run reads and writes.
struct registers {
    std::span<const interval> slots;
    std::uint64_t outcomes = 0;
    std::span<interval> numbers;
    std::span<truth> truths;
};

/// How many of the truths are yes.
[[nodiscard]] interval count(std::span<const register_index> operands, std::span<const truth> truths) noexcept {
    interval met{0, 0};
    for (const register_index reg : operands) {
        met.least += truths[reg] == yes ? 1 : 0;
        met.most += has(truths[reg], yes) ? 1 : 0;
    }
    return met;
}

[[nodiscard]] std::span<const register_index> operands_of(const program& plan, const instruction& i) noexcept {
    return std::span(plan.operands).subspan(i.a, i.b - i.a);
}

constexpr interval nothing{INT64_MAX, INT64_MIN}; // the hull of no numbers

[[nodiscard]] interval chosen(const register_index* operands, const registers& in) noexcept {
    const truth by = in.truths[operands[0]];
    interval found = nothing;
    if (has(by, yes)) { found = in.numbers[operands[1]]; }
    if (has(by, no)) { found = hull(found, in.numbers[operands[2]]); }
    if (has(by, not_applicable)) { found = hull(found, in.numbers[operands[3]]); }
    return found;
}

[[nodiscard]] truth chosen_truth(const register_index* operands, const registers& in) noexcept {
    return choose(in.truths[operands[0]], in.truths[operands[1]], in.truths[operands[2]], in.truths[operands[3]]);
}

[[nodiscard]] truth at_least(std::int64_t needed, interval met) noexcept {
    return set_of(met.least < needed, met.most >= needed);
}

/// All values that the fact of an instruction can have.
[[nodiscard]] interval range_in(const instruction& i) noexcept { return {i.value, static_cast<std::int64_t>(i.mask)}; }

void begin_table(const instruction& i, const registers& in) noexcept {
    in.numbers[i.to] = nothing;
    if (i.b != no_register) { in.truths[i.b] = 0; }
}

/// True when the line is surely hit.
[[nodiscard]] bool join_line(const program& plan, const instruction& i, const registers& in) noexcept {
    const register_index* const operands = &plan.operands[i.a];
    const truth when = operands[line_when] == no_register ? yes : in.truths[operands[line_when]];
    if (!has(when, yes)) { return false; }
    in.numbers[i.to] = hull(in.numbers[i.to], in.numbers[operands[line_value]]);
    if (i.b != no_register) { in.truths[i.b] = static_cast<truth>(in.truths[i.b] | in.truths[operands[line_applies]]); }
    return when == yes;
}

/// Runs one instruction. True when the table that it is in is done.
inline bool step(const program& plan, const instruction& i, const registers& in) noexcept {
    const auto& numbers = in.numbers;
    const auto& truths = in.truths;
    switch (i.code) {
    case opcode::load: numbers[i.to] = in.slots[i.a]; break;
    case opcode::constant: numbers[i.to] = {i.value, i.value}; break;
    case opcode::add: numbers[i.to] = sum(numbers[i.a], numbers[i.b]); break;
    case opcode::subtract: numbers[i.to] = difference(numbers[i.a], numbers[i.b]); break;
    case opcode::scale: numbers[i.to] = times(numbers[i.a], i.value); break;
    case opcode::product: numbers[i.to] = product(numbers[i.a], numbers[i.b]); break;
    case opcode::divide:
        numbers[i.to] = divide(plan.divisions[static_cast<std::size_t>(i.value)], numbers[i.a], numbers[i.b]);
        break;
    case opcode::round: numbers[i.to] = round(numbers[i.a], i.value, static_cast<rounding_mode>(i.mask)); break;
    case opcode::clamp: numbers[i.to] = clamp(numbers[i.a], i.value, static_cast<std::int64_t>(i.mask)); break;
    case opcode::minimum: numbers[i.to] = minimum(numbers[i.a], numbers[i.b]); break;
    case opcode::maximum: numbers[i.to] = maximum(numbers[i.a], numbers[i.b]); break;
    case opcode::months: numbers[i.to] = add_months(numbers[i.a], i.value); break;
    case opcode::lookup:
        numbers[i.to] = look_up(plan.lookups[static_cast<std::size_t>(i.value)], numbers[i.a],
                                i.b == no_register ? interval{1, 1} : some(numbers[i.b]));
        break;
    case opcode::at_most: numbers[i.to] = bounded_above(numbers[i.a], numbers[i.b], range_in(i)); break;
    case opcode::at_least: numbers[i.to] = bounded_below(numbers[i.a], numbers[i.b], range_in(i)); break;
    case opcode::choose: numbers[i.to] = chosen(&plan.operands[i.a], in); break;
    case opcode::count_met: numbers[i.to] = count(operands_of(plan, i), truths); break;
    case opcode::table_begin: begin_table(i, in); break;
    case opcode::table_line: return join_line(plan, i, in);
    case opcode::truth: truths[i.to] = static_cast<truth>(i.mask); break;
    case opcode::is_true:
    case opcode::not_zero: truths[i.to] = not_zero(numbers[i.a]); break;
    case opcode::in_options: truths[i.to] = in_mask(numbers[i.a], i.mask); break;
    case opcode::in_outcomes: truths[i.to] = set_of((in.outcomes & ~i.mask) != 0, (in.outcomes & i.mask) != 0); break;
    case opcode::compare: truths[i.to] = compare(i.relation, numbers[i.a], numbers[i.b]); break;
    case opcode::share: truths[i.to] = share(i.relation, numbers[i.a], numbers[i.b], i.value); break;
    case opcode::negate: truths[i.to] = swap_sides(truths[i.a]); break;
    case opcode::both: truths[i.to] = both(truths[i.a], truths[i.b]); break;
    case opcode::either: truths[i.to] = either(truths[i.a], truths[i.b]); break;
    case opcode::only_where: truths[i.to] = only_where(truths[i.a], truths[i.b]); break;
    case opcode::unless: truths[i.to] = unless(truths[i.a], truths[i.b]); break;
    case opcode::accepted: truths[i.to] = accepted(truths[i.a]); break;
    case opcode::applicable: truths[i.to] = applicable(truths[i.a]); break;
    case opcode::choose_truth: truths[i.to] = chosen_truth(&plan.operands[i.a], in); break;
    case opcode::at_least_of: truths[i.to] = at_least(i.value, count(operands_of(plan, i), truths)); break;
    }
    return false;
}

} // namespace

void run(const program& plan, std::span<const interval> slots, std::uint64_t outcomes, std::span<interval> numbers,
         std::span<truth> truths) noexcept {
    const registers in{slots, outcomes, numbers, truths};
    for (std::size_t at = 0; at < plan.code.size(); ++at) {
        const instruction& op = plan.code[at];
        if (step(plan, op, in)) { at = plan.tables[static_cast<std::size_t>(op.value)].lines.back(); }
    }
}

void execute(const program& plan, const instruction& op, std::span<interval> numbers, std::span<truth> truths) noexcept {
    static_cast<void>(step(plan, op, {{}, 0, numbers, truths}));
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
