// SPDX-License-Identifier: Apache-2.0
/// \file
/// A column of names: of subjects, kinds, raters. Texts as they stand in the batch, whole numbers written out.
#pragma once

#include "arrow/column_type.hpp"
#include "base/names.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

class key_column {
public:
    /// A missing column: no row has a name.
    key_column() = default;
    /// The array has passed column_view::check and must outlive this object. `rows` are those of `parent`.
    key_column(const arrow::column_type& type, const ArrowArray& parent, const ArrowArray& array);

    [[nodiscard]] static bool fits(const arrow::column_type& type, bool words_only) noexcept;

    /// As names are compared; empty where it is null.
    [[nodiscard]] std::string_view at(std::size_t row) const noexcept {
        return texts_.empty() ? std::string_view() : texts_[row];
    }

    /// As the host wrote it.
    [[nodiscard]] std::string_view as_written(std::size_t row) const {
        const auto other = as_written_.find(row);
        return other == as_written_.end() ? at(row) : other->second;
    }

    /// Rows whose name is neither text in UTF-8 nor a whole number, or cannot be read.
    [[nodiscard]] const std::vector<std::size_t>& unreadable() const noexcept { return unreadable_; }
    /// Rows whose text is no valid name, and why.
    [[nodiscard]] const std::vector<std::pair<std::size_t, names::fault>>& faults() const noexcept { return faults_; }

private:
    void add(std::optional<std::string_view> text);

    std::vector<std::string_view> texts_;
    std::vector<std::size_t> unreadable_;
    std::vector<std::pair<std::size_t, names::fault>> faults_;
    std::unordered_map<std::size_t, std::string_view> as_written_; ///< where that is in another normal form
    std::deque<std::string> written_; ///< texts that are not in the batch; a deque, because views into it must stay valid
};

} // namespace TIEUCHI_NAMESPACE::impl::population
