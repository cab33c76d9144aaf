// SPDX-License-Identifier: Apache-2.0
// The interface of tables: what is asked for is there and nothing else, errors name the column, and every array is released once.
#include "support/arrow.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <functional>
#include <limits>
#include <stdexcept>
#include <thread>
#include <utility>

namespace test_columns {

namespace {

using tests::names;
using tests::arrow::made_column;
using tests::arrow::table;
using tieuchi::column_assessor;
using tieuchi::column_options;

const tieuchi::standard& standard() {
    static const auto s = tests::standard_of(R"(
facts {
    plan yes_no  staff count  size one of (small, medium, large)  incident yes_no  portion percent
}
criterion 1 6 points when plan
criterion 2 4 points less 2 per staff
classes by total { good >= 8, weak otherwise }
at most weak when incident cite 9.1
)");
    return s;
}

std::vector<made_column> some_rows(std::size_t rows) {
    std::vector<bool> plan;
    std::vector<bool> incident;
    std::vector<std::int32_t> staff;
    for (std::size_t i = 0; i < rows; ++i) {
        plan.push_back(i % 3 != 0);
        incident.push_back(i % 7 == 0);
        staff.push_back(static_cast<std::int32_t>(i % 4));
    }
    return {tests::arrow::booleans("plan", plan), tests::arrow::numbers("staff", "i", staff),
            tests::arrow::booleans("incident", incident)};
}

tests::arrow::answers answers_of(const column_assessor& by, table& of) {
    ArrowArray answered{};
    const auto problems = by.assess(of.schema(), of.rows(), &answered);
    if (!problems.empty()) { FAIL(to_string(problems)); }
    ArrowSchema schema{};
    by.answer_schema(&schema);
    return {schema, answered};
}

/// What assessing a table is refused with, which is released all the same.
std::string refused(std::vector<made_column> columns, column_options how = {},
                    const std::function<void(ArrowSchema&, ArrowArray&)>& spoil = {}) {
    table of(std::move(columns));
    tests::arrow::spoilable schema(of.schema());
    tests::arrow::spoilable rows(*of.rows());
    if (spoil) { spoil(*schema, *rows); }
    ArrowArray answered{};
    const auto problems = column_assessor(standard(), std::move(how)).assess(*schema, &*rows, &answered);
    CHECK((*rows).release == nullptr);
    CHECK((answered.release == nullptr) == !problems.empty());
    if (answered.release != nullptr) { answered.release(&answered); }
    std::string all;
    for (const auto& one : problems) { all += one.code + " " + one.where + ": " + one.message + " (" + one.help + ")\n"; }
    return all;
}

} // namespace

TEST_CASE("only what is asked for is answered") {
    const auto named = [](column_options how) {
        table of(some_rows(3));
        return answers_of(column_assessor(standard(), std::move(how)), of).names();
    };
    CHECK(named({.total = false}) == names{"outcome", "decided", "has_problems"});
    CHECK(named({}) == names{"outcome", "decided", "has_problems", "total_least", "total_most"});
    CHECK(named({.possible = true, .total = false, .adjustments = true, .reasons = true}) ==
          names{"outcome", "decided", "has_problems", "possible", "adjustments", "reasons", "points_lost"});
    CHECK(named({.total = false, .findings = true}) == names{"outcome", "decided", "has_problems", "status 1", "points_least 1",
                                                             "points_most 1", "status 2", "points_least 2", "points_most 2"});
}

TEST_CASE("answers of some rows") {
    table of(some_rows(8));
    const auto all =
        answers_of(column_assessor(standard(), {.possible = true, .adjustments = true, .findings = true, .reasons = true}), of);
    REQUIRE(all.rows() == 8);
    // row 7: plan, 3 of staff, an incident
    CHECK(all.text("outcome", 7) == "weak");
    CHECK(all.number("total_least", 7) == tieuchi::decimal::from_units(6'000'000));
    CHECK(all.list("reasons", 7) == names{"2"});
    CHECK(all.numbers("points_lost", 7) == std::vector{tieuchi::decimal::from_units(4'000'000)});
    // row 4: plan, no staff
    CHECK(all.text("outcome", 4) == "good");
    CHECK(all.list("reasons", 4).empty());
    // row 0: no plan, and an incident
    CHECK(all.text("status 1", 0) == "not_met");
    CHECK(all.number("points_most 1", 0) == tieuchi::decimal::from_units(0'000'000));
    CHECK(all.list("adjustments", 0).empty()); // it was weak already
    table capped({tests::arrow::booleans("plan", {true}), tests::arrow::numbers<std::int8_t>("staff", "c", {0}),
                  tests::arrow::booleans("incident", {true})});
    const auto one = answers_of(column_assessor(standard(), {.adjustments = true}), capped);
    CHECK(one.text("outcome", 0) == "weak");
    CHECK(one.list("adjustments", 0) == names{"at most weak 9.1"});
}

TEST_CASE("a column that is missing, null or of rows that are null is unknown") {
    table of({tests::arrow::booleans("plan", {true, true}).nulls({true, false})});
    const auto all = answers_of(column_assessor(standard(), {.possible = true}), of);
    CHECK(all.text("outcome", 0).empty());
    CHECK_FALSE(all.truth("decided", 0));
    CHECK(all.list("possible", 0) == names{"good", "weak"});
    CHECK(all.number("total_least", 0) == tieuchi::decimal::from_units(6'000'000));
    CHECK(all.number("total_most", 0) == tieuchi::decimal::from_units(10'000'000));
    CHECK(all.number("total_least", 1) == tieuchi::decimal::from_units(0'000'000));
    table none({});
    none.rows()->length = 3;
    const auto unknown = answers_of(column_assessor(standard(), {}), none);
    CHECK(unknown.rows() == 3);
    CHECK(unknown.number("total_most", 2) == tieuchi::decimal::from_units(10'000'000));
}

TEST_CASE("no rows, no answers") {
    table of(some_rows(0));
    const auto all = answers_of(column_assessor(standard(), {.possible = true, .findings = true, .reasons = true}), of);
    CHECK(all.rows() == 0);
}

TEST_CASE("errors of tables name the column, what was expected and what was found") {
    auto with = [](made_column one) {
        auto columns = some_rows(2);
        columns.push_back(std::move(one));
        return columns;
    };
    CHECK(refused(some_rows(2), {}, [](ArrowSchema& schema, ArrowArray&) { schema.format = "i"; }) ==
          "E601 : the data are no table: expected columns (struct) (found whole numbers (int32))\n");
    CHECK(refused(with(tests::arrow::booleans("plam", {true, true}))) ==
          "E602 column `plam`: standard `s` has no fact `plam` (did you mean `plan`?)\n");
    CHECK(refused(with(tests::arrow::booleans("id", {true, true}))) ==
          "E602 column `id`: standard `s` has no fact `id` (remove the column, or add it to `ignored_columns`)\n");
    CHECK(refused(with(tests::arrow::booleans("id", {true, true})), {.ignored_columns = {"id"}}).empty());
    CHECK(refused(with(tests::arrow::booleans("id", {true, true})), {.ignore_unknown_columns = true}).empty());
    CHECK(refused(with(tests::arrow::booleans("plan", {true, true}))) ==
          "E603 column `plan`: two columns have this name (leave one of them out)\n");
    CHECK(refused(with(tests::arrow::numbers<double>("size", "g", {1, 2}))) ==
          "E604 column `size`: expected text or a dictionary of text, found numbers (float64) (`size` is small, medium or "
          "large)\n");
    CHECK(refused({tests::arrow::booleans("staff", {true})}).starts_with("E604 column `staff`: expected "));
    CHECK(refused({tests::arrow::numbers<std::int64_t>("staff", "tsu:UTC", {1})}).find("`tsu:UTC`") != std::string::npos);
    CHECK(refused({tests::arrow::booleans("plan", {true})}, {.every_fact = true}) ==
          "E606 column `staff`: there is no such column (`staff` is a whole number, 0 or more)\n"
          "E606 column `size`: there is no such column (`size` is small, medium or large)\n"
          "E606 column `incident`: there is no such column (`incident` is yes or no)\n"
          "E606 column `portion`: there is no such column (`portion` is a percentage, up to 4 digits after the point)\n");
}

TEST_CASE("arrays that contradict their schema are refused, not read") {
    const auto spoiled = [](const std::function<void(ArrowArray&)>& spoil) {
        return refused(some_rows(5), {}, [&](ArrowSchema&, ArrowArray& rows) { spoil(rows); });
    };
    const auto damaged = [&](const std::function<void(ArrowArray&)>& spoil) {
        const std::string told = spoiled(spoil);
        const std::string begin = "E605 : the batch cannot be read: ";
        return told.starts_with(begin) ? told.substr(begin.size(), told.find(" (") - begin.size()) : "other: " + told;
    };
    CHECK(damaged([](ArrowArray& rows) { rows.n_children = 2; }) == "it does not have the columns of its schema");
    CHECK(damaged([](ArrowArray& rows) { rows.children = nullptr; }) == "it does not have the columns of its schema");
    CHECK(damaged([](ArrowArray& rows) { rows.children[1] = nullptr; }) == "a column is missing");
    CHECK(damaged([](ArrowArray& rows) { rows.length = -1; }) == "it has an impossible length");
    CHECK(damaged([](ArrowArray& rows) { rows.offset = -1; }) == "it has an impossible length");
    CHECK(damaged([](ArrowArray& rows) { rows.offset = INT64_MAX; }) == "it has an impossible length");
    CHECK(damaged([](ArrowArray& rows) { rows.null_count = 1; }) == "it has nulls, but does not say where");
    CHECK(damaged([](ArrowArray& rows) {
              rows.null_count = 1;
              rows.buffers = nullptr;
          }) == "it has nulls, but does not say where");
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->offset = INT64_MAX; }).starts_with("E605 column `plan`: "));
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->buffers = nullptr; }).starts_with("E605 column `plan`: "));
    CHECK(spoiled([](ArrowArray& rows) { rows.length = 6; }).starts_with("E605 column `plan`: the array cannot be read: "));
    CHECK(spoiled([](ArrowArray& rows) { rows.offset = 1; }).starts_with("E605 column `plan`: the array cannot be read: "));
    CHECK(spoiled([](ArrowArray& rows) {
              rows.children[1]->buffers[1] = nullptr;
          }).starts_with("E605 column `staff`: the array cannot be read: "));
    CHECK(spoiled([](ArrowArray& rows) {
              rows.children[1]->n_buffers = 1;
          }).starts_with("E605 column `staff`: the array cannot be read: "));
    CHECK(spoiled([](ArrowArray& rows) { rows.length = INT64_MAX; }).starts_with("E605 "));
}

