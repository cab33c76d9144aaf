// SPDX-License-Identifier: Apache-2.0
/// \file
/// A file that is there whole or not at all.
#pragma once

#include <tieuchi/diagnostic.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace tieuchi::cli {

/// Writes beside the file and puts it in its place at the end, so that a run that fails leaves what was there before. A device or
/// pipe, and the standard output (an empty path or `-`), are written to directly.
class output {
public:
    output() = default;
    ~output();
    output(const output&) = delete;
    output& operator=(const output&) = delete;
    output(output&&) = delete;
    output& operator=(output&&) = delete;

    // Each returns the problem it met (E450); none: it went well.
    [[nodiscard]] diagnostics open(const std::string& path);
    [[nodiscard]] diagnostics write(std::string_view text);
    /// Finishes. Nothing may be written after.
    [[nodiscard]] diagnostics commit();

private:
    [[nodiscard]] diagnostics failed(int reason) const;

    std::string path_;
    std::string target_;    ///< `path_` with links followed
    std::string temporary_; ///< empty: written directly
    std::FILE* file_ = nullptr;
};

} // namespace tieuchi::cli
