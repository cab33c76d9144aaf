# SPDX-License-Identifier: Apache-2.0
"""HTML for notebooks. All text is escaped: rule files and data may hold anything."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


LEFT = ' style="text-align: left"'
"""Notebooks align cells to the right, which is for numbers."""


def heading(text: object) -> str:
    """A line that stands out."""
    return f"<p><strong>{escape(str(text))}</strong></p>"


def line(text: object) -> str:
    """A line."""
    return f"<p>{escape(str(text))}</p>"


def table(names: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> str:
    """A table; empty when it has no rows."""
    head = "".join(f"<th{LEFT}>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td{LEFT}>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    told = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{told}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def block(*parts: str) -> str:
    """One thing of several parts."""
    return f"<div>{''.join(parts)}</div>"
