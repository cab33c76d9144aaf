// SPDX-License-Identifier: Apache-2.0
// The standards that assess each kind of subject, and whose answers they ask for.
#include "population/line_up.hpp"

#include "plan/inside.hpp"

#include <algorithm>
#include <unordered_map>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

void add_once(std::vector<place>& to, const std::vector<place>& more) {
    to.insert(to.end(), more.begin(), more.end());
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

[[nodiscard]] std::vector<place> places_of(const line_up& in, const model::standard* standard) {
    std::vector<place> found;
    for (std::uint32_t kind = 0; kind < in.kinds.size(); ++kind) {
        const auto& standards = in.kinds[kind].standards;
        for (std::uint32_t at = 0; at < standards.size(); ++at) {
            if (inside::of(standards[at])->model == standard) { found.push_back({kind, at}); }
        }
    }
    return found;
}

[[nodiscard]] std::vector<place> places_of(const line_up& in, const std::string& standard) {
    for (const auto& line : in.kinds) {
        for (const auto& one : line.standards) {
            if (one.name() == standard) { return places_of(in, inside::of(one)->model); } // one version is in force
        }
    }
    return {};
}

void find_asked(const line_up& in, kind_line& line) {
    for (const auto& one : line.standards) {
        asked& asks = line.asks.emplace_back();
        for (const auto& tally : inside::of(one)->model->tallies) {
            for (const auto& over : tally.kinds) {
                auto told = places_of(in, over.standard);
                const auto other = [&](const place& at) { return in.kinds[at.kind].kind != over.kind; };
                told.erase(std::remove_if(told.begin(), told.end(), other), told.end());
                add_once(asks.below, told);
            }
        }
        for (const auto& link : inside::of(one)->model->links) {
            add_once(link.of_parent ? asks.above : asks.here, places_of(in, link.standard));
        }
    }
}

} // namespace

result<line_up> line_up_of(const rulebook& rules, const selection& how) {
    const auto documents = rules.documents();
    const auto in_force = [&](const document& one) { return one.in_force_on(how.on); };
    if (how.on.ok() && std::none_of(documents.begin(), documents.end(), in_force)) {
        diagnostic none;
        none.code = "E502";
        none.message = "no document is in force on " + to_string(how.on);
        return diagnostics{none};
    }
    line_up made;
    std::unordered_map<const model::standard*, tieuchi::standard> known;
    for (const auto& kind : rules.kinds()) {
        auto found = rules.standards_for(kind, how);
        if (!found && found.error().front().code != "E502") { return found.error(); } // a reading that is not there
        made.by_name.emplace(kind, static_cast<std::uint32_t>(made.kinds.size()));
        auto& line = made.kinds.emplace_back();
        line.kind = kind;
        if (!found) {
            line.none = found.error();
            continue;
        }
        for (const auto& one : *found) { line.standards.push_back(known.try_emplace(inside::of(one)->model, one).first->second); }
    }
    for (auto& line : made.kinds) { find_asked(made, line); }
    return made;
}

std::optional<diagnostic> not_assessed(const line_up& by, const rulebook& rules, const selection& how, std::string_view kind) {
    const auto found = by.by_name.find(kind);
    if (found == by.by_name.end()) { return rules.standards_for(kind, how).error().front(); }
    const diagnostics& none = by.kinds[found->second].none;
    return none.empty() ? std::nullopt : std::optional(none.front());
}

} // namespace TIEUCHI_NAMESPACE::impl::population
