# SPDX-License-Identifier: Apache-2.0
"""The installed package: rules, answers, tables, populations, and what is wrong on purpose."""

import collections
import copy
import dataclasses
import datetime
import gc
import io
import pickle
import re
import resource
import signal
import sys
import threading
import time
import types
import weakref
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import tieuchi

ROOT = Path(__file__).resolve().parents[2]
RULES = """
document "1" { title "Test" status illustrative in force from 2000-01-01 }
standard office for office {
  facts { staff count at most 1000 drilled count at most staff plan yes_no heat number scale 2 size one of (small, large) built date }
  points 10
  not applicable counts as full
  criterion 1 "<b>Plan</b>" 4 points when plan
  criterion 2 6 points in proportion to drilled of staff rounded to 0.5 half up
  classes by total { good >= 8, weak otherwise }
  quota good at most 50% of all  highest total first
}
"""


@pytest.fixture(scope="module")
def office() -> tieuchi.Standard:
    return tieuchi.loads(RULES).standard("office", on="2022-11-15")


def table(rows: int = 3) -> pyarrow.Table:
    return pyarrow.table({"staff": [10] * rows, "drilled": [8] * rows, "plan": [True] * rows})


# ---- rules and answers


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
    for one in (office, office.rulebook, office.assess(plan=False)):
        shown = one._repr_html_()
        assert "<b>Plan" not in shown
        assert re.match(r"<\w", shown)
    assert "office" in repr(office)


# ---- tables

