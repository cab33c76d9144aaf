// SPDX-License-Identifier: Apache-2.0
// The ways to give points. Each becomes ordinary expressions of the model, so that later stages need to know none of them.
#include "base/nearest.hpp"
#include "base/rounding.hpp"
#include "check/scoring.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// The name in data of the points that an assessor gives for a clause: `judged_7_3`, with `dd` for `đ`.
[[nodiscard]] std::string judged_name(std::string_view clause) {
    std::string name = "judged_";
    for (std::size_t i = 0; i < clause.size(); ++i) {
        const char letter = clause[i];
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) {
            name += letter;
        } else if (letter >= 'A' && letter <= 'Z') {
            name += static_cast<char>(letter - 'A' + 'a');
        } else if (letter == '.' || letter == '/') {
            name += '_';
        } else { // `đ` and `Đ` have two bytes
            name += "dd";
            ++i;
        }
    }
    return name;
}

[[nodiscard]] std::string clause_label(std::string_view clause, std::string_view points, bool vietnamese) {
    return (vietnamese ? "Điểm chấm, điều khoản " : "Points judged, clause ") + std::string(clause) + std::string(points);
}

} // namespace

/// Several conditions with points: the first that holds.
typed scoring_pass::levels(const context& where, const syntax::criterion& text, index at, decimal maximum) {
    std::vector<std::pair<index, typed>> lines{
        {expressions_.condition(where, text.when), expressions_.constant(where, maximum, text.at)}};
    index any = lines.front().first;
    deciding by{deciding::points, {{any, where.file, text.when ? (*where.file)[text.when].at : text.at}}, at};
    for (const auto& line : text.lines) {
        const auto points = literals_.number_of(*where.file, line.points);
        const index when = expressions_.condition(where, line.when);
        if (!points || when == none) { return {}; }
        if (*points > maximum) {
            error(*where.file, line.points.at, say<diag::later_line_gives_more>());
            return {};
        }
        lines.emplace_back(when, expressions_.constant(where, *points, line.at));
        by.lines.push_back({when, where.file, (*where.file)[line.when].at});
        any = expressions_.join_truths(where, operation::either, {any, value_type::truth}, {when, value_type::truth}, line.at).id;
    }
    const auto otherwise = text.otherwise ? literals_.number_of(*where.file, *text.otherwise) : std::optional(decimal{});
    if (any == none || !otherwise) { return {}; }
    where.into->decisions.push_back(std::move(by));
    const typed raw = expressions_.first_match(where, lines, expressions_.constant(where, *otherwise, text.at), text.at);
    if (!raw || !where.into->model->expressions[any].may_not_apply) { return raw; }
    // Where none of the conditions applies, neither does the criterion.
    expression applicable;
    applicable.op = operation::applicable;
    applicable.left = any;
    applicable.at = text.at;
    where.into->model->criteria[at].only_where.push_back(expressions_.add(where, applicable).id);
    return raw;
}

typed scoring_pass::proportion(const context& where, const syntax::criterion& text, decimal maximum) {
    const syntax::rounding* const rounding = text.rounded ? &*text.rounded : nullptr;
    typed raw;
    if (text.whole) {
        raw = expressions_.divided(where, expressions_.plain_number(where, text.quantity),
                                   expressions_.plain_number(where, text.whole), maximum, rounding, text.at);
    } else {
        const typed share = expressions_.check_expression(where, text.quantity);
        if (!share) { return {}; }
        if (share.type == value_type::rate) {
            const expression rate = where.into->model->expressions[share.id];
            const expression factor = constant_of(maximum, value_type::number, text.at);
            const typed part = expressions_.multiply(where, {rate.left, value_type::number}, factor, text.at);
            const decimal times = decimal::from_units(rate.constant * power_of_ten(decimal::scale - rate.constant_scale));
            raw = expressions_.divided(where, part, {rate.right, value_type::number}, times, rounding, text.at);
        } else if (share.type == value_type::percent) {
            expression factor = constant_of(maximum, value_type::number, text.at);
            factor.scale = static_cast<std::uint8_t>(factor.scale + 2);
            raw = expressions_.multiply(where, share, factor, text.at);
            if (raw) {
                where.into->model->expressions[raw.id].type = value_type::number;
                raw.type = value_type::number;
            }
            if (raw && rounding != nullptr) { raw = expressions_.rounded(where, raw, *rounding); }
        } else {
            error(*where.file, (*where.file)[text.quantity].at, say<diag::not_a_share>(what_it_is(share.type)));
            return {};
        }
    }
    return expressions_.clamped(where, raw, decimal{}, maximum, text.at);
}

