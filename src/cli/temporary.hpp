// SPDX-License-Identifier: Apache-2.0
/// \file
/// A file that is there only while its successor is written.
#pragma once

#include <string>

namespace tieuchi::cli {

/// From now on a signal that ends the process takes away the temporary file first.
void remove_temporary_on_signals();

/// A new file beside `target`, open for writing. One at a time.
class temporary_file {
public:
    temporary_file() = default;
    ~temporary_file() { remove(); }
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    temporary_file(temporary_file&&) = delete;
    temporary_file& operator=(temporary_file&&) = delete;

    /// Its descriptor; negative: it cannot be made, and errno says why.
    [[nodiscard]] int make(const std::string& target);
    [[nodiscard]] bool exists() const noexcept { return !name_.empty(); }
    /// Puts it in the place of `target`; false: it cannot be, and errno says why.
    [[nodiscard]] bool replace(const std::string& target);
    void remove() noexcept;

private:
    std::string name_; ///< empty: there is none
};

} // namespace tieuchi::cli
