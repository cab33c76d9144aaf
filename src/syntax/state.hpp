// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the grammar's rules share while one file is read.
#pragma once

#include "base/diagnostic_catalogue.hpp"
#include "syntax/expected.hpp"
#include "syntax/layout.hpp"
#include "syntax/token.hpp"
#include "syntax/tree.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// The grammar reads tokens. The last one is the end of the file, which nothing steps over.
using iterator = const token*;

/// Thrown by the grammar when it knows better than "expected this" what is wrong; caught where statements are read.
struct refusal {
    diagnostic problem;
};

/// Thrown by the grammar where an expectation needs a help line of its own; caught there too.
struct mistake {
    iterator where = nullptr;
    expectation expected;
    std::string help;
};

/// One file's reading. Nothing in it is shared between two.
class state {
public:
    /// Of the tokens of `into`.
    state(tree& into, const limits& bounds, diagnostics& problems);
    state(const state&) = delete;
    state(state&&) = delete;
    state& operator=(const state&) = delete;
    state& operator=(state&&) = delete;
    ~state() = default;

    [[nodiscard]] iterator begin() const noexcept { return begin_; }
    [[nodiscard]] iterator end() const noexcept { return end_; }

    [[nodiscard]] std::string_view text(iterator at) const noexcept { return text({at->begin, at->end}); }
    [[nodiscard]] std::string_view text(span at) const noexcept { return source_.substr(at.begin, at.end - at.begin); }
    /// To the end of the file.
    [[nodiscard]] std::string_view text_from(iterator at) const noexcept { return source_.substr(at->begin); }

    /// From one token to before another.
    [[nodiscard]] static span span_of(iterator first, iterator last) noexcept {
        return {first->begin, last == first ? first->begin : (last - 1)->end};
    }

    /// The token that begins there, or the next one.
    [[nodiscard]] iterator token_from(std::uint32_t offset) const noexcept;

    /// The end of the token before; the start of the text where there is none.
    [[nodiscard]] std::uint32_t end_before(iterator at) const noexcept { return at == begin_ ? 0 : (at - 1)->end; }

    /// No blank and no comment stands before this token, but another token.
    [[nodiscard]] bool is_adjacent(iterator at) const noexcept { return at != begin_ && (at - 1)->end == at->begin; }

    /// `line 3, column 5`
    [[nodiscard]] std::string describe(iterator at) const;

    [[nodiscard]] tree& result() noexcept { return tree_; }
    [[nodiscard]] const tree& result() const noexcept { return tree_; }
    [[nodiscard]] const limits& bounds() const noexcept { return bounds_; }
    [[nodiscard]] expression_id add(expression node);

    [[nodiscard]] diagnostic error(remark what, span at) const;

    /// Keeps a problem. The last one that `limits::diagnostics` allows ends the reading.
    void report(diagnostic problem);

    /// Whether the token is a character that was reported, or a text that is not closed stands on its line or on that of the token
    /// before it. What the grammar misses there is no other mistake.
    [[nodiscard]] bool is_spoilt(iterator at) const;

