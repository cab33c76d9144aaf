// SPDX-License-Identifier: Apache-2.0
/// \file
/// The outcomes of other standards, as facts.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

namespace {

/// The outcomes that a standard declares, best first.
[[nodiscard]] std::vector<std::pair<syntax::word, const syntax::texts*>> declared_outcomes(const standard_scope& of) {
    std::vector<std::pair<syntax::word, const syntax::texts*>> found;
    for (const auto& item : of.items) {
        if (const auto* const one = std::get_if<syntax::outcome>(item.item)) { found.emplace_back(one->name, &one->labels); }
        if (const auto* const classes = std::get_if<syntax::classes>(item.item)) {
            for (const auto& band : classes->bands) { found.emplace_back(band.name, &band.labels); }
        }
    }
    return found;
}

[[nodiscard]] bool has_exit(const standard_scope& of, syntax::exclusion_kind kind) {
    return std::any_of(of.items.begin(), of.items.end(), [&](const placed_item& item) {
        const auto* const exit = std::get_if<syntax::exclusion>(item.item);
        return exit != nullptr && exit->kind == kind;
    });
}

} // namespace

/// Lowest first: those of exits, then the worst. Versions of a standard may differ: the options are those of all.
std::vector<option> checker::linked_options(std::string_view standard) {
    std::vector<option> options{
        {"not_subject", labels({{"vi", "Không thuộc đối tượng áp dụng"}, {"en", "Not subject to this standard"}})}};
    const auto add_one = [&](std::string name, labels label) {
        const auto same = [&](const option& one) { return one.name == name; };
        if (std::none_of(options.begin(), options.end(), same)) { options.push_back({std::move(name), std::move(label)}); }
    };
    for (const auto& scope : standards_) {
        if (scope.text->name.text != standard) { continue; }
        if (has_exit(scope, syntax::exclusion_kind::not_assessed)) {
            add_one("not_assessed", labels({{"vi", "Không đánh giá"}, {"en", "Not assessed"}}));
        }
        if (has_exit(scope, syntax::exclusion_kind::referred)) {
            add_one("referred", labels({{"vi", "Chuyển cấp có thẩm quyền xem xét"}, {"en", "Referred"}}));
        }
    }
    for (const auto& scope : standards_) {
        if (scope.text->name.text != standard) { continue; }
        auto declared = declared_outcomes(scope);
        std::reverse(declared.begin(), declared.end());
        for (const auto& [name, texts] : declared) { add_one(std::string(name.text), make_labels(*scope.file, *texts)); }
    }
    return options;
}

labels label_of_link(const labels& title, std::string_view standard, bool of_parent) {
    const std::string vi(title.empty() ? standard : title.in("vi"));
    const std::string en(title.empty() ? standard : title.in("en"));
    return labels({{"vi", (of_parent ? "Kết quả của đơn vị cấp trên: " : "Kết quả: ") + vi},
                   {"en", (of_parent ? "Outcome of the body above: " : "Outcome: ") + en}});
}

/// Of all versions; those of the day are known when a standard is made ready for it.
labels checker::linked_label(std::string_view standard, bool of_parent) {
    labels title;
    for (const auto& scope : standards_) {
        if (scope.text->name.text != standard) { continue; }
        for (const auto& item : scope.items) {
            if (const auto* const one = std::get_if<syntax::title>(item.item)) { title = make_labels(*item.file, one->value); }
        }
    }
    return label_of_link(title, standard, of_parent);
}

/// The kinds of a standard that another one is for as well: other subjects have no outcome there.
std::vector<std::string> checker::kinds_of_both(const standard_scope& of, std::string_view other) const {
    std::vector<std::string> both;
    for (const std::string& kind : of.model->kinds) {
        const auto is_for = [&](const standard_scope& one) {
            const auto& kinds = one.text->kinds;
            return one.text->name.text == other &&
                   std::any_of(kinds.begin(), kinds.end(), [&](const syntax::word& theirs) { return theirs.text == kind; });
        };
        if (std::any_of(standards_.begin(), standards_.end(), is_for)) { both.push_back(kind); }
    }
    return both;
}

index checker::link_of(const context& where, const syntax::expression& e) {
    const syntax::word& named = e.words.front();
    const bool of_parent = e.negated;
    const std::string name = (of_parent ? "parent_outcome_of_" : "outcome_of_") + std::string(named.text);
    const auto known = where.into->symbols.find(name);
    const bool linked = known != where.into->symbols.end() && known->second.from == nullptr &&
                        where.into->model->facts[known->second.at_index].from_outcome;
    if (linked) { return known->second.at_index; }
    if (known != where.into->symbols.end() || find(*where.into, name) != nullptr) {
        error(*where.file, e.at, "E202",
              "the outcome of `" + std::string(named.text) + "` is called `" + name +
                  "` in data, which is something else already",
              "give that another name");
        return none;
    }
    const auto is_it = [&](const standard_scope& one) { return one.text->name.text == named.text; };
    if (std::none_of(standards_.begin(), standards_.end(), is_it)) {
        std::vector<std::string_view> names;
        for (const auto& one : standards_) { names.push_back(one.text->name.text); }
        error(*where.file, named.at, "E207", "there is no standard `" + std::string(named.text) + "`",
              did_you_mean(named.text, names));
        return none;
    }
    fact made;
    made.name = name;
    made.type = fact_type::one_of;
    made.ordered = true;
    made.from_outcome = true;
    made.options = linked_options(named.text);
    made.most = decimal::from_units((static_cast<std::int64_t>(made.options.size()) - 1) * decimal::one);
    made.label = made.question = linked_label(named.text, of_parent);
    if (!of_parent) { made.only_for = kinds_of_both(*where.into, named.text); }
    if (!of_parent && made.only_for.empty()) {
        error(*where.file, named.at, "E209",
              "standard `" + std::string(named.text) + "` is for none of the kinds that `" + where.into->model->name + "` is for",
              "ask for the outcome `of parent`, or of a standard for " + list_of(where.into->model->kinds));
        return none;
    }
    if (made.only_for.size() == where.into->model->kinds.size()) { made.only_for.clear(); }
    symbol kept;
    kept.at_index = add_fact(where, std::move(made), {where.file, e.at});
    where.into->symbols.emplace(name, kept);
    where.into->model->links.push_back({kept.at_index, std::string(named.text), of_parent, e.at});
    return kept.at_index;
}

