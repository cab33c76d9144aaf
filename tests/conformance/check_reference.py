#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second reading of LANGUAGE.md, in reference/, says of every case what the case expects.

Without unknown facts it decides directly. With them it works out the sets; then the missing facts are told in many ways, and whatever
comes of that must be among what the case leaves possible: no expectation is narrower than the truth.
"""
import datetime
import json
import sys
import unittest

from reference.assessment import Assessment
from reference.completions import completions
from reference.population import assess_table
from reference.rulebook import NotInForce, Rulebook
from suites import differences, expected, interval, suites

# What the reference does not work out: the law's order of reasons and questions, and what is told beside the decision.
UNTOLD = {"because", "questions", "problems", "period", "decide_before", "document_status", "document", "readings", "by", "excepted",
          "amended_by"}


def assess(book, suite, case, facts):
    on = datetime.date.fromisoformat(case["on"])
    standard = book.find(suite.standard, on, case["place"])
    return Assessment(standard, facts, on, case.get("year"), case["readings"])


def within(case, answer):
    """Lines about what a complete answer holds and the case does not leave possible."""
    wanted = expected(case)
    lines = []
    if "outcomes" in wanted and not set(answer["outcomes"]) <= set(wanted["outcomes"]):
        lines.append(f"outcomes: {answer['outcomes']} is not among {wanted['outcomes']}")
    numbers = {**{key: wanted[key] for key in ("total", "maximum") if key in wanted}, **wanted.get("points", {})}
    told = {**answer, **answer.get("points", {})}
    for key, one in numbers.items():
        (least, most), (low, high) = interval(one), interval(told[key])
        if not least <= low <= high <= most:
            lines.append(f"{key}: {low} to {high} is not within {least} to {most}")
    for clause, status in wanted.get("findings", {}).items():
        if status != "unknown" and answer["findings"][clause] != status:
            lines.append(f"finding {clause}: {answer['findings'][clause]} is not {status}")
    return lines


class Reference(unittest.TestCase):
    maxDiff = None

    def each(self, kind):
        for suite in suites():
            cases = list(suite.of(kind))
            if cases:
                book = Rulebook(suite.files().values())
                for case in cases:
                    with self.subTest(f"{suite.name}: {case['name']}"):
                        yield suite, book, case

    def test_cases(self):
        checked = 0
        for suite, book, case in self.each("cases"):
            if "problems" in case.get("expect", {}):
                continue
            answer = assess(book, suite, case, case["facts"]).told()
            known = {**case, "expect": {key: one for key, one in case.get("expect", {}).items() if key not in UNTOLD}}
            self.assertEqual(differences(known, answer), [], json.dumps(answer, ensure_ascii=False))
            checked += 1
        self.assertGreaterEqual(checked, 300)

    def test_completions(self):
        checked = 0
        for suite, book, case in self.each("cases"):
            if "problems" in case.get("expect", {}):
                continue
            for facts in completions(assess(book, suite, case, case["facts"]).subject):
                answer = assess(book, suite, case, facts).told()
                self.assertEqual(within(case, answer), [], json.dumps(facts, ensure_ascii=False))
                checked += 1
        self.assertGreaterEqual(checked, 1000)

    def test_tables(self):
        for suite, book, table in self.each("tables"):
            answers = assess_table(book, suite.standard, table)
            for id_, wanted in table["expect"].items():
                known = {"expect": {key: one for key, one in wanted.items() if key not in UNTOLD}}
                if "problems" not in wanted:
                    self.assertEqual(differences(known, answers[id_]), [], id_)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
