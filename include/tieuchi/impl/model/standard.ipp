// SPDX-License-Identifier: Apache-2.0
/// \file
/// What stands in a standard, besides its criteria.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

namespace {

constexpr std::string_view not_subject = "not_subject";

} // namespace

void checker::check_standard(standard_scope& scope) {
    standard& model = *scope.model;
    const auto cite_of = [&](const std::optional<syntax::citation>& cite) { return make_cite(cite); };
    const context where = within(scope);

    bool titled = false;
    for (const auto& item : scope.text->items) {
        if (const auto* const title = std::get_if<syntax::title>(&item)) {
            if (titled) { error(*scope.file, title->at, "E219", "a second `title`", "a standard says it once"); }
            titled = true;
            model.title = make_labels(*scope.file, title->value);
        } else if (const auto* const cite = std::get_if<syntax::citation>(&item)) {
            const auto cites = make_cites({*cite});
            model.cites.insert(model.cites.end(), cites.begin(), cites.end());
        } else if (const auto* const window = std::get_if<syntax::window>(&item)) {
            if (model.window) { error(*scope.file, window->at, "E219", "a second `window`", "a standard says it once"); }
            const auto first = month_day_of(*scope.file, window->first);
            const auto last = month_day_of(*scope.file, window->last);
            if (first && last) { model.window = model::window{*first, *last, cite_of(window->cite)}; }
        } else if (const auto* const due = std::get_if<syntax::deadline>(&item)) {
            if (model.deadline) { error(*scope.file, due->at, "E219", "a second `decide before`", "a standard says it once"); }
            if (const auto before = month_day_of(*scope.file, due->before)) {
                model.deadline = model::deadline{*before, make_labels(*scope.file, due->by), cite_of(due->cite)};
            }
        } else if (const auto* const facts = std::get_if<syntax::facts>(&item)) {
            for (const auto& one : facts->items) {
                const auto name = std::visit([](const auto& text) { return text.name.text; }, one);
                if (const auto own = scope.own.find(name); own != scope.own.end()) {
                    static_cast<void>(bring_in(where, own->second));
                }
                if (const auto* const fact = std::get_if<syntax::fact>(&one)) { check_kinds(scope, fact->only_for); }
            }
        }
    }
    check_readings(scope);
    for (const auto& item : scope.text->items) {
        if (const auto* const exclusion = std::get_if<syntax::exclusion>(&item)) { check_exclusion(scope, *exclusion); }
    }
    check_criteria(scope);
    bool complete = false;
    for (const auto& item : scope.text->items) {
        if (const auto* const outcome = std::get_if<syntax::outcome>(&item)) { check_outcome(scope, *outcome, complete); }
    }
    if (model.criteria.empty()) {
        error(*scope.file, scope.text->name.at, "E220", "standard `" + model.name + "` has no criterion",
              "such as `criterion 1 when …`");
    }
    if (model.outcomes.empty()) {
        error(*scope.file, scope.text->name.at, "E220", "standard `" + model.name + "` has no outcome",
              "such as `outcome met when every criterion is met` and `outcome not_met otherwise`");
    } else if (!complete) {
        error(*scope.file, scope.text->name.at, "E302", "some subjects would get no outcome from standard `" + model.name + "`",
              "end the outcomes with one that says `otherwise`");
    }
    outcome excluded;
    excluded.shown.name = not_subject;
    excluded.shown.label = labels({{"vi", "Không thuộc đối tượng áp dụng"}, {"en", "Not subject to this standard"}});
    model.outcomes.push_back(std::move(excluded));
    bind_bounds(scope);
}

void checker::check_kinds(const standard_scope& scope, const std::vector<syntax::word>& kinds) {
    for (const auto& kind : kinds) {
        if (std::find(scope.model->kinds.begin(), scope.model->kinds.end(), kind.text) != scope.model->kinds.end()) { continue; }
        error(*scope.file, kind.at, "E209",
              "standard `" + scope.model->name + "` is not for kind `" + std::string(kind.text) + "`",
              did_you_mean(kind.text, scope.model->kinds, "it is for " + list_of(scope.model->kinds)));
    }
}

void checker::check_readings(standard_scope& scope) {
    const context where = within(scope);
    for (const auto& item : scope.text->items) {
        if (const auto* const text = std::get_if<syntax::reading>(&item)) {
            if (const auto own = scope.own.find(text->name.text); own != scope.own.end()) {
                static_cast<void>(bring_in(where, own->second));
            }
        }
    }
}

void checker::check_exclusion(standard_scope& scope, const syntax::exclusion& text) {
    const context where = within(scope);
    exclusion made;
    made.when = condition(where, text.when);
    made.shown.label = make_labels(*scope.file, text.labels);
    for (const auto& one : make_cites(text.cites)) { made.shown.cite += (made.shown.cite.empty() ? "" : ", ") + one; }
    if (made.when != none) { scope.model->exclusions.push_back(std::move(made)); }
}

