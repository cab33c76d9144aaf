// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arithmetic on the numbers of a block. What is common is done on vectors; the rest row by row, by the code that the row evaluator runs.
#if defined(TIEUCHI_COLUMN_NUMBERS) == defined(HWY_TARGET_TOGGLE)
#ifdef TIEUCHI_COLUMN_NUMBERS
#undef TIEUCHI_COLUMN_NUMBERS
#else
#define TIEUCHI_COLUMN_NUMBERS
#endif

#include "plan/arithmetic.hpp"
#include "vector/kernels/lanes.hpp"
#include "vector/workspace.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE {

using plan::interval;
using plan::opcode;

/// Arithmetic that wraps around: rows of which nothing is known hold anything.
HWY_INLINE std::int64_t wrap(std::uint64_t a) { return static_cast<std::int64_t>(a); }
HWY_INLINE std::uint64_t wrap(std::int64_t a) { return static_cast<std::uint64_t>(a); }

template <class F>
HWY_INLINE void map(const workspace& in, const std::int64_t* HWY_RESTRICT a, std::int64_t* HWY_RESTRICT to, F f) {
    for (std::size_t i = 0; i < in.padded; ++i) { to[i] = f(a[i]); }
}

template <class F>
HWY_INLINE void map(const workspace& in, const std::int32_t* HWY_RESTRICT a, std::int64_t* HWY_RESTRICT to, F f) {
    for (std::size_t i = 0; i < in.padded; ++i) { to[i] = f(std::int64_t{a[i]}); }
}

template <class F>
HWY_INLINE void map(const workspace& in, const std::int64_t* a, const std::int64_t* b, std::int64_t* HWY_RESTRICT to, F f) {
    for (std::size_t i = 0; i < in.padded; ++i) { to[i] = f(a[i], b[i]); }
}

HWY_INLINE void show_single(workspace& in, register_index to) {
    number_store& store = in.stores[to];
    in.numbers[to] = {store.values(), store.values(), nullptr, {}, nullptr};
}

HWY_INLINE void show_bounds(workspace& in, register_index to) {
    number_store& store = in.stores[to];
    in.numbers[to] = {store.values(), store.most.data(), nullptr, {}, nullptr};
}

/// Shows single values, known where those of `a` are.
HWY_INLINE void show_known_as(workspace& in, register_index to, const numbers& a, interval otherwise) {
    show_single(in, to);
    if (a.known == nullptr) { return; }
    std::copy_n(a.known, in.words, in.stores[to].known.begin());
    in.numbers[to].known = in.stores[to].known.data();
    in.numbers[to].otherwise = otherwise;
}

/// A number register, 64 bits wide whatever the table has.
HWY_INLINE const numbers& wide(workspace& in, register_index at) {
    numbers& shown = in.numbers[at];
    if (shown.narrow != nullptr) {
        std::int64_t* const to = in.stores[at].values();
        map(in, shown.narrow, to, [](std::int64_t value) { return value; });
        shown.least = shown.most = to;
        shown.narrow = nullptr;
    }
    return shown;
}

/// Bounds row by row where they are the same for many.
HWY_INLINE numbers spread(const workspace& in, const numbers& a, number_store& to) {
    if (a.known == nullptr) { return a; }
    const std::int64_t* HWY_RESTRICT from = a.least;
    std::int64_t* HWY_RESTRICT least = to.values();
    std::int64_t* HWY_RESTRICT most = to.most.data();
    for (std::size_t i = 0; i < in.padded; ++i) {
        const bool known = (a.known[i / 64] >> (i % 64) & 1U) != 0;
        least[i] = known ? from[i] : a.otherwise.least;
        most[i] = known ? from[i] : a.otherwise.most;
    }
    return {least, most, nullptr, {}, nullptr};
}

HWY_INLINE numbers spread(workspace& in, const operand& a, number_store& to) {
    if (!a.is_constant()) { return spread(in, wide(in, a.at), to); }
    std::fill_n(to.values(), in.padded, a.constant);
    return {to.values(), to.values(), nullptr, {}, nullptr};
}

