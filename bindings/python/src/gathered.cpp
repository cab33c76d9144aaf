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

/// How the elements of a type lie.
struct layout {
    std::size_t bits = 0;      ///< of each; 0: they are texts, or nothing
    std::size_t offset = 0;    ///< of texts: the bytes of an offset; 0: views
    std::string_view gathered; ///< the format of what is gathered; empty: the same
};

[[nodiscard]] std::optional<layout> layout_of(std::string_view format) {
    constexpr std::array<std::pair<std::string_view, std::size_t>, 14> plain{{{"b", 1},
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
    for (const auto& [name, bits] : plain) {
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

[[nodiscard]] bool is_valid(const ArrowArray& of, std::int64_t at) {
    if (of.null_count == 0 || of.n_buffers < 1 || of.buffers == nullptr || of.buffers[0] == nullptr) { return true; }
    const std::int64_t bit = of.offset + at;
    return (static_cast<const std::uint8_t*>(of.buffers[0])[bit / 8] >> (bit % 8) & 1) != 0;
}

[[noreturn]] void damaged() { throw std::invalid_argument("a column to keep cannot be read: its array is damaged"); }

template <class T>
[[nodiscard]] T element(const void* buffer, std::int64_t at) {
    T read;
    std::memcpy(&read, static_cast<const std::uint8_t*>(buffer) + at * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return read;
}

[[nodiscard]] std::int64_t index_at(std::string_view format, const ArrowArray& of, std::int64_t at) {
    const void* const from = of.buffers[1];
    switch (format.front()) {
    case 'c': return element<std::int8_t>(from, at);
    case 'C': return element<std::uint8_t>(from, at);
    case 's': return element<std::int16_t>(from, at);
    case 'S': return element<std::uint16_t>(from, at);
    case 'i': return element<std::int32_t>(from, at);
    case 'I': return element<std::uint32_t>(from, at);
    default: return element<std::int64_t>(from, at);
    }
}

/// Each offset is held against the last, and each view against its buffer, before anything is read.
[[nodiscard]] std::string_view text_at(const layout& how, const ArrowArray& of, std::int64_t row) {
    const std::int64_t at = of.offset + row;
    if (how.offset == 0) {
        const std::int64_t size = element<std::int32_t>(of.buffers[1], at * 4);
        if (size < 0) { damaged(); }
        const auto length = static_cast<std::size_t>(size);
        if (size <= 12) { return {static_cast<const char*>(of.buffers[1]) + at * 16 + 4, length}; }
        const std::int64_t buffer = element<std::int32_t>(of.buffers[1], at * 4 + 2);
        const std::int64_t place = element<std::int32_t>(of.buffers[1], at * 4 + 3);
        if (buffer < 0 || place < 0 || buffer >= of.n_buffers - 3) { damaged(); }
        if (place + size > element<std::int64_t>(of.buffers[of.n_buffers - 1], buffer)) { damaged(); }
        return {static_cast<const char*>(of.buffers[2 + buffer]) + place, length};
    }
    const auto offset = [&](std::int64_t i) {
        return how.offset == 4 ? std::int64_t{element<std::int32_t>(of.buffers[1], i)} : element<std::int64_t>(of.buffers[1], i);
    };
    const std::int64_t begin = offset(at);
    const std::int64_t end = offset(at + 1);
    if (begin < 0 || end < begin || end > offset(of.offset + of.length)) { damaged(); }
    if (begin == end) { return {}; }
    return {static_cast<const char*>(of.buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
}

/// An array that owns its memory.
struct owned {
    std::vector<std::uint8_t> validity;
    std::vector<std::uint8_t> values;
    std::vector<std::int64_t> offsets{0};
    std::array<const void*, 3> buffers{};
};

/// Gathers rows one by one.
class gatherer {
public:
    gatherer(const ArrowSchema& column, std::size_t rows)
        : column_(column), how_(*layout_of(written_out(column).format)), made_(std::make_unique<owned>()) {
        made_->validity.assign(rows / 8 + 1, 0);
        made_->values.assign(how_.gathered.empty() ? rows * how_.bits / 8 + 1 : 0, 0);
    }

    void add(placed_row one) {
        if (one.array->offset < 0 || one.at >= one.array->length) { damaged(); }
        if (is_null(one)) {
            ++nulls_;
        } else {
            made_->validity[count_ / 8] |= static_cast<std::uint8_t>(1U << (count_ % 8));
            put(one);
        }
        if (!how_.gathered.empty()) { made_->offsets.push_back(static_cast<std::int64_t>(made_->values.size())); }
        ++count_;
    }

    [[nodiscard]] arrow_struct<ArrowArray> array() && {
        ArrowArray of{};
        of.length = static_cast<std::int64_t>(count_);
        of.null_count = nulls_;
        const bool text = !how_.gathered.empty();
        made_->buffers = {made_->validity.data(), text ? static_cast<const void*>(made_->offsets.data()) : made_->values.data(),
                          made_->values.data()};
        of.n_buffers = text ? 3 : how_.bits == 0 ? 0 : 2;
        of.buffers = made_->buffers.data();
        of.release = [](ArrowArray* one) {
            const std::unique_ptr<owned> last(static_cast<owned*>(one->private_data));
            one->release = nullptr;
        };
        of.private_data = made_.release();
        return arrow_struct<ArrowArray>(of);
    }

private:
    /// Moves on to what a dictionary has there.
    [[nodiscard]] bool is_null(placed_row& one) const {
        if (!is_valid(*one.array, one.at)) { return true; }
        if (column_.dictionary == nullptr) { return how_.bits == 0 && how_.gathered.empty(); }
        const std::int64_t index = index_at(column_.format, *one.array, one.array->offset + one.at);
        const ArrowArray* const entries = one.array->dictionary;
        if (entries == nullptr || index < 0 || index >= entries->length) { damaged(); }
        one = {entries, index};
        return (how_.bits == 0 && how_.gathered.empty()) || !is_valid(*entries, index);
    }

    void put(const placed_row& one) {
        if (one.array->n_buffers < 2 || one.array->buffers == nullptr || one.array->buffers[1] == nullptr) { damaged(); }
        if (!how_.gathered.empty()) {
            const std::string_view text = text_at(how_, *one.array, one.at);
            made_->values.insert(made_->values.end(), text.begin(), text.end());
            return;
        }
        const auto* const from = static_cast<const std::uint8_t*>(one.array->buffers[1]);
        const auto at = static_cast<std::size_t>(one.array->offset + one.at);
        if (how_.bits == 1) {
            const unsigned bit = from[at / 8] >> (at % 8) & 1U;
            made_->values[count_ / 8] |= static_cast<std::uint8_t>(bit << (count_ % 8));
        } else {
            const std::size_t bytes = how_.bits / 8;
            std::memcpy(made_->values.data() + count_ * bytes, from + at * bytes, bytes);
        }
    }

    const ArrowSchema& column_;
    layout how_;
    std::unique_ptr<owned> made_;
    std::size_t count_ = 0;
    std::int64_t nulls_ = 0;
};

} // namespace

bool can_gather(const ArrowSchema& column) {
    const ArrowSchema& of = written_out(column);
    return of.dictionary == nullptr && layout_of(of.format).has_value();
}

arrow_struct<ArrowSchema> gathered_schema(const ArrowSchema& column) {
    const ArrowSchema& of = written_out(column);
    const layout how = *layout_of(of.format);
    ArrowSchema plain = of;
    const std::string format(how.gathered.empty() ? std::string_view(of.format) : how.gathered);
    plain.format = format.c_str();
    plain.name = column.name;
    plain.flags = ARROW_FLAG_NULLABLE;
    if (column.dictionary == nullptr) { plain.metadata = column.metadata; }
    return copied(plain);
}

arrow_struct<ArrowArray> gathered(const ArrowSchema& column, std::span<const placed_row> rows) {
    gatherer made(column, rows.size());
    for (const placed_row& one : rows) { made.add(one); }
    return std::move(made).array();
}

} // namespace tieuchi::python
