// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is handed to the scripts: the data as plain buffers, the figures as JSON.
#pragma once

#include "data.hpp"
#include "row_loop.hpp"
#include "stopwatch.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// Writes each column as its Arrow buffer, `NAME.bits` or `NAME.int32`, and the answers as `classes.int8` and `totals.int32`.
void write_data(const table& rows, const regime_answers& answers, const std::filesystem::path& folder);

class results {
public:
    /// Timings of one group; each is of so many rows.
    void add(const std::string& group, std::size_t rows, const std::vector<timing>& timings);
    void number(const std::string& name, double value);
    [[nodiscard]] std::string json() const;

private:
    std::vector<std::string> timings_;
    std::vector<std::string> numbers_;
};

} // namespace bench
