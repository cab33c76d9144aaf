// SPDX-License-Identifier: Apache-2.0
/// \file
/// What people write in ordinary English that the language says in another way.
#pragma once

#include "syntax/guesses.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// The tokens around a mistake.
struct surroundings {
    std::string_view expected;
    std::string_view found;
    std::string_view next;
    std::string_view after_next;
    std::string_view before;      ///< the word or number right before, or empty
    std::string_view before_that; ///< the word or number before `before`, or empty
    char sign_before = '\0';      ///< the last character before, blanks left out
};

[[nodiscard]] inline surroundings surroundings_of(const state& in, iterator where, std::string_view expected,
                                                  std::string_view found, std::string_view next) {
    surroundings here{expected, found, next, {}, word_before(in.begin(), where), {}, '\0'};
    if (!next.empty()) { here.after_next = next_token(next.data() + next.size(), in.end()); }
    if (!here.before.empty()) { here.before_that = word_before(in.begin(), here.before.data()); }
    iterator at = where;
    while (at != in.begin() && static_cast<unsigned char>(at[-1]) <= 0x20U) { --at; }
    if (at != in.begin()) { here.sign_before = at[-1]; }
    return here;
}

[[nodiscard]] inline bool opens_with_figure(std::string_view token) { return !token.empty() && is_figure(token[0]); }

[[nodiscard]] inline bool is_comparison_sign(std::string_view token) {
    constexpr std::array<std::string_view, 6> signs{"=", "!=", "<", "<=", ">", ">="};
    return std::find(signs.begin(), signs.end(), token) != signs.end();
}

/// `2/3 of members`, `a / 12`
[[nodiscard]] inline std::string advise_on_division(const surroundings& here) {
    if (here.found != "/" && here.found != "÷") { return {}; }
    if (here.before_that == "most") { return "there is no division; a quota is a percentage, as in `at most 20% of all`"; }
    if (opens_with_figure(here.before) && opens_with_figure(here.next) && here.after_next == "of") {
        const std::string part(here.before);
        const std::string whole(here.next);
        return "there is no division; for `a >= " + part + '/' + whole + " of b` write `" + whole + " * a >= " + part + " * b`";
    }
    return "there is no division; for `a / b >= 3` write `a >= 3 * b`; a share is compared as `part >= 70% of whole`";
}

/// `70 <= total < 90`, `a between 3 and 5`
[[nodiscard]] inline std::string advise_on_range(const surroundings& here, bool ends_statement) {
    if (here.found == "between" || here.before == "between") {
        return here.expected == words_of(level::facts).expected || here.expected.starts_with("a type")
                   ? "there is no `between`; a fact is bounded by `at least 3 at most 5`"
                   : "there is no `between`; write both ends, as in `a >= 3 and a <= 5`";
    }
    if (is_comparison_sign(here.found) && (ends_statement || here.expected == "`)`")) {
        return "a comparison has two sides; write two, as in `70 <= a and a < 90`";
    }
    return {};
}

/// `good > 90`, `good 70 <= total < 90`, `good from 70 to 90`
[[nodiscard]] inline std::string advise_on_class(const surroundings& here) {
    if (here.expected == "`}`" && (here.found == "otherwise" || here.next == ">=" || here.next == "otherwise")) {
        return "classes stand with a comma between them: write one before `" + std::string(here.found) + '`';
    }
    if (here.expected != "`>=` or `otherwise`") { return {}; }
    if (here.found == ">") {
        return "a limit belongs to its class, as in `good >= 70`; for more than 90 in steps of 0.5 write `>= 90.5`";
    }
    return "a class has the least total that it asks for, as in `good >= 70`, and reaches to the limit of the class before";
}

