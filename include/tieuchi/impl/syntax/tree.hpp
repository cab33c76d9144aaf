// SPDX-License-Identifier: Apache-2.0
/// \file
/// The syntax tree: what stands in one rule file, in its order, each piece with the bytes it came from.
///
/// Nothing is resolved here: names are names, numbers are their text. Views point into the source, which the tree keeps.
/// Expressions live in one arena and name each other by index, so a tree of any depth is freed without recursion.
#pragma once

#include <tieuchi/source.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace tieuchi::impl::syntax {

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
    outcome,         ///< the word `outcome`
    every_criterion, ///< `every criterion is met`
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
    std::string_view digits; ///< of number, percent, percent_of, date
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

/// `from count of (kinds…) [where condition]`
struct tally {
    std::vector<word> kinds;
    expression_id where;
    span at;
};

using bound = std::variant<number, word>;

struct fact {
    word name;
    syntax::type type;
    texts labels;
    texts ask;
    texts evidence;
    std::optional<number> at_least;
    std::optional<bound> at_most;
    std::optional<month_day_literal> by;
    std::vector<word> only_for;
    std::optional<tally> from;
    std::vector<citation> cites;
    span at;
};

struct quantity {
    word name;
    expression_id value;
    texts labels;
    std::vector<citation> cites;
    span at;
};

using fact_item = std::variant<fact, quantity>;

struct facts {
    std::vector<fact_item> items;
    span at;
};

enum class combination : std::uint8_t { when, all_of, any_of, none_of, at_least, same_as };

struct criterion {
    word clause; ///< of a child: its own part only
    texts title;
    combination how = combination::when;
    expression_id when;
    std::optional<number> needed; ///< of at_least
    std::vector<criterion> children;
    std::optional<word> standard; ///< of same_as: none = this standard
    std::vector<word> same;       ///< of same_as
    std::vector<expression_id> only_where;
    std::vector<expression_id> unless;
    bool needs_judgement = false;
    texts note;
    std::vector<citation> cites;
    span at; ///< from the clause to the end
};

struct window {
    month_day_literal first;
    month_day_literal last;
    std::optional<citation> cite;
    span at;
};

struct deadline {
    month_day_literal before;
    texts by;
    std::optional<citation> cite;
    span at;
};

struct exclusion {
    expression_id when;
    texts labels;
    std::vector<citation> cites;
    span at;
};

struct reading {
    word name;
    std::vector<option> options;
    word standard_option; ///< the default
    texts labels;
    std::vector<citation> cites;
    span at;
};

struct outcome {
    word name;
    texts labels;
    expression_id when; ///< none: otherwise
    std::optional<citation> cite;
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
struct origin {
    literal address;
    span at;
};

using standard_item = std::variant<title, citation, note, window, deadline, exclusion, reading, facts, criterion, outcome>;

struct standard {
    word name;
    std::vector<word> kinds;
    std::vector<standard_item> items;
    span at;
};

using document_item = std::variant<title, issuer, status, in_force, replaces, origin, note, facts>;

struct document {
    literal number;
    std::vector<document_item> items;
    span at;
};

struct part {
    literal document;
    span at;
};

using file_item = std::variant<document, part, standard>;

/// One rule file.
struct tree {
    source_ptr source;
    std::vector<file_item> items;
    std::vector<expression> expressions;

    [[nodiscard]] const expression& operator[](expression_id id) const { return expressions[id.index]; }
};

} // namespace tieuchi::impl::syntax