    /// No more is to be read: enough problems were found.
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }

    /// That the file ends too early is said once.
    [[nodiscard]] bool is_end_reported() const noexcept { return end_reported_; }
    void set_end_reported() noexcept { end_reported_ = true; }

    /// Looks for what is wrong with the characters of the text, whatever its tokens mean.
    void check_characters();

    /// Puts the problems of this file in the order of their places.
    void finish();

    /// Braces of the statement being read that enclose a list, and are open where it turned out to be wrong.
    [[nodiscard]] std::size_t open_braces() const noexcept { return open_braces_; }
    void set_open_braces(std::size_t count) noexcept { open_braces_ = count; }

    // What the grammar would have taken.

    /// A token of this kind would have been taken at `at`, and is not there.
    void miss(iterator at, lexeme kind, expectation expected) noexcept {
        go_as_far_as(at);
        if (at == furthest_) { missed_.add(kind); }
        expected_ = expected;
    }
    void miss(iterator at, const lexeme_set& kinds) noexcept {
        go_as_far_as(at);
        if (at == furthest_) { missed_ |= kinds; }
    }
    void miss(iterator at, lexeme kind) noexcept { miss(at, kind, expectation::of_token(kind)); }

    /// What was missed last, by the name that messages call it.
    [[nodiscard]] const expectation& expected() const noexcept { return expected_; }
    void set_expected(expectation expected) noexcept { expected_ = expected; }

    /// How far the grammar read.
    [[nodiscard]] iterator furthest() const noexcept { return furthest_; }

    /// All that would have been taken at `at`; nothing, if the grammar read further.
    [[nodiscard]] lexeme_set missed_at(iterator at) const noexcept { return at == furthest_ ? missed_ : lexeme_set{}; }

    // How the tokens are set; see layout.hpp.

    [[nodiscard]] setting& setting_of(iterator at) noexcept { return tree_.settings[static_cast<std::size_t>(at - begin_)]; }
    [[nodiscard]] std::uint32_t index_of(iterator at) const noexcept { return static_cast<std::uint32_t>(at - begin_); }
    void end_line(iterator before, rank by, shift to, std::uint32_t under = 0) noexcept {
        setting& at = setting_of(before);
        if (at.begins_line) { return; }
        at.line_end = by;
        at.shift = to;
        at.position = under;
    }
    void begin_line(iterator at, bool after_blank = false) noexcept {
        setting& line = setting_of(at);
        line.begins_line = true;
        line.after_blank = after_blank;
        line.position = blocks_;
    }
    void join(iterator first, iterator last) noexcept {
        while (++first < last) { setting_of(first).joined = true; }
    }

    /// Depth in blocks of statements.
    [[nodiscard]] std::uint32_t& blocks() noexcept { return blocks_; }
    /// Depth in parentheses of a condition.
    [[nodiscard]] std::uint16_t& parentheses() noexcept { return parentheses_; }
    /// The token under which the rows of the table being read stand.
    [[nodiscard]] std::uint32_t& table() noexcept { return table_; }

    /// How deep in parentheses, `not`s and criteria the reading is.
    class depth_guard {
    public:
        /// Throws `refusal` when that is too deep.
        depth_guard(state& reading, iterator at);
        ~depth_guard() { --reading_.depth_; }
        depth_guard(const depth_guard&) = delete;
        depth_guard(depth_guard&&) = delete;
        depth_guard& operator=(const depth_guard&) = delete;
        depth_guard& operator=(depth_guard&&) = delete;

    private:
        state& reading_;
    };

    /// Another level of nesting is allowed.
    [[nodiscard]] bool may_nest() const noexcept { return depth_ < nesting_; }

private:
    void go_as_far_as(iterator at) noexcept {
        if (at <= furthest_) { return; }
        furthest_ = at;
        missed_.clear();
    }

    void check_blank(std::uint32_t first, std::uint32_t last);
    void check_character(std::uint32_t at);
    void check_text(iterator at);
    void check_escapes(std::string_view quoted, std::uint32_t begin);
    [[nodiscard]] bool is_unclosed_line(std::uint32_t offset) const;

    tree& tree_;
    const limits& bounds_;
    diagnostics& problems_;
    std::string_view source_;
    iterator begin_;
    iterator end_;
    std::size_t first_problem_;
    std::uint32_t nesting_;
    std::uint32_t depth_ = 0;
    iterator furthest_ = nullptr;
    lexeme_set missed_;
    expectation expected_;
    std::uint32_t blocks_ = 0;
    std::uint32_t table_ = 0;
    std::uint16_t parentheses_ = 0;
    std::size_t open_braces_ = 0;
    bool stopped_ = false;
    bool end_reported_ = false;
    bool carriage_return_reported_ = false;
    std::vector<span> unclosed_;                ///< lines on which a text is not closed, in order
    std::vector<std::uint32_t> bad_characters_; ///< in order
};

/// Whether the bytes are a text that may be read. What keeps them from being one is put into `problems`.
[[nodiscard]] bool check_bytes(const source_ptr& source, const limits& bounds, diagnostics& problems);

} // namespace TIEUCHI_NAMESPACE::impl::syntax
