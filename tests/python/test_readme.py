# SPDX-License-Identifier: Apache-2.0
"""The examples of README.md."""

import re

import pytest

from office import ROOT


def test_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", text, re.DOTALL)
    assert len(shown) >= 2
    for code, expected in shown:
        told: list[str] = []
        exec(compile(code, "README.md", "exec"), {"print": lambda *what, to=told: to.append(" ".join(str(one) for one in what))})
        assert "\n".join(told).splitlines() == expected.splitlines()
