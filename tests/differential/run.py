#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rules, subjects and tables made up over the whole grammar, answered by the reference in tests/conformance and by the library: rows, columns
of every type, instruction set, cut and number of threads, C.

usage: run.py [--seconds N] [--seed N] [--books N] [--found FOLDER]"""
import argparse
import collections
import pathlib
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "conformance")]

from driver import Driver  # noqa: E402
from trial import Trial  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=0, help="stop after so long")
    parser.add_argument("--books", type=int, default=0, help="stop after so many rulebooks")
    parser.add_argument("--seed", type=int, default=1, help="of the first rulebook; each has the next")
    parser.add_argument("--blocks", type=int, default=1, help="blocks of rows that each standard is tried with in columns")
    parser.add_argument("--found", type=pathlib.Path, help="a folder for what is found, shrunk")
    parser.add_argument("--stop", type=int, default=10, help="stop after so many rulebooks with disagreements")
    return parser.parse_args()


def main():
    given = arguments()
    sys.setrecursionlimit(10000)
    driver = Driver()
    counts = collections.Counter()
    begun = time.monotonic()
    seed, failed = given.seed, 0
    while (not given.books or seed < given.seed + given.books) and (not given.seconds or time.monotonic() - begun < given.seconds):
        trial = Trial(seed, driver, counts, given.blocks)
        try:
            found = trial.run()
        except Exception:  # a mistake of the test itself is a finding too
            found = [traceback.format_exc()]
        if found:
            failed += 1
            print(f"seed {seed}, again by --seed {seed} --books 1:")
            for line in found[:6]:
                print("   ", line[:600])
            sys.stdout.flush()
            if given.found:
                trial.keep(given.found, found)
            if failed >= given.stop:
                break
        seed += 1
    driver.close()
    print(f"{seed - given.seed} rulebooks in {time.monotonic() - begun:.0f} s, from seed {given.seed}; {failed} with disagreements")
    for name, count in sorted(counts.items()):
        print(f"{count:12,} {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
