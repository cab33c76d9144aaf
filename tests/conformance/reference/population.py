# SPDX-License-Identifier: Apache-2.0
"""A table of subjects: facts counted from sub-units, outcomes handed on, quotas."""
import datetime
from fractions import Fraction
from itertools import product
from math import floor

from .assessment import Assessment
from .contents import names, names_in
from .scanner import composed
from .subject import outcomes_of
from .values import NA, NO, YES, Value, rounded

COLUMNS = ("id", "parent", "kind", "level", "rater")
LAST = Fraction(-10 ** 18)  # of those for whom there is no such number


class Contradiction(Exception):
    """What sub-units make a fact is not what it can be, or was told to be."""


class Population:
    """Rows of one rater. `fill` may tell what a subject was not told, by the row, the answer so far and the standard."""

    def __init__(self, book, on, rows, place="", year=None, readings=None, refused=(), fill=None):
        self.book, self.on, self.place, self.year, self.readings = book, on, place, year, readings or {}
        called = {composed(row["id"]): row["id"] for row in reversed(list(rows))}  # a second one of a name is refused
        self.rows = {row["id"]: {**row, "parent": called.get(composed(row.get("parent") or ""))} for row in rows}
        self.refused, self.fill = set(refused), fill
        self.answers = {}

    def assess(self, id_, standard):
        key = (id_, standard.name)
        if key not in self.answers:
            row = self.rows[id_]
            told = {name: value for name, value in row.items() if (name not in COLUMNS or name == "kind") and value is not None}
            told |= self.found(id_, standard, told)
            if self.fill:
                told = self.fill(row, standard, told)
            self.answers[key] = Assessment(standard, told, self.on, self.year, self.readings)
        return self.answers[key]

    def standard(self, name):
        return self.book.find(name, self.on, self.place)

    def homes(self, standard):
        """A standard, and those that it takes criteria of."""
        if not hasattr(standard, "homes"):
            standard.homes = Assessment(standard, {}, self.on, self.year, self.readings).subject.homes
        return standard.homes

    def found(self, id_, standard, told):
        """Facts that other subjects of the table tell: within what was told, where something was."""
        found = {}
        for home in self.homes(standard):
            for fact in home.facts:
                if not fact.quantity and fact.tally:
                    value = self.tally(id_, standard, fact)
                    if value is None:
                        continue
                    check_range(fact, value, told.get(fact.name))
                    if fact.name not in told:
                        found[fact.name] = value
        for name in self.asked_of(standard):
            if "outcome_of_" in name and name not in told:
                found |= self.handed_on(id_, standard, name)
        return found

    def asked_of(self, standard):
        """Names that the standard itself uses, and that standards of bodies above use where they ask about sub-units of its kinds."""
        asked = set().union(*(names(home) for home in self.homes(standard)))
        for above in self.book.all_in_force(self.on, self.place):
            for home in self.homes(above):
                for fact in home.facts:
                    if not fact.quantity and fact.tally and set(standard.kinds) & set(fact.tally.kinds):
                        asked |= names_in((fact.tally.where, fact.tally.value))
        return asked

    # Sub-units

    def below(self, id_):
        return [one for one in self.rows.values() if one.get("parent") == id_]

    def tally(self, id_, standard, fact):
        """The least and the most that the sub-units make, over all ways in which open ones may count."""
        over = fact.tally
        below = self.below(id_)
        listed = [one for one in below if one["kind"] in over.kinds and one["id"] not in self.refused]
        if not listed:
            return None
        ways = [self.ways(one, standard, over) for one in listed] + [[1, None] for one in below if one["id"] in self.refused]
        if over.what == "count":
            surely, perhaps = sum(None not in way for way in ways), sum(any(one is not None for one in way) for way in ways)
            return Value(Fraction(surely), Fraction(perhaps), False)
        if all(len(way) == 1 for way in ways):
            numbers = [joined(over, [one for way in ways for one in way if one is not None])]
        else:
            numbers = [joined(over, [one for one in way if one is not None]) for way in product(*ways)]
        numbers = [one for one in numbers if one is not None]
        return Value(min(numbers), max(numbers), False) if numbers else None

    def ways(self, row, above, over):
        """What a sub-unit may add: None where it does not count."""
        home = next(s for s in above.document.standards if row["kind"] in s.kinds)
        if not over.where and not over.value:
            return [1]
        answer = self.assess(row["id"], self.standard(home.name))
        counts = answer.subject.truth(over.where) if over.where else {YES}
        value = answer.subject.value(over.value) if over.value else Value(1, 1, False)
        found = [] if YES not in counts or value.least is None else list({value.least, value.most})
        return found + [None] * (NO in counts or NA in counts or value.na)

    # Outcomes of other standards

    def handed_on(self, id_, standard, name):
        other = self.standard(name.split("outcome_of_")[1])
        of = self.rows[id_].get("parent") if name.startswith("parent_") else id_
        if of not in self.rows or self.rows[of]["kind"] not in other.kinds or of in self.refused:
            return {}
        possible = self.assess(of, other).possible
        order = outcomes_of(other)
        at = [order.index(one) for one in possible]
        return {name: Value(Fraction(min(at)), Fraction(max(at)), False)}


