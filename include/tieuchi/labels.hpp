// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts for people, in several languages.
#pragma once

#include <tieuchi/config.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tieuchi {

/// One thing's text in several languages, in the order of the rule file.
class TIEUCHI_API labels {
public:
    struct entry {
        std::string language; ///< `vi`, `en`, …; empty when the file names no language
        std::string text;     ///< UTF-8
        friend bool operator==(const entry&, const entry&) = default;
    };

    labels() = default;
    explicit labels(std::vector<entry> entries) noexcept : entries_(std::move(entries)) {}

    /// The text in `language`; without one there, the text that names no language, else the first; empty when there is none.
    [[nodiscard]] std::string_view in(std::string_view language) const noexcept;

    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] const std::vector<entry>& entries() const noexcept { return entries_; }

    friend bool operator==(const labels&, const labels&) = default;

private:
    std::vector<entry> entries_;
};

} // namespace tieuchi
