// SPDX-License-Identifier: Apache-2.0
// Sums, means and extremes that sub-units tell.
#include "population.hpp"

namespace test_tallies {

namespace {

using tests::fact;
using tests::problem;
using tests::subject;
using tests::whole;

const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of(tests::head + R"(
standard school_score for school {
  facts {
    open   yes_no
    pupils count at most 1000
    absent count at most 240
    warmth number scale 1 at least 0 at most 40
    share  percent at most 100
    since  date
    big    = pupils per 100 absent
  }
  criterion 1 40 points when open
  criterion 2 60 points less 0.25 per absent
  criterion 3 when warmth > 10 and share > 1% and since < 2000-01-01
  outcome good when total >= 50 and criterion 3 is met
  outcome weak otherwise
}
standard town_score for town {
  facts {
    pupils     count                     from sum of pupils over (school) where open
    mean_total number scale 2            from mean of total over (school) rounded to 0.01 half up
    warmest    number scale 1            from greatest of warmth over (school) where open
    coldest    number scale 1 at least 5 from least of warmth over (school) where open
    mean_share percent                   from mean of share over (school) rounded to 0.0001 half even
    oldest     date                      from least of since over (school)
    of_order   number scale 2            from sum of points of 2 over (school) where open
  }
  criterion 1 when pupils > 500 and mean_total >= 50 and warmest > 30 and coldest > 10
  criterion 2 when mean_share > 50% and oldest < 2000-01-01 and of_order > 10
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    return one;
}

tieuchi::subject school(std::string id, tests::values told) { return subject(std::move(id), "T", "school", std::move(told)); }

tieuchi::value text(const char* told) { return std::string(told); }

const auto town = subject("T", "", "town");
const auto first = school("a", {{"open", true},
                                {"pupils", whole(300)},
                                {"absent", whole(10)},
                                {"warmth", text("20.5")},
                                {"share", text("33.3333")},
                                {"since", text("1990-05-01")}});
const auto second = school("b", {{"open", true},
                                 {"pupils", whole(400)},
                                 {"absent", whole(7)},
                                 {"warmth", text("31")},
                                 {"share", text("50")},
                                 {"since", text("1980-01-02")}});
const auto closed = school("c", {{"open", false},
                                 {"pupils", whole(10)},
                                 {"absent", whole(0)},
                                 {"warmth", text("1")},
                                 {"share", text("100")},
                                 {"since", text("2001-01-01")}});

tieuchi::subject_result town_with(std::vector<tieuchi::subject> subjects) {
    subjects.push_back(town);
    auto results = tests::results_of(rules(), subjects);
    return std::move(results.back());
}

} // namespace

TEST_CASE("sums, means and extremes are read off the sub-units") {
    const auto told = town_with({first, second, closed});
    CHECK(fact(told, "pupils") == "700");       // 300 + 400
    CHECK(fact(told, "mean_total") == "85.25"); // (97.5 + 98.25 + 60) / 3
    CHECK(fact(told, "warmest") == "31");
    CHECK(fact(told, "coldest") == "20.5");
    CHECK(fact(told, "mean_share") == "61.1111%"); // 183.3333 / 3
    CHECK(fact(told, "oldest") == "1980-01-02");
    CHECK(fact(told, "of_order") == "115.75"); // 57.5 + 58.25
}

TEST_CASE("a sub-unit that may or may not count, or tells an interval, makes the fact one") {
    auto perhaps = second;
    perhaps.values.erase(perhaps.values.begin()); // open or not
    const auto told = town_with({first, perhaps, closed});
    CHECK(fact(told, "pupils") == "300 to 700");
    CHECK(fact(told, "mean_total") == "71.92 to 85.25"); // with 58.25 or 98.25
    CHECK(fact(told, "warmest") == "20.5 to 31");
    CHECK(fact(told, "coldest") == "20.5");
    auto unknown = second;
    unknown.values.erase(unknown.values.begin() + 1); // how many pupils
    CHECK(fact(town_with({first, unknown}), "pupils") == "300 to 1300");
}

TEST_CASE("a sub-unit of which nothing is known may tell anything that it could tell") {
    auto refused = second;
    refused.values[1].second = text("many");
    const auto told = town_with({first, refused});
    CHECK(fact(told, "pupils") == "300 to 1300");
    CHECK(fact(told, "mean_total") == "48.75 to 98.75"); // one that does not count, or has 0 to 100
    CHECK(fact(told, "coldest") == "5 to 20.5");         // its own bound is 5
    auto lost = first;
    lost.id = "x";
    lost.parent = "nowhere";
    CHECK(fact(town_with({first, lost}), "pupils") == "300 to 1300");
}

TEST_CASE("where none counts a sum is 0; means and extremes have no value and stay as told, or unknown") {
    CHECK(fact(town_with({closed}), "pupils") == "0");
    CHECK(fact(town_with({closed}), "warmest") == "unknown");
    auto told = town;
    told.values = {{"warmest", whole(17)}, {"mean_total", whole(60)}};
    const auto results = tests::results_of(rules(), {told, closed});
    CHECK(fact(results[0], "warmest") == "17");
    CHECK(fact(results[0], "mean_total") == "60");
    auto perhaps = first;
    perhaps.values.erase(perhaps.values.begin());
    CHECK(fact(tests::results_of(rules(), {told, perhaps})[0], "warmest") == "17"); // it may be that none counts
    CHECK(fact(town_with({perhaps}), "warmest") == "unknown");
}

TEST_CASE("what is told of all must agree with what the sub-units tell") {
    auto told = town;
    told.values = {{"mean_total", text("97.88")}}; // (97.5 + 98.25) / 2 is 97.875
    CHECK(!tests::results_of(rules(), {told, first, second})[0].refused());
    told.values = {{"mean_total", text("97.87")}};
    CHECK(problem(tests::results_of(rules(), {told, first, second})[0]) ==
          "E415 `mean_total` is said to be 97.87, but the sub-units listed make it 97.88");
    auto cold = first;
    cold.values[3].second = text("4.9");
    CHECK(problem(town_with({cold})) == "E415 `coldest` is from 5 to 999999999, but the sub-units listed make it 4.9");
    told.values = {{"oldest", text("1980-01-03")}};
    CHECK(problem(tests::results_of(rules(), {told, first, second})[0]) ==
          "E415 `oldest` is said to be 1980-01-03, but the sub-units listed make it 1980-01-02");
}

TEST_CASE("a sub-unit that has no such number does not count") {
    const auto of_some = tests::rules_of(tests::head + R"(
standard a for shop, market {
  facts { stalls count at most 50 only for market open yes_no }
  criterion 1 when open and stalls > 1
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard t for town {
  facts { stalls count from sum of stalls over (shop, market) fewest count from least of stalls over (shop, market) }
  criterion 1 when stalls > 3 and fewest > 1
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    const auto market = subject("m", "T", "market", {{"stalls", whole(5)}});
    const auto results = tests::results_of(of_some, {town, market, subject("s", "T", "shop")});
    CHECK(fact(results[0], "stalls") == "5");
    CHECK(fact(results[0], "fewest") == "5");
    CHECK(fact(tests::results_of(of_some, {town, subject("s", "T", "shop")})[0], "fewest") == "unknown");
}

TEST_CASE("a sub-unit whose number may have no value may not count") {
    const auto of_files = tests::rules_of(tests::head + R"(
standard f for file {
  facts { a count at most 10 b count at most 2 r = a per b rounded to 1 half up }
  criterion 1 when a > 0
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard o for office {
  facts { rates count from sum of r over (file) }
  criterion 1 when rates > 4
  outcome met when every criterion is met
  outcome not_met otherwise
}
)");
    const auto told = [&](tieuchi::value b) {
        return tests::fact(
            tests::results_of(of_files, {subject("O", "", "office"), subject("F", "O", "file", {{"a", whole(10)}, {"b", b}})})[0],
            "rates");
    };
    CHECK(told(whole(2)) == "5");
    CHECK(told(whole(0)) == "0");
    CHECK(told(tieuchi::unknown_value{}).starts_with("0 to "));
}

} // namespace test_tallies
