// SPDX-License-Identifier: Apache-2.0
// Examples, checked against the standards that they are for.
#include "base/nearest.hpp"
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

/// An example may stand in any file. What document that file last named tells nothing but the day that is meant by itself.
void checker::check_examples() {
    std::set<std::tuple<const document_scope*, std::string_view, std::string>> known;
    const bool sound = !has_errors(problems_); // what a wrong rule declares is not known
    for (const auto& file : files_) {
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

void checker::check_example(const syntax::tree& file, const syntax::example& text, const document_scope* in, bool sound) {
    example_scope one;
    one.file = &file;
    one.text = &text;
    one.made.name = name_in(text.name.raw);
    one.made.origin = file.source;
    one.made.at = text.name.at;
    std::set<std::size_t> seen;
    bool expects = false;
    for (const auto& item : text.items) {
        const bool once = std::holds_alternative<syntax::example_day>(item) || std::holds_alternative<syntax::place_name>(item) ||
                          std::holds_alternative<syntax::givens>(item);
        if (!seen.insert(item.index()).second && once) {
            error(file, std::visit([](const auto& any) { return any.at; }, item), say<diag::duplicate_in_example>());
        }
        if (const auto* const place = std::get_if<syntax::place_name>(&item)) { one.made.place = name_in(place->name.raw); }
        expects = expects || !(once || std::holds_alternative<syntax::example_reading>(item));
    }
    if (!expects) { error(file, text.name.at, say<diag::example_without_expectation>(one.made.name)); }
    check_day(one, in);
    if (one.of == nullptr || !sound) { return; }
    one.made.of = one.of->model;
    for (const auto& item : text.items) {
        if (const auto* const reading = std::get_if<syntax::example_reading>(&item)) { check_choice(one, *reading); }
        if (const auto* const givens = std::get_if<syntax::givens>(&item)) {
            for (const auto& fact : givens->facts) { check_given(one, fact); }
        }
        std::visit(
            [&](const auto& any) {
                if constexpr (requires { check_expectation(one, any); }) { check_expectation(one, any); }
            },
            item);
    }
    check_contradictions(one);
    examples_.push_back(std::move(one.made));
}

/// Finds the version of the standard that the example is about.
void checker::check_day(example_scope& one, const document_scope* in) {
    const syntax::word& standard = one.text->standard;
    const std::string name(standard.text);
    if (versions_of(standard.text).empty()) {
        if (is_full(*one.file)) { return; }
        std::vector<std::string_view> known;
        for (const auto& scope : standards_) { known.push_back(scope.text->name.text); }
        error(*one.file, standard.at, say<diag::unknown_standard>(name).with_help(did_you_mean(standard.text, known)));
        return;
    }
    for (const auto& item : one.text->items) {
        const auto* const on = std::get_if<syntax::example_day>(&item);
        if (on == nullptr) { continue; }
        const auto day = date_of(*one.file, on->on.digits, on->on.at);
        if (!day) { return; }
        one.made.on = *day;
        one.of = version_on(standard.text, *day, one.made.place);
        if (one.of == nullptr) {
            error(*one.file, on->on.at, say<diag::example_not_in_force>(name, to_string(*day), when_in_force(standard.text)));
        }
        return;
    }
    const auto first = first_day_of(standard.text, in, one.made.place);
    if (!first) {
        error(*one.file, standard.at,
              say<diag::example_never_in_force>(name, in->document->number, to_string(in->document->in_force_from),
                                                when_in_force(standard.text)));
        return;
    }
    one.made.on = *first;
    one.of = version_on(standard.text, *first, one.made.place);
}

/// The documents that a standard stands in, with their days, for a help line.
std::string checker::when_in_force(std::string_view standard) const {
    std::string all;
    for (const standard_scope* const scope : versions_of(standard)) {
        const tieuchi::document& from = *scope->document->document;
        all += (all.empty() ? "`" : ", `") + from.number + "` is in force from " + to_string(from.in_force_from);
        if (from.in_force_to) { all += " to " + to_string(*from.in_force_to); }
    }
    return all;
}

/// The version of a day at a place: that of the place, else that of the country.
standard_scope* checker::version_on(std::string_view standard, date day, std::string_view place) {
    standard_scope* of_country = nullptr;
    for (standard_scope* const one : versions_of(standard)) {
        if (!one->model->in_force_on(day)) { continue; }
        if (!place.empty() && one->model->place == place) { return one; }
        if (one->model->place.empty()) { of_country = one; }
    }
    return of_country;
}

/// The first day on which the standard is in force, and the document has come into force, if there is one.
std::optional<date> checker::first_day_of(std::string_view standard, const document_scope* in, std::string_view place) const {
    std::optional<date> first;
    for (const standard_scope* const one : versions_of(standard)) {
        if (!one->model->place.empty() && one->model->place != place) { continue; }
        const date day = in == nullptr ? one->model->from : std::max(one->model->from, in->document->in_force_from);
        if (one->model->in_force_on(day) && (!first || day < *first)) { first = day; }
    }
    return first;
}

void checker::check_choice(example_scope& one, const syntax::example_reading& text) {
    expect_once(one, "reading " + std::string(text.name.text), text.name.at);
    std::vector<std::string_view> known;
    for (const auto& reading : one.made.of->readings) {
        known.push_back(reading.name);
        if (reading.name != text.name.text) { continue; }
        std::vector<std::string> options;
        for (const auto& option : reading.options) { options.push_back(option.name); }
        if (std::find(options.begin(), options.end(), text.option.text) == options.end()) {
            error(*one.file, text.option.at,
                  say<diag::example_unknown_choice>(text.option.text, reading.name)
                      .with_help(did_you_mean(text.option.text, options, "they are " + list_of(options))));
        }
        one.made.readings.emplace_back(text.name.text, text.option.text);
        return;
    }
    error(*one.file, text.name.at,
          say<diag::example_unknown_reading>(one.made.of->name, text.name.text).with_help(did_you_mean(text.name.text, known)));
}

} // namespace TIEUCHI_NAMESPACE::impl::model
