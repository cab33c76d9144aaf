# SPDX-License-Identifier: Apache-2.0
"""Calls every function that can fail as it should be called, but for one argument that is NULL: each pointer in turn. It must come back, and say
so unless the header lets that argument be NULL.

usage: nulls.py LIBRARY HEADER RULES"""

import ctypes
import os
import re
import sys
from pathlib import Path

from interface import INVALID_ARGUMENT, prototypes, without_comments

OK = 0
# What the header lets be NULL, by the argument's name; and functions that have an argument of that name which may not be.
MAY_BE_NULL = {"error", "problems", "limits", "options", "language", "length", "subject", "told", "context"}
NEEDED = {("tc_population_add", "subject")}
# A NULL that turns the log off.
OTHERS = {("tc_log_set", "to")}


class Selection(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_size_t), ("on", ctypes.c_char_p), ("place", ctypes.c_char_p), ("readings", ctypes.c_void_p),
                ("reading_count", ctypes.c_size_t), ("year", ctypes.c_int32)]


class Source(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("text", ctypes.c_char_p), ("length", ctypes.c_size_t), ("reserved", ctypes.c_void_p)]


class Subject(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_size_t), ("id", ctypes.c_char_p), ("parent", ctypes.c_char_p), ("kind", ctypes.c_char_p),
                ("rater", ctypes.c_char_p), ("where", ctypes.c_char_p), ("facts", ctypes.c_void_p), ("fact_count", ctypes.c_size_t)]


class Caller:
    """Calls with arguments that are well made: handles of one rulebook and of all that comes of it."""

    def __init__(self, library: Path, rules: Path):
        self.library = ctypes.CDLL(str(library))
        self.kept: list[object] = []  # what was handed over lives as long
        text = rules.read_bytes()
        self.paths = (ctypes.c_char_p * 1)(str(rules).encode())
        self.source = Source(b"rules", text, len(text), None)
        self.selection = Selection(ctypes.sizeof(Selection), b"2022-11-15", None, None, 0, 0)
        self.subject = Subject(ctypes.sizeof(Subject), b"A", None, b"office", None, None, None, 0)
        self.handles: dict[str, ctypes.c_void_p] = {}
        book = self.make("tc_rulebook", "parse", None, ctypes.byref(self.source), ctypes.c_size_t(1), None)
        by = self.make("tc_standard", "tc_rulebook_standard", None, book, b"fire_class", ctypes.byref(self.selection))
        self.make("tc_standards", "tc_rulebook_standards_for", None, book, b"office", ctypes.byref(self.selection))
        facts = self.make("tc_facts", "new", by)
        self.make("tc_assessment", "tc_facts_assess", facts)
        self.make("tc_diagnostics", "tc_facts_problems", facts)
        self.make("tc_scratch", "new")
        self.make("tc_columns", "new", by, None)
        population = self.make("tc_population", "new", book, ctypes.byref(self.selection))
        self.library.tc_population_add(population, ctypes.byref(self.subject), None)
        self.make("tc_results", "tc_population_assess", None, population, None, None)
        table = self.make("tc_column_population", "new", None, book, ctypes.byref(self.selection), None)
        self.make("tc_population_answers", "tc_column_population_assess", table, None, None)
        self.make("tc_column_population", "new", None, book, ctypes.byref(self.selection), None)  # that one was assessed

    def make(self, noun: str, function: str, *arguments: object) -> ctypes.c_void_p:
        handle = ctypes.c_void_p()
        name = function if function.startswith("tc_") else f"{noun}_{function}"
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

    def well_made(self, argument: str) -> object:
        name, kind = argument.split()[-1].lstrip("*"), argument.replace("const ", "")
        if kind.startswith(("double", "int", "uint", "size_t")) and "*" not in kind:
            return ctypes.c_double(1) if kind.startswith("double") else ctypes.c_int64({"month": 1, "day": 1, "count": 1, "year": 2022}.get(name, 0))
        if name == "paths":
            return self.paths
        if kind.startswith("tc_error"):
            return self.room()
        if "char*" in kind and not kind.startswith("char**") and "**" not in kind:
            return {"name": b"staff", "kind": b"office", "text": b"5", "language": b"en"}.get(name, b"x")
        for struct, made in (("tc_selection*", self.selection), ("tc_source*", self.source), ("tc_subject*", self.subject)):
            if kind.startswith(struct):
                return ctypes.byref(made)
        noun = kind.split("*")[0].strip()
        if noun in self.handles and "**" not in kind:
            return self.handles[noun]
        made = self.room()
        if noun.startswith("tc_") and "**" not in kind:
            ctypes.memmove(made, ctypes.byref(ctypes.c_size_t(1024)), ctypes.sizeof(ctypes.c_size_t))
        return made if "*" in kind else None

    def call(self, name: str, arguments: list[str], left_out: int) -> int:
        """The status, or -1 when the function did not come back. In a process of its own."""
        child = os.fork()
        if child == 0:
            given = [ctypes.c_void_p() if at == left_out else self.well_made(one) for at, one in enumerate(arguments)]
            function = getattr(self.library, name)
            function.restype = ctypes.c_int32
            os._exit(function(*given) & 0xFF)
        _, how = os.waitpid(child, 0)
        return -1 if os.WIFSIGNALED(how) else os.WEXITSTATUS(how)


def main() -> int:
    library, header, rules = (Path(one) for one in sys.argv[1:])
    caller = Caller(library, rules)
    problems, calls = [], 0
    for name, (result, arguments) in prototypes(without_comments(header.read_text(encoding="utf-8"))).items():
        if result != "tc_status":
            continue
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
            elif not may_be_null and status != INVALID_ARGUMENT:
                problems.append(f"{name}: gave {status} for a NULL for `{what}`, not {INVALID_ARGUMENT}")
            elif may_be_null and status == INVALID_ARGUMENT and caller.call(name, arguments, -1) != INVALID_ARGUMENT:
                problems.append(f"{name}: refuses a NULL for `{what}`, which the header allows")
    print("\n".join(problems) if problems else f"{calls} calls, each with one NULL, came back as the header says")
    return 1 if problems or calls < 200 else 0


sys.exit(main())
