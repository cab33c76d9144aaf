# SPDX-License-Identifier: Apache-2.0
"""Tables of subjects: parents and sub-units, raters, quotas; complete, with facts missing, and with rows that must be refused."""
import json

from compare import differences, groundless, outside
from people import People, shown
from reference.population import Contradiction, Population, after_quotas, members_of
from reference.values import Value

KEYS = ("id", "parent", "kind", "rater")
MOST_ROWS = 16


class Impossible(Exception):
    """No values fit each other."""


class Tables:
    def __init__(self, trial, facts):
        self.trial, self.facts, self.chance, self.counts = trial, facts, trial.chance, trial.counts
        self.standards = {one.name: one for one in trial.reference.all_in_force(trial.on, trial.asked["place"])}
        self.found = []

    def run(self):
        for _ in range(2):
            rows = self.rows()
            try:
                wanted = self.answers(rows)
            except (Contradiction, Impossible):
                self.counts["tables that cannot be"] += 1
                continue
            self.complete(rows, wanted)
            self.partial(rows, wanted)
        return self.found

    # Rows

    def rows(self):
        c = self.chance
        raters = ["own", "other"] if c.one_in(6) else [None]
        rows = []
        for rater in raters:
            mine = []
            for at in range(c.randint(1, MOST_ROWS)):
                row = {"id": f"s{at}", "kind": c.choice(self.trial.book.kinds)}
                above = [one["id"] for one in mine if one["kind"] in ("area", "town") or c.one_in(4)]
                if above and c.random() < 0.8:
                    row["parent"] = c.choice(above)
                if rater:
                    row["rater"] = rater
                mine.append(row)
            rows += mine
        c.shuffle(rows)
        return rows

    def fill(self, row, standard, told):
        """Tells what is missing, and writes it into the row."""
        people = People(self.chance, self.trial_answer(standard, {"kind": row["kind"]}), self.facts[standard.name])
        told = {**{name: one for name, one in row.items() if name not in KEYS}, **told}  # with what another standard made of it meanwhile
        known = {name: shown(one.least) if isinstance(one, Value) and "outcome_of_" not in name else one for name, one in told.items()}
        whole = people.whole(known)
        if whole is None:
            raise Impossible
        more = {name: value for name, value in whole.items() if name not in told}
        row.update({name: value for name, value in more.items() if name != "kind"})
        return {**told, **more}

    def trial_answer(self, standard, facts):
        key = standard.name, facts["kind"]
        known = self.trial.known_answers
        if key not in known:
            known[key] = self.trial.assessment(standard, facts)
        return known[key]

    def answers(self, rows):
        """What the reference says of a table, whose missing facts are filled in: by row and standard; and by standard and rater what quotas come to."""
        found, quotas = {}, {}
        for rater in sorted({row.get("rater") or "" for row in rows}):
            mine = [row for row in rows if (row.get("rater") or "") == rater]
            population = Population(self.trial.reference, self.trial.on, mine, self.trial.asked["place"], self.trial.asked.get("year"),
                                    {}, (), self.fill)
            for standard in self.standards.values():
                members = members_of(population, standard)
                classes, told = after_quotas(standard, members)
                sure = None not in told
                for id_, one in members.items():
                    found[id_, rater, standard.name] = {**one.told(), "after_quotas": sorted(classes[id_]) if sure else None}
                if members:
                    quotas[standard.name, rater] = told
            for row in mine:  # with what was filled in
                row.update({name: one for name, one in population.rows[row["id"]].items() if name not in KEYS})
        return found, quotas

    # Against the library

    def ask(self, rows):
        reply = self.trial.ask(tables=[rows])
        told = reply.get("tables", [{}])[0]
        if "subjects" not in told:
            self.found.append(f"no answers to a table: {json.dumps(reply)[:500]}")
            return None
        return told

    def say(self, rows, row, standard, lines):
        by = f"{row['id']} {row.get('rater', '')}"
        self.found += [f"{standard} {json.dumps({**self.trial.asked, 'rows': rows}, ensure_ascii=False)}: {by}: {line}" for line in lines]

    def complete(self, rows, wanted):
        told = self.ask(rows)
        if told is None:
            return
        answers, quotas = wanted
        for row, by in zip(rows, told["subjects"]):
            if "problems" in by:
                self.say(rows, row, "", [f"refused: {by['problems']}"])
                continue
            names = {name for id_, rater, name in answers if id_ == row["id"] and rater == row.get("rater", "")}
            if names != set(by):
                self.say(rows, row, "", [f"assessed by {sorted(by)}, not {sorted(names)}"])
                continue
            for name, answer in by.items():
                self.counts["answers of tables against the reference"] += 1
                one = answers[row["id"], row.get("rater", ""), name]
                lines = differences(one, answer) or groundless(answer)
                if one["after_quotas"] is not None and one["after_quotas"] != sorted(answer["after_quotas"]):
                    lines.append(f"after quotas: reference {one['after_quotas']}, library {answer['after_quotas']}")
                self.say(rows, row, name, lines)
        self.quotas(rows, quotas, told["quotas"])

    def quotas(self, rows, wanted, told):
        names = {}
        for (standard, rater), all_ in wanted.items():
            for at, one in enumerate(all_):
                names[standard, rater, at] = one
        library = {(one["standard"], one["rater"], one["quota"]): one for one in told}
        if set(names) != set(library):
            self.found.append(f"quotas: reference {sorted(names)}, library {sorted(library)}")
            return
        places = {(row["id"], row.get("rater", "")): at for at, row in enumerate(rows)}
        for key, one in names.items():
            if one is None:
                continue
            self.counts["quotas against the reference"] += 1
            expected = {"counted": [one["counted"]] * 2, "seats": [one["seats"]] * 2}
            expected |= {what: sorted(places[id_, key[1]] for id_ in one[what]) for what in ("kept", "lost", "tied")}
            expected["open"] = expected["tied"]
            other = library[key]
            lines = [f"{what}: reference {value}, library {other[what]}" for what, value in expected.items() if value != other[what]]
            self.found += [f"quota {key} {json.dumps({**self.trial.asked, 'rows': rows}, ensure_ascii=False)}: {line}" for line in lines]

    # With facts missing, and rows that cannot be read

    def partial(self, rows, wanted):
        c = self.chance
        damaged = {}
        share = c.choice((0.5, 0.9, 0.9))
        less = [{name: value for name, value in row.items() if name in KEYS or c.random() < share} for row in rows]
        for at, row in enumerate(less):
            if c.one_in(12):
                damaged[at] = self.damage(row)
        told = self.ask(less)
        if told is None:
            return
        found = [(rows, wanted)]
        for _ in range(2):
            whole = [self.mended(row, damaged[at]) if at in damaged else dict(row) for at, row in enumerate(less)]
            whole = self.with_parents(whole)
            try:
                found.append((whole, self.answers(whole)))
            except (Contradiction, Impossible):
                self.counts["tables that cannot be"] += 1
        for at, (row, by) in enumerate(zip(less, told["subjects"])):
            if ("problems" in by) != (at in damaged):
                if not any("E415" in one or "E417" in one for one in by.get("problems", [])):
                    self.say(less, row, "", [f"refused: {by.get('problems')}, {damaged.get(at)}"])
                continue
            for name, answer in by.items() if at not in damaged else ():
                for whole, (answers, _) in found:
                    one = answers.get((row["id"], row.get("rater", ""), name))
                    if one is None:
                        continue
                    self.counts["partial answers of tables against the reference"] += 1
                    lines = outside(one, answer)
                    if one["after_quotas"] is not None and not set(one["after_quotas"]) <= set(answer["after_quotas"]):
                        lines.append(f"after quotas: {one['after_quotas']} not among {answer['after_quotas']}")
                    self.say(less, row, name, lines)
                    self.trial.cases += [self.trial.case("some of a table", name, less, whole)] if lines else []

    def damage(self, row):
        """Makes a row one that must be refused; what of it stays known."""
        c = self.chance
        facts = [name for name, one in row.items() if name not in KEYS and isinstance(one, int) and not isinstance(one, bool)]
        if facts and c.one_in(2):
            row[c.choice(facts)] = c.choice(("many", "-7777777777"))
            return "kind"
        if c.one_in(2):
            row["kind"] = "planet"
            return "parent"
        row["parent"] = "nobody"
        return "nothing"

    def mended(self, row, known):
        """A row that a damaged one may have been."""
        c = self.chance
        made = {name: row[name] for name in ("id", "rater") if name in row}
        made["kind"] = row["kind"] if known != "parent" and c.one_in(2) else c.choice(self.trial.book.kinds)
        if known == "nothing":
            made["parent"] = None
        elif "parent" in row:
            made["parent"] = row["parent"]
        return made

    def with_parents(self, rows):
        """Rows that lost theirs may belong to any body that is not below them: to those that have none themselves, for one."""
        for row in rows:
            if "parent" in row and row["parent"] is None:
                above = [one["id"] for one in rows if one.get("rater") == row.get("rater") and one is not row and "parent" not in one]
                row["parent"] = self.chance.choice(above) if above else None
                if not row["parent"] or self.chance.one_in(4):
                    del row["parent"]
        return rows
