# SPDX-License-Identifier: Apache-2.0
"""A table of subjects of many kinds, assessed together."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from . import _core, _html
from ._answers import Answers, Options, Told, check
from ._diagnostic import Diagnostic
from ._errors import DataError
from ._population import PickedStandards, QuotaResult, Subject, SubjectResult, quota_of, result_of, rows_of_results
from ._progress import Progress, follower
from ._selection import Selection
from ._standard import Standard
from ._tables import Rows, rows_of

if TYPE_CHECKING:
    from ._rulebook import Rulebook


class TableScores(Sequence[SubjectResult]):
    """The answers for a table of subjects of many kinds, with the quotas worked out: rows in = rows answered + rows refused.

    A table of answers for each standard, by `answers`; and of any row all there is to say, explained, by its number: `scores[12]`. It
    holds on to the table, which must not be changed. Immutable; any number of threads may share one.
    """

    def __init__(self, core: _core.TableScores, rulebook: Rulebook, selection: Selection) -> None:
        self._core = core
        self._picked = PickedStandards(rulebook, selection)

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards that some row is assessed by, in the order of the rules."""
        return tuple(self._picked[one] for one in self._core.standards)

    def answers(self, standard: Standard | str, *, progress: Progress = None) -> Answers:
        """The answers by one standard for the rows that it assesses, in their order: a table that is worked out while it is read, once; each
        call gives another.

        Its columns are those that are kept, copied, texts as large_utf8 and dictionaries written out; then those of `Standard.assess_table`, as asked for
        in `score_table`, but: first `row`, int64, the row of the data; no
        `has_problems`, for rows that have some are refused; last, where the standard has quotas, `before_quotas`:
        list<dictionary<int8, utf8>>, for `outcome`, `decided` and `possible` are those after them.

        Raises KeyError when no row is assessed by that standard.
        """
        name = standard if isinstance(standard, str) else standard.name
        for at, one in enumerate(self.standards):
            if one.name == name:
                return Answers(self._core.answers_by(at, Told(follower(progress, "rows", None), True)), one)
        raise KeyError(f"no row is assessed by `{name}`, only by {', '.join(one.name for one in self.standards) or 'nothing'}")

    @cached_property
    def refused(self) -> tuple[int, ...]:
        """The rows that were refused, ascending; `scores[row].problems` says why."""
        return self._core.refused

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Why rows were refused: the first `max_problems` of all."""
        return self._core.problems

    @cached_property
    def quotas(self) -> tuple[QuotaResult[int], ...]:
        """What each quota of each standard comes to, for each rater; subjects by their rows."""
        return tuple(quota_of(one, self._picked, lambda row: row) for one in self._core.quotas)

    @overload
    def __getitem__(self, at: int) -> SubjectResult: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[SubjectResult, ...]: ...
    def __getitem__(self, at: int | slice) -> SubjectResult | tuple[SubjectResult, ...]:
        """All about one row. The `facts` of its subject are left empty: they are in the table."""
        if isinstance(at, slice):
            return tuple(self._result(row) for row in range(len(self))[at])
        return self._result(range(len(self))[at])  # which counts from the end, and raises IndexError

    def _result(self, row: int) -> SubjectResult:
        identity, parent, kind, rater = self._core.keys(row)
        return result_of(Subject(identity, kind, {}, parent, rater, f"row {row}"), self._core.result_of(row), self._picked)

    def rows(self) -> Iterator[dict[str, Any]]:
        """What `Scores.rows` gives, row after row; `level` is empty, for tables pass it over."""
        return rows_of_results(self)

    def __len__(self) -> int:
        return self._core.size

    def __iter__(self) -> Iterator[SubjectResult]:
        return (self._result(row) for row in range(len(self)))

    def __repr__(self) -> str:
        return f"<TableScores of {len(self):,} rows by {', '.join(one.name for one in self.standards) or 'nothing'}, {len(self.refused):,} refused>"

    def _repr_html_(self) -> str:
        quotas = [(one.standard.name, one.quota.outcome, one.counted, one.seats, len(one.kept), len(one.lost), len(one.open)) for one in self.quotas]
        return _html.block(
            _html.heading(repr(self).strip("<>")),
            _html.table(("Quota of", "Class", "Counted", "Places", "Keep it", "Lose it", "Open"), quotas),
        )


def score_table(
    rulebook: Rulebook, selection: Selection, rows: Rows, options: Options, keep_going: bool, progress: Progress
) -> TableScores:
    """What `Rulebook.score_table` gives."""
    check(options)
    data = rows.data
    tell = follower(progress, "rows", rows_of(data))
    if hasattr(data, "__arrow_c_stream__"):
        core = _core.score_stream(rulebook._core, selection, data.__arrow_c_stream__(None), options, tell)
    else:
        schema, array = data.__arrow_c_array__(None)
        core = _core.score_batch(rulebook._core, selection, schema, array, options, tell)
    made = TableScores(core, rulebook, selection)
    if made.refused and not keep_going:
        raise DataError(made.problems, "" if made.problems else f"{len(made.refused)} rows are refused")
    return made
