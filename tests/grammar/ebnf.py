# SPDX-License-Identifier: Apache-2.0
"""Reads a grammar in the style of dsl/grammar.ebnf.

    grammar = Grammar(text)
    grammar.rules["criterion"]     # what the rule is made of
    grammar.keywords               # the quoted words that no name may be

Rules after the comment that begins with `Tokens` say which characters a token is made of; the others, which tokens a sentence is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Terminal:
    """A word or a sign, as it stands in a sentence."""
    text: str

    def __str__(self):
        return f'"{self.text}"'


@dataclass(frozen=True, eq=False)
class Range:
    """One character, from `first` to `last`: `"a" | … | "z"`."""
    first: str
    last: str

    def __str__(self):
        return f'"{self.first}" | … | "{self.last}"'


@dataclass(frozen=True, eq=False)
class AnyBut:
    """One character that is none of these: `? any character but '"' and a line end ?`."""
    characters: str

    def __str__(self):
        return f"? any character but {self.characters!r} ?"


@dataclass(frozen=True, eq=False)
class Reference:
    rule: str

    def __str__(self):
        return self.rule


@dataclass(frozen=True, eq=False)
class Sequence:
    items: tuple

    def __str__(self):
        return " ".join(f"( {one} )" if isinstance(one, Choice) else str(one) for one in self.items)


@dataclass(frozen=True, eq=False)
class Choice:
    alternatives: tuple

    def __str__(self):
        return " | ".join(map(str, self.alternatives))


@dataclass(frozen=True, eq=False)
class Option:
    item: object

    def __str__(self):
        return f"[ {self.item} ]"


@dataclass(frozen=True, eq=False)
class Repetition:
    item: object

    def __str__(self):
        return f"{{ {self.item} }}"


def parts_of(node):
    """What the node is directly made of."""
    match node:
        case Sequence(items) | Choice(items):
            return items
        case Option(item) | Repetition(item):
            return (item,)
    return ()


def nodes_of(node):
    """The node and everything in it."""
    yield node
    for part in parts_of(node):
        yield from nodes_of(part)


def branches_of(node):
    """What can be taken in the node: an alternative, an optional part or not, a repetition never, once or more often."""
    for one in nodes_of(node):
        match one:
            case Choice(alternatives):
                yield from ((one, number) for number in range(len(alternatives)))
            case Option():
                yield from ((one, number) for number in range(2))
            case Repetition():
                yield from ((one, number) for number in range(3))


def describe(branch) -> str:
    node, number = branch
    if isinstance(node, Choice):
        return str(node.alternatives[number])
    return f"{node} {('left out', 'taken', 'repeated')[number]}"


class Mistake(Exception):
    """The text is no grammar."""


LEXEME = re.compile(r"""(?P<comment>\(\*.*?\*\)) | "(?P<double>[^"]+)" | '(?P<single>[^']+)' | \?(?P<special>[^?]*)\? |
                        (?P<words>[a-z]+(?:\s+[a-z]+)*) | (?P<sign>[=|;…()\[\]{}])""", re.VERBOSE | re.DOTALL)
ANY_BUT = re.compile(r"\s*any character but (.*?)( and a line end)?\s*", re.DOTALL)


class Grammar:
    """The rules, in the order of the text, the first one being that of a whole sentence."""

    def __init__(self, text: str):
        self.lexemes = self._lexemes_of(text)
        self.comments = [" ".join(found.split()) for kind, found in self.lexemes if kind == "comment"]
        self.rules: dict[str, object] = {}
        self.tokens: set[str] = set()
        self._names = {found for (kind, found), (_, then) in zip(self.lexemes, self.lexemes[1:]) if kind == "words" and then == "="}
        self._read_rules()
        self.start = next(iter(self.rules))
        self.words = {one.text for name, node in self.rules.items() if name not in self.tokens
                      for one in nodes_of(node) if isinstance(one, Terminal) and one.text[0].isalpha()}
        self.contextual = self._contextual()
        self.keywords = self.words - self.contextual

    def unreachable(self) -> set[str]:
        """Rules that no sentence holds."""
        reached, waiting = set(), [self.start]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += [one.rule for one in nodes_of(self.rules[name]) if isinstance(one, Reference)]
        return self.rules.keys() - reached

    def pattern(self, node) -> str:
        """The regular expression of a token or of a part of one."""
        match node:
            case Terminal(text):
                return re.escape(text)
            case Range(first, last):
                return f"[{first}-{last}]"
            case AnyBut(characters):
                return f"[^{re.escape(characters)}]"
            case Reference(rule):
                return self.pattern(self.rules[rule])
            case Sequence(items):
                return "".join(map(self.pattern, items))
            case Choice(alternatives):
                return f"(?:{'|'.join(map(self.pattern, alternatives))})"
            case Option(item):
                return f"(?:{self.pattern(item)})?"
            case Repetition(item):
                return f"(?:{self.pattern(item)})*"
        raise TypeError(node)

    def _contextual(self) -> set[str]:
        """The quoted words that names may be, which the opening comment lists."""
        found = re.search(r"words only where they stand here: ([a-z_, ]+)\.", self.comments[0])
        if not found:
            raise Mistake("the opening comment does not list the words that are no keywords")
        words = set(re.split(r", ?", found[1]))
        if words - self.words:
            raise Mistake(f"the opening comment lists words that the grammar does not have: {sorted(words - self.words)}")
        return words

    @staticmethod
    def _lexemes_of(text: str) -> list[tuple[str, str]]:
        lexemes, at = [], 0
        while at < len(text):
            if text[at].isspace():
                at += 1
                continue
            found = LEXEME.match(text, at)
            if not found:
                raise Mistake(f"line {text.count(chr(10), 0, at) + 1}: {text[at:at + 20]!r} is nothing that a grammar has")
            kind = "text" if found.lastgroup in ("double", "single") else found.lastgroup
            lexemes.append((kind, " ".join(found[found.lastgroup].split()) if kind == "words" else found[found.lastgroup]))
            at = found.end()
        return lexemes + [("end", "")]

    def _read_rules(self):
        self._at = 0
        in_tokens = False
        while self._kind() != "end":
            if self._kind() == "comment":
                in_tokens = self._take().startswith("(* Tokens") or in_tokens
                continue
            name = self._take("words")
            self._expect("=")
            if name in self.rules:
                raise Mistake(f"two rules `{name}`")
            self.rules[name] = self._read_choice()
            self._expect(";")
            if in_tokens:
                self.tokens.add(name)

    def _read_choice(self):
        alternatives = [self._read_sequence()]
        while self._accept("|"):
            if self._accept("…"):
                self._expect("|")
                alternatives.append(Range(alternatives.pop().text, self._take("text")))
            else:
                alternatives.append(self._read_sequence())
        return alternatives[0] if len(alternatives) == 1 else Choice(tuple(alternatives))

    def _read_sequence(self):
        items = []
        while True:
            kind, found = self.lexemes[self._at]
            if kind == "text":
                items.append(Terminal(self._take()))
            elif kind == "special":
                items.append(self._read_special(self._take()))
            elif kind == "words":
                items += self._references(self._take())
            elif found in ("(", "[", "{"):
                items.append(self._read_bracket(self._take()))
            else:
                break
        if not items:
            raise Mistake(f"nothing before `{found}`")
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _read_bracket(self, opening: str):
        inner = self._read_choice()
        self._expect({"(": ")", "[": "]", "{": "}"}[opening])
        return {"(": lambda node: node, "[": Option, "{": Repetition}[opening](inner)

    @staticmethod
    def _read_special(text: str):
        found = ANY_BUT.fullmatch(text)
        if not found:
            raise Mistake(f"nothing is known of `? {text.strip()} ?`")
        return AnyBut("".join(re.findall("'(.)'", found[1])) + ("\r\n" if found[2] else ""))

    def _references(self, spaced: str):
        """`clause body` names two rules, `document item` one: the longest name that there is counts."""
        words = spaced.split()
        while words:
            length = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in self._names), 0)
            if length == 0:
                raise Mistake(f"there is no rule `{' '.join(words)}`")
            yield Reference(" ".join(words[:length]))
            words = words[length:]

    def _kind(self):
        return self.lexemes[self._at][0]

    def _take(self, kind=None):
        found_kind, found = self.lexemes[self._at]
        if kind not in (None, found_kind):
            raise Mistake(f"`{found}` stands where {kind} are due")
        self._at += 1
        return found

    def _accept(self, sign):
        found = self.lexemes[self._at] == ("sign", sign)
        self._at += found
        return found

    def _expect(self, sign):
        if not self._accept(sign):
            raise Mistake(f"`{sign}` is due before `{self.lexemes[self._at][1]}`")
