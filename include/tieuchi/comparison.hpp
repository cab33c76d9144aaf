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
    fact_value one;
    fact_value other;
};

/// A criterion that two answers judge differently: by its status, or by the points that it gives or counts for.
struct TIEUCHI_API criterion_difference {
    finding one;
    finding other;
    std::vector<fact_difference> facts; ///< those that settle either finding, or that it waits for, and are read differently
};

/// What differs between two answers. It keeps alive all that it shows.
struct TIEUCHI_API comparison {
    assessment one;
    assessment other;
    std::vector<criterion_difference> criteria; ///< in the order of the law
    std::vector<fact_difference> facts;         ///< all that are read differently, whether a criterion differs by them or not
    /// False where the two are by different standards, or by different versions of one: then no criterion or fact of the one has its
    /// place in the other, and both lists are empty.
    bool comparable = true;

    /// True when the two are comparable and nothing differs: neither outcomes nor total, criteria or facts.
    [[nodiscard]] bool same() const noexcept;
};

/// Puts two answers by the same standard beside each other, of the same rulebook and in the same version; others are not comparable, and that
/// is what the comparison then says.
[[nodiscard]] TIEUCHI_API comparison compare(const assessment& one, const assessment& other);

} // namespace TIEUCHI_NAMESPACE
