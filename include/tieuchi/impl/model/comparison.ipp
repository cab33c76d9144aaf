// SPDX-License-Identifier: Apache-2.0
/// \file
/// Comparisons: of quantities, of a part with a share of the whole, of options.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

namespace {

[[nodiscard]] relation relation_of(syntax::operation op) {
    switch (op) {
    case syntax::operation::equal: return relation::equal;
    case syntax::operation::not_equal: return relation::not_equal;
    case syntax::operation::less: return relation::less;
    case syntax::operation::less_equal: return relation::less_equal;
    case syntax::operation::greater: return relation::greater;
    default: return relation::greater_equal;
    }
}

/// The relation that holds when the two sides change places.
[[nodiscard]] relation turned_round(relation r) {
    switch (r) {
    case relation::less: return relation::greater;
    case relation::less_equal: return relation::greater_equal;
    case relation::greater: return relation::less;
    case relation::greater_equal: return relation::less_equal;
    default: return r;
    }
}

/// Whether the relation holds for every pair, for none, or depends.
enum class certainty : std::uint8_t { depends, always, never };

[[nodiscard]] certainty certainty_of(relation r, int128 a_least, int128 a_most, int128 b_least, int128 b_most) {
    const auto when = [](bool always, bool never) {
        return always ? certainty::always : never ? certainty::never : certainty::depends;
    };
    const bool apart = a_most < b_least || b_most < a_least;
    const bool same = a_least == a_most && b_least == b_most && a_least == b_least;
    switch (r) {
    case relation::equal: return when(same, apart);
    case relation::not_equal: return when(apart, same);
    case relation::less: return when(a_most < b_least, a_least >= b_most);
    case relation::less_equal: return when(a_most <= b_least, a_least > b_most);
    case relation::greater: return when(a_least > b_most, a_most <= b_least);
    case relation::greater_equal: return when(a_least >= b_most, a_most < b_least);
    }
    return certainty::depends;
}

[[nodiscard]] std::vector<std::string> names_of(const std::vector<option>& options) {
    std::vector<std::string> names;
    names.reserve(options.size());
    for (const auto& one : options) { names.push_back(one.name); }
    return names;
}

[[nodiscard]] std::uint64_t all_of_them(std::size_t options) {
    return options >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << options) - 1;
}

} // namespace

void checker::warn_if_constant(const context& where, const expression& e) {
    const expression& a = where.into->model->expressions[e.left];
    const expression& b = where.into->model->expressions[e.right];
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = power_of_ten(scale - b.scale);
    const certainty sure =
        certainty_of(e.relation, up_a * a.bounds.least, up_a * a.bounds.most, up_b * b.bounds.least, up_b * b.bounds.most);
    if (sure == certainty::depends) { return; }
    warn(*where.file, e.at, "W302", sure == certainty::always ? "this always holds" : "this can never hold",
         "the values that its facts can have leave it no choice");
}

typed checker::check_comparison(const context& where, const syntax::expression& e) {
    if (!e.left || !e.right) { return {}; }
    const syntax::expression& left_text = (*where.file)[e.left];
    const syntax::expression& right_text = (*where.file)[e.right];
    const relation relation = relation_of(e.op);
    if (right_text.op == syntax::operation::percent_of) { return check_share(where, e, e.left, right_text, relation); }
    if (left_text.op == syntax::operation::percent_of) {
        return check_share(where, e, e.right, left_text, turned_round(relation));
    }

    const typed left = check_expression(where, e.left);
    if (left && left.type == value_type::options) { return check_order_of_options(where, e, left); }
    const typed right = check_expression(where, e.right);
    if (!left || !right) { return {}; }
    if (left.type == value_type::rate || right.type == value_type::rate) { return check_rates(where, e, left, right, relation); }
    if (left.type != right.type || left.type == value_type::truth || left.type == value_type::options ||
        left.type == value_type::duration) {
        std::string help;
        if (left.type == value_type::number && right.type == value_type::percent) { help = "say of what, as in `70% of staff`"; }
        if (left.type == value_type::percent && right.type == value_type::number) {
            help = "a percentage is written with `%`, as in `70%`";
        }
        if (left.type == value_type::date || right.type == value_type::date) {
            help = "a day is written year-month-day, as in `2022-11-15`";
        }
        if (left.type == value_type::truth || right.type == value_type::truth) {
            const std::string fact(where.file->source->text(left.type == value_type::truth ? left_text.at : right_text.at));
            help = "what is yes or no is a condition by itself: write `" + fact + "` or `not " + fact + "`";
        }
        if (right.type == value_type::options) { help = "the fact stands on the left, the option on the right"; }
        error(*where.file, e.at, "E204", what_it_is(left.type) + " cannot be compared with " + what_it_is(right.type), help);
        return {};
    }
    return compare_numbers(where, left, right, relation, e.at, true);
}

