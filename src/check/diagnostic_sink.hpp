// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where the passes of the check say what is wrong.
#pragma once

#include "base/diagnostic_catalogue.hpp"
#include "syntax/tree.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Takes each problem once, no more than allowed for a file, and puts them in order.
class diagnostic_sink {
public:
    diagnostic_sink(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems)
        : files_(files), bounds_(bounds), problems_(problems) {}

    void error(const syntax::tree& file, span at, remark what);
    void warn(const syntax::tree& file, span at, remark what);

    [[nodiscard]] bool has_errors() const;
    /// No more errors of that file are taken, so that none need be looked for.
    [[nodiscard]] bool is_full(const syntax::tree& file) const;
    /// Whether an error was said of exactly this place.
    [[nodiscard]] bool is_said(const syntax::tree& file, span at) const;
    /// No more errors are taken at all.
    void stop() noexcept { stopped_ = true; }

    /// By file and place; what is said of one place stays in the order in which it was found.
    void put_in_order();

private:
    const std::vector<syntax::tree>& files_;
    const limits& bounds_;
    diagnostics& problems_;
    bool stopped_ = false;
    std::map<const syntax::tree*, std::size_t> errors_;
    std::set<std::tuple<const syntax::tree*, std::uint32_t, std::uint32_t, std::string>>
        said_;                                                                        ///< once, though found twice by `same as`
    std::set<std::tuple<const syntax::tree*, std::uint32_t, std::uint32_t>> refused_; ///< places of errors
};

} // namespace TIEUCHI_NAMESPACE::impl::check
