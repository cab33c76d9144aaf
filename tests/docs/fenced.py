# SPDX-License-Identifier: Apache-2.0
"""Fenced blocks of Markdown, and what a console in one of them shows."""
import re

BLOCK = re.compile(r"^(?:<!-- ([^\n]*) -->\n)?```([\w-]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text):
    """Each fenced block: its mark, the directive in the comment above it, its text, its line."""
    for found in BLOCK.finditer(text):
        yield found[2], found[1] or "", found[3], text.count("\n", 0, found.start()) + 1


def commands(console):
    """Each command after `$`, which may go on after a `\\` at the end of a line, and what it is said to print."""
    return re.findall(r"^\$ ((?:[^\n]*\\\n)*[^\n]*)\n((?:(?!\$ )[^\n]*\n)*)", console, re.MULTILINE)


def pattern_of(wanted):
    """The output as shown: word for word, but for lines left out (`…`), and long lines cut with ` …`."""
    lines = []
    for line in wanted.splitlines():
        if line == "…":
            lines.append(r"(?:[^\n]*\n)*?")
        elif line.endswith(" …"):
            lines.append(re.escape(line[:-2]) + r"[^\n]*\n")
        else:
            lines.append(re.escape(line) + "\n")
    return re.compile(r"\A" + "".join(lines) + r"\Z")
