# SPDX-License-Identifier: Apache-2.0
"""Findings and points of the criteria of one standard."""
from fractions import Fraction
from itertools import product

from .contents import judged_name
from .rulebook import children, locate
from .values import NA, NO, YES, Value, at_least, conjunction, disjunction, map_monotone, negation, rounded, truth_of, without_zero


class State:
    """One way in which a scored criterion can come out: with this maximum, from `least` to `most` points; or not applicable."""

    def __init__(self, least, most, maximum, na=False):
        self.least, self.most, self.maximum, self.na = least, most, maximum, na


def merged(states):
    """Ways that differ in their points alone are one."""
    found = {}
    for one in states:
        known = found.setdefault((one.maximum, one.na), State(one.least, one.most, one.maximum, one.na))
        known.least, known.most = min(known.least, one.least), max(known.most, one.most)
    return list(found.values())


class Criteria:
    def __init__(self, subject):
        self.subject = subject
        self.standard = subject.standard
        self.findings = {}  # clause -> set of values
        self.scores = {}    # clause -> states, of scored criteria
        for one in self.standard.criteria:
            self.judge(one, one.clause, event=False)

    def judge(self, one, clause, event):
        """The finding of a criterion, with those of its parts; of an event, whether the clause is met."""
        rule = one.rule
        if rule.kind in ("when", "combination", "same_as"):
            truth = self.plain(rule, clause)
            states = None
            if event:
                truth = negation(truth)
        else:
            truth, states = self.scored(one, clause)
        exception = disjunction(self.subject.truth(e) for e in one.unless)
        guard = conjunction([frozenset({YES})] + [only_if(self.subject.truth(e)) for e in one.only_where])
        truth = guarded(saved(truth, exception), guard)
        self.findings[clause] = truth
        if states is not None:
            states = guarded_states(saved_states(states, exception), guard, self.maximum(rule))
            self.scores[clause] = merged(states)
        return truth

    def plain(self, rule, clause):
        if rule.kind == "when":
            return self.subject.truth(rule.when)
        if rule.kind == "same_as":
            return self.brought_in(rule, clause)
        truths = [self.judge(part, f"{clause}.{part.clause}", event=rule.how == "none") for part in rule.parts]
        if rule.how == "at_least":
            return at_least(rule.needed, truths)
        return disjunction(truths) if rule.how == "any" else conjunction(truths)

    def brought_in(self, rule, clause):
        """Clauses of this standard, or of another of the same document, with the facts that they read."""
        truths = []
        home = self.standard
        if rule.standard:
            home = next(s for s in self.standard.document.standards if s.name == rule.standard)
            for fact in home.facts:
                self.subject.declared.setdefault(fact.name, fact)
        for name in rule.clauses:
            parts, at = locate(home, name)
            whole = locate(home, name.rpartition(".")[0])
            event = bool(whole) and getattr(whole[0][whole[1]].rule, "how", "") == "none"
            truths.append(self.judge(parts[at], f"{clause}/{name}", event))
        return conjunction(truths)

    # Points

    def scored(self, one, clause):
        rule = one.rule
        states = {
            "lines": self.lines, "for_combination": self.for_combination, "proportion": self.proportion, "less": self.less,
            "scale": self.scale, "judged": self.judged, "sum": self.sum_of_parts, "plus": self.extra, "minus": self.extra,
        }[rule.kind](rule, clause)
        for state in states:
            if not state.na:
                state.least, state.most = rounded(state.least, one.rounding), rounded(state.most, one.rounding)
        if rule.kind == "sum" and rule.how == "sum" and not rule.bounded:
            return conjunction(self.findings[f"{clause}.{part.clause}"] for part in rule.parts), states
        return met(states), states

    def maximum(self, rule):
        """The most that a criterion counts for in the total, whatever applies."""
        if rule.kind in ("lines", "for_combination", "proportion", "less", "judged"):
            return rule.most
        if rule.kind == "scale":
            return max([points for _, _, points in rule.levels] + [rule.otherwise])
        if rule.kind == "sum":
            return rule.most if rule.most is not None else joined(rule.how, [self.maximum(p.rule) for p in rule.parts])
        return 0

    def levels(self, lines, otherwise, maximum):
        """The points of the first line whose condition holds; lines that all do not apply make the criterion not apply."""
        points, all_na, some_no = [], True, False
        for value, truth in lines:
            if YES in truth:
                points.append(value)
            if truth == {YES}:
                return [State(min(points), max(points), maximum)]
            all_na = all_na and NA in truth
            some_no = some_no or NO in truth
        if some_no:
            points.append(otherwise)
        found = [State(min(points), max(points), maximum)] if points else []
        return found + ([State(0, 0, maximum, na=True)] if all_na else [])

    def lines(self, rule, _):
        return self.levels([(points, self.subject.truth(c)) for points, c in rule.lines], rule.otherwise, rule.most)

    def for_combination(self, rule, clause):
        return self.levels([(rule.most, self.plain(rule.combination, clause))], 0, rule.most)

    def measured(self, value, points, maximum):
        """Points that rise or fall with a value."""
        given = map_monotone(points, value)
        found = [] if given.least is None else [State(given.least, given.most, maximum)]
        return found + ([State(0, 0, maximum, na=True)] if given.na else [])

    def share(self, part, whole):
        """In percent; a share of nothing does not apply."""
        upper = self.subject.value(part)
        if whole is None:
            return upper
        lower = without_zero(self.subject.value(whole), self.subject.unit(whole))
        return map_monotone(lambda a, b: a * 100 / b, upper, lower)

    def proportion(self, rule, _):
        return self.measured(self.share(rule.part, rule.whole), lambda p: min(max(rule.most * p / 100, 0), rule.most), rule.most)

    def less(self, rule, _):
        return self.measured(self.subject.value(rule.of), lambda x: min(max(rule.most - rule.each * x, rule.least), rule.most), rule.most)

    def scale(self, rule, _):
        value = self.share(rule.part, rule.whole)
        holds = {">=": lambda a, b: a >= b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, "<": lambda a, b: a < b}

        def points(x):
            return next((p for relation, limit, p in rule.levels if holds[relation](x, limit)), rule.otherwise)
        return self.measured(value, points, self.maximum(rule))

    def judged(self, rule, clause):
        name = judged_name(clause)
        told = self.subject.told.get(name)
        value = Value(0, rule.most, False) if told is None else self.subject.range_of(name)
        return [State(value.least, value.most, rule.most)]

    def extra(self, rule, _):
        sign = 1 if rule.kind == "plus" else -1
        if rule.when:
            states = self.levels([(sign * rule.each, self.subject.truth(rule.when))], 0, 0)
            return states
        bound = rule.most

        def points(x):
            given = rule.each * max(x, 0)
            return sign * (given if bound is None else min(given, bound))
        return self.measured(self.subject.value(rule.of), points, 0)

    def sum_of_parts(self, rule, clause):
        ways = []
        for part in rule.parts:
            name = f"{clause}.{part.clause}"
            truth = self.judge(part, name, event=False)
            ways.append(self.scores.get(name) or without_points(truth))
        found = []
        for way in product(*ways):
            if all(one.na for one in way):
                found.append(State(0, 0, self.maximum(rule), na=True))
                continue
            counted = [self.counted(one) for one in way] if rule.how == "sum" else [one for one in way if not one.na]
            least, most, maximum = (joined(rule.how, [getattr(one, side) for one in counted]) for side in ("least", "most", "maximum"))
            if rule.bounded:
                least, most, maximum = min(max(least, 0), rule.most), min(max(most, 0), rule.most), rule.most
            found.append(State(least, most, maximum))
        return merged(found)

    def counted(self, state):
        """What a criterion adds to a sum, by what the standard says of those that do not apply."""
        if not state.na:
            return state
        full = state.maximum if self.standard.not_applicable == "counts as full" else 0
        return State(full, full, full)

    # The total

    def is_scored(self):
        return bool(self.scores)

    def own_scores(self):
        return {c.clause: self.scores[c.clause] for c in self.standard.criteria if c.clause in self.scores}

    def totals(self):
        """Each way in which the total can come out, with the maximum of what counts."""
        sums = [State(0, 0, 0)]
        for states in self.own_scores().values():
            added = [self.counted(one) for one in states]
            sums = merged(State(a.least + b.least, a.most + b.most, a.maximum + b.maximum) for a in sums for b in added)
        return [State(self.total_of(s.least, s.maximum), self.total_of(s.most, s.maximum), s.maximum) for s in sums]

    def total_of(self, points, maximum):
        of = self.standard
        if of.not_applicable == "is rescaled":
            points = points * of.points / maximum if maximum else 0
        points = rounded(points, of.rounding)
        return points if of.most is None else min(points, of.most)

    def total(self):
        ways = self.totals()
        return min(w.least for w in ways), max(w.most for w in ways)

    def total_maximum(self):
        ways = self.totals()
        return min(w.maximum for w in ways), max(w.maximum for w in ways)

    def points_of(self, clause):
        ways = [self.counted(one) for one in self.scores[clause]]
        return min(w.least for w in ways), max(w.most for w in ways)

    def parts_of(self, clause):
        """The clauses of the parts of a criterion; of the standard itself without one."""
        if clause is None:
            return [one.clause for one in self.standard.criteria]
        parts, at = locate(self.standard, clause)
        return [f"{clause}.{part.clause}" for part in children(parts[at].rule)]


