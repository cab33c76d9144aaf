// SPDX-License-Identifier: Apache-2.0
// Definitions of outliner.hpp: texts, citations and lists.
#include "format/outliner.hpp"
#include "syntax/figures.hpp"
#include "syntax/keywords.hpp"
#include "syntax/lexis.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::layout {

namespace {

[[nodiscard]] bool is_lower(char one) noexcept { return one >= 'a' && one <= 'z'; }

[[nodiscard]] bool is_name(std::string_view token) {
    const auto fits = [](char one) { return is_lower(one) || syntax::is_figure(one) || one == '_'; };
    return !token.empty() && is_lower(token[0]) && std::all_of(token.begin(), token.end(), fits);
}

[[nodiscard]] bool is_language(std::string_view token) {
    const bool fits = (token.size() == 2 || token.size() == 3) && std::all_of(token.begin(), token.end(), is_lower);
    return fits && !syntax::is_keyword(token);
}

} // namespace

bool outliner::at_texts() const {
    return in_.peek().starts_with('"') || (is_language(in_.peek()) && in_.peek(1).starts_with('"'));
}

bool outliner::at_figure() const { return !in_.at_end() && syntax::is_figure(in_.peek()[0]); }

bool outliner::at_name_before_clause() const {
    const std::string_view next = in_.peek(1);
    return is_name(in_.peek()) && syntax::is_word(next) && !syntax::is_keyword(next);
}

void outliner::texts() {
    const std::uint32_t first = in_.here();
    while (at_texts()) {
        if (in_.here() != first) { in_.may_end_line(between_texts, shift::under, first); }
        in_.take(in_.peek().starts_with('"') ? 1 : 2);
    }
}

void outliner::remarks() {
    for (;;) {
        if (at_texts()) {
            part();
            texts();
        } else if (in_.is("cite")) {
            cited();
        } else {
            break;
        }
    }
}

void outliner::cited() {
    while (in_.is("cite")) {
        part();
        cite();
    }
}

void outliner::cite() {
    in_.take();
    if (in_.peek().starts_with('"')) { in_.take(); }
    list();
}

void outliner::list() {
    in_.take();
    while (in_.take_if(",")) {
        in_.may_end_line(between_texts, shift::element);
        in_.take();
    }
}

void outliner::list_in_parentheses(rank by) {
    if (!in_.take_if("(")) { return; }
    in_.take();
    while (in_.take_if(",")) {
        in_.may_end_line(by, shift::element);
        in_.take();
    }
    in_.take(); // )
}

void outliner::braces(statement each) {
    if (!in_.take_if("{")) { return; }
    if (in_.is("}")) { return in_.take_joined(); }
    do {
        in_.may_end_line(between_rows);
        (this->*each)();
    } while (in_.take_if(","));
    in_.may_end_line(between_rows, shift::none);
    in_.take(); // }
}

void outliner::number() {
    if (in_.take_if("-") && at_figure()) {
        in_.take_joined();
    } else {
        in_.take();
    }
    in_.take_if("%");
}

} // namespace TIEUCHI_NAMESPACE::impl::layout
