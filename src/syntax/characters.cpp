// SPDX-License-Identifier: Apache-2.0
// The check of the text before the grammar reads it: its bytes, its characters, and what stands in quotation marks.
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "syntax/state.hpp"

#include <array>
#include <limits>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

using namespace literals;

namespace {

/// Whether a text after this token names something: `document "…"`, `part of "…"`. Other texts are for people to read.
[[nodiscard]] bool comes_before_a_name(lexeme kind) noexcept {
    constexpr lexeme_set before{"document"_word, "of"_word,   "replaces"_word, "amends"_word,
                                "place"_word,    "cite"_word, "example"_word};
    return before.has(kind);
}

[[nodiscard]] constexpr bool is_control(char32_t value) noexcept { return value < 0x20U || (value >= 0x7FU && value < 0xA0U); }

/// Bytes with which a character begins that must be looked at: a control character, or a mark of direction.
constexpr auto is_suspicious = [] {
    std::array<bool, 256> bytes{};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        bytes[at] = (at < 0x20U && at != '\t' && at != '\n') || at == 0x7FU || at == 0xC2U || at == 0xE2U;
    }
    return bytes;
}();

/// Says what keeps a text that is meant for a name from being one, unless that is said already.
void check_name(state& reading, std::string_view name, std::uint32_t begin) {
    const auto wrong = names::fault_of(name);
    if (!wrong) { return; }
    const bool reported = is_control(wrong->value) || utf8::is_direction_override(wrong->value);
    if (wrong->what == names::fault::sort::hidden && reported) { return; } // wherever it stands
    const auto at = begin + static_cast<std::uint32_t>(wrong->at);
    reading.report(reading.error(say<diag::unsound_name>(wrong->text(), wrong->cure()),
                                 {at, at + static_cast<std::uint32_t>(wrong->bytes)}));
}

} // namespace

bool check_bytes(const source_ptr& source, const limits& bounds, diagnostics& problems) {
    const std::string_view text = source->text();
    const auto refuse = [&](remark what, std::size_t at, std::size_t bytes) {
        const auto where = static_cast<std::uint32_t>(at);
        problems.push_back(problem(std::move(what), source, {where, where + static_cast<std::uint32_t>(bytes)}));
        return false;
    };
    const std::size_t most = std::min<std::size_t>(bounds.file_bytes, std::numeric_limits<std::uint32_t>::max() - 1U);
    if (text.size() > most) { return refuse(say<diag::file_too_large>(text.size(), most), 0, 0); }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) { return refuse(say<diag::text_in_utf16>(), 0, 2); }
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos) { return refuse(say<diag::not_text>(at), at, 1); }
    if (const std::size_t at = utf8::first_invalid(text); at != std::string_view::npos) {
        return refuse(say<diag::byte_not_utf8>(at), at, 1);
    }
    return true;
}

void state::check_characters() {
    std::uint32_t past = source_.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0;
    for (iterator at = begin_; !stopped_; ++at) {
        check_blank(past, at->begin);
        if (at == end_) { break; }
        if (is_text(at->kind)) { check_text(at); }
        check_blank(at->begin, at->end);
        past = at->end;
    }
}

void state::check_blank(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t at = first; at < last; ++at) {
        if (is_suspicious[static_cast<unsigned char>(source_[at])]) { check_character(at); }
    }
}

void state::check_character(std::uint32_t at) {
    const utf8::decoded here = utf8::decode(source_, at);
    const span where{at, at + static_cast<std::uint32_t>(here.bytes)};
    if (here.value == '\r') {
        if (carriage_return_reported_ || (at + 1 < source_.size() && source_[at + 1] == '\n')) { return; }
        carriage_return_reported_ = true;
        report(error(say<diag::carriage_return_alone>(), where));
    } else if (utf8::is_direction_override(here.value)) {
        report(error(say<diag::direction_mark>(utf8::code_point_name(here.value)), where));
        bad_characters_.push_back(at);
    } else if (is_control(here.value)) {
        report(error(say<diag::control_character>(utf8::code_point_name(here.value)), where));
        bad_characters_.push_back(at);
    }
}

void state::check_text(iterator at) {
    const std::string_view quoted = text(at);
    check_escapes(quoted, at->begin);
    if (at->kind == lexeme::unclosed) {
        report(error(say<diag::text_not_closed>(), {at->begin, at->begin + 1}));
        unclosed_.push_back(tree_.source->line_of(at->begin));
    } else if (at != begin_ && comes_before_a_name((at - 1)->kind)) {
        check_name(*this, quoted.substr(1, quoted.size() - 2), at->begin + 1);
    }
}

void state::check_escapes(std::string_view quoted, std::uint32_t begin) {
    for (std::size_t at = 1; (at = quoted.find('\\', at)) != std::string_view::npos;) {
        const std::size_t bytes = at + 1 < quoted.size() ? utf8::decode(quoted, at + 1).bytes : 0;
        const std::string_view escape = quoted.substr(at, 1 + bytes);
        if (escape != "\\\\" && escape != "\\\"") {
            const auto where = begin + static_cast<std::uint32_t>(at);
            report(error(say<diag::unknown_escape>(utf8::shortened(escape)),
                         {where, where + static_cast<std::uint32_t>(escape.size())}));
        }
        at += escape.size();
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
