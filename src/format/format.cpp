// SPDX-License-Identifier: Apache-2.0
// Definitions of format.hpp.
#include "format/outline.hpp"
#include "syntax/parse.hpp"

#include <tieuchi/format.hpp>

namespace TIEUCHI_NAMESPACE {

result<std::string> format(const source_ptr& source, const limits& bounds) {
    diagnostics problems;
    const impl::syntax::tree rules = impl::syntax::parse(source, bounds, problems);
    if (has_errors(problems)) { return problems; }
    return impl::format::lay_out(impl::format::outline_of(rules));
}

} // namespace TIEUCHI_NAMESPACE
