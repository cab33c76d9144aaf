// SPDX-License-Identifier: Apache-2.0
/// \file
/// One pass over a plan from its end. Operands stand before what uses them, so it visits each instruction once.
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

/// What a choice takes: the values that the truth before them can have, each with its operand.
struct branch {
    truth value = plan::yes;
    register_index at = plan::no_register;
};

[[nodiscard]] inline std::vector<branch> branches_of(const run_state& state, const instruction& i) {
    const register_index* const operands = &state.plan->operands[i.a];
    const truth by = state.truths[operands[0]];
    std::vector<branch> possible;
    if ((by & plan::yes) != 0) { possible.push_back({plan::yes, operands[1]}); }
    if ((by & plan::no) != 0) { possible.push_back({plan::no, operands[2]}); }
    if ((by & plan::not_applicable) != 0) { possible.push_back({plan::not_applicable, operands[3]}); }
    return possible;
}

/// A line of a table: its condition, its value, and the truth that says whether it has one.
struct line_operands {
    register_index when = plan::no_register;
    register_index value = plan::no_register;
    register_index applies = plan::no_register;
    truth can_be = plan::yes; ///< the condition
};

[[nodiscard]] inline line_operands line_of(const run_state& state, const instruction& i) {
    const register_index* const operands = &state.plan->operands[i.a];
    line_operands line{operands[plan::line_when], operands[plan::line_value], operands[plan::line_applies], plan::yes};
    if (line.when != plan::no_register) { line.can_be = state.truths[line.when]; }
    return line;
}

/// Calls back for each instruction whose register was marked. Lines of tables that did not run are not there for it: their registers
/// are those of other subjects.
class backward {
public:
    explicit backward(const run_state& state) : state_(state) {
        found_.truths.assign(state.truths.size(), 0);
        found_.numbers.assign(state.numbers.size(), 0);
        found_.slots.assign(state.slots.size(), 0);
        for (const plan::table& one : state.plan->tables) { left_at_.push_back({one.lines.back(), line_hit(one)}); }
    }

    void mark(register_index truth, std::uint8_t how = 1) {
        found_.truths[truth] = static_cast<std::uint8_t>(found_.truths[truth] | how);
    }
    void mark_number(register_index number) { found_.numbers[number] = 1; }
    void mark_slot(register_index slot) { found_.slots[slot] = 1; }
    [[nodiscard]] std::uint8_t marked(register_index truth) const { return found_.truths[truth]; }
    [[nodiscard]] bool number_marked(register_index number) const { return found_.numbers[number] != 0; }

    template <class Visit>
    trace run(Visit visit) {
        const auto& code = state_.plan->code;
        for (std::size_t i = code.size(); i-- > 0;) {
            if (!left_at_.empty() && left_at_.back().last == i) {
                i = left_at_.back().hit;
                left_at_.pop_back();
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
    std::vector<table_end> left_at_; // in the order of the code; taken from the end
    trace found_;
};

} // namespace TIEUCHI_NAMESPACE::impl::assess
