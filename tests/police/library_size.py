# SPDX-License-Identifier: Apache-2.0
"""Bytes of the static library's whole content linked into one shared object and stripped, printed as one number."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("compiler")
    parser.add_argument("archive")
    parser.add_argument("--at-most", type=int, metavar="BYTES")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        linked = Path(folder) / "whole.so"
        whole = ["-Wl,--whole-archive", given.archive, "-Wl,--no-whole-archive"]
        subprocess.run([given.compiler, "-shared", "-s", *whole, "-o", str(linked)], check=True)
        size = linked.stat().st_size
    print(size)
    return 1 if given.at_most is not None and size > given.at_most else 0


sys.exit(main())
