# SPDX-License-Identifier: Apache-2.0
"""Many subjects at once, sub-units before the bodies above them."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from . import _core, _html
from ._assessment import Assessment
from ._criterion import Quota
from ._diagnostic import Diagnostic
from ._errors import DataError
from ._fact import Facts, Value
from ._progress import Progress, follower
from ._selection import Selection
from ._standard import Standard

if TYPE_CHECKING:
    from ._rulebook import Rulebook

Who = TypeVar("Who")
"""How subjects are named: `Subject`, or the row of a table."""

Row = Mapping[str, Value]
"""A subject as a row of a table has it: `id`, `kind`, perhaps `parent`, `level` and `rater`, and facts by their names."""

KEYS = ("id", "parent", "kind", "level", "rater")


def key_text(row: Row, key: str, at: int) -> str:
    """What a row has for a key: text, or the digits of a whole number, which pandas may have as a float. Raises DataError of a number that is not whole."""
    value: object = row.get(key)
    if _core.is_missing(value):
        return ""
    if isinstance(value, str):
        return value
    plain = value.item() if hasattr(value, "item") and hasattr(value, "dtype") else value
    if isinstance(plain, (float, Decimal)):
        if not -(2**53) <= plain <= 2**53 or plain != int(plain):
            message = f"the {key} `{value}` is neither text nor a whole number"
            raise DataError([_core.diagnostic("E439", message, "names are text or whole numbers", f"row {at}: {key}")])
        plain = int(plain)
    return str(plain)


@dataclass(frozen=True, slots=True)
class Subject:
    """A body or area as the data has it."""

    id: str
    """Unique in the population, for each rater. Ids, parents and raters are compared in Unicode's normal form C; one with a character that shows
    nothing is refused."""
    kind: str
    """`agency`, …"""
    facts: Facts = field(default_factory=dict)
    """By their names; names that the standards for its kind lack are refused."""
    parent: str = ""
    """The `id` of the body that it is a sub-unit of; empty: none."""
    rater: str = ""
    """Whose facts these are; empty where there is one rater only."""
    where: str = ""
    """Where it is in the data, for messages; may be empty."""
    level: str = ""
    """`provincial`, …: repeated in `Scores.rows`, and nothing else."""

    @classmethod
    def of_row(cls, row: Row, at: int, ignored_columns: frozenset[str]) -> Subject:
        """From a row of a table, the `at`-th. What has no value is unknown. Raises DataError, and TypeError of what is no row."""
        if not isinstance(row, Mapping):
            raise TypeError(f"subjects are `Subject`s, or mappings such as dicts, not {type(row).__name__}: of a table, use `score_table`")
        for key in ("id", "kind"):
            if _core.is_missing(row.get(key)):
                problem = _core.diagnostic("E439", f"the row has no {key}", "each subject has an `id` of its own and a `kind`", f"row {at}: {key}")
                raise DataError([problem])
        keys = {key: key_text(row, key, at) for key in KEYS}
        facts = {name: value for name, value in row.items() if name not in KEYS and name not in ignored_columns and not _core.is_missing(value)}
        return cls(**keys, facts=facts, where=f"row {at}")


@dataclass(frozen=True, slots=True)
class SubjectCount:
    """How many subjects there are of some sort: from the least to the most that is still possible."""

    least: int
    most: int

    def __str__(self) -> str:
        return f"{self.least}" if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True, repr=False)
class SubjectResult:
    """The answers for one subject, or why it was refused."""

    subject: Subject
    assessments: tuple[Assessment, ...]
    """One for each standard for its kind; empty when it was refused."""
    outcomes: tuple[tuple[str, ...], ...]
    """For each assessment the outcomes still possible after quotas; its own where no quota changes them."""
    problems: tuple[Diagnostic, ...]
    """Empty when it was answered."""

    @property
    def refused(self) -> bool:
        """True when it was not assessed."""
        return bool(self.problems)

    def by(self, standard: str) -> Assessment:
        """The assessment by a standard. Raises KeyError."""
        for one in self.assessments:
            if one.standard.name == standard:
                return one
        raise KeyError(f"`{self.subject.id}` has no answer by `{standard}`")

    def because(self, standard: str) -> tuple[str, ...]:
        """Why the outcome after quotas, and not a better one, by a standard: `Assessment.because`; where quotas took a class away, their clauses. Raises
        KeyError."""
        answer = self.by(standard)
        left = next(left for one, left in zip(self.assessments, self.outcomes) if one is answer)
        return answer._core.because_after(left)

    def __repr__(self) -> str:
        told = ["refused"] if self.refused else [f"{one.standard.name} {' | '.join(left)}" for one, left in zip(self.assessments, self.outcomes)]
        return f"<SubjectResult {self.subject.id}: {', '.join(told)}>"


@dataclass(frozen=True, slots=True, repr=False)
class QuotaResult(Generic[Who]):
    """What a quota comes to. Lists hold subjects in the order of the population; of a table, their rows."""

    standard: Standard
    quota: Quota
    rater: str
    """Whose answers it is about."""
    counted: SubjectCount
    """Of which it is a share."""
    seats: SubjectCount
    """How many may have the class, or a better one."""
    kept: tuple[Who, ...]
    """Surely reached the class and surely keep it."""
    lost: tuple[Who, ...]
    """Surely reached it, and surely get the class below."""
    open: tuple[Who, ...]
    """May reach it or not, or may keep or lose it: those tied among them."""
    tied: tuple[Who, ...]
    """Tied across the last seat, with nothing else left open: the rules do not say who keeps it."""

    def __repr__(self) -> str:
        return (
            f"<QuotaResult {self.standard.name} {self.quota.outcome}: counted {self.counted}, seats {self.seats}, "
            f"kept {len(self.kept)}, lost {len(self.lost)}, open {len(self.open)}>"
        )


class Scores(Sequence[SubjectResult]):
    """A result for each subject, in the order given: subjects in = subjects answered + subjects refused."""

    def __init__(self, results: Sequence[SubjectResult], quotas: tuple[QuotaResult[Subject], ...]) -> None:
        self._results = tuple(results)
        self._quotas = quotas

    @property
    def quotas(self) -> tuple[QuotaResult[Subject], ...]:
        """What each quota of each standard comes to, for each rater; those that no subject is assessed by are left out."""
        return self._quotas

    @property
    def refused(self) -> tuple[SubjectResult, ...]:
        """Those that were not assessed."""
        return tuple(one for one in self._results if one.refused)

    @overload
    def __getitem__(self, at: int) -> SubjectResult: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[SubjectResult, ...]: ...
    def __getitem__(self, at: int | slice) -> SubjectResult | tuple[SubjectResult, ...]:
        return self._results[at]

    def __len__(self) -> int:
        return len(self._results)

    def rows(self) -> Iterator[dict[str, Any]]:
        """One dict for each subject and standard, for a data frame, as `tieuchi score` has them: `id`, `parent`, `kind`, `level`, `rater`, `standard`, `status`
        (`decided`, `undecided`, `refused`), `outcome` (None while undecided), `possible` (list), `before_quotas` (list), `total_least`, `total_most`,
        `maximum_least`, `maximum_most` (None without points), `because` (list of clauses), `questions` (list of facts), `document`, `document_status`,
        `problems` (list of messages). `outcome`, `possible` and `because` are those after quotas; `questions` are of the subject's own answer, before
        them."""
        return rows_of_results(self._results)

    def __repr__(self) -> str:
        return f"<Scores of {len(self)} subjects, {len(self.refused)} refused>"

    def _repr_html_(self) -> str:
        shown = 100
        names = ("id", "kind", "standard", "status", "outcome", "possible", "because", "questions")
        rows = [row for row, _ in zip(self.rows(), range(shown))]
        cells = [[", ".join(row[name]) if isinstance(row[name], list) else row[name] or "" for name in names] for row in rows]
        return _html.block(_html.heading(repr(self).strip("<>")), _html.table(names, cells, f"the first {shown}" if len(rows) == shown else ""))


def rows_of_results(results: Iterable[SubjectResult]) -> Iterator[dict[str, Any]]:
    """What `Scores.rows` gives."""
    for one in results:
        about = {key: getattr(one.subject, key) for key in KEYS}
        if one.refused:
            yield {**about, **answer_row(None, ()), "status": "refused", "problems": [short_text(each, one.subject.where) for each in one.problems]}
        for answer, left in zip(one.assessments, one.outcomes):
            yield {**about, **answer_row(answer, left), "status": "decided" if len(left) == 1 else "undecided"}


def short_text(problem: Diagnostic, here: str) -> str:
    """A problem of the row called `here`: the column, where it is about one, and the message."""
    column = problem.where.removeprefix(f"{here}: ")
    return problem.message if column in (problem.where, "") else f"{column}: {problem.message}"


def answer_row(answer: Assessment | None, left: tuple[str, ...]) -> dict[str, Any]:
    """What `Scores.rows` says of one answer; of none, the same names without values."""
    total = answer.total if answer else None
    maximum = answer.maximum if answer else None
    return {
        "standard": answer.standard.name if answer else None,
        "status": None,
        "outcome": left[0] if len(left) == 1 else None,
        "possible": list(left),
        "before_quotas": list(answer.possible) if answer else [],
        "total_least": total.least if total else None,
        "total_most": total.most if total else None,
        "maximum_least": maximum.least if maximum else None,
        "maximum_most": maximum.most if maximum else None,
        "because": list(answer._core.because_after(left)) if answer else [],
        "questions": [one.fact.name for one in answer.questions] if answer else [],
        "document": answer.standard.document.number if answer else None,
        "document_status": answer.standard.status if answer else None,
        "problems": [],
    }


class PickedStandards:
    """The standards that answers are by, each made once: one version of each is in force."""

    def __init__(self, rulebook: Rulebook, selection: Selection) -> None:
        self._rulebook = rulebook
        self._selection = selection
        self._made: dict[str, Standard] = {}

    def __getitem__(self, core: _core.Standard) -> Standard:
        name = core.name
        if name not in self._made:
            self._made[name] = Standard(core, self._rulebook, self._selection)
        return self._made[name]


def result_of(subject: Subject, result: _core.Result, standards: PickedStandards) -> SubjectResult:
    """What the library returns for one subject."""
    assessments, outcomes, problems = result
    return SubjectResult(subject, tuple(Assessment(one, standards[one.standard]) for one in assessments), outcomes, problems)


def quota_of(quota_found: _core.QuotaFound, standards: PickedStandards, who: Callable[[int], Who]) -> QuotaResult[Who]:
    """What the library returns for one quota; `who` gives a subject by its index."""
    by, quota, rater, counted, seats, *lists = quota_found
    kept, lost, left, tied = (tuple(who(at) for at in one) for one in lists)
    standard = standards[by]
    return QuotaResult(standard, standard.quotas[quota], rater, counted, seats, kept, lost, left, tied)


def subjects_of(given: Iterable[Subject | Row], ignored_columns: frozenset[str]) -> list[Subject]:
    """What was given, as subjects. Raises DataError and TypeError."""
    if isinstance(given, Mapping) or hasattr(given, "__arrow_c_stream__"):
        raise TypeError(f"expected a list of subjects, not {type(given).__name__}: of a table, use `score_table`")
    subjects = [one if isinstance(one, Subject) else Subject.of_row(one, at, ignored_columns) for at, one in enumerate(given)]
    for one in subjects:
        if not isinstance(one.facts, Mapping):
            raise TypeError(f"subject `{one.id}`: `facts` is a mapping, not {type(one.facts).__name__}")
    return subjects


def score(
    rulebook: Rulebook,
    selection: Selection,
    given: Iterable[Subject | Row],
    ignored_columns: frozenset[str],
    keep_going: bool,
    progress: Progress,
) -> Scores:
    """What `Rulebook.score` gives."""
    subjects = subjects_of(given, ignored_columns)
    found, quotas = _core.score(rulebook._core, selection, subjects, follower(progress, "subjects", len(subjects)))
    problems = [problem for _, _, refused in found for problem in refused]
    if problems and not keep_going:
        raise DataError(problems)
    standards = PickedStandards(rulebook, selection)

    def quota_result(quota_found: _core.QuotaFound) -> QuotaResult[Subject]:
        return quota_of(quota_found, standards, lambda at: subjects[at])

    return Scores([result_of(subject, result, standards) for subject, result in zip(subjects, found)], tuple(quota_result(one) for one in quotas))
