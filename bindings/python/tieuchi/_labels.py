# SPDX-License-Identifier: Apache-2.0
"""Texts for people, in several languages."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Labels:
    """One thing's text in several languages, in the order of the rule file. `str()` gives the English one.

    Shape: `entries` holds pairs of language (`vi`, `en`, …; empty when the file names none) and text.
    """

    entries: tuple[tuple[str, str], ...] = ()

    def text(self, language: str = "en") -> str:
        """The text in `language`; without one there, the text that names no language, else the first; empty when there is none."""
        texts = dict(self.entries)
        return texts.get(language, texts.get("", self.entries[0][1] if self.entries else ""))

    def __str__(self) -> str:
        return self.text()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __repr__(self) -> str:
        return f"Labels({', '.join(f'{language or None}: {text!r}' for language, text in self.entries)})"
