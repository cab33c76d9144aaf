# SPDX-License-Identifier: Apache-2.0
"""A legal text."""
from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ._labels import Labels

Status = Literal["official", "local", "draft", "illustrative"]
"""How far a rule file may be relied on. `official`: every number and clause is in the cited text; `local`: an official text of one jurisdiction;
`draft`: incomplete, or not yet checked against the text; `illustrative`: contains numbers without a source: an example, not law."""


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A legal text, as its rule file describes it."""

    number: str
    """`124/2021/TT-BCA`"""
    title: Labels
    issuer: Labels
    note: Labels
    status: Status
    in_force_from: datetime.date
    """The first day in force."""
    in_force_to: datetime.date | None
    """The first day no longer in force; None: still in force."""
    replaces: tuple[str, ...]
    """Numbers of the documents that it replaces."""
    amends: tuple[str, ...]
    """Numbers of the documents of which it changes clauses."""
    jurisdiction: str
    """the one where it is in force; empty: everywhere."""
    sources: tuple[str, ...]
    """Where the text was read."""

    def in_force_on(self, day: datetime.date) -> bool:
        """True on the days on which it applies."""
        return self.in_force_from <= day and (self.in_force_to is None or day < self.in_force_to)

    def __repr__(self) -> str:
        until = f" to {self.in_force_to}" if self.in_force_to else ""
        return f"<Document {self.number} ({self.status}), in force from {self.in_force_from}{until}>"
