#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every example in README.md, in the pages of docs/ and in dsl/LANGUAGE.md is what the program says it is.

In all: a block marked `tieuchi` is a whole rule file, `tieuchi check` finds nothing wrong with it, and its examples pass; one marked `tieuchi-standard` stands in the
block marked `tieuchi-skeleton` in place of its `…`, with a criterion and outcomes added where it has none.
In README and docs/: a block under a line `<!-- file: PATH -->` is that file, without its SPDX line; under `<!-- excerpt: PATH -->` it shows lines of it, in
their order; a block marked `console` under `<!-- run -->` shows commands after `$` and what they print, where a line `…` stands for any lines left out.
What else they show is tested elsewhere: consoles under `<!-- run with c++ -->` by tests/consumer, blocks marked `python` by tests/python.
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
PAGES = [README, *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md")))]
LANGUAGE = "dsl/LANGUAGE.md"
MARKS = {"tieuchi", "cpp", "c", "python", "text", "console", "cmake", "sh"}
# The programs that consoles run, and what in the environment names them.
PROGRAMS = {"tieuchi": "TIEUCHI", "./readme": "TIEUCHI_README", "./office": "TIEUCHI_OFFICE", "./columns": "TIEUCHI_COLUMNS", "./drills": "TIEUCHI_DRILLS"}
# What is added to an example of a standard that has no line which begins so.
ADDED = {"criterion": "criterion 99 when models >= 1\n", "outcome|classes": "outcome met when every criterion is met\noutcome not_met otherwise\n"}


def blocks(name):
    return fenced.blocks((ROOT / name).read_text(encoding="utf-8"))


def shown(wanted=None):
    """What the pages show, under this directive or all of it: where that is, the mark, the directive, what it names, the text."""
    for page in PAGES:
        for mark, above, text, line in blocks(page):
            directive, _, name = above.partition(": ")
            if wanted in (None, directive):
                yield f"{page}:{line}", mark, directive, name, text


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
        for name in (*PAGES, LANGUAGE):
            for mark, directive, text, line in blocks(name):
                about = f"{name}:{line}"
                with self.subTest(about):
                    if mark == "tieuchi" and not directive.startswith("excerpt: "):
                        self.assertEqual(self.check(text, about), "", about)
                        examples += self.run_examples(text, about)
                        counted += 1
                    elif mark == "tieuchi-standard":
                        self.check(whole(text, skeleton), about)  # facts of the skeleton that it does not read are warned about
                        counted += 1
        self.assertGreaterEqual(counted, 14)
        self.assertGreaterEqual(examples, 2)

    def test_marks(self):
        for about, mark, directive, _, _ in shown():
            if about.startswith("docs/errors.md:"):
                self.assertEqual((mark, directive), ("", ""), about)  # what is wrong, and the same mended
                continue
            self.assertIn(mark, MARKS, about)
            if mark == "console":
                self.assertIn(directive, ("run", "run with c++"), about)
            elif mark in ("tieuchi", "cpp", "c"):
                self.assertIn(directive, ("file", "excerpt"), about)
        for mark, _, _, line in blocks(LANGUAGE):
            self.assertIn(mark, {"tieuchi", "tieuchi-standard", "tieuchi-skeleton", ""}, f"{LANGUAGE}:{line}")

    def test_readme_is_short(self):
        self.assertLessEqual(len((ROOT / README).read_text(encoding="utf-8").splitlines()), 200)

    def test_files(self):
        names = set()
        for about, _, _, name, text in shown("file"):
            first, rest = (ROOT / name).read_text(encoding="utf-8").split("\n", 1)
            self.assertIn("SPDX-License-Identifier", first)
            self.assertEqual(text, rest, f"{about} is not {name}")
            names.add(name)
        self.assertEqual(names, {f"examples/{name}" for name in ("readme.cpp", "office.cpp", "columns.cpp", "drills.tieuchi", "classes.tieuchi")})

    def test_excerpts(self):
        names = set()
        for about, _, _, name, text in shown("excerpt"):
            lines = iter((ROOT / name).read_text(encoding="utf-8").splitlines())
            for wanted in text.splitlines():
                if wanted != "…":
                    self.assertIn(wanted, lines, f"{about} is not in {name}")  # after those before it
            names.add(name)
        self.assertEqual(names, {"dsl/vn/bca/circular-124-2021/commune.tieuchi", "examples/embed/c/drills.c", "examples/embed/cpp/drills.cpp"})

    def test_commands(self):
        """A console is run line by line, in a folder that looks like that of the repository and is thrown away."""
        used = set()
        for about, _, _, _, text in shown("run"):
            with tempfile.TemporaryDirectory() as folder:
                for entry in ("dsl", "examples"):
                    os.symlink(ROOT / entry, os.path.join(folder, entry))
                for command, wanted in fenced.commands(text):
                    with self.subTest(about, command=command):
                        printed = self.printed(command, folder, used)
                        if not fenced.pattern_of(wanted).search(printed):
                            self.assertEqual(wanted, printed)
        self.assertEqual(used, set(PROGRAMS))

    def printed(self, command, folder, used):
        for name, variable in PROGRAMS.items():
            path = shlex.quote(os.environ[variable])
            command, times = re.subn(rf"(?<![\w./]){re.escape(name)}(?= |$)", lambda _, path=path: path, command)
            if times:
                used.add(name)
        done = subprocess.run(["bash", "-c", command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=120)
        return done.stdout

    def test_dev(self):
        """What the pages say that ./dev can do, its help lists."""
        done = subprocess.run([ROOT / "dev", "help"], capture_output=True, encoding="utf-8", check=True, timeout=60)
        known = set(re.findall(r"^  (\w+) ", done.stdout, re.MULTILINE))
        for name in PAGES:
            said = set(re.findall(r"\./dev (\w+)", (ROOT / name).read_text(encoding="utf-8")))
            self.assertLessEqual(said, known, name)


if __name__ == "__main__":
    unittest.main()
