// SPDX-License-Identifier: Apache-2.0
// Definitions of recovery.hpp that find the next statement.
#include "syntax/recovery.hpp"

#include "base/nearest.hpp"
#include "syntax/keywords.hpp"
#include "syntax/lexis.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The first tokens from a place on: enough to tell what starts there.
struct opening {
    std::string_view first;
    std::string_view second;
    std::string_view third; ///< after `criterion` only
};

opening opening_at(iterator at, iterator end) {
    opening found;
    found.first = next_token(at, end);
    if (!found.first.empty()) { found.second = next_token(found.first.data() + found.first.size(), end); }
    if (found.first == "criterion" && !found.second.empty()) {
        found.third = next_token(found.second.data() + found.second.size(), end);
    }
    return found;
}

bool opens_name(std::string_view token) { return !token.empty() && token[0] >= 'a' && token[0] <= 'z' && !is_keyword(token); }
bool opens_number(std::string_view token) { return !token.empty() && token[0] >= '0' && token[0] <= '9'; }
bool opens_text(std::string_view token) { return token.starts_with('"'); }

bool starts_in_file(const opening& at) {
    return (at.first == "standard" && opens_name(at.second)) || (at.first == "document" && opens_text(at.second)) ||
           (at.first == "part" && at.second == "of") || (at.first == "amend" && opens_name(at.second)) ||
           (at.first == "example" && opens_text(at.second));
}

/// What can only be a statement of a standard, wherever a line starts with it.
bool starts_in_standard(const opening& at) {
    return (at.first == "criterion" && (opens_number(at.second) || opens_name(at.second)) && at.third != "is") ||
           (at.first == "outcome" && opens_name(at.second)) || (at.first == "facts" && at.second == "{") ||
           (at.first == "reading" && opens_name(at.second)) || (at.first == "window" && opens_number(at.second)) ||
           (at.first == "decide" && at.second == "before") || (at.first == "classes" && at.second == "by") ||
           (at.first == "quota" && opens_name(at.second)) || (at.first == "exactly" && opens_name(at.second)) ||
           (at.first == "refer" && at.second == "to") || (at.first == "places" && at.second == "may") ||
           (at.first == "total" && at.second == "rounded") || (at.first == "points" && opens_number(at.second)) ||
           (at.first == "not" && (at.second == "subject" || at.second == "assessed" || at.second == "applicable"));
}

bool starts_in_document(const opening& at) {
    return (at.first == "facts" && at.second == "{") || (at.first == "in" && at.second == "force") ||
           (at.first == "replaces" && opens_text(at.second)) || (at.first == "source" && opens_text(at.second)) ||
           (at.first == "amends" && opens_text(at.second)) || (at.first == "place" && opens_text(at.second)) ||
           (at.first == "status" &&
            (at.second == "official" || at.second == "local" || at.second == "draft" || at.second == "illustrative"));
}

bool starts_in_amendment(const opening& at) {
    return (at.first == "add" || at.first == "replace" || at.first == "repeal") && is_keyword(at.second);
}

bool starts_in_example(const opening& at) {
    return at.first == "expect" || (at.first == "given" && at.second == "{") || (at.first == "on" && opens_number(at.second));
}

bool starts_fact(const opening& at) {
    return is_word(at.first) && at.first != "from" && (is_type_word(at.second) || (at.second == "=" && !is_keyword(at.first)));
}

/// What was passed over so far of a bad fact.
struct trail {
    std::string_view before; ///< the last token
    std::size_t parentheses = 0;

    void pass(std::string_view token) {
        if (token == "(") { ++parentheses; }
        if (token == ")" && parentheses > 0) { --parentheses; }
        before = token;
    }
};

/// Whether a line may go on with a name after that token: a word or an operator that something has to follow, or a slip of one.
bool is_to_be_continued(std::string_view token) {
    constexpr std::array<std::string_view, 7> ending{")", "}", "]", "%", ";", ":", "."};
    constexpr std::array<std::string_view, 3> joining{"where", "and", "for"};
    if (token.empty() || opens_text(token)) { return false; }
    if (!is_word(token)) { return !is_one_of(token, ending); }
    return is_keyword(token) ? !is_type_word(token) : !impl::nearest(token, joining).empty();
}

bool is_language(std::string_view token) { return (token.size() == 2 || token.size() == 3) && opens_name(token); }

/// Whether the token is the first of texts up to the end of the line, after which a list goes on or ends.
bool is_list_element(std::string_view token, iterator end) {
    bool text = false;
    for (bool on_line = true; on_line && (opens_text(token) || is_language(token));) {
        text = opens_text(token);
        const iterator past = token.data() + token.size();
        token = next_token(past, end);
        on_line = !token.empty() && !has_line_end(past, token.data());
    }
    return text && (token == "," || token == ")");
}

