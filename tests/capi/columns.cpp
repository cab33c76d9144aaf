// SPDX-License-Identifier: Apache-2.0
// Tables through C: the answers, options and errors, and that everything of Arrow's is released exactly once.
#include "handles.hpp"

#include <cerrno>
#include <cstring>
#include <thread>

namespace test_columns {

namespace {

using namespace tests::c;

constexpr int64_t row_count = 5000;

/// A table of staff, plan (0 or 1) and fires, as a batch that counts its releases.
class table {
public:
    explicit table(int64_t rows, const char* third = "fires")
        : staff_(static_cast<size_t>(rows)), plan_(staff_.size()), fires_(staff_.size()) {
        for (size_t i = 0; i < staff_.size(); ++i) {
            staff_[i] = static_cast<int32_t>(i % 7);
            plan_[i] = static_cast<int32_t>(i % 2);
            fires_[i] = static_cast<int32_t>(i % 11) - 1; // -1 is refused
        }
        const char* const names[] = {"staff", "plan", third};
        const std::vector<int32_t>* const values[] = {&staff_, &plan_, &fires_};
        for (size_t i = 0; i < 3; ++i) {
            schemas_[i].format = "i";
            schemas_[i].name = names[i];
            schemas_[i].release = [](ArrowSchema* one) { one->release = nullptr; };
            buffers_[i][1] = values[i]->data();
            arrays_[i].length = rows;
            arrays_[i].n_buffers = 2;
            arrays_[i].buffers = buffers_[i];
            arrays_[i].release = [](ArrowArray* one) { one->release = nullptr; };
            schema_children_[i] = &schemas_[i];
            array_children_[i] = &arrays_[i];
        }
        schema.format = "+s";
        schema.n_children = 3;
        schema.children = schema_children_;
        schema.private_data = this;
        schema.release = [](ArrowSchema* one) {
            ++static_cast<table*>(one->private_data)->schema_releases;
            one->release = nullptr;
        };
        array.length = rows;
        array.n_buffers = 1;
        array.buffers = none_;
        array.n_children = 3;
        array.children = array_children_;
        array.private_data = this;
        array.release = [](ArrowArray* one) {
            ++static_cast<table*>(one->private_data)->releases;
            one->release = nullptr;
        };
    }
    table(const table&) = delete;
    table& operator=(const table&) = delete;

