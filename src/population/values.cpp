// SPDX-License-Identifier: Apache-2.0
// Definitions of values.hpp.
#include "population/values.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::population {

std::vector<facts> facts_for(const std::vector<standard>& standards, const std::string& kind,
                             const std::vector<std::pair<std::string, value>>& values) {
    std::vector<facts> given;
    for (const auto& standard : standards) {
        given.emplace_back(standard);
        given.back().set(0, value{kind});
    }
    for (const auto& [name, value] : values) {
        bool known = false;
        for (std::size_t i = 0; i < standards.size(); ++i) {
            if (const auto slot = standards[i].slot(name)) {
                known = true;
                given[i].set(*slot, value);
            }
        }
        if (!known) { given.front().set(name, value); } // says so
    }
    return given;
}

diagnostics problems_of(const subject_source& subjects, std::size_t subject, const std::vector<facts>& given) {
    diagnostics problems;
    for (const facts& each : given) {
        for (const auto& why : each.problems()) {
            diagnostic said = problem_with(subjects, subject, why.where, why);
            const auto same = [&](const diagnostic& other) { return other.where == said.where && other.message == said.message; };
            if (std::none_of(problems.begin(), problems.end(), same)) { problems.push_back(std::move(said)); }
        }
    }
    return problems;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
