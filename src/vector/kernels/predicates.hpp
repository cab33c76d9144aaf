// SPDX-License-Identifier: Apache-2.0
/// \file
/// Truths about the numbers of a block.
#if defined(TIEUCHI_COLUMN_PREDICATES) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_PREDICATES
#undef TIEUCHI_COLUMN_PREDICATES
#else
#define TIEUCHI_COLUMN_PREDICATES
#endif

#include "vector/kernels/numbers.hpp"

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

using model::relation;

/// What numbers are compared with: those of other rows, or one for all.
struct rows_of {
    const std::int64_t* at;
    HWY_INLINE auto operator()(std::size_t i) const { return hn::LoadU(lanes<std::int64_t>(), at + i); }
};
/// The same of single numbers, however wide.
struct singles_of {
    const numbers& source;
    HWY_INLINE auto operator()(std::size_t i) const { return load(source, i); }
};
struct always {
    std::int64_t value;
    HWY_INLINE auto operator()(std::size_t) const { return hn::Set(lanes<std::int64_t>(), value); }
};

template <class A, class B>
HWY_INLINE std::uint64_t less_bits(A a, B b, std::size_t row) {
    return word_of<std::int64_t>([&](std::size_t i) { return hn::Lt(a(row + i), b(row + i)); });
}

template <class A, class B>
HWY_INLINE std::uint64_t equal_bits(A a, B b, std::size_t row) {
    return word_of<std::int64_t>([&](std::size_t i) { return hn::Eq(a(row + i), b(row + i)); });
}

/// Where single numbers stand in a relation.
template <class A, class B>
HWY_INLINE std::uint64_t related(relation comparison, A a, B b, std::size_t row) {
    switch (comparison) {
    case relation::equal: return equal_bits(a, b, row);
    case relation::not_equal: return ~equal_bits(a, b, row);
    case relation::less: return less_bits(a, b, row);
    case relation::less_equal: return ~less_bits(b, a, row);
    case relation::greater: return less_bits(b, a, row);
    case relation::greater_equal: return ~less_bits(a, b, row);
    }
    return 0;
}

struct yes_and_no {
    std::uint64_t yes;
    std::uint64_t no;
};

/// What can come of a comparison of bounds: plan::compare with bits for rows.
template <class A, class B>
HWY_INLINE yes_and_no related(relation comparison, A a_least, A a_most, B b_least, B b_most, std::size_t row) {
    switch (comparison) {
    case relation::less: return {less_bits(a_least, b_most, row), ~less_bits(a_most, b_least, row)};
    case relation::less_equal: return {~less_bits(b_most, a_least, row), less_bits(b_least, a_most, row)};
    case relation::greater: return {less_bits(b_least, a_most, row), ~less_bits(b_most, a_least, row)};
    case relation::greater_equal: return {~less_bits(a_most, b_least, row), less_bits(a_least, b_most, row)};
    case relation::equal:
    case relation::not_equal: break;
    }
    const std::uint64_t can_be_equal = ~less_bits(b_most, a_least, row) & ~less_bits(a_most, b_least, row);
    const std::uint64_t same =
        equal_bits(a_least, a_most, row) & equal_bits(b_least, b_most, row) & equal_bits(a_least, b_least, row);
    return comparison == relation::equal ? yes_and_no{can_be_equal, ~same} : yes_and_no{~same, can_be_equal};
}

/// Writes the truths of single numbers: `yes_of(row)` gives the bits from a row on.
template <class F>
HWY_INLINE void put_single(workspace& in, truths& to, const numbers& a, plan::truth otherwise, F yes_of) {
    const std::uint64_t open_yes = (otherwise & plan::yes) != 0 ? ~std::uint64_t{0} : 0;
    const std::uint64_t open_no = (otherwise & plan::no) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t w = 0; w < in.words; ++w) {
        const std::uint64_t yes = yes_of(w * 64);
        const std::uint64_t known = a.known == nullptr ? ~std::uint64_t{0} : a.known[w];
        to.yes[w] = (known & yes) | (~known & open_yes);
        to.no[w] = (known & ~yes) | (~known & open_no);
        to.neither[w] = 0;
    }
}

template <class B>
HWY_INLINE void compare_single(workspace& in, truths& to, relation comparison, const numbers& a, plan::truth otherwise, B b) {
    const singles_of singles{a};
    const auto put = [&]<relation How>() {
        put_single(in, to, a, otherwise, [&](std::size_t row) { return related(How, singles, b, row); });
    };
    switch (comparison) {
    case relation::equal: put.template operator()<relation::equal>(); break;
    case relation::not_equal: put.template operator()<relation::not_equal>(); break;
    case relation::less: put.template operator()<relation::less>(); break;
    case relation::less_equal: put.template operator()<relation::less_equal>(); break;
    case relation::greater: put.template operator()<relation::greater>(); break;
    case relation::greater_equal: put.template operator()<relation::greater_equal>(); break;
    }
}

template <class B>
HWY_INLINE void compare_bounds(workspace& in, truths& to, relation comparison, const numbers& a, B b_least, B b_most) {
    for (std::size_t w = 0; w < in.words; ++w) {
        const yes_and_no found = related(comparison, rows_of{a.least}, rows_of{a.most}, b_least, b_most, w * 64);
        to.yes[w] = found.yes;
        to.no[w] = found.no;
        to.neither[w] = 0;
    }
}

