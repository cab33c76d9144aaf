// SPDX-License-Identifier: Apache-2.0
#include <tieuchi/tieuchi.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

/// Numbers of our own as a column: lent, so that its release frees nothing. A host with an Arrow library exports its tables instead.
struct column {
    column(const char* name, std::vector<std::int32_t> of) : values(std::move(of)), buffers{nullptr, values.data()} {
        schema.name = name;
        schema.format = "i"; // int32
        array.length = static_cast<std::int64_t>(values.size());
        array.n_buffers = 2;
        array.buffers = buffers.data();
        array.release = [](ArrowArray* lent) { lent->release = nullptr; };
    }
    std::vector<std::int32_t> values;
    std::array<const void*, 2> buffers; // no validity: none is null
    ArrowSchema schema{};
    ArrowArray array{};
};

int main() {
    using namespace std::chrono_literals;

    const auto rules = tieuchi::rulebook::load("examples/classes.tieuchi");
    const auto fire_class = rules ? rules->standard("fire_class", {.on = 2022y / 11 / 15}) : rules.error();
    if (!fire_class) {
        std::cerr << to_string(fire_class.error());
        return 1;
    }
    const tieuchi::column_assessor by(*fire_class, {.ignore_unknown_columns = true});

    // A table of three offices. What has no column is unknown; here that leaves the second one open.
    column staff("staff", {80, 60, 50});
    column drilled("drilled", {20, 60, 10});
    column fires("fires", {3, 0, 1});
    std::array schemas{&staff.schema, &drilled.schema, &fires.schema};
    std::array arrays{&staff.array, &drilled.array, &fires.array};
    std::array<const void*, 1> no_nulls{};
    ArrowSchema schema{};
    schema.format = "+s"; // a table
    schema.n_children = 3;
    schema.children = schemas.data();
    ArrowArray rows{};
    rows.length = 3;
    rows.n_buffers = 1;
    rows.buffers = no_nulls.data();
    rows.n_children = 3;
    rows.children = arrays.data();
    rows.release = staff.array.release;

    ArrowArray answers{};
    if (const auto problems = by.assess(schema, &rows, &answers); !problems.empty()) {
        std::cerr << to_string(problems);
        return 1;
    }
    // Columns `outcome`, `decided`, `has_problems`, `total_least`, `total_most`: columns.hpp describes them.
    const auto* const outcome = static_cast<const std::int8_t*>(answers.children[0]->buffers[1]);
    const auto* const decided = static_cast<const std::uint8_t*>(answers.children[1]->buffers[1]);
    const auto* const least = static_cast<const std::int64_t*>(answers.children[3]->buffers[1]);
    const auto* const most = static_cast<const std::int64_t*>(answers.children[4]->buffers[1]);
    for (int row = 0; row < 3; ++row) {
        const bool is_decided = (*decided >> row & 1) != 0;
        std::cout << (is_decided ? fire_class->outcomes()[static_cast<std::size_t>(outcome[row])].name : std::string("open"))
                  << ", " << tieuchi::decimal::from_units(least[2 * row]).str() << " to "
                  << tieuchi::decimal::from_units(most[2 * row]).str() << " points\n";
    }
    answers.release(&answers);
}
