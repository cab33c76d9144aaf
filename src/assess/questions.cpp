// SPDX-License-Identifier: Apache-2.0
// Which missing facts can still change the outcome, and which of them decide most.
#include "assess/trace.hpp"
#include "base/text_list.hpp"
#include "plan/bound.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

/// Answers worth trying: all of them where they are few, else both ends and the values at which some rule changes its answer.
[[nodiscard]] std::vector<std::int64_t> trial_answers(const bound_standard& standard, std::uint32_t slot,
                                                      plan::interval possible) {
    std::vector<std::int64_t> answers;
    if (possible.most - possible.least < static_cast<std::int64_t>(model::most_options)) {
        const fact_type type = standard.facts()[slot].type;
        if (type == fact_type::yes_no || type == fact_type::one_of) {
            for (std::int64_t answer = possible.least; answer <= possible.most; ++answer) { answers.push_back(answer); }
            return answers;
        }
    }
    answers = {possible.least, possible.most};
    for (const std::int64_t threshold : standard.thresholds[slot]) {
        if (threshold > possible.least && threshold < possible.most) { answers.push_back(threshold); }
    }
    return answers;
}

/// How much an answer to one question leaves open. Smaller decides more.
struct openness {
    double outcomes = 0;  ///< mean number of outcomes still possible
    double questions = 0; ///< mean number of questions still open
    bool can_decide = false;
};

[[nodiscard]] openness openness_after(const bound_standard& standard, std::vector<plan::interval>& slots, std::uint32_t slot,
                                      std::vector<plan::interval>& numbers, std::vector<plan::truth>& truths) {
    const plan::interval before = slots[slot];
    const auto answers = trial_answers(standard, slot, before);
    openness mean;
    for (const std::int64_t answer : answers) {
        slots[slot] = {answer, answer};
        plan::run(standard.program, slots, 0, numbers, truths);
        const auto possible = static_cast<double>(__builtin_popcountll(plan::decide(standard.program, truths)));
        mean.outcomes += possible;
        if (possible == 1) {
            mean.can_decide = true;
            continue;
        }
        const auto still = open_facts({&standard.program, slots, numbers, truths}).slots;
        mean.questions += static_cast<double>(std::count(still.begin(), still.end(), std::uint8_t{1}));
    }
    slots[slot] = before;
    mean.outcomes /= static_cast<double>(answers.size());
    mean.questions /= static_cast<double>(answers.size());
    return mean;
}

/// The expressions that a criterion itself reads; those of its parts are left to them.
[[nodiscard]] std::vector<model::index> expressions_of(const model::criterion& criterion) {
    std::vector<model::index> roots = criterion.only_where;
    roots.insert(roots.end(), criterion.unless.begin(), criterion.unless.end());
    if (criterion.shown.children.empty()) { roots.insert(roots.end(), {criterion.when, criterion.points}); }
    return roots;
}

/// Calls `visit` with each slot that these expressions read. `seen` holds the stamp of the last walk that met an expression.
template <class Visit>
void for_each_slot(const model::standard& standard, const std::vector<model::index>& roots, std::vector<std::uint32_t>& seen,
                   std::uint32_t stamp, Visit visit) {
    std::vector<model::index> open = roots;
    while (!open.empty()) {
        const model::index at = open.back();
        open.pop_back();
        if (at == model::none || seen[at] == stamp) { continue; }
        seen[at] = stamp;
        const model::expression& e = standard.expressions[at];
        if (e.op == model::operation::fact || e.op == model::operation::in_options) { visit(e.at_index); }
        open.insert(open.end(), {e.left, e.right, e.third, e.fourth});
        if (e.op != model::operation::table) { continue; }
        for (const auto& line : standard.tables[static_cast<std::size_t>(e.constant)].lines) {
            open.insert(open.end(), {line.when, line.value});
        }
    }
}

/// More open questions than this keep the order of the law: trying out every answer of each would cost more than it tells.
constexpr std::size_t most_ranked = 500;

/// The questions that a run leaves open, with the clauses that wait for each.
class open_questions {
public:
    open_questions(const bound_standard& standard, const run_state& state)
        : standard_(standard),
          model_(*standard.model),
          state_(state),
          open_(open_facts(state)),
          question_at_(state.slots.size(), no_question),
          seen_(standard.model->expressions.size(), 0) {
        collect();
        // Exits come first, then the criteria in the order of the law, then adjustments.
        add_exits();
        add_criteria();
        add_adjustments();
    }

    [[nodiscard]] std::vector<question> most_decisive_first() && {
        const std::vector<openness> left = try_answers();
        std::vector<std::size_t> order(questions_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return std::tuple(left[a].outcomes, left[a].questions, first_asker_[a]) <
                   std::tuple(left[b].outcomes, left[b].questions, first_asker_[b]);
        });
        std::vector<question> sorted;
        sorted.reserve(questions_.size());
        for (const std::size_t i : order) { sorted.push_back(std::move(questions_[i])); }
        return sorted;
    }