TEST_CASE("arrays without rows need no buffers, but a dictionary column its dictionary") {
    const auto spoiled = [](const std::function<void(ArrowArray&)>& spoil) {
        return refused({tests::arrow::dictionary<std::int8_t>("size", "c", {}, {"small"})}, {},
                       [&](ArrowSchema&, ArrowArray& rows) { spoil(rows); });
    };
    CHECK(spoiled([](ArrowArray& rows) {
              rows.children[0]->buffers = nullptr;
              rows.children[0]->null_count = -1;
              rows.buffers = nullptr;
              rows.null_count = -1;
          }).empty());
    const std::string missing = "E605 column `size`: the array cannot be read: the dictionary is missing ()\n";
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->dictionary = nullptr; }) == missing);
    const std::string damaged = "E605 column `size`: the array cannot be read: its dictionary is damaged ()\n";
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->dictionary->buffers[1] = nullptr; }) == damaged);
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->dictionary->buffers = nullptr; }) == damaged);
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->dictionary->null_count = 1; }) == damaged);
    CHECK(spoiled([](ArrowArray& rows) { rows.children[0]->dictionary->offset = INT64_MAX; }) == damaged);
}

TEST_CASE("texts that are damaged are refused, not unknown and not read") {
    const std::string text = "a text of more than twelve letters";
    const auto told = [&](made_column one, const std::function<void(ArrowArray&)>& spoil) {
        std::vector<std::string> problems;
        table of({std::move(one)});
        tests::arrow::spoilable rows(*of.rows());
        spoil(*(*rows).children[0]);
        ArrowArray answered{};
        const column_assessor by(standard(),
                                 {.on_problem = [&](const tieuchi::diagnostic& each) { problems.push_back(each.message); }});
        for (const auto& each : by.assess(of.schema(), &*rows, &answered)) { problems.push_back(each.message); }
        if (answered.release != nullptr) { answered.release(&answered); }
        return problems.empty() ? "nothing" : problems.front();
    };
    const std::string damaged = "`portion` cannot have this value: the text cannot be read: the array is damaged";
    const std::string missing = "the array cannot be read: a buffer is missing";
    const auto views = [&](std::int32_t size, std::int32_t buffer, std::int32_t place) {
        return told(tests::arrow::text_views("portion", {text}), [&](ArrowArray& array) {
            static std::array<std::int32_t, 4> view; // outlives the call
            view = {size, 0, buffer, place};
            array.buffers[1] = view.data();
        });
    };
    const auto length = static_cast<std::int32_t>(text.size());
    CHECK(views(length, 0, 0).find("is not a number") != std::string::npos);
    CHECK(views(-1, 0, 0) == damaged);
    CHECK(views(length, 1, 0) == damaged);
    CHECK(views(length, -1, 0) == damaged);
    CHECK(views(length, INT32_MAX, 0) == damaged);
    CHECK(views(length, INT32_MAX - 2, 0) == damaged);
    CHECK(views(length, 0, 1) == damaged);
    CHECK(views(1 << 30, 0, 1 << 30) == damaged);
    CHECK(told(tests::arrow::text_views("portion", {text}), [](ArrowArray& array) { array.buffers[2] = nullptr; }) == damaged);
    CHECK(told(tests::arrow::text_views("portion", {text}), [](ArrowArray& array) { array.buffers[3] = nullptr; }) == damaged);
    CHECK(told(tests::arrow::texts("portion", {"5", "6"}), [](ArrowArray& array) { array.buffers[2] = nullptr; }) == missing);
    CHECK(told(tests::arrow::large_texts("portion", {"5", "6"}), [](ArrowArray& array) { array.buffers[2] = nullptr; }) ==
          missing);
    CHECK(told(tests::arrow::dictionary<std::int8_t>("size", "c", {0}, {"small"}), [](ArrowArray& array) {
              array.dictionary->buffers[2] = nullptr;
          }) == "the array cannot be read: its dictionary is damaged");
    CHECK(told(tests::arrow::dictionary<std::int8_t>("size", "c", {9}, {"small"}), [](ArrowArray&) {}) ==
          "`size` cannot have this value: the index is not one of the dictionary");
}

