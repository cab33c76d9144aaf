// SPDX-License-Identifier: Apache-2.0
// Definitions of assessor.hpp.
#include "arrow/assessor.hpp"

#include "base/diagnostic_catalogue.hpp"
#include "plan/access.hpp"

#include <tieuchi/facts.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

[[nodiscard]] std::string name_of(const adjustment& adjustment, const std::vector<outcome>& outcomes) {
    constexpr std::array<std::string_view, 3> kinds{"at most ", "at least ", "exactly "};
    std::string name = std::string(kinds[static_cast<std::size_t>(adjustment.kind)]) + outcomes[adjustment.outcome].name;
    for (const auto& cite : adjustment.cites) { name += (&cite == &adjustment.cites.front() ? " " : ", ") + cite; }
    return name;
}

[[nodiscard]] vector::wanted wanted_by(const column_options& options) {
    return {.total = options.total, .statuses = options.findings, .points = options.findings, .losses = options.reasons};
}

/// Each criterion before its parts, siblings in the order of the rules.
void add_in_order(const std::vector<criterion>& criteria, std::vector<std::uint32_t>& order) {
    for (std::uint32_t i = 0; i < criteria.size(); ++i) {
        if (!criteria[i].parent) { order.push_back(i); }
    }
    std::vector<std::uint32_t> open(order.rbegin(), order.rend());
    order.clear();
    while (!open.empty()) {
        const std::uint32_t next = open.back();
        open.pop_back();
        order.push_back(next);
        if (criteria[next].event) { continue; } // its parts say how it happened
        open.insert(open.end(), criteria[next].children.rbegin(), criteria[next].children.rend());
    }
}

} // namespace

assessor::assessor(tieuchi::standard standard, column_options options)
    : standard_(std::move(standard)), options_(std::move(options)), rules_(standard_, wanted_by(options_)) {
    const bound_standard& bound = *access::bound_of(standard_);
    shape_.model = bound.model;
    shape_.program = &rules_.program();
    shape_.options = &options_;
    for (const outcome& each : bound.outcomes) { shape_.outcomes.push_back(each.name); }
    for (const adjustment& adjustment : bound.adjustments) { shape_.adjustments.push_back(name_of(adjustment, bound.outcomes)); }
    for (const criterion& criterion : bound.criteria) { shape_.clauses.push_back(criterion.clause); }
    add_in_order(bound.criteria, shape_.order);
}

result<table_reader> assessor::reader(const ArrowSchema& schema) const {
    return table_reader::make(standard_.facts(), standard_.name(), schema,
                              {options_.every_fact, options_.ignored_columns, options_.ignore_unknown_columns});
}

diagnostics assessor::too_much() { return {problem(say<diag::lists_too_long>())}; }

namespace {

[[nodiscard]] bool has_row(const vector::bits& rows, std::size_t row) noexcept {
    return (rows[row / 64] >> (row % 64) & 1U) != 0;
}

/// The bounds of a fact in a row where it is known.
[[nodiscard]] plan::interval interval_at(const vector::fact_block& fact, bool yes_no, std::size_t row) noexcept {
    const std::int64_t least = yes_no                   ? std::int64_t{has_row(fact.yes, row)}
                               : fact.narrow != nullptr ? fact.narrow[row]
                                                        : fact.values[row];
    return {least, fact.most != nullptr ? fact.most[row] : least};
}

/// The outcomes still possible for a row, a bit each.
[[nodiscard]] std::uint64_t outcomes_at(const vector::workspace& answered, std::size_t row) noexcept {
    std::uint64_t outcomes = 0;
    for (std::size_t i = 0; i < answered.possible.size(); ++i) {
        outcomes |= std::uint64_t{has_row(answered.possible[i], row)} << i;
    }
    return outcomes;
}

} // namespace

/// The facts of each row of the block at hand.
std::vector<facts> assessor::facts_of_rows(vector::block_source& from) const {
    std::vector<facts> rows(from.rows(), facts(standard_));
    const auto fact = std::make_unique<vector::fact_block>();
    for (std::uint32_t slot = 0; slot < standard_.facts().size(); ++slot) {
        if (!from.has(slot)) { continue; }
        *fact = {};
        from.read(slot, *fact);
        const bool yes_no = standard_.facts()[slot].type == fact_type::yes_no;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (has_row(fact->known, row)) { access::set(rows[row], slot, interval_at(*fact, yes_no, row)); }
        }
    }
    return rows;
}

