// SPDX-License-Identifier: Apache-2.0
/// \file
/// The model: documents and standards with every name resolved, every type known and every bound proved.
///
/// Expressions are kept in an arena, operands before the expressions that use them, so that later stages are loops, never recursion.
#pragma once

#include "syntax/tree.hpp"

#include <tieuchi/criterion.hpp>
#include <tieuchi/difference.hpp>
#include <tieuchi/document.hpp>
#include <tieuchi/fact.hpp>
#include <tieuchi/quota.hpp>
#include <tieuchi/source.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::model {

using index = std::uint32_t;
inline constexpr index none = UINT32_MAX;

/// `rate` and `duration` occur only as parts of other expressions: a rate is compared or rounded, a duration is added to a date.
enum class value_type : std::uint8_t { truth, number, percent, date, options, rate, duration };

enum class operation : std::uint8_t {
    truth,           ///< constant: `constant` is 0 or 1
    number,          ///< constant: `constant` in units of 10^-scale
    fact,            ///< the value of fact `at_index`; a truth when the fact is yes_no, else a number
    in_options,      ///< fact `at_index` is one of the options in `mask`
    in_reading,      ///< the option chosen for reading `at_index` is in `mask`
    in_outcomes,     ///< in a tally: the sub-unit's outcome is in `mask`
    in_values,       ///< the option of a table, `left`, is in `mask`
    every_criterion, ///< every criterion of the standard itself is met or not applicable
    criterion_met,   ///< criterion `at_index` is met
    applies,         ///< yes where the number `left` has a value, else no
    applicable,      ///< yes where the truth `left` is not `not applicable`, else no
    accepted,        ///< `left`, with not applicable taken for yes
    only_where,      ///< `right`, a truth or a number, where `left` is yes; else not applicable, or no value
    not_zero,        ///< the number `left` is not zero
    compare,         ///< `left` rel `right`
    share,           ///< `left` rel (`constant` x 10^-scale) x `right`; not applicable when `right` is zero
    add,
    subtract,
    multiply,  ///< `left` x (`constant` x 10^-scale_of_constant)
    product,   ///< `left` x `right`
    rate,      ///< `left` per `constant` x 10^-constant_scale of `right`; has no register of its own
    divide,    ///< `left` x `constant` / (`right` x `over`), rounded to `unit`s by `mode`; 0 where `right` is zero
    round,     ///< `left` rounded to `unit` by `mode`
    clamp,     ///< `left`, but not beyond `bounds`
    minimum,   ///< the smaller of `left` and `right`
    maximum,   ///< the larger
    choose,    ///< by the truth `left`: `right` where yes, `third` where no, `fourth` where not applicable
    table,     ///< the value of the first line of table `at_index` whose condition holds
    lookup,    ///< lookup `at_index` of `left`, or of `left` in `right`
    count_met, ///< how many of the criteria in list `at_index` are met
    months,    ///< the date `left` and `constant` months
    day,       ///< a day that the selection tells: `constant` is a `known_day`
    negate,    ///< not `left`
    both,
    either,
};

/// Whether an operation makes a number of numbers by sums, products and bounds.
[[nodiscard]] constexpr bool is_arithmetic(operation op) noexcept {
    return op == operation::add || op == operation::subtract || op == operation::multiply || op == operation::product ||
           op == operation::round || op == operation::clamp;
}

enum class known_day : std::uint8_t { rules_date, period_first, period_last };

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
    rounding_mode mode = rounding_mode::half_up;
    bool may_not_apply = false; ///< it can have no value: a fact that not every kind has, a share of nothing
    index left = none;
    index right = none;
    index third = none;
    index fourth = none;
    index at_index = none; ///< of a table of options: the list of them in `choices`
    std::int64_t constant = 0;
    std::int64_t unit = 0; ///< of a rounding: to multiples of this, in units of 10^-scale; of divide see `over`
    std::int64_t over = 1; ///< of divide: what `right` is multiplied with
    std::uint64_t mask = 0;
    range bounds;
    span at;
};

using arena = std::vector<expression>;

struct standard;

/// A table that is evaluated line by line, up to the first that holds.
struct table {
    struct line {
        index when = none; ///< none: otherwise
        index value = none;
    };
    std::vector<line> lines;
};

