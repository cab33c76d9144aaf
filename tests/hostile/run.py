#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rules of 100 KB that stand for far more: the program answers each within a second and 256 MB. And many documents take time in
proportion to their number, 4,000 of them two seconds at most.

usage: run.py PROGRAM [--factor N] [--only NAME] [--keep FOLDER]

--factor allows N times as much, for builds that are not optimized or that carry sanitizers. Time is that of the processor, so that a busy
machine makes no difference. --keep writes the rules there."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

from amplified import ATTACKS, document, standard

SIZE = 100_000
SECONDS = 1.0
MEGABYTES = 256
DOCUMENTS = 4_000
SECONDS_OF_DOCUMENTS = 2.0
GROWTH = 8  # of four times the documents: four if linear, sixteen if quadratic


def run(program: str, path: pathlib.Path, limit: float) -> tuple[int, float, float, str]:
    """The exit status, seconds, megabytes at most, and the last line told."""
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen(["timeout", str(limit), program, "check", path], stdout=told, stderr=told)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        lines = told.read().decode(errors="replace").strip().splitlines() or [""]
    first = next((line for line in lines if line.startswith(("error", "warning"))), lines[-1])
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, first


def many_documents(program: str, folder: pathlib.Path, factor: float) -> list[str]:
    """What is wrong with the time that documents of one standard each take."""
    path = folder / "documents.tieuchi"
    seconds = {}
    for count in (1, DOCUMENTS // 4, DOCUMENTS):
        path.write_text("".join(document(i) + standard(f"s{i}", "facts{a yes_no}criterion 1 when a") for i in range(count)))
        status, seconds[count], _, told = run(program, path, 60 * factor)
        if status != 0:
            return [f"{count} documents: exit {status}, {told}"]
    start, fewer, all_of_them = seconds.values()
    growth = (all_of_them - start) / max(fewer - start, 0.01)
    print(f"    {DOCUMENTS} documents: {all_of_them:.2f} s, {growth:.1f} times those of {DOCUMENTS // 4}")
    wrong = []
    if all_of_them > SECONDS_OF_DOCUMENTS * factor:
        wrong.append(f"{DOCUMENTS} documents take {all_of_them:.2f} s")
    if growth > GROWTH:
        wrong.append(f"four times the documents take {growth:.1f} times as long")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--factor", type=float, default=1)
    parser.add_argument("--only")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        keep = options.keep or pathlib.Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        for name, make in ATTACKS.items():
            if options.only and name != options.only:
                continue
            path = keep / f"{name}.tieuchi"
            path.write_text(make(SIZE), encoding="utf-8")
            status, seconds, megabytes, first = run(options.program, path, 60 * options.factor)
            unread = "[E110]" in first  # what is not even read measures nothing
            bad = unread or status not in (0, 1) or seconds > SECONDS * options.factor or megabytes > MEGABYTES * max(1, options.factor)
            print(f"{'BAD ' if bad else '    '}{name:32} {seconds:7.2f} s {megabytes:7.0f} MB  exit {status}  {first[:120]}")
            if bad:
                failed.append(name)
        if not options.only:
            failed += many_documents(options.program, keep, options.factor)
    if failed:
        print(f"{len(failed)} take too much, or are not read: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
