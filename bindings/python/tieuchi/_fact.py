# SPDX-License-Identifier: Apache-2.0
"""What a standard asks about its subjects."""
from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ._labels import Labels

FactType = Literal["yes_no", "count", "number", "percent", "date", "one_of", "judged"]
"""`count`: a whole number, 0 or more; `percent`: 87.5 means 87.5 %; `judged`: points that an assessor gives, in steps."""

Value = bool | int | float | Decimal | str | datetime.date | None
"""What a fact can be given as. None is unknown: never no, never zero; so are an empty text, and
what stands for nothing in tables: NaN, NaT, `pandas.NA`. A float means its shortest decimal form: 0.1 is one tenth. Text is read by the fact's type: `yes`, `120`, `87.5%`, `2022-02-10`, the name of an option; a whole
number in digits alone, for `1.000` is a thousand to some."""

Facts = Mapping[str, Value]
"""What is known of a subject, by the names of facts. What is not there is unknown."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values of a `one of` fact, or of a reading."""

    name: str
    label: Labels


@dataclass(frozen=True, slots=True, repr=False)
class Fact:
    """The description of one fact of one standard: enough to build a form from."""

    name: str
    """As in data; the fact of the period before is `previous_…`."""
    type: FactType
    label: Labels
    question: Labels
    """What to ask; the label where the rules give no question of their own."""
    evidence: Labels
    """Where its proof is found; may be empty."""
    options: tuple[Option, ...]
    """Of `one_of`."""
    ordered: bool
    """Of `one_of`: the options stand from lowest to highest."""
    least: Decimal | None
    """Of numbers: the smallest valid value, else None."""
    most: Decimal | None
    """Of numbers: the largest valid value, else None."""
    scale: int
    """Digits after the point that a value may have."""
    step: Decimal | None
    """Of `judged`: a value is a multiple of it, else None."""
    at_most: str | None
    """Name of the fact that it may not exceed."""
    by: tuple[int, int] | None
    """Month and day of the year by which it must have happened."""
    only_for: tuple[str, ...]
    """The kinds of subject that it exists for; empty: every kind of the standard."""
    previous: bool
    """It describes the period before."""
    from_subunits: bool
    """It is counted from the sub-units where the data has them."""
    from_outcome: bool
    """It is the outcome of another standard, found where the data has the subject that it is of."""
    valid_answers: str
    """What may be answered, in English: `a whole number from 0 to 120`."""

    def __repr__(self) -> str:
        return f"<Fact {self.name}: {self.valid_answers}>"


@dataclass(frozen=True, slots=True, repr=False)
class FactValue:
    """A fact as an assessment read it: `least` and `most` are what it lies between, both included, and None when nothing is known."""

    name: str
    least: Value
    most: Value
    text: str
    """The value for people, in English: `yes`, `118`, `87.5%`, `15 to 18`, `unknown`."""

    @property
    def known(self) -> bool:
        """True when one value is left."""
        return self.least is not None and self.least == self.most

    @property
    def value(self) -> Value:
        """The value when it is known, else None."""
        return self.least if self.known else None

    def __repr__(self) -> str:
        return f"<FactValue {self.name}: {self.text}>"
