# SPDX-License-Identifier: Apache-2.0
"""Examples in rule files."""
from types import SimpleNamespace as Node

from .scanner import DATE


def example(s):
    one = Node(name=s.string(), standard=None, on=None, place="", readings={}, given={}, expected=[])
    s.expect("for")
    one.standard = s.name()
    s.expect("{")
    while not s.accept("}"):
        if s.accept("on"):
            one.on = s.date()
        elif s.accept("place"):
            one.place = s.named()
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
        return ("because", s.listed(s.path))
    if s.accept("points of"):
        clause = s.path()
        s.expect("is")
        return ("points", clause, interval(s))
    s.expect("criterion")
    clause = s.path()
    s.expect("is")
    word = next((w for w in ("not met", "not applicable", "met", "unknown") if s.accept(w)), None) or s.fail("a status")
    return ("finding", clause, word.replace(" ", "_"))