TEST_CASE("offsets are held against the last before anything is read, wherever they stand") {
    const auto told = [&](made_column one, const std::function<void(ArrowArray&)>& spoil) {
        std::vector<made_column> columns;
        columns.push_back(std::move(one));
        return refused(std::move(columns), {}, [&](ArrowSchema&, ArrowArray& rows) { spoil(*rows.children[0]); });
    };
    const std::vector<std::string> words{"5", "6", "7", "8"};
    const std::string wild = "E605 column `portion`: the array cannot be read: its offsets fall, or go beyond the last ()\n";
    static std::vector<std::int32_t> narrow; // outlive the call
    static std::vector<std::int64_t> wide;
    for (const auto& offsets : std::vector<std::vector<std::int32_t>>{
             {0, 1, 1 << 30, 3, 4}, {0, 1, 5, 5, 4}, {-1, 1, 2, 3, 4}, {0, 2, 1, 3, 4}, {0, 1, 2, 3, 2}}) {
        narrow = offsets;
        wide.assign(offsets.begin(), offsets.end());
        CHECK(told(tests::arrow::texts("portion", words), [](ArrowArray& array) { array.buffers[1] = narrow.data(); }) == wild);
        CHECK(told(tests::arrow::large_texts("portion", words), [](ArrowArray& array) { array.buffers[1] = wide.data(); }) ==
              wild);
        CHECK(told(tests::arrow::dictionary<std::int8_t>("portion", "c", {0, 1, 2, 3, 0}, words), [](ArrowArray& array) {
                  array.dictionary->buffers[1] = narrow.data();
              }) == "E605 column `portion`: the array cannot be read: its dictionary is damaged ()\n");
        CHECK(told(tests::arrow::runs<std::int32_t>("portion", "i", {1, 2, 3, 4}, tests::arrow::texts("", words)),
                   [](ArrowArray& array) { array.children[1]->buffers[1] = narrow.data(); }) == wild);
    }
    narrow = {0, 1, 2, 1 << 30, 4}; // of a slice, the last is that of the whole array
    table some({tests::arrow::texts("portion", words)});
    tests::arrow::spoilable rows(*some.rows());
    (*rows).length = 3;
    (*rows).children[0]->buffers[1] = narrow.data();
    ArrowArray answered{};
    const auto problems = column_assessor(standard()).assess(some.schema(), &*rows, &answered);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "E605");
    narrow = {0, 1, 1 << 30, 3, 4}; // of a dictionary larger than the batch, what is read of it
    const std::string entry = told(tests::arrow::dictionary<std::int8_t>("portion", "c", {0, 1}, words),
                                   [](ArrowArray& array) { array.dictionary->buffers[1] = narrow.data(); });
    CHECK(entry.empty()); // and the value is refused
}

