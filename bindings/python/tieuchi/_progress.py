# SPDX-License-Identifier: Apache-2.0
"""Telling how far long work has come."""
from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable

Progress = bool | Callable[[int], object] | None
"""None: a bar on the standard error, where that is a terminal and the work takes longer than a second. False: none. A callable is called
between batches with the number done; what it raises ends the work."""


class Bar:
    """A line on the standard error that is written over, and wiped when the work has ended or this is dropped."""

    delay = 1.0
    """Seconds until it is shown."""
    pause = 0.1
    """Seconds between two lines."""
    width = 30

    def __init__(self, unit: str, total: int | None) -> None:
        self._unit = unit
        self._total = total
        self._next = time.monotonic() + self.delay
        self._shown = 0

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + self.pause
        text = self.text(done)
        self._write("\r" + text.ljust(self._shown))
        self._shown = len(text)

    def text(self, done: int) -> str:
        """What is shown: `[######      ] 1,310,720 of 6,553,600 rows`."""
        if not self._total:
            return f"{done:,} {self._unit}"
        full = min(self.width, self.width * done // self._total)
        return f"[{'#' * full}{' ' * (self.width - full)}] {done:,} of {self._total:,} {self._unit}"

    def close(self) -> None:
        """Wipes the line."""
        if self._shown:
            self._write("\r" + " " * self._shown + "\r")
        self._shown = 0

    def _write(self, text: str) -> None:
        """Work goes on where its progress cannot be shown."""
        with contextlib.suppress(AttributeError, OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()

    def __del__(self) -> None:
        self.close()


def follower(progress: Progress, unit: str, total: int | None) -> Callable[[int], object]:
    """What is to be called with the number done."""
    if callable(progress):
        return progress
    if progress is not None and not isinstance(progress, bool):
        raise TypeError(f"`progress` is None, a bool or something to be called, not {type(progress).__name__}")
    if progress is False or sys.stderr is None or not sys.stderr.isatty():
        return lambda done: None
    return Bar(unit, total)
