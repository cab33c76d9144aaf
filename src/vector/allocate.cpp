// SPDX-License-Identifier: Apache-2.0
// Registers for what is needed at the same time, so that a block's numbers stay in the caches.
#include "vector/compiler.hpp"

namespace TIEUCHI_NAMESPACE::impl::vector {

namespace {

/// Calls `number` and `truth` with each register that a step names, what it writes included.
template <class Number, class Truth>
void for_each_register(program& of, step& one, Number number, Truth truth) {
    const auto number_operand = [&](operand& o) {
        if (!o.is_constant()) { number(o.at); }
    };
    const auto optional_truth = [&](register_index& at) {
        if (at != plan::no_register) { truth(at); }
    };
    const auto operand_at = [&](std::uint32_t i) -> operand& { return of.operands[one.first + i]; };
    switch (one.kind) {
    case step_kind::sum:
        for (std::uint32_t i = one.first; i < one.last; ++i) {
            term& each = of.terms[i];
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
    case step_kind::table_begin: optional_truth(one.one.b); break;
    case step_kind::linear: number_operand(one.a); break;
    case step_kind::number:
    case step_kind::asked:
        number_operand(one.a);
        number_operand(one.b);
        break;
    case step_kind::truth:
        optional_truth(one.one.a);
        optional_truth(one.one.b);
        break;
    case step_kind::choose_truth:
        for (std::uint32_t i = 0; i < 4; ++i) { truth(operand_at(i).at); }
        break;
    case step_kind::fact:
    case step_kind::fact_truth:
    case step_kind::outcomes: break;
    }
    const bool makes_number = one.kind <= step_kind::table_line;
    if (makes_number) {
        number(one.one.to);
    } else {
        truth(one.one.to);
    }
}

/// Gives names to registers anew, one that is free to each new one.
class renaming {
public:
    explicit renaming(std::size_t old_names) : last_(old_names, 0), name_(old_names, plan::no_register) {}

    void used(register_index one, std::size_t at) { last_[one] = at; }

    void rename(register_index& one, std::size_t at) {
        if (name_[one] == plan::no_register) {
            if (free_.empty()) {
                name_[one] = names_++;
            } else {
                name_[one] = free_.back();
                free_.pop_back();
            }
        }
        if (last_[one] == at) { leaving_.push_back(one); }
        one = name_[one];
    }

    /// After a step: what it read last is free.
    void end_of_step() {
        for (const register_index one : leaving_) {
            if (last_[one] == SIZE_MAX) { continue; } // it has left already: the step reads it twice
            free_.push_back(name_[one]);
            last_[one] = SIZE_MAX;
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
void for_each_root(program& of, Number number, Truth truth) {
    const auto optional_number = [&](register_index& at) {
        if (at != plan::no_register) { number(at); }
    };
    const auto optional_truth = [&](register_index& at) {
        if (at != plan::no_register) { truth(at); }
    };
    optional_number(of.total.at);
    optional_number(of.maximum.at);
    const auto value = [&](value_root& one) {
        optional_number(one.number.at);
        optional_truth(one.applies);
    };
    for (value_root& one : of.quotas) { value(one); }
    optional_truth(of.where);
    value(of.told);
    for (criterion_roots& one : of.criteria) {
        optional_truth(one.met);
        optional_number(one.points.at);
        optional_number(one.possible.at);
    }
    for (fixed_loss& one : of.fixed_losses) { truth(one.truth); }
    for (plan::exit& one : of.exits) { optional_truth(one.when); }
    for (register_index& one : of.outcomes) { optional_truth(one); }
    for (plan::adjustment& one : of.adjustments) { optional_truth(one.when); }
}

} // namespace

void compiler::allocate() {
    renaming numbers(made_.numbers);
    renaming truths(made_.truths);
    const std::size_t end = made_.steps.size();
    for (std::size_t at = 0; at < end; ++at) {
        for_each_register(
            made_, made_.steps[at], [&](register_index& one) { numbers.used(one, at); },
            [&](register_index& one) { truths.used(one, at); });
    }
    for_each_root(
        made_, [&](register_index& one) { numbers.used(one, end); }, [&](register_index& one) { truths.used(one, end); });
    for (std::size_t at = 0; at < end; ++at) {
        for_each_register(
            made_, made_.steps[at], [&](register_index& one) { numbers.rename(one, at); },
            [&](register_index& one) { truths.rename(one, at); });
        numbers.end_of_step();
        truths.end_of_step();
    }
    for_each_root(
        made_, [&](register_index& one) { numbers.rename(one, end); }, [&](register_index& one) { truths.rename(one, end); });
    made_.numbers = numbers.names();
    made_.truths = truths.names();
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
