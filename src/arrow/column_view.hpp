// SPDX-License-Identifier: Apache-2.0
/// \file
/// One column of one batch, and what its cells mean for a fact.
#pragma once

#include "arrow/arrays.hpp"
#include "arrow/column_type.hpp"
#include "base/rounding.hpp"
#include "vector/block.hpp"

#include <tieuchi/value.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::arrow {

/// The content of a cell.
struct cell {
    bool known = false;           ///< false: null, a text that is empty, or NaN, which many tables have for nothing
    std::optional<value> exactly; ///< of a known one; nothing where no decimal is the same, or where the array is damaged
};

/// Where the values of a column lie, block after block.
struct block_memory {
    const std::uint8_t* begin;
    std::size_t bytes; ///< of each block
};

class column_view {
public:
    /// `parent` is the batch; the array has passed `check`. Without a fact its cells may be looked at, but not read.
    column_view(const fact* fact, const column_type& type, const ArrowArray& parent, const ArrowArray& array);

    /// More rows than any memory could hold.
    static constexpr std::int64_t most_rows = std::int64_t{1} << 56U;
    /// Why the nulls of an array, or of a batch, cannot be read; empty if they can.
    [[nodiscard]] static std::string_view check_nulls(const ArrowArray& array) noexcept;
    /// Why an array cannot be read; empty if it can. The batch has passed `check_nulls` and has at most `most_rows`.
    [[nodiscard]] static std::string_view check(const column_type& type, const ArrowArray& parent,
                                                const ArrowArray& array) noexcept;
    /// True if some row has a value. The array has passed `check`.
    [[nodiscard]] static bool has_values(const column_type& type, const ArrowArray& parent, const ArrowArray& array);

    [[nodiscard]] bool is_null(std::int64_t row) const;
    [[nodiscard]] cell at(std::int64_t row) const;
    /// Why a cell that is known has no value that a fact could have.
    [[nodiscard]] std::string_view why_not_held(std::int64_t row) const;
    /// Of a column of texts, as it stands in the batch; empty where it is null, and nothing where the array is damaged.
    [[nodiscard]] std::optional<std::string_view> text(std::int64_t row) const;
    /// What it calls a subject: a text, or the digits of a whole number; empty where there is none, and nothing where it is neither, or the
    /// array is damaged.
    [[nodiscard]] std::optional<std::string> name(std::int64_t row) const;
    void read(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    /// Adds the memory that reading whole blocks goes through.
    void add_memory(std::vector<block_memory>& to) const;

private:
    /// What an entry of a dictionary, or a run, means.
    struct meaning {
        std::int64_t units = 0;
        bool known = false;
        bool refused = false;
    };
    /// A decimal: `number` x 10^-`scale`.
    struct scaled {
        wide number;
        int scale;
    };
    /// Which runs the rows of a batch lie in.
    struct run_range {
        std::int64_t first = 0;
        std::int64_t count = 0;
    };

    /// All but the offsets of texts.
    [[nodiscard]] static std::string_view check_layout(const column_type& type, const ArrowArray& parent,
                                                       const ArrowArray& array) noexcept;
    [[nodiscard]] static bool lacks_texts(type_family family, const ArrowArray& array, std::int64_t first,
                                          std::int64_t count) noexcept;
    [[nodiscard]] static bool has_wild_offsets(type_family family, const ArrowArray& array, std::int64_t first,
                                               std::int64_t count) noexcept;
    [[nodiscard]] static std::string_view check_entries(const column_type& type, const ArrowArray* entries,
                                                        std::int64_t rows) noexcept;
    [[nodiscard]] static std::string_view check_runs(const column_type& type, const ArrowArray& parent,
                                                     const ArrowArray& array) noexcept;
    [[nodiscard]] static std::optional<run_range> runs_of(vector::integer_type ends, const ArrowArray& parent,
                                                          const ArrowArray& array) noexcept;
    [[nodiscard]] std::int64_t index_at(std::int64_t row) const;
    [[nodiscard]] bool is_entry(std::int64_t index) const noexcept { return index >= 0 && index < array_->dictionary->length; }
    [[nodiscard]] std::size_t run_at(std::int64_t row) const;
    void read_known(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    void read_integers(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    [[nodiscard]] bool read_narrow(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    void read_booleans(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    void read_dictionary(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    void read_runs(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    void read_cells(std::int64_t first, std::size_t rows, vector::fact_block& into) const;
    void put(std::size_t row, const meaning& found, vector::fact_block& into) const;
    [[nodiscard]] meaning meaning_of(const cell& cell) const;
    [[nodiscard]] double float_at(std::int64_t at) const;
    [[nodiscard]] std::optional<scaled> scaled_at(std::int64_t at) const;
    [[nodiscard]] std::optional<decimal> number_at(std::int64_t at) const;
    [[nodiscard]] std::optional<std::string> digits_at(std::int64_t at) const;
    [[nodiscard]] static cell cell_of(std::optional<std::string_view> text);
    [[nodiscard]] std::optional<std::string_view> text_at(std::int64_t at) const;
    [[nodiscard]] std::optional<std::string_view> viewed_text_at(std::int64_t at) const;
    void view_entries();
    void view_runs(const ArrowArray& parent);
    [[nodiscard]] meaning entry_at(std::int64_t index) const;
    template <class T>
    [[nodiscard]] T element(std::int64_t at) const {
        return element_of<T>(array_->buffers[1], at);
    }

    const fact* fact_; ///< none: its cells are only looked at
    column_type type_;
    const ArrowArray* array_;
    std::int64_t rows_;
    const std::uint8_t* parent_validity_; ///< none: all
    std::int64_t parent_offset_;
    const std::uint8_t* validity_;
    std::int64_t offset_;    ///< of row 0 of the batch, among the elements of the buffers
    std::int64_t least_ = 0; ///< of whole numbers: the valid ones
    std::int64_t most_ = 0;
    std::int64_t units_per_one_ = 1;
    bool any_whole_ = true;                                ///< every whole number between them is valid
    std::unique_ptr<const column_view> entries_;           ///< of a dictionary all, of runs those that the batch lies in
    std::vector<meaning> meanings_;                        ///< of all entries, or of those that occur in the batch
    std::unordered_map<std::int64_t, std::size_t> places_; ///< there; none: of all entries
    std::vector<std::int64_t> ends_;                       ///< of runs, counted from row 0 of the batch
};

} // namespace TIEUCHI_NAMESPACE::impl::arrow
