#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every example in README.md and dsl/LANGUAGE.md is what the program says it is.

In both: a block marked `tieuchi` is a whole rule file, `tieuchi check` finds nothing wrong with it, and its examples pass; one marked `tieuchi-standard` stands in the
block marked `tieuchi-skeleton` in place of its `…`, with a criterion and outcomes added where it has none.
In README: a block marked `cpp` or `tieuchi` under a line `<!-- file: PATH -->` is that file, without its SPDX line; under
`<!-- excerpt: PATH -->` it shows lines of it, in their order; a block marked `console` under
`<!-- run -->` shows commands after `$` and what they print, where a line `…` stands for any lines left out.
"""
import contextlib
import os
import re
import shlex
import subprocess
import tempfile
import unittest

import fenced
from program import ROOT, run

README = "README.md"
LANGUAGE = "dsl/LANGUAGE.md"
# What is added to an example of a standard that has no line which begins so.
ADDED = {"criterion": "criterion 99 when models >= 1\n", "outcome|classes": "outcome met when every criterion is met\noutcome not_met otherwise\n"}


def blocks(name):
    return fenced.blocks((ROOT / name).read_text(encoding="utf-8"))


def whole(fragment, skeleton):
    """The rule file that a `tieuchi-standard` example stands for."""
    for words, text in ADDED.items():
        if not re.search(rf"^\s*(?:{words}) ", fragment, re.MULTILINE):
            fragment += text
    return skeleton.replace("…", fragment)


@contextlib.contextmanager
def rule_file(text):
    """The path of a file that holds the text for a while."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "example.tieuchi")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        yield path


class Examples(unittest.TestCase):
    maxDiff = None

    def check(self, text, about):
        with rule_file(text) as path:
            done = run("check", path)
        self.assertEqual(done.returncode, 0, f"{about}: {done.stderr}")
        return done.stderr

    def run_examples(self, text, about):
        """Runs the examples in the rules; how many there are."""
        number = len(re.findall(r"^example ", text, re.MULTILINE))
        with rule_file(text) as path:
            done = run("test", path)
        summary = f"{number} example{'s' * (number > 1)}, {number} passed" if number else "no examples"
        self.assertEqual((done.returncode, done.stdout.split("\n")[0]), (0, summary), f"{about}: {done.stdout}{done.stderr}")
        return number

    def test_rule_files(self):
        skeleton = next(text for mark, _, text, _ in blocks(LANGUAGE) if mark == "tieuchi-skeleton")
        counted = examples = 0
        for name in (README, LANGUAGE):
            for mark, _, text, line in blocks(name):
                about = f"{name}:{line}"
                with self.subTest(about):
                    if mark == "tieuchi":
                        self.assertEqual(self.check(text, about), "", about)
                        examples += self.run_examples(text, about)
                        counted += 1
                    elif mark == "tieuchi-standard":
                        self.check(whole(text, skeleton), about)  # facts of the skeleton that it does not read are warned about
                        counted += 1
        self.assertGreaterEqual(counted, 14)
        self.assertGreaterEqual(examples, 2)

    def test_marks(self):
        known = {README: {"tieuchi", "cpp", "c", "python", "text", "console", "cmake", "csv", "json", "sh"}, LANGUAGE: {"tieuchi", "tieuchi-standard", "tieuchi-skeleton", ""}}
        for name, marks in known.items():
            for mark, _, _, line in blocks(name):
                self.assertIn(mark, marks, f"{name}:{line}")

    def test_files(self):
        shown = 0
        for mark, directive, text, line in blocks(README):
            if not directive.startswith("file: "):
                continue
            path = ROOT / directive[len("file: "):]
            first, rest = path.read_text(encoding="utf-8").split("\n", 1)
            self.assertIn("SPDX-License-Identifier", first)
            self.assertEqual(text, rest, f"{README}:{line} is not {path}")
            shown += 1
        self.assertEqual(shown, 4)

    def test_excerpts(self):
        shown = 0
        for _, directive, text, line in blocks(README):
            if directive.startswith("excerpt: "):
                path = ROOT / directive[len("excerpt: "):]
                lines = iter(path.read_text(encoding="utf-8").splitlines())
                for wanted in text.splitlines():
                    if wanted != "…":
                        self.assertIn(wanted, lines, f"{README}:{line} is not in {path}")  # after those before it
                shown += 1
        self.assertEqual(shown, 2)

    def test_commands(self):
        """A console block is run line by line in the folder of the repository, with `tieuchi` the program, `readme` and `columns` the examples built."""
        shown = 0
        for mark, directive, text, line in blocks(README):
            if directive != "run":
                continue
            for command, wanted in fenced.commands(text):
                with self.subTest(f"{README}:{line}", command=command):
                    printed = self.printed(command)
                    if not fenced.pattern_of(wanted).search(printed):
                        self.assertEqual(wanted, printed)
                    shown += 1
        self.assertGreaterEqual(shown, 5)

    def printed(self, command):
        programs = {"tieuchi": os.environ["TIEUCHI"], "./readme": os.environ["TIEUCHI_README"], "./columns": os.environ["TIEUCHI_COLUMNS"], "./drills": os.environ["TIEUCHI_DRILLS"]}
        with tempfile.TemporaryDirectory() as folder:
            line = command.replace("results.csv", os.path.join(folder, "results.csv"))
            for name, path in programs.items():
                line = re.sub(rf"(?<![\w./]){re.escape(name)} ", lambda _: shlex.quote(path) + " ", line + " ").rstrip()
            done = subprocess.run(["bash", "-c", line], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=120)
        return done.stdout


if __name__ == "__main__":
    unittest.main()
