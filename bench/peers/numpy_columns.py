# SPDX-License-Identifier: Apache-2.0
"""NumPy: one operation after another over blocks of rows that fit into the caches; yes and no take a byte each."""

import numpy

import regime
import trial

BLOCK = 16 * 1024


def answer(items, measures, events, vetoes, classes, totals) -> None:
    """One block."""
    total = numpy.zeros(len(totals), numpy.int32)
    for column, points in items:
        total += column.view(numpy.int8) * numpy.int8(points)
    (high, most), (low, some) = regime.LEVELS
    for column in measures:
        total += (column >= low).view(numpy.int8) * numpy.int8(some) + (column >= high).view(numpy.int8) * numpy.int8(most - some)
    for column in events:
        total += numpy.maximum(0, regime.FULL - regime.LESS * column)
    found = numpy.full(len(totals), len(regime.LIMITS), numpy.int8)
    for limit in regime.LIMITS:
        found -= (total >= limit).view(numpy.int8)
    for cap, column in enumerate(vetoes, start=1):
        numpy.maximum(found, column.view(numpy.int8) * numpy.int8(cap), out=found)
    classes[:] = found
    totals[:] = total


def main() -> None:
    data = trial.columns()
    items = [(data.booleans(name), points) for name, points in regime.ITEMS.items()]
    measures = [data.numbers(name) for name in regime.MEASURES]
    events = [data.numbers(name) for name in regime.EVENTS]
    vetoes = [data.booleans(name) for name in regime.VETOES]
    classes, totals = numpy.empty(data.rows, numpy.int8), numpy.empty(data.rows, numpy.int32)

    def run() -> None:
        for first in range(0, data.rows, BLOCK):
            block = slice(first, first + BLOCK)
            answer([(column[block], points) for column, points in items], [one[block] for one in measures],
                   [one[block] for one in events], [one[block] for one in vetoes], classes[block], totals[block])

    what = f"NumPy {numpy.__version__}, blocks of {BLOCK} rows"
    run()
    trial.compare(what, data, classes, totals)
    trial.measure("numpy", what, data.rows, run)


main()
