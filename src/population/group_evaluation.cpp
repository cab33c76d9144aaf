// SPDX-License-Identifier: Apache-2.0
// Evaluates the members of groups block by block: their outcomes, and what they contribute to tallies.
#include "parallel/block_ranges.hpp"
#include "population/population_evaluation.hpp"
#include "population/quotas.hpp"
#include "population/values.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

[[nodiscard]] plan::interval number_at(const vector::workspace& work, const vector::operand& at, std::size_t row) {
    return at.is_constant() ? plan::interval{at.constant, at.constant} : work.numbers[at.at].at(row);
}

[[nodiscard]] plan::truth truth_at(const vector::workspace& work, plan::register_index at, std::size_t row) {
    return at == plan::no_register ? plan::yes : vector::truth_at(work.truths[at], row);
}

/// Calls `visit` with each row of the first `words` words; later words may be stale.
template <class F>
void for_each_row(const vector::bits& rows, std::size_t words, F visit) {
    for (std::size_t w = 0; w < words; ++w) {
        for (std::uint64_t left = rows[w]; left != 0; left &= left - 1) {
            visit(w * 64 + static_cast<std::size_t>(__builtin_ctzll(left)));
        }
    }
}

} // namespace

/// The working memory of one thread.
struct population_evaluation::block_memory {
    explicit block_memory(const group& group) : rules(group.rules.acquire()) {
        for (const auto& each : group.contributed) { contributed.push_back(each->rules.acquire()); }
    }
    void release(const group& to) {
        to.rules.release(std::move(rules));
        for (std::size_t i = 0; i < contributed.size(); ++i) { to.contributed[i]->rules.release(std::move(contributed[i])); }
    }
    std::unique_ptr<vector::workspace> rules;
    std::vector<std::unique_ptr<vector::workspace>> contributed;
    std::array<std::uint64_t, vector::block_rows> outcomes{};
};

/// In slices, so that long work can be followed, and stopped by an exception of `on_progress`. Completion is reported only at the end.
void population_evaluation::evaluate_in_slices(std::uint32_t number, std::span<const std::uint32_t> members, bool first_time,
                                               const progress& on_progress) {
    constexpr std::size_t slice = std::size_t{1} << 18U;
    for (std::size_t first = 0; first < members.size(); first += slice) {
        const auto some = members.subspan(first, std::min(slice, members.size() - first));
        evaluate(number, some, first_time);
        evaluated_ += some.size();
        if (some.size() == slice) { on_progress(std::min(evaluated_, table_->size() - 1)); }
    }
}

/// `members` are indices in the group. The first time, members with wrong values of their own are found.
void population_evaluation::evaluate(std::uint32_t number, std::span<const std::uint32_t> members, bool first_time) {
    group& group = *groups_[number];
    const std::size_t blocks = (members.size() + vector::block_rows - 1) / vector::block_rows;
    const std::size_t workers = std::clamp<std::size_t>(table_->options.threads, 1, std::max<std::size_t>(blocks, 1));
    parallel::block_ranges left(blocks, workers);
    parallel::run_tasks(table_->options, threads_, workers, [&](std::size_t worker) {
        gathered_block source(*table_, number, group, members);
        block_memory memory(group);
        while (const auto block = left.take(worker)) {
            source.move_to(*block);
            group.rules.evaluate(*memory.rules, source, source.rows());
            store(group, source, *memory.rules);
            contribute(group, source, memory);
            note_problems(number, source, *memory.rules, first_time);
        }
        memory.release(group);
    });
}

void population_evaluation::store(group& group, const gathered_block& from, const vector::workspace& found) const {
    const auto members = from.members();
    for (const std::uint32_t member : members) { group.outcomes[member] = 0; }
    for (std::size_t outcome = 0; outcome < found.possible.size(); ++outcome) {
        for_each_row(found.possible[outcome], found.words,
                     [&](std::size_t row) { group.outcomes[members[row]] |= std::uint64_t{1} << outcome; });
    }
    for (const std::uint32_t member : members) {
        if (group.has_no_answer[member] != 0) { group.outcomes[member] = 0; }
    }
    const auto& quotas = group.rules.program().quotas;
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        for (std::size_t row = 0; row < members.size(); ++row) {
            group.quota_values[i][members[row]] =
                value_from(truth_at(found, quotas[i].applies, row), number_at(found, quotas[i].number, row));
        }
    }
}

