// SPDX-License-Identifier: Apache-2.0
// The size of the rules once everything that they repeat is written out, and the limit to it: a short text can stand for very much
// more, by `same as` within `same as`, or by amendments each of which makes a version of everything that it amends.
#include "check/budget.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Rules that share no facts and bring in nothing come to at most about one part for each of their bytes, and are never too many.
rule_budget::rule_budget(const std::vector<syntax::tree>& files, const limits& bounds, diagnostic_sink& sink)
    : sink_(sink), most_parts_(bounds.parts) {
    std::uint64_t bytes = 0;
    for (const auto& file : files) { bytes += file.source->text().size(); }
    most_parts_ = std::max(most_parts_, bytes);
}

bool rule_budget::is_spent(const syntax::tree& file, span at) {
    if (used_up_ || parts_ <= most_parts_) { return used_up_; }
    sink_.error(file, at, say<diag::too_many_parts>(most_parts_));
    stop();
    return true;
}

void rule_budget::stop() {
    used_up_ = true;
    sink_.stop();
}

} // namespace TIEUCHI_NAMESPACE::impl::check
