// SPDX-License-Identifier: Apache-2.0
// Definitions of recovery.hpp that word a mistake: what was expected, what was found, and what was probably meant.
#include "base/nearest.hpp"
#include "base/utf8.hpp"
#include "syntax/advice.hpp"
#include "syntax/figures.hpp"
#include "syntax/guesses.hpp"
#include "syntax/keywords.hpp"
#include "syntax/lexis.hpp"
#include "syntax/phrases.hpp"
#include "syntax/recovery.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

/// The words of `expected` in backticks, of several the first; and those that its name stands for.
std::vector<std::string_view> expected_words(std::string_view expected) {
    std::vector<std::string_view> words;
    for (std::size_t at = expected.find('`'); at != std::string_view::npos; at = expected.find('`', at)) {
        const std::size_t close = expected.find('`', at + 1);
        const std::string_view quoted = expected.substr(at + 1, close - at - 1);
        if (is_word(quoted)) { words.push_back(quoted.substr(0, quoted.find(' '))); }
        at = close + 1;
    }
    if (expected.starts_with("a type")) {
        words.insert(words.end(), {"yes_no", "count", "number", "percent", "date", "one", "ordered"});
    }
    if (expected == "a status") { words.insert(words.end(), {"official", "local", "draft", "illustrative"}); }
    return words;
}

void add_words(std::vector<std::string_view>& to, std::string_view spaced) {
    while (!spaced.empty()) {
        const std::size_t space = std::min(spaced.find(' '), spaced.size());
        if (space > 0) { to.push_back(spaced.substr(0, space)); }
        spaced.remove_prefix(std::min(space + 1, spaced.size()));
    }
}

std::string lowered(std::string_view word) {
    std::string low(word);
    for (char& one : low) {
        if (one >= 'A' && one <= 'Z') { one = static_cast<char>(one - 'A' + 'a'); }
    }
    return low;
}

bool is_name(std::string_view token) {
    const auto may_stand = [](char one) { return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '_'; };
    return !token.empty() && token[0] >= 'a' && token[0] <= 'z' && std::all_of(token.begin(), token.end(), may_stand);
}

bool is_clause(std::string_view token) {
    for (std::size_t at = 0; at < token.size();) {
        const utf8::decoded one = utf8::decode(token, at);
        const char32_t c = one.value;
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == U'đ' || c == U'Đ';
        if (!letter && !(c >= '0' && c <= '9') && c != '.') { return false; }
        at += one.bytes;
    }
    return true;
}

bool has_combining_mark(std::string_view token) {
    for (std::size_t at = 0; at < token.size();) {
        const utf8::decoded one = utf8::decode(token, at);
        if (utf8::display_width(one.value) == 0) { return true; }
        at += one.bytes;
    }
    return false;
}

/// The token as a message names it.
std::string shown(std::string_view token) {
    if (token.empty()) { return "the end of the file"; }
    const utf8::decoded one = utf8::decode(token, 0);
    const bool unseen = one.value == 0xA0U || one.value == 0x3000U || (one.value >= 0x2000U && one.value <= 0x200AU) ||
                        utf8::display_width(one.value) == 0;
    if (unseen && one.bytes == token.size()) { return utf8::code_point_name(one.value); }
    return '`' + utf8::shortened(token) + '`';
}

/// Whether a keyword stands where only something with a value makes sense: before an operator.
bool stands_as_name(std::string_view next) { return has_word(" = != < <= > >= == + - * ) , is in ", next); }

/// Whether a keyword in the place of a condition ends it, being none of the words that go on: `x and part`.
bool ends_as_name(std::string_view found, std::string_view next, bool ends_line) {
    return !has_word(" and or not is in of when where unless only needs note cite criterion outcome every previous otherwise ",
                     found) &&
           (ends_line || has_word(" and or } ", next));
}