typed checker::compare_numbers(const context& where, typed left, typed right, model::relation relation, span at, bool warn) {
    if (!left || !right) { return {}; }
    const expression& a = where.into->model->expressions[left.id];
    const expression& b = where.into->model->expressions[right.id];
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = power_of_ten(scale - b.scale);
    if (!fits(where, at, up_a * a.bounds.least, up_a * a.bounds.most) ||
        !fits(where, at, up_b * b.bounds.least, up_b * b.bounds.most)) {
        return {};
    }
    expression compared;
    compared.op = operation::compare;
    compared.relation = relation;
    compared.left = left.id;
    compared.right = right.id;
    compared.at = at;
    if (warn) { warn_if_constant(where, compared); }
    return add(where, compared);
}

typed checker::check_share(const context& where, const syntax::expression& e, syntax::expression_id counted,
                           const syntax::expression& share, model::relation relation) {
    const typed part = check_number(where, counted);
    const typed whole = check_number(where, share.left);
    const auto percent = number_of(*where.file, {share.digits, share.at});
    if (!part || !whole || !percent) { return {}; }
    if (part.type != value_type::number || whole.type != value_type::number) {
        error(*where.file, e.at, "E204", "a share compares two plain numbers", "as in `staff_informed >= 90% of staff`");
        return {};
    }
    return compare_share(where, part, whole, share_factor(*percent, share.at), relation, e.at);
}

