# SPDX-License-Identifier: Apache-2.0
"""What is known of one subject, for one standard, and what the rules' expressions make of it."""
from datetime import date
from fractions import Fraction

from .values import (NA, NO, UNKNOWN, YES, Value, compare, conjunction, day_in, disjunction, hull, map_monotone, moved, negation,
                     rounded, sure, truth_of, without_zero)

LARGEST = {"count": 999_999_999_999, "number": 999_999_999, "percent": 1_000_000}
FIRST_DAY, LAST_DAY = date(1800, 1, 1).toordinal(), date(2999, 12, 31).toordinal()
CONDITIONS = {"or", "and", "not", "compare", "in", "criterion", "every_met", "every_share"}


def outcomes_of(other):
    """Best first in the rules, so that `>= good` is good or better: here the best comes last, and those of exits first."""
    leaving = {one.outcome for one in other.exits} | {"not_subject"}
    built_in = [one for one in ("not_assessed", "referred", "not_subject") if one in leaving]
    return list(reversed([o.name for o in other.outcomes] + built_in))


class Subject:
    """Reads facts and expressions. `told` holds what is known: a value as JSON has it, or a Value for what is partly known."""

    def __init__(self, standard, told, on, year=None, readings=None):
        self.standard = standard
        self.on = on
        self.year = year or on.year
        self.chosen = readings or {}
        self.readings = {r.name: (r.options, self.chosen.get(r.name, r.default)) for r in standard.readings}
        self.declared = {f.name: f for f in standard.facts}
        self.homes = [standard]
        self.told = {name: value for name, value in told.items() if value is not None}
        self.asked = None  # set by the assessment: what outcomes may ask of criteria
        if len(standard.kinds) == 1:
            self.told["kind"] = standard.kinds[0]
        self.numbers = {}
        self.bound_facts()

    # Facts

    def bring_in(self, home):
        """The facts, quantities and readings of a standard some of whose criteria this one takes."""
        if home.name not in [one.name for one in self.homes]:
            self.homes.append(home)
            for fact in home.facts:
                self.declared.setdefault(fact.name, fact)
            for one in home.readings:
                self.readings.setdefault(one.name, (one.options, self.chosen.get(one.name, one.default)))

    def fact(self, name):
        return self.declared.get(name.removeprefix("previous_")) if name.startswith("previous_") else self.declared.get(name)

    def range_of(self, name):
        """All that a fact can be by itself: what it was told to be, else its type's values within its bounds by numbers."""
        if name in self.told:
            told = self.told[name]
            return told if isinstance(told, Value) else sure(self.position(name, told))
        one = self.fact(name)
        if one is None or one.options:
            return Value(Fraction(0), Fraction(len(self.options(name)) - 1), False)
        if one.type == "date":
            return Value(Fraction(FIRST_DAY), Fraction(LAST_DAY), False)
        least = -LARGEST["number"] if one.type == "number" else 0
        return Value(Fraction(one.least if one.least is not None else least),
                     Fraction(one.most if one.most is not None else LARGEST[one.type]), False)

    def position(self, name, told):
        if isinstance(told, str) and name in self.option_names():
            return self.options(name).index(told)
        if isinstance(told, str) and len(told) == 10 and told[4] == "-":
            return date.fromisoformat(told).toordinal()
        return Fraction(str(told).rstrip("%"))

    def option_names(self):
        options = {f.name for f in self.declared.values() if not f.quantity and f.options}
        return {"kind"} | options | {"previous_" + name for name in options} | \
               {n for n in self.told if "outcome_of_" in n}

    def bound_facts(self):
        """Bounds between facts tell of both: the part is at most the whole, the whole at least the part."""
        pairs = [(f.name, f.most_fact) for f in self.standard.facts if not f.quantity and f.most_fact]
        for name in {name for pair in pairs for name in pair}:
            self.numbers[name] = self.range_of(name)
        for _ in pairs:
            for part, whole in pairs:
                a, b = self.numbers[part], self.numbers[whole]
                self.numbers[part] = Value(a.least, min(a.most, b.most), False)
                self.numbers[whole] = Value(max(a.least, b.least), b.most, False)

    def has(self, name):
        """Whether the subject's kind can have a fact, and whether it can lack it."""
        one = self.fact(name)
        if name.startswith("outcome_of_"):
            having = self.other(name).kinds
        elif one is None or not one.only_for:
            return True, False
        else:
            having = one.only_for
        kinds = {self.told["kind"]} if "kind" in self.told else set(self.standard.kinds)
        return bool(kinds & set(having)), bool(kinds - set(having))

    def options(self, name):
        """The options that a name can take, in their order."""
        if name == "kind":
            return self.standard.kinds
        if name in self.readings:
            return self.readings[name][0]
        if "outcome_of_" in name:
            return outcomes_of(self.other(name))
        one = self.fact(name)
        if one.quantity:
            return self.quantity_options(one)
        return one.options

    def other(self, name):
        """The standard that `outcome_of_…` is about."""
        return self.standard.rulebook.find(name.split("outcome_of_")[1], self.on, self.standard.place)

    def quantity_options(self, one):
        values = [v for v, _ in one.lines] + [one.otherwise]
        for value in values:
            if value[0] == "name" and self.is_declared(value[1]):
                return self.options(value[1])
        return list(dict.fromkeys(value[1] for value in values))

    def is_declared(self, name):
        return name == "kind" or name in self.readings or "outcome_of_" in name or self.fact(name) is not None or \
               name in ("rules_date", "period_first", "period_last")

    # Conditions

    def is_condition(self, e):
        if e[0] != "name":
            return e[0] in CONDITIONS
        one = self.fact(e[1])
        if one is None:
            return False
        return self.is_condition(one.otherwise) if one.quantity else one.type == "yes_no"

    def truth(self, e):
        kind = e[0]
        if kind in ("and", "or"):
            return (conjunction if kind == "and" else disjunction)(self.truth(part) for part in self.unselected(e))
        if kind == "not":
            return negation(self.truth(e[1]))
        if kind == "compare":
            return self.comparison(*e[1:])
        if kind == "in":
            return self.membership(*e[1:])
        if kind == "name":
            return self.named_truth(e[1])
        return self.asked.truth(e)

    def unselected(self, e):
        """The parts of a condition without those by which a reading selects: what is left is as it is by itself."""
        neutral = frozenset({YES if e[0] == "and" else NO})
        left = [part for part in e[1] if not (self.settled_by_readings(part) and self.truth(part) == neutral)]
        return left or e[1][:1]

    def settled_by_readings(self, e):
        """True of what the readings chosen decide, whatever else it asks."""
        if e[0] == "not":
            return self.settled_by_readings(e[1])
        if e[0] in ("and", "or"):
            settling = frozenset({NO if e[0] == "and" else YES})
            settled = [self.settled_by_readings(part) for part in e[1]]
            return all(settled) or any(one and self.truth(part) == settling for one, part in zip(settled, e[1]))
        if e[0] == "name":
            one = self.fact(e[1])
            return one is not None and one.quantity and not one.lines and self.settled_by_readings(one.otherwise)
        return e[0] == "in" and e[1][0] == "name" and e[1][1] in self.readings

    def named_truth(self, name):
        one = self.fact(name)
        if one.quantity:
            return self.table_truth(one)
        has, lacks = self.has(name)
        if not has:
            return frozenset({NA})
        told = frozenset({YES if self.told[name] in (True, "yes") else NO}) if name in self.told else UNKNOWN
        return told | ({NA} if lacks else set())

    def table_truth(self, one):
        return frozenset().union(*(self.truth(value) for value in self.possible_lines(one)))

    def membership(self, left, names, negated):
        if left[0] == "own_outcome":
            possible = self.asked.outcomes()
            found = truth_of(bool(possible & set(names)), bool(possible - set(names)))
        else:
            value, options = self.value(left), self.options(left[1])
            if value.least is None:
                return frozenset({NA})
            possible = set(options[int(value.least):int(value.most) + 1])
            found = truth_of(bool(possible & set(names)), bool(possible - set(names)), value.na)
        return negation(found) if negated else found

    def comparison(self, relation, left, right):
        if right[0] == "name" and not self.is_declared(right[1]):
            return compare(relation, self.value(left), sure(self.options(left[1]).index(right[1])))
        return compare(relation, self.side(left), self.side(right))

    def side(self, e):
        """One whole side of a comparison: there a share of nothing does not apply."""
        if e[0] == "share":
            return map_monotone(lambda w: w * e[1] / 100, without_zero(self.value(e[2]), self.unit(e[2])))
        return self.value(e)

    # Numbers, days and options

    def value(self, e):
        kind = e[0]
        if kind in ("number", "duration"):
            return sure(e[1])
        if kind == "date":
            return sure(e[1].toordinal())
        if kind == "share":
            return map_monotone(lambda w: w * e[1] / 100, self.value(e[2]))
        if kind in ("add", "subtract"):
            return self.sum_of(*e)
        if kind == "multiply":
            return map_monotone(lambda a, b: a * b, self.value(e[1]), self.value(e[2]))
        if kind == "rate":
            base = without_zero(self.value(e[3]), self.unit(e[3]))
            return map_monotone(lambda a, b: a * e[2] / b, self.value(e[1]), base)
        if kind == "name":
            return self.named_value(e[1])
        return self.asked.value(e)

    def sum_of(self, kind, left, right):
        sign = 1 if kind == "add" else -1
        if right[0] == "duration":
            return map_monotone(lambda d: moved(d, sign * right[1], right[2]), self.value(left))
        return map_monotone(lambda a, b: a + sign * b, self.value(left), self.value(right))

    def named_value(self, name):
        if name == "rules_date":
            return sure(self.on.toordinal())
        if name in ("period_first", "period_last"):
            return sure(self.period()[name == "period_last"].toordinal())
        if name in self.readings:
            options, chosen = self.readings[name]
            return sure(options.index(chosen))
        one = self.fact(name)
        if one is not None and one.quantity:
            return self.quantity(one)
        has, lacks = self.has(name)
        if not has:
            return Value(None, None, True)
        value = self.numbers.get(name) or self.range_of(name)
        return Value(value.least, value.most, lacks)

    def quantity(self, one):
        found = hull([self.value_or_option(one, v) for v in self.possible_lines(one)])
        return map_monotone(lambda x: rounded(x, one.rounding), found)

    def value_or_option(self, one, value):
        """A name that nothing declares is an option of the quantity."""
        if value[0] == "name" and not self.is_declared(value[1]):
            return sure(self.quantity_options(one).index(value[1]))
        return self.value(value)

    def possible_lines(self, one):
        """The values that a table can still take: those of the lines up to the first whose condition surely holds."""
        found = []
        for value, condition in one.lines:
            truth = self.truth(condition)
            if YES in truth:
                found.append(value)
            if truth == {YES}:
                return found
        return found + [one.otherwise]

    def period(self):
        (first, last) = self.standard.window
        return day_in(self.year - (last < first), first), day_in(self.year, last)

    def unit(self, e):
        """The smallest step between two values of an expression of facts."""
        if e[0] == "name":
            one = self.fact(e[1])
            if one is not None and one.quantity:
                return self.unit(one.otherwise)
            if one is not None:
                return Fraction(1, 10 ** {"number": one.scale, "percent": 4}.get(one.type, 0))
        if e[0] in ("add", "subtract", "multiply"):
            return min(self.unit(e[1]), self.unit(e[2]))
        return Fraction(1)
