# SPDX-License-Identifier: Apache-2.0
"""The regime of bench/columns/regime.tieuchi in the words of other engines, and the columns that tieuchi_bench_columns wrote."""

from pathlib import Path

import numpy

ITEMS = {f"item_{i}": 1 if i % 2 else 2 for i in range(1, 21)}  # the points of each
MEASURES = [f"measure_{i}" for i in range(1, 7)]
LEVELS = [(75, 5), (55, 3)]  # limit, points
EVENTS = [f"events_{i}" for i in range(1, 5)]
FULL, LESS = 10, 2  # of each kind of event: points, and what one event costs
VETOES = ["veto_1", "veto_2"]
LIMITS = [90, 80, 65]  # of the classes 0, 1 and 2; the rest is 3
BOOLEANS = [*ITEMS, *VETOES]
NUMBERS = [*MEASURES, *EVENTS]


class Columns:
    """The facts and the right answers, as they are in the files."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.classes = numpy.fromfile(folder / "classes.int8", numpy.int8)
        self.totals = numpy.fromfile(folder / "totals.int32", numpy.int32)
        self.rows = len(self.classes)

    def bits(self, name: str) -> numpy.ndarray:
        """A column of yes and no as it is in Arrow: eight rows in a byte."""
        return numpy.fromfile(self.folder / f"{name}.bits", numpy.uint8)

    def booleans(self, name: str) -> numpy.ndarray:
        """The same with a byte for each row."""
        return numpy.unpackbits(self.bits(name), bitorder="little", count=self.rows).view(numpy.bool_)

    def numbers(self, name: str) -> numpy.ndarray:
        return numpy.fromfile(self.folder / f"{name}.int32", numpy.int32)

    def arrow(self):
        """All facts as an Arrow table, without a copy."""
        import pyarrow

        arrays = {}
        for name in BOOLEANS:
            arrays[name] = pyarrow.BooleanArray.from_buffers(pyarrow.bool_(), self.rows, [None, pyarrow.py_buffer(self.bits(name))])
        for name in NUMBERS:
            arrays[name] = pyarrow.array(self.numbers(name))
        return pyarrow.table(arrays)

    def dictionaries(self, rows: int) -> list[dict]:
        """The facts of the first rows, one dictionary each."""
        names = [*BOOLEANS, *NUMBERS]
        columns = [self.booleans(name)[:rows].tolist() for name in BOOLEANS] + [self.numbers(name)[:rows].tolist() for name in NUMBERS]
        return [dict(zip(names, row)) for row in zip(*columns)]


def choices(condition_values, otherwise, form) -> str:
    """A chain of choices: `form` puts a condition, what is then and what else is."""
    text = otherwise
    for condition, value in reversed(condition_values):
        text = form(condition, value, text)
    return text


def in_question_marks(condition, value, other) -> str:
    return f"({condition} ? {value} : {other})"


def total_in(choose, greatest: str) -> str:
    """The total as a sum; `choose` forms a choice, `greatest` the greater of 0 and `{}`."""
    parts = [choices([(name, points)], "0", choose) for name, points in ITEMS.items()]
    for name in MEASURES:
        parts.append(choices([(f"{name} >= {limit}", points) for limit, points in LEVELS], "0", choose))
    for name in EVENTS:
        parts.append(greatest.format(f"{FULL} - {LESS} * {name}"))
    return " + ".join(parts)


def class_in(choose, total: str, conjunction: str, negation: str) -> str:
    """The class; a veto keeps the classes above its cap out of reach."""
    vetoed = [VETOES, VETOES[1:], []]
    lines = []
    for index, (limit, by) in enumerate(zip(LIMITS, vetoed)):
        lines.append((f" {conjunction} ".join([f"{total} >= {limit}", *(f"{negation}{name}" for name in by)]), str(index)))
    return choices(lines, "3", choose)
