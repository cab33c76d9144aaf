// SPDX-License-Identifier: Apache-2.0
// Shares of nothing that decide in silence. A share does not apply where its whole is 0. What it is joined with then decides alone, and in
// a list of lines it counts as no. Each condition that decides points, an outcome or a finding is tried with each of its wholes set to 0.
#include "check/shares_of_nothing.hpp"

#include "check/expressions.hpp"
#include "check/usage.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

constexpr unsigned deepest_tried = 64;
constexpr std::size_t most_wholes = 64;
constexpr std::size_t most_effort = 5'000'000; // of a whole rulebook: warnings may end, the check may not take long

} // namespace

/// Whether two numbers are written alike, and so are the same.
bool shares_of_nothing::are_alike(index id, index other, unsigned depth) {
    if (id == other) { return true; }
    if (id == none || other == none || depth == 0 || !may_go_on()) { return false; }
    const expression& a = standard_.expressions[id];
    const expression& b = standard_.expressions[other];
    const auto parts = [](const expression& e) {
        return std::tie(e.op, e.scale, e.constant_scale, e.mode, e.third, e.fourth, e.at_index, e.constant, e.unit, e.over,
                        e.mask);
    };
    return parts(a) == parts(b) && are_alike(a.left, b.left, depth - 1) && are_alike(a.right, b.right, depth - 1);
}

/// Whether a number is certain to be 0 where the whole is.
bool shares_of_nothing::is_zero(index number, unsigned depth) {
    if (number == none || depth == 0 || !may_go_on()) { return false; }
    if (are_alike(number, whole_, depth)) { return true; }
    const expression& e = standard_.expressions[number];
    const auto zero = [&](index id) { return is_zero(id, depth - 1); };
    if (e.op == operation::number) { return e.constant == 0; }
    if (e.op == operation::fact) { return is_zero_fact(e.at_index); }
    if (e.op == operation::add || e.op == operation::subtract) { return zero(e.left) && zero(e.right); }
    if (e.op == operation::product) { return zero(e.left) || zero(e.right); }
    return (is_arithmetic(e.op) || e.op == operation::divide) && zero(e.left);
}

/// A fact is 0 where it is the whole or a part of it, and where it is at most one that is.
bool shares_of_nothing::is_zero_fact(index fact) {
    if (standard_.facts[fact].least.units() < 0) { return false; }
    for (unsigned i = 0; i < deepest_tried && may_go_on(); ++i) {
        if (std::find(zeros_.begin(), zeros_.end(), fact) != zeros_.end()) { return true; }
        if (!standard_.facts[fact].at_most) { return false; }
        fact = *standard_.facts[fact].at_most;
    }
    return false;
}

/// The facts that are 0 where a sum is.
void shares_of_nothing::add_zeros(index number, unsigned depth) {
    const expression& e = standard_.expressions[number];
    if (depth == 0 || e.bounds.least < 0 || !may_go_on()) { return; }
    const auto negative = [&](index id) { return standard_.expressions[id].bounds.least < 0; };
    if (e.op == operation::fact) { zeros_.push_back(e.at_index); }
    if (e.op == operation::multiply && e.constant > 0) { add_zeros(e.left, depth - 1); }
    if (e.op == operation::add && !negative(e.left) && !negative(e.right)) {
        add_zeros(e.left, depth - 1);
        add_zeros(e.right, depth - 1);
    }
}

/// Whether a number is certain to have no value where the whole is 0: a quotient by the whole, or what is worked out from one.
bool shares_of_nothing::is_missing(index number, unsigned depth) {
    if (number == none || depth == 0 || !may_go_on()) { return false; }
    const expression& e = standard_.expressions[number];
    if (!e.may_not_apply) { return false; }
    const auto missing = [&](index id) { return is_missing(id, depth - 1); };
    if (e.op == operation::divide || e.op == operation::lookup) { return is_zero(e.right, depth - 1) || missing(e.left); }
    if (e.op == operation::only_where) { return !truth(e.left, depth - 1).yes || missing(e.right); }
    return is_arithmetic(e.op) && (missing(e.left) || missing(e.right));
}

