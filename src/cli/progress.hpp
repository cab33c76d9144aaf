// SPDX-License-Identifier: Apache-2.0
/// \file
/// How far a long run has come, on one line of the terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace tieuchi::cli {

/// One line on the error stream, written again at most ten times a second, and only once a run has taken a while. Shows nothing
/// where the error stream is no terminal.
class progress_line {
public:
    explicit progress_line(bool wanted);
    ~progress_line() { clear(); }
    progress_line(const progress_line&) = delete;
    progress_line& operator=(const progress_line&) = delete;
    progress_line(progress_line&&) = delete;
    progress_line& operator=(progress_line&&) = delete;

    /// `120000 rows read`, or `120000 of 500000 subjects assessed` when the whole is known.
    void show(std::string_view what, std::size_t done, std::size_t whole = 0);

    /// Takes the line away, for other output.
    void clear();

private:
    using clock = std::chrono::steady_clock;
    bool wanted_;
    bool shown_ = false;
    clock::time_point next_;
};

} // namespace tieuchi::cli
