// SPDX-License-Identifier: Apache-2.0
/// \file
/// Help lines: what was probably meant, told from the tokens around a mistake. Each gives nothing where it knows nothing.
#pragma once

#include "syntax/surroundings.hpp"

#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE::impl::syntax {

/// What people write out of other languages, and what they paste.
[[nodiscard]] std::string_view hint_on_foreign(std::string_view found);

/// What is wrong with what was found, if it is part of a number or a date of another form.
[[nodiscard]] std::string_view hint_on_number(const surroundings& here);

/// What is meant by what was found, if it is right but for what stands before it.
[[nodiscard]] std::string hint_on_pair(const surroundings& here);

/// `a is 5`, `a at least 5`, `a more than 5`, `70% members`, `if a`
[[nodiscard]] std::string hint_on_condition(const surroundings& here);

/// How a phrase of ordinary English is written in the language. `ends_statement` says whether a statement could have ended before it.
[[nodiscard]] std::string hint_on_phrase(const surroundings& here, bool ends_statement);

/// What a level may hold.
[[nodiscard]] std::string hint_on_level(level where);

/// What a brace before the statements of a level opens.
[[nodiscard]] std::string_view hint_on_brace(level where);

} // namespace TIEUCHI_NAMESPACE::impl::syntax
