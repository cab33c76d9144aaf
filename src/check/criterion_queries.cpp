// SPDX-License-Identifier: Apache-2.0
// What only outcomes may ask: the findings of criteria, and their points.
#include "base/nearest.hpp"
#include "check/expressions.hpp"

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] bool is_of_points(syntax::operation op) {
    return op == syntax::operation::total || op == syntax::operation::points_of;
}

/// Where this may be asked.
[[nodiscard]] std::string help_on_query(const syntax::expression& e) {
    constexpr std::string_view places = "`outcome … when`, `at most … when`, `not assessed when` or `refer to … when`";
    if (e.op != syntax::operation::criterion_is || e.negated) { return "ask it in " + std::string(places); }
    const std::string clause(e.words.front().text);
    return "to build one criterion on another write `same as " + clause + "`; otherwise ask it in " + std::string(places);
}

} // namespace

typed expression_checker::check_criterion_query(const context& where, const syntax::expression& e) {
    if (!where.of_outcome && !(where.of_subunit && is_of_points(e.op))) {
        error(*where.file, e.at, say<diag::known_after_criteria>(where.file->source->text(e.at)).with_help(help_on_query(e)));
        return {};
    }
    const standard& model = *where.into->model;
    switch (e.op) {
    case syntax::operation::total:
        if (model.total == none && !has_errors()) { error(*where.file, e.at, say<diag::no_total>(model.name)); }
        return model.total == none ? typed{} : typed{model.total, value_type::number};
    case syntax::operation::points_of: {
        const auto found = criterion_named(where, e.words.front());
        if (!found) { return {}; }
        const criterion& current = model.criteria[*found];
        if (current.points == none && !has_errors()) {
            error(*where.file, e.at, say<diag::asked_criterion_without_points>(current.shown.clause));
        }
        return current.points == none ? typed{} : points_of(where, *found, e.at);
    }
    case syntax::operation::count_met: return check_count_met(where, e);
    case syntax::operation::every_at_least: return check_every_at_least(where, e);
    case syntax::operation::every_criterion: {
        expression every;
        every.op = operation::every_criterion;
        every.at = e.at;
        return add(where, every);
    }
    case syntax::operation::name:
    case syntax::operation::previous:
    case syntax::operation::number:
    case syntax::operation::percent:
    case syntax::operation::percent_of:
    case syntax::operation::date:
    case syntax::operation::duration:
    case syntax::operation::outcome:
    case syntax::operation::outcome_of:
    case syntax::operation::criterion_is:
    case syntax::operation::is:
    case syntax::operation::in:
    case syntax::operation::equal:
    case syntax::operation::not_equal:
    case syntax::operation::less:
    case syntax::operation::less_equal:
    case syntax::operation::greater:
    case syntax::operation::greater_equal:
    case syntax::operation::add:
    case syntax::operation::subtract:
    case syntax::operation::multiply:
    case syntax::operation::per:
    case syntax::operation::negate:
    case syntax::operation::both:
    case syntax::operation::either: break;
    }
    return check_criterion_is(where, e);
}

std::optional<index> expression_checker::criterion_named(const context& where, const syntax::word& clause) {
    const auto found = where.into->built.find(clause.text);
    if (found != where.into->built.end()) { return found->second; }
    std::vector<std::string> known;
    for (const auto& [built_clause, at] : where.into->built) { known.push_back(built_clause); }
    error(*where.file, clause.at, say<diag::unknown_criterion>(clause.text).with_help(did_you_mean(clause.text, known)));
    return std::nullopt;
}

typed expression_checker::finding_of(const context& where, index criterion, span at) {
    expression met;
    met.op = operation::criterion_met;
    met.at_index = criterion;
    met.at = at;
    return add(where, met);
}

/// Points that are left out have no value.
typed expression_checker::points_of(const context& where, index criterion, span at) {
    const model::criterion& each = where.into->model->criteria[criterion];
    const typed points{each.points, value_type::number};
    if (counts_as_full(where) || !each.may_not_apply) { return points; }
    const expression& value = where.into->model->expressions[points.id];
    expression guarded;
    guarded.op = operation::only_where;
    guarded.type = points.type;
    guarded.scale = value.scale;
    guarded.bounds = value.bounds;
    guarded.left = applicable(where, finding_of(where, criterion, at), at).id;
    guarded.right = points.id;
    guarded.at = at;
    return add(where, guarded);
}

typed expression_checker::check_criterion_is(const context& where, const syntax::expression& e) {
    const auto found = criterion_named(where, e.words.front());
    if (!found) { return {}; }
    const typed met = finding_of(where, *found, e.at);
    if (!e.negated) { return met; }
    expression negation;
    negation.op = operation::negate;
    negation.left = met.id;
    negation.at = e.at;
    return add(where, negation);
}

typed expression_checker::check_count_met(const context& where, const syntax::expression& e) {
    standard& model = *where.into->model;
    std::vector<index> counted;
    if (e.words.empty()) {
        for (index i = 0; i < model.criteria.size(); ++i) {
            if (!model.criteria[i].shown.parent) { counted.push_back(i); }
        }
    } else {
        const auto found = criterion_named(where, e.words.front());
        if (!found) { return {}; }
        counted = model.criteria[*found].shown.children;
        if (counted.empty()) {
            error(*where.file, e.words.front().at, say<diag::no_parts_to_count>(e.words.front().text));
            return {};
        }
    }
    expression count;
    count.op = operation::count_met;
    count.type = value_type::number;
    count.at_index = static_cast<index>(model.criteria_lists.size());
    count.bounds = {0, static_cast<std::int64_t>(counted.size())};
    count.at = e.at;
    model.criteria_lists.push_back(std::move(counted));
    return add(where, count);
}

/// No scored criterion of the standard itself has less than that share of its maximum.
typed expression_checker::check_every_at_least(const context& where, const syntax::expression& e) {
    const auto percent = literals_.number_of(*where.file, {e.digits, e.at});
    if (!percent) { return {}; }
    if (percent->units() > 100 * decimal::one) {
        error(*where.file, e.at, say<diag::more_than_all_points>());
        return {};
    }
    typed every;
    const std::size_t criteria = where.into->model->criteria.size();
    for (index i = 0; i < criteria; ++i) {
        const criterion& current = where.into->model->criteria[i];
        if (current.shown.parent || current.points == none) { continue; }
        const typed enough = compare_share(where, {current.points, value_type::number}, {current.possible, value_type::number},
                                           share_factor(*percent, e.at), relation::greater_equal, e.at);
        every = every ? join_truths(where, operation::both, every, enough, e.at) : enough;
        if (!every) { return {}; }
    }
    if (!every) {
        if (!has_errors()) { error(*where.file, e.at, say<diag::no_criterion_gives_points>(where.into->model->name)); }
        return {};
    }
    expression accepted;
    accepted.op = operation::accepted;
    accepted.left = every.id;
    accepted.at = e.at;
    return add(where, accepted);
}

bool expression_checker::counts_as_full(const context& where) {
    return !where.into->not_applicable || *where.into->not_applicable == syntax::policy::full;
}

typed expression_checker::applicable(const context& where, typed truth, span at) {
    if (!truth) { return {}; }
    expression applies;
    applies.op = operation::applicable;
    applies.left = truth.id;
    applies.at = at;
    return add(where, applies);
}

} // namespace TIEUCHI_NAMESPACE::impl::check
