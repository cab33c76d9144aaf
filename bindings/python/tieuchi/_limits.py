# SPDX-License-Identifier: Apache-2.0
"""Bounds on what the library will take in."""
from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep hostile rules to bounded time and memory. Beyond one of them there is a RulesError, never a crash."""

    file_bytes: int = 8 << 20
    """Size of one rule file, in bytes."""
    files: int = 10_000
    """Rule files in one folder."""
    documents: int = 4_000
    """Documents in one rulebook."""
    standards: int = 4_000
    """Standards in one rulebook, all versions counted."""
    nesting: int = 32
    """Depth of parentheses, of `not` and of criteria; more than 256 counts as 256."""
    criteria: int = 20_000
    """Criteria in one standard."""
    facts: int = 20_000
    """Facts in one standard."""
    diagnostics: int = 100
    """Problems reported for one file."""
    parts: int = 1_000_000
    """Parts of all standards together, once amendments and `same as` are written out."""

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            most = 2**63 - 1 if one.name in ("file_bytes", "files", "parts") else 2**32 - 1
            if type(value) is not int:
                raise TypeError(f"`{one.name}` is an int, not {type(value).__name__}")
            if not 0 <= value <= most:
                raise ValueError(f"`{one.name}` is from 0 to {most}, not {value}")
