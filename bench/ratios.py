# SPDX-License-Identifier: Apache-2.0
"""Measures the columnar evaluator against yardsticks and peers, and prints one table of ratios: what, measured, aim, verdict.
Writes results/latest.json beside this file. Exit 1 when an aim is missed."""

import datetime
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

# script, threads that Polars may use
PEERS = [("duckdb_case", 1), ("polars_columns", 1), ("polars_columns", 0), ("numpy_columns", 1), ("zen_graph", 1), ("cel_expression", 1),
         ("json_logic", 1)]

# key, what, aim (None: shown, not judged). How many times as long they take, a row, as ours; so more is better.
FASTER = [
    ("hand_written_row_loop", "a hand-written C++ row loop against ours", 8),
    ("hand_written_without_branches", "the same without branches for the items", None),
    ("memory_read", "reading the bytes against ours (1 = as fast)", 0.3),
    ("duckdb_case", "DuckDB, one CASE, against ours", 10),
    ("polars", "Polars, one thread, against ours", None),
    ("numpy", "NumPy, in blocks, against ours", None),
    ("zen", "ZEN, a decision graph, against ours", 1000),
    ("two_threads", "one thread against two", 1.7),
    ("two_threads_at_most", "what two threads gain at all (pure arithmetic)", None),
    ("population_rows", "a population by rows against one by columns", None),
]
# What ours costs more, as a factor; so less is better.
COSTS = [
    ("nulls_1pct", "1 % nulls against none", 1.5),
    ("nulls_50pct", "50 % nulls against none", 2.5),
    ("reasons", "reasons for each row against none", 2.5),
    ("population_growth", "a subject of a population ten times as large", None),
]


def columns(program: Path, folder: Path, sizes: list[str]) -> dict:
    subprocess.run([program, folder, *sizes], check=True)
    return json.loads((folder / "columns.json").read_text())


def peers(python: Path, data: Path) -> list[dict]:
    """What the peers measured of themselves. Empty where they are not installed; an answer that is not ours stops everything."""
    if not python.exists():
        return []
    found = []
    for script, threads in PEERS:
        print(f"  {script}", file=sys.stderr)
        environment = os.environ | ({"POLARS_MAX_THREADS": str(threads)} if threads else {})
        done = subprocess.run([python, HERE / "peers" / f"{script}.py", data], check=True, stdout=subprocess.PIPE, text=True, env=environment)
        found += [json.loads(line) for line in done.stdout.splitlines()]
    return found


class Figures:
    """Times of one row, in nanoseconds: of the processors, and by the clock on the wall."""

    def __init__(self, timings: list[dict]):
        self.cpu = {self.key(one): one["cpu_seconds"] / one["rows"] * 1e9 for one in timings}
        self.wall = {self.key(one): one["seconds"] / one["rows"] * 1e9 for one in timings}

    @staticmethod
    def key(one: dict) -> str:
        group = one.get("group", "regime")
        return one["name"] if group == "regime" else f"{group}/{one['name']}"


def ratios_of(figures: Figures) -> dict[str, float]:
    """What ran on one thread is compared by what the processor worked, so that other work on the machine counts less."""
    cpu, wall = figures.cpu, figures.wall
    ours = cpu["ours"]
    made = {
        "hand_written_row_loop": cpu["row_loop"] / ours,
        "hand_written_without_branches": cpu["row_loop_without_branches"] / ours,
        "memory_read": cpu["memory_read"] / ours,
        "two_threads": wall["threads/ours"] / wall["threads/ours_two_threads"],
        "two_threads_at_most": wall["threads/twice_the_arithmetic"] / wall["threads/twice_the_arithmetic_in_two_threads"],
        "nulls_1pct": cpu["ours_nulls_1pct"] / ours,
        "nulls_50pct": cpu["ours_nulls_50pct"] / ours,
        "reasons": cpu["ours_reasons"] / ours,
    }
    rows = max((int(name.rsplit("_", 1)[1]) for name in cpu if name.startswith("population/rows_")))
    made["population_rows"] = cpu[f"population/rows_{rows}"] / cpu[f"population/columns_{rows}"]
    largest = max((int(name.rsplit("_", 1)[1]) for name in cpu if name.startswith("population/columns_")))
    made["population_growth"] = cpu[f"population/columns_{largest}"] / cpu[f"population/columns_{largest // 10}"]
    return made | {name: cpu[name] / ours for name in ("duckdb_case", "polars", "numpy", "zen") if name in cpu}


def time_text(nanoseconds: float) -> str:
    return f"{nanoseconds / 1000:.3g} µs" if nanoseconds >= 1000 else f"{nanoseconds:.3g} ns"


