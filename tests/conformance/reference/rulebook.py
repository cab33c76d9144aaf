# SPDX-License-Identifier: Apache-2.0
"""The standards of some files as they are on a day and in a place, amendments worked in."""
import copy
from datetime import date
from types import SimpleNamespace as Node

from .parser import parse
from .scanner import composed


class NotInForce(Exception):
    """No version of the standard is in force on the day."""


class Rulebook:
    def __init__(self, texts):
        self.documents = []
        self.found = {}
        documents = [one for text in texts for one in parse(text)]
        for one in sorted(documents, key=lambda d: d.part):  # parts after what they are of, whatever the order of files
            self.add(one)

    def add(self, one):
        if one.part:
            opened = next(d for d in self.documents if d.number == one.number)
            opened.standards += one.standards
            opened.amendments += one.amendments
            opened.examples += one.examples
        else:
            self.documents.append(one)

    def end(self, document):
        """The first day on which a document is no longer in force: its own, or that of the one that replaces it."""
        ends = [d.start for d in self.documents if document.number in d.replaces] + ([document.end] if document.end else [])
        return min(ends, default=date.max)

    def in_force(self, document, on, place=""):
        return document.start <= on < self.end(document) and document.place in ("", composed(place))

    def names(self):
        return [s.name for d in self.documents for s in d.standards]

    def find(self, name, on, place=""):
        """The standard of that name, consolidated."""
        key = name, on, place
        if key not in self.found:
            self.found[key] = next((self.consolidated(document, one, on, place) for document in self.documents
                                    for one in document.standards if one.name == name and self.in_force(document, on, place)), None)
        if self.found[key] is None:
            raise NotInForce(name)
        return self.found[key]

    def for_kind(self, kind, on, place=""):
        return [one for one in self.all_in_force(on, place) if kind in one.kinds]

    def all_in_force(self, on, place=""):
        names = dict.fromkeys(s.name for d in self.documents for s in d.standards if self.in_force(d, on, place))
        return [self.find(name, on, place) for name in names]

    def first_day(self, name):
        return min(d.start for d in self.documents for s in d.standards if s.name == name)

    def consolidated(self, document, standard, on, place):
        one = copy.deepcopy(standard)
        one.document = document
        one.facts = document.facts + one.facts
        one.rulebook = self
        one.on, one.place = on, place
        one.sister = lambda name: self.find(name, on, place)
        amending = [d for d in self.documents if document.number in d.amends and self.in_force(d, on, place)]
        for by in sorted(amending, key=lambda d: d.start):
            mine = [amendment for amendment in by.amendments if amendment.standard == one.name]
            one.facts = one.facts + (by.facts if mine else [])
            for amendment in mine:
                amend(one, amendment)
        return one


def amend(standard, amendment):
    standard.facts = standard.facts + amendment.facts
    for how, what in amendment.changes:
        if how == "repeal":
            for clause in what:
                repeal(standard, clause)
        elif how == "add":
            add(standard, *what)
        else:
            replace(standard, what)


def locate(standard, clause):
    """The list that a criterion stands in, its place there, and its own short clause."""
    def within(parts, prefix):
        for at, one in enumerate(parts):
            whole = prefix + one.clause
            if whole == clause:
                return parts, at
            if clause.startswith(whole + "."):
                found = within(children(one.rule), whole + ".")
                if found:
                    return found
        return None
    return within(standard.criteria, "")


def children(rule):
    if rule.kind == "for_combination":
        return rule.combination.parts
    return getattr(rule, "parts", [])


def repeal(standard, clause):
    parts, at = locate(standard, clause)
    del parts[at]


def add(standard, where, what):
    if where == "criteria" and "." in what.clause:
        whole, _, short = what.clause.rpartition(".")
        found = locate(standard, whole)
        if found:
            parts, at = found
            children(parts[at].rule).append(Node(**{**vars(what), "clause": short}))
            return
    getattr(standard, where).append(what)


def replace(standard, what):
    if hasattr(what, "clause"):
        parts, at = locate(standard, what.clause)
        parts[at] = Node(**{**vars(what), "clause": parts[at].clause})
    if getattr(what, "window", None):
        standard.window = what.window
    if getattr(what, "points", None) is not None:
        standard.points, standard.most = what.points, what.most
    if getattr(what, "outcomes", None):
        replace_outcomes(standard, what.outcomes)


def replace_outcomes(standard, outcomes):
    """A class list in the place of the one there, or one outcome in the place of that of its name."""
    if outcomes[0].of_classes:
        at = next(i for i, one in enumerate(standard.outcomes) if one.of_classes)
        standard.outcomes = [one for one in standard.outcomes if not one.of_classes]
        standard.outcomes[at:at] = outcomes
    else:
        standard.outcomes = [outcomes[0] if one.name == outcomes[0].name else one for one in standard.outcomes]
