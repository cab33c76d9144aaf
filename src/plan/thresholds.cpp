// SPDX-License-Identifier: Apache-2.0
// Where the answer to a question can change what follows: the constants that a fact is compared with.
#include "plan/thresholds.hpp"

#include "plan/opcodes.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::plan {

namespace {

/// A number of the form `times` x fact + `plus`, which grows with the fact.
struct origin {
    bool is_fact = false;
    std::uint32_t slot = 0;
    std::int64_t times = 1;
    std::int64_t plus = 0;
};

/// Walks the code once and remembers which fact or constant each number comes from.
class threshold_finder {
public:
    threshold_finder(const program& plan, std::size_t slots)
        : plan_(plan), facts_(plan.numbers), constants_(plan.numbers), found_(slots) {}

    std::vector<std::vector<std::int64_t>> find() {
        for (const instruction& i : plan_.code) {
            follow(i);
            compared(i);
        }
        constexpr std::size_t most = 64; // enough to rank questions by, however many constants a rule has
        for (auto& constants : found_) {
            std::sort(constants.begin(), constants.end());
            constants.erase(std::unique(constants.begin(), constants.end()), constants.end());
            if (constants.size() > most) { constants.resize(most); }
        }
        return std::move(found_);
    }

private:
    void note(register_index number, std::int64_t constant) {
        const origin& from = facts_[number];
        if (!from.is_fact || from.times <= 0) { return; }
        const std::int64_t at = (constant - from.plus) / from.times;
        auto& constants = found_[from.slot];
        constants.insert(constants.end(), {at - 1, at, at + 1});
    }

    void shift(const instruction& i, register_index by, bool back) {
        if (!facts_[i.a].is_fact || !constants_[by]) { return; }
        facts_[i.to] = facts_[i.a];
        facts_[i.to].plus += back ? -*constants_[by] : *constants_[by];
    }

    void scale(const instruction& i) {
        const origin& from = facts_[i.a];
        const bool small = from.times == 1 && from.plus == 0; // so that nothing overflows
        if (from.is_fact && small) { facts_[i.to] = {true, from.slot, i.value, 0}; }
    }

    void follow(const instruction& i) {
        const opcode_traits& traits = traits_of(i.code);
        switch (traits.does) {
        case arithmetic::sum: shift(i, i.b, i.code == opcode::subtract); return;
        case arithmetic::multiple: scale(i); return;
        case arithmetic::bound:
            if (traits.reads == operand_form::number) { facts_[i.to] = facts_[i.a]; }
            return;
        case arithmetic::refined: facts_[i.to] = facts_[i.a]; return;
        case arithmetic::other: break;
        }
        if (i.code == opcode::load) { facts_[i.to] = {true, i.a, 1, 0}; }
        if (i.code == opcode::constant) { constants_[i.to] = i.value; }
    }

    void compared(const instruction& i) {
        if (i.code == opcode::lookup && i.b == no_register) {
            for (const std::int64_t limit : plan_.lookups[static_cast<std::size_t>(i.value)].limits) { note(i.a, limit); }
        }
        if (i.code == opcode::compare) {
            if (constants_[i.b]) { note(i.a, *constants_[i.b]); }
            if (constants_[i.a]) { note(i.b, *constants_[i.a]); }
        }
    }

    const program& plan_;
    std::vector<origin> facts_;
    std::vector<std::optional<std::int64_t>> constants_;
    std::vector<std::vector<std::int64_t>> found_;
};

} // namespace

std::vector<std::vector<std::int64_t>> thresholds_of(const program& plan, std::size_t slots) {
    return threshold_finder(plan, slots).find();
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
