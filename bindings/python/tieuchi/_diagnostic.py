# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a rule file or with data, said so that a person can fix it."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, repr=False)
class Diagnostic:
    """One problem. `str()` gives several lines: code and message, the location, the excerpt with the mistake marked, the help.

    Source: docs/errors.md explains each code.
    """

    code: str
    """Stable, such as `E203`."""
    severity: Literal["error", "warning"]
    message: str
    """One line."""
    help: str
    """How to fix it; may be empty."""
    where: str
    """For data: `row 12: staff` (rows from 0), the name of a fact, or what the subject gives as `where`; else empty."""
    source: str | None
    """The rule file, or None for a problem in data."""
    line: int | None
    """In `source`, from 1."""
    column: int | None
    """In `source`, from 1; counts code points."""
    text: str
    """All of it for people, ending in a line end."""

    @property
    def location(self) -> str:
        """Where it is: `rules.tieuchi:12:5`, or `where`."""
        return self.where if self.source is None else f"{self.source}:{self.line}:{self.column}"

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Diagnostic {self.code}{' in ' if self.location else ''}{self.location}: {self.message}>"