void population_evaluation::contribute(group& group, gathered_block& from, block_memory& memory) const {
    const auto members = from.members();
    for (std::size_t row = 0; row < members.size(); ++row) { memory.outcomes[row] = group.outcomes[members[row]]; }
    for (std::size_t i = 0; i < group.contributed.size(); ++i) {
        contributions& each = *group.contributed[i];
        const vector::program& program = each.rules.program();
        vector::workspace& work = *memory.contributed[i];
        work.subunit_outcomes = memory.outcomes.data();
        each.rules.evaluate(work, from, members.size());
        for (std::size_t row = 0; row < members.size(); ++row) {
            const plan::truth by_rule = truth_at(work, program.where, row);
            const plan::truth has_number = truth_at(work, program.contribution.applies, row);
            const bool surely = by_rule == plan::yes && has_number == plan::yes;
            const bool maybe = (by_rule & has_number & plan::yes) != 0;
            each.counts[members[row]] = surely ? counts::surely : maybe ? counts::maybe : counts::no;
            if (each.has_numbers) { each.numbers[members[row]] = number_at(work, program.contribution.number, row); }
        }
    }
}

/// Wrong values of its own refuse a subject at once. Where values contradict only derived facts, this answer is dropped.
void population_evaluation::note_problems(std::uint32_t number, const gathered_block& from, const vector::workspace& found,
                                          bool first_time) {
    group& group = *groups_[number];
    const auto members = from.members();
    const auto refuse_all = [&](const vector::bits& rows) {
        for_each_row(rows, found.words, [&](std::size_t row) { refused_[group.members[members[row]]] = 1; });
    };
    if (first_time) {
        refuse_all(found.refused);
        refuse_all(found.contradicting);
        return;
    }
    for_each_row(found.contradicting, found.words, [&](std::size_t row) {
        const std::size_t subject = group.members[members[row]];
        diagnostics unread;
        const auto given = given_to(subject, table_->values_of(subject, unread));
        for (const diagnostic& why : given[at_of(subject, number)].problems()) {
            contradict(number, members[row], problem_with(*table_, subject, why.where, why));
        }
    });
}

/// By kind: whether one of its standards has the fact.
std::vector<bool> population_evaluation::kinds_with(std::string_view fact) const {
    std::vector<bool> has;
    for (const kind_standards& kind : table_->by_kind.kinds) {
        has.push_back(std::any_of(kind.standards.begin(), kind.standards.end(),
                                  [&](const standard& other) { return other.slot(fact).has_value(); }));
    }
    return has;
}

/// Refuses subjects with a value for a fact that no standard for their kind has.
void population_evaluation::refuse_other_facts() {
    for (const part& in : table_->parts()) {
        for (const layout::matched_fact& column : in.table_layout->facts) {
            const std::vector<bool> has = kinds_with(column.name);
            if (std::find(has.begin(), has.end(), false) != has.end()) { refuse_other_fact(in, column, has); }
        }
    }
}

void population_evaluation::refuse_other_fact(const part& in, const layout::matched_fact& column, const std::vector<bool>& has) {
    vector::fact_block values;
    const auto rows = static_cast<std::size_t>((*in.batch).length);
    for (std::size_t first = 0; first < rows; first += vector::block_rows) {
        const std::size_t count = std::min(vector::block_rows, rows - first);
        in.facts[column.standard][column.slot]->read(static_cast<std::int64_t>(first), count, values);
        if (values.any_refused) {
            for (std::size_t w = 0; w < values.known.size(); ++w) { values.known[w] |= values.refused[w]; }
        }
        for_each_row(values.known, values.known.size(), [&](std::size_t row) {
            const std::size_t subject = in.first + first + row;
            if (kinds_[subject] != no_kind && !has[kinds_[subject]]) { refused_[subject] = 1; }
        });
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::population
