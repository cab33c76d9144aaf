# SPDX-License-Identifier: Apache-2.0
"""The sample province, field by field: what Python says of rows and of a table is what the program says."""

import csv
import decimal
import json
import os
import subprocess
from typing import Any

import pyarrow
import pytest

import tieuchi
from office import ROOT

RULES = ROOT / "dsl" / "vn"
SUBJECTS = ROOT / "examples" / "province" / "subjects.csv"
ON = "2022-11-15"


@pytest.fixture(scope="module")
def subjects() -> list[dict[str, str | None]]:
    with SUBJECTS.open(encoding="utf-8", newline="") as file:
        return [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]


def by_rows(subjects: list[dict[str, str | None]]) -> list[dict[str, Any]]:
    return list(tieuchi.load(RULES).score(subjects, on=ON).rows())


def test_rows_say_what_the_program_says(subjects: list[dict[str, str | None]]) -> None:
    program = os.environ.get("TIEUCHI")
    if program is None:
        pytest.skip("TIEUCHI names no program")
    told = subprocess.run([program, "score", RULES, "--on", ON, "--quiet", "--format", "ndjson", SUBJECTS], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    rows = by_rows(subjects)
    assert len(rows) == len(lines) > 1000
    for row, line in zip(rows, lines):
        for name, value in line.items():
            if name in ("total", "maximum"):
                for end in ("least", "most"):
                    assert row[f"{name}_{end}"] == (value and decimal.Decimal(value[end])), (row["id"], row["standard"], name)
            else:
                assert (row[name] or None) == (value or None), (row["id"], row["standard"], name)


def test_a_table_says_what_rows_say(subjects: list[dict[str, str | None]]) -> None:
    rules = tieuchi.load(RULES)
    names = [name for name in subjects[0] if name != "level"]
    table = pyarrow.table({name: pyarrow.array([row[name] for row in subjects], pyarrow.string()) for name in names})
    scores = rules.score_table(table, on=ON, possible=True, because=True)
    rows = by_rows(subjects)
    assert [{**row, "level": None} for row in scores.rows()] == [{**row, "level": None} for row in rows]
    answers = {(subjects[row["row"]]["id"], standard.name): row for standard in scores.standards for row in scores.answers(standard).to_pyarrow().to_pylist()}
    for row in rows:
        answer = answers[row["id"], row["standard"]]
        assert answer["because"] == row["because"]
        assert (answer["outcome"], answer["possible"]) == (row["outcome"], row["possible"])
        assert answer.get("before_quotas", row["before_quotas"]) == row["before_quotas"]


def test_a_decided_answer_names_a_ground(subjects: list[dict[str, str | None]]) -> None:
    for one in by_rows(subjects):
        assert one["because"] or one["status"] != "decided", one
