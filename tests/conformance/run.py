#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every conformance case against the program `tieuchi`, which TIEUCHI in the environment names, and tells each that fails.

`run.py points quotas` runs the cases of points.json and quotas.json alone.
"""
import sys

from program import Rules
from suites import differences, suites


def cases(suite, rules):
    """Each case of a suite, with the lines about what is wrong."""
    described = suite.described
    if "errors" in described:
        yield "refused", codes_differ(described["errors"], rules.codes())
    for case in suite.of("cases"):
        yield case["name"], differences(case, rules.answer(suite.standard, case))
    for table in suite.of("tables"):
        answers = rules.table(suite.standard, table)
        for id_, wanted in table["expect"].items():
            yield f"{table['name']}: {id_}", differences({"expect": wanted}, answers.get(id_, {}))
    for case in suite.of("comparisons"):
        yield case["name"], differ(case["differ"], rules.comparison(suite.standard, case))
    for case in suite.of("differences"):
        yield case["name"], differ(case["clauses"], rules.difference(suite.standard, case))
    if "examples" in described:
        told, not_both_ways = rules.examples()
        for name, wanted in described["examples"].items():
            yield name, differ([wanted], [told.get(name)])
        if "not_both_ways" in described:
            yield "what no example decides both ways", differ(described["not_both_ways"], not_both_ways)


def differ(wanted, told):
    """Lists whose order does not matter."""
    return [] if sorted(wanted) == sorted(told) else [f"{wanted} expected, not {told}"]


def codes_differ(wanted, told):
    """Warnings beside errors are no matter."""
    errors = [code for code in told if code[0] == "E"]
    return differ(wanted, errors or told)


def attempt(suite):
    """The cases; what the program cannot answer at all is a failure of the suite."""
    with Rules(suite.files()) as rules:
        try:
            yield from cases(suite, rules)
        except (ValueError, KeyError) as problem:
            yield "answers", [f"{type(problem).__name__}: {problem}"]


def main(chosen):
    ran = failed = 0
    for suite in suites():
        if chosen and suite.name.split("[")[0] not in chosen:
            continue
        for name, lines in attempt(suite):
            ran += 1
            failed += bool(lines)
            if lines:
                print(f"{suite.name}: {name}")
                for line in lines:
                    print(f"    {line}")
    print(f"{ran} cases, {failed} failed")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