FRAMES = {
    "pyarrow": lambda: table(),
    "a batch": lambda: table().combine_chunks().to_batches()[0],
    "pandas": lambda: table().to_pandas(),
    "Polars": lambda: polars.DataFrame(table()),
    "DuckDB": lambda: duckdb.sql("select 10 as staff, 8 as drilled, true as plan from range(3)"),
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_from(office: tieuchi.Standard, name: str) -> None:
    answers = office.assess_table(FRAMES[name](), possible=True)
    read = answers.to_pyarrow().to_pylist()
    assert [one["outcome"] for one in read] == ["good"] * 3
    assert read[0]["total_least"] == Decimal(9)
    assert read[0]["possible"] == ["good"]
    assert answers.rows == 3


def test_readers_read_the_answers_themselves(office: tieuchi.Standard) -> None:
    assert polars.DataFrame(office.assess_table(table()))["outcome"].to_list() == ["good"] * 3
    assert office.assess_table(table()).to_pandas()["outcome"].to_list() == ["good"] * 3
    reader = pyarrow.RecordBatchReader.from_stream(office.assess_table(table()))
    assert duckdb.sql("select count(*) from reader where outcome = 'good'").fetchall() == [(3,)]


def test_row_and_table_agree(office: tieuchi.Standard) -> None:
    told = [{"staff": 10, "drilled": n, "plan": plan} for n in (None, 0, 5, 10) for plan in (None, False, True)]
    read = office.assess_table(pyarrow.Table.from_pylist(told), possible=True).to_pyarrow().to_pylist()
    for facts, row in zip(told, read, strict=True):
        answer = office.assess(facts)
        assert row["outcome"] == answer.outcome
        assert tuple(row["possible"]) == answer.possible
        assert answer.total is not None
        assert (row["total_least"], row["total_most"]) == (answer.total.least, answer.total.most)


def test_nothing_is_copied_on_the_way_in(office: tieuchi.Standard) -> None:
    """What is written into the producer's memory after it was handed over shows in the answers: they are read from there."""
    staff = numpy.full(1000, 10, dtype=numpy.int32)
    data = pyarrow.table({"staff": pyarrow.array(staff)})
    assert data["staff"].chunk(0).buffers()[1].address == staff.ctypes.data
    answers = office.assess_table(data)
    staff[7] = -1
    assert [row for row, bad in enumerate(answers.to_pyarrow()["has_problems"].to_pylist()) if bad] == [7]


def test_what_others_hand_over_is_their_own_memory() -> None:
    """So what is read from there, as the test above shows, was never copied."""

    def address(data: object) -> int:
        reader = pyarrow.RecordBatchReader.from_stream(data)
        return int(reader.read_next_batch().column("staff").buffers()[1].address)

    staff = numpy.arange(1000, dtype=numpy.int64)
    assert address(pandas.DataFrame({"staff": staff}, copy=False)) == staff.ctypes.data
    frame = polars.DataFrame({"staff": polars.Series([*range(1000)], dtype=polars.Int64)})
    assert address(frame) == frame["staff"].to_numpy(allow_copy=False).ctypes.data


def test_frames_of_pandas_as_they_come(office: tieuchi.Standard) -> None:
    frame = pandas.DataFrame({"staff": [10, 20, 30, 40], "built": pandas.to_datetime(["2020-01-02", None, "2020-03-04", "2020-05-06"])})
    some = frame[frame.staff != 20]  # has an index of its own, which pandas exports as a column
    answers = office.assess_table(some)
    assert answers.to_pyarrow().num_rows == 3
    assert not answers.problems
    assert office.assess(built=frame.built[0]).to_json() == office.assess(built="2020-01-02").to_json()
    late = office.assess_table(pandas.DataFrame({"built": pandas.to_datetime(["2020-01-02 12:00"])}))
    assert late.to_pyarrow()["has_problems"].to_pylist() == [True]
    assert "beginning of a day" in late.problems[0].message
    with pytest.raises(TypeError, match="time of day"):
        office.assess(built=pandas.Timestamp("2020-01-02") + pandas.Timedelta(1, "ns"))


def test_a_float_of_four_bytes_is_what_it_shows(office: tieuchi.Standard) -> None:
    by_table = office.assess_table(pyarrow.table({"heat": pyarrow.array([0.1], pyarrow.float32())}))
    assert by_table.to_pyarrow()["has_problems"].to_pylist() == [False]
    assert office.assess(heat=numpy.float32(0.1)).to_json() == office.assess(heat="0.1").to_json()
    with pytest.raises(tieuchi.DataError):
        office.assess(heat=numpy.float32("nan"))


def test_nothing_is_copied_on_the_way_out(office: tieuchi.Standard) -> None:
    data = table(1000)
    before = pyarrow.total_allocated_bytes()
    read = pyarrow.table(office.assess_table(data, findings=True))
    assert pyarrow.total_allocated_bytes() == before  # all of it is in memory of ours, at the addresses that were exported
    addresses = [one.address for one in read["outcome"].chunk(0).buffers() if one is not None]
    again = pyarrow.RecordBatchReader.from_stream(read).read_all()
    assert [one.address for one in again["outcome"].chunk(0).buffers() if one is not None] == addresses


def test_problems_are_marked_and_told(office: tieuchi.Standard) -> None:
    answers = office.assess_table(pyarrow.table({"staff": [10, -1, 5000]}), problems_told=1)
    assert answers.to_pyarrow()["has_problems"].to_pylist() == [False, True, True]
    assert [one.code for one in answers.problems] == ["E403"]
    assert "row 1" in answers.problems[0].where


def test_progress_is_told_and_can_stop(office: tieuchi.Standard) -> None:
    told: list[int] = []
    office.assess_table(table(1000), batch_rows=100, progress=told.append).to_pyarrow()
    assert told == list(range(100, 1001, 100))

    def stop(done: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        office.assess_table(table(1000), batch_rows=100, progress=stop).to_pyarrow()


def test_a_table_may_be_freed_before_its_answers_are_read(office: tieuchi.Standard) -> None:
    data = table(100_000)
    answers = office.assess_table(data)
    del data
    gc.collect()
    assert answers.to_pyarrow().num_rows == 100_000


def test_ten_million_rows(office: tieuchi.Standard) -> None:
    rows = 10_000_000
    data = pyarrow.table({"staff": pyarrow.array([10], pyarrow.int16()).take(pyarrow.array(bytearray(rows), pyarrow.uint8()))})
    seen = 0
    for batch in pyarrow.RecordBatchReader.from_stream(office.assess_table(data, threads=2)):
        seen += batch.num_rows
    assert seen == rows


def test_others_run_while_a_batch_is_worked_out(office: tieuchi.Standard) -> None:
    """One long call of the library: a lock held through it would stop this thread for all of that time."""
    rows = 4_000_000
    answers = office.assess_table(table(rows).combine_chunks(), findings=True, possible=True, reasons=True, batch_rows=rows)
    reader = pyarrow.RecordBatchReader.from_stream(answers)
    work = threading.Thread(target=reader.read_next_batch)
    began = seen = time.monotonic()
    longest = 0.0
    work.start()
    while work.is_alive():
        now = time.monotonic()
        longest, seen = max(longest, now - seen), now
    assert longest < (seen - began) / 2


def test_the_user_may_interrupt(office: tieuchi.Standard) -> None:
    def tell(done: int) -> None:
        if done >= 2000:
            signal.raise_signal(signal.SIGINT)

    answers = office.assess_table(table(10_000), batch_rows=1000, progress=tell)
    with pytest.raises(KeyboardInterrupt):
        answers.to_pyarrow()
    assert answers.rows < 10_000
    rows = [{"id": f"o{i}", "kind": "office"} for i in range(20_000)]
    with pytest.raises(KeyboardInterrupt):
        office.rulebook.score(rows, on="2022-11-15", progress=lambda done: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        data = pyarrow.Table.from_pylist(rows)
        office.rulebook.score_table(data, on="2022-11-15", progress=lambda done: signal.raise_signal(signal.SIGINT))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal(office: tieuchi.Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tieuchi._progress.Bar.delay", 0)
    monkeypatch.setattr("tieuchi._progress.Bar.pause", 0)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    answers = office.assess_table(table(4000), batch_rows=1000)
    answers.to_pyarrow()
    told = terminal.getvalue()
    assert "\r[#######                       ] 1,000 of 4,000 rows" in told
    assert "] 4,000 of 4,000 rows" in told
    assert told.endswith("\r" + " " * len("[##############################] 4,000 of 4,000 rows") + "\r")  # wiped
    assert office.assess_table(table(4000), progress=False).to_pyarrow().num_rows == 4000
    assert terminal.getvalue() == told
    closed = Terminal()
    monkeypatch.setattr(sys, "stderr", closed)
    late = office.assess_table(table(4000), batch_rows=1000)
    closed.close()
    assert late.to_pyarrow().num_rows == 4000


def test_threads_that_read_one_stream_take_turns(office: tieuchi.Standard) -> None:
    reader = pyarrow.RecordBatchReader.from_stream(office.assess_table(table(20_000), batch_rows=500))
    counted: list[int] = []

    def read() -> None:
        for batch in reader:
            counted.append(batch.num_rows)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sum(counted) == 20_000


def test_answers_that_nobody_reads_are_collected(office: tieuchi.Standard) -> None:
    class Window:
        def __init__(self) -> None:
            self.answers = office.assess_table(table(1000), progress=self.follow)

        def follow(self, done: int) -> None:
            pass

    gone: list[weakref.ref[Window]] = [weakref.ref(Window()) for _ in range(10)]
    gc.collect()
    assert [one() for one in gone] == [None] * 10
    window = Window()
    reader = pyarrow.RecordBatchReader.from_stream(window.answers)  # which then goes on without its window
    del window
    gc.collect()
    assert reader.read_all().num_rows == 1000


def test_no_rows(office: tieuchi.Standard) -> None:
    assert office.assess_table(table(0)).to_pyarrow().num_rows == 0


def test_nothing_leaks(office: tieuchi.Standard) -> None:
    before = pyarrow.total_allocated_bytes()
    for _ in range(50):
        office.assess_table(table(1000), findings=True, reasons=True).to_pyarrow()
        with pytest.raises(tieuchi.DataError):
            office.assess_table(pyarrow.table({"stuff": [1]}))
        office.assess_table(table(1000))  # never read
    gc.collect()
    assert pyarrow.total_allocated_bytes() == before


def test_memory_of_answers_goes_back(office: tieuchi.Standard) -> None:
    def work() -> None:
        for _ in range(40):
            office.assess_table(table(20_000), findings=True, reasons=True, possible=True).to_pyarrow()
            office.rulebook.score([{"id": "a", "kind": "office", "staff": 10}], on="2022-11-15")

    work()
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(4):
        work()
    kept = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert kept < 32 << 10  # KiB; one round that stayed would be more


# ---- what is wrong


def test_columns_that_are_wrong(office: tieuchi.Standard) -> None:
    for data, code, words in (
        ({"stuff": [1]}, "E602", "stuff"),
        ({"size": [1.5]}, "E604", "size"),
        ({"staff": [[1]]}, "E604", "staff"),
    ):
        with pytest.raises(tieuchi.DataError, match=words) as error:
            office.assess_table(pyarrow.table(data))
        assert error.value.diagnostics[0].code == code
    with pytest.raises(tieuchi.DataError, match="heat"):
        office.assess_table(table(), every_fact=True)
    office.assess_table(table().append_column("id", [["a", "b", "c"]]), passed_over="id").to_pyarrow()


def test_text_that_is_not_utf8(office: tieuchi.Standard) -> None:
    broken = pyarrow.Array.from_buffers(
        pyarrow.string(), 1, [None, pyarrow.py_buffer(b"\0\0\0\0\2\0\0\0"), pyarrow.py_buffer(b"\xff\xfe")]
    )
    answers = office.assess_table(pyarrow.table({"size": broken}))
    assert answers.to_pyarrow()["has_problems"].to_pylist() == [True]
    assert answers.problems[0].message


def test_a_stream_that_fails_midway(office: tieuchi.Standard) -> None:
    def batches():
        yield table().to_batches()[0]
        raise OSError("the cable is out")

    reader = pyarrow.RecordBatchReader.from_batches(table().schema, batches())
    with pytest.raises(tieuchi.DataError, match="the cable is out"):
        office.assess_table(reader).to_pyarrow()


def test_answers_are_read_once(office: tieuchi.Standard) -> None:
    answers = office.assess_table(table())
    answers.to_pyarrow()
    with pytest.raises(tieuchi.DataError, match="once"):
        answers.to_pyarrow()


def test_no_table(office: tieuchi.Standard) -> None:
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        office.assess_table(5)  # type: ignore[arg-type]


def test_facts_that_are_wrong(office: tieuchi.Standard) -> None:
    with pytest.raises(tieuchi.DataError) as error:
        office.assess(staff=-1, stuff=3)
    assert [(one.code, one.where) for one in error.value.diagnostics] == [("E403", "staff"), ("E401", "stuff")]
    assert office.assess(staff=-1, keep_going=True).problems
    with pytest.raises(TypeError):
        office.assess(staff=[1])  # type: ignore[arg-type]


def test_rules_and_selections_that_are_wrong(office: tieuchi.Standard) -> None:
    with pytest.raises(tieuchi.RulesError, match="E110"):
        tieuchi.loads("standard")
    with pytest.raises(tieuchi.SelectionError, match="1990-01-01"):
        office.rulebook.standard("office", on="1990-01-01")
    with pytest.raises(tieuchi.SelectionError, match="office"):
        office.rulebook.standard("offise", on="2022-11-15")
    with pytest.raises(ValueError):
        office.rulebook.standard("office", on="2022-02-30")
    with pytest.raises(OSError):
        tieuchi.load("/no/such/folder")


def test_arguments_that_are_wrong(office: tieuchi.Standard) -> None:
    rules = office.rulebook
    for wrong, words in (
        (lambda: rules.standard("office", on="2022-11-15", year=2022.5), "`year` is an int, not float"),  # type: ignore[arg-type]
        (lambda: rules.standard("office", on="2022-11-15", place=None), "`place` is a str, not NoneType"),  # type: ignore[arg-type]
        (lambda: rules.standard("office", on="2022-11-15", readings={"a": 1}), "`readings` gives names"),  # type: ignore[dict-item]
        (lambda: tieuchi.loads(5), "`text` is str or bytes, not int"),  # type: ignore[arg-type]
        (lambda: tieuchi.Limits(facts=1.5), "`facts` is an int, not float"),  # type: ignore[arg-type]
        (lambda: office.assess({1: 1}), "expected str, not int"),  # type: ignore[dict-item]
        (lambda: rules.score([tieuchi.Subject(5, "office")], on="2022-11-15"), "expected str, not int"),  # type: ignore[arg-type]
        (lambda: office.assess_table(table(), passed_over=[5]), "expected str, not int"),  # type: ignore[list-item]
        (lambda: office.assess_table(table(), possible="x"), "`possible` is True or False, not str"),  # type: ignore[arg-type]
        (lambda: office.assess_table(table(), threads=1.5), "`threads` is an int, not float"),  # type: ignore[arg-type]
        (lambda: office.assess_table(table(), progress=5), "`progress` is None, a bool or something to be called, not int"),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match=re.escape(words)):
            wrong()
    for beyond, words in (
        (lambda: tieuchi.Limits(facts=-1), "`facts` is from 0 to 4294967295, not -1"),
        (lambda: tieuchi.Limits(file_bytes=1 << 70), "`file_bytes` is from 0 to"),
        (lambda: office.assess_table(table(), threads=1 << 40), "`threads` is at most 4294967295"),
        (lambda: office.assess_table(table(), problems_told=1 << 70), "`problems_told` is at most"),
        (lambda: office.assess_table(table(), batch_rows=0), "`batch_rows` is at least 1, not 0"),
    ):
        with pytest.raises(ValueError, match=re.escape(words)):
            beyond()


def test_limits_are_those_of_the_library() -> None:
    assert dataclasses.asdict(tieuchi.Limits()) == tieuchi._core.default_limits()


def test_a_file_that_is_named_twice_is_read_once() -> None:
    folder = ROOT / "examples"
    once = tieuchi.load(folder / "drills.tieuchi")
    assert tieuchi.load(folder / "drills.tieuchi", folder / "embed" / ".." / "drills.tieuchi").standards == once.standards
    with pytest.raises(tieuchi.RulesError, match="E507"):
        tieuchi.load(folder, limits=tieuchi.Limits(files=1))


# ---- populations


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
        rules.score_table(data, on="2022-11-15", problems_told=0)
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


# ---- what the documentation shows


def test_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", text, re.DOTALL)
    assert len(shown) >= 2
    for code, expected in shown:
        told: list[str] = []
        exec(compile(code, "README.md", "exec"), {"print": lambda *what, to=told: to.append(" ".join(str(one) for one in what))})
        assert "\n".join(told).splitlines() == expected.splitlines()