/// One operation of the plan on intervals, as the row evaluator does it.
class row_operation {
public:
    row_operation(const plan::program& plan, const plan::instruction& op) : plan_(plan), op_(op) {
        op_.a = 0;
        if (op_.b != plan::no_register) { op_.b = 1; }
        op_.to = 2;
    }
    [[nodiscard]] interval number(interval a, interval b) {
        numbers_ = {a, b, {}};
        plan::execute(plan_, op_, numbers_, {});
        return numbers_[2];
    }
    [[nodiscard]] plan::truth truth(interval a, interval b) {
        numbers_ = {a, b, {}};
        plan::instruction op = op_;
        op.to = 0;
        std::array<plan::truth, 1> found{};
        plan::execute(plan_, op, numbers_, found);
        return found[0];
    }

private:
    const plan::program& plan_;
    plan::instruction op_;
    std::array<interval, 3> numbers_{};
};

HWY_INLINE interval at(const workspace& in, const operand& a, std::size_t row) {
    return a.is_constant() ? interval{a.constant, a.constant} : in.numbers[a.at].at(row);
}

/// Row by row, into bounds of each.
inline void number_by_rows(workspace& in, const step& s) {
    row_operation operation(*in.program->plan, s.op);
    number_store& to = in.stores[s.op.to];
    std::uint64_t open = 0;
    for (std::size_t row = 0; row < in.rows; ++row) {
        const interval found = operation.number(at(in, s.a, row), at(in, s.b, row));
        to.values()[row] = found.least;
        to.most[row] = found.most;
        open |= static_cast<std::uint64_t>(found.least ^ found.most);
    }
    if (open == 0) {
        show_single(in, s.op.to);
    } else {
        show_bounds(in, s.op.to);
    }
}

/// Of one number alone, known or not: row by row where it is known.
inline void single_by_rows(workspace& in, const step& s, const numbers& a) {
    row_operation operation(*in.program->plan, s.op);
    const auto result = [&](interval varying) {
        const bool first = !s.a.is_constant();
        const interval b = first ? interval{s.b.constant, s.b.constant} : varying;
        return operation.number(first ? varying : interval{s.a.constant, s.a.constant}, b);
    };
    number_store& to = in.stores[s.op.to];
    for (std::size_t row = 0; row < in.rows; ++row) {
        const bool known = a.known == nullptr || (a.known[row / 64] >> (row % 64) & 1U) != 0;
        to.values()[row] = known ? result(a.at(row)).least : 0;
    }
    show_known_as(in, s.op.to, a, a.known == nullptr ? interval{} : result(a.otherwise));
}

/// A linear function between bounds, of one number.
inline void linear_step(workspace& in, const step& s) {
    const linear chain = in.program->linears[s.first];
    const numbers a = in.numbers[s.a.at];
    number_store& to = in.stores[s.op.to];
    const auto f = [chain](std::int64_t v) {
        return std::min(std::max(wrap(wrap(v) * wrap(chain.factor) + wrap(chain.offset)), chain.least), chain.most);
    };
    const bool falls = chain.factor < 0;
    if (a.narrow != nullptr) {
        map(in, a.narrow, to.values(), f);
    } else {
        map(in, falls ? a.most : a.least, to.values(), f);
    }
    if (a.single()) {
        const interval otherwise{f(a.otherwise.least), f(a.otherwise.most)};
        show_known_as(in, s.op.to, a, falls ? interval{otherwise.most, otherwise.least} : otherwise);
        return;
    }
    map(in, falls ? a.least : a.most, to.most.data(), f);
    show_bounds(in, s.op.to);
}

/// An operation on one number that is not constant.
inline void number_of_one(workspace& in, const step& s) {
    const numbers a = in.numbers[s.a.is_constant() ? s.b.at : s.a.at];
    if (a.single()) {
        single_by_rows(in, s, a);
    } else {
        number_by_rows(in, s);
    }
}

