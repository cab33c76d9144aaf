// SPDX-License-Identifier: Apache-2.0
/// \file
/// The syntax tree: what stands in one rule file, in its order, each piece with the bytes it came from, and the tokens that it is made
/// of, so that nothing of the file is lost.
///
/// Nothing is resolved here: names are names, numbers are their text. Views point into the source, which the tree keeps.
/// Expressions live in one arena and name each other by index, so a tree of any depth is freed without recursion.
#pragma once

#include "base/rounding.hpp"
#include "syntax/layout.hpp"
#include "syntax/token.hpp"

#include <tieuchi/source.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// A word: a name, a clause, a keyword's argument.
struct word {
    std::string_view text;
    span at;
};

/// What stands between the quotation marks, escapes still in it.
struct literal {
    std::string_view raw;
    span at; ///< marks included
};

struct text {
    std::optional<word> language;
    literal value;
};
using texts = std::vector<text>;

/// The digits as written, without sign or `%`; converted exactly by the check.
struct number {
    std::string_view digits;
    span at;
};

struct date_literal {
    std::string_view digits; ///< `2022-02-10`; whether that day exists is for the check
    span at;
};

struct month_day_literal {
    std::string_view digits; ///< `11-16`
    span at;
};

struct citation {
    std::optional<literal> document; ///< none: the document itself
    std::vector<word> clauses;
    span at;
};

/// Index into `tree::expressions`.
struct expression_id {
    static constexpr std::uint32_t none = UINT32_MAX;
    std::uint32_t index = none;
    explicit operator bool() const noexcept { return index != none; }
};

enum class operation : std::uint8_t {
    name,            ///< `words[0]`
    previous,        ///< `previous words[0]`
    number,          ///< `digits`
    percent,         ///< `digits` %
    percent_of,      ///< `digits` % of `left`
    date,            ///< `digits`
    duration,        ///< `digits words[0]`, such as `6 months`
    outcome,         ///< the word `outcome`
    outcome_of,      ///< `outcome of words[0]`, `… of parent`: `negated`
    total,           ///< the word `total`
    points_of,       ///< `points of words[0]`
    count_met,       ///< `count of criteria met [in words[0]]`
    every_criterion, ///< `every criterion is met`
    every_at_least,  ///< `every criterion at least digits %`
    criterion_is,    ///< `criterion words[0] is [not] met`; `negated`
    is,              ///< `left is [not] words[0]`; `negated`
    in,              ///< `left [not] in (words…)`; `negated`
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    add,
    subtract,
    multiply,
    per,    ///< `left per [digits] right`
    negate, ///< `not left`
    both,   ///< `left and right`
    either, ///< `left or right`
};

struct expression {
    operation op = operation::name;
    bool negated = false;
    span at; ///< the whole expression; parentheses around it not included
    expression_id left;
    expression_id right;
    std::string_view digits; ///< of number, percent, percent_of, date, duration, per, every_at_least
    std::vector<word> words;
};

struct option {
    word name;
    texts labels;
};

enum class type_name : std::uint8_t { yes_no, count, number, percent, date, one_of };

struct type {
    type_name name = type_name::yes_no;
    bool ordered = false;        ///< of one_of
    std::optional<number> scale; ///< of number
    std::vector<option> options; ///< of one_of
    span at;
};

/// `rounded to 0.1 half up`
struct rounding {
    number to;
    rounding_mode mode = rounding_mode::half_up;
    span at;
};

enum class aggregate : std::uint8_t { count, sum, mean, least, greatest };

/// `from count of (kinds…) [where condition]`, `from mean of value over (kinds…) [where condition] [rounding]`
struct tally {
    aggregate what = aggregate::count;
    expression_id value; ///< none of count
    std::vector<word> kinds;
    expression_id where;
    std::optional<syntax::rounding> rounded;
    span at;
};

struct fact {
    word name;
    syntax::type type;
    texts labels;
    texts ask;
    texts evidence;
    std::optional<number> at_least;
    std::optional<number> at_most;
    std::optional<word> at_most_fact; ///< the fact that bounds it
    std::optional<month_day_literal> by;
    std::vector<word> only_for;
    std::optional<tally> from;
    std::vector<citation> cites;
    span at;
};

