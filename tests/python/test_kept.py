# SPDX-License-Identifier: Apache-2.0
"""Whose answers they are: columns that are kept, and the index of a frame; what is refused is not passed over in silence."""

import datetime
import warnings
from decimal import Decimal

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import tieuchi

from office import table

def offices(rows: int = 204) -> pandas.DataFrame:
    """Every other of them is weak."""
    return pandas.DataFrame({"name": [f"o{i}" for i in range(rows)], "staff": 10, "drilled": [10 * (i % 2) for i in range(rows)], "plan": True})


def test_each_row_gets_its_own_outcome(office: tieuchi.Standard) -> None:
    frame = offices()
    some = frame[frame.index % 3 != 0]
    answers = office.assess_table(some, ignored_columns="name").to_pandas()
    assert answers.index.equals(some.index)
    for joined in (some.assign(outcome=answers["outcome"]), some.join(answers[["outcome"]])):
        assert joined["outcome"].tolist() == ["good" if drilled else "weak" for drilled in some["drilled"]]
    by_arrow = pyarrow.table(office.assess_table(some, ignored_columns="name")).to_pandas()  # as docs/columns.md passes it on
    assert by_arrow.index.equals(some.index)
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert pandas.DataFrame.from_arrow(office.assess_table(some, ignored_columns="name")).index.equals(some.index)
    assert list(some.columns) == list(offices().columns) and frame.index.equals(offices().index)  # theirs is left alone


@pytest.mark.parametrize(
    "index",
    [
        pandas.RangeIndex(5, 5 + 3 * 204, 3),
        pandas.Index([f"x{i}" for i in range(204)], name="code"),
        pandas.date_range("2020-01-01", periods=204),
        pandas.MultiIndex.from_product([range(102), ["a", "b"]], names=["area", None]),
        pandas.Index([7] * 204),
        pandas.RangeIndex(204, name="staff"),  # which is a column as well
        pandas.Index(range(204), name="outcome"),
        pandas.RangeIndex(204),
    ],
    ids=["a range", "names", "days", "two levels", "all the same", "named as a fact", "named as an answer", "none"],
)
def test_an_index_of_any_kind_is_kept(office: tieuchi.Standard, index: pandas.Index) -> None:
    frame = offices().drop(columns="name").set_axis(index)
    answers = office.assess_table(frame, batch_rows=50)
    read = answers.to_pandas()
    assert read.index.equals(index)
    assert list(read.index.names) == list(index.names)
    assert read["outcome"].tolist() == ["weak", "good"] * 102
    data = frame.assign(id=range(204), kind="office")
    scored = office.rulebook.score_table(data, on="2022-11-15").answers("office").to_pandas()
    assert scored.index.equals(index)
    assert list(scored.index.names) == list(index.names)


def test_answers_for_some_rows_are_theirs() -> None:
    rules = tieuchi.loads(
        'document "1" { title "T" status illustrative in force from 2000-01-01 }'
        "standard odd for odd { facts { a count } criterion 1 when a > 5 outcome met when every criterion is met outcome not_met otherwise }"
        "standard even for even { facts { a count } criterion 1 when a > 5 outcome met when every criterion is met outcome not_met otherwise }"
    )
    frame = pandas.DataFrame({"id": [f"s{i}" for i in range(12)], "kind": ["even", "odd"] * 6, "a": range(12)})
    for data in (frame, frame[::-1], frame[frame["a"] != 4]):
        scores = rules.score_table(data, on="2022-11-15", keep="id")
        for kind in ("even", "odd"):
            joined = data.join(scores.answers(kind).to_pandas()[["outcome"]], how="inner")
            assert joined["outcome"].tolist() == ["met" if a > 5 else "not_met" for a in joined["a"]]
            assert set(joined["kind"]) == {kind}
            kept = scores.answers(kind).to_pandas()
            assert kept["id"].tolist() == joined["id"].tolist()


