// SPDX-License-Identifier: Apache-2.0
// Definitions of token.hpp.
#include "syntax/token.hpp"

#include "base/utf8.hpp"

#include <array>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

/// Beyond ASCII, what separates words in the scripts that rules are written in: blanks, quotation marks, signs. Sorted.
constexpr std::array<utf8::code_point_range, 12> separators{{
    {0x00A0, 0x00A9},
    {0x00AB, 0x00B4},
    {0x00B6, 0x00B9},
    {0x00BB, 0x00BF},
    {0x00D7, 0x00D7},
    {0x00F7, 0x00F7},
    {0x2000, 0x206F},
    {0x2190, 0x2BFF},
    {0x3000, 0x303F},
    {0xFEFF, 0xFEFF},
    {0xFF01, 0xFF0F},
    {0xFF1A, 0xFF20},
}};

/// Operators of more than one character: ours, and those of other languages, each to be named whole in a message.
constexpr std::array<std::string_view, 16> long_operators{
    "==", "!=", "<=", ">=", "<>", "=<", "=>", "&&", "||", "..", ":=", "//", "/*", "->", ">>", "<<",
};

/// What a byte is in a token.
enum class byte_kind : std::uint8_t { blank, small, capital, digit, underscore, quote, hash, more, mark };

constexpr byte_kind kind_of(unsigned char byte) {
    if (byte <= 0x20U) { return byte_kind::blank; }
    if (byte >= 'a' && byte <= 'z') { return byte_kind::small; }
    if (byte >= 'A' && byte <= 'Z') { return byte_kind::capital; }
    if (byte >= '0' && byte <= '9') { return byte_kind::digit; }
    if (byte == '_') { return byte_kind::underscore; }
    if (byte == '"') { return byte_kind::quote; }
    if (byte == '#') { return byte_kind::hash; }
    return byte >= 0x80U ? byte_kind::more : byte_kind::mark;
}

constexpr auto byte_kinds = [] {
    std::array<byte_kind, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) { kinds[byte] = kind_of(static_cast<unsigned char>(byte)); }
    return kinds;
}();

/// What the characters of a word so far allow it to be.
struct word_shape {
    std::size_t points = 0;
    std::size_t first_point = 0;
    bool only_digits = true;
    bool may_be_name = false;
    bool may_be_clause = true;
};

class tokenizer {
public:
    explicit tokenizer(std::string_view text) : text_(text) {}

    [[nodiscard]] std::vector<token> all() {
        tokens_.reserve(text_.size() / 6 + 2);
        if (text_.starts_with(utf8::byte_order_mark)) { at_ = utf8::byte_order_mark.size(); }
        for (;;) {
            const bool first_on_line = skip_blank() || tokens_.empty();
            const std::size_t begin = at_;
            const lexeme kind = at_ == text_.size() ? lexeme::end : read();
            tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), kind, first_on_line});
            if (kind == lexeme::end) { return std::move(tokens_); }
        }
    }

