// SPDX-License-Identifier: Apache-2.0
/// \file
/// Model to plan: what is needed is lowered, each expression or criterion after all that it depends on.
#pragma once

#include "plan/lower.hpp"

#include <array>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::plan {

inline constexpr std::uint64_t every_kind = ~std::uint64_t{0};

/// For which subjects a number has a value.
struct applicability {
    std::uint64_t kinds = every_kind;   ///< only those of these kinds,
    register_index where = no_register; ///< and only where this truth is yes; none: always
    friend bool operator==(const applicability&, const applicability&) = default;
};

/// A number that has been lowered: a constant of the plan, or in a register.
struct number {
    std::optional<std::int64_t> constant;
    register_index at = no_register;
    applicability applies;
};

class lowering {
public:
    lowering(const model::standard& standard, const settled_choices& chosen);

    void lower_standard();
    void lower_tally(const model::tally::over& part);
    program take();

private:
    // the order of lowering: demand.cpp
    struct task {
        bool of_criterion = false;
        std::uint8_t stage = 0;
        model::index at = model::none;
    };
    using tasks = std::vector<task>;
    void ensure(model::index expression) { drain({{false, 0, expression}}); }
    void ensure_criterion(model::index criterion) { drain({{true, 0, criterion}}); }
    void drain(tasks open);
    void enter_criterion(task next, tasks& open);
    void enter_expression(task next, tasks& open);
    void need_operands(const model::expression& e, tasks& open) const;
    void need_rest(const model::expression& e, tasks& open) const;
    void need_shared(const model::table& table, tasks& open);
    [[nodiscard]] bool is_shared(model::index expression) const;
    void count_uses();
    void use(model::index expression);

    // instructions: emit.cpp
    register_index number_register(instruction op) { return append(program_.code, program_.numbers, op); }
    register_index truth_register(instruction op);
    register_index leading_number(instruction op) { return append(leading_, program_.numbers, op); }
    static register_index append(std::vector<instruction>& code, register_index& count, instruction op);
    register_index constant_number(std::int64_t value);
    register_index constant_truth(truth set);
    register_index in_register(const number& value);
    number computed(instruction op, const number& a);
    number computed(instruction op, const number& a, const number& b);
    register_index predicate(instruction op, const number& a);
    register_index predicate(instruction op, const number& a, const number& b);
    [[nodiscard]] std::optional<truth> constant_of(register_index truth) const { return constants_[truth]; }
    register_index put_operands(std::initializer_list<register_index> operands);

    // truths: lower_truths.cpp
    void settle_by_readings();
    [[nodiscard]] truth settled_by_readings(const model::expression& e) const;
    [[nodiscard]] bool is_chosen(const model::expression& option) const;
    register_index truth_for(const model::expression& e);
    register_index both(const model::expression& e);
    register_index either(const model::expression& e);
    register_index both(register_index a, register_index b);
    register_index negate(register_index a);
    register_index accepted(register_index a);
    register_index only_where(register_index condition, register_index a);
    register_index unless(register_index a, register_index exception);
    register_index compare(const model::expression& e);
    register_index share(const model::expression& e);

    // numbers: lower_numbers.cpp
    void lower_number(model::index at);
    number number_for(model::index at);
    number divide(const model::expression& e);
    number look_up(const model::expression& e);
    number only_of_some(number value, model::index whole);
    number choose(const model::expression& e);
    number where_valued(const model::expression& e);
    number count_met(const model::expression& e);
    [[nodiscard]] std::int64_t known_day(model::known_day which) const;
    number scaled(number value, std::int64_t factor);
    number in_scale(model::index expression, unsigned scale);

    // for which subjects: applicability.cpp
    [[nodiscard]] std::uint64_t kinds_of_fact(model::index fact) const;
    [[nodiscard]] bool is_every_kind(std::uint64_t kinds) const;
    register_index is_of_kinds(std::uint64_t kinds);
    register_index only_for(const applicability& scope, register_index truth);
    register_index truth_of(const applicability& scope);
    applicability meet(const applicability& a, const applicability& b);
    applicability of_choice(const model::expression& e);

    // facts: lower_facts.cpp
    register_index load(model::index fact);
    register_index bounded_above(model::index fact);
    register_index bounded_below(model::index fact);
    register_index bound(opcode op, model::index fact, register_index known, register_index by);
    register_index fact(model::index fact);

    // tables: lower_tables.cpp
    number table(const model::expression& e);
    bool lower_line(const model::table::line& lower_line, unsigned scale, register_index into, register_index applies);

    // criteria and outcomes: lower_criteria.cpp
    void lower_criterion(model::index at);
    register_index combined(const model::criterion& criterion);
    register_index every_criterion();
    void lower_criteria();
    void lower_exits();
    void lower_outcomes();
    void lower_totals();
    register_index number_at(model::index expression);
    register_index truth_at(model::index expression);

    const model::standard& standard_;
    const model::arena& expressions_;
    const settled_choices& chosen_;
    program program_;
    std::vector<instruction>
        leading_; ///< facts, constants, kinds: before all else, so that every later instruction may read them
    std::vector<std::optional<truth>> constants_; ///< of truth registers
    std::unordered_map<std::int64_t, register_index> constant_numbers_;
    std::array<register_index, 8> constant_truths_{};
    std::unordered_map<std::uint64_t, register_index> of_kinds_;
    std::vector<register_index> truths_; ///< of expressions
    std::vector<number> numbers_;        ///< of expressions
    std::vector<bool> lowered_;
    static constexpr truth unsettled = 0;
    std::vector<truth> by_readings_;  ///< of expressions: what readings alone make of them
    std::vector<std::uint32_t> uses_; ///< of expressions; counted where there are tables
    bool in_line_ = false;            ///< a line of a table is being lowered
    register_index every_criterion_ = no_register;
    std::vector<register_index> fact_;
    std::vector<register_index> raw_;
    std::vector<register_index> above_; ///< facts with what bounds them from above
    std::vector<register_index> below_; ///< facts with what they bound
    std::vector<std::vector<model::index>> bounded_by_;
};

} // namespace TIEUCHI_NAMESPACE::impl::plan
