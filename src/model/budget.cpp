// SPDX-License-Identifier: Apache-2.0
// What the rules of all standards come to once everything is written out, and where that ends: a short text can stand for very much
// more, by `same as` in `same as`, or by amendments each of which makes a version of all that it amends.
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

std::size_t parts_of_copy(const syntax::criterion& one) {
    std::size_t parts = 1 + sizeof one / bytes_of_part + one.lines.size() + one.same.size() / 2 + one.only_where.size() / 2 +
                        one.unless.size() / 2 + one.cites.size() + (one.title.size() + one.note.size()) / 2;
    for (const auto& cite : one.cites) { parts += cite.clauses.size() / 2; }
    for (const auto& child : one.children) { parts += parts_of_copy(child); }
    return parts;
}

/// Rules whose standards share no facts and bring in nothing have about a part for each of their bytes at most: they are never too many.
void checker::set_budget() {
    std::uint64_t bytes = 0;
    for (const auto& file : files_) { bytes += file.source->text().size(); }
    most_parts_ = std::max<std::uint64_t>(bounds_.parts, bytes);
}

/// Whether the budget is used up; the first time it is said at that place. Then nothing more is checked.
bool checker::is_spent(const syntax::tree& file, span at) {
    if (spent_ || parts_ <= most_parts_) { return spent_; }
    error(file, at, say<diag::too_many_parts>(most_parts_));
    spent_ = true;
    return true;
}

} // namespace TIEUCHI_NAMESPACE::impl::model
