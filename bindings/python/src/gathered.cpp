// SPDX-License-Identifier: Apache-2.0
#include "gathered.hpp"

#include "lent.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace tieuchi::python {

namespace {

/// The memory layout of a type's elements.
struct layout {
    std::size_t bits = 0;      ///< of each element; 0: texts, or the null type
    std::size_t offset = 0;    ///< of texts: bytes of an offset; 0: views
    std::string_view gathered; ///< the format of the gathered column; empty: the same
};

[[nodiscard]] std::optional<layout> layout_of(std::string_view format) {
    constexpr std::array<std::pair<std::string_view, std::size_t>, 14> fixed_sizes{{{"b", 1},
                                                                                    {"c", 8},
                                                                                    {"C", 8},
                                                                                    {"s", 16},
                                                                                    {"S", 16},
                                                                                    {"e", 16},
                                                                                    {"i", 32},
                                                                                    {"I", 32},
                                                                                    {"f", 32},
                                                                                    {"l", 64},
                                                                                    {"L", 64},
                                                                                    {"g", 64},
                                                                                    {"_pli128", 128},
                                                                                    {"_plu128", 128}}};
    for (const auto& [name, bits] : fixed_sizes) {
        if (format == name) { return layout{bits, 0, {}}; }
    }
    if (format == "n") { return layout{}; }
    if (format == "u") { return layout{0, 4, "U"}; }
    if (format == "U") { return layout{0, 8, "U"}; }
    if (format == "vu") { return layout{0, 0, "U"}; }
    if (format == "z") { return layout{0, 4, "Z"}; }
    if (format == "Z") { return layout{0, 8, "Z"}; }
    if (format == "vz") { return layout{0, 0, "Z"}; }
    if (format == "tdD" || format == "tts" || format == "ttm" || format == "tiM") { return layout{32, 0, {}}; }
    if (format == "tin") { return layout{128, 0, {}}; }
    if (format.starts_with("td") || format.starts_with("tt") || format.starts_with("ts") || format.starts_with("tD") ||
        format == "tiD") {
        return layout{64, 0, {}};
    }
    if (format.starts_with("d:")) {
        for (const auto& [end, bits] : {std::pair(",32", 32U), std::pair(",64", 64U), std::pair(",256", 256U)}) {
            const std::size_t commas = static_cast<std::size_t>(std::count(format.begin(), format.end(), ','));
            if (commas == 2 && format.ends_with(end)) { return layout{bits, 0, {}}; }
        }
        return layout{128, 0, {}};
    }
    if (format.starts_with("w:")) {
        const std::size_t bytes = std::strtoul(format.data() + 2, nullptr, 10);
        return bytes == 0 ? std::nullopt : std::optional(layout{bytes * 8, 0, {}});
    }
    return std::nullopt;
}

[[nodiscard]] const ArrowSchema& written_out(const ArrowSchema& column) {
    return column.dictionary == nullptr ? column : *column.dictionary;
}

[[nodiscard]] bool is_valid(const ArrowArray& array, std::int64_t at) {
    if (array.null_count == 0 || array.n_buffers < 1 || array.buffers == nullptr || array.buffers[0] == nullptr) { return true; }
    const std::int64_t bit = array.offset + at;
    return (static_cast<const std::uint8_t*>(array.buffers[0])[bit / 8] >> (bit % 8) & 1) != 0;
}

[[noreturn]] void damaged() { throw std::invalid_argument("a column to keep cannot be read: its array is damaged"); }

template <class T>
[[nodiscard]] T element(const void* buffer, std::int64_t at) {
    T value;
    std::memcpy(&value, static_cast<const std::uint8_t*>(buffer) + at * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return value;
}

[[nodiscard]] std::int64_t index_at(std::string_view format, const ArrowArray& array, std::int64_t at) {
    const void* const indices = array.buffers[1];
    switch (format.front()) {
    case 'c': return element<std::int8_t>(indices, at);
    case 'C': return element<std::uint8_t>(indices, at);
    case 's': return element<std::int16_t>(indices, at);
    case 'S': return element<std::uint16_t>(indices, at);
    case 'i': return element<std::int32_t>(indices, at);
    case 'I': return element<std::uint32_t>(indices, at);
    default: return element<std::int64_t>(indices, at);
    }
}

/// Each offset is checked against the last one, and each view against its buffer, before anything is read.
[[nodiscard]] std::string_view text_at(const layout& layout, const ArrowArray& array, std::int64_t row) {
    const std::int64_t at = array.offset + row;
    if (layout.offset == 0) {
        const std::int64_t size = element<std::int32_t>(array.buffers[1], at * 4);
        if (size < 0) { damaged(); }
        const auto length = static_cast<std::size_t>(size);
        if (size <= 12) { return {static_cast<const char*>(array.buffers[1]) + at * 16 + 4, length}; }
        const std::int64_t buffer = element<std::int32_t>(array.buffers[1], at * 4 + 2);
        const std::int64_t place = element<std::int32_t>(array.buffers[1], at * 4 + 3);
        if (buffer < 0 || place < 0 || buffer >= array.n_buffers - 3) { damaged(); }
        if (place + size > element<std::int64_t>(array.buffers[array.n_buffers - 1], buffer)) { damaged(); }
        return {static_cast<const char*>(array.buffers[2 + buffer]) + place, length};
    }
    const auto offset = [&](std::int64_t i) {
        return layout.offset == 4 ? std::int64_t{element<std::int32_t>(array.buffers[1], i)}
                                  : element<std::int64_t>(array.buffers[1], i);
    };
    const std::int64_t begin = offset(at);
    const std::int64_t end = offset(at + 1);
    if (begin < 0 || end < begin || end > offset(array.offset + array.length)) { damaged(); }
    if (begin == end) { return {}; }
    return {static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
}

/// An array that owns its memory.
struct array_memory {
    std::vector<std::uint8_t> validity;
    std::vector<std::uint8_t> values;
    std::vector<std::int64_t> offsets{0};
    std::array<const void*, 3> buffers{};
};

/// Gathers rows one by one.
class gatherer {
public:
    gatherer(const ArrowSchema& column, std::size_t rows)
        : column_(column), layout_(*layout_of(written_out(column).format)), memory_(std::make_unique<array_memory>()) {
        memory_->validity.assign(rows / 8 + 1, 0);
        memory_->values.assign(layout_.gathered.empty() ? rows * layout_.bits / 8 + 1 : 0, 0);
    }

    void add(placed_row row) {
        if (row.array->offset < 0 || row.at >= row.array->length) { damaged(); }
        if (is_null(row)) {
            ++nulls_;
        } else {
            memory_->validity[count_ / 8] |= static_cast<std::uint8_t>(1U << (count_ % 8));
            put(row);
        }
        if (!layout_.gathered.empty()) { memory_->offsets.push_back(static_cast<std::int64_t>(memory_->values.size())); }
        ++count_;
    }

    [[nodiscard]] arrow_struct<ArrowArray> array() && {
        ArrowArray result{};
        result.length = static_cast<std::int64_t>(count_);
        result.null_count = nulls_;
        const bool is_text = !layout_.gathered.empty();
        memory_->buffers = {memory_->validity.data(),
                            is_text ? static_cast<const void*>(memory_->offsets.data()) : memory_->values.data(),
                            memory_->values.data()};
        result.n_buffers = is_text ? 3 : layout_.bits == 0 ? 0 : 2;
        result.buffers = memory_->buffers.data();
        result.release = [](ArrowArray* self) {
            const std::unique_ptr<array_memory> owner(static_cast<array_memory*>(self->private_data));
            self->release = nullptr;
        };
        result.private_data = memory_.release();
        return arrow_struct<ArrowArray>(result);
    }

private:
    /// Of a dictionary column, moves `row` on to its entry in the dictionary.
    [[nodiscard]] bool is_null(placed_row& row) const {
        if (!is_valid(*row.array, row.at)) { return true; }
        if (column_.dictionary == nullptr) { return layout_.bits == 0 && layout_.gathered.empty(); }
        const std::int64_t index = index_at(column_.format, *row.array, row.array->offset + row.at);
        const ArrowArray* const entries = row.array->dictionary;
        if (entries == nullptr || index < 0 || index >= entries->length) { damaged(); }
        row = {entries, index};
        return (layout_.bits == 0 && layout_.gathered.empty()) || !is_valid(*entries, index);
    }

    void put(const placed_row& row) {
        if (row.array->n_buffers < 2 || row.array->buffers == nullptr || row.array->buffers[1] == nullptr) { damaged(); }
        if (!layout_.gathered.empty()) {
            const std::string_view text = text_at(layout_, *row.array, row.at);
            memory_->values.insert(memory_->values.end(), text.begin(), text.end());
            return;
        }
        const auto* const elements = static_cast<const std::uint8_t*>(row.array->buffers[1]);
        const auto at = static_cast<std::size_t>(row.array->offset + row.at);
        if (layout_.bits == 1) {
            const unsigned bit = elements[at / 8] >> (at % 8) & 1U;
            memory_->values[count_ / 8] |= static_cast<std::uint8_t>(bit << (count_ % 8));
        } else {
            const std::size_t bytes = layout_.bits / 8;
            std::memcpy(memory_->values.data() + count_ * bytes, elements + at * bytes, bytes);
        }
    }

    const ArrowSchema& column_;
    layout layout_;
    std::unique_ptr<array_memory> memory_;
    std::size_t count_ = 0;
    std::int64_t nulls_ = 0;
};

} // namespace

bool can_gather(const ArrowSchema& column) {
    const ArrowSchema& values = written_out(column);
    return values.dictionary == nullptr && layout_of(values.format).has_value();
}

arrow_struct<ArrowSchema> gathered_schema(const ArrowSchema& column) {
    const ArrowSchema& values = written_out(column);
    const layout value_layout = *layout_of(values.format);
    ArrowSchema schema = values;
    const std::string format(value_layout.gathered.empty() ? std::string_view(values.format) : value_layout.gathered);
    schema.format = format.c_str();
    schema.name = column.name;
    schema.flags = ARROW_FLAG_NULLABLE;
    if (column.dictionary == nullptr) { schema.metadata = column.metadata; }
    return copied(schema);
}

arrow_struct<ArrowArray> gathered(const ArrowSchema& column, std::span<const placed_row> rows) {
    gatherer column_gatherer(column, rows.size());
    for (const placed_row& row : rows) { column_gatherer.add(row); }
    return std::move(column_gatherer).array();
}

} // namespace tieuchi::python
