// SPDX-License-Identifier: Apache-2.0
// The outcomes of other standards, as facts.
#include "check/links.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// The outcomes that a standard declares, best first.
[[nodiscard]] std::vector<std::pair<syntax::word, const syntax::texts*>> declared_outcomes(const standard_scope& scope) {
    std::vector<std::pair<syntax::word, const syntax::texts*>> found;
    for (const auto& item : scope.items) {
        if (const auto* const each = std::get_if<syntax::outcome>(item.item)) { found.emplace_back(each->name, &each->labels); }
        if (const auto* const classes = std::get_if<syntax::classes>(item.item)) {
            for (const auto& band : classes->bands) { found.emplace_back(band.name, &band.labels); }
        }
    }
    return found;
}

[[nodiscard]] bool has_exit(const standard_scope& scope, syntax::exit_kind kind) {
    return std::any_of(scope.items.begin(), scope.items.end(), [&](const placed_item& item) {
        const auto* const exit = std::get_if<syntax::exit_rule>(item.item);
        return exit != nullptr && exit->kind == kind;
    });
}

/// Adds the outcomes of one more version, each in its place among those that are known: a class that a later version adds lies between
/// its neighbours there. The first `lowest` options are those that no version orders.
void merge_version(std::vector<option>& options, std::size_t lowest, const std::vector<option>& version) {
    std::size_t at = lowest;
    for (const option& candidate : version) {
        const auto known =
            std::find_if(options.begin(), options.end(), [&](const option& each) { return each.name == candidate.name; });
        if (known == options.end()) {
            options.insert(options.begin() + static_cast<std::ptrdiff_t>(at++), candidate);
        } else {
            at = static_cast<std::size_t>(known - options.begin()) + 1;
        }
    }
}

/// Whether the options of a version stand in its order.
[[nodiscard]] bool keeps_order(const std::vector<option>& options, const std::vector<option>& version) {
    auto from = options.begin();
    return std::all_of(version.begin(), version.end(), [&](const option& candidate) {
        from = std::find_if(from, options.end(), [&](const option& each) { return each.name == candidate.name; });
        return from != options.end();
    });
}

} // namespace

/// The outcomes of all versions of a standard, lowest first: those of exits, then from the worst to the best. Where one version ranks
/// higher what another ranks lower, they have no order.
const std::vector<option>& link_resolver::linked_options(std::string_view standard) {
    const auto [known, added] = linked_.try_emplace(std::string(standard));
    std::vector<option>& options = known->second;
    if (!added) { return options; }
    options = {{"not_subject", labels({{"vi", "Không thuộc đối tượng áp dụng"}, {"en", "Not subject to this standard"}})}};
    const auto add_one = [&](std::string name, labels label) {
        const auto same = [&](const option& candidate) { return candidate.name == name; };
        if (options.size() > most_options || std::any_of(options.begin(), options.end(), same)) { return; }
        options.push_back({std::move(name), std::move(label)});
    };
    for (const standard_scope* const scope : versions_of(standard)) {
        if (has_exit(*scope, syntax::exit_kind::not_assessed)) {
            add_one("not_assessed", labels({{"vi", "Không đánh giá"}, {"en", "Not assessed"}}));
        }
        if (has_exit(*scope, syntax::exit_kind::referred)) {
            add_one("referred", labels({{"vi", "Chuyển cấp có thẩm quyền xem xét"}, {"en", "Referred"}}));
        }
    }
    const std::size_t lowest = options.size();
    std::vector<std::vector<option>> versions;
    for (const standard_scope* const scope : versions_of(standard)) {
        auto declared = declared_outcomes(*scope);
        std::reverse(declared.begin(), declared.end());
        std::vector<option>& version = versions.emplace_back();
        for (const auto& [name, texts] : declared) {
            version.push_back({std::string(name.text), literals_.make_labels(*scope->file, *texts)});
        }
        if (options.size() <= most_options) { merge_version(options, lowest, version); }
    }
    const auto kept = [&](const std::vector<option>& version) { return keeps_order(options, version); };
    if (options.size() <= most_options && !std::all_of(versions.begin(), versions.end(), kept)) {
        unordered_links_.emplace(standard);
    }
    return options;
}

/// Of all versions; those of the day are known when a standard is made ready for it.
labels link_resolver::linked_label(std::string_view standard, bool of_parent) {
    labels title;
    for (const standard_scope* const scope : versions_of(standard)) {
        for (const auto& item : scope->items) {
            if (const auto* const each = std::get_if<syntax::title>(item.item)) {
                title = literals_.make_labels(*item.file, each->value);
            }
        }
    }
    return label_of_link(title, standard, of_parent);
}

/// The kinds that both standards are for: subjects of other kinds have no outcome there.
std::vector<std::string> link_resolver::kinds_of_both(const standard_scope& scope, std::string_view other) const {
    std::vector<std::string> both;
    for (const std::string& kind : scope.model->kinds) {
        const auto is_for = [&](const standard_scope* version) {
            return std::find(version->model->kinds.begin(), version->model->kinds.end(), kind) != version->model->kinds.end();
        };
        const auto& versions = versions_of(other);
        if (std::any_of(versions.begin(), versions.end(), is_for)) { both.push_back(kind); }
    }
    return both;
}

index link_resolver::link_of(const context& where, const syntax::expression& e) {
    const syntax::word& named = e.words.front();
    const bool of_parent = e.negated;
    const std::string name = (of_parent ? "parent_outcome_of_" : "outcome_of_") + std::string(named.text);
    const auto known = where.into->symbols.find(name);
    const bool linked = known != where.into->symbols.end() && known->second.from == nullptr &&
                        where.into->model->facts[known->second.at_index].from_outcome;
    if (linked) { return known->second.at_index; }
    if (known != where.into->symbols.end() || find(*where.into, name) != nullptr) {
        error(*where.file, e.at, say<diag::link_name_taken>(named.text, name));
        return none;
    }
    if (versions_of(named.text).empty()) {
        if (is_reported(*where.file, named.at)) { return none; } // for another standard
        std::vector<std::string_view> names;
        for (const auto& each : shared_.standards) { names.push_back(each.text->name.text); }
        error(*where.file, named.at, say<diag::unknown_standard>(named.text).with_help(did_you_mean(named.text, names)));
        return none;
    }
    fact declared;
    declared.name = name;
    declared.type = fact_type::one_of;
    declared.from_outcome = true;
    declared.options = linked_options(named.text);
    declared.ordered = !unordered_links_.contains(named.text);
    spend(declared.options.size());
    if (declared.options.size() > most_options) {
        error(*where.file, named.at, say<diag::too_many_linked_outcomes>(named.text, most_options));
        return none;
    }
    declared.most = decimal::from_units((static_cast<std::int64_t>(declared.options.size()) - 1) * decimal::one);
    declared.label = declared.question = linked_label(named.text, of_parent);
    if (!of_parent) { declared.only_for = kinds_of_both(*where.into, named.text); }
    if (!of_parent && declared.only_for.empty()) {
        error(*where.file, named.at,
              say<diag::link_without_kinds>(named.text, where.into->model->name, list_of(where.into->model->kinds)));
        return none;
    }
    if (declared.only_for.size() == where.into->model->kinds.size()) { declared.only_for.clear(); }
    symbol kept;
    kept.at_index = names_.add_fact(where, std::move(declared), {where.file, e.at});
    where.into->symbols.emplace(name, kept);
    where.into->model->links.push_back({kept.at_index, std::string(named.text), of_parent, e.at});
    return kept.at_index;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