TEST_CASE("runs that are damaged are refused, not read") {
    const auto told = [&](const std::function<void(ArrowArray&)>& spoil) {
        std::vector<made_column> columns;
        columns.push_back(
            tests::arrow::runs<std::int32_t>("staff", "i", {2, 4, 6}, tests::arrow::numbers<std::int64_t>("", "l", {1, 2, 3})));
        return refused(std::move(columns), {}, [&](ArrowSchema&, ArrowArray& rows) { spoil(*rows.children[0]); });
    };
    const auto cannot = [](const std::string& why) { return "E605 column `staff`: the array cannot be read: " + why + " ()\n"; };
    CHECK(told([](ArrowArray&) {}).empty());
    static std::vector<std::int32_t> ends; // outlive the call
    for (const auto& wrong : std::vector<std::vector<std::int32_t>>{
             {2, 2, 6}, {4, 3, 6}, {2, 4, 5}, {0, 0, 0}, {-1, -2, -3}, {1 << 30, 4, 1}, {7, 4, 3}, {2, 1 << 30, 3}}) {
        ends = wrong;
        CAPTURE(ends);
        const std::string said = told([](ArrowArray& array) { array.children[0]->buffers[1] = ends.data(); });
        // a run that goes on to the end hides what comes after it
        CHECK((said == cannot("its runs are damaged") || (said.empty() && wrong[0] == 2 && wrong[1] >= 6) ||
               (said.empty() && wrong[0] >= 6)));
    }
    CHECK(told([](ArrowArray& array) { array.children[0]->buffers[1] = nullptr; }) == cannot("its runs are damaged"));
    CHECK(told([](ArrowArray& array) { array.children[0]->length = 2; }) == cannot("its runs are damaged"));
    CHECK(told([](ArrowArray& array) { array.children[0]->length = -1; }) == cannot("its runs are damaged"));
    CHECK(told([](ArrowArray& array) { array.children[0]->offset = INT64_MAX; }) == cannot("its runs are damaged"));
    CHECK(told([](ArrowArray& array) { array.children[1]->length = 2; }) == cannot("it is shorter than the batch"));
    CHECK(told([](ArrowArray& array) { array.children[1] = nullptr; }) == cannot("its runs are missing"));
    CHECK(told([](ArrowArray& array) { array.n_children = 1; }) == cannot("its runs are missing"));
}

