# SPDX-License-Identifier: Apache-2.0
"""A table of subjects: facts counted from sub-units, outcomes handed on, quotas."""
import datetime
from fractions import Fraction
from itertools import product
from math import floor

from .assessment import Assessment
from .contents import names
from .values import NA, NO, YES, Value, rounded

COLUMNS = ("id", "parent", "kind", "level", "rater")


class Population:
    def __init__(self, book, table):
        self.book, self.table = book, table
        self.on = datetime.date.fromisoformat(table["on"])
        self.rows = {row["id"]: row for row in table["rows"]}
        self.refused = {id_ for id_, wanted in table["expect"].items() if "problems" in wanted}
        self.answers = {}

    def assess(self, id_, standard):
        key = (id_, standard.name)
        if key not in self.answers:
            row = self.rows[id_]
            told = {name: value for name, value in row.items() if name not in COLUMNS or name == "kind"}
            self.answers[key] = Assessment(standard, {**told, **self.found(id_, standard, told)}, self.on, self.table.get("year"),
                                           self.table["readings"])
        return self.answers[key]

    def standard(self, name):
        return self.book.find(name, self.on, self.table["place"])

    def found(self, id_, standard, told):
        """Facts that other subjects of the table tell: within what was told, where something was."""
        found = {}
        for fact in standard.facts:
            if not fact.quantity and fact.tally:
                value = self.tally(id_, standard, fact)
                if value is not None and fact.name not in told:
                    found[fact.name] = value
        for name in names(standard):
            if "outcome_of_" in name and name not in told:
                found |= self.handed_on(id_, standard, name)
        return found

    # Sub-units

    def tally(self, id_, standard, fact):
        """The least and the most that the sub-units make, over all ways in which open ones may count."""
        over = fact.tally
        below = [one for one in self.rows.values() if one.get("parent") == id_]
        listed = [one for one in below if one["kind"] in over.kinds and one["id"] not in self.refused]
        if not listed:
            return None
        ways = [self.ways(one, standard, over) for one in listed] + [[1, None] for one in below if one["id"] in self.refused]
        if over.what == "count":
            numbers = [sum(one is not None for one in way) for way in product(*ways)]
        else:
            numbers = [made for way in product(*ways) if (made := joined(over, [one for one in way if one is not None])) is not None]
        return Value(min(numbers), max(numbers), False) if numbers else None

    def ways(self, row, above, over):
        """What a sub-unit may add: None where it does not count."""
        home = next(s for s in above.document.standards if row["kind"] in s.kinds)
        answer = self.assess(row["id"], self.standard(home.name))
        counts = answer.subject.truth(over.where) if over.where else {YES}
        value = answer.subject.value(over.value) if over.value else Value(1, 1, False)
        found = [] if YES not in counts or value.least is None else list({value.least, value.most})
        return found + [None] * (NO in counts or NA in counts or value.na)

    # Outcomes of other standards

    def handed_on(self, id_, standard, name):
        other = self.standard(name.split("outcome_of_")[1])
        of = self.rows[id_].get("parent") if name.startswith("parent_") else id_
        if of not in self.rows or self.rows[of]["kind"] not in other.kinds:
            return {}
        possible = self.assess(of, other).possible
        order = Assessment(standard, {"kind": standard.kinds[0]}, self.on).subject.outcomes_of(other.name)
        at = [order.index(one) for one in possible]
        return {name: Value(min(at), max(at), False)}


def joined(over, numbers):
    if over.what == "sum":
        return sum(numbers)
    if not numbers:
        return None
    if over.what == "mean":
        return rounded(Fraction(sum(numbers)) / len(numbers), over.rounding)
    return min(numbers) if over.what == "least" else max(numbers)


def assess_table(book, name, table):
    """Answers of the subjects that the standard is for by their ids, with the rater where rows name one: each rater has a table."""
    answers = {}
    for rater in {row.get("rater") for row in table["rows"]}:
        rows = [row for row in table["rows"] if row.get("rater") == rater]
        suffix = f" {rater}" if rater else ""
        answers |= {id_ + suffix: one for id_, one in assess_rows(book, name, {**table, "rows": rows}).items()}
    return answers


def assess_rows(book, name, table):
    population = Population(book, table)
    standard = population.standard(name)
    members = {id_: population.assess(id_, standard) for id_, row in population.rows.items()
               if row["kind"] in standard.kinds and id_ not in population.refused}
    answers = {id_: one.told() for id_, one in members.items()}
    classes = after_quotas(standard, members)
    for id_, answer in answers.items():
        answer["after_quotas"] = sorted(classes[id_])
    return answers


def after_quotas(standard, members):
    """The classes that each can have once the quotas are applied, over all ways in which open answers may turn out."""
    ids = list(members)
    found = {id_: set() for id_ in ids}
    if not standard.quotas:
        return {id_: one.possible for id_, one in members.items()}
    ways = [list(product(sorted(one.possible), ends(standard.quotas, one))) for one in members.values()]
    for way in product(*ways):
        classes = {id_: {outcome} for id_, (outcome, _) in zip(ids, way)}
        for at, quota in enumerate(standard.quotas):
            limit_class(standard, quota, classes, {id_: values[at] for id_, (_, values) in zip(ids, way)})
        for id_ in ids:
            found[id_] |= classes[id_]
    return found


def ends(quotas, answer):
    """What each quota goes by may be anything from its least to its most: its ends are tried."""
    values = [answer.subject.value(quota.by) for quota in quotas]
    return list(product(*({one.least, one.most} for one in values)))


def limit_class(standard, quota, classes, values):
    order = [one.name for one in standard.outcomes]
    at = order.index(quota.outcome)
    classed = {id_: max(map(order.index, one)) for id_, one in classes.items() if one <= set(order)}
    wide = len(order) if quota.of == "all" else order.index(quota.of)
    base = sum(one <= wide if quota.of == "all" or quota.better else one == wide for one in classed.values())
    most = quota.few_most if quota.few is not None and base < quota.few else floor(quota.share * base / 100)
    having = [id_ for id_, one in classed.items() if one <= at]
    if len(having) <= most:
        return
    for id_ in having:
        before = sum(values[other] > values[id_] for other in having)
        tied = sum(values[other] == values[id_] for other in having)
        if before >= most:
            classes[id_] = {order[at + 1]}
        elif before + tied > most:
            classes[id_] = classes[id_] | {order[at + 1]}
