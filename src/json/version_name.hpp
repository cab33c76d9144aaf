// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tieuchi/config.hpp>
#include <tieuchi/standard.hpp>

#include <string>

namespace TIEUCHI_NAMESPACE::impl::json {

/// `124/2021/TT-BCA, amended by 2/2022, in Tỉnh Mẫu, on 2022-11-15`: what distinguishes one version of a standard from another.
[[nodiscard]] TIEUCHI_API std::string version_name(const standard& standard);

} // namespace TIEUCHI_NAMESPACE::impl::json
