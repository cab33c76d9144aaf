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

from reference.assessment import Assessment, status
from reference.completions import completions
from reference.population import assess_table
from reference.rulebook import NotInForce, Rulebook
from suites import differences, expected, interval, suites

# What the reference does not work out: the law's order of reasons and questions, and what is told beside the decision.
UNTOLD = {"because", "questions", "problems", "period", "decide_before", "document_status", "document", "readings", "by", "excepted",
          "amended_by", "holding"}


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

    def test_cases(self):
        checked = 0
        for suite, book, case in each("cases"):
            with self.subTest(f"{suite.name}: {case['name']}"):
                answer = assess(book, suite, case, case["facts"]).told()
                self.assertEqual(differences(told_too(case.get("expect", {}), case), answer), [], shown(answer))
                checked += 1
        self.assertGreaterEqual(checked, 300)

    def test_completions(self):
        checked = 0
        for suite, book, case in each("cases"):
            with self.subTest(f"{suite.name}: {case['name']}"):
                for facts in completions(assess(book, suite, case, case["facts"]).subject):
                    answer = assess(book, suite, case, facts).told()
                    self.assertEqual(within(case, answer), [], shown(facts))
                    checked += 1
        self.assertGreaterEqual(checked, 1000)

    def test_tables(self):
        checked = 0
        for suite, book, table in each("tables"):
            answers = assess_table(book, suite.standard, table)
            for id_, wanted in table["expect"].items():
                if "problems" in wanted:
                    continue
                with self.subTest(f"{suite.name}: {table['name']}: {id_}"):
                    self.assertEqual(differences(told_too(wanted), answers[id_]), [], shown(answers[id_]))
                    checked += 1
        self.assertGreaterEqual(checked, 60)

    def test_comparisons(self):
        for suite, book, case in each("comparisons"):
            with self.subTest(f"{suite.name}: {case['name']}"):
                one, other = (assess(book, suite, case, case[name]).told() for name in ("facts", "others"))
                clauses = [clause for clause in one["findings"] if of(one, clause) != of(other, clause)]
                self.assertEqual(sorted(clauses), sorted(case["differ"]))

    def test_examples(self):
        for suite in suites():
            wanted = suite.described.get("examples", {})
            if wanted:
                book = Rulebook(suite.files().values())
                told = {one.name: ran(book, one) for document in book.documents for one in document.examples}
                for name, status in wanted.items():
                    with self.subTest(f"{suite.name}: {name}"):
                        self.assertIn(told[name], (status, None))


def of(answer, clause):
    return answer["findings"][clause], answer.get("points", {}).get(clause)


def ran(book, one):
    """What comes of an example; None where only its reasons could say that it fails."""
    on = one.on or book.first_day(one.standard)
    answer = Assessment(book.find(one.standard, on, one.place), one.given, on, readings=one.readings)
    if not all(holds(answer, expectation) for expectation in one.expected):
        return "fails"
    return None if any(expectation[0] == "because" for expectation in one.expected) else "holds"


def holds(answer, expectation):
    kind, *rest = expectation
    if kind == "outcomes":
        return answer.possible == rest[0]
    if kind == "total":
        return answer.criteria.points.total() == rest[0]
    if kind == "points":
        return answer.criteria.points.told(rest[0]) == rest[1]
    return kind == "because" or status(answer.criteria.findings[rest[0]]) == rest[1]


def each(kind):
    """Cases that have an answer, with the rules that they are of."""
    for suite in suites():
        cases = [one for one in suite.of(kind) if "problems" not in one.get("expect", {})]
        if cases:
            book = Rulebook(suite.files().values())
            for case in cases:
                yield suite, book, case


def told_too(wanted, case=None):
    """What the reference tells of what is expected."""
    return {**(case or {}), "expect": {key: one for key, one in wanted.items() if key not in UNTOLD}}


def shown(answer):
    return json.dumps(answer, ensure_ascii=False, default=str)


if __name__ == "__main__":
    sys.setrecursionlimit(10000)  # conditions lie within each other as deep as the limits allow
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