/// A fact that another bounds. Where no row contradicts itself and all are known, it is what it was.
template <class Contradicts, class Least, class Most>
HWY_INLINE void bound_fact(workspace& in, const step& s, Contradicts contradicts, Least least, Most most) {
    const numbers a = spread(in, s.a, in.spare_a);
    const numbers b = spread(in, s.b, in.spare_b);
    number_store& to = in.stores[s.op.to];
    if (a.exact() && b.exact()) {
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < in.rows; ++i) {
            any |= contradicts(interval{a.least[i], a.least[i]}, b.least[i], b.least[i]);
        }
        if (any == 0) {
            std::copy_n(a.least, in.padded, to.values());
            show_single(in, s.op.to);
            return;
        }
    }
    const std::int64_t anything_least = s.op.value;
    const auto anything_most = static_cast<std::int64_t>(s.op.mask);
    std::int64_t* HWY_RESTRICT to_least = to.values();
    std::int64_t* HWY_RESTRICT to_most = to.most.data();
    for (std::size_t i = 0; i < in.padded; ++i) {
        const interval value{a.least[i], a.most[i]};
        const bool contradicting = contradicts(value, b.least[i], b.most[i]) != 0;
        to_least[i] = contradicting ? anything_least : least(value, b.least[i]);
        to_most[i] = contradicting ? anything_most : most(value, b.most[i]);
    }
    show_bounds(in, s.op.to);
}

/// The single numbers of a vector of rows.
HWY_INLINE auto load(const numbers& a, std::size_t i) {
    const lanes<std::int64_t> d;
    if (a.narrow != nullptr) { return hn::PromoteTo(d, hn::LoadU(hn::Rebind<std::int32_t, decltype(d)>(), a.narrow + i)); }
    return hn::LoadU(d, a.least + i);
}

/// Lines of a lookup that are tried one after the other; with more than these, each row searches.
inline constexpr std::size_t lines_tried = 24;

/// Whether all numbers of a lookup fit 32 bits.
HWY_INLINE bool is_narrow(const model::lookup& lookup) {
    const auto fits = [](std::int64_t number) { return number == static_cast<std::int32_t>(number); };
    return std::all_of(lookup.limits.begin(), lookup.limits.end(), fits) &&
           std::all_of(lookup.values.begin(), lookup.values.end(), fits);
}

/// The values of the lines that numbers of 32 bits reach.
template <class Reaches>
HWY_INLINE void try_lines(const workspace& in, const model::lookup& lookup, const std::int32_t* from, std::int64_t* to,
                          Reaches reaches) {
    const lanes<std::int64_t> wide;
    const hn::Rebind<std::int32_t, lanes<std::int64_t>> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    const auto all = [d](std::int64_t number) { return hn::Set(d, static_cast<std::int32_t>(number)); };
    for (std::size_t i = 0; i < in.padded; i += n) {
        const auto number = hn::LoadU(d, from + i);
        auto found = all(lookup.values.back());
        for (std::size_t line = lookup.limits.size(); line-- > 0;) { // the first that is reached is the last to be put
            found = hn::IfThenElse(reaches(number, all(lookup.limits[line])), all(lookup.values[line]), found);
        }
        hn::Store(hn::PromoteTo(wide, found), wide, to + i);
    }
}