TEST_CASE("a column without a value is unknown, whatever its type, and one that has one is refused with its type") {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    const auto told = [](made_column one) {
        std::vector<made_column> columns;
        columns.push_back(std::move(one));
        return refused(std::move(columns));
    };
    for (const char* const fact : {"plan", "staff", "size", "portion"}) {
        CHECK(told(tests::arrow::numbers<double>(fact, "g", {nan, nan})).empty());
        CHECK(told(tests::arrow::numbers<std::int32_t>(fact, "i", {1, 2}).nulls({false, false})).empty());
        CHECK(told(tests::arrow::numbers<std::int64_t>(fact, "tsu:UTC", {1, 2}).nulls({false, false})).empty());
        CHECK(
            told(tests::arrow::numbers<std::int64_t>(fact, "tsu:UTC", {1, 2}).nulls({false, true})).starts_with("E604 column `"));
    }
    CHECK(told(tests::arrow::numbers<double>("size", "g", {nan, 1})).starts_with("E604 column `size`: expected text"));
    table of({tests::arrow::numbers<double>("size", "g", {nan, nan}), tests::arrow::numbers<double>("plan", "g", {nan, 1})});
    const auto all = answers_of(column_assessor(standard()), of);
    CHECK_FALSE(all.truth("has_problems", 0));
    CHECK(all.number("total_least", 0) == tieuchi::decimal());
    CHECK(all.number("total_least", 1) == tieuchi::decimal::from_units(6'000'000));
}

