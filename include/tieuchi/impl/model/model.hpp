// SPDX-License-Identifier: Apache-2.0
/// \file
/// The model: documents and standards with every name resolved, every type known and every bound proved.
///
/// Expressions lie in an arena in which operands stand before what uses them, so later stages are loops, never recursion.
#pragma once

#include <tieuchi/criterion.hpp>
#include <tieuchi/document.hpp>
#include <tieuchi/fact.hpp>
#include <tieuchi/source.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tieuchi::impl::model {

using index = std::uint32_t;
inline constexpr index none = UINT32_MAX;

enum class value_type : std::uint8_t { truth, number, percent, date, options };

enum class operation : std::uint8_t {
    truth,           ///< constant: `constant` is 0 or 1
    number,          ///< constant: `constant` in units of 10^-scale
    fact,            ///< the value of fact `at_index`; a truth when the fact is yes_no, else a number
    in_options,      ///< fact `at_index` is one of the options in `mask`
    in_reading,      ///< the option chosen for reading `at_index` is in `mask`
    in_outcomes,     ///< in a tally: the sub-unit's outcome is in `mask`
    every_criterion, ///< every criterion of the standard itself is met or not applicable
    criterion_met,   ///< criterion `at_index` is met
    compare,         ///< `left` rel `right`
    share,           ///< `left` rel (`constant` x 10^-scale) x `right`; not applicable when `right` is zero
    add,
    subtract,
    multiply, ///< `left` x (`constant` x 10^-scale_of_constant)
    negate,   ///< not `left`
    both,
    either,
};

enum class relation : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };

/// The smallest and largest value that a number can have, in units of 10^-scale.
struct range {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

struct expression {
    operation op = operation::truth;
    value_type type = value_type::truth;
    model::relation relation = relation::equal;
    std::uint8_t scale = 0;          ///< of a number: digits after the point; of a share: those of `constant`
    std::uint8_t constant_scale = 0; ///< of multiply: digits after the point of `constant`
    index left = none;
    index right = none;
    index at_index = none;
    std::int64_t constant = 0;
    std::uint64_t mask = 0;
    range bounds;
    span at;
};

using arena = std::vector<expression>;

struct standard;

/// How a fact is counted from sub-units: over each kind, those for which the condition holds.
struct tally {
    struct over {
        std::string kind;
        const model::standard* standard = nullptr; ///< the sub-unit's standard, in the same document
        index where = none;                        ///< among the expressions of that standard; none: every sub-unit of the kind
    };
    index fact = none;
    std::vector<over> kinds;
};

struct criterion {
    tieuchi::criterion shown;
    index when = none;
    std::vector<index> only_where;
    std::vector<index> unless;
    span at;
};

struct exclusion {
    tieuchi::exclusion shown;
    index when = none;
};

struct outcome {
    tieuchi::outcome shown;
    index when = none; ///< none: otherwise
};

struct window {
    month_day first;
    month_day last;
    std::string cite;
};

struct deadline {
    month_day before;
    labels by;
    std::string cite;
};

struct standard {
    std::string name;
    labels title;
    std::vector<std::string> kinds;
    std::vector<std::string> cites;
    std::shared_ptr<const tieuchi::document> document;
    std::optional<model::window> window;
    std::optional<model::deadline> deadline;
    std::vector<fact> facts; ///< fact 0 is `kind`
    std::vector<reading> readings;
    std::vector<criterion> criteria; ///< each before its children
    std::vector<exclusion> exclusions;
    std::vector<outcome> outcomes;
    std::vector<tally> tallies;
    arena expressions;
};

/// Largest count; every product that a rule can form from it is checked to fit in 64 bits.
inline constexpr std::int64_t largest_count = 999'999'999'999;
/// Largest size of a number's whole part when the rules give no bounds.
inline constexpr std::int64_t largest_number = 999'999'999;
/// Bytes of a clause's whole name: each part holds the names of those that it is in.
inline constexpr std::size_t longest_clause = 256;
/// Digits after the point of a percent fact.
inline constexpr std::uint8_t percent_scale = 4;
/// Options of one fact, and outcomes of one standard, with `not_subject`.
inline constexpr std::size_t most_options = 64;

[[nodiscard]] constexpr std::int64_t power_of_ten(unsigned digits) noexcept {
    std::int64_t p = 1;
    while (digits-- > 0) { p *= 10; }
    return p;
}

/// Room for sums and products of two 64-bit numbers.
__extension__ using int128 = __int128;

} // namespace tieuchi::impl::model
