// SPDX-License-Identifier: Apache-2.0
/// \file
/// What was probably meant, told from the text around a mistake.
#pragma once

#include "base/utf8.hpp"
#include "syntax/advice.hpp"
#include "syntax/figures.hpp"
#include "syntax/lexis.hpp"
#include "syntax/state.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// Whether `spaced`, words with a blank on either side of each, has that word.
[[nodiscard]] inline bool has_word(std::string_view spaced, std::string_view word) {
    return !word.empty() && spaced.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

/// Whether something with a value is expected.
[[nodiscard]] inline bool is_value(std::string_view expected) {
    constexpr std::array<std::string_view, 6> values{"a condition",        "a value", "an expression", "a number",
                                                     "a number or a name", "a date"};
    return std::find(values.begin(), values.end(), expected) != values.end();
}

/// The word that ends at `at` or before the blanks before it; empty if something else does. Not further back than `begin`.
[[nodiscard]] inline std::string_view word_before(iterator begin, iterator at) {
    while (at != begin && static_cast<unsigned char>(at[-1]) <= 0x20U) { --at; }
    iterator first = at;
    const auto may_stand = [](char one) { return (one >= 'a' && one <= 'z') || is_figure(one) || one == '.' || one == '_'; };
    while (first != begin && may_stand(first[-1])) { --first; }
    return {first, static_cast<std::size_t>(at - first)};
}

/// Whether a number ends right at `at` that is a value, not a clause: it follows an operator or a word that a value follows.
[[nodiscard]] inline bool follows_number(iterator begin, iterator at) {
    const std::string_view number = word_before(begin, at);
    if (number.empty() || !is_figure(number[0]) || number.data() + number.size() != at) { return false; }
    iterator before = number.data();
    const std::string_view word = word_before(begin, before);
    if (!word.empty()) { return has_word(" when where unless and or not of least most ", word); }
    while (before != begin && static_cast<unsigned char>(before[-1]) <= 0x20U) { --before; }
    return before != begin && std::string_view("=<>+-*(").find(before[-1]) != std::string_view::npos;
}

/// What is wrong with what was found, if it is part of a number or a date of another form.
[[nodiscard]] inline std::string_view advise_on_figures(const state& in, std::string_view expected, std::string_view found,
                                                        std::string_view next) {
    if (found.empty()) { return {}; }
    const iterator past = found.data() + found.size();
    const bool before_figure = past != in.end() && is_figure(*past);
    if (is_value(expected)) {
        if ((found == "-" || found == "+") && !next.empty() && is_figure(next[0])) { return sign_help; }
        if (found == "." && before_figure) { return point_help; }
        if (is_figure(found[0])) {
            const std::size_t date = date_length(found.data(), past);
            const bool ours = date == 10 && found[4] == '-';
            if (date == found.size() && !ours) { return date_help; }
            if (expected == "a date") { return {}; }
            if (has_exponent(found)) { return exponent_help; }
            if (has_separators(found)) { return separator_help; }
            if (std::any_of(found.begin(), found.end(), [](char one) { return one >= 'a' && one <= 'z'; })) {
                return letters_help;
            }
        }
    }
    if (found == "," && before_figure && (expected == "`points`" || follows_number(in.begin(), found.data()))) {
        return separator_help;
    }
    if (found == "." && !before_figure && follows_number(in.begin(), found.data())) { return point_help; }
    return {};
}

/// What is meant by what was found, if it is right but for what stands before it.
[[nodiscard]] inline std::string advise_on_pair(const state& in, iterator where, std::string_view expected,
                                                std::string_view found, std::string_view next) {
    if (expected == "`of`" && (found == "{" || found == "(")) {
        const std::string_view word = word_before(in.begin(), where);
        if (found == (word == "one" ? "(" : "{") && has_word(" all any none one ", word)) {
            return "write `" + std::string(word) + " of " + std::string(found) + '`';
        }
        if (found == "{" && !word.empty() && is_figure(word[0])) { return "write `at least " + utf8::shortened(word) + " of {`"; }
    }
    if (is_value(expected) && found == "=" && where != in.begin() && (where[-1] == '<' || where[-1] == '>')) {
        return std::string("write `") + where[-1] + "=`";
    }
    if (!is_value(expected) && found == "-" && found.data() == where && next.data() == where + 1) {
        const std::string_view word = word_before(in.begin(), where);
        if (!word.empty() && !is_figure(word[0]) && is_word(next)) {
            return "a name is written with `_`, as in `" + utf8::shortened(std::string(word) + '_' + std::string(next)) + '`';
        }
    }
    return {};
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