EVERY = {
    "bool": pyarrow.array([True, None, False, True]),
    "int8": pyarrow.array([1, None, 3, 4], pyarrow.int8()),
    "int64": pyarrow.array([1, None, 3, 4]),
    "float64": pyarrow.array([1.5, None, 3, 4]),
    "float16": pyarrow.array(numpy.array([1.5, 2, 3, 4], numpy.float16)),
    "date32": pyarrow.array([datetime.date(2020, 1, 2), None] * 2),
    "timestamp": pyarrow.array([1, None, 3, 4], pyarrow.timestamp("us", "UTC")),
    "decimal128": pyarrow.array([Decimal("1.25"), None] * 2, pyarrow.decimal128(20, 2)),
    "decimal256": pyarrow.array([Decimal("1.25"), None] * 2, pyarrow.decimal256(60, 2)),
    "utf8": pyarrow.array(["a", None, "", "a text of more than twelve bytes"]),
    "large_utf8": pyarrow.array(["a", None, "", "a text of more than twelve bytes"], pyarrow.large_utf8()),
    "string_view": pyarrow.array(["a", None, "", "a text of more than twelve bytes"], pyarrow.string_view()),
    "binary": pyarrow.array([b"a", None, b"", b"c"]),
    "fixed": pyarrow.array([b"abc", None, b"def", b"ghi"], pyarrow.binary(3)),
    "null": pyarrow.nulls(4),
    "dictionary": pyarrow.array(["a", None, "b", "a"]).dictionary_encode(),
}


def test_columns_of_every_type_are_kept(office: tieuchi.Standard) -> None:
    data = table(4)
    for name, column in EVERY.items():
        data = data.append_column(name, column)
    data = pyarrow.Table.from_batches(data.slice(0, 3).to_batches() + data.slice(3).to_batches())
    for given in (data, data.slice(1)):
        read = office.assess_table(given, keep=EVERY, batch_rows=2).to_pyarrow()
        assert read.column_names[: len(EVERY)] == list(EVERY)
        assert read.select(list(EVERY)).equals(given.select(list(EVERY)).cast(read.select(list(EVERY)).schema))
        population = given.append_column("id", [[str(i) for i in range(len(given))]]).append_column("kind", [["office"] * len(given)])
        scores = office.rulebook.score_table(population, on="2022-11-15", keep=EVERY)
        read = scores.answers("office").to_pyarrow()
        assert read["row"].to_pylist() == list(range(len(given)))
        for name in EVERY:
            assert read[name].to_pylist() == given[name].to_pylist(), name
    lists = table(2).append_column("lists", [[[1], [2, 3]]])
    assert office.assess_table(lists, keep="lists").to_pyarrow()["lists"].to_pylist() == [[1], [2, 3]]


def test_a_kept_column_is_not_copied(office: tieuchi.Standard) -> None:
    names = pyarrow.array(range(1000))
    read = office.assess_table(table(1000).append_column("id", names), keep="id").to_pyarrow()
    assert read["id"].chunk(0).buffers()[1].address == names.buffers()[1].address


def test_columns_are_kept_for_every_reader(office: tieuchi.Standard) -> None:
    frame = polars.DataFrame(table()).with_columns(id=polars.Series(["a", "b", "c"]))
    assert polars.DataFrame(office.assess_table(frame, keep=["id"]))["id"].to_list() == ["a", "b", "c"]
    relation = duckdb.sql("select 'a' as id, 10 as staff")
    answers = office.assess_table(relation, keep="id").to_pyarrow()
    assert duckdb.sql("select id from answers").fetchall() == [("a",)]
    assert pyarrow.schema(office.assess_table(frame, keep="id")).names[0] == "id"


def test_what_cannot_be_kept_is_told(office: tieuchi.Standard) -> None:
    with pytest.raises(tieuchi.DataError, match="(?s)E606.*there is no such column"):
        office.assess_table(table(), keep="id")
    with pytest.raises(tieuchi.DataError, match="(?s)E603.*two columns have this name"):
        office.assess_table(table(), keep=["staff", "staff"])
    with pytest.raises(ValueError, match="`keep` names `outcome`"):
        office.assess_table(table(), keep=["outcome"])
    with pytest.raises(TypeError, match="`keep` names columns, as str, not int"):
        office.assess_table(table(), keep=[5])  # type: ignore[list-item]
    population = pyarrow.table({"id": ["a"], "kind": ["office"], "lists": [[1]]})
    with pytest.raises(tieuchi.DataError, match="(?s)E604.*cannot be kept here"):
        office.rulebook.score_table(population, on="2022-11-15", keep="lists")
    with pytest.raises(ValueError, match="`keep` names `row`"):
        office.rulebook.score_table(population, on="2022-11-15", keep="row")


