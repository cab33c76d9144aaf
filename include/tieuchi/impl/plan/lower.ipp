// SPDX-License-Identifier: Apache-2.0
/// \file
/// Model to plan. Expressions and criteria are both laid out with parts before or after wholes, so each step is a loop.
#pragma once

#include <tieuchi/impl/plan/lower.hpp>

#include <algorithm>
#include <optional>

namespace tieuchi::impl::plan {

namespace {

constexpr std::uint64_t every_kind = ~std::uint64_t{0};

class lowering {
public:
    lowering(const model::standard& of, const std::vector<std::uint32_t>& chosen)
        : of_(of),
          expressions_(of.expressions),
          chosen_(chosen),
          truth_of_(of.expressions.size(), no_register),
          number_of_(of.expressions.size(), no_register),
          kinds_of_(of.expressions.size(), every_kind),
          wanted_(of.expressions.size(), false),
          fact_(of.facts.size(), no_register),
          raw_(of.facts.size(), no_register),
          above_(of.facts.size(), no_register),
          below_(of.facts.size(), no_register),
          bounded_by_(of.facts.size()) {
        for (model::index i = 0; i < of.facts.size(); ++i) {
            if (of.facts[i].at_most) { bounded_by_[*of.facts[i].at_most].push_back(i); }
        }
    }

    void want(model::index expression) {
        if (expression != model::none) { wanted_[expression] = true; }
    }

    void lower_expressions();
    void lower_criteria();
    void lower_outcomes();

    /// The register of a condition that has been lowered.
    [[nodiscard]] register_index truth_of(model::index expression) const { return truth_of_[expression]; }
    register_index constant_truth(truth set);
    program take() { return std::move(made_); }
    /// Makes a truth register the last one.
    void put_last(register_index from) { truth_register({opcode::both, {}, 0, from, from, 0, 0}); }

private:
    register_index number_register(instruction one);
    register_index truth_register(instruction one);
    [[nodiscard]] std::optional<truth> constant_of(register_index truth) const { return constants_[truth]; }
    register_index both(register_index a, register_index b);
    register_index either(register_index a, register_index b);
    register_index negate(register_index a);
    register_index only_where(register_index condition, register_index a);
    register_index unless(register_index a, register_index exception);

    register_index load(model::index fact);
    register_index bounded_above(model::index fact);
    register_index bounded_below(model::index fact);
    register_index bound(opcode how, model::index fact, register_index known, register_index by);
    register_index fact(model::index fact);
    register_index scaled(register_index number, std::int64_t factor);
    register_index for_kinds(std::uint64_t kinds, register_index truth);
    [[nodiscard]] std::uint64_t kinds_of_fact(model::index fact) const;
    void lower_number(model::index at);
    void lower_truth(model::index at);
    register_index lower_compare(const model::expression& e);
    register_index lower_share(const model::expression& e);

    const model::standard& of_;
    const model::arena& expressions_;
    const std::vector<std::uint32_t>& chosen_;
    program made_;
    std::vector<std::optional<truth>> constants_; // of truth registers
    std::vector<register_index> truth_of_;
    std::vector<register_index> number_of_;
    std::vector<std::uint64_t> kinds_of_; // kinds for which all facts of an expression exist
    std::vector<bool> wanted_;
    std::vector<register_index> fact_;
    std::vector<register_index> raw_;
    std::vector<register_index> above_; // facts with what bounds them from above
    std::vector<register_index> below_; // facts with what they bound
    std::vector<std::vector<model::index>> bounded_by_;
};

register_index lowering::number_register(instruction one) {
    one.to = made_.numbers++;
    made_.code.push_back(one);
    return one.to;
}

register_index lowering::truth_register(instruction one) {
    one.to = made_.truths++;
    made_.code.push_back(one);
    constants_.push_back(one.code == opcode::truth ? std::optional(static_cast<truth>(one.mask)) : std::nullopt);
    return one.to;
}

register_index lowering::constant_truth(truth set) {
    return truth_register({opcode::truth, {}, 0, no_register, no_register, 0, set});
}

// Constants come from readings alone. A reading is chosen before anything is decided, so `READING is X and C` is C itself where X was
// chosen, not applicable included.
register_index lowering::both(register_index a, register_index b) {
    for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
        if (constant_of(one) == no) { return one; }
        if (constant_of(one)) { return other; }
    }
    return truth_register({opcode::both, {}, 0, a, b, 0, 0});
}

register_index lowering::either(register_index a, register_index b) {
    for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
        if (constant_of(one) == yes) { return one; }
        if (constant_of(one)) { return other; }
    }
    return truth_register({opcode::either, {}, 0, a, b, 0, 0});
}