def check_range(fact, value, told):
    least = fact.least if fact.least is not None else -999_999_999 if fact.type == "number" else 0
    most = fact.most if fact.most is not None else {"number": 999_999_999, "percent": 1_000_000}.get(fact.type, 999_999_999_999)
    if fact.type in ("count", "number", "percent") and not least <= value.least <= value.most <= most:
        raise Contradiction(fact.name)
    if told is not None and fact.type in ("count", "number", "percent") and not value.least <= Fraction(str(told)) <= value.most:
        raise Contradiction(fact.name)


def joined(over, numbers):
    if over.what == "sum":
        return Fraction(sum(numbers))
    if not numbers:
        return None
    if over.what == "mean":
        return rounded(Fraction(sum(numbers)) / len(numbers), over.rounding)
    return min(numbers) if over.what == "least" else max(numbers)


def assess_table(book, name, table):
    """Answers of the subjects that the standard is for by their ids, with the rater where rows name one: each rater has a table."""
    answers = {}
    refused = {id_ for id_, wanted in table["expect"].items() if "problems" in wanted}
    on = datetime.date.fromisoformat(table["on"])
    for rater in {row.get("rater") for row in table["rows"]}:
        rows = [row for row in table["rows"] if row.get("rater") == rater]
        population = Population(book, on, rows, table["place"], table.get("year"), table["readings"], refused)
        suffix = f" {rater}" if rater else ""
        answers |= {id_ + suffix: one for id_, one in assess_rows(population, name).items()}
    return answers


def members_of(population, standard):
    return {id_: population.assess(id_, standard) for id_, row in population.rows.items()
            if row["kind"] in standard.kinds and id_ not in population.refused}


def assess_rows(population, name):
    standard = population.standard(name)
    members = members_of(population, standard)
    answers = {id_: one.told() for id_, one in members.items()}
    classes, _ = after_quotas(standard, members)
    for id_, answer in answers.items():
        answer["after_quotas"] = sorted(classes[id_])
    return answers


def after_quotas(standard, members):
    """The classes that each can have once the quotas are applied, over all ways in which open answers may turn out; and, where all is known,
    what each quota comes to."""
    ids = list(members)
    if not standard.quotas:
        return {id_: one.possible for id_, one in members.items()}, []
    found = {id_: set() for id_ in ids}
    told = []
    ways = [list(product(sorted(one.possible), ends(standard.quotas, one))) for one in members.values()]
    for way in product(*ways):
        classes = {id_: {outcome} for id_, (outcome, _) in zip(ids, way)}
        told = [limit_class(standard, quota, classes, {id_: values[at] for id_, (_, values) in zip(ids, way)})
                for at, quota in enumerate(standard.quotas)]
        for id_ in ids:
            found[id_] |= classes[id_]
    return found, told


def ends(quotas, answer):
    """What each quota goes by may be anything from its least to its most: its ends are tried."""
    values = [answer.subject.value(quota.by) for quota in quotas]
    return list(product(*({LAST} if one.least is None else {one.least, one.most} | ({LAST} if one.na else set()) for one in values)))


def limit_class(standard, quota, classes, values):
    """Applies a quota; what it comes to, but None where an earlier tie leaves classes open."""
    order = [one.name for one in standard.outcomes]
    at = order.index(quota.outcome)
    clear = all(len(one) == 1 for one in classes.values())
    classed = {id_: max(map(order.index, one)) for id_, one in classes.items() if one <= set(order)}
    wide = len(order) if quota.of == "all" else order.index(quota.of)
    base = sum(one <= wide if quota.of == "all" or quota.better else one == wide for one in classed.values())
    most = quota.few_most if quota.few is not None and base < quota.few else floor(quota.share * base / 100)
    having = [id_ for id_, one in classed.items() if one <= at]
    told = {"counted": base, "seats": most, "kept": [], "lost": [], "tied": []}
    for id_ in having:
        before = sum(values[other] > values[id_] for other in having)
        tied = sum(values[other] == values[id_] for other in having)
        if len(having) <= most or before + tied <= most:
            told["kept"].append(id_)
        elif before >= most:
            classes[id_] = {order[at + 1]}
            told["lost"].append(id_)
        else:
            classes[id_] = classes[id_] | {order[at + 1]}
            told["tied"].append(id_)
    return told if clear else None
