// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where the passes of the check report what is wrong.
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

/// Keeps each problem once, no more than a file may have, and puts them in order.
class diagnostic_sink {
public:
    diagnostic_sink(const std::vector<syntax::tree>& files, const limits& bounds, diagnostics& problems)
        : files_(files), bounds_(bounds), problems_(problems) {}

    void error(const syntax::tree& file, span at, remark what);
    void warn(const syntax::tree& file, span at, remark what);

    [[nodiscard]] bool has_errors() const;
    /// Whether no more errors of that file are kept, so that there is no use in looking for more.
    [[nodiscard]] bool is_full(const syntax::tree& file) const;
    /// Whether an error was reported at exactly this place.
    [[nodiscard]] bool is_reported(const syntax::tree& file, span at) const;
    /// Keeps no more errors of any file.
    void stop() noexcept { stopped_ = true; }

    /// By file and place; problems at one place stay in the order in which they were found.
    void put_in_order();

private:
    const std::vector<syntax::tree>& files_;
    const limits& bounds_;
    diagnostics& problems_;
    bool stopped_ = false;
    std::map<const syntax::tree*, std::size_t> errors_;
    std::set<std::tuple<const syntax::tree*, std::uint32_t, std::uint32_t, std::string>>
        reported_; ///< to report once what `same as` makes the check find twice
    std::set<std::tuple<const syntax::tree*, std::uint32_t, std::uint32_t>> refused_; ///< places of errors
};

} // namespace TIEUCHI_NAMESPACE::impl::check
