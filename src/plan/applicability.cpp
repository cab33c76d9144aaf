// SPDX-License-Identifier: Apache-2.0
// For which subjects numbers have values: by kind, which adds no instruction until it is needed, and by truths.
#include "plan/lowering.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::plan {

std::uint64_t lowering::kinds_of_fact(model::index fact) const {
    const auto& only_for = standard_.facts[fact].only_for;
    if (only_for.empty()) { return every_kind; }
    std::uint64_t kinds = 0;
    for (std::size_t i = 0; i < standard_.kinds.size(); ++i) {
        if (std::find(only_for.begin(), only_for.end(), standard_.kinds[i]) != only_for.end()) { kinds |= std::uint64_t{1} << i; }
    }
    return kinds;
}

bool lowering::is_every_kind(std::uint64_t kinds) const {
    const std::uint64_t all = standard_.kinds.size() >= 64 ? every_kind : (std::uint64_t{1} << standard_.kinds.size()) - 1;
    return (kinds & all) == all;
}

register_index lowering::is_of_kinds(std::uint64_t kinds) {
    const auto [at, is_new] = of_kinds_.try_emplace(kinds, no_register);
    if (is_new) {
        const register_index kind = fact(0);
        at->second = append(leading_, program_.truths, {opcode::in_options, {}, 0, kind, no_register, 0, kinds});
        constants_.emplace_back();
    }
    return at->second;
}

/// A truth about numbers: not applicable where they have no value.
register_index lowering::only_for(const applicability& scope, register_index truth) {
    if (scope.where != no_register) { truth = only_where(scope.where, truth); }
    return is_every_kind(scope.kinds) ? truth : only_where(is_of_kinds(scope.kinds), truth);
}

/// Whether a number has a value: yes or no.
register_index lowering::truth_of(const applicability& scope) {
    if (is_every_kind(scope.kinds)) { return scope.where == no_register ? constant_truth(yes) : scope.where; }
    const register_index kinds = is_of_kinds(scope.kinds);
    return scope.where == no_register ? kinds : both(kinds, scope.where);
}

applicability lowering::meet(const applicability& a, const applicability& b) {
    register_index where = a.where == no_register ? b.where : a.where;
    if (a.where != no_register && b.where != no_register && a.where != b.where) { where = both(a.where, b.where); }
    return {a.kinds & b.kinds, where};
}

/// A choice has a value where the branch taken has one.
applicability lowering::of_choice(const model::expression& e) {
    if (!e.may_not_apply) { return {}; }
    const applicability& where_yes = numbers_[e.right].applies;
    const applicability& where_no = numbers_[e.third].applies;
    const applicability& otherwise = numbers_[e.fourth].applies;
    if (where_yes == where_no && where_no == otherwise) { return where_yes; }
    const register_index first = put_operands({truths_[e.left], truth_of(where_yes), truth_of(where_no), truth_of(otherwise)});
    return {every_kind, truth_register({opcode::choose_truth, {}, 0, first, no_register, 0, 0})};
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
