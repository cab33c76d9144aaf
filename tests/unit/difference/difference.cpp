// SPDX-License-Identifier: Apache-2.0
// What differs between two standards: every kind of item, added, removed, changed; blanks and comments are no difference.
#include "support/catch.hpp"

#include <tieuchi/tieuchi.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace test_difference {

namespace {

using namespace std::chrono_literals;

const std::string head = "document \"1\" { title en \"Rules\" status draft in force from 2020-01-01 }\n";
const std::string facts = "facts { plan yes_no  staff count }\n";
const std::string body = "criterion 1 all of { a when plan b when staff >= 2 }\n";
const std::string outcomes = "outcome met when every criterion is met\noutcome not_met otherwise\n";

tieuchi::standard standard_of(const std::string& inside) {
    const std::string text = head + "standard safety for office {\n" + inside + "}\n";
    auto rules = tieuchi::rulebook::parse({std::make_shared<const tieuchi::source>("r.tieuchi", text)});
    if (!rules) { FAIL(to_string(rules.error())); }
    return *rules->standard("safety", {.on = 2022y / 6 / 1});
}

/// `changed criterion 1.a`, and so on.
std::vector<std::string> between(const std::string& before, const std::string& after) {
    std::vector<std::string> all;
    for (const auto& one : differences(standard_of(before), standard_of(after))) {
        std::string text(to_string(one.change));
        text += " " + std::string(to_string(one.item));
        all.push_back(one.name.empty() ? text : text + " " + one.name);
    }
    return all;
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("blanks and comments are no difference") {
    const std::string other = "facts { plan    yes_no # a plan\n staff count }\n"
                              "criterion 1 all of { a when plan\n\n b when staff>=2 } # both\n";
    CHECK(between(facts + body + outcomes, other + outcomes).empty());
}

TEST_CASE("a blank between words, and in a text, is one") {
    const auto titled = [](const std::string& title) {
        return facts + "criterion 1 en \"" + title + "\" when plan\n" + outcomes;
    };
    CHECK(between(titled("A  plan"), titled("A plan")) == list{"changed criterion 1"});
    CHECK(between(titled("A \\\"plan\\\""), titled("A \\\"plan\\\"")).empty());
    CHECK(between(titled("A # plan"), titled("A # Plan")) == list{"changed criterion 1"});
}

TEST_CASE("a criterion is compared without its parts") {
    const std::string more = "criterion 1 all of { a when plan b when staff >= 3 c when staff >= 1 }\n";
    CHECK(between(facts + body + outcomes, facts + more + outcomes) == list{"changed criterion 1.b", "added criterion 1.c"});
    const std::string any = "criterion 1 any of { a when plan b when staff >= 2 }\n";
    CHECK(between(facts + body + outcomes, facts + any + outcomes) == list{"changed criterion 1"});
    const auto found = differences(standard_of(facts + body + outcomes), standard_of(facts + any + outcomes));
    CHECK(found.at(0).before == "1 all of { … }");
    CHECK(found.at(0).after == "1 any of { … }");
    CHECK(found.at(0).document_after == "1");
}

TEST_CASE("everything that a standard says") {
    const std::string plain = facts + body + outcomes;
    CHECK(between(plain, "facts { plan yes_no  staff count  drills count }\n" + body + outcomes) == list{"added fact drills"});
    CHECK(between(plain, "window 11-16 .. 11-15\n" + plain) == list{"added window"});
    CHECK(between("window 11-16 .. 11-15\n" + plain, "window 11-01 .. 10-31\n" + plain) == list{"changed window"});
    CHECK(between("decide before 11-20 by en \"The board\"\n" + plain, plain) == list{"removed deadline"});
    CHECK(between(plain, "not subject when staff < 3\n" + plain) == list{"added exit"});
    CHECK(between("not subject when staff < 3\n" + plain, "not subject when staff < 4\n" + plain) ==
          list{"added exit", "removed exit"});
    CHECK(between(plain, "facts { plan yes_no  staff count  many = staff + 2 }\n" + body + outcomes) ==
          list{"added quantity many"});
    CHECK(between(plain, "reading strict one of (yes, no) default yes\n" + plain) == list{"added reading strict"});

    const std::string scored = facts + "criterion 1 6 points when plan\ncriterion 2 4 points when staff >= 2\n";
    const std::string classes = "classes by total { good >= 8, weak otherwise }\n";
    CHECK(between("points 10\n" + scored + classes, scored + classes) == list{"removed points points"});
    CHECK(between(scored + classes, "total rounded to 1 half up\n" + scored + classes) == list{"added points total"});
    CHECK(between(scored + classes, scored + "classes by total { good >= 9, weak otherwise }\n") == list{"changed outcome good"});
    CHECK(between(scored + classes, scored + classes + "at most weak when not plan\n") == list{"added adjustment"});
    CHECK(between(scored + classes, scored + classes + "quota good at most 20% of weak or better highest total first\n") ==
          list{"added quota good"});
}

} // namespace test_difference
