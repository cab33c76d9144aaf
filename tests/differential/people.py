# SPDX-License-Identifier: Apache-2.0
"""Subjects by chance: facts that a standard can be told, all of them or some."""
from fractions import Fraction

from chance import text
from reference.contents import judged_facts
from reference.subject import outcomes_of

DAYS = ("2019-12-31", "2020-02-29", "2021-06-30", "2021-12-31", "2022-01-01", "2022-02-28", "2022-07-31", "2022-11-15", "2023-03-31")
PERCENTS = ("0", "5", "12.5", "20", "33.25", "50", "62.5", "70", "75", "99", "100")


def shown(number):
    """A whole number as JSON has it, others in a text, which keeps them exact."""
    return int(number) if Fraction(number).denominator == 1 else text(number)


class People:
    """Makes values for the facts of one standard, as the reference reads their declarations."""

    def __init__(self, chance, answer, names):
        self.chance, self.subject, self.names = chance, answer.subject, names
        self.standard = answer.standard
        self.judged = dict(judged_facts(self.standard))
        self.judged |= answer.criteria.points.judged_facts

    def value(self, name):
        c = self.chance
        if name == "kind":
            return c.choice(self.standard.kinds)
        if name in self.judged:
            rule = self.judged[name]
            return shown(c.choice((0, rule.most, rule.step * c.randint(0, int(rule.most / rule.step)))))
        if "outcome_of_" in name:
            return c.choice(outcomes_of(self.subject.other(name)))
        one = self.subject.fact(name)
        if one.type == "yes_no":
            return c.random() < 0.6
        if one.type == "date":
            return c.choice(DAYS)
        if one.options:
            return c.choice(one.options)
        if one.type == "percent":
            return shown(Fraction(c.choice(PERCENTS)))
        least, most = self.bounds(one)
        step = Fraction(1, 10 ** one.scale)
        if c.one_in(5):
            return shown(c.choice((least, most)))
        high = min(most, max(least + 12, 12))
        return shown(least + step * c.randint(0, int((high - least) / step)) if c.one_in(3) else c.randint(int(least), int(high)))

    def bounds(self, one):
        least = one.least if one.least is not None else Fraction(-6) if one.type == "number" else Fraction(0)
        return least, one.most if one.most is not None else max(Fraction(40), least)

    def has(self, name, facts):
        kind = facts.get("kind", self.standard.kinds[0])
        if name.startswith("outcome_of_"):
            return kind in self.subject.other(name).kinds
        one = self.subject.fact(name)
        return one is None or not one.only_for or kind in one.only_for

    def whole(self, told=None):
        """All facts, beside those told; None where no values fit each other."""
        for _ in range(20):
            facts = dict(told or {})
            for name in self.names:
                if name not in facts and self.has(name, facts):
                    facts[name] = self.value(name)
            if self.fit(facts, told or {}):
                return facts
        return None

    def fit(self, facts, told):
        """Keeps parts within their wholes, where that can be."""
        pairs = [(name, self.subject.fact(name).most_fact) for name in self.names
                 if not name.startswith("previous_") and self.subject.fact(name) is not None and not self.subject.fact(name).quantity and
                 self.subject.fact(name).most_fact]
        for _ in range(len(pairs) + 1):
            for part, whole in pairs:
                if part in facts and whole in facts and Fraction(str(facts[part])) > Fraction(str(facts[whole])):
                    if part not in told:
                        least = self.bounds(self.subject.fact(part))[0]
                        facts[part] = shown(max(least, Fraction(str(facts[whole]))))
                    elif whole not in told:
                        facts[whole] = facts[part]
        return all(Fraction(str(facts[part])) <= Fraction(str(facts[whole])) for part, whole in pairs if part in facts and whole in facts)

    def some(self, facts):
        """What is told of a subject of which not all is."""
        c = self.chance
        share = c.choice((0.2, 0.5, 0.8, 0.9))
        return {name: value for name, value in facts.items() if c.random() < share}
