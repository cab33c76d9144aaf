# SPDX-License-Identifier: Apache-2.0
"""The library never prints, exits or aborts, and defines nothing outside its own namespace."""

import re
import subprocess
import sys
from pathlib import Path

# Failed assertions go through __assert_fail, which stays allowed: they are broken preconditions, and release builds have none.
# std::terminate stays allowed for the destructor of std::thread, which names it for threads that nobody joined; a pool joins its own.
FORBIDDEN = {
    "abort", "exit", "_exit", "_Exit", "quick_exit", "raise",
    "printf", "vprintf", "puts", "putchar", "fprintf", "vfprintf", "fputs", "fputc", "putc", "fwrite", "perror",
    "__printf_chk", "__vprintf_chk", "__fprintf_chk", "__vfprintf_chk", "stdout", "stderr",
    "std::cout", "std::cerr", "std::clog",
}
CONFIG = (Path(__file__).parents[2] / "include" / "tieuchi" / "config.hpp").read_text(encoding="utf-8")
MAJOR, MINOR = (re.search(rf"define TIEUCHI_VERSION_{part} (\d+)", CONFIG).group(1) for part in ("MAJOR", "MINOR"))
OWN = re.compile(rf"\btieuchi::v{MAJOR}_{MINOR}::")  # the inline namespace of the version
GLOBAL_CODE_OR_DATA = set("TDBR")


def names(nm: str, library: str, *options: str) -> list[tuple[str, str]]:
    dynamic = ["-D"] if ".so" in library else []
    lines = subprocess.run([nm, "-C", *dynamic, *options, library], check=True, capture_output=True, text=True).stdout.splitlines()
    found = []
    for line in lines:
        words = line.split(None, 2 if "--defined-only" in options else 1)
        if len(words) >= 2 and len(words[-2]) == 1:
            found.append((words[-2], words[-1].split("@")[0] if dynamic else words[-1]))
    return found


def main() -> int:
    nm, library = sys.argv[1:3]
    used = {name for _, name in names(nm, library, "--undefined-only")}
    problems = [f"uses {name}" for name in sorted(used & FORBIDDEN)]
    defined = names(nm, library, "--defined-only", "--extern-only")
    problems += sorted(f"defines {name}" for kind, name in defined if kind in GLOBAL_CODE_OR_DATA and not OWN.search(name))
    if not defined or not used:
        problems.append("the library has no symbols to look at")
    print("\n".join(problems) if problems else f"{len(defined)} names defined, {len(used)} used, none forbidden")
    return 1 if problems else 0


sys.exit(main())
