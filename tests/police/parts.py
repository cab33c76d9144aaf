# SPDX-License-Identifier: Apache-2.0
"""Both ways of use have the same code: each .ipp is included once by <tieuchi/src.hpp> and by exactly one source of the library."""

import re
import sys
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*<(tieuchi/impl/[^>]+\.ipp)>', re.MULTILINE)


def parts_of(file: Path) -> list[str]:
    return INCLUDE.findall(file.read_text(encoding="utf-8"))


def main() -> int:
    root = Path(sys.argv[1])
    include = root / "include"
    there = {p.relative_to(include).as_posix() for p in (include / "tieuchi" / "impl").rglob("*.ipp")}
    whole = parts_of(include / "tieuchi" / "src.hpp")
    compiled = [(part, source.name) for source in sorted((root / "src").glob("*.cpp")) for part in parts_of(source)]

    problems = [f"{part}: not there, but included" for part in sorted({*whole, *(p for p, _ in compiled)} - there)]
    for part in sorted(there):
        if whole.count(part) != 1:
            problems.append(f"{part}: included {whole.count(part)} times by tieuchi/src.hpp")
        sources = [source for name, source in compiled if name == part]
        if len(sources) != 1:
            problems.append(f"{part}: included by {len(sources)} sources of the library: {', '.join(sources)}")
    print("\n".join(problems) if problems else f"{len(there)} parts, each in both ways of use")
    return 1 if problems else 0


sys.exit(main())
