// SPDX-License-Identifier: Apache-2.0
/// \file
/// Two answers side by side: those of two raters, or of the same body at two times.
#pragma once

#include <tieuchi/assessment.hpp>

#include <cstdint>
#include <vector>

namespace TIEUCHI_NAMESPACE {

/// A fact that two answers read differently.
struct TIEUCHI_API fact_difference {
    fact_value first;
    fact_value second;
};

/// A criterion that two answers judge differently: by its status, or by the points that it gives or counts for.
struct TIEUCHI_API criterion_difference {
    finding first;
    finding second;
    std::vector<fact_difference> facts; ///< those that settle either finding, or that it waits for, and are read differently
};

/// What differs between two answers. It keeps alive all that it shows.
struct TIEUCHI_API comparison {
    assessment first;
    assessment second;
    std::vector<criterion_difference> criteria; ///< in the order of the law
    std::vector<fact_difference> facts;         ///< all that are read differently, whether a criterion differs by them or not
    /// False where the two are by different standards, or by different versions of one: their criteria and facts do not correspond, and
    /// both lists are empty.
    bool comparable = true;

    /// True when the two are comparable and nothing differs: neither outcomes nor total, criteria or facts.
    [[nodiscard]] bool same() const noexcept;
};

/// Compares two answers by the same version of a standard of the same rulebook; any others are not comparable, as the comparison then says.
[[nodiscard]] TIEUCHI_API comparison compare(const assessment& first, const assessment& second);

} // namespace TIEUCHI_NAMESPACE