std::vector<std::vector<asking>> checker::who_asks_whom() const {
    std::vector<std::vector<asking>> asks(standards_.size());
    for (std::size_t i = 0; i < standards_.size(); ++i) {
        for (const auto& one : standards_[i].model->links) {
            for (std::size_t k = 0; k < standards_.size(); ++k) {
                if (standards_[k].model->name != one.standard) { continue; }
                asks[i].push_back({k, one.of_parent ? asking::up : asking::here});
            }
        }
        for (const auto& tally : standards_[i].model->tallies) {
            for (const auto& over : tally.kinds) {
                for (std::size_t k = 0; k < standards_.size(); ++k) {
                    if (standards_[k].model.get() == over.standard) { asks[i].push_back({k, asking::down}); }
                }
            }
        }
    }
    return asks;
}

namespace {

constexpr std::size_t nowhere = SIZE_MAX;

/// For each standard that can be reached by asking, the one before it on a shortest way; that of the start is itself.
[[nodiscard]] std::vector<std::size_t> ways_from(std::size_t start, const std::vector<std::vector<asking>>& asks,
                                                 bool only_here) {
    std::vector<std::size_t> before(asks.size(), nowhere);
    std::vector<std::size_t> next{start};
    before[start] = start;
    for (std::size_t i = 0; i < next.size(); ++i) {
        for (const asking& one : asks[next[i]]) {
            if (before[one.whom] != nowhere || (only_here && one.where != asking::here)) { continue; }
            before[one.whom] = next[i];
            next.push_back(one.whom);
        }
    }
    return before;
}

/// The way to `end`, the start first.
[[nodiscard]] std::vector<std::size_t> way_to(std::size_t end, const std::vector<std::size_t>& before) {
    std::vector<std::size_t> way{end};
    while (before[way.front()] != way.front()) { way.insert(way.begin(), before[way.front()]); }
    return way;
}

/// A circle of the same subject, or one that goes up and down again, by way of `first`; empty when there is none. A way that only goes
/// up, or only down, comes to an end.
[[nodiscard]] std::vector<std::size_t> circle_by(std::size_t from, const asking& first,
                                                 const std::vector<std::vector<asking>>& asks) {
    if (first.where == asking::here) {
        const auto before = ways_from(first.whom, asks, true);
        return before[from] == nowhere ? std::vector<std::size_t>{} : way_to(from, before);
    }
    if (first.where == asking::down) { return {}; } // found from its upward step
    const auto before = ways_from(first.whom, asks, false);
    for (std::size_t i = 0; i < asks.size(); ++i) {
        for (const asking& one : asks[i]) {
            if (one.where != asking::down || before[i] == nowhere) { continue; }
            const auto after = ways_from(one.whom, asks, false);
            if (after[from] == nowhere) { continue; }
            auto way = way_to(i, before);
            const auto back = way_to(from, after);
            way.insert(way.end(), back.begin(), back.end());
            return way;
        }
    }
    return {};
}

} // namespace

/// `circle` are the standards asked one after another, `from` the last of them; `first` is the first question.
void checker::report_circle(std::size_t from, const asking& first, const std::vector<std::size_t>& circle) {
    const std::string& name = standards_[from].model->name;
    const auto is_it = [&](std::size_t at) { return standards_[at].model->name == name; };
    std::string message = "standards ask for each other's outcomes in a cycle: `" + name + "`";
    std::string help = "one of them must do without the outcome of the other";
    if (!std::all_of(circle.begin(), circle.end(), is_it)) {
        for (const std::size_t at : circle) { message += " -> `" + standards_[at].model->name + "`"; }
    } else if (first.where == asking::here) {
        message = "standard `" + name + "` asks for its own outcome";
        help = "leave that condition out, or ask for the outcome of another standard";
    } else {
        message = "by standard `" + name + "`, bodies and their sub-units ask for each other's outcomes";
        help = "leave out the outcome of the parent, or what is read of sub-units";
    }
    error(*standards_[from].file, standards_[from].text->name.at, "E305", std::move(message), std::move(help));
}

void checker::check_circles() {
    const auto asks = who_asks_whom();
    std::set<std::size_t> said;
    for (std::size_t i = 0; i < asks.size(); ++i) {
        for (const asking& one : asks[i]) {
            if (said.contains(i)) { break; }
            const auto circle = circle_by(i, one, asks);
            if (circle.empty()) { continue; }
            said.insert(circle.begin(), circle.end());
            report_circle(i, one, circle);
        }
    }
}

} // namespace tieuchi::impl::model
