# SPDX-License-Identifier: Apache-2.0
"""Rule files, by the rules of dsl/grammar.ebnf, as plain objects."""
from fractions import Fraction
from types import SimpleNamespace as Node

from .expression_parser import expression, sum_of
from .scanner import CLAUSE, DATE, NUMBER, WORD, Scanner


def parse(text):
    """The documents of a file, each with its standards, amendments and examples; `part of` opens a document again."""
    s = Scanner(text)
    documents = []
    while not s.done():
        if s.accept("document"):
            documents.append(document(s))
        elif s.accept("part of"):
            documents.append(Node(number=s.string(), part=True, standards=[], amendments=[], examples=[]))
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
    one = Node(number=s.string(), part=False, start=None, end=None, replaces=[], amends=[], place="", status="", facts=[],
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
            one.replaces.append(s.string())
        elif s.accept("amends"):
            one.amends.append(s.string())
        elif s.accept("place"):
            one.place = s.string()
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


def cited(s):
    return s.cites() if s.accept("cite") else []


def texts_and_cites(s):
    cites = []
    while True:
        if s.accept("cite"):
            cites += s.cites()
        elif not s.texts():
            return cites


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


def reading(s):
    name = s.name()
    s.expect("one of")
    choices = options(s)
    s.expect("default")
    default = s.name()
    texts_and_cites(s)
    return Node(name=name, options=choices, default=default)


def options(s):
    def option():
        name = s.name()
        s.texts()
        return name
    s.expect("(")
    found = s.listed(option)
    s.expect(")")
    return found


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
    one.type = next((t for t in ("yes_no", "count", "number", "percent", "date", "ordered one of", "one of") if s.accept(t)), None) or s.fail("a type")
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
            return Node(kind="judged", most=most, step=s.number() if s.accept("step") else Fraction(1))
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
    otherwise = 0
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


def example(s):
    one = Node(name=s.string(), standard=None, on=None, place="", readings={}, given={}, expected=[])
    s.expect("for")
    one.standard = s.name()
    s.expect("{")
    while not s.accept("}"):
        if s.accept("on"):
            one.on = s.date()
        elif s.accept("place"):
            one.place = s.string()
        elif s.accept("reading"):
            name = s.name()
            s.expect("is")
            one.readings[name] = s.name()
        elif s.accept("given {"):
            one.given = given(s)
        else:
            s.expect("expect")
            one.expected.append(expected(s))
    return one


def given(s):
    told = {}
    while not s.accept("}"):
        name = ("previous_" if s.accept("previous") else "") + s.name()
        if s.text[s.at].isalpha():
            word = s.name()
            told[name] = {"yes": True, "no": False}.get(word, word)
        elif (found := s.take(DATE)):
            told[name] = found[0]
        else:
            told[name] = signed(s)
            s.accept("%")
        s.accept(",")
    return told


def signed(s):
    return -s.number() if s.accept("-") else s.number()


def interval(s):
    least = signed(s)
    return least, signed(s) if s.accept("to") else least


def expected(s):
    if s.accept("outcome in"):
        return ("outcomes", set(s.names()))
    if s.accept("outcome"):
        return ("outcomes", {s.name()})
    if s.accept("total"):
        return ("total", interval(s))
    if s.accept("because"):
        return ("because", s.listed(s.clause))
    if s.accept("points of"):
        clause = s.clause()
        s.expect("is")
        return ("points", clause, interval(s))
    s.expect("criterion")
    clause = s.clause()
    s.expect("is")
    word = next((w for w in ("not met", "not applicable", "met", "unknown") if s.accept(w)), None) or s.fail("a status")
    return ("finding", clause, word.replace(" ", "_"))
