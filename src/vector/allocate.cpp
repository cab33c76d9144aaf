// SPDX-License-Identifier: Apache-2.0
// Register allocation: values that are not live at the same time share a register, so that the numbers of a block stay in the caches.
#include "vector/compiler.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

namespace {

/// Calls `number` and `truth` with each register that a step reads or writes.
template <class Number, class Truth>
void for_each_register(program& program, step& item, Number number, Truth truth) {
    const auto number_operand = [&](operand& o) {
        if (!o.is_constant()) { number(o.at); }
    };
    const auto optional_truth = [&](register_index& at) {
        if (at != plan::no_register) { truth(at); }
    };
    const auto operand_at = [&](std::uint32_t i) -> operand& { return program.operands[item.first + i]; };
    switch (item.kind) {
    case step_kind::sum:
        for (std::uint32_t i = item.first; i < item.last; ++i) {
            term& each = program.terms[i];
            if (each.number != plan::no_register) { number(each.number); }
            optional_truth(each.truth);
        }
        break;
    case step_kind::choose:
        truth(operand_at(0).at);
        for (std::uint32_t i = 1; i < 4; ++i) { number_operand(operand_at(i)); }
        break;
    case step_kind::table_line:
        optional_truth(operand_at(plan::line_when).at);
        number_operand(operand_at(plan::line_value));
        optional_truth(operand_at(plan::line_applies).at);
        [[fallthrough]];
    case step_kind::table_begin: optional_truth(item.op.b); break;
    case step_kind::linear: number_operand(item.a); break;
    case step_kind::number:
    case step_kind::predicate:
        number_operand(item.a);
        number_operand(item.b);
        break;
    case step_kind::truth:
        optional_truth(item.op.a);
        optional_truth(item.op.b);
        break;
    case step_kind::choose_truth:
        for (std::uint32_t i = 0; i < 4; ++i) { truth(operand_at(i).at); }
        break;
    case step_kind::fact:
    case step_kind::fact_truth:
    case step_kind::outcomes: break;
    }
    const bool makes_number = item.kind <= step_kind::table_line;
    if (makes_number) {
        number(item.op.to);
    } else {
        truth(item.op.to);
    }
}

/// Renumbers registers, reusing the numbers of those that are no longer read.
class renaming {
public:
    explicit renaming(std::size_t old_names) : last_(old_names, 0), name_(old_names, plan::no_register) {}

    void used(register_index reg, std::size_t at) { last_[reg] = at; }

    void rename(register_index& reg, std::size_t at) {
        if (name_[reg] == plan::no_register) {
            if (free_.empty()) {
                name_[reg] = names_++;
            } else {
                name_[reg] = free_.back();
                free_.pop_back();
            }
        }
        if (last_[reg] == at) { leaving_.push_back(reg); }
        reg = name_[reg];
    }

    /// After a step: registers that it was the last to read are free.
    void end_of_step() {
        for (const register_index reg : leaving_) {
            if (last_[reg] == SIZE_MAX) { continue; } // freed already: the step reads it twice
            free_.push_back(name_[reg]);
            last_[reg] = SIZE_MAX;
        }
        leaving_.clear();
    }

    [[nodiscard]] std::uint32_t names() const noexcept { return names_; }

private:
    std::vector<std::size_t> last_; ///< the last step that names it
    std::vector<register_index> name_;
    std::vector<register_index> free_;
    std::vector<register_index> leaving_;
    std::uint32_t names_ = 0;
};

template <class Number, class Truth>
void for_each_root(program& program, Number number, Truth truth) {
    const auto optional_number = [&](register_index& at) {
        if (at != plan::no_register) { number(at); }
    };
    const auto optional_truth = [&](register_index& at) {
        if (at != plan::no_register) { truth(at); }
    };
    optional_number(program.total.at);
    optional_number(program.maximum.at);
    const auto value = [&](value_root& root) {
        optional_number(root.number.at);
        optional_truth(root.applies);
    };
    for (value_root& each : program.quotas) { value(each); }
    optional_truth(program.where);
    value(program.contribution);
    for (criterion_roots& roots : program.criteria) {
        optional_truth(roots.met);
        optional_number(roots.points.at);
        optional_number(roots.possible.at);
    }
    for (fixed_loss& each : program.fixed_losses) { truth(each.truth); }
    for (plan::exit& each : program.exits) { optional_truth(each.when); }
    for (register_index& reg : program.outcomes) { optional_truth(reg); }
    for (plan::adjustment& adjustment : program.adjustments) { optional_truth(adjustment.when); }
}

} // namespace

void compiler::allocate() {
    renaming numbers(program_.numbers);
    renaming truths(program_.truths);
    const std::size_t end = program_.steps.size();
    for (std::size_t at = 0; at < end; ++at) {
        for_each_register(
            program_, program_.steps[at], [&](register_index& reg) { numbers.used(reg, at); },
            [&](register_index& reg) { truths.used(reg, at); });
    }
    for_each_root(
        program_, [&](register_index& reg) { numbers.used(reg, end); }, [&](register_index& reg) { truths.used(reg, end); });
    for (std::size_t at = 0; at < end; ++at) {
        for_each_register(
            program_, program_.steps[at], [&](register_index& reg) { numbers.rename(reg, at); },
            [&](register_index& reg) { truths.rename(reg, at); });
        numbers.end_of_step();
        truths.end_of_step();
    }
    for_each_root(
        program_, [&](register_index& reg) { numbers.rename(reg, end); }, [&](register_index& reg) { truths.rename(reg, end); });
    program_.numbers = numbers.names();
    program_.truths = truths.names();
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
