# SPDX-License-Identifier: Apache-2.0
"""Which rules to assess by."""
from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

Day = datetime.date | str
"""A day: a `datetime.date`, a `datetime` at midnight without a time zone, or text such as `"2022-11-15"`."""


def to_day(given: Day, name: str) -> datetime.date:
    """Reads a day. Raises TypeError and ValueError, naming the argument."""
    if isinstance(given, datetime.datetime):
        if given != given:  # NaT of pandas
            raise ValueError(f"`{name}` is a day, not {given}")
        if given.tzinfo is not None or given.time() != datetime.time() or getattr(given, "nanosecond", False):
            raise TypeError(f"`{name}` is a day, not a {type(given).__name__} with a time of day or a time zone, for which it is another day elsewhere")
        return given.date()
    if isinstance(given, datetime.date):
        return given
    if not isinstance(given, str):
        raise TypeError(f"`{name}` is a datetime.date, or text such as \"2022-11-15\", not {type(given).__name__}")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            pass
    raise ValueError(f"`{name}` is a day such as \"2022-11-15\", not {given!r}")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules to assess by: what `Rulebook.standard` was asked for besides the name."""

    on: datetime.date
    """The day whose rules apply."""
    year: int | None = None
    """The year in which the period of the facts closes; None: the year of `on`."""
    readings: tuple[tuple[str, str], ...] = ()
    """Readings chosen by name, sorted; those not named keep the default stated in the rules."""
    jurisdiction: str = ""
    """The jurisdiction whose rules apply; empty: those of the country alone."""

    @classmethod
    def of(cls, on: Day, year: int | None, readings: Mapping[str, str] | None, jurisdiction: str) -> Selection:
        """What the user asked for, checked. Raises TypeError and ValueError."""
        if year is not None and type(year) is not int:
            raise TypeError(f"`year` is an int, not {type(year).__name__}")
        if year is not None and not 1 <= year <= 9999:
            raise ValueError(f"`year` is from 1 to 9999, not {year}")
        if not isinstance(jurisdiction, str):
            raise TypeError(f"`jurisdiction` is a str, not {type(jurisdiction).__name__}")
        chosen = dict(readings or {})
        if not all(isinstance(one, str) for pair in chosen.items() for one in pair):
            raise TypeError("`readings` gives names of options by the names of readings, as str")
        return cls(to_day(on, "on"), year, tuple(sorted(chosen.items())), jurisdiction)
