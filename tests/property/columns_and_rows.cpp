// SPDX-License-Identifier: Apache-2.0
// The columnar evaluator says of every row what the row evaluator says, to the last bit: every standard there is, subjects made up at
// random with their values where the rules change their mind.
#include "support/blocks.hpp"
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/effort.hpp"

#include <hwy/targets.h>

namespace test_columns_and_rows {

namespace {

using tests::blocks::counts;

void agree(const tieuchi::standard& standard, std::mt19937_64& random, std::size_t blocks, bool findings, counts& sum) {
    const std::string difference = tests::blocks::compare(standard, random, blocks, findings, sum);
    if (!difference.empty()) { FAIL(difference); }
}

} // namespace

TEST_CASE("columns and rows agree about every standard of the conformance suites") {
    auto random = tests::seeded(1);
    counts sum;
    for (const auto& one : tests::conformance_standards()) { agree(one, random, tests::tried(8), true, sum); }
    CHECK(sum.rows > tests::tried(1'000'000));
    CHECK(sum.decided > sum.rows / 10);
}

TEST_CASE("columns and rows agree about the regulations") {
    auto random = tests::seeded(2);
    counts sum;
    for (const auto& one : tests::shipped_standards()) { agree(one, random, tests::tried(20), true, sum); }
    CHECK(sum.rows > tests::tried(100'000));
}

TEST_CASE("columns and rows agree on every instruction set that the machine has") {
    const auto standards = tests::conformance_standards();
    for (std::int64_t left = hwy::SupportedTargets(); left != 0; left &= left - 1) {
        hwy::SetSupportedTargetsForTest(left & -left);
        hwy::GetChosenTarget().DeInit();
        auto random = tests::seeded(3);
        counts sum;
        for (const auto& one : standards) { agree(one, random, 1, true, sum); }
        CHECK(sum.rows > 10'000);
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
}

} // namespace test_columns_and_rows
