#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every conformance case against the program `tieuchi`, which TIEUCHI in the environment names, and tells each that fails.

`run.py points quotas` runs the cases of points.json and quotas.json alone.
"""
import sys

from program import Rules
from suites import differences, suites


def failures(suite):
    """Each case with the lines about what is wrong."""
    with Rules(suite.files()) as rules:
        if "errors" in suite.described:
            yield "refused", codes_differ(suite.described["errors"], rules.codes())
            return
        for case in suite.of("cases"):
            yield case["name"], differences(case, rules.answer(suite.standard, case))
        for table in suite.of("tables"):
            answers = rules.table(suite.standard, table)
            for id_, wanted in table["expect"].items():
                yield f"{table['name']}: {id_}", differences({"expect": wanted}, answers.get(id_, {}))


def codes_differ(wanted, told):
    """Warnings beside errors are no matter."""
    counted = [code for code in told if code[0] == "E" or "E" not in "".join(wanted)]
    return [] if sorted(wanted) == sorted(counted) else [f"codes: {wanted} expected, not {told}"]


def main(chosen):
    ran = failed = 0
    for suite in suites():
        if chosen and suite.name.split("[")[0] not in chosen:
            continue
        for name, lines in failures(suite):
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