/// One line of a table: `value when condition`.
struct table_line {
    expression_id value;
    expression_id when;
};

struct quantity {
    word name;
    expression_id value;           ///< of a table: that of its first line
    expression_id when;            ///< of a table: the condition of its first line; none: no table
    std::vector<table_line> lines; ///< of a table: its further lines
    expression_id otherwise;       ///< of a table
    std::optional<rounding> rounded;
    texts labels;
    std::vector<citation> cites;
    span at;
};

using fact_item = std::variant<fact, quantity>;

struct facts {
    std::vector<fact_item> items;
    span at;
};

/// How a criterion is decided by its condition or its parts. The last five are of scored ones.
enum class combination : std::uint8_t { when, all_of, any_of, none_of, at_least, same_as, sum, least, greatest, mean, score };

/// What a criterion gives.
enum class score_rule : std::uint8_t {
    none,
    levels,        ///< `points` when `when`, then `lines`, `otherwise`
    combination,   ///< `points` when the combination is met
    proportion,    ///< `points` in proportion to `of` [of `whole`]
    less,          ///< `points` less `each` per `of` [down to `bound`]
    group,         ///< of the parts; `points` is what they add up to
    up_to,         ///< of the parts, at most `points`
    judged,        ///< up to `points` [as `judged_as`] [step `each`]
    scale,         ///< by `of` [of `whole`]: `lines`, `otherwise`
    bonus,         ///< plus `each` when `when`
    bonus_per,     ///< plus `each` per `of` [up to `bound`]
    deduction,     ///< minus `each` when `when`
    deduction_per, ///< minus `each` per `of` [up to `bound`]
};

/// `5 points when condition`, `>= 90%: 5 points`
struct score_line {
    operation relation = operation::greater_equal; ///< of a scale
    std::optional<number> limit;                   ///< of a scale
    bool percent = false;                          ///< the limit is one
    number points;
    expression_id when; ///< of levels
    span at;
};

struct criterion {
    word clause; ///< of a child: its own part only
    texts title;
    combination form = combination::when;
    expression_id when;
    std::optional<number> needed; ///< of at_least
    std::vector<criterion> children;
    span parts; ///< the braces around the children
    score_rule scoring = score_rule::none;
    std::optional<number> points;
    std::optional<number> each;
    std::optional<word> judged_as; ///< the name in data of the points that an assessor gives
    std::optional<number> bound;
    std::optional<number> otherwise;
    std::vector<score_line> lines;
    expression_id quantity; ///< what is proportional to the points, or counted by `per`
    expression_id whole;
    std::optional<rounding> rounded;
    std::optional<word> standard; ///< of same_as: none = this standard
    std::vector<word> same;       ///< of same_as
    std::vector<expression_id> only_where;
    std::vector<expression_id> unless;
    bool needs_judgement = false;
    texts note;
    std::vector<citation> cites;
    span at;                  ///< from the clause to the end
    std::uint32_t origin = 0; ///< not 0: which amendment brought it in, as the check counts them
};

struct window {
    month_day_literal first;
    month_day_literal last;
    std::vector<citation> cites;
    span at;
};

struct deadline {
    month_day_literal before;
    texts by;
    std::vector<citation> cites;
    span at;
};

enum class exit_kind : std::uint8_t { not_subject, not_assessed, referred };

struct exit_rule {
    exit_kind kind = exit_kind::not_subject;
    texts to; ///< of referred: who decides
    expression_id when;
    texts labels;
    std::vector<citation> cites;
    span at;
};

struct reading {
    word name;
    std::vector<option> options;
    word default_option; ///< the default
    texts labels;
    std::vector<citation> cites;
    span at;
};

struct outcome {
    word name;
    texts labels;
    expression_id when; ///< none: otherwise
    std::vector<citation> cites;
    span at;
};

/// `good >= 70`, `weak otherwise`
struct class_limit {
    word name;
    texts labels;
    expression_id least; ///< none: otherwise
    std::vector<citation> cites;
    span at;
};

struct classes {
    std::vector<class_limit> bands;
    std::vector<citation> cites;
    span at;
};

enum class adjustment_kind : std::uint8_t { at_most, at_least, exactly };

struct adjustment {
    adjustment_kind kind = adjustment_kind::at_most;
    word outcome;
    expression_id when;
    texts labels;
    std::vector<citation> cites;
    span at;
};

