// SPDX-License-Identifier: Apache-2.0
// Derived facts: tallies of sub-units, and outcomes of other standards.
#include "population/derived_facts.hpp"

#include "plan/access.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace TIEUCHI_NAMESPACE::impl::population {

namespace {

/// Enough digits after the point for the number of every sub-unit and for the fact.
[[nodiscard]] unsigned common_scale(const model::tally& rule, const fact& into) {
    auto scale = static_cast<unsigned>(into.scale);
    for (const auto& over : rule.kinds) {
        if (over.value != model::none) { scale = std::max<unsigned>(scale, over.standard->expressions[over.value].scale); }
    }
    return scale;
}

/// A number of a sub-unit, with `scale` digits after the point.
[[nodiscard]] wide_interval scaled(const plan::interval& number, const model::tally::over& by, unsigned scale) {
    const wide factor = model::power_of_ten(scale - by.standard->expressions[by.value].scale);
    return {number.least * factor, number.most * factor};
}

/// Sub-units about which nothing is known: each may be of any of the kinds.
[[nodiscard]] member unknown_member(const model::tally& rule, unsigned scale, std::size_t times) {
    member unknown{false, {}, times};
    bool first = true;
    for (const auto& over : rule.kinds) {
        if (over.value == model::none) { continue; }
        const auto& range = over.standard->expressions[over.value].bounds;
        const wide_interval bounds = scaled({range.least, range.most}, over, scale);
        unknown.value =
            first ? bounds
                  : wide_interval{std::min(unknown.value.least, bounds.least), std::max(unknown.value.most, bounds.most)};
        first = false;
    }
    return unknown;
}

/// The value that the members give a fact; nothing where they do not narrow it.
[[nodiscard]] std::optional<wide_interval> joined(const model::tally& rule, const fact& into, unsigned scale,
                                                  std::vector<member> members) {
    const wide per_unit = static_cast<wide>(model::power_of_ten(scale - static_cast<unsigned>(into.scale))) * rule.unit;
    auto found = aggregate_of(rule.what, std::move(members), {per_unit, rule.mode});
    if (found && rule.what == model::aggregate::mean) {
        found = wide_interval{found->least * rule.unit, found->most * rule.unit};
    }
    return found;
}

/// A fact's value for messages, whatever it is known to be.
[[nodiscard]] std::string text_of(const fact& fact, const wide_interval& value) {
    const auto text = [&](wide units) {
        const wide furthest = INT64_MAX / slot_unit(fact); // beyond what any fact can be
        const auto shown = static_cast<std::int64_t>(std::clamp(units, -furthest, furthest));
        return fact_value{&fact, range_of(fact, {shown, shown})}.text();
    };
    return value.least == value.most ? text(value.least) : text(value.least) + " to " + text(value.most);
}

[[nodiscard]] std::string names_of(std::uint64_t options, const fact& fact) {
    std::string names;
    for (std::size_t i = 0; i < fact.options.size(); ++i) {
        if (((options >> i) & 1U) != 0) { names += (names.empty() ? "`" : " or `") + fact.options[i].name + "`"; }
    }
    return names;
}

/// A fact known to be from `known` of what is `allowed` was counted to be within other bounds.
[[nodiscard]] diagnostic miscounted(const subject_source& subjects, std::size_t subject, const fact& about,
                                    const plan::interval& known, const plan::interval& allowed, const wide_interval& found) {
    const bool was_given = known != allowed;
    const std::string already = text_of(about, {known.least, known.most});
    return problem_with(subjects, subject, about.name,
                        was_given ? say<diag::tally_contradicted>(about.name, already, text_of(about, found))
                                  : say<diag::tally_bounds_contradicted>(about.name, already, text_of(about, found)));
}

[[nodiscard]] diagnostic other_outcome(const subject_source& subjects, std::size_t subject, const fact& about,
                                       const plan::interval& known, std::uint64_t options) {
    const std::string& given = about.options[static_cast<std::size_t>(known.least)].name;
    return problem_with(subjects, subject, about.name, say<diag::link_contradicted>(about.name, given, names_of(options, about)));
}

/// The options of `into` that some outcomes come to, a bit each.
[[nodiscard]] std::uint64_t options_of(std::uint64_t found, const std::vector<outcome>& outcomes, const fact& into) {
    std::uint64_t options = 0;
    for (std::size_t i = 0; i < into.options.size(); ++i) {
        for (std::uint32_t k = 0; k < outcomes.size(); ++k) {
            const bool is_possible = ((found >> k) & 1U) != 0;
            if (is_possible && outcomes[k].name == into.options[i].name) { options |= std::uint64_t{1} << i; }
        }
    }
    return options;
}

} // namespace

