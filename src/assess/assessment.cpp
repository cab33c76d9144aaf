// SPDX-License-Identifier: Apache-2.0
// Assessing one subject by a standard, and the facts behind the answer.
#include "assess/contradictions.hpp"
#include "assess/points.hpp"
#include "assess/trace.hpp"
#include "base/diagnostic_catalogue.hpp"
#include "plan/bound.hpp"

#include <tieuchi/standard.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

const std::string& standard::name() const& noexcept { return bound_->model->name; }
const labels& standard::title() const& noexcept { return bound_->model->title; }
const document& standard::document() const& noexcept { return *bound_->model->document; }
const std::vector<std::string>& standard::amended_by() const& noexcept { return bound_->model->amended_by; }
const std::string& standard::jurisdiction() const& noexcept { return bound_->model->jurisdiction; }
document_status standard::status() const noexcept { return bound_->model->status; }
const std::vector<std::string>& standard::kinds() const& noexcept { return bound_->model->kinds; }
const std::vector<std::string>& standard::cites() const& noexcept { return bound_->model->cites; }
date standard::on() const noexcept { return bound_->on; }
std::optional<period> standard::period() const noexcept { return bound_->period; }
std::optional<date> standard::decide_before() const noexcept { return bound_->decide_before; }

namespace impl::assess {
namespace {
const labels no_labels;
const std::string no_text;

/// Whether a slot means the same fact in both: they are the same version of a standard, from the same rulebook. The interpretations chosen
/// may differ.
[[nodiscard]] bool same_version(const bound_standard* facts_standard, const bound_standard& standard) {
    return facts_standard != nullptr && facts_standard->model == standard.model;
}

[[nodiscard]] diagnostic wrong_standard(const bound_standard* facts_standard, const bound_standard& standard) {
    const std::string& name = standard.model->name;
    if (facts_standard == nullptr) { return problem(say<diag::facts_moved_away>()); }
    const std::string& theirs = facts_standard->model->name;
    return problem(theirs == name ? say<diag::facts_of_another_version>(name)
                                  : say<diag::facts_of_another_standard>(theirs, name));
}

[[nodiscard]] finding_status status_of(plan::truth value) {
    switch (value) {
    case plan::yes: return finding_status::met;
    case plan::no: return finding_status::not_met;
    case plan::not_applicable: return finding_status::not_applicable;
    default: return finding_status::unknown;
    }
}
} // namespace
} // namespace impl::assess

const labels& standard::decided_by() const& noexcept {
    return bound_->model->deadline ? bound_->model->deadline->by : impl::assess::no_labels;
}
const std::string& standard::deadline_cite() const& noexcept {
    return bound_->model->deadline ? bound_->model->deadline->cite : impl::assess::no_text;
}
const std::string& standard::window_cite() const& noexcept {
    return bound_->model->window ? bound_->model->window->cite : impl::assess::no_text;
}
const std::string& standard::digest() const& noexcept { return bound_->owner->digest; }
const std::vector<fact>& standard::facts() const& noexcept { return bound_->facts(); }
const std::vector<criterion>& standard::criteria() const& noexcept { return bound_->criteria; }
const std::vector<outcome>& standard::outcomes() const& noexcept { return bound_->outcomes; }
const std::vector<reading>& standard::readings() const& noexcept { return bound_->readings; }
const std::vector<exit_rule>& standard::exits() const& noexcept { return bound_->exits; }
const std::vector<adjustment>& standard::adjustments() const& noexcept { return bound_->adjustments; }
const std::vector<quota>& standard::quotas() const& noexcept { return bound_->quotas; }

std::optional<std::uint32_t> standard::slot(std::string_view name) const noexcept {
    const auto found = bound_->slots.find(name);
    return found == bound_->slots.end() ? std::nullopt : std::optional(found->second);
}

outcome_set standard::outcomes(const tieuchi::facts& given, scratch& work) const {
    const bool own = impl::assess::same_version(given.bound_.get(), *bound_);
    const impl::plan::program& plan = bound_->program;
    if (work.numbers_.size() < plan.numbers) { work.numbers_.resize(plan.numbers); }
    if (work.truths_.size() < plan.truths) { work.truths_.resize(plan.truths); }
    std::span<const impl::plan::interval> believed = own ? given.slots_ : bound_->nothing_known;
    if (own && !bound_->bounds_last.empty()) {
        work.slots_ = given.slots_;
        const auto forget = [&](std::uint32_t part, std::uint32_t whole) {
            work.slots_[part] = bound_->nothing_known[part];
            work.slots_[whole] = bound_->nothing_known[whole];
        };
        impl::assess::for_each_contradiction(*bound_, given.slots_, work.largest_, forget);
        believed = work.slots_;
    }
    impl::plan::run(plan, believed, 0, work.numbers_, work.truths_);
    return outcome_set(impl::plan::decide(plan, work.truths_));
}

