# SPDX-License-Identifier: Apache-2.0
"""What stands for nothing in data, and numbers in whatever type they stand."""

import datetime
from collections.abc import Callable
from decimal import Decimal

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import tieuchi

from office import RULES, table

NOTHING = [
    None, "", float("nan"), Decimal("nan"), numpy.nan, numpy.float32("nan"), numpy.float16("nan"), numpy.datetime64("NaT"),
    numpy.datetime64("NaT", "ns"), numpy.timedelta64("NaT"), numpy.ma.masked, pandas.NA, pandas.NaT,
]


@pytest.mark.parametrize("nothing", NOTHING, ids=lambda one: f"{type(one).__name__} {one}")
def test_what_is_missing_is_unknown_for_every_fact(office: tieuchi.Standard, nothing: object) -> None:
    facts = {one.name: nothing for one in office.facts if one.name != "kind"}
    assert office.assess(facts) == office.assess()  # type: ignore[arg-type]
    assert office.assess(pandas.Series(facts, dtype=object)) == office.assess()  # type: ignore[arg-type]
    (scored,) = office.rulebook.score([{"id": "a", "kind": "office", "parent": nothing, "rater": nothing, **facts}], on="2022-11-15")  # type: ignore[dict-item]
    assert scored.by("office") == office.rulebook.score([{"id": "a", "kind": "office"}], on="2022-11-15")[0].by("office")


def test_a_row_of_a_frame_is_read_as_it_is(office: tieuchi.Standard) -> None:
    frame = pandas.DataFrame({"staff": [10, None], "drilled": [8.0, None], "plan": [1.0, None]})
    assert office.assess(frame.iloc[0]).outcome == "good"
    assert office.assess(frame.iloc[1]) == office.assess()


EMPTY: dict[str, Callable[[str], object]] = {
    "float64 of pandas": lambda name: pandas.DataFrame({name: [float("nan")] * 3}),
    "objects of pandas": lambda name: pandas.DataFrame({name: [None] * 3}),
    "float64 of NaN": lambda name: pyarrow.table({name: numpy.full(3, numpy.nan)}),
    "NaN of Polars": lambda name: polars.DataFrame({name: [float("nan")] * 3}),
    "nulls of Polars": lambda name: polars.DataFrame({name: [None] * 3}),
    "dates": lambda name: pyarrow.table({name: pyarrow.nulls(3, pyarrow.date32())}),
    "moments in a zone": lambda name: pyarrow.table({name: pyarrow.nulls(3, pyarrow.timestamp("us", "UTC"))}),
    "lists": lambda name: pyarrow.table({name: pyarrow.nulls(3, pyarrow.list_(pyarrow.int8()))}),
    "a dictionary of numbers": lambda name: pyarrow.table({name: pyarrow.nulls(3, pyarrow.dictionary(pyarrow.int8(), pyarrow.float64()))}),
    "DuckDB": lambda name: duckdb.sql(f"select null::double as {name} from range(3)"),
}


@pytest.mark.parametrize("source", EMPTY)
def test_a_column_without_a_value_is_unknown_for_every_fact(office: tieuchi.Standard, source: str) -> None:
    for fact in office.facts[1:]:
        answers = office.assess_table(EMPTY[source](fact.name))  # type: ignore[arg-type]
        assert answers.to_pyarrow()["has_problems"].to_pylist() == [False] * 3
        assert not answers.problems
    data = pyarrow.table(EMPTY[source]("parent")).append_column("id", [[1, 2, 3]]).append_column("kind", [["office"] * 3])  # type: ignore[arg-type]
    assert not office.rulebook.score_table(data, on="2022-11-15").refused


def test_a_type_that_does_not_fit_is_told_once_there_is_a_value(office: tieuchi.Standard) -> None:
    late = pyarrow.Table.from_batches(
        [pyarrow.RecordBatch.from_pydict({"size": pyarrow.array([value], pyarrow.float64())}) for value in (None, 1.5)]
    )
    with pytest.raises(tieuchi.DataError, match="E604"):
        office.assess_table(late).to_pyarrow()
    with pytest.raises(tieuchi.DataError, match="E604"):
        office.assess_table(pandas.DataFrame({"size": [1.5, None]}))


def test_blanks_make_floats_of_whole_numbers(office: tieuchi.Standard) -> None:
    frame = pandas.DataFrame({"staff": [10.0, None], "drilled": [8.0, None], "plan": [1.0, None]})
    assert office.assess_table(frame).to_pyarrow()["outcome"].to_pylist() == ["good", None]
    answers = office.assess_table(pandas.DataFrame({"plan": [0.5, 1.0], "staff": [2.0, 2.5]}), strict=False)
    with pytest.warns(tieuchi.DataWarning):
        assert answers.to_pyarrow()["has_problems"].to_pylist() == [True, True]


