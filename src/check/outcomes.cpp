// SPDX-License-Identifier: Apache-2.0
// Outcomes, classes by total, and what adjusts them.
#include "check/outcomes.hpp"

#include "base/nearest.hpp"
#include "base/text_list.hpp"

#include <algorithm>
#include <array>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// An outcome that rules do not declare but that an exit leads to.
struct built_in {
    exit_kind kind;
    const char* name;
    const char* said_as; ///< in rules
    const char* vietnamese;
    const char* english;
};

constexpr std::array<built_in, 3> built_ins{{
    {exit_kind::not_assessed, "not_assessed", "not assessed when", "Không đánh giá", "Not assessed"},
    {exit_kind::referred, "referred", "refer to", "Chuyển cấp có thẩm quyền xem xét", "Referred"},
    {exit_kind::not_subject, "not_subject", "not subject when", "Không thuộc đối tượng áp dụng", "Not subject to this standard"},
}};

} // namespace

void outcome_pass::check_outcomes(standard_scope& scope) {
    standard& model = *scope.model;
    bool complete = false;
    deciding by{deciding::outcomes, {}, none};
    for (const auto& item : scope.items) {
        context where = within(scope, item);
        where.of_outcome = true;
        if (const auto* const outcome = std::get_if<syntax::outcome>(item.item)) { check_outcome(where, *outcome, complete, by); }
        if (const auto* const classes = std::get_if<syntax::classes>(item.item)) { check_classes(where, *classes, complete); }
    }
    scope.decisions.push_back(std::move(by));
    if (model.outcomes.empty()) {
        error(*scope.file, scope.text->name.at, say<diag::standard_without_outcome>(model.name));
    } else if (!complete) {
        error(*scope.file, scope.text->name.at, say<diag::subjects_without_outcome>(model.name));
    }
    for (const auto& item : scope.items) {
        context where = within(scope, item);
        where.of_outcome = true;
        if (const auto* const adjustment = std::get_if<syntax::adjustment>(item.item)) { check_adjustment(where, *adjustment); }
        if (const auto* const quota = std::get_if<syntax::quota>(item.item)) { check_quota(where, *quota); }
    }
}

void outcome_pass::check_outcome(const context& where, const syntax::outcome& text, bool& complete, deciding& by) {
    outcome result;
    result.shown.label = literals_.make_labels(*where.file, text.labels);
    result.shown.cites = literals_.make_cites(text.cites);
    result.shown.cite = joined(result.shown.cites);
    result.when = expressions_.condition(where, text.when);
    if (result.when != none) { by.lines.push_back({result.when, where.file, (*where.file)[text.when].at}); }
    add_outcome(where, text.name, std::move(result), complete);
    complete = complete || !text.when;
}

void outcome_pass::add_outcome(const context& where, const syntax::word& name, outcome result, bool complete) {
    standard& model = *where.into->model;
    const auto same = [&](const outcome& known) { return known.shown.name == name.text; };
    const auto* const taken =
        std::find_if(built_ins.begin(), built_ins.end(), [&](const built_in& exit) { return exit.name == name.text; });
    if (taken != built_ins.end()) {
        error(*where.file, name.at, say<diag::outcome_name_built_in>(name.text, taken->said_as));
    } else if (std::any_of(model.outcomes.begin(), model.outcomes.end(), same)) {
        error(*where.file, name.at, say<diag::duplicate_outcome>(name.text));
    } else if (complete) {
        error(*where.file, name.at, say<diag::outcome_never_reached>(name.text));
    } else if (model.outcomes.size() + built_ins.size() >= most_options) {
        error(*where.into->file, where.into->text->name.at,
              say<diag::too_many_outcomes>(model.name, most_options - built_ins.size()));
    }
    if (model.outcomes.size() + built_ins.size() >= most_options) { return; }
    result.shown.name = name.text;
    model.outcomes.push_back(std::move(result));
}

void outcome_pass::check_classes(const context& where, const syntax::classes& text, bool& complete) {
    const standard& model = *where.into->model;
    if (model.total == none) {
        if (!has_errors()) { error(*where.file, text.at, say<diag::no_total>(model.name)); }
    }
    std::optional<range> before; // in units of the total
    for (const auto& band : text.bands) {
        outcome result;
        result.shown.label = literals_.make_labels(*where.file, band.labels);
        result.shown.cites = literals_.make_cites(band.cites.empty() ? text.cites : band.cites);
        result.shown.cite = joined(result.shown.cites);
        result.when = check_limit(where, band, before);
        add_outcome(where, band.name, std::move(result), complete);
        complete = complete || !band.least;
    }
}

