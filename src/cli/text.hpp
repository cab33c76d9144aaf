// SPDX-License-Identifier: Apache-2.0
/// \file
/// UTF-8 text: reading it, where a byte stands, how wide it shows.
#pragma once

#include <tieuchi/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tieuchi::cli {

/// The bytes of a file as they are, `-` being the standard input.
[[nodiscard]] result<std::string> read_bytes(const std::string& path);

/// The whole of a file in UTF-8, `-` being the standard input, without a byte order mark at its start. `encoding` is one of `encodings()`, or
/// empty for UTF-8. Errors: it cannot be read, is of a format that is no text (E446), or is not in that encoding (E432). Bytes that are not
/// UTF-8 are no error here.
[[nodiscard]] result<std::string> read_text(const std::string& path, const std::string& encoding = {});

/// How to call the file `path` in messages.
[[nodiscard]] std::string shown_name(const std::string& path);

/// Line and column of a byte of `text`, both from 1; columns count code points.
[[nodiscard]] text_position position_in(std::string_view text, std::size_t offset) noexcept;

/// The length of the line at the start of `text`, its end (LF, CR LF or CR) included.
[[nodiscard]] std::size_t line_length(std::string_view text) noexcept;

/// Columns that `text` takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// `text` with blanks after it, or before it, up to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

} // namespace tieuchi::cli
