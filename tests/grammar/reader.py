# SPDX-License-Identifier: Apache-2.0
"""Decides whether a text is a sentence of a grammar, in the way that the opening comment of dsl/grammar.ebnf says: of alternatives the
first one counts that can be read, and a part is left out only where it cannot be read.

A parser here is a function from a place in the text to a reading, or to None. A reading is where it ends and which branches were
taken: a tuple of branches and of such tuples. Parsers of rules remember what they read, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter

from ebnf import Choice, Grammar, Option, Reference, Repetition, Sequence, Terminal, nodes_of

BLANK = re.compile(r"(?:[\0-\x20]|#[^\r\n]*)*")
END_OF_TOKEN = r"(?!(?<=\w)\w)"


class Reader:
    def __init__(self, grammar: Grammar):
        self._grammar = grammar
        syntax = {name: node for name, node in grammar.rules.items() if name not in grammar.tokens}
        texts = {one.text for node in syntax.values() for one in nodes_of(node) if isinstance(one, Terminal)}
        self._terminals = {text: self._parse_pattern(_whole(text, texts)) for text in texts}
        self._tokens = {name: self._parse_token(name) for name in grammar.tokens}
        self._rules = {name: self._remembering(self._parser(node)) for name, node in syntax.items()}

    def read(self, text: str) -> Counter | None:
        """The branches that the reading of the text took, or None when the text is no sentence."""
        self._text = text
        self._known = {}
        found = self._rules[self._grammar.start](0)
        if found is None or self._skip(found[0]) != len(text):
            return None
        taken, waiting = Counter(), [found[1]]
        while waiting:
            for one in waiting.pop():
                if one and isinstance(one[0], (Choice, Option, Repetition)):
                    taken[one] += 1
                else:
                    waiting.append(one)
        return taken

    def _skip(self, at):
        return BLANK.match(self._text, at).end()

    def _parser(self, node):
        match node:
            case Terminal(text):
                return self._terminals[text]
            case Reference(name) if name in self._grammar.tokens:
                return self._tokens[name]
            case Reference(name):
                return lambda at: self._rules[name](at)
            case Sequence((Terminal("outcome"), Option(Sequence((Terminal("of"), *_))))):
                return self._parse_outcome(node)
            case Sequence(items):
                return _sequence([self._parser(one) for one in items])
            case Choice(alternatives):
                return _choice([self._parser(one) for one in alternatives], node)
            case Option(item):
                return _option(self._parser(item), node)
            case Repetition(item):
                return _repetition(self._parser(item), node)
        raise TypeError(node)

    def _remembering(self, parser):
        def parse(at):
            key = parser, self._skip(at)
            if key not in self._known:
                self._known[key] = parser(at)
            return self._known[key]
        return parse

    def _parse_pattern(self, pattern):
        compiled = re.compile(pattern + END_OF_TOKEN)

        def parse(at):
            found = compiled.match(self._text, self._skip(at))
            return (found.end(), ()) if found else None
        return parse

    def _parse_token(self, name):
        """A token of that name, which is no keyword and, of a clause, does not begin with one; a language stands before a string."""
        parse_any = self._parse_pattern(self._grammar.pattern(self._grammar.rules[name]))

        def parse(at):
            found = parse_any(at)
            if found and self._text[self._skip(at):found[0]].split(".")[0] in self._grammar.keywords:
                return None
            if found and name == "language" and not self._tokens["string"](found[0]):
                return None
            return found
        return parse

    def _parse_outcome(self, node):
        """The outcome asked for: alone, it has neither a name nor `of` after it."""
        parse_any = _sequence([self._parser(one) for one in node.items])
        left_out = (node.items[1], 0)

        def parse(at):
            found = parse_any(at)
            alone = found and found[1][1] == (left_out,)
            return None if alone and (self._tokens["name"](found[0]) or self._terminals["of"](found[0])) else found
        return parse


def _whole(text: str, texts) -> str:
    """The pattern of a sign that is not the beginning of a longer one."""
    longer = [re.escape(one[len(text):]) for one in texts if one.startswith(text) and one != text and not text.isalpha()]
    return re.escape(text) + (f"(?!{'|'.join(longer)})" if longer else "")


def _sequence(parsers):
    def parse(at):
        taken = []
        for one in parsers:
            found = one(at)
            if found is None:
                return None
            at = found[0]
            taken.append(found[1])
        return at, tuple(taken)
    return parse


def _choice(parsers, node):
    def parse(at):
        for number, one in enumerate(parsers):
            if found := one(at):
                return found[0], ((node, number), found[1])
        return None
    return parse


def _option(parser, node):
    def parse(at):
        found = parser(at)
        return (found[0], ((node, 1), found[1])) if found else (at, ((node, 0),))
    return parse


def _repetition(parser, node):
    def parse(at):
        taken = []
        while found := parser(at):
            at = found[0]
            taken.append(found[1])
        return at, ((node, min(len(taken), 2)), *taken)
    return parse
