// SPDX-License-Identifier: Apache-2.0
// Facts: values from hosts, read into slots.
#include "assess/contradictions.hpp"
#include "base/nearest.hpp"
#include "base/rounding.hpp"
#include "model/fact_value.hpp"
#include "plan/bound.hpp"

#include <tieuchi/facts.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::assess {
namespace {

[[nodiscard]] bool is_unknown(const value& given) {
    const auto* const text = std::get_if<std::string>(&given);
    return std::holds_alternative<unknown_value>(given) || (text != nullptr && text->empty());
}

/// What the values of a fact are multiples of, in millionths.
[[nodiscard]] std::int64_t step_of(const fact& fact) {
    return fact.type == fact_type::judged ? fact.step.units() : slot_unit(fact);
}

/// A bound moved to the next value that the fact can have, in the direction of `mode`; in the units of its slot.
[[nodiscard]] std::int64_t round_to_step(const fact& fact, decimal bound, rounding_mode mode) {
    const auto steps = static_cast<std::int64_t>(divide(bound.units(), step_of(fact), mode));
    return steps * (step_of(fact) / slot_unit(fact));
}

} // namespace
} // namespace impl::assess

facts::facts(const tieuchi::standard& standard) : bound_(standard.bound_), slots_(standard.bound_->nothing_known) {}

facts& facts::set(std::string_view name, const value& given) & {
    const auto found = bound_->slots.find(name);
    if (found != bound_->slots.end()) { return set(found->second, given); }
    std::vector<std::string_view> known;
    for (const fact& fact : bound_->facts()) { known.push_back(fact.name); }
    problems_.push_back(
        impl::problem(impl::say<impl::diag::no_such_fact>(bound_->model->name, name).with_help(impl::did_you_mean(name, known)),
                      std::string(name)));
    return *this;
}

facts& facts::set(std::uint32_t slot, const value& given) & {
    if (!has(slot)) { return *this; }
    const fact& fact = bound_->facts()[slot];
    forget(slot);
    if (impl::assess::is_unknown(given)) { return *this; }
    auto read = impl::model::read_value(fact, given);
    if (read.units) {
        slots_[slot] = {*read.units, *read.units};
    } else {
        problems_.push_back(impl::problem(*std::move(read.problem), fact.name));
    }
    return *this;
}

facts& facts::set_between(std::uint32_t slot, decimal least, decimal most) & {
    if (!has(slot)) { return *this; }
    const fact& fact = bound_->facts()[slot];
    forget(slot);
    const auto allowed = bound_->nothing_known[slot];
    const impl::plan::interval bounds{std::max(allowed.least, impl::assess::round_to_step(fact, least, impl::rounding_mode::up)),
                                      std::min(allowed.most, impl::assess::round_to_step(fact, most, impl::rounding_mode::down))};
    if (least > most || bounds.least > bounds.most) {
        problems_.push_back(impl::problem(
            impl::say<impl::diag::range_without_value>(least.str(), most.str(), fact.name, fact.valid_answers()), fact.name));
    } else {
        slots_[slot] = bounds;
    }
    return *this;
}

/// Whether there is such a slot. A slot that is not there is reported once.
bool facts::has(std::uint32_t slot) {
    if (slot < slots_.size()) { return true; }
    const std::string name = "slot " + std::to_string(slot);
    const auto reported = [&](const diagnostic& problem) { return problem.where == name; };
    if (std::any_of(problems_.begin(), problems_.end(), reported)) { return false; }
    problems_.push_back(impl::problem(impl::say<impl::diag::no_such_slot>(bound_->model->name, name, slots_.size() - 1), name));
    return false;
}

/// Makes a fact unknown again, and drops the problems of its old value.
void facts::forget(std::uint32_t slot) {
    slots_[slot] = bound_->nothing_known[slot];
    const std::string& name = bound_->facts()[slot].name;
    const auto about_it = [&](const diagnostic& problem) { return problem.where == name; };
    problems_.erase(std::remove_if(problems_.begin(), problems_.end(), about_it), problems_.end());
}

void facts::clear() {
    slots_ = bound_->nothing_known;
    problems_.clear();
}

bool facts::knows(std::uint32_t slot) const noexcept { return slot < slots_.size() && slots_[slot].known(); }

fact_value facts::as_read(std::uint32_t slot) const {
    if (slot >= slots_.size()) { return {}; }
    const fact& fact = bound_->facts()[slot];
    return {&fact, impl::range_of(fact, slots_[slot])};
}

diagnostics facts::problems() const {
    diagnostics all = problems_;
    const auto& known = bound_->facts();
    for (std::size_t i = 1; i < known.size(); ++i) {
        const fact& fact = known[i];
        if (slots_[i] == bound_->nothing_known[i]) { continue; }
        if (!fact.only_for.empty() && slots_[0].known()) {
            const std::string& kind = known[0].options[static_cast<std::size_t>(slots_[0].least)].name;
            if (std::find(fact.only_for.begin(), fact.only_for.end(), kind) == fact.only_for.end()) {
                all.push_back(impl::problem(impl::say<impl::diag::fact_of_other_kind>(kind, fact.name), fact.name));
            }
        }
    }
    for (const auto& [part, whole] : contradictions()) {
        const std::int64_t unit = impl::slot_unit(known[part]);
        all.push_back(impl::problem(
            impl::say<impl::diag::part_exceeds_whole>(known[part].name, decimal::from_units(slots_[part].least * unit).str(),
                                                      known[whole].name, decimal::from_units(slots_[whole].most * unit).str()),
            known[part].name));
    }
    return all;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> facts::contradictions() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    std::vector<std::uint32_t> largest;
    impl::assess::for_each_contradiction(*bound_, slots_, largest,
                                         [&](std::uint32_t part, std::uint32_t whole) { found.emplace_back(part, whole); });
    return found;
}

} // namespace TIEUCHI_NAMESPACE
