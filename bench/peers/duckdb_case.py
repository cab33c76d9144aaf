# SPDX-License-Identifier: Apache-2.0
"""DuckDB: the regime as SQL, over a table of its own, the answers written into another one."""

import duckdb

import regime
import trial


def choose(condition, value, other) -> str:
    return f"CASE WHEN {condition} THEN {value} ELSE {other} END"


def in_cases() -> str:
    return regime.total_in(choose, "greatest(0, {})")


def in_casts() -> str:
    """The same with products in place of the choices between 0 and one number."""
    parts = [f"{points} * {name}::INTEGER" for name, points in regime.ITEMS.items()]
    (high, most), (low, some) = regime.LEVELS
    parts += [f"{some} * ({name} >= {low})::INTEGER + {most - some} * ({name} >= {high})::INTEGER" for name in regime.MEASURES]
    parts += [f"greatest(0, {regime.FULL} - {regime.LESS} * {name})" for name in regime.EVENTS]
    return " + ".join(parts)


def query(total: str) -> str:
    found = regime.class_in(choose, "total", "AND", "NOT ")
    return f"""CREATE OR REPLACE TABLE answers AS
        SELECT ({found})::TINYINT AS class, total::INTEGER AS total FROM (SELECT *, {total} AS total FROM facts)"""


def main() -> None:
    data = trial.columns()
    connection = duckdb.connect(config={"threads": 1})
    arrow = data.arrow()
    connection.register("given", arrow)
    connection.execute("CREATE TABLE facts AS SELECT * FROM given")
    for name, how, total in (("duckdb_case", "CASE", in_cases()), ("duckdb_casts", "casts and products", in_casts())):
        what = f"DuckDB {duckdb.__version__}, {how}"
        text = query(total)
        connection.execute(text)
        answers = connection.execute("SELECT class, total FROM answers").fetchnumpy()
        trial.compare(what, data, answers["class"], answers["total"])
        trial.measure(name, what, data.rows, lambda: connection.execute(text))


main()
