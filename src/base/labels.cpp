// SPDX-License-Identifier: Apache-2.0
// Texts in several languages: the one asked for, or the best there is.
#include "base/language.hpp"

#include <tieuchi/labels.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

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
    if (empty()) { return nullptr; }
    for (std::string_view next = language; !next.empty(); next = impl::wider_language(next)) {
        for (const auto& candidate : entries()) {
            if (impl::same_language(candidate.language, next)) { return &candidate; }
        }
    }
    for (const auto& candidate : entries()) {
        if (candidate.language.empty()) { return &candidate; }
    }
    return &entries().front();
}

std::string_view labels::in(std::string_view language) const noexcept {
    const entry* const found = best(language);
    return found == nullptr ? std::string_view{} : std::string_view(found->text);
}

std::string_view labels::language_in(std::string_view language) const noexcept {
    const entry* const found = best(language);
    return found == nullptr ? std::string_view{} : std::string_view(found->language);
}

} // namespace TIEUCHI_NAMESPACE
