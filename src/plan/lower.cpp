// SPDX-License-Identifier: Apache-2.0
// Entry points: from the model to the plan.
#include "plan/lowering.hpp"

namespace TIEUCHI_NAMESPACE::impl::plan {

lowering::lowering(const model::standard& standard, const settled_choices& chosen)
    : standard_(standard),
      expressions_(standard.expressions),
      chosen_(chosen),
      truths_(standard.expressions.size(), no_register),
      numbers_(standard.expressions.size()),
      lowered_(standard.expressions.size(), false),
      by_readings_(standard.expressions.size(), unsettled),
      fact_(standard.facts.size(), no_register),
      raw_(standard.facts.size(), no_register),
      above_(standard.facts.size(), no_register),
      below_(standard.facts.size(), no_register),
      bounded_by_(standard.facts.size()) {
    constant_truths_.fill(no_register);
    for (model::index i = 0; i < standard.facts.size(); ++i) {
        if (standard.facts[i].at_most) { bounded_by_[*standard.facts[i].at_most].push_back(i); }
    }
    count_uses();
    settle_by_readings();
}

program lowering::take() {
    for (auto& table : program_.tables) {
        for (auto& line : table.lines) { line += static_cast<std::uint32_t>(leading_.size()); }
    }
    program_.code.insert(program_.code.begin(), leading_.begin(), leading_.end());
    return std::move(program_);
}

program lower(const model::standard& standard, const settled_choices& chosen) {
    lowering work(standard, chosen);
    work.lower_standard();
    return work.take();
}

program lower(const model::tally::over& part, const settled_choices& chosen) {
    lowering work(*part.standard, chosen);
    work.lower_tally(part);
    return work.take();
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
