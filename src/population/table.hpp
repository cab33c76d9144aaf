// SPDX-License-Identifier: Apache-2.0
/// \file
/// The table of a population: its batches as they came, and the layout of their columns.
#pragma once

#include "arrow/arrow_owner.hpp"
#include "arrow/column_view.hpp"
#include "arrow/table_reader.hpp"
#include "population/key_column.hpp"
#include "population/standards_by_kind.hpp"
#include "population/subject_source.hpp"

#include <tieuchi/columns.hpp>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::population {

enum class key : std::uint8_t { id, kind, parent, rater };
inline constexpr std::array<std::string_view, 4> key_names{"id", "kind", "parent", "rater"};

/// What the columns of a batch are; batches of one stream share it.
struct layout {
    struct matched_key {
        std::int64_t child = -1; ///< none
        arrow::column_type type;
        std::optional<diagnostic> misfit; ///< reported unless the column is empty
    };
    struct matched_fact {
        std::string name;
        std::uint32_t standard = 0; ///< one that has it
        std::uint32_t slot = 0;
    };
    std::array<matched_key, key_names.size()> keys;
    std::vector<arrow::table_reader> readers; ///< for each standard
    std::vector<matched_fact> facts;          ///< in the order of the columns
};

/// One batch.
struct part {
    using columns = std::vector<std::unique_ptr<const arrow::column_view>>; ///< by slot

    std::shared_ptr<const layout> table_layout;
    arrow::arrow_owner<ArrowArray> batch;
    std::size_t first = 0; ///< the subject in its first row
    std::array<key_column, key_names.size()> keys;
    std::vector<columns> facts; ///< for each standard

    [[nodiscard]] std::string_view name(key which, std::size_t row) const noexcept {
        return keys[static_cast<std::size_t>(which)].at(row);
    }
    /// As the host wrote it.
    [[nodiscard]] std::string_view as_written(key which, std::size_t row) const {
        return keys[static_cast<std::size_t>(which)].as_written(row);
    }
    [[nodiscard]] bool is_null(std::size_t row) const noexcept;
};

class table final : public subject_source {
public:
    table(rulebook book, selection selected, column_options wanted, standards_by_kind in_force);

    [[nodiscard]] result<std::shared_ptr<const layout>> layout_of(const ArrowSchema& schema) const;
    [[nodiscard]] diagnostics add(std::shared_ptr<const layout> table_layout, arrow::arrow_owner<ArrowArray> batch);
    /// Drops all batches after the first `parts`.
    void shrink(std::size_t parts);
    void refuse(std::size_t subject, diagnostics why, bool parent_known);
    void set_subject_namer(std::function<std::string(std::size_t)> namer) { subject_namer_ = std::move(namer); }

    [[nodiscard]] std::size_t size() const noexcept override { return size_; }
    [[nodiscard]] subject_record at(std::size_t subject) const override;
    [[nodiscard]] std::string location(std::size_t subject) const override;
    [[nodiscard]] std::string_view kind_of(std::size_t subject) const;
    /// A name as the host wrote it; `at` gives names as they are compared.
    [[nodiscard]] std::string_view as_written(key which, std::size_t subject) const;
    /// The values of a subject by fact name, in the order of the columns. Values that we cannot represent go to `problems`.
    [[nodiscard]] std::vector<std::pair<std::string, value>> values_of(std::size_t subject, diagnostics& problems) const;

    [[nodiscard]] const std::vector<part>& parts() const noexcept { return parts_; }
    [[nodiscard]] const part& part_of(std::size_t subject) const;
    /// Why the host, or the table itself, refuses subjects, with the location where it is known.
    [[nodiscard]] const std::unordered_map<std::size_t, diagnostics>& unreadable() const noexcept { return unreadable_; }
    /// Subjects with invalid names, and why these are invalid. They are among the unreadable.
    [[nodiscard]] const std::unordered_map<std::size_t, std::vector<misnomer>>& misnamed() const noexcept { return misnamed_; }

    const rulebook rules;
    const selection chosen;
    const column_options options;
    const standards_by_kind by_kind;

private:
    static void match_key(const ArrowSchema& column, std::size_t which, layout& columns, diagnostics& problems);
    static void add_key(std::size_t which, part& to, const layout& from, diagnostics& problems);
    void find_keys(const ArrowSchema& schema, layout& columns, diagnostics& problems) const;
    void find_facts(const ArrowSchema& schema, layout& columns, diagnostics& problems) const;
    void match_fact(std::string_view name, layout& columns) const;
    [[nodiscard]] bool may_ignore(std::string_view column) const;

    std::vector<part> parts_;
    std::size_t size_ = 0;
    std::unordered_map<std::size_t, diagnostics> unreadable_;
    std::unordered_map<std::size_t, std::vector<misnomer>> misnamed_;
    std::unordered_set<std::size_t> parent_unknown_;
    std::function<std::string(std::size_t)> subject_namer_;
};

} // namespace TIEUCHI_NAMESPACE::impl::population