std::optional<std::vector<member>> fact_derivation::members_of(std::size_t subject, std::uint32_t standard, std::uint32_t tally,
                                                               unsigned scale) const {
    const model::tally& rule = access::bound_of(standards_.standards[standard])->model->tallies[tally];
    const std::vector<tally_contributor>& contributors = standards_.contributors[standard][tally];
    std::vector<member> members;
    if (const std::size_t orphans = shape_.orphans[shape_.raters.rater_of[subject]]; orphans != 0) {
        members.push_back(unknown_member(rule, scale, orphans));
    }
    bool is_listed = false; // not listed is not none; one that was refused may be of any kind
    for (const std::size_t child : shape_.children_of(subject)) {
        if (answers_.is_refused(child)) { // even its kind may be what is wrong with it
            members.push_back(unknown_member(rule, scale, 1));
            continue;
        }
        const tally_contributor& by = contributors[answers_.kind_of(child)];
        if (by.over == nullptr) { continue; }
        is_listed = true;
        if (by.at == no_standard || answers_.outcomes_of({child, by.at}) == 0) {
            members.push_back(unknown_member(rule, scale, 1));
            continue;
        }
        const contribution contributed = answers_.contribution_of({child, by.at}, {standard, tally, by.part});
        if (contributed.counts == counts::no) { continue; }
        member& each = members.emplace_back();
        each.surely = contributed.counts == counts::surely;
        if (by.over->value != model::none) { each.value = scaled(contributed.number, *by.over, scale); }
    }
    if (!is_listed) { return std::nullopt; }
    return members;
}

/// Unless what sub-units tell contradicts what was told, or what the rules say that the fact can be.
derived_fact fact_derivation::from_sub_units(std::size_t subject, std::uint32_t standard, std::uint32_t tally,
                                             const plan::interval& known) const {
    const bound_standard& bound = *access::bound_of(standards_.standards[standard]);
    const model::tally& rule = bound.model->tallies[tally];
    const fact& into = bound.facts()[rule.fact];
    const unsigned scale = common_scale(rule, into);
    auto members = members_of(subject, standard, tally, scale);
    if (!members) { return {}; }
    const auto found = joined(rule, into, scale, *std::move(members));
    if (!found) { return {}; }
    const auto least = std::max<wide>(known.least, found->least);
    const auto most = std::min<wide>(known.most, found->most);
    if (least > most) { return {{}, miscounted(subjects_, subject, into, known, bound.nothing_known[rule.fact], *found)}; }
    return {plan::interval{static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)}, {}};
}

/// The outcome before quotas counts. A body that is not there, or not assessed by that standard, or whose row is refused, tells nothing.
derived_fact fact_derivation::from_outcome(std::size_t subject, std::uint32_t standard, std::uint32_t link,
                                           const plan::interval& known) const {
    const bound_standard& bound = *access::bound_of(standards_.standards[standard]);
    const model::link& rule = bound.model->links[link];
    const std::size_t whose = rule.of_parent ? shape_.parent[subject] : subject;
    if (whose == nowhere || answers_.is_refused(whose)) { return {}; }
    const std::uint32_t kind = answers_.kind_of(whose);
    const std::uint32_t at = standards_.linked[standard][link][kind];
    const std::uint64_t outcomes = at == no_standard ? 0 : answers_.outcomes_of({whose, at});
    if (outcomes == 0) { return {}; }
    const fact& into = bound.facts()[rule.fact];
    const std::uint64_t options = options_of(outcomes, access::bound_of(standards_.kinds[kind].standards[at])->outcomes, into);
    if (!known.known()) { return {plan::interval{__builtin_ctzll(options), 63 - __builtin_clzll(options)}, {}}; }
    if (((options >> static_cast<unsigned>(known.least)) & 1U) != 0) { return {known, {}}; }
    return {{}, other_outcome(subjects_, subject, into, known, options)};
}

void contradictions::settle(const refusal& refuse) && {
    const auto key = [](const contradiction& each) { return std::tuple(each.answer.subject, each.answer.at); };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const contradiction& first, const contradiction& second) { return key(first) < key(second); });
    for (contradiction& each : all_) { refuse(each.answer.subject, std::move(each.why)); }
}

} // namespace TIEUCHI_NAMESPACE::impl::population
