// SPDX-License-Identifier: Apache-2.0
// Examples run: what passes, what is said of what does not, by which rules, and what of the rules they decide.
#include "support/rules.hpp"

#include <algorithm>

namespace test_examples {

namespace {

const std::string standard = R"(standard office_safety for agency, enterprise {
    not subject when size is micro  en "Micro"  cite 1.2, 5.4
    reading share one of (pooled, split) default pooled
    facts {
        plan yes_no  staff count  informed count at most staff  arson count  put_out yes_no
        size one of (micro, large) only for enterprise
    }
    criterion 1 en "A plan" when plan
    criterion 2 when (share is pooled and informed >= 70% of staff) or (share is split and put_out)
    criterion 3 en "As 1" same as 1
    criterion 4 none of { a when arson > previous arson }
    outcome met when every criterion is met
    outcome safe when criterion 4 is met and criterion 3/1 is met  cite 9.1
    outcome not_met otherwise
}
)";

const std::string scored = R"(standard rating for office {
    points 20
    not assessed when models = 0  cite 1.3
    refer to en "The council" when total < 2  cite 9.4
    facts { plan yes_no  models count  strikes count }
    criterion 1 10 points when plan
    criterion 2 up to 5 points judged step 0.5
    criterion 3 5 points less 1 per strikes
    classes by total { good >= 15, fair >= 5, weak otherwise }
    at most fair when strikes > 2  cite 9.2
    exactly weak when strikes > 4  cite 9.3
}
)";

const std::string good = "plan yes, staff 25, informed 18, arson 0, previous arson 0";

tieuchi::test_report report_of(const std::string& examples) { return tests::rules_of(tests::head + standard + examples).test(); }

/// What is said of the only example of this text.
tests::names said_of(const std::string& items) {
    const auto report = report_of("example \"e\" for office_safety { " + items + " }");
    REQUIRE(report.examples.size() == 1);
    tests::names said;
    for (const auto& one : report.examples[0].unmet) { said.push_back("expected " + one.expected + ", got " + one.got); }
    CHECK(report.passed() == said.empty());
    return said;
}

/// What the examples of this text show of a part of the first standard: `yes`, `no`, `both` or `untold`.
std::string shown(const tieuchi::test_report& report, tieuchi::covered_part part, const std::string& name) {
    for (const auto& one : report.coverage.at(0).parts) {
        if (one.part == part && one.name == name) { return one.both() ? "both" : one.yes ? "yes" : one.no ? "no" : "untold"; }
    }
    return "no such part";
}

} // namespace

TEST_CASE("an example passes when all that it expects comes true") {
    CHECK(said_of("given { kind agency, " + good + " } expect outcome met expect because 1, 2, 3, 4").empty());
    CHECK(said_of("given { kind agency, " + good + " } expect because 4, 3, 2, 1").empty());
    CHECK(said_of("given { plan no, staff 10, informed 3 } expect outcome in (not_subject, not_met) "
                  "expect criterion 3/1 is not met expect criterion 4 is unknown expect criterion 4.a is unknown")
              .empty());
    CHECK(said_of("given { kind agency, staff 0 } expect criterion 2 is not applicable").empty());
    CHECK(said_of("given { kind enterprise, size micro } expect outcome not_subject expect because 5.4, 1.2").empty());
    CHECK(said_of("given { kind agency, plan yes, staff 10, informed 6, arson 1, previous arson 2 } expect because 4, 3/1")
              .size() == 1);
}

TEST_CASE("what is expected and what came instead are told in the words of the rules") {
    CHECK(said_of("given { kind agency, " + good + " } expect outcome not_met") ==
          tests::names{"expected outcome not_met, got outcome met"});
    CHECK(said_of("given { kind agency, plan no } expect outcome in (met, safe)") ==
          tests::names{"expected outcome in (met, safe), got outcome not_met"});
    CHECK(said_of("given { kind agency } expect outcome met") ==
          tests::names{"expected outcome met, got outcome in (met, safe, not_met)"});
    CHECK(said_of("given { kind agency, " + good + " } expect because 1, 2") ==
          tests::names{"expected because 1, 2, got because 1, 2, 3, 4"});
    CHECK(said_of("given { kind agency } expect because 1") ==
          tests::names{"expected because 1, got nothing decided: outcome in (met, safe, not_met)"});
    CHECK(said_of("given { kind agency, staff 0 } expect criterion 2 is met expect criterion 3/1 is met expect criterion 1 is "
                  "not met") == tests::names{"expected criterion 2 is met, got criterion 2 is not applicable",
                                             "expected criterion 3/1 is met, got criterion 3/1 is unknown",
                                             "expected criterion 1 is not met, got criterion 1 is unknown"});
}

TEST_CASE("totals and points are intervals, and expected exactly") {
    const auto said = [](const std::string& expected) {
        const auto report =
            tests::rules_of(tests::head + scored + "example \"e\" for rating { given { models 1, plan yes, strikes 1 } " +
                            expected + " }")
                .test();
        tests::names all;
        for (const auto& one : report.examples.at(0).unmet) { all.push_back(one.expected + ": " + one.got); }
        return all;
    };
    CHECK(said("expect total 14 to 19 expect points of 1 is 10 expect points of 2 is 0 to 5 expect points of 3 is 4").empty());
    CHECK(said("expect total 14") == tests::names{"total 14: total 14 to 19"});
    CHECK(said("expect total 14 to 20") == tests::names{"total 14 to 20: total 14 to 19"});
    CHECK(said("expect points of 3 is 4.5") == tests::names{"points of 3 is 4.5: points of 3 is 4"});
}

TEST_CASE("readings are those that the example chooses") {
    CHECK(said_of("given { put_out yes, staff 10, informed 0 } expect criterion 2 is not met").empty());
    CHECK(said_of("reading share is split given { put_out yes, staff 10, informed 0 } expect criterion 2 is met").empty());
}

TEST_CASE("without a day, it is the first on which the standard and the document named before are in force") {
    const auto document = [](const std::string& number, const std::string& more) {
        return "document \"" + number + R"(" { title "T" status illustrative in force from )" + more + " }\n";
    };
    const auto rule = [](const std::string& condition) {
        return "standard s for body { facts { a count }\n criterion 1 when " + condition +
               "\n outcome met when every criterion is met\n outcome not_met otherwise }\n";
    };
    const auto example = [](const std::string& name, const std::string& items) {
        return "example \"" + name + "\" for s { " + items + " given { a 5 } expect outcome met }\n";
    };
    const auto file = [](std::string name, std::string text) {
        return std::make_shared<const tieuchi::source>(std::move(name), std::move(text));
    };
    const auto rules = tieuchi::rulebook::parse(
        {file("first", example("no document", "")),
         file("old", document("1", "2012-01-01") + rule("a > 1") + example("old", "") + example("by its day", "on 2022-06-01")),
         file("new", document("2", "2022-01-01 replaces \"1\"") + rule("a > 9") + example("new", "")),
         file("part", "part of \"1\"\n" + example("part", "")),
         file("later", document("3", "2023-05-01") + example("later", ""))});
    if (!rules) { FAIL(to_string(rules.error())); }
    const auto report = rules->test();
    tests::names told;
    for (const auto& one : report.examples) {
        told.push_back(one.origin->name() + ": " + one.name + " " + one.document + " " + to_string(one.on) +
                       (one.passed() ? " passed" : " failed"));
    }
    CHECK(told == tests::names{"first: no document 1 2012-01-01 passed", "old: old 1 2012-01-01 passed",
                               "old: by its day 2 2022-06-01 failed", "new: new 2 2022-01-01 failed",
                               "part: part 1 2012-01-01 passed", "later: later 2 2023-05-01 failed"});
    REQUIRE(report.coverage.size() == 2);
    CHECK((report.coverage[0].document == "1" && report.coverage[0].examples == 3));
    CHECK((report.coverage[1].document == "2" && report.coverage[1].examples == 3));
    CHECK((report.coverage[0].parts[0].yes && !report.coverage[0].parts[0].no));
    CHECK((report.coverage[1].parts[0].no && !report.coverage[1].parts[0].yes));
}

