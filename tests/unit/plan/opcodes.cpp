// SPDX-License-Identifier: Apache-2.0
// The table of opcodes, held against the plans of every standard that there is: what an instruction reads has been written before it.
#include "plan/opcodes.hpp"

#include "plan/access.hpp"
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/rules.hpp"

#include <string>
#include <utility>
#include <vector>

namespace test_opcodes {

namespace {

using namespace tieuchi::impl::plan;

/// The first instruction that reads what none before it wrote; as many as there are where all is well.
std::size_t first_that_reads_too_early(const program& plan) {
    std::vector<bool> numbers(plan.numbers, false);
    std::vector<bool> truths(plan.truths, false);
    for (std::size_t at = 0; at < plan.code.size(); ++at) {
        const instruction& each = plan.code[at];
        bool there = true;
        const auto known = [&](const std::vector<bool>& written) {
            return [&](register_index i) { there = there && i < written.size() && written[i]; };
        };
        for_each_operand(plan, each, known(numbers), known(truths));
        if (!there) { return at; }
        (writes_number(each.code) ? numbers : truths).at(each.to) = true;
        const bool of_table = each.code == opcode::table_begin || each.code == opcode::table_line;
        if (of_table && each.b != no_register) { truths.at(each.b) = true; }
    }
    return plan.code.size();
}

/// What no standard of the project has in its plan: a rate against a fact, and a table long enough to be left at the line hit.
tieuchi::standard rare() {
    std::string text = "facts { x count at most 100 y count at most 100 flag yes_no only for firm\nreach = x + 1\nneeded = ";
    for (int line = 0; line < 40; ++line) {
        text += std::to_string(line) + " when reach > " + std::to_string(40 - line) + (line % 2 == 0 ? ", " : " and flag, ");
    }
    text +=
        "otherwise 50 }\ncriterion 1 when y >= needed and x per 100 y <= x\noutcome met when criterion 1 is met outcome not_met "
        "otherwise";
    return tests::standard_of(text, "body, firm");
}

TEST_CASE("what an instruction reads by the table has been written before it") {
    std::vector<tieuchi::standard> standards = tests::shipped_standards();
    for (auto& each : tests::conformance_standards()) { standards.push_back(std::move(each)); }
    standards.push_back(rare());
    CHECK(standards.size() > 50);
    std::vector<bool> seen(opcode_table.size(), false);
    for (const auto& standard : standards) {
        const program& plan = tieuchi::impl::access::bound_of(standard)->program;
        INFO(standard.name());
        CHECK(first_that_reads_too_early(plan) == plan.code.size());
        for (const instruction& each : plan.code) { seen[static_cast<std::size_t>(each.code)] = true; }
    }
    for (std::size_t code = 0; code < seen.size(); ++code) {
        INFO(code);
        // The outcomes of sub-units are asked for in the plans of tallies alone.
        CHECK(seen[code] == (static_cast<opcode>(code) != opcode::in_outcomes));
    }
}

TEST_CASE("each line of the table says what its form needs") {
    for (const opcode_traits& each : opcode_table) {
        INFO(static_cast<int>(each.code));
        const bool of_numbers = each.reads == operand_form::number || each.reads == operand_form::numbers;
        if (each.does != arithmetic::other) { CHECK((of_numbers && each.writes == register_kind::number)); }
    }
}

} // namespace

} // namespace test_opcodes
