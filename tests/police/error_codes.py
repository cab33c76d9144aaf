# SPDX-License-Identifier: Apache-2.0
"""The catalogue of diagnostics (src/base/diagnostics.inc) is the one place of codes and messages, and it is whole: each of its codes has an
entry in docs/errors.md, and nothing else has one; each of its diagnostics is reported somewhere; each about rules is what some golden file
of tests/golden/rules/bad shows; and no source names a code by itself."""

import re
import sys
from pathlib import Path

DIAGNOSTIC = re.compile(r'^TIEUCHI_DIAGNOSTIC\((\w+), ([EW][1-6]\d\d), (alone|may_follow),\s+"((?:[^"\\]|\\.)*)",\s+"((?:[^"\\]|\\.)*)"\)$', re.MULTILINE)
PART = re.compile(r"\{[a-z_]+\}")
REPORTED = re.compile(r"\bdiag::(\w+)")
QUOTED = re.compile(r'"([EW]\d\d\d)"')
ENTRY = re.compile(r"^### ([EW]\d\d\d) \S", re.MULTILINE)
SHOWN = re.compile(r"^(?:error|warning)\[([EW]\d\d\d)\]: (.*)$", re.MULTILINE)


def shape_of(message: str) -> re.Pattern:
    """What a message looks like, whatever its parts are."""
    text = message.replace('\\"', '"').replace("\\\\", "\\")
    return re.compile(".+".join(re.escape(piece) for piece in PART.split(text)))


def sources_in(root: Path) -> list[Path]:
    folders = ("include", "src", "bindings/c", "bindings/python/src")
    return sorted(f for folder in folders for f in (root / folder).rglob("*") if f.suffix in (".hpp", ".cpp"))


def main() -> int:
    root = Path(sys.argv[1])
    catalogue = (root / "src" / "base" / "diagnostics.inc").read_text(encoding="utf-8")
    diagnostics = DIAGNOSTIC.findall(catalogue)
    problems = []
    if len(diagnostics) != catalogue.count("\nTIEUCHI_DIAGNOSTIC("):
        problems.append("src/base/diagnostics.inc: some diagnostic is not written as the others are")

    reported: set[str] = set()
    for file in sources_in(root):
        text = file.read_text(encoding="utf-8")
        reported |= set(REPORTED.findall(text))
        problems += [f"{file.relative_to(root)}: names {code} by itself; the catalogue has it" for code in QUOTED.findall(text)]
    names = [name for name, *_ in diagnostics]
    problems += [f"{name}: in the catalogue, but nothing reports it" for name in names if name not in reported]

    codes = {code for _, code, *_ in diagnostics}
    entries = ENTRY.findall((root / "docs" / "errors.md").read_text(encoding="utf-8"))
    problems += [f"{code}: two entries in docs/errors.md" for code in sorted({c for c in entries if entries.count(c) > 1})]
    problems += [f"{code}: in the catalogue, but without an entry in docs/errors.md" for code in sorted(codes - set(entries))]
    problems += [f"{code}: an entry in docs/errors.md, but not in the catalogue" for code in sorted(set(entries) - codes)]

    golden = (root / "tests" / "golden" / "rules" / "bad").glob("*.expected")
    shown: dict[str, set[str]] = {}
    for code, message in SHOWN.findall("\n".join(file.read_text(encoding="utf-8") for file in golden)):
        shown.setdefault(code, set()).add(message)
    problems += [f"{code}: shown by a golden file, but not in the catalogue" for code in sorted(shown.keys() - codes)]
    for name, code, _, message, _ in diagnostics:
        shape = shape_of(message)
        is_shown = any(shape.fullmatch(found) for found in shown.get(code, ()))
        if code[1] in "123" and not is_shown:
            problems.append(f"{name} ({code}): about rules, but no golden file shows it")
    print("\n".join(problems) if problems else f"{len(diagnostics)} diagnostics of {len(codes)} codes, each documented, reported and shown")
    return 1 if problems else 0


sys.exit(main())
