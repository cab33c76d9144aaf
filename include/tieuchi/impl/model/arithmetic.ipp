// SPDX-License-Identifier: Apache-2.0
/// \file
/// What numbers can become: rates, rounded numbers, days further on, the values of tables.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/base/rounding.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

namespace {

/// Tables of more lines than this are left at the line that is hit; shorter ones are worked out whole, without a jump.
constexpr std::size_t short_table = 12;

constexpr const char* rate_help = "a rate is compared, as in `crimes per 1000 staff < 5`, or rounded: `… rounded to 0.01 half up`";

[[nodiscard]] bool is_plain(value_type type) { return type == value_type::number || type == value_type::percent; }

} // namespace

typed checker::constant(const context& where, decimal number, span at) {
    return add(where, constant_of(number, value_type::number, at));
}

typed checker::plain_number(const context& where, syntax::expression_id id) {
    const typed value = check_number(where, id);
    if (!value || value.type == value_type::number) { return value; }
    error(*where.file, (*where.file)[id].at, "E203", "this is " + what_it_is(value.type) + ", but a plain number is needed here",
          value.type == value_type::rate ? rate_help : "");
    return {};
}

typed checker::check_rate(const context& where, const syntax::expression& e) {
    const typed part = plain_number(where, e.left);
    const typed whole = plain_number(where, e.right);
    const auto times = e.digits.empty() ? decimal::from_integer(1) : number_of(*where.file, {e.digits, e.at});
    if (!part || !whole || !times) { return {}; }
    if (times->units() == 0) {
        error(*where.file, e.at, "E322", "a rate per 0 means nothing");
        return {};
    }
    const expression factor = constant_of(*times, value_type::number, e.at);
    expression rate;
    rate.op = operation::rate;
    rate.type = value_type::rate;
    rate.left = part.id;
    rate.right = whole.id;
    rate.constant = factor.constant;
    rate.constant_scale = factor.scale;
    rate.at = e.at;
    if (where.into->model->expressions[whole.id].bounds.least < 0) {
        error(*where.file, (*where.file)[e.right].at, "E322", "what a share or a rate is of cannot be less than zero",
              "give it `at least 0`");
        return {};
    }
    return add(where, rate);
}

/// `part` x `times` / `whole`, rounded.
typed checker::divided(const context& where, typed part, typed whole, decimal times, const syntax::rounding* to, span at) {
    if (!part || !whole) { return {}; }
    if (to == nullptr) {
        error(*where.file, at, "E323", "this divides, and does not say how to round",
              "add `rounded to 0.01 half up`, or as the text orders");
        return {};
    }
    const auto unit = number_of(*where.file, to->to);
    if (!unit) { return {}; }
    if (unit->units() == 0) {
        error(*where.file, to->at, "E322", "nothing can be rounded to a multiple of 0", "as in `rounded to 0.1 half up`");
        return {};
    }
    const expression& a = where.into->model->expressions[part.id];
    const expression& b = where.into->model->expressions[whole.id];
    const expression step = constant_of(*unit, value_type::number, at);
    const expression factor = constant_of(times, value_type::number, at);
    if (b.bounds.least < 0) {
        error(*where.file, at, "E322", "what a share or a rate is of cannot be less than zero", "give it `at least 0`");
        return {};
    }
    expression made;
    made.op = operation::divide;
    made.type = value_type::number;
    made.scale = step.scale;
    made.unit = step.constant;
    made.mode = to->mode;
    made.left = part.id;
    made.right = whole.id;
    made.at = at;
    // part x 10^-a x times x 10^-f / (whole x 10^-b), in units of step x 10^-s
    const int up = static_cast<int>(b.scale) + step.scale;
    const int down = static_cast<int>(a.scale) + factor.scale;
    const int128 over = static_cast<int128>(step.constant) * power_of_ten(static_cast<unsigned>(std::max(down - up, 0)));
    const int128 by = static_cast<int128>(factor.constant) * power_of_ten(static_cast<unsigned>(std::max(up - down, 0)));
    if (!fits(where, at, 0, by) || !fits(where, at, 0, over)) { return {}; }
    made.constant = static_cast<std::int64_t>(by);
    made.over = static_cast<std::int64_t>(over);
    const int128 smallest = std::max<std::int64_t>(b.bounds.least, 1) * over;
    const int128 largest = std::max<std::int64_t>(b.bounds.most, 1) * over;
    // By what it is divided cannot overflow either: both sides are products of two numbers that fit.
    int128 least = divide(a.bounds.least * by, a.bounds.least < 0 ? smallest : largest, to->mode) * step.constant;
    int128 most = divide(a.bounds.most * by, a.bounds.most < 0 ? largest : smallest, to->mode) * step.constant;
    if (b.bounds.least == 0) {
        least = std::min<int128>(least, 0);
        most = std::max<int128>(most, 0);
    }
    if (!fits(where, at, least, most)) { return {}; }
    made.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    return add(where, made);
}

