// SPDX-License-Identifier: Apache-2.0
// Which missing facts can still change the outcome, and which of them decide most.
#include "assess/trace.hpp"
#include "base/text_list.hpp"
#include "plan/bound.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// Answers worth trying: each of a few, or the ends and the values where a rule's answer changes.
[[nodiscard]] std::vector<std::int64_t> trial_answers(const bound_standard& of, std::uint32_t slot, plan::interval possible) {
    std::vector<std::int64_t> answers;
    if (possible.most - possible.least < static_cast<std::int64_t>(model::most_options)) {
        const fact_type type = of.facts()[slot].type;
        if (type == fact_type::yes_no || type == fact_type::one_of) {
            for (std::int64_t one = possible.least; one <= possible.most; ++one) { answers.push_back(one); }
            return answers;
        }
    }
    answers = {possible.least, possible.most};
    for (const std::int64_t one : of.thresholds[slot]) {
        if (one > possible.least && one < possible.most) { answers.push_back(one); }
    }
    return answers;
}

/// How much an answer to one question leaves open. Smaller decides more.
struct openness {
    double outcomes = 0;  ///< mean number of outcomes still possible
    double questions = 0; ///< mean number of questions still open
    bool can_decide = false;
};

[[nodiscard]] openness openness_after(const bound_standard& of, std::vector<plan::interval>& slots, std::uint32_t slot,
                                      std::vector<plan::interval>& numbers, std::vector<plan::truth>& truths) {
    const plan::interval before = slots[slot];
    const auto answers = trial_answers(of, slot, before);
    openness mean;
    for (const std::int64_t answer : answers) {
        slots[slot] = {answer, answer};
        plan::run(of.program, slots, 0, numbers, truths);
        const auto possible = static_cast<double>(__builtin_popcountll(plan::decide(of.program, truths)));
        mean.outcomes += possible;
        if (possible == 1) {
            mean.can_decide = true;
            continue;
        }
        const auto still = open_facts({&of.program, slots, numbers, truths}).slots;
        mean.questions += static_cast<double>(std::count(still.begin(), still.end(), std::uint8_t{1}));
    }
    slots[slot] = before;
    mean.outcomes /= static_cast<double>(answers.size());
    mean.questions /= static_cast<double>(answers.size());
    return mean;
}

/// What a criterion asks for itself. What its parts give is theirs to ask for.
[[nodiscard]] std::vector<model::index> read_by(const model::criterion& one) {
    std::vector<model::index> roots = one.only_where;
    roots.insert(roots.end(), one.unless.begin(), one.unless.end());
    if (one.shown.children.empty()) { roots.insert(roots.end(), {one.when, one.points}); }
    return roots;
}

/// Calls `visit` with each slot that an expression reads.
template <class Visit>
void for_each_slot(const model::standard& of, const std::vector<model::index>& roots, std::vector<std::uint32_t>& seen,
                   std::uint32_t stamp, Visit visit) {
    std::vector<model::index> open = roots;
    while (!open.empty()) {
        const model::index at = open.back();
        open.pop_back();
        if (at == model::none || seen[at] == stamp) { continue; }
        seen[at] = stamp;
        const model::expression& e = of.expressions[at];
        if (e.op == model::operation::fact || e.op == model::operation::in_options) { visit(e.at_index); }
        open.insert(open.end(), {e.left, e.right, e.third, e.fourth});
        if (e.op != model::operation::table) { continue; }
        for (const auto& line : of.tables[static_cast<std::size_t>(e.constant)].lines) {
            open.insert(open.end(), {line.when, line.value});
        }
    }
}

/// Beyond this many open questions they keep the order of the law: trying every answer of each would cost more than it tells.
constexpr std::size_t most_ranked = 500;

} // namespace
} // namespace impl::assess

std::vector<question> assessment::questions() const {
    using namespace impl;
    std::vector<question> asked;
    if (decided()) { return asked; }
    const plan::program& plan = bound_->program;
    const assess::trace open = assess::open_facts({&plan, slots_, numbers_, truths_});
    std::vector<std::uint32_t> at(slots_.size(), UINT32_MAX);
    for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
        if (open.slots[slot] == 0) { continue; }
        at[slot] = static_cast<std::uint32_t>(asked.size());
        question& one = asked.emplace_back();
        one.fact = &bound_->facts()[slot];
        one.slot = slot;
        if (one.fact->by && bound_->year) { one.by = to_string(one.fact->by->in(*bound_->year)); }
    }

    // Who asks: exits first, then the criteria in the order of the law, then adjustments.
    const model::standard& of = *bound_->model;
    std::vector<std::uint32_t> seen(of.expressions.size(), 0);
    std::vector<std::uint32_t> first(asked.size(), UINT32_MAX);
    std::uint32_t stamp = 0;
    for (std::uint32_t i = 0; i < of.exits.size(); ++i) {
        if (open.truths[plan.exits[i].when] == 0) { continue; }
        assess::for_each_slot(of, {of.exits[i].when}, seen, ++stamp, [&](std::uint32_t slot) {
            if (at[slot] == UINT32_MAX) { return; }
            question& one = asked[at[slot]];
            impl::add_all(one.clauses, bound_->exits[i].cites);
            first[at[slot]] = std::min(first[at[slot]], i);
        });
    }
    for (std::uint32_t i = 0; i < of.criteria.size(); ++i) {
        const plan::register_index points = plan.criteria[i].points;
        const bool is_open = open.truths[plan.criteria[i].met] != 0 || (points != plan::no_register && open.numbers[points] != 0);
        if (!is_open) { continue; }
        assess::for_each_slot(of, assess::read_by(of.criteria[i]), seen, ++stamp, [&](std::uint32_t slot) {
            if (at[slot] == UINT32_MAX) { return; }
            question& one = asked[at[slot]];
            if (!one.asked_by.empty() && one.asked_by.back() == &bound_->criteria[i]) { return; }
            one.asked_by.push_back(&bound_->criteria[i]);
            one.clauses.push_back(bound_->criteria[i].clause);
            one.needs_judgement = one.needs_judgement || bound_->criteria[i].needs_judgement;
            first[at[slot]] = std::min(first[at[slot]], static_cast<std::uint32_t>(of.exits.size()) + i);
        });
    }
    for (std::uint32_t i = 0; i < of.adjustments.size(); ++i) { // what no clause asks for, they do
        if (open.truths[plan.adjustments[i].when] == 0) { continue; }
        assess::for_each_slot(of, {of.adjustments[i].when}, seen, ++stamp, [&](std::uint32_t slot) {
            if (at[slot] == UINT32_MAX || !asked[at[slot]].clauses.empty()) { return; }
            asked[at[slot]].clauses = bound_->adjustments[i].cites;
        });
    }

    std::vector<assess::openness> left(asked.size());
    if (asked.size() <= assess::most_ranked) {
        std::vector<plan::interval> slots = slots_;
        std::vector<plan::interval> numbers(plan.numbers);
        std::vector<plan::truth> truths(plan.truths);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            left[i] = assess::openness_after(*bound_, slots, asked[i].slot, numbers, truths);
            asked[i].can_decide = left[i].can_decide;
        }
    }
    std::vector<std::size_t> order(asked.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(left[a].outcomes, left[a].questions, first[a]) <
               std::tuple(left[b].outcomes, left[b].questions, first[b]);
    });
    std::vector<question> sorted;
    sorted.reserve(asked.size());
    for (const std::size_t i : order) { sorted.push_back(std::move(asked[i])); }
    return sorted;
}

} // namespace TIEUCHI_NAMESPACE