TEST_CASE("a stream whose column may not fit is looked at when it is given") {
    const auto begun = [](double first, double second) {
        auto tables = std::make_unique<std::array<std::unique_ptr<table>, 2>>();
        for (const auto& [at, value] : {std::pair(0U, first), std::pair(1U, second)}) {
            std::vector<made_column> columns;
            columns.push_back(tests::arrow::numbers<double>("size", "g", {value}));
            (*tables)[at] = std::make_unique<table>(std::move(columns));
        }
        struct source {
            std::array<std::unique_ptr<table>, 2>& of;
            std::size_t next = 0;
        } rows{*tables};
        ArrowArrayStream stream{};
        stream.private_data = &rows;
        stream.get_schema = [](ArrowArrayStream* one, ArrowSchema* out) {
            *out = static_cast<source*>(one->private_data)->of[0]->give_schema();
            return 0;
        };
        stream.get_next = [](ArrowArrayStream* one, ArrowArray* out) {
            auto& from = *static_cast<source*>(one->private_data);
            *out = from.next == from.of.size() ? ArrowArray{} : std::exchange(*from.of[from.next]->rows(), {});
            ++from.next;
            return 0;
        };
        stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
        stream.release = [](ArrowArrayStream* one) { one->release = nullptr; };
        ArrowArrayStream answers{};
        const auto problems = column_assessor(standard()).assess(&stream, &answers);
        if (!problems.empty()) { return problems.front().code; }
        std::string read;
        for (ArrowArray batch{}; answers.get_next(&answers, &batch) == 0 && batch.release != nullptr; read += "batch ") {
            batch.release(&batch);
        }
        const char* const said = answers.get_last_error(&answers);
        read += said == nullptr ? "end" : std::string(said).substr(0, 4);
        answers.release(&answers);
        return read;
    };
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(begun(1, nan) == "E604");
    CHECK(begun(nan, nan) == "batch batch end");
    CHECK(begun(nan, 1).find("E604") == std::string::npos); // it begins, and
    CHECK(begun(nan, 1).starts_with("batch "));             // says what is wrong once it is known
}

TEST_CASE("a dictionary larger than its batch is read as far as it occurs") {
    std::vector<std::string> entries;
    for (int i = 0; i < 1000; ++i) { entries.push_back(i % 2 == 0 ? "small" : "huge"); }
    entries[998] = "large";
    table of({tests::arrow::dictionary<std::int16_t>("size", "s", {998, 7, 998, 0, 1000, -1, 0}, entries)
                  .nulls({true, true, true, false, true, true, true})});
    const auto all = answers_of(column_assessor(standard(), {.possible = true}), of);
    std::vector<bool> marked;
    for (std::int64_t row = 0; row < 7; ++row) { marked.push_back(all.truth("has_problems", row)); }
    CHECK(marked == std::vector<bool>{false, true, false, false, true, true, false});
}

TEST_CASE("schemas that are damaged are refused, not read") {
    const auto spoiled = [](const std::function<void(ArrowSchema&)>& spoil) {
        return refused({tests::arrow::dictionary<std::int8_t>("size", "c", {0}, {"small"})}, {},
                       [&](ArrowSchema& schema, ArrowArray&) { spoil(schema); });
    };
    const std::string no_table = "E601 : the data are no table: ";
    CHECK(spoiled([](ArrowSchema& schema) { schema.format = nullptr; }) == no_table + "the schema has no format ()\n");
    CHECK(spoiled([](ArrowSchema& schema) { schema.children = nullptr; }) == no_table + "the schema has no columns ()\n");
    CHECK(spoiled([](ArrowSchema& schema) { schema.n_children = -1; }) == no_table + "the schema has no columns ()\n");
    CHECK(spoiled([](ArrowSchema& schema) { schema.children[0] = nullptr; }) ==
          no_table + "column 0 of the schema is missing ()\n");
    CHECK(spoiled([](ArrowSchema& schema) { schema.children[0]->format = nullptr; }) ==
          no_table + "column 0 of the schema has no format ()\n");
    CHECK(spoiled([](ArrowSchema& schema) { schema.children[0]->dictionary->format = nullptr; }) ==
          no_table + "column 0 of the schema has no format ()\n");
    CHECK(spoiled([](ArrowSchema& schema) {
              schema.children[0]->dictionary->format = "i";
              schema.children[0]->dictionary->dictionary = schema.children[0]->dictionary; // without an end
          }).find("found a dictionary of something else") != std::string::npos);
}

