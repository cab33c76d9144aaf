# SPDX-License-Identifier: Apache-2.0
"""Every public header compiles alone, twice included, under strict warnings, and includes nothing of Boost, spdlog, fmt or utf8proc, but for the
adapter to spdlog."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wold-style-cast", "-Werror"]
ADAPTER = "tieuchi/spdlog.hpp"
PRIVATE = ("/boost/", "/spdlog/", "/fmt/", "/hwy/", "/utf8proc.h")


def problems_of(compiler: str, include: Path, header: Path, folder: Path) -> list[str]:
    name = header.relative_to(include).as_posix()
    source = folder / (header.stem + ".cpp")
    depends = folder / (header.stem + ".d")
    source.write_text(f"#include <{name}>\n#include <{name}>\n")
    command = [compiler, "-std=c++20", *WARNINGS, f"-I{include}", "-fsyntax-only", "-MD", "-MF", str(depends), str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return [f"{name} does not compile alone:\n{done.stderr}"]
    if name == ADAPTER:
        return []
    return [f"{name} includes {used}" for used in depends.read_text().split() if any(part in used for part in PRIVATE)]


def main() -> int:
    compiler, include = sys.argv[1], Path(sys.argv[2])
    headers = sorted((include / "tieuchi").glob("*.hpp"))
    if not headers:
        print("no headers found")
        return 1
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda h: problems_of(compiler, include, h, Path(folder)), headers))
    problems = [problem for each in found for problem in each]
    print("\n".join(problems) if problems else f"{len(headers)} headers stand alone")
    return 1 if problems else 0


sys.exit(main())