typed checker::rounded(const context& where, typed value, const syntax::rounding& to) {
    if (!value) { return {}; }
    const expression of = where.into->model->expressions[value.id];
    if (value.type == value_type::rate) {
        const expression& part = where.into->model->expressions[of.left];
        decimal times = decimal::from_units(of.constant * power_of_ten(decimal::scale - of.constant_scale));
        return divided(where, {of.left, part.type}, {of.right, value_type::number}, times, &to, of.at);
    }
    if (!is_plain(value.type)) {
        error(*where.file, to.at, "E203", "this is " + what_it_is(value.type) + ", which cannot be rounded");
        return {};
    }
    const auto unit = number_of(*where.file, to.to);
    if (!unit) { return {}; }
    if (unit->units() == 0) {
        error(*where.file, to.at, "E322", "nothing can be rounded to a multiple of 0", "as in `rounded to 0.1 half up`");
        return {};
    }
    const expression step = constant_of(*unit, value_type::number, to.at);
    expression made;
    made.op = operation::round;
    made.type = value.type;
    made.scale = std::max(of.scale, step.scale);
    made.unit = step.constant * power_of_ten(static_cast<unsigned>(made.scale - step.scale));
    made.mode = to.mode;
    made.left = value.id;
    made.at = to.at;
    const int128 up = power_of_ten(static_cast<unsigned>(made.scale - of.scale));
    const int128 least = divide(up * of.bounds.least, made.unit, to.mode) * made.unit;
    const int128 most = divide(up * of.bounds.most, made.unit, to.mode) * made.unit;
    if (!fits(where, to.at, least, most) || !fits(where, to.at, up * of.bounds.least, up * of.bounds.most)) { return {}; }
    made.bounds = {static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
    return add(where, made);
}

typed checker::shift_date(const context& where, bool back, typed day, typed by, span at) {
    const expression& from = where.into->model->expressions[day.id];
    const expression& amount = where.into->model->expressions[by.id];
    const std::int64_t steps = back ? -amount.constant : amount.constant;
    expression made;
    made.type = value_type::date;
    made.left = day.id;
    made.at = at;
    const auto shifted = [&](std::int64_t one) {
        return amount.mask == 0 ? one + steps : days_since_epoch(add_months(date_from_days(one), steps));
    };
    constexpr std::int64_t most_days = 400'000; // some thousand years: what a calendar of four digits holds
    const bool near = amount.mask == 0 ? amount.constant <= most_days : amount.constant <= most_days / 31;
    if (near) { made.bounds = {shifted(from.bounds.least), shifted(from.bounds.most)}; }
    const std::int64_t first = days_since_epoch(date(1000, 1, 1));
    const std::int64_t last = days_since_epoch(date(9999, 12, 31));
    if (!near || made.bounds.least < first || made.bounds.most > last) {
        error(*where.file, at, "E310", "this can become a day beyond the years 1000 to 9999", "add less to it");
        return {};
    }
    if (amount.mask != 0) {
        made.op = operation::months;
        made.constant = steps;
        return add(where, made);
    }
    expression days;
    days.op = operation::number;
    days.type = value_type::number;
    days.constant = steps;
    days.bounds = {steps, steps};
    days.at = at;
    made.right = add(where, days).id;
    made.op = operation::add;
    return add(where, made);
}

typed checker::clamped(const context& where, typed value, std::optional<decimal> least, std::optional<decimal> most, span at) {
    if (!value) { return {}; }
    const expression of = where.into->model->expressions[value.id];
    expression made;
    made.op = operation::clamp;
    made.type = value.type;
    made.left = value.id;
    made.at = at;
    made.scale = of.scale;
    for (const auto& bound : {least, most}) {
        if (bound) { made.scale = std::max(made.scale, constant_of(*bound, value.type, at).scale); }
    }
    const int128 up = power_of_ten(static_cast<unsigned>(made.scale - of.scale));
    const auto in_scale = [&](decimal one) {
        return static_cast<int128>(one.units()) / power_of_ten(static_cast<unsigned>(decimal::scale - made.scale));
    };
    int128 low = up * of.bounds.least;
    int128 high = up * of.bounds.most;
    if (!fits(where, at, low, high)) { return {}; }
    if (least) {
        low = std::max(low, in_scale(*least));
        high = std::max(high, in_scale(*least));
    }
    if (most) {
        low = std::min(low, in_scale(*most));
        high = std::min(high, in_scale(*most));
    }
    if (low == up * of.bounds.least && high == up * of.bounds.most) { return value; }
    made.bounds = {static_cast<std::int64_t>(low), static_cast<std::int64_t>(high)};
    return add(where, made);
}

typed checker::choose(const context& where, index when, typed yes, typed no, typed not_applicable, span at) {
    if (when == none || !yes || !no || !not_applicable) { return {}; }
    expression made;
    made.op = operation::choose;
    made.type = yes.type;
    made.left = when;
    made.right = yes.id;
    made.third = no.id;
    made.fourth = not_applicable.id;
    made.at = at;
    const arena& all = where.into->model->expressions;
    for (const index one : {yes.id, no.id, not_applicable.id}) { made.scale = std::max(made.scale, all[one].scale); }
    bool first = true;
    for (const index one : {yes.id, no.id, not_applicable.id}) {
        const int128 up = power_of_ten(static_cast<unsigned>(made.scale - all[one].scale));
        if (!fits(where, at, up * all[one].bounds.least, up * all[one].bounds.most)) { return {}; }
        const auto low = static_cast<std::int64_t>(up * all[one].bounds.least);
        const auto high = static_cast<std::int64_t>(up * all[one].bounds.most);
        made.bounds = first ? range{low, high} : range{std::min(made.bounds.least, low), std::max(made.bounds.most, high)};
        first = false;
    }
    return add(where, made);
}

typed checker::first_match(const context& where, const std::vector<std::pair<index, typed>>& lines, typed otherwise, span at) {
    if (!otherwise || std::any_of(lines.begin(), lines.end(), [](const auto& one) { return one.first == none || !one.second; })) {
        return {};
    }
    if (lines.size() <= short_table) {
        typed value = otherwise;
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            value = choose(where, line->first, line->second, value, value, at);
        }
        return value;
    }
    standard& model = *where.into->model;
    expression made;
    made.op = operation::table;
    made.type = otherwise.type;
    made.at = at;
    made.constant = static_cast<std::int64_t>(model.tables.size());
    table kept;
    for (const auto& [when, value] : lines) { kept.lines.push_back({when, value.id}); }
    kept.lines.push_back({none, otherwise.id});
    for (const auto& line : kept.lines) { made.scale = std::max(made.scale, model.expressions[line.value].scale); }
    made.bounds = {INT64_MAX, INT64_MIN};
    for (const auto& line : kept.lines) {
        const expression& value = model.expressions[line.value];
        const int128 up = power_of_ten(static_cast<unsigned>(made.scale - value.scale));
        if (!fits(where, at, up * value.bounds.least, up * value.bounds.most)) { return {}; }
        made.bounds.least = std::min(made.bounds.least, static_cast<std::int64_t>(up * value.bounds.least));
        made.bounds.most = std::max(made.bounds.most, static_cast<std::int64_t>(up * value.bounds.most));
    }
    model.tables.push_back(std::move(kept));
    return add(where, made);
}

