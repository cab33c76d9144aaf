// SPDX-License-Identifier: Apache-2.0
/// \file
/// A file that is there whole or not at all.
#pragma once

#include "temporary.hpp"

#include <tieuchi/diagnostic.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

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
    std::string path_;
    std::string target_;       ///< `path_` with links followed
    temporary_file temporary_; ///< none: written directly
    std::FILE* file_ = nullptr;
};

/// Writes the whole of a file, or of the standard output.
[[nodiscard]] diagnostics write_whole(const std::string& path, std::string_view text);

/// What is wrong with writing to `path`: it is one of the `inputs`, or a rule file of the file or folder `rules`, by whatever name (E511).
[[nodiscard]] diagnostics check_output(const std::string& path, const std::vector<std::string>& inputs, const std::string& rules);

} // namespace tieuchi::cli
