# SPDX-License-Identifier: Apache-2.0
"""A set of documents."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from . import _core, _html
from ._answers import Options, names_in
from ._diagnostic import Diagnostic
from ._document import Document
from ._limits import Limits
from ._population import Row, Scores, Subject, score
from ._progress import Progress
from ._selection import Day, Selection
from ._sources import SHIPPED, Path, Source, read
from ._standard import Standard, pick
from ._table_scores import TableScores, score_table
from ._tables import Table, rows_with


class Rulebook:
    """Documents checked together. Immutable; any number of threads may share one.

    Made by `tieuchi.load` and `tieuchi.loads`. Equal when their texts are equal. It is pickled as its texts, which are read again.
    """

    def __init__(self, sources: tuple[Source, ...], limits: Limits) -> None:
        self._core = _core.parse(sources, limits)
        self._sources = sources
        self._limits = limits

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The legal texts."""
        return self._core.documents

    @cached_property
    def standards(self) -> tuple[str, ...]:
        """Names of all standards, each once."""
        return self._core.standard_names

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of subject that some standard is for, each once."""
        return self._core.kinds

    @cached_property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """Warnings found while checking."""
        return self._core.warnings

    @cached_property
    def digest(self) -> str:
        """Identifies the text of all rules: equal digests, equal rules. A name-based UUID; it does not secure."""
        return self._core.digest

    def standard(self, name: str, *, on: Day, year: int | None = None, readings: Mapping[str, str] | None = None, jurisdiction: str = "") -> Standard:
        """The version of a standard in force on a day.

        `year` is the year in which the period of the facts closes, where it is not that of `on`. `readings` chooses, by name, where the text
        can be read in more than one way; `jurisdiction` adds the amendments of one, as documents name it after `place`.

        Raises SelectionError: no such standard (with the nearest name), none in force that day (with the days on which one is), an unknown
        reading, option or jurisdiction. Raises ValueError of a day that is none.
        """
        return pick(self, name, Selection.of(on, year, readings, jurisdiction))

    def standards_for(
        self, kind: str, *, on: Day, year: int | None = None, readings: Mapping[str, str] | None = None, jurisdiction: str = ""
    ) -> tuple[Standard, ...]:
        """The standards for a kind of subject in force on a day, in the order of the rules. Raises as `standard` does."""
        selection = Selection.of(on, year, readings, jurisdiction)
        return tuple(Standard(one, self, selection) for one in self._core.standards_for(kind, selection))

    def score(
        self,
        subjects: Iterable[Subject | Row],
        /,
        *,
        on: Day,
        year: int | None = None,
        readings: Mapping[str, str] | None = None,
        jurisdiction: str = "",
        ignored_columns: Iterable[str] = (),
        keep_going: bool = False,
        progress: Progress = None,
    ) -> Scores:
        """Assesses subjects together: each by the standards for its kind, sub-units before the bodies above them, and then the quotas.

        Subjects are `Subject`s, or rows: mappings with `id` and `kind`, perhaps `parent`, `level` and `rater`, and facts by their names; `None` and empty
        text are unknown. Names in `ignored_columns` are left out of rows. What rules ask of sub-units and of the outcomes of other standards is
        taken from the answers of the subjects themselves; their order does not matter.

        Returns a result for each subject, in their order. Raises DataError when subjects are refused (a value that does not fit, a second
        `id`, a parent that is not there, an unknown kind or fact); with `keep_going` they are reported in their results instead, and the others answered.
        Raises SelectionError as `standard` does. The global interpreter lock is released while they are assessed; KeyboardInterrupt is
        heeded from time to time.
        """
        selection = Selection.of(on, year, readings, jurisdiction)
        return score(self, selection, subjects, frozenset(names_in(ignored_columns)), keep_going, progress)

    def score_table(
        self,
        data: Table,
        /,
        *,
        on: Day,
        year: int | None = None,
        readings: Mapping[str, str] | None = None,
        jurisdiction: str = "",
        possible: bool = False,
        total: bool = True,
        adjustments: bool = False,
        findings: bool = False,
        reasons: bool = False,
        because: bool = False,
        ignored_columns: Iterable[str] = (),
        ignore_unknown_columns: bool = False,
        keep_going: bool = False,
        threads: int = 1,
        max_problems: int = 100,
        keep: Iterable[str] = (),
        progress: Progress = None,
    ) -> TableScores:
        """As `score`, of a table: for any number of subjects, in time linear in their number, straight from Arrow memory and into it.

        `data` is anything with `__arrow_c_stream__` or `__arrow_c_array__`. Its columns are `id` (text or whole numbers), `kind`, where there are
        sub-units `parent`, where there are several raters `rater`, and the facts of all kinds, by their names; what is unknown is as in
        `Standard.assess_table`. Nothing is copied, and the table must not be changed while the answers are in use. `keep` names columns that stand
        in each table of answers before the others, such as `id`; the index of a frame of pandas is kept by itself. `ignored_columns` names columns that are not facts, such as `level`; any
        other column that is not a fact is an error, unless `ignore_unknown_columns`.

        Returns TableScores: for each standard a table of answers, with what is asked for here by `possible` to `because` (see
        `Standard.assess_table`), the quotas, and any row explained. The answers are those of `score`, and depend neither on `threads` nor on
        how the table is cut into batches.

        Raises TypeError when `data` is no table, DataError when its columns are not right or when rows are refused; with `keep_going` these are
        reported in `TableScores.refused` and `problems` (the first `max_problems`) instead, and the others answered. Raises SelectionError as
        `standard` does. The global interpreter lock is released; KeyboardInterrupt is heeded from time to time. Source:
        include/tieuchi/column_population.hpp.
        """
        rows = rows_with(data, keep, all_rows=False)
        options = Options(
            possible=possible,
            total=total,
            adjustments=adjustments,
            findings=findings,
            reasons=reasons,
            because=because,
            ignored_columns=names_in(ignored_columns) + rows.kept,
            ignore_unknown_columns=ignore_unknown_columns,
            every_fact=False,
            threads=threads,
            max_problems=max_problems,
            kept=rows.kept,
            metadata=rows.metadata,
        )
        return score_table(self, Selection.of(on, year, readings, jurisdiction), rows, options, keep_going, progress)

    def __repr__(self) -> str:
        numbers = ", ".join(one.number for one in self.documents)
        return f"<Rulebook of {len(self.standards)} standards in {numbers}>"

    def _repr_html_(self) -> str:
        return _html.block(
            _html.table(
                ("Document", "Title", "Status", "In force from", "to"),
                [(one.number, one.title, one.status, one.in_force_from, one.in_force_to or "") for one in self.documents],
            ),
            _html.table(("Standard",), [(name,) for name in self.standards]),
        )

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Rulebook) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, ...]:
        return Rulebook, (self._sources, self._limits)


def load(*paths: Path, limits: Limits | None = None) -> Rulebook:
    """Reads rule files, or every `*.tieuchi` file below folders but those under names that begin with `.`, and checks them together.

    Without a path: the regulations that come with the package, those of dsl/vn. They are no legal advice; each document says how far it
    may be relied on.

    Raises RulesError with every problem of every file, and of what in a folder cannot be read; OSError when a path cannot be.
    """
    bounds = limits or Limits()
    return Rulebook(read(paths or (SHIPPED,), bounds), bounds)


def loads(text: str | bytes, *, name: str = "rules.tieuchi", limits: Limits | None = None) -> Rulebook:
    """The same from memory: the text of one rule file. `name` is what messages call it. Raises RulesError."""
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"`text` is str or bytes, not {type(text).__name__}")
    given = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return Rulebook(((name, given),), limits or Limits())