/// `a is 5`, `a at least 5`, `a more than 5`, `70% members`, `if a`
[[nodiscard]] inline std::string advise_on_condition(const surroundings& here) {
    if (here.found == "if") { return "write `when`"; }
    if (here.found == "exceeds" || (here.found == "more" && here.next == "than")) { return "write `>`"; }
    if (here.found == "less" && here.next == "than") { return "write `<`"; }
    const bool is_name = !here.found.empty() && here.found[0] >= 'a' && here.found[0] <= 'z';
    if (here.sign_before == '%' && is_name && here.expected.starts_with("a standard item")) {
        return "a share is `of` something: write `of " + std::string(here.found) + '`';
    }
    if (here.expected != "a name" || !opens_with_figure(here.found)) { return {}; }
    const std::string number(here.found);
    if (here.before == "is") { return "`is` asks for an option; of a number write `= " + number + '`'; }
    if (here.before_that == "at" && here.before == "least") { return "in a condition write `>= " + number + '`'; }
    if (here.before_that == "at" && here.before == "most") { return "in a condition write `<= " + number + '`'; }
    return {};
}

/// `a per 12`, `plus up to 5 points`, `at most 3 of all`, `for each parent`
[[nodiscard]] inline std::string advise_on_amount(const surroundings& here) {
    if (here.before_that == "per" && opens_with_figure(here.before) && here.expected == "a value") {
        return "`per " + std::string(here.before) + "` needs what there are " + std::string(here.before) +
               " of, as in `fires per 1000 households`; to divide by a number, multiply the other side";
    }
    if (here.found == "up" && (here.before == "plus" || here.before == "minus")) {
        return "what each thing counts comes first, as in `" + std::string(here.before) +
               " 1 per visits up to 5`; what an assessor judges here is a `number` fact";
    }
    if (here.expected == "`%`" && here.before_that == "most" && is_word(here.found)) {
        return "a quota is a share, as in `at most 20% of all`; for a fixed number write `at most 100% of all`, and at its end "
               "`fewer than 1000000 at most " +
               std::string(here.before) + '`';
    }
    if (here.found == "for" && here.next == "each" && has_word(" less plus minus ", here.before_that)) {
        return "write `per`, as in `" + std::string(here.before_that) + ' ' + std::string(here.before) + " per fires`";
    }
    if ((here.found == "for" && here.next == "each") ||
        (here.found == "per" && (here.expected == "`of`" || here.before == "all"))) {
        return "a quota counts all subjects of a table; for a quota within groups, score each group as a table of its own";
    }
    return {};
}

/// `criterion 1 when a vi "…"`, `criterion 1 vi “…” when a`
[[nodiscard]] inline std::string advise_on_text(const surroundings& here) {
    constexpr std::array<std::string_view, 5> round_quotes{"“", "”", "„", "«", "‘"};
    const auto opens = [&](std::string_view quote) { return here.next.starts_with(quote); };
    if (is_word(here.found) && std::any_of(round_quotes.begin(), round_quotes.end(), opens)) {
        return "a text stands between straight double quotation marks";
    }
    const bool is_language = here.found.size() == 2 && is_word(here.found); // the most usual
    if (!here.expected.starts_with("a standard item") || !is_language || !here.next.starts_with('"')) { return {}; }
    return "the text of a criterion or an outcome stands before its `when` and its points: `criterion 1 " +
           std::string(here.found) + ' ' + utf8::shortened(here.next) + " when …`";
}

/// How a phrase is written in the language; empty where none that we know stands here. `ends_statement` says whether a statement could
/// have ended before it.
[[nodiscard]] inline std::string advise_on_phrase(const surroundings& here, bool ends_statement) {
    std::string help = advise_on_division(here);
    if (help.empty()) { help = advise_on_range(here, ends_statement); }
    if (help.empty()) { help = advise_on_class(here); }
    if (help.empty()) { help = advise_on_condition(here); }
    if (help.empty()) { help = advise_on_amount(here); }
    if (help.empty()) { help = advise_on_text(here); }
    if (!help.empty()) { return help; }
    if ((here.found == "day" || here.found == "month" || here.found == "year") && opens_with_figure(here.before)) {
        return "write `" + std::string(here.before) + ' ' + std::string(here.found) + "s`, also after 1";
    }
    if (here.expected == "a clause" && here.found.starts_with('"') && here.sign_before == ',') {
        return "a `cite` names clauses of one document; instead of the comma write a second one, `cite " +
               utf8::shortened(here.found) + " …`";
    }
    return {};
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
