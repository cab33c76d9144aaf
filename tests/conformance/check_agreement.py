#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program, which TIEUCHI in the environment names, and the second reading in reference/ agree on facts that no case names.

The rules of every suite are asked about subjects made up at random. Where all is known, both say the same; where facts are missing, the
program leaves possible whatever the reference does.
"""
import json
import random
import sys
import unittest
from decimal import Decimal

from check_reference import assess, each
from program import Rules
from reference.completions import completions
from suites import SELECTION, differences, interval, shown

SUBJECTS = 6
TOLD = ("outcomes", "findings", "total", "points", "adjustments")
# What may be told of a subject and is no fact of its standard: those of the document that its rules do not read.
NOT_READ = {"E401"}


def subjects():
    """Rules with a selection, once each, and made-up facts for them: all, and some."""
    chance = random.Random(1)
    seen = set()
    for suite, book, case in each("cases"):
        key = suite.name + json.dumps({name: case.get(name) for name in SELECTION}, sort_keys=True)
        if key in seen:
            continue
        seen.add(key)
        for facts in list(completions(assess(book, suite, case, {}).subject))[:SUBJECTS]:
            facts = {name: plain(value) for name, value in facts.items()}
            yield suite, book, case, facts, True
            yield suite, book, case, {name: value for name, value in facts.items() if chance.random() < 0.6}, False


def plain(value):
    """As JSON has it: a number exactly, in a text."""
    if isinstance(value, (bool, str)):
        return value
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{number:f}"


def leaves_out(wanted, told):
    """What is possible and the program does not leave possible, a line each."""
    lines = [f"outcome {one}" for one in wanted["outcomes"] if one not in told["outcomes"]]
    lines += [f"finding {clause}: {told['findings'][clause]}" for clause, status in wanted["findings"].items()
              if told["findings"][clause] not in (status, "unknown")]
    numbers = {"total": (wanted.get("total"), told.get("total"))} if "total" in wanted else {}
    numbers |= {f"points of {clause}": (one, told["points"][clause]) for clause, one in wanted.get("points", {}).items()}
    for name, (exact, wide) in numbers.items():
        (least, most), (low, high) = interval(exact), interval(wide)
        if not low <= least <= most <= high:
            lines.append(f"{name}: {shown((low, high))} does not hold {shown((least, most))}")
    return lines


class Agreement(unittest.TestCase):
    def test_agreement(self):
        agreed = 0
        for suite, book, case, facts, whole in subjects():
            with Rules(suite.files()) as rules:
                told = rules.answer(suite.standard, {**case, "facts": facts})
            if set(told.get("problems", [])) & NOT_READ:
                continue
            with self.subTest(suite.name, facts=facts):
                self.assertNotIn("problems", told)
                wanted = {key: one for key, one in assess(book, suite, case, facts).told().items() if key in TOLD}
                lines = differences({"expect": wanted}, told) if whole else leaves_out(wanted, told)
                self.assertEqual(lines, [])
                agreed += 1
        self.assertGreaterEqual(agreed, 1000)


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    unittest.main()
