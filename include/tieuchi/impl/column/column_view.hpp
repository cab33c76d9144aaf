// SPDX-License-Identifier: Apache-2.0
/// \file
/// One column of one batch, and what its cells mean for a fact.
#pragma once

#include <tieuchi/impl/column/block.hpp>
#include <tieuchi/impl/column/column_type.hpp>
#include <tieuchi/value.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tieuchi::impl::column {

/// What stands in a cell.
struct cell {
    bool known = false;           ///< false: null, or a text that is empty
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
    column_view(const fact* of, column_type type, const ArrowArray& parent, const ArrowArray& array);

    /// More rows than any memory could hold.
    static constexpr std::int64_t most_rows = std::int64_t{1} << 56U;
    /// What keeps the nulls of an array, or of a batch, from being read; empty when nothing does.
    [[nodiscard]] static std::string_view check_nulls(const ArrowArray& array) noexcept;
    /// What keeps an array from being read; empty when nothing does. The batch has passed `check_nulls` and has at most `most_rows`.
    [[nodiscard]] static std::string_view check(column_type type, const ArrowArray& parent, const ArrowArray& array) noexcept;

    [[nodiscard]] type_family family() const noexcept { return type_.family; }
    [[nodiscard]] bool is_null(std::int64_t row) const;
    [[nodiscard]] cell at(std::int64_t row) const;
    /// Of a column of texts, as it stands in the batch; empty where it is null, and nothing where the array is damaged.
    [[nodiscard]] std::optional<std::string_view> text(std::int64_t row) const;
    void read(std::int64_t first, std::size_t rows, fact_block& into) const;
    /// Adds the memory that reading whole blocks goes through.
    void add_memory(std::vector<block_memory>& to) const;

private:
    /// What an entry of a dictionary means.
    struct meaning {
        std::int64_t units = 0;
        bool known = false;
        bool refused = false;
    };

    /// True where there are texts but no buffer that they stand in.
    [[nodiscard]] static bool lacks_texts(type_family family, const ArrowArray& array, std::int64_t first,
                                          std::int64_t count) noexcept;
    [[nodiscard]] std::int64_t index_at(std::int64_t row) const;
    [[nodiscard]] static std::string_view check_entries(type_family family, const ArrowArray* entries) noexcept;
    void read_known(std::int64_t first, std::size_t rows, fact_block& into) const;
    void read_integers(std::int64_t first, std::size_t rows, fact_block& into) const;
    [[nodiscard]] bool read_narrow(std::int64_t first, std::size_t rows, fact_block& into) const;
    void read_booleans(std::int64_t first, std::size_t rows, fact_block& into) const;
    void read_dictionary(std::int64_t first, std::size_t rows, fact_block& into) const;
    void read_cells(std::int64_t first, std::size_t rows, fact_block& into) const;
    void put(std::size_t row, const meaning& found, fact_block& into) const;
    [[nodiscard]] meaning meaning_of(const cell& told) const;
    [[nodiscard]] std::optional<decimal> number_at(std::int64_t at) const;
    [[nodiscard]] static cell cell_of(std::optional<std::string_view> text);
    [[nodiscard]] std::optional<std::string_view> text_at(type_family family, const ArrowArray& array, std::int64_t at) const;
    void read_dictionary_entries();
    [[nodiscard]] meaning entry_at(std::int64_t index) const;
    template <class T>
    [[nodiscard]] T element(std::int64_t at) const;

    const fact* of_; ///< none: its cells are only looked at
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
    std::vector<meaning> dictionary_;                      ///< of all its entries, or of those that occur in the batch
    std::unordered_map<std::int64_t, std::size_t> places_; ///< there; none: of all entries
};

} // namespace tieuchi::impl::column
