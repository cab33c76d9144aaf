// SPDX-License-Identifier: Apache-2.0
/// \file
/// The standard streams: open when the program begins, and known to have taken everything when it ends.
#pragma once

#include "command.hpp"

#include <tieuchi/diagnostic.hpp>

#include <string>

namespace tieuchi::cli {

/// Takes the places of standard streams that the caller closed, so that no file that is opened later gets their number and what is meant for
/// a stream is never written into it. Writing to such a stream fails. A file that grows beyond what the system allows is a failed write too.
void secure_streams();

/// What cannot be written, `-` being the standard output, and the error number that says why (E450).
[[nodiscard]] diagnostics unwritten(const std::string& path, int reason);

/// Hands over all that was written. `code`; or, where something was lost, `lost`, and that is told as far as it can be.
[[nodiscard]] exit_code flush_streams(exit_code code, exit_code lost);

} // namespace tieuchi::cli
