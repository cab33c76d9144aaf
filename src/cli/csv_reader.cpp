// SPDX-License-Identifier: Apache-2.0
#include "csv_reader.hpp"

#include "text.hpp"

#include <new>

namespace tieuchi::cli {

using impl::diag;
using impl::say;

namespace {

/// The record that libcsv is reading.
struct unfinished_record {
    std::vector<std::string>& cells;
    bool complete = false;
};

extern "C" {
void take_cell(void* cell, std::size_t length, void* to) {
    static_cast<unfinished_record*>(to)->cells.emplace_back(static_cast<const char*>(cell), length);
}
void take_end(int /*terminator*/, void* to) { static_cast<unfinished_record*>(to)->complete = true; }
}

/// The last quoted cell of a text.
struct quoted_cell {
    std::size_t opened = std::string_view::npos;
    std::size_t closed = std::string_view::npos; ///< npos: it is still open where the text ends
};

[[nodiscard]] quoted_cell last_quoted(std::string_view text) noexcept {
    quoted_cell cell;
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '"') { continue; }
        // A doubled quote closes and opens again: where the cell began stays.
        const bool doubled = !inside && cell.closed != std::string_view::npos && cell.closed + 1 == at;
        inside = !inside;
        if (inside && !doubled) { cell.opened = at; }
        cell.closed = inside ? std::string_view::npos : at;
    }
    return cell;
}

/// The fault in the quotes of a record that begins on `line` and of which `read` was read; `ended`: the text ends there.
[[nodiscard]] csv_fault explain_fault(std::string_view read, std::size_t line, bool ended) {
    const quoted_cell cell = last_quoted(read);
    const text_position start = position_in(read, cell.opened);
    const text_position fault = position_in(read, read.size());
    if (ended) { return {line + start.line - 1, say<diag::quote_never_closed>(start.column)}; }
    const bool after =
        cell.closed != std::string_view::npos && read.find_first_not_of(" \t", cell.closed + 1) == std::string_view::npos;
    if (after && start.line != fault.line) {
        return {line + start.line - 1, say<diag::quote_runs_on>(start.column, line + fault.line - 1)};
    }
    if (after) { return {line + start.line - 1, say<diag::text_after_quote>(start.column)}; }
    return {line + fault.line - 1, say<diag::quote_within_cell>(fault.column)};
}

} // namespace

csv_reader::csv_reader(std::string_view text, char separator, std::size_t first)
    : text_(text), separator_(separator), line_(first) {
    restart();
}

csv_reader::~csv_reader() { csv_free(&parser_); }

void csv_reader::restart() {
    csv_free(&parser_);
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) { throw std::bad_alloc(); }
    csv_set_delim(&parser_, static_cast<unsigned char>(separator_));
    csv_set_blk_size(&parser_, std::size_t{1} << 14U);
}

void csv_reader::restart_after(const csv_record& bad) {
    position_ = static_cast<std::size_t>(bad.text.data() - text_.data()) + bad.text.size();
    line_ = bad.line + 1;
    restart();
}

bool csv_reader::next(csv_record& into) {
    into.cells.clear();
    into.fault.reset();
    unfinished_record unfinished{into.cells};
    std::size_t begin = position_;
    std::size_t begin_line = line_;
    while (position_ < text_.size()) {
        // Line by line, so that the line on which each record begins is known.
        const std::string_view line = text_.substr(position_, line_length(text_.substr(position_)));
        const std::size_t read = csv_parse(&parser_, line.data(), line.size(), take_cell, take_end, &unfinished);
        const bool last = position_ + line.size() == text_.size();
        const bool broken = read != line.size();
        const bool unclosed = !broken && last && csv_fini(&parser_, take_cell, take_end, &unfinished) != 0;
        if (broken || unclosed) {
            if (csv_error(&parser_) == CSV_ENOMEM) { throw std::bad_alloc(); }
            const std::size_t end = broken ? position_ + read : text_.size();
            into.fault = explain_fault(text_.substr(begin, end - begin), begin_line, unclosed);
            into.line = begin_line;
            into.text = text_.substr(begin, line_length(text_.substr(begin)));
            restart_after(into);
            return true;
        }
        position_ += line.size();
        ++line_;
        if (unfinished.complete) {
            into.line = begin_line;
            into.text = text_.substr(begin, position_ - begin);
            return true;
        }
        const bool blank = begin + line.size() == position_ && line.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (blank) {
            begin = position_;
            begin_line = line_;
        }
    }
    return false;
}

} // namespace tieuchi::cli
