// SPDX-License-Identifier: Apache-2.0
// Whether every value that an expression can have can be held exactly.
#include "check/expressions.hpp"

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// Half of the range of 64 bits is left free, so that the difference of two values that fit also fits.
constexpr int128 largest_value = INT64_MAX / 2;

} // namespace

bool expression_checker::fits(const context& where, span at, int128 least, int128 most, std::initializer_list<index> operands) {
    if (least >= -largest_value && most <= largest_value) { return true; }
    report_too_large(where, at, std::max(most, -least), operands);
    return false;
}

/// Names the fact that can be largest, and a bound for it that would be enough if the value grows in proportion to it.
void expression_checker::report_too_large(const context& where, span at, int128 size, std::initializer_list<index> operands) {
    const standard& model = *where.into->model;
    std::set<index> seen(operands.begin(), operands.end());
    std::vector<index> next(seen.begin(), seen.end());
    std::set<index> facts;
    constexpr std::size_t most_seen = 10'000;
    for (std::size_t i = 0; i < next.size() && next.size() < most_seen; ++i) {
        const expression& e = model.expressions[next[i]];
        if (e.op == operation::fact) { facts.insert(e.at_index); }
        for (const index id : {e.left, e.right, e.third, e.fourth}) {
            if (id != none && seen.insert(id).second) { next.push_back(id); }
        }
    }
    const auto size_of = [&](index id) {
        return std::max(model.facts[id].most.units(), -model.facts[id].least.units()) / decimal::one;
    };
    const auto widest = std::max_element(facts.begin(), facts.end(), [&](index a, index b) { return size_of(a) < size_of(b); });
    if (widest == facts.end() || size_of(*widest) == 0) {
        error(*where.file, at, say<diag::too_large>());
        return;
    }
    const fact& declared = model.facts[*widest];
    const bool open = size_of(*widest) >= (declared.type == fact_type::count ? largest_count : largest_number);
    const int128 times = size / largest_value + 1;
    std::int64_t enough = 1;
    while (int128{10} * enough * times <= size_of(*widest)) { enough *= 10; }
    const std::string help = enough * times <= size_of(*widest) ? "give `" + declared.name + "` a " + (open ? "" : "smaller ") +
                                                                      "bound, such as `at most " + std::to_string(enough) + "`"
                                                                : "make the numbers smaller that it is multiplied with";
    remark what =
        open ? say<diag::too_large_unbounded>(declared.name) : say<diag::too_large_by_fact>(declared.name, size_of(*widest));
    error(*where.file, at, std::move(what).with_help(help));
}

} // namespace TIEUCHI_NAMESPACE::impl::check
