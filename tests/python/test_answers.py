# SPDX-License-Identifier: Apache-2.0
"""Rules and the answers for single subjects: exact, honest, shown and kept."""

import copy
import dataclasses
import datetime
import json
import pathlib
import pickle
import re
from decimal import Decimal

import pytest

import tieuchi

from office import ROOT


def test_the_regulations_come_with_the_package() -> None:
    rules = tieuchi.load()
    assert "124/2021/TT-BCA" in {one.number for one in rules.documents}
    safety = rules.standard("agency_safety", on=datetime.date(2022, 11, 15))
    answer = safety.assess({"staff": 120, "staff_informed": 80})
    assert answer.possible
    assert "124/2021/TT-BCA" in str(answer)


def test_an_answer_and_its_parts(office: tieuchi.Standard) -> None:
    answer = office.assess({"staff": 10, "drilled": 8}, plan=True)
    assert (answer.outcome, answer.decided, answer.possible) == ("good", True, ("good",))
    assert answer.total is not None and answer.total.least == answer.total.most == Decimal(9)
    assert [one.status for one in answer.findings] == ["met", "not_met"]
    assert answer.finding("2").lost is not None
    assert not answer.questions


def test_unknown_is_never_no(office: tieuchi.Standard) -> None:
    answer = office.assess(staff=10, drilled=None)
    assert answer.outcome is None
    assert answer.possible == ("good", "weak")
    assert {one.fact.name for one in answer.questions} == {"plan", "drilled"}


@pytest.mark.parametrize("heat", [12.25, Decimal("12.25"), "12.25"])
def test_a_number_is_exact_however_it_is_told(office: tieuchi.Standard, heat: float | Decimal | str) -> None:
    assert '"heat":"12.25"' in office.assess(heat=heat).to_json()


def test_equality_hash_and_pickle(office: tieuchi.Standard) -> None:
    answer = office.assess(staff=10, drilled=8)
    for one in (office, office.rulebook, answer):
        again = pickle.loads(pickle.dumps(one))
        assert again == one and hash(again) == hash(one)
        assert copy.copy(one) == one
    assert answer != office.assess(staff=10, drilled=9)


def test_what_notebooks_show_is_escaped(office: tieuchi.Standard) -> None:
    answer, settled = office.assess(staff=10), office.assess(plan=False)
    scores = office.rulebook.score([{"id": "<b>Plan", "kind": "office"}], on="2022-11-15")
    for one in (office, office.rulebook, answer, settled, *answer.questions, *answer.findings, *settled.findings, scores):
        shown = one._repr_html_()
        assert "<b>Plan" not in shown
        assert re.match(r"<\w", shown)
    assert "office" in repr(office)
    assert "plan: yes or no" in next(one for one in answer.questions if one.fact.name == "plan")._repr_html_()
    assert "not met, 0 of 4 points" in settled.finding("1")._repr_html_()


def reported_in(text: str) -> dict[str, list[str]]:
    """The clauses of an explanation, by the first words of their section."""
    found: dict[str, list[str]] = {}
    for section in text.split("\n\n")[1:]:
        title, *lines = section.splitlines()
        found[title] = [line.split()[0] for line in lines if re.match(r"  \S", line)]
    return found


@pytest.mark.parametrize(("standard", "name"), [
    ("agency_safety", "one-agency"), ("movement", "capped-agency"), ("movement", "undecided-school")])
def test_notebooks_report_what_the_text_reports(standard: str, name: str) -> None:
    facts = json.loads((ROOT / "examples" / "province" / f"{name}.json").read_text(encoding="utf-8"))
    answer = tieuchi.load(ROOT / "dsl" / "vn").standard(standard, on="2022-11-15").assess(facts)
    text, shown, report = reported_in(answer.explain()), answer._repr_html_(), answer.to_dict()["report"]
    for kind, title in (("shortcomings", "Shortcomings"), ("strengths", "Strengths"), ("exceptions", "Met by"), ("not_applicable", "Not applicable")):
        clauses = [one.clause for one in getattr(answer, kind)]
        assert clauses == report[kind]
        assert clauses == next((found for first, found in text.items() if first.startswith(title)), [])
        assert all(f">{clause}<" in shown for clause in clauses)
    still_open = [one.clause for one in answer.still_open]
    assert still_open == report["still_open"]
    if not answer.decided:
        assert still_open == text["Still open"]
    assert all(f">{one.clause}<" in shown for one in answer.still_open)


def test_limits_are_those_of_the_library() -> None:
    assert dataclasses.asdict(tieuchi.Limits()) == tieuchi._core.default_limits()


def test_a_file_that_is_named_twice_is_read_once() -> None:
    folder = ROOT / "examples"
    once = tieuchi.load(folder / "drills.tieuchi")
    assert tieuchi.load(folder / "drills.tieuchi", folder / "embed" / ".." / "drills.tieuchi").standards == once.standards
    with pytest.raises(tieuchi.RulesError, match="E507"):
        tieuchi.load(folder, limits=tieuchi.Limits(files=1))


def test_what_in_a_folder_cannot_be_read_is_told(tmp_path: pathlib.Path) -> None:
    (tmp_path / "rules.tieuchi").write_bytes((ROOT / "examples" / "drills.tieuchi").read_bytes())
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "again.tieuchi").symlink_to(tmp_path / "rules.tieuchi")
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "._rules.tieuchi").write_bytes(b"\0")
    assert tieuchi.load(tmp_path).standards == ("fire_safety",)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "OTHER.TIEUCHI").touch()
    with pytest.raises(tieuchi.RulesError) as error:
        tieuchi.load(str(tmp_path))
    assert [(one.code, one.where) for one in error.value.diagnostics] == [
        ("E509", f"{tmp_path}/OTHER.TIEUCHI"),
        ("E505", f"{tmp_path}/gone"),
    ]
    with pytest.raises(FileNotFoundError):
        tieuchi.load(tmp_path / "gone")
