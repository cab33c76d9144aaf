// SPDX-License-Identifier: Apache-2.0
/// \file
/// A table shown as Arrow arrays, without a copy: batches of its rows, one after another.
#pragma once

#include "data.hpp"

#include <tieuchi/arrow.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace bench {

/// Shows a table, which must outlive it and what it gives.
class arrow_batches {
public:
    explicit arrow_batches(const table& of) : rows_(of.rows), columns_(of.columns.size()) {
        for (std::size_t i = 0; i < of.columns.size(); ++i) {
            const column& from = of.columns[i];
            child& to = columns_[i];
            to.buffers = {from.valid.empty() ? nullptr : from.valid.data(), from.values.data()};
            to.schema.format = from.yes_no ? "b" : "i";
            to.schema.name = from.name.c_str();
            to.schema.flags = ARROW_FLAG_NULLABLE;
            to.schema.release = [](ArrowSchema* one) { one->release = nullptr; };
            to.array.length = static_cast<std::int64_t>(of.rows);
            to.array.null_count = from.valid.empty() ? 0 : -1;
            to.array.n_buffers = 2;
            to.array.buffers = to.buffers.data();
            to.array.release = [](ArrowArray* one) { one->release = nullptr; };
            schemas_.push_back(&to.schema);
            arrays_.push_back(&to.array);
        }
        schema_.format = "+s";
        schema_.name = "";
        schema_.n_children = static_cast<std::int64_t>(schemas_.size());
        schema_.children = schemas_.data();
    }
    arrow_batches(const arrow_batches&) = delete;
    arrow_batches& operator=(const arrow_batches&) = delete;

    [[nodiscard]] const ArrowSchema& schema() const { return schema_; }

    /// Calls `use(first row, batch)` for each batch of at most `size` rows.
    template <class Use>
    void each(std::size_t size, const Use& use) {
        for (std::size_t first = 0; first < rows_; first += size) {
            ArrowArray batch{};
            batch.length = static_cast<std::int64_t>(std::min(size, rows_ - first));
            batch.offset = static_cast<std::int64_t>(first);
            batch.n_buffers = 1;
            batch.buffers = &no_validity_;
            batch.n_children = static_cast<std::int64_t>(arrays_.size());
            batch.children = arrays_.data();
            batch.release = [](ArrowArray* one) { one->release = nullptr; };
            use(first, batch);
        }
    }

private:
    struct child {
        ArrowSchema schema{};
        ArrowArray array{};
        std::array<const void*, 2> buffers{};
    };

    std::size_t rows_;
    std::vector<child> columns_;
    std::vector<ArrowSchema*> schemas_{};
    std::vector<ArrowArray*> arrays_{};
    ArrowSchema schema_{};
    const void* no_validity_ = nullptr;
};

} // namespace bench
