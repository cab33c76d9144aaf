# SPDX-License-Identifier: Apache-2.0
"""The parts of a standard that an answer speaks about."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ._fact import Option
from ._labels import Labels

Rule = Literal["when", "all_of", "any_of", "none_of", "at_least", "same_as", "points", "sum", "least", "greatest", "mean"]
"""How a criterion is decided: by a condition, by its parts, or by the points that it or its parts give."""


@dataclass(frozen=True, slots=True, repr=False)
class Criterion:
    """One clause of a standard. Criteria stand in the order of the law, each before its parts."""

    clause: str
    """`6.3.đ`; one that `same as` brought in names both clauses: `7.3/6.3.đ`."""
    document: str
    """Number of the document whose clause it is."""
    title: Labels
    note: Labels
    rule: Rule
    scored: bool
    """It gives points."""
    maximum: Decimal | None
    """The most points that it counts for, 0 of bonuses and deductions; None where it gives no points."""
    event: bool
    """It stands under `none of`: it is met when its event did not happen."""
    needs_judgement: bool
    """An open norm: an assessor's judgement, not a fact, decides."""
    needed: int
    """Of `at_least`: how many."""
    depth: int
    """0 for a criterion of the standard itself."""
    parent: int | None
    """Index, in `Standard.criteria`, of the criterion that it is part of."""
    children: tuple[int, ...]
    """Indices of its parts."""
    cites: tuple[str, ...]
    """Further clauses cited."""

    def __repr__(self) -> str:
        return f"<Criterion {self.clause}: {self.title}>"


@dataclass(frozen=True, slots=True, repr=False)
class Outcome:
    """A class that a subject can be given."""

    name: str
    """`met`"""
    label: Labels
    cite: str
    """The clause; may be empty."""

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Outcome {self.name}: {self.label}>"


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """A passage of the text that can be read in more than one way, and the way chosen."""

    name: str
    label: Labels
    options: tuple[Option, ...]
    default: str
    """Name of the option that is taken unless another is chosen."""
    chosen: str
    """Name of the option taken here."""
    cites: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Reading {self.name} = {self.chosen}>"


@dataclass(frozen=True, slots=True, repr=False)
class Exit:
    """A reason why a subject is not classed: the standard does not apply, it cannot be assessed, or a human decides."""

    kind: Literal["not_subject", "not_assessed", "referred"]
    cite: str
    """Its clause; may be empty."""
    label: Labels
    to: Labels
    """Of `referred`: who decides."""
    document: str
    """Number of the document whose clause it is."""

    def __repr__(self) -> str:
        return f"<Exit {self.kind} {self.cite}: {self.label}>"


@dataclass(frozen=True, slots=True, repr=False)
class Adjustment:
    """A cap, a floor or an automatic class."""

    kind: Literal["at_most", "at_least", "exactly"]
    outcome: str
    """Name of the outcome that it leads to."""
    cites: tuple[str, ...]
    label: Labels
    document: str
    """Number of the document whose clause it is."""

    def __repr__(self) -> str:
        return f"<Adjustment {self.kind} {self.outcome} {', '.join(self.cites)}: {self.label}>"


@dataclass(frozen=True, slots=True, repr=False)
class Quota:
    """At most a share of a population may have this outcome or a better one."""

    outcome: str
    percent: Decimal
    """Of those that count."""
    counted_outcome: str | None
    """Those with this outcome count; None: all that got a class."""
    or_better: bool
    """And those with a better one."""
    fewer_than: int | None
    """Where fewer than this count,"""
    then_at_most: int | None
    """this many may."""
    cite: str
    """The clause; may be empty."""

    def __repr__(self) -> str:
        among = f"{self.counted_outcome}{' or better' if self.or_better else ''}" if self.counted_outcome else "all that got a class"
        return f"<Quota {self.outcome} {self.cite}: at most {self.percent}% of {among}>"