TREE = """
document "1" { title "Test" status illustrative in force from 2000-01-01 }
standard town for town { facts { areas count from count of (area) } criterion 1 when areas >= 2 outcome met when every criterion is met outcome not_met otherwise }
standard area for area { facts { quiet yes_no } criterion 1 when quiet outcome met when every criterion is met outcome not_met otherwise }
"""


@pytest.mark.parametrize("made", [pandas.DataFrame, polars.DataFrame, lambda rows: pyarrow.table(pandas.DataFrame(rows))])
def test_ids_and_parents_are_what_they_mean(made: Callable[[dict[str, object]], object]) -> None:
    rules = tieuchi.loads(TREE)
    columns = {"id": [7, 71, 72], "kind": ["town", "area", "area"], "parent": [float("nan"), 7.0, 7.0], "quiet": [None, True, True]}
    scores = rules.score_table(made(columns), on="2022-11-15")  # type: ignore[arg-type]
    assert scores[0].by("town").outcome == "met"
    rows = pandas.DataFrame(columns).to_dict("records")
    scored = rules.score(rows, on="2022-11-15")
    assert scored[0].by("town").outcome == "met"
    assert scored[1].subject.parent == "7"
    assert rules.score([{"id": numpy.float64(5), "kind": "area"}], on="2022-11-15")[0].subject.id == "5"
    assert rules.score([{"id": Decimal("5.0"), "kind": "area"}], on="2022-11-15")[0].subject.id == "5"
    for wrong in (1.5, float("inf"), 2.0**60):
        with pytest.raises(tieuchi.DataError, match="neither text nor a whole number"):
            rules.score([{"id": wrong, "kind": "area"}], on="2022-11-15")
    halves = pandas.DataFrame({"id": [1.5, 2.0], "kind": ["area"] * 2})
    assert rules.score_table(halves, on="2022-11-15", keep_going=True).refused == (0,)


def test_scalars_of_numpy(office: tieuchi.Standard) -> None:
    for number in (numpy.int8(10), numpy.uint64(10), numpy.float16(10), numpy.float32(10), numpy.float64(10), numpy.array(10)):
        assert '"staff":"10"' in office.assess(staff=number).to_json().replace('"staff":10', '"staff":"10"')  # type: ignore[arg-type]
    assert office.assess(heat=numpy.float16(0.1)) == office.assess(heat="0.1")  # type: ignore[arg-type]
    assert office.assess(plan=numpy.bool_(True)) == office.assess(plan=True)  # type: ignore[arg-type]
    for unit in ("D", "s", "ns"):
        assert office.assess(built=numpy.datetime64("2020-01-02", unit)) == office.assess(built="2020-01-02")  # type: ignore[arg-type]
    for wrong in (numpy.datetime64("2020-01-02T12", "ns"), numpy.timedelta64(5, "ns"), numpy.datetime64("20000-01-02")):
        with pytest.raises(TypeError, match="fact `built`"):
            office.assess(built=wrong)


def test_a_day_is_no_moment(office: tieuchi.Standard) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=7))
    for wrong in (
        datetime.datetime(2022, 11, 15, tzinfo=zone), datetime.datetime(2022, 11, 15, 12), pandas.Timestamp("2022-11-15", tz="UTC"),
        pandas.Timestamp("2022-11-15") + pandas.Timedelta(1, "ns"),
    ):
        with pytest.raises(TypeError, match="`on` is a day, not a .* with a time of day or a time zone"):
            office.rulebook.standard("office", on=wrong)
        with pytest.raises(TypeError, match="time of day or a time zone"):
            office.assess(built=wrong)
        with pytest.raises(TypeError, match="time of day or a time zone"):
            office.rulebook.score([], on=wrong)
    with pytest.raises(ValueError, match="`on` is a day"):
        office.rulebook.standard("office", on=pandas.NaT)  # type: ignore[arg-type]
    assert office.rulebook.standard("office", on=datetime.datetime(2022, 11, 15)) == office


