// SPDX-License-Identifier: Apache-2.0
// Two answers side by side.
#include "support/rules.hpp"

#include <utility>

namespace test_comparison {

namespace {

using tests::names;
using tieuchi::finding_status;

const tieuchi::standard& score() {
    static const auto one = tests::standard_of(R"(
  facts { plan yes_no staff count informed count at most staff fires count }
  criterion 1 en "Plan" 10 points when plan
  criterion 2 en "Informed" when informed >= 70% of staff
  criterion 3 en "Fires" 20 points less 5 per fires
  outcome good when total >= 25 and criterion 2 is met
  outcome weak otherwise
)");
    return one;
}

tieuchi::facts told() {
    tieuchi::facts made(score());
    made.set("plan", true).set("staff", 25).set("informed", 18).set("fires", 1);
    return made;
}

tieuchi::comparison compared(const tieuchi::facts& one, const tieuchi::facts& other) {
    return tieuchi::compare(score().assess(one), score().assess(other));
}

names clauses(const tieuchi::comparison& of) {
    names found;
    for (const auto& each : of.criteria) { found.push_back(each.first.criterion->clause); }
    return found;
}

names facts(const std::vector<tieuchi::fact_difference>& of) {
    names found;
    for (const auto& each : of) { found.push_back(each.first.fact->name + " " + each.first.text() + " | " + each.second.text()); }
    return found;
}

} // namespace

TEST_CASE("equal facts give answers that do not differ") {
    const auto same = compared(told(), told());
    CHECK(same.same());
    CHECK(same.criteria.empty());
}

TEST_CASE("a criterion differs by its status, and says by which facts") {
    auto other = told();
    other.set("informed", 17);
    const auto found = compared(told(), other);
    CHECK(!found.same());
    CHECK(clauses(found) == names{"2"});
    CHECK(found.criteria[0].first.status == finding_status::met);
    CHECK(found.criteria[0].second.status == finding_status::not_met);
    CHECK(facts(found.criteria[0].facts) == names{"informed 18 | 17"});
    CHECK(found.first.outcome()->name == "good");
    CHECK(found.second.outcome()->name == "weak");
}

TEST_CASE("a criterion differs by its points alone") {
    auto other = told();
    other.set("fires", 2);
    const auto found = compared(told(), other);
    CHECK(clauses(found) == names{"3"});
    CHECK(found.criteria[0].first.status == found.criteria[0].second.status);
    CHECK(found.criteria[0].first.points->text() == "15");
    CHECK(found.criteria[0].second.points->text() == "10");
    CHECK(found.first.total() != found.second.total());
    CHECK(facts(found.criteria[0].facts) == names{"fires 1 | 2"});
}

TEST_CASE("what one of the two does not know differs") {
    auto other = told();
    other.set("plan", tieuchi::value{});
    const auto found = compared(told(), other);
    CHECK(clauses(found) == names{"1"});
    CHECK(facts(found.criteria[0].facts) == names{"plan yes | unknown"});
}

TEST_CASE("facts that differ without a criterion that does are told") {
    auto other = told();
    other.set("informed", 19);
    const auto found = compared(told(), other);
    CHECK(found.criteria.empty());
    CHECK(facts(found.facts) == names{"informed 18 | 19"});
    CHECK(!found.same());
}

} // namespace test_comparison