/// `start`, changed by `each` for every unit that the criterion counts.
typed scoring_pass::changed_per(const context& where, const syntax::criterion& text, decimal start, decimal each) {
    const typed counted = expressions_.plain_number(where, text.quantity);
    if (!counted) { return {}; }
    const typed change = expressions_.multiply(where, counted, constant_of(each, value_type::number, text.at), text.at);
    if (start.units() == 0) { return change; }
    return expressions_.join_numbers(where, false, expressions_.constant(where, start, text.at), change, text.at);
}

typed scoring_pass::judged(const context& where, const syntax::criterion& text, index at, decimal maximum) {
    const std::string& whole = where.into->model->criteria[at].shown.clause;
    const std::string clause = whole.substr(whole.rfind('/') + 1); // as it is called where it is written
    const auto step = text.each ? literals_.number_of(*where.file, *text.each) : decimal::from_integer(1);
    if (!step) { return {}; }
    if (step->units() == 0 || maximum.units() % step->units() != 0) {
        error(*where.file, text.each ? text.each->at : text.clause.at,
              say<diag::no_such_step>(points_text(maximum), step->str()));
        return {};
    }
    fact declared;
    declared.name = text.judged_as ? std::string(text.judged_as->text) : judged_name(clause);
    declared.type = fact_type::judged;
    declared.step = *step;
    declared.scale =
        std::max(constant_of(*step, value_type::number, text.at).scale, constant_of(maximum, value_type::number, text.at).scale);
    declared.most = maximum;
    declared.label = where.into->model->criteria[at].shown.title;
    if (declared.label.empty()) {
        declared.label = labels({{"vi", clause_label(clause, "", true)}, {"en", clause_label(clause, "", false)}});
    }
    declared.question = declared.label;
    const index fact = judged_fact(where, text, std::move(declared), clause);
    if (fact == none) { return {}; }
    where.into->model->criteria[at].shown.needs_judgement = true;
    return expressions_.read_fact(where, fact, text.at);
}

/// The fact that holds the judged points. However often `same as` brings in a criterion, it is judged once.
index scoring_pass::judged_fact(const context& where, const syntax::criterion& text, fact declared, const std::string& clause) {
    auto& symbols = where.into->symbols;
    const auto known = symbols.find(declared.name);
    if (known != symbols.end() && known->second.judged == &text) { return known->second.at_index; }
    const span at = text.judged_as ? text.judged_as->at : text.clause.at;
    if (text.judged_as && !literals_.is_free(*where.file, *text.judged_as)) { return none; }
    if (known != symbols.end() || find(*where.into, declared.name) != nullptr) {
        const bool points = known != symbols.end() && known->second.judged != nullptr;
        error(*where.file, at,
              points ? say<diag::judged_name_of_others>(clause, declared.name, where.into->model->name)
                     : say<diag::judged_name_taken>(clause, declared.name));
        return none;
    }
    symbol kept;
    kept.judged = &text;
    std::string name = declared.name;
    kept.at_index = names_.add_fact(where, std::move(declared), {where.file, at, &text});
    symbols.emplace(std::move(name), kept);
    return kept.at_index;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
