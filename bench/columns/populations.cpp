// SPDX-License-Identifier: Apache-2.0
#include "populations.hpp"

#include "stop.hpp"
#include "stopwatch.hpp"

#include <tieuchi/column_population.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr int rounds = 5;
constexpr std::size_t schools_of_a_town = 20;
constexpr std::size_t most_by_rows = 100'000; // each answer is kept whole

const tieuchi::selection how{.on = 2022y / 11 / 15};

tieuchi::rulebook rules() {
    auto found = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/bench/columns/towns.tieuchi");
    if (!found) { stop(to_string(found.error())); }
    return *std::move(found);
}

/// Each town before its schools. Names are numbers.
struct towns {
    explicit towns(std::size_t rows) : count(rows) {
        const draw drawn(1);
        for (std::size_t row = 0; row < rows; ++row) {
            const bool is_town = row % (schools_of_a_town + 1) == 0;
            ids.push_back(static_cast<std::int32_t>(row));
            parents.push_back(static_cast<std::int32_t>(row - row % (schools_of_a_town + 1)));
            kinds.push_back(is_town ? 1 : 0);
            pupils.push_back(static_cast<std::int32_t>(drawn.below(1000, row)));
            absent.push_back(static_cast<std::int32_t>(drawn.below(100, row + rows)));
            drills.push_back(static_cast<std::int32_t>(drawn.below(5, row + 2 * rows)));
        }
        is_school = bits_where(rows, [](std::size_t row) { return row % (schools_of_a_town + 1) != 0; });
        open = bits_where(rows, [&](std::size_t row) { return drawn.below(100, row + 3 * rows) < 80; });
    }
    [[nodiscard]] bool school(std::size_t row) const { return kinds[row] == 0; }
    [[nodiscard]] bool is_open(std::size_t row) const { return (open[row / 64] >> (row % 64) & 1U) != 0; }

    std::size_t count;
    std::vector<std::int32_t> ids;
    std::vector<std::int32_t> parents;
    std::vector<std::int8_t> kinds;
    std::vector<std::int32_t> pupils;
    std::vector<std::int32_t> absent;
    std::vector<std::int32_t> drills;
    buffer is_school;
    buffer open;
};

/// The table as an Arrow array, lent for as long as it lives.
class lent {
public:
    explicit lent(const towns& of) {
        constexpr std::array<const char*, 2> names{"school", "town"};
        std::int32_t end = 0;
        for (const char* name : names) {
            texts_ += name;
            end += static_cast<std::int32_t>(std::strlen(name));
            ends_.push_back(end);
        }
        add(0, "id", "i", nullptr, of.ids.data());
        add(1, "parent", "i", of.is_school.data(), of.parents.data());
        add(2, "kind", "c", nullptr, of.kinds.data());
        add(3, "open", "b", of.is_school.data(), of.open.data());
        add(4, "pupils", "i", of.is_school.data(), of.pupils.data());
        add(5, "absent", "i", of.is_school.data(), of.absent.data());
        add(6, "drills", "i", of.is_school.data(), of.drills.data());
        entries_.format = "u";
        entries_.release = [](ArrowSchema* one) { one->release = nullptr; };
        schemas_[2].dictionary = &entries_;
        entry_array_.length = 2;
        entry_array_.n_buffers = 3;
        entry_buffers_ = {nullptr, ends_.data(), texts_.data()};
        entry_array_.buffers = entry_buffers_.data();
        entry_array_.release = [](ArrowArray* one) { one->release = nullptr; };
        arrays_[2].dictionary = &entry_array_;
        for (std::size_t i = 0; i < columns; ++i) {
            arrays_[i].length = static_cast<std::int64_t>(of.count);
            schema_children_[i] = &schemas_[i];
            array_children_[i] = &arrays_[i];
        }
        schema.format = "+s";
        schema.n_children = columns;
        schema.children = schema_children_.data();
        rows_ = static_cast<std::int64_t>(of.count);
    }
    lent(const lent&) = delete;
    lent(lent&&) = delete;
    lent& operator=(const lent&) = delete;
    lent& operator=(lent&&) = delete;
    ~lent() = default;

    [[nodiscard]] ArrowArray batch() {
        ArrowArray made{};
        made.length = rows_;
        made.n_buffers = 1;
        made.buffers = no_buffers_.data();
        made.n_children = columns;
        made.children = array_children_.data();
        made.release = [](ArrowArray* one) { one->release = nullptr; };
        return made;
    }

    ArrowSchema schema{};

private:
    static constexpr std::size_t columns = 7;

