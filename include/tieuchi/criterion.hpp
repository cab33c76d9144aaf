// SPDX-License-Identifier: Apache-2.0
/// \file
/// The parts of a standard that an answer speaks about: criteria, outcomes, readings, exits.
#pragma once

#include <tieuchi/fact.hpp>
#include <tieuchi/labels.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// How a criterion is decided.
enum class criterion_rule : std::uint8_t {
    when,
    all_of,
    any_of,
    none_of,
    at_least,
    same_as,
    points,   ///< by what it gives
    sum,      ///< by the points of its parts
    least,    ///< the same, the smallest of them
    greatest, ///< the largest
    mean,
};

/// One clause of a standard. Criteria stand in the order of the law, each before its children.
struct TIEUCHI_API criterion {
    std::string clause;   ///< `6.3.đ`; one that `same as` brought in names both clauses: `7.3/6.3.đ`
    std::string document; ///< number of the document whose clause it is
    labels title;
    labels note;
    criterion_rule rule = criterion_rule::when;
    bool scored = false;                 ///< it gives points
    decimal maximum;                     ///< the most points that it counts for; 0 of bonuses and deductions
    bool event = false;                  ///< stands under `none of`: it is met when its event did not happen
    bool needs_judgement = false;        ///< an open norm: an assessor's judgement, not a fact, decides
    std::uint32_t needed = 0;            ///< of at_least: how many
    std::uint32_t depth = 0;             ///< 0 for a criterion of the standard itself
    std::optional<std::uint32_t> parent; ///< index of the criterion that it is part of
    std::vector<std::uint32_t> children; ///< indices
    std::vector<std::string>
        cites; ///< further clauses cited, `9.2`; those of other documents with their number, `48/2025/TT-BCA 3`
};

/// A class that a subject can be given.
struct TIEUCHI_API outcome {
    std::string name; ///< `met`
    labels label;
    std::vector<std::string> cites; ///< as of a criterion; may be empty
    std::string cite;               ///< those in one text, `5, 8/2020 9`
};

/// A passage of the text that can be read in more than one way, and the way chosen.
struct TIEUCHI_API reading {
    std::string name;
    labels label;
    std::vector<option> options;
    std::uint32_t default_option = 0; ///< the default stated in the rules
    std::uint32_t chosen = 0;
    std::vector<std::string> cites;
};

/// What an exit makes of a subject.
enum class exit_kind : std::uint8_t { not_subject, not_assessed, referred };

/// A reason why a subject is not classed: the standard does not apply, it cannot be assessed, or a human decides.
struct TIEUCHI_API exit_rule {
    exit_kind kind = exit_kind::not_subject;
    std::vector<std::string> cites; ///< its clauses, `1.2.b`; may be empty
    std::string cite;               ///< those in one text
    labels label;
    labels to;            ///< of referred: who decides
    std::string document; ///< number of the document whose clause it is
};

/// Whether an adjustment is a cap, a floor or an automatic class.
enum class adjustment_kind : std::uint8_t { at_most, at_least, exactly };

/// A cap, a floor or an automatic class.
struct TIEUCHI_API adjustment {
    adjustment_kind kind = adjustment_kind::at_most;
    std::uint32_t outcome = 0; ///< index in `standard::outcomes()`
    std::vector<std::string> cites;
    labels label;
    std::string document; ///< number of the document whose clause it is
};

} // namespace TIEUCHI_NAMESPACE
