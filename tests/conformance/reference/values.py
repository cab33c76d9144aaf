# SPDX-License-Identifier: Apache-2.0
"""What a condition, a number or a fact can still be: sets of the three values, and intervals."""
import calendar
from collections import namedtuple
from datetime import date, timedelta
from fractions import Fraction
from math import floor

YES, NO, NA = "yes", "no", "na"
UNKNOWN = frozenset({NO, YES})

# A number, a day or the place of an option: from least to most, both included; `na` when it may not apply.
# Where it surely does not apply, least is None.
Value = namedtuple("Value", "least most na")


def sure(number):
    return Value(Fraction(number), Fraction(number), False)


def truth_table_and(a, b):
    if NO in (a, b):
        return NO
    return NA if (a, b) == (NA, NA) else YES


def truth_table_or(a, b):
    if YES in (a, b):
        return YES
    return NA if (a, b) == (NA, NA) else NO


def each(table, a, b):
    """What joins two conditions, worked out for every pair of values that they can have."""
    return frozenset(table(x, y) for x in a for y in b)


def conjunction(truths):
    found = frozenset({NA})
    for one in truths:
        found = each(truth_table_and, found, one)
    return found


def disjunction(truths):
    found = frozenset({NA})
    for one in truths:
        found = each(truth_table_or, found, one)
    return found


def negation(truth):
    return frozenset({YES: NO, NO: YES, NA: NA}[one] for one in truth)


def at_least(needed, truths):
    """Parts that do not apply do not count; the whole always applies."""
    surely = sum(one == {YES} for one in truths)
    perhaps = sum(YES in one for one in truths)
    return truth_of(perhaps >= needed, surely < needed)


def truth_of(can_be_yes, can_be_no, may_not_apply=False):
    return frozenset([YES] * can_be_yes + [NO] * can_be_no + [NA] * may_not_apply)


def hull(values):
    """The smallest value that holds all of these."""
    known = [one for one in values if one.least is not None]
    may_not_apply = any(one.na for one in values)
    if not known:
        return Value(None, None, True)
    return Value(min(one.least for one in known), max(one.most for one in known), may_not_apply)


def map_monotone(function, *values):
    """A function that rises or falls in each of its arguments has its ends at their ends."""
    if any(one.least is None for one in values):
        return Value(None, None, True)
    corners = [[]]
    for one in values:
        corners = [corner + [end] for corner in corners for end in {one.least, one.most}]
    results = [function(*corner) for corner in corners]
    return Value(min(results), max(results), any(one.na for one in values))


def compare(relation, a, b):
    may_not_apply = a.na or b.na
    if a.least is None or b.least is None:
        return frozenset({NA})
    can_be_equal = a.least <= b.most and b.least <= a.most
    can_differ = not a.least == a.most == b.least == b.most
    yes, no = {
        "=": (can_be_equal, can_differ),
        "!=": (can_differ, can_be_equal),
        "<": (a.least < b.most, a.most >= b.least),
        "<=": (a.least <= b.most, a.most > b.least),
        ">": (a.most > b.least, a.least <= b.most),
        ">=": (a.most >= b.least, a.least < b.most),
    }[relation]
    return truth_of(yes, no, may_not_apply)


def without_zero(value, unit):
    """A whole or a base that is not zero; nothing where it is. `unit` is the smallest step that it can make."""
    if value.least is None or value.least > 0:
        return value
    if value.most < unit:
        return Value(None, None, True)
    return Value(Fraction(unit), value.most, True)


def rounded(number, rounding):
    """To a multiple of the step; towards larger is up."""
    if rounding is None:
        return number
    step, mode = rounding
    steps = Fraction(number) / step
    lower = floor(steps)
    rest = steps - lower
    if mode == "up":
        up = rest > 0
    elif mode == "down":
        up = False
    elif mode == "half up":
        up = rest >= Fraction(1, 2)
    elif mode == "half even":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and lower % 2 == 1)
    else:
        raise ValueError(f"no way to round is called {mode}")
    return (lower + up) * step


def moved(day_number, count, unit):
    """A day some days, months or years later; a month that lacks the day has its last day instead."""
    day = date.fromordinal(int(day_number))
    if unit == "days":
        return Fraction((day + timedelta(days=count)).toordinal())
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return Fraction(date(year, month + 1, min(day.day, last)).toordinal())


def day_in(year, month_day):
    """29 February means the 28th in years that have no 29th."""
    month, day = month_day
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
