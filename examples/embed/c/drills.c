/* SPDX-License-Identifier: Apache-2.0 */
#include <inttypes.h>
#include <stdio.h>
#include <tieuchi.h>

static int stop(const tieuchi_error* error) {
    fprintf(stderr, "%s %s: %s%s%s\n", error->code, error->where, error->message, error->help[0] ? ": " : "", error->help);
    return 1;
}

/* The outcome and the clauses that decided, or what to ask. */
static tieuchi_status tell(const tieuchi_facts* known, int64_t drilled, tieuchi_error* error) {
    tieuchi_assessment* answer = NULL;
    tieuchi_status status = tieuchi_facts_assess(&answer, known, error);
    tieuchi_assessment_summary is = TIEUCHI_ASSESSMENT_SUMMARY_INIT;
    if (status == TIEUCHI_OK) { status = tieuchi_assessment_describe(&is, answer, "en", error); }
    const char* const* clauses = NULL;
    size_t count = 0;
    if (status == TIEUCHI_OK) { status = tieuchi_assessment_because(&clauses, &count, answer, error); }
    if (status == TIEUCHI_OK) { printf("%" PRId64 " of 25: %s", drilled, is.decided ? is.outcome_name : "open"); }
    for (size_t i = 0; i < count; ++i) { printf(", because of %s", clauses[i]); }

    size_t questions = 0;
    if (status == TIEUCHI_OK) { status = tieuchi_assessment_question_count(&questions, answer, error); }
    for (size_t i = 0; status == TIEUCHI_OK && i < questions; ++i) {
        tieuchi_question ask = TIEUCHI_QUESTION_INIT;
        status = tieuchi_assessment_question(&ask, answer, i, "en", error);
        if (status == TIEUCHI_OK) { printf(", ask for %s", ask.fact); }
    }
    puts("");
    tieuchi_assessment_free(answer);
    return status;
}

int main(int argc, char** argv) {
    tieuchi_error error;
    const char* path = argc > 1 ? argv[1] : "examples/drills.tieuchi"; /* a file, or a folder */
    tieuchi_rulebook* rules = NULL;
    if (tieuchi_rulebook_load(&rules, NULL, &path, 1, NULL, &error) != TIEUCHI_OK) { return stop(&error); }

    tieuchi_selection how = TIEUCHI_SELECTION_INIT;
    how.on = "2022-11-15";
    tieuchi_standard* fire_safety = NULL;
    tieuchi_status status = tieuchi_rulebook_standard(&fire_safety, NULL, rules, "fire_safety", &how, &error);
    tieuchi_rulebook_free(rules); /* a standard outlives it */

    tieuchi_facts* known = NULL; /* what is never set is unknown */
    if (status == TIEUCHI_OK) { status = tieuchi_facts_new(&known, fire_safety, &error); }
    if (status == TIEUCHI_OK) { status = tieuchi_facts_set_integer(known, "staff", 25, &error); }
    if (status == TIEUCHI_OK) { status = tieuchi_facts_set_yes_no(known, "plan", 1, &error); }
    if (status == TIEUCHI_OK) { status = tieuchi_facts_set_integer(known, "fires", 0, &error); }

    uint32_t drilled = 0; /* its slot: the fast way to set it again and again */
    if (status == TIEUCHI_OK) { status = tieuchi_standard_slot(&drilled, fire_safety, "drilled", &error); }
    const int64_t counts[] = {18, 17};
    for (size_t i = 0; status == TIEUCHI_OK && i < 2; ++i) {
        status = tieuchi_facts_set_integer_at(known, drilled, counts[i], &error);
        if (status == TIEUCHI_OK) { status = tell(known, counts[i], &error); }
    }
    tieuchi_facts_free(known);
    tieuchi_standard_free(fire_safety);
    return status == TIEUCHI_OK ? 0 : stop(&error);
}
