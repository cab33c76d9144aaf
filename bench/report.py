# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks and measures the build, and prints one table: what, measured, aim, verdict. Exit 1 when an aim is missed."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IN_SECONDS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}

# benchmark, what it is, aim in seconds (None: shown, not judged)
TIMED = [
    ("load_check_and_lower", "load, check and lower Circular 124/2021", 5e-3),
    ("outcome_of_one_agency", "one agency, all known, outcome only", 1e-6),
    ("findings_of_one_agency", "one agency, all known, all findings", 5e-6),
    ("questions_when_nothing_is_known", "questions for an agency of which nothing is known", None),
    ("explanation_of_one_agency", "explanation of one agency in Vietnamese", None),
    ("load_scored/300", "load a scored standard of 300 criteria", 20e-3),
    ("outcome_of_scored/30", "one subject, 30 scored criteria", None),
    ("outcome_of_scored/300", "one subject, 300 scored criteria", None),
    ("outcome_of_scored/3000", "one subject, 3000 scored criteria", None),
    ("line_of_a_table/1", "a table of 10,000 lines, the first hit", None),
    ("line_of_a_scale/100000", "a scale of 100,000 lines", None),
]
# one benchmark at two sizes: what, the larger, the smaller, how many times as long the larger may take (None: shown, not judged)
RATIOS = [
    ("rows: 300 criteria against 30", "outcome_of_scored/300", "outcome_of_scored/30", 15),
    ("rows: 3000 criteria against 300", "outcome_of_scored/3000", "outcome_of_scored/300", 15),
    ("load: 3000 criteria against 300", "load_scored/3000", "load_scored/300", 15),
    ("a table of 10,000 lines: the last line against the first", "line_of_a_table/10000", "line_of_a_table/1", None),
    ("a table of 10,000 lines: line 100 against the first", "line_of_a_table/100", "line_of_a_table/1", 100),
    ("a scale of 100,000 lines against one of 10", "line_of_a_scale/100000", "line_of_a_scale/10", 5),
]
HEADER_SECONDS = 0.5
LIBRARY_BYTES = 2_000_000


def time_text(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def times_text(ratio: float) -> str:
    return f"{ratio:.3g} x"


def size_text(size: float) -> str:
    return f"{size / 1e6:.2f} MB"


def timed(build: Path) -> dict[str, float]:
    command = [build / "bench" / "tieuchi_bench", "--benchmark_format=json", "--benchmark_repetitions=5",
               "--benchmark_report_aggregates_only=true"]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return {one["run_name"]: one["cpu_time"] * IN_SECONDS[one["time_unit"]]
            for one in report["benchmarks"] if one["aggregate_name"] == "median"}


def number_printed_by(script: str, *arguments: str) -> float:
    command = [sys.executable, ROOT / "tests" / "police" / script, *arguments]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def main() -> int:
    build, compiler = Path(sys.argv[1]), sys.argv[2]
    times = timed(build)
    rows = [(what, times[name], aim, time_text) for name, what, aim in TIMED]
    rows += [(what, times[larger] / times[smaller], most, times_text) for what, larger, smaller, most in RATIOS]
    rows.append(("compile a file with all public headers", number_printed_by("header_cost.py", compiler, str(ROOT / "include")),
                 HEADER_SECONDS, time_text))
    rows.append(("the library, linked and stripped",
                 number_printed_by("library_size.py", compiler, str(build / "src" / "libtieuchi.a")), LIBRARY_BYTES, size_text))

    width = max(len(what) for what, *_ in rows)
    print(f"{'':{width}}  {'measured':>10}  {'aim':>10}")
    missed = 0
    for what, measured, aim, text in rows:
        verdict = "" if aim is None else "met" if measured < aim else "MISSED"
        missed += verdict == "MISSED"
        print(f"{what:{width}}  {text(measured):>10}  {'' if aim is None else '< ' + text(aim):>10}  {verdict}".rstrip())
    return 1 if missed else 0


sys.exit(main())
