// SPDX-License-Identifier: Apache-2.0
// Populations held by columns: what is asked of their tables, streams, refusals, and answers by columns.
#include "support/arrow.hpp"
#include "support/rules.hpp"

#include <cerrno>
#include <cmath>
#include <limits>
#include <memory>

namespace test_column_population {

namespace {

using tests::arrow::booleans;
using tests::arrow::numbers;
using tests::arrow::texts;

const tieuchi::rulebook& rules() {
    static const auto one = tests::rules_of(tests::head + R"(
standard area_safety for area {
  facts { quiet yes_no people count at most 100 }
  criterion 1 "quiet" when quiet
  outcome met when every criterion is met
  outcome not_met otherwise
}
standard town_safety for town {
  facts {
    towns count from count of (town) where outcome is met
    areas count from count of (area)
    met   count at most areas from count of (area) where outcome is met
  }
  criterion 5 "met" when met >= 70% of areas and towns = 0
  outcome met when every criterion is met
  outcome not_met otherwise
  quota met at most 50% of all  highest areas first
}
)");
    return one;
}

const tieuchi::selection how{.on = tieuchi::date(2022, 11, 15)};

tieuchi::column_population population(tieuchi::column_options options = {}) {
    auto made = tieuchi::column_population::make(rules(), how, std::move(options));
    if (!made) { FAIL(to_string(made.error())); }
    return *std::move(made);
}

/// Two towns, the first with two areas, the second with one.
tests::arrow::table towns() {
    return tests::arrow::table({numbers<std::int64_t>("id", "l", {1, 2, 11, 12, 21}),
                                texts("kind", {"town", "town", "area", "area", "area"}),
                                numbers<std::uint64_t>("parent", "L", {0, 0, 1, 1, 2}).nulls({false, false, true, true, true}),
                                numbers<std::int32_t>("towns", "i", {0, 0, 0, 0, 0}).nulls({true, true, false, false, false}),
                                booleans("quiet", {false, false, true, true, true}).nulls({false, false, true, true, true})});
}

std::string problem_of(std::vector<tests::arrow::made_column> columns) {
    tests::arrow::table table(std::move(columns));
    auto made = population();
    const auto problems = made.add(table.schema(), table.rows());
    CHECK(table.releases == 1);
    CHECK(made.size() == 0);
    return problems.empty() ? "" : problems.front().code + " " + problems.front().where + ": " + problems.front().message;
}

std::string outcome(const tieuchi::population_answers& of, std::size_t subject) {
    const auto result = of.result_of(subject);
    if (result.refused()) { return result.problems.front().code; }
    std::string names;
    for (std::uint32_t i = 0; i < result.assessments.front().standard().outcomes().size(); ++i) {
        if (!result.outcomes.front().contains(i)) { continue; }
        names += (names.empty() ? "" : " ") + result.assessments.front().standard().outcomes()[i].name;
    }
    return names;
}

} // namespace

TEST_CASE("sub-units are counted from a table, whose names may be whole numbers") {
    auto table = towns();
    auto made = population();
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    {
        const auto answers = std::move(made).assess();
        CHECK(answers.size() == 5);
        CHECK(answers.keys(2).id == "11");
        CHECK(answers.keys(2).parent == "1");
        CHECK(answers.keys(0).parent.empty());
        CHECK(outcome(answers, 0) == "met");
        CHECK(outcome(answers, 1) == "not_met"); // the quota has one seat, and this one has fewer areas
        REQUIRE(answers.quotas().size() == 1);
        CHECK(answers.quotas()[0].kept == std::vector<std::size_t>{0});
        CHECK(answers.quotas()[0].lost == std::vector<std::size_t>{1});
    }
    CHECK(table.releases == 1);
}

TEST_CASE("ids and parents are the same in whatever type whole numbers stand") {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    using words = std::pair<std::uint64_t, std::uint64_t>;
    std::vector<tests::arrow::made_column> parents;
    parents.push_back(numbers<double>("parent", "g", {nan, 7, 7}));
    parents.push_back(numbers<float>("parent", "f", {std::nanf(""), 7, 7}));
    parents.push_back(numbers<std::uint16_t>("parent", "e", {0x7E00, 0x4700, 0x4700}));
    parents.push_back(numbers<words>("parent", "d:38,0", {{0, 0}, {7, 0}, {7, 0}}).nulls({false, true, true}));
    parents.push_back(numbers<std::int32_t>("parent", "d:9,2,32", {0, 700, 700}).nulls({false, true, true}));
    parents.push_back(numbers<words>("parent", "_plu128", {{0, 0}, {7, 0}, {7, 0}}).nulls({false, true, true}));
    parents.push_back(texts("parent", {"", "7", "7"}));
    parents.push_back(tests::arrow::runs<std::int16_t>("parent", "s", {1, 3}, numbers<double>("", "g", {nan, 7})));
    parents.push_back(tests::arrow::dictionary_of<std::int8_t>("parent", "c", {1, 0, 0}, numbers<std::int64_t>("", "l", {7, 7}))
                          .nulls({false, true, true}));
    for (tests::arrow::made_column& one : parents) {
        CAPTURE(one.schema.format);
        tests::arrow::table table({numbers<double>("id", "g", {7, 71, 72}), texts("kind", {"town", "area", "area"}),
                                   std::move(one), booleans("quiet", {true, true, true}).nulls({false, true, true}),
                                   numbers<std::int32_t>("towns", "i", {0, 0, 0}).nulls({true, false, false})});
        auto made = population();
        REQUIRE(made.add(table.schema(), table.rows()).empty());
        const auto answers = std::move(made).assess();
        CHECK(answers.keys(0).id == "7");
        CHECK(answers.keys(0).parent.empty());
        CHECK(answers.keys(2).id == "72");
        CHECK(answers.keys(2).parent == "7");
        CHECK(answers.refused().empty());
    }
}

TEST_CASE("a number that is not whole, or may have been rounded to that of another, names nobody") {
    tests::arrow::table table({numbers<double>("id", "g", {1.5, 9007199254740992.0, 9007199254740994.0, 1e300, -0.0}),
                               texts("kind", {"area", "area", "area", "area", "area"})});
    auto made = population();
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    const auto answers = std::move(made).assess();
    CHECK(answers.refused() == std::vector<std::size_t>{0, 2, 3});
    CHECK(answers.result_of(0).problems.front().message ==
          "the id is neither text in UTF-8 nor a whole number, or cannot be read");
    CHECK(answers.keys(1).id == "9007199254740992");
    CHECK(answers.keys(4).id == "0");
}

TEST_CASE("a key column without a value is none, whatever its type") {
    tests::arrow::table table({texts("id", {"a"}), texts("kind", {"area"}), booleans("parent", {true}).nulls({false}),
                               numbers<std::int32_t>("rater", "tdD", {1}).nulls({false})});
    auto made = population();
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    CHECK(std::move(made).assess().keys(0).parent.empty());
}

TEST_CASE("answers by columns are those after quotas, beside those before") {
    auto table = towns();
    auto made = population({.possible = true});
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    const auto answers = std::move(made).assess();
    REQUIRE(answers.standards().size() == 2);
    const std::size_t town = answers.standards()[0].name() == "town_safety" ? 0 : 1;
    ArrowArrayStream stream{};
    answers.answers(town, &stream);
    ArrowSchema schema{};
    ArrowArray batch{};
    REQUIRE(stream.get_schema(&stream, &schema) == 0);
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    const tests::arrow::answers all(schema, batch);
    CHECK(all.names() == std::vector<std::string>{"row", "outcome", "decided", "possible", "before_quotas"});
    REQUIRE(all.rows() == 2);
    CHECK(all.text("outcome", 0) == "met");
    CHECK(all.text("outcome", 1) == "not_met");
    const ArrowArray& before = all["before_quotas"];
    CHECK(before.length == 2);
    CHECK(static_cast<const std::int32_t*>(before.buffers[1])[2] == 2);
    CHECK(static_cast<const std::int8_t*>(before.children[0]->buffers[1])[1] == 0); // met
    ArrowArray end{};
    CHECK(stream.get_next(&stream, &end) == 0);
    CHECK(end.release == nullptr);
    stream.release(&stream);
}

TEST_CASE("a table that cannot be read is refused whole, with the column named") {
    const auto kinds = [] { return texts("kind", {"area"}); };
    const auto ids = [] { return texts("id", {"a"}); };
    CHECK(problem_of({kinds()}) == "E606 column `id`: there is no such column");
    CHECK(problem_of({ids()}) == "E606 column `kind`: there is no such column");
    CHECK(problem_of({ids(), ids(), kinds()}) == "E603 column `id`: two columns have this name");
    CHECK(problem_of({ids(), kinds(), texts("quite", {"yes"})}) ==
          "E602 column `quite`: no standard in force that day has a fact `quite`");
    CHECK(problem_of({ids(), kinds(), numbers<std::int32_t>("quiet", "tdD", {1})}) ==
          "E604 column `quiet`: expected yes or no (bool), numbers 0 and 1, or text, found days (date32)");
    CHECK(problem_of({ids(), kinds(), booleans("parent", {true})}) ==
          "E604 column `parent`: expected text, a dictionary of text, or whole numbers, found yes or no (bool)");
    CHECK(problem_of({ids(), numbers<double>("kind", "g", {1})}) ==
          "E604 column `kind`: expected text or a dictionary of text, found numbers (float64)");
    CHECK(problem_of({ids(), kinds(), texts("level", {"x"})}).starts_with("E602"));
    auto made = population({.ignored_columns = {"level"}});
    tests::arrow::table table({ids(), kinds(), texts("level", {"x"})});
    CHECK(made.add(table.schema(), table.rows()).empty());
}

TEST_CASE("a wrong selection is told before any table") {
    const auto made = tieuchi::column_population::make(rules(), {.on = tieuchi::date(1990, 1, 1)});
    REQUIRE(!made);
    CHECK(made.error().front().code == "E502");
}

TEST_CASE("a stream that fails midway adds nothing") {
    struct failing {
        std::unique_ptr<tests::arrow::table> table = std::make_unique<tests::arrow::table>(one_area());
        int given = 0;
        static std::vector<tests::arrow::made_column> one_area() {
            std::vector<tests::arrow::made_column> columns;
            columns.push_back(texts("id", {"a"}));
            columns.push_back(texts("kind", {"area"}));
            return columns;
        }
    } state;
    ArrowArrayStream stream{};
    stream.private_data = &state;
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
        *out = static_cast<failing*>(of->private_data)->table->give_schema();
        return 0;
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
        auto* const self = static_cast<failing*>(of->private_data);
        if (self->given++ > 0) { return EIO; }
        *out = *self->table->rows();
        self->table->rows()->release = nullptr;
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream* /*of*/) { return "the cable is out"; };
    stream.release = [](ArrowArrayStream* of) { of->release = nullptr; };
    auto made = population();
    const auto problems = made.add(&stream);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "E607");
    CHECK(problems[0].help == "the cable is out");
    CHECK(made.size() == 0);
    CHECK(state.table->releases == 1);
    CHECK(stream.release == nullptr);
}