    void add(std::size_t at, const char* name, const char* format, const void* valid, const void* values) {
        schemas_[at].name = name;
        schemas_[at].format = format;
        schemas_[at].flags = ARROW_FLAG_NULLABLE;
        schemas_[at].release = [](ArrowSchema* one) { one->release = nullptr; };
        buffers_[at] = {valid, values};
        arrays_[at].null_count = valid == nullptr ? 0 : -1;
        arrays_[at].n_buffers = 2;
        arrays_[at].buffers = buffers_[at].data();
        arrays_[at].release = [](ArrowArray* one) { one->release = nullptr; };
    }

    std::int64_t rows_ = 0;
    std::array<ArrowSchema, columns> schemas_{};
    std::array<ArrowArray, columns> arrays_{};
    std::array<std::array<const void*, 2>, columns> buffers_{};
    std::array<ArrowSchema*, columns> schema_children_{};
    std::array<ArrowArray*, columns> array_children_{};
    std::array<const void*, 1> no_buffers_{};
    ArrowSchema entries_{};
    ArrowArray entry_array_{};
    std::array<const void*, 3> entry_buffers_{};
    std::vector<std::int32_t> ends_{0};
    std::string texts_;
};

tieuchi::population by_rows(const tieuchi::rulebook& by, const towns& of) {
    tieuchi::population made(by, how);
    const auto whole = [](std::int32_t number) { return tieuchi::value{*tieuchi::decimal::from_integer(number)}; };
    for (std::size_t row = 0; row < of.count; ++row) {
        tieuchi::subject one{std::to_string(of.ids[row]), {}, of.school(row) ? "school" : "town", {}, {}};
        if (of.school(row)) {
            one.parent = std::to_string(of.parents[row]);
            one.values = {{"open", of.is_open(row)},
                          {"pupils", whole(of.pupils[row])},
                          {"absent", whole(of.absent[row])},
                          {"drills", whole(of.drills[row])}};
        }
        made.add(std::move(one));
    }
    return made;
}

/// Assesses, and reads the answers of all standards.
tieuchi::population_answers by_columns(const tieuchi::rulebook& by, const towns& of, unsigned threads) {
    auto made = tieuchi::column_population::make(by, how, {.threads = threads});
    if (!made) { stop(to_string(made.error())); }
    lent table(of);
    ArrowArray batch = table.batch();
    if (const auto problems = made->add(table.schema, &batch); !problems.empty()) { stop(to_string(problems)); }
    auto answers = std::move(*made).assess();
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < answers.standards().size(); ++i) {
        ArrowArrayStream stream{};
        answers.answers(i, &stream);
        for (;;) {
            ArrowArray part{};
            if (stream.get_next(&stream, &part) != 0) { stop(stream.get_last_error(&stream)); }
            if (part.release == nullptr) { break; }
            rows += part.length;
            part.release(&part);
        }
        stream.release(&stream);
    }
    if (rows != static_cast<std::int64_t>(of.count)) { stop("a population by columns does not answer every subject"); }
    return answers;
}

void check(const tieuchi::rulebook& by, const towns& of) {
    lent table(of); // lives as long as the answers
    auto made = tieuchi::column_population::make(by, how);
    ArrowArray batch = table.batch();
    if (!made || !made->add(table.schema, &batch).empty()) { stop("a population by columns cannot be read"); }
    const auto answers = std::move(*made).assess();
    const auto results = by_rows(by, of).assess();
    for (std::size_t row = 0; row < of.count; ++row) {
        if (answers.result_of(row).outcomes != (*results)[row].outcomes) { stop("populations by rows and by columns differ"); }
    }
}

} // namespace

void measure_populations(std::size_t largest, results& to) {
    const tieuchi::rulebook by = rules();
    check(by, towns(std::min<std::size_t>(largest, 10'000)));
    for (std::size_t rows = 1000; rows <= largest; rows *= 10) {
        std::cerr << "  populations: " << rows << " subjects\n";
        const towns of(rows);
        const std::string size = std::to_string(rows);
        std::vector<contestant> all{{"columns_" + size, [&] { static_cast<void>(by_columns(by, of, 1)); }},
                                    {"columns_two_threads_" + size, [&] { static_cast<void>(by_columns(by, of, 2)); }}};
        const auto subjects = by_rows(by, towns(std::min(rows, most_by_rows)));
        if (rows <= most_by_rows) {
            all.push_back({"rows_" + size, [&] {
                               if (!subjects.assess()) { stop("a population by rows fails"); }
                           }});
        }
        to.add("population", rows, take_turns(all, rounds));
    }
}

} // namespace bench
