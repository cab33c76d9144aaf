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

class coverage_book {
public:
    /// Lists the parts of all standards in `into`, none decided yet.
    coverage_book(const rules& of, std::vector<standard_coverage>& into);

    /// What one example, run by this version of a standard, decides.
    void note(const model::standard& of, const assessment& answer);

private:
    /// Where the parts of one version stand in the list of its standard.
    struct version {
        std::size_t standard = 0;
        std::vector<std::size_t> criteria;
        std::vector<std::size_t> exits;
        std::vector<std::size_t> adjustments;
        std::vector<std::size_t> outcomes;
    };

    void note_exits(const version& places, const assessment& answer);
    void note_adjustments(const version& places, const assessment& answer);

    std::vector<standard_coverage>& covered_;
    std::map<const model::standard*, version> versions_;
};

} // namespace TIEUCHI_NAMESPACE::impl::rulebook
