#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The parser reads what dsl/grammar.ebnf describes, and nothing else.

Random sentences of the grammar, and such with one token wrong, are read by reader.py, which knows nothing but the grammar, and by the
parser. The parser must have something to say about a text exactly when it is no sentence. TIEUCHI_SEED in the environment makes other
sentences; TIEUCHI_READS names the program of reads.cpp.
"""

import os
import pathlib
import random
import re
import subprocess
import unittest

from ebnf import Grammar, Reference, branches_of, describe
from reader import Reader
from sentences import Mutations, Sentences

ROOT = pathlib.Path(__file__).resolve().parents[2]
SENTENCES = 2500
MOST_SENTENCES = 20_000  # until every branch is taken
MUTATIONS_OF_EACH = 2
SHOWN = 12
BESIDE_GRAMMAR = {"E115"}  # something said twice, of what may be said once: no question of grammar


def written(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def parse(texts: list[str]) -> list[set[str]]:
    """What the parser has to say of each text: codes."""
    done = subprocess.run([os.environ["TIEUCHI_READS"]], input="".join(text + "\0" for text in texts), capture_output=True,
                          encoding="utf-8", timeout=120)
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) != len(texts):
        raise AssertionError(f"the parser ended with {done.returncode} at this text: {texts[min(len(lines), len(texts) - 1)]!r}\n{done.stderr}")
    return [set(line.replace("ok", "").split()) - BESIDE_GRAMMAR for line in lines]


class Keywords(unittest.TestCase):
    def setUp(self):
        self.keywords = sorted(Grammar(written("dsl/grammar.ebnf")).keywords)

    def test_of_the_parser(self):
        array = re.search(r"keywords\{(.*?)\};", written("src/syntax/keywords.hpp"), re.DOTALL)
        self.assertEqual(re.findall(r'"([^"]*)"', array[1]), self.keywords)

    def test_of_the_reference(self):
        entry = re.search(r"\* \*\*Keywords\*\*: (.*?)\.\n", written("dsl/LANGUAGE.md"), re.DOTALL)
        self.assertEqual(re.findall("`([^`]*)`", entry[1]), self.keywords)


class Agreement(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.grammar = Grammar(written("dsl/grammar.ebnf"))
        self.chance = random.Random(int(os.environ.get("TIEUCHI_SEED", "1")))
        self.sentences = Sentences(self.grammar, self.chance)
        self.reader = Reader(self.grammar)

    def test_every_rule_is_of_use(self):
        self.assertEqual(self.grammar.unreachable(), set())

    def test_sentences(self):
        """They read as they were made, but for the few with two readings; every branch of every rule is taken by some."""
        made, texts, readings, taken, missing = [], [], [], set(), ["not begun"]
        while len(made) < SENTENCES or (missing and len(made) < MOST_SENTENCES):
            made.append(self.sentences.make())
            texts.append(self.spaced(made[-1]))
            readings.append(self.reader.read(texts[-1]))
            taken.update(readings[-1] or ())
            if len(made) >= SENTENCES and len(made) % 100 == 0:
                missing = [f"{rule}: {describe(branch)}" for rule, node in self.grammar.rules.items() for branch in branches_of(node)
                           if branch not in (self.sentences.taken if rule in self.grammar.tokens else taken)]
        self.assertEqual(missing, [], "never taken")
        self.assertGreater(sum(reading is not None for reading in readings), 0.8 * len(made), "too few sentences read as they were made")
        self.compare(made, texts, readings)

    def test_mutations(self):
        mutations = Mutations(self.grammar, self.sentences, self.chance)
        made = [mutations.make(tokens) for tokens in (self.sentences.make() for _ in range(SENTENCES)) for _ in range(MUTATIONS_OF_EACH)]
        texts = [self.spaced(tokens) for tokens in made]
        readings = [self.reader.read(text) for text in texts]
        self.assertGreater(sum(reading is None for reading in readings), len(made) / 2, "too few mutations are mistakes")
        self.assertGreater(sum(reading is not None for reading in readings), len(made) / 50, "too few mutations are sentences")
        self.compare(made, texts, readings)

    def compare(self, made, texts, readings):
        wrong = [tokens for tokens, reading, codes in zip(made, readings, parse(texts)) if (reading is None) != bool(codes)]
        shown = {" ".join(shortened): None for shortened in map(self.shortened, wrong[:5 * SHOWN])}
        told = "\n".join(f"{'accepted' if self.reader.read(text) is None else 'refused'} by the parser alone: {text}"
                         for text in list(shown)[:SHOWN])
        self.assertEqual(len(wrong), 0, f"the parser and the grammar differ on these, shortened:\n{told}")

    def spaced(self, tokens: list[str]) -> str:
        """The tokens with something between them that means nothing."""
        return "".join(self.chance.choices((" ", "\n", " # \"a note\n\t"), (20, 4, 1))[0] + one for one in tokens)

    def shortened(self, tokens: list[str]) -> list[str]:
        """Fewer tokens on which parser and grammar still differ, in the same direction."""
        accepted = self.reader.read(" ".join(tokens)) is not None
        for length in (16, 4, 2, 1):
            at = 0
            while at < len(tokens):
                shorter = [tokens[:one] + tokens[one + length:] for one in range(at, len(tokens))]
                texts = [" ".join(one) for one in shorter]
                differ = (n for n, (text, codes) in enumerate(zip(texts, parse(texts)))
                          if bool(codes) == accepted and (self.reader.read(text) is not None) == accepted)
                found = next(differ, None)
                if found is None:
                    break
                tokens, at = shorter[found], at + found
        return tokens


if __name__ == "__main__":
    unittest.main(verbosity=2)
