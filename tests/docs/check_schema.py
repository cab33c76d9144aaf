#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The schemas in docs/ hold for real answers and questions of every standard, and refuse what is none."""
import copy
import json
import pathlib
import tempfile
import unittest

import jsonschema

from program import ROOT, Subject, run, subjects

SCHEMA = json.loads((ROOT / "docs" / "assessment.schema.json").read_text(encoding="utf-8"))
QUESTIONS = json.loads((ROOT / "docs" / "questions.schema.json").read_text(encoding="utf-8"))
FACTS = json.loads((ROOT / "docs" / "facts.schema.json").read_text(encoding="utf-8"))
DIAGNOSTICS = json.loads((ROOT / "docs" / "diagnostics.schema.json").read_text(encoding="utf-8"))
COMPARISON = json.loads((ROOT / "docs" / "comparison.schema.json").read_text(encoding="utf-8"))
DIFFERENCES = json.loads((ROOT / "docs" / "differences.schema.json").read_text(encoding="utf-8"))
TESTS = json.loads((ROOT / "docs" / "test.schema.json").read_text(encoding="utf-8"))
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
        self.assertEqual(seen, {(True, "met"), (True, "not_met"), (True, "good"), (True, "not_subject"), (False, None)})

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


class Questions(unittest.TestCase):
    """`tieuchi questions --json`: a small form of its own."""

    def setUp(self):
        self.validator = jsonschema.Draft202012Validator(QUESTIONS)

    def ask(self, one, *arguments):
        readings = [f"--reading={name}={option}" for name, option in one.readings.items()]
        done = run("questions", "dsl/vn", "--standard", one.standard, "--on", one.on, "--json", *readings, *arguments, "-", stdin=json.dumps(one.facts))
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_it_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(QUESTIONS)

    def test_real_questions(self):
        nothing_known = [Subject({"name": standard, "standard": standard, "base": None, "facts": {}}, {}, "2022-11-15") for standard in STANDARDS]
        seen = set()
        for one in nothing_known + subjects():
            for language in ("en", "vi"):
                asked = self.ask(one, "--lang", language)
                errors = [f"{list(error.absolute_path)}: {error.message}" for error in self.validator.iter_errors(asked)]
                self.assertEqual(errors, [], (one.name, language))
                seen.add(asked["decided"])
        self.assertEqual(seen, {True, False})

    def test_it_asks_what_the_assessment_asks(self):
        for one in subjects():
            asked = self.ask(one)
            answer = json.loads(one.assess("--json"))
            self.assertEqual(asked["decided"], answer["decided"], one.name)
            self.assertEqual(asked["possible"], [outcome["name"] for outcome in answer["possible_outcomes"]], one.name)
            shared = ("fact", "type", "clauses", "valid_answers", "by", "needs_judgement", "can_decide")
            self.assertEqual([[question[key] for key in shared] for question in asked["questions"]],
                             [[question[key] for key in shared] for question in answer["questions"]], one.name)

    def test_it_is_strict(self):
        good = self.ask(Subject({"name": "nothing known", "standard": "agency_safety", "base": None, "facts": {}}, {}, "2022-11-15"))
        self.assertTrue(self.validator.is_valid(good))
        for about, change in {
            "a key too many": lambda a: a.update(score=1),
            "a key missing": lambda a: a.pop("possible"),
            "a day that is none": lambda a: a.update(on="15/11/2022"),
            "decided with questions": lambda a: a.update(decided=True),
            "undecided with one outcome": lambda a: a.update(possible=["met"]),
            "a question with a key too many": lambda a: a["questions"][0].update(points=3),
            "a question of no fact": lambda a: a["questions"][0].update(fact=""),
            "a type that is none": lambda a: a["questions"][0].update(type="text"),
        }.items():
            bad = copy.deepcopy(good)
            change(bad)
            self.assertFalse(self.validator.is_valid(bad), about)

    def test_keys_stand_in_the_order_of_the_schema(self):
        asked = self.ask(Subject({"name": "nothing known", "standard": "agency_safety", "base": None, "facts": {}}, {}, "2022-11-15"))
        self.assertEqual(list(asked), QUESTIONS["required"])
        self.assertEqual(list(asked["questions"][0]), QUESTIONS["$defs"]["question"]["required"])


