# SPDX-License-Identifier: Apache-2.0
"""Rule files, by the rules of dsl/grammar.ebnf, as plain objects."""
from types import SimpleNamespace as Node

from .criterion_parser import criterion
from .example_parser import example
from .fact_parser import cited, facts, options, rounding, texts_and_cites
from .outcome_parser import adjustment, classes, exit_rule, exit_sees, outcome, quota
from .scanner import Scanner


def parse(text):
    """The documents of a file, each with its standards, amendments and examples; `part of` opens a document again."""
    s = Scanner(text)
    documents = []
    while not s.done():
        if s.accept("document"):
            documents.append(document(s))
        elif s.accept("part of"):
            documents.append(Node(number=s.named(), part=True, standards=[], amendments=[], examples=[]))
        elif s.accept("standard"):
            documents[-1].standards.append(standard(s))
        elif s.accept("amend"):
            documents[-1].amendments.append(amendment(s))
        elif s.accept("example"):
            documents[-1].examples.append(example(s))
        else:
            s.fail("a document, a standard or an example")
    return documents


def document(s):
    one = Node(number=s.named(), part=False, start=None, end=None, replaces=[], amends=[], place="", status="", facts=[],
               standards=[], amendments=[], examples=[])
    s.expect("{")
    while not s.accept("}"):
        if s.accept("title") or s.accept("issuer") or s.accept("note"):
            s.texts()
        elif s.accept("status"):
            one.status = s.name()
        elif s.accept("in force from"):
            one.start = s.date()
            one.end = s.date() if s.accept("to") else None
        elif s.accept("replaces"):
            one.replaces.append(s.named())
        elif s.accept("amends"):
            one.amends.append(s.named())
        elif s.accept("place"):
            one.place = s.named()
        elif s.accept("source"):
            s.string()
        elif s.accept("facts"):
            one.facts += facts(s)
        else:
            s.fail("an item of a document")
    return one


def standard(s):
    one = Node(name=s.name(), kinds=[], window=None, exits=[], points=None, most=None, rounding=None, not_applicable=None,
               readings=[], facts=[], criteria=[], outcomes=[], adjustments=[], quotas=[], may_only_add=False)
    s.expect("for")
    one.kinds = s.listed(s.name)
    s.expect("{")
    while not s.accept("}"):
        standard_item(s, one)
    return one


def standard_item(s, one):
    if s.accept("title") or s.accept("note"):
        s.texts()
    elif s.accept("cite"):
        s.cites()
    elif s.accept("facts"):
        one.facts += facts(s)
    elif s.accept("criterion"):
        one.criteria.append(criterion(s))
    elif s.accept("reading"):
        one.readings.append(reading(s))
    elif s.accept("quota"):
        one.quotas.append(quota(s))
    elif s.accept("places may only add"):
        one.may_only_add = True
        cited(s)
    elif s.accept("total"):
        s.expect("rounded")
        one.rounding = rounding(s)
        cited(s)
    elif s.accept("not applicable"):
        one.not_applicable = next((w for w in ("counts as full", "is left out", "is rescaled") if s.accept(w)), None) or s.fail("counts or is")
        cited(s)
    elif exit_sees(s):
        one.exits.append(exit_rule(s))
    elif s.sees("at") or s.sees("exactly"):
        one.adjustments.append(adjustment(s))
    else:
        replaceable(s, one)


def replaceable(s, one):
    """The items that a document that amends may put in the place of others."""
    if s.accept("window"):
        first = s.month_day()
        s.expect("..")
        one.window = (first, s.month_day())
    elif s.accept("decide before"):
        s.month_day()
        if s.accept("by"):
            s.texts()
    elif s.accept("points"):
        one.points = one.most = s.number()
        if s.accept("up to"):
            one.most = s.number()
    elif s.accept("outcome"):
        one.outcomes.append(outcome(s))
    elif s.accept("classes by total"):
        one.outcomes += classes(s)
    else:
        s.fail("an item of a standard")
    cited(s)


def reading(s):
    name = s.name()
    s.expect("one of")
    choices = options(s)
    s.expect("default")
    default = s.name()
    texts_and_cites(s)
    return Node(name=name, options=choices, default=default)


def amendment(s):
    one = Node(standard=s.name(), changes=[], facts=[])
    s.expect("{")
    while not s.accept("}"):
        if s.accept("note"):
            s.texts()
        elif s.accept("facts"):
            one.facts += facts(s)
        elif s.accept("add"):
            one.changes.append(("add", added(s)))
        elif s.accept("replace"):
            one.changes.append(("replace", replaced(s)))
        else:
            s.expect("repeal criterion")
            one.changes.append(("repeal", s.listed(s.clause)))
    return one


def added(s):
    if s.accept("criterion"):
        return ("criteria", criterion(s))
    if s.accept("reading"):
        return ("readings", reading(s))
    return ("exits", exit_rule(s)) if exit_sees(s) else ("adjustments", adjustment(s))


def replaced(s):
    if s.accept("criterion"):
        return criterion(s)
    change = Node(window=None, points=None, most=None, outcomes=[])
    replaceable(s, change)
    return change
