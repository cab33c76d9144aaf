// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the grammar's rules share while one file is read.
#pragma once

#include "base/diagnostic_catalogue.hpp"
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

using iterator = const char*;

/// Where a statement stands: what may start there differs.
enum class level : std::uint8_t { file, document, standard, facts, criteria, amendment, example };

/// Thrown by the grammar when it knows better than "expected this" what is wrong; caught where statements are read.
struct refusal {
    diagnostic problem;
};

/// Thrown by the grammar where an expectation needs a help line of its own; caught there too.
struct mistake {
    iterator where = nullptr;
    std::string expected;
    std::string help;
};

/// One file's reading. Nothing in it is shared between two.
class state {
public:
    state(tree& into, const limits& bounds, diagnostics& problems);
    state(const state&) = delete;
    state(state&&) = delete;
    state& operator=(const state&) = delete;
    state& operator=(state&&) = delete;
    ~state() = default;

    [[nodiscard]] iterator begin() const noexcept { return begin_; }
    [[nodiscard]] iterator end() const noexcept { return end_; }

    /// Past the byte order mark, if there is one.
    [[nodiscard]] iterator text_begin() const noexcept { return text_begin_; }

    /// Past the last token: where something missing at the end of the file should have stood.
    [[nodiscard]] iterator text_end() const noexcept { return text_end_; }

    [[nodiscard]] std::uint32_t offset(iterator at) const noexcept { return static_cast<std::uint32_t>(at - begin_); }
    [[nodiscard]] span span_of(iterator first, iterator last) const noexcept { return {offset(first), offset(last)}; }
    [[nodiscard]] span span_of(std::string_view token) const noexcept {
        return span_of(token.data(), token.data() + token.size());
    }

    /// `line 3, column 5`
    [[nodiscard]] std::string describe(iterator at) const;

    [[nodiscard]] tree& result() noexcept { return tree_; }
    [[nodiscard]] expression_id add(expression one);

    [[nodiscard]] diagnostic error(remark what, span at) const;

    /// Keeps a problem. The last one that `limits::diagnostics` allows ends the reading.
    void report(diagnostic one);

    /// Whether the token is a character that was reported, or a text that is not closed stands on its line or on that of the token
    /// before it, whose end `after` is. What the grammar misses there is no other mistake.
    [[nodiscard]] bool is_spoilt(iterator after, span token) const;

    /// No more is to be read: enough problems were found.
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }

    /// That the file ends too early is said once.
    [[nodiscard]] bool is_end_reported() const noexcept { return end_reported_; }
    void set_end_reported() noexcept { end_reported_ = true; }

    /// Looks at the bytes before the grammar does. False when there is nothing worth parsing.
    [[nodiscard]] bool check_text();

    /// Puts the problems of this file in the order of their places.
    void finish();

    /// Another level of nesting is allowed.
    [[nodiscard]] bool may_nest() const noexcept { return depth_ < nesting_; }

    /// Braces of the statement being read that enclose a list, and are open where it turned out to be wrong.
    [[nodiscard]] std::size_t open_braces() const noexcept { return open_braces_; }
    void set_open_braces(std::size_t count) noexcept { open_braces_ = count; }

    /// How deep in parentheses, `not`s and criteria the reading is.
    class depth_guard {
    public:
        /// Throws `refusal` when that is too deep.
        depth_guard(state& of, iterator at);
        ~depth_guard() { --of_.depth_; }
        depth_guard(const depth_guard&) = delete;
        depth_guard(depth_guard&&) = delete;
        depth_guard& operator=(const depth_guard&) = delete;
        depth_guard& operator=(depth_guard&&) = delete;

    private:
        state& of_;
    };

private:
    [[nodiscard]] bool check_bytes();
    void check_tokens();
    void check_escapes(std::string_view quoted);
    [[nodiscard]] bool is_unclosed_line(std::uint32_t offset) const;

    tree& tree_;
    const limits& bounds_;
    diagnostics& problems_;
    std::size_t first_problem_;
    iterator begin_;
    iterator end_;
    iterator text_begin_;
    iterator text_end_;
    std::uint32_t nesting_;
    std::uint32_t depth_ = 0;
    std::size_t open_braces_ = 0;
    bool stopped_ = false;
    bool end_reported_ = false;
    std::vector<span> unclosed_;                ///< lines on which a text is not closed, in order
    std::vector<std::uint32_t> bad_characters_; ///< in order
};

} // namespace TIEUCHI_NAMESPACE::impl::syntax
