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
        const auto declared = declared_outcomes(scope);
        for (auto one = declared.rbegin(); one != declared.rend(); ++one) {
            add_one(std::string(one->first.text), make_labels(*scope.file, *one->second));
        }
    }
    return options;
}

labels checker::linked_label(std::string_view standard, bool of_parent) {
    const std::string vietnamese = of_parent ? "Kết quả của đơn vị cấp trên: " : "Kết quả: ";
    const std::string english = of_parent ? "Outcome of the body above: " : "Outcome: ";
    std::string vi(standard);
    std::string en(standard);
    for (const auto& scope : standards_) {
        if (scope.text->name.text != standard) { continue; }
        for (const auto& item : scope.items) {
            const auto* const title = std::get_if<syntax::title>(item.item);
            if (title == nullptr) { continue; }
            const labels said = make_labels(*item.file, title->value);
            vi = said.in("vi");
            en = said.in("en");
        }
    }
    return labels({{"vi", vietnamese + vi}, {"en", english + en}});
}

index checker::link_of(const context& where, const syntax::expression& e) {
    const syntax::word& named = e.words.front();
    const bool of_parent = e.negated;
    const std::string name = (of_parent ? "parent_outcome_of_" : "outcome_of_") + std::string(named.text);
    const auto known = where.into->symbols.find(name);
    if (known != where.into->symbols.end() && known->second.from == nullptr) { return known->second.at_index; }
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
    symbol kept;
    kept.at_index = add_fact(where, std::move(made));
    where.into->symbols.emplace(name, kept);
    where.into->model->links.push_back({kept.at_index, std::string(named.text), of_parent, e.at});
    return kept.at_index;
}

/// Standards that ask for each other's outcomes, of the same subject, of the body above or of those below, must not do so in a circle.
void checker::check_circles() {
    const std::size_t count = standards_.size();
    std::vector<std::vector<std::size_t>> asks(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (const auto& one : standards_[i].model->links) {
            for (std::size_t k = 0; k < count; ++k) {
                if (standards_[k].model->name == one.standard) { asks[i].push_back(k); }
            }
        }
        for (const auto& tally : standards_[i].model->tallies) {
            for (const auto& over : tally.kinds) {
                const auto below = [&](const standard_scope& one) { return one.model.get() == over.standard; };
                const auto found = std::find_if(standards_.begin(), standards_.end(), below);
                if (found != standards_.end()) { asks[i].push_back(static_cast<std::size_t>(found - standards_.begin())); }
            }
        }
    }
    enum class mark : std::uint8_t { unseen, open, done };
    std::vector<mark> marks(count, mark::unseen);
    for (std::size_t start = 0; start < count; ++start) {
        if (marks[start] != mark::unseen) { continue; }
        std::vector<std::pair<std::size_t, std::size_t>> path{
            {start, 0}}; // a standard, and how many of those it asks were followed
        marks[start] = mark::open;
        while (!path.empty()) {
            auto& [at, next] = path.back();
            if (next == asks[at].size()) {
                marks[at] = mark::done;
                path.pop_back();
                continue;
            }
            const std::size_t to = asks[at][next++];
            if (marks[to] == mark::unseen) {
                marks[to] = mark::open;
                path.emplace_back(to, 0);
            } else if (marks[to] == mark::open) {
                const auto first = std::find_if(path.begin(), path.end(), [&](const auto& one) { return one.first == to; });
                std::string round;
                for (auto one = first; one != path.end(); ++one) { round += "`" + standards_[one->first].model->name + "`, "; }
                round += "`" + standards_[to].model->name + "`";
                error(*standards_[to].file, standards_[to].text->name.at, "E305",
                      "standards ask for each other's outcomes in a circle: " + round,
                      "one of them must do without the outcome of the other");
            }
        }
    }
}

} // namespace tieuchi::impl::model
