// SPDX-License-Identifier: Apache-2.0
/// \file
/// Which language is nearest to that asked for: the lookup of BCP 47 (RFC 4647, 3.4).
#pragma once

#include <tieuchi/config.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl {

/// Whether two language tags are the same; case does not matter.
[[nodiscard]] constexpr bool same_language(std::string_view a, std::string_view b) noexcept {
    const auto small = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return small(x) == small(y); });
}

/// What to look for next where there is nothing in `language`: `zh-Hant` after `zh-Hant-TW`, then `zh`, then nothing. Also reads `en_GB.UTF-8`, as
/// systems write it.
[[nodiscard]] constexpr std::string_view wider_language(std::string_view language) noexcept {
    constexpr std::string_view between = "-_.@";
    const auto shortened = [&](std::string_view text) {
        const std::size_t end = text.find_last_of(between);
        return text.substr(0, end == std::string_view::npos ? 0 : end);
    };
    std::string_view left = shortened(language);
    while (left.size() >= 2 && between.find(left[left.size() - 2]) != std::string_view::npos) { left = shortened(left); }
    return left; // a single letter at the end is dropped too: it has a meaning only with what follows it
}

/// Whether a text in `available` serves a reader of `wanted`: it is in that language, or in a wider one.
[[nodiscard]] constexpr bool serves(std::string_view available, std::string_view wanted) noexcept {
    for (; !wanted.empty(); wanted = wider_language(wanted)) {
        if (same_language(available, wanted)) { return true; }
    }
    return false;
}

/// A number as the language writes it.
[[nodiscard]] inline std::string number_in(std::string_view language, std::string number) {
    if (serves("vi", language)) { std::replace(number.begin(), number.end(), '.', ','); }
    return number;
}

} // namespace TIEUCHI_NAMESPACE::impl
