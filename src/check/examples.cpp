// SPDX-License-Identifier: Apache-2.0
// Examples, checked against the standards that they are for.
#include "check/examples.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

/// An example may stand in any file. The document that the file named last only decides the day of an example that names none.
void example_pass::check_examples() {
    std::set<std::tuple<const document_scope*, std::string_view, std::string>> known;
    const bool sound = !has_errors(); // what a wrong rule declares is not known
    for (const auto& file : shared_.files) {
        const document_scope* current = nullptr;
        const auto named = [&](const syntax::literal& number) { return document_named(name_in(number.raw)); };
        for (const auto& item : file.items) {
            if (const auto* const document = std::get_if<syntax::document>(&item)) { current = named(document->number); }
            if (const auto* const part = std::get_if<syntax::part>(&item)) { current = named(part->document); }
            const auto* const text = std::get_if<syntax::example>(&item);
            if (text == nullptr) { continue; }
            const std::string name = name_in(text->name.raw);
            if (!known.emplace(current, text->standard.text, name).second) {
                error(file, text->name.at, say<diag::duplicate_example>(name, text->standard.text));
            }
            check_example(file, *text, current, sound);
        }
    }
}

void example_pass::check_example(const syntax::tree& file, const syntax::example& text, const document_scope* in, bool sound) {
    example_scope here;
    here.file = &file;
    here.text = &text;
    here.result.name = name_in(text.name.raw);
    here.result.origin = file.source;
    here.result.at = text.name.at;
    check_items(here);
    check_day(here, in);
    if (here.standard == nullptr || !sound) { return; }
    here.result.in_force = here.standard->model;
    for (const auto& item : text.items) {
        if (const auto* const reading = std::get_if<syntax::example_reading>(&item)) { check_choice(here, *reading); }
        if (const auto* const givens = std::get_if<syntax::givens>(&item)) {
            for (const auto& fact : givens->facts) { check_given(here, fact); }
        }
        std::visit(
            [&](const auto& statement) {
                if constexpr (requires { check_expectation(here, statement); }) { check_expectation(here, statement); }
            },
            item);
    }
    check_contradictions(here);
    examples_.push_back(std::move(here.result));
}

/// What an example says once, it says once, and it expects something. Keeps the jurisdiction that it names.
void example_pass::check_items(example_scope& here) {
    std::set<std::size_t> seen;
    bool expects = false;
    for (const auto& item : here.text->items) {
        const bool once = std::holds_alternative<syntax::example_day>(item) || std::holds_alternative<syntax::place_name>(item) ||
                          std::holds_alternative<syntax::givens>(item);
        if (!seen.insert(item.index()).second && once) {
            const span at = std::visit([](const auto& statement) { return statement.at; }, item);
            error(*here.file, at, say<diag::duplicate_in_example>());
        }
        if (const auto* const place = std::get_if<syntax::place_name>(&item)) {
            here.result.jurisdiction = name_in(place->name.raw);
        }
        expects = expects || !(once || std::holds_alternative<syntax::example_reading>(item));
    }
    if (!expects) { error(*here.file, here.text->name.at, say<diag::example_without_expectation>(here.result.name)); }
}

/// Finds the version of the standard that the example is about.
void example_pass::check_day(example_scope& here, const document_scope* in) {
    const syntax::word& standard = here.text->standard;
    const std::string name(standard.text);
    if (versions_of(standard.text).empty()) {
        if (is_full(*here.file)) { return; }
        std::vector<std::string_view> known;
        for (const auto& scope : shared_.standards) { known.push_back(scope.text->name.text); }
        error(*here.file, standard.at, say<diag::unknown_standard>(name).with_help(did_you_mean(standard.text, known)));
        return;
    }
    for (const auto& item : here.text->items) {
        const auto* const on = std::get_if<syntax::example_day>(&item);
        if (on == nullptr) { continue; }
        const auto day = literals_.date_of(*here.file, on->on.digits, on->on.at);
        if (!day) { return; }
        here.result.on = *day;
        here.standard = version_on(standard.text, *day, here.result.jurisdiction);
        if (here.standard == nullptr) {
            error(*here.file, on->on.at, say<diag::example_not_in_force>(name, to_string(*day), when_in_force(standard.text)));
        }
        return;
    }
    const auto first = first_day_of(standard.text, in, here.result.jurisdiction);
    if (!first) {
        error(*here.file, standard.at,
              say<diag::example_never_in_force>(name, in->document->number, to_string(in->document->in_force_from),
                                                when_in_force(standard.text)));
        return;
    }
    here.result.on = *first;
    here.standard = version_on(standard.text, *first, here.result.jurisdiction);
}

/// The documents that a standard stands in, with their days, for a help line.
std::string example_pass::when_in_force(std::string_view standard) const {
    std::string all;
    for (const standard_scope* const scope : versions_of(standard)) {
        const tieuchi::document& from = *scope->document->document;
        all += (all.empty() ? "`" : ", `") + from.number + "` is in force from " + to_string(from.in_force_from);
        if (from.in_force_to) { all += " to " + to_string(*from.in_force_to); }
    }
    return all;
}

/// The version of a day in a jurisdiction: its own, else that of the country.
standard_scope* example_pass::version_on(std::string_view standard, date day, std::string_view jurisdiction) {
    standard_scope* of_country = nullptr;
    for (standard_scope* const sibling : versions_of(standard)) {
        if (!sibling->model->in_force_on(day)) { continue; }
        if (!jurisdiction.empty() && sibling->model->jurisdiction == jurisdiction) { return sibling; }
        if (sibling->model->jurisdiction.empty()) { of_country = sibling; }
    }
    return of_country;
}

/// The first day on which the standard is in force, and the document has come into force, if there is one.
std::optional<date> example_pass::first_day_of(std::string_view standard, const document_scope* in,
                                               std::string_view jurisdiction) const {
    std::optional<date> first;
    for (const standard_scope* const version : versions_of(standard)) {
        if (!version->model->jurisdiction.empty() && version->model->jurisdiction != jurisdiction) { continue; }
        const date day = in == nullptr ? version->model->from : std::max(version->model->from, in->document->in_force_from);
        if (version->model->in_force_on(day) && (!first || day < *first)) { first = day; }
    }
    return first;
}

void example_pass::check_choice(example_scope& here, const syntax::example_reading& text) {
    expect_once(here, "reading " + std::string(text.name.text), text.name.at);
    std::vector<std::string_view> known;
    for (const auto& reading : here.result.in_force->readings) {
        known.push_back(reading.name);
        if (reading.name != text.name.text) { continue; }
        std::vector<std::string> options;
        for (const auto& option : reading.options) { options.push_back(option.name); }
        if (std::find(options.begin(), options.end(), text.option.text) == options.end()) {
            error(*here.file, text.option.at,
                  say<diag::example_unknown_choice>(text.option.text, reading.name)
                      .with_help(did_you_mean(text.option.text, options, "they are " + list_of(options))));
        }
        here.result.readings.emplace_back(text.name.text, text.option.text);
        return;
    }
    error(*here.file, text.name.at,
          say<diag::example_unknown_reading>(here.result.in_force->name, text.name.text)
              .with_help(did_you_mean(text.name.text, known)));
}

} // namespace TIEUCHI_NAMESPACE::impl::check
