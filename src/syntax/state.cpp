// SPDX-License-Identifier: Apache-2.0
// Definitions of state.hpp: the check of the bytes and tokens of a file, and what is kept of its problems.
#include "syntax/state.hpp"

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "syntax/lexis.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

/// Whether a text after this word names something: `document "…"`, `part of "…"`. Other texts are for people to read.
[[nodiscard]] bool comes_before_a_name(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 7> words{"document", "of", "replaces", "amends", "place", "cite", "example"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Says what keeps a text that is meant for a name from being one, unless that is said already.
void check_name(state& in, std::string_view name) {
    const auto wrong = names::fault_of(name);
    if (!wrong) { return; }
    const bool said =
        wrong->value < 0x20U || (wrong->value >= 0x7FU && wrong->value < 0xA0U) || utf8::is_direction_override(wrong->value);
    if (wrong->what == names::fault::sort::hidden && said) { return; } // wherever it stands
    const iterator at = name.data() + wrong->at;
    in.report(in.error(say<diag::unsound_name>(wrong->text(), wrong->cure()), in.span_of(at, at + wrong->bytes)));
}

} // namespace

state::state(tree& into, const limits& bounds, diagnostics& problems)
    : tree_(into),
      bounds_(bounds),
      problems_(problems),
      first_problem_(problems.size()),
      begin_(into.source->text().data()),
      end_(begin_ + into.source->text().size()),
      text_begin_(begin_),
      text_end_(begin_),
      nesting_(std::min(bounds.nesting, limits::deepest_nesting)) {}

std::string state::describe(iterator at) const {
    const place where = tree_.source->place_of(offset(at));
    return "line " + std::to_string(where.line) + ", column " + std::to_string(where.column);
}

expression_id state::add(expression one) {
    tree_.expressions.push_back(std::move(one));
    return {static_cast<std::uint32_t>(tree_.expressions.size() - 1)};
}

diagnostic state::error(remark what, span at) const { return problem(std::move(what), tree_.source, at); }

void state::report(diagnostic one) {
    if (stopped_) { return; }
    problems_.push_back(std::move(one));
    stopped_ = problems_.size() - first_problem_ >= std::max<std::size_t>(bounds_.diagnostics, 1);
}

bool state::is_unclosed_line(std::uint32_t offset) const {
    const auto after = std::upper_bound(unclosed_.begin(), unclosed_.end(), offset,
                                        [](std::uint32_t at, const span& line) { return at < line.begin; });
    return after != unclosed_.begin() && offset <= (after - 1)->end;
}

bool state::is_spoilt(iterator after, span token) const {
    return is_unclosed_line(offset(after)) || is_unclosed_line(token.begin) ||
           std::binary_search(bad_characters_.begin(), bad_characters_.end(), token.begin);
}

bool state::check_text() {
    if (!check_bytes()) { return false; }
    check_tokens();
    if (text_end_ == text_begin_) { report(error(say<diag::no_rules>(), span_of(text_begin_, text_begin_))); }
    return text_end_ != text_begin_ && !stopped_;
}

bool state::check_bytes() {
    const std::string_view text = tree_.source->text();
    const std::size_t most = std::min<std::size_t>(bounds_.file_bytes, std::numeric_limits<std::uint32_t>::max() - 1U);
    if (text.size() > most) {
        report(error(say<diag::file_too_large>(text.size(), most), {}));
        return false;
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        report(error(say<diag::text_in_utf16>(), {0, 2}));
        return false;
    }
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
        const auto where = static_cast<std::uint32_t>(at);
        report(error(say<diag::not_text>(at), {where, where + 1}));
        return false;
    }
    if (const std::size_t at = utf8::first_invalid(text); at != std::string_view::npos) {
        const auto where = static_cast<std::uint32_t>(at);
        report(error(say<diag::byte_not_utf8>(at), {where, where + 1}));
        return false;
    }
    if (text.starts_with(utf8::byte_order_mark)) { text_begin_ = text_end_ = begin_ + utf8::byte_order_mark.size(); }
    return true;
}

void state::check_tokens() {
    bool carriage_return_said = false;
    const auto check_character = [&](iterator at) {
        const utf8::decoded one = utf8::decode({at, static_cast<std::size_t>(end_ - at)}, 0);
        const bool blank = one.value == '\t' || one.value == '\n' || (one.value == '\r' && at + 1 != end_ && at[1] == '\n');
        if (one.value == '\r' && !blank) {
            if (!carriage_return_said) { report(error(say<diag::carriage_return_alone>(), span_of(at, at + 1))); }
            carriage_return_said = true;
        } else if (utf8::is_direction_override(one.value)) {
            report(error(say<diag::direction_mark>(utf8::code_point_name(one.value)), span_of(at, at + one.bytes)));
            bad_characters_.push_back(offset(at));
        } else if (!blank && (one.value < 0x20U || (one.value >= 0x7FU && one.value < 0xA0U))) {
            report(error(say<diag::control_character>(utf8::code_point_name(one.value)), span_of(at, at + one.bytes)));
            bad_characters_.push_back(offset(at));
        }
        return at + one.bytes;
    };

    std::string_view before;
    for (iterator at = text_begin_; at != end_ && !stopped_;) {
        const iterator token = skip_blank(at, end_);
        while (at != token) { at = check_character(at); }
        if (at == end_) { break; }
        const std::string_view found = token_at(at, end_);
        const iterator past = at + found.size();
        if (*at == '"') {
            check_escapes(found);
            if (!scan_quoted(at, end_).closed) {
                report(error(say<diag::text_not_closed>(), span_of(at, at + 1)));
                unclosed_.push_back(tree_.source->line_of(offset(at)));
            } else if (comes_before_a_name(before)) {
                check_name(*this, found.substr(1, found.size() - 2));
            }
        }
        before = found;
        while (at != past) { at = check_character(at); }
        text_end_ = past;
    }
}

void state::check_escapes(std::string_view quoted) {
    for (std::size_t at = 1; (at = quoted.find('\\', at)) != std::string_view::npos;) {
        const std::size_t bytes = at + 1 < quoted.size() ? utf8::decode(quoted, at + 1).bytes : 0;
        const std::string_view escape = quoted.substr(at, 1 + bytes);
        if (escape != "\\\\" && escape != "\\\"") {
            report(error(say<diag::unknown_escape>(utf8::shortened(escape)), span_of(escape)));
        }
        at += escape.size();
    }
}

void state::finish() {
    const auto first = problems_.begin() + static_cast<std::ptrdiff_t>(first_problem_);
    std::stable_sort(first, problems_.end(), [](const diagnostic& a, const diagnostic& b) { return a.at.begin < b.at.begin; });
    if (stopped_) {
        const std::size_t count = problems_.size() - first_problem_;
        const span last = problems_.back().at;
        problems_.push_back(error(say<diag::reading_stopped>(count), last));
    }
}

state::depth_guard::depth_guard(state& of, iterator at) : of_(of) {
    if (!of.may_nest()) {
        const std::string_view token = next_token(at, of.end_);
        const span where = token.empty() ? of.span_of(of.text_end_, of.text_end_) : of.span_of(token);
        throw refusal{
            of.error(say<diag::nested_too_deep>(of.nesting_)
                         .with_help(of.nesting_ < limits::deepest_nesting ? "take a part of it out, or raise `limits::nesting`"
                                                                          : "take a part of it out"),
                     where)};
    }
    ++of.depth_;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