/// The values of the lines that single numbers reach. `whole` is nothing where the lookup is of one number alone.
template <class Reaches>
HWY_INLINE void try_lines(const workspace& in, const model::lookup& lookup, const numbers& a, const std::int64_t* whole,
                          std::int64_t* to, Reaches reaches) {
    const lanes<std::int64_t> d;
    constexpr std::size_t n = hn::MaxLanes(d);
    if (whole == nullptr && a.narrow != nullptr && is_narrow(lookup)) {
        try_lines(in, lookup, a.narrow, to, reaches);
        return;
    }
    if (whole == nullptr) {
        for (std::size_t i = 0; i < in.padded; i += n) {
            const auto number = load(a, i);
            auto found = hn::Set(d, lookup.values.back());
            for (std::size_t line = lookup.limits.size(); line-- > 0;) { // the first that is reached is the last to be put
                found = hn::IfThenElse(reaches(number, hn::Set(d, lookup.limits[line])), hn::Set(d, lookup.values[line]), found);
            }
            hn::Store(found, d, to + i);
        }
        return;
    }
    for (std::size_t i = 0; i < in.padded; ++i) { to[i] = lookup.values.back(); }
    HWY_ALIGN std::array<std::int64_t, block_rows> so_much{};
    for (std::size_t line = lookup.limits.size(); line-- > 0;) {
        const std::int64_t limit = lookup.limits[line];
        for (std::size_t i = 0; i < in.padded; ++i) {
            so_much[i] = wrap(wrap(std::max<std::int64_t>(whole[i], 1)) * wrap(limit));
        }
        const auto value = hn::Set(d, lookup.values[line]);
        for (std::size_t i = 0; i < in.padded; i += n) {
            const auto reached = reaches(load(a, i), hn::Load(d, so_much.data() + i));
            hn::Store(hn::IfThenElse(reached, value, hn::Load(d, to + i)), d, to + i);
        }
    }
}

HWY_INLINE void look_up_single(const workspace& in, const model::lookup& lookup, const numbers& a, const std::int64_t* whole,
                               std::int64_t* to) {
    if (lookup.limits.size() > lines_tried) {
        for (std::size_t i = 0; i < in.rows; ++i) {
            const std::int64_t part = a.narrow != nullptr ? a.narrow[i] : a.least[i];
            to[i] = lookup.values[plan::line_of(lookup, part, whole == nullptr ? 1 : std::max<std::int64_t>(whole[i], 1))];
        }
        return;
    }
    switch (lookup.relation) {
    case model::relation::greater: try_lines(in, lookup, a, whole, to, [](auto x, auto y) { return hn::Gt(x, y); }); break;
    case model::relation::less: try_lines(in, lookup, a, whole, to, [](auto x, auto y) { return hn::Lt(x, y); }); break;
    case model::relation::less_equal:
        try_lines(in, lookup, a, whole, to, [](auto x, auto y) { return hn::Not(hn::Gt(x, y)); });
        break;
    case model::relation::equal: // a lookup has none of these
    case model::relation::not_equal:
    case model::relation::greater_equal:
        try_lines(in, lookup, a, whole, to, [](auto x, auto y) { return hn::Not(hn::Lt(x, y)); });
        break;
    }
}

/// Single numbers together; those that are not known in rows where they differ one by one.
inline void lookup_step(workspace& in, const step& s) {
    const bool has_whole = s.op.b != plan::no_register;
    const auto is_single = [&](const operand& number) { return number.is_constant() || in.numbers[number.at].single(); };
    if (!is_single(s.a) || (has_whole && !is_single(s.b))) {
        number_by_rows(in, s);
        return;
    }
    const model::lookup& lookup = in.program->plan->lookups[static_cast<std::size_t>(s.op.value)];
    const auto values = [&](const operand& each, number_store& spare) {
        return each.is_constant() ? spread(in, each, spare) : wide(in, each.at);
    };
    const numbers a = s.a.is_constant() ? spread(in, s.a, in.spare_a) : in.numbers[s.a.at];
    const numbers b = has_whole ? values(s.b, in.spare_b) : numbers{};
    number_store& to = in.stores[s.op.to];
    look_up_single(in, lookup, a, has_whole ? b.least : nullptr, to.values());
    if (!has_whole) {
        show_known_as(in, s.op.to, a, a.known == nullptr ? interval{} : plan::look_up(lookup, a.otherwise, {1, 1}));
        return;
    }
    if (a.exact() && b.exact()) {
        show_single(in, s.op.to);
        return;
    }
    std::copy_n(to.values(), in.padded, to.most.data());
    for (std::size_t row = 0; row < in.rows; ++row) {
        const interval part = a.at(row);
        const interval whole = b.at(row);
        if (part.known() && whole.known()) { continue; }
        const interval found = plan::look_up(lookup, part, plan::some(whole));
        to.values()[row] = found.least;
        to.most[row] = found.most;
    }
    show_bounds(in, s.op.to);
}

