#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The texts that people and programs get, word for word: tests/golden/explain.

With TIEUCHI_RECORD=1 in the environment the files are written anew; read the difference before you commit it.
"""
import json
import os
import unittest

from program import GOLDEN, subjects

RECORD = os.environ.get("TIEUCHI_RECORD") == "1"
ANY_DIGEST = "00000000-0000-5000-8000-000000000000"


def as_json(text):
    """One value a line, and a digest that does not change with every comment in the rules."""
    answer = json.loads(text)
    answer["rules_digest"] = ANY_DIGEST
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


class Explanations(unittest.TestCase):
    maxDiff = None

    def compare(self, name, text):
        path = GOLDEN / name
        if RECORD:
            path.write_text(text, encoding="utf-8")
        self.assertTrue(path.exists(), f"{path} is missing; TIEUCHI_RECORD=1 writes it")
        self.assertEqual(text, path.read_text(encoding="utf-8"), name)

    def test_texts(self):
        for one in subjects():
            for language in ("vi", "en"):
                with self.subTest(one.name, language=language):
                    self.compare(f"{one.name}.{language}.txt", one.assess("--lang", language))

    def test_json(self):
        for one in subjects():
            with self.subTest(one.name):
                self.compare(f"{one.name}.json", as_json(one.assess("--json")))

    def test_nothing_is_left_over(self):
        names = {one.name for one in subjects()}
        for path in GOLDEN.iterdir():
            self.assertTrue(path.name == "subjects.json" or path.name.split(".")[0] in names, path.name)


if __name__ == "__main__":
    unittest.main()
