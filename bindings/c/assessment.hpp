// SPDX-License-Identifier: Apache-2.0
/// \file
/// The object behind an assessment handle.
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

/// Texts that C can borrow as an array.
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

/// The answer, and what is derived from it on first use. Derived lists are kept so that C can borrow them, and never change.
struct assessment_state {
    explicit assessment_state(tieuchi::assessment assessment) : answer(std::move(assessment)), standard{answer.standard()} {}

    const assessment answer;
    const tieuchi_standard standard;

    [[nodiscard]] const text_list& because() const;
    [[nodiscard]] const std::vector<question_entry>& questions() const;
    [[nodiscard]] const std::vector<adjustment_entry>& adjustments() const;
    /// Precondition: the finding exists.
    [[nodiscard]] const std::vector<std::uint32_t>& facts_of(std::uint32_t finding) const;
    /// The findings in one part of the report, a tieuchi_report_part; any other value is refused.
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

/// Copies share the state.
struct tieuchi_assessment {
    explicit tieuchi_assessment(tieuchi::assessment assessment)
        : state(std::make_shared<const tieuchi::c::assessment_state>(std::move(assessment))) {}
    std::shared_ptr<const tieuchi::c::assessment_state> state;
};