/// Whether a line that starts so is meant for a fact, though no type follows the first word. What continues a fact on another line
/// starts with a keyword, with a language before a text, or in the midst of a list or an expression.
bool may_start_fact(const opening& at, const trail& behind, iterator end) {
    constexpr std::array<std::string_view, 29> joining{"and", "or", "is", "in", "not", "of", "where", ",",  ")",     "=",
                                                       "==",  "!=", "<>", "<",  "<=",  "=<", ">",     ">=", "=>",    "+",
                                                       "-",   "*",  "/",  "%",  "&&",  "&",  "||",    "|",  "unless"};
    const std::string_view name = at.first;
    const auto may_be_one = [](char one) { return (one >= 'a' && one <= 'z') || one == '_'; };
    const auto is_joint = [](char one) { return one == '.' || one == '-' || one == '/'; };
    if (behind.parentheses > 0 || !is_word(name) || is_keyword(name)) { return false; }
    if (opens_number(name) &&
        (std::none_of(name.begin(), name.end(), may_be_one) || std::any_of(name.begin(), name.end(), is_joint))) {
        return false;
    }
    if (at.second.empty()) { return true; }
    if (opens_text(at.second) && is_language(name)) { return false; }
    if (is_list_element(at.second, end)) { return false; }
    const iterator past = name.data() + name.size();
    const bool one_line = !has_line_end(past, at.second.data());
    if (one_line && is_word(at.second) && !is_keyword(at.second)) { return true; } // no expression has two names in a row
    if (is_to_be_continued(behind.before)) { return false; }
    const bool dashed = at.second == "-" && at.second.data() == past && word_character(past + 1, end) != 0;
    return dashed || !is_one_of(at.second, joining);
}

bool starts_criterion(const opening& at, iterator end) {
    constexpr std::array<std::string_view, 22> after{"when",  "all",   "any",  "none",     "at", "same",  "only",  "unless",
                                                     "needs", "note",  "cite", "rounded",  "up", "plus",  "minus", "scale",
                                                     "sum",   "least", "mean", "greatest", "{",  "judged"};
    if (!is_word(at.first) || is_keyword(at.first)) { return false; }
    if (is_one_of(at.second, after) || opens_text(at.second)) { return true; }
    return is_language(at.second) && opens_text(next_token(at.second.data() + at.second.size(), end));
}

/// Whether `word` starts a statement or is a slip of a word that does.
template <std::size_t N>
bool is_slip_of(const opening& at, const std::array<std::string_view, N>& words) {
    if (is_one_of(at.first, words)) { return true; }
    return at.first.size() > 3 && !is_keyword(at.first) && !impl::nearest(at.first, words).empty();
}

/// A statement of a level further out than `of`: whatever is open here was not closed.
bool starts_further_out(level of, const opening& at) {
    if (of == level::file) { return false; }
    if (starts_in_file(at)) { return true; }
    if (of == level::document || of == level::standard) { return false; }
    if (of == level::criteria && at.first == "criterion" && !opens_number(at.second)) { return false; } // one too many words
    if (of == level::amendment || of == level::example) { return false; }
    return starts_in_standard(at) || starts_in_amendment(at) || (of == level::facts && starts_in_document(at));
}

/// What starts a line and may well be a statement of this level, if a wrong one.
bool seems_to_start(level of, const opening& at, const trail& behind, iterator end) {
    constexpr std::array<std::string_view, 5> of_file{"document", "part", "standard", "amend", "example"};
    constexpr std::array<std::string_view, 9> of_document{"title", "issuer", "status", "replaces", "amends",
                                                          "place", "source", "note",   "facts"};
    constexpr std::array<std::string_view, 10> of_standard{"title",   "cite",    "note",  "window", "decide",
                                                           "reading", "classes", "quota", "refer",  "exactly"};
    constexpr std::array<std::string_view, 5> of_amendment{"add", "replace", "repeal", "note", "facts"};
    constexpr std::array<std::string_view, 5> of_example{"on", "place", "reading", "given", "expect"};
    constexpr std::array<std::string_view, 3> of_standard_too{"facts", "criterion", "outcome"};
    switch (of) {
    case level::file: return is_slip_of(at, of_file);
    case level::document: return is_slip_of(at, of_document) || starts_in_document(at);
    case level::standard:
        // `outcome is met` and `criterion 6.1 is met` may start a line of an expression.
        return is_slip_of(at, of_standard) || (is_slip_of(at, of_standard_too) && at.second != "is" && at.third != "is") ||
               starts_in_standard(at);
    case level::facts: return starts_fact(at) || may_start_fact(at, behind, end);
    case level::criteria: return starts_criterion(at, end);
    case level::amendment: return is_slip_of(at, of_amendment);
    case level::example: return is_slip_of(at, of_example) || starts_in_example(at);
    }
    return false;
}

