# SPDX-License-Identifier: Apache-2.0
"""Whole rulebooks by chance: documents, standards that ask each other, amendments by date and place, readings."""
from chance import Chance, text
from conditions import Fact, Quantity
from standards import LETTERS, Standard, facts, scope_of

OUTCOMES = ("excellent", "good", "fair", "weak")


class Book:
    def __init__(self, seed):
        self.chance = Chance(seed)
        self.standards = []
        self.files = {}
        self.readings = {}  # name -> options
        self.places = [""]
        self.days = ["2022-11-15"]
        self.kinds = []
        self.build()

    # Standards

    def build(self):
        c = self.chance
        self.window, self.replaced = c.one_in(2), False
        self.shared = facts(c, "doc", ["one"], c.randint(1, 4))
        self.lower_kinds = ["team", "crew"][:c.randint(1, 2)]
        layout = c.choice(("alone", "alone", "up", "up", "up", "down", "beside"))
        if layout == "alone":
            self.standard("low", self.lower_kinds)
            self.replaced = c.one_in(4)
        elif layout == "up":
            low = self.standard("low", self.lower_kinds)
            self.standard("high", ["area"] if c.random() < 0.7 else ["area", "town"], below=low)
        elif layout == "down":
            high = self.standard("high", ["area"])
            self.standard("low", self.lower_kinds, above=high)
        else:
            low = self.standard("low", self.lower_kinds)
            self.standard("side", [self.lower_kinds[0], "club"], beside=low)
        self.kinds = list(dict.fromkeys(kind for one in self.standards for kind in one.kinds))
        self.write()
        if self.replaced:
            self.files["later.tieuchi"] = self.later()

    def standard(self, name, kinds, below=None, above=None, beside=None, prefix=""):
        c = self.chance
        own = facts(c, prefix or name[0], kinds, c.randint(2, 7))
        scope = scope_of(c, kinds, self.shared, own)
        scope.window = self.window
        if below:
            own += self.tallies(name, below, scope, own)
            scope.facts += own[len(scope.facts) - len(self.shared):]
        if above:
            scope.outcomes_of[f"outcome of {above.name} of parent"] = above.all_outcomes
        if beside:
            scope.outcomes_of[f"outcome of {beside.name}"] = beside.all_outcomes
        if above is None and below is None and beside is None and c.one_in(6):
            scope.outcomes_of[f"outcome of {name} of parent"] = list(OUTCOMES)
        made = Standard(c, name, kinds, scope, c.random() < 0.65)
        made.own_facts = own
        if beside:
            made.same_as = [(beside.name, beside, one) for one in beside.clauses if "/" not in one]
        self.head(made)
        for at in range(c.choice((0, 0, 1, 2, 3))):
            scope.quantities.append(scope.quantity(f"{name}_q{at}"))
        made.add_criteria(c.randint(1, 4))
        if made.scored:
            made.add_points()
        made.add_outcomes(list(OUTCOMES[:c.randint(2, 4)]) if f"outcome of {name} of parent" not in scope.outcomes_of else list(OUTCOMES))
        made.add_exits()
        made.add_adjustments()
        made.add_quotas()
        if c.one_in(5):
            made.lines.append("places may only add cite 8.1")
            made.may_only_add = True
        made.all_outcomes = made.outcomes + ["not_subject"]
        self.declare(made)
        self.standards.append(made)
        return made

    def head(self, made):
        c = self.chance
        made.may_only_add = False
        if c.one_in(3):
            made.lines.append(f'title vi "Tiêu chuẩn" en "The standard {made.name}"')
        if c.one_in(6):
            made.lines.append("cite 1, 2.a")
        if self.window:
            made.lines.append(c.choice(("window 11-16 .. 11-15", "window 01-01 .. 12-31", "window 02-29 .. 02-28 cite 8.2")))
            if c.one_in(3):
                made.lines.append('decide before 11-20 by en "The council" cite 9.1')
        for at in range(c.choice((0, 0, 1, 2))):
            name, options = f"{made.name}_reading{at}", [f"{made.name}_narrow{at}", f"{made.name}_wide{at}"]
            made.scope.readings.append((name, options))
            self.readings[name] = options
            made.lines.append(f"reading {name} one of ({', '.join(options)}) default {c.choice(options)}")

    def declare(self, made):
        """The facts and quantities, in a block of their own."""
        lines = ["facts {"]
        lines += [one.declaration(self.chance) for one in made.own_facts]
        lines += [f"{one.name} = {one.body}" + (" cite 6.3" if self.chance.one_in(6) else "") for one in made.scope.quantities]
        made.lines += lines + ["}"]

    def tallies(self, name, below, scope, own):
        c = self.chance
        found = []
        inner = below.scope.with_outcome(below.all_outcomes)
        for at in range(c.randint(1, 4)):
            where = f" where {inner.condition(1)}" if c.random() < 0.7 else ""
            kinds = f"({', '.join(c.some(below.kinds, 2))})"
            what = c.choice(("count", "count", "sum", "mean", "least", "greatest"))
            called = f"{name}_t{at}"
            if what == "count":
                one = Fact(called, "count", most=c.choice((None, 100)), tally=f"count of {kinds}{where}")
                counts = [other for other in found if other.tally.startswith(f"count of {kinds}") and " where " not in other.tally]
                if counts and c.one_in(2):
                    one.most, one.most_fact = None, counts[0].name
                found.append(one)
                continue
            form = c.randrange(4)
            if form == 0 and below.scored:
                value, type_, scale, least = "total", "number", 6, None
            elif form == 1 and below.scored:
                value, type_, scale, least = f"points of {below.refer(c.choice(below.scored_clauses))}", "number", 6, None
            else:
                found_below = below.scope.number_below()
                if not found_below:
                    continue
                (value, scale, least), type_ = found_below, "number"
            rounding = ""
            if what == "mean":
                rounding, scale = c.choice((" rounded to 0.01 half up", " rounded to 0.1 half even")), 2
            found.append(Fact(called, type_, scale=scale, least=least, most=c.choice((None, 500, 500)),
                              tally=f"{what} of {value} over {kinds}{where}{rounding}"))
        return found

    # Documents

    def write(self):
        c = self.chance
        shared = ["facts {"] + [one.declaration(c) for one in self.shared] + ["}"]
        lines = ['document "1/2020" {', 'title en "Rules made up"', f"status {c.choice(('draft', 'illustrative', 'local'))}",
                 "in force from 2020-01-01" + (" to 2030-01-01" if c.one_in(4) else "")]
        if c.one_in(4):
            lines.append('issuer en "Nobody"')
        if c.one_in(4):
            lines.append('source "https://example.org"')
        lines += shared + ["}"]
        parts = [one.text() for one in self.standards]
        if len(parts) > 1 and c.one_in(4):
            self.files["b.tieuchi"] = ['part of "1/2020"'] + parts.pop(c.randrange(len(parts)))
        for one in parts:
            lines += one
        self.files["a.tieuchi"] = lines
        for at in range(c.choice((0, 0, 1, 2, 3))):
            self.files[f"amendment{at}.tieuchi"] = self.amendment(at)

    def later(self):
        """A document that replaces the first, with another version of its standard."""
        self.shared = facts(self.chance, "later", ["one"], 2)
        made = self.standard("low", self.lower_kinds, prefix="n")
        self.standards.pop()
        self.days = sorted({*self.days, "2022-05-31"})
        return ['document "9/2022" {', 'title en "Another version"', "status official", 'source "https://example.org"',
                "in force from 2022-06-01", 'replaces "1/2020"', "facts {", *[one.declaration(self.chance) for one in self.shared], "}", "}",
                *made.text()]

    def amendment(self, at):
        c = self.chance
        place = c.choice(("", "", "Bắc Ninh", "Huế"))
        start = c.choice(("2021-01-01", "2022-01-01", "2022-07-01"))
        lines = [f'document "{at + 2}/2022" {{', 'title en "An amendment"', "status illustrative",
                 f"in force from {start}" + (" to 2023-01-01" if c.one_in(4) else ""), 'amends "1/2020"']
        self.days = sorted({*self.days, "2020-06-30", "2022-03-31"})
        if place:
            lines.append(f'place "{place}"')
            self.places = sorted({*self.places, place})
        lines.append("}")
        of = c.choice(self.standards)
        changes = Changes(self, of, at, bool(place) and of.may_only_add).lines
        return lines + [f"amend {of.name} {{"] + changes + ["}"] if changes else lines[:0] + self.nothing(at)

    def nothing(self, at):
        """A document without standards."""
        return [f'document "{at + 2}/2022" {{', 'title en "Nothing"', "status draft", "in force from 2021-01-01", "}"]

    def texts(self):
        return {name: "\n".join(lines) + "\n" for name, lines in self.files.items()}

    # Selections

    def selection(self):
        c = self.chance
        how = {"on": c.choice(self.days), "place": c.choice(self.places)}
        if c.one_in(4):
            how["year"] = c.choice((2020, 2021, 2023))
        return how

    def chosen(self, names):
        return {name: self.chance.choice(options) for name, options in self.readings.items() if name in names and self.chance.one_in(2)}