shares_of_nothing::tried shares_of_nothing::truth_of_comparison(const expression& e, unsigned depth) {
    if (is_missing(e.left, depth) || is_missing(e.right, depth)) { return {false, false, true}; }
    const expression& a = standard_.expressions[e.left];
    const expression& b = standard_.expressions[e.right];
    const range left = is_zero(e.left, depth) ? range{} : a.bounds;
    const range right = is_zero(e.right, depth) ? range{} : b.bounds;
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = power_of_ten(scale - b.scale);
    const certainty sure = certainty_of(e.relation, up_a * left.least, up_a * left.most, up_b * right.least, up_b * right.most);
    return {sure != certainty::always, sure != certainty::never, false};
}

/// Whether a criterion is certain not to apply where the whole is 0.
bool shares_of_nothing::cannot_apply(index criterion, unsigned depth) {
    const model::criterion& each = standard_.criteria[criterion];
    const auto bars = [&](index where) { return !truth(where, depth).yes; };
    if (std::any_of(each.only_where.begin(), each.only_where.end(), bars)) { return true; }
    return truth(each.when, depth).missing();
}

bool shares_of_nothing::is_reading(index condition) const {
    const expression& e = standard_.expressions[condition];
    return e.op == operation::in_reading ||
           (e.op == operation::negate && standard_.expressions[e.left].op == operation::in_reading);
}

/// What a condition can be where the whole is 0.
shares_of_nothing::tried shares_of_nothing::truth(index condition, unsigned depth) {
    constexpr tried open{true, true, false};
    if (condition == none || depth == 0 || !may_go_on()) { return open; }
    const expression& e = standard_.expressions[condition];
    switch (e.op) {
    case operation::truth: return {e.constant == 0, e.constant != 0, false};
    case operation::in_reading: return {true, true, false, false, true};
    case operation::share: return is_zero(e.right, depth) || is_missing(e.left, depth) ? tried{false, false, true} : open;
    case operation::not_zero: return is_zero(e.left, depth) ? tried{true, false, false} : open;
    case operation::compare: return truth_of_comparison(e, depth);
    case operation::only_where: {
        const tried where = truth(e.left, depth - 1);
        return where.yes ? truth(e.right, depth - 1) : tried{false, false, true};
    }
    case operation::criterion_met: return cannot_apply(e.at_index, depth - 1) ? tried{false, false, true} : open;
    case operation::applies: return is_missing(e.left, depth) ? tried{true, false, false} : open;
    case operation::applicable: {
        const tried found = truth(e.left, depth - 1);
        return {found.not_applicable, found.no || found.yes, false};
    }
    case operation::negate: {
        tried result = truth(e.left, depth - 1);
        std::swap(result.no, result.yes);
        return result;
    }
    case operation::both:
    case operation::either: return truth_of_chain(condition, depth);
    case operation::number:
    case operation::fact:
    case operation::in_options:
    case operation::in_outcomes:
    case operation::in_values:
    case operation::every_criterion:
    case operation::accepted:
    case operation::add:
    case operation::subtract:
    case operation::multiply:
    case operation::product:
    case operation::rate:
    case operation::divide:
    case operation::round:
    case operation::clamp:
    case operation::minimum:
    case operation::maximum:
    case operation::choose:
    case operation::table:
    case operation::lookup:
    case operation::count_met:
    case operation::months:
    case operation::day: break;
    }
    return open;
}

/// Whether a condition compares a share, a rate or a quotient.
bool shares_of_nothing::reads_share(index at, unsigned depth) {
    if (at == none || depth == 0 || !may_go_on()) { return false; }
    const expression& e = standard_.expressions[at];
    if (e.op == operation::share || e.op == operation::divide) { return true; }
    const bool joins = e.op == operation::both || e.op == operation::either || e.op == operation::negate;
    const bool asks = e.op == operation::compare || e.op == operation::only_where;
    return (joins || asks || is_arithmetic(e.op)) && (reads_share(e.left, depth - 1) || reads_share(e.right, depth - 1));
}

/// Takes in one more operand of `and`, `all`, or of `or`.
void shares_of_nothing::add_operand(chain_tried& chain, index operand, bool all, unsigned depth) {
    const tried found = truth(operand, depth);
    chain.result.by_reading = chain.result.by_reading || found.by_reading;
    if (is_reading(operand)) { return; }
    chain.silent = chain.silent || found.silent;
    if (found.missing()) {
        chain.some_missing = true;
        return;
    }
    chain.has_operands = true;
    chain.settled = chain.settled || (!found.silent && !(all ? found.yes : found.no));
    const bool neutral = of_finding_ && standard_.expressions[operand].may_not_apply && reads_share(operand, depth);
    chain.some_apply = chain.some_apply || !(found.by_reading || neutral);
    tried& result = chain.result;
    result.no = all ? result.no || found.no : result.no && found.no;
    result.yes = all ? result.yes && found.yes : result.yes || found.yes;
}

