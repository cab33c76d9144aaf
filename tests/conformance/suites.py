# SPDX-License-Identifier: Apache-2.0
"""The conformance suites as they stand in the JSON files of this folder, and what of an answer a case expects."""
import json
import pathlib
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
SELECTION = ("on", "place", "year", "readings")


class Suite:
    """Rules, and the cases that they decide."""

    def __init__(self, file, number, described):
        self.name = f"{file.stem}[{number}] {described['clause']}"
        self.described = described
        self.standard = described.get("standard")

    def files(self):
        """Text of the rules by the name of the file."""
        rules = self.described["rules"]
        by_name = {"rules.tieuchi": rules} if isinstance(rules, list) else rules
        return {name: "\n".join(lines) + "\n" for name, lines in by_name.items()}

    def of(self, kind):
        """Its cases, tables or comparisons, each with the day, place, year and readings that it is assessed for."""
        for one in self.described.get(kind, []):
            yield {"place": "", "readings": {}, **{key: self.described[key] for key in SELECTION if key in self.described}, **one}


def suites():
    for file in sorted(HERE.glob("*.json")):
        if not file.name.endswith(".schema.json"):
            for number, described in enumerate(json.loads(file.read_text(encoding="utf-8"))["suites"]):
                yield Suite(file, number, described)


def interval(told):
    """Both ends; one number is both."""
    ends = told if isinstance(told, list) else [told, told]
    return tuple(Decimal(end) for end in ends)


def canonical(key, told):
    """What is compared: order and the writing of numbers do not matter where they mean nothing."""
    if key in ("total", "maximum"):
        return interval(told)
    if key in ("points", "maxima"):
        return {clause: interval(one) for clause, one in told.items()}
    if key in ("questions", "problems", "outcomes", "because", "after_quotas"):
        return sorted(told)
    return told


def expected(case):
    wanted = dict(case.get("expect", {}))
    if "outcome" in wanted:
        wanted["outcomes"] = [wanted.pop("outcome")]
    return wanted


def differences(case, answer):
    """How an answer differs from what a case expects, a line each. An answer may tell more than the case names."""
    return [line for key, wanted in expected(case).items() for line in differing(key, wanted, answer.get(key))] + missing(case, answer)


def differing(key, wanted, told):
    if told is None:
        return [f"{key}: {wanted} expected, but nothing told"]
    wanted, told = canonical(key, wanted), canonical(key, told)
    if isinstance(wanted, dict):
        return [f"{key} of {name}: {shown(one)} expected, not {shown(told.get(name))}" for name, one in wanted.items() if told.get(name) != one]
    return [] if wanted == told else [f"{key}: {shown(wanted)} expected, not {shown(told)}"]


def missing(case, answer):
    """What must be in an answer that may be wider."""
    lines = []
    for key, wanted in expected({"expect": case.get("includes", {})}).items():
        if answer.get(key) is None:
            lines.append(f"{key}: {wanted} expected, but nothing told")
            continue
        told, wanted = canonical(key, answer.get(key)), canonical(key, wanted)
        if key == "outcomes" and not set(wanted) <= set(told):
            lines.append(f"{key}: {wanted} must be among {told}")
        if key in ("total", "maximum") and not told[0] <= wanted[0] <= wanted[1] <= told[1]:
            lines.append(f"{key}: {shown(wanted)} must lie within {shown(told)}")
    return lines


def shown(value):
    if isinstance(value, tuple):
        return str(value[0]) if value[0] == value[1] else f"{value[0]} to {value[1]}"
    return str(value)