def print_ratios(ratios: dict[str, float]) -> int:
    """How many aims were missed."""
    rows = [(key, what, aim, True) for key, what, aim in FASTER] + [(key, what, aim, False) for key, what, aim in COSTS]
    width = max(len(what) for _, what, *_ in rows)
    print(f"\n{'ratios':{width}}  {'measured':>10}  {'aim':>10}")
    missed = 0
    for key, what, aim, more_is_better in rows:
        measured = ratios.get(key)
        met = measured is not None and aim is not None and (measured >= aim if more_is_better else measured < aim)
        verdict = "" if measured is None or aim is None else "met" if met else "MISSED"
        missed += verdict == "MISSED"
        text = "not run" if measured is None else f"{measured:.3g} x"
        aim_text = "" if aim is None else f"{'>=' if more_is_better else '<'} {aim:g} x"
        print(f"{what:{width}}  {text:>10}  {aim_text:>10}  {verdict}".rstrip())
    return missed


def print_times(figures: Figures, peers_found: list[dict], numbers: dict[str, float]) -> None:
    described = {
        "row_loop": "the hand-written row loop, -O3",
        "row_loop_without_branches": "the same without branches for the items",
        "memory_read": "reading the bytes",
        "ours": "ours: outcome and total, in batches of 65,536 rows",
        "ours_in_one_batch": "ours, all rows in one batch",
        "ours_nulls_1pct": "ours, 1 % nulls",
        "memory_read_nulls_1pct": "reading the bytes of those",
        "ours_nulls_50pct": "ours, 50 % nulls",
        "ours_reasons": f"ours, with reasons ({numbers['reasons_a_row']:.1f} a row)",
        "threads/ours": "ours, one thread, beside two",
        "threads/ours_two_threads": "ours, two threads",
        "threads/ours_in_one_batch": "ours, all rows in one batch, one thread, beside two",
        "threads/ours_two_threads_in_one_batch": "ours, all rows in one batch, two threads",
        "in_cache/row_loop": "8,192 rows, in the caches: the row loop",
        "in_cache/memory_read": "8,192 rows, in the caches: reading the bytes",
        "in_cache/ours": "8,192 rows, in the caches: ours",
    }
    described |= {name: f"ours, {int(name.split('/')[1]):,} {name.split('/')[0]}"
                  for name in figures.cpu if name.startswith(("rows/", "criteria/"))}
    described |= {name: f"a population of {int(name.rsplit('_', 1)[1]):,}, {name.split('/')[1].rsplit('_', 1)[0].replace('_', ', ', 1).replace('_', ' ')}"
                  for name in figures.cpu if name.startswith("population/")}
    described |= {one["name"]: one["what"] + (f", {one['threads']} threads" if one["threads"] != 1 else "") for one in peers_found}
    width = max(len(what) for what in described.values())
    print(f"\n{'a row':{width}}  {'processors':>10}  {'clock':>10}")
    for name, what in described.items():
        print(f"{what:{width}}  {time_text(figures.cpu[name]):>10}  {time_text(figures.wall[name]):>10}")


def machine() -> dict:
    information = Path("/proc/cpuinfo")
    model = re.search(r"^model name\s*:\s*(.*)$", information.read_text(), re.MULTILINE) if information.exists() else None
    return {"cpu": model[1] if model else platform.machine(), "cores": os.cpu_count(), "system": platform.system()}


def version() -> str:
    described = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return described.stdout.strip() or "unknown"


def main() -> int:
    build, sizes = Path(sys.argv[1]), sys.argv[2:]
    of_columns = columns(build / "bench" / "columns" / "tieuchi_bench_columns", build / "columns", sizes)
    of_peers = peers(build / "venv" / "bin" / "python", build / "columns" / "data")
    figures = Figures(of_columns["timings"] + of_peers)
    ratios = ratios_of(figures)
    missed = print_ratios(ratios)
    print_times(figures, of_peers, of_columns["numbers"])
    if not of_peers:
        print("\nthe peers were not run: their packages are not installed")
    asked = {key: round(ratios[key], 3) if key in ratios else None for key, *_ in FASTER + COSTS}  # None: not run
    report = {"ratios": asked, "machine": machine(),
              "date": datetime.date.today().isoformat(), "version": version(), "numbers": of_columns["numbers"],
              "timings": of_columns["timings"], "peers": of_peers}
    latest = HERE / "results" / "latest.json"
    latest.parent.mkdir(exist_ok=True)
    latest.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    return 1 if missed else 0


sys.exit(main())
