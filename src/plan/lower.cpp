// SPDX-License-Identifier: Apache-2.0
// Model to plan: the whole.
#include "plan/lowering.hpp"

namespace TIEUCHI_NAMESPACE::impl::plan {

lowering::lowering(const model::standard& of, const settled_choices& chosen)
    : standard_(of),
      expressions_(of.expressions),
      chosen_(chosen),
      truths_(of.expressions.size(), no_register),
      numbers_(of.expressions.size()),
      lowered_(of.expressions.size(), false),
      by_readings_(of.expressions.size(), unsettled),
      fact_(of.facts.size(), no_register),
      raw_(of.facts.size(), no_register),
      above_(of.facts.size(), no_register),
      below_(of.facts.size(), no_register),
      bounded_by_(of.facts.size()) {
    constant_truths_.fill(no_register);
    for (model::index i = 0; i < of.facts.size(); ++i) {
        if (of.facts[i].at_most) { bounded_by_[*of.facts[i].at_most].push_back(i); }
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

program lower(const model::standard& of, const settled_choices& chosen) {
    lowering work(of, chosen);
    work.lower_standard();
    return work.take();
}

program lower(const model::tally::over& of, const settled_choices& chosen) {
    lowering work(*of.standard, chosen);
    work.lower_tally(of);
    return work.take();
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