assessment standard::assess(const tieuchi::facts& given) const {
    const bool own = impl::assess::same_version(given.bound_.get(), *bound_);
    const impl::plan::program& plan = bound_->program;
    assessment answer;
    answer.bound_ = bound_;
    answer.slots_ = own ? given.slots_ : bound_->nothing_known;
    if (own) {
        for (const auto& [part, whole] : given.contradictions()) { // the plan takes both as unknown, and so does the answer
            answer.slots_[part] = bound_->nothing_known[part];
            answer.slots_[whole] = bound_->nothing_known[whole];
        }
        answer.problems_ = given.problems();
    } else {
        answer.problems_ = {impl::assess::wrong_standard(given.bound_.get(), *bound_)};
    }
    answer.numbers_.resize(plan.numbers);
    answer.truths_.resize(plan.truths);
    impl::plan::run(plan, answer.slots_, 0, answer.numbers_, answer.truths_);
    answer.outcomes_ = outcome_set(impl::plan::decide(plan, answer.truths_));
    const impl::model::standard& model = *bound_->model;
    const auto range = [&](impl::model::index expression, impl::plan::register_index at) {
        return impl::assess::range_of(model.expressions[expression], answer.numbers_[at]);
    };
    if (plan.total != impl::plan::no_register) {
        answer.total_ = range(model.total, plan.total);
        answer.maximum_ = range(model.maximum, plan.maximum);
    }
    answer.findings_.resize(bound_->criteria.size());
    for (std::size_t i = 0; i < answer.findings_.size(); ++i) {
        finding& finding = answer.findings_[i];
        finding.criterion = &bound_->criteria[i];
        finding.status = impl::assess::status_of(answer.truths_[plan.criteria[i].met]);
        finding.without_exception = impl::assess::status_of(answer.truths_[plan.criteria[i].base]);
        finding.excepted = finding.status == finding_status::met && finding.without_exception != finding_status::met;
        if (plan.criteria[i].points != impl::plan::no_register) {
            finding.points = range(model.criteria[i].points, plan.criteria[i].points);
            finding.maximum = range(model.criteria[i].possible, plan.criteria[i].possible);
        }
    }
    return answer;
}

tieuchi::standard facts::standard() const noexcept { return tieuchi::standard(bound_); }

assessment facts::assess() const { return standard().assess(*this); }

tieuchi::standard assessment::standard() const noexcept { return tieuchi::standard(bound_); }

const outcome* assessment::outcome() const noexcept {
    if (!decided()) { return nullptr; }
    return &bound_->outcomes[static_cast<std::size_t>(__builtin_ctzll(outcomes_.bits()))];
}

std::vector<fact_value> assessment::facts_behind(std::uint32_t truth, bool settled) const {
    const impl::assess::run_state state{&bound_->program, slots_, numbers_, truths_};
    const auto found = impl::assess::support(state, {truth}).slots;
    std::vector<fact_value> facts;
    for (std::size_t slot = 0; slot < found.size(); ++slot) {
        const fact_value value = fact_as_read(static_cast<std::uint32_t>(slot));
        if (found[slot] != 0 && (settled ? !value.unknown() : !value.known())) { facts.push_back(value); }
    }
    return facts;
}

std::vector<fact_value> assessment::facts_of(std::uint32_t index) const {
    if (index >= findings_.size()) { return {}; }
    return facts_behind(bound_->program.criteria[index].met, findings_[index].status != finding_status::unknown);
}

std::vector<fact_value> assessment::facts_of(const applied_adjustment& applied) const {
    for (std::size_t index = 0; index < bound_->adjustments.size(); ++index) {
        if (&bound_->adjustments[index] != applied.adjustment) { continue; }
        return facts_behind(bound_->program.adjustments[index].when, applied.holds);
    }
    return {};
}

std::vector<fact_value> assessment::facts_used() const {
    const impl::assess::run_state state{&bound_->program, slots_, numbers_, truths_};
    std::vector<std::uint8_t> found(slots_.size(), 1);
    if (decided()) { found = impl::assess::support(state, impl::assess::deciding_roots(state)).slots; }
    std::vector<fact_value> facts;
    for (std::size_t slot = 0; slot < found.size(); ++slot) {
        const fact_value value = fact_as_read(static_cast<std::uint32_t>(slot));
        if (found[slot] != 0 && !value.unknown()) { facts.push_back(value); }
    }
    return facts;
}

fact_value assessment::fact_as_read(std::uint32_t slot) const {
    if (slot >= slots_.size()) { return {}; }
    const fact& fact = bound_->facts()[slot];
    return {&fact, impl::range_of(fact, slots_[slot])};
}

} // namespace TIEUCHI_NAMESPACE
