// SPDX-License-Identifier: Apache-2.0
// Shares of nothing that decide in silence. A share does not apply where its whole is 0, and what is joined with it then decides alone; in
// a list of lines it counts as no. Each condition that decides points, an outcome or a finding is tried with each of its wholes taken to be 0.
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
    const expression& a = of_.expressions[id];
    const expression& b = of_.expressions[other];
    const auto parts = [](const expression& e) {
        return std::tie(e.op, e.scale, e.constant_scale, e.mode, e.third, e.fourth, e.at_index, e.constant, e.unit, e.over,
                        e.mask);
    };
    return parts(a) == parts(b) && are_alike(a.left, b.left, depth - 1) && are_alike(a.right, b.right, depth - 1);
}

/// Whether a number is surely 0 where the whole is.
bool shares_of_nothing::is_zero(index number, unsigned depth) {
    if (number == none || depth == 0 || !may_go_on()) { return false; }
    if (are_alike(number, whole_, depth)) { return true; }
    const expression& e = of_.expressions[number];
    const auto zero = [&](index id) { return is_zero(id, depth - 1); };
    if (e.op == operation::number) { return e.constant == 0; }
    if (e.op == operation::fact) { return is_zero_fact(e.at_index); }
    if (e.op == operation::add || e.op == operation::subtract) { return zero(e.left) && zero(e.right); }
    if (e.op == operation::product) { return zero(e.left) || zero(e.right); }
    return (is_arithmetic(e.op) || e.op == operation::divide) && zero(e.left);
}

/// A fact is 0 where it is the whole or a part of it, and where it is at most one that is.
bool shares_of_nothing::is_zero_fact(index fact) {
    if (of_.facts[fact].least.units() < 0) { return false; }
    for (unsigned i = 0; i < deepest_tried && may_go_on(); ++i) {
        if (std::find(zeros_.begin(), zeros_.end(), fact) != zeros_.end()) { return true; }
        if (!of_.facts[fact].at_most) { return false; }
        fact = *of_.facts[fact].at_most;
    }
    return false;
}

/// The facts that are 0 where a sum is.
void shares_of_nothing::add_zeros(index number, unsigned depth) {
    const expression& e = of_.expressions[number];
    if (depth == 0 || e.bounds.least < 0 || !may_go_on()) { return; }
    const auto negative = [&](index id) { return of_.expressions[id].bounds.least < 0; };
    if (e.op == operation::fact) { zeros_.push_back(e.at_index); }
    if (e.op == operation::multiply && e.constant > 0) { add_zeros(e.left, depth - 1); }
    if (e.op == operation::add && !negative(e.left) && !negative(e.right)) {
        add_zeros(e.left, depth - 1);
        add_zeros(e.right, depth - 1);
    }
}

/// Whether a number surely has no value there: a quotient of the whole, or what is made of one.
bool shares_of_nothing::is_missing(index number, unsigned depth) {
    if (number == none || depth == 0 || !may_go_on()) { return false; }
    const expression& e = of_.expressions[number];
    if (!e.may_not_apply) { return false; }
    const auto missing = [&](index id) { return is_missing(id, depth - 1); };
    if (e.op == operation::divide || e.op == operation::lookup) { return is_zero(e.right, depth - 1) || missing(e.left); }
    if (e.op == operation::only_where) { return !truth(e.left, depth - 1).yes || missing(e.right); }
    return is_arithmetic(e.op) && (missing(e.left) || missing(e.right));
}

shares_of_nothing::tried shares_of_nothing::compared(const expression& e, unsigned depth) {
    if (is_missing(e.left, depth) || is_missing(e.right, depth)) { return {false, false, true}; }
    const expression& a = of_.expressions[e.left];
    const expression& b = of_.expressions[e.right];
    const range left = is_zero(e.left, depth) ? range{} : a.bounds;
    const range right = is_zero(e.right, depth) ? range{} : b.bounds;
    const unsigned scale = std::max<unsigned>(a.scale, b.scale);
    const int128 up_a = power_of_ten(scale - a.scale);
    const int128 up_b = power_of_ten(scale - b.scale);
    const certainty sure = certainty_of(e.relation, up_a * left.least, up_a * left.most, up_b * right.least, up_b * right.most);
    return {sure != certainty::always, sure != certainty::never, false};
}

