// SPDX-License-Identifier: Apache-2.0
// Definitions of recovery.hpp that word a mistake: what was expected, what was found, and what was probably meant.
#include "base/nearest.hpp"
#include "base/utf8.hpp"
#include "syntax/hints.hpp"
#include "syntax/recovery.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

using namespace literals;

namespace {

std::string lowered(std::string_view word) {
    std::string low(word);
    for (char& c : low) {
        if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
    }
    return low;
}

bool has_combining_mark(std::string_view token) {
    for (std::size_t at = 0; at < token.size();) {
        const utf8::decoded point = utf8::decode(token, at);
        if (utf8::display_width(point.value) == 0) { return true; }
        at += point.bytes;
    }
    return false;
}

/// The token as a message names it.
std::string shown(std::string_view token) {
    if (token.empty()) { return "the end of the file"; }
    const utf8::decoded point = utf8::decode(token, 0);
    const bool unseen = point.value == 0xA0U || point.value == 0x3000U || (point.value >= 0x2000U && point.value <= 0x200AU) ||
                        utf8::display_width(point.value) == 0;
    if (unseen && point.bytes == token.size()) { return utf8::code_point_name(point.value); }
    return '`' + utf8::shortened(token) + '`';
}

/// Whether a keyword stands where only something with a value makes sense: before an operator.
bool stands_as_name(lexeme next) {
    constexpr lexeme_set operators{"="_sign, "!="_sign, "<"_sign, "<="_sign, ">"_sign,  ">="_sign, "+"_sign,
                                   "-"_sign, "*"_sign,  ")"_sign, ","_sign,  "is"_word, "in"_word};
    return operators.has(next);
}

/// Whether a keyword in the place of a condition ends it, being none of the words that go on: `x and part`.
bool ends_as_name(const surroundings& here) {
    constexpr lexeme_set going_on{"and"_word,  "or"_word,        "not"_word,     "is"_word,    "in"_word,       "of"_word,
                                  "when"_word, "where"_word,     "unless"_word,  "only"_word,  "needs"_word,    "note"_word,
                                  "cite"_word, "criterion"_word, "outcome"_word, "every"_word, "previous"_word, "otherwise"_word};
    constexpr lexeme_set ending{"and"_word, "or"_word, "}"_sign};
    return !going_on.has(here.found.kind) && (here.ends_line() || ending.has(here.next.kind));
}

/// A keyword where a name had to be. No message when that is not what is wrong: a keyword on another line, say, may well be right and a
/// name before it missing.
remark keyword_as_name(const surroundings& here) {
    const bool as_name = here.expected.is(wanted::name) || here.expected.is(wanted::number_or_name);
    const bool as_value =
        here.expected.is(wanted::condition) || here.expected.is(wanted::value) || here.expected.is(wanted::expression);
    const lexeme found = here.found.kind;
    const bool before_operator = stands_as_name(here.next.kind) || here.next.text == "==";
    const bool next_line = here.on_next_line() && here.expected.what != wanted::statement;
    const bool names_value =
        as_value && found != "criterion"_word && (is_type(found) || before_operator || (!next_line && ends_as_name(here)));
    const bool names_fact =
        here.expected.is(level::facts) && found != "from"_word && (is_type(here.next.kind) || here.next.kind == "="_sign);
    const bool names = as_name && (!next_line || before_operator || here.next.kind == "otherwise"_word);
    if (!names && !names_value && !names_fact) { return {}; }
    return say<diag::keyword_as_name>(here.found.text, here.found.text);
}

/// Whether a word may stand for a clause of a law: `6.3.đ`, `12`, `a`.
bool may_be_clause(const lump& found) {
    return found.kind == lexeme::clause || is_digits(found.kind) ||
           (is_name(found.kind) && found.text.find('_') == std::string_view::npos);
}

/// Whether a word at the start of a statement seems to name a fact: something follows it that may be its type.
bool seems_fact_name(const surroundings& here) {
    const std::string_view found = here.found.text;
    const auto in_a_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return here.expected.is(level::facts) && (is_word(here.next.kind) || here.next.kind == "="_sign) && !here.ends_line() &&
           std::any_of(found.begin(), found.end(), in_a_name);
}

/// A word that is no name where a name is expected, or may well be meant for one.
bool is_bad_name(const surroundings& here) {
    if (is_name(here.found.kind)) { return false; }
    const expectation& expected = here.expected;
    if (expected.is(wanted::name) || expected.is(wanted::number_or_name)) { return true; }
    const bool as_value = expected.is(wanted::condition) || expected.is(wanted::value) || expected.is(wanted::expression);
    const bool as_fact = expected.is(level::facts);
    return (as_value || as_fact) && (!starts_with_digit(here.found.text) || seems_fact_name(here));
}

/// Words that are no name or no clause, where one had to be. No message when that is not what is wrong.
remark bad_word(const surroundings& here) {
    const std::string_view found = here.found.text;
    if (!is_word(here.found.kind)) { return {}; }
    if (is_keyword(here.found.kind)) { return keyword_as_name(here); }
    if (is_keyword(lowered(found))) { return {}; }
    const bool as_clause = here.expected.is(wanted::clause) || here.expected.is(level::criteria);
    if (is_text(here.next.kind) && !as_clause && !is_name(here.found.kind)) { return {}; }
    if (starts_with_digit(found) && here.expected.is(wanted::number_or_name)) { return {}; } // as likely a number
    if (as_clause && !may_be_clause(here.found)) {
        return has_combining_mark(found) ? say<diag::mark_on_letter>(utf8::shortened(found))
                                         : say<diag::not_a_clause>(utf8::shortened(found));
    }
    return is_bad_name(here) ? say<diag::not_a_name>(utf8::shortened(found)) : remark{};
}

/// `candidates` are words that may be meant.
std::string hint_on_word(const surroundings& here, const lexeme_set& candidates) {
    const std::string_view found = here.found.text;
    if (!is_word(here.found.kind)) { return {}; }
    const std::string low = lowered(found);
    std::string help;
    if (low != found && is_keyword(low)) {
        help = "did you mean `" + low + "`?";
    } else if (!is_spelled(here.found.kind) || !candidates.has(here.found.kind)) {
        help = impl::did_you_mean(low, candidates.words());
    }
    if (help.empty() && is_text(here.next.kind) && !is_keyword(here.found.kind) && !here.expected.is(wanted::clause)) {
        help = "a language before a text is two or three small letters";
    }
    if (help.empty() && here.expected.is(wanted::text) && utf8::decode(found, 0).value >= 0x80U) {
        help = "put text in quotation marks";
    }
    return help;
}

/// Where a statement could have ended, `ends_statement`.
remark unexpected(const surroundings& here, const lexeme_set& candidates, std::string help, bool ends_statement) {
    remark error = say<diag::unexpected>(described(here.expected), shown(here.found.text));
    error.help = hint_on_phrase(here, ends_statement);
    if (error.help.empty()) { error.help = hint_on_number(here); }
    if (error.help.empty()) { error.help = hint_on_foreign(here.found.text); }
    if (error.help.empty()) { error.help = hint_on_word(here, candidates); }
    if (error.help.empty()) { error.help = std::move(help); }
    if (error.help.empty()) { error.help = way_to_write(here.expected); }
    return error;
}

void report(state& reading, const lump& found, remark error) {
    if (reading.is_spoilt(found.at)) { return; }
    const std::uint32_t end = reading.end_before(reading.end());
    const bool at_end = found.kind == lexeme::end;
    if (at_end) { reading.set_end_reported(); }
    const span at = at_end ? span{end, end} : state::span_of(found.at, found.past);
    reading.report(reading.error(std::move(error), at));
}

void report_unexpected(state& reading, const mistake& failure) {
    const surroundings here(reading, failure.where, failure.expected);
    remark error = bad_word(here);
    if (error.code == code_of<diag::not_a_name>) {
        if (std::string phrase = hint_on_condition(here); !phrase.empty()) { error.help = std::move(phrase); }
    }
    if (error.message.empty()) {
        std::string help = failure.help;
        const bool as_condition =
            !here.on_next_line() && (failure.expected.is(wanted::condition) || failure.expected.is(wanted::value));
        if (as_condition && here.found.kind == "criterion"_word) {
            help = "a criterion is asked for as in `criterion 6.1 is met`";
        }
        if (as_condition && here.found.kind == "outcome"_word) { help = "the outcome is asked for as in `outcome is met`"; }
        if (std::string pair = hint_on_pair(here); !pair.empty()) { help = std::move(pair); }
        error = unexpected(here, reading.missed_at(failure.where), std::move(help), false);
    }
    report(reading, here.found, std::move(error));
}

/// The help where no statement starts with what was found.
std::string hint_on_statement(level where, lexeme found) {
    if (where == level::file && is_keyword(found)) {
        return "a `}` above closes its block too early, or this stands outside of one";
    }
    if (where == level::file && found == "}"_sign) { return "no `{` is open here"; }
    if (where == level::criteria && found == "criterion"_word) {
        return "a criterion inside another is written without the word `criterion`";
    }
    if (found == "not"_word) { return "`not` stands before what it denies, or in `is not` and `not in`"; }
    if (found == ","_sign) { return "statements are not separated by anything"; }
    return hint_on_level(where);
}

} // namespace

