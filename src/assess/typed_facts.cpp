// SPDX-License-Identifier: Apache-2.0
// Facts that a program was compiled for, found again in the rules that it runs with.
#include <tieuchi/typed_facts.hpp>

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

[[nodiscard]] diagnostic other_rules(const standard& by, std::string_view fact, const std::string& message) {
    diagnostic made;
    made.code = "E513";
    made.message = "standard `" + by.name() + "` " + message;
    made.help = "the rules are not those that the program was compiled for: make its header again with `tieuchi gen cpp`";
    made.where = fact;
    return made;
}

/// Adds what is wrong with a fact that the standard has.
void check_expected(const standard& by, const fact& has, const expected_fact& wanted, diagnostics& problems) {
    const std::string name = "`" + has.name + "`";
    if (has.type != wanted.type) {
        problems.push_back(other_rules(by, has.name,
                                       "has the fact " + name + " as `" + std::string(to_string(has.type)) + "`, not as `" +
                                           std::string(to_string(wanted.type)) + "`"));
        return;
    }
    for (const std::string_view option : wanted.options) {
        const auto same = [&](const tieuchi::option& one) { return one.name == option; };
        if (std::none_of(has.options.begin(), has.options.end(), same)) {
            problems.push_back(other_rules(by, has.name, "has no option `" + std::string(option) + "` of the fact " + name));
        }
    }
}

} // namespace
} // namespace impl::assess

result<std::vector<std::uint32_t>> slots_of(const standard& by, std::span<const expected_fact> facts) {
    std::vector<std::uint32_t> slots;
    slots.reserve(facts.size());
    diagnostics problems;
    for (const expected_fact& wanted : facts) {
        const auto slot = by.slot(wanted.name);
        if (!slot) {
            problems.push_back(impl::assess::other_rules(by, wanted.name, "has no fact `" + std::string(wanted.name) + "`"));
            continue;
        }
        impl::assess::check_expected(by, by.facts()[*slot], wanted, problems);
        slots.push_back(*slot);
    }
    if (!problems.empty()) { return problems; }
    return slots;
}

} // namespace TIEUCHI_NAMESPACE
