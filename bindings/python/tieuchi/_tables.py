# SPDX-License-Identifier: Apache-2.0
"""What is taken as a table, and whose rows they are."""
from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterable, Mapping, Sequence, Sized
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    import pandas


class ArrowStream(Protocol):
    """What exports a stream of batches by the Arrow PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """What exports one batch by the Arrow PyCapsule interface."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


Table = ArrowStream | ArrowArray
"""What can be assessed: tables, relations, batches, readers."""

ANSWERS = frozenset(("outcome", "decided", "possible", "total_least", "total_most", "adjustments", "reasons", "points_lost", "because"))
"""What columns of answers may be called, but for those of criteria, and these:"""
OF_ALL = ANSWERS | {"has_problems"}
OF_SOME = ANSWERS | {"row", "before_quotas"}

OF_CRITERIA = ("status ", "points_least ", "points_most ")

PANDAS_INDEX = tuple(f"__index_level_{level}__" for level in range(8))
"""What pandas calls the columns of an index without a name, which it exports with the others: they tell no fact."""


class Rows(NamedTuple):
    """A table, and what is carried through to its answers."""

    data: Table
    kept: tuple[str, ...]
    """Columns that are kept: those that were asked for, then the index of a frame of pandas."""
    metadata: bytes
    """What tells readers of the answers which columns are the index; may be empty."""


def rows_with(data: Table, keep: Iterable[str], *, all_rows: bool) -> Rows:
    """The table, with the index of a frame of pandas as columns. One that merely counts the rows is left out, where all of them are answered in
    their order.

    Raises TypeError when `data` is no table, and what says how to make it one; ValueError of a column that cannot be kept by its name.
    """
    reserved = OF_ALL if all_rows else OF_SOME
    kept = names_to_keep(keep, reserved)
    frame = as_pandas(data)
    if frame is not None and frame.columns.nlevels == 1:
        return with_index(frame, kept, all_rows, reserved)
    if not hasattr(data, "__arrow_c_stream__") and not hasattr(data, "__arrow_c_array__"):
        raise TypeError(why_no_table(data))
    return Rows(data, kept, b"")


def names_to_keep(keep: Iterable[str], reserved: frozenset[str]) -> tuple[str, ...]:
    """Names of columns; one may stand for itself. Raises TypeError and ValueError."""
    kept = (keep,) if isinstance(keep, str) else tuple(keep)
    for name in kept:
        if not isinstance(name, str):
            raise TypeError(f"`keep` names columns, as str, not {type(name).__name__}")
        if name in reserved or name.startswith(OF_CRITERIA):
            raise ValueError(f"`keep` names `{name}`, which is a column of the answers: rename it before")
    return kept


def as_pandas(data: object) -> pandas.DataFrame | None:
    """A frame of pandas that exports Arrow, else None; pandas is not imported for it."""
    pandas = sys.modules.get("pandas")
    frame = getattr(pandas, "DataFrame", None)
    return data if frame is not None and isinstance(data, frame) and hasattr(data, "__arrow_c_stream__") else None


def with_index(frame: pandas.DataFrame, kept: tuple[str, ...], all_rows: bool, reserved: frozenset[str]) -> Rows:
    """A frame whose index stands in columns, which are kept."""
    import pandas

    index = frame.index
    counts = isinstance(index, pandas.RangeIndex) and index.start == 0 and index.step == 1
    if counts and index.name is None and all_rows:
        return Rows(frame, kept, b"")
    made = frame.copy(deep=False)
    made.index = pandas.RangeIndex(len(frame))
    taken = {str(name) for name in frame.columns} | reserved
    levels: list[dict[str, object]] = []
    for level, name in enumerate(index.names):
        free = isinstance(name, str) and name not in taken and not name.startswith(OF_CRITERIA)
        column = name if free else f"__index_level_{level}__"
        taken.add(column)
        values = index.get_level_values(level)
        made[column] = values
        levels.append({"name": name if name is None else str(name), "field_name": column, "pandas_type": "unicode", "numpy_type": str(values.dtype), "metadata": None})
    names = [str(one["field_name"]) for one in levels]
    told = {"index_columns": names, "column_indexes": [], "columns": levels, "pandas_version": pandas.__version__}
    return Rows(made, kept + tuple(one for one in names if one not in kept), metadata(pandas=json.dumps(told)))


def metadata(**texts: str) -> bytes:
    """The metadata of a schema, as Arrow lays it out."""
    made = struct.pack("=i", len(texts))
    for key, value in texts.items():
        for part in (key.encode(), value.encode()):
            made += struct.pack("=i", len(part)) + part
    return made


def why_no_table(data: object) -> str:
    """What to call to make a table of it."""
    name = type(data).__name__
    if hasattr(data, "collect") and hasattr(data, "collect_schema"):
        return f"expected a table, not {name}, which is a query that has not run yet: call its `collect()`"
    for run in ("to_arrow_reader", "fetch_record_batch"):
        if type(data).__module__.partition(".")[0] in ("duckdb", "_duckdb") and hasattr(data, run):
            return f"expected a table, not {name}: call its `{run}()`, or take the relation that `sql(…)` gives"
    if isinstance(data, Mapping):
        return f"expected a table, not {name}: call `pyarrow.table(…)`, `polars.DataFrame(…)` or `pandas.DataFrame(…)` with it"
    if isinstance(data, Sequence) and not isinstance(data, (str, bytes)) and len(data) > 0 and isinstance(data[0], Mapping):
        return (
            f"expected a table, not a {name} of rows: call `pyarrow.Table.from_pylist(…)`, `polars.DataFrame(…)` or `pandas.DataFrame(…)` with it; "
            "`Rulebook.score` takes rows of subjects as they are"
        )
    return f"expected a table with `__arrow_c_stream__` or `__arrow_c_array__`, as pyarrow, pandas (2.2 or later), Polars and DuckDB have them, not {name}"


def rows_of(data: object) -> int | None:
    """How many rows it has, where it says so without working that out."""
    for name in ("num_rows", "height"):
        if isinstance(number := getattr(data, name, None), int):
            return number
    index = getattr(data, "index", None)  # of pandas
    return len(index) if isinstance(index, Sized) else None
