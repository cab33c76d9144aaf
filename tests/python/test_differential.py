# SPDX-License-Identifier: Apache-2.0
"""Rules, subjects and tables made up over the whole grammar, as in tests/differential, answered by this package and by the second reading of
the language."""

import collections
import itertools
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import tieuchi
from office import ROOT

sys.path[:0] = [str(ROOT / "tests" / "differential"), str(ROOT / "tests" / "conformance")]

from trial import Trial  # noqa: E402

SEEDS = range(9001, 9025)


def ends(of: tieuchi.DecimalRange | None) -> list[str] | None:
    return None if of is None else [str(of.least), str(of.most)]


def problems(of: Iterable[tieuchi.Diagnostic]) -> list[str]:
    return [f"{problem.code} {problem.where}: {problem.message}" for problem in of]


def told(answer: tieuchi.Assessment) -> dict[str, Any]:
    """An answer as the program tieuchi_differential writes it."""
    found: dict[str, Any] = {
        "outcomes": list(answer.possible),
        "findings": {finding.clause: finding.status for finding in answer.findings},
        "excepted": [finding.clause for finding in answer.findings if finding.excepted],
        "because": list(answer.because),
        "questions": [question.fact.name for question in answer.questions],
        "adjustments": [
            {"rule": f"{applied.adjustment.kind.replace('_', ' ')} {applied.adjustment.outcome}", "status": "applied" if applied.certain else "possible"}
            for applied in answer.adjustments
            if not applied.idle
        ],
    }
    if answer.total is not None:
        found |= {"total": ends(answer.total), "maximum": ends(answer.maximum)}
        found["points"] = {finding.clause: ends(finding.points) for finding in answer.findings if finding.points is not None}
        found["maxima"] = {finding.clause: ends(finding.maximum) for finding in answer.findings if finding.maximum is not None}
    if answer.problems:
        found["problems"] = problems(answer.problems)
    return found


class PythonDriver:
    """Answers requests as tieuchi_differential does, through this package."""

    says_of_examples = False

    def __init__(self, folder: Path) -> None:
        self.folder, self.files, self.rules = folder, None, None

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        if request["files"] != self.files:
            try:
                self.rules = self.load(request["files"])
            except tieuchi.RulesError as error:
                return {"errors": [f"{'':6}{problem.code}" for problem in error.diagnostics]}
            self.files = request["files"]
        reply: dict[str, Any] = {"assess": [self.assess(request, asked["standard"], asked["subjects"]) for asked in request.get("assess", [])]}
        if "describe" in request:
            reply["describe"] = {name: self.describe(request, name) for name in request["describe"]}
        if "tables" in request:
            reply["tables"] = [self.table(request, rows) for rows in request["tables"]]
        return reply

    def load(self, files: list[tuple[str, str]]) -> tieuchi.Rulebook:
        for old in self.folder.iterdir():
            old.unlink()
        for name, text in files:
            (self.folder / name).write_text(text, encoding="utf-8")
        return tieuchi.load(self.folder)

    def selection(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"on": request["on"], "jurisdiction": request["place"], "year": request.get("year"), "readings": request["readings"]}

    def describe(self, request: dict[str, Any], name: str) -> list[str] | None:
        try:
            return [fact.name for fact in self.rules.standard(name, **self.selection(request)).facts]
        except tieuchi.SelectionError:
            return None

    def assess(self, request: dict[str, Any], name: str, subjects: list[dict[str, Any]]) -> dict[str, Any]:
        standard = self.rules.standard(name, **self.selection(request))
        return {"answers": [told(standard.assess(facts, keep_going=True)) for facts in subjects]}

    def table(self, request: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
        scores = self.rules.score(rows, **self.selection(request), keep_going=True)
        places = {id(result.subject): at for at, result in enumerate(scores)}
        subjects = []
        for result in scores:
            if result.refused:
                subjects.append({"problems": problems(result.problems)})
                continue
            pairs = zip(result.assessments, result.outcomes, strict=True)
            subjects.append({answer.standard.name: {**told(answer), "after_quotas": list(left)} for answer, left in pairs})
        number: collections.Counter[tuple[str, str]] = collections.Counter()
        quotas = []
        for quota in scores.quotas:
            key = quota.standard.name, quota.rater
            lists = {what: [places[id(subject)] for subject in getattr(quota, what)] for what in ("kept", "lost", "open", "tied")}
            counts = {what: [getattr(quota, what).least, getattr(quota, what).most] for what in ("counted", "seats")}
            quotas.append({"standard": key[0], "rater": key[1], "quota": number[key], **counts, **lists})
            number[key] += 1
        return {"subjects": subjects, "quotas": quotas}


def test_answers_are_those_of_the_second_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts: collections.Counter[str] = collections.Counter()
    sys.setrecursionlimit(10_000)
    driver = PythonDriver(tmp_path)
    found = list(itertools.chain.from_iterable(Trial(seed, driver, counts).run() for seed in SEEDS))
    assert not found, "\n".join(found[:5])[:5000]
    assert counts["complete answers against the reference"] > 300 and counts["answers of tables against the reference"] > 200, counts