/// Only the row evaluator knows the grounds, so each row of the block at hand is assessed by it as well.
std::vector<std::vector<std::string>> assessor::because_of(const vector::workspace& answered, vector::block_source& from) const {
    const std::vector<facts> rows = facts_of_rows(from);
    std::vector<std::vector<std::string>> grounds;
    grounds.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        grounds.push_back(standard_.assess(rows[row]).because(outcome_set(outcomes_at(answered, row))));
    }
    return grounds;
}

/// Takes blocks that nobody has taken until there are none.
void assessor::work(vector::block_source& from, parallel::block_ranges& left, std::size_t worker, arrow::answers& to) const {
    std::unique_ptr<vector::workspace> memory = rules_.acquire();
    vector::reason_finder reasons(*shape_.model, shape_.order);
    while (const auto block = left.take(worker)) {
        from.move_to(*block);
        rules_.evaluate(*memory, from, from.rows());
        from.revise(*memory);
        to.put(*block, *memory, reasons);
        if (options_.because) { to.put_because(*block, because_of(*memory, from)); }
    }
    rules_.release(std::move(memory));
}

std::optional<answers> assessor::answer(std::size_t rows,
                                        const std::function<std::unique_ptr<vector::block_source>()>& open) const {
    std::optional<arrow::answers> result(std::in_place, shape_, rows, memory_);
    const std::size_t blocks = (rows + vector::block_rows - 1) / vector::block_rows;
    const std::size_t workers = std::clamp<std::size_t>(options_.threads, 1, std::max<std::size_t>(blocks, 1));
    parallel::block_ranges left(blocks, workers);
    parallel::run_tasks(options_, threads_, workers, [&](std::size_t worker) { work(*open(), left, worker, *result); });
    if (!result->fits()) { result.reset(); }
    return result;
}

diagnostics assessor::assess(const table_reader& by, const ArrowArray& batch, std::int64_t first_row, std::size_t& reported,
                             ArrowArray& answers) const {
    if (diagnostics problems = by.check(batch); !problems.empty()) { return problems; }
    const columns from = by.views(batch);
    const auto rows = static_cast<std::size_t>(batch.length);
    auto result = answer(rows, [&] { return std::make_unique<table_block>(from, rows); });
    if (!result) { return too_much(); }
    if (options_.on_problem) { report_problems(by, from, result->problems(), first_row, reported); }
    result->table().build().move_to(answers);
    return {};
}

void assessor::report_problems(const table_reader& by, const columns& from, std::span<const std::uint64_t> problems,
                               std::int64_t first_row, std::size_t& reported) const {
    for (std::size_t w = 0; w < problems.size(); ++w) {
        for (std::uint64_t left = problems[w]; left != 0 && reported < options_.max_problems; left &= left - 1) {
            const auto row = static_cast<std::int64_t>(w * 64) + __builtin_ctzll(left);
            report_row(by, from, row, first_row + row, reported);
        }
    }
}

/// Tells of a row what the row evaluator would.
void assessor::report_row(const table_reader& by, const columns& from, std::int64_t row, std::int64_t shown_row,
                          std::size_t& reported) const {
    facts given(standard_);
    diagnostics found;
    for (std::uint32_t slot = 0; slot < from.size(); ++slot) {
        if (from[slot] == nullptr) { continue; }
        const cell each = from[slot]->at(row);
        if (each.known && !each.exactly) { found.push_back(by.refusal(*from[slot], slot, row, shown_row)); }
        if (each.known && each.exactly) { given.set(slot, *each.exactly); }
    }
    for (diagnostic& problem : given.problems()) {
        problem.where = "row " + std::to_string(shown_row) + ": " + problem.where;
        found.push_back(std::move(problem));
    }
    for (const diagnostic& problem : found) {
        if (reported++ >= options_.max_problems) { return; }
        options_.on_problem(problem);
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
