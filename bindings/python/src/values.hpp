// SPDX-License-Identifier: Apache-2.0
/// \file
/// What Python tells the library.
#pragma once

#include "kept_columns.hpp"
#include "text.hpp"

#include <tieuchi/columns.hpp>
#include <tieuchi/rulebook.hpp>
#include <tieuchi/value.hpp>

#include <string_view>

namespace tieuchi::python {

/// A fact's value: bool, int, float, decimal.Decimal, str, datetime.date, a datetime at midnight without a time zone, a scalar with `item()` (NumPy's), or what is
/// missing, which is unknown. A number that the library cannot hold exactly is passed on as text, for it to refuse with what was given.
/// Raises TypeError, which names the fact, of anything else.
[[nodiscard]] value to_value(std::string_view fact, nb::handle given);

/// A `datetime.date`.
[[nodiscard]] date to_date(nb::handle given);

/// `on`, `year`, `readings` and `jurisdiction` of a `Selection`.
[[nodiscard]] selection to_selection(nb::handle given);

/// What of a table is carried through to its answers, of its `Options`.
[[nodiscard]] keeping to_keeping(nb::handle given);

/// True of what stands for nothing: None, an empty text, NaN of any kind, NaT, `pandas.NA`, a masked number of NumPy.
[[nodiscard]] bool is_missing(nb::handle given);

/// The `Options` of a table.
[[nodiscard]] column_options to_column_options(nb::handle given);

} // namespace tieuchi::python
