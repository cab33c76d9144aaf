// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arrays and schemas for those who take them over: each owns its memory, and frees it when it is released, once.
#pragma once

#include "arrow/arrow_owner.hpp"
#include "arrow/buffer.hpp"

#include <tieuchi/arrow.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

/// A schema and its children.
struct schema_maker {
    std::string format;
    std::string name;
    bool nullable = false;
    std::vector<schema_maker> children{};
    std::vector<schema_maker> dictionary{}; ///< none or one

    [[nodiscard]] arrow_owner<ArrowSchema> make() const;
};

/// An array, of rows that are all valid where the first of its buffers is empty.
struct array_maker {
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::vector<buffer> buffers{}; ///< as Arrow lays them out, the validity first
    std::vector<array_maker> children{};
    std::vector<array_maker> dictionary{}; ///< none or one

    /// Moves all into an array.
    [[nodiscard]] arrow_owner<ArrowArray> make() &&;
};

/// Texts, as `utf8`.
[[nodiscard]] array_maker text_array(const std::vector<std::string>& texts);

} // namespace TIEUCHI_NAMESPACE::impl::arrow