/// `quota excellent at most 20% of good or better highest total first fewer than 5 at most 1`
struct quota {
    word outcome;
    number percent;
    std::optional<word> counted; ///< none: all
    bool or_better = false;
    expression_id highest; ///< none: the total
    std::optional<number> fewer_than;
    std::optional<number> then_at_most;
    std::vector<citation> cites;
    span at;
};

/// `points 100 [up to 110]`
struct stated_points {
    number points;
    std::optional<number> up_to;
    std::vector<citation> cites;
    span at;
};

/// `total rounded to 0.5 half up`
struct total_rounding {
    rounding rounded;
    std::vector<citation> cites;
    span at;
};

enum class policy : std::uint8_t { full, left_out, rescaled };

/// `not applicable counts as full`
struct not_applicable_policy {
    policy value = policy::full;
    std::vector<citation> cites;
    span at;
};

/// `places may only add`
struct only_add {
    std::vector<citation> cites;
    span at;
};

struct title {
    texts value;
    span at;
};
struct issuer {
    texts value;
    span at;
};
struct note {
    texts value;
    span at;
};
struct status {
    word value;
    span at;
};
struct in_force {
    date_literal from;
    std::optional<date_literal> to;
    span at;
};
struct replaces {
    literal document;
    span at;
};
struct amends {
    literal document;
    span at;
};
struct place_name {
    literal name;
    span at;
};
struct origin {
    literal address;
    span at;
};

using standard_item = std::variant<title, citation, note, window, deadline, exit_rule, reading, facts, criterion, outcome,
                                   classes, adjustment, quota, stated_points, total_rounding, not_applicable_policy, only_add>;

struct standard {
    word name;
    std::vector<word> kinds;
    std::vector<standard_item> items;
    span at;
};

using document_item = std::variant<title, issuer, status, in_force, replaces, amends, place_name, origin, note, facts>;

struct document {
    literal number;
    std::vector<document_item> items;
    span at;
};

struct part {
    literal document;
    span at;
};

/// `add criterion …`, `replace points 110`
struct addition {
    std::variant<criterion, exit_rule, adjustment, reading> item;
    span at;
};
struct replacement {
    std::variant<criterion, outcome, classes, stated_points, window, deadline> item;
    span at;
};
struct repeal {
    std::vector<word> clauses;
    span at;
};

using amendment_item = std::variant<addition, replacement, repeal, note, facts>;

/// `amend office_safety { … }`
struct amendment {
    word standard;
    std::vector<amendment_item> items;
    span at;
};

/// `previous crimes 3`, `staff 120`, `plan yes`; the value as it is written.
struct given {
    word name;
    bool previous = false;
    word value;
};
struct givens {
    std::vector<given> facts;
    span at;
};

/// The day, the place and the readings of an example.
struct example_day {
    date_literal on;
    span at;
};
struct example_reading {
    word name;
    word option;
    span at;
};

/// `87.5`, `70 to 80`
struct points_range {
    word least; ///< sign included
    std::optional<word> most;
};

struct expect_outcome {
    std::vector<word> names;
    span at;
};
struct expect_total {
    points_range range;
    span at;
};
struct expect_because {
    std::vector<word> clauses;
    span at;
};
enum class expected_status : std::uint8_t { met, not_met, unknown, not_applicable };
struct expect_criterion {
    word clause;
    expected_status status = expected_status::met;
    span at;
};
struct expect_points {
    word clause;
    points_range range;
    span at;
};

using example_item = std::variant<example_day, place_name, example_reading, givens, expect_outcome, expect_total, expect_because,
                                  expect_criterion, expect_points>;

/// `example "…" for office_safety { … }`
struct example {
    literal name;
    word standard;
    std::vector<example_item> items;
    span at;
};

using file_item = std::variant<document, part, standard, amendment, example>;

/// One rule file.
struct tree {
    source_ptr source;
    std::vector<file_item> items;
    std::vector<expression> expressions;
    std::vector<token> tokens;     ///< none of a file whose bytes are no text
    std::vector<setting> settings; ///< how each token is set off from the one before

    [[nodiscard]] const expression& operator[](expression_id id) const { return expressions[id.index]; }
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax
