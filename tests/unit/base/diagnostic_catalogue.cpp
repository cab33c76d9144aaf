// SPDX-License-Identifier: Apache-2.0
// The catalogue of diagnostics: texts with parts, and what their codes say.
#include "base/diagnostic_catalogue.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

namespace test_diagnostic_catalogue {

using namespace tieuchi::impl;

TEST_CASE("parts are filled in, in the message and in the help") {
    const remark found = say<diag::asked_criterion_without_points>("6.1");
    CHECK(found.code == "E325");
    CHECK(found.message == "criterion `6.1` gives no points");
    CHECK(found.help == "ask `criterion 6.1 is met`, or give it points");
}

TEST_CASE("parts are texts or numbers, and stand in the order in which message and help name them first") {
    const std::string fact = "mark";
    const remark found = say<diag::tally_of_more_digits>(3, fact, std::size_t{2});
    CHECK(found.message == "this can have 3 digits after the point, and `mark` has 2");
    CHECK(found.help == "give the fact `scale 3`");
}

TEST_CASE("what a part holds is no part") { CHECK(say<diag::duplicate_item>("{item}").message == "duplicate `{item}`"); }

TEST_CASE("a brace by itself is a brace") {
    CHECK(say<diag::brace_not_closed>().message == "this `{` is not closed");
    CHECK(say<diag::no_facts>().help == "an object without facts is written {}");
    CHECK(say<diag::standard_without_document>().help == "begin the file with `document \"…\" { … }` or `part of \"…\"`");
}

TEST_CASE("a help that depends is said where it is known") {
    CHECK(say<diag::unknown_standard>("safty").help.empty());
    CHECK(say<diag::unknown_standard>("safty").with_help("did you mean `safety`?").help == "did you mean `safety`?");
}

TEST_CASE("the code says how bad it is") {
    CHECK(problem(say<diag::no_rules>()).is_error());
    CHECK_FALSE(problem(say<diag::always_holds>()).is_error());
}

TEST_CASE("a problem is known by its code, which several diagnostics share") {
    const tieuchi::diagnostic missing = problem(say<diag::unknown_clause>("safety", "7"));
    CHECK(is<diag::unknown_clause>(missing));
    CHECK(is<diag::unknown_criterion>(missing));
    CHECK_FALSE(is<diag::unknown_kind>(missing));
    CHECK(may_follow(missing.code));
    CHECK_FALSE(may_follow(code_of<diag::outcome_alone>));
    CHECK_FALSE(may_follow("E999"));
}

TEST_CASE("a problem keeps which message of its code it is, and the texts in it") {
    const tieuchi::diagnostic found = problem(say<diag::value_is_no_truth>("maybe"), "agency.csv:2: drills");
    CHECK(says<diag::value_is_no_truth>(found));
    CHECK_FALSE(says<diag::value_is_no_number>(found));
    CHECK(is<diag::value_is_no_number>(found));
    CHECK(found.parts == std::vector<std::string>{"maybe"});
}

TEST_CASE("every text of the catalogue keeps to the form of messages") {
    for (const diagnostic_entry& entry : diagnostic_entries) {
        INFO(entry.code << ": " << entry.message);
        CHECK_FALSE(entry.message.empty());
        CHECK_FALSE(entry.message.ends_with('.'));
        CHECK_FALSE(entry.help.ends_with('.'));
        CHECK(entry.message.find('\n') == std::string_view::npos);
        CHECK(entry.help.find('\n') == std::string_view::npos);
        const bool is_acronym = entry.message.starts_with("JSON");
        CHECK((is_acronym || entry.message.front() < 'A' || entry.message.front() > 'Z'));
        CHECK(parts_of(entry).count <= part_names::most);
    }
}

} // namespace test_diagnostic_catalogue
