// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables as a host has them: a column for each fact, yes/no as bits, numbers as int32, nulls as cleared bits. Made up, and the same on
/// every machine: each value is drawn from a hash of its row and its column.
#pragma once

#include <tieuchi/fact.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Buffers in words of 64 bits, so that they are aligned.
using buffer = std::vector<std::uint64_t>;

struct column {
    std::string name;
    bool yes_no = false;
    buffer values;
    buffer valid; ///< empty: no row is null

    [[nodiscard]] const std::uint8_t* bits() const { return reinterpret_cast<const std::uint8_t*>(values.data()); }
    [[nodiscard]] const std::int32_t* numbers() const { return reinterpret_cast<const std::int32_t*>(values.data()); }
    [[nodiscard]] bool known(std::size_t row) const { return valid.empty() || (valid[row / 64] >> (row % 64) & 1U) != 0; }
};

struct table {
    std::size_t rows = 0;
    std::vector<column> columns;

    [[nodiscard]] std::size_t bytes() const {
        std::size_t words = 0;
        for (const column& one : columns) { words += one.values.size() + one.valid.size(); }
        return words * sizeof(std::uint64_t);
    }
};

/// Draws numbers for the rows of one column (splitmix64).
class draw {
public:
    explicit draw(std::uint64_t column) : seed_(mixed(column + 1)) {}

    /// Below `end`, which is small.
    [[nodiscard]] std::uint32_t below(std::uint32_t end, std::size_t row) const {
        return static_cast<std::uint32_t>((mixed(seed_ ^ row) >> 32U) * end >> 32U);
    }

private:
    static std::uint64_t mixed(std::uint64_t from) {
        from += 0x9e3779b97f4a7c15U;
        from = (from ^ (from >> 30U)) * 0xbf58476d1ce4e5b9U;
        from = (from ^ (from >> 27U)) * 0x94d049bb133111ebU;
        return from ^ (from >> 31U);
    }
    std::uint64_t seed_;
};

/// Sets the bits of the rows for which `is` holds.
template <class Is>
buffer bits_where(std::size_t rows, const Is& is) {
    buffer made((rows + 63) / 64);
    for (std::size_t row = 0; row < rows; ++row) { made[row / 64] |= std::uint64_t{is(row)} << (row % 64); }
    return made;
}

template <class Number>
buffer numbers_of(std::size_t rows, const Number& number) {
    buffer made((rows + 1) / 2);
    auto* const bytes = reinterpret_cast<unsigned char*>(made.data());
    for (std::size_t row = 0; row < rows; ++row) {
        const auto one = static_cast<std::int32_t>(number(row));
        std::memcpy(bytes + row * sizeof one, &one, sizeof one);
    }
    return made;
}

/// The values of a fact: what its name begins with says how they are spread. Good rows are good in most columns, so that every class occurs.
inline buffer values_of(const tieuchi::fact& of, const draw& drawn, std::size_t rows) {
    const draw quality(0); // of a row, 0 to 99
    if (of.type == tieuchi::fact_type::yes_no) {
        if (of.name.starts_with("veto")) {
            return bits_where(rows, [&](std::size_t row) { return drawn.below(100, row) < 3; });
        }
        return bits_where(rows, [&](std::size_t row) { return drawn.below(1000, row) < 700 + 3 * quality.below(100, row); });
    }
    if (of.name.starts_with("events")) {
        return numbers_of(rows, [&](std::size_t row) { return drawn.below(1 + (99 - quality.below(100, row)) / 25, row); });
    }
    return numbers_of(rows, [&](std::size_t row) { return 40 + 3 * (drawn.below(100, row) + quality.below(100, row)) / 10; });
}

/// A table that tells all facts of a standard but the kind, of which there is one. Of a thousand values of each column, about
/// `nulls_in_1000` are null.
inline table make_table(const std::vector<tieuchi::fact>& facts, std::size_t rows, std::uint32_t nulls_in_1000 = 0) {
    table made{rows, {}};
    for (std::size_t slot = 1; slot < facts.size(); ++slot) {
        const tieuchi::fact& of = facts[slot];
        column one{of.name, of.type == tieuchi::fact_type::yes_no, values_of(of, draw(slot), rows), {}};
        if (nulls_in_1000 != 0) {
            const draw drawn(slot + facts.size());
            one.valid = bits_where(rows, [&](std::size_t row) { return drawn.below(1000, row) >= nulls_in_1000; });
        }
        made.columns.push_back(std::move(one));
    }
    return made;
}

} // namespace bench
