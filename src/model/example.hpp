// SPDX-License-Identifier: Apache-2.0
/// \file
/// Examples: given facts, and the results expected of them.
#pragma once

#include "model/model.hpp"

#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>
#include <tieuchi/source.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::model {

/// `expect outcome in (met, not_met)`: exactly these are still possible.
struct expected_outcomes {
    std::vector<std::string> names;
};
/// `expect because 6.3.d`: exactly these clauses, in any order.
struct expected_because {
    std::vector<std::string> clauses;
};
/// `expect criterion 1 is met`
struct expected_finding {
    index criterion = none;
    syntax::expected_status status = syntax::expected_status::met;
};
/// `expect total 70 to 80`, `expect points of 7.3 is 5`
struct expected_points {
    std::optional<index> criterion; ///< none: the total
    decimal_range range;
};

struct expectation {
    std::variant<expected_outcomes, expected_because, expected_finding, expected_points> what;
    span at;
};

struct example {
    std::string name;
    std::shared_ptr<const model::standard> in_force; ///< the standard, as on that day
    date on{};
    std::string jurisdiction;                                  ///< empty: none
    std::vector<std::pair<std::string, std::string>> readings; ///< as in `selection::readings`
    std::vector<std::pair<std::string, std::string>> given;    ///< facts by their names in data, with their values as written
    std::vector<expectation> expectations;
    source_ptr origin;
    span at; ///< its name
};

/// The clause of a citation, without the document that `48/2025/TT-BCA 3` names: as `expect because` has it.
[[nodiscard]] std::string clause_of(std::string_view citation);

} // namespace TIEUCHI_NAMESPACE::impl::model
