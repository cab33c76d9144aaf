# SPDX-License-Identifier: Apache-2.0
"""The answer for one subject by one standard."""
from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import _core, _html
from ._criterion import Exit
from ._decimal_range import DecimalRange
from ._diagnostic import Diagnostic
from ._fact import FactValue, Facts
from ._finding import AppliedAdjustment, Finding, Question

if TYPE_CHECKING:
    from ._standard import Standard


class Assessment:
    """An outcome, or the outcomes still possible, with the reasons. Immutable. `print` explains it in English.

    It is sound: whatever the missing facts turn out to be, the final outcome is in `possible`, and a new fact only ever narrows that.
    Equal answers of equal standards are equal and have equal hashes. It is pickled as its standard and its facts.

    Source: docs/assessment.schema.json describes `to_dict()`; dsl/LANGUAGE.md what an answer holds.
    """

    def __init__(self, core: _core.Assessment, standard: Standard, given: Facts | None = None) -> None:
        self._core = core
        self._standard = standard
        self._given = given

    @property
    def standard(self) -> Standard:
        """The standard that it is by."""
        return self._standard

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """Names of the outcomes still possible, in the order of the rules. Never empty."""
        return self._core.possible

    @property
    def decided(self) -> bool:
        """True when one outcome is left, even if facts are missing."""
        return len(self.possible) == 1

    @property
    def outcome(self) -> str | None:
        """Name of the outcome; None while several are possible."""
        return self.possible[0] if self.decided else None

    @cached_property
    def exit(self) -> Exit | None:
        """The exit that holds (not subject, not assessed, referred), or None."""
        return self._core.exit

    @cached_property
    def total(self) -> DecimalRange | None:
        """The total, in points; None when the standard gives none."""
        return self._core.total

    @cached_property
    def maximum(self) -> DecimalRange | None:
        """What the total can be at most, in points, where everything that applies is met; None when the standard gives none."""
        return self._core.maximum

    @cached_property
    def because(self) -> tuple[str, ...]:
        """Why this outcome and not a better one: the clauses that it rests on, at least one when it is decided. While undecided, those of exits and
        adjustments that surely hold."""
        return self._core.because

    @cached_property
    def adjustments(self) -> tuple[AppliedAdjustment, ...]:
        """The caps, floors and automatic classes that surely hold, or may and would change the class, in the order of the rules."""
        return self._core.adjustments

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """One for each criterion, in the order of `Standard.criteria`."""
        return self._core.findings

    def finding(self, clause: str) -> Finding:
        """The finding of a clause. Raises KeyError."""
        for one in self.findings:
            if one.clause == clause:
                return one
        raise KeyError(f"standard `{self._standard.name}` has no criterion `{clause}`")

    @cached_property
    def strengths(self) -> tuple[Finding, ...]:
        """What to report as met: the largest criteria, not their parts. Empty where an exit holds, as of all five."""
        return self._those(self._core.strengths)

    @cached_property
    def shortcomings(self) -> tuple[Finding, ...]:
        """What to report as not met: the smallest criteria, for those can be acted on."""
        return self._those(self._core.shortcomings)

    @cached_property
    def still_open(self) -> tuple[Finding, ...]:
        """The smallest criteria that keep the outcome open; once it is decided, those that stayed open and are not needed for it."""
        return self._those(self._core.still_open)

    @cached_property
    def not_applicable(self) -> tuple[Finding, ...]:
        """The largest criteria that do not apply."""
        return self._those(self._core.not_applicable)

    @cached_property
    def exceptions(self) -> tuple[Finding, ...]:
        """The criteria met by their exception (`unless`), also within one that is a strength."""
        return self._those(self._core.exceptions)

    def _those(self, indices: tuple[int, ...]) -> tuple[Finding, ...]:
        return tuple(self.findings[index] for index in indices)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The missing facts that can still change the outcome, most decisive first; empty when decided."""
        return self._core.questions

    @cached_property
    def facts_used(self) -> tuple[FactValue, ...]:
        """The facts that settled the outcome; while it is open, all that are known."""
        return self._core.facts_used

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What was wrong with the facts given, where they were taken for unknown (`keep_going=True`)."""
        return self._core.problems

    def explain(self, language: str = "en", subject: str = "") -> str:
        """The assessment for people: the outcome and why, strengths, shortcomings, open questions. Several lines.

        `language` is `vi` or `en`, or a tag that leads there, such as `en-GB`; any other: English words, which the answer says, with labels in
        that language where there are any, else in English. `subject` is what to call the subject; empty: not named.
        """
        return self._core.explain(language, subject)

    def to_json(self, language: str = "en", subject: str = "") -> str:
        """One JSON object on one line, keys in a fixed order, decimals as text."""
        return self._core.to_json(language, subject)

    def to_dict(self, language: str = "en", subject: str = "") -> dict[str, Any]:
        """What `to_json` says, as a dict."""
        made: dict[str, Any] = json.loads(self.to_json(language, subject))
        return made

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        total = f", {self.total} of {self.maximum} points" if self.total is not None else ""
        because = f", because of {', '.join(self.because)}" if self.because else ""
        questions = f", {len(self.questions)} questions open" if self.questions else ""
        return f"<Assessment by {self._standard.name}: {' | '.join(self.possible)}{total}{because}{questions}>"

    def _repr_html_(self) -> str:
        labels = {one.name: one.label for one in self._standard.outcomes}
        answer = " | ".join(str(labels[name]) for name in self.possible)
        document = self._standard.document

        def rows(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
            return [(one.clause, one.criterion.title, "; ".join(f"{each.name}: {each.text}" for each in one.facts if each.least is not None)) for one in findings]

        return _html.block(
            _html.heading(f"{self._standard.title}: {answer}"),
            _html.line(f"{document.number} ({self._standard.status}), as in force on {self._standard.on}"),
            _html.line(f"Total: {self.total} of {self.maximum} points") if self.total is not None else "",
            _html.line(f"Because of: {', '.join(self.because)}") if self.because else "",
            _html.table(
                ("Clauses", "Adjustment", "Effect"),
                [(", ".join(one.adjustment.cites), f"{one.adjustment.kind.replace('_', ' ')} {labels[one.adjustment.outcome]}", one.effect) for one in self.adjustments],
            ),
            _html.table(
                ("Clause", "Shortcoming", "Lost", "Facts"),
                [(clause, title, one.lost or "", facts) for one, (clause, title, facts) in zip(self.shortcomings, rows(self.shortcomings), strict=True)],
            ),
            _html.table(("Fact", "Still to be asked", "Clauses"), [(one.fact.name, one, ", ".join(one.clauses)) for one in self.questions]),
            _html.table(("Clause", "Met by an exception", "Facts"), rows(self.exceptions)),
            _html.table(("Clause", "Strength"), [(one.clause, one.criterion.title) for one in self.strengths]),
            _html.table(("Clause", "Does not apply"), [(one.clause, one.criterion.title) for one in self.not_applicable]),
            _html.table(
                ("Clause", "Still open, and not needed" if self.decided else "Still open"),
                [(one.clause, one.criterion.title) for one in self.still_open],
            ),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Assessment):
            return NotImplemented
        return self._standard == other._standard and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        if self._given is not None:
            return assess_given, (self._standard, dict(self._given))
        return assess_bounds, (self._standard, self._core.bounds)


def assess_given(standard: Standard, facts: Facts) -> Assessment:
    """What an assessment by the facts given is pickled as."""
    return standard.assess(facts, keep_going=True)


def assess_bounds(standard: Standard, bounds: _core.Bounds) -> Assessment:
    """What an assessment within a population is pickled as: some of its facts come from other subjects."""
    return Assessment(standard._core.assess_again(bounds), standard)
