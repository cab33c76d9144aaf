# SPDX-License-Identifier: Apache-2.0
"""Polars: expressions over columns, lazily. POLARS_MAX_THREADS says how many threads it may use."""

import functools
import operator

import polars
from polars import col, lit, when

import regime
import trial


def total():
    parts = [col(name).cast(polars.Int32) * points for name, points in regime.ITEMS.items()]
    (high, most), (low, some) = regime.LEVELS
    parts += [when(col(name) >= high).then(lit(most, polars.Int32)).when(col(name) >= low).then(lit(some, polars.Int32))
              .otherwise(lit(0, polars.Int32)) for name in regime.MEASURES]
    parts += [(regime.FULL - regime.LESS * col(name)).clip(lower_bound=0) for name in regime.EVENTS]
    return functools.reduce(operator.add, parts)


def class_of(total_of):
    def value(one: int):
        return lit(one, polars.Int8)

    first, second, third = regime.LIMITS
    cap_good, cap_fair = (col(name) for name in regime.VETOES)
    return (when((total_of >= first) & ~cap_good & ~cap_fair).then(value(0)).when((total_of >= second) & ~cap_fair).then(value(1))
            .when(total_of >= third).then(value(2)).otherwise(value(3)))


def main() -> None:
    data = trial.columns()
    frame = polars.from_arrow(data.arrow())
    query = frame.lazy().with_columns(total=total()).select(class_of(col("total")).alias("class"), "total")
    threads = polars.thread_pool_size()
    best = min(("in-memory", "streaming"), key=lambda engine: trial.seconds_of(lambda: query.collect(engine=engine)))
    what = f"Polars {polars.__version__}, {best} engine"
    answers = query.collect(engine=best)
    trial.compare(what, data, answers["class"].to_numpy(), answers["total"].to_numpy())
    name = "polars" if threads == 1 else "polars_all_threads"
    trial.measure(name, what, data.rows, lambda: query.collect(engine=best), threads)


main()
