# SPDX-License-Identifier: Apache-2.0
"""What two answers have in common, or must have."""
import functools
from fractions import Fraction


def differences(wanted, told):
    """How the library's answer to complete facts differs from that of the reference, a line each."""
    lines = []
    if told.get("problems"):
        return [f"refused: {told['problems']}"]
    for key in ("outcomes", "excepted"):
        if sorted(wanted[key]) != sorted(told[key]):
            lines.append(f"{key}: reference {wanted[key]}, library {told[key]}")
    for key in ("total", "maximum", "adjustments"):
        if wanted.get(key, []) != told.get(key, []):
            lines.append(f"{key}: reference {wanted.get(key)}, library {told.get(key)}")
    for key in ("findings", "points", "maxima"):
        one, other = wanted.get(key, {}), told.get(key, {})
        lines += [f"{key} of {clause}: reference {one.get(clause)}, library {other.get(clause)}"
                  for clause in sorted({*one, *other}) if one.get(clause) != other.get(clause)]
    return lines


number = functools.lru_cache(maxsize=100_000)(Fraction)


def groundless(told):
    """A decided answer names why."""
    return [] if told["because"] or len(told["outcomes"]) > 1 else ["decided without a ground"]


def outside(narrow, wide):
    """What the one answer says and the other does not leave possible, a line each."""
    lines = []
    missing = [one for one in narrow["outcomes"] if one not in wide["outcomes"]]
    if missing:
        lines.append(f"outcomes: {missing} not among {wide['outcomes']}")
    lines += [f"finding {clause}: {status}, not {wide['findings'].get(clause)}" for clause, status in narrow["findings"].items()
              if wide["findings"].get(clause) not in (status, "unknown")]
    ranges = [(key, narrow[key], wide.get(key)) for key in ("total", "maximum") if key in narrow]
    for key in ("points", "maxima"):
        ranges += [(f"{key} of {clause}", one, wide.get(key, {}).get(clause)) for clause, one in narrow.get(key, {}).items()]
    for name, one, other in ranges:
        if one != other and (other is None or number(one[0]) < number(other[0]) or number(one[1]) > number(other[1])):
            lines.append(f"{name}: {one} not within {other}")
    return lines
