# SPDX-License-Identifier: Apache-2.0
"""Tables of every library that exports Arrow: the answers, and whose memory they are in."""

import gc
import resource
from decimal import Decimal

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import tieuchi

from office import table


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
    with pytest.warns(tieuchi.DataWarning):
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
    with pytest.warns(tieuchi.DataWarning):
        assert late.to_pyarrow()["has_problems"].to_pylist() == [True]
    assert "beginning of a day" in late.problems[0].message
    for moment in (pandas.Timestamp("2020-01-02") + pandas.Timedelta(1, "ns"), pandas.Timestamp("2020-01-02", tz="UTC")):
        with pytest.raises(TypeError, match="time of day or a time zone"):
            office.assess(built=moment)
    assert office.assess(built=pandas.NaT) == office.assess()


def test_a_float_of_four_bytes_is_what_it_shows(office: tieuchi.Standard) -> None:
    by_table = office.assess_table(pyarrow.table({"heat": pyarrow.array([0.1], pyarrow.float32())}))
    assert by_table.to_pyarrow()["has_problems"].to_pylist() == [False]
    assert office.assess(heat=numpy.float32(0.1)).to_json() == office.assess(heat="0.1").to_json()


def test_nothing_is_copied_on_the_way_out(office: tieuchi.Standard) -> None:
    data = table(1000)
    before = pyarrow.total_allocated_bytes()
    read = pyarrow.table(office.assess_table(data, findings=True))
    assert pyarrow.total_allocated_bytes() == before  # all of it is in memory of ours, at the addresses that were exported
    addresses = [one.address for one in read["outcome"].chunk(0).buffers() if one is not None]
    again = pyarrow.RecordBatchReader.from_stream(read).read_all()
    assert [one.address for one in again["outcome"].chunk(0).buffers() if one is not None] == addresses


def test_problems_are_marked_and_told(office: tieuchi.Standard) -> None:
    answers = office.assess_table(pyarrow.table({"staff": [10, -1, 5000]}), max_problems=1)
    with pytest.warns(tieuchi.DataWarning):
        assert answers.to_pyarrow()["has_problems"].to_pylist() == [False, True, True]
    assert [one.code for one in answers.problems] == ["E403"]
    assert "row 1" in answers.problems[0].where


def test_a_table_may_be_freed_before_its_answers_are_read(office: tieuchi.Standard) -> None:
    data = table(100_000)
    answers = office.assess_table(data)
    del data
    gc.collect()
    assert answers.to_pyarrow().num_rows == 100_000


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
