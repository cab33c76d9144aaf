// SPDX-License-Identifier: Apache-2.0
// Facts that a program was compiled for, found again in the rules that it runs with.
#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/typed_facts.hpp>

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// Adds what is wrong with a fact that the standard has.
void check_expected(const standard& by, const fact& has, const expected_fact& wanted, diagnostics& problems) {
    if (has.type != wanted.type) {
        problems.push_back(problem(
            say<diag::compiled_fact_of_other_type>(by.name(), has.name, to_string(has.type), to_string(wanted.type)), has.name));
        return;
    }
    for (const std::string_view option : wanted.options) {
        const auto same = [&](const tieuchi::option& one) { return one.name == option; };
        if (std::none_of(has.options.begin(), has.options.end(), same)) {
            problems.push_back(problem(say<diag::compiled_option_missing>(by.name(), option, has.name), has.name));
        }
    }
}

} // namespace
} // namespace impl::assess

result<std::vector<std::uint32_t>> slots_of(const standard& standard, std::span<const expected_fact> facts) {
    std::vector<std::uint32_t> slots;
    slots.reserve(facts.size());
    diagnostics problems;
    for (const expected_fact& wanted : facts) {
        const auto slot = standard.slot(wanted.name);
        if (!slot) {
            problems.push_back(impl::problem(impl::say<impl::diag::compiled_fact_missing>(standard.name(), wanted.name),
                                             std::string(wanted.name)));
            continue;
        }
        impl::assess::check_expected(standard, standard.facts()[*slot], wanted, problems);
        slots.push_back(*slot);
    }
    if (!problems.empty()) { return problems; }
    return slots;
}

} // namespace TIEUCHI_NAMESPACE
