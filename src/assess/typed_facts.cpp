// SPDX-License-Identifier: Apache-2.0
// The facts that a program was compiled for, looked up in the rules that it runs with.
#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/typed_facts.hpp>

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// Adds what the standard's fact lacks of what the program was compiled for.
void check_expected(const standard& standard, const fact& fact, const expected_fact& expected, diagnostics& problems) {
    if (fact.type != expected.type) {
        problems.push_back(problem(
            say<diag::compiled_fact_of_other_type>(standard.name(), fact.name, to_string(fact.type), to_string(expected.type)),
            fact.name));
        return;
    }
    for (const std::string_view name : expected.options) {
        const auto same = [&](const option& option) { return option.name == name; };
        if (std::none_of(fact.options.begin(), fact.options.end(), same)) {
            problems.push_back(problem(say<diag::compiled_option_missing>(standard.name(), name, fact.name), fact.name));
        }
    }
}

} // namespace
} // namespace impl::assess

result<std::vector<std::uint32_t>> slots_of(const standard& standard, std::span<const expected_fact> facts) {
    std::vector<std::uint32_t> slots;
    slots.reserve(facts.size());
    diagnostics problems;
    for (const expected_fact& expected : facts) {
        const auto slot = standard.slot(expected.name);
        if (!slot) {
            problems.push_back(impl::problem(impl::say<impl::diag::compiled_fact_missing>(standard.name(), expected.name),
                                             std::string(expected.name)));
            continue;
        }
        impl::assess::check_expected(standard, standard.facts()[*slot], expected, problems);
        slots.push_back(*slot);
    }
    if (!problems.empty()) { return problems; }
    return slots;
}

} // namespace TIEUCHI_NAMESPACE