/// What `and` or `or` makes of its operands. It decides in silence where some do not apply, others do, and none of these settles it.
/// In a criterion without points, a share of nothing among several shares is meant to make no difference.
/// A reading is chosen before anything is decided: what it is joined with then stands alone, or is not there at all.
shares_of_nothing::tried shares_of_nothing::truth_of_chain(index condition, unsigned depth) {
    const operation op = standard_.expressions[condition].op;
    const bool all = op == operation::both;
    chain_tried chain;
    chain.result = {!all, all};
    index next = condition;
    for (; standard_.expressions[next].op == op && may_go_on(); next = standard_.expressions[next].left) {
        add_operand(chain, standard_.expressions[next].right, all, depth - 1);
    }
    add_operand(chain, next, all, depth - 1);
    if (!chain.has_operands) { // but readings
        chain.result.no = chain.result.yes = !chain.some_missing;
        chain.result.not_applicable = chain.some_missing;
    }
    chain.result.silent = !chain.settled && (chain.silent || (chain.some_missing && chain.some_apply));
    return chain.result;
}

/// The wholes of shares, rates and quotients in a condition that can be 0.
void shares_of_nothing::find_wholes(index at, unsigned depth) {
    if (at == none || depth == 0 || !may_go_on()) { return; }
    const expression& e = standard_.expressions[at];
    const auto add_whole = [&](index whole) {
        const expression& node = standard_.expressions[whole];
        const auto same = [&](index other) { return are_alike(whole, other, depth); };
        const bool can_be_zero = node.bounds.least <= 0 && node.bounds.most >= 0;
        if (!can_be_zero || wholes_.size() == most_wholes || std::any_of(wholes_.begin(), wholes_.end(), same)) { return; }
        wholes_.push_back(whole);
    };
    switch (e.op) {
    case operation::share:
        add_whole(e.right);
        find_wholes(e.left, depth - 1);
        return;
    case operation::not_zero: add_whole(e.left); return;
    case operation::divide:
    case operation::lookup:
        if (e.right != none) { add_whole(e.right); }
        find_wholes(e.left, depth - 1);
        return;
    case operation::both:
    case operation::either: {
        index next = at;
        for (; standard_.expressions[next].op == e.op && may_go_on(); next = standard_.expressions[next].left) {
            find_wholes(standard_.expressions[next].right, depth - 1);
        }
        find_wholes(next, depth - 1);
        return;
    }
    case operation::criterion_met: {
        const criterion& current = standard_.criteria[e.at_index];
        for (const index where : current.only_where) { find_wholes(where, depth - 1); }
        find_wholes(current.when, depth - 1);
        return;
    }
    case operation::compare:
    case operation::only_where:
    case operation::applicable:
    case operation::applies:
    case operation::negate:
    case operation::add:
    case operation::subtract:
    case operation::multiply:
    case operation::product:
    case operation::round:
    case operation::clamp:
        find_wholes(e.left, depth - 1);
        find_wholes(e.right, depth - 1);
        return;
    case operation::truth:
    case operation::number:
    case operation::fact:
    case operation::in_options:
    case operation::in_reading:
    case operation::in_outcomes:
    case operation::in_values:
    case operation::every_criterion:
    case operation::accepted:
    case operation::rate:
    case operation::minimum:
    case operation::maximum:
    case operation::choose:
    case operation::table:
    case operation::count_met:
    case operation::months:
    case operation::day: return;
    }
}

/// Whether the case never arises: the criterion does not apply where the whole is 0, or an exit is taken before.
bool shares_of_nothing::is_ruled_out(const deciding& by) {
    const bool may_exit = by.as != deciding::exits;
    const auto leaves = [&](const exit_rule& rule) {
        const tried when = truth(rule.when, deepest_tried);
        return when.yes && !when.no && !when.not_applicable;
    };
    if (may_exit && std::any_of(standard_.exits.begin(), standard_.exits.end(), leaves)) { return true; }
    for (index at = by.criterion; at != none; at = standard_.criteria[at].shown.parent.value_or(none)) {
        const auto& only_where = standard_.criteria[at].only_where;
        const auto bars = [&](index id) { return !truth(id, deepest_tried).yes; };
        if (std::any_of(only_where.begin(), only_where.end(), bars)) { return true; }
    }
    return false;
}