void checker::check_outcome(standard_scope& scope, const syntax::outcome& text, bool& complete) {
    context where = within(scope);
    where.of_outcome = true;
    standard& model = *scope.model;
    const auto same = [&](const outcome& one) { return one.shown.name == text.name.text; };
    if (text.name.text == not_subject) {
        error(*scope.file, text.name.at, "E202", "`not_subject` is the outcome of `not subject when`",
              "give this outcome another name");
    } else if (std::any_of(model.outcomes.begin(), model.outcomes.end(), same)) {
        error(*scope.file, text.name.at, "E202", "a second outcome `" + std::string(text.name.text) + "`",
              "join their conditions by `or`, or give one of the two another name");
    } else if (complete) {
        error(*scope.file, text.name.at, "E303", "the outcome `" + std::string(text.name.text) + "` can never be reached",
              "it stands after `otherwise`; put that one last");
    } else if (model.outcomes.size() + 1 >= most_options) {
        error(*scope.file, scope.text->name.at, "E311",
              "standard `" + model.name + "` has more than " + std::to_string(most_options - 1) + " outcomes");
    }
    outcome made;
    made.shown.name = text.name.text;
    made.shown.label = make_labels(*scope.file, text.labels);
    made.shown.cite = make_cite(text.cite);
    made.when = condition(where, text.when);
    if (!text.when) { complete = true; }
    if (model.outcomes.size() + 1 < most_options) { model.outcomes.push_back(std::move(made)); }
}

void checker::check_tallies(standard_scope& scope) {
    for (; scope.tallied < scope.model->facts.size(); ++scope.tallied) {
        const index i = scope.tallied;
        const auto found = scope.symbols.find(scope.model->facts[i].name);
        if (!scope.model->facts[i].from_subunits || found == scope.symbols.end()) { continue; }
        const declaration& from = *found->second.from;
        const syntax::tally& text = *std::get<const syntax::fact*>(from.what)->from;
        tally made;
        made.fact = i;
        for (const auto& kind : text.kinds) {
            const auto is_for = [&](const standard_scope& one) {
                return one.document == scope.document &&
                       std::find(one.model->kinds.begin(), one.model->kinds.end(), kind.text) != one.model->kinds.end();
            };
            const auto below = std::find_if(standards_.begin(), standards_.end(), is_for);
            if (below == standards_.end()) {
                std::vector<std::string> known;
                for (const auto& one : standards_) {
                    if (one.document == scope.document) {
                        known.insert(known.end(), one.model->kinds.begin(), one.model->kinds.end());
                    }
                }
                error(*from.file, kind.at, "E209", "no standard of this document is for kind `" + std::string(kind.text) + "`",
                      did_you_mean(kind.text, known, "its standards are for " + list_of(known)));
                continue;
            }
            const auto another = text.where ? std::find_if(std::next(below), standards_.end(), is_for) : standards_.end();
            if (another != standards_.end()) {
                error(*from.file, kind.at, "E209",
                      "`" + below->model->name + "` and `" + another->model->name + "` are both for kind `" +
                          std::string(kind.text) + "`",
                      "a condition on sub-units needs a kind that one standard of the document is for");
                continue;
            }
            tally::over over;
            over.kind = kind.text;
            over.standard = below->model.get();
            if (text.where) {
                context where;
                where.into = &*below;
                where.names = &*below;
                where.file = from.file;
                where.of_subunit = true;
                over.where = condition(where, text.where);
            }
            made.kinds.push_back(std::move(over));
        }
        scope.model->tallies.push_back(std::move(made));
    }
}

void checker::check_use(const standard_scope& scope) {
    for (const auto& [name, one] : scope.symbols) {
        if (one.from == nullptr || find(scope, name) != one.from || scope.own.find(name) == scope.own.end()) { continue; }
        const syntax::word& word = one.from->name();
        if (one.from->what.index() == 0) {
            const bool previous_read = scope.symbols.find("previous_" + name) != scope.symbols.end();
            const auto bounds_another = [&, slot = one.at_index](const fact& other) { return other.at_most == slot; };
            const bool bounding = std::any_of(scope.model->facts.begin(), scope.model->facts.end(), bounds_another);
            if (!scope.fact_read[one.at_index] && !previous_read && !bounding) {
                warn(*scope.file, word.at, "W301", "no rule reads the fact `" + name + "`", "use it in a rule, or leave it out");
            }
        } else if (!one.used) {
            warn(*scope.file, word.at, one.from->what.index() == 1 ? "W305" : "W304",
                 one.from->what.index() == 1 ? "no rule uses the quantity `" + name + "`"
                                             : "no rule uses the reading `" + name + "`",
                 "use it in a rule, or leave it out");
        }
    }
}

} // namespace tieuchi::impl::model
