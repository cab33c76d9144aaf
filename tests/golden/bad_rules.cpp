// SPDX-License-Identifier: Apache-2.0
// Bad rule files and the exact text of what is said about them.
//
// rules/bad/NAME.tieuchi, or the files of the folder rules/bad/NAME, are checked together; rules/bad/NAME.expected is what a
// person then reads. NAME.limits, where there is one, lowers limits. After a change of messages, run the tests with
// TIEUCHI_RECORD=1 set to write the expected texts anew, and read the difference before it is committed.
#include "source_dir.hpp"
#include "support/catch.hpp"
#include "support/effort.hpp"

#include <tieuchi/tieuchi.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace test_bad_rules {

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(TIEUCHI_SOURCE_DIR) / "tests" / "golden" / "rules" / "bad";

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

tieuchi::limits limits_of(const fs::path& path) {
    tieuchi::limits bounds;
    if (!fs::exists(path)) { return bounds; }
    std::istringstream in(bytes_of(path));
    std::string name;
    for (std::uint32_t value = 0; in >> name >> value;) {
        INFO(path << ": " << name);
        if (name == "file_bytes") {
            bounds.file_bytes = value;
        } else if (name == "nesting") {
            bounds.nesting = value;
        } else if (name == "criteria") {
            bounds.criteria = value;
        } else if (name == "facts") {
            bounds.facts = value;
        } else if (name == "parts") {
            bounds.parts = value;
        } else if (name == "standards") {
            bounds.standards = value;
        } else if (name == "documents") {
            bounds.documents = value;
        } else {
            REQUIRE(name == "diagnostics");
            bounds.diagnostics = value;
        }
    }
    REQUIRE(in.eof());
    return bounds;
}

/// The cases by name, each with its rule files.
std::vector<std::pair<std::string, std::vector<fs::path>>> cases() {
    std::vector<std::pair<std::string, std::vector<fs::path>>> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        std::vector<fs::path> files;
        if (entry.is_directory()) {
            std::copy(fs::directory_iterator(entry), {}, std::back_inserter(files));
            std::sort(files.begin(), files.end());
        } else if (entry.path().extension() == ".tieuchi") {
            files.push_back(entry.path());
        }
        if (!files.empty()) { all.emplace_back(entry.path().stem().string(), std::move(files)); }
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::string said_of(std::vector<tieuchi::source_ptr> sources, const tieuchi::limits& bounds) {
    const auto made = tieuchi::rulebook::parse(std::move(sources), bounds);
    return tieuchi::to_string(made ? made->warnings() : made.error());
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) { lines.push_back(line); }
    return lines;
}

/// The lines from the first difference to the last, `-` before those expected, `+` before those found.
std::string difference(const std::string& expected, const std::string& found) {
    const auto old_lines = lines_of(expected);
    const auto new_lines = lines_of(found);
    const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
    std::size_t head = 0;
    while (head < shorter && old_lines[head] == new_lines[head]) { ++head; }
    std::size_t tail = 0;
    while (tail < shorter - head && old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) { ++tail; }
    std::string shown = "from line " + std::to_string(head + 1) + " on:\n";
    for (std::size_t i = head; i + tail < old_lines.size(); ++i) { shown += "- " + old_lines[i] + '\n'; }
    for (std::size_t i = head; i + tail < new_lines.size(); ++i) { shown += "+ " + new_lines[i] + '\n'; }
    return shown;
}

tieuchi::source_ptr source_of(std::string name, std::string text) {
    return std::make_shared<const tieuchi::source>(std::move(name), std::move(text));
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string all;
    all.reserve(piece.size() * times);
    while (times-- > 0) { all += piece; }
    return all;
}

std::string with_condition(const std::string& condition) {
    return "document \"1\" { title \"Rules\" status draft in force from 2022-01-01 }\n"
           "standard safety for office {\n"
           "criterion 1 when " +
           condition +
           "\n"
           "outcome met when every criterion is met\n"
           "outcome not_met otherwise\n"
           "}\n";
}

} // namespace