/// The condition of a class. Some total must reach its limit, which must be lower than the one before.
index outcome_pass::check_limit(const context& where, const syntax::class_limit& text, std::optional<range>& before) {
    const index total_at = where.into->model->total;
    if (total_at == none) { return none; }
    const expression total = where.into->model->expressions[total_at];
    const auto unreachable = [&](span at, const std::string& help) {
        error(*where.file, at, say<diag::outcome_never_reached>(text.name.text).with_help(help));
    };
    if (!text.least) {
        const std::int64_t least = total.bounds.least * power_of_ten(static_cast<unsigned>(decimal::scale - total.scale));
        if (before && before->most <= least) {
            unreachable(text.name.at,
                        "every total reaches the limit before it; the total is at least " + decimal::from_units(least).str());
        }
        return none;
    }
    const typed limit = expressions_.plain_number(where, text.least);
    if (!limit) { return none; }
    const expression& e = where.into->model->expressions[limit.id];
    const int128 up = power_of_ten(static_cast<unsigned>(decimal::scale - e.scale));
    const int128 up_total = power_of_ten(static_cast<unsigned>(decimal::scale - total.scale));
    if (!expressions_.fits(where, text.at, up * e.bounds.least, up * e.bounds.most) ||
        !expressions_.fits(where, text.at, up_total * total.bounds.least, up_total * total.bounds.most)) {
        return none;
    }
    const range here{static_cast<std::int64_t>(up * e.bounds.least), static_cast<std::int64_t>(up * e.bounds.most)};
    const span at = (*where.file)[text.least].at;
    if (here.least > up_total * total.bounds.most) {
        unreachable(at,
                    "the total is at most " + decimal::from_units(static_cast<std::int64_t>(up_total * total.bounds.most)).str());
    } else if (before && here.least >= before->most) {
        error(*where.file, at, say<diag::limit_out_of_order>(text.name.text));
    }
    before = here;
    return expressions_.compare_numbers(where, {total_at, value_type::number}, limit, relation::greater_equal, text.at, false).id;
}

std::optional<std::uint32_t> outcome_pass::outcome_named(const context& where, const syntax::word& name) {
    std::vector<std::string> known;
    for (const auto& outcome : where.into->model->outcomes) {
        if (outcome.shown.name == name.text) { return static_cast<std::uint32_t>(known.size()); }
        known.push_back(outcome.shown.name);
    }
    error(*where.file, name.at,
          say<diag::unknown_outcome>(name.text, where.into->model->name)
              .with_help(did_you_mean(name.text, known, "they are " + list_of(known))));
    return std::nullopt;
}

void outcome_pass::check_adjustment(const context& where, const syntax::adjustment& text) {
    const auto to = outcome_named(where, text.outcome);
    adjustment result;
    result.when = expressions_.condition(where, text.when);
    if (!to || result.when == none) { return; }
    add_decision(where, deciding::alone, result.when, text.when, none);
    result.shown.kind = static_cast<adjustment_kind>(text.kind);
    result.shown.outcome = *to;
    result.shown.cites = literals_.make_cites(text.cites);
    result.shown.label = literals_.make_labels(*where.file, text.labels);
    result.shown.document = (where.document != nullptr ? where.document : where.names->document)->document->number;
    const bool idle = (text.kind == syntax::adjustment_kind::at_most && *to == 0) ||
                      (text.kind == syntax::adjustment_kind::at_least && *to + 1 == where.into->model->outcomes.size());
    if (idle) {
        warn(*where.file, text.at,
             say<diag::adjustment_without_effect>().with_help(*to == 0 ? "no outcome is better" : "no outcome is worse"));
    }
    where.into->model->adjustments.push_back(std::move(result));
}

/// Adds the outcomes of the exits that are used, after all others.
void outcome_pass::add_built_in(standard_scope& scope) {
    for (const auto& each : built_ins) {
        const auto leads = [&](const placed_item& item) {
            const auto* const exit = std::get_if<syntax::exit_rule>(item.item);
            return exit != nullptr && static_cast<exit_kind>(exit->kind) == each.kind;
        };
        const bool used = std::any_of(scope.items.begin(), scope.items.end(), leads);
        if (!used && each.kind != exit_kind::not_subject) { continue; }
        outcome result;
        result.shown.name = each.name;
        result.shown.label = labels({{"vi", each.vietnamese}, {"en", each.english}});
        scope.model->outcomes.push_back(std::move(result));
    }
}

/// The exits in their order. Those that ask for nothing but facts come first, so that facts stand in the order of the law; the others
/// once there are criteria and points to ask for.
void outcome_pass::check_exits(standard_scope& scope, bool of_criteria) {
    std::size_t at = 0;
    for (const auto& item : scope.items) {
        const auto* const text = std::get_if<syntax::exit_rule>(item.item);
        if (text == nullptr) { continue; }
        auto& exits = scope.model->exits;
        if (at == exits.size()) { exits.emplace_back(); }
        ++at;
        if (of_criteria != (text->kind != syntax::exit_kind::not_subject)) { continue; }
        context where = within(scope, item);
        where.of_outcome = of_criteria;
        const index when = expressions_.condition(where, text->when);
        add_decision(where, deciding::exits, when, text->when, none);
        exit_rule& kept = scope.model->exits[at - 1];
        kept.when = when;
        kept.shown.kind = static_cast<exit_kind>(text->kind);
        kept.shown.label = literals_.make_labels(*item.file, text->labels);
        kept.shown.to = literals_.make_labels(*item.file, text->to);
        kept.shown.document = item.document->document->number;
        kept.shown.cites = literals_.make_cites(text->cites);
        kept.shown.cite = joined(kept.shown.cites);
    }
    if (!of_criteria) { return; }
    auto& exits = scope.model->exits;
    exits.erase(std::remove_if(exits.begin(), exits.end(), [](const exit_rule& exit) { return exit.when == none; }), exits.end());
}

} // namespace TIEUCHI_NAMESPACE::impl::check