/// The lines that decide in silence where the whole is 0.
void shares_of_nothing::find_silent(const deciding& by, std::vector<silence>& found) {
    std::vector<std::size_t> missing;
    bool some_apply = false;
    for (std::size_t i = 0; i < by.lines.size(); ++i) {
        const tried condition = truth(by.lines[i].when, deepest_tried);
        if (condition.silent) { found.push_back({whole_, i, false}); }
        if (condition.missing()) {
            missing.push_back(i);
            continue;
        }
        some_apply = true;
        if (!condition.no) { return; } // this line is for that case
    }
    const bool is_list = by.as == deciding::table || by.as == deciding::outcomes;
    if (!is_list && !(by.as == deciding::points && some_apply)) { return; }
    for (const std::size_t i : missing) { found.push_back({whole_, i, true}); }
}

std::vector<shares_of_nothing::silence> shares_of_nothing::find(const deciding& by) {
    wholes_.clear();
    of_finding_ = by.as == deciding::finding;
    for (const auto& line : by.lines) { find_wholes(line.when, deepest_tried); }
    std::vector<silence> found;
    for (const index whole : wholes_) {
        whole_ = whole;
        zeros_.clear();
        add_zeros(whole, deepest_tried);
        if (!is_ruled_out(by)) { find_silent(by, found); }
    }
    return found;
}

namespace {

/// A whole as rules would write it; empty where it is not so simple.
[[nodiscard]] std::string whole_text(const standard& model, index whole, unsigned depth) {
    const expression& e = model.expressions[whole];
    if ((e.op == operation::multiply || e.op == operation::clamp) && depth != 0) {
        return whole_text(model, e.left, depth - 1); // it is 0 where that is
    }
    if (e.op == operation::fact) {
        const std::string& name = model.facts[e.at_index].name;
        constexpr std::string_view before = "previous_";
        return name.starts_with(before) ? "previous " + name.substr(before.size()) : name;
    }
    if ((e.op != operation::add && e.op != operation::subtract) || depth == 0) { return {}; }
    const std::string left = whole_text(model, e.left, depth - 1);
    std::string right = whole_text(model, e.right, depth - 1);
    if (left.empty() || right.empty()) { return {}; }
    if (e.op == operation::add) { return left + " + " + right; }
    if (model.expressions[e.right].op != operation::fact) { right = '(' + right + ')'; }
    return left + " - " + right;
}

} // namespace

void usage_pass::warn_of_silence(const standard_scope& scope, const deciding& by, const shares_of_nothing::silence& found) {
    constexpr unsigned longest_sum = 4;
    std::string whole = whole_text(*scope.model, found.whole, longest_sum);
    for (const auto& [name, symbol] : scope.symbols) {
        if (symbol.from != nullptr && symbol.from->what.index() == 1 && symbol.at_index == found.whole) { whole = name; }
    }
    const std::string named = whole.empty() ? "its whole" : "`" + whole + "`";
    if (whole.empty()) { whole = "WHOLE"; }
    std::string help = "write `" + whole + " > 0 and (…)`, or `" + whole + " = 0 or …`";
    if (by.criterion != none) { help += ", or `only where " + whole + " > 0` with the criterion"; }
    if (by.as == deciding::table && found.counts_as_no) {
        help = "write `" + whole + " > 0 and (…)`, or a line for `" + whole + " = 0` before it";
    }
    const deciding::line& line = by.lines[found.line];
    remark what = found.counts_as_no ? say<diag::share_of_nothing_is_no>(named) : say<diag::share_of_nothing_is_silent>(named);
    warn(*line.file, line.at, std::move(what).with_help(help));
}

/// Conditions that decide, each with its lines.
void usage_pass::check_silence() {
    std::size_t effort = most_effort;
    for (const auto& scope : shared_.standards) {
        for (const deciding& decision : scope.decisions) {
            for (const auto& found : shares_of_nothing(*scope.model, effort).find(decision)) {
                warn_of_silence(scope, decision, found);
            }
        }
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
