// SPDX-License-Identifier: Apache-2.0
/// \file
/// Texts in several languages: the one asked for, or the best there is.
#pragma once

#include <tieuchi/labels.hpp>

#include <algorithm>

namespace tieuchi {

labels::labels(std::vector<entry> entries)
    : entries_(entries.empty() ? nullptr : std::make_shared<const std::vector<entry>>(std::move(entries))) {}

bool operator==(const labels& a, const labels& b) {
    const auto& left = a.entries();
    const auto& right = b.entries();
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const labels::entry& x, const labels::entry& y) {
        return x.language == y.language && x.text == y.text;
    });
}

const std::vector<labels::entry>& labels::entries() const noexcept {
    static const std::vector<entry> nothing;
    return entries_ == nullptr ? nothing : *entries_;
}

const labels::entry* labels::best(std::string_view language) const noexcept {
    const entry* of_no_language = nullptr;
    for (const auto& one : entries()) {
        if (one.language == language) { return &one; }
        if (one.language.empty()) { of_no_language = &one; }
    }
    return of_no_language != nullptr || empty() ? of_no_language : &entries().front();
}

std::string_view labels::in(std::string_view language) const noexcept {
    const entry* const found = best(language);
    return found == nullptr ? std::string_view{} : std::string_view(found->text);
}

std::string_view labels::language_in(std::string_view language) const noexcept {
    const entry* const found = best(language);
    return found == nullptr ? std::string_view{} : std::string_view(found->language);
}

} // namespace tieuchi