def test_what_is_no_table_says_what_to_call(office: tieuchi.Standard) -> None:
    frame = polars.DataFrame(table())
    connection, other = duckdb.connect(), duckdb.connect()
    for wrong, words in (
        (frame.lazy(), "call its `collect\\(\\)`"),
        (table().to_pylist(), "pyarrow.Table.from_pylist"),
        (table().to_pydict(), "polars.DataFrame"),
        (connection.execute("select 1 as staff"), "call its `(to_arrow_reader|fetch_record_batch)\\(\\)`"),
        ([1, 2], "__arrow_c_stream__"),
        ("staff", "__arrow_c_stream__"),
    ):
        for call in (office.assess_table, lambda data: office.rulebook.score_table(data, on="2022-11-15")):
            with pytest.raises(TypeError, match=words):
                call(wrong)
    assert office.assess_table(other.sql("select 1 as staff")).to_pyarrow().num_rows == 1
    ran = duckdb.connect().execute("select 1 as staff")
    reader = getattr(ran, "to_arrow_reader", None) or ran.fetch_record_batch
    assert office.assess_table(reader()).to_pyarrow().num_rows == 1


BAD = {"staff": [10, -1, 5000, 20], "plan": [True] * 4}


def test_strict_raises_what_was_refused(office: tieuchi.Standard) -> None:
    with pytest.raises(tieuchi.DataError) as error:
        office.assess_table(pyarrow.table(BAD), strict=True)
    assert [(one.code, one.where) for one in error.value.diagnostics] == [("E403", "row 1: staff"), ("E403", "row 2: staff")]
    with pytest.raises(tieuchi.DataError, match="2 rows have values that were refused"):
        office.assess_table(pyarrow.table(BAD), strict=True, max_problems=0)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        answers = office.assess_table(table(5), strict=True, batch_rows=2)
        assert answers.rows == 5
        assert polars.DataFrame(answers)["outcome"].to_list() == ["good"] * 5
        assert office.assess_table(table(0), strict=True).to_pyarrow().num_rows == 0

    def broken():  # type: ignore[no-untyped-def]
        yield table().to_batches()[0]
        raise OSError("the cable is out")

    with pytest.raises(tieuchi.DataError, match="the cable is out"):
        office.assess_table(pyarrow.RecordBatchReader.from_batches(table().schema, broken()), strict=True)

    def stop(done: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        office.assess_table(table(), strict=True, progress=stop)
    with pytest.raises(KeyboardInterrupt):
        office.assess_table(table(), strict=True, progress=interrupt)
    with pytest.raises(TypeError, match="`strict` is True or False, not int"):
        office.assess_table(table(), strict=1)  # type: ignore[arg-type]


def interrupt(done: int) -> None:
    raise KeyboardInterrupt


def test_else_a_warning_is_given_once(office: tieuchi.Standard) -> None:
    for read in (polars.DataFrame, pyarrow.table, lambda one: one.to_pandas()):
        with pytest.warns(tieuchi.DataWarning) as caught:
            frame = read(office.assess_table(pyarrow.table(BAD), batch_rows=2))
        assert len(caught) == 1
        told = caught[0].message
        assert isinstance(told, tieuchi.DataWarning)
        assert str(told).startswith("1 row has values that were refused, taken for unknown, the first in row 1: staff: ")
        assert [one.where for one in told.diagnostics] == ["row 1: staff"]
        assert len(frame) == 4
    with pytest.warns(tieuchi.DataWarning, match="2 rows have values that were refused") as caught:
        answers = office.assess_table(pyarrow.table(BAD))
        answers.to_pandas()
    assert caught[0].filename == __file__
    assert answers.refused == 2
    assert [one.where for one in answers.problems] == ["row 1: staff", "row 2: staff"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        office.assess_table(table()).to_pyarrow()
        with pytest.raises(tieuchi.DataWarning):
            office.assess_table(pyarrow.table(BAD)).to_pyarrow()
