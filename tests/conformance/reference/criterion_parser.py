# SPDX-License-Identifier: Apache-2.0
"""Criteria, their rules and what they give."""
from fractions import Fraction
from types import SimpleNamespace as Node

from .expression_parser import expression, sum_of
from .fact_parser import rounding
from .scanner import CLAUSE, NUMBER, WORD


def criterion(s):
    one = Node(clause=s.clause(), rule=None, unless=[], only_where=[], rounding=None)
    s.texts()
    while True:
        if s.accept("only where"):
            one.only_where.append(expression(s))
        elif s.accept("unless"):
            one.unless.append(expression(s))
        elif s.accept("rounded"):
            one.rounding = rounding(s)
        elif s.accept("needs judgement"):
            pass
        elif s.accept("note"):
            s.texts()
        elif s.accept("cite"):
            s.cites()
        elif one.rule is None:
            one.rule = rule(s)
        else:
            return one


def rule(s):
    if s.accept("when"):
        return Node(kind="when", when=expression(s))
    if s.accept("same as"):
        return same_as(s)
    combined = combination(s)
    return combined or score(s)


def same_as(s):
    """In `same as x y` the first word is a standard."""
    standard_name = None
    before = s.at
    word = s.take(WORD)
    if word and not s.sees(",") and not s.sees("}") and clause_follows(s):
        standard_name = word[0]
    else:
        s.at = before
    clauses = [s.clause()]
    while s.accept(","):
        clauses.append(s.clause())
    return Node(kind="same_as", standard=standard_name, clauses=clauses)


def clause_follows(s):
    """True when the next word is a clause, and neither begins a modifier or an item nor a part of its own."""
    words = ("criterion", "outcome", "classes", "only", "unless", "rounded", "needs", "note", "cite", "facts", "quota", "at", "exactly",
             "not", "refer", "reading")
    if s.done() or any(s.sees(w) for w in words):
        return False
    before = s.at
    if not s.take(CLAUSE):
        return False
    part_begins = s.sees("when") or s.sees("same as") or s.sees("all of") or s.sees("any of") or bool(s.texts())
    s.at = before
    return not part_begins


def combination(s):
    for word in ("all", "any", "none"):
        if s.accept(word + " of"):
            return Node(kind="combination", how=word, needed=0, parts=parts(s))
    if s.accept("at least"):
        needed = int(s.number())
        s.expect("of")
        return Node(kind="combination", how="at_least", needed=needed, parts=parts(s))
    return None


def parts(s):
    found = []
    s.expect("{")
    while not s.accept("}"):
        found.append(criterion(s))
    return found


def points_word(s):
    return s.accept("points") or s.accept("point")


def score(s):
    if NUMBER.match(s.text, s.at):
        most = s.number()
        points_word(s)
        return score_of(s, most)
    if s.accept("up to"):
        most = s.number()
        points_word(s)
        if s.accept("judged"):
            name = s.name() if s.accept("as") else None
            return Node(kind="judged", name=name, most=most, step=s.number() if s.accept("step") else Fraction(1))
        return Node(kind="sum", how="sum", most=most, bounded=True, parts=parts(s))
    if s.accept("scale"):
        return scale(s)
    for kind in ("plus", "minus"):
        if s.accept(kind):
            return extra(s, kind)
    return sum_of_parts(s, None) or s.fail("a rule")


def score_of(s, most):
    if s.accept("when"):
        return lines(s, most)
    combined = combination(s)
    if combined:
        return Node(kind="for_combination", most=most, combination=combined)
    if s.accept("in proportion to"):
        upper = sum_of(s)
        return Node(kind="proportion", most=most, part=upper, whole=sum_of(s) if s.accept("of") else None)
    if s.accept("less"):
        each = s.number()
        s.expect("per")
        of = sum_of(s)
        return Node(kind="less", most=most, each=each, of=of, least=s.number() if s.accept("down to") else 0)
    return sum_of_parts(s, most) or s.fail("what gives the points")


def lines(s, most):
    found = [(most, expression(s))]
    otherwise = None
    while s.accept(","):
        if s.accept("otherwise"):
            otherwise = s.number()
            points_word(s)
            break
        points = s.number()
        points_word(s)
        s.expect("when")
        found.append((points, expression(s)))
    return Node(kind="lines", lines=found, otherwise=otherwise, most=most)


def sum_of_parts(s, most):
    how = next((w for w in ("sum", "least", "greatest", "mean") if s.accept(w + " of")), "sum")
    return Node(kind="sum", how=how, most=most, bounded=False, parts=parts(s)) if s.sees("{") else None


def scale(s):
    part = sum_of(s)
    whole = sum_of(s) if s.accept("of") else None
    levels = []
    s.expect("{")
    while not s.accept("otherwise"):
        relation = next((r for r in (">=", "<=", ">", "<") if s.accept(r)), None) or s.fail("a limit")
        limit = s.number()
        s.accept("%")
        s.expect(":")
        levels.append((relation, limit, s.number()))
        points_word(s)
        s.expect(",")
    otherwise = s.number()
    points_word(s)
    s.expect("}")
    return Node(kind="scale", part=part, whole=whole, levels=levels, otherwise=otherwise)


def extra(s, kind):
    each = s.number()
    points_word(s)
    if s.accept("when"):
        return Node(kind=kind, each=each, when=expression(s), of=None, most=None)
    s.expect("per")
    of = sum_of(s)
    return Node(kind=kind, each=each, when=None, of=of, most=s.number() if s.accept("up to") else None)
