# SPDX-License-Identifier: Apache-2.0
"""Facts and quantities."""
from types import SimpleNamespace as Node

from .expression_parser import expression
from .scanner import NUMBER


def facts(s):
    found = []
    s.expect("{")
    while not s.accept("}"):
        name = s.name()
        found.append(quantity(s, name) if s.accept("=") else fact(s, name))
    return found


def quantity(s, name):
    one = Node(name=name, quantity=True, lines=[], otherwise=None, rounding=None)
    value = expression(s)
    if s.accept("when"):
        one.lines.append((value, expression(s)))
        while s.accept(","):
            if s.accept("otherwise"):
                one.otherwise = expression(s)
                break
            value = expression(s)
            s.expect("when")
            one.lines.append((value, expression(s)))
    else:
        one.otherwise = value
    if s.accept("rounded"):
        one.rounding = rounding(s)
    texts_and_cites(s)
    return one


def fact(s, name):
    one = Node(name=name, quantity=False, type=None, scale=0, options=[], least=None, most=None, most_fact=None, only_for=[],
               tally=None)
    types = ("yes_no", "count", "number", "percent", "date", "ordered one of", "one of")
    one.type = next((t for t in types if s.accept(t)), None) or s.fail("a type")
    if one.type == "number" and s.accept("scale"):
        one.scale = int(s.number())
    if one.type.endswith("one of"):
        one.options = options(s)
    while fact_clause(s, one):
        pass
    return one


def fact_clause(s, one):
    if s.accept("ask") or s.accept("evidence"):
        s.texts()
    elif s.accept("at least"):
        one.least = s.number()
    elif s.accept("at most"):
        if NUMBER.match(s.text, s.at):
            one.most = s.number()
        else:
            one.most_fact = s.name()
    elif s.accept("by"):
        s.month_day()
    elif s.accept("only for"):
        one.only_for = s.listed(s.name)
    elif s.accept("from"):
        one.tally = tally(s)
    elif s.accept("cite"):
        s.cites()
    else:
        return bool(s.texts())
    return True


def tally(s):
    one = Node(what=None, value=None, kinds=[], where=None, rounding=None)
    one.what = next((w for w in ("count", "sum", "mean", "least", "greatest") if s.accept(w)), None) or s.fail("a tally")
    s.expect("of")
    if one.what != "count":
        one.value = expression(s)
        s.expect("over")
    one.kinds = s.names()
    if s.accept("where"):
        one.where = expression(s)
    if s.accept("rounded"):
        one.rounding = rounding(s)
    return one


def rounding(s):
    s.expect("to")
    step = s.number()
    mode = next((m for m in ("half up", "half even", "up", "down") if s.accept(m)), None) or s.fail("a way to round")
    return step, mode


def options(s):
    def option():
        name = s.name()
        s.texts()
        return name
    s.expect("(")
    found = s.listed(option)
    s.expect(")")
    return found


def cited(s):
    cites = []
    while s.accept("cite"):
        cites += s.cites()
    return cites


def texts_and_cites(s):
    cites = []
    while True:
        if s.accept("cite"):
            cites += s.cites()
        elif not s.texts():
            return cites