void report_mistake(state& reading, level where, const statement_start& start, const mistake& failure) {
    // `unles x` reads as a criterion `unles` of which the rule is wrong. If its second word is no slip of what had to stand there,
    // but its first one is a slip of a word that continues the statement before, then that is what is wrong.
    if ((where == level::criteria || where == level::facts) && failure.where == start.at + 1 && failure.where != reading.end()) {
        const std::string_view first = reading.text(start.at);
        const std::string second = lowered(lump_at(reading, failure.where).text);
        if (first.size() > 2 && !is_keyword(start.at->kind) &&
            impl::nearest(second, reading.missed_at(failure.where).words()).empty() &&
            !impl::nearest(lowered(first), start.missed.words()).empty()) {
            return report_no_statement(reading, where, start);
        }
    }
    report_unexpected(reading, failure);
}

void report_no_statement(state& reading, level where, const statement_start& start) {
    const surroundings here(reading, start.at, expectation::of_statement(where));
    lexeme_set candidates = start.missed;
    candidates |= expected_after(where, {});
    remark error = bad_word(here);
    if (error.message.empty()) { error = unexpected(here, candidates, hint_on_statement(where, here.found.kind), true); }
    report(reading, here.found, std::move(error));
}

void report_unopened(state& reading, level where, iterator at) {
    const mistake failure{at, expectation::of_token("{"_sign), std::string(hint_on_brace(where))};
    if (!seems_statement(reading, where, at)) { throw failure; }
    report_unexpected(reading, failure);
}

void report_unclosed(state& reading, iterator opened, iterator at) {
    if (at != reading.end()) {
        const lump found = lump_at(reading, at);
        reading.report(reading.error(say<diag::brace_expected>(shown(found.text), reading.describe(opened)),
                                     state::span_of(found.at, found.past)));
    } else if (!reading.is_end_reported()) {
        reading.set_end_reported();
        reading.report(reading.error(say<diag::brace_not_closed>(), {opened->begin, opened->end}));
    }
}

void throw_unclosed(const state& reading, iterator opened, iterator where, lexeme closing) {
    throw mistake{where, expectation::of_token(closing),
                  "the `" + std::string(reading.text(opened)) + "` of " + reading.describe(opened) + " is still open"};
}

std::string help_after_comma(iterator at) {
    constexpr lexeme_set closing{")"_sign, "}"_sign, "{"_sign, lexeme::end};
    return closing.has(at->kind) || at->first_on_line || is_keyword(at->kind) ? "a list has no comma after its last element" : "";
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