TEST_CASE("what a host could not read is refused for its reasons, and counts as a sub-unit of which nothing is known") {
    auto table = towns();
    std::vector<std::string> told;
    auto made =
        population({.on_problem = [&](const tieuchi::diagnostic& one) { told.push_back(one.where + " " + one.message); }});
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    made.set_subject_namer([](std::size_t subject) { return "towns.csv:" + std::to_string(subject + 2); });
    tieuchi::diagnostic why;
    why.where = "towns.csv:4";
    why.message = "a cell is damaged";
    made.refuse(2, {why}, true);
    const auto answers = std::move(made).assess();
    CHECK(answers.refused() == std::vector<std::size_t>{2});
    CHECK(told == std::vector<std::string>{"towns.csv:4 a cell is damaged"});
    const auto town = answers.result_of(0);
    CHECK(town.assessments[0].fact_as_read(*town.assessments[0].standard().slot("areas")).text() == "1 to 2");
}

TEST_CASE("who is refused without a reason, or of whom nothing could be read, is told of by place") {
    tests::arrow::table table({texts("id", {"a", "b", "c"}), texts("kind", {"planet", "area", "area"})});
    table.set_nulls({true, true, false});
    auto made = population();
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    made.refuse(0, {}, false);
    const auto answers = std::move(made).assess();
    CHECK(answers.refused() == std::vector<std::size_t>{0, 2});
    const auto told = [&](std::size_t subject) {
        const auto problems = answers.result_of(subject).problems;
        REQUIRE(problems.size() == 1);
        return problems[0].code + " " + problems[0].where + ": " + problems[0].message;
    };
    CHECK(told(0) == "E609 row 0: the subject could not be read");
    CHECK(told(2) == "E609 row 2: the row is null: nothing is known of the subject");
}