template <class F>
HWY_INLINE void combine(workspace& in, const step& s, bool crosswise, F f) {
    const numbers a = spread(in, s.a, in.spare_a);
    const numbers b = spread(in, s.b, in.spare_b);
    number_store& to = in.stores[s.op.to];
    map(in, a.least, crosswise ? b.most : b.least, to.values(), f);
    if (a.single() && b.single()) {
        show_single(in, s.op.to);
        return;
    }
    map(in, a.most, crosswise ? b.least : b.most, to.most.data(), f);
    show_bounds(in, s.op.to);
}

inline void number_step(workspace& in, const step& s) {
    if (s.op.code == opcode::lookup) {
        lookup_step(in, s);
        return;
    }
    const bool two = s.op.b != plan::no_register && !s.a.is_constant() && !s.b.is_constant();
    const bool bounds = s.op.code == opcode::at_most || s.op.code == opcode::at_least;
    if (!two && !bounds) {
        number_of_one(in, s);
        return;
    }
    using i64 = std::int64_t;
    const opcode code = s.op.code;
    if (code == opcode::add) {
        combine(in, s, false, [](i64 a, i64 b) { return wrap(wrap(a) + wrap(b)); });
    } else if (code == opcode::subtract) {
        combine(in, s, true, [](i64 a, i64 b) { return wrap(wrap(a) - wrap(b)); });
    } else if (code == opcode::minimum) {
        combine(in, s, false, [](i64 a, i64 b) { return std::min(a, b); });
    } else if (code == opcode::maximum) {
        combine(in, s, false, [](i64 a, i64 b) { return std::max(a, b); });
    } else if (code == opcode::at_most) {
        bound_fact(
            in, s, [](interval a, i64, i64 most) { return std::uint64_t{most < a.least}; },
            [](interval a, i64) { return a.least; }, [](interval a, i64 most) { return std::min(a.most, most); });
    } else if (code == opcode::at_least) {
        bound_fact(
            in, s, [](interval a, i64 least, i64) { return std::uint64_t{least > a.most}; },
            [](interval a, i64 least) { return std::max(a.least, least); }, [](interval a, i64) { return a.most; });
    } else {
        number_by_rows(in, s);
    }
}

inline void show_fact(workspace& in, const step& s, const fact_block& fact, bool missing) {
    const std::uint64_t* const known = !missing && fact.all_known ? nullptr : fact.known.data();
    const std::int64_t* const values = fact.narrow == nullptr ? fact.values.data() : nullptr;
    in.numbers[s.op.to] = {values, fact.most == nullptr ? values : fact.most, known, in.program->unknown[s.op.a], fact.narrow};
}

inline void note_refused(workspace& in, const fact_block& fact) {
    if (!fact.any_refused) { return; }
    for (std::size_t w = 0; w < in.words; ++w) { in.refused[w] |= fact.refused[w]; }
}

inline void fact_step(workspace& in, const step& s) {
    const std::uint32_t slot = s.op.a;
    if (const std::uint32_t index = in.program->bounded_at[slot]; index != plan::no_register) {
        show_fact(in, s, in.bounded[index].given, in.bounded[index].missing);
        return;
    }
    fact_block& fact = in.stores[s.op.to].fact;
    const bool missing = !in.facts->has(slot);
    fact.narrow = nullptr;
    fact.most = nullptr;
    if (missing) {
        fact.known = {};
    } else {
        in.facts->read(slot, fact);
        note_refused(in, fact);
    }
    if (s.op.mask != 0) { // a yes or no that is read as a number
        for (std::size_t i = 0; i < in.padded; ++i) {
            fact.values[i] = static_cast<std::int64_t>(fact.yes[i / 64] >> (i % 64) & 1U);
        }
    }
    show_fact(in, s, fact, missing);
}

} // namespace TIEUCHI_NAMESPACE::impl::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
