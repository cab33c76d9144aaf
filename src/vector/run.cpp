// SPDX-License-Identifier: Apache-2.0
// Runs a program on a block. Highway compiles it once for each target, and the best that the machine has is chosen when it runs.
#ifndef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#endif
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "vector/run.cpp"
// clang-format off: what is compiled for each target comes after what makes it so
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// clang-format on
#include "vector/kernels/answers.hpp"
#include "vector/kernels/bounds.hpp"
#include "vector/kernels/decide.hpp"
#include "vector/kernels/logic.hpp"
#include "vector/kernels/predicates.hpp"
#include "vector/kernels/sum.hpp"
#include "vector/kernels/tables.hpp"
#include "vector/kernels/widen.hpp"

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

void run_steps(workspace& in) {
    read_bounded(in);
    const std::vector<step>& steps = in.program->steps;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const step& s = steps[at];
        in.facts->fetch_ahead(steps.size());
        switch (s.kind) {
        case step_kind::fact: fact_step(in, s); break;
        case step_kind::sum: sum_step(in, s); break;
        case step_kind::choose: choose_step(in, s); break;
        case step_kind::linear: linear_step(in, s); break;
        case step_kind::number: number_step(in, s); break;
        case step_kind::table_begin: begin_table(in, s); break;
        case step_kind::table_line: {
            const std::size_t end = in.program->table_ends[static_cast<std::size_t>(s.op.value)];
            if (table_line(in, s)) { at = end; }
            if (at == end) { end_hull(in, s.op.to); }
            break;
        }
        case step_kind::fact_truth: fact_truth_step(in, s); break;
        case step_kind::truth: truth_step(in, s); break;
        case step_kind::choose_truth: choose_truth_step(in, s); break;
        case step_kind::predicate: predicate_step(in, s); break;
        case step_kind::outcomes: outcomes_step(in, s); break;
        }
    }
    decide(in);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace TIEUCHI_NAMESPACE::impl::vector {

HWY_EXPORT(run_steps);
HWY_EXPORT(widen_rows);
HWY_EXPORT(extremes_of_rows);
HWY_EXPORT(decimals_of_rows);
HWY_EXPORT(losses_of_rows);
HWY_EXPORT(rows_equal_to);
HWY_EXPORT(lists_of_rows);
HWY_EXPORT(wide_lists_of_rows);
HWY_EXPORT(bits_of_planes);

extremes extremes_of(const std::int32_t* numbers, std::size_t rows) {
    return HWY_DYNAMIC_DISPATCH(extremes_of_rows)(numbers, rows);
}

extremes widen(integer_type type, const void* from, std::size_t rows, std::int64_t* to) {
    return HWY_DYNAMIC_DISPATCH(widen_rows)(type, from, rows, to);
}

void put_decimals(const std::int64_t* from, std::int64_t unit, std::size_t rows, std::int64_t* to) {
    HWY_DYNAMIC_DISPATCH(decimals_of_rows)(from, unit, rows, to);
}

void put_losses(const workspace& in, const criterion_roots& roots, const points_units& units, std::int64_t* to, bits& costly) {
    HWY_DYNAMIC_DISPATCH(losses_of_rows)(in, roots, units, to, costly);
}

void rows_equal(const workspace& in, const std::int64_t* numbers, std::int64_t number, bits& to) {
    HWY_DYNAMIC_DISPATCH(rows_equal_to)(in, numbers, number, to);
}

void put_lists(std::span<const bits> planes, std::size_t rows, std::uint16_t* items, std::int32_t* ends) {
    HWY_DYNAMIC_DISPATCH(lists_of_rows)(planes, rows, items, ends);
}

void put_lists(std::span<const bits> planes, std::size_t rows, std::uint32_t* items, std::int32_t* ends) {
    HWY_DYNAMIC_DISPATCH(wide_lists_of_rows)(planes, rows, items, ends);
}

std::size_t list_room(std::span<const bits> planes) {
    constexpr std::size_t written_beyond = 8;
    return HWY_DYNAMIC_DISPATCH(bits_of_planes)(planes) + written_beyond;
}

workspace::workspace(const vector::program& compiled)
    : program(&compiled),
      stores(compiled.numbers),
      numbers(compiled.numbers),
      truths(compiled.truths),
      bounded(compiled.bounded.size()) {
    std::size_t most_terms = 0;
    for (const step& each : compiled.steps) {
        if (each.kind == step_kind::sum) { most_terms = std::max<std::size_t>(most_terms, each.last - each.first); }
    }
    merged.resize(2 * most_terms);
    possible.resize(compiled.outcome_count);
    applied.resize(compiled.adjustments.size());
}

void run(workspace& in, std::size_t rows) {
    in.rows = rows;
    in.words = (rows + 63) / 64;
    in.padded = in.words * 64;
    in.in_block = {};
    for (std::size_t w = 0; w < in.words; ++w) {
        in.in_block[w] = rows >= w * 64 + 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (rows % 64)) - 1;
    }
    in.refused = {};
    in.contradicting = {};
    HWY_DYNAMIC_DISPATCH(run_steps)(in);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector
#endif
