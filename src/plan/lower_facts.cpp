// SPDX-License-Identifier: Apache-2.0
// Facts, narrowed by the facts that bound them.
#include "plan/lowering.hpp"

#include <iterator>

namespace TIEUCHI_NAMESPACE::impl::plan {

register_index lowering::load(model::index fact) {
    if (raw_[fact] == no_register) { raw_[fact] = leading_number({opcode::load, {}, 0, fact, no_register, 0, 0}); }
    return raw_[fact];
}

/// The fact with its upper bound lowered by the facts that bound it, from the top of the chain down.
register_index lowering::bounded_above(model::index fact) {
    std::vector<model::index> chain{fact};
    while (above_[chain.back()] == no_register && standard_.facts[chain.back()].at_most) {
        chain.push_back(*standard_.facts[chain.back()].at_most);
    }
    if (above_[chain.back()] == no_register) { above_[chain.back()] = load(chain.back()); }
    for (auto each = std::next(chain.rbegin()); each != chain.rend(); ++each) {
        above_[*each] = bound(opcode::at_most, *each, load(*each), above_[*std::prev(each)]);
    }
    return above_[fact];
}

/// The fact with its lower bound raised by the facts below it, from the bottom up.
register_index lowering::bounded_below(model::index fact) {
    std::vector<model::index> below{fact};
    for (std::size_t i = 0; i < below.size(); ++i) { // those that each bounds, directly or not
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

register_index lowering::bound(opcode op, model::index fact, register_index known, register_index by) {
    const std::int64_t unit = model::power_of_ten(static_cast<unsigned>(decimal::scale - standard_.facts[fact].scale));
    const std::int64_t least = standard_.facts[fact].least.units() / unit;
    const std::int64_t most = standard_.facts[fact].most.units() / unit;
    return leading_number({op, {}, 0, known, by, least, static_cast<std::uint64_t>(most)});
}

register_index lowering::fact(model::index fact) {
    if (fact_[fact] != no_register) { return fact_[fact]; }
    register_index known = bounded_above(fact);
    for (const model::index other : bounded_by_[fact]) { known = bound(opcode::at_least, fact, known, bounded_below(other)); }
    return fact_[fact] = known;
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
