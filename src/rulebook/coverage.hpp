// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the examples run so far decide of the rules.
#pragma once

#include "model/rules.hpp"

#include <tieuchi/assessment.hpp>
#include <tieuchi/examples.hpp>

#include <cstddef>
#include <map>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::rulebook {

/// The parts of one version of a standard, as indices into the list of that standard.
struct version_parts {
    std::size_t standard = 0;
    std::vector<std::size_t> criteria;
    std::vector<std::size_t> exits;
    std::vector<std::size_t> adjustments;
    std::vector<std::size_t> outcomes;
};

class coverage_book {
public:
    /// Lists the parts of all standards in `coverage`, none decided yet.
    coverage_book(const rules& rules, std::vector<standard_coverage>& coverage);

    /// Notes what one example, run by this version of a standard, decides.
    void note(const model::standard& version, const assessment& answer);

private:
    void note_exits(const version_parts& indices, const assessment& answer);
    void note_adjustments(const version_parts& indices, const assessment& answer);

    std::vector<standard_coverage>& coverage_;
    std::map<const model::standard*, version_parts> versions_;
};

} // namespace TIEUCHI_NAMESPACE::impl::rulebook
