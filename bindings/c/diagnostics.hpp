// SPDX-License-Identifier: Apache-2.0
/// \file
/// Problems, told to C.
#pragma once

#include "call.hpp"
#include "handles.hpp"

#include <utility>

namespace tieuchi::c {

/// A view of one problem.
[[nodiscard]] tc_diagnostic describe(const diagnostic& of);

/// The list of problems that a caller may want.
class problem_list {
public:
    /// `out` may be NULL; else it is NULL until there is a list.
    explicit problem_list(tc_diagnostics** out) : out_(out) {
        if (out_ != nullptr) { *out_ = nullptr; }
    }
    void give(diagnostics list) {
        if (out_ != nullptr) { make(*out_, std::move(list)); }
    }
    /// Gives the list, and fails the call with the first of it.
    [[noreturn]] void refuse(tc_status status, const diagnostics& list) {
        give(list);
        throw refusal_for(status, list);
    }

private:
    tc_diagnostics** out_;
};

} // namespace tieuchi::c
