# SPDX-License-Identifier: Apache-2.0
"""Subjects together: from rows, and from tables."""

import collections
import gc
import time
import types
from collections.abc import Callable

import polars
import pyarrow
import pytest

import tieuchi

from office import table


def test_a_population_with_a_quota(office: tieuchi.Standard) -> None:
    rows = [{"id": f"o{i}", "kind": "office", "staff": 10, "drilled": drilled, "plan": True} for i, drilled in enumerate((10, 9, 8, 1))]
    scores = office.rulebook.score(rows, on="2022-11-15")
    assert [one.outcomes[0] for one in scores] == [("good",), ("good",), ("weak",), ("weak",)]
    assert [one.id for one in scores.quotas[0].lost] == ["o2"]
    assert len(list(scores.rows())) == 4
    levelled = office.rulebook.score([{**one, "level": "commune"} for one in rows], on="2022-11-15")
    assert {one["level"] for one in levelled.rows()} == {"commune"}
    with pytest.raises(tieuchi.DataError, match="o0"):
        office.rulebook.score([*rows, rows[0]], on="2022-11-15")


def test_facts_of_a_subject_are_any_mapping(office: tieuchi.Standard) -> None:
    facts = {"staff": 10, "drilled": 10, "plan": True}
    for given in (facts, types.MappingProxyType(facts), collections.ChainMap(facts), collections.UserDict(facts)):
        (one,) = office.rulebook.score([tieuchi.Subject("a", "office", facts=given)], on="2022-11-15")
        assert one.assessments[0].possible == ("good",)
    for wrong in (None, 5, [("staff", 10)]):
        with pytest.raises(TypeError, match="subject `a`: `facts` is a mapping"):
            office.rulebook.score([tieuchi.Subject("a", "office", facts=wrong)], on="2022-11-15")  # type: ignore[arg-type]
    nothing = float("nan")
    (one,) = office.rulebook.score([{"id": "a", "kind": "office", "parent": nothing, "rater": nothing, "level": nothing}], on="2022-11-15")
    assert (one.subject.parent, one.subject.rater, one.subject.level) == ("", "", "")
    for wrong_subjects in ([5], table(), {"id": "a"}):
        with pytest.raises(TypeError, match="score_table"):
            office.rulebook.score(wrong_subjects, on="2022-11-15")  # type: ignore[arg-type]


def test_names_are_compared_in_one_normal_form(office: tieuchi.Standard) -> None:
    rows = [{"id": "xa\u0303", "kind": "office"}, {"id": "x\u00e3", "kind": "office"}, {"id": "B\0", "kind": "office"}, {"id": "C\u200b", "kind": "office"}]
    scores = office.rulebook.score(rows, on="2022-11-15", keep_going=True)
    assert [[problem.code for problem in one.problems] for one in scores] == [[], ["E411"], ["E420"], ["E420"]]
    told = office.rulebook.score_table(pyarrow.table({"id": [one["id"] for one in rows], "kind": ["office"] * 4}), on="2022-11-15", keep_going=True)
    assert [[problem.code for problem in told[at].problems] for at in range(4)] == [[], ["E411"], ["E420"], ["E420"]]
    for yes in ("co\u0301", "có", "CÓ"):
        assert office.assess(staff=10, drilled=10, plan=yes).possible == office.assess(staff=10, drilled=10, plan=True).possible
        plan = pyarrow.array([yes]).dictionary_encode()
        columns = pyarrow.table({"staff": [10], "drilled": [10], "plan": plan})
        assert pyarrow.table(office.assess_table(columns))["outcome"].to_pylist() == ["good"]


TOWNS = """
document "1" { title "Towns" status illustrative in force from 2000-01-01 }
standard area for area {
  facts { quiet yes_no calls count at most 100 }
  points 10
  criterion 1 10 points less 1 per calls
  classes by total { good >= 8, weak otherwise }
  quota good at most 50% of all  highest total first
}
standard town for town {
  facts { areas count from count of (area) good count at most areas from count of (area) where outcome is good }
  criterion 1 when good >= 50% of areas
  outcome met when every criterion is met
  outcome not_met otherwise
}
"""


def towns(calls: list[int | None]) -> pyarrow.Table:
    """A town, and its areas."""
    return pyarrow.table({
        "id": ["T", *(f"a{i}" for i in range(len(calls)))],
        "kind": pyarrow.array(["town", *(["area"] * len(calls))]).dictionary_encode(),
        "parent": [None, *(["T"] * len(calls))],
        "calls": pyarrow.array([None, *calls], pyarrow.int16()),
    })


def test_a_population_in_a_table() -> None:
    rules = tieuchi.loads(TOWNS)
    data = towns([0, 1, 2, 9])
    scores = rules.score_table(data, on="2022-11-15", possible=True, reasons=True)
    rows = rules.score(data.to_pylist(), on="2022-11-15")
    assert [one.name for one in scores.standards] == ["area", "town"]
    assert [one.outcomes for one in scores] == [one.outcomes for one in rows] == [(("met",),), (("good",),), (("good",),), (("weak",),), (("weak",),)]
    assert [one.assessments for one in scores] == [one.assessments for one in rows]
    areas = polars.DataFrame(scores.answers("area"))
    assert areas["row"].to_list() == [1, 2, 3, 4]
    assert areas["outcome"].to_list() == ["good", "good", "weak", "weak"]
    assert areas["before_quotas"].to_list() == [["good"], ["good"], ["good"], ["weak"]]
    assert "has_problems" not in areas.columns
    again = scores.answers(scores.standards[0]).to_pyarrow()
    assert again.column_names[:4] == ["row", "outcome", "decided", "possible"]
    (quota,) = scores.quotas
    assert (quota.standard.name, quota.kept, quota.lost) == ("area", (1, 2), (3,))
    assert scores[-1].subject == tieuchi.Subject("a3", "area", {}, "T", "", "row 4")
    assert scores[1:3] == (scores[1], scores[2])
    assert not scores.refused and not scores.problems
    assert "town" in repr(scores) and "<table>" in scores._repr_html_()
    with pytest.raises(IndexError):
        scores[5]
    with pytest.raises(KeyError, match="only by area, town"):
        scores.answers("village")


