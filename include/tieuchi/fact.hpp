// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a standard asks about its subjects.
#pragma once

#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>
#include <tieuchi/labels.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// What may be told of a fact.
enum class fact_type : std::uint8_t {
    yes_no,  ///< yes or no
    count,   ///< a whole number, 0 or more
    number,  ///< a decimal with a stated number of digits after the point
    percent, ///< a share in percent, up to four digits after the point: 87.5 means 87.5 %
    date,    ///< a day
    one_of,  ///< one of the named options
    judged,  ///< points that an assessor gives, in steps
};

/// `yes_no`, `count`, …: the word of the language.
[[nodiscard]] TIEUCHI_API std::string_view to_string(fact_type type) noexcept;

/// One of the values of a `one of` fact or of a reading.
struct option {
    std::string name;
    labels label;
};

/// The description of one fact of one standard: enough for a host to build a form. The index in `standard::facts()` is its slot.
struct TIEUCHI_API fact {
    std::string name; ///< as in data; the fact of the period before is `previous_…`
    fact_type type = fact_type::yes_no;
    bool ordered = false;        ///< of one_of: the options stand from lowest to highest
    bool previous = false;       ///< it describes the period before
    bool from_subunits = false;  ///< counted from the sub-units where the data has them
    bool from_outcome = false;   ///< the outcome of another standard, found where the data has the subject that it is of
    int scale = 0;               ///< digits after the point that a value may have
    std::vector<option> options; ///< of one_of
    labels label;
    labels question;                      ///< what to ask; the label where the rules give no question of their own
    labels evidence;                      ///< where its proof is found; may be empty
    decimal least;                        ///< smallest valid value, of count, number, percent and judged
    decimal most;                         ///< largest valid value, of count, number, percent and judged
    decimal step;                         ///< of judged: a value is a multiple of it
    std::optional<std::uint32_t> at_most; ///< slot of the fact that it may not exceed
    std::optional<month_day> by;          ///< the day of the year by which it must have happened
    std::vector<std::string> only_for;    ///< the kinds that it exists for; empty: every kind of the standard

    /// What may be answered, for people: `yes or no`, `a whole number from 0 to 120`, `micro, small, medium or large`. In
    /// Vietnamese for `vi`, else in English; options by the names that data must use.
    [[nodiscard]] std::string valid_answers(std::string_view language = "en") const;
};

} // namespace TIEUCHI_NAMESPACE
