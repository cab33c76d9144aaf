// SPDX-License-Identifier: Apache-2.0
// The texts of two standards, item by item.
#include "plan/access.hpp"

#include <tieuchi/difference.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::difference {
namespace {

using model::written_item;

[[nodiscard]] bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Letters, digits and what continues them: between two of these a blank means something.
[[nodiscard]] bool is_of_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// The end of the string that begins at `at`, after its closing quotation mark.
[[nodiscard]] std::uint32_t end_of_string(std::string_view text, std::size_t at, std::size_t limit) {
    std::size_t end = at + 1;
    while (end < limit && text[end] != '"') { end += text[end] == '\\' ? 2U : 1U; }
    return static_cast<std::uint32_t>(std::min(end + 1, limit));
}

[[nodiscard]] std::string without_blanks(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            const std::size_t end = end_of_string(text, at, text.size());
            result += text.substr(at, end - at);
            at = end;
        } else {
            const bool between_words = at > 0 && at + 1 < text.size() && is_of_word(text[at - 1]) && is_of_word(text[at + 1]);
            if (text[at] != ' ' || between_words) { result += text[at]; }
            ++at;
        }
    }
    return result;
}

/// The text of an item on one line: blanks are single, comments are left out, and an ellipsis stands for its parts.
[[nodiscard]] std::string text_of(const written_item& item) {
    const std::string_view whole = item.origin->text();
    std::string text;
    const auto add_blank = [&text] {
        if (!text.empty() && text.back() != ' ') { text += ' '; }
    };
    for (std::uint32_t at = item.at.begin; at < item.at.end;) {
        if (at == item.parts.begin && at < item.parts.end) {
            text += "{ … }";
            at = item.parts.end;
        } else if (whole[at] == '"') {
            const std::uint32_t end = end_of_string(whole, at, item.at.end);
            text += whole.substr(at, end - at);
            at = end;
        } else if (whole[at] == '#') {
            while (at < item.at.end && whole[at] != '\n') { ++at; }
        } else if (is_blank(whole[at])) {
            add_blank();
            ++at;
        } else {
            text += whole[at++];
        }
    }
    return text;
}

/// Whether two items say the same: blanks count only inside strings and between words.
[[nodiscard]] bool same_text(const std::string& a, const std::string& b) {
    return a == b || without_blanks(a) == without_blanks(b);
}

/// What an item is known by in both standards; what has no name, by its text.
[[nodiscard]] bool same_item(const written_item& a, const written_item& b) {
    if (a.item != b.item) { return false; }
    const bool nameless = a.item == rule_item::exit || a.item == rule_item::adjustment || a.item == rule_item::quota;
    return nameless ? same_text(text_of(a), text_of(b)) : a.name == b.name;
}

} // namespace
} // namespace impl::difference

std::string_view to_string(rule_item item) noexcept {
    switch (item) {
    case rule_item::criterion: return "criterion";
    case rule_item::outcome: return "outcome";
    case rule_item::exit: return "exit";
    case rule_item::adjustment: return "adjustment";
    case rule_item::quota: return "quota";
    case rule_item::points: return "points";
    case rule_item::window: return "window";
    case rule_item::deadline: return "deadline";
    case rule_item::reading: return "reading";
    case rule_item::fact: return "fact";
    case rule_item::quantity: break;
    }
    return "quantity";
}

std::string_view to_string(rule_change change) noexcept {
    switch (change) {
    case rule_change::added: return "added";
    case rule_change::removed: return "removed";
    case rule_change::changed: break;
    }
    return "changed";
}

std::vector<difference> differences(const standard& before, const standard& after) {
    using namespace impl::difference;
    const auto& old_texts = impl::access::bound_of(before)->model->texts;
    const auto& new_texts = impl::access::bound_of(after)->model->texts;
    std::vector<difference> found;
    std::vector<bool> kept(old_texts.size(), false);
    for (const written_item& now : new_texts) {
        std::size_t at = 0;
        while (at < old_texts.size() && (kept[at] || !same_item(old_texts[at], now))) { ++at; }
        if (at == old_texts.size()) {
            found.push_back({now.item, rule_change::added, now.name, {}, text_of(now), {}, now.document});
            continue;
        }
        kept[at] = true;
        const std::string was = text_of(old_texts[at]);
        const std::string is = text_of(now);
        if (same_text(was, is)) { continue; }
        found.push_back({now.item, rule_change::changed, now.name, was, is, old_texts[at].document, now.document});
    }
    for (std::size_t at = 0; at < old_texts.size(); ++at) {
        const written_item& was = old_texts[at];
        if (!kept[at]) { found.push_back({was.item, rule_change::removed, was.name, text_of(was), {}, was.document, {}}); }
    }
    return found;
}

} // namespace TIEUCHI_NAMESPACE
