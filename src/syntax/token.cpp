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

constexpr auto byte_kinds = [] {
    std::array<byte_kind, 256> kinds{};
    for (std::size_t at = 0; at < kinds.size(); ++at) {
        const auto is_in = [at](char first, char last) {
            return at >= static_cast<std::size_t>(first) && at <= static_cast<std::size_t>(last);
        };
        kinds[at] = at <= 0x20U       ? byte_kind::blank
                    : is_in('a', 'z') ? byte_kind::small
                    : is_in('A', 'Z') ? byte_kind::capital
                    : is_in('0', '9') ? byte_kind::digit
                    : is_in('_', '_') ? byte_kind::underscore
                    : is_in('"', '"') ? byte_kind::quote
                    : is_in('#', '#') ? byte_kind::hash
                    : at >= 0x80U     ? byte_kind::more
                                      : byte_kind::mark;
    }
    return kinds;
}();

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
        std::size_t points = 0;
        std::size_t first_point = 0;
        bool only_digits = true;
        bool may_be_name = kind_at(begin) == byte_kind::small;
        bool may_be_clause = true;
        for (; at_ != text_.size();) {
            std::size_t bytes = 1;
            switch (kind_at(at_)) {
            case byte_kind::small: only_digits = false; break;
            case byte_kind::digit: break;
            case byte_kind::capital: only_digits = may_be_name = false; break;
            case byte_kind::underscore: only_digits = may_be_clause = false; break;
            case byte_kind::more:
                bytes = word_bytes(at_);
                if (bytes == 0) { break; }
                only_digits = may_be_name = false;
                may_be_clause = may_be_clause && is_clause_letter(bytes);
                break;
            case byte_kind::blank:
            case byte_kind::quote:
            case byte_kind::hash: bytes = 0; break;
            case byte_kind::mark:
                // `6.3.đ` and `2.5` are one token each, and so is `6.3.ê`, to be named whole.
                bytes = text_[at_] == '.' && word_bytes(at_ + 1) != 0 ? 1 : 0;
                if (bytes != 0 && ++points == 1) { first_point = at_; }
                break;
            }
            if (bytes == 0) { break; }
            at_ += bytes;
        }
        if (only_digits && points < 2) { return points == 0 ? lexeme::whole : lexeme::decimal; }
        if (may_be_name && points == 0) { return word_kind(text_.substr(begin, at_ - begin)); }
        const bool begins_with_keyword = points != 0 && is_keyword(text_.substr(begin, first_point - begin));
        return may_be_clause && !begins_with_keyword ? lexeme::clause : lexeme::other;
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
