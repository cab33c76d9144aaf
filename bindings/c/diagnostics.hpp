// SPDX-License-Identifier: Apache-2.0
/// \file
/// Problems reported to C.
#pragma once

#include "call.hpp"
#include "handles.hpp"

#include <string_view>
#include <utility>

namespace tieuchi::c {

/// A view of one problem.
[[nodiscard]] tieuchi_diagnostic describe(const diagnostic& problem);

/// The list of problems, which a caller may ask for.
class problem_list {
public:
    /// `out` may be NULL; otherwise `*out` is NULL until there is a list.
    explicit problem_list(tieuchi_diagnostics** out) : out_(out) {
        if (out_ != nullptr) { *out_ = nullptr; }
    }
    void give(diagnostics list) {
        if (out_ != nullptr) { make(*out_, std::move(list)); }
    }
    /// Gives the list, and fails the call with its first error; if that names no place, `fallback_place` is reported.
    [[noreturn]] void refuse(tieuchi_status status, const diagnostics& list, std::string_view fallback_place = {}) {
        give(list);
        refusal reason = refusal_for(status, list);
        if (reason.where.empty()) { reason.where = fallback_place; }
        throw reason;
    }

private:
    tieuchi_diagnostics** out_;
};

} // namespace tieuchi::c