WIDTHS = {
    "decimal32": lambda: pyarrow.table({"heat": pyarrow.array([Decimal("12.25")], pyarrow.decimal32(6, 2))}),
    "decimal64": lambda: pyarrow.table({"heat": pyarrow.array([Decimal("12.25")], pyarrow.decimal64(12, 2))}),
    "decimal128": lambda: pyarrow.table({"heat": pyarrow.array([Decimal("12.25")], pyarrow.decimal128(30, 20))}),
    "decimal256": lambda: pyarrow.table({"heat": pyarrow.array([Decimal("12.25")], pyarrow.decimal256(76, 70))}),
    "float16": lambda: pyarrow.table({"heat": pyarrow.array(numpy.array([12.25], numpy.float16))}),
    "runs": lambda: pyarrow.table({"heat": pyarrow.RunEndEncodedArray.from_arrays(pyarrow.array([1], pyarrow.int16()), [12.25])}),
    "a dictionary": lambda: pyarrow.table({"heat": pyarrow.array([12.25]).dictionary_encode()}),
    "a category": lambda: pandas.DataFrame({"heat": pandas.Categorical([12.25])}),
    "Polars' decimal": lambda: polars.DataFrame({"heat": polars.Series([Decimal("12.25")], dtype=polars.Decimal(20, 4))}),
    "DuckDB's decimal": lambda: duckdb.sql("select 12.25::decimal(30, 5) as heat"),
}


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_of_every_width_are_exact(office: tieuchi.Standard, width: str) -> None:
    hot = tieuchi.loads(RULES.replace("when plan", "when heat = 12.25")).standard("office", on="2022-11-15")
    answers = hot.assess_table(WIDTHS[width](), findings=True).to_pyarrow()  # type: ignore[arg-type]
    assert answers["status 1"].to_pylist() == ["met"]


WHOLE = {
    "Int128": lambda: polars.DataFrame({"staff": polars.Series([10, 10**30], dtype=polars.Int128)}),
    "hugeint": lambda: duckdb.sql("select * from (values (10::hugeint), (1000000000000000000000000000000)) t(staff)"),
    "hugeint, nothing lost": lambda: lossless().sql("select * from (values (10::hugeint), (170141183460469231731687303715884105727)) t(staff)"),
    "uhugeint, nothing lost": lambda: lossless().sql("select * from (values (10::uhugeint), (340282366920938463463374607431768211455)) t(staff)"),
}
if hasattr(polars, "UInt128"):
    WHOLE["UInt128"] = lambda: polars.DataFrame({"staff": polars.Series([10, 10**30], dtype=polars.UInt128)})


def lossless() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    made.execute("set arrow_lossless_conversion = true")
    return made


@pytest.mark.parametrize("source", WHOLE)
@pytest.mark.filterwarnings("ignore::tieuchi.DataWarning")
def test_whole_numbers_of_128_bits(office: tieuchi.Standard, source: str) -> None:
    answers = office.assess_table(WHOLE[source](), max_problems=1)  # type: ignore[arg-type]
    assert answers.to_pyarrow()["has_problems"].to_pylist() == [False, True]
    assert answers.problems[0].where == "row 1: staff"


def test_sums_of_duckdb_are_ids_as_well() -> None:
    rules = tieuchi.loads(TREE)
    relation = duckdb.sql("select sum(x) as id, 'area' as kind from range(5) t(x) group by x order by x")
    assert [one.subject.id for one in rules.score_table(relation, on="2022-11-15")] == ["0", "1", "2", "3", "4"]


def test_runs_of_texts_in_slices(office: tieuchi.Standard) -> None:
    sizes = pyarrow.RunEndEncodedArray.from_arrays(pyarrow.array([3, 5, 9], pyarrow.int32()), ["small", "huge", "large"])
    with pytest.warns(tieuchi.DataWarning):
        read = office.assess_table(pyarrow.table({"size": sizes}).slice(2, 5), batch_rows=2).to_pyarrow()
    assert read["has_problems"].to_pylist() == [False, True, True, False, False]


def test_wild_offsets_are_refused(office: tieuchi.Standard) -> None:
    offsets = numpy.array([0, 5, 1 << 30, 15, 20], dtype=numpy.int32)
    broken = pyarrow.Array.from_buffers(pyarrow.string(), 4, [None, pyarrow.py_buffer(offsets), pyarrow.py_buffer(b"small" * 4)])
    for name, call in (
        ("size", lambda: office.assess_table(pyarrow.table({"size": broken})).to_pyarrow()),
        ("id", lambda: office.rulebook.score_table(pyarrow.table({"id": broken, "kind": ["office"] * 4}), on="2022-11-15")),
        ("kind", lambda: office.rulebook.score_table(pyarrow.table({"id": [1, 2, 3, 4], "kind": broken}), on="2022-11-15")),
    ):
        with pytest.raises(tieuchi.DataError, match=f"(?s)column `{name}`.*its offsets fall, or go beyond the last|its offsets fall"):
            call()
    kept = table(4).append_column("name", broken)
    with pytest.raises(tieuchi.DataError, match="damaged"):
        data = kept.append_column("id", [[1, 2, 3, 4]]).append_column("kind", [["office"] * 4])
        office.rulebook.score_table(data, on="2022-11-15", keep="name").answers("office").to_pyarrow()
