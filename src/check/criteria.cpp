// SPDX-License-Identifier: Apache-2.0
// The tree of criteria, built in the order of the law.
#include "base/nearest.hpp"
#include "check/scoring.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

bool is_made_of_parts(const syntax::criterion& text) {
    return text.form != syntax::combination::when && text.form != syntax::combination::same_as &&
           text.form != syntax::combination::score;
}

namespace {

[[nodiscard]] criterion_rule rule_of(syntax::combination combination) {
    switch (combination) {
    case syntax::combination::when: return criterion_rule::when;
    case syntax::combination::all_of: return criterion_rule::all_of;
    case syntax::combination::any_of: return criterion_rule::any_of;
    case syntax::combination::none_of: return criterion_rule::none_of;
    case syntax::combination::at_least: return criterion_rule::at_least;
    case syntax::combination::same_as: return criterion_rule::same_as;
    case syntax::combination::sum: return criterion_rule::sum;
    case syntax::combination::least: return criterion_rule::least;
    case syntax::combination::greatest: return criterion_rule::greatest;
    case syntax::combination::mean: return criterion_rule::mean;
    case syntax::combination::score: break;
    }
    return criterion_rule::points;
}

/// The clause that would be brought in twice if this one joined the others: itself, or whichever of it and one of them is part of the
/// other. Empty when there is none.
[[nodiscard]] std::string_view overlap_of(const std::set<std::string_view>& others, std::string_view clause) {
    const auto next = others.lower_bound(clause); // its parts come right after it: no sign in clauses is before the point
    if (next != others.end() && next->starts_with(clause) && (next->size() == clause.size() || (*next)[clause.size()] == '.')) {
        return *next;
    }
    for (std::size_t point = clause.find('.'); point != std::string_view::npos; point = clause.find('.', point + 1)) {
        if (others.contains(clause.substr(0, point))) { return clause; }
    }
    return {};
}

} // namespace

void scoring_pass::check_criteria(standard_scope& scope) {
    for (const auto& item : scope.items) {
        if (const auto* const text = std::get_if<syntax::criterion>(item.item)) {
            add_criterion(within(scope, item), *text, std::string(text->clause.text), none, false);
        }
    }
    for (index i = 0; i < scope.model->criteria.size(); ++i) { scope.built.emplace(scope.model->criteria[i].shown.clause, i); }
}

index scoring_pass::add_criterion(const context& outside, const syntax::criterion& text, const std::string& clause, index parent,
                                  bool event) {
    context where = outside;
    if (text.origin != 0) {
        where.file = shared_.origins[text.origin - 1].file;
        where.document = shared_.origins[text.origin - 1].document;
    }
    if (!has_room(where, text, clause, parent)) { return none; }
    standard& model = *where.into->model;
    const auto at = static_cast<index>(model.criteria.size());
    criterion added = head_of(where, text, clause);
    added.shown.event = event;
    if (parent != none) {
        added.shown.parent = parent;
        added.shown.depth = model.criteria[parent].shown.depth + 1;
    }
    add_conditions(where, text, added);
    if (text.children.empty() && is_made_of_parts(text)) {
        error(*where.file, text.clause.at, say<diag::criterion_without_parts>(clause));
    }
    if (text.needed && !text.children.empty()) { set_needed(where, text, added); }
    model.criteria.push_back(std::move(added));
    if (parent != none) { model.criteria[parent].shown.children.push_back(at); }
    if (text.form == syntax::combination::same_as) { add_same(where, text, at); }
    for (const auto& child : text.children) {
        add_criterion(where, child, clause + "." + std::string(child.clause.text), at, text.form == syntax::combination::none_of);
    }
    settle_applicability(where, at);
    if (text.form == syntax::combination::same_as) {
        score_same(where, at);
    } else if (text.scoring != syntax::score_rule::none) {
        score(where, text, at);
    } else {
        add_decision(where, deciding::finding, model.criteria[at].when, text.when, at);
        add_side_decisions(where, text, at);
    }
    check_parts_without_points(where, text, at);
    return at;
}

/// Whether one more criterion may be added there. Reports it when it may not.
bool scoring_pass::has_room(const context& where, const syntax::criterion& text, const std::string& clause, index parent) {
    const standard& model = *where.into->model;
    if (is_spent(*where.into->file, where.into->text->name.at)) { return false; }
    if (model.criteria.size() >= shared_.bounds.criteria) {
        if (model.criteria.size() == shared_.bounds.criteria) {
            error(*where.into->file, where.into->text->name.at,
                  say<diag::too_many_criteria>(model.name, shared_.bounds.criteria));
        }
        return false;
    }
    if (parent != none && model.criteria[parent].shown.depth >= shared_.nesting) {
        error(*where.file, text.clause.at, say<diag::brought_in_too_deep>(shared_.nesting));
        return false;
    }
    if (clause.size() > longest_clause) {
        error(*where.file, text.clause.at, say<diag::clause_too_long>(longest_clause));
        return false;
    }
    return true;
}

