// SPDX-License-Identifier: Apache-2.0
/// \file
/// Truths, 64 rows at a time: plan/logic.hpp with bits for rows.
#if defined(TIEUCHI_COLUMN_LOGIC) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_LOGIC
#undef TIEUCHI_COLUMN_LOGIC
#else
#define TIEUCHI_COLUMN_LOGIC
#endif

#include "vector/kernels/numbers.hpp"

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

/// Calls `f` with each word of three truths, two of which are read; a register may be written that is read as well.
template <class F>
HWY_INLINE void each_word(const workspace& in, F f) {
    for (std::size_t w = 0; w < in.words; ++w) { f(w); }
}

HWY_INLINE void join(const workspace& in, const truths& a, const truths& b, truths& to) {
    each_word(in, [&](std::size_t w) {
        to.no[w] = a.no[w] | b.no[w];
        to.yes[w] = (a.yes[w] & (b.yes[w] | b.neither[w])) | (a.neither[w] & b.yes[w]);
        to.neither[w] = a.neither[w] & b.neither[w];
    });
}

HWY_INLINE void join_either(const workspace& in, const truths& a, const truths& b, truths& to) {
    each_word(in, [&](std::size_t w) {
        to.yes[w] = a.yes[w] | b.yes[w];
        to.no[w] = (a.no[w] & (b.no[w] | b.neither[w])) | (a.neither[w] & b.no[w]);
        to.neither[w] = a.neither[w] & b.neither[w];
    });
}

HWY_INLINE void limit(const workspace& in, const truths& condition, const truths& a, truths& to) {
    each_word(in, [&](std::size_t w) {
        to.no[w] = condition.yes[w] & a.no[w];
        to.yes[w] = condition.yes[w] & a.yes[w];
        to.neither[w] = (condition.yes[w] & a.neither[w]) | condition.no[w] | condition.neither[w];
    });
}

HWY_INLINE void except(const workspace& in, const truths& a, const truths& exception, truths& to) {
    each_word(in, [&](std::size_t w) {
        to.yes[w] = a.yes[w] | (a.no[w] & exception.yes[w]);
        to.no[w] = a.no[w] & (exception.no[w] | exception.neither[w]);
        to.neither[w] = a.neither[w];
    });
}

HWY_INLINE void fill(const workspace& in, plan::truth set, truths& to) {
    each_word(in, [&](std::size_t w) {
        to.no[w] = (set & plan::no) != 0 ? ~std::uint64_t{0} : 0;
        to.yes[w] = (set & plan::yes) != 0 ? ~std::uint64_t{0} : 0;
        to.neither[w] = (set & plan::not_applicable) != 0 ? ~std::uint64_t{0} : 0;
    });
}

void truth_step(workspace& in, const step& s) {
    truths& to = in.truths[s.op.to];
    if (s.op.code == plan::opcode::truth) {
        fill(in, static_cast<plan::truth>(s.op.mask), to);
        return;
    }
    const truths& a = in.truths[s.op.a];
    const plan::opcode code = s.op.code;
    if (code == plan::opcode::negate) {
        each_word(in, [&](std::size_t w) {
            to.no[w] = a.yes[w];
            to.yes[w] = a.no[w];
            to.neither[w] = a.neither[w];
        });
    } else if (code == plan::opcode::accepted) {
        each_word(in, [&](std::size_t w) {
            to.no[w] = a.no[w];
            to.yes[w] = a.yes[w] | a.neither[w];
            to.neither[w] = 0;
        });
    } else if (code == plan::opcode::applicable) {
        each_word(in, [&](std::size_t w) {
            to.no[w] = a.neither[w];
            to.yes[w] = a.no[w] | a.yes[w];
            to.neither[w] = 0;
        });
    } else if (code == plan::opcode::both) {
        join(in, a, in.truths[s.op.b], to);
    } else if (code == plan::opcode::either) {
        join_either(in, a, in.truths[s.op.b], to);
    } else if (code == plan::opcode::only_where) {
        limit(in, a, in.truths[s.op.b], to);
    } else {
        except(in, a, in.truths[s.op.b], to); // unless
    }
}

void choose_truth_step(workspace& in, const step& s) {
    const operand* const operands = in.program->operands.data() + s.first;
    const truths& by = in.truths[operands[0].at];
    const truths& y = in.truths[operands[1].at];
    const truths& n = in.truths[operands[2].at];
    const truths& z = in.truths[operands[3].at];
    truths& to = in.truths[s.op.to];
    const auto chosen = [&](bits truths::*part, std::size_t w) {
        return (by.yes[w] & (y.*part)[w]) | (by.no[w] & (n.*part)[w]) | (by.neither[w] & (z.*part)[w]);
    };
    each_word(in, [&](std::size_t w) {
        to.no[w] = chosen(&truths::no, w);
        to.yes[w] = chosen(&truths::yes, w);
        to.neither[w] = chosen(&truths::neither, w);
    });
}

void fact_truth_step(workspace& in, const step& s) {
    truths& to = in.truths[s.op.to];
    const plan::interval otherwise = in.program->unknown[s.op.a];
    const bool can_be_yes = otherwise.most != 0;
    const bool can_be_no = otherwise.least == 0;
    if (!in.facts->has(s.op.a)) {
        fill(in, plan::set_of(can_be_no, can_be_yes), to);
        return;
    }
    fact_block& read = in.spare_a.fact;
    in.facts->read(s.op.a, read);
    each_word(in, [&](std::size_t w) {
        const std::uint64_t open = ~read.known[w];
        to.yes[w] = read.yes[w] | (can_be_yes ? open : 0);
        to.no[w] = (read.known[w] & ~read.yes[w]) | (can_be_no ? open : 0);
        to.neither[w] = 0;
    });
    note_refused(in, read);
}

/// The truth of a sub-unit's outcome, in a tally.
void outcomes_step(workspace& in, const step& s) {
    truths& to = in.truths[s.op.to];
    to = {};
    for (std::size_t row = 0; row < in.rows; ++row) {
        const std::uint64_t possible = in.subunit_outcomes[row];
        const std::uint64_t bit = std::uint64_t{1} << (row % 64);
        if ((possible & s.op.mask) != 0) { to.yes[row / 64] |= bit; }
        if ((possible & ~s.op.mask) != 0) { to.no[row / 64] |= bit; }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
