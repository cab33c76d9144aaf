// SPDX-License-Identifier: Apache-2.0
/// \file
/// The columnar evaluator against the row evaluator, block by block: subjects made up at random, with their values where the rules change
/// their mind.
#pragma once

#include "assess/points.hpp"
#include "plan/access.hpp"
#include "vector/workspace.hpp"

#include <tieuchi/tieuchi.hpp>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace tests::blocks {

namespace vector = tieuchi::impl::vector;
namespace plan = tieuchi::impl::plan;

/// Facts of some rows, in the units of their slots.
using told = std::vector<std::optional<std::int64_t>>;

class memory : public vector::fact_source {
public:
    memory(const std::vector<told>& columns, const std::vector<bool>& yes_no, std::size_t rows)
        : columns_(columns), yes_no_(yes_no), rows_(rows) {}

    [[nodiscard]] bool has(std::uint32_t slot) const noexcept override { return !columns_[slot].empty(); }
    void read(std::uint32_t slot, vector::fact_block& into) override {
        into.known = into.refused = into.yes = {};
        into.any_refused = false;
        into.all_known = true;
        for (std::size_t row = 0; row < rows_; ++row) {
            const auto& value = columns_[slot][row];
            const std::uint64_t bit = std::uint64_t{1} << (row % 64);
            if (!yes_no_[slot]) { into.values[row] = value.value_or(INT64_MIN + 7); } // what is unknown must not matter
            into.all_known = into.all_known && value;
            if (!value) { continue; }
            into.known[row / 64] |= bit;
            if (yes_no_[slot] && *value != 0) { into.yes[row / 64] |= bit; }
        }
    }

    void fetch_ahead(std::size_t) noexcept override {}

private:
    const std::vector<told>& columns_;
    const std::vector<bool>& yes_no_;
    std::size_t rows_;
};

class maker {
public:
    maker(const tieuchi::impl::bound_standard& of, std::mt19937_64& random) : of_(of), random_(random) {}

    std::vector<told> columns(std::size_t rows) {
        std::vector<told> made(of_.nothing_known.size());
        for (std::uint32_t slot = 0; slot < made.size(); ++slot) {
            const unsigned missing = one_of({0, 0, 0, 1, 50, 100});
            if (missing == 100) { continue; } // no such column
            for (std::size_t row = 0; row < rows; ++row) {
                const bool unknown = random_() % 100 < missing;
                made[slot].push_back(unknown ? std::nullopt : std::optional(value(slot)));
            }
        }
        return made;
    }

private:
    unsigned one_of(std::initializer_list<unsigned> choices) { return *(choices.begin() + random_() % choices.size()); }

    std::int64_t value(std::uint32_t slot) {
        const plan::interval valid = of_.nothing_known[slot];
        const auto& thresholds = of_.thresholds[slot];
        std::int64_t found = 0;
        switch (random_() % 6) {
        case 0: found = valid.least; break;
        case 1: found = random_() % 8 == 0 ? valid.most : valid.least + 1; break;
        case 2:
        case 3:
            if (!thresholds.empty()) {
                found = thresholds[random_() % thresholds.size()];
                break;
            }
            [[fallthrough]];
        default: found = valid.least + static_cast<std::int64_t>(random_() % 12); break;
        }
        const tieuchi::fact& fact = of_.model->facts[slot];
        found = std::clamp(found, valid.least, valid.most);
        if (fact.type != tieuchi::fact_type::judged) { return found; }
        const std::int64_t step = std::max<std::int64_t>(1, fact.step.units() / tieuchi::impl::slot_unit(fact));
        return found - found % step;
    }

    const tieuchi::impl::bound_standard& of_;
    std::mt19937_64& random_;
};

inline bool has(const vector::bits& of, std::size_t row) { return (of[row / 64] >> (row % 64) & 1U) != 0; }

