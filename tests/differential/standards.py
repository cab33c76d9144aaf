# SPDX-License-Identifier: Apache-2.0
"""Standards by chance: facts, criteria with and without points, outcomes, and what comes before and after them."""
from fractions import Fraction

from chance import text
from reference.values import rounded

from conditions import ORDERED, Fact, Scope

LETTERS = ["a", "b", "c", "d", "đ", "e"]
TEXTS = ('en "A clause"', 'vi "Điểm" en "A point"', '"Plain"', "")


def facts(chance, prefix, kinds, count):
    """Facts of all types; small, so that a made-up subject meets every bound."""
    c = chance
    found = []
    for at in range(count):
        name = f"{prefix}{at}"
        type_ = c.choice(("yes_no", "yes_no", "count", "count", "count", "number", "percent", "date", "one of", "one of"))
        one = Fact(name, type_)
        if type_ == "count":
            one.most = c.choice((6, 12, 12, 20, 50))
            counts = [other for other in found if other.type == "count" and not other.only_for]
            if counts and c.one_in(3):
                one.most, one.most_fact = None, c.choice(counts).name
            elif c.one_in(6):
                one.least = 1
        elif type_ == "number":
            one.scale, one.least, one.most = c.choice((0, 1, 2)), c.choice((0, 0, None)), c.choice((9, 20))
        elif type_ == "percent":
            one.most = 100
        elif type_ == "one of":
            one.ordered = c.one_in(2)
            one.options = [f"{name}_{word}" for word in ("poor", "fair", "good", "best")[:c.randint(2, 4)]]
        if len(kinds) > 1 and c.one_in(5):
            one.only_for = c.some(kinds, len(kinds) - 1)
        found.append(one)
    return found


