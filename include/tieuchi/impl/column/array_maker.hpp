// SPDX-License-Identifier: Apache-2.0
/// \file
/// Arrays and schemas for those who take them over: each owns its memory, and frees it when it is released, once.
#pragma once

#include <tieuchi/arrow.hpp>
#include <tieuchi/impl/column/arrow_owner.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace tieuchi::impl::column {

/// A schema and its children.
struct schema_maker {
    std::string format;
    std::string name;
    bool nullable = false;
    std::vector<schema_maker> children{};
    std::vector<schema_maker> dictionary{}; ///< none or one

    [[nodiscard]] arrow_owner<ArrowSchema> make() const;
};

/// An array: its buffers, each a vector of bytes in words so that they are aligned.
struct array_maker {
    using buffer = std::vector<std::uint64_t>;

    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::vector<buffer> buffers{}; ///< the first is the validity, which may be empty: all are valid
    std::vector<array_maker> children{};
    std::vector<array_maker> dictionary{}; ///< none or one

    /// Moves all into an array.
    [[nodiscard]] arrow_owner<ArrowArray> make() &&;
};

/// Texts, as `utf8`.
[[nodiscard]] array_maker text_array(const std::vector<std::string>& texts);

} // namespace tieuchi::impl::column
