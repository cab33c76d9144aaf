# SPDX-License-Identifier: Apache-2.0
"""The answers for a table."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypedDict, TypeVar

from . import _core
from ._diagnostic import Diagnostic
from ._errors import DataError
from ._progress import Progress, follower

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ._standard import Standard

Made = TypeVar("Made")


class ArrowStream(Protocol):
    """What exports a stream of batches by the Arrow PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """What exports one batch by the Arrow PyCapsule interface."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


Table = ArrowStream | ArrowArray
"""What can be assessed: tables, relations, batches, readers."""


NO_TABLE = (
    "expected a table with `__arrow_c_stream__` or `__arrow_c_array__`, as pyarrow, pandas (2.2 or later), Polars and DuckDB have them, not {}"
)


class Options(TypedDict):
    """What is answered, and how: `tieuchi::column_options`."""

    possible: bool
    total: bool
    adjustments: bool
    findings: bool
    reasons: bool
    because: bool
    passed_over: tuple[str, ...]
    pass_over_others: bool
    every_fact: bool
    threads: int
    problems_told: int


PANDAS_INDEX = tuple(f"__index_level_{level}__" for level in range(8))
"""What pandas calls the columns of an index without a name, which it exports with the others: they tell no fact."""


def check_whole(name: str, number: object, least: int, most: int = 2**32 - 1) -> None:
    """Raises TypeError and ValueError of what is no whole number from `least` to `most`."""
    if type(number) is not int:
        raise TypeError(f"`{name}` is an int, not {type(number).__name__}")
    if not least <= number <= most:
        raise ValueError(f"`{name}` is {f'at least {least}' if number < least else f'at most {most}'}, not {number}")


def check(options: Options) -> None:
    """Raises TypeError and ValueError."""
    check_whole("threads", options["threads"], 1)
    check_whole("problems_told", options["problems_told"], 0)
    for name, value in options.items():
        if name not in ("threads", "problems_told", "passed_over") and type(value) is not bool:
            raise TypeError(f"`{name}` is True or False, not {type(value).__name__}")


def names_in(given: Iterable[str]) -> tuple[str, ...]:
    """Names of columns that tell no fact; one may stand for itself."""
    names = (given,) if isinstance(given, str) else tuple(given)
    return names + PANDAS_INDEX


class Answers:
    """A table of answers that is worked out batch by batch while it is read, once, by anything that reads Arrow.

    `pyarrow.table(answers)`, `polars.DataFrame(answers)`; DuckDB reads a `pyarrow.RecordBatchReader.from_stream(answers)` by its name in a query, or, where the
    data are a relation of the same connection, `answers.to_pyarrow()`. It holds on to the data until it has been read; the
    data must not be changed meanwhile. See `Standard.assess_table` for its columns.
    """

    def __init__(self, core: _core.Answers, standard: Standard) -> None:
        self._core = core
        self._standard = standard
        self._error: BaseException | None = None

    @classmethod
    def of(cls, standard: Standard, data: Table, options: Options, batch_rows: int, progress: Progress) -> Answers:
        """What `Standard.assess_table` gives."""
        check_whole("batch_rows", batch_rows, 1, 2**63 - 1)
        check(options)
        tell = follower(progress, "rows", rows_of(data))
        if hasattr(data, "__arrow_c_stream__"):
            return cls(_core.assess_stream(standard._core, data.__arrow_c_stream__(), batch_rows, options, tell), standard)
        if hasattr(data, "__arrow_c_array__"):
            schema, array = data.__arrow_c_array__()
            return cls(_core.assess_batch(standard._core, schema, array, batch_rows, options, tell), standard)
        raise TypeError(NO_TABLE.format(type(data).__name__))

    @property
    def standard(self) -> Standard:
        """The standard that they are by."""
        return self._standard

    @property
    def rows(self) -> int:
        """How many rows have been answered so far."""
        return self._core.rows

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Values that were refused and taken for unknown, in the rows answered so far: the first `problems_told` of all."""
        return self._core.problems

    @property
    def error(self) -> BaseException | None:
        """What ended the reading early: a DataError, what the callback for progress raised, a KeyboardInterrupt; else None."""
        failed = self._core.take_failed()
        if failed is not None:
            self._error = failed
        return self._error

    def __arrow_c_schema__(self) -> object:
        """A capsule with the type of the answers, an ArrowSchema. May be asked for at any time."""
        return self._core.schema()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule with the answers, an ArrowArrayStream. Raises DataError when they were taken before. Casts to no other type."""
        stream = self._core.stream()
        if stream is None:
            raise DataError(message="these answers have been read, which can be done once: keep what was read, or assess the data again")
        return stream

    def to_pyarrow(self) -> pyarrow.Table:
        """All of them as a `pyarrow.Table`. Raises what ended them early."""
        import pyarrow

        return self._read(lambda: pyarrow.table(self))

    def to_pandas(self) -> pandas.DataFrame:
        """All of them as a `pandas.DataFrame`; needs pyarrow as well. Raises what ended them early."""
        frame: pandas.DataFrame = self.to_pyarrow().to_pandas()
        return frame

    def to_polars(self) -> polars.DataFrame:
        """All of them as a `polars.DataFrame`. Raises what ended them early."""
        import polars

        return self._read(lambda: polars.DataFrame(self))

    def _read(self, read: Callable[[], Made]) -> Made:
        try:
            return read()
        except Exception as said:
            self._fail(said)

    def _fail(self, said: Exception) -> NoReturn:
        """Raises what ended them, of which the reader could only be told in words."""
        ended = self.error
        if ended is None:
            raise said
        raise ended from said

    def __repr__(self) -> str:
        return f"<Answers by {self._standard.name}: {self.rows:,} rows read so far>"


def rows_of(data: object) -> int | None:
    """How many rows it has, where it says so without working that out."""
    for name in ("num_rows", "height"):
        if isinstance(number := getattr(data, name, None), int):
            return number
    index = getattr(data, "index", None)  # of pandas
    return len(index) if isinstance(index, Sized) else None
