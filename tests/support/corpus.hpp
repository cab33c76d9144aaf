// SPDX-License-Identifier: Apache-2.0
/// \file
/// Every standard that the project has: those of dsl/ and those of the conformance suites.
#pragma once

#include "source_dir.hpp"
#include "support/catch.hpp"

#include <tieuchi/tieuchi.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace tests {

namespace json = boost::json;

inline std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// The rule files of a conformance suite.
inline std::vector<tieuchi::source_ptr> sources_of(const json::value& rules) {
    std::vector<tieuchi::source_ptr> sources;
    const auto add = [&](const std::string& name, const json::array& lines) {
        std::string text;
        for (const auto& line : lines) { text += std::string(line.as_string()) + "\n"; }
        sources.push_back(std::make_shared<const tieuchi::source>(name, text));
    };
    if (const auto* const lines = rules.if_array()) {
        add("rules.tieuchi", *lines);
    } else {
        for (const auto& [name, of] : rules.as_object()) { add(std::string(name), of.as_array()); }
    }
    return sources;
}

inline tieuchi::date day_of(const json::value& text) { return *tieuchi::parse_date(std::string(text.as_string())); }

/// For what a suite, or a case of it, is assessed.
inline tieuchi::selection selection_of(const json::object& suite, const json::object& of) {
    tieuchi::selection how;
    const auto told = [&](const char* name) {
        const json::value* const own = of.if_contains(name);
        return own != nullptr ? own : suite.if_contains(name);
    };
    how.on = day_of(*told("on"));
    if (const auto* const place = told("place")) { how.jurisdiction = std::string(place->as_string()); }
    if (const auto* const year = told("year")) { how.year = static_cast<int>(year->as_int64()); }
    if (const auto* const readings = told("readings")) {
        for (const auto& [name, option] : readings->as_object()) {
            how.readings.emplace_back(name, std::string(option.as_string()));
        }
    }
    return how;
}

/// The suites of all conformance files, in the order of their names.
inline std::vector<json::object> conformance_suites() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(TIEUCHI_SOURCE_DIR "/tests/conformance")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".json") && !name.ends_with(".schema.json")) { files.push_back(entry.path()); }
    }
    std::sort(files.begin(), files.end());
    std::vector<json::object> all;
    for (const auto& file : files) {
        const json::value told = json::parse(text_of(file));
        for (const auto& suite : told.as_object().at("suites").as_array()) { all.push_back(suite.as_object()); }
    }
    return all;
}

/// The rules of a suite whose cases can be assessed; nothing of others.
inline std::optional<tieuchi::rulebook> assessable(const json::object& suite) {
    if (suite.contains("errors") || !suite.contains("standard") || !suite.contains("cases")) { return std::nullopt; }
    auto rules = tieuchi::rulebook::parse(sources_of(suite.at("rules")));
    if (!rules) { FAIL(to_string(rules.error())); }
    return *rules;
}

/// The standard that a case is assessed by, if it is in force.
inline std::optional<tieuchi::standard> standard_of_case(const tieuchi::rulebook& rules, const json::object& suite,
                                                         const json::object& one) {
    if (!one.contains("on") && !suite.contains("on")) { return std::nullopt; }
    auto standard = rules.standard(std::string(suite.at("standard").as_string()), selection_of(suite, one));
    if (!standard) { return std::nullopt; }
    return *standard;
}

/// The standards of the conformance suites that can be assessed by, each for every day, place and reading that its cases ask for.
inline std::vector<tieuchi::standard> conformance_standards() {
    std::vector<tieuchi::standard> found;
    for (const json::object& suite : conformance_suites()) {
        const auto rules = assessable(suite);
        if (!rules) { continue; }
        const auto& cases = suite.at("cases").as_array();
        for (const auto& one : cases) {
            const json::object& each = one.as_object();
            const bool special =
                each.contains("on") || each.contains("readings") || each.contains("place") || each.contains("year");
            if (!special && &one != &cases.front()) { continue; }
            if (auto standard = standard_of_case(*rules, suite, each)) { found.push_back(*standard); }
        }
    }
    return found;
}

inline std::vector<tieuchi::standard> shipped_standards() {
    std::vector<tieuchi::standard> found;
    auto rules = tieuchi::rulebook::load(TIEUCHI_SOURCE_DIR "/dsl/vn");
    if (!rules) { FAIL(to_string(rules.error())); }
    for (const auto& name : rules->standard_names()) {
        for (const auto& on : {tieuchi::date(2020, 11, 15), tieuchi::date(2022, 11, 15)}) {
            if (auto one = rules->standard(name, {.on = on})) { found.push_back(*one); }
        }
    }
    return found;
}

} // namespace tests
