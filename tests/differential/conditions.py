# SPDX-License-Identifier: Apache-2.0
"""Facts, quantities and conditions, well-typed, by chance."""
from chance import text

RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
ORDERED = ("<", "<=", ">", ">=")
STEPS = ("0.1", "0.5", "0.01", "0.25", "1", "0.2")
MODES = ("half up", "half even", "up", "down")


class Fact:
    """A fact as it is declared, and what it is to other rules."""

    def __init__(self, name, type_, **more):
        self.name, self.type = name, type_
        self.scale, self.least, self.most, self.most_fact = 0, None, None, None
        self.options, self.ordered, self.only_for, self.tally = [], False, [], ""
        for key, value in more.items():
            setattr(self, key, value)

    def declaration(self, chance):
        words = [self.name]
        if self.type == "one of":
            words.append(("ordered " if self.ordered else "") + "one of (" + ", ".join(self.options) + ")")
        else:
            words.append(self.type + (f" scale {self.scale}" if self.scale else ""))
        if self.tally:
            words.append("from " + self.tally)
        if self.least is not None:
            words.append("at least " + text(self.least))
        if self.most is not None:
            words.append("at most " + text(self.most))
        if self.most_fact:
            words.append("at most " + self.most_fact)
        if self.only_for:
            words.append("only for " + ", ".join(self.only_for))
        if self.type == "yes_no" and chance.one_in(8):
            words.append("by 03-31")
        if chance.one_in(6):
            words.append(f'en "The {self.name}" vi "Số {self.name}"')
        if chance.one_in(10):
            words.append('ask en "How is it?"')
        if chance.one_in(10):
            words.append('evidence en "Minutes"')
        if chance.one_in(8):
            words.append("cite 1.2.b")
        return " ".join(words)


class Quantity:
    def __init__(self, name, type_, body, options=(), ordered=False, below_zero=False):
        self.name, self.type, self.body = name, type_, body
        self.options, self.ordered, self.below_zero = list(options), ordered, below_zero