class Standard:
    """The text of a standard, a statement in each line, and what other rules may refer to."""

    def __init__(self, chance, name, kinds, scope, scored):
        self.chance, self.name, self.kinds, self.scope, self.scored = chance, name, kinds, scope, scored
        self.lines, self.blocks = [], []
        self.own_facts = []
        self.clauses, self.wholes, self.scored_clauses = [], [], []
        self.top = {}  # clause -> its maximum, of own criteria
        self.maximum = {}
        self.combinations = {}  # clauses of combinations that amendments may add parts to, with their next letters
        self.outcomes, self.used = [], set()
        self.most = Fraction(0)
        self.same_as = []  # (what to call it, standard, clause): what may be brought in; a standard does not name itself
        self.judged = 0

    def refer(self, clause):
        self.used.add(clause)
        return clause

    # Criteria

    def rule_text(self):
        return self.chance.choice(TEXTS)

    def modifiers(self, event=False):
        c = self.chance
        found = []
        if c.one_in(5):
            found.append("unless " + self.scope.condition(1))
        if c.one_in(6):
            found.append("only where " + self.scope.condition(1))
        if c.one_in(25):
            found.append("unless " + self.scope.leaf())
        if c.one_in(25):
            found.append("only where " + self.scope.leaf())
        if c.one_in(15):
            found.append("needs judgement")
        if c.one_in(20):
            found.append('note en "As it was"')
        if c.one_in(10):
            found.append(c.choice(("cite 7.1", 'cite "9/2020" 3.a', "cite 5, 6.b", 'cite 7.2 cite "9/2020" 1, 2.b')))
        c.shuffle(found)
        return found

    def criterion(self, clause, short, depth, event=False):
        """Lines of a criterion without points."""
        c = self.chance
        self.clauses.append(clause)
        before, after = self.split(self.modifiers(event))
        head = " ".join(filter(None, [short, self.rule_text(), before]))
        form = c.randrange(7) if depth > 0 else 0
        if form <= 2:
            brought = self.brought_in(clause, False) if not event and c.one_in(4) else None
            if brought:
                return self.line(head, brought, after)
            return [" ".join(filter(None, [head, "when " + self.scope.condition(2), after]))]
        return self.combination(clause, head, after, depth)

    def split(self, found):
        at = self.chance.randint(0, len(found))
        return " ".join(found[:at]), " ".join(found[at:])

    def combination(self, clause, head, after, depth):
        c = self.chance
        how = c.choice(("all of", "any of", "none of", "at least"))
        count = c.randint(1, 3)
        if how == "at least":
            how = f"at least {c.randint(1, count)} of"
        lines = [f"{head} {how} {{"]
        self.wholes.append(clause)
        for short in LETTERS[:count]:
            lines += self.criterion(f"{clause}.{short}", short, depth - 1, how == "none of")
        self.combinations[clause] = how, LETTERS[count]
        return lines + [("} " + after).rstrip()]

    def gives_points(self, clause):
        return any(one == clause or one.startswith(clause + ".") for one in self.scored_clauses)

    def brought_in(self, clause, scored):
        """`same as` with clauses that give points, or with such that do not; None where there are none."""
        c = self.chance
        found = [one for one in self.same_as if one[1].gives_points(one[2]) == scored and (not scored or one[1].maximum.get(one[2]) is not None)]
        if not found:
            return None
        home, standard, _ = c.choice(found)
        clauses = []
        for one in c.some([one for _, of, one in found if of is standard], 2):
            if not any(one == other or one.startswith(other + ".") or other.startswith(one + ".") for other in clauses):
                clauses.append(one)
                standard.used.add(one)
        self.clauses += [f"{clause}/{one}" for one in clauses]
        self.last_brought = sum(standard.maximum[one] for one in clauses) if scored else None
        return "same as " + (home + " " if home else "") + ", ".join(clauses)

    def of_brought_in(self, clause, head, after, depth):
        brought = self.brought_in(clause, True)
        return (self.line(head, brought, after), self.last_brought) if brought else None

    def scored_criterion(self, clause, short, depth, extra=True):
        """Lines of a criterion with points, and its maximum."""
        c = self.chance
        self.clauses.append(clause)
        self.scored_clauses.append(clause)
        before, after = self.split(self.modifiers())
        head = " ".join(filter(None, [short, self.rule_text(), before]))
        forms = [self.of_condition, self.of_condition, self.of_lines, self.of_combination, self.of_proportion, self.of_less, self.of_scale,
                 self.of_judgement]
        forms += [self.of_parts] * 5 if depth > 0 else []
        forms += [self.of_extra] * 2 if extra else []
        forms += [self.of_brought_in] * 2 if extra else []
        for _ in range(20):
            found = c.choice(forms)(clause, head, after, depth)
            if found:
                lines, most = found
                self.maximum[clause] = most
                return lines, most
        return [" ".join(filter(None, [head, "5 points when 1 < 2", after]))], Fraction(5)

    def line(self, *words):
        return [" ".join(filter(None, words))]

    def points(self):
        return Fraction(self.chance.choice((1, 2, 3, 4, 5, 10, 10, 20))) / self.chance.choice((1, 1, 1, 1, 2))

    def of_condition(self, clause, head, after, depth):
        most = self.points()
        return self.line(head, f"{text(most)} points when {self.scope.condition(2)}", after), most

    def of_lines(self, clause, head, after, depth):
        c = self.chance
        given = sorted({self.points() for _ in range(3)} | {Fraction(0)}, reverse=True)
        if len(given) < 3:
            return None
        lines = f"{text(given[0])} points when {self.scope.condition(1)}"
        for one in given[1:-1]:
            lines += f", {text(one)}{c.choice((' points', ''))} when {self.scope.condition(1)}"
        if c.one_in(2):
            lines += f", otherwise {text(given[-1] if c.one_in(2) else given[-2] / 2)} points"
        return self.line(head, lines, after), given[0]

    def of_combination(self, clause, head, after, depth):
        most = self.points()
        return self.combination(clause, f"{head} {text(most)} points", after, min(depth, 1)), most

    def of_proportion(self, clause, head, after, depth):
        most, part, whole = self.points(), self.scope.number(1), self.scope.whole()
        percents = self.scope.of_type("percent")
        rounding = self.scope.rounding()
        if percents and self.chance.one_in(3):
            return self.line(head, f"{text(most)} points in proportion to {self.chance.choice(percents).name}", rounding, after), most
        if not whole:
            return None
        return self.line(head, f"{text(most)} points in proportion to {part} of {whole}", rounding, after), most

    def of_less(self, clause, head, after, depth):
        most = self.points()
        down = f" down to {text(most / 2)}" if self.chance.one_in(3) else ""
        rounding = self.scope.rounding() if self.chance.one_in(5) else ""
        less = f"{text(most)} points less {self.chance.choice(('1', '0.5', '2.5'))} per {self.scope.number(1)}{down}"
        return self.line(head, less, rounding, after), most

    def of_scale(self, clause, head, after, depth):
        c = self.chance
        relation = c.choice(ORDERED)
        whole = self.scope.whole() if c.one_in(2) else None
        limits = c.sample((90, 70, 50, 25, 10) if whole else (12, 9, 6, 4, 2, 1), c.randint(1, 3))
        limits.sort(reverse=relation in (">", ">="))
        given = sorted(c.sample((20, 10, 8, 5, 3, 2, 1), len(limits) + 1), reverse=True)
        given[-1] = c.choice((0, given[-1]))
        share = "%" if whole else ""
        levels = ", ".join(f"{relation} {limit}{share}: {points} points" for limit, points in zip(limits, given))
        of = f" of {whole}" if whole else ""
        return self.line(head, f"scale {self.scope.number(0)}{of} {{ {levels}, otherwise {given[-1]} }}", after), Fraction(given[0])

    def of_judgement(self, clause, head, after, depth):
        c = self.chance
        most, step = c.choice(((5, "0.5"), (10, ""), (4, "1"), (3, "0.25"), (2.5, "0.5")))
        self.judged += 1
        named = f" as {self.name}_judged_{self.judged}"  # standards for one kind, and those brought in, share the names of clauses
        return self.line(head, f"up to {text(most)} points judged{named}{' step ' + step if step else ''}", after), Fraction(str(most))

    def of_extra(self, clause, head, after, depth):
        c = self.chance
        sign, each = c.choice(("plus", "minus")), text(c.choice((1, 2, 0.5, 3)))
        if c.one_in(2):
            return self.line(head, f"{sign} {each}{c.choice((' points', ' point', ''))} when {self.scope.condition(1)}", after), Fraction(0)
        bound = f" up to {c.choice((3, 5, 10))}" if c.one_in(2) else ""
        return self.line(head, f"{sign} {each} per {self.scope.number(1)}{bound}", after), Fraction(0)

    def of_parts(self, clause, head, after, depth):
        c = self.chance
        how = c.choice(("", "", "sum of ", "least of ", "greatest of ", "mean of ", "up to"))
        count = c.randint(1, 3)
        inner, most = [], []
        for short in LETTERS[:count]:
            name = f"{clause}.{short}"
            if most and c.one_in(8):
                inner += self.criterion(name, short, 1)
                continue
            lines, one = self.scored_criterion(name, short, depth - 1, extra=how in ("", "sum of ", "up to"))
            inner += lines
            most.append(one)
        if how == "up to":
            if not sum(most):
                return None
            whole = sum(most) * c.choice((Fraction(1), Fraction(1, 2)))
            self.wholes.append(clause)
            rounding = self.scope.rounding() if c.one_in(5) else ""
            return [f"{head} up to {text(whole)} points {{", *inner, f"}} {rounding} {after}"], whole
        whole = {"least of ": min, "greatest of ": max, "mean of ": lambda all_: Fraction(sum(all_)) / len(all_)}.get(how, sum)(most)
        rounding = self.scope.rounding() if how == "mean of " or c.one_in(10) else ""
        if how == "mean of ":
            step, mode = rounding.removeprefix("rounded to ").split(" ", 1)
            whole = rounded(whole, (Fraction(step), mode))
        self.wholes.append(clause)
        stated = f"{text(whole)} points " if c.one_in(3) and whole else ""
        return [f"{head} {stated}{how}{{", *inner, f"}} {rounding} {after}".rstrip()], whole

    # The whole

    def add_criteria(self, count):
        c = self.chance
        for at in range(1, count + 1):
            clause = str(at) if c.random() < 0.8 else f"{at}.{c.randint(1, 3)}"
            depth = c.choice((0, 1, 1, 2))
            before = len(self.clauses)
            scored = self.scored and (at == 1 or c.random() < 0.8)
            if scored:
                lines, most = self.scored_criterion(clause, clause, depth, extra=at > 1)
            else:
                lines, most = self.criterion(clause, clause, depth), None
            lines[0] = "criterion " + lines[0]
            self.lines += lines
            self.top[clause] = most
            self.same_as += [("", self, one) for one in self.clauses[before:] if "/" not in one]
        self.most = sum((one for one in self.top.values() if one is not None), Fraction(0))
        self.exact = not any(one is None for clause, one in self.top.items() if self.gives_points(clause))

    def add_points(self):
        c = self.chance
        policy = c.choice(("counts as full", "is left out", "is rescaled"))
        if not self.exact or not self.most:
            policy = policy if policy != "is rescaled" else "is left out"
        elif policy == "is rescaled" or c.one_in(2):
            more = f" up to {text(self.most + c.choice((5, 10)))}" if c.one_in(4) else ""
            self.lines.append(f"points {text(self.most)}{more}" + (" cite 3" if c.one_in(4) else ""))
        if policy == "is rescaled" or c.one_in(3):
            self.lines.append(f"total {self.scope.rounding()}")
        self.lines.append(f"not applicable {policy}")

    def add_outcomes(self, names):
        c = self.chance
        self.outcomes = names
        asks = self.scope.with_asks(self)
        most = int(self.most)
        if self.scored and most >= 3 and c.one_in(2):
            among = range(max(1, most // 4), max(2, most * 4 // 5) + 1)
            limits = sorted(c.sample(among, min(len(names) - 1, len(among))), reverse=True)
            names = self.outcomes = names[:len(limits) + 1]
            first = c.one_in(4) and len(names) > 2
            if first:
                self.lines.append(f"outcome {names[0]} when {asks.condition(1)}")
            inner = [f"{name} >= {limit}" + (" cite 8.1" if c.one_in(5) else "") for name, limit in zip(names[first:], limits[first:])]
            self.lines.append("classes by total { " + ", ".join(inner) + f", {names[-1]} otherwise }}")
            return
        for name in names[:-1]:
            condition = "every criterion is met" if c.one_in(3) else asks.condition(2)
            self.lines.append(f"outcome {name} {self.rule_text()} when {condition}" + c.choice(("", "", " cite 8.2", ' cite 8.2 cite "9/2020" 3, 4')))
        self.lines.append(f"outcome {names[-1]} otherwise")

    def add_exits(self):
        c = self.chance
        asks = self.scope.with_asks(self)
        if c.one_in(4):
            self.lines.append(f"not subject when {self.scope.condition(1)} en \"Not meant\" cite 1.2")
        if c.one_in(8):
            self.lines.append(f"not assessed when {asks.condition(1)} cite 1.3")
        if c.one_in(8):
            self.lines.append(f"refer to en \"The council\" when {asks.condition(1)} cite 1.4")

    def add_adjustments(self):
        c = self.chance
        asks = self.scope.with_asks(self)
        for at in range(c.choice((0, 0, 0, 1, 1, 2, 3))):
            how = c.choice(("at most", "at least", "exactly"))
            self.lines.append(f"{how} {c.choice(self.outcomes)} when {asks.condition(1)} cite 9.{at + 1}")

    def add_quotas(self):
        c = self.chance
        if len(self.outcomes) < 2:
            return
        for _ in range(c.choice((0, 1, 1, 2))):
            at = c.randrange(len(self.outcomes) - 1)
            wide = c.randrange(at, len(self.outcomes))
            of = c.choice(("all", f"{self.outcomes[wide]} or better", self.outcomes[at]))
            facts_of = [one.name for one in self.scope.numbers() if isinstance(one, Fact) and not one.only_for]
            by = ""
            if not self.scored or c.one_in(2):
                if not facts_of:
                    continue
                by = f" highest {c.choice(facts_of)} first"
                if self.scored and c.one_in(3):
                    by = f" highest points of {self.refer(c.choice(self.scored_clauses))} first"
            few = f" fewer than {c.randint(2, 6)} at most {c.randint(0, 2)}" if c.one_in(3) else ""
            share = text(c.choice((10, 20, 33.3, 50, 50, 75)))
            self.lines.append(f"quota {self.outcomes[at]} at most {share}% of {of}{by}{few}" + c.choice(("", " cite 4.2", " cite 4.2 cite 4.3")))

    def text(self):
        return [f"standard {self.name} for {', '.join(self.kinds)} {{", *self.lines, "}"]


def scope_of(chance, kinds, shared, own):
    scope = Scope(chance, kinds)
    scope.facts = [one for one in shared if not one.only_for or set(one.only_for) <= set(kinds)] + own
    return scope
