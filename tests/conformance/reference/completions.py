# SPDX-License-Identifier: Apache-2.0
"""Ways in which what is unknown of a subject may turn out."""
import random
from fractions import Fraction

from .contents import judged_facts, names, numbers
from .values import Value

MOST = 60


def completions(subject):
    """Facts with nothing missing: some of all the ways to tell what was not told, near the numbers that the rules name."""
    missing = [one for one in read_facts(subject) if one not in subject.told or isinstance(subject.told[one], Value)]
    if not missing:
        return
    near = numbers(subject.standard)
    chance = random.Random(1)
    for _ in range(MOST):
        facts = {name: value for name, value in subject.told.items() if not isinstance(value, Value)}
        for name in missing:
            facts[name] = chance.choice(answers(subject, name, near))
        fit(subject, facts)
        if possible(subject, facts):
            yield facts


def read_facts(subject):
    """Names of what the subject can be asked for."""
    standard = subject.standard
    used = sorted(names(standard))
    found = [] if len(standard.kinds) == 1 else ["kind"]
    found += [f.name for f in subject.declared.values() if not f.quantity]
    found += [name for name in used if name.startswith("previous_") or "outcome_of_" in name]
    return found + list(judged_facts(standard))


def answers(subject, name, near):
    """Some values that a fact can have."""
    judged = judged_facts(subject.standard).get(name)
    if judged:
        steps = int(judged.most / judged.step)
        return [judged.step * at for at in sorted({0, 1, steps // 2, steps - 1, steps})]
    if name in subject.option_names() or name == "kind" or "outcome_of_" in name:
        return subject.options(name)
    one = subject.fact(name)
    if one.type == "yes_no":
        return [True, False]
    if one.type == "date":
        return [f"{year}-{day}" for year in (1999, 2019, 2020, 2021, 2022) for day in ("01-31", "06-30", "12-31")]
    told = subject.range_of(name)
    step = {"number": Fraction(1, 10 ** one.scale), "percent": Fraction(1, 4)}.get(one.type, Fraction(1))
    found = [n + d * step for n in near for d in (-1, 0, 1)] + [told.least, told.most]
    return [n for n in found if told.least <= n <= told.most and (n / step).denominator == 1]


def fit(subject, facts):
    """Keeps parts within their wholes."""
    for one in subject.declared.values():
        if not one.quantity and one.most_fact and one.name in facts and one.name not in subject.told and one.most_fact in facts:
            facts[one.name] = min(facts[one.name], Fraction(str(facts[one.most_fact])))


def possible(subject, facts):
    """Whether nothing is told that cannot be: a part beyond its whole, or what the kind does not have."""
    for one in list(subject.declared.values()):
        if one.quantity:
            continue
        if one.only_for and facts.get("kind", subject.standard.kinds[0]) not in one.only_for:
            if one.name in subject.told:
                return False
            facts.pop(one.name, None)
        if one.most_fact and one.name in facts and one.most_fact in facts:
            if Fraction(str(facts[one.name])) > Fraction(str(facts[one.most_fact])):
                return False
    return True
