// SPDX-License-Identifier: Apache-2.0
/// \file
/// The parts of an assessment that are worked out on demand.
#include "assessment.hpp"

#include "call.hpp"
#include "text.hpp"

#include <utility>

namespace tieuchi::c {

text_list::text_list(std::vector<std::string> texts) : texts_(std::move(texts)), pointers_(borrowed(texts_)) {}

const text_list& assessment_state::because() const {
    const std::lock_guard lock(working_);
    if (!because_) { because_.emplace(answer.because()); }
    return *because_;
}

const std::vector<question_entry>& assessment_state::questions() const {
    const std::lock_guard lock(working_);
    if (!questions_) {
        std::vector<question_entry> entries;
        for (auto& question : answer.questions()) { entries.push_back({std::move(question), {}}); }
        for (auto& entry : entries) { entry.clauses = borrowed(entry.value.clauses); }
        questions_ = std::move(entries);
    }
    return *questions_;
}

const std::vector<adjustment_entry>& assessment_state::adjustments() const {
    const std::lock_guard lock(working_);
    if (!adjustments_) {
        std::vector<adjustment_entry> entries;
        for (const auto& adjustment : answer.adjustments()) {
            entries.push_back({adjustment, borrowed(adjustment.adjustment->cites)});
        }
        adjustments_ = std::move(entries);
    }
    return *adjustments_;
}

const std::vector<std::uint32_t>& assessment_state::facts_of(std::uint32_t finding) const {
    const std::lock_guard lock(working_);
    const auto entry = facts_of_.find(finding);
    if (entry != facts_of_.end()) { return entry->second; }
    std::vector<std::uint32_t> slots;
    for (const auto& value : answer.facts_of(finding)) { slots.push_back(slot_of(*value.fact)); }
    return facts_of_.emplace(finding, std::move(slots)).first->second;
}

const std::vector<std::uint32_t>& assessment_state::report(std::int32_t part) const {
    const auto findings = [&] {
        switch (part) {
        case TIEUCHI_REPORT_SHORTCOMINGS: return answer.shortcomings();
        case TIEUCHI_REPORT_STILL_OPEN: return answer.still_open();
        case TIEUCHI_REPORT_EXCEPTIONS: return answer.exceptions();
        case TIEUCHI_REPORT_STRENGTHS: return answer.strengths();
        case TIEUCHI_REPORT_NOT_APPLICABLE: return answer.not_applicable();
        default: break;
        }
        throw refusal{TIEUCHI_INVALID_ARGUMENT, "`part` is " + std::to_string(part) + ", which is no part of a report"};
    };
    const std::lock_guard lock(working_);
    const auto entry = report_.find(part);
    return entry != report_.end() ? entry->second : report_.emplace(part, findings()).first->second;
}

std::uint32_t assessment_state::slot_of(const fact& fact) const noexcept {
    return static_cast<std::uint32_t>(&fact - standard.value.facts().data());
}

} // namespace tieuchi::c
