// SPDX-License-Identifier: Apache-2.0
/// \file
/// Small rulebooks for tests.
#pragma once

#include "support/catch.hpp"

#include <tieuchi/tieuchi.hpp>

#include <memory>
#include <string>
#include <vector>

namespace tests {

inline const std::string head = "document \"1\" { title \"Test\" status illustrative in force from 2000-01-01 }\n";

/// The rulebook of some texts; fails the test when they do not check.
inline tieuchi::rulebook rules_of(const std::vector<std::string>& texts) {
    std::vector<tieuchi::source_ptr> sources;
    for (const auto& text : texts) { sources.push_back(std::make_shared<const tieuchi::source>("test.tieuchi", text)); }
    auto rules = tieuchi::rulebook::parse(sources);
    if (!rules) { FAIL(to_string(rules.error())); }
    return *rules;
}

inline tieuchi::rulebook rules_of(const std::string& text) { return rules_of(std::vector<std::string>{text}); }

/// The standard `s` of a text that has the head and the standard's items.
inline tieuchi::standard standard_of(const std::string& items, const std::string& kinds = "body") {
    auto found =
        rules_of(head + "standard s for " + kinds + " {\n" + items + "\n}\n").standard("s", {.on = tieuchi::date(2022, 11, 15)});
    if (!found) { FAIL(to_string(found.error())); }
    return *found;
}

inline std::vector<std::string> possible(const tieuchi::assessment& answer) {
    std::vector<std::string> names;
    const auto standard = answer.standard();
    for (std::uint32_t i = 0; i < standard.outcomes().size(); ++i) {
        if (answer.outcomes().contains(i)) { names.push_back(standard.outcomes()[i].name); }
    }
    return names;
}

inline std::vector<std::string> asked(const tieuchi::assessment& answer) {
    std::vector<std::string> names;
    for (const auto& one : answer.questions()) { names.push_back(one.fact->name); }
    return names;
}

using names = std::vector<std::string>;

} // namespace tests