private:
    [[nodiscard]] byte_kind kind_at(std::size_t at) const noexcept { return byte_kinds[static_cast<unsigned char>(text_[at])]; }

    /// Past blanks and comments; whether a line ends there.
    bool skip_blank() noexcept {
        bool ended = false;
        for (; at_ != text_.size(); ++at_) {
            const byte_kind kind = kind_at(at_);
            if (kind == byte_kind::hash) {
                at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
                if (at_ == text_.size()) { break; }
            } else if (kind != byte_kind::blank) {
                break;
            }
            ended = ended || text_[at_] == '\n' || text_[at_] == '\r';
        }
        return ended;
    }

    /// A token that is not at the end.
    lexeme read() noexcept {
        switch (kind_at(at_)) {
        case byte_kind::quote: return read_text();
        case byte_kind::small:
        case byte_kind::capital:
        case byte_kind::digit:
        case byte_kind::underscore: return read_word();
        case byte_kind::more: return word_bytes(at_) != 0 ? read_word() : read_sign();
        case byte_kind::blank:
        case byte_kind::hash:
        case byte_kind::mark: break;
        }
        return read_sign();
    }

    lexeme read_text() noexcept {
        for (++at_; at_ != text_.size() && text_[at_] != '\n' && text_[at_] != '\r'; ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                return lexeme::text;
            }
            if (text_[at_] == '\\' && at_ + 1 != text_.size() && text_[at_ + 1] != '\n' && text_[at_ + 1] != '\r') { ++at_; }
        }
        return lexeme::unclosed;
    }

    lexeme read_sign() noexcept {
        const std::string_view rest = text_.substr(at_, 2);
        for (const std::string_view sign : long_operators) {
            if (rest == sign) {
                at_ += sign.size();
                return sign_kind(sign);
            }
        }
        const std::size_t bytes = utf8::decode(text_, at_).bytes;
        at_ += bytes;
        return bytes == 1 ? sign_kind(rest.substr(0, 1)) : lexeme::stray;
    }

    /// Bytes of the character at `at` if it can be part of a word, else 0. More than names may hold: whatever people write as one
    /// word is one word in a message.
    [[nodiscard]] std::size_t word_bytes(std::size_t at) const noexcept {
        if (at == text_.size()) { return 0; }
        const byte_kind kind = kind_at(at);
        if (kind == byte_kind::more) {
            const utf8::decoded point = utf8::decode(text_, at);
            return utf8::is_in(separators, point.value) ? 0 : point.bytes;
        }
        return kind >= byte_kind::small && kind <= byte_kind::underscore ? 1 : 0;
    }

    lexeme read_word() noexcept {
        const std::size_t begin = at_;
        word_shape shape;
        shape.may_be_name = kind_at(begin) == byte_kind::small;
        while (at_ != text_.size()) {
            const std::size_t bytes = read_character(shape);
            if (bytes == 0) { break; }
            at_ += bytes;
        }
        if (shape.only_digits && shape.points < 2) { return shape.points == 0 ? lexeme::whole : lexeme::decimal; }
        if (shape.may_be_name && shape.points == 0) { return word_kind(text_.substr(begin, at_ - begin)); }
        const bool begins_with_keyword = shape.points != 0 && is_keyword(text_.substr(begin, shape.first_point - begin));
        return shape.may_be_clause && !begins_with_keyword ? lexeme::clause : lexeme::other;
    }

    /// Bytes of the character at `at_` if it goes on with the word, else 0; what it makes of the word goes into `shape`.
    [[nodiscard]] std::size_t read_character(word_shape& shape) const noexcept {
        switch (kind_at(at_)) {
        case byte_kind::small: shape.only_digits = false; return 1;
        case byte_kind::digit: return 1;
        case byte_kind::capital: shape.only_digits = shape.may_be_name = false; return 1;
        case byte_kind::underscore: shape.only_digits = shape.may_be_clause = false; return 1;
        case byte_kind::more: {
            const std::size_t bytes = word_bytes(at_);
            if (bytes == 0) { return 0; }
            shape.only_digits = shape.may_be_name = false;
            shape.may_be_clause = shape.may_be_clause && is_clause_letter(bytes);
            return bytes;
        }
        case byte_kind::mark: return read_point(shape);
        case byte_kind::blank:
        case byte_kind::quote:
        case byte_kind::hash: break;
        }
        return 0;
    }

    /// `6.3.đ` and `2.5` are one token each, and so is `6.3.ê`, for a message to name it whole.
    [[nodiscard]] std::size_t read_point(word_shape& shape) const noexcept {
        if (text_[at_] != '.' || word_bytes(at_ + 1) == 0) { return 0; }
        if (++shape.points == 1) { shape.first_point = at_; }
        return 1;
    }

    [[nodiscard]] bool is_clause_letter(std::size_t bytes) const noexcept {
        const std::string_view letter = text_.substr(at_, bytes);
        return letter == "đ" || letter == "Đ";
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<token> tokens_;
};

} // namespace

std::vector<token> tokenize(std::string_view text) { return tokenizer(text).all(); }

} // namespace TIEUCHI_NAMESPACE::impl::syntax