register_index lowering::negate(register_index a) {
    if (constant_of(a) == yes) { return constant_truth(no); }
    if (constant_of(a) == no) { return constant_truth(yes); }
    return constant_of(a) ? a : truth_register({opcode::negate, {}, 0, a, no_register, 0, 0});
}

register_index lowering::only_where(register_index condition, register_index a) {
    if (constant_of(condition) == yes) { return a; }
    if (constant_of(condition)) { return constant_truth(not_applicable); }
    return truth_register({opcode::only_where, {}, 0, condition, a, 0, 0});
}

register_index lowering::unless(register_index a, register_index exception) {
    if (constant_of(exception) == no || constant_of(exception) == not_applicable) { return a; }
    return truth_register({opcode::unless, {}, 0, a, exception, 0, 0});
}

register_index lowering::load(model::index fact) {
    if (raw_[fact] == no_register) { raw_[fact] = number_register({opcode::load, {}, 0, fact, no_register, 0, 0}); }
    return raw_[fact];
}

/// The fact with what the facts that bound it say of its most: the topmost of the chain first.
register_index lowering::bounded_above(model::index fact) {
    std::vector<model::index> chain{fact};
    while (above_[chain.back()] == no_register && of_.facts[chain.back()].at_most) {
        chain.push_back(*of_.facts[chain.back()].at_most);
    }
    if (above_[chain.back()] == no_register) { above_[chain.back()] = load(chain.back()); }
    for (auto one = std::next(chain.rbegin()); one != chain.rend(); ++one) {
        above_[*one] = bound(opcode::at_most, *one, load(*one), above_[*std::prev(one)]);
    }
    return above_[fact];
}

/// The fact with what the facts below it say of its least: those furthest down first.
register_index lowering::bounded_below(model::index fact) {
    std::vector<model::index> below{fact};
    for (std::size_t i = 0; i < below.size(); ++i) { // whom each bounds, and whom those bound
        if (below_[below[i]] != no_register) { continue; }
        below.insert(below.end(), bounded_by_[below[i]].begin(), bounded_by_[below[i]].end());
    }
    for (std::size_t i = below.size(); i-- > 0;) {
        if (below_[below[i]] != no_register) { continue; }
        register_index known = load(below[i]);
        for (const model::index other : bounded_by_[below[i]]) {
            known = bound(opcode::at_least, below[i], known, below_[other]);
        }
        below_[below[i]] = known;
    }
    return below_[fact];
}

register_index lowering::bound(opcode how, model::index fact, register_index known, register_index by) {
    const std::int64_t unit = model::power_of_ten(static_cast<unsigned>(decimal::scale - of_.facts[fact].scale));
    return number_register({how,
                            {},
                            0,
                            known,
                            by,
                            of_.facts[fact].least.units() / unit,
                            static_cast<std::uint64_t>(of_.facts[fact].most.units() / unit)});
}

register_index lowering::fact(model::index fact) {
    if (fact_[fact] != no_register) { return fact_[fact]; }
    register_index known = bounded_above(fact);
    for (const model::index other : bounded_by_[fact]) { known = bound(opcode::at_least, fact, known, bounded_below(other)); }
    return fact_[fact] = known;
}

register_index lowering::scaled(register_index number, std::int64_t factor) {
    return factor == 1 ? number : number_register({opcode::scale, {}, 0, number, no_register, factor, 0});
}