private:
    static constexpr std::uint32_t no_question = UINT32_MAX;
    static constexpr std::uint32_t no_asker = UINT32_MAX;

    /// One question for each open fact, in the order of the slots.
    void collect() {
        for (std::uint32_t slot = 0; slot < question_at_.size(); ++slot) {
            if (open_.slots[slot] == 0) { continue; }
            question_at_[slot] = static_cast<std::uint32_t>(questions_.size());
            question& question = questions_.emplace_back();
            question.fact = &standard_.facts()[slot];
            question.slot = slot;
            if (question.fact->by && standard_.year) { question.by = to_string(question.fact->by->in(*standard_.year)); }
        }
        first_asker_.assign(questions_.size(), no_asker);
    }

    /// Calls `visit` with the index of each question whose fact these expressions read.
    template <class Visit>
    void for_each_question(const std::vector<model::index>& roots, Visit visit) {
        for_each_slot(model_, roots, seen_, ++stamp_, [&](std::uint32_t slot) {
            if (question_at_[slot] != no_question) { visit(question_at_[slot]); }
        });
    }

    void note_asker(std::uint32_t at, std::uint32_t asker) { first_asker_[at] = std::min(first_asker_[at], asker); }

    void add_exits() {
        for (std::uint32_t i = 0; i < model_.exits.size(); ++i) {
            if (open_.truths[state_.plan->exits[i].when] == 0) { continue; }
            for_each_question({model_.exits[i].when}, [&](std::uint32_t at) {
                add_all(questions_[at].clauses, standard_.exits[i].cites);
                note_asker(at, i);
            });
        }
    }

    [[nodiscard]] bool is_open(const plan::criterion_registers& registers) const {
        return open_.truths[registers.met] != 0 ||
               (registers.points != plan::no_register && open_.numbers[registers.points] != 0);
    }

    void add_criteria() {
        const auto exits = static_cast<std::uint32_t>(model_.exits.size());
        for (std::uint32_t i = 0; i < model_.criteria.size(); ++i) {
            if (!is_open(state_.plan->criteria[i])) { continue; }
            for_each_question(expressions_of(model_.criteria[i]), [&](std::uint32_t at) {
                add_criterion(questions_[at], standard_.criteria[i]);
                note_asker(at, exits + i);
            });
        }
    }

    /// A criterion can read one fact in several expressions, and waits for it once.
    static void add_criterion(question& question, const criterion& criterion) {
        if (!question.asked_by.empty() && question.asked_by.back() == &criterion) { return; }
        question.asked_by.push_back(&criterion);
        question.clauses.push_back(criterion.clause);
        question.needs_judgement = question.needs_judgement || criterion.needs_judgement;
    }

    /// Adjustments are named only for facts that no clause waits for.
    void add_adjustments() {
        for (std::uint32_t i = 0; i < model_.adjustments.size(); ++i) {
            if (open_.truths[state_.plan->adjustments[i].when] == 0) { continue; }
            for_each_question({model_.adjustments[i].when}, [&](std::uint32_t at) {
                if (questions_[at].clauses.empty()) { questions_[at].clauses = standard_.adjustments[i].cites; }
            });
        }
    }

    /// What the answers to each question would leave open; all alike where there are too many questions to try.
    [[nodiscard]] std::vector<openness> try_answers() {
        std::vector<openness> left(questions_.size());
        if (questions_.size() > most_ranked) { return left; }
        std::vector<plan::interval> slots(state_.slots.begin(), state_.slots.end());
        std::vector<plan::interval> numbers(state_.plan->numbers);
        std::vector<plan::truth> truths(state_.plan->truths);
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            left[i] = openness_after(standard_, slots, questions_[i].slot, numbers, truths);
            questions_[i].can_decide = left[i].can_decide;
        }
        return left;
    }

    const bound_standard& standard_;
    const model::standard& model_;
    const run_state& state_;
    trace open_;
    std::vector<question> questions_;
    std::vector<std::uint32_t> question_at_; ///< by slot
    std::vector<std::uint32_t> first_asker_; ///< by question: the first exit or criterion that waits for it
    std::vector<std::uint32_t> seen_;        ///< by expression, as `for_each_slot` keeps it
    std::uint32_t stamp_ = 0;
};

} // namespace
} // namespace impl::assess

std::vector<question> assessment::questions() const {
    if (decided()) { return {}; }
    const impl::assess::run_state state{&bound_->program, slots_, numbers_, truths_};
    return impl::assess::open_questions(*bound_, state).most_decisive_first();
}

} // namespace TIEUCHI_NAMESPACE
