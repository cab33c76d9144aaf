# SPDX-License-Identifier: Apache-2.0
"""Each stage of the library knows only the stages before it, in the order in which src/CMakeLists.txt lists them."""

import re
import sys
from pathlib import Path

STAGE = re.compile(r"^tieuchi_stage\(\s*(\w+)", re.MULTILINE)
SOURCES = re.compile(r"^tieuchi_stage\(\s*(\w+)([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"(?:(\w+)/)?([^"]+)"', re.MULTILINE)
BESIDE = {"format"}  # stages that no other may know, though they stand before it


def main() -> int:
    sources = Path(sys.argv[1])
    stages = STAGE.findall((sources / "CMakeLists.txt").read_text(encoding="utf-8"))
    if not stages:
        print("src/CMakeLists.txt lists no stage")
        return 1

    problems = []
    folders = {f.name for f in sources.iterdir() if f.is_dir()} - {"cli"}
    problems += [f"src/{folder} is no stage in src/CMakeLists.txt" for folder in sorted(folders ^ set(stages))]
    listed = {f"{stage}/{name}.cpp" for stage, names in SOURCES.findall((sources / "CMakeLists.txt").read_text(encoding="utf-8")) for name in names.split()}
    there = {f.relative_to(sources).as_posix() for stage in stages for f in (sources / stage).rglob("*.cpp")}
    problems += [f"{name} is there, but not listed, or the other way round" for name in sorted(listed ^ there)]
    includes = 0
    for rank, stage in enumerate(stages):
        for file in sorted(f for f in (sources / stage).rglob("*") if f.suffix in (".cpp", ".hpp")):
            for used, header in INCLUDE.findall(file.read_text(encoding="utf-8")):
                includes += 1
                if not used:
                    problems.append(f"{file.relative_to(sources)} includes {header} without its folder")
                elif used not in stages[:rank + 1] or (used in BESIDE and stage != used):
                    problems.append(f"{file.relative_to(sources)} includes {used}/{header}: {stage} does not know {used}")
    print("\n".join(problems) if problems else f"{len(stages)} stages, {includes} includes, none upward")
    return 1 if problems else 0


sys.exit(main())
