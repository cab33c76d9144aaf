// SPDX-License-Identifier: Apache-2.0
// The same by the interface for C: its JSON is that of C++.
#include "differential/subjects.hpp"

#include <tieuchi.h>

#include <memory>

namespace differential {

namespace {

template <auto Free>
struct give_back {
    template <class T>
    void operator()(T* handle) const {
        Free(handle);
    }
};
template <class T, auto Free>
using owned = std::unique_ptr<T, give_back<Free>>;

using rulebook = owned<tieuchi_rulebook, tieuchi_rulebook_free>;
using standard_handle = owned<tieuchi_standard, tieuchi_standard_free>;
using facts_handle = owned<tieuchi_facts, tieuchi_facts_free>;
using assessment_handle = owned<tieuchi_assessment, tieuchi_assessment_free>;
using text_handle = owned<char, tieuchi_text_free>;

/// What the calls of C refer to: texts that live as long.
struct selection_in_c {
    std::vector<std::string> texts;
    std::vector<tieuchi_chosen_reading> readings;
    tieuchi_selection how = TIEUCHI_SELECTION_INIT;
};

void fill(selection_in_c& to, const json::object& request) {
    const auto keep = [&](const json::value& text) {
        to.texts.emplace_back(text.as_string());
        return to.texts.back().c_str();
    };
    const json::object none;
    const json::value* const chosen = request.if_contains("readings");
    const json::object& readings = chosen == nullptr ? none : chosen->as_object();
    to.texts.reserve(2 + 2 * readings.size());
    to.how.on = keep(request.at("on"));
    if (const auto* const place = request.if_contains("place")) { to.how.jurisdiction = keep(*place); }
    if (const auto* const year = request.if_contains("year")) { to.how.year = static_cast<int>(year->as_int64()); }
    for (const auto& [name, option] : readings) {
        tieuchi_chosen_reading one = TIEUCHI_CHOSEN_READING_INIT;
        to.texts.emplace_back(name);
        one.reading = to.texts.back().c_str();
        one.option = keep(option);
        to.readings.push_back(one);
    }
    to.how.readings = to.readings.data();
    to.how.reading_count = to.readings.size();
}

std::string json_of(const tieuchi_standard* standard, const json::object& subject) {
    tieuchi_facts* made = nullptr;
    if (tieuchi_facts_new(&made, standard, nullptr) != TIEUCHI_OK) { return "no facts"; }
    const facts_handle facts(made);
    for (const auto& [name, value] : subject) {
        const std::string called(name);
        if (value.is_bool()) {
            tieuchi_facts_set_yes_no(facts.get(), called.c_str(), value.as_bool() ? 1 : 0, nullptr);
        } else if (value.is_int64()) {
            tieuchi_facts_set_integer(facts.get(), called.c_str(), value.as_int64(), nullptr);
        } else if (!value.is_null()) {
            tieuchi_facts_set_text(facts.get(), called.c_str(), value.as_string().c_str(), nullptr);
        }
    }
    tieuchi_assessment* answered = nullptr;
    if (tieuchi_facts_assess(&answered, facts.get(), nullptr) != TIEUCHI_OK) { return "no answer"; }
    const assessment_handle answer(answered);
    char* text = nullptr;
    std::size_t length = 0;
    if (tieuchi_assessment_json(&text, &length, answer.get(), nullptr, nullptr) != TIEUCHI_OK) { return "no text"; }
    const text_handle kept(text);
    return {text, length};
}

rulebook parsed(const json::object& request) {
    std::vector<std::string> texts;
    std::vector<tieuchi_source> sources;
    const json::array& files = request.at("files").as_array();
    texts.reserve(2 * files.size());
    for (const auto& file : files) {
        tieuchi_source one = TIEUCHI_SOURCE_INIT;
        one.name = texts.emplace_back(file.as_array()[0].as_string()).c_str();
        const std::string& text = texts.emplace_back(file.as_array()[1].as_string());
        one.text = text.data();
        one.length = text.size();
        sources.push_back(one);
    }
    tieuchi_rulebook* made = nullptr;
    tieuchi_rulebook_parse(&made, nullptr, sources.data(), sources.size(), nullptr, nullptr);
    return rulebook(made);
}

} // namespace

void compare_c(const json::object& request, const std::string& standard, const json::array& subjects,
               const std::vector<tieuchi::assessment>& answers, differences& found) {
    const rulebook rules = parsed(request);
    selection_in_c how;
    fill(how, request);
    tieuchi_standard* picked = nullptr;
    if (rules == nullptr ||
        tieuchi_rulebook_standard(&picked, nullptr, rules.get(), standard.c_str(), &how.how, nullptr) != TIEUCHI_OK) {
        found.push_back("c: no rules, or no standard");
        return;
    }
    const standard_handle by(picked);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const std::string told = json_of(by.get(), subjects[i].as_object());
        if (told != to_json(answers[i])) { found.push_back("subject " + std::to_string(i) + ": c says " + told); }
    }
}

} // namespace differential
