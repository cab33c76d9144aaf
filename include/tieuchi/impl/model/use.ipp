// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is declared and read by no rule.
#pragma once

#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

bool checker::is_used(const standard_scope& scope, const std::string& name) const {
    const auto found = scope.symbols.find(name);
    if (found == scope.symbols.end()) { return false; }
    const symbol& one = found->second;
    if (one.from->what.index() != 0) { return one.used; }
    const bool previous_read = scope.symbols.find("previous_" + name) != scope.symbols.end();
    const auto bounds_another = [&](const fact& other) { return other.at_most == one.at_index; };
    const bool bounding = std::any_of(scope.model->facts.begin(), scope.model->facts.end(), bounds_another);
    return scope.fact_read[one.at_index] || previous_read || bounding;
}

/// What no version of a standard uses.
void checker::check_use(const standard_scope& scope) {
    for (const auto& [name, declared] : scope.own) {
        const syntax::word& word = declared.name();
        const auto uses = [&, &key = name, &mine = declared](const standard_scope& other) {
            const auto theirs = other.own.find(key);
            const bool same = other.text == scope.text && theirs != other.own.end() && theirs->second.file == mine.file &&
                              theirs->second.name().at.begin == word.at.begin;
            return same && is_used(other, std::string(key));
        };
        const auto own = scope.symbols.find(name);
        if (own == scope.symbols.end() || std::any_of(standards_.begin(), standards_.end(), uses)) { continue; }
        const std::string named = "`" + std::string(name) + "`";
        const char* const help = "use it in a rule, or leave it out";
        switch (declared.what.index()) {
        case 0: warn(*declared.file, word.at, "W301", "no rule reads the fact " + named, help); break;
        case 1: warn(*declared.file, word.at, "W305", "no rule uses the quantity " + named, help); break;
        default: warn(*declared.file, word.at, "W304", "no rule uses the reading " + named, help); break;
        }
    }
}

} // namespace tieuchi::impl::model