/// The level of the statements in the block whose brace `at` is, in a statement of level `of` that starts at `start` and is wrong.
/// `file` when there is no telling: then nothing in it is read.
level level_of_block(const state& in, level of, iterator start, std::string_view before) {
    constexpr std::array<std::string_view, 1> of_document{"document"};
    constexpr std::array<std::string_view, 1> of_standard{"standard"};
    constexpr std::array<std::string_view, 1> of_facts{"facts"};
    constexpr std::array<std::string_view, 1> of_amendment{"amend"};
    constexpr std::array<std::string_view, 1> of_example{"example"};
    constexpr std::array<std::string_view, 4> combining{"of", "all", "any", "none"};
    const opening here = opening_at(start, in.end());
    if (of == level::file && is_slip_of(here, of_document)) { return level::document; }
    if (of == level::file && is_slip_of(here, of_standard)) { return level::standard; }
    if (of == level::file && is_slip_of(here, of_amendment)) { return level::amendment; }
    if (of == level::file && is_slip_of(here, of_example)) { return level::example; }
    const bool has_facts = of == level::document || of == level::standard || of == level::amendment;
    if (has_facts && is_slip_of(here, of_facts)) { return level::facts; }
    if ((of == level::standard || of == level::criteria || of == level::amendment) && is_one_of(before, combining)) {
        return level::criteria;
    }
    return level::file;
}

bool is_first_on_line(const state& in, iterator at) {
    while (at != in.begin() && (at[-1] == ' ' || at[-1] == '\t')) { --at; }
    return at == in.begin() || at[-1] == '\n' || at[-1] == '\r';
}

/// From where a bad statement starts to where it is wrong.
trail passed_over(level of, iterator start, iterator where, iterator end) {
    trail behind;
    if (of == level::facts) { // which has no blocks in it, so that no text is passed over twice
        for (iterator at = start; at < where;) {
            behind.pass(token_at(at, end));
            at = skip_blank(at + behind.before.size(), end);
        }
    } else {
        iterator word = where;
        while (word != start && word[-1] >= 'a' && word[-1] <= 'z') { --word; }
        behind.before = {word, static_cast<std::size_t>(where - word)};
    }
    return behind;
}

} // namespace

bool seems_statement(const state& in, level of, iterator at) {
    at = skip_blank(at, in.end());
    return at != in.end() && seems_to_start(of, opening_at(at, in.end()), {}, in.end());
}

bool ends_statements(const state& in, level of, iterator at) {
    if (at == in.end()) { return true; }
    if (of == level::file) { return false; }
    return *at == '}' || starts_further_out(of, opening_at(at, in.end()));
}

iterator next_statement(state& in, level of, iterator start, iterator where) {
    iterator at = skip_blank(where, in.end());
    trail behind = passed_over(of, start, where, in.end());
    if (of == level::facts && at == start) { // a comma between two facts does not make one list of them
        if (const std::string_view token = token_at(at, in.end()); token == ",") { at = skip_blank(at + token.size(), in.end()); }
    }
    std::size_t depth = in.open_braces();
    for (bool first_on_line = at != in.end() && is_first_on_line(in, at); at != in.end() && !in.stopped();) {
        if (at != start && first_on_line) {
            const opening here = opening_at(at, in.end());
            const bool surely = starts_further_out(of, here) || (of == level::file && starts_in_file(here)) ||
                                (of == level::standard && starts_in_standard(here)) ||
                                (of == level::example && starts_in_example(here));
            if (surely || (depth == 0 && seems_to_start(of, here, behind, in.end()))) { break; }
        }
        if (*at == '}' && depth == 0 && of != level::file) { break; }
        iterator past = at;
        const level inside =
            *at == '{' && depth == 0 && in.may_nest() ? level_of_block(in, of, start, behind.before) : level::file;
        if (inside != level::file) {
            past = read_block(in, inside, at);
            if (inside != level::criteria) { return past; } // nothing of the statement can follow
            behind.before = {};
        } else {
            if (*at == '{') { ++depth; }
            if (*at == '}' && depth > 0) { --depth; }
            behind.pass(token_at(at, in.end()));
            past += behind.before.size();
        }
        at = skip_blank(past, in.end());
        first_on_line = has_line_end(past, at);
    }
    return at;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
