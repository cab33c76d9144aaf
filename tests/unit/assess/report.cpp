// SPDX-License-Identifier: Apache-2.0
// Which findings are reported.
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <tieuchi/facts.hpp>

#include <string>
#include <vector>

namespace test_report {

namespace {

const char* const rules = R"(
facts { a yes_no b yes_no c yes_no saved yes_no fires count site yes_no military yes_no }
not subject when military cite 9
criterion 1 all of { a when a b any of { i when b ii when c } }
criterion 2 when c unless saved
criterion 3 none of { a when fires > 0 }
criterion 4 when b only where site
outcome met when every criterion is met
outcome not_met otherwise
)";

std::string clauses(const tieuchi::assessment& answer, const std::vector<std::uint32_t>& findings) {
    std::string joined;
    for (const std::uint32_t at : findings) {
        joined += (joined.empty() ? "" : " ") + answer.findings().at(at).criterion->clause;
    }
    return joined;
}

/// Shortcomings | still open | exceptions | strengths | what does not apply.
std::string report(const tieuchi::assessment& answer) {
    return clauses(answer, answer.shortcomings()) + " | " + clauses(answer, answer.still_open()) + " | " +
           clauses(answer, answer.exceptions()) + " | " + clauses(answer, answer.strengths()) + " | " +
           clauses(answer, answer.not_applicable());
}

} // namespace

TEST_CASE("strengths are the largest criteria, shortcomings the smallest, and each is reported once") {
    const auto standard = tests::standard_of(rules);
    const auto known = tieuchi::facts(standard).set("military", false).set("a", true).set("fires", 0).set("site", false);

    CHECK(report(tieuchi::facts(known).set("b", true).set("c", false).set("saved", true).assess()) == " |  | 2 | 1 3 | 4");
    CHECK(report(tieuchi::facts(known).set("b", false).set("c", false).set("saved", false).assess()) ==
          "1.b.i 1.b.ii 2 |  |  | 1.a 3 | 4");
    CHECK(report(tieuchi::facts(known).set("b", true).set("fires", 2).set("c", true).assess()) == "3.a |  |  | 1 2 | 4");
}

TEST_CASE("what is open is what keeps the outcome open, and beside a decided one what was not needed") {
    const auto standard = tests::standard_of(rules);
    CHECK(report(tieuchi::facts(standard).set("military", false).set("a", true).assess()) ==
          " | 1.b.i 1.b.ii 2 3.a 4 |  | 1.a | ");
    CHECK(report(tieuchi::facts(standard).set("military", false).set("a", false).set("fires", 0).set("site", false).assess()) ==
          "1.a | 1.b.i 1.b.ii 2 |  | 3 | 4");
}

TEST_CASE("nothing is reported where an exit holds") {
    const auto standard = tests::standard_of(rules);
    CHECK(report(tieuchi::facts(standard).set("military", true).set("a", true).set("b", false).assess()) == " |  |  |  | ");
}

} // namespace test_report
