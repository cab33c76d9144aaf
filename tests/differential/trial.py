# SPDX-License-Identifier: Apache-2.0
"""One made-up rulebook, and all that is asked about it."""
import datetime
import json

from books import Book
from chance import Chance
from compare import differences, groundless, outside
from examples import example_of
from people import People
from reference.assessment import Assessment
from reference.rulebook import NotInForce, Rulebook
from shrink import Case, Shrinker
from tables import Tables

SUBJECTS = 10
COMPLETIONS = 2


class Trial:
    def __init__(self, seed, driver, counts, blocks=1):
        self.seed, self.driver, self.counts, self.blocks = seed, driver, counts, blocks
        self.book = Book(seed)
        self.chance = Chance(f"subjects {seed}")
        self.texts = self.book.texts()
        self.found = []
        self.asked = {}
        self.known_answers = {}
        self.cases = []
        self.examples, self.passing = [], {}

    def request(self, **more):
        return {"files": [[name, text] for name, text in self.texts.items()], "seed": self.seed, **self.asked, **more}

    def ask(self, **more):
        reply = self.driver.ask(self.request(**more))
        if "died" in reply:
            self.found.append(f"the library ended with {reply['died']} on {json.dumps(self.request(**more))[:300]}")
        if reply.get("differences"):
            self.found += reply["differences"]
            for one in more.get("assess", []):
                self.cases += [self.case("library", one["standard"], facts) for facts in one["subjects"]]
            self.cases += [self.case("library", None, rows) for rows in more.get("tables", [])]
        self.counts["rows against columns, block by block"] += reply.get("rows", 0)
        return reply

    def case(self, what, standard, told, more=None):
        return Case(what, dict(self.book.files), dict(self.asked), standard, told, more)

    def run(self):
        self.counts["rulebooks"] += 1
        for at in range(2):
            self.asked = {**self.book.selection(), "readings": {}}
            reply = self.ask(describe=sorted({one.name for one in self.book.standards}))
            if "errors" in reply:
                self.counts["rulebooks refused"] += 1
                self.counts[f"  refused for {reply['errors'][0][6:10]}"] += 1
                return self.found
            if "describe" not in reply:
                return self.found
            self.reference = Rulebook(self.texts.values())
            self.on = datetime.date.fromisoformat(self.asked["on"])
            for name, facts in reply["describe"].items():
                if facts is not None:
                    self.standard(name, facts, at)
            if at == 0:
                self.found += Tables(self, {name: facts for name, facts in reply["describe"].items() if facts is not None}).run()
            if self.book.days == ["2022-11-15"] and self.book.places == [""]:
                break
        self.run_examples()
        return self.found

    def run_examples(self):
        """Examples in rule files pass where the reference says that they do."""
        if not self.examples or not self.driver.says_of_examples:
            return
        files = [[name, text] for name, text in self.texts.items()] + [["examples.tieuchi", "\n".join(self.examples) + "\n"]]
        reply = self.driver.ask({"files": files, "seed": self.seed, "examples": True, **self.book.selection()})
        if "errors" in reply or "examples" not in reply:
            self.found += [f"examples are refused: {one}" for one in reply.get("errors", [json.dumps(reply)])]
            return
        told = reply["examples"]
        for name, passes in self.passing.items():
            self.counts["examples in rule files"] += 1
            if told.get(name) != passes:
                self.found.append(f"example {name}: reference {passes}, library {told.get(name)}")

    def example(self, name, facts, answer, people):
        text, passes = example_of(self.chance, f"e{len(self.examples)}", name, self.asked, facts, answer, people)
        if text:
            self.passing[f"e{len(self.examples)}"] = passes
            self.examples.append(text)

    # One standard

    def answer(self, name, facts):
        return self.assessment(self.reference.find(name, self.on, self.asked["place"]), facts)

    def assessment(self, standard, facts):
        return Assessment(standard, facts, self.on, self.asked.get("year"), self.asked["readings"])

    def standard(self, name, facts, at):
        try:
            standard = self.reference.find(name, self.on, self.asked["place"])
        except NotInForce:
            self.found.append(f"{name}: not in force, says the reference")
            return
        asked = self.asked
        self.asked = {**asked, "readings": self.book.chosen([one.name for one in standard.readings])}
        people = People(self.chance, self.answer(name, {}), facts)
        subjects, wanted = [], []
        for _ in range(SUBJECTS):
            whole = people.whole()
            if whole is None:
                self.counts["subjects that cannot be"] += 1
                continue
            known = len(subjects)
            subjects.append(whole)
            wanted.append(("whole", [(whole, self.answer(name, whole).told())]))
            if self.chance.one_in(4) and "year" not in asked:
                self.example(name, whole, wanted[known][1][0][1], people)
            told = people.some(whole)
            fewer = {one: value for one, value in told.items() if self.chance.random() < 0.7}
            answers = wanted[known][1] + self.completions(name, people, told)
            subjects += [told, fewer]
            wanted += [("some", answers), ("fewer", answers + self.completions(name, people, fewer))]
        if subjects:
            reply = self.ask(assess=[{"standard": name, "subjects": subjects}], blocks=self.blocks, **({"c": True} if at == 0 else {}))
            if "assess" in reply:
                self.check(name, subjects, wanted, reply["assess"][0]["answers"])
        self.asked = asked

    def completions(self, name, people, told):
        found = []
        for _ in range(COMPLETIONS):
            whole = people.whole(told)
            if whole is not None:
                found.append((whole, self.answer(name, whole).told()))
        return found

    def check(self, name, subjects, wanted, answers):
        follow = []
        for at, ((what, expected), told) in enumerate(zip(wanted, answers)):
            self.counts["answers of rows, columns and C"] += 1
            if what == "whole":
                self.counts["complete answers against the reference"] += 1
                lines = differences(expected[0][1], told)
                lines = lines or groundless(told)
                self.cases += [self.case("whole", name, subjects[at])] if lines else []
            elif told.get("problems"):
                lines = [f"refused: {told['problems']}"]
            else:
                self.counts["partial answers against the reference"] += 1
                lines = []
                for whole, one in expected:
                    outer = outside(one, told)
                    lines += outer
                    self.cases += [self.case("some", name, subjects[at], whole)] if outer else []
            if what == "fewer" and not lines and not answers[at - 1].get("problems"):
                self.counts["answers narrowed by facts"] += 1
                outer = ["told more: " + line for line in outside(answers[at - 1], told)]
                lines += outer
                self.cases += [self.case("more", name, subjects[at], subjects[at - 1])] if outer else []
            if what != "whole":
                lines += self.questions(told)
                lines += groundless(told) if "because" in told else []
                if len(told["outcomes"]) > 1:
                    whole = subjects[at - 1 if what == "some" else at - 2]
                    follow.append({**subjects[at], **{one: whole[one] for one in told["questions"] if one in whole}})
            if lines:
                self.found += [f"{name} {json.dumps({**self.asked, 'facts': subjects[at]}, ensure_ascii=False)}: {line}" for line in lines]
        if follow:
            reply = self.ask(assess=[{"standard": name, "subjects": follow}])
            for subject, told in zip(follow, reply["assess"][0]["answers"] if "assess" in reply else []):
                self.counts["open answers with all questions answered"] += 1
                if len(told["outcomes"]) > 1:
                    self.found.append(f"{name} {json.dumps({**self.asked, 'facts': subject})}: all questions are answered, and it is open: "
                                      f"{told['outcomes']}, questions {told['questions']}")

    def questions(self, told):
        if told.get("problems"):
            return []
        opened = len(told["outcomes"]) > 1
        if opened and not told["questions"]:
            return ["open without a question"]
        return ["decided, and asks"] if not opened and told["questions"] else []

    def keep(self, folder, found):
        """Writes the rules, what was found, and the first few disagreements, shrunk, as suites."""
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f"seed {self.seed}", *found, ""]
        for name, text in self.texts.items():
            lines += [f"## {name}", text]
        (folder / f"{self.seed}.txt").write_text("\n".join(lines), encoding="utf-8")
        suites = []
        for one in self.cases[:2]:
            shrinker = Shrinker(self.driver)
            small = shrinker.shrunk(one)
            suites.append({**shrinker.suite(small, self.seed), "note": "; ".join(shrinker.fails(small))[:500]})
        if suites:
            text = json.dumps({"comment": "Found by tests/differential", "chapter": "", "suites": suites}, ensure_ascii=False, indent=4)
            (folder / f"{self.seed}.json").write_text(text + "\n", encoding="utf-8")
