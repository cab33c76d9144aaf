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

struct told_question {
    question of;
    std::vector<const char*> clauses; ///< of `of`
};

struct told_adjustment {
    applied_adjustment of;
    std::vector<const char*> cites; ///< of the standard
};

/// The answer, and what it works out when asked for the first time; that is kept, so that it can be borrowed, and never changes.
struct told_assessment {
    explicit told_assessment(assessment of) : answer(std::move(of)), by{answer.standard()} {}

    const assessment answer;
    const tieuchi_standard by;

    [[nodiscard]] const text_list& because() const;
    [[nodiscard]] const std::vector<told_question>& questions() const;
    [[nodiscard]] const std::vector<told_adjustment>& adjustments() const;
    /// Precondition: there is such a finding.
    [[nodiscard]] const std::vector<std::uint32_t>& facts_of(std::uint32_t finding) const;
    /// The findings of a part of the report, a tieuchi_report_part; any other is refused.
    [[nodiscard]] const std::vector<std::uint32_t>& report(std::int32_t part) const;
    [[nodiscard]] std::uint32_t slot_of(const fact& one) const noexcept;

private:
    mutable std::mutex working_;
    mutable std::optional<text_list> because_;
    mutable std::optional<std::vector<told_question>> questions_;
    mutable std::optional<std::vector<told_adjustment>> adjustments_;
    mutable std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> facts_of_;
    mutable std::unordered_map<std::int32_t, std::vector<std::uint32_t>> report_;
};

} // namespace tieuchi::c

/// One owner of it: copies share it.
struct tieuchi_assessment {
    explicit tieuchi_assessment(tieuchi::assessment of)
        : told(std::make_shared<const tieuchi::c::told_assessment>(std::move(of))) {}
    std::shared_ptr<const tieuchi::c::told_assessment> told;
};