/// A table over the value of one number: limits in order, and the value from each limit on.
struct lookup {
    model::relation relation = relation::greater_equal;
    std::uint8_t scale = 0;           ///< digits after the point of the limits
    std::vector<std::int64_t> limits; ///< hardest first
    std::vector<std::int64_t> values; ///< one more than limits: the last is otherwise
};

using aggregate = syntax::aggregate;

/// How a fact is derived from sub-units: of each kind, from those for which the condition holds.
struct tally {
    struct over {
        std::string kind;
        const model::standard* standard = nullptr; ///< the sub-unit's standard, in the same document
        index where = none;                        ///< among the expressions of that standard; none: every sub-unit of the kind
        index value = none;                        ///< what is summed or compared, among the same; none of a count
    };
    index fact = none;
    aggregate what = aggregate::count;
    std::int64_t unit = 0; ///< of a mean: rounded to multiples of this, in the fact's own units
    rounding_mode mode = rounding_mode::half_up;
    std::vector<over> kinds;
};

/// A fact that is the outcome of another standard, of the same subject or of the body that it is a sub-unit of.
struct link {
    index fact = none;
    std::string standard;
    bool of_parent = false;
    span at;
};

struct criterion {
    tieuchi::criterion shown;
    index when = none;
    std::vector<index> only_where;
    std::vector<index> unless;
    index points = none;   ///< of a scored one: what it gives
    index possible = none; ///< of a scored one: the most that it counts for
    bool may_not_apply = false;
    span at;
};

struct exit_rule {
    tieuchi::exit_rule shown;
    index when = none;
};

struct adjustment {
    tieuchi::adjustment shown;
    index when = none;
};

struct quota {
    tieuchi::quota shown;
    index highest = none;
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

/// Where something of a standard is written.
struct written_item {
    rule_item item = rule_item::criterion;
    std::string name;
    std::string document; ///< number of the document; empty of facts, quantities and readings
    source_ptr origin;
    span at;
    span parts; ///< of a criterion: the braces around its parts, which are items of their own; empty when it has none
};

struct standard {
    std::string name;
    labels title;
    std::vector<std::string> kinds;
    std::vector<std::string> cites;
    std::shared_ptr<const tieuchi::document> document;
    date from{};                                     ///< the first day on which this version is in force,
    std::optional<date> to;                          ///< and the first on which it no longer is
    std::string jurisdiction;                        ///< where it is in force; empty: wherever no other version is
    std::vector<std::string> amended_by;             ///< numbers of the documents that amended it, in their order
    document_status status = document_status::draft; ///< the weakest of all of them
    std::optional<model::window> window;
    std::optional<model::deadline> deadline;
    std::vector<fact> facts; ///< fact 0 is `kind`
    std::vector<reading> readings;
    std::vector<criterion> criteria; ///< each before its children
    std::vector<exit_rule> exits;
    std::vector<outcome> outcomes;
    std::vector<adjustment> adjustments;
    std::vector<quota> quotas;
    std::vector<tally> tallies;
    std::vector<link> links;
    std::vector<table> tables;
    std::vector<lookup> lookups;
    std::vector<std::vector<index>> criteria_lists; ///< of `count of criteria met`
    std::vector<std::vector<option>> choices;       ///< the options of tables
    index total = none;                             ///< none: not scored
    index maximum = none;
    std::optional<decimal> stated_points;
    std::optional<decimal> most_points; ///< the total is not more than this
    std::vector<written_item> texts;
    arena expressions;

    [[nodiscard]] bool in_force_on(date day) const noexcept { return from <= day && (!to || day < *to); }
};

/// What the outcome of another standard is called as a fact, by the title of that standard.
[[nodiscard]] labels label_of_link(const labels& title, std::string_view standard, bool of_parent);

/// The largest count; that the products which rules form from it fit in 64 bits is checked.
inline constexpr std::int64_t largest_count = 999'999'999'999;
/// Largest size of a number's whole part when the rules give no bounds.
inline constexpr std::int64_t largest_number = 999'999'999;
/// Bytes of a clause's full name, which includes the names of the clauses around it.
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

} // namespace TIEUCHI_NAMESPACE::impl::model
