// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts for people, in several languages.
#pragma once

#include <tieuchi/config.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// One thing's text in several languages, in the order of the rule file. Immutable; copies share the texts.
class TIEUCHI_API labels {
public:
    /// The text in one language.
    struct entry {
        std::string language; ///< `vi`, `en`, …; empty when the file names no language
        std::string text;     ///< UTF-8
    };

    labels() = default;
    explicit labels(std::vector<entry> entries);

    /// The text in `language`, whatever its case, or in the nearest wider one (`en` for `en-GB`); else that of no language, else the first.
    [[nodiscard]] std::string_view in(std::string_view language) const noexcept;

    /// The language of the text that `in` gives; empty when it names none or there is none.
    [[nodiscard]] std::string_view language_in(std::string_view language) const noexcept;

    [[nodiscard]] bool empty() const noexcept { return entries_ == nullptr; }
    [[nodiscard]] const std::vector<entry>& entries() const noexcept;

    TIEUCHI_API friend bool operator==(const labels& a, const labels& b);

private:
    [[nodiscard]] const entry* best(std::string_view language) const noexcept;

    std::shared_ptr<const std::vector<entry>> entries_; // copies share it: one text may stand in many standards
};

} // namespace TIEUCHI_NAMESPACE