    ArrowSchema schema{};
    ArrowArray array{};
    int releases = 0;
    int schema_releases = 0;

private:
    std::vector<int32_t> staff_, plan_, fires_;
    ArrowSchema schemas_[3]{};
    ArrowArray arrays_[3]{};
    ArrowSchema* schema_children_[3]{};
    ArrowArray* array_children_[3]{};
    const void* buffers_[3][2]{};
    const void* none_[1]{};
};

columns columns_for(const standard& of, const tieuchi_columns_options* how = nullptr) {
    return made<columns>([&](auto* out, auto* error) { return tieuchi_columns_new(out, of.get(), how, error); });
}

tieuchi_columns_options with_answers(uint32_t answers) {
    tieuchi_columns_options how = TIEUCHI_COLUMNS_OPTIONS_INIT;
    how.answers = answers;
    return how;
}

std::vector<std::string> columns_of(const columns& by) {
    ArrowSchema schema{};
    tieuchi_error error;
    well(tieuchi_columns_schema(&schema, by.get(), &error), error);
    std::vector<std::string> names;
    for (int64_t i = 0; i < schema.n_children; ++i) { names.emplace_back(schema.children[i]->name); }
    schema.release(&schema);
    return names;
}

/// The outcomes of a batch: their numbers, -1 where they are not decided.
std::vector<int> outcomes_in(const ArrowArray& answers) {
    std::vector<int> all;
    const ArrowArray& outcome = *answers.children[0];
    const auto* const valid = static_cast<const uint8_t*>(outcome.buffers[0]);
    const auto* const codes = static_cast<const int8_t*>(outcome.buffers[1]);
    for (int64_t row = 0; row < answers.length; ++row) {
        const bool known = valid == nullptr || (valid[row / 8] >> (row % 8) & 1) != 0;
        all.push_back(known ? codes[row] : -1);
    }
    return all;
}

std::vector<int> outcomes_of(const columns& by, int64_t rows = row_count) {
    table of(rows);
    ArrowArray answers{};
    tieuchi_error error;
    well(tieuchi_columns_assess_array(&answers, nullptr, by.get(), &of.schema, &of.array, &error), error);
    CHECK(of.releases == 1);
    CHECK(of.schema_releases == 0);
    REQUIRE(answers.length == rows);
    const auto all = outcomes_in(answers);
    answers.release(&answers);
    return all;
}

/// The batches of a stream.
struct source {
    explicit source(int count, int fails_at = -1) : left(count), fails(fails_at), rows(row_count), of(rows) {
        stream.private_data = this;
        stream.get_schema = [](ArrowArrayStream* one, ArrowSchema* out) {
            *out = self(one).of.schema;
            return 0;
        };
        stream.get_next = [](ArrowArrayStream* one, ArrowArray* out) {
            source& in = self(one);
            *out = {};
            if (in.left == in.fails) { return EIO; }
            if (in.left-- > 0) { *out = in.of.array; }
            return 0;
        };
        stream.get_last_error = [](ArrowArrayStream*) { return "the disk is gone"; };
        stream.release = [](ArrowArrayStream* one) {
            ++self(one).releases;
            one->release = nullptr;
        };
    }
    static source& self(ArrowArrayStream* one) { return *static_cast<source*>(one->private_data); }

