// SPDX-License-Identifier: Apache-2.0
/// \file
/// Files that are not UTF-8: what they are, and their text where it can be read.
#pragma once

#include <tieuchi/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tieuchi::cli {

/// What `--encoding` takes.
[[nodiscard]] const std::vector<std::string>& encodings();

/// `bytes` in UTF-8; `name` is what messages call the file. Without an encoding the bytes stay as they are, whatever they are. Errors (E432): they
/// are not of that encoding; or none is named, and they are UTF-16.
[[nodiscard]] result<std::string> in_utf8(const std::string& name, std::string bytes, const std::string& encoding);

/// The problem (E446) with a file that is a workbook, an archive or another thing that is no text of ours; none where it may be one.
[[nodiscard]] diagnostics other_format(const std::string& name, std::string_view bytes);

} // namespace tieuchi::cli
