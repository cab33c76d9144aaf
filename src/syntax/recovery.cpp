// SPDX-License-Identifier: Apache-2.0
// Definitions of recovery.hpp that find the next statement. What starts one is asked of the grammar.
#include "syntax/recovery.hpp"

#include "base/nearest.hpp"
#include "syntax/number_forms.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

using namespace literals;

namespace {

/// Words that a statement of a level starts with, and that nothing goes on with that was begun before.
struct starting_words {
    lexeme_set kinds;
    std::vector<std::string_view> spelled;
};

const starting_words& words_that_start(level where) {
    static const auto all = [] {
        constexpr std::array<level, 7> levels{level::file,     level::document,  level::standard, level::facts,
                                              level::criteria, level::amendment, level::example};
        std::array<starting_words, levels.size()> words;
        for (std::size_t at = 0; at < levels.size(); ++at) {
            words[at].kinds = expected_after(levels[at], {});
            // These go on with a condition, a criterion or a fact as well.
            for (const lexeme kind : {"at"_word, "in"_word, "not"_word, "points"_word, "total"_word}) {
                words[at].kinds.remove(kind);
            }
            words[at].spelled = words[at].kinds.words();
        }
        return words;
    }();
    return all[static_cast<std::size_t>(where)];
}

/// What may stand after the name of a fact.
const lexeme_set& fact_goes_on() {
    static const lexeme_set all = expected_after(level::facts, {lexeme::name});
    return all;
}

/// What may stand after the clause of a criterion.
const lexeme_set& criterion_goes_on() {
    static const lexeme_set all = expected_after(level::criteria, {lexeme::clause});
    return all;
}

/// Whether a statement of a level starts with these two tokens.
bool starts_with_both(const state& reading, level where, iterator at) {
    const bool worth_asking = is_keyword(at->kind) && at + 1 < reading.end();
    return worth_asking && open_statement(reading, where, at, 2).length == 2;
}

/// What goes on with a criterion or a fact, though it may start a statement too.
bool continues_statement(iterator at) { return at->kind == "at"_word || at->kind == "cite"_word || at->kind == "note"_word; }

/// What can only be a statement of a standard, wherever a line starts with it.
bool starts_in_standard(const state& reading, iterator at) {
    if (continues_statement(at)) { return false; }
    if (at->kind == "criterion"_word && at + 2 < reading.end() && at[2].kind == "is"_word) { return false; }
    return starts_with_both(reading, level::standard, at);
}

bool starts_in_example(const state& reading, iterator at) {
    return at->kind == "expect"_word || starts_with_both(reading, level::example, at);
}

bool starts_fact(iterator at) {
    return is_word(at->kind) && at->kind != "from"_word &&
           (is_type(at[1].kind) || (at[1].kind == "="_sign && !is_keyword(at->kind)));
}

/// What was passed over so far of a bad fact.
struct trail {
    iterator before = nullptr; ///< the last token
    std::size_t parentheses = 0;

