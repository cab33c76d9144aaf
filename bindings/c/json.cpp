// SPDX-License-Identifier: Apache-2.0
/// \file
/// JSON input and output.
#include "assessment.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "text.hpp"

#include <tieuchi/json.hpp>

using namespace tieuchi::c;

namespace {

/// Gives the text that `write()` returns.
template <class Write>
tieuchi_status give(char** out, size_t* length, tieuchi_error* error, const Write& write) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length, write());
    });
}

[[nodiscard]] const tieuchi::assessment& answer_of(const tieuchi_assessment* assessment, const char* name) {
    return needed(assessment, name).state->answer;
}

} // namespace

tieuchi_status tieuchi_diagnostics_json(char** out, size_t* length, const tieuchi_diagnostics* list, tieuchi_error* error) {
    return give(out, length, error, [&] { return to_json(needed(list, "list").list); });
}

tieuchi_status tieuchi_rulebook_test_json(char** out, size_t* length, const tieuchi_rulebook* rulebook, tieuchi_error* error) {
    return give(out, length, error, [&] { return to_json(needed(rulebook, "rulebook").rules.test()); });
}

tieuchi_status tieuchi_standard_differences_json(char** out, size_t* length, const tieuchi_standard* standard,
                                                 const tieuchi_standard* other, tieuchi_error* error) {
    return give(out, length, error,
                [&] { return differences_to_json(needed(standard, "standard").value, needed(other, "other").value); });
}

tieuchi_status tieuchi_facts_from_json(tieuchi_facts** out, tieuchi_diagnostics** problems, const tieuchi_standard* standard,
                                       const char* json, size_t json_length, tieuchi_error* error) {
    return guarded(error, [&] {
        problem_list list(problems);
        tieuchi_facts*& handle = place_for(out);
        const tieuchi::standard& definition = needed(standard, "standard").value;
        const auto result = tieuchi::facts::from_json(definition, text_of(json, json_length, "json"));
        if (!result) { list.refuse(TIEUCHI_BAD_DATA, result.error()); }
        auto facts = std::make_unique<tieuchi_facts>(tieuchi_facts{definition, *result});
        list.give(result->problems());
        handle = facts.release();
    });
}

tieuchi_status tieuchi_facts_json(char** out, size_t* length, const tieuchi_facts* facts, tieuchi_error* error) {
    return give(out, length, error, [&] { return to_json(needed(facts, "facts").value); });
}

tieuchi_status tieuchi_assessment_questions_json(char** out, size_t* length, const tieuchi_assessment* assessment,
                                                 const char* language, tieuchi_error* error) {
    return give(out, length, error,
                [&] { return questions_to_json(answer_of(assessment, "assessment"), language_in(language)); });
}

tieuchi_status tieuchi_assessment_compare_json(char** out, size_t* length, const tieuchi_assessment* assessment, const char* name,
                                               const tieuchi_assessment* other, const char* other_name, tieuchi_error* error) {
    return give(out, length, error, [&] {
        const auto comparison = compare(answer_of(assessment, "assessment"), answer_of(other, "other"));
        return to_json(comparison, text_in(name, "name"), text_in(other_name, "other_name"));
    });
}
