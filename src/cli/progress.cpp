// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <unistd.h>

#include <iostream>

namespace tieuchi::cli {

namespace {

constexpr std::chrono::milliseconds patience{500};
constexpr std::chrono::milliseconds interval{100};

} // namespace

progress_line::progress_line(bool wanted) : wanted_(wanted && ::isatty(STDERR_FILENO) == 1), next_(clock::now() + patience) {}

void progress_line::show(std::string_view what, std::size_t done, std::size_t whole) {
    if (!wanted_) { return; }
    const auto now = clock::now();
    if (now < next_) { return; }
    next_ = now + interval;
    shown_ = true;
    std::cerr << "\r\x1b[K" << done;
    if (whole != 0) { std::cerr << " of " << whole; }
    std::cerr << ' ' << what << std::flush;
}

void progress_line::clear() {
    if (shown_) { std::cerr << "\r\x1b[K" << std::flush; }
    shown_ = false;
}

} // namespace tieuchi::cli
