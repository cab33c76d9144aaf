// SPDX-License-Identifier: Apache-2.0
/// \file
/// The standards that assess each kind of subject, and whose answers they ask for.
#pragma once

#include <tieuchi/impl/population/run.hpp>

#include <algorithm>

namespace tieuchi {

namespace impl::population {
namespace {

void add_once(std::vector<place>& to, const std::vector<place>& more) {
    to.insert(to.end(), more.begin(), more.end());
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

} // namespace
} // namespace impl::population

diagnostics population::run::line_up() {
    std::unordered_map<const impl::model::standard*, std::shared_ptr<const impl::bound_standard>> known;
    for (const auto& kind : of_.rules_.kinds()) {
        auto found = of_.rules_.standards_for(kind, of_.how_);
        if (!found && found.error().front().code != "E502") { return found.error(); } // a reading that is not there
        line_up_.by_name.emplace(kind, static_cast<std::uint32_t>(line_up_.kinds.size()));
        auto& line = line_up_.kinds.emplace_back();
        line.kind = kind;
        if (!found) {
            line.none = found.error();
            continue;
        }
        line.standards = *std::move(found);
        for (auto& one : line.standards) { one.bound_ = known.try_emplace(one.bound_->model, one.bound_).first->second; }
    }
    for (auto& line : line_up_.kinds) { find_asked(line); }
    return {};
}

std::vector<impl::population::place> population::run::places_of(const impl::model::standard* standard) const {
    std::vector<impl::population::place> found;
    for (std::uint32_t kind = 0; kind < line_up_.kinds.size(); ++kind) {
        const auto& standards = line_up_.kinds[kind].standards;
        for (std::uint32_t at = 0; at < standards.size(); ++at) {
            if (standards[at].bound_->model == standard) { found.push_back({kind, at}); }
        }
    }
    return found;
}

std::vector<impl::population::place> population::run::places_of(const std::string& standard) const {
    std::vector<impl::population::place> found;
    for (const auto& line : line_up_.kinds) {
        for (const auto& one : line.standards) {
            if (one.name() == standard) { return places_of(one.bound_->model); } // one version is in force
        }
    }
    return found;
}

void population::run::find_asked(impl::population::kind_line& line) {
    using impl::population::add_once;
    for (const auto& one : line.standards) {
        impl::population::asked& asks = line.asks.emplace_back();
        for (const auto& tally : one.bound_->model->tallies) {
            for (const auto& over : tally.kinds) {
                auto told = places_of(over.standard);
                const auto other = [&](const impl::population::place& at) { return line_up_.kinds[at.kind].kind != over.kind; };
                told.erase(std::remove_if(told.begin(), told.end(), other), told.end());
                add_once(asks.below, told);
            }
        }
        for (const auto& link : one.bound_->model->links) {
            add_once(link.of_parent ? asks.above : asks.here, places_of(link.standard));
        }
    }
}

} // namespace tieuchi
