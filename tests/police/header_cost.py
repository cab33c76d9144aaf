# SPDX-License-Identifier: Apache-2.0
"""Seconds of processor time to compile a file that includes all public headers: the best of several, printed as one number."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5


def seconds_to_compile(compiler: str, include: str, source: Path) -> float:
    before = os.times()
    subprocess.run([compiler, "-std=c++20", f"-I{include}", "-c", str(source), "-o", os.devnull], check=True)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("compiler")
    parser.add_argument("include")
    parser.add_argument("--at-most", type=float, metavar="SECONDS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "all.cpp"
        source.write_text("#include <tieuchi/tieuchi.hpp>\n")
        best = min(seconds_to_compile(given.compiler, given.include, source) for _ in range(RUNS))
    print(f"{best:.2f}")
    return 1 if given.at_most is not None and best > given.at_most else 0


sys.exit(main())
