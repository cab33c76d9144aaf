// SPDX-License-Identifier: Apache-2.0
/// \file
/// The words of the command line's own output. Those of an explanation are the library's.
#pragma once

#include <tieuchi/date.hpp>
#include <tieuchi/document.hpp>

#include <array>
#include <string>
#include <string_view>

namespace tieuchi::cli {

/// The fixed words in one language.
struct wording {
    std::string_view kinds_heading;
    std::string_view levels_heading;
    std::string_view kind;
    std::string_view level;
    std::string_view undecided;
    std::string_view refused;
    std::string_view total;
    std::string_view other_kinds;
    std::string_view no_level;
    std::string_view clauses_heading;
    std::string_view no_clauses;
    std::string_view quotas_heading;
    std::string_view counted;
    std::string_view seats;
    std::string_view kept;
    std::string_view lost;
    std::string_view open;
    std::string_view tied;
    std::string_view up_to;
    std::string_view quota_open;
    std::string_view still_undecided;
    std::string_view and_more;
    std::string_view rows;
    std::string_view answered;
    std::string_view rules;
    std::string_view in_force_on;
    std::string_view no_difference;
    std::string_view other_facts;
    std::string_view maximum;
    std::string_view no_questions;
    std::string_view open_questions;
    std::string_view answers;
    std::string_view can_decide;
    std::array<std::string_view, 4> findings; ///< in the order of `finding_status`
    std::array<std::string_view, 4> statuses; ///< in the order of `document_status`
};

/// The words for `vi`; the English ones for any other language.
[[nodiscard]] const wording& words_in(std::string_view language) noexcept;

/// How far a document may be relied on, in words.
[[nodiscard]] std::string_view status_in(std::string_view language, document_status status) noexcept;

/// A day as it is written in the language: `2022-11-15`, in Vietnamese `15/11/2022`.
[[nodiscard]] std::string date_in(std::string_view language, date day);

} // namespace tieuchi::cli
