# SPDX-License-Identifier: Apache-2.0
"""Random sentences of a grammar, as lists of tokens, and sentences gone wrong.

Of the branches of a choice those are likelier that were taken less often before, so that in time all are taken. What a sentence reads
as is another question: where the grammar has two readings, see reader.py.
"""

from __future__ import annotations

import random
from collections import Counter

from ebnf import AnyBut, Choice, Grammar, Option, Range, Reference, Repetition, Sequence, Terminal, nodes_of, parts_of

ENOUGH = 90  # tokens after which, or rules in one another within which, a sentence goes the shortest way to its end
DEEP = 40
PARTS = {"expression", "sum", "texts", "cite"}  # rules without end, and how many tokens each has about
ENOUGH_OF_A_PART = 8


class Sentences:
    def __init__(self, grammar: Grammar, chance: random.Random):
        self.taken = Counter()
        self._grammar = grammar
        self._chance = chance
        self._costs = _costs(grammar)

    def make(self) -> list[str]:
        made: list[str] = []
        self._budget = self._chance.randrange(ENOUGH)
        self._write(Reference(self._grammar.start), made, 0)
        return made

    def token(self, rule: str) -> str:
        """A token of that rule. Half of the names are such as may be taken for something else."""
        if rule in ("name", "clause") and self._chance.random() < 0.5:
            return self._chance.choice([*sorted(self._grammar.contextual), "vi", "a", "x_1" if rule == "name" else "6.3.đ"])
        while True:
            characters: list[str] = []
            self._write_characters(self._grammar.rules[rule], characters)
            made = "".join(characters)
            if rule == "string":  # many are names, which have no blanks but plain ones, and none at an end
                made = '"' + made[1:-1].replace("\t", " ").strip(" ") + '"'
            if made.split(".")[0] not in self._grammar.keywords:
                return made

    def _write(self, node, made, depth):
        match node:
            case Terminal(text):
                made.append(text)
            case Reference(rule) if rule in self._grammar.tokens:
                made.append(self.token(rule))
            case Reference(rule):
                whole = self._budget
                if rule in PARTS:  # so that what follows it has a turn as well
                    self._budget = min(whole, len(made) + self._chance.randrange(ENOUGH_OF_A_PART))
                self._write(self._grammar.rules[rule], made, depth + 1)
                self._budget = whole
            case Sequence(items):
                for one in items:
                    self._write(one, made, depth)
            case Choice(alternatives):
                short = len(made) >= self._budget or depth > DEEP
                least = min(self._costs[one] for one in alternatives)
                open_ones = [n for n, one in enumerate(alternatives) if not short or self._costs[one] == least]
                self._write(alternatives[self._branch(node, open_ones)], made, depth)
            case Option(item) | Repetition(item):
                short = len(made) >= self._budget or depth > DEEP
                for _ in range(self._times(node, short)):
                    self._write(item, made, depth)

    def _write_characters(self, node, made):
        match node:
            case Terminal(text):
                made.append(text)
            case Range(first, last):
                made.append(chr(self._chance.randint(ord(first), ord(last))))
            case AnyBut(characters):
                made.append(self._chance.choice([one for one in 'a Z09#{},.=%“ế🙂\t' if one not in characters]))
            case Reference(rule):
                self._write_characters(self._grammar.rules[rule], made)
            case Sequence(items):
                for one in items:
                    self._write_characters(one, made)
            case Choice(alternatives):
                self._write_characters(alternatives[self._branch(node, range(len(alternatives)))], made)
            case Option(item) | Repetition(item):
                for _ in range(self._times(node, False)):
                    self._write_characters(item, made)

    def _branch(self, node, numbers) -> int:
        numbers = list(numbers)
        number = self._chance.choices(numbers, [1 / (1 + self.taken[node, one]) for one in numbers])[0]
        self.taken[node, number] += 1
        return number

    def _times(self, node, short) -> int:
        number = self._branch(node, [0] if short else range(3 if isinstance(node, Repetition) else 2))
        return number + (number == 2 and self._chance.random() < 0.3)


def _costs(grammar: Grammar) -> dict:
    """Of each node, how many tokens it has at least."""
    costs = {one: float("inf") for rule in grammar.rules.values() for one in nodes_of(rule)}

    def cost(node):
        match node:
            case Terminal() | Range() | AnyBut():
                return 1
            case Reference(rule):
                return 1 if rule in grammar.tokens else costs[grammar.rules[rule]]
            case Sequence():
                return sum(costs[one] for one in parts_of(node))
            case Choice():
                return min(costs[one] for one in parts_of(node))
        return 0

    changed = True
    while changed:
        changed = False
        for node in costs:
            if (now := cost(node)) < costs[node]:
                costs[node], changed = now, True
    endless = [name for name, node in grammar.rules.items() if costs[node] == float("inf")]
    if endless:
        raise ValueError(f"no sentence of these rules ends: {endless}")
    return costs


class Mutations:
    """Sentences with one token gone, doubled, in the place of its neighbour, or another than it was."""

    FOREIGN = ("==", "&&", "||", "/", ";", "->", "!", "?", "[", "]", ":=", "<>", "'", "@", "^", "$", "~", "&", "\\")

    def __init__(self, grammar: Grammar, sentences: Sentences, chance: random.Random):
        self._chance = chance
        self._sentences = sentences
        self._token_rules = sorted({one.rule for name, rule in grammar.rules.items() if name not in grammar.tokens
                                    for one in nodes_of(rule) if isinstance(one, Reference)} & grammar.tokens)
        self._terminals = sorted({one.text for name, rule in grammar.rules.items() if name not in grammar.tokens
                                  for one in nodes_of(rule) if isinstance(one, Terminal)})
        self._ways = (self._delete, self._double, self._swap, self._replace, self._insert, self._insert_foreign, self._truncate)

    def make(self, tokens: list[str]) -> list[str]:
        made = list(tokens)
        self._chance.choice(self._ways)(made, self._chance.randrange(len(made)))
        return made

    def _another(self, tokens):
        way = self._chance.randrange(3)
        if way == 0:
            return self._chance.choice(tokens)
        return self._chance.choice(self._terminals) if way == 1 else self._sentences.token(self._chance.choice(self._token_rules))

    def _delete(self, tokens, at):
        del tokens[at]

    def _double(self, tokens, at):
        tokens.insert(at, tokens[at])

    def _swap(self, tokens, at):
        tokens[at - 1], tokens[at] = tokens[at], tokens[at - 1]

    def _replace(self, tokens, at):
        tokens[at] = self._another(tokens)

    def _insert(self, tokens, at):
        tokens.insert(at, self._another(tokens))

    def _insert_foreign(self, tokens, at):
        tokens.insert(at, self._chance.choice(self.FOREIGN))

    def _truncate(self, tokens, at):
        del tokens[at:]
