// SPDX-License-Identifier: Apache-2.0
// Definitions of diagnostic_sink.hpp.
#include "check/diagnostic_sink.hpp"

#include <algorithm>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::check {

bool diagnostic_sink::has_errors() const { return tieuchi::has_errors(problems_); }

bool diagnostic_sink::is_full(const syntax::tree& file) const {
    if (stopped_) { return true; }
    const auto found = errors_.find(&file);
    return found != errors_.end() && found->second >= std::max<std::size_t>(bounds_.diagnostics, 1);
}

bool diagnostic_sink::is_reported(const syntax::tree& file, span at) const {
    return is_full(file) || refused_.contains({&file, at.begin, at.end});
}

void diagnostic_sink::error(const syntax::tree& file, span at, remark what) {
    if (is_full(file) || !reported_.emplace(&file, at.begin, at.end, what.message).second) { return; }
    problems_.push_back(problem(std::move(what), file.source, at));
    refused_.emplace(&file, at.begin, at.end);
    if (const std::size_t errors = ++errors_[&file]; is_full(file)) {
        problems_.push_back(problem(say<diag::check_stopped>(errors), file.source, at));
    }
}

void diagnostic_sink::warn(const syntax::tree& file, span at, remark what) {
    if (!reported_.emplace(&file, at.begin, at.end, what.message).second) { return; }
    problems_.push_back(problem(std::move(what), file.source, at));
}

void diagnostic_sink::put_in_order() {
    std::map<const source*, std::size_t> order;
    for (const auto& file : files_) { order.emplace(file.source.get(), order.size()); }
    std::stable_sort(problems_.begin(), problems_.end(), [&](const diagnostic& a, const diagnostic& b) {
        return std::tuple(order[a.origin.get()], is<diag::check_stopped>(a), a.at.begin) <
               std::tuple(order[b.origin.get()], is<diag::check_stopped>(b), b.at.begin);
    });
}

} // namespace TIEUCHI_NAMESPACE::impl::check
