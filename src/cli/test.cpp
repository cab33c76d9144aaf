// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi test`: do the examples come true, and what of the rules do they decide?
#include "command.hpp"
#include "messages.hpp"
#include "options.hpp"
#include "text.hpp"

#include <tieuchi/json.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

namespace tieuchi::cli {

namespace {

struct test_options {
    rules_options rules;
    bool strict = false;
    bool json = false;
};

[[nodiscard]] std::uint32_t line_of(const example_result& example, span at) { return example.origin->position_of(at.begin).line; }

[[nodiscard]] std::size_t passed(const test_report& report) {
    return static_cast<std::size_t>(std::count_if(report.examples.begin(), report.examples.end(),
                                                  [](const example_result& example) { return example.passed(); }));
}

[[nodiscard]] bool decides_all(const test_report& report) {
    const auto both = [](const coverage& part) { return part.both(); };
    return std::all_of(report.coverage.begin(), report.coverage.end(), [&](const standard_coverage& standard) {
        return std::all_of(standard.parts.begin(), standard.parts.end(), both);
    });
}

/// What no example shows of a part.
[[nodiscard]] std::string_view missed(const coverage& part) {
    struct words {
        std::string_view yes;
        std::string_view no;
    };
    constexpr std::array<words, 5> phrases{{
        {"never met", "never not met"},
        {"never changes the points", "always changes the points"},
        {"never holds", "always holds"},
        {"never changes the class", "always changes the class"},
        {"never reached", "always reached"},
    }};
    if (!part.yes && !part.no) { return "never decided"; }
    const words& phrase = phrases[static_cast<std::size_t>(part.part)];
    return part.yes ? phrase.no : phrase.yes;
}

[[nodiscard]] std::string failures_text(const test_report& report) {
    std::string text;
    for (const example_result& example : report.examples) {
        if (example.passed()) { continue; }
        const std::string& file = example.origin->name();
        text +=
            file + ":" + std::to_string(line_of(example, example.at)) + ": " + example.standard + " on " + to_string(example.on);
        if (!example.jurisdiction.empty()) { text += " in " + example.jurisdiction; }
        text += ": \"" + example.name + "\" failed\n";
        for (const unmet_expectation& expectation : example.unmet) {
            text += "  " + file + ":" + std::to_string(line_of(example, expectation.at)) + ": expected " + expectation.expected +
                    "\n";
            text += std::string(file.size() + std::to_string(line_of(example, expectation.at)).size() + 5, ' ') + "     got " +
                    expectation.got + "\n";
        }
    }
    return text;
}

[[nodiscard]] std::string coverage_text(const standard_coverage& standard) {
    const std::string title = standard.standard + ", " + standard.document;
    if (standard.examples == 0) { return title + ": no examples\n"; }
    const auto open = static_cast<std::size_t>(
        std::count_if(standard.parts.begin(), standard.parts.end(), [](const coverage& part) { return !part.both(); }));
    if (open == 0) { return title + ": everything decided both ways\n"; }
    std::size_t names = 0;
    std::size_t shown = 0;
    for (const coverage& part : standard.parts) {
        if (part.both()) { continue; }
        names = std::max(names, display_width(part.name));
        shown = std::max(shown, missed(part).size());
    }
    std::string text =
        title + ": " + std::to_string(open) + " of " + std::to_string(standard.parts.size()) + " not decided both ways\n";
    for (const coverage& part : standard.parts) {
        if (part.both()) { continue; }
        std::string line =
            "  " + padded(part.name, names) + "  " + padded(missed(part), shown) + "  " + std::string(part.label.in("en"));
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

[[nodiscard]] std::string as_text(const test_report& report) {
    if (report.examples.empty()) { return "no examples\n"; }
    std::string text = failures_text(report);
    text += counted(report.examples.size(), "example") + ", " + std::to_string(passed(report)) + " passed\n";
    for (const standard_coverage& standard : report.coverage) { text += coverage_text(standard); }
    return text;
}

[[nodiscard]] exit_code test(const test_options& options) {
    const auto rules = options.rules.load();
    if (!rules) { return exit_code::problems; }
    const test_report report = rules->test();
    std::cout << (options.json ? to_json(report) + "\n" : as_text(report));
    const bool good = report.passed() && (!options.strict || decides_all(report));
    return good ? exit_code::fine : exit_code::problems;
}

} // namespace

void add_test(CLI::App& app, action& chosen) {
    auto options = std::make_shared<test_options>();
    CLI::App* const command = app.add_subcommand("test", "Run the examples in rules, and list what they do not decide both ways");
    options->rules.add_path(*command);
    command->add_flag("--strict", options->strict, "Also fail where something is not decided both ways");
    command->add_flag("--json", options->json, "Print JSON");
    command->footer("Example:\n  tieuchi test dsl/vn");
    command->callback([options, &chosen] { chosen = {[options] { return test(*options); }}; });
}

} // namespace tieuchi::cli
