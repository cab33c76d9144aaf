// SPDX-License-Identifier: Apache-2.0
// What examples give: facts of the standard, each with a value that it can have beside the others.
#include "base/nearest.hpp"
#include "check/examples.hpp"
#include "model/fact_value.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] std::int64_t unit_of(const fact& declared) {
    return power_of_ten(static_cast<unsigned>(decimal::scale - declared.scale));
}

/// What a fact can be in an example: the value that it gives or, where it gives none, all that the fact can be.
[[nodiscard]] range left_of(const example_scope& here, index at) {
    const fact& declared = here.result.in_force->facts[at];
    const auto given = here.given.find(at);
    if (given != here.given.end() && given->second.units) { return {*given->second.units, *given->second.units}; }
    return {declared.least.units() / unit_of(declared), declared.most.units() / unit_of(declared)};
}

/// How rules write the name of a fact.
[[nodiscard]] std::string written(const syntax::given& text) {
    return (text.previous ? "previous " : "") + std::string(text.name.text);
}

} // namespace

void example_pass::check_given(example_scope& here, const syntax::given& text) {
    const std::string name = (text.previous ? "previous_" : "") + std::string(text.name.text);
    const auto& facts = here.result.in_force->facts;
    const auto is_it = [&](const fact& candidate) { return candidate.name == name && candidate.previous == text.previous; };
    const auto found = std::find_if(facts.begin(), facts.end(), is_it);
    if (found == facts.end()) { return report_unknown_given(here, text); }
    const auto [kept, first] = here.given.try_emplace(static_cast<index>(found - facts.begin()));
    if (!first) {
        error(*here.file, text.name.at, say<diag::duplicate_given>(written(text)));
        return;
    }
    kept->second.at = text.value.at;
    check_given_value(here, *found, text.value, kept->second);
    here.result.given.emplace_back(name, text.value.text);
}

/// Why this is no fact to be given.
void example_pass::report_unknown_given(const example_scope& here, const syntax::given& text) {
    const std::string name = written(text);
    const std::string standard = "standard `" + here.result.in_force->name + "`";
    const declaration* const declared = find(*here.standard, text.name.text);
    if (declared == nullptr) {
        std::vector<std::string_view> known;
        for (const auto& fact : here.result.in_force->facts) {
            known.push_back(fact.previous ? std::string_view(fact.name).substr(previous_prefix.size()) : fact.name);
        }
        const bool joined = !text.previous && text.name.text.starts_with(previous_prefix);
        error(*here.file, text.name.at,
              say<diag::example_unknown_fact>(standard, name)
                  .with_help(joined ? "write `previous " + std::string(text.name.text.substr(previous_prefix.size())) + "`"
                                    : did_you_mean(text.name.text, known)));
    } else if (std::holds_alternative<const syntax::quantity*>(declared->what)) {
        error(*here.file, text.name.at, say<diag::example_gives_quantity>(name));
    } else if (std::holds_alternative<const syntax::reading*>(declared->what)) {
        error(*here.file, text.name.at, say<diag::example_gives_reading>(name));
    } else {
        error(*here.file, text.name.at, say<diag::example_gives_unread_fact>(standard, name));
    }
}

/// Rules have one word for yes and one for no, whatever else data may call them.
void example_pass::check_given_value(const example_scope& here, const fact& declared, const syntax::word& text,
                                     given_fact& into) {
    parsed_value read;
    if (declared.type == fact_type::yes_no && text.text != "yes" && text.text != "no") {
        read.problem = say<diag::value_is_no_truth>(text.text).with_help("`" + declared.name + "` is `yes` or `no`");
    } else {
        read = read_value(declared, std::string(text.text));
    }
    into.units = read.units;
    if (!read.problem) { return; }
    remark what = say<diag::example_wrong_value>(declared.name, read.problem->message);
    error(*here.file, text.at, std::move(what).with_help(std::move(read.problem->help)));
}

/// Facts of another kind of subject, and parts that exceed their wholes, whether the facts between them are given or not.
void example_pass::check_contradictions(const example_scope& here) {
    const auto& facts = here.result.in_force->facts;
    const range kind = left_of(here, 0);
    for (const auto& [at, given] : here.given) {
        const fact& declared = facts[at];
        if (declared.only_for.empty() || kind.least != kind.most) { continue; }
        const std::string& name = facts[0].options[static_cast<std::size_t>(kind.least)].name;
        if (std::find(declared.only_for.begin(), declared.only_for.end(), name) == declared.only_for.end()) {
            error(*here.file, given.at, say<diag::example_fact_of_other_kind>(name, declared.name));
        }
    }
    for (index part = 0; part < facts.size(); ++part) {
        for (auto whole = facts[part].at_most; whole; whole = facts[*whole].at_most) {
            const range of_part = left_of(here, part);
            const range of_whole = left_of(here, *whole);
            auto at = here.given.find(part);
            if (at == here.given.end()) { at = here.given.find(*whole); }
            if (at == here.given.end() || of_part.least <= of_whole.most) { continue; }
            const auto shown = [](const fact& declared, std::int64_t units) {
                return decimal::from_units(units * unit_of(declared)).str();
            };
            error(*here.file, at->second.at,
                  say<diag::example_part_exceeds_whole>(facts[part].name, shown(facts[part], of_part.least), facts[*whole].name,
                                                        shown(facts[*whole], of_whole.most)));
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