/// Words that are no name or no clause, where one had to be. No message when that is not what is wrong: a keyword on another line,
/// say, may well be right and a name before it missing.
remark complain_of_word(std::string_view expected, std::string_view found, std::string_view next, bool next_line,
                        bool ends_line) {
    const bool as_name = expected == "a name" || expected == "a number or a name";
    const bool as_value = expected == "a condition" || expected == "a value" || expected == "an expression";
    const bool as_fact = expected == words_of(level::facts).expected;
    const bool as_clause = expected == "a clause" || expected == words_of(level::criteria).expected;
    if (!is_word(found)) { return {}; }
    if (is_keyword(found)) {
        const bool names_value =
            as_value && found != "criterion" &&
            (is_type_word(found) || stands_as_name(next) || (!next_line && ends_as_name(found, next, ends_line)));
        const bool names_fact = as_fact && found != "from" && (is_type_word(next) || next == "=");
        if ((as_name && (!next_line || stands_as_name(next) || next == "otherwise")) || names_value || names_fact) {
            return say<diag::keyword_as_name>(utf8::shortened(found), found);
        }
        return {};
    }
    if (is_keyword(lowered(found))) { return {}; }
    if (next.starts_with('"') && !as_clause && !is_name(found)) { return {}; }
    const bool starts_with_digit = is_figure(found[0]);
    if (starts_with_digit && expected == "a number or a name") { return {}; } // as likely a number
    if (as_clause && !is_clause(found)) {
        return has_combining_mark(found) ? say<diag::mark_on_letter>(utf8::shortened(found))
                                         : say<diag::not_a_clause>(utf8::shortened(found));
    }
    const auto in_a_name = [](char one) { return (one >= 'a' && one <= 'z') || one == '_'; };
    const bool names_fact =
        as_fact && (is_word(next) || next == "=") && !ends_line && std::any_of(found.begin(), found.end(), in_a_name);
    if ((as_name || as_value || as_fact) && !is_name(found) && (as_name || names_fact || !starts_with_digit)) {
        return say<diag::not_a_name>(utf8::shortened(found));
    }
    return {};
}

/// Where a statement could have ended, `candidates` are the words that may continue it or start the next.
remark complain(const state& in, std::string_view expected, std::string_view found, std::string_view next, std::string help,
                const std::vector<std::string_view>& candidates, bool ends_statement) {
    remark made = say<diag::unexpected>(expected, shown(found));
    const iterator where = found.empty() ? in.end() : found.data();
    made.help = advise_on_phrase(surroundings_of(in, where, expected, found, next), ends_statement);
    if (made.help.empty()) { made.help = advise_on_figures(in, expected, found, next); }
    if (made.help.empty()) { made.help = find_advice(foreign_tokens, found); }
    if (made.help.empty() && is_word(found)) {
        const std::string low = lowered(found);
        made.help = is_keyword(low) && low != found ? "did you mean `" + low + "`?" : impl::did_you_mean(low, candidates);
        if (low == found && std::find(candidates.begin(), candidates.end(), found) != candidates.end()) { made.help.clear(); }
        if (made.help.empty() && next.starts_with('"') && !is_keyword(found) && expected != "a clause") {
            made.help = "a language before a text is two or three small letters";
        }
        const utf8::decoded first = utf8::decode(found, 0);
        if (made.help.empty() && first.value >= 0x80U && expected == "a text") {
            made.help = "a text stands between quotation marks";
        }
    }
    if (made.help.empty()) { made.help = std::move(help); }
    if (made.help.empty()) { made.help = find_advice(ways_to_write, expected); }
    return made;
}

void report_complaint(state& in, iterator where, std::string_view found, remark made) {
    const span at = found.empty() ? in.span_of(in.text_end(), in.text_end()) : in.span_of(found);
    if (in.is_spoilt(where, at)) { return; }
    if (found.empty()) { in.set_end_reported(); }
    in.report(in.error(std::move(made), at));
}

} // namespace