    void pass(iterator at) {
        if (at->kind == "("_sign) { ++parentheses; }
        if (at->kind == ")"_sign && parentheses > 0) { --parentheses; }
        before = at;
    }
};

/// Whether a line may go on with a name after that token: a word or an operator that something has to follow, or a slip of one.
bool is_to_be_continued(const state& reading, iterator at) {
    constexpr lexeme_set ending{")"_sign, "}"_sign, "%"_sign, ":"_sign, "."_sign};
    constexpr std::array<std::string_view, 3> joining{"where", "and", "for"};
    if (at == nullptr || is_text(at->kind)) { return false; }
    if (!is_word(at->kind)) {
        const std::string_view text = reading.text(at);
        return !ending.has(at->kind) && text != "]" && text != ";";
    }
    return is_keyword(at->kind) ? !is_type(at->kind) : !impl::nearest(reading.text(at), joining).empty();
}

bool is_language(iterator at) {
    const std::uint32_t length = at->end - at->begin;
    return (length == 2 || length == 3) && is_name(at->kind);
}

/// Whether the token is the first of texts up to the end of the line, after which a list goes on or ends.
bool is_list_element(iterator at) {
    bool text = false;
    for (bool on_line = true; on_line && (is_text(at->kind) || is_language(at));) {
        text = is_text(at->kind);
        ++at;
        on_line = !at->first_on_line && at->kind != lexeme::end;
    }
    return text && (at->kind == ","_sign || at->kind == ")"_sign);
}

/// Whether a line that starts so is meant for a fact, though no type follows the first word. What continues a fact on another line
/// starts with a keyword, with a language before a text, or in the midst of a list or an expression.
bool may_start_fact(const state& reading, iterator at, const trail& behind) {
    constexpr lexeme_set joining{"and"_word,    "or"_word, "is"_word, "in"_word, "not"_word, "of"_word, "where"_word,
                                 "unless"_word, ","_sign,  ")"_sign,  "="_sign,  "!="_sign,  "<"_sign,  "<="_sign,
                                 ">"_sign,      ">="_sign, "+"_sign,  "-"_sign,  "*"_sign,   "/"_sign,  "%"_sign};
    constexpr std::string_view foreign = "== <> =< => && & || |";
    const std::string_view name = reading.text(at);
    if (behind.parentheses > 0 || !is_word(at->kind) || is_keyword(at->kind)) { return false; }
    if (starts_with_digit(name)) {
        const bool names = std::any_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
        if (!names || name.find('.') != std::string_view::npos) { return false; }
    }
    const iterator next = at + 1;
    if (next == reading.end()) { return true; }
    if (is_text(next->kind) && is_language(at)) { return false; }
    if (is_list_element(next)) { return false; }
    if (!next->first_on_line && is_word(next->kind) && !is_keyword(next->kind)) {
        return true;
    } // no expression has two names in a row
    if (is_to_be_continued(reading, behind.before)) { return false; }
    const bool dashed =
        next->kind == "-"_sign && reading.is_adjacent(next) && is_word(next[1].kind) && reading.is_adjacent(next + 1);
    const bool joins =
        joining.has(next->kind) || (next->kind == lexeme::stray && foreign.find(reading.text(next)) != std::string_view::npos);
    return dashed || !joins;
}

bool starts_criterion(iterator at) {
    if (!is_word(at->kind) || is_keyword(at->kind)) { return false; }
    const iterator next = at + 1;
    if (is_text(next->kind) || next->kind == "{"_sign) { return true; }
    if (is_spelled(next->kind) && criterion_goes_on().has(next->kind)) { return true; }
    return is_language(next) && is_text(next[1].kind);
}

/// Whether the token is one of the words, or a slip of one.
bool is_slip_of(const state& reading, iterator at, const starting_words& words) {
    if (words.kinds.has(at->kind) && is_spelled(at->kind)) { return true; }
    return at->end - at->begin > 3 && is_word(at->kind) && !is_keyword(at->kind) &&
           !impl::nearest(reading.text(at), words.spelled).empty();
}

/// What starts a line and may well be a statement of this level, if a wrong one.
bool seems_to_start(const state& reading, level where, iterator at, const trail& behind) {
    switch (where) {
    case level::file:
    case level::amendment: return is_slip_of(reading, at, words_that_start(where));
    case level::document: return is_slip_of(reading, at, words_that_start(where)) || starts_with_both(reading, where, at);
    case level::standard: {
        // `outcome is met` and `criterion 6.1 is met` may start a line of an expression.
        const bool asks =
            at + 1 < reading.end() && (at[1].kind == "is"_word || (at->kind == "criterion"_word && at[2].kind == "is"_word));
        return (is_slip_of(reading, at, words_that_start(where)) && !asks) || starts_in_standard(reading, at);
    }
    case level::facts: return starts_fact(at) || may_start_fact(reading, at, behind);
    case level::criteria: return starts_criterion(at);
    case level::example: return is_slip_of(reading, at, words_that_start(where)) || starts_in_example(reading, at);
    }
    return false;
}

/// Whether a statement starts with this word, or with a slip of it.
bool starts_with(const state& reading, iterator at, std::string_view word) {
    return is_slip_of(reading, at, {{word_kind(word)}, {word}});
}

/// The level of the statements in the block whose brace comes after `before`, in a statement of level `where` that starts at `start` and
/// is wrong. `file` when there is no telling: then nothing in it is read.
level level_of_block(const state& reading, level where, iterator start, iterator before) {
    constexpr lexeme_set combining{"of"_word, "all"_word, "any"_word, "none"_word};
    if (where == level::file) {
        if (starts_with(reading, start, "document")) { return level::document; }
        if (starts_with(reading, start, "standard")) { return level::standard; }
        if (starts_with(reading, start, "amend")) { return level::amendment; }
        if (starts_with(reading, start, "example")) { return level::example; }
        return level::file;
    }
    const bool has_facts = where == level::document || where == level::standard || where == level::amendment;
    if (has_facts && starts_with(reading, start, "facts")) { return level::facts; }
    const bool has_criteria = where == level::standard || where == level::criteria || where == level::amendment;
    return has_criteria && before != nullptr && combining.has(before->kind) ? level::criteria : level::file;
}

/// Whether a statement starts with the token that starts this line, however wrong what stands before it is.
bool surely_starts(const state& reading, level where, iterator at) {
    return starts_further_out(reading, where, at) || (where == level::file && starts_with_both(reading, where, at)) ||
           (where == level::standard && starts_in_standard(reading, at)) ||
           (where == level::example && starts_in_example(reading, at));
}

/// Whether the line that this token starts is the next statement; `depth` counts the braces that are open.
bool starts_next(const state& reading, level where, iterator at, std::size_t depth, const trail& behind) {
    return surely_starts(reading, where, at) || (depth == 0 && seems_to_start(reading, where, at, behind));
}

/// The level of the statements in the block that a bad statement opens at `at`; `file` where none is opened that can be read.
level level_inside(const state& reading, level where, iterator start, iterator at, iterator before) {
    const bool opens = at->kind == "{"_sign && reading.may_nest();
    return opens ? level_of_block(reading, where, start, before) : level::file;
}

/// The depth in braces after this token.
std::size_t depth_after(iterator at, std::size_t depth) {
    if (at->kind == "{"_sign) { return depth + 1; }
    return at->kind == "}"_sign && depth > 0 ? depth - 1 : depth;
}

/// From where a bad statement starts to where it is wrong.
trail passed_over(level where, iterator start, iterator wrong) {
    trail behind;
    if (where == level::facts) { // which has no blocks in it, so that no text is passed over twice
        for (iterator at = start; at < wrong; ++at) { behind.pass(at); }
    } else if (wrong != start) {
        behind.before = wrong - 1;
    }
    return behind;
}

} // namespace

