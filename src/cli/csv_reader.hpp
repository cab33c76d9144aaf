// SPDX-License-Identifier: Apache-2.0
/// \file
/// Records of comma-separated text, or text separated otherwise, each with the line on which it begins.
#pragma once

#include "base/diagnostic_catalogue.hpp"

#include <csv.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::cli {

/// Where quotes went wrong.
struct csv_fault {
    std::size_t line = 0; ///< of the file, from 1
    impl::remark what;
};

/// One record.
struct csv_record {
    std::size_t line = 0;           ///< the line of the file on which it begins, from 1
    std::string_view text;          ///< its bytes; of a bad record, those of its first line
    std::vector<std::string> cells; ///< of a bad record: those before the fault
    std::optional<csv_fault> fault;
};

/// Reads the records of a text one after another. A record whose quotes are wrong is taken to end with the line on which it
/// began: reading goes on with the next line, so that no line is lost.
class csv_reader {
public:
    /// `text` must outlive the reader and its records; it begins on the line `first`.
    csv_reader(std::string_view text, char separator, std::size_t first);
    ~csv_reader();
    csv_reader(const csv_reader&) = delete;
    csv_reader& operator=(const csv_reader&) = delete;
    csv_reader(csv_reader&&) = delete;
    csv_reader& operator=(csv_reader&&) = delete;

    /// Reads the next record; false when there is none left. Blank lines are skipped.
    [[nodiscard]] bool next(csv_record& into);

private:
    void restart();
    /// Goes on with the line after the first one of a bad record.
    void restart_after(const csv_record& bad);

    std::string_view text_;
    char separator_;
    std::size_t position_ = 0;
    std::size_t line_; ///< the line at `position_`
    csv_parser parser_{};
};

} // namespace tieuchi::cli