TEST_CASE("coverage says of each part whether some example decides it, and both ways") {
    using enum tieuchi::covered_part;
    const std::string first = "example \"1\" for office_safety { given { kind agency, " + good + " } expect outcome met }\n";
    const std::string second =
        "example \"2\" for office_safety { given { kind agency, plan no, arson 3 } expect outcome not_met }\n";
    const std::string third =
        "example \"3\" for office_safety { given { kind enterprise, size micro } expect outcome not_subject }\n";

    const auto none = report_of("");
    CHECK(none.examples.empty());
    CHECK((none.coverage.size() == 1 && none.coverage[0].examples == 0));
    const auto open = [](const tieuchi::coverage& one) { return !one.yes && !one.no; };
    CHECK(std::all_of(none.coverage[0].parts.begin(), none.coverage[0].parts.end(), open));

    const auto one = report_of(first);
    CHECK(shown(one, criterion, "1") == "yes");
    CHECK(shown(one, criterion, "4.a") == "yes");
    CHECK(shown(one, exit, "not_subject 1.2, 5.4") == "no");
    CHECK(shown(one, outcome, "met") == "yes");
    CHECK(shown(one, outcome, "safe") == "no");
    CHECK(shown(one, outcome, "not_subject") == "no such part"); // the exit tells of it

    const auto two = report_of(first + second);
    CHECK(shown(two, criterion, "1") == "both");
    CHECK(shown(two, criterion, "3/1") == "both");
    CHECK(shown(two, criterion, "4.a") == "yes"); // open in the second
    CHECK(shown(two, outcome, "met") == "both");
    CHECK(shown(two, outcome, "safe") == "no");

    const auto all = report_of(first + second + third);
    CHECK(shown(all, exit, "not_subject 1.2, 5.4") == "both");
    CHECK(all.coverage[0].examples == 3);
    CHECK(all.coverage[0].parts[0].label.in("en") == "A plan");
}

TEST_CASE("coverage of a bonus and a deduction: whether they ever change the points, and ever do not") {
    using enum tieuchi::covered_part;
    const std::string rules = tests::head + "standard extras for office {\n    not applicable is left out\n"
                                            "    facts { ideas count  strikes count  trained yes_no }\n"
                                            "    criterion 1 10 points when trained\n"
                                            "    criterion 2 plus 1 points per ideas up to 3\n"
                                            "    criterion 3 minus 2 points per strikes up to 6 only where trained\n"
                                            "    outcome good when total >= 8\n"
                                            "    outcome weak otherwise\n"
                                            "}\n";
    const auto report_on = [&](const std::string& given) {
        return tests::rules_of(rules + "example \"e\" for extras { given { " + given + " } expect criterion 1 is met }").test();
    };
    const auto used = report_on("trained yes, ideas 2, strikes 1");
    CHECK(shown(used, extra_points, "2") == "yes");
    CHECK(shown(used, extra_points, "3") == "yes");
    const auto unused = report_on("trained yes, ideas 0, strikes 0");
    CHECK(shown(unused, extra_points, "2") == "no");
    CHECK(shown(unused, extra_points, "3") == "no");
    const auto open = report_on("trained no");
    CHECK(shown(open, extra_points, "2") == "untold"); // nobody knows
    CHECK(shown(open, extra_points, "3") == "untold"); // it does not apply
}

TEST_CASE("coverage of exits and adjustments: what holds, what surely does not, and what is not told") {
    using enum tieuchi::covered_part;
    const auto report_on = [](const std::string& given) {
        return tests::rules_of(tests::head + scored + "example \"e\" for rating { given { " + given +
                               " } expect criterion 2 is unknown }")
            .test();
    };
    const auto not_assessed = report_on("models 0");
    CHECK(shown(not_assessed, exit, "not_assessed 1.3") == "yes");
    CHECK(shown(not_assessed, exit, "referred 9.4") == "untold"); // after one that holds
    CHECK(shown(not_assessed, outcome, "good") == "untold");
    CHECK(shown(not_assessed, adjustment, "at most fair 9.2") == "untold");

    const auto referred = report_on("models 1, plan no, strikes 9, judged_2 0");
    CHECK(shown(referred, exit, "not_assessed 1.3") == "no");
    CHECK(shown(referred, exit, "referred 9.4") == "yes");

    const auto capped = report_on("models 1, plan yes, strikes 3, judged_2 5");
    CHECK(shown(capped, exit, "referred 9.4") == "no");
    CHECK(shown(capped, adjustment, "at most fair 9.2") == "yes");
    CHECK(shown(capped, adjustment, "exactly weak 9.3") == "no");
    CHECK(shown(capped, outcome, "fair") == "yes");
    CHECK(shown(capped, outcome, "good") == "no");

    const auto open = report_on("models 1, plan yes, judged_2 5");
    CHECK(shown(open, adjustment, "at most fair 9.2") == "untold");
    CHECK(shown(open, adjustment, "exactly weak 9.3") == "untold");
}

} // namespace test_examples