bool starts_further_out(const state& reading, level where, iterator at) {
    if (where == level::file || at == reading.end()) { return false; }
    if (starts_with_both(reading, level::file, at)) { return true; }
    if ((where != level::facts && where != level::criteria) || continues_statement(at)) { return false; }
    if (where == level::criteria && at->kind == "criterion"_word && !starts_with_digit(reading.text(at + 1))) {
        return false; // one too many words
    }
    return starts_in_standard(reading, at) || starts_with_both(reading, level::amendment, at) ||
           (where == level::facts && starts_with_both(reading, level::document, at));
}

bool is_type(lexeme kind) { return is_spelled(kind) && fact_goes_on().has(kind); }

bool seems_statement(const state& reading, level where, iterator at) {
    return at != reading.end() && seems_to_start(reading, where, at, {});
}

iterator next_statement(state& reading, level where, iterator start, iterator wrong) {
    iterator at = wrong;
    trail behind = passed_over(where, start, wrong);
    if (where == level::facts && at == start && at->kind == ","_sign) { ++at; } // between two facts makes no list of them
    std::size_t depth = reading.open_braces();
    while (at != reading.end() && !reading.stopped()) {
        if (at != start && at->first_on_line && starts_next(reading, where, at, depth, behind)) { break; }
        if (depth == 0 && at->kind == "}"_sign && where != level::file) { break; }
        const level inside = depth == 0 ? level_inside(reading, where, start, at, behind.before) : level::file;
        if (inside == level::file) {
            depth = depth_after(at, depth);
            behind.pass(at);
            ++at;
            continue;
        }
        at = read_block(reading, inside, at);
        if (inside != level::criteria) { return at; } // nothing of the statement can follow
        behind.before = nullptr;
    }
    return at;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
