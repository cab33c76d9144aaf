# SPDX-License-Identifier: Apache-2.0
"""The parts of an assessment."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from . import _html
from ._criterion import Adjustment, Criterion
from ._decimal_range import DecimalRange
from ._fact import Fact, FactValue

FindingStatus = Literal["met", "not_met", "unknown", "not_applicable"]


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """One criterion's part of an assessment."""

    criterion: Criterion
    status: FindingStatus
    without_exception: FindingStatus
    """What it would be but for its exception (`unless`)."""
    excepted: bool
    """Met by its exception: without it, it would not be met, or could not be said to be."""
    points: DecimalRange | None
    """What it gives, in points; None where it is not scored."""
    maximum: DecimalRange | None
    """What it counts for, in points; None where it is not scored."""
    lost: DecimalRange | None
    """What it falls short of its maximum by, in points; 0 of a bonus; None where it is not scored."""
    facts: tuple[FactValue, ...]
    """The facts that settle it: those known, when it is settled; those missing, when it is not."""

    @property
    def clause(self) -> str:
        """The clause of its criterion."""
        return self.criterion.clause

    def __repr__(self) -> str:
        points = f", {self.points} of {self.maximum} points" if self.points is not None else ""
        return f"<Finding {self.clause}: {self.status}{points}>"

    def _repr_html_(self) -> str:
        points = f", {self.points} of {self.maximum} points" if self.points is not None else ""
        by_exception = ", by its exception" if self.excepted else ""
        return _html.block(
            _html.heading(f"{self.clause} {self.criterion.title}"),
            _html.line(f"{self.status.replace('_', ' ')}{by_exception}{points}"),
            _html.table(("Fact", "Value"), [(one.name, one.text) for one in self.facts]),
        )


@dataclass(frozen=True, slots=True, repr=False)
class Question:
    """A missing fact that can still change the outcome."""

    fact: Fact
    clauses: tuple[str, ...]
    """The clauses that wait for it, with those that exits and adjustments cite."""
    needs_judgement: bool
    can_decide: bool
    """One of its answers would settle the outcome at once."""
    by: str
    """`2022-03-31` when the fact has a day by which it must have happened; else empty."""

    def text(self, language: str = "en") -> str:
        """What to ask."""
        return self.fact.question.text(language)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Question {self.fact.name}: {self}>"

    def _repr_html_(self) -> str:
        about = [f"clause {', '.join(self.clauses)}"] if self.clauses else []
        about += ["for an assessor to judge"] if self.needs_judgement else []
        about += ["one answer can decide the outcome"] if self.can_decide else []
        about += [f"by {self.by}"] if self.by else []
        return _html.block(
            _html.heading(self),
            _html.line(f"{self.fact.name}: {self.fact.valid_answers}"),
            _html.line("; ".join(about)) if about else "",
        )


@dataclass(frozen=True, slots=True, repr=False)
class AppliedAdjustment:
    """An adjustment that surely holds, or that may and would change the class."""

    adjustment: Adjustment
    certain: bool
    """It surely changed the class."""
    holds: bool
    """Its condition surely holds, whatever the missing facts turn out to be."""
    idle: bool
    """It holds and leaves the class as it is."""
    facts: tuple[FactValue, ...]
    """The facts that settle its condition, or those missing while that is open."""

    @property
    def effect(self) -> str:
        """`changed the class`, `changes nothing`, `holds` or `still open`."""
        return "changed the class" if self.certain else "changes nothing" if self.idle else "holds" if self.holds else "still open"

    def __repr__(self) -> str:
        return f"<AppliedAdjustment {self.adjustment.kind} {self.adjustment.outcome}{'' if self.certain else f', {self.effect}'}>"