void report_unexpected(state& in, iterator where, std::string_view expected, std::string help) {
    const std::string_view found = next_token(where, in.end());
    const std::string_view next = found.empty() ? found : next_token(found.data() + found.size(), in.end());
    const bool next_line = found.empty() || has_line_end(where, found.data());
    const bool ends_line = next.empty() || has_line_end(found.data() + found.size(), next.data());
    remark made = complain_of_word(expected, found, next, next_line, ends_line);
    if (made.code == code_of<diag::not_a_name>) {
        std::string phrase = advise_on_condition(surroundings_of(in, found.data(), expected, found, next));
        if (!phrase.empty()) { made.help = std::move(phrase); }
    }
    if (made.message.empty()) {
        const bool as_condition = !next_line && (expected == "a condition" || expected == "a value");
        if (as_condition && found == "criterion") { help = "a criterion is asked for as in `criterion 6.1 is met`"; }
        if (as_condition && found == "outcome") { help = "the outcome is asked for as in `outcome is met`"; }
        if (std::string pair = advise_on_pair(in, where, expected, found, next); !pair.empty()) { help = std::move(pair); }
        made = complain(in, expected, found, next, std::move(help), expected_words(expected), false);
    }
    report_complaint(in, where, found, std::move(made));
}

void report_mistake(state& in, level of, iterator start, iterator where, std::string_view expected, std::string help) {
    // `unles x` reads as a criterion `unles` of which the rule is wrong. If its second word is no slip of what had to stand there,
    // but its first one is a slip of a word that continues the statement before, then that is what is wrong.
    if (of == level::criteria || of == level::facts) {
        const std::string_view first = token_at(start, in.end());
        const std::string_view found = next_token(where, in.end());
        const bool second = next_token(start + first.size(), in.end()).data() == found.data() && !found.empty();
        std::vector<std::string_view> continued;
        add_words(continued, words_of(of).nearby);
        if (second && first.size() > 2 && !is_keyword(first) && impl::nearest(lowered(found), expected_words(expected)).empty() &&
            !impl::nearest(lowered(first), continued).empty()) {
            return report_no_statement(in, of, start);
        }
    }
    report_unexpected(in, where, expected, std::move(help));
}

void report_no_statement(state& in, level of, iterator at) {
    const std::string_view found = next_token(at, in.end());
    const std::string_view next = next_token(found.data() + found.size(), in.end());
    const level_words& words = words_of(of);
    std::string help(words.help);
    if (found == ",") { help = "statements are not separated by anything"; }
    if (found == "not") { help = "`not` stands before what it denies, or in `is not` and `not in`"; }
    if (of == level::criteria && found == "criterion") {
        help = "a criterion inside another is written without the word `criterion`";
    }
    if (of == level::file && found == "}") { help = "no `{` is open here"; }
    if (of == level::file && is_keyword(found)) {
        help = "a `}` above closes its block too early, or this stands outside of one";
    }
    std::vector<std::string_view> candidates;
    add_words(candidates, words.nearby);
    const bool ends_line = next.empty() || has_line_end(found.data() + found.size(), next.data());
    remark made = complain_of_word(words.expected, found, next, false, ends_line);
    if (made.message.empty()) { made = complain(in, words.expected, found, next, std::move(help), candidates, true); }
    report_complaint(in, at, found, std::move(made));
}

void report_unopened(state& in, level of, iterator at) {
    std::string help(words_of(of).opens);
    if (!seems_statement(in, of, at)) { throw mistake{at, "`{`", std::move(help)}; }
    report_unexpected(in, at, "`{`", std::move(help));
}

void report_unclosed(state& in, iterator opened, iterator at) {
    if (at != in.end()) {
        const std::string_view found = token_at(at, in.end());
        in.report(in.error(say<diag::brace_expected>(shown(found), in.describe(opened)), in.span_of(found)));
    } else if (!in.is_end_reported()) {
        in.set_end_reported();
        in.report(in.error(say<diag::brace_not_closed>(), in.span_of(opened, opened + 1)));
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
