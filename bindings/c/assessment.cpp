// SPDX-License-Identifier: Apache-2.0
/// \file
/// What an assessment works out when asked.
#include "assessment.hpp"

#include "call.hpp"
#include "text.hpp"

#include <utility>

namespace tieuchi::c {

text_list::text_list(std::vector<std::string> texts) : texts_(std::move(texts)), pointers_(borrowed(texts_)) {}

const text_list& told_assessment::because() const {
    const std::lock_guard hold(working_);
    if (!because_) { because_.emplace(answer.because()); }
    return *because_;
}

const std::vector<told_question>& told_assessment::questions() const {
    const std::lock_guard hold(working_);
    if (!questions_) {
        std::vector<told_question> all;
        for (auto& one : answer.questions()) { all.push_back({std::move(one), {}}); }
        for (auto& one : all) { one.clauses = borrowed(one.of.clauses); }
        questions_ = std::move(all);
    }
    return *questions_;
}

const std::vector<told_adjustment>& told_assessment::adjustments() const {
    const std::lock_guard hold(working_);
    if (!adjustments_) {
        std::vector<told_adjustment> all;
        for (const auto& one : answer.adjustments()) { all.push_back({one, borrowed(one.adjustment->cites)}); }
        adjustments_ = std::move(all);
    }
    return *adjustments_;
}

const std::vector<std::uint32_t>& told_assessment::facts_of(std::uint32_t finding) const {
    const std::lock_guard hold(working_);
    const auto found = facts_of_.find(finding);
    if (found != facts_of_.end()) { return found->second; }
    std::vector<std::uint32_t> slots;
    for (const auto& one : answer.facts_of(finding)) { slots.push_back(slot_of(*one.fact)); }
    return facts_of_.emplace(finding, std::move(slots)).first->second;
}

const std::vector<std::uint32_t>& told_assessment::report(std::int32_t part) const {
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
    const std::lock_guard hold(working_);
    const auto known = report_.find(part);
    return known != report_.end() ? known->second : report_.emplace(part, findings()).first->second;
}

std::uint32_t told_assessment::slot_of(const fact& one) const noexcept {
    return static_cast<std::uint32_t>(&one - by.of.facts().data());
}

} // namespace tieuchi::c