    ArrowArrayStream stream{};
    int left;
    int fails;
    int64_t rows;
    table of;
    int releases = 0;
};

} // namespace

TEST_CASE("columns say what single subjects say") {
    const auto by = pick(parse(rules), "office_class");
    const auto told = outcomes_of(columns_for(by));
    const auto given = facts_for(by);
    const auto work = made<scratch>([](auto* out, auto* error) { return tieuchi_scratch_new(out, error); });
    size_t undecided = 0;
    for (int64_t row = 0; row < 200; ++row) {
        REQUIRE(tieuchi_facts_set_integer(given.get(), "staff", row % 7, nullptr) == TIEUCHI_OK);
        REQUIRE(tieuchi_facts_set_yes_no(given.get(), "plan", row % 2 == 0 ? 0 : 1, nullptr) == TIEUCHI_OK);
        tieuchi_facts_set_integer(given.get(), "fires", row % 11 - 1, nullptr);
        uint64_t possible = 0;
        REQUIRE(tieuchi_facts_outcomes(&possible, given.get(), work.get(), nullptr) == TIEUCHI_OK);
        const int outcome = told[static_cast<size_t>(row)];
        CAPTURE(row, possible, outcome);
        CHECK((outcome < 0 ? (possible & (possible - 1)) != 0 : possible == uint64_t{1} << outcome));
        undecided += outcome < 0;
    }
    CHECK(undecided > 0);
    CHECK(undecided < 200);
}

TEST_CASE("columns are those asked for") {
    const auto by = pick(parse(rules), "office_class");
    using names = std::vector<std::string>;
    const auto asked = [&](uint32_t answers) {
        const tieuchi_columns_options how = with_answers(answers);
        return columns_of(columns_for(by, &how));
    };
    const names always{"outcome", "decided", "has_problems"};
    const names total{"outcome", "decided", "has_problems", "total_least", "total_most"};
    CHECK(columns_of(columns_for(by)) == total);
    CHECK(asked(0) == total);
    CHECK(asked(TIEUCHI_ANSWER_NOTHING_ELSE) == always);
    CHECK(asked(TIEUCHI_ANSWER_POSSIBLE) == names{"outcome", "decided", "has_problems", "possible"});
    CHECK(asked(TIEUCHI_ANSWER_ADJUSTMENTS | TIEUCHI_ANSWER_REASONS) ==
          names{"outcome", "decided", "has_problems", "adjustments", "reasons", "points_lost"});
    CHECK(asked(TIEUCHI_ANSWER_BECAUSE) == names{"outcome", "decided", "has_problems", "because"});
    CHECK(asked(TIEUCHI_ANSWER_FINDINGS).size() == 3 + 3 * 3);
    tieuchi_columns* out = nullptr;
    const tieuchi_columns_options unknown = with_answers(1U << 20);
    tieuchi_error error;
    CHECK(tieuchi_columns_new(&out, by.get(), &unknown, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`answers` is 1048576, with bits that this version does not know");
    CHECK(std::string(error.help) == "join values of tieuchi_answer: together they are 127 at most");
}

TEST_CASE("threads of the library and of the host change nothing") {
    const auto by = pick(parse(rules), "office_class");
    const auto alone = outcomes_of(columns_for(by));
    tieuchi_columns_options how = with_answers(0);
    how.threads = 3;
    CHECK(outcomes_of(columns_for(by, &how)) == alone);
    size_t batches = 0;
    how.run_tasks_context = &batches;
    how.run_tasks = [](void* context, size_t count, tieuchi_task_function run, void* task) {
        ++*static_cast<size_t*>(context);
        std::vector<std::thread> threads;
        for (size_t i = 0; i < count; ++i) { threads.emplace_back(run, task, i); }
        for (auto& one : threads) { one.join(); }
    };
    CHECK(outcomes_of(columns_for(by, &how)) == alone);
    CHECK(batches == 1);
}

TEST_CASE("values that are refused are told, so many at most") {
    const auto by = pick(parse(rules), "office_class");
    std::vector<std::string> told;
    tieuchi_columns_options how = with_answers(0);
    how.on_problem_context = &told;
    how.on_problem = [](void* context, const tieuchi_diagnostic* problem) {
        static_cast<std::vector<std::string>*>(context)->push_back(std::string(problem->code) + " " + problem->where);
    };
    how.max_problems = 2;
    outcomes_of(columns_for(by, &how));
    CHECK(told == std::vector<std::string>{"E403 row 0: fires", "E403 row 11: fires"});
}

TEST_CASE("a table that cannot be read is refused, and released all the same") {
    const auto by = pick(parse(rules), "office_class");
    const auto of_it = columns_for(by);
    const auto refused = [](const columns& with, table& rows) {
        ArrowArray answers{};
        tieuchi_diagnostics* problems = nullptr;
        tieuchi_error error;
        CHECK(tieuchi_columns_assess_array(&answers, &problems, with.get(), &rows.schema, &rows.array, &error) ==
              TIEUCHI_BAD_DATA);
        const diagnostics list(problems);
        CHECK(tieuchi_diagnostics_count(list.get()) > 0);
        CHECK(answers.release == nullptr);
        CHECK(rows.releases == 1);
        return std::string(error.code) + " " + error.where;
    };
    table unknown(10, "firs");
    CHECK(refused(of_it, unknown) == "E602 column `firs`");
    table contradicting(10);
    contradicting.array.n_children = 2;
    CHECK(refused(of_it, contradicting).substr(0, 4) == "E605");
    tieuchi_columns_options strict = with_answers(0);
    strict.every_fact = 1;
    table missing(10);
    CHECK(refused(columns_for(by, &strict), missing).substr(0, 4) == "E606");

    const char* const ignored_columns = "id";
    tieuchi_columns_options lenient = with_answers(0);
    lenient.ignored_columns = &ignored_columns;
    lenient.ignored_column_count = 1;
    table with_id(10, "id");
    ArrowArray answers{};
    tieuchi_error error;
    well(
        tieuchi_columns_assess_array(&answers, nullptr, columns_for(by, &lenient).get(), &with_id.schema, &with_id.array, &error),
        error);
    answers.release(&answers);
    tieuchi_columns_options all = with_answers(0);
    all.ignore_unknown_columns = 1;
    table other(10, "other");
    well(tieuchi_columns_assess_array(&answers, nullptr, columns_for(by, &all).get(), &other.schema, &other.array, &error),
         error);
    answers.release(&answers);

    // Whatever is wrong with the call, the rows are taken.
    table taken(10);
    CHECK(tieuchi_columns_assess_array(nullptr, nullptr, of_it.get(), &taken.schema, &taken.array, &error) ==
          TIEUCHI_INVALID_ARGUMENT);
    CHECK(taken.releases == 1);
    CHECK(tieuchi_columns_assess_array(&answers, nullptr, of_it.get(), &taken.schema, &taken.array, &error) ==
          TIEUCHI_INVALID_ARGUMENT);
    CHECK(std::string(error.message) == "`rows` was released already");
    CHECK(taken.releases == 1);
}

TEST_CASE("no rows are no problem") { CHECK(outcomes_of(columns_for(pick(parse(rules), "office_class")), 0).empty()); }

TEST_CASE("a stream is answered batch by batch, and outlives its columns") {
    source rows(3);
    ArrowArrayStream answers{};
    tieuchi_error error;
    {
        const auto by = columns_for(pick(parse(rules), "office_class"));
        well(tieuchi_columns_assess_stream(&answers, nullptr, by.get(), &rows.stream, &error), error);
    }
    CHECK(rows.of.schema_releases == 1); // of the copy that the stream gave
    ArrowSchema schema{};
    REQUIRE(answers.get_schema(&answers, &schema) == 0);
    CHECK(std::string(schema.children[0]->name) == "outcome");
    schema.release(&schema);
    int64_t read = 0;
    for (;;) {
        ArrowArray batch{};
        REQUIRE(answers.get_next(&answers, &batch) == 0);
        if (batch.release == nullptr) { break; }
        read += batch.length;
        batch.release(&batch);
    }
    CHECK(read == 3 * row_count);
    CHECK(rows.of.releases == 3);
    CHECK(rows.releases == 0);
    answers.release(&answers);
    CHECK(rows.releases == 1);
    CHECK(answers.release == nullptr);
}

TEST_CASE("a stream that fails says so") {
    const auto by = columns_for(pick(parse(rules), "office_class"));
    source rows(3, 1);
    ArrowArrayStream answers{};
    tieuchi_error error;
    well(tieuchi_columns_assess_stream(&answers, nullptr, by.get(), &rows.stream, &error), error);
    for (int i = 0; i < 2; ++i) {
        ArrowArray batch{};
        REQUIRE(answers.get_next(&answers, &batch) == 0);
        batch.release(&batch);
    }
    ArrowArray batch{};
    CHECK(answers.get_next(&answers, &batch) == EINVAL);
    CHECK(batch.release == nullptr);
    CHECK(std::string(answers.get_last_error(&answers)).find("the disk is gone") != std::string::npos);
    answers.release(&answers);
    CHECK(rows.releases == 1);

    source taken(1);
    CHECK(tieuchi_columns_assess_stream(nullptr, nullptr, by.get(), &taken.stream, &error) == TIEUCHI_INVALID_ARGUMENT);
    CHECK(taken.releases == 1);
    source without(1);
    without.stream.get_schema = [](ArrowArrayStream*, ArrowSchema*) { return EIO; };
    tieuchi_diagnostics* problems = nullptr;
    CHECK(tieuchi_columns_assess_stream(&answers, &problems, by.get(), &without.stream, &error) == TIEUCHI_BAD_DATA);
    CHECK(std::string(error.code) == "E607");
    tieuchi_diagnostics_free(problems);
    CHECK(without.releases == 1);
}

} // namespace test_columns
