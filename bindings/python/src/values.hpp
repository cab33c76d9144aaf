// SPDX-License-Identifier: Apache-2.0
/// \file
/// Python objects converted to values of the library.
#pragma once

#include "kept_columns.hpp"
#include "text.hpp"

#include <tieuchi/columns.hpp>
#include <tieuchi/rulebook.hpp>
#include <tieuchi/value.hpp>

#include <string_view>

namespace tieuchi::python {

/// A fact's value: bool, int, float, decimal.Decimal, str, datetime.date, a datetime at midnight without a time zone, a
/// scalar with `item()` (NumPy's), or a missing value, which is unknown. A number that the library cannot hold exactly is passed on as
/// text, which the library refuses and quotes. Raises TypeError, which names the fact, for anything else.
[[nodiscard]] value to_value(std::string_view fact, nb::handle object);

/// From a `datetime.date`.
[[nodiscard]] date to_date(nb::handle object);

/// From `on`, `year`, `readings` and `jurisdiction` of a `Selection`.
[[nodiscard]] selection to_selection(nb::handle object);

/// Which columns of a table are carried through to its answers, from its `Options`.
[[nodiscard]] keep_options to_keep_options(nb::handle fields);

/// True of a missing value: None, an empty text, NaN of any kind, NaT, `pandas.NA`, a masked number of NumPy.
[[nodiscard]] bool is_missing(nb::handle object);

/// From the `Options` of a table.
[[nodiscard]] column_options to_column_options(nb::handle fields);

} // namespace tieuchi::python
