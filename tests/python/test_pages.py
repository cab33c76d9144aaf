# SPDX-License-Identifier: Apache-2.0
"""The examples of README.md and of the pages of docs/: what each program prints stands in the block below it."""

import re

import pytest

from office import ROOT

PAGES = ("README.md", "docs/columns.md", "docs/embedding.md")
PROGRAM = re.compile(r"^```python\n(.*?)^```\n+```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_a_page(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8")
    programs = PROGRAM.findall(text)
    assert len(programs) == text.count("```python\n") > 0
    for code, expected in programs:
        told: list[str] = []
        exec(compile(code, page, "exec"), {"print": lambda *what, to=told: to.append(" ".join(str(one) for one in what))})
        assert "\n".join(told).splitlines() == expected.splitlines()


def test_no_other_page_has_programs() -> None:
    pages = {"README.md"} | {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    assert {page for page in pages if "```python\n" in (ROOT / page).read_text(encoding="utf-8")} == set(PAGES)