TEST_CASE("what is said about bad rule files") {
    const char* const asked = std::getenv("TIEUCHI_RECORD");
    const bool record = asked != nullptr && std::string_view(asked) == "1";
    std::set<fs::path> known;
    for (const auto& [name, files] : cases()) {
        std::vector<tieuchi::source_ptr> sources;
        for (const auto& file : files) { sources.push_back(source_of(file.filename().string(), bytes_of(file))); }
        const std::string found = said_of(std::move(sources), limits_of(folder / (name + ".limits")));
        const fs::path golden = folder / (name + ".expected");
        known.insert(golden);
        if (record) { std::ofstream(golden, std::ios::binary) << found; }
        INFO("rules/bad/" << name);
        CHECK_FALSE(found.empty());
        if (!fs::exists(golden)) {
            FAIL_CHECK(name << ".expected is missing; TIEUCHI_RECORD=1 writes it:\n" << found);
        } else if (const std::string expected = bytes_of(golden); found != expected) {
            FAIL_CHECK(difference(expected, found));
        }
    }
    CHECK(known.size() >= 60);
    for (const auto& entry : fs::directory_iterator(folder)) {
        INFO(entry.path() << " belongs to no rule file");
        CHECK((entry.path().extension() != ".expected" || known.count(entry.path()) == 1));
        CHECK((entry.path().extension() != ".limits" || known.count(fs::path(entry.path()).replace_extension(".expected")) == 1));
    }
}

TEST_CASE("a hundred thousand parentheses") {
    for (const auto& condition : {repeated("(", 100'000) + "kind is office" + repeated(")", 100'000), repeated("(", 100'000)}) {
        const auto made = tieuchi::rulebook::parse({source_of("deep.tieuchi", with_condition(condition))});
        REQUIRE_FALSE(made);
        REQUIRE(made.error().size() == 1);
        CHECK(made.error().front().code == "E114");
        CHECK(made.error().front().str().size() < 1000);
    }
}

TEST_CASE("a condition of a hundred thousand terms is read, checked and lowered without recursion") {
    const auto made = tieuchi::rulebook::parse(
        {source_of("wide.tieuchi", with_condition("kind is office" + repeated(" and kind is office", 100'000)))});
    if (!made) { FAIL(to_string(made.error())); }
    CHECK(made->standard("safety", {.on = tieuchi::date(2022, 6, 1)}));
}

TEST_CASE("a rule file of fifty megabytes") {
    constexpr std::size_t size = std::size_t{50} << 20U;
    const std::string line = "# Không có gì ở đây.\n";
    const std::string text = with_condition("kind is office") + repeated(line, size / line.size());
    SECTION("is more than the limit") {
        const auto made = tieuchi::rulebook::parse({source_of("large.tieuchi", text)});
        REQUIRE_FALSE(made);
        REQUIRE(made.error().size() == 1);
        CHECK(made.error().front().code == "E101");
        CHECK(made.error().front().str().size() < 1000);
    }
    SECTION("is more than the limit, in a file") {
        const fs::path path = fs::temp_directory_path() / ("tieuchi-large-" + std::to_string(::getpid()) + ".tieuchi");
        std::ofstream(path, std::ios::binary) << text;
        const auto made = tieuchi::rulebook::load(path.string());
        fs::remove(path);
        REQUIRE_FALSE(made);
        REQUIRE(made.error().size() == 1);
        CHECK(made.error().front().code == "E101");
        CHECK(made.error().front().where == path.generic_string());
    }
    SECTION("is read when the limit allows it") {
        const tieuchi::limits wide{.file_bytes = std::size_t{64} << 20U};
        CHECK(tieuchi::rulebook::parse({source_of("large.tieuchi", text)}, wide));
        const auto bad = tieuchi::rulebook::parse({source_of("large.tieuchi", text + "standrd x")}, wide);
        REQUIRE_FALSE(bad);
        CHECK(bad.error().front().code == "E110");
    }
}

TEST_CASE("rules cut off anywhere") {
    const fs::path rules = fs::path(TIEUCHI_SOURCE_DIR) / "dsl" / "vn";
    const std::string document = bytes_of(rules / "bca" / "circular-124-2021" / "document.tieuchi");
    for (const auto& entry : fs::recursive_directory_iterator(rules)) {
        if (entry.path().extension() != ".tieuchi") { continue; }
        const std::string name = entry.path().filename().string();
        const std::string whole = bytes_of(entry.path());
        for (std::size_t size = 0; size < whole.size(); size += std::size_t{47} * tests::part) {
            INFO(name << " cut after " << size << " bytes");
            std::vector<tieuchi::source_ptr> sources{source_of(name, whole.substr(0, size))};
            if (name != "document.tieuchi") { sources.push_back(source_of("document.tieuchi", document)); }
            const auto made = tieuchi::rulebook::parse(std::move(sources));
            if (made) { continue; } // what is left is whole by itself
            CHECK(tieuchi::has_errors(made.error()));
            CHECK_FALSE(tieuchi::to_string(made.error()).empty());
        }
    }
}

} // namespace test_bad_rules
