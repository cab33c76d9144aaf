# SPDX-License-Identifier: Apache-2.0
"""Compares the answers of an engine with ours, and only then times it."""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy

from regime import Columns

ROUNDS = 5


def columns() -> Columns:
    return Columns(Path(sys.argv[1]))


def compare(what: str, data: Columns, classes, totals=None) -> None:
    """Every answer given; `totals` only where the engine was asked for them."""
    for name, found, right in (("class", classes, data.classes), ("total", totals, data.totals)):
        if found is None:
            continue
        found = numpy.asarray(found)
        wrong = numpy.flatnonzero(found != right[: len(found)])
        if len(found) == 0 or len(wrong):
            first = wrong[0] if len(wrong) else "?"
            sys.exit(f"error: {what}: the {name} is not ours in {len(wrong)} of {len(found)} rows, the first is {first}")


def seconds_of(run) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def measure(name: str, what: str, rows: int, run, threads: int = 1, explains: bool = False) -> None:
    """Prints what `run` takes for so many rows: the medians of the time of the clock and of that of the processors."""
    run()
    clock, processors = [], []
    for _ in range(ROUNDS):
        begin, begin_processors = time.perf_counter(), time.process_time()
        run()
        processors.append(time.process_time() - begin_processors)
        clock.append(time.perf_counter() - begin)
    print(json.dumps({"name": name, "what": what, "rows": rows, "threads": threads, "explains": explains,
                      "seconds": statistics.median(clock), "cpu_seconds": statistics.median(processors)}))
