# SPDX-License-Identifier: Apache-2.0
"""Findings of the criteria of one standard."""
from .points import Points, guarded_states, merged, saved_states
from .rulebook import locate
from .values import NA, NO, YES, at_least, conjunction, disjunction, negation


class Criteria:
    def __init__(self, subject):
        self.subject = subject
        self.standard = subject.standard
        self.findings = {}  # clause -> set of values
        self.excepted = []  # clauses that an exception saved
        self.points = Points(self)
        for one in self.standard.criteria:
            self.judge(one, one.clause, False, self.standard)

    @property
    def scores(self):
        return self.points.scores

    def judge(self, one, clause, event, home):
        """The finding of a criterion, with those of its parts; of an event, whether the clause is met. `home` is the standard in which the
        criterion stands."""
        rule = one.rule
        if rule.kind == "same_as":
            truth, states = self.brought_in(rule, clause, home)
        elif rule.kind in ("when", "combination"):
            truth, states = self.plain(rule, clause, home), None
        else:
            truth, states = self.points.scored(one, clause, home)
        if event:
            truth = negation(truth)
        exception = disjunction(self.subject.truth(e) for e in one.unless)
        guard = conjunction([frozenset({YES})] + [only_if(self.subject.truth(e)) for e in one.only_where])
        self.findings[clause] = guarded(saved(truth, exception), guard)
        if NO in truth and exception == {YES} and guard == {YES}:
            self.excepted.append(clause)
        if states is not None:
            self.points.scores[clause] = merged(guarded_states(saved_states(states, exception), guard))
            self.points.maxima[clause] = self.points.maximum(one, clause)
        return self.findings[clause]

    def plain(self, rule, clause, home):
        if rule.kind == "when":
            return self.subject.truth(rule.when)
        truths = [self.judge(part, f"{clause}.{part.clause}", rule.how == "none", home) for part in rule.parts]
        if rule.how == "at_least":
            return at_least(rule.needed, truths)
        return disjunction(truths) if rule.how == "any" else conjunction(truths)

    def brought_in(self, rule, clause, home):
        """Clauses of the same standard, or of another of its document, with the facts and readings that they read: their findings, and the sum of
        their points where they give some."""
        if rule.standard:
            home = home.sister(rule.standard)
            self.subject.bring_in(home)
        truths, names = [], []
        for name in rule.clauses:
            parts, at = locate(home, name)
            whole = locate(home, name.rpartition(".")[0])
            event = bool(whole) and is_none_of(whole[0][whole[1]].rule)
            names.append(f"{clause}/{name}")
            truths.append(self.judge(parts[at], names[-1], event, home))
        scored = any(name in self.scores for name in names)
        return conjunction(truths), self.points.together("sum", names) if scored else None

    # What outcomes, quotas and the like ask

    def is_scored(self):
        return bool(self.scores)

    def parts_of(self, clause):
        """The clauses of the parts of a criterion; of the standard itself without one."""
        if clause is None:
            return [one.clause for one in self.standard.criteria]
        depth = len(clause)
        within = [one for one in self.findings if one.startswith(clause) and one[depth:depth + 1] in (".", "/")]
        rule = self.rule_of(clause)
        if rule is not None and rule.kind == "same_as":
            return [f"{clause}/{name}" for name in rule.clauses]
        return [one for one in within if "." not in one[depth + 1:] and "/" not in one[depth + 1:]]

    def rule_of(self, clause):
        if "/" in clause:
            return None
        parts, at = locate(self.standard, clause)
        return parts[at].rule


def is_none_of(rule):
    """Whether the parts of a criterion are events."""
    return getattr(getattr(rule, "combination", rule), "how", "") == "none"


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