TEST_CASE("a host's threads that do nothing leave it to ours") {
    table of(some_rows(5000));
    const auto expected = answers_of(column_assessor(standard(), {}), of);
    table same(some_rows(5000));
    const auto closing = [](std::size_t, const std::function<void(std::size_t)>&) {};
    const auto all = answers_of(column_assessor(standard(), {.threads = 4, .run_tasks = closing}), same);
    for (std::int64_t row = 0; row < 5000; ++row) { REQUIRE(all.text("outcome", row) == expected.text("outcome", row)); }
}

TEST_CASE("what a callback throws ends a stream, and is told") {
    const auto read = [](column_options how) {
        table of({tests::arrow::numbers<std::int32_t>("staff", "i", std::vector<std::int32_t>(5000, -1))});
        struct source {
            table& of;
            bool given = false;
        } rows{of};
        ArrowArrayStream stream{};
        stream.private_data = &rows;
        stream.get_schema = [](ArrowArrayStream* one, ArrowSchema* out) {
            *out = static_cast<source*>(one->private_data)->of.give_schema();
            return 0;
        };
        stream.get_next = [](ArrowArrayStream* one, ArrowArray* out) {
            auto& from = *static_cast<source*>(one->private_data);
            *out = std::exchange(from.given, true) ? ArrowArray{} : std::exchange(*from.of.rows(), {});
            return 0;
        };
        stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
        stream.release = [](ArrowArrayStream* one) { one->release = nullptr; };
        ArrowArrayStream answers{};
        REQUIRE(column_assessor(standard(), std::move(how)).assess(&stream, &answers).empty());
        ArrowArray batch{};
        const int code = answers.get_next(&answers, &batch);
        const char* const said = answers.get_last_error(&answers);
        std::string told = std::to_string(code) + " " + (said == nullptr ? "" : said);
        answers.release(&answers);
        return told;
    };
    const std::string told = std::to_string(EINVAL) + " a callback of the host threw";
    CHECK(read({.on_problem = [](const tieuchi::diagnostic&) { throw std::runtime_error("no more"); }}) == told + ": no more");
    CHECK(read({.on_problem = [](const tieuchi::diagnostic&) { throw 1; }}) == told + " something");
    CHECK(read({.threads = 2, .run_tasks = [](auto, const auto&) { throw std::runtime_error("closing"); }}) ==
          told + ": closing");
}

TEST_CASE("values that do not fit are unknown, marked and told") {
    std::vector<std::string> told;
    const column_assessor by(
        standard(),
        {.on_problem = [&](const tieuchi::diagnostic& one) { told.push_back(one.code + " " + one.where + ": " + one.message); },
         .max_problems = 3});
    table of({tests::arrow::numbers<std::int64_t>("staff", "l", {1, -2, 3, -4, -5}),
              tests::arrow::texts("portion", {"50", "-1", "x", "12", "7"})});
    const auto all = answers_of(by, of);
    std::vector<bool> marked;
    for (std::int64_t row = 0; row < 5; ++row) { marked.push_back(all.truth("has_problems", row)); }
    CHECK(marked == std::vector<bool>{false, true, true, true, true});
    REQUIRE(told.size() == 3);
    CAPTURE(told);
    CHECK(told[0].find(" row 1: staff: ") != std::string::npos);
    CHECK(told[1].find(" row 1: portion: ") != std::string::npos);
    CHECK(told[2].find(" row 2: portion: ") != std::string::npos);
}

TEST_CASE("the answers do not depend on threads, ours or the host's") {
    constexpr std::size_t rows = 5000;
    const auto answered = [&](column_options how) {
        how.possible = how.adjustments = how.findings = how.reasons = true;
        table of(some_rows(rows));
        return answers_of(column_assessor(standard(), std::move(how)), of);
    };
    const auto one = answered({});
    std::atomic<int> tasks = 0;
    const auto pool = [&](std::size_t count, const std::function<void(std::size_t)>& task) {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                ++tasks;
                task(i);
            });
        }
    };
    for (const auto& other : {answered({.threads = 3}), answered({.threads = 4, .run_tasks = pool})}) {
        for (std::int64_t row = 0; row < static_cast<std::int64_t>(rows); ++row) {
            REQUIRE(one.text("outcome", row) == other.text("outcome", row));
            REQUIRE(one.number("total_least", row) == other.number("total_least", row));
            REQUIRE(one.list("reasons", row) == other.list("reasons", row));
        }
    }
    CHECK(tasks == 4);
}