def only_if(truth):
    """A guard that does not apply does not hold."""
    return frozenset(NO if one == NA else one for one in truth)


def saved(truth, exception):
    found = {one for one in truth if one != NO}
    if NO in truth and YES in exception:
        found.add(YES)
    if NO in truth and exception != {YES}:
        found.add(NO)
    return frozenset(found)


def guarded(truth, guard):
    return frozenset((truth if YES in guard else set()) | ({NA} if NO in guard else set()))


def saved_states(states, exception):
    """Where the exception holds, the maximum."""
    if YES not in exception:
        return states
    if exception == {YES}:
        return [one if one.na else State(one.maximum, one.maximum, one.maximum) for one in states]
    return [one if one.na else State(min(one.least, one.maximum), max(one.most, one.maximum), one.maximum) for one in states]


def guarded_states(states, guard, maximum):
    return (states if YES in guard else []) + ([State(0, 0, maximum, na=True)] if NO in guard else [])


def without_points(truth):
    states = [State(0, 0, 0)] if truth - {NA} else []
    return states + ([State(0, 0, 0, na=True)] if NA in truth else [])


def met(states):
    """A scored criterion is met that loses nothing."""
    found = frozenset()
    for one in states:
        found |= frozenset({NA}) if one.na else truth_of(one.most >= one.maximum, one.least < one.maximum)
    return found


def joined(how, numbers):
    if how == "least":
        return min(numbers)
    if how == "greatest":
        return max(numbers)
    return Fraction(sum(numbers)) / (len(numbers) if how == "mean" else 1)
