// SPDX-License-Identifier: Apache-2.0
/// \file
/// What came of the examples in rule files: those that failed, and what of the rules they decide.
#pragma once

#include <tieuchi/config.hpp>
#include <tieuchi/date.hpp>
#include <tieuchi/labels.hpp>
#include <tieuchi/source.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// An expectation of an example that did not come true, in the words of rule files.
struct TIEUCHI_API unmet_expectation {
    std::string expected; ///< `criterion 6.3.d is met`
    std::string got;      ///< what came instead: `criterion 6.3.d is unknown`
    span at;              ///< in the source of its example
};

/// What came of one example.
struct TIEUCHI_API example_result {
    std::string name;
    std::string standard;
    std::string document;     ///< number of the document whose version of the standard it was run by
    date on{};                ///< the day whose rules were applied
    std::string jurisdiction; ///< empty: none
    source_ptr origin;        ///< the rule file in which it stands
    span at;                  ///< of its name
    std::vector<unmet_expectation> unmet;

    [[nodiscard]] bool passed() const noexcept { return unmet.empty(); }
};

/// What of a standard the examples are to decide.
enum class covered_part : std::uint8_t {
    criterion,
    extra_points, ///< a bonus or a deduction
    exit,
    adjustment,
    outcome,
};

/// `criterion`, `exit`, …
[[nodiscard]] TIEUCHI_API std::string_view to_string(covered_part part) noexcept;

/// Whether the examples decide a part of a standard, and both ways.
struct TIEUCHI_API coverage {
    covered_part part = covered_part::criterion;
    std::string name; ///< of a criterion its clause; else what it leads to, and the clauses cited: `not_subject 1.2`
    labels label;     ///< its title; may be empty
    bool yes = false; ///< in some example it is met, gives or takes points, holds, changes the class, is reached
    bool no = false;  ///< in some example it surely does not
    [[nodiscard]] bool both() const noexcept { return yes && no; }
};

/// One version of a standard. Clauses that several versions have in common count for all of them.
struct TIEUCHI_API standard_coverage {
    std::string standard;
    std::string document;
    std::size_t examples = 0;
    std::vector<coverage>
        parts; ///< criteria and extra points, exits, adjustments, declared outcomes, each in the order of the rules
};

/// See `rulebook::test`.
struct TIEUCHI_API test_report {
    std::vector<example_result> examples; ///< in the order of the files
    std::vector<standard_coverage> coverage;

    [[nodiscard]] bool passed() const noexcept {
        for (const auto& example : examples) {
            if (!example.passed()) { return false; }
        }
        return true;
    }
};

} // namespace TIEUCHI_NAMESPACE
