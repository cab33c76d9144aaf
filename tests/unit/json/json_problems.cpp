// SPDX-License-Identifier: Apache-2.0
// Diagnostics as JSON: well-formed whatever the text, with the place where there is one.
#include "support/rules.hpp"

#include <tieuchi/json.hpp>
#include <tieuchi/rulebook.hpp>

#include <memory>

namespace test_json_problems {

TEST_CASE("problems as JSON") {
    CHECK(to_json(tieuchi::diagnostics{}) == "[]");
    const auto rules = tieuchi::rulebook::parse(
        {std::make_shared<const tieuchi::source>("r.tieuchi", "document \"1\" { title en \"T\" status illustrative in force from "
                                                              "2000-01-01 }\nstandard s for k {\n  criterion 1 when đủ\n}\n")});
    REQUIRE_FALSE(rules);
    const std::string json = to_json(rules.error());
    CHECK(json.find(R"("location":{"file":"r.tieuchi","line":3,)") != std::string::npos);
    CHECK(json.find(R"("severity":"error")") != std::string::npos);
}

TEST_CASE("names from data that are no text become text in JSON") {
    tieuchi::facts known(tests::rules_of(R"(
document "1" { title en "T" status illustrative in force from 2000-01-01 }
standard s for k { facts { x yes_no } criterion 1 when x outcome met when every criterion is met outcome not_met otherwise })")
                             .standard("s", {.on = tieuchi::date(2022, 1, 1)})
                             .value());
    known.set(std::string("a\xff\0b", 4), 1);
    CHECK(to_json(known.problems())
              .find("\"where\":\"a\xEF\xBF\xBD\xEF\xBF\xBD"
                    "b\"") != std::string::npos);
    CHECK(to_json(known.assess())
              .find("\"fact\":\"a\xEF\xBF\xBD\xEF\xBF\xBD"
                    "b\"") != std::string::npos);
}

} // namespace test_json_problems
