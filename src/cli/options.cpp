// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include "base/language.hpp"
#include "base/nearest.hpp"
#include "messages.hpp"

#include <CLI/CLI.hpp>

#include <string_view>

namespace tieuchi::cli {

CLI::Validator a_day() {
    return {
        [](std::string& given) { return parse_date(given) ? std::string() : "`" + given + "` is not a day such as 2022-11-15"; },
        {}};
}

namespace {

/// `EN` and `en-GB` are `en`.
[[nodiscard]] CLI::Validator a_language() {
    return {[](std::string& given) {
                for (const std::string_view language : {"vi", "en"}) {
                    if (!impl::serves(language, given)) { continue; }
                    given = language;
                    return std::string();
                }
                return "`" + given + "` is neither vi nor en";
            },
            {}};
}

[[nodiscard]] CLI::Validator choice() {
    return {[](std::string& given) {
                const auto sign = given.find('=');
                const bool whole = sign != std::string::npos && sign > 0 && sign + 1 < given.size();
                return whole ? std::string() : "`" + given + "` is not of the form name=option";
            },
            {}};
}

} // namespace

void rules_options::add_path(CLI::App& command) {
    command.add_option("PATH", path, "A rule file, or a folder with rule files (*.tieuchi)")->required()->type_name("");
}

void rules_options::add_selection(CLI::App& command) {
    command.add_option("--on", on, "The day whose rules apply")->required()->check(a_day())->type_name("DATE");
    command
        .add_option("--place", place, "The place whose amendments apply, as documents name it; without it, the country's rules")
        ->type_name("NAME");
    command.add_option("--year", year, "The year in which the period of the facts closes; without it, the year of --on")
        ->check(CLI::Range(1, 9999).description(""))
        ->type_name("YEAR");
    command.add_option("--reading", readings, "How to read a passage that can be read in several ways; may be repeated")
        ->allow_extra_args(false)
        ->check(choice())
        ->type_name("NAME=OPTION");
    command.add_option("--lang", language, "Language of the output: vi or en")
        ->transform(a_language())
        ->type_name("vi|en")
        ->capture_default_str();
}

tieuchi::selection rules_options::selection() const {
    tieuchi::selection choices;
    choices.on = parse_date(on).value_or(date{});
    choices.year = year;
    choices.jurisdiction = place;
    for (const std::string& text : readings) {
        const auto equals = text.find('=');
        choices.readings.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    }
    return choices;
}

std::optional<rulebook> rules_options::load() const {
    auto rules = rulebook::load(path);
    if (!rules) {
        report(rules.error());
        return std::nullopt;
    }
    return *std::move(rules);
}

std::optional<standard> rules_options::pick(const rulebook& rules, const std::string& name) const {
    auto found = rules.standard(name, selection());
    if (!found) {
        diagnostics problems = found.error();
        for (diagnostic& problem : problems) {
            constexpr std::size_t most = 20;
            const auto names = rules.standard_names();
            if (impl::is<diag::no_such_standard>(problem) && problem.help.empty() && names.size() <= most) {
                problem.help = "there are " + impl::list_of(names);
            }
        }
        report(problems);
        return std::nullopt;
    }
    return *std::move(found);
}

} // namespace tieuchi::cli
