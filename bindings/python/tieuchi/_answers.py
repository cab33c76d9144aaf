# SPDX-License-Identifier: Apache-2.0
"""The answers for a table."""
from __future__ import annotations

import sys
import warnings
import weakref
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NoReturn, TypedDict, TypeVar

from . import _core
from ._diagnostic import Diagnostic
from ._errors import DataError, DataWarning
from ._progress import Progress, follower
from ._tables import PANDAS_INDEX, Rows, rows_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ._standard import Standard

Made = TypeVar("Made")


class Options(TypedDict):
    """What is answered, and how: `tieuchi::column_options`."""

    possible: bool
    total: bool
    adjustments: bool
    findings: bool
    reasons: bool
    because: bool
    ignored_columns: tuple[str, ...]
    ignore_unknown_columns: bool
    every_fact: bool
    threads: int
    max_problems: int
    kept: tuple[str, ...]
    metadata: bytes


def check_whole(name: str, number: object, least: int, most: int = 2**32 - 1) -> None:
    """Raises TypeError and ValueError of what is no whole number from `least` to `most`."""
    if type(number) is not int:
        raise TypeError(f"`{name}` is an int, not {type(number).__name__}")
    if not least <= number <= most:
        raise ValueError(f"`{name}` is {f'at least {least}' if number < least else f'at most {most}'}, not {number}")


def check(options: Options) -> None:
    """Raises TypeError and ValueError."""
    check_whole("threads", options["threads"], 1)
    check_whole("max_problems", options["max_problems"], 0)
    for name, value in options.items():
        if name not in ("threads", "max_problems", "ignored_columns", "kept", "metadata") and type(value) is not bool:
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
    def of(cls, standard: Standard, rows: Rows, options: Options, batch_rows: int, strict: bool, progress: Progress) -> Answers:
        """What `Standard.assess_table` gives."""
        check_whole("batch_rows", batch_rows, 1, 2**63 - 1)
        check(options)
        if type(strict) is not bool:
            raise TypeError(f"`strict` is True or False, not {type(strict).__name__}")
        data = rows.data
        tell = Told(follower(progress, "rows", rows_of(data)), strict)
        if hasattr(data, "__arrow_c_stream__"):
            core = _core.assess_stream(standard._core, data.__arrow_c_stream__(None), batch_rows, options, tell)
        else:
            schema, array = data.__arrow_c_array__(None)
            core = _core.assess_batch(standard._core, schema, array, batch_rows, options, tell)
        made = cls(core, standard)
        tell.about = weakref.ref(made)
        if strict:
            core.work_out()
            if core.refused:
                raise DataError(made.problems, "" if made.problems else refused_text(core.refused))
        return made

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
        """Values that were refused and taken for unknown, in the rows answered so far: the first `max_problems` of all."""
        return self._core.problems

    @property
    def refused(self) -> int:
        """How many of the rows answered so far have `has_problems`."""
        return self._core.refused

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
        """Raises what ended them, which the reader saw only as text."""
        ended = self.error
        if ended is None:
            raise said
        raise ended from said

    def __repr__(self) -> str:
        return f"<Answers by {self._standard.name}: {self.rows:,} rows read so far>"


def refused_text(rows: int) -> str:
    """Of so many rows."""
    return f"{rows:,} {'row has' if rows == 1 else 'rows have'} values that were refused"


class Told:
    """Called between batches: reports the progress, and warns once of values that were refused."""

    def __init__(self, follow: Callable[[int], object], strict: bool) -> None:
        self.about: weakref.ref[Answers] | None = None
        self._follow = follow
        self._warned = strict  # which raises instead

    def __call__(self, done: int, refused: int) -> None:
        if refused and not self._warned:
            self._warned = True
            answers = self.about() if self.about is not None else None
            warn(refused, answers.problems if answers is not None else ())
        self._follow(done)


def warn(refused: int, problems: tuple[Diagnostic, ...]) -> None:
    """Warns whoever called the package."""
    first = f", the first in {problems[0].location}: {problems[0].message}" if problems else ""
    text = (
        f"{refused_text(refused)}, taken for unknown{first}; the column `has_problems` marks the rows, `Answers.problems` says why, and "
        "`strict=True` raises instead"
    )
    depth, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__package__") == __package__:
        depth, frame = depth + 1, frame.f_back
    warnings.warn(DataWarning(text, problems), stacklevel=depth)