inline void compare_step(workspace& in, const step& s) {
    truths& to = in.truths[s.op.to];
    if (s.a.is_constant() || s.b.is_constant()) {
        const bool second = s.a.is_constant();
        const numbers a = in.numbers[second ? s.b.at : s.a.at];
        const std::int64_t c = second ? s.a.constant : s.b.constant;
        // c < a is a > c
        constexpr std::array<relation, 6> turned{relation::equal,         relation::not_equal, relation::greater,
                                                 relation::greater_equal, relation::less,      relation::less_equal};
        const relation comparison = second ? turned[static_cast<std::size_t>(s.op.relation)] : s.op.relation;
        if (a.single()) {
            compare_single(in, to, comparison, a, plan::compare(comparison, a.otherwise, {c, c}), always{c});
        } else {
            compare_bounds(in, to, comparison, a, always{c}, always{c});
        }
        return;
    }
    const numbers a = spread(in, s.a, in.spare_a);
    const numbers b = spread(in, s.b, in.spare_b);
    if (a.exact() && b.exact()) {
        compare_single(in, to, s.op.relation, a, plan::no, rows_of{b.least});
    } else {
        compare_bounds(in, to, s.op.relation, a, rows_of{b.least}, rows_of{b.most});
    }
}

/// Row by row those in `which`; the others are as they are.
inline void ask_rows(workspace& in, const step& s, truths& to, std::size_t w, std::uint64_t which) {
    row_operation operation(*in.program->plan, s.op);
    for (; which != 0; which &= which - 1) {
        const auto i = static_cast<unsigned>(__builtin_ctzll(which));
        const std::size_t row = w * 64 + i;
        if (row >= in.rows) { return; }
        const plan::truth found = operation.truth(at(in, s.a, row), at(in, s.b, row));
        const std::uint64_t bit = std::uint64_t{1} << i;
        const auto put = [&](std::uint64_t& word, plan::truth value) { word = (word & ~bit) | ((found & value) != 0 ? bit : 0); };
        put(to.no[w], plan::no);
        put(to.yes[w], plan::yes);
        put(to.neither[w], plan::not_applicable);
    }
}

/// A share of wholes above zero is a comparison with so much of the whole; other rows are compared one by one.
inline void share_step(workspace& in, const step& s) {
    truths& to = in.truths[s.op.to];
    const std::int64_t factor = s.op.value;
    const bool singles = (s.a.is_constant() || in.numbers[s.a.at].single()) && (s.b.is_constant() || in.numbers[s.b.at].single());
    if (!singles) {
        for (std::size_t w = 0; w < in.words; ++w) { ask_rows(in, s, to, w, ~std::uint64_t{0}); }
        return;
    }
    const auto values = [&](const operand& value, number_store& spare) {
        if (!value.is_constant()) { return wide(in, value.at); }
        return spread(in, value, spare);
    };
    const numbers a = values(s.a, in.spare_a);
    const numbers b = values(s.b, in.spare_b);
    std::int64_t* const so_much = in.spare_a.most.data();
    map(in, b.least, so_much, [factor](std::int64_t v) { return wrap(wrap(v) * wrap(factor)); });
    compare_single(in, to, s.op.relation, {a.least, a.least, nullptr, {}, nullptr}, plan::no, rows_of{so_much});
    for (std::size_t w = 0; w < in.words; ++w) {
        std::uint64_t others = ~less_bits(always{0}, rows_of{b.least}, w * 64);
        if (a.known != nullptr) { others |= ~a.known[w]; }
        if (b.known != nullptr) { others |= ~b.known[w]; }
        ask_rows(in, s, to, w, others);
    }
}

inline void options_step(workspace& in, const step& s, const numbers& a) {
    const plan::truth otherwise = a.known == nullptr ? plan::no : plan::in_mask(a.otherwise, s.op.mask);
    const lanes<std::uint64_t> d;
    const auto mask = hn::Set(d, s.op.mask);
    const auto bit = hn::Set(d, std::uint64_t{1});
    put_single(in, in.truths[s.op.to], a, otherwise, [&](std::size_t row) {
        return word_of<std::uint64_t>([&](std::size_t i) {
            const auto option = hn::And(hn::BitCast(d, load(a, row + i)), hn::Set(d, std::uint64_t{63}));
            return hn::Eq(hn::And(hn::Shr(mask, option), bit), bit);
        });
    });
}

inline void predicate_step(workspace& in, const step& s) {
    truths& to = in.truths[s.op.to];
    if (s.op.code == opcode::compare) {
        compare_step(in, s);
        return;
    }
    if (s.op.code == opcode::share) {
        share_step(in, s);
        return;
    }
    if (!s.a.is_constant() && in.numbers[s.a.at].single()) {
        const numbers a = in.numbers[s.a.at];
        if (s.op.code == opcode::in_options) {
            options_step(in, s, a);
        } else {
            compare_single(in, to, relation::not_equal, a, plan::compare(relation::not_equal, a.otherwise, {0, 0}), always{0});
        }
        return;
    }
    for (std::size_t w = 0; w < in.words; ++w) { ask_rows(in, s, to, w, ~std::uint64_t{0}); }
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