TEST_CASE("of a table without rows there are answers, but none for any standard") {
    tests::arrow::table table({texts("id", {}), texts("kind", {})});
    auto made = population();
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    const auto answers = std::move(made).assess();
    CHECK(answers.size() == 0);
    CHECK(answers.standards().empty());
    CHECK(answers.refused().empty());
}

TEST_CASE("a chain of bodies may be as long as the table") {
    constexpr std::int64_t length = 50'000;
    std::vector<std::int64_t> ids;
    std::vector<std::int64_t> parents;
    std::vector<bool> has_parent;
    for (std::int64_t i = 0; i < length; ++i) {
        ids.push_back(i);
        parents.push_back(i - 1);
        has_parent.push_back(i > 0);
    }
    tests::arrow::table table(
        {numbers("id", "l", ids), numbers("parent", "l", parents).nulls(has_parent),
         tests::arrow::dictionary<std::int8_t>("kind", "c", std::vector<std::int8_t>(ids.size(), 0), {"town"}),
         numbers("areas", "l", std::vector<std::int64_t>(ids.size(), 1)),
         numbers("met", "l", std::vector<std::int64_t>(ids.size(), 1))});
    auto made = population();
    REQUIRE(made.add(table.schema(), table.rows()).empty());
    const auto answers = std::move(made).assess();
    CHECK(answers.refused().empty());
    const auto towns_below = [&](std::size_t subject) {
        const auto answer = answers.result_of(subject).assessments[0];
        return answer.fact_as_read(*answer.standard().slot("towns"));
    };
    CHECK(towns_below(length - 1).unknown()); // not listed is not none
    CHECK(towns_below(length - 2).text() == "0 to 1");
    CHECK(towns_below(0).text() == "0 to 1");
}

} // namespace test_column_population
