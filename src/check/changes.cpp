// SPDX-License-Identifier: Apache-2.0
// What amendments do to the items of a standard.
#include "base/nearest.hpp"
#include "check/amend.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// The last part of a clause's name: what stands after `above` and the point.
[[nodiscard]] syntax::word part_after(const syntax::word& clause, std::size_t above) {
    const auto skipped = static_cast<std::uint32_t>(above + 1);
    return {clause.text.substr(skipped), {clause.at.begin + skipped, clause.at.end}};
}

/// A criterion in a tree, and those that it is part of, outermost first.
using path = std::vector<syntax::criterion*>;

template <class Criterion>
[[nodiscard]] bool descend(Criterion& at, std::string_view wanted, std::vector<Criterion*>& found) {
    const std::string_view own = at.clause.text;
    if (!wanted.starts_with(own)) { return false; }
    found.push_back(&at);
    if (wanted.size() == own.size()) { return true; }
    if (wanted[own.size()] == '.') {
        for (auto& child : at.children) {
            if (descend(child, wanted.substr(own.size() + 1), found)) { return true; }
        }
    }
    found.pop_back();
    return false;
}

/// Whether a place that may only add may put a part into the last criterion of a path: it must not make anything easier.
[[nodiscard]] bool only_stricter(const path& above) {
    bool event = false;
    for (const syntax::criterion* const text : above) {
        if (text->scoring != syntax::score_rule::none) { return false; }
        if (text == above.back()) { break; }
        event =
            event || text->form == syntax::combination::none_of; // its parts are events: what makes them easier makes it stricter
    }
    switch (above.back()->form) {
    case syntax::combination::all_of:
    case syntax::combination::none_of: return !event;
    case syntax::combination::any_of:
    case syntax::combination::at_least: return event;
    case syntax::combination::when:
    case syntax::combination::same_as:
    case syntax::combination::sum:
    case syntax::combination::least:
    case syntax::combination::greatest:
    case syntax::combination::mean:
    case syntax::combination::score: break;
    }
    return false;
}

} // namespace

/// What an amendment brings in, as an item of a standard: all versions share one copy.
template <class Item>
const syntax::standard_item& amendment_pass::shared_copy(const Item& item) {
    const auto [known, added] = kept_.try_emplace(&item);
    if (added) { known->second = &changed_.emplace_back(item); }
    return *known->second;
}

/// The criterion of an item, in a copy that only this version changes.
syntax::criterion& amendment_pass::own_copy(placed_item& item) {
    if (item.own == nullptr) {
        spend(parts_of_copy(std::get<syntax::criterion>(*item.item)));
        item.own = &changed_.emplace_back(*item.item);
        item.item = item.own;
    }
    return std::get<syntax::criterion>(*item.own);
}

void amendment_pass::amend(standard_scope& scope) {
    for (const origin* const amendment : scope.in_edition->amendments) {
        if (amendment->text->standard.text != scope.text->name.text) { continue; }
        const auto known = std::find(scope.amended_by.begin(), scope.amended_by.end(), amendment->document);
        if (known == scope.amended_by.end()) { scope.amended_by.push_back(amendment->document); }
        for (const auto& item : amendment->text->items) {
            spend(1 + scope.items.size() / items_of_part);
            if (is_spent(*amendment->file, amendment->text->standard.at)) { return; }
            if (is_allowed(scope, *amendment, item)) { apply(scope, *amendment, item); }
        }
    }
}

void amendment_pass::apply(standard_scope& scope, const origin& amendment, const syntax::amendment_item& item) {
    if (const auto* const addition = std::get_if<syntax::addition>(&item)) { add_item(scope, amendment, *addition); }
    if (const auto* const replacement = std::get_if<syntax::replacement>(&item)) { replace_item(scope, amendment, *replacement); }
    if (const auto* const repealed = std::get_if<syntax::repeal>(&item)) { repeal(scope, amendment, *repealed); }
    if (const auto* const facts = std::get_if<syntax::facts>(&item)) {
        scope.items.push_back({&shared_copy(*facts), amendment.file, amendment.document});
    }
}

