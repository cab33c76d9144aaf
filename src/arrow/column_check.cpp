// SPDX-License-Identifier: Apache-2.0
// Why the arrays of a host cannot be read. The interface has no buffer sizes: that of texts is the last offset, so every other offset is
// checked against it before anything is read.
#include "arrow/arrays.hpp"
#include "arrow/column_view.hpp"

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

/// True where none of the offsets from `first` to `end` falls.
template <class T>
[[nodiscard]] bool rise(const void* offsets, std::int64_t first, std::int64_t end) noexcept {
    bool fall = false;
    T last = element_of<T>(offsets, first);
    for (std::int64_t at = first + 1; at <= end; ++at) {
        const T next = element_of<T>(offsets, at);
        fall |= next < last;
        last = next;
    }
    return !fall;
}

} // namespace

std::string_view column_view::check_nulls(const ArrowArray& array) noexcept {
    if (array.null_count > 0 && (array.n_buffers < 1 || array.buffers == nullptr || array.buffers[0] == nullptr)) {
        return "it has nulls, but does not say where";
    }
    return {};
}

/// True where there are texts but no buffer that they stand in.
bool column_view::lacks_texts(type_family family, const ArrowArray& array, std::int64_t first, std::int64_t count) noexcept {
    if (!has_offsets(family) || count == 0 || array.buffers[2] != nullptr) { return false; }
    return offset_at(family, array, first) != offset_at(family, array, first + count);
}

/// True where an offset is below zero, falls, or is beyond the last of the array.
bool column_view::has_wild_offsets(type_family family, const ArrowArray& array, std::int64_t first, std::int64_t count) noexcept {
    if (!has_offsets(family) || count == 0) { return false; }
    const void* const offsets = array.buffers[1];
    const std::int64_t end = first + count;
    const bool all_rise =
        family == type_family::large_text ? rise<std::int64_t>(offsets, first, end) : rise<std::int32_t>(offsets, first, end);
    return !all_rise || offset_at(family, array, first) < 0 ||
           offset_at(family, array, end) > offset_at(family, array, array.offset + array.length);
}

/// Of a dictionary larger than the batch each offset is held against the last when its entry is read: many small batches may share one.
std::string_view column_view::check_entries(const column_type& type, const ArrowArray* entries, std::int64_t rows) noexcept {
    if (entries == nullptr) { return "the dictionary is missing"; }
    constexpr std::string_view damaged = "its dictionary is damaged";
    if (entries->length < 0 || entries->length > most_rows) { return damaged; }
    if (!check_layout(type, all_of(entries->length), *entries).empty()) { return damaged; }
    const bool all = entries->length <= rows;
    return all && has_wild_offsets(type.family, *entries, entries->offset, entries->length) ? damaged : "";
}

/// The runs that the rows of a batch lie in, found by halving: those of a slice are few. Nothing where there are none such, or some end falls.
std::optional<column_view::run_range> column_view::runs_of(vector::integer_type ends, const ArrowArray& parent,
                                                           const ArrowArray& array) noexcept {
    const ArrowArray& runs = *array.children[0];
    const std::int64_t begin = parent.offset + array.offset;
    const std::int64_t end = begin + parent.length;
    std::int64_t first = 0;
    for (std::int64_t after = runs.length; first < after;) {
        const std::int64_t middle = first + (after - first) / 2;
        if (whole_at(ends, runs, middle) > begin) {
            after = middle;
        } else {
            first = middle + 1;
        }
    }
    if (parent.length == 0 || first == runs.length || (first > 0 && whole_at(ends, runs, first - 1) > begin)) {
        return std::nullopt;
    }
    std::int64_t run = first;
    for (std::int64_t last = whole_at(ends, runs, first); last < end;) {
        if (++run == runs.length) { return std::nullopt; }
        const std::int64_t next = whole_at(ends, runs, run);
        if (next <= last) { return std::nullopt; }
        last = next;
    }
    return run_range{first, run - first + 1};
}

std::string_view column_view::check_runs(const column_type& type, const ArrowArray& parent, const ArrowArray& array) noexcept {
    if (array.n_children != 2 || array.children == nullptr || array.children[0] == nullptr || array.children[1] == nullptr) {
        return "its runs are missing";
    }
    constexpr std::string_view damaged = "its runs are damaged";
    const ArrowArray& ends = *array.children[0];
    const ArrowArray& entries = *array.children[1];
    if (ends.length < 0 || ends.length > most_rows || ends.null_count > 0) { return damaged; }
    column_type whole;
    whole.family = type_family::integer;
    whole.integer = type.integer;
    if (!check(whole, all_of(ends.length), ends).empty()) { return damaged; }
    if (parent.length == 0) { return {}; }
    const auto found = runs_of(type.integer, parent, array);
    if (!found) { return damaged; }
    ArrowArray part = all_of(found->count);
    part.offset = found->first;
    return check(*type.entries, part, entries);
}

std::string_view column_view::check_layout(const column_type& type, const ArrowArray& parent, const ArrowArray& array) noexcept {
    if (array.offset < 0 || array.offset > most_rows || array.length < 0 || array.length < parent.offset + parent.length) {
        return "it is shorter than the batch";
    }
    if (array.n_buffers < type.buffers()) { return "buffers are missing"; }
    if (type.family == type_family::null) { return {}; }
    if (type.family == type_family::runs) { return check_runs(type, parent, array); }
    if (const std::string_view wrong = check_nulls(array); !wrong.empty()) { return wrong; }
    if (type.family == type_family::other) { return {}; }
    if (type.family == type_family::dictionary) {
        const std::string_view wrong = check_entries(*type.entries, array.dictionary, parent.length);
        if (!wrong.empty()) { return wrong; }
    }
    if (parent.length == 0) { return {}; }
    if (array.buffers == nullptr || array.buffers[1] == nullptr) { return "a buffer is missing"; }
    return lacks_texts(type.family, array, parent.offset + array.offset, parent.length) ? "a buffer is missing" : "";
}

std::string_view column_view::check(const column_type& type, const ArrowArray& parent, const ArrowArray& array) noexcept {
    if (const std::string_view wrong = check_layout(type, parent, array); !wrong.empty()) { return wrong; }
    const bool wild = has_wild_offsets(type.family, array, parent.offset + array.offset, parent.length);
    return wild ? "its offsets fall, or go beyond the last" : "";
}

bool column_view::has_values(const column_type& type, const ArrowArray& parent, const ArrowArray& array) {
    const column_view view(nullptr, type, parent, array);
    for (std::int64_t row = 0; row < parent.length; ++row) {
        if (view.at(row).known) { return true; }
    }
    return false;
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