class Scope:
    """What conditions of one standard may read."""

    def __init__(self, chance, kinds):
        self.chance, self.kinds = chance, kinds
        self.facts, self.quantities, self.readings = [], [], []
        self.outcomes_of = {}  # `outcome_of_s`, `parent_outcome_of_s`: the outcomes
        self.window = False
        self.asks = None  # of outcomes: the standard, whose criteria may be asked about
        self.sub_outcomes = None  # of `where`: the outcomes of the sub-unit's standard

    def with_asks(self, standard):
        made = Scope(self.chance, self.kinds)
        made.__dict__.update(self.__dict__)
        made.asks = standard
        return made

    def with_outcome(self, outcomes):
        made = Scope(self.chance, self.kinds)
        made.__dict__.update(self.__dict__)
        made.sub_outcomes = outcomes
        return made

    def of_type(self, *types):
        return [one for one in self.facts + self.quantities if one.type in types]

    # Conditions

    def condition(self, depth=2):
        c = self.chance
        if depth > 0 and c.random() < 0.45:
            if c.one_in(4):
                return f"not {self.joined(depth - 1)}"
            word = c.choice((" and ", " or "))
            return word.join(self.joined(depth - 1) for _ in range(2 if c.random() < 0.8 else 3))
        return self.leaf()

    def joined(self, depth):
        inner = self.condition(depth)
        return f"({inner})" if " and " in inner or " or " in inner or inner.startswith("not ") and self.chance.one_in(2) else inner

    def leaf(self):
        c = self.chance
        forms = [self.truth, self.truth, self.comparison, self.comparison, self.share, self.choice, self.choice]
        forms += [self.rate, self.percent, self.day, self.two_shares]
        forms += [self.kind] if len(self.kinds) > 1 else []
        forms += [self.reading, self.reading] if self.readings else []
        forms += [self.outcome_of, self.outcome_of] if self.outcomes_of else []
        forms += [self.asked] * 8 if self.asks else []
        forms += [self.own_outcome] * 4 if self.sub_outcomes else []
        for _ in range(20):
            found = c.choice(forms)()
            if found:
                return found
        return "1 < 2"

    def truth(self):
        facts = self.of_type("yes_no")
        if not facts:
            return None
        one = self.chance.choice(facts)
        return self.before(one) if self.chance.one_in(8) else one.name

    def before(self, one):
        """The value of the period before, where there is one."""
        return "previous " + one.name if isinstance(one, Fact) else one.name

    def comparison(self):
        left, right = self.number(1), self.number(1) if self.chance.one_in(3) else text(self.chance.randint(0, 12))
        return f"{left} {self.chance.choice(RELATIONS)} {right}"

    def share_of(self):
        whole = self.whole()
        percent = self.chance.choice(("50", "70", "100", "33.3", "12.5", "25", "80"))
        return f"{percent}% of {whole}" if whole else None

    def share(self):
        share, part = self.share_of(), self.number(1)
        if not share:
            return None
        sides = [part, share]
        if self.chance.one_in(5):
            sides.reverse()
        return f"{sides[0]} {self.chance.choice(RELATIONS)} {sides[1]}"

    def two_shares(self):
        one, other = self.share_of(), self.share_of()
        return f"{one} {self.chance.choice(RELATIONS)} {other}" if one and other and self.chance.one_in(2) else None

    def rate(self):
        base = self.base()
        upper = self.positive()
        if not base or not upper:
            return None
        return f"{upper} per {self.chance.choice(('', '10 ', '100 ', '1000 '))}{base} {self.chance.choice(RELATIONS)} " \
               f"{text(self.chance.choice((0.5, 1, 2, 2.5, 10, 25, 50, 100, 250)))}"

    def percent(self):
        facts = self.of_type("percent")
        if not facts:
            return None
        c = self.chance
        one = c.choice(facts)
        right = c.choice(facts).name if c.one_in(4) else text(c.choice((12.5, 20, 50, 70, 33.25, 99))) + "%"
        left = self.before(one) if c.one_in(8) else one.name
        if c.one_in(6):
            left += f" {c.choice('+-')} {c.choice(facts).name}"
        return f"{left} {c.choice(RELATIONS)} {right}"

    def choice(self):
        facts = self.of_type("one of")
        if not facts:
            return None
        return self.of_options(self.chance.choice(facts))

    def of_options(self, one, name=None):
        c = self.chance
        name = name or (self.before(one) if c.one_in(8) else one.name)
        if one.ordered and c.one_in(2):
            return f"{name} {c.choice(ORDERED)} {c.choice(one.options)}"
        if c.one_in(2):
            return f"{name} is {'not ' if c.one_in(3) else ''}{c.choice(one.options)}"
        return f"{name} {'not ' if c.one_in(3) else ''}in ({', '.join(c.some(one.options, 3))})"

    def kind(self):
        c = self.chance
        return f"kind {c.choice(('is', 'is not'))} {c.choice(self.kinds)}" if c.one_in(2) else f"kind in ({', '.join(c.some(self.kinds, 2))})"

    def reading(self):
        name, options = self.chance.choice(self.readings)
        return f"{name} {self.chance.choice(('is', 'is not'))} {self.chance.choice(options)}"

    def outcome_of(self):
        name, outcomes = self.chance.choice(sorted(self.outcomes_of.items()))
        return self.of_options(Quantity(name, "one of", "", outcomes, True), name)

    def own_outcome(self):
        c = self.chance
        if c.one_in(2):
            return f"outcome is {'not ' if c.one_in(3) else ''}{c.choice(self.sub_outcomes)}"
        return f"outcome in ({', '.join(c.some(self.sub_outcomes, 2))})"

    def day(self):
        left = self.date(1)
        right = self.date(1)
        return f"{left} {self.chance.choice(RELATIONS)} {right}" if left and right else None

    def asked(self):
        """What outcomes, adjustments and exits may ask of criteria."""
        c, of = self.chance, self.asks
        forms = ["every", "criterion", "criterion", "count"] + (["points", "points", "total", "total", "share"] if of.scored else [])
        form = c.choice(forms)
        if form == "every":
            return "every criterion is met"
        if form == "criterion":
            return f"criterion {of.refer(c.choice(of.clauses))} is {'not ' if c.one_in(3) else ''}met"
        if form == "share":
            return f"every criterion at least {c.choice((25, 50, 80))}%"
        if form == "count":
            whole = c.choice(of.wholes) if of.wholes and c.one_in(2) else None
            counted = f"count of criteria met{' in ' + of.refer(whole) if whole else ''}"
            return f"{counted} {c.choice(RELATIONS)} {c.randint(0, 3)}"
        if form == "points":
            clause = c.choice(of.scored_clauses)
            more = f" + points of {of.refer(c.choice(of.scored_clauses))}" if c.one_in(4) else ""
            return f"points of {of.refer(clause)}{more} {c.choice(RELATIONS)} {text(c.randint(0, 10))}"
        return f"total {c.choice(RELATIONS)} {text(c.randint(0, int(of.most) or 1))}"

    # Numbers

    def numbers(self):
        return self.of_type("count", "number")

    def number(self, depth):
        c = self.chance
        if depth and c.one_in(3):
            form = c.randrange(5)
            if form == 0:
                return f"{self.number(0)} + {self.number(0)}"
            if form == 1:
                return f"{self.number(0)} - {self.number(0)}"
            if form == 2:
                return f"{c.choice(('2', '0.5', '3'))} * {self.number(0)}"
            if form == 3:
                days = self.of_type("date")
                return f"({self.date(0)} - {self.date(0)})" if days else self.number(0)
            share = self.share_of()
            return f"{self.number(0)} + {share}" if share else self.number(0)
        found = self.numbers()
        if not found:
            return text(c.randint(0, 9))
        one = c.choice(found)
        return self.before(one) if c.one_in(8) else one.name

    def never_below_zero(self):
        return [one.name for one in self.numbers() if isinstance(one, Fact) and (one.type == "count" or one.least is not None) and (one.most or one.most_fact) and one.scale < 4]

    def positive(self):
        found = self.never_below_zero()
        return self.chance.choice(found) if found else None

    def number_below(self):
        """What sums over sub-units are of: a number, or some of them together."""
        found = [one for one in self.facts if one.type in ("count", "number") and not one.tally]
        if not found:
            return None
        one = self.chance.choice(found)
        least = 0 if one.type == "count" else one.least
        others = [other for other in found if other.scale == one.scale]
        if self.chance.one_in(4):
            other = self.chance.choice(others)
            both = None if least is None or other.type != "count" and other.least is None else 0
            return f"{one.name} + {other.name}", one.scale, both
        return one.name, one.scale, least

    def whole(self):
        """What a share can be of."""
        c, found = self.chance, self.never_below_zero()
        if not found:
            return None
        if c.one_in(5):
            return f"({c.choice(found)} + {c.choice(found)})"
        return c.choice(found)

    def base(self):
        found = self.never_below_zero()
        if not found:
            return None
        c = self.chance
        if c.one_in(5):
            return f"({c.choice(found)} + {c.choice(found)})"
        return ("previous " if c.one_in(8) else "") + c.choice(found)

    def date(self, depth):
        c = self.chance
        facts = self.of_type("date")
        if not facts:
            return None
        form = c.randrange(6)
        if form == 0:
            return c.choice(("2022-02-28", "2020-02-29", "2021-06-30", "2022-11-15", "2022-01-01"))
        if form == 1:
            return c.choice(("rules_date", "period_first", "period_last")) if self.window else "rules_date"
        one = c.choice(facts)
        name = self.before(one) if c.one_in(8) else one.name
        if depth and form == 2:
            return f"{name} {c.choice('+-')} {c.choice(('1 months', '6 months', '2 years', '30 days', '1 years'))}"
        return name

    def rounding(self):
        return f"rounded to {self.chance.choice(STEPS)} {self.chance.choice(MODES)}"

    # Quantities

    def quantity(self, name):
        c = self.chance
        forms = [self.sum_quantity, self.condition_quantity, self.rate_quantity, self.number_table, self.option_table, self.date_table,
                 self.percent_table]
        for _ in range(20):
            made = c.choice(forms)(name)
            if made:
                return made
        return Quantity(name, "number", "3", below_zero=False)

    def sum_quantity(self, name):
        body = self.number(1)
        return Quantity(name, "number", body + (" " + self.rounding() if self.chance.one_in(5) else ""), below_zero=True)

    def condition_quantity(self, name):
        return Quantity(name, "yes_no", self.condition(1))

    def rate_quantity(self, name):
        upper, base = self.positive(), self.base()
        if not upper or not base:
            return None
        return Quantity(name, "number", f"{upper} per {self.chance.choice(('', '100 '))}{base} {self.rounding()}", below_zero=True)

    def table(self, values):
        c = self.chance
        lines = ", ".join(f"{values()} when {self.condition(1)}" for _ in range(c.randint(1, 2)))
        return f"{lines}, otherwise {values()}"

    def number_table(self, name):
        def value():
            return self.number(0) if self.chance.one_in(3) else text(self.chance.randint(0, 12))
        return Quantity(name, "number", self.table(value) + (" " + self.rounding() if self.chance.one_in(8) else ""), below_zero=True)

    def option_table(self, name):
        own = [f"{name}_low", f"{name}_mid", f"{name}_high"]
        left = list(own)
        return Quantity(name, "one of", self.table(lambda: left.pop(0) if left else own[2]), own[:3] if not left else own[:2], False)

    def date_table(self, name):
        if not self.of_type("date"):
            return None
        return Quantity(name, "date", self.table(lambda: self.date(1)))

    def percent_table(self, name):
        def value():
            facts = self.of_type("percent")
            if facts and self.chance.one_in(3):
                return self.chance.choice(facts).name
            return self.chance.choice(("10%", "50%", "12.5%", "75%"))
        return Quantity(name, "percent", self.table(value))