class Changes:
    """Changes that an amendment makes to a standard."""

    def __init__(self, book, of, at, may_only_add):
        self.book, self.of, self.chance, self.lines = book, of, book.chance, []
        self.scope = of.scope
        c = self.chance
        new = facts(c, f"{of.name}_new{at}_", ["one"], c.randint(1, 2))
        self.lines += ["facts {"] + [one.declaration(c) for one in new] + ["}"]
        free = [clause for clause in of.top if not any(one == clause or one.startswith(clause + ".") for one in of.used)]
        forms = [self.add_criterion, self.add_part]
        if not may_only_add:
            forms += [self.replace, self.repeal, self.add_exit, self.add_adjustment, self.outcome, self.window, self.classes, self.deadline, self.points]
        forms += [self.add_reading, self.note]
        self.free, self.may_only_add, self.at = free, may_only_add, at
        before = self.scope.facts
        self.scope.facts = before + new
        for one in c.sample(forms, min(len(forms), c.randint(1, 4))):
            self.lines += one() or []
        self.scope.facts = before

    def add_criterion(self):
        c, of = self.chance, self.of
        clause = str(20 + self.at)
        made = Standard(c, of.name, of.kinds, self.scope, False)
        found = made.criterion(clause, clause, 1)
        return ["add criterion " + found[0]] + found[1:]

    def add_part(self):
        c, of = self.chance, self.of
        found = [(clause, how, letter) for clause, (how, letter) in of.combinations.items()
                 if not self.may_only_add or how == "all of" and not of.scored]
        if not found or of.may_only_add and self.may_only_add and not found:
            return None
        clause, how, letter = c.choice(found)
        if any(one == clause or clause.startswith(one + ".") for one in of.top if one in self.free):
            self.free = [one for one in self.free if one != clause and not clause.startswith(one + ".")]
        made = Standard(c, of.name, of.kinds, self.scope, False)
        found = made.criterion(f"{clause}.{letter}", f"{clause}.{letter}", 0, how == "none of")
        of.combinations.pop(clause)
        return ["add criterion " + found[0]] + found[1:]

    def replace(self):
        of = self.of
        if not self.free:
            return None
        clause = self.chance.choice(self.free)
        self.free.remove(clause)
        of.combinations = {one: known for one, known in of.combinations.items() if one != clause and not one.startswith(clause + ".")}
        if of.gives_points(clause):
            if of.top[clause] is None:
                return None
            most = f"{text(of.top[clause])} points"
            return [f"replace criterion {clause} {most} when {self.scope.condition(2)}"] if of.top[clause] else None
        made = Standard(self.chance, of.name, of.kinds, self.scope, False)
        found = made.criterion(clause, clause, 1)
        return ["replace criterion " + found[0]] + found[1:]

    def repeal(self):
        of = self.of
        found = [clause for clause in self.free if not of.gives_points(clause)]
        if not found or len(of.top) < 2:
            return None
        clause = self.chance.choice(found)
        self.free.remove(clause)
        of.top.pop(clause)
        of.combinations = {one: known for one, known in of.combinations.items() if one != clause and not one.startswith(clause + ".")}
        return [f"repeal criterion {clause}"]

    def add_exit(self):
        return [f"add not subject when {self.scope.condition(1)} cite 1.5"]

    def add_adjustment(self):
        return [f"add at most {self.chance.choice(self.of.outcomes)} when {self.scope.condition(1)} cite 9.9 cite \"9/2020\" 1, 2.b"]

    def outcome(self):
        found = [line.split()[1] for line in self.of.lines if line.startswith("outcome ") and " otherwise" not in line]
        if not found:
            return None
        return [f"replace outcome {self.chance.choice(found)} when {self.scope.condition(1)}"]

    def classes(self):
        found = [line for line in self.of.lines if line.startswith("classes by total")]
        if not found:
            return None
        names = [one.split()[0] for one in found[0].removeprefix("classes by total { ").split(", ") if one.split()[0] in OUTCOMES]
        most = max(int(self.of.most), len(names))
        among = range(max(1, most // 4), max(2, most * 4 // 5) + 1)
        if len(among) < len(names) - 1:
            return None
        limits = sorted(self.chance.sample(among, len(names) - 1), reverse=True)
        inner = ", ".join(f"{name} >= {limit}" for name, limit in zip(names, limits))
        return [f"replace classes by total {{ {inner}, {names[-1]} otherwise }} cite 8.3"]

    def points(self):
        of = self.of
        if not any(line.startswith("points ") for line in of.lines):
            return None
        return [f"replace points {text(of.most)} up to {text(of.most + self.chance.choice((1, 7)))} cite 3.1 cite \"9/2020\" 4"]

    def deadline(self):
        found = any(line.startswith("decide") for line in self.of.lines)
        return ['replace decide before 12-01 by en "Another council" cite 9.2'] if found else None

    def add_reading(self):
        name, options = f"{self.of.name}_added{self.at}", [f"{self.of.name}_new_narrow{self.at}", f"{self.of.name}_new_wide{self.at}"]
        return [f"add reading {name} one of ({', '.join(options)}) default {options[0]}"]

    def note(self):
        return ['note en "Amended"']

    def window(self):
        return ["replace window 10-01 .. 09-30"] if self.book.window else None
