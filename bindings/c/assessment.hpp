// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the handle of an assessment stands for.
#pragma once

#include "handles.hpp"

#include <tieuchi/assessment.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tieuchi::c {

/// Texts that are borrowed as an array of C.
class text_list {
public:
    explicit text_list(std::vector<std::string> texts);
    [[nodiscard]] const std::vector<const char*>& all() const noexcept { return pointers_; }

private:
    std::vector<std::string> texts_;
    std::vector<const char*> pointers_;
};

struct question_entry {
    question value;
    std::vector<const char*> clauses; ///< of `value`
};

struct adjustment_entry {
    applied_adjustment value;
    std::vector<const char*> cites; ///< of the standard
};

/// The answer, and what it works out when asked for the first time; that is kept, so that it can be borrowed, and never changes.
struct assessment_state {
    explicit assessment_state(tieuchi::assessment assessment) : answer(std::move(assessment)), standard{answer.standard()} {}

    const assessment answer;
    const tieuchi_standard standard;

    [[nodiscard]] const text_list& because() const;
    [[nodiscard]] const std::vector<question_entry>& questions() const;
    [[nodiscard]] const std::vector<adjustment_entry>& adjustments() const;
    /// Precondition: there is such a finding.
    [[nodiscard]] const std::vector<std::uint32_t>& facts_of(std::uint32_t finding) const;
    /// The findings of a part of the report, a tieuchi_report_part; any other is refused.
    [[nodiscard]] const std::vector<std::uint32_t>& report(std::int32_t part) const;
    [[nodiscard]] std::uint32_t slot_of(const fact& fact) const noexcept;

private:
    mutable std::mutex working_;
    mutable std::optional<text_list> because_;
    mutable std::optional<std::vector<question_entry>> questions_;
    mutable std::optional<std::vector<adjustment_entry>> adjustments_;
    mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> facts_of_;
    mutable std::unordered_map<std::int32_t, std::vector<std::uint32_t>> report_;
};

} // namespace tieuchi::c

/// One owner of it: copies share it.
struct tieuchi_assessment {
    explicit tieuchi_assessment(tieuchi::assessment assessment)
        : state(std::make_shared<const tieuchi::c::assessment_state>(std::move(assessment))) {}
    std::shared_ptr<const tieuchi::c::assessment_state> state;
};
