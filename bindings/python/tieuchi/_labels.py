# SPDX-License-Identifier: Apache-2.0
"""Texts for people, in several languages."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


def lookup(language: str) -> Iterator[str]:
    """The languages to look for, the nearest first: `zh-hant-tw`, `zh-hant`, `zh` (RFC 4647, 3.4). `en_GB.UTF-8`, as systems write it, too."""
    parts = re.split(r"[-_.@]", language.lower())
    while parts and parts[0]:
        yield "-".join(parts)
        parts = parts[:-1]
        while len(parts) > 1 and len(parts[-1]) == 1:  # which means something only with what follows it
            parts = parts[:-1]


@dataclass(frozen=True, slots=True, repr=False)
class Labels:
    """One thing's text in several languages, in the order of the rule file. `str()` gives the English one.

    Shape: `entries` holds pairs of language (`vi`, `en`, …; empty when the file names none) and text.
    """

    entries: tuple[tuple[str, str], ...] = ()

    def text(self, language: str = "en") -> str:
        """The text in `language`, whatever its case, or in the nearest wider one (`en` for `en-GB`); without one there, the text that names no
        language, else the first; empty when there is none."""
        for wanted in (*lookup(language), ""):
            for known, text in self.entries:
                if known.lower() == wanted:
                    return text
        return self.entries[0][1] if self.entries else ""

    def __str__(self) -> str:
        return self.text()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __repr__(self) -> str:
        return f"Labels({', '.join(f'{language or None}: {text!r}' for language, text in self.entries)})"