inline tieuchi::finding_status status_in(const vector::truths& of, std::size_t row) {
    const int values =
        (has(of.no, row) ? plan::no : 0) | (has(of.yes, row) ? plan::yes : 0) | (has(of.neither, row) ? plan::not_applicable : 0);
    switch (values) {
    case plan::yes: return tieuchi::finding_status::met;
    case plan::no: return tieuchi::finding_status::not_met;
    case plan::not_applicable: return tieuchi::finding_status::not_applicable;
    default: return tieuchi::finding_status::unknown;
    }
}

inline plan::interval number_in(const vector::workspace& work, const vector::operand& of, std::size_t row) {
    return of.is_constant() ? plan::interval{of.constant, of.constant} : work.numbers[of.at].at(row);
}

/// Whether all that is asked for of a row is as the row evaluator has it.
inline bool same(const tieuchi::assessment& row, const vector::workspace& work, std::size_t at,
                 const tieuchi::impl::bound_standard& of) {
    const vector::program& program = *work.program;
    std::uint64_t possible = 0;
    for (std::size_t i = 0; i < work.possible.size(); ++i) { possible |= std::uint64_t{has(work.possible[i], at)} << i; }
    if (possible != row.outcomes().bits() || has(work.decided, at) != row.decided()) { return false; }
    const auto& model = *of.model;
    const auto range = [&](tieuchi::impl::model::index expression, const vector::operand& where) {
        return tieuchi::impl::assess::range_of(model.expressions[expression], number_in(work, where, at));
    };
    if (row.total() &&
        (*row.total() != range(model.total, program.total) || *row.maximum() != range(model.maximum, program.maximum))) {
        return false;
    }
    for (std::size_t i = 0; i < program.criteria.size(); ++i) {
        const tieuchi::finding& finding = row.findings()[i];
        const vector::criterion_roots& roots = program.criteria[i];
        if (status_in(work.truths[roots.met], at) != finding.status) { return false; }
        if (!finding.points) { continue; }
        if (*finding.points != range(model.criteria[i].points, roots.points) ||
            *finding.maximum != range(model.criteria[i].possible, roots.possible)) {
            return false;
        }
    }
    return true;
}

struct counts {
    std::size_t rows = 0;
    std::size_t decided = 0;
};

/// Compares some blocks of a standard; a block of a few rows among them. What differs first, or nothing.
[[nodiscard]] inline std::string compare(const tieuchi::standard& standard, std::mt19937_64& random, std::size_t blocks,
                                         bool findings, counts& sum) {
    const auto& bound = *tieuchi::impl::access::bound_of(standard);
    const vector::rules_in_plan rules = vector::rules_of(bound);
    const vector::program program = vector::compile(rules, {.total = true, .statuses = findings, .points = findings});
    const vector::program outcomes_alone = vector::compile(rules, {});
    vector::workspace work(program);
    vector::workspace lean(outcomes_alone);
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t rows = block == 0 ? 1 + random() % 130 : vector::block_rows;
        const auto columns = maker(bound, random).columns(rows);
        memory source(columns, rules.yes_no, rows);
        work.facts = lean.facts = &source;
        vector::run(work, rows);
        vector::run(lean, rows);
        if (work.possible != lean.possible) { return standard.name() + ": with findings and without, columns differ"; }
        tieuchi::facts given(standard);
        for (std::size_t row = 0; row < rows; ++row) {
            given.clear();
            for (std::uint32_t slot = 0; slot < columns.size(); ++slot) {
                if (columns[slot].empty() || !columns[slot][row]) { continue; }
                const auto value =
                    tieuchi::decimal::from_units(*columns[slot][row] * tieuchi::impl::slot_unit(bound.model->facts[slot]));
                given.set_between(slot, value, value);
            }
            const auto answer = standard.assess(given);
            ++sum.rows;
            sum.decided += answer.decided() ? 1U : 0U;
            if (!same(answer, work, row, bound)) {
                return standard.name() + ", row " + std::to_string(row) + "\n" + tieuchi::to_json(answer);
            }
        }
    }
    return {};
}

} // namespace tests::blocks