typed checker::check_table(const context& where, const syntax::quantity& text) {
    std::vector<syntax::table_line> written{{text.value, text.when}};
    written.insert(written.end(), text.lines.begin(), text.lines.end());
    std::vector<syntax::expression_id> values;
    for (const auto& line : written) { values.push_back(line.value); }
    values.push_back(text.otherwise);
    // Where no value is a name that is declared, the values are options of the table's own.
    const auto is_option = [&](syntax::expression_id id) {
        const syntax::expression& e = (*where.file)[id];
        return e.op == syntax::operation::name && e.words.front().text != "kind" && find(*where.names, e.words.front().text) == nullptr;
    };
    std::vector<option> options;
    const bool of_options = std::all_of(values.begin(), values.end(), is_option);
    const auto option_of = [&](syntax::expression_id id) {
        const std::string name((*where.file)[id].words.front().text);
        const auto same = [&](const option& one) { return one.name == name; };
        auto found = std::find_if(options.begin(), options.end(), same);
        if (found == options.end()) { found = options.insert(options.end(), {name, {}}); }
        expression one;
        one.op = operation::number;
        one.type = value_type::options;
        one.constant = found - options.begin();
        one.bounds = {one.constant, one.constant};
        one.at = (*where.file)[id].at;
        return add(where, one);
    };
    std::vector<typed> checked;
    for (const auto id : values) { checked.push_back(of_options ? option_of(id) : check_expression(where, id)); }
    std::vector<std::pair<index, typed>> lines;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const index when = condition(where, written[i].when);
        lines.emplace_back(when, checked[i]);
    }
    for (std::size_t i = 0; i < checked.size(); ++i) {
        if (!checked[i]) { return {}; }
        const bool fits_in = checked[i].type == checked.front().type &&
                             (of_options || is_plain(checked[i].type) || checked[i].type == value_type::date);
        if (!fits_in) {
            error(*where.file, (*where.file)[values[i]].at, "E204",
                  "this is " + what_it_is(checked[i].type) + ", and cannot stand in this table",
                  "the values of a table are all numbers, all percentages, all dates, or all names of its own");
            return {};
        }
    }
    if (options.size() > most_options) {
        error(*where.file, text.name.at, "E311", "more than " + std::to_string(most_options) + " options",
              "join some of them, or make it a number");
        return {};
    }
    const typed value = first_match(where, lines, checked.back(), text.at);
    if (value && of_options) {
        expression& kept = where.into->model->expressions[value.id];
        kept.at_index = static_cast<index>(where.into->model->choices.size());
        where.into->model->choices.push_back(std::move(options));
    }
    return value;
}

} // namespace tieuchi::impl::model
