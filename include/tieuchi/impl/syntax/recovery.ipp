// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of recovery.hpp that find the next statement.
#pragma once

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/syntax/keywords.hpp>
#include <tieuchi/impl/syntax/lexis.hpp>
#include <tieuchi/impl/syntax/recovery.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace tieuchi::impl::syntax {

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
           (at.first == "part" && at.second == "of");
}

/// What can only be a statement of a standard, wherever a line starts with it.
bool starts_in_standard(const opening& at) {
    return (at.first == "criterion" && (opens_number(at.second) || opens_name(at.second)) && at.third != "is") ||
           (at.first == "outcome" && opens_name(at.second)) || (at.first == "facts" && at.second == "{") ||
           (at.first == "reading" && opens_name(at.second)) || (at.first == "window" && opens_number(at.second)) ||
           (at.first == "decide" && at.second == "before") || (at.first == "not" && at.second == "subject");
}

bool starts_in_document(const opening& at) {
    return (at.first == "facts" && at.second == "{") || (at.first == "in" && at.second == "force") ||
           (at.first == "replaces" && opens_text(at.second)) || (at.first == "source" && opens_text(at.second)) ||
           (at.first == "status" &&
            (at.second == "official" || at.second == "local" || at.second == "draft" || at.second == "illustrative"));
}

bool starts_fact(const opening& at) {
    return is_word(at.first) && at.first != "from" && (is_type_word(at.second) || (at.second == "=" && !is_keyword(at.first)));
}

bool starts_criterion(const opening& at, iterator end) {
    constexpr std::array<std::string_view, 11> after{"when", "all",    "any",   "none", "at",  "same",
                                                     "only", "unless", "needs", "note", "cite"};
    if (!is_word(at.first) || is_keyword(at.first)) { return false; }
    if (is_one_of(at.second, after) || opens_text(at.second)) { return true; }
    const bool language = (at.second.size() == 2 || at.second.size() == 3) && opens_name(at.second);
    return language && opens_text(next_token(at.second.data() + at.second.size(), end));
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
    if (of != level::facts && of != level::criteria) { return false; }
    if (of == level::criteria && at.first == "criterion" && !opens_number(at.second)) { return false; } // one too many words
    return starts_in_standard(at) || (of == level::facts && starts_in_document(at));
}

/// What starts a line and may well be a statement of this level, if a wrong one.
bool seems_to_start(level of, const opening& at, iterator end) {
    constexpr std::array<std::string_view, 3> of_file{"document", "part", "standard"};
    constexpr std::array<std::string_view, 7> of_document{"title", "issuer", "status", "replaces", "source", "note", "facts"};
    constexpr std::array<std::string_view, 6> of_standard{"title", "cite", "note", "window", "decide", "reading"};
    constexpr std::array<std::string_view, 3> of_standard_too{"facts", "criterion", "outcome"};
    switch (of) {
    case level::file: return is_slip_of(at, of_file);
    case level::document: return is_slip_of(at, of_document) || starts_in_document(at);
    case level::standard:
        // `outcome is met` and `criterion 6.1 is met` may start a line of an expression.
        return is_slip_of(at, of_standard) || (is_slip_of(at, of_standard_too) && at.second != "is" && at.third != "is") ||
               starts_in_standard(at);
    case level::facts: return starts_fact(at);
    case level::criteria: return starts_criterion(at, end);
    }
    return false;
}

/// The level of the statements in the block whose brace `at` is, in a statement of level `of` that starts at `start` and is wrong.
/// `file` when there is no telling: then nothing in it is read.
level level_of_block(const state& in, level of, iterator start, std::string_view before) {
    constexpr std::array<std::string_view, 1> of_document{"document"};
    constexpr std::array<std::string_view, 1> of_standard{"standard"};
    constexpr std::array<std::string_view, 1> of_facts{"facts"};
    constexpr std::array<std::string_view, 4> combining{"of", "all", "any", "none"};
    const opening here = opening_at(start, in.end());
    if (of == level::file && is_slip_of(here, of_document)) { return level::document; }
    if (of == level::file && is_slip_of(here, of_standard)) { return level::standard; }
    if ((of == level::document || of == level::standard) && is_slip_of(here, of_facts)) { return level::facts; }
    if ((of == level::standard || of == level::criteria) && is_one_of(before, combining)) { return level::criteria; }
    return level::file;
}

bool is_first_on_line(const state& in, iterator at) {
    while (at != in.begin() && (at[-1] == ' ' || at[-1] == '\t')) { --at; }
    return at == in.begin() || at[-1] == '\n' || at[-1] == '\r';
}

} // namespace

bool ends_statements(const state& in, level of, iterator at) {
    if (at == in.end()) { return true; }
    if (of == level::file) { return false; }
    return *at == '}' || starts_further_out(of, opening_at(at, in.end()));
}

iterator next_statement(state& in, level of, iterator start, iterator where) {
    iterator at = skip_blank(where, in.end());
    iterator word = where;
    while (word != start && word[-1] >= 'a' && word[-1] <= 'z') { --word; }
    std::string_view before(word, static_cast<std::size_t>(where - word)); // the last word or token
    std::size_t depth = 0;
    for (bool first_on_line = at != in.end() && is_first_on_line(in, at); at != in.end() && !in.stopped();) {
        if (at != start && first_on_line) {
            const opening here = opening_at(at, in.end());
            const bool surely = starts_further_out(of, here) || (of == level::file && starts_in_file(here)) ||
                                (of == level::standard && starts_in_standard(here));
            if (surely || (depth == 0 && seems_to_start(of, here, in.end()))) { break; }
        }
        if (*at == '}' && depth == 0 && of != level::file) { break; }
        iterator past = at;
        const level inside = *at == '{' && depth == 0 && in.may_nest() ? level_of_block(in, of, start, before) : level::file;
        if (inside != level::file) {
            past = read_block(in, inside, at);
            if (inside != level::criteria) { return past; } // nothing of the statement can follow
            before = {};
        } else {
            if (*at == '{') { ++depth; }
            if (*at == '}' && depth > 0) { --depth; }
            before = token_at(at, in.end());
            past += before.size();
        }
        at = skip_blank(past, in.end());
        first_on_line = std::any_of(past, at, [](char one) { return one == '\n' || one == '\r'; });
    }
    return at;
}

} // namespace tieuchi::impl::syntax
