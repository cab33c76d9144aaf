#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/assessment.schema.json holds for real answers of every standard, and refuses what is not one."""
import copy
import json
import unittest

import jsonschema

from program import ROOT, Subject, subjects

SCHEMA = json.loads((ROOT / "docs" / "assessment.schema.json").read_text(encoding="utf-8"))
STANDARDS = {"residential_area_safety": {}, "commune_safety": {"residential_areas": 3, "residential_areas_recognised": 2},
             "agency_safety": {"kind": "agency", "armed_forces": "yes"}, "school_safety": {"learners": 300}}


class Schema(unittest.TestCase):
    def setUp(self):
        self.validator = jsonschema.Draft202012Validator(SCHEMA)

    def assert_valid(self, answer, about):
        errors = [f"{list(one.absolute_path)}: {one.message}" for one in self.validator.iter_errors(answer)]
        self.assertEqual(errors, [], about)

    def test_it_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_real_answers(self):
        seen = set()
        for one in subjects():
            answer = json.loads(one.assess("--json"))
            self.assert_valid(answer, one.name)
            seen.add((answer["decided"], answer["outcome"]))
        self.assertEqual(seen, {(True, "met"), (True, "not_met"), (True, "not_subject"), (False, None)})

    def test_every_standard(self):
        for standard, facts in STANDARDS.items():
            for known in ({}, facts):
                one = Subject({"name": standard, "standard": standard, "base": None, "facts": known}, {}, "2022-11-15")
                self.assert_valid(json.loads(one.assess("--json")), (standard, known))

    def test_another_reading(self):
        one = Subject({"name": "each kind", "standard": "commune_safety", "base": None, "facts": {}, "readings": {"recognised_share": "each_kind"}},
                      {}, "2022-11-15")
        answer = json.loads(one.assess("--json"))
        self.assert_valid(answer, one.name)
        self.assertIn({"name": "recognised_share", "option": "each_kind", "default": False},
                      [{key: reading[key] for key in ("name", "option", "default")} for reading in answer["readings"]])

    def test_it_is_strict(self):
        good = json.loads(subjects()[0].assess("--json"))

        def changed(change):
            bad = copy.deepcopy(good)
            change(bad)
            return bad

        for about, bad in {
            "a key too many": changed(lambda a: a.update(score=1)),
            "a key missing": changed(lambda a: a.pop("because")),
            "a status that is none": changed(lambda a: a["findings"][0].update(status="perhaps")),
            "decided without an outcome": changed(lambda a: a.update(outcome=None)),
            "undecided with a reason": changed(lambda a: a.update(decided=False)),
            "a decimal as a float": changed(lambda a: a["facts"].update(share=0.5)),
            "a finding with a key too many": changed(lambda a: a["findings"][0].update(points=3)),
        }.items():
            self.assertFalse(self.validator.is_valid(bad), about)

    def test_keys_stand_in_the_order_of_the_schema(self):
        answer = json.loads(subjects()[0].assess("--json"))
        self.assertEqual(list(answer), SCHEMA["required"])
        self.assertEqual(list(answer["findings"][0]), SCHEMA["$defs"]["finding"]["required"])


if __name__ == "__main__":
    unittest.main()
