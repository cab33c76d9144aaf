// SPDX-License-Identifier: Apache-2.0
#include "export.hpp"

#include "stop.hpp"

#include <fstream>
#include <sstream>

namespace bench {

namespace {

void write_bytes(const void* from, std::size_t bytes, const std::filesystem::path& to) {
    std::ofstream file(to, std::ios::binary);
    file.write(static_cast<const char*>(from), static_cast<std::streamsize>(bytes));
    if (!file) { stop("`" + to.string() + "` cannot be written"); }
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& one : parts) { all += (all.empty() ? "    " : ",\n    ") + one; }
    return all;
}

} // namespace

void write_data(const table& rows, const regime_answers& answers, const std::filesystem::path& folder) {
    for (const column& one : rows.columns) {
        const std::size_t bytes = one.yes_no ? (rows.rows + 7) / 8 : rows.rows * sizeof(std::int32_t);
        write_bytes(one.values.data(), bytes, folder / (one.name + (one.yes_no ? ".bits" : ".int32")));
    }
    write_bytes(answers.classes.data(), rows.rows, folder / "classes.int8");
    write_bytes(answers.totals.data(), rows.rows * sizeof(std::int32_t), folder / "totals.int32");
}

void results::add(const std::string& group, std::size_t rows, const std::vector<timing>& timings) {
    for (const timing& one : timings) {
        std::ostringstream text;
        text << R"({"group": ")" << group << R"(", "name": ")" << one.name << R"(", "rows": )" << rows;
        text << R"(, "seconds": )" << one.seconds << R"(, "cpu_seconds": )" << one.cpu_seconds << "}";
        timings_.push_back(text.str());
    }
}

void results::number(const std::string& name, double value) {
    std::ostringstream text;
    text << '"' << name << "\": " << value;
    numbers_.push_back(text.str());
}

std::string results::json() const {
    return "{\n  \"timings\": [\n" + joined(timings_) + "\n  ],\n  \"numbers\": {\n" + joined(numbers_) + "\n  }\n}\n";
}

} // namespace bench
