# SPDX-License-Identifier: Apache-2.0
"""What is wrong on purpose: each a clear exception that names what and where."""

import re
from decimal import Decimal

import pyarrow
import pytest

import tieuchi

from office import table


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
    office.assess_table(table().append_column("id", [["a", "b", "c"]]), ignored_columns="id").to_pyarrow()


def test_text_that_is_not_utf8(office: tieuchi.Standard) -> None:
    broken = pyarrow.Array.from_buffers(
        pyarrow.string(), 1, [None, pyarrow.py_buffer(b"\0\0\0\0\2\0\0\0"), pyarrow.py_buffer(b"\xff\xfe")]
    )
    answers = office.assess_table(pyarrow.table({"size": broken}))
    with pytest.warns(tieuchi.DataWarning):
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


def test_whole_numbers_in_texts_have_no_point(office: tieuchi.Standard) -> None:
    for exact in (10.0, Decimal("10.000"), Decimal("1E+1"), Decimal("0E+400"), "10"):
        office.assess(staff=exact)
    for text in ("10.0", "1.000", "1,000"):
        with pytest.raises(tieuchi.DataError, match="point or a comma"):
            office.assess(staff=text)
    assert office.assess_table(pyarrow.table({"staff": pyarrow.array([10.0, 20.0])})).to_pyarrow()["has_problems"].to_pylist() == [False, False]
    for beyond in (Decimal("1E-7"), Decimal("1E+400"), Decimal("1.2499999999999999999E+1")):
        with pytest.raises(tieuchi.DataError):
            office.assess(heat=beyond)


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
        (lambda: rules.standard("office", on="2022-11-15", jurisdiction=None), "`jurisdiction` is a str, not NoneType"),  # type: ignore[arg-type]
        (lambda: rules.standard("office", on="2022-11-15", readings={"a": 1}), "`readings` gives names"),  # type: ignore[dict-item]
        (lambda: tieuchi.loads(5), "`text` is str or bytes, not int"),  # type: ignore[arg-type]
        (lambda: tieuchi.Limits(facts=1.5), "`facts` is an int, not float"),  # type: ignore[arg-type]
        (lambda: office.assess({1: 1}), "expected str, not int"),  # type: ignore[dict-item]
        (lambda: rules.score([tieuchi.Subject(5, "office")], on="2022-11-15"), "expected str, not int"),  # type: ignore[arg-type]
        (lambda: office.assess_table(table(), ignored_columns=[5]), "expected str, not int"),  # type: ignore[list-item]
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
        (lambda: office.assess_table(table(), max_problems=1 << 70), "`max_problems` is at most"),
        (lambda: office.assess_table(table(), batch_rows=0), "`batch_rows` is at least 1, not 0"),
    ):
        with pytest.raises(ValueError, match=re.escape(words)):
            beyond()
