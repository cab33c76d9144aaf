# SPDX-License-Identifier: Apache-2.0
"""What was found, as small as it gets while the disagreement stays, and as a suite of tests/conformance."""
import datetime
import json
import re

from compare import differences, groundless, outside
from reference.assessment import Assessment
from reference.population import Population, after_quotas, members_of
from reference.rulebook import Rulebook

MOST_TRIES = 1500


class Case:
    """One disagreement: rules, what was asked, and what it was about.

    what: "whole", facts that tell all; "some", facts, and `more` that tell all; "more", facts, and `more` that tell more; "table", rows that
    tell all; "some of a table", rows, and `more` that tell all; "library", facts or rows about which the library disagrees with itself."""

    def __init__(self, what, files, asked, standard, told, more=None):
        self.what, self.files, self.asked, self.standard, self.told, self.more = what, files, asked, standard, told, more

    def with_(self, **changed):
        return Case(**{"what": self.what, "files": self.files, "asked": self.asked, "standard": self.standard, "told": self.told,
                       "more": self.more, **changed})


class Shrinker:
    def __init__(self, driver):
        self.driver, self.tries = driver, 0

    def request(self, case, **more):
        return {"files": [[name, "\n".join(lines) + "\n"] for name, lines in case.files.items() if lines], "seed": 1, **case.asked, **more}

    def fails(self, case):
        """How the two readings differ about a case; nothing where they agree, or where it is no case any more."""
        self.tries += 1
        try:
            return self.table_fails(case) if isinstance(case.told, list) else self.subject_fails(case)
        except Exception:  # pylint: disable=broad-except
            return []  # rules that the reference cannot read: no case

    def subject_fails(self, case):
        described = self.driver.ask(self.request(case, describe=[case.standard]))
        names = (described.get("describe") or {}).get(case.standard)
        if "died" in described:
            return [f"died with {described['died']}"]
        if not names:
            return []
        subjects = [{name: one for name, one in facts.items() if name in names} for facts in (case.told, case.more) if facts is not None]
        reply = self.driver.ask(self.request(case, assess=[{"standard": case.standard, "subjects": subjects}], blocks=1, c=True))
        if "died" in reply:
            return [f"died with {reply['died']}"]
        answers = reply["assess"][0]["answers"]
        if any(one.get("problems") for one in answers):
            return []
        if case.what == "library":
            return reply["differences"]
        if case.what == "more":
            return outside(answers[1], answers[0])
        wanted = self.wanted(case, subjects[-1], names)
        if wanted is None:
            return []
        if case.what == "whole":
            return differences(wanted, answers[0]) or groundless(answers[0])
        return outside(wanted, answers[0])

    def wanted(self, case, facts, names=()):
        """What the reference says of facts; nothing where some that it has are missing."""
        standard = self.standard(case)
        answer = Assessment(standard, facts, standard.on, case.asked.get("year"), case.asked["readings"])
        missing = [name for name in names if name not in answer.subject.told and answer.subject.has(name)[0]]
        return None if missing else answer.told()

    def standard(self, case):
        return Rulebook(self.texts(case)).find(case.standard, datetime.date.fromisoformat(case.asked["on"]), case.asked["place"])

    def texts(self, case):
        return ["\n".join(lines) + "\n" for lines in case.files.values() if lines]

    def table_fails(self, case):
        reply = self.driver.ask(self.request(case, tables=[case.told]))
        if "died" in reply:
            return [f"died with {reply['died']}"]
        if case.what == "library":
            return reply["differences"]
        told = reply["tables"][0]["subjects"]
        wanted = self.wanted_of_table(case, case.more or case.told)
        lines = []
        for row, by in zip(case.told, told):
            for name, one in by.items():
                expected = wanted.get((row["id"], row.get("rater", ""), name))
                if name == "problems" or expected is None:
                    continue
                if case.what == "table":
                    lines += differences(expected, one) if sorted(expected["outcomes"]) == sorted(set(expected["outcomes"])) else []
                    same = expected["after_quotas"] == sorted(one["after_quotas"])
                else:
                    lines += outside(expected, one)
                    same = set(expected["after_quotas"]) <= set(one["after_quotas"])
                if not same:
                    lines.append(f"after quotas: {row['id']}: reference {expected['after_quotas']}, library {one['after_quotas']}")
        return lines

    def wanted_of_table(self, case, rows):
        book = Rulebook(self.texts(case))
        on, place = datetime.date.fromisoformat(case.asked["on"]), case.asked["place"]
        found = {}
        for rater in {row.get("rater", "") for row in rows}:
            mine = [row for row in rows if row.get("rater", "") == rater]
            population = Population(book, on, mine, place, case.asked.get("year"), {})
            for standard in book.all_in_force(on, place):
                members = members_of(population, standard)
                classes, _ = after_quotas(standard, members)
                for id_, one in members.items():
                    answer = one.told()
                    if any(status == "unknown" for status in answer["findings"].values()):
                        raise ValueError("not all is told")
                    found[id_, rater, standard.name] = {**answer, "after_quotas": sorted(classes[id_])}
        return found

    # Smaller

    def shrunk(self, case):
        if not self.fails(case):
            return case
        before = None
        while before != self.size(case) and self.tries < MOST_TRIES:
            before = self.size(case)
            for smaller in (self.fewer_files, self.fewer_rows, self.fewer_lines, self.shorter_lines, self.fewer_facts):
                case = smaller(case)
        return case

    def size(self, case):
        return json.dumps([case.files, case.told, case.more, case.asked])

    def try_(self, case, smaller):
        return smaller if self.tries < MOST_TRIES and self.fails(smaller) else case

    def fewer_files(self, case):
        for name in list(case.files):
            if len(case.files) > 1:
                case = self.try_(case, case.with_(files={one: lines for one, lines in case.files.items() if one != name}))
        for key in ("readings", "year"):
            if case.asked.get(key):
                less = {one: value for one, value in case.asked.items() if one != key}
                case = self.try_(case, case.with_(asked={**less, "readings": {}} if key == "readings" else less))
        return case

    def fewer_lines(self, case):
        for name in list(case.files):
            at = 0
            while at < len(case.files[name]):
                lines = case.files[name]
                end = self.block_end(lines, at)
                smaller = self.try_(case, case.with_(files={**case.files, name: lines[:at] + lines[end:]}))
                if smaller is case:
                    at += 1
                case = smaller
        return case

    def block_end(self, lines, at):
        """The line after the one, or after the block that it opens."""
        depth = 0
        for end in range(at, len(lines)):
            depth += lines[end].count("{") - lines[end].count("}")
            if depth <= 0:
                return end + 1
        return len(lines)

    def shorter_lines(self, case):
        """Leaves out parts of statements: exceptions, labels, operands."""
        cuts = (r'(?:\b[a-z]{2} )?"[^"]*" ?', r" cite [0-9a-z., ]+$", r" (?:and|or) (?:not )?[^()]*?(?= and | or |\)|$| unless| only where| cite)",
                r"(?<=when |here |less )(?:not )?[^()]*? (?:and|or) ", r"\bnot ", r" unless .*?(?= only where| cite| \d+ points|$)",
                r"only where .*?(?= when | unless | cite| \d+ points|$)", r" [+-] [a-z0-9_]+", r"needs judgement", r" rounded to [0-9.]+ [a-z]+( [a-z]+)?",
                r"\((?=[^()]*\))", r" fewer than \d+ at most \d+", r" highest [a-z0-9_ .]+ first")
        for name in list(case.files):
            for at in range(len(case.files[name])):
                for cut in cuts:
                    for match in list(re.finditer(cut, case.files[name][at]))[::-1]:
                        line = case.files[name][at]
                        shorter = line[:match.start()] + line[match.end():]
                        if cut.startswith(r"\("):
                            shorter = shorter[:match.start()] + shorter[match.start():].replace(")", "", 1)
                        lines = list(case.files[name])
                        lines[at] = shorter
                        case = self.try_(case, case.with_(files={**case.files, name: lines}))
        return case

    def fewer_rows(self, case):
        if not isinstance(case.told, list):
            return case
        for row in list(case.told):
            keep = [one is not row for one in case.told]
            smaller = case.with_(told=[one for one, kept in zip(case.told, keep) if kept],
                                 more=[one for one, kept in zip(case.more, keep) if kept] if case.more and len(case.more) == len(keep) else case.more)
            case = self.try_(case, smaller) if len(case.told) > 1 else case
        return case

    def fewer_facts(self, case):
        if isinstance(case.told, list):
            for at, row in enumerate(case.told):
                for name in list(row):
                    if name not in ("id", "kind"):
                        less = [{one: value for one, value in each.items() if i != at or one != name} for i, each in enumerate(case.told)]
                        more = case.more and [{one: value for one, value in each.items() if i != at or one != name} for i, each in enumerate(case.more)]
                        case = self.try_(case, case.with_(told=less, more=more))
            return case
        for name in list(case.told):
            less = {one: value for one, value in case.told.items() if one != name}
            case = self.try_(case, case.with_(told=less, more=case.more and {one: value for one, value in case.more.items() if one != name}))
        return case

    # As a suite

    def suite(self, case, seed):
        """A suite of tests/conformance; what it expects is what the reference says."""
        rules = {name: lines for name, lines in case.files.items() if lines}
        made = {"clause": f"Found / seed {seed}", "rules": next(iter(rules.values())) if len(rules) == 1 else rules, "standard": case.standard}
        made |= {key: value for key, value in case.asked.items() if value}
        if isinstance(case.told, list):
            wanted = self.wanted_of_table(case, case.more or case.told)
            made["tables"] = [{"name": "found", "rows": case.told,
                               "expect": {" ".join(filter(None, (id_, rater))): {"outcomes": one["outcomes"], "after_quotas": one["after_quotas"]}
                                          for (id_, rater, name), one in wanted.items() if name == case.standard}}]
            return made
        if case.what in ("library", "more"):
            return {**made, "cases": [{"name": "found", "facts": case.told, "expect": {}}]}
        wanted = self.wanted(case, case.more or case.told)
        told = {key: wanted[key] for key in ("outcomes", "findings", "total", "maximum", "points") if key in wanted}
        made["cases"] = [{"name": "found", "facts": case.told, "expect" if case.what == "whole" else "includes": told}]
        return made