/// The path to a criterion that is about to be changed, so that its tree becomes a copy of this version's own.
std::vector<syntax::criterion*> amendment_pass::find_criterion(standard_scope& scope, std::string_view clause) {
    for (auto& item : scope.items) {
        const auto* const text = std::get_if<syntax::criterion>(item.item);
        std::vector<const syntax::criterion*> there;
        if (text == nullptr || !descend(*text, clause, there)) { continue; }
        path found;
        static_cast<void>(descend(own_copy(item), clause, found));
        return found;
    }
    return {};
}

void amendment_pass::report_unknown_clause(standard_scope& scope, const origin& by, const syntax::word& clause) {
    if (is_reported(*by.file, clause.at)) { return; } // of another version
    std::vector<std::string> known;
    const auto list = [&](const auto& self, const syntax::criterion& text, const std::string& above) -> void {
        known.push_back(above + std::string(text.clause.text));
        for (const auto& child : text.children) { self(self, child, known.back() + "."); }
    };
    for (const auto& item : scope.items) {
        if (const auto* const each = std::get_if<syntax::criterion>(item.item)) { list(list, *each, {}); }
    }
    error(*by.file, clause.at,
          say<diag::unknown_clause>(scope.text->name.text, clause.text).with_help(did_you_mean(clause.text, known)));
}

void amendment_pass::add_criterion_to(standard_scope& scope, const origin& by, const syntax::criterion& text) {
    const bool named = text.clause.text.size() <= longest_clause; // else said where it is built
    for (std::size_t point = text.clause.text.rfind('.'); named && point != std::string_view::npos;
         point = point == 0 ? std::string_view::npos : text.clause.text.rfind('.', point - 1)) {
        const path above = find_criterion(scope, text.clause.text.substr(0, point));
        if (above.empty()) { continue; }
        if (!is_made_of_parts(*above.back())) {
            if (is_reported(*by.file, text.clause.at)) { return; } // of another version
            const std::string whole(text.clause.text.substr(0, point));
            error(*by.file, text.clause.at, say<diag::not_made_of_parts>(whole, text.clause.text));
            return;
        }
        spend(parts_of_copy(text));
        syntax::criterion& child = above.back()->children.emplace_back(text);
        child.clause = part_after(text.clause, point);
        child.origin = by.number;
        return;
    }
    insert_after_last_of_kind(scope, {&shared_copy(text), by.file, by.document});
}

void amendment_pass::insert_after_last_of_kind(standard_scope& scope, const placed_item& result) {
    const auto alike = [&](const placed_item& item) { return item.item->index() == result.item->index(); };
    const auto last = std::find_if(scope.items.rbegin(), scope.items.rend(), alike);
    scope.items.insert(last.base() == scope.items.begin() ? scope.items.end() : last.base(), result);
}

void amendment_pass::add_item(standard_scope& scope, const origin& by, const syntax::addition& text) {
    if (const auto* const criterion = std::get_if<syntax::criterion>(&text.item)) {
        add_criterion_to(scope, by, *criterion);
        return;
    }
    std::visit(
        [&](const auto& each) {
            insert_after_last_of_kind(scope, {&shared_copy(each), by.file, by.document});
        },
        text.item);
}

void amendment_pass::replace_item(standard_scope& scope, const origin& by, const syntax::replacement& text) {
    if (const auto* const criterion = std::get_if<syntax::criterion>(&text.item)) {
        return replace_criterion(scope, by, *criterion);
    }
    const syntax::standard_item& result =
        std::visit([&](const auto& item) -> const syntax::standard_item& { return shared_copy(item); }, text.item);
    if (const auto* const outcome = std::get_if<syntax::outcome>(&result)) {
        return replace_outcome(scope, by, result, outcome->name);
    }
    const auto is_alike = [&](const placed_item& item) { return item.item->index() == result.index(); };
    const auto replaced = std::find_if(scope.items.begin(), scope.items.end(), is_alike);
    if (replaced == scope.items.end()) {
        error(*by.file, text.at, say<diag::nothing_to_replace>(scope.text->name.text));
        return;
    }
    *replaced = {&result, by.file, by.document};
}