/// A criterion with what is shown of it, without its conditions and points.
criterion scoring_pass::head_of(const context& where, const syntax::criterion& text, const std::string& clause) {
    criterion head;
    head.at = text.at;
    head.shown.clause = clause;
    head.shown.document = (where.document != nullptr ? where.document : where.names->document)->document->number;
    spend(parts_of_criterion + parts_of_text(3 * clause.size() + 2 * head.shown.document.size()));
    head.shown.title = literals_.make_labels(*where.file, text.title);
    head.shown.note = literals_.make_labels(*where.file, text.note);
    head.shown.rule = rule_of(text.form);
    head.shown.needs_judgement = text.needs_judgement;
    head.shown.cites = literals_.make_cites(text.cites);
    return head;
}

void scoring_pass::add_conditions(const context& where, const syntax::criterion& text, criterion& to) {
    if (text.form == syntax::combination::when) { to.when = expressions_.condition(where, text.when); }
    for (const auto id : text.only_where) {
        if (const index applies = expressions_.condition(where, id); applies != none) { to.only_where.push_back(applies); }
    }
    for (const auto id : text.unless) {
        if (const index saves = expressions_.condition(where, id); saves != none) { to.unless.push_back(saves); }
    }
}

/// How many of its parts a criterion needs, `at least 2 of`.
void scoring_pass::set_needed(const context& where, const syntax::criterion& text, criterion& to) {
    const auto needed = literals_.number_of(*where.file, *text.needed);
    const auto children = static_cast<std::int64_t>(text.children.size());
    if (!needed) { return; }
    if (needed->units() < decimal::one) {
        error(*where.file, text.needed->at, say<diag::needs_nothing>(text.needed->digits, children));
    } else if (!needed->is_whole() || needed->units() > children * decimal::one) {
        error(*where.file, text.needed->at, say<diag::needs_too_many>(text.needed->digits, children));
    } else {
        to.shown.needed = static_cast<std::uint32_t>(needed->units() / decimal::one);
    }
}

/// Settles whether a criterion may not apply, for the same reasons for which the plan will find that it does not.
void scoring_pass::settle_applicability(const context& where, index at) {
    standard& model = *where.into->model;
    criterion& current = model.criteria[at];
    const auto may_not = [&](index child) { return model.criteria[child].may_not_apply; };
    const auto& children = current.shown.children;
    bool rule = current.when != none && model.expressions[current.when].may_not_apply;
    if (current.when == none && current.shown.rule != criterion_rule::at_least && !children.empty()) {
        rule = std::all_of(children.begin(), children.end(), may_not);
    }
    current.may_not_apply = rule || !current.only_where.empty();
}

void scoring_pass::add_same(const context& where, const syntax::criterion& text, index into) {
    if (where.into->model->criteria[into].shown.event) {
        error(*where.file, text.clause.at, say<diag::same_as_under_none_of>());
        return;
    }
    standard_scope* const from = text.standard ? neighbour_named(where, *text.standard) : where.names;
    if (from == nullptr) { return; }
    context there = where;
    there.names = from;
    std::set<std::string_view> before;
    for (const syntax::word& clause : text.same) {
        if (is_full(*where.file)) { return; }
        const auto twice = overlap_of(before, clause.text);
        before.insert(clause.text);
        if (!twice.empty()) {
            error(*where.file, clause.at, say<diag::brought_in_twice>(twice));
            continue;
        }
        const written_clause* const source = clause_named(*where.file, *from, clause);
        if (source == nullptr) { continue; }
        if (std::find(open_.begin(), open_.end(), source->text) != open_.end()) {
            error(*where.file, clause.at, say<diag::same_as_in_cycle>(clause.text));
            continue;
        }
        there.file = source->file;
        there.document = source->document;
        open_.push_back(source->text);
        add_criterion(there, *source->text, where.into->model->criteria[into].shown.clause + "/" + std::string(clause.text), into,
                      source->event);
        open_.pop_back();
    }
}

/// The standard of that name in the same document. Null where there is none, which is reported.
standard_scope* scoring_pass::neighbour_named(const context& where, const syntax::word& name) {
    const neighbourhood& neighbours = beside(*where.names);
    const auto found = neighbours.by_name.find(name.text);
    if (found != neighbours.by_name.end()) { return found->second; }
    if (is_reported(*where.file, name.at)) { return nullptr; } // where another criterion brought it in
    std::vector<std::string_view> known;
    for (const standard_scope* const standard : neighbours.all) { known.push_back(standard->text->name.text); }
    error(*where.file, name.at, say<diag::unknown_standard_here>(name.text).with_help(did_you_mean(name.text, known)));
    return nullptr;
}

/// A clause of the standard as it is written there. Null where there is none, which is reported.
const written_clause* scoring_pass::clause_named(const syntax::tree& file, const standard_scope& from,
                                                 const syntax::word& clause) {
    const auto found = from.clauses.find(clause.text);
    if (found != from.clauses.end()) { return &found->second; }
    if (is_reported(file, clause.at)) { return nullptr; } // where another criterion brought it in
    std::vector<std::string> known;
    for (const auto& [name, written] : from.clauses) { known.push_back(name); }
    error(file, clause.at,
          say<diag::unknown_clause>(from.text->name.text, clause.text).with_help(did_you_mean(clause.text, known)));
    return nullptr;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
