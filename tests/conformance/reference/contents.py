# SPDX-License-Identifier: Apache-2.0
"""What stands anywhere in a standard: names, numbers, criteria."""
from fractions import Fraction
from types import SimpleNamespace as Node

from .rulebook import children


def things(one, seen=None):
    """Every node, tuple and number within one."""
    seen = set() if seen is None else seen
    if id(one) in seen:
        return
    seen.add(id(one))
    yield one
    if isinstance(one, Node):
        within = [v for k, v in vars(one).items() if k not in ("document", "rulebook", "sister", "names", "homes")]
    else:
        within = one if isinstance(one, (list, tuple)) else []
    for part in within:
        yield from things(part, seen)


def numbers(standard):
    return sorted({one for one in things(standard) if isinstance(one, Fraction)})


def names(standard):
    """Names that expressions use."""
    if not hasattr(standard, "names"):
        standard.names = frozenset(names_in(standard))
    return standard.names


def names_in(part):
    return {one[1] for one in things(part) if isinstance(one, tuple) and len(one) == 2 and one[0] == "name"}


def judged_facts(standard):
    """Rules whose points an assessor gives, by the name of the fact in data."""
    found = {}

    def add(criteria, prefix):
        for one in criteria:
            clause = prefix + one.clause
            if one.rule.kind == "judged":
                found[judged_fact(one, clause)] = one.rule
            add(children(one.rule), clause + ".")
    add(standard.criteria, "")
    return found


def judged_fact(one, clause):
    """What data calls the points that an assessor gives: by the clause where it is written, wherever `same as` brings it in."""
    own = clause.rsplit("/", 1)[-1]
    return getattr(one.rule, "name", None) or "judged_" + own.lower().replace("đ", "dd").replace(".", "_").replace("/", "_")
