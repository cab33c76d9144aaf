// SPDX-License-Identifier: Apache-2.0
/// \file
/// A C++ header in which the facts of a standard are members of a struct.
#pragma once

#include <tieuchi/standard.hpp>

#include <string>
#include <string_view>

namespace tieuchi::cli {

/// The name of a fact, an option or a standard in C++: the same, but with `_` at its end where C++ has other use for it.
[[nodiscard]] std::string cpp_name(std::string_view name);

/// True for `a` and `a::b` of names that may stand in C++: what `--namespace` takes.
[[nodiscard]] bool is_namespace(std::string_view name);

/// The header: an enum for each fact that is one of several, the struct `facts`, the class `standard` that assesses by it. Comments say in
/// `language` what is asked. Depends on `by` alone, so that the same rules give the same file.
[[nodiscard]] std::string cpp_header(const standard& by, std::string_view name_space, std::string_view language);

} // namespace tieuchi::cli