class Tests(unittest.TestCase):
    """`tieuchi test --json`."""

    RULES = "tests/cli/rules/examples.tieuchi"

    def setUp(self):
        self.validator = jsonschema.Draft202012Validator(TESTS)
        self.report = json.loads(run("test", self.RULES, "--json").stdout)

    def test_it_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(TESTS)

    def test_real_reports(self):
        self.assertEqual({one["passed"] for one in self.report["examples"]}, {True, False})
        self.assertEqual({part["part"] for one in self.report["coverage"] for part in one["parts"]}, {"criterion", "exit", "outcome"})
        for report in (self.report, json.loads(run("test", "dsl/vn", "--json").stdout)):
            self.assertEqual([f"{list(error.absolute_path)}: {error.message}" for error in self.validator.iter_errors(report)], [])

    def test_it_is_strict(self):
        for about, change in {
            "a key too many": lambda a: a.update(score=1),
            "a key missing": lambda a: a.pop("coverage"),
            "a day that is none": lambda a: a["examples"][0].update(on="15/11/2022"),
            "passed with something unmet": lambda a: a["examples"][1].update(passed=True),
            "failed with nothing unmet": lambda a: a["examples"][0].update(passed=False),
            "a line that is none": lambda a: a["examples"][0].update(line=0),
            "a part of no kind": lambda a: a["coverage"][0]["parts"][0].update(part="fact"),
        }.items():
            bad = copy.deepcopy(self.report)
            change(bad)
            self.assertFalse(self.validator.is_valid(bad), about)

    def test_keys_stand_in_the_order_of_the_schema(self):
        self.assertEqual(list(self.report), TESTS["required"])
        for name, one in {"example": self.report["examples"][1], "unmet": self.report["examples"][1]["unmet"][0],
                          "standard": self.report["coverage"][0], "part": self.report["coverage"][0]["parts"][0]}.items():
            self.assertEqual(list(one), TESTS["$defs"][name]["required"])


class Small(unittest.TestCase):
    """The schemas of facts, diagnostics, comparisons and differences."""

    def validator(self, schema):
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def assert_strict(self, schema, good, changes):
        validator = self.validator(schema)
        self.assertEqual([f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(good)], [])
        for about, change in changes.items():
            bad = copy.deepcopy(good)
            change(bad)
            self.assertFalse(validator.is_valid(bad), about)

    def test_facts(self):
        for one in subjects():
            self.assert_strict(FACTS, one.facts, {
                "a list": lambda a: a.update(staff=[1]),
                "an object that is no pair of bounds": lambda a: a.update(staff={"least": 1}),
                "a bound of another kind": lambda a: a.update(staff={"least": 1, "most": True}),
                "a name that no fact has": lambda a: a.update({"Staff": 1}),
            })

    def test_the_program_takes_what_the_schema_allows(self):
        facts = {"staff": {"least": 20, "most": "30"}, "armed_forces": None, "kind": "agency", "security_plan": True}
        self.assert_strict(FACTS, facts, {})
        one = Subject({"name": "bounds", "standard": "agency_safety", "base": None, "facts": facts}, {}, "2022-11-15")
        self.assertEqual(json.loads(one.assess("--json"))["facts"]["staff"], {"least": 20, "most": 30})

    def test_diagnostics(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "r.tieuchi")
            file.write_text("standard s for k {\n  criterion 1 when x\n}\n", encoding="utf-8")
            done = run("check", str(file), "--json")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assert_strict(DIAGNOSTICS, json.loads(done.stdout), {
            "a key too many": lambda a: a[0].update(fact="x"),
            "a key missing": lambda a: a[0].pop("where"),
            "a code that is none": lambda a: a[0].update(code="error"),
            "a location without a line": lambda a: a[0]["location"].pop("line"),
        })
        self.assertEqual(list(json.loads(done.stdout)[0]), DIAGNOSTICS["items"]["required"])
        self.assertEqual(run("check", "dsl/vn", "--json").stdout, "[]\n")

    def test_a_file_that_is_not_there(self):
        done = run("check", "nowhere.tieuchi", "--json")
        problems = json.loads(done.stdout)
        self.assert_strict(DIAGNOSTICS, problems, {})
        self.assertEqual([problem["location"] for problem in problems], [None])

    def test_comparison(self):
        paths = [ROOT / "examples" / "province" / f"{name}.json" for name in ("one-agency", "capped-agency")]
        for standard in ("agency_safety", "movement"):
            done = run("compare", "dsl/vn", "--standard", standard, "--on", "2022-11-15", "--json", "--ignore-others", *map(str, paths))
            found = json.loads(done.stdout)
            self.assert_strict(COMPARISON, found, {
                "a key too many": lambda a: a.update(score=1),
                "a side without its outcomes": lambda a: a["first"].update(possible=[]),
                "a number as a number": lambda a: a["first"].update(total={"least": 1, "most": 1}),
            })
            self.assertEqual(list(found), COMPARISON["required"])

    def test_differences(self):
        done = run("diff", "dsl/vn", "--standard", "commune_safety", "--on", "2020-11-15", "--and-on", "2022-11-15", "--json")
        found = json.loads(done.stdout)
        self.assert_strict(DIFFERENCES, found, {
            "an item that is none": lambda a: a["differences"][0].update(item="law"),
            "a key missing": lambda a: a["differences"][0].pop("clause"),
        })
        self.assertEqual(list(found), DIFFERENCES["required"])
        self.assertEqual(list(found["differences"][0]), DIFFERENCES["properties"]["differences"]["items"]["required"])


if __name__ == "__main__":
    unittest.main()
