# SPDX-License-Identifier: Apache-2.0
"""docs/tutorial.ipynb runs, and shows what it shows. With TIEUCHI_RECORD=1 in the environment what comes out is recorded anew."""

import os
from pathlib import Path

import nbclient
import nbformat

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "tutorial.ipynb"
FORMAT = 4


def outputs(notebook: nbformat.NotebookNode) -> list[tuple[str, list[object]]]:
    """Each cell of code, and what is shown below it."""
    return [(cell.source, [shown.get("text") or shown.get("data") for shown in cell.outputs]) for cell in notebook.cells if cell.cell_type == "code"]


def test_the_tutorial_shows_what_comes_out() -> None:
    shown = nbformat.read(NOTEBOOK, FORMAT)
    ran = nbformat.read(NOTEBOOK, FORMAT)
    # What a slow machine prints in two goes is still one text.
    options = {"timeout": 120, "record_timing": False, "coalesce_streams": True}
    nbclient.NotebookClient(ran, **options, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    if os.environ.get("TIEUCHI_RECORD"):
        ran.metadata.language_info = {"name": "python"}  # whatever Python it was recorded with
        nbformat.write(ran, NOTEBOOK)
        return
    for wanted, got in zip(outputs(shown), outputs(ran), strict=True):
        assert got == wanted
    assert len(outputs(shown)) >= 12
