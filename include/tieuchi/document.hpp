// SPDX-License-Identifier: Apache-2.0
/// \file
/// A legal text.
#pragma once

#include <tieuchi/date.hpp>
#include <tieuchi/labels.hpp>

#include <optional>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// How far a rule file may be relied on. Every assessment repeats it.
enum class document_status : std::uint8_t {
    official,     ///< every number and clause is in the cited text
    local,        ///< an official text of one jurisdiction
    draft,        ///< incomplete or not yet checked against the text
    illustrative, ///< contains numbers without a source: an example, not law
};

/// `official`, `local`, `draft`, `illustrative`.
[[nodiscard]] TIEUCHI_API std::string_view to_string(document_status status) noexcept;

/// A legal text.
struct TIEUCHI_API document {
    std::string number; ///< `124/2021/TT-BCA`
    labels title;
    labels issuer;
    labels note;
    document_status status = document_status::draft;
    date in_force_from{};              ///< first day in force
    std::optional<date> in_force_to;   ///< first day no longer in force; none: still in force
    std::vector<std::string> replaces; ///< numbers of the documents that it replaces
    std::vector<std::string> amends;   ///< numbers of the documents of which it changes clauses
    std::string jurisdiction;          ///< the one where it is in force, `place` in rule files; empty: everywhere
    std::vector<std::string> sources;  ///< where the text was read

    [[nodiscard]] bool in_force_on(date day) const noexcept {
        return in_force_from <= day && (!in_force_to || day < *in_force_to);
    }
};

} // namespace TIEUCHI_NAMESPACE
