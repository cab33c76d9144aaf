// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of format.hpp.
#pragma once

#include <tieuchi/format.hpp>
#include <tieuchi/impl/format/outline.hpp>
#include <tieuchi/impl/syntax/parse.hpp>

namespace tieuchi {

result<std::string> format(const source_ptr& source, const limits& bounds) {
    diagnostics problems;
    static_cast<void>(impl::syntax::parse(source, bounds, problems));
    if (has_errors(problems)) { return problems; }
    return impl::layout::lay_out(impl::layout::outline_of(source->text()));
}

} // namespace tieuchi
