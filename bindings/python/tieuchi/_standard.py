# SPDX-License-Identifier: Apache-2.0
"""A standard ready to assess by."""
from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import _core, _html
from ._answers import Answers, Options, names_in
from ._assessment import Assessment
from ._criterion import Adjustment, Criterion, Exit, Outcome, Quota, Reading
from ._document import Document, Status
from ._errors import DataError
from ._fact import Fact, Facts, Value
from ._labels import Labels
from ._progress import Progress
from ._selection import Selection
from ._tables import Table, rows_with

if TYPE_CHECKING:
    from ._rulebook import Rulebook


class Standard:
    """The criteria for some kinds of subject, as they stood on one day. Immutable; any number of threads may share one.

    Picked by `Rulebook.standard`. Equal when they are the same version from equal rules, for the same day, with the same readings. It is
    pickled as its rulebook and what was asked of it.
    """

    def __init__(self, core: _core.Standard, rulebook: Rulebook, selection: Selection) -> None:
        self._core = core
        self._rulebook = rulebook
        self._selection = selection

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook that it was picked from."""
        return self._rulebook

    @property
    def selection(self) -> Selection:
        """What it was picked by."""
        return self._selection

    @cached_property
    def name(self) -> str:
        """`agency_safety`"""
        return self._core.name

    @cached_property
    def title(self) -> Labels:
        """What people call it."""
        return self._core.title

    @cached_property
    def document(self) -> Document:
        """The document that it stands in."""
        return self._core.document

    @cached_property
    def status(self) -> Status:
        """How far it can be relied on: the weakest status of its document and of those that amended it."""
        return self._core.status

    @cached_property
    def amended_by(self) -> tuple[str, ...]:
        """Numbers of the documents that amended it, in the order in which their changes apply."""
        return self._core.amended_by

    @cached_property
    def jurisdiction(self) -> str:
        """Where this version is in force; empty: wherever no jurisdiction has a version of its own."""
        return self._core.jurisdiction

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of subject that it is for."""
        return self._core.kinds

    @cached_property
    def cites(self) -> tuple[str, ...]:
        """The clauses that it is taken from."""
        return self._core.cites

    @cached_property
    def on(self) -> datetime.date:
        """The day whose rules these are."""
        return self._core.on

    @cached_property
    def period(self) -> tuple[datetime.date, datetime.date] | None:
        """The days that the facts describe, first and last, both included; None when the rules state no window."""
        return self._core.period

    @cached_property
    def window_cite(self) -> str:
        """The clause of the window; empty when not stated."""
        return self._core.window_cite

    @cached_property
    def decide_before(self) -> datetime.date | None:
        """The decision is due before this day; None when the rules state none."""
        return self._core.decide_before

    @cached_property
    def decided_by(self) -> Labels:
        """Who decides; empty when not stated."""
        return self._core.decided_by

    @cached_property
    def deadline_cite(self) -> str:
        """The clause of the deadline; empty when not stated."""
        return self._core.deadline_cite

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What it asks. The first is always `kind`, which is known when the standard is for one kind only."""
        return self._core.facts

    def fact(self, name: str) -> Fact:
        """A fact by its name. Raises KeyError."""
        for one in self.facts:
            if one.name == name:
                return one
        raise KeyError(f"standard `{self.name}` has no fact `{name}`")

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Its clauses, in the order of the law, each before its parts."""
        return self._core.criteria

    def criterion(self, clause: str) -> Criterion:
        """A criterion by its clause. Raises KeyError."""
        for one in self.criteria:
            if one.clause == clause:
                return one
        raise KeyError(f"standard `{self.name}` has no criterion `{clause}`")

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes in the order of the rules, the better before the worse; then those of exits, and last always `not_subject`."""
        return self._core.outcomes

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The passages of the text that can be read in more than one way, and the ways chosen."""
        return self._core.readings

    @cached_property
    def exits(self) -> tuple[Exit, ...]:
        """The reasons why a subject is not classed, in the order in which they are tried."""
        return self._core.exits

    @cached_property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """The caps, floors and automatic classes, in the order in which they apply."""
        return self._core.adjustments

    @cached_property
    def quotas(self) -> tuple[Quota, ...]:
        """The shares of a population that may have a class."""
        return self._core.quotas

    def assess(self, facts: Facts | None = None, /, *, keep_going: bool = False, **more: Value) -> Assessment:
        """Assesses one subject.

        Facts are given by their names, in a mapping, as keyword arguments, or both; the latter come first. What is not given, or is None,
        is unknown: never no, never zero. See `Value` for what a fact can be given as.

        Raises DataError when a fact is not one of the standard's, does not fit its type or its bounds, or contradicts another: the
        diagnostics name it in `where`. With `keep_going` such a fact is taken for unknown instead, and reported in `Assessment.problems`.
        Raises TypeError of a value that no fact can be.
        """
        given: dict[str, Value] = {**({} if facts is None else facts), **more}
        made = Assessment(self._core.assess(given), self, given)
        if made.problems and not keep_going:
            raise DataError(made.problems)
        return made

    def assess_table(
        self,
        data: Table,
        /,
        *,
        possible: bool = False,
        total: bool = True,
        adjustments: bool = False,
        findings: bool = False,
        reasons: bool = False,
        because: bool = False,
        ignored_columns: Iterable[str] = (),
        ignore_unknown_columns: bool = False,
        every_fact: bool = False,
        threads: int = 1,
        batch_rows: int = 1 << 18,
        max_problems: int = 100,
        strict: bool = False,
        keep: Iterable[str] = (),
        progress: Progress = None,
    ) -> Answers:
        """Assesses many subjects at once, a row each, straight from Arrow memory and into it.

        `data` is anything with `__arrow_c_stream__` or `__arrow_c_array__`: tables of pyarrow, pandas and Polars, relations of DuckDB, batches,
        readers. Its columns are facts, by their names; a fact without a column is unknown in every row; so is a null, a NaN, and all of a column
        without a value, whatever its type. Nothing is copied. A value that does not fit its fact is unknown, marked in `has_problems`, reported in
        `Answers.problems`, and warned of once (DataWarning). With `strict` the whole table is worked out at once, and DataError raised of such a
        value.

        Returns Answers: a table with a row for each row of the data, in their order, which is worked out batch by batch while it is read
        by anything that reads Arrow. Only what is asked for is worked out:

        * always `outcome`: dictionary<int8, utf8>, null where it is not decided; `decided`: bool; `has_problems`: bool;
        * `possible`: list<dictionary<int8, utf8>>, the outcomes still possible, in the order of the rules;
        * `total`: `total_least`, `total_most`: decimal128(38, 6), points; only of standards with points;
        * `adjustments`: list<dictionary<int16, utf8>>, those that surely changed the class: `at most good 9.2`;
        * `findings`: for each criterion `status 2.1`: dictionary<int8, utf8>; of scored ones `points_least 2.1`, `points_most 2.1`;
        * `reasons`: list<dictionary<int32, utf8>>, the clauses that surely fell short, whatever the outcome, those that cost most first; beside
          it `points_lost`: list<dictionary<int32, decimal128(38, 6)>>, what each costs at the least. These are shortcomings, not grounds: the
          best outcome can have some;
        * `because`: list<dictionary<int32, utf8>>, `Assessment.because` of each row: each is explained by itself, which takes longer than all else.

        `keep` names columns of the data that stand before these, as they are, such as an `id`; they need not tell a fact. The index of a frame of
        pandas is kept by itself, unless it merely counts the rows: `answers.to_pandas()` has it, and can be joined to the frame.

        `ignored_columns` names columns that are not facts and are left out; any other is an error, unless `ignore_unknown_columns`. With `every_fact` a
        fact without a column is an error. `threads` is how many threads work on a batch; the answers do not depend on it. Batches of more than `batch_rows`
        rows are cut, so that the work can be followed and stopped. `max_problems` bounds `Answers.problems`. `progress`: None shows a bar on
        a terminal when it takes long, False does not, a callable is called with the number of rows answered.

        The global interpreter lock is released while a batch is worked out. KeyboardInterrupt is heeded between batches.

        Raises TypeError when `data` is no table, saying what to call, DataError when its columns are not right: the diagnostics name them. What goes wrong with a
        later batch is raised by whoever reads the answers, and kept in `Answers.error`.

        Facts counted from sub-units, outcomes of other standards and quotas are not worked out over a table: give them as columns, or use
        `Rulebook.score_table`. Source: include/tieuchi/columns.hpp.
        """
        rows = rows_with(data, keep, all_rows=True)
        options = Options(
            possible=possible,
            total=total,
            adjustments=adjustments,
            findings=findings,
            reasons=reasons,
            because=because,
            ignored_columns=names_in(ignored_columns) + rows.kept,
            ignore_unknown_columns=ignore_unknown_columns,
            every_fact=every_fact,
            threads=threads,
            max_problems=max_problems,
            kept=rows.kept,
            metadata=rows.metadata,
        )
        return Answers.of(self, rows, options, batch_rows, strict, progress)

    def __repr__(self) -> str:
        jurisdiction = f" in {self.jurisdiction}" if self.jurisdiction else ""
        return f"<Standard {self.name} of {self.document.number} ({self.status}){jurisdiction} on {self.on}: {len(self.criteria)} criteria, {len(self.facts)} facts>"

    def _repr_html_(self) -> str:
        return _html.block(
            _html.heading(self.title),
            _html.line(f"{self.name} of {self.document.number} ({self.status}), as in force on {self.on}"),
            _html.table(("Clause", "Criterion", "Points"), [(one.clause, one.title, one.maximum or "") for one in self.criteria]),
            _html.table(("Fact", "What it is", "Answers"), [(one.name, one.label, one.valid_answers) for one in self.facts]),
        )

    @cached_property
    def _key(self) -> tuple[object, ...]:
        chosen = tuple((one.name, one.chosen) for one in self.readings)
        return self._core.digest, self.name, self.on, self._selection.year or self.on.year, self.jurisdiction, chosen

    def __eq__(self, other: object) -> bool:
        return self._key == other._key if isinstance(other, Standard) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key)

    def __reduce__(self) -> tuple[Any, ...]:
        return pick, (self._rulebook, self.name, self._selection)


def pick(rulebook: Rulebook, name: str, selection: Selection) -> Standard:
    """A standard by its name and all else that was asked for."""
    return Standard(rulebook._core.standard(name, selection), rulebook, selection)
