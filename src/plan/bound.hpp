// SPDX-License-Identifier: Apache-2.0
/// \file
/// A standard made ready for a day: dates worked out, readings chosen, plans lowered. `tieuchi::standard` is a handle to it.
#pragma once

#include "model/rules.hpp"
#include "plan/program.hpp"

#include <tieuchi/rulebook.hpp>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl {

/// How one fact is counted from sub-units.
struct bound_tally {
    struct over {
        std::string kind;
        const model::standard* standard = nullptr;
        plan::program program; ///< its `where` says whether a sub-unit counts, its `contribution` which number it adds
    };
    std::uint32_t slot = 0;
    std::vector<over> kinds;
};

struct bound_standard {
    std::shared_ptr<const rules> owner;
    const model::standard* model = nullptr;
    std::vector<fact> labelled; ///< the facts with the labels of the day, where some are outcomes of other standards; else none
    date on{};
    std::optional<tieuchi::period> period;
    std::optional<date> decide_before;
    std::optional<int> year;
    std::vector<reading> readings;
    plan::program program;
    std::vector<bound_tally> tallies;
    std::vector<criterion> criteria;
    std::vector<outcome> outcomes;
    std::vector<exit_rule> exits;
    std::vector<adjustment> adjustments;
    std::vector<quota> quotas;
    std::vector<plan::interval> nothing_known; ///< the slots of a subject whose facts are all unknown
    std::vector<std::uint32_t> bounds_last;    ///< the slots that another bounds, each before that one
    std::unordered_map<std::string_view, std::uint32_t> slots;
    std::vector<std::vector<std::int64_t>> thresholds; ///< per slot: the constants that rules compare it with

    [[nodiscard]] const std::vector<fact>& facts() const noexcept { return labelled.empty() ? model->facts : labelled; }
};

/// The units of a fact's slot for a decimal: 10^-scale each.
[[nodiscard]] constexpr std::int64_t slot_unit(const fact& fact) noexcept {
    return model::power_of_ten(static_cast<unsigned>(decimal::scale - fact.scale));
}

/// The value of a slot, in the numbers of its fact.
[[nodiscard]] constexpr decimal_range range_of(const fact& fact, const plan::interval& slot) noexcept {
    return {decimal::from_units(slot.least * slot_unit(fact)), decimal::from_units(slot.most * slot_unit(fact))};
}

/// Makes a standard ready for a day. Precondition: the readings named in `selection` exist.
[[nodiscard]] std::shared_ptr<const bound_standard> bind(std::shared_ptr<const rules> owner, const model::standard& standard,
                                                         const selection& selection);

} // namespace TIEUCHI_NAMESPACE::impl
