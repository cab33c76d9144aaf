// SPDX-License-Identifier: Apache-2.0
/// \file
/// Which columns of a table hold which facts, and the facts of its batches.
#pragma once

#include "arrow/column_view.hpp"

#include <tieuchi/result.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

struct reading_rules {
    bool every_fact = false;                  ///< a fact without a column is an error
    std::vector<std::string> ignored_columns; ///< columns that are not facts, and are ignored
    bool ignore_unknown_columns = false;      ///< all other columns that are not facts are ignored too
};

/// What makes a schema no table (E601), however its columns are named: it is no struct, or is damaged.
[[nodiscard]] diagnostics not_a_table(const ArrowSchema& schema);

class table_reader {
public:
    /// Matches the columns of a table with facts by their names. `facts` must outlive the reader.
    [[nodiscard]] static result<table_reader> make(const std::vector<fact>& facts, std::string_view standard,
                                                   const ArrowSchema& schema, const reading_rules& rules);

    [[nodiscard]] bool has(std::uint32_t slot) const noexcept { return columns_[slot].child >= 0; }
    /// True if some column is of a type that its fact cannot be read from. That is fine while the column is empty: many tables give empty
    /// columns such a type.
    [[nodiscard]] bool has_misfits() const noexcept;
    [[nodiscard]] std::size_t slots() const noexcept { return columns_.size(); }

    /// Why a batch cannot be read; empty if it can.
    [[nodiscard]] diagnostics check(const ArrowArray& batch) const;
    /// Per slot its column, if it has one. The batch has passed `check`, and must live as long.
    [[nodiscard]] std::vector<std::unique_ptr<const column_view>> views(const ArrowArray& batch) const;

    /// Why the value of a fact in a row was refused.
    [[nodiscard]] diagnostic refusal(const column_view& column, std::uint32_t slot, std::int64_t row,
                                     std::int64_t shown_row) const;

private:
    struct matched {
        std::int64_t child = -1;
        column_type type;
        std::optional<diagnostic> misfit{}; ///< reported unless the column is empty
    };

    void match(const ArrowSchema& column, std::int64_t child, matched& to, const fact& fact, diagnostics& problems) const;
    [[nodiscard]] std::string_view damage_of(const ArrowArray& batch) const noexcept;

    explicit table_reader(const std::vector<fact>& facts) : facts_(&facts), columns_(facts.size()) {}

    const std::vector<fact>* facts_;
    std::int64_t children_ = 0;
    std::vector<matched> columns_;
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
