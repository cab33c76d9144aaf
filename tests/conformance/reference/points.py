# SPDX-License-Identifier: Apache-2.0
"""What the criteria of one standard give, and what they count for."""
from fractions import Fraction
from itertools import product

from .contents import judged_fact
from .values import NA, NO, YES, Value, conjunction, map_monotone, rounded, truth_of, without_zero

LEAST, GREATEST, MEAN = "least", "greatest", "mean"


class State:
    """One way in which a scored criterion can come out: it gives `least` to `most` points and counts for `whole`; or does not apply."""

    def __init__(self, least, most, whole, na=False):
        self.least, self.most, self.whole, self.na = least, most, whole, na


NOT_APPLICABLE = State(0, 0, 0, na=True)


def merged(states):
    """Ways that differ in their points alone are one."""
    found = {}
    for one in states:
        known = found.setdefault((one.whole, one.na), State(one.least, one.most, one.whole, one.na))
        known.least, known.most = min(known.least, one.least), max(known.most, one.most)
    return list(found.values())


class Points:
    def __init__(self, criteria):
        self.criteria = criteria
        self.subject = criteria.subject
        self.standard = criteria.standard
        self.scores = {}  # clause -> states, of scored criteria
        self.maxima = {}  # clause -> what it counts for where all of it applies
        self.judged_facts = {}  # name in data -> rule

    def scored(self, one, clause, home):
        """The finding of a criterion that gives points, and its states."""
        rule = one.rule
        if rule.kind == "sum":
            return self.of_parts(one, clause, home)
        truth = None
        if rule.kind == "for_combination":
            truth = self.criteria.plain(rule.combination, clause, home)
            states = self.levels([(rule.most, truth)], 0, rule.most)
        elif rule.kind == "lines":
            truths = [(points, self.subject.truth(c)) for points, c in rule.lines]
            truth = truths[0][1] if len(truths) == 1 and rule.otherwise is None else None
            chosen = [line for line, (_, c) in zip(truths, rule.lines) if not (line[1] == {NO} and self.subject.settled_by_readings(c))]
            truths = chosen or truths
            states = self.levels(truths, rule.otherwise or 0, rule.most)
        elif rule.kind in ("plus", "minus"):
            states = self.extra(rule)
        elif rule.kind == "judged":
            states = self.judged(one, clause)
        elif rule.kind == "proportion":
            states = self.proportion(rule, one.rounding)
            return met(states), states
        else:
            states = {"less": self.less, "scale": self.scale}[rule.kind](rule)
        for state in states:
            state.least, state.most = rounded(state.least, one.rounding), rounded(state.most, one.rounding)
        return (met(states) if truth is None else truth), states

    def maximum(self, one, clause):
        """What a criterion counts for where all of it applies."""
        rule = one.rule
        if rule.kind in ("plus", "minus"):
            return Fraction(0)
        if rule.kind == "scale":
            return max([points for _, _, points in rule.levels] + [rule.otherwise])
        if rule.kind == "same_as":
            return sum(self.maxima.get(f"{clause}/{name}", 0) for name in rule.clauses)
        if rule.most is not None:
            return rule.most
        found = joined(rule.how, [self.maxima[name] for name in self.names_of(rule, clause) if name in self.maxima])
        return rounded(found, one.rounding) if rule.how == MEAN else found

    # Rules without parts that give points

    def levels(self, lines, otherwise, whole):
        """The points of the first line whose condition holds; lines that all do not apply make the criterion not apply."""
        points, all_na, some_no = [], True, False
        for value, truth in lines:
            if YES in truth:
                points.append(value)
            if truth == {YES}:
                return [State(min(points), max(points), whole)]
            all_na = all_na and NA in truth
            some_no = some_no or NO in truth
        if some_no:
            points.append(otherwise)
        found = [State(min(points), max(points), whole)] if points else []
        return found + ([State(0, 0, 0, na=True)] if all_na else [])

    def measured(self, value, points, whole):
        """Points that rise or fall with a value."""
        given = map_monotone(points, value)
        found = [] if given.least is None else [State(given.least, given.most, whole)]
        return found + ([State(0, 0, 0, na=True)] if given.na else [])

    def share(self, part, whole):
        """In percent; a share of nothing does not apply."""
        upper = self.subject.value(part)
        if whole is None:
            return upper
        lower = without_zero(self.subject.value(whole), self.subject.unit(whole))
        return map_monotone(lambda a, b: a * 100 / b, upper, lower)

    def proportion(self, rule, rounding):
        def points(share):  # rounded before it is bounded
            return min(max(rounded(rule.most * share / 100, rounding), 0), rule.most)
        return self.measured(self.share(rule.part, rule.whole), points, rule.most)

    def less(self, rule):
        return self.measured(self.subject.value(rule.of), lambda x: min(max(rule.most - rule.each * x, rule.least), rule.most), rule.most)

    def scale(self, rule):
        holds = {">=": lambda a, b: a >= b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, "<": lambda a, b: a < b}

        def points(x):
            return next((p for relation, limit, p in rule.levels if holds[relation](x, limit)), rule.otherwise)
        whole = max([one for _, _, one in rule.levels] + [rule.otherwise])
        return self.measured(self.share(rule.part, rule.whole), points, whole)

    def judged(self, one, clause):
        name = judged_fact(one, clause)
        self.judged_facts[name] = one.rule
        value = self.subject.range_of(name) if name in self.subject.told else Value(0, one.rule.most, False)
        return [State(value.least, value.most, one.rule.most)]

    def extra(self, rule):
        sign = 1 if rule.kind == "plus" else -1
        if rule.when:
            return self.levels([(sign * rule.each, self.subject.truth(rule.when))], 0, 0)

        def points(x):
            given = rule.each * max(x, 0)
            return sign * (given if rule.most is None else min(given, rule.most))
        return self.measured(self.subject.value(rule.of), points, 0)

    # Parts

    def names_of(self, rule, clause):
        return [f"{clause}.{part.clause}" for part in rule.parts]

    def of_parts(self, one, clause, home):
        rule = one.rule
        names = self.names_of(rule, clause)
        truths = [self.criteria.judge(part, name, False, home) for part, name in zip(rule.parts, names)]
        states = self.together(rule.how, names)
        if rule.bounded:
            states = [state if state.na else State(min(max(state.least, 0), rule.most), min(max(state.most, 0), rule.most),
                                                   min(state.whole, rule.most)) for state in states]
        for state in states:
            if not state.na:
                state.least, state.most = rounded(state.least, one.rounding), rounded(state.most, one.rounding)
                state.whole = rounded(state.whole, one.rounding) if rule.how == MEAN else state.whole
        if rule.how in (LEAST, GREATEST) or rule.bounded:
            return met(states), merged(states)
        return conjunction(truths), merged(states)

    def together(self, how, names):
        """What parts give and count for together, by every way in which each may come out."""
        scored = [name for name in names if name in self.scores]
        others = conjunction(self.criteria.findings[name] for name in names if name not in self.scores)
        found = []
        for way in product(*(self.scores[name] for name in scored)):
            applying = [(name, one) for name, one in zip(scored, way) if not one.na]
            if not applying:
                # A part without points that applies: the whole applies, with what one that does not apply has.
                full = self.full(joined(how, [self.maxima[name] for name in scored]))
                found += [NOT_APPLICABLE] if NA in others else []
                found += [State(full, full, full)] if others - {NA} else []
                continue
            counted = [self.counted(name, one) for name, one in zip(scored, way)] if how == "sum" else [one for _, one in applying]
            found.append(State(*(joined(how, [getattr(one, side) for one in counted]) for side in ("least", "most", "whole"))))
        return merged(found)

    def full(self, maximum):
        return maximum if self.standard.not_applicable == "counts as full" else Fraction(0)

    def counted(self, clause, state):
        """What a criterion gives and counts for, by what the standard says of those that do not apply."""
        if not state.na:
            return state
        full = self.full(self.maxima[clause])
        return State(full, full, full)

    # The total

    def own(self):
        return [c.clause for c in self.standard.criteria if c.clause in self.scores]

    def ways(self, clause):
        return [self.counted(clause, one) for one in self.scores[clause]]

    def totals(self):
        """Each way in which the total can come out, with what counts."""
        sums = [State(0, 0, 0)]
        for clause in self.own():
            sums = merged(State(a.least + b.least, a.most + b.most, a.whole + b.whole) for a in sums for b in self.ways(clause))
        return [State(self.total_of(s.least, s.whole), self.total_of(s.most, s.whole), s.whole) for s in sums]

    def stated(self):
        """The points of the standard, or what those of its criteria add up to where it states none."""
        of = self.standard.points
        return of if of is not None else sum(self.maxima[clause] for clause in self.own())

    def total_of(self, points, whole):
        of = self.standard
        if of.not_applicable == "is rescaled":
            points = points * self.stated() / whole if whole else 0
        points = rounded(points, of.rounding)
        return points if of.most is None else min(points, of.most)

    def total(self):
        ways = self.totals()
        return min(w.least for w in ways), max(w.most for w in ways)

    def total_maximum(self):
        if self.standard.not_applicable == "is rescaled":
            return self.stated(), self.stated()
        ways = self.totals()
        return min(w.whole for w in ways), max(w.whole for w in ways)

    def told(self, clause):
        ways = self.ways(clause)
        return min(w.least for w in ways), max(w.most for w in ways)

    def counts_for(self, clause):
        ways = self.ways(clause)
        return min(w.whole for w in ways), max(w.whole for w in ways)

    def value(self, clause):
        """`points of CLAUSE`: no value where they are left out."""
        if self.standard.not_applicable == "counts as full":
            return Value(*self.told(clause), False)
        ways = [one for one in self.scores[clause] if not one.na]
        if not ways:
            return Value(None, None, True)
        return Value(min(w.least for w in ways), max(w.most for w in ways), len(ways) < len(self.scores[clause]))


def saved_states(states, exception):
    """Where the exception holds, a criterion gives what it counts for."""
    if YES not in exception:
        return states
    if exception == {YES}:
        return [one if one.na else State(one.whole, one.whole, one.whole) for one in states]
    return [one if one.na else State(min(one.least, one.whole), max(one.most, one.whole), one.whole) for one in states]


def guarded_states(states, guard):
    return (states if YES in guard else []) + ([NOT_APPLICABLE] if NO in guard else [])


def met(states):
    """A scored criterion is met that loses nothing."""
    found = frozenset()
    for one in states:
        found |= frozenset({NA}) if one.na else truth_of(one.most >= one.whole, one.least < one.whole)
    return found


def joined(how, numbers):
    if how == LEAST:
        return min(numbers)
    if how == GREATEST:
        return max(numbers)
    return Fraction(sum(numbers)) / (len(numbers) if how == MEAN else 1)
