# SPDX-License-Identifier: Apache-2.0
"""Expressions, as tuples whose first member says what they are."""
from .scanner import DATE, NUMBER

RELATIONS = ("<=", ">=", "!=", "=", "<", ">")


def expression(s):
    return joined(s, "or", lambda: joined(s, "and", lambda: negation(s)))


def joined(s, word, part):
    parts = [part()]
    while s.accept(word):
        parts.append(part())
    return parts[0] if len(parts) == 1 else (word, parts)


def negation(s):
    return ("not", negation(s)) if s.accept("not") else comparison(s)


def comparison(s):
    left = sum_of(s)
    for relation in RELATIONS:
        if s.accept(relation):
            return ("compare", relation, left, sum_of(s))
    if s.accept("is not"):
        return ("in", left, [s.name()], True)
    if s.accept("is"):
        return ("in", left, [s.name()], False)
    if s.accept("not in"):
        return ("in", left, s.names(), True)
    if s.accept("in"):
        return ("in", left, s.names(), False)
    return left


def sum_of(s):
    left = product(s)
    while True:
        if s.accept("+"):
            left = ("add", left, product(s))
        elif s.accept("-"):
            left = ("subtract", left, product(s))
        else:
            return left


def product(s):
    left = rate(s)
    while s.accept("*"):
        left = ("multiply", left, rate(s))
    return left


def rate(s):
    upper = atom(s)
    if not s.accept("per"):
        return upper
    unit = s.number() if NUMBER.match(s.text, s.at) else 1
    return ("rate", upper, unit, atom(s))


def atom(s):
    if DATE.match(s.text, s.at):
        return ("date", s.date())
    if NUMBER.match(s.text, s.at):
        return numeral(s)
    if s.accept("("):
        inner = expression(s)
        s.expect(")")
        return inner
    if s.accept("previous"):
        return ("name", "previous_" + s.name())
    if s.accept("every criterion"):
        return every(s)
    if s.accept("criterion"):
        clause = s.path()
        s.expect("is")
        negated = s.accept("not")
        s.expect("met")
        return ("criterion", clause, negated)
    if s.accept("count of criteria met"):
        return ("count_met", s.path() if s.accept("in") else None)
    if s.accept("points of"):
        return ("points", s.path())
    if s.accept("total"):
        return ("total",)
    if s.accept("outcome of"):
        name = s.name()
        return ("name", ("parent_" if s.accept("of parent") else "") + "outcome_of_" + name)
    if s.accept("outcome"):
        return ("own_outcome",)
    return ("name", s.name())


def numeral(s):
    value = s.number()
    if s.accept("%"):
        return ("share", value, atom(s)) if s.accept("of") else ("number", value)
    for unit in ("days", "months", "years"):
        if s.accept(unit):
            return ("duration", int(value), unit)
    return ("number", value)


def every(s):
    if s.accept("is met"):
        return ("every_met",)
    s.expect("at least")
    share = s.number()
    s.expect("%")
    return ("every_share", share)
