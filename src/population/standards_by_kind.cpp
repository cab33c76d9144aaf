// SPDX-License-Identifier: Apache-2.0
// The standards that assess each kind of subject, and the answers that they depend on.
#include "population/standards_by_kind.hpp"

#include "base/diagnostic_catalogue.hpp"
#include "plan/access.hpp"

#include <algorithm>
#include <unordered_map>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

void add_once(std::vector<standard_ref>& to, const std::vector<standard_ref>& more) {
    to.insert(to.end(), more.begin(), more.end());
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

/// The index of the standard for which `matches` holds, among those for a kind.
template <class Matches>
[[nodiscard]] std::uint32_t index_among(const kind_standards& kind, Matches matches) {
    const auto found = std::find_if(kind.standards.begin(), kind.standards.end(), matches);
    return found == kind.standards.end() ? no_standard : static_cast<std::uint32_t>(found - kind.standards.begin());
}

[[nodiscard]] std::vector<tally_contributor> contributors_to(const standards_by_kind& all, const model::tally& rule) {
    std::vector<tally_contributor> contributors(all.kinds.size());
    for (std::uint32_t part = 0; part < rule.kinds.size(); ++part) {
        const model::tally::over& over = rule.kinds[part];
        const auto kind = all.by_name.find(over.kind);
        if (kind == all.by_name.end()) { continue; }
        const auto contributes = [&](const standard& other) { return access::bound_of(other)->model == over.standard; };
        contributors[kind->second] = {&over, part, index_among(all.kinds[kind->second], contributes)};
    }
    return contributors;
}

[[nodiscard]] std::vector<std::uint32_t> linked_by(const standards_by_kind& all, const model::link& link) {
    std::vector<std::uint32_t> indices;
    for (const kind_standards& kind : all.kinds) {
        indices.push_back(index_among(kind, [&](const standard& other) { return other.name() == link.standard; }));
    }
    return indices;
}

void number_all(standards_by_kind& all) {
    std::unordered_map<const bound_standard*, std::uint32_t> known;
    for (kind_standards& kind : all.kinds) {
        for (const standard& each : kind.standards) {
            const auto [at, is_new] =
                known.try_emplace(access::bound_of(each).get(), static_cast<std::uint32_t>(all.standards.size()));
            if (is_new) { all.standards.push_back(each); }
            kind.numbers.push_back(at->second);
        }
    }
    for (const standard& each : all.standards) {
        const model::standard& rules = *access::bound_of(each)->model;
        auto& contributors = all.contributors.emplace_back();
        for (const model::tally& rule : rules.tallies) { contributors.push_back(contributors_to(all, rule)); }
        auto& linked = all.linked.emplace_back();
        for (const model::link& link : rules.links) { linked.push_back(linked_by(all, link)); }
    }
}

/// Adds the standards by which a tally assesses sub-units of each kind.
void add_contributors(const std::vector<tally_contributor>& by_kind, dependencies& needs) {
    for (std::uint32_t kind = 0; kind < by_kind.size(); ++kind) {
        if (by_kind[kind].at != no_standard) { add_once(needs.below, {{kind, by_kind[kind].at}}); }
    }
}

/// Adds the standards that a link refers to, for each kind of body.
void add_linked(const std::vector<std::uint32_t>& by_kind, std::vector<standard_ref>& needs) {
    for (std::uint32_t kind = 0; kind < by_kind.size(); ++kind) {
        if (by_kind[kind] != no_standard) { add_once(needs, {{kind, by_kind[kind]}}); }
    }
}

[[nodiscard]] dependencies dependencies_of(const standards_by_kind& all, std::uint32_t number) {
    dependencies needs;
    for (const auto& by_kind : all.contributors[number]) { add_contributors(by_kind, needs); }
    const auto& links = access::bound_of(all.standards[number])->model->links;
    for (std::size_t link = 0; link < links.size(); ++link) {
        add_linked(all.linked[number][link], links[link].of_parent ? needs.above : needs.here);
    }
    return needs;
}

void find_dependencies(standards_by_kind& all) {
    for (kind_standards& kind : all.kinds) {
        for (const std::uint32_t number : kind.numbers) { kind.depends_on.push_back(dependencies_of(all, number)); }
    }
}

} // namespace

result<standards_by_kind> standards_in_force(const rulebook& rules, const selection& chosen) {
    const auto documents = rules.documents();
    const auto in_force = [&](const document& each) { return each.in_force_on(chosen.on); };
    if (chosen.on.ok() && std::none_of(documents.begin(), documents.end(), in_force)) {
        return diagnostics{problem(say<diag::no_document_in_force>(to_string(chosen.on)))};
    }
    standards_by_kind all;
    std::unordered_map<const model::standard*, tieuchi::standard> known;
    for (const auto& name : rules.kinds()) {
        auto found = rules.standards_for(name, chosen);
        if (!found && !is<diag::no_standard_in_force>(found.error().front())) { return found.error(); } // no such reading
        all.by_name.emplace(name, static_cast<std::uint32_t>(all.kinds.size()));
        kind_standards& kind = all.kinds.emplace_back();
        kind.kind = name;
        if (!found) {
            kind.none = found.error();
            continue;
        }
        for (const auto& each : *found) {
            kind.standards.push_back(known.try_emplace(access::bound_of(each)->model, each).first->second);
        }
    }
    number_all(all);
    find_dependencies(all);
    return all;
}

std::optional<diagnostic> not_assessed(const standards_by_kind& all, const rulebook& rules, const selection& chosen,
                                       std::string_view kind) {
    const auto found = all.by_name.find(kind);
    if (found == all.by_name.end()) { return rules.standards_for(kind, chosen).error().front(); }
    const diagnostics& none = all.kinds[found->second].none;
    return none.empty() ? std::nullopt : std::optional(none.front());
}

} // namespace TIEUCHI_NAMESPACE::impl::population
