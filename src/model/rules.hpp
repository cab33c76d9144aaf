// SPDX-License-Identifier: Apache-2.0
/// \file
/// What a rulebook holds: the result of checking its syntax trees.
#pragma once

#include "model/example.hpp"
#include "model/model.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/limits.hpp>

#include <memory>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl {

struct rules {
    std::vector<std::shared_ptr<const tieuchi::document>> documents;
    std::vector<std::shared_ptr<const model::standard>> standards; ///< in the order of the files
    std::vector<model::example> examples;                          ///< the same
    diagnostics warnings;
    std::string digest;
};

} // namespace TIEUCHI_NAMESPACE::impl
