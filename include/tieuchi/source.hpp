// SPDX-License-Identifier: Apache-2.0
/// \file
/// The text of rules, and positions in it.
#pragma once

#include <tieuchi/config.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// A half-open range of bytes in a source. Offsets, not lines: they survive moves and cost nothing until shown.
struct span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const span&, const span&) = default;
};

/// A position for people to find. Both numbers are 1-based; columns count code points, so a tab or `đ` is one column.
struct text_position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const text_position&, const text_position&) = default;
};

/// A rule file's text with the name to call it by. Shared, never changed.
class TIEUCHI_API source {
public:
    source(std::string name, std::string text) noexcept : name_(std::move(name)), text_(std::move(text)) {}

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] std::string_view text(span at) const noexcept {
        return std::string_view(text_).substr(at.begin, at.end - at.begin);
    }

    /// Line and column of a byte. Linear in the offset: for showing, not for loops.
    [[nodiscard]] text_position position_of(std::uint32_t offset) const noexcept;

    /// The whole line, without its end, on which the byte stands.
    [[nodiscard]] span line_of(std::uint32_t offset) const noexcept;

private:
    std::string name_;
    std::string text_;
};

/// A source as all share it that refer to its text.
using source_ptr = std::shared_ptr<const source>;

} // namespace TIEUCHI_NAMESPACE
