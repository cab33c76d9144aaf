// SPDX-License-Identifier: Apache-2.0
/// \file
/// Two answers side by side: those of two raters, or of the same body at two times.
#pragma once

#include <tieuchi/assessment.hpp>

#include <cstdint>
#include <vector>

namespace tieuchi {

/// A fact that two answers read differently.
struct TIEUCHI_API fact_difference {
    fact_reading one;
    fact_reading other;
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

    /// True when nothing differs: neither outcomes nor total, criteria or facts.
    [[nodiscard]] bool same() const noexcept;
};

/// Precondition: both answers are by the same standard, of the same rulebook and in the same version.
[[nodiscard]] TIEUCHI_API comparison compare(const assessment& one, const assessment& other);

} // namespace tieuchi
