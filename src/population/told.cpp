// SPDX-License-Identifier: Apache-2.0
// Definitions of told.hpp.
#include "population/told.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::population {

unsigned common_scale(const model::tally& rule, const fact& into) {
    auto scale = static_cast<unsigned>(into.scale);
    for (const auto& over : rule.kinds) {
        if (over.of != model::none) { scale = std::max<unsigned>(scale, over.standard->expressions[over.of].scale); }
    }
    return scale;
}

const model::tally::over* over_kind(const model::tally& rule, std::string_view kind) {
    const auto found = std::find_if(rule.kinds.begin(), rule.kinds.end(), [&](const auto& one) { return one.kind == kind; });
    return found == rule.kinds.end() ? nullptr : &*found;
}

wide_interval scaled(const plan::interval& told, const model::tally::over& by, unsigned scale) {
    const wide factor = model::power_of_ten(scale - by.standard->expressions[by.of].scale);
    return {told.least * factor, told.most * factor};
}

member unknown_member(const model::tally& rule, unsigned scale, std::size_t times) {
    member made{false, {}, times};
    bool first = true;
    for (const auto& over : rule.kinds) {
        if (over.of == model::none) { continue; }
        const auto& told = over.standard->expressions[over.of].bounds;
        const wide_interval bounds = scaled({told.least, told.most}, over, scale);
        made.tells =
            first ? bounds : wide_interval{std::min(made.tells.least, bounds.least), std::max(made.tells.most, bounds.most)};
        first = false;
    }
    return made;
}

std::optional<wide_interval> tell(const model::tally& rule, const fact& into, unsigned scale, std::vector<member> members) {
    const wide per_unit = static_cast<wide>(model::power_of_ten(scale - static_cast<unsigned>(into.scale))) * rule.unit;
    auto found = aggregate_of(rule.what, std::move(members), {per_unit, rule.mode});
    if (found && rule.what == model::aggregate::mean) {
        found = wide_interval{found->least * rule.unit, found->most * rule.unit};
    }
    return found;
}

std::optional<plan::interval> agreed(const plan::interval& known, const wide_interval& found) {
    const auto least = std::max<wide>(known.least, found.least);
    const auto most = std::min<wide>(known.most, found.most);
    if (least > most) { return std::nullopt; }
    return plan::interval{static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
}

namespace {

/// A fact's value for messages, whatever it is known to be.
[[nodiscard]] std::string text_of(const fact& of, const wide_interval& value) {
    const auto one = [&](wide units) {
        const wide furthest = INT64_MAX / slot_unit(of); // beyond what any fact can be
        const auto shown = static_cast<std::int64_t>(std::clamp(units, -furthest, furthest));
        return fact_value{&of, range_of(of, {shown, shown})}.text();
    };
    return value.least == value.most ? one(value.least) : one(value.least) + " to " + one(value.most);
}

[[nodiscard]] std::string names_of(std::uint64_t options, const fact& of) {
    std::string names;
    for (std::size_t i = 0; i < of.options.size(); ++i) {
        if (((options >> i) & 1U) != 0) { names += (names.empty() ? "`" : " or `") + of.options[i].name + "`"; }
    }
    return names;
}

} // namespace

diagnostic disagreement(const roll& of, std::size_t subject, const fact& about, const plan::interval& known,
                        const plan::interval& allowed, const wide_interval& found) {
    const bool told = known != allowed;
    const std::string already = text_of(about, {known.least, known.most});
    return problem_with(of, subject, about.name, "E415",
                        "`" + about.name + "` is " + (told ? "said to be " : "from ") + already +
                            ", but the sub-units listed make it " + text_of(about, found),
                        told ? "leave it empty to have it counted, or list every sub-unit"
                             : "the rules state its bounds; look for sub-units missing or too many");
}

std::uint64_t options_of(outcome_set found, const std::vector<outcome>& outcomes, const fact& into) {
    std::uint64_t options = 0;
    for (std::size_t i = 0; i < into.options.size(); ++i) {
        for (std::uint32_t k = 0; k < outcomes.size(); ++k) {
            if (found.contains(k) && outcomes[k].name == into.options[i].name) { options |= std::uint64_t{1} << i; }
        }
    }
    return options;
}

std::optional<plan::interval> agreed(const plan::interval& known, std::uint64_t options) {
    if (!known.known()) { return plan::interval{__builtin_ctzll(options), 63 - __builtin_clzll(options)}; }
    if (((options >> static_cast<unsigned>(known.least)) & 1U) == 0) { return std::nullopt; }
    return known;
}

diagnostic disagreement(const roll& of, std::size_t subject, const fact& about, const plan::interval& known,
                        std::uint64_t options) {
    const std::string& told = about.options[static_cast<std::size_t>(known.least)].name;
    return problem_with(of, subject, about.name, "E417",
                        "`" + about.name + "` is said to be `" + told + "`, but the answer is " + names_of(options, about),
                        "leave it empty to have it found");
}

} // namespace TIEUCHI_NAMESPACE::impl::population
