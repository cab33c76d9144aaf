// SPDX-License-Identifier: Apache-2.0
/// \file
/// One pass over a plan from its end. Operands come before the instructions that use them, so each instruction is visited once.
#pragma once

#include "assess/trace.hpp"
#include "plan/opcodes.hpp"

#include <utility>

namespace TIEUCHI_NAMESPACE::impl::assess {

using plan::instruction;
using plan::opcode;
using plan::operand_form;
using plan::register_index;
using plan::truth;

/// A branch that a choice can still take: a value that its condition can have, with the operand chosen then.
struct branch {
    truth value = plan::yes;
    register_index at = plan::no_register;
};

[[nodiscard]] inline std::vector<branch> branches_of(const run_state& state, const instruction& i) {
    const register_index* const operands = &state.plan->operands[i.a];
    const truth condition = state.truths[operands[0]];
    std::vector<branch> possible;
    if ((condition & plan::yes) != 0) { possible.push_back({plan::yes, operands[1]}); }
    if ((condition & plan::no) != 0) { possible.push_back({plan::no, operands[2]}); }
    if ((condition & plan::not_applicable) != 0) { possible.push_back({plan::not_applicable, operands[3]}); }
    return possible;
}

/// The operands of a line of a table: its condition, its value, and the truth that says whether that value applies.
struct line_operands {
    register_index when = plan::no_register;
    register_index value = plan::no_register;
    register_index applies = plan::no_register;
    truth can_be = plan::yes; ///< what the condition can be
};

[[nodiscard]] inline line_operands line_of(const run_state& state, const instruction& i) {
    const register_index* const operands = &state.plan->operands[i.a];
    line_operands line{operands[plan::line_when], operands[plan::line_value], operands[plan::line_applies], plan::yes};
    if (line.when != plan::no_register) { line.can_be = state.truths[line.when]; }
    return line;
}

/// Visits each instruction whose register was marked. Lines of tables that did not run are skipped: their registers still hold the values
/// of another subject.
class backward {
public:
    explicit backward(const run_state& state) : state_(state) {
        found_.truths.assign(state.truths.size(), 0);
        found_.numbers.assign(state.numbers.size(), 0);
        found_.slots.assign(state.slots.size(), 0);
        for (const plan::table& table : state.plan->tables) { table_ends_.push_back({table.lines.back(), line_hit(table)}); }
    }

    void mark(register_index truth, std::uint8_t distinctions = 1) {
        found_.truths[truth] = static_cast<std::uint8_t>(found_.truths[truth] | distinctions);
    }
    void mark_number(register_index number) { found_.numbers[number] = 1; }
    void mark_slot(register_index slot) { found_.slots[slot] = 1; }
    [[nodiscard]] std::uint8_t marked(register_index truth) const { return found_.truths[truth]; }
    [[nodiscard]] bool number_marked(register_index number) const { return found_.numbers[number] != 0; }

    template <class Visit>
    trace run(Visit visit) {
        const auto& code = state_.plan->code;
        for (std::size_t i = code.size(); i-- > 0;) {
            if (!table_ends_.empty() && table_ends_.back().last == i) {
                i = table_ends_.back().hit;
                table_ends_.pop_back();
            }
            if (wanted(code[i])) { visit(code[i]); }
        }
        return std::move(found_);
    }

private:
    struct table_end {
        std::size_t last = 0; ///< its last line, in the code
        std::size_t hit = 0;  ///< the last line that ran
    };

    [[nodiscard]] std::size_t line_hit(const plan::table& table) const {
        for (const std::uint32_t line : table.lines) {
            const register_index when = state_.plan->operands[state_.plan->code[line].a + plan::line_when];
            if (when == plan::no_register || state_.truths[when] == plan::yes) { return line; }
        }
        return table.lines.back();
    }

    [[nodiscard]] bool wanted(const instruction& i) const {
        if (!plan::writes_number(i.code)) { return found_.truths[i.to] != 0; }
        const bool applies = i.code == opcode::table_line && i.b != plan::no_register && found_.truths[i.b] != 0;
        return applies || found_.numbers[i.to] != 0;
    }

    const run_state& state_;
    std::vector<table_end> table_ends_; // in the order of the code; taken from the end
    trace found_;
};

} // namespace TIEUCHI_NAMESPACE::impl::assess
