// SPDX-License-Identifier: Apache-2.0
// Every production of examples, and clauses that `same as` brought in, as examples and outcomes name them.
#include "support/catch.hpp"
#include "unit/syntax/reading.hpp"

namespace test_example_text {

using namespace tieuchi_tests;

namespace {

template <class Item>
const Item& part(const reading& from, std::size_t index) {
    return std::get<Item>(std::get<syntax::example>(from.tree.items.at(0)).items.at(index));
}

} // namespace

TEST_CASE("an example with every item") {
    const reading made = read(R"(example "a day" for s {
        on 2022-11-15
        place "Bắc Ninh"
        reading share is pooled
        given { kind agency, previous crimes 3, change -2.5, share 12.5%, opened 2020-01-01 }
        expect outcome in (met, not_met)
        expect outcome met
        expect total 87.5
        expect total -3 to 8
        expect because 1.2.b, 7.3/6.3.đ
        expect criterion 7.3/6.3.đ is not met
        expect criterion 1 is not applicable
        expect points of IV.2 is 5
    })");
    INFO(made.messages());
    REQUIRE(made.problems.empty());
    const auto& whole = std::get<syntax::example>(made.tree.items.at(0));
    CHECK(whole.name.raw == "a day");
    CHECK(whole.standard.text == "s");
    CHECK(whole.items.size() == 12);
    CHECK(part<syntax::example_day>(made, 0).on.digits == "2022-11-15");
    CHECK(part<syntax::place_name>(made, 1).name.raw == "Bắc Ninh");
    CHECK(part<syntax::example_reading>(made, 2).option.text == "pooled");
    const auto& given = part<syntax::givens>(made, 3).facts;
    REQUIRE(given.size() == 5);
    CHECK(given[0].value.text == "agency");
    CHECK((given[1].previous && given[1].name.text == "crimes" && given[1].value.text == "3"));
    CHECK(given[2].value.text == "-2.5");
    CHECK(given[3].value.text == "12.5%");
    CHECK(given[4].value.text == "2020-01-01");
    CHECK(part<syntax::expect_outcome>(made, 4).names.size() == 2);
    CHECK(part<syntax::expect_outcome>(made, 5).names.size() == 1);
    CHECK_FALSE(part<syntax::expect_total>(made, 6).range.most);
    CHECK(part<syntax::expect_total>(made, 7).range.least.text == "-3");
    CHECK(part<syntax::expect_total>(made, 7).range.most->text == "8");
    CHECK(part<syntax::expect_because>(made, 8).clauses.at(1).text == "7.3/6.3.đ");
    CHECK(part<syntax::expect_criterion>(made, 9).clause.text == "7.3/6.3.đ");
    CHECK(part<syntax::expect_criterion>(made, 9).status == syntax::expected_status::not_met);
    CHECK(part<syntax::expect_criterion>(made, 10).status == syntax::expected_status::not_applicable);
    CHECK(part<syntax::expect_points>(made, 11).clause.text == "IV.2");
}

TEST_CASE("outcomes ask for clauses that were brought in; nothing else names them, and no blank stands in one") {
    const auto shape_in_outcome = [](const std::string& condition) {
        const reading made = read_items("outcome o when " + condition);
        INFO(condition << '\n' << made.messages());
        CHECK(made.problems.empty());
        return made.tree.items.empty() ? "" : shape(made.tree, item<syntax::outcome>(made).when);
    };
    CHECK(shape_in_outcome("criterion 7.3/6.3.đ is met") == "(met 7.3/6.3.đ)");
    CHECK(shape_in_outcome("points of 7.3/6.3 >= 5") == "(>= (points 7.3/6.3) 5)");
    CHECK(shape_in_outcome("count of criteria met in 7.3/6.3 > 2") == "(> (count 7.3/6.3) 2)");
    CHECK(read_items("criterion 7/6 when x").problems.size() == 1);
    CHECK(read_items("criterion 7 same as 6/5").problems.size() == 1);
    CHECK(read("example \"e\" for s { expect because 7 / 6 }").problems.size() == 1);
}

} // namespace test_example_text
