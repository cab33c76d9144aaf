# SPDX-License-Identifier: Apache-2.0
"""What the requirements of the package promise of pyarrow, pandas and Polars: also run with the oldest that they name."""

import pandas
import polars
import pyarrow
import pytest

import tieuchi

COLUMNS = {"id": [1, 2, 3], "staff": [10.0, None, 10.0], "drilled": [8, 8, 0], "plan": [True, True, False], "size": ["small", None, "large"]}
OUTCOMES = ["good", None, "weak"]


def tables() -> dict[str, object]:
    table = pyarrow.table(COLUMNS)
    return {
        "pyarrow": table,
        "a batch": table.to_batches()[0],
        "a reader": table.to_reader(),
        "pandas": pandas.DataFrame(COLUMNS),
        "Polars": polars.DataFrame(COLUMNS),
        "categories": polars.DataFrame(COLUMNS).with_columns(polars.col("size").cast(polars.Categorical)),
    }


@pytest.mark.parametrize("name", tables())
def test_tables_come_and_go(office: tieuchi.Standard, name: str) -> None:
    def answers() -> tieuchi.Answers:
        return office.assess_table(tables()[name], keep="id", possible=True)  # type: ignore[arg-type]

    assert answers().to_pyarrow()["outcome"].to_pylist() == OUTCOMES
    assert answers().to_polars()["outcome"].to_list() == OUTCOMES
    assert answers().to_pandas()["outcome"].astype(object).where(lambda one: one.notna(), None).tolist() == OUTCOMES
    assert polars.DataFrame(answers())["id"].to_list() == COLUMNS["id"]
    assert pyarrow.table(answers())["possible"].to_pylist()[2] == ["weak"]
    population = tables()[name]
    scores = office.rulebook.score_table(with_kind(population), on="2022-11-15", keep="size")
    assert len(scores) == 3
    assert [one.subject.id for one in scores] == ["1", "2", "3"]
    assert scores.answers("office").to_pyarrow()["size"].to_pylist() == COLUMNS["size"]


def with_kind(data: object) -> object:
    if isinstance(data, pandas.DataFrame):
        return data.assign(kind="office")
    if isinstance(data, polars.DataFrame):
        return data.with_columns(kind=polars.lit("office"))
    table = data.read_all() if isinstance(data, pyarrow.RecordBatchReader) else pyarrow.table(data)
    return table.append_column("kind", [["office"] * 3])


def test_the_index_of_a_frame_is_kept(office: tieuchi.Standard) -> None:
    frame = pandas.DataFrame(COLUMNS).set_index("id")[::-1]
    read = office.assess_table(frame).to_pandas()
    assert read.index.equals(frame.index) and read.index.name == "id"
    joined = frame.join(read[["outcome"]])
    assert joined["outcome"].astype(object).where(lambda one: one.notna(), None).tolist() == OUTCOMES[::-1]
    assert pyarrow.table(office.assess_table(frame)).to_pandas().index.equals(frame.index)