/// `part` rel `factor` x `whole`; not applicable where the whole is zero.
typed checker::compare_share(const context& where, typed part, typed whole, const expression& factor, model::relation relation,
                             span at) {
    if (!part || !whole) { return {}; }
    const expression& a = where.into->model->expressions[part.id];
    const expression& b = where.into->model->expressions[whole.id];
    expression compared;
    compared.op = operation::share;
    compared.relation = relation;
    compared.left = part.id;
    compared.right = whole.id;
    compared.constant = factor.constant;
    compared.scale = factor.scale;
    compared.at = at;
    const unsigned scale = std::max<unsigned>(a.scale, static_cast<unsigned>(b.scale) + compared.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = static_cast<int128>(power_of_ten(scale - b.scale - compared.scale)) * compared.constant;
    if (!fits(where, at, up_a * a.bounds.least, up_a * a.bounds.most) ||
        !fits(where, at, up_b * b.bounds.least, up_b * b.bounds.most)) {
        return {};
    }
    return add(where, compared);
}

/// A rate against a number or another rate, without a division: A x m / B < k is A x m < k x B.
typed checker::check_rates(const context& where, const syntax::expression& e, typed left, typed right, model::relation relation) {
    if (left.type != value_type::rate) { return check_rates(where, e, right, left, turned_round(relation)); }
    if (right.type != value_type::rate && right.type != value_type::number) {
        error(*where.file, e.at, "E204", what_it_is(left.type) + " cannot be compared with " + what_it_is(right.type),
              "a rate is compared with a number or with another rate");
        return {};
    }
    const auto counted = [&](typed one) {
        const expression rate = where.into->model->expressions[one.id];
        expression times;
        times.constant = rate.constant;
        times.scale = rate.constant_scale;
        return multiply(where, {rate.left, value_type::number}, times, e.at);
    };
    const typed whole{where.into->model->expressions[left.id].right, value_type::number};
    const expression other = where.into->model->expressions[right.id];
    if (other.op == operation::number) { return compare_share(where, counted(left), whole, other, relation, e.at); }
    if (right.type == value_type::number) {
        return where_not_zero(where, {whole.id},
                              compare_numbers(where, counted(left), product(where, right, whole, e.at), relation, e.at, false),
                              e.at);
    }
    const typed other_whole{other.right, value_type::number};
    const typed here = product(where, counted(left), other_whole, e.at);
    const typed there = product(where, counted(right), whole, e.at);
    return where_not_zero(where, {whole.id, other_whole.id}, compare_numbers(where, here, there, relation, e.at, false), e.at);
}

typed checker::where_not_zero(const context& where, const std::vector<index>& wholes, typed compared, span at) {
    for (const index whole : wholes) {
        if (!compared) { return {}; }
        expression some;
        some.op = operation::not_zero;
        some.left = whole;
        some.at = at;
        expression guarded;
        guarded.op = operation::only_where;
        guarded.left = add(where, some).id;
        guarded.right = compared.id;
        guarded.at = at;
        compared = add(where, guarded);
    }
    return compared;
}

const std::vector<option>* checker::options_of(const context& where, const expression& e) const {
    const standard& model = *where.into->model;
    if (e.op == operation::fact) { return &model.facts[e.at_index].options; }
    return e.op == operation::in_reading ? &model.readings[e.at_index].options : &model.choices[e.at_index];
}

std::optional<std::uint64_t> checker::options_mask(const context& where, const std::vector<std::string>& known,
                                                   const std::vector<syntax::word>& words, const std::string& of,
                                                   const std::vector<std::string>& elsewhere) {
    std::uint64_t mask = 0;
    bool good = true;
    for (const auto& word : words) {
        const auto found = std::find(known.begin(), known.end(), word.text);
        if (found == known.end()) {
            if (std::find(elsewhere.begin(), elsewhere.end(), word.text) != elsewhere.end()) { continue; } // never the case here
            good = false;
            error(*where.file, word.at, "E205", "`" + std::string(word.text) + "` is not one of the options of `" + of + "`",
                  did_you_mean(word.text, known, "they are " + list_of(known)));
            continue;
        }
        mask |= std::uint64_t{1} << static_cast<unsigned>(found - known.begin());
    }
    return good ? std::optional(mask) : std::nullopt;
}

typed checker::check_membership(const context& where, const syntax::expression& e) {
    if (!e.left) { return {}; }
    const syntax::expression& left_text = (*where.file)[e.left];
    expression membership;
    membership.at = e.at;
    std::vector<std::string> known;
    std::string of;
    if (left_text.op == syntax::operation::outcome) {
        if (!where.of_subunit) {
            error(*where.file, left_text.at, "E212", "only a count over sub-units can ask for an outcome",
                  "as in `count from count of (…) where outcome is met`");
            return {};
        }
        for (const auto& one : where.into->model->outcomes) { known.push_back(one.shown.name); }
        membership.op = operation::in_outcomes;
        of = "outcome";
    } else {
        const typed left = check_expression(where, e.left);
        if (!left) { return {}; }
        if (left.type != value_type::options) {
            const std::string named(where.file->source->text(left_text.at));
            error(*where.file, left_text.at, "E203", "this is " + what_it_is(left.type) + ", so it is none of several options",
                  left.type == value_type::truth
                      ? "what is yes or no is a condition by itself: write `" + named + "` or `not " + named + "`"
                      : "compare it with `=`");
            return {};
        }
        const expression& asked = where.into->model->expressions[left.id];
        known = names_of(*options_of(where, asked));
        membership.op = asked.op == operation::fact         ? operation::in_options
                        : asked.op == operation::in_reading ? operation::in_reading
                                                            : operation::in_values;
        membership.at_index = asked.at_index;
        if (membership.op == operation::in_values) { membership.left = left.id; }
        of = std::string(where.file->source->text(left_text.at));
    }
    // A criterion brought in by `same as` may ask for a kind that only its own standard is for.
    const bool of_kind = membership.op == operation::in_options && membership.at_index == 0;
    const auto mask = options_mask(where, known, e.words, of, of_kind ? where.names->model->kinds : std::vector<std::string>{});
    if (!mask) { return {}; }
    membership.mask = e.negated ? all_of_them(known.size()) & ~*mask : *mask;
    return add(where, membership);
}

typed checker::check_order_of_options(const context& where, const syntax::expression& e, typed left) {
    const expression asked = where.into->model->expressions[left.id];
    const syntax::expression& right = (*where.file)[e.right];
    const std::string of(where.file->source->text(asked.at));
    const relation relation = relation_of(e.op);
    if (relation == relation::equal || relation == relation::not_equal) {
        const std::string option = right.op == syntax::operation::name ? std::string(right.words.front().text) : "…";
        error(*where.file, e.at, "E204", "options are not compared with `=` or `!=`",
              "write `" + of + (relation == relation::equal ? " is " : " is not ") + option + "`");
        return {};
    }
    if (asked.op != operation::fact || !where.into->model->facts[asked.at_index].ordered) {
        error(*where.file, e.at, "E206", "the options of `" + of + "` have no order",
              "declare it `ordered one of (…)`, lowest first, or write `" + of + " in (…)`");
        return {};
    }
    if (right.op != syntax::operation::name) {
        error(*where.file, right.at, "E205", "an option of `" + of + "` must stand here",
              "they are " + list_of(names_of(*options_of(where, asked))));
        return {};
    }
    const std::vector<std::string> known = names_of(*options_of(where, asked));
    const auto pivot = options_mask(where, known, right.words, of);
    if (!pivot) { return {}; }
    const std::uint64_t below = *pivot - 1;
    const std::uint64_t above = all_of_them(known.size()) & ~(below | *pivot);
    expression membership;
    membership.op = operation::in_options;
    membership.at_index = asked.at_index;
    membership.at = e.at;
    switch (relation) {
    case relation::less: membership.mask = below; break;
    case relation::less_equal: membership.mask = below | *pivot; break;
    case relation::greater: membership.mask = above; break;
    default: membership.mask = above | *pivot; break;
    }
    return add(where, membership);
}

} // namespace tieuchi::impl::model
