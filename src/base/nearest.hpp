// SPDX-License-Identifier: Apache-2.0
/// \file
/// The nearest known name to a misspelt one.
#pragma once

#include "base/names.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl {

/// Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment distance.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) { row[j] = std::min(row[j], before[j - 2] + 1); }
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

/// The known word nearest to `word`, the first of equally near ones; empty when none is near enough for a typing error. Any letter is one edit
/// away from any other, so a single letter is near to nothing.
template <class Words>
[[nodiscard]] std::string nearest(std::string_view word, const Words& known) {
    constexpr std::size_t longest = 100; // bounds the cost of hostile names
    std::string best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    if (word.size() < 2 || word.size() > longest) { return best; }
    for (const auto& candidate : known) {
        const std::string_view name = candidate;
        const std::size_t longer = std::max(name.size(), word.size()) - std::min(name.size(), word.size());
        if (name.size() > longest || longer >= least) { continue; }
        const std::size_t distance = edit_distance(word, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

/// The names in backticks, with commas between.
[[nodiscard]] inline std::string list_of(const std::vector<std::string>& names) {
    std::string all;
    for (const auto& name : names) { all += (all.empty() ? "`" : ", `") + name + "`"; }
    return all;
}

/// The help line for a misspelt name; `otherwise` when nothing is near.
template <class Words>
[[nodiscard]] std::string did_you_mean(std::string_view word, const Words& known, std::string otherwise = {}) {
    // A name with a hidden character may look the same as the nearest.
    if (const auto fault = names::fault_of(word)) { return "it holds " + fault->text() + ": " + fault->cure(); }
    const std::string near = nearest(word, known);
    return near.empty() ? std::move(otherwise) : "did you mean `" + near + "`?";
}

} // namespace TIEUCHI_NAMESPACE::impl
