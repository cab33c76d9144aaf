# SPDX-License-Identifier: Apache-2.0
"""Calls every function that can fail as it should be called, but for one argument that is NULL: each pointer in turn. It must come back, and say
so unless the header lets that argument be NULL.

usage: nulls.py LIBRARY HEADER"""

import ctypes
import os
import re
import sys
import tempfile
from pathlib import Path

from interface import INVALID_ARGUMENT, prototypes, without_comments

OK, BAD_DATA = 0, 5
RULES = b"""
document "1" { title "Test" status illustrative replaces "0" source "here" in force from 2000-01-01 }
standard office for office {
    title "Office"
    not subject when calls > 90 "Too many" cite 1.2
    reading counted one of (everyone "All", some "Some") default everyone "Who counts" cite 3
    facts { calls count at most 100 size one of (small, large) judged_by date }
    points 10
    criterion 1 "Calls" 10 points less 1 per calls cite 4
    classes by total { good "Good" >= 8, weak "Weak" otherwise }
    at most weak when size is small and counted is everyone "Small" cite 5
    quota good at most 50% of all highest total first cite 6
}
"""
# What the header lets be NULL, by the argument's name; and functions that have an argument of that name which may not be.
MAY_BE_NULL = {"error", "problems", "limits", "options", "language", "length", "subject", "told", "context"}
NEEDED = {("tieuchi_population_add", "subject")}
# A NULL that turns the log off.
OTHERS = {("tieuchi_log_set", "to")}


# What a function is called with where `calls`, the fact in slot 1, is not what it is for.
NAMES = {"tieuchi_rulebook_standard": b"office", "tieuchi_facts_set_date": b"judged_by"}
SLOTS = {"tieuchi_standard_option": 2, "tieuchi_facts_set_date_at": 3}
TEXTS = {"kind": b"office", "text": b"5", "language": b"en", "json": b'{"calls": 5}'}
# Called well, but with a value that does not fit the fact.
REFUSED = {"tieuchi_facts_set_yes_no", "tieuchi_facts_set_yes_no_at"}


def text_for(function: str, argument: str) -> bytes:
    """With a length, or ending in NUL."""
    return (NAMES.get(function.removesuffix("_n")) if argument == "name" else TEXTS.get(argument)) or b"calls"


class Selection(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_size_t), ("on", ctypes.c_char_p), ("jurisdiction", ctypes.c_char_p), ("readings", ctypes.c_void_p),
                ("reading_count", ctypes.c_size_t), ("on_length", ctypes.c_size_t), ("jurisdiction_length", ctypes.c_size_t), ("year", ctypes.c_int32),
                ("has_lengths", ctypes.c_int32)]


class Source(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("text", ctypes.c_char_p), ("length", ctypes.c_size_t), ("name_length", ctypes.c_size_t),
                ("has_lengths", ctypes.c_int32), ("reserved", ctypes.c_int32)]


class Subject(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_size_t), ("id", ctypes.c_char_p), ("parent", ctypes.c_char_p), ("kind", ctypes.c_char_p),
                ("rater", ctypes.c_char_p), ("where", ctypes.c_char_p), ("facts", ctypes.c_void_p), ("fact_count", ctypes.c_size_t),
                *((f"{text}_length", ctypes.c_size_t) for text in ("id", "parent", "kind", "rater", "where")), ("has_lengths", ctypes.c_int32),
                ("reserved", ctypes.c_int32)]


class Schema(ctypes.Structure):
    """ArrowSchema"""


class Array(ctypes.Structure):
    """ArrowArray"""


class Stream(ctypes.Structure):
    """ArrowArrayStream"""


FREE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
FREE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))
FREE_STREAM = ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))
GET_SCHEMA = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))
GET_NEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))
GET_ERROR = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))
Schema._fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
                   ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))), ("dictionary", ctypes.c_void_p),
                   ("release", FREE_SCHEMA), ("private_data", ctypes.c_void_p)]
