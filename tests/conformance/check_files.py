#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The suites are what case.schema.json says, name each case once, and test every chapter of LANGUAGE.md that says what rules mean."""
import collections
import json
import re
import unittest

import jsonschema

from suites import HERE, suites

LANGUAGE = HERE.parents[1] / "dsl" / "LANGUAGE.md"
# Chapters that say nothing of their own about what rules mean.
TOLD_ELSEWHERE = {"A whole file", "Canonical form", "What cannot be said yet"}


class Files(unittest.TestCase):
    def test_schema(self):
        schema = json.loads((HERE / "case.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for file in HERE.glob("*.json"):
            if file.name != "case.schema.json":
                errors = [f"{list(one.absolute_path)}: {one.message}" for one in validator.iter_errors(json.loads(file.read_text(encoding="utf-8")))]
                self.assertEqual(errors, [], file.name)

    def test_names(self):
        for suite in suites():
            for kind in ("cases", "tables", "comparisons", "differences"):
                names = collections.Counter(one["name"] for one in suite.of(kind))
                self.assertEqual([name for name, times in names.items() if times > 1], [], suite.name)

    def test_chapters(self):
        chapters = set(re.findall(r"^## (.+)$", LANGUAGE.read_text(encoding="utf-8"), re.MULTILINE))
        tested = {json.loads(file.read_text(encoding="utf-8")).get("chapter", "").split(" / ")[0] for file in HERE.glob("*.json")}
        self.assertEqual(chapters - TOLD_ELSEWHERE - tested, set())

    def test_how_many(self):
        counted = sum(len(list(suite.of("cases"))) + len(list(suite.of("tables"))) + ("errors" in suite.described) for suite in suites())
        self.assertGreaterEqual(counted, 400)


if __name__ == "__main__":
    unittest.main()