std::uint64_t lowering::kinds_of_fact(model::index fact) const {
    const auto& only_for = of_.facts[fact].only_for;
    if (only_for.empty()) { return every_kind; }
    std::uint64_t kinds = 0;
    for (std::size_t i = 0; i < of_.kinds.size(); ++i) {
        if (std::find(only_for.begin(), only_for.end(), of_.kinds[i]) != only_for.end()) { kinds |= std::uint64_t{1} << i; }
    }
    return kinds;
}

register_index lowering::for_kinds(std::uint64_t kinds, register_index truth) {
    const std::uint64_t all = of_.kinds.size() >= 64 ? every_kind : (std::uint64_t{1} << of_.kinds.size()) - 1;
    if ((kinds & all) == all) { return truth; }
    return only_where(truth_register({opcode::in_options, {}, 0, fact(0), no_register, 0, kinds}), truth);
}

register_index lowering::lower_compare(const model::expression& e) {
    const model::expression& a = expressions_[e.left];
    const model::expression& b = expressions_[e.right];
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    return truth_register({opcode::compare, e.relation, 0, scaled(number_of_[e.left], model::power_of_ten(scale - a.scale)),
                           scaled(number_of_[e.right], model::power_of_ten(scale - b.scale)), 0, 0});
}

register_index lowering::lower_share(const model::expression& e) {
    const model::expression& part = expressions_[e.left];
    const model::expression& whole = expressions_[e.right];
    const unsigned scale = std::max<unsigned>(part.scale, static_cast<unsigned>(whole.scale) + e.scale);
    const std::int64_t times = e.constant * model::power_of_ten(scale - whole.scale - e.scale);
    return truth_register({opcode::share, e.relation, 0, scaled(number_of_[e.left], model::power_of_ten(scale - part.scale)),
                           number_of_[e.right], times, 0});
}

void lowering::lower_number(model::index at) {
    const model::expression& e = expressions_[at];
    register_index& made = number_of_[at];
    switch (e.op) {
    case model::operation::number:
        made = number_register({opcode::constant, {}, 0, no_register, no_register, e.constant, 0});
        return;
    case model::operation::fact:
        made = fact(e.at_index);
        kinds_of_[at] = kinds_of_fact(e.at_index);
        return;
    case model::operation::multiply:
        made = scaled(number_of_[e.left], e.constant);
        kinds_of_[at] = kinds_of_[e.left];
        return;
    default: break;
    }
    const auto up = [&](model::index one) {
        return scaled(number_of_[one], model::power_of_ten(static_cast<unsigned>(e.scale - expressions_[one].scale)));
    };
    const register_index a = up(e.left);
    const register_index b = up(e.right);
    made = number_register({e.op == model::operation::add ? opcode::add : opcode::subtract, {}, 0, a, b, 0, 0});
    kinds_of_[at] = kinds_of_[e.left] & kinds_of_[e.right];
}

void lowering::lower_truth(model::index at) {
    const model::expression& e = expressions_[at];
    register_index& made = truth_of_[at];
    switch (e.op) {
    case model::operation::truth: made = constant_truth(e.constant != 0 ? yes : no); return;
    case model::operation::fact:
        made =
            for_kinds(kinds_of_fact(e.at_index), truth_register({opcode::is_true, {}, 0, fact(e.at_index), no_register, 0, 0}));
        return;
    case model::operation::in_options:
        made = for_kinds(kinds_of_fact(e.at_index),
                         truth_register({opcode::in_options, {}, 0, fact(e.at_index), no_register, 0, e.mask}));
        return;
    case model::operation::in_reading: made = constant_truth(((e.mask >> chosen_[e.at_index]) & 1U) != 0 ? yes : no); return;
    case model::operation::in_outcomes:
        made = truth_register({opcode::in_outcomes, {}, 0, no_register, no_register, 0, e.mask});
        return;
    case model::operation::compare: made = for_kinds(kinds_of_[e.left] & kinds_of_[e.right], lower_compare(e)); return;
    case model::operation::share: made = for_kinds(kinds_of_[e.left] & kinds_of_[e.right], lower_share(e)); return;
    case model::operation::negate: made = negate(truth_of_[e.left]); return;
    case model::operation::both: made = both(truth_of_[e.left], truth_of_[e.right]); return;
    case model::operation::either: made = either(truth_of_[e.left], truth_of_[e.right]); return;
    case model::operation::criterion_met: made = made_.criteria[e.at_index].met; return;
    case model::operation::every_criterion: {
        register_index every = no_register;
        for (std::size_t i = 0; i < of_.criteria.size(); ++i) {
            if (of_.criteria[i].shown.parent) { continue; }
            every = every == no_register ? made_.criteria[i].met
                                         : truth_register({opcode::both, {}, 0, every, made_.criteria[i].met, 0, 0});
        }
        made = truth_register({opcode::accepted, {}, 0, every, no_register, 0, 0});
        return;
    }
    default: return;
    }
}