void amendment_pass::replace_criterion(standard_scope& scope, const origin& by, const syntax::criterion& text) {
    const path found = find_criterion(scope, text.clause.text);
    if (found.empty()) { return report_unknown_clause(scope, by, text.clause); }
    syntax::criterion& replaced = *found.back();
    if (found.size() > 1) {
        const syntax::word own_clause = part_after(text.clause, text.clause.text.size() - replaced.clause.text.size() - 1);
        spend(parts_of_copy(text));
        replaced = text;
        replaced.clause = own_clause;
        replaced.origin = by.number;
        return;
    }
    for (auto& item : scope.items) {
        if (std::get_if<syntax::criterion>(item.item) == &replaced) { item = {&shared_copy(text), by.file, by.document}; }
    }
}

void amendment_pass::replace_outcome(standard_scope& scope, const origin& by, const syntax::standard_item& result,
                                     const syntax::word& name) {
    std::vector<std::string_view> known;
    for (auto& item : scope.items) {
        const auto* const outcome = std::get_if<syntax::outcome>(item.item);
        if (outcome == nullptr) { continue; }
        known.push_back(outcome->name.text);
        if (outcome->name.text == name.text) {
            item = {&result, by.file, by.document};
            return;
        }
    }
    error(*by.file, name.at,
          say<diag::replaces_no_outcome>(scope.text->name.text, name.text)
              .with_help(did_you_mean(name.text, known, "`replace` puts something in the place of what is there")));
}

void amendment_pass::repeal(standard_scope& scope, const origin& by, const syntax::repeal& text) {
    for (const syntax::word& clause : text.clauses) {
        const path found = find_criterion(scope, clause.text);
        if (found.empty()) {
            report_unknown_clause(scope, by, clause);
        } else if (found.size() > 1) {
            auto& siblings = found[found.size() - 2]->children;
            siblings.erase(siblings.begin() + (found.back() - siblings.data()));
        } else {
            const auto is_repealed = [&](const placed_item& item) {
                return std::get_if<syntax::criterion>(item.item) == found.front();
            };
            scope.items.erase(std::find_if(scope.items.begin(), scope.items.end(), is_repealed));
        }
    }
}

/// Where the country says that places may only add, what a place changes must not make anything easier.
bool amendment_pass::is_allowed(standard_scope& scope, const origin& by, const syntax::amendment_item& item) {
    const auto binds = [](const placed_item& placed) { return std::holds_alternative<syntax::only_add>(*placed.item); };
    if (by.document->document->jurisdiction.empty() || std::none_of(scope.items.begin(), scope.items.end(), binds)) {
        return true;
    }
    if (std::holds_alternative<syntax::facts>(item) || std::holds_alternative<syntax::note>(item)) { return true; }
    const auto* const added = std::get_if<syntax::addition>(&item);
    std::string help = "`places may only add` stands in the standard";
    if (added != nullptr && std::holds_alternative<syntax::reading>(added->item)) { return true; }
    if (added != nullptr && std::holds_alternative<syntax::criterion>(added->item)) {
        const auto& criterion = std::get<syntax::criterion>(added->item);
        path above;
        const std::size_t point = criterion.clause.text.rfind('.');
        if (point != std::string_view::npos) { above = find_criterion(scope, criterion.clause.text.substr(0, point)); }
        if (criterion.scoring == syntax::score_rule::none && (above.empty() || only_stricter(above))) { return true; }
        help = above.empty() ? "a place gives no points of its own"
                             : "a further part of `" + std::string(criterion.clause.text.substr(0, point)) +
                                   "` could make it easier to meet";
    }
    const span at = std::visit([](const auto& each) { return each.at; }, item);
    error(*by.file, at, say<diag::place_may_only_add>(scope.text->name.text).with_help(help));
    return false;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
