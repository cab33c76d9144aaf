// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is declared and read by no rule.
#pragma once

#include <tieuchi/impl/model/checker.hpp>

#include <algorithm>

namespace tieuchi::impl::model {

void checker::check_use(const standard_scope& scope) {
    for (const auto& [name, one] : scope.symbols) {
        if (one.from == nullptr || find(scope, name) != one.from || scope.own.find(name) == scope.own.end()) { continue; }
        const syntax::word& word = one.from->name();
        if (one.from->what.index() == 0) {
            const bool previous_read = scope.symbols.find("previous_" + name) != scope.symbols.end();
            const auto bounds_another = [&, slot = one.at_index](const fact& other) { return other.at_most == slot; };
            const bool bounding = std::any_of(scope.model->facts.begin(), scope.model->facts.end(), bounds_another);
            if (!scope.fact_read[one.at_index] && !previous_read && !bounding) {
                warn(*scope.file, word.at, "W301", "no rule reads the fact `" + name + "`", "use it in a rule, or leave it out");
            }
        } else if (!one.used) {
            warn(*scope.file, word.at, one.from->what.index() == 1 ? "W305" : "W304",
                 one.from->what.index() == 1 ? "no rule uses the quantity `" + name + "`"
                                             : "no rule uses the reading `" + name + "`",
                 "use it in a rule, or leave it out");
        }
    }
}

} // namespace tieuchi::impl::model
