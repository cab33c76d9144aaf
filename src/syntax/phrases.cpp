// SPDX-License-Identifier: Apache-2.0
// Definitions of hints.hpp: what people write in ordinary English that the language says in another way.
#include "base/utf8.hpp"
#include "syntax/hints.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

using namespace literals;

namespace {

/// `2/3 of members`, `a / 12`
[[nodiscard]] std::string hint_on_division(const surroundings& here) {
    if (here.found.kind != "/"_sign && here.found.text != "÷") { return {}; }
    if (here.kind_before(2) == "most"_word) {
        return "there is no division; a quota is a percentage, as in `at most 20% of all`";
    }
    if (starts_with_digit(here.text_before()) && starts_with_digit(here.next.text) && here.after_next.kind == "of"_word) {
        const std::string part(here.text_before());
        const std::string whole(here.next.text);
        return "there is no division; for `a >= " + part + '/' + whole + " of b` write `" + whole + " * a >= " + part + " * b`";
    }
    return "there is no division; for `a / b >= 3` write `a >= 3 * b`; a share is compared as `part >= 70% of whole`";
}

/// `70 <= total < 90`, `a between 3 and 5`
[[nodiscard]] std::string hint_on_range(const surroundings& here, bool ends_statement) {
    constexpr lexeme_set comparing{"="_sign, "!="_sign, "<"_sign, "<="_sign, ">"_sign, ">="_sign};
    if (here.found.text == "between" || here.text_before() == "between") {
        return here.expected.is(level::facts) || here.expected.is(wanted::type)
                   ? "there is no `between`; a fact is bounded by `at least 3 at most 5`"
                   : "there is no `between`; write both ends, as in `a >= 3 and a <= 5`";
    }
    if (comparing.has(here.found.kind) && (ends_statement || here.expected.is(")"_sign))) {
        return "a comparison has two sides; write two, as in `70 <= a and a < 90`";
    }
    return {};
}

/// `good > 90`, `good 70 <= total < 90`, `good from 70 to 90`
[[nodiscard]] std::string hint_on_class(const surroundings& here) {
    const bool next_limits = here.next.kind == ">="_sign || here.next.kind == "otherwise"_word;
    if (here.expected.is("}"_sign) && (here.found.kind == "otherwise"_word || next_limits)) {
        return "classes stand with a comma between them: write one before `" + std::string(here.found.text) + '`';
    }
    if (!here.expected.is(wanted::class_limit)) { return {}; }
    if (here.found.kind == ">"_sign) {
        return "a limit belongs to its class, as in `good >= 70`; for more than 90 in steps of 0.5 write `>= 90.5`";
    }
    return "a class has the least total that it asks for, as in `good >= 70`, and reaches to the limit of the class before";
}

/// `a per 12`, `plus up to 5 points`, `at most 3 of all`, `for each parent`
[[nodiscard]] std::string hint_on_amount(const surroundings& here) {
    const std::string before(here.text_before());
    const std::string before_that(here.text_before(2));
    if (here.kind_before(2) == "per"_word && starts_with_digit(before) && here.expected.is(wanted::value)) {
        return "`per " + before + "` needs what there are " + before +
               " of, as in `fires per 1000 households`; to divide by a number, multiply the other side";
    }
    const bool changes = here.kind_before() == "plus"_word || here.kind_before() == "minus"_word;
    if (here.found.kind == "up"_word && changes) {
        return "what each thing counts comes first, as in `" + before +
               " 1 per visits up to 5`; what an assessor judges here is a `number` fact";
    }
    if (here.expected.is("%"_sign) && here.kind_before(2) == "most"_word && is_word(here.found.kind)) {
        return "a quota is a share, as in `at most 20% of all`; for a fixed number write `at most 100% of all`, and at its end "
               "`fewer than 1000000 at most " +
               before + '`';
    }
    constexpr lexeme_set counted{"less"_word, "plus"_word, "minus"_word};
    const bool for_each = here.found.kind == "for"_word && here.next.text == "each";
    if (for_each && counted.has(here.kind_before(2))) {
        return "write `per`, as in `" + before_that + ' ' + before + " per fires`";
    }
    if (for_each || (here.found.kind == "per"_word && (here.expected.is("of"_word) || here.kind_before() == "all"_word))) {
        return "a quota counts all subjects of a table; for a quota within groups, score each group as a table of its own";
    }
    return {};
}

/// `criterion 1 when a vi "…"`, `criterion 1 vi “…” when a`
[[nodiscard]] std::string hint_on_text(const surroundings& here) {
    constexpr std::array<std::string_view, 5> round_quotes{"“", "”", "„", "«", "‘"};
    if (is_word(here.found.kind) && std::find(round_quotes.begin(), round_quotes.end(), here.next.text) != round_quotes.end()) {
        return "put text in straight double quotation marks";
    }
    const bool is_language = here.found.text.size() == 2 && is_word(here.found.kind); // the most usual
    if (!here.expected.is(level::standard) || !is_language || !is_text(here.next.kind)) { return {}; }
    return "the text of a criterion or an outcome stands before its `when` and its points: `criterion 1 " +
           std::string(here.found.text) + ' ' + utf8::shortened(here.next.text) + " when …`";
}

[[nodiscard]] std::string hint_on_the_rest(const surroundings& here) {
    const std::string_view found = here.found.text;
    if ((found == "day" || found == "month" || found == "year") && starts_with_digit(here.text_before())) {
        return "write `" + std::string(here.text_before()) + ' ' + std::string(found) + "s`, also after 1";
    }
    if (here.expected.is(wanted::clause) && is_text(here.found.kind) && here.kind_before() == ","_sign) {
        return "a `cite` names clauses of one document; instead of the comma write a second one, `cite " +
               utf8::shortened(found) + " …`";
    }
    return {};
}

} // namespace

std::string hint_on_phrase(const surroundings& here, bool ends_statement) {
    std::string help = hint_on_division(here);
    if (help.empty()) { help = hint_on_range(here, ends_statement); }
    if (help.empty()) { help = hint_on_class(here); }
    if (help.empty()) { help = hint_on_condition(here); }
    if (help.empty()) { help = hint_on_amount(here); }
    if (help.empty()) { help = hint_on_text(here); }
    return help.empty() ? hint_on_the_rest(here) : help;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
