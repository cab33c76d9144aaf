// SPDX-License-Identifier: Apache-2.0
/// \file
/// Handles of the C interface that give themselves back, and short ways to make them.
#pragma once

#include "support/catch.hpp"

#include <tieuchi.h>

#include <memory>
#include <string>
#include <vector>

namespace tests::c {

template <auto Free>
struct give_back {
    template <class T>
    void operator()(T* handle) const {
        Free(handle);
    }
};

template <class T, auto Free>
using owned = std::unique_ptr<T, give_back<Free>>;

using diagnostics = owned<tieuchi_diagnostics, tieuchi_diagnostics_free>;
using rulebook = owned<tieuchi_rulebook, tieuchi_rulebook_free>;
using standard = owned<tieuchi_standard, tieuchi_standard_free>;
using standards = owned<tieuchi_standards, tieuchi_standards_free>;
using facts = owned<tieuchi_facts, tieuchi_facts_free>;
using scratch = owned<tieuchi_scratch, tieuchi_scratch_free>;
using assessment = owned<tieuchi_assessment, tieuchi_assessment_free>;
using columns = owned<tieuchi_columns, tieuchi_columns_free>;
using population = owned<tieuchi_population, tieuchi_population_free>;
using column_population = owned<tieuchi_column_population, tieuchi_column_population_free>;
using population_answers = owned<tieuchi_population_answers, tieuchi_population_answers_free>;
using results = owned<tieuchi_results, tieuchi_results_free>;
using text = owned<char, tieuchi_text_free>;

/// What one says after a call that must go well.
inline void well(tieuchi_status status, const tieuchi_error& error) {
    INFO(error.code << " " << error.where << ": " << error.message << " (" << error.help << ")");
    REQUIRE(status == TIEUCHI_OK);
    REQUIRE(error.status == TIEUCHI_OK);
}

/// The handle, or whatever else, that a call puts into its first argument.
template <class Owned, class Call>
Owned made(const Call& call) {
    typename Owned::pointer out = nullptr;
    tieuchi_error error;
    const tieuchi_status status = call(&out, &error);
    Owned one(out);
    well(status, error);
    REQUIRE(one != nullptr);
    return one;
}

/// The text that a call gives.
template <class Call>
std::string text_of(const Call& call) {
    size_t length = 0;
    const auto one = made<text>([&](char** out, tieuchi_error* error) { return call(out, &length, error); });
    REQUIRE(std::string(one.get()).size() == length);
    return one.get();
}

/// A struct that a call fills.
template <class T, class Call>
T filled(const Call& call) {
    T one{};
    one.struct_size = sizeof one;
    tieuchi_error error;
    well(call(&one, &error), error);
    REQUIRE(one.struct_size == sizeof one);
    return one;
}

inline rulebook parse(const std::string& rules, const char* name = "test.tieuchi") {
    const tieuchi_source source{name, rules.data(), rules.size(), 0, 0, 0};
    return made<rulebook>(
        [&](auto* out, auto* error) { return tieuchi_rulebook_parse(out, nullptr, &source, 1, nullptr, error); });
}

inline rulebook load(const char* path) {
    return made<rulebook>([&](auto* out, auto* error) { return tieuchi_rulebook_load(out, nullptr, &path, 1, nullptr, error); });
}

inline tieuchi_selection on(const char* day) {
    tieuchi_selection how = TIEUCHI_SELECTION_INIT;
    how.on = day;
    return how;
}

inline standard pick(const rulebook& from, const char* name, const char* day = "2022-11-15") {
    const tieuchi_selection how = on(day);
    return made<standard>(
        [&](auto* out, auto* error) { return tieuchi_rulebook_standard(out, nullptr, from.get(), name, &how, error); });
}

inline facts facts_for(const standard& of) {
    return made<facts>([&](auto* out, auto* error) { return tieuchi_facts_new(out, of.get(), error); });
}

inline assessment assess(const facts& given) {
    return made<assessment>([&](auto* out, auto* error) { return tieuchi_facts_assess(out, given.get(), error); });
}

inline tieuchi_assessment_summary summary(const tieuchi_assessment* of, const char* language = "en") {
    return filled<tieuchi_assessment_summary>(
        [&](auto* out, auto* error) { return tieuchi_assessment_describe(out, of, language, error); });
}

/// A progress function that goes on.
inline int32_t note(void* to, size_t done) {
    *static_cast<size_t*>(to) = done;
    return 0;
}

/// Rules that use most of what the interface shows.
inline const std::string rules = R"(
document "1/2020/TEST" {
    title vi "Thử" en "A test"
    status illustrative
    in force from 2020-01-01
}

standard office_class for office, branch {
    title vi "Phân loại" en "Class of an office"
    window 11-16 .. 11-15
    not subject when staff < 2 vi "Nhỏ" en "Too small" cite 1.2
    reading counted one of (everyone vi "Mọi người" en "Everyone", present en "Those there") default everyone en "Who counts" cite 3
    facts {
        staff count at most 1000 vi "Số người" en "People who work here"
        drilled count at most staff vi "Số người đã diễn tập" en "People who took part in a drill"
        plan yes_no by 03-31 vi "Có phương án" en "A plan" ask vi "Có phương án không?" en "Is there a plan?"
        heat number scale 2 vi "Nhiệt độ" en "Heat"
        share percent vi "Tỷ lệ" en "Share"
        built date vi "Ngày xây" en "Day built"
        size ordered one of (small vi "nhỏ" en "Small", large vi "lớn" en "Large") vi "Cỡ" en "Size"
        branches count only for office en "Branches"
        fires count vi "Số vụ cháy" en "Fires"
    }
    points 10
    not applicable counts as full
    criterion 1 vi "Phương án" en "A plan" 4 points when plan
    criterion 2 vi "Diễn tập" en "Drills" 4 points in proportion to drilled of staff rounded to 0.5 half up
    criterion 3 vi "Nề nếp" en "Order" up to 2 points judged step 0.5
    classes by total { good vi "Tốt" en "Good" >= 8, weak vi "Yếu" en "Weak" otherwise }
    at most weak when fires > 0 vi "Có cháy" en "There was a fire" cite 9.1
}
)";

/// Teams and the offices that they are sub-units of, with a quota.
inline const std::string teams = R"(
document "1" { title "Teams" status illustrative in force from 2000-01-01 }
standard team for team {
    facts { drills count at most 9 }
    points 10
    criterion 1 "Drills" 10 points less 2 per drills
    classes by total { best >= 8, fair otherwise }
    quota best at most 50% of all  highest total first  cite 7
}
standard office for office {
    facts { teams count from count of (team) }
    criterion 1 "Teams" when teams >= 2
    outcome met when every criterion is met
    outcome not_met otherwise
}
)";

} // namespace tests::c