void lowering::lower_expressions() {
    for (std::size_t i = expressions_.size(); i-- > 0;) {
        if (!wanted_[i]) { continue; }
        want(expressions_[i].left);
        want(expressions_[i].right);
    }
    for (model::index i = 0; i < expressions_.size(); ++i) {
        if (!wanted_[i] || truth_of_[i] != no_register || number_of_[i] != no_register) { continue; }
        const model::expression& e = expressions_[i];
        const bool names_options = e.type == model::value_type::options; // read where it is asked about
        if (names_options) { continue; }
        if (e.type == model::value_type::truth) {
            lower_truth(i);
        } else {
            lower_number(i);
        }
    }
}

void lowering::lower_criteria() {
    made_.criteria.resize(of_.criteria.size());
    for (const auto& one : of_.criteria) {
        want(one.when);
        for (const auto id : one.only_where) { want(id); }
        for (const auto id : one.unless) { want(id); }
    }
    lower_expressions();
    for (std::size_t i = of_.criteria.size(); i-- > 0;) { // children stand after their parent
        const model::criterion& one = of_.criteria[i];
        const auto& children = one.shown.children;
        register_index base = no_register;
        if (one.shown.rule == criterion_rule::when) {
            base = truth_of_[one.when];
        } else if (one.shown.rule == criterion_rule::at_least) {
            const auto first = static_cast<register_index>(made_.operands.size());
            for (const auto child : children) { made_.operands.push_back(made_.criteria[child].met); }
            base = truth_register(
                {opcode::at_least_of, {}, 0, first, static_cast<register_index>(made_.operands.size()), one.shown.needed, 0});
        } else {
            for (const auto child : children) {
                const register_index next = made_.criteria[child].met;
                if (base == no_register) {
                    base = next;
                } else {
                    const opcode code = one.shown.rule == criterion_rule::any_of ? opcode::either : opcode::both;
                    base = truth_register({code, {}, 0, base, next, 0, 0});
                }
            }
        }
        if (one.shown.event) { base = negate(base); } // met when it did not happen
        register_index met = base;
        for (const auto id : one.unless) { met = unless(met, truth_of_[id]); }
        for (const auto id : one.only_where) { met = only_where(truth_of_[id], met); }
        made_.criteria[i] = {met, base};
    }
}

void lowering::lower_outcomes() {
    for (const auto& one : of_.exclusions) { want(one.when); }
    for (const auto& one : of_.outcomes) { want(one.when); }
    lower_expressions();
    for (const auto& one : of_.exclusions) { made_.exclusions.push_back(truth_of_[one.when]); }
    for (std::size_t i = 0; i + 1 < of_.outcomes.size(); ++i) {
        const model::index when = of_.outcomes[i].when;
        made_.outcomes.push_back(when == model::none ? no_register : truth_of_[when]);
    }
}

} // namespace

program lower(const model::standard& of, const std::vector<std::uint32_t>& chosen) {
    lowering work(of, chosen);
    work.lower_criteria();
    work.lower_outcomes();
    return work.take();
}

program lower(const model::tally::over& of, const std::vector<std::uint32_t>& chosen) {
    lowering work(*of.standard, chosen);
    if (of.where == model::none) {
        work.constant_truth(yes);
        return work.take();
    }
    work.want(of.where);
    work.lower_expressions();
    work.put_last(work.truth_of(of.where));
    return work.take();
}

} // namespace tieuchi::impl::plan
