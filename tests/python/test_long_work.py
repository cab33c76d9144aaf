# SPDX-License-Identifier: Apache-2.0
"""Work that takes long: it is told of, may be stopped, and holds up nobody."""

import gc
import io
import signal
import sys
import threading
import time
import weakref

import pyarrow
import pytest

import tieuchi

from office import table


def test_ten_million_rows(office: tieuchi.Standard) -> None:
    rows = 10_000_000
    data = pyarrow.table({"staff": pyarrow.array([10], pyarrow.int16()).take(pyarrow.array(bytearray(rows), pyarrow.uint8()))})
    seen = 0
    for batch in pyarrow.RecordBatchReader.from_stream(office.assess_table(data, threads=2)):
        seen += batch.num_rows
    assert seen == rows


def test_progress_is_told_and_can_stop(office: tieuchi.Standard) -> None:
    told: list[int] = []
    office.assess_table(table(1000), batch_rows=100, progress=told.append).to_pyarrow()
    assert told == list(range(100, 1001, 100))

    def stop(done: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        office.assess_table(table(1000), batch_rows=100, progress=stop).to_pyarrow()


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
    data = pyarrow.Table.from_pylist(rows)
    with pytest.raises(KeyboardInterrupt):
        office.rulebook.score_table(data, on="2022-11-15", progress=lambda done: signal.raise_signal(signal.SIGINT))


def test_the_user_may_interrupt_the_reading_of_a_table(office: tieuchi.Standard) -> None:
    """Many small batches, which only the library sees."""
    rows = pyarrow.Table.from_pylist([{"id": f"o{i}", "kind": "office"} for i in range(20_000)])
    large = pyarrow.Table.from_batches(rows.to_batches(max_chunksize=1) * 4, rows.schema)

    began = time.monotonic()
    office.rulebook.score_table(large, on="2022-11-15", keep_going=True)
    whole = time.monotonic() - began
    later = threading.Timer(whole / 20, signal.raise_signal, [signal.SIGINT])
    began = time.monotonic()
    later.start()
    with pytest.raises(KeyboardInterrupt):
        office.rulebook.score_table(large, on="2022-11-15", keep_going=True)
    assert time.monotonic() - began < whole / 2
    later.join()


def test_a_large_population_is_followed(office: tieuchi.Standard) -> None:
    rows = 1_500_000
    kind = pyarrow.DictionaryArray.from_arrays(pyarrow.array(bytearray(rows), pyarrow.uint8()), ["office"])
    data = pyarrow.table({"id": pyarrow.array(range(rows)), "kind": kind, "staff": pyarrow.array(bytearray(rows), pyarrow.uint8())})
    told: list[int] = []
    assert len(office.rulebook.score_table(data, on="2022-11-15", progress=told.append)) == rows
    assert len(told) > 4
    assert told == sorted(told) and told[-1] == rows

    def stop(done: int) -> None:
        told.append(done)
        raise RuntimeError("enough")

    told.clear()
    with pytest.raises(RuntimeError, match="enough"):
        office.rulebook.score_table(data, on="2022-11-15", progress=stop)
    assert told[0] < rows / 2


def test_an_interrupt_in_another_thread_is_its_own(office: tieuchi.Standard) -> None:
    def tell(done: int) -> None:
        raise KeyboardInterrupt

    raised: list[BaseException] = []

    def work() -> None:
        try:
            office.assess_table(table(), progress=tell).to_pyarrow()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    time.sleep(0.01)  # where an interrupt of this thread would be heeded
    assert [type(one) for one in raised] == [KeyboardInterrupt]


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


def test_answers_whose_reading_was_stopped_are_collected(office: tieuchi.Standard) -> None:
    class Something:
        pass

    def stop(done: int) -> None:
        raise RuntimeError("enough")

    def work() -> weakref.ref[Something]:
        mine = Something()  # what a traceback would keep
        answers = office.assess_table(table(), progress=stop)
        with pytest.raises(Exception, match="enough"):
            pyarrow.table(answers)
        return weakref.ref(mine)

    gone = [work() for _ in range(5)]
    gc.collect()
    assert [one() for one in gone] == [None] * 5
