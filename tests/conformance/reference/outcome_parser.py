# SPDX-License-Identifier: Apache-2.0
"""Outcomes, and what comes before and after them."""
from types import SimpleNamespace as Node

from .expression_parser import expression, sum_of
from .fact_parser import cited, texts_and_cites


def outcome(s):
    name = s.name()
    s.texts()
    when = None
    if not s.accept("otherwise"):
        s.expect("when")
        when = expression(s)
    return Node(name=name, when=when, of_classes=False)


def classes(s):
    def one():
        name = s.name()
        s.texts()
        when = None
        if not s.accept("otherwise"):
            s.expect(">=")
            when = ("compare", ">=", ("total",), sum_of(s))
        cited(s)
        return Node(name=name, when=when, of_classes=True)
    s.expect("{")
    found = s.listed(one)
    s.expect("}")
    return found


def exit_sees(s):
    return s.sees("not subject") or s.sees("not assessed") or s.sees("refer to")


def exit_rule(s):
    if s.accept("not subject"):
        outcome_name = "not_subject"
    elif s.accept("not assessed"):
        outcome_name = "not_assessed"
    else:
        s.expect("refer to")
        s.texts()
        outcome_name = "referred"
    s.expect("when")
    condition = expression(s)
    return Node(outcome=outcome_name, when=condition, cites=texts_and_cites(s))


def adjustment(s):
    how = next(w for w in ("at most", "at least", "exactly") if s.accept(w))
    name = s.name()
    s.expect("when")
    when = expression(s)
    texts_and_cites(s)
    return Node(how=how, outcome=name, when=when)


def quota(s):
    one = Node(outcome=s.name(), share=0, of="all", better=False, by=("total",), few=None, few_most=None)
    s.expect("at most")
    one.share = s.number()
    s.expect("% of")
    if not s.accept("all"):
        one.of = s.name()
        one.better = s.accept("or better")
    if s.accept("highest"):
        one.by = sum_of(s)
        s.expect("first")
    if s.accept("fewer than"):
        one.few = int(s.number())
        s.expect("at most")
        one.few_most = int(s.number())
    cited(s)
    return one
