// SPDX-License-Identifier: Apache-2.0
// Definitions of state.hpp, but for the check of the text.
#include "syntax/state.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::syntax {

state::state(tree& into, const limits& bounds, diagnostics& problems)
    : tree_(into),
      bounds_(bounds),
      problems_(problems),
      source_(into.source->text()),
      begin_(into.tokens.data()),
      end_(begin_ + into.tokens.size() - 1),
      first_problem_(problems.size()),
      nesting_(std::min(bounds.nesting, limits::deepest_nesting)) {
    into.settings.resize(into.tokens.size());
}

iterator state::token_from(std::uint32_t offset) const noexcept {
    return std::lower_bound(begin_, end_, offset, [](const token& at, std::uint32_t wanted) { return at.begin < wanted; });
}

std::string state::describe(iterator at) const {
    const text_position where = tree_.source->position_of(at->begin);
    return "line " + std::to_string(where.line) + ", column " + std::to_string(where.column);
}

expression_id state::add(expression node) {
    tree_.expressions.push_back(std::move(node));
    return {static_cast<std::uint32_t>(tree_.expressions.size() - 1)};
}

diagnostic state::error(remark what, span at) const { return problem(std::move(what), tree_.source, at); }

void state::report(diagnostic problem) {
    if (stopped_) { return; }
    problems_.push_back(std::move(problem));
    stopped_ = problems_.size() - first_problem_ >= std::max<std::size_t>(bounds_.diagnostics, 1);
}

bool state::is_unclosed_line(std::uint32_t offset) const {
    const auto after = std::upper_bound(unclosed_.begin(), unclosed_.end(), offset,
                                        [](std::uint32_t at, const span& line) { return at < line.begin; });
    return after != unclosed_.begin() && offset <= (after - 1)->end;
}

bool state::is_spoilt(iterator at) const {
    const std::uint32_t begin = at == end_ ? end_before(at) : at->begin;
    return is_unclosed_line(end_before(at)) || is_unclosed_line(begin) ||
           std::binary_search(bad_characters_.begin(), bad_characters_.end(), begin);
}

void state::finish() {
    const auto first = problems_.begin() + static_cast<std::ptrdiff_t>(first_problem_);
    std::stable_sort(first, problems_.end(), [](const diagnostic& a, const diagnostic& b) { return a.at.begin < b.at.begin; });
    if (stopped_) {
        const std::size_t count = problems_.size() - first_problem_;
        const span last = problems_.back().at;
        problems_.push_back(error(say<diag::reading_stopped>(count), last));
    }
}

state::depth_guard::depth_guard(state& reading, iterator at) : reading_(reading) {
    if (!reading.may_nest()) {
        const std::uint32_t end = reading.end_before(reading.end_);
        const span where = at == reading.end_ ? span{end, end} : span{at->begin, at->end};
        const char* const help = reading.nesting_ < limits::deepest_nesting ? "take a part of it out, or raise `limits::nesting`"
                                                                            : "take a part of it out";
        throw refusal{reading.error(say<diag::nested_too_deep>(reading.nesting_).with_help(help), where)};
    }
    ++reading.depth_;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
