# SPDX-License-Identifier: Apache-2.0
"""What the library is not made for is refused when it is compiled, in one clear sentence, by every public header."""

import subprocess
import sys
from pathlib import Path

# What a compiler for such a machine says of it.
MACHINES = {
    "big-endian": (["-U__BYTE_ORDER__", "-D__BYTE_ORDER__=__ORDER_BIG_ENDIAN__"], "tieuchi needs a little-endian machine"),
    "without 128-bit integers": (["-U__SIZEOF_INT128__"], "tieuchi needs a 64-bit machine"),
    "32-bit": (["-U__SIZEOF_POINTER__", "-D__SIZEOF_POINTER__=4"], "tieuchi needs a 64-bit machine"),
}


def messages(compiler: str, include: Path, header: str, flags: list[str]) -> str:
    command = [compiler, "-std=c++20", "-w", *flags, f"-I{include}", "-E", "-x", "c++", str(include / header), "-o", "/dev/null"]
    return subprocess.run(command, capture_output=True, text=True).stderr


def main() -> int:
    compiler, include = sys.argv[1], Path(sys.argv[2])
    problems = []
    if "Supported platforms" not in (include.parent / "README.md").read_text(encoding="utf-8"):
        problems.append("README.md does not say which platforms are supported, though the message points there")
    for header in ("tieuchi/columns.hpp", "tieuchi/tieuchi.hpp", "tieuchi/value.hpp"):
        if said := messages(compiler, include, header, []):
            problems.append(f"{header} on this machine: {said}")
        for name, (flags, wanted) in MACHINES.items():
            if wanted not in messages(compiler, include, header, flags):
                problems.append(f"{header} on a machine that is {name}: nothing is said")
    print("\n".join(problems) if problems else f"{len(MACHINES)} kinds of machines are refused")
    return 1 if problems else 0


sys.exit(main())
