# SPDX-License-Identifier: Apache-2.0
"""The answer for one subject by one standard."""
from fractions import Fraction

from .criteria import Criteria
from .subject import Subject
from .values import NA, NO, YES, Value, conjunction, negation, truth_of


class Assessment:
    def __init__(self, standard, told, on, year=None, readings=None):
        self.standard = standard
        self.subject = Subject(standard, told, on, year, readings)
        self.subject.asked = self
        self.criteria = Criteria(self.subject)
        self.adjustments = []
        self.possible = self.decide()

    # What outcomes, adjustments, exits and quotas may ask

    def outcomes(self):
        return self.possible

    def truth(self, e):
        findings = self.criteria.findings
        if e[0] == "every_met":
            return conjunction([frozenset({YES})] + [findings[c.clause] for c in self.standard.criteria])
        if e[0] == "every_share":
            points = self.criteria.points
            return conjunction([frozenset({YES})] + [share_kept(points.scores[clause], e[1]) for clause in points.own()])
        if e[0] == "criterion":
            found = findings[e[1]]
            return negation(found) if e[2] else found
        raise KeyError(e)

    def value(self, e):
        if e[0] == "total":
            return Value(*self.criteria.points.total(), False)
        if e[0] == "points":
            return self.criteria.points.value(e[1])
        if e[0] == "count_met":
            parts = [self.criteria.findings[c] for c in self.criteria.parts_of(e[1])]
            return Value(Fraction(sum(p == {YES} for p in parts)), Fraction(sum(YES in p for p in parts)), False)
        raise KeyError(e)

    # The outcome

    def decide(self):
        possible = set()
        for one in self.standard.exits:
            truth = self.subject.truth(one.when)
            if YES in truth:
                possible.add(one.outcome)
            if truth == {YES}:
                return possible
        classes = set()
        for one in self.standard.outcomes:
            truth = frozenset({YES}) if one.when is None else self.subject.truth(one.when)
            if YES in truth:
                classes.add(one.name)
            if truth == {YES}:
                break
        return possible | self.adjusted(classes)

    def adjusted(self, classes):
        order = [one.name for one in self.standard.outcomes]
        for one in self.standard.adjustments:
            truth = self.subject.truth(one.when)
            if YES not in truth:
                continue
            changed = {name: moved(one, name, order) for name in classes}
            if all(name == to for name, to in changed.items()):
                continue
            surely = truth == {YES} and all(name != to for name, to in changed.items())
            self.adjustments.append((f"{one.how} {one.outcome}", "applied" if surely else "possible"))
            classes = set(changed.values()) | (set() if truth == {YES} else classes)
        return classes

    # As JSON has it

    def told(self):
        """Findings, outcomes and, in a scored standard, numbers."""
        answer = {
            "outcomes": sorted(self.possible),
            "excepted": self.criteria.excepted,
            "findings": {clause: status(truth) for clause, truth in self.criteria.findings.items()},
        }
        if self.criteria.is_scored():
            points = self.criteria.points
            answer["total"] = texts(points.total())
            answer["maximum"] = texts(points.total_maximum())
            answer["points"] = {clause: texts(points.told(clause)) for clause in points.scores}
            answer["maxima"] = {clause: texts(points.counts_for(clause)) for clause in points.scores}
        answer["adjustments"] = [{"rule": rule, "status": how} for rule, how in self.adjustments]
        return answer


def moved(adjustment, name, order):
    """Where an adjustment puts a class; the better stands before the worse."""
    at, to = order.index(name), order.index(adjustment.outcome)
    return order[{"at most": max(at, to), "at least": min(at, to), "exactly": to}[adjustment.how]]


def share_kept(states, share):
    found = frozenset()
    for one in states:
        needed = one.whole * share / 100
        found |= frozenset({YES}) if one.na or not one.whole else truth_of(one.most >= needed, one.least < needed)
    return found


def status(truth):
    if truth == {YES}:
        return "met"
    if truth == {NO}:
        return "not_met"
    return "not_applicable" if truth == {NA} else "unknown"


def text(number):
    """A decimal, exactly; what has none is no number that an answer can hold."""
    number = Fraction(number)
    scaled = number * 10 ** 6
    if scaled.denominator != 1:
        raise ValueError(f"{number} is no decimal of six digits")
    whole = abs(int(scaled))
    digits = f"{whole // 10 ** 6}.{whole % 10 ** 6:06}".rstrip("0").rstrip(".")
    return ("-" if scaled < 0 else "") + digits


def texts(interval):
    return [text(end) for end in interval]
