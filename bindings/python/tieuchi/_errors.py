# SPDX-License-Identifier: Apache-2.0
"""The exceptions, each with the diagnostics that say what is wrong and where."""
from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from ._diagnostic import Diagnostic


class TieuchiError(Exception):
    """What all exceptions of the package are. Their text is that of the diagnostics, one after another."""

    shown: ClassVar[int] = 20
    """How many diagnostics the text shows; all are in `diagnostics`."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong, in the order in which it was found. Empty where only words are known, such as of a stream that failed."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = (), message: str = "") -> None:
        self.diagnostics = tuple(diagnostics)
        self.message = message
        super().__init__(self.diagnostics, message)  # what it is pickled by

    def __str__(self) -> str:
        if self.message:
            return self.message
        texts = "\n".join(one.text.rstrip("\n") for one in self.diagnostics[: self.shown])
        more = len(self.diagnostics) - self.shown
        return f"{texts}\n… and {more} more in `diagnostics`" if more > 0 else texts


class RulesError(TieuchiError, ValueError):
    """The rules are wrong: every problem of every file."""


class SelectionError(TieuchiError, LookupError):
    """There are no such rules: an unknown standard, kind, reading or jurisdiction, or a day on which none is in force."""


class DataWarning(UserWarning):
    """Some values of a table were refused, and taken for unknown."""

    diagnostics: tuple[Diagnostic, ...]
    """The first of them, as `Answers.problems` had them when this was told."""

    def __init__(self, message: str, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(message)


class DataError(TieuchiError, ValueError):
    """The data are wrong: a fact, a subject, a column, or a table that ends in an error."""
