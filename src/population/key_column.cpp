// SPDX-License-Identifier: Apache-2.0
// Definitions of key_column.hpp.
#include "population/key_column.hpp"

#include "arrow/column_view.hpp"

namespace TIEUCHI_NAMESPACE::impl::population {

key_column::key_column(const arrow::column_type& type, const ArrowArray& parent, const ArrowArray& array) {
    const arrow::column_view view(nullptr, type, parent, array);
    const auto rows = static_cast<std::size_t>(parent.length);
    texts_.reserve(rows);
    std::unordered_map<std::string, std::string_view> known; // of a dictionary, and of runs, which have few entries
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = static_cast<std::int64_t>(i);
        if (arrow::is_text(type.family)) {
            add(view.text(row));
            continue;
        }
        const auto name = view.name(row);
        if (!name || name->empty()) {
            add(name);
        } else if (type.entries == nullptr) {
            add(written_.emplace_back(*name));
        } else {
            const auto [at, is_new] = known.try_emplace(*name);
            if (is_new) { at->second = written_.emplace_back(*name); }
            add(at->second);
        }
    }
}

/// An empty text may not outlive the call, so it is not kept.
void key_column::add(std::optional<std::string_view> text) {
    const std::size_t row = texts_.size();
    texts_.push_back(text && !text->empty() ? *text : std::string_view());
    if (text && names::is_plain(*text)) { return; } // as mostly
    const auto wrong = text ? names::fault_of(*text) : names::fault{};
    if (wrong && wrong->what == names::fault::sort::not_utf8) {
        unreadable_.push_back(row);
    } else if (wrong) {
        faults_.emplace_back(row, *wrong);
    } else if (!names::is_surely_composed(*text)) {
        std::string form = names::composed(*text);
        if (form == *text) { return; }
        as_written_.emplace(row, *text);
        texts_.back() = written_.emplace_back(std::move(form));
    }
}

bool key_column::fits(const arrow::column_type& type, bool words_only) noexcept {
    const arrow::type_family each = type.innermost().family;
    if (arrow::is_text(each) || each == arrow::type_family::null) { return true; }
    return !words_only && (arrow::is_integer(each) || arrow::is_float(each) || arrow::is_decimal(each));
}

} // namespace TIEUCHI_NAMESPACE::impl::population