/// Whether a criterion surely does not apply there.
bool shares_of_nothing::is_out(index criterion, unsigned depth) {
    const model::criterion& each = of_.criteria[criterion];
    const auto bars = [&](index where) { return !truth(where, depth).yes; };
    if (std::any_of(each.only_where.begin(), each.only_where.end(), bars)) { return true; }
    return truth(each.when, depth).missing();
}

bool shares_of_nothing::is_reading(index condition) const {
    const expression& e = of_.expressions[condition];
    return e.op == operation::in_reading || (e.op == operation::negate && of_.expressions[e.left].op == operation::in_reading);
}

/// What a condition can be where the whole is 0.
shares_of_nothing::tried shares_of_nothing::truth(index condition, unsigned depth) {
    constexpr tried open{true, true, false};
    if (condition == none || depth == 0 || !may_go_on()) { return open; }
    const expression& e = of_.expressions[condition];
    switch (e.op) {
    case operation::truth: return {e.constant == 0, e.constant != 0, false};
    case operation::in_reading: return {true, true, false, false, true};
    case operation::share: return is_zero(e.right, depth) || is_missing(e.left, depth) ? tried{false, false, true} : open;
    case operation::not_zero: return is_zero(e.left, depth) ? tried{true, false, false} : open;
    case operation::compare: return compared(e, depth);
    case operation::only_where: {
        const tried where = truth(e.left, depth - 1);
        return where.yes ? truth(e.right, depth - 1) : tried{false, false, true};
    }
    case operation::criterion_met: return is_out(e.at_index, depth - 1) ? tried{false, false, true} : open;
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
    case operation::either: return joined(condition, depth);
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
    const expression& e = of_.expressions[at];
    if (e.op == operation::share || e.op == operation::divide) { return true; }
    const bool joins = e.op == operation::both || e.op == operation::either || e.op == operation::negate;
    const bool asks = e.op == operation::compare || e.op == operation::only_where;
    return (joins || asks || is_arithmetic(e.op)) && (reads_share(e.left, depth - 1) || reads_share(e.right, depth - 1));
}

/// What `and` or `or` makes of its operands. It is silent where some do not apply, others do, and none of these settles it by itself.
/// Several shares in a criterion without points are meant to make no difference where one has nothing to be of.
/// A reading is chosen before anything is decided: what stands beside it is then all that there is, or not there at all.
shares_of_nothing::tried shares_of_nothing::joined(index condition, unsigned depth) {
    const operation op = of_.expressions[condition].op;
    const bool all = op == operation::both;
    tried result{!all, all};
    bool some_missing = false;
    bool some_apply = false;
    bool silent = false;
    bool taken = false;
    bool settled = false;
    const auto take = [&](index operand) {
        const tried found = truth(operand, depth - 1);
        result.by_reading = result.by_reading || found.by_reading;
        if (is_reading(operand)) { return; }
        silent = silent || found.silent;
        some_missing = some_missing || found.missing();
        if (found.missing()) { return; }
        taken = true;
        settled = settled || (!found.silent && !(all ? found.yes : found.no));
        const bool neutral = of_finding_ && of_.expressions[operand].may_not_apply && reads_share(operand, depth - 1);
        some_apply = some_apply || !(found.by_reading || neutral);
        result.no = all ? result.no || found.no : result.no && found.no;
        result.yes = all ? result.yes && found.yes : result.yes || found.yes;
    };
    index next = condition;
    for (; of_.expressions[next].op == op && may_go_on(); next = of_.expressions[next].left) {
        take(of_.expressions[next].right);
    }
    take(next);
    if (!taken) {
        result.no = result.yes = !some_missing; // of readings alone
        result.not_applicable = some_missing;
    }
    result.silent = !settled && (silent || (some_missing && some_apply));
    return result;
}

/// The wholes of shares, rates and quotients in a condition that can be 0.
void shares_of_nothing::find_wholes(index at, unsigned depth) {
    if (at == none || depth == 0 || !may_go_on()) { return; }
    const expression& e = of_.expressions[at];
    const auto found = [&](index whole) {
        const expression& node = of_.expressions[whole];
        const auto same = [&](index other) { return are_alike(whole, other, depth); };
        const bool can_be_zero = node.bounds.least <= 0 && node.bounds.most >= 0;
        if (!can_be_zero || wholes_.size() == most_wholes || std::any_of(wholes_.begin(), wholes_.end(), same)) { return; }
        wholes_.push_back(whole);
    };
    switch (e.op) {
    case operation::share:
        found(e.right);
        find_wholes(e.left, depth - 1);
        return;
    case operation::not_zero: found(e.left); return;
    case operation::divide:
    case operation::lookup:
        if (e.right != none) { found(e.right); }
        find_wholes(e.left, depth - 1);
        return;
    case operation::both:
    case operation::either: {
        index next = at;
        for (; of_.expressions[next].op == e.op && may_go_on(); next = of_.expressions[next].left) {
            find_wholes(of_.expressions[next].right, depth - 1);
        }
        find_wholes(next, depth - 1);
        return;
    }
    case operation::criterion_met: {
        const criterion& current = of_.criteria[e.at_index];
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

/// True where the case cannot come so far: the criterion does not apply then, or an exit has been taken.
bool shares_of_nothing::is_ruled_out(const deciding& by) {
    const bool may_exit = by.as != deciding::exits;
    const auto leaves = [&](const exit_rule& rule) {
        const tried when = truth(rule.when, deepest_tried);
        return when.yes && !when.no && !when.not_applicable;
    };
    if (may_exit && std::any_of(of_.exits.begin(), of_.exits.end(), leaves)) { return true; }
    for (index at = by.criterion; at != none; at = of_.criteria[at].shown.parent.value_or(none)) {
        const auto& only_where = of_.criteria[at].only_where;
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
        const tried tried_one = truth(by.lines[i].when, deepest_tried);
        if (tried_one.silent) { found.push_back({whole_, i, false}); }
        if (tried_one.missing()) {
            missing.push_back(i);
            continue;
        }
        some_apply = true;
        if (!tried_one.no) { return; } // this line is for that case
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
[[nodiscard]] std::string whole_text(const standard& of, index whole, unsigned depth) {
    const expression& e = of.expressions[whole];
    if ((e.op == operation::multiply || e.op == operation::clamp) && depth != 0) {
        return whole_text(of, e.left, depth - 1); // it is 0 where that is
    }
    if (e.op == operation::fact) {
        const std::string& name = of.facts[e.at_index].name;
        constexpr std::string_view before = "previous_";
        return name.starts_with(before) ? "previous " + name.substr(before.size()) : name;
    }
    if ((e.op != operation::add && e.op != operation::subtract) || depth == 0) { return {}; }
    const std::string left = whole_text(of, e.left, depth - 1);
    std::string right = whole_text(of, e.right, depth - 1);
    if (left.empty() || right.empty()) { return {}; }
    if (e.op == operation::add) { return left + " + " + right; }
    if (of.expressions[e.right].op != operation::fact) { right = '(' + right + ')'; }
    return left + " - " + right;
}

} // namespace

void usage_pass::warn_of_silence(const standard_scope& scope, const deciding& by, const shares_of_nothing::silence& found) {
    constexpr unsigned longest_sum = 4;
    std::string whole = whole_text(*scope.model, found.whole, longest_sum);
    for (const auto& [name, one] : scope.symbols) {
        if (one.from != nullptr && one.from->what.index() == 1 && one.at_index == found.whole) { whole = name; }
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