@pytest.mark.parametrize("made", [polars.DataFrame, lambda data: data.to_pandas(), lambda data: data.combine_chunks().to_batches()[0]])
def test_a_population_in_a_table_from(made: Callable[[pyarrow.Table], tieuchi.Table]) -> None:
    scores = tieuchi.loads(TOWNS).score_table(made(towns([0, 1, 5, None])), on="2022-11-15")
    assert [one.outcomes[0] for one in scores][1:] == [("good",), ("good", "weak"), ("weak",), ("good", "weak")]  # two places, perhaps a tie


def test_rows_of_a_population_that_are_wrong() -> None:
    rules = tieuchi.loads(TOWNS)
    data = towns([0, 101, 2])
    with pytest.raises(tieuchi.DataError) as error:
        rules.score_table(data, on="2022-11-15")
    assert [(one.code, one.where) for one in error.value.diagnostics] == [("E403", "row 2: calls")]
    with pytest.raises(tieuchi.DataError, match="1 rows are refused"):
        rules.score_table(data, on="2022-11-15", max_problems=0)
    scores = rules.score_table(data, on="2022-11-15", keep_going=True)
    assert scores.refused == (2,)
    assert [one.code for one in scores.problems] == [one.code for one in scores[2].problems] == ["E403"]
    assert scores[2].refused and not scores[2].assessments
    assert scores.answers("area").to_pyarrow()["row"].to_pylist() == [1, 3]
    with pytest.raises(tieuchi.DataError, match="kind"):
        rules.score_table(data.drop_columns(["kind"]), on="2022-11-15")
    with pytest.raises(tieuchi.DataError, match="level"):
        rules.score_table(data.append_column("level", pyarrow.array(["x"] * 4)), on="2022-11-15")
    with pytest.raises(tieuchi.SelectionError, match="1990"):
        rules.score_table(data, on="1990-01-01")
    with pytest.raises(TypeError, match="list"):
        rules.score_table([], on="2022-11-15")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="threads"):
        rules.score_table(data, on="2022-11-15", threads=0)
    assert len(rules.score_table(towns([]), on="2022-11-15")) == 1

    def stop(done: int) -> None:
        raise RuntimeError(f"stopped at {done}")

    with pytest.raises(RuntimeError, match="stopped at 4"):
        rules.score_table(towns([0, 1, 2]), on="2022-11-15", progress=stop)


def test_a_table_of_a_population_is_kept_and_let_go() -> None:
    gc.collect()
    before = pyarrow.total_allocated_bytes()
    rules = tieuchi.loads(TOWNS)
    scores = rules.score_table(towns([0] * 1000), on="2022-11-15")
    gc.collect()
    answers = scores.answers("area")
    assert scores[7].outcomes
    del scores
    assert answers.to_pyarrow().num_rows == 1000
    assert answers.rows == 1000
    del answers
    gc.collect()
    assert pyarrow.total_allocated_bytes() == before


def test_names_that_cannot_be_read_are_refused() -> None:
    rules = tieuchi.loads(TOWNS)
    data = towns([0, 1])
    odd = pyarrow.array([b"T", b"\xff", b"a1"], pyarrow.binary()).cast(pyarrow.string(), safe=False)
    with pytest.raises(tieuchi.DataError, match="the id is neither text in UTF-8") as error:
        rules.score_table(data.set_column(0, "id", odd), on="2022-11-15")
    assert [(one.code, one.where) for one in error.value.diagnostics] == [("E609", "row 1")]
    outside = pyarrow.DictionaryArray.from_arrays(pyarrow.array([None, 0, 7], pyarrow.int8()), ["T"], safe=False)
    scores = rules.score_table(data.set_column(2, "parent", outside), on="2022-11-15", keep_going=True)
    assert scores.refused == (2,)
    assert "the parent is neither text" in scores.problems[0].message
    with pytest.raises(tieuchi.DataError, match="expected text or a dictionary of text, found whole numbers"):
        rules.score_table(data.set_column(1, "kind", pyarrow.array([1, 2, 3])), on="2022-11-15")


def test_time_is_linear_however_small_the_batches() -> None:
    """A dictionary that all batches share is not read anew for each."""
    rules = tieuchi.loads(TOWNS)
    rows = 100_000
    data = pyarrow.table({
        "id": pyarrow.array([f"a{i}" for i in range(rows)]).dictionary_encode(),
        "kind": pyarrow.array(["area"] * rows).dictionary_encode(),
        "calls": pyarrow.array([1] * rows),
    })

    def seconds(batch: int) -> float:
        began = time.process_time()
        reader = pyarrow.RecordBatchReader.from_batches(data.schema, data.to_batches(max_chunksize=batch))
        assert len(rules.score_table(reader, on="2022-11-15")) == rows
        return time.process_time() - began

    assert seconds(500) < 10 * seconds(rows) + 0.2
