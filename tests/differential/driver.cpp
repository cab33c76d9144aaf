// SPDX-License-Identifier: Apache-2.0
// Answers requests, a line of JSON each, from standard input: rules, subjects, tables. What rows say is in the reply, a line of JSON, for
// another reading of the language to compare; whatever columns, other instruction sets, threads or C say otherwise is told beside it.
//
// A request: {"files": [["a.tieuchi", "document …"]], "on": "2022-11-15", "place": "…", "year": 2022, "readings": {…}, "seed": 1,
// "blocks": 1, "c": true, "describe": ["s"], "assess": [{"standard": "s", "subjects": [{…}]}], "tables": [[{"id": …}]]}
// A reply: {"errors": ["E201 …"]}, or
// {"describe": {"s": ["a fact"]}, "assess": [{"answers": […]}], "tables": […], "differences": […], "rows": 4096}
#include "differential/subjects.hpp"
#include "support/blocks.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <iostream>
#include <memory>

namespace differential {
namespace {

std::vector<tieuchi::source_ptr> sources_of(const json::object& request) {
    std::vector<tieuchi::source_ptr> sources;
    for (const auto& file : request.at("files").as_array()) {
        sources.push_back(std::make_shared<const tieuchi::source>(std::string(file.as_array()[0].as_string()),
                                                                  std::string(file.as_array()[1].as_string())));
    }
    return sources;
}

struct work {
    const json::object& request;
    const tieuchi::rulebook& rules;
    std::mt19937_64 random;
    differences found{};
    tests::blocks::counts counts{};
};

/// The answers by one standard.
json::object told_of_subjects(work& of, const json::object& asked) {
    const std::string name(asked.at("standard").as_string());
    const auto standard = of.rules.standard(name, selection_of(of.request));
    if (!standard) { return {{"problems", codes_of(standard.error())}}; }
    std::vector<tieuchi::assessment> answers;
    const json::array& subjects = asked.at("subjects").as_array();
    for (const auto& one : subjects) { answers.push_back(standard->assess(facts_of(*standard, one.as_object()))); }
    json::array all;
    for (const auto& one : answers) { all.emplace_back(told(one)); }
    compare_columns(*standard, subjects, answers, of.random, of.found);
    if (of.request.contains("c")) { compare_c(of.request, name, subjects, answers, of.found); }
    if (const auto* const blocks = of.request.if_contains("blocks")) {
        const auto many = static_cast<std::size_t>(blocks->as_int64());
        const std::string difference = tests::blocks::compare(*standard, of.random, many, true, of.counts);
        if (!difference.empty()) { of.found.push_back("blocks: " + difference); }
    }
    return {{"answers", std::move(all)}};
}

json::object reply_to(const json::object& request) {
    const auto rules = tieuchi::rulebook::parse(sources_of(request));
    if (!rules) {
        json::array errors;
        for (const auto& one : rules.error()) {
            if (one.is_error()) { errors.emplace_back(one.str()); }
        }
        return {{"errors", std::move(errors)}};
    }
    work of{request, *rules, std::mt19937_64(static_cast<std::uint64_t>(request.at("seed").as_int64()))};
    json::object reply;
    json::array assessed;
    if (const auto* const asked = request.if_contains("assess")) {
        for (const auto& one : asked->as_array()) { assessed.emplace_back(told_of_subjects(of, one.as_object())); }
    }
    reply["assess"] = std::move(assessed);
    if (const auto* const asked = request.if_contains("describe")) {
        json::object described;
        for (const auto& name : asked->as_array()) {
            const auto standard = rules->standard(std::string_view(name.as_string()), selection_of(request));
            json::array facts;
            if (standard) {
                for (const auto& one : standard->facts()) { facts.emplace_back(one.name); }
            }
            described[name.as_string()] = standard ? json::value(std::move(facts)) : json::value();
        }
        reply["describe"] = std::move(described);
    }
    json::array tables;
    if (const auto* const asked = request.if_contains("tables")) {
        for (const auto& one : asked->as_array()) {
            tables.emplace_back(told_of_table(*rules, request, one.as_array(), of.random, of.found));
        }
    }
    reply["tables"] = std::move(tables);
    if (request.contains("examples")) {
        json::object examples;
        for (const auto& one : rules->test().examples) { examples[one.name] = one.passed(); }
        reply["examples"] = std::move(examples);
    }
    json::array found;
    for (const auto& one : of.found) { found.emplace_back(one); }
    reply["differences"] = std::move(found);
    reply["rows"] = of.counts.rows;
    return reply;
}

} // namespace
} // namespace differential

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        std::cout << boost::json::serialize(differential::reply_to(boost::json::parse(line).as_object())) << '\n' << std::flush;
    }
    return 0;
}
