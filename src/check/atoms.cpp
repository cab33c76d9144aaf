// SPDX-License-Identifier: Apache-2.0
// What expressions are made of: literals, facts, the names of other things.
#include "check/expressions.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

expression constant_of(decimal number, value_type type, span at) {
    expression e;
    e.op = operation::number;
    e.type = type;
    e.scale = decimal::scale;
    e.constant = number.units();
    while (e.scale > 0 && e.constant % 10 == 0) {
        e.constant /= 10;
        --e.scale;
    }
    e.bounds = {e.constant, e.constant};
    e.at = at;
    return e;
}

expression share_factor(decimal percent, span at) {
    expression factor = constant_of(percent, value_type::number, at);
    factor.scale = static_cast<std::uint8_t>(factor.scale + 2);
    return factor;
}

std::optional<known_day> known_day_of(std::string_view name) {
    if (name == "rules_date") { return known_day::rules_date; }
    if (name == "period_first") { return known_day::period_first; }
    if (name == "period_last") { return known_day::period_last; }
    return std::nullopt;
}

namespace {

[[nodiscard]] value_type type_of(fact_type type) {
    switch (type) {
    case fact_type::yes_no: return value_type::truth;
    case fact_type::percent: return value_type::percent;
    case fact_type::date: return value_type::date;
    case fact_type::one_of: return value_type::options;
    case fact_type::count:
    case fact_type::number:
    case fact_type::judged: break;
    }
    return value_type::number;
}

} // namespace

typed expression_checker::check_literal(const context& where, const syntax::expression& e) {
    if (e.op == syntax::operation::date) {
        const auto day = literals_.date_of(*where.file, e.digits, e.at);
        if (!day) { return {}; }
        expression constant;
        constant.op = operation::number;
        constant.type = value_type::date;
        constant.constant = days_since_epoch(*day);
        constant.bounds = {constant.constant, constant.constant};
        constant.at = e.at;
        return add(where, constant);
    }
    const auto number = literals_.number_of(*where.file, {e.digits, e.at});
    if (!number) { return {}; }
    return add(where, constant_of(*number, e.op == syntax::operation::percent ? value_type::percent : value_type::number, e.at));
}

/// `6 months`: the constant counts days where `mask` is 0, else months.
typed expression_checker::check_duration(const context& where, const syntax::expression& e) {
    const auto number = literals_.number_of(*where.file, {e.digits, e.at});
    if (!number) { return {}; }
    constexpr std::int64_t most = 1'000'000; // more than any calendar holds
    if (!number->is_whole() || number->units() > most * decimal::one) {
        error(*where.file, e.at, say<diag::length_of_time_not_whole>());
        return {};
    }
    const std::string_view unit = e.words.front().text;
    expression length;
    length.op = operation::number;
    length.type = value_type::duration;
    length.constant = number->units() / decimal::one * (unit == "years" ? 12 : 1);
    length.bounds = {length.constant, length.constant};
    length.mask = unit == "days" ? 0 : 1;
    length.at = e.at;
    return add(where, length);
}

typed expression_checker::check_known_day(const context& where, known_day day, span at) {
    if (day != known_day::rules_date && !where.into->model->window) {
        error(*where.file, at, say<diag::period_without_window>(where.into->model->name));
        return {};
    }
    expression known;
    known.op = operation::day;
    known.type = value_type::date;
    known.constant = static_cast<std::int64_t>(day);
    known.bounds = {days_since_epoch(date(1800, 1, 1)), days_since_epoch(date(2999, 12, 31))}; // as of a fact that is a date
    known.at = at;
    return add(where, known);
}

typed expression_checker::read_fact(const context& where, index fact, span at) {
    const tieuchi::fact& f = where.into->model->facts[fact];
    where.into->fact_read[fact] = true;
    expression read;
    read.op = operation::fact;
    read.at_index = fact;
    read.type = type_of(f.type);
    read.scale = static_cast<std::uint8_t>(f.scale);
    const std::int64_t unit = power_of_ten(static_cast<unsigned>(decimal::scale - f.scale));
    read.bounds = {f.least.units() / unit, f.most.units() / unit};
    read.at = at;
    return add(where, read);
}

typed expression_checker::check_name(const context& where, const syntax::word& name) {
    if (const auto day = known_day_of(name.text)) { return check_known_day(where, *day, name.at); }
    symbol* const found = names_.resolve(where, name);
    if (found == nullptr) { return {}; }
    if (found->from == nullptr) { return read_fact(where, 0, name.at); } // `kind`
    switch (found->from->what.index()) {
    case 0: return read_fact(where, found->at_index, name.at);
    case 1: {
        if (found->failed) { return {}; }
        return {found->at_index, where.into->model->expressions[found->at_index].type};
    }
    default: {
        expression chosen;
        chosen.op = operation::in_reading;
        chosen.type = value_type::options;
        chosen.at_index = found->at_index;
        chosen.at = name.at;
        return add(where, chosen);
    }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
