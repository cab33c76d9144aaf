// SPDX-License-Identifier: Apache-2.0
// Definitions of evaluator.hpp.
#include "vector/evaluator.hpp"

#include "plan/access.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::vector {

namespace {

/// The slots of facts that no step and no bound reads.
[[nodiscard]] std::vector<std::uint32_t> unread_slots(const program& program) {
    std::vector<bool> read(program.unknown.size(), false);
    for (const std::uint32_t slot : program.bounded) { read[slot] = true; }
    for (const step& each : program.steps) {
        if (each.kind == step_kind::fact || each.kind == step_kind::fact_truth) { read[each.op.a] = true; }
    }
    std::vector<std::uint32_t> found;
    for (std::uint32_t slot = 0; slot < read.size(); ++slot) {
        if (!read[slot]) { found.push_back(slot); }
    }
    return found;
}

} // namespace

evaluator::evaluator(const standard& standard, const wanted& what)
    : program_(compile(rules_of(*access::bound_of(standard)), what)), unread_(unread_slots(program_)) {
    const std::vector<fact>& facts = standard.facts();
    for (std::uint32_t slot = 1; slot < facts.size(); ++slot) {
        if (facts[slot].only_for.empty()) { continue; }
        fact_of_kinds each{slot, {}};
        for (const option& kind : facts[0].options) {
            each.exists_for.push_back(std::find(facts[slot].only_for.begin(), facts[slot].only_for.end(), kind.name) !=
                                      facts[slot].only_for.end());
        }
        of_kinds_.push_back(std::move(each));
    }
}

std::unique_ptr<workspace> evaluator::acquire() const {
    const std::lock_guard<std::mutex> lock(lending_);
    if (idle_.empty()) { return std::make_unique<workspace>(program_); }
    auto memory = std::move(idle_.back());
    idle_.pop_back();
    return memory;
}

void evaluator::release(std::unique_ptr<workspace> memory) const {
    const std::lock_guard<std::mutex> lock(lending_);
    idle_.push_back(std::move(memory));
}

void evaluator::read_unread(workspace& in) const {
    for (const std::uint32_t slot : unread_) {
        if (!in.facts->has(slot)) { continue; }
        fact_block& fact = in.spare_a.fact;
        in.facts->read(slot, fact);
        if (!fact.any_refused) { continue; }
        for (std::size_t w = 0; w < in.words; ++w) { in.refused[w] |= fact.refused[w]; }
    }
}

/// Marks the rows with a value for a fact that subjects of their kind do not have.
void evaluator::refuse_of_other_kinds(workspace& in) const {
    if (of_kinds_.empty() || !in.facts->has(0)) { return; }
    const fact_block& kinds = in.spare_a.fact;
    in.facts->read(0, in.spare_a.fact);
    for (const fact_of_kinds& each : of_kinds_) {
        if (!in.facts->has(each.slot)) { continue; }
        const fact_block& fact = in.spare_b.fact;
        in.facts->read(each.slot, in.spare_b.fact);
        for (std::size_t w = 0; w < in.words; ++w) {
            for (std::uint64_t left = kinds.known[w] & fact.known[w]; left != 0; left &= left - 1) {
                const auto row = w * 64 + static_cast<std::size_t>(__builtin_ctzll(left));
                const auto kind = static_cast<std::size_t>(kinds.narrow != nullptr ? kinds.narrow[row] : kinds.values[row]);
                in.refused[w] |= std::uint64_t{!each.exists_for[kind]} << (row % 64);
            }
        }
    }
}

void evaluator::evaluate(workspace& in, fact_source& from, std::size_t rows) const {
    in.facts = &from;
    run(in, rows);
    read_unread(in);
    refuse_of_other_kinds(in);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