Array._fields_ = [("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64), ("n_buffers", ctypes.c_int64),
                  ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
                  ("children", ctypes.POINTER(ctypes.POINTER(Array))), ("dictionary", ctypes.c_void_p), ("release", FREE_ARRAY),
                  ("private_data", ctypes.c_void_p)]
Stream._fields_ = [("get_schema", GET_SCHEMA), ("get_next", GET_NEXT), ("get_last_error", GET_ERROR), ("release", FREE_STREAM),
                   ("private_data", ctypes.c_void_p)]


@FREE_SCHEMA
def free_schema(one):
    one.contents.release = FREE_SCHEMA()


@FREE_ARRAY
def free_array(one):
    one.contents.release = FREE_ARRAY()


@FREE_STREAM
def free_stream(one):
    one.contents.release = FREE_STREAM()


class OneRow:
    """A table of one subject: text columns `id` and `kind`, `calls` as int32."""

    def __init__(self, names: tuple[str, ...] = ("id", "kind", "calls")):
        texts = {"id": b"A", "kind": b"office"}
        self.kept = []
        schemas, arrays = [], []
        for name in names:
            if name in texts:
                text = ctypes.create_string_buffer(texts[name])
                offsets = (ctypes.c_int32 * 2)(0, len(texts[name]))
                data = (ctypes.c_void_p * 3)(None, ctypes.addressof(offsets), ctypes.addressof(text))
                self.kept += [text, offsets, data]
            else:
                values = (ctypes.c_int32 * 1)(1)
                data = (ctypes.c_void_p * 2)(None, ctypes.addressof(values))
                self.kept += [values, data]
            schemas.append(Schema(format=b"u" if name in texts else b"i", name=name.encode(), release=free_schema))
            arrays.append(Array(length=1, n_buffers=len(data), buffers=data, release=free_array))
        self.schemas = (ctypes.POINTER(Schema) * len(names))(*map(ctypes.pointer, schemas))
        self.arrays = (ctypes.POINTER(Array) * len(names))(*map(ctypes.pointer, arrays))
        self.none = (ctypes.c_void_p * 1)(None)
        self.schema = Schema(format=b"+s", n_children=len(names), children=self.schemas, release=free_schema)
        self.array = Array(length=1, n_buffers=1, buffers=self.none, n_children=len(names), children=self.arrays, release=free_array)
        self.left = 1
        self.stream = Stream(GET_SCHEMA(self.get_schema), GET_NEXT(self.get_next), GET_ERROR(lambda one: None), free_stream)

    def get_schema(self, stream, out):
        ctypes.memmove(out, ctypes.byref(self.schema), ctypes.sizeof(Schema))
        return 0

    def get_next(self, stream, out):
        ctypes.memmove(out, ctypes.byref(self.array if self.left else Array()), ctypes.sizeof(Array))
        self.left = 0
        return 0


class Caller:
    """Calls with arguments that are well made: handles of one rulebook and of all that comes of it."""

    def __init__(self, library: Path, path: str):
        self.library = ctypes.CDLL(str(library))
        self.kept: list[object] = []  # what was handed over lives as long
        self.paths = (ctypes.c_char_p * 1)(path.encode())
        self.source = Source(b"rules", RULES, len(RULES))
        self.selection = Selection(ctypes.sizeof(Selection), b"2022-11-15")
        self.subject = Subject(ctypes.sizeof(Subject), b"A", None, b"office")
        self.handles: dict[str, ctypes.c_void_p] = {}
        book = self.make("tieuchi_rulebook", "parse", None, ctypes.byref(self.source), ctypes.c_size_t(1), None)
        by = self.make("tieuchi_standard", "tieuchi_rulebook_standard", None, book, b"office", ctypes.byref(self.selection))
        self.make("tieuchi_standards", "tieuchi_rulebook_standards_for", None, book, b"office", ctypes.byref(self.selection))
        facts = self.make("tieuchi_facts", "new", by)
        self.library.tieuchi_facts_set_integer(facts, b"calls", ctypes.c_int64(-1), None)  # a problem
        self.library.tieuchi_facts_set_text(facts, b"size", b"small", None)
        self.make("tieuchi_assessment", "tieuchi_facts_assess", facts)
        self.make("tieuchi_diagnostics", "tieuchi_facts_problems", facts)
        self.make("tieuchi_scratch", "new")
        self.make("tieuchi_columns", "new", by, None)
        population = self.make("tieuchi_population", "new", book, ctypes.byref(self.selection))
        self.library.tieuchi_population_add(population, ctypes.byref(self.subject), None)
        self.make("tieuchi_results", "tieuchi_population_assess", None, population, None, None)
        table = self.make("tieuchi_column_population", "new", None, book, ctypes.byref(self.selection), None)
        self.row = OneRow()
        self.library.tieuchi_column_population_add_array(table, None, ctypes.byref(self.row.schema), ctypes.byref(self.row.array), None)
        self.make("tieuchi_population_answers", "tieuchi_column_population_assess", table, None, None)
        self.make("tieuchi_column_population", "new", None, book, ctypes.byref(self.selection), None)  # that one was assessed

    def make(self, noun: str, function: str, *arguments: object) -> ctypes.c_void_p:
        handle = ctypes.c_void_p()
        name = function if function.startswith("tieuchi_") else f"{noun}_{function}"
        status = getattr(self.library, name)(ctypes.byref(handle), *arguments, None)
        if status != OK:
            raise SystemExit(f"{name}: gave {status} when it was called well")
        self.handles[noun] = handle
        return handle

    def room(self, size: int = 4096) -> object:
        """Something that may be written to; as a struct it says its own size."""
        made = ctypes.create_string_buffer(size)
        self.kept.append(made)
        return made

    def well_made(self, function: str, argument: str) -> object:
        name, kind = argument.split()[-1].lstrip("*"), argument.replace("const ", "")
        if kind.startswith(("double", "int", "uint", "size_t")) and "*" not in kind:
            if name.endswith("_length"):
                return ctypes.c_size_t(len(text_for(function, name.removesuffix("_length"))))
            number = {"month": 1, "day": 1, "count": 1, "year": 2022, "slot": SLOTS.get(function, 1)}.get(name, 0)
            return ctypes.c_double(1) if kind.startswith("double") else ctypes.c_int64(number)
        if kind.startswith("struct Arrow"):
            table = OneRow(("calls",) if function.startswith("tieuchi_columns") else ("id", "kind", "calls"))
            self.kept.append(table)
            part = {"schema": table.schema, "rows": table.stream if "Stream" in kind else table.array}.get(name)
            return self.room() if part is None else ctypes.byref(part)
        if name == "paths":
            return self.paths
        if kind.startswith("tieuchi_error"):
            return self.room()
        if "char*" in kind and not kind.startswith("char**") and "**" not in kind:
            return text_for(function, name)
        for struct, made in (("tieuchi_selection*", self.selection), ("tieuchi_source*", self.source), ("tieuchi_subject*", self.subject)):
            if kind.startswith(struct):
                return ctypes.byref(made)
        noun = kind.split("*")[0].strip()
        if noun in self.handles and "**" not in kind:
            return self.handles[noun]
        made = self.room()
        if noun.startswith("tieuchi_") and "**" not in kind:
            ctypes.memmove(made, ctypes.byref(ctypes.c_size_t(1024)), ctypes.sizeof(ctypes.c_size_t))
        return made if "*" in kind else None

    def call(self, name: str, arguments: list[str], left_out: int) -> int:
        """The status, or -1 when the function did not come back. In a process of its own."""
        child = os.fork()
        if child == 0:
            given = [ctypes.c_void_p() if at == left_out else self.well_made(name, one) for at, one in enumerate(arguments)]
            function = getattr(self.library, name)
            function.restype = ctypes.c_int32
            os._exit(function(*given) & 0xFF)
        _, how = os.waitpid(child, 0)
        return -1 if os.WIFSIGNALED(how) else os.WEXITSTATUS(how)


def main() -> int:
    library, header = Path(sys.argv[1]), Path(sys.argv[2])
    problems, calls = [], 0
    with tempfile.NamedTemporaryFile(suffix=".tieuchi") as rules:
        rules.write(RULES)
        rules.flush()
        caller = Caller(library, rules.name)
        for name, (result, arguments) in prototypes(without_comments(header.read_text(encoding="utf-8"))).items():
            if result != "tieuchi_status":
                continue
            if (status := caller.call(name, arguments, -1)) != (BAD_DATA if name in REFUSED else OK):
                problems.append(f"{name}: gave {status} when it was called well")
            for at, argument in enumerate(arguments):
                named = re.search(r"(\w+)(?:\[\])?$", argument)
                what = named[1] if named else ""
                if "*" not in argument and what not in ("to", "told"):
                    continue
                status = caller.call(name, arguments, at)
                calls += 1
                may_be_null = (what in MAY_BE_NULL and (name, what) not in NEEDED) or (name, what) in OTHERS
                if status == -1:
                    problems.append(f"{name}: did not come back from a NULL for `{what}`")
                elif (status != INVALID_ARGUMENT) != may_be_null:
                    problems.append(f"{name}: gave {status} for a NULL for `{what}`, which the header {'allows' if may_be_null else 'forbids'}")
    print("\n".join(problems) if problems else f"{calls} calls, each with one NULL, came back as the header says")
    return 1 if problems or calls < 200 else 0


sys.exit(main())