namespace {

/// A stream of batches that counts what is released.
class stream {
public:
    explicit stream(std::vector<std::size_t> batches, int fails_at = -1) : fails_at_(fails_at) {
        for (const std::size_t rows : batches) { batches_.push_back(std::make_unique<table>(some_rows(rows))); }
        schema_ = std::make_unique<table>(some_rows(0));
        shown.get_schema = [](ArrowArrayStream* one, ArrowSchema* to) {
            *to = of(one).schema_->give_schema();
            return 0;
        };
        shown.get_next = [](ArrowArrayStream* one, ArrowArray* to) { return of(one).next(*to); };
        shown.get_last_error = [](ArrowArrayStream*) { return "the disk is gone"; };
        shown.release = [](ArrowArrayStream* one) {
            ++of(one).releases;
            one->release = nullptr;
        };
        shown.private_data = this;
    }

    [[nodiscard]] int released_batches() const {
        int all = 0;
        for (const auto& one : batches_) { all += one->releases; }
        return all;
    }

    ArrowArrayStream shown{};
    int releases = 0;

private:
    static stream& of(ArrowArrayStream* one) { return *static_cast<stream*>(one->private_data); }
    int next(ArrowArray& to) {
        if (static_cast<int>(next_) == fails_at_) { return EIO; }
        to = {};
        if (next_ == batches_.size()) { return 0; }
        ArrowArray* const from = batches_[next_++]->rows();
        to = *from;
        from->release = nullptr;
        return 0;
    }

    std::vector<std::unique_ptr<table>> batches_;
    std::unique_ptr<table> schema_;
    std::size_t next_ = 0;
    int fails_at_;
};

} // namespace

TEST_CASE("a stream is assessed batch by batch") {
    stream from({3, 0, 2000, 1});
    ArrowArrayStream answers{};
    const column_assessor by(standard());
    REQUIRE(by.assess(&from.shown, &answers).empty());
    CHECK(from.shown.release == nullptr);
    std::vector<std::int64_t> rows;
    for (;;) {
        ArrowArray batch{};
        REQUIRE(answers.get_next(&answers, &batch) == 0);
        if (batch.release == nullptr) { break; }
        ArrowSchema schema{};
        REQUIRE(answers.get_schema(&answers, &schema) == 0);
        const tests::arrow::answers read(schema, batch);
        rows.push_back(read.rows());
        CHECK(from.released_batches() == static_cast<int>(rows.size()));
    }
    CHECK(rows == std::vector<std::int64_t>{3, 0, 2000, 1});
    CHECK(from.releases == 0);
    answers.release(&answers);
    CHECK(from.releases == 1);
}

TEST_CASE("a stream that is left half read is released once") {
    stream from({3, 4});
    ArrowArrayStream answers{};
    REQUIRE(column_assessor(standard()).assess(&from.shown, &answers).empty());
    ArrowArray batch{};
    REQUIRE(answers.get_next(&answers, &batch) == 0);
    batch.release(&batch);
    answers.release(&answers);
    CHECK(answers.release == nullptr);
    CHECK(from.releases == 1);
    CHECK(from.released_batches() == 1);
}

TEST_CASE("a stream that fails says why") {
    stream from({3, 4}, 1);
    ArrowArrayStream answers{};
    REQUIRE(column_assessor(standard()).assess(&from.shown, &answers).empty());
    ArrowArray batch{};
    REQUIRE(answers.get_next(&answers, &batch) == 0);
    CHECK(answers.get_last_error(&answers) == nullptr);
    batch.release(&batch);
    CHECK(answers.get_next(&answers, &batch) == EINVAL);
    CHECK(batch.release == nullptr);
    const std::string said = answers.get_last_error(&answers);
    CHECK(said.find("E607") != std::string::npos);
    CHECK(said.find("the disk is gone") != std::string::npos);
    answers.release(&answers);
    CHECK(from.releases == 1);
}

} // namespace test_columns
