# SPDX-License-Identifier: Apache-2.0
"""Each code that the library or the command line can report has its entry in docs/errors.md, and nothing else has one; each code
about rules is what some golden file of tests/golden/rules/bad shows."""

import re
import sys
from pathlib import Path

QUOTED = re.compile(r'"([EW][1-6]\d\d)"')
ENTRY = re.compile(r"^### ([EW]\d\d\d) \S", re.MULTILINE)
SHOWN = re.compile(r"^(?:error|warning)\[([EW]\d\d\d)\]: ", re.MULTILINE)


def codes_in(files, pattern: re.Pattern) -> dict[str, str]:
    """The codes, each with a file that has it."""
    found: dict[str, str] = {}
    for file in sorted(files):
        for code in pattern.findall(file.read_text(encoding="utf-8")):
            found.setdefault(code, file.name)
    return found


def main() -> int:
    root = Path(sys.argv[1])
    sources = [f for folder in ("include", "src") for f in (root / folder).rglob("*") if f.suffix in (".hpp", ".cpp")]
    reported = codes_in(sources, QUOTED)
    shown = codes_in((root / "tests" / "golden" / "rules" / "bad").glob("*.expected"), SHOWN)
    entries = ENTRY.findall((root / "docs" / "errors.md").read_text(encoding="utf-8"))

    problems = [f"{code}: two entries in docs/errors.md" for code in sorted({c for c in entries if entries.count(c) > 1})]
    problems += [f"{code}: reported in {where}, but without an entry in docs/errors.md"
                 for code, where in sorted((reported | shown).items()) if code not in entries]
    problems += [f"{code}: an entry in docs/errors.md, but nothing reports it" for code in sorted(set(entries) - reported.keys())]
    problems += [f"{code}: about rules, but no golden file shows it"
                 for code in sorted(set(entries) - shown.keys()) if code[1] in "123"]
    print("\n".join(problems) if problems else f"{len(entries)} codes, each with its entry; {len(shown)} of them shown by golden files")
    return 1 if problems else 0


sys.exit(main())
