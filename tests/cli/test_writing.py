#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests of the command line: what is written is written whole, where it was meant to go, or that it is not is told.

Run as test_cli.py is.
"""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import unittest

from test_cli import PROGRAM, RULES, SUBJECTS, TEAMS_RULES

FULL = "/dev/full"
OFFICE = ["--standard", "office_safety", "--on", "2022-11-15"]
BOTH_DAYS = ["--standard", "office_safety", "--on", "2022-11-15", "--and-on", "2022-11-16"]
# Each writes to the standard output, and ends with 0 when it can.
COMMANDS = {
    "help": ["--help"],
    "version": ["--version"],
    "help of a command": ["score", "--help"],
    "help of gen cpp": ["gen", "cpp", "--help"],
    "check": ["check", RULES],
    "test": ["test", RULES],
    "assess": ["assess", RULES, *OFFICE, "f.json"],
    "assess as json": ["assess", RULES, *OFFICE, "--json", "f.json"],
    "questions": ["questions", RULES, *OFFICE],
    "questions as json": ["questions", RULES, *OFFICE, "--json"],
    "score": ["score", RULES, "--on", "2022-11-15", "--quiet", "t.csv"],
    "score as ndjson": ["score", RULES, "--on", "2022-11-15", "--quiet", "--format", "ndjson", "t.csv"],
    "summary": ["score", RULES, "--on", "2022-11-15", "t.csv", "-o", "out.csv"],
    "compare": ["compare", RULES, *OFFICE, "f.json", "f.json"],
    "compare as json": ["compare", RULES, *OFFICE, "--json", "f.json", "f.json"],
    "compare raters": ["compare", TEAMS_RULES, "--on", "2022-11-15", "--raters", "a,b", "raters.csv"],
    "diff": ["diff", RULES, *BOTH_DAYS],
    "diff as json": ["diff", RULES, *BOTH_DAYS, "--json"],
    "fmt": ["fmt", "-"],
    "fmt in place": ["fmt", "loose.tieuchi"],
    "gen": ["gen", "cpp", RULES, *OFFICE],
}
LIKE_DIFF = ("compare", "diff")


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        self.fill()

    def fill(self):
        self.write("t.csv", SUBJECTS)
        self.write("f.json", '{"kind": "agency", "staff": 0}')
        self.write("raters.csv", "id,rater,kind\nt,a,team\nt,b,team\n")
        self.write("loose.tieuchi", pathlib.Path(RULES).read_text(encoding="utf-8") + "\n\n\n")
        shutil.copy(RULES, self.path / "copy.tieuchi")

    def write(self, name, text):
        (self.path / name).write_text(text, encoding="utf-8")

    def run_with(self, arguments, **how):
        how.setdefault("stdout", subprocess.PIPE)
        how.setdefault("stderr", subprocess.PIPE)
        with open(self.path / "copy.tieuchi", "rb") as rules:
            return subprocess.run([PROGRAM, *arguments], cwd=self.path, stdin=how.pop("stdin", rules), timeout=60, check=False, **how)

    def shell(self, arguments, redirection):
        """With a stream closed: the standard input is the rules."""
        quoted = " ".join("'" + one.replace("'", "'\\''") + "'" for one in [PROGRAM, *arguments])
        return subprocess.run(["sh", "-c", f"{quoted} {redirection}"], cwd=self.path, capture_output=True, timeout=60, check=False)


class Lost(Folder):
    """Nothing that cannot be written is lost without a word."""

    def lost(self, name):
        return 2 if name.split()[0] in LIKE_DIFF else 1

    def test_all_end_well_when_they_can_write(self):
        for name, arguments in COMMANDS.items():
            with self.subTest(name):
                done = self.run_with(arguments)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertNotEqual(done.stdout, b"")

    @unittest.skipUnless(os.path.exists(FULL), "there is no /dev/full here")
    def test_full_output(self):
        for name, arguments in COMMANDS.items():
            self.fill()
            with self.subTest(name), open(FULL, "wb") as full:
                done = self.run_with(arguments, stdout=full)
                self.assertEqual(done.returncode, self.lost(name))
                self.assertEqual(done.stderr.count(b"error[E450]"), 1, done.stderr)
                self.assertIn(b"standard output", done.stderr)
                self.assertIn(b"No space left on device", done.stderr)

    def test_closed_output(self):
        for name, arguments in COMMANDS.items():
            self.fill()
            with self.subTest(name):
                done = self.shell(arguments, "< copy.tieuchi >&-")
                self.assertEqual(done.returncode, self.lost(name))
                self.assertEqual(done.stderr.count(b"error[E450]"), 1, done.stderr)
                self.assertIn(b"Bad file descriptor", done.stderr)

    def test_a_closed_stream_is_never_taken_for_a_file(self):
        """A file that is opened gets the lowest number that is free."""
        self.assertEqual(self.run_with(COMMANDS["summary"]).returncode, 0)
        right = (self.path / "out.csv").read_bytes()
        for redirection in (">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&-", "<&- >&- 2>&-"):
            with self.subTest(redirection):
                self.shell(COMMANDS["summary"], redirection)
                self.assertEqual((self.path / "out.csv").read_bytes(), right)
        done = self.shell(["score", RULES, "--on", "2022-11-15", "--from", "csv", "-"], "<&-")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"E430", done.stderr)

    @unittest.skipUnless(os.path.exists(FULL), "there is no /dev/full here")
    def test_full_error_stream(self):
        """The summary goes there when the results go to the output."""
        with open(FULL, "wb") as full:
            done = self.run_with(["score", RULES, "--on", "2022-11-15", "t.csv"], stderr=full)
            self.assertEqual(done.returncode, 1)
            quiet = self.run_with(["score", RULES, "--on", "2022-11-15", "--quiet", "t.csv"], stderr=full)
            self.assertEqual((quiet.returncode, quiet.stdout), (0, done.stdout))

    def test_broken_pipe_ends_as_the_shell_expects(self):
        for arguments in (COMMANDS["check"], COMMANDS["help"], COMMANDS["score"]):
            for usual in (True, False):
                with self.subTest(arguments, usual=usual):
                    reading, writing = os.pipe()
                    os.close(reading)
                    ignore = None if usual else lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN)
                    done = self.run_with(arguments, stdout=writing, preexec_fn=ignore)
                    os.close(writing)
                    self.assertEqual(done.returncode, -signal.SIGPIPE if usual else 1)
                    self.assertEqual(b"E450" in done.stderr, not usual)

    def test_a_file_that_may_not_grow(self):
        self.write("out.csv", "before")
        small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        done = self.run_with(COMMANDS["summary"], preexec_fn=small)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"E450", done.stderr)
        self.assertEqual((self.path / "out.csv").read_text(encoding="utf-8"), "before")
        self.assertEqual([one.name for one in self.path.glob("out.csv?*")], [])


class Replaced(Folder):
    """`-o` replaces neither rules nor the table, by whatever name."""

    def names_of(self, file):
        """Other names of one file."""
        (self.path / "symbolic").symlink_to(file)
        os.link(self.path / file, self.path / "hard")
        (self.path / "folder").symlink_to(".")
        return [file, f"./{file}", f"folder/{file}", "symbolic", "hard", str(self.path / file)]

    def refused(self, arguments, file, redirection=None):
        before = (self.path / file).read_bytes()
        done = self.run_with(arguments) if redirection is None else self.shell(arguments, redirection)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(b"error[E511]", done.stderr)
        self.assertEqual((self.path / file).read_bytes(), before)

    def test_rules(self):
        for name in self.names_of("copy.tieuchi"):
            for rules in ("copy.tieuchi", ".", "folder"):
                with self.subTest(name, rules=rules):
                    score = ["score", rules, "--on", "2022-11-15", "--format", "csv", "t.csv", "-o", name]
                    self.refused(score, "copy.tieuchi")
                    self.refused(["gen", "cpp", rules, *OFFICE, "-o", name], "copy.tieuchi")
                    self.refused(score[:-2], "copy.tieuchi", f">> {name}")

    def test_rules_of_another_name(self):
        shutil.copy(RULES, self.path / "rules.txt")
        self.refused(["gen", "cpp", "rules.txt", *OFFICE, "-o", "rules.txt"], "rules.txt")

    def test_what_would_be_taken_for_rules(self):
        done = self.run_with(["gen", "cpp", RULES, *OFFICE, "-o", "new.tieuchi"])
        self.assertEqual(done.returncode, 2)
        self.assertFalse((self.path / "new.tieuchi").exists())

    def test_folders_that_link_to_each_other(self):
        (self.path / "deep").mkdir()
        for number in range(3):
            (self.path / "deep" / str(number)).symlink_to("..")
        self.write("out.csv", "before")
        self.run_with(["gen", "cpp", ".", *OFFICE, "-o", "out.csv"])  # ends: each folder is looked at once, not on 3^40 ways

    def test_the_table(self):
        for name in self.names_of("t.csv"):
            with self.subTest(name):
                score = ["score", RULES, "--on", "2022-11-15", "--format", "csv", "--from", "csv"]
                self.refused([*score, "t.csv", "-o", name], "t.csv")
                self.refused([*score, "-", "-o", name], "t.csv", "< t.csv")
                self.refused([*score, "t.csv"], "t.csv", f">> {name}")
                self.refused([*score, "-"], "t.csv", f"< t.csv >> {name}")


class Signals(Folder):
    """A run that is ended from outside leaves nothing behind, and what was there as it was."""

    ROWS = 200_000

    def setUp(self):
        super().setUp()
        lines = "".join(f"A{i},,agency,,{i % 50},,\n" for i in range(self.ROWS))
        self.write("large.csv", "id,parent,kind,level,staff,staff_informed,fires\n" + lines)
        self.write("out.csv", "before")

    def test_no_temporary_file_stays(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
            with self.subTest(number):
                running = subprocess.Popen([PROGRAM, "score", RULES, "--on", "2022-11-15", "large.csv", "-o", "out.csv"], cwd=self.path,
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
                temporary = []
                while not temporary and running.poll() is None:
                    temporary = list(self.path.glob("out.csv.*"))
                self.assertNotEqual(temporary, [], "the run ended before its file could be seen")
                running.send_signal(number)
                self.assertEqual(running.wait(60), -number)
                self.assertEqual(list(self.path.glob("out.csv.*")), [])
                self.assertEqual((self.path / "out.csv").read_text(encoding="utf-8"), "before")

    def test_what_the_caller_has_ignored_stays_ignored(self):
        running = subprocess.Popen([PROGRAM, "score", RULES, "--on", "2022-11-15", "large.csv", "-o", "out.csv"], cwd=self.path,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        while not list(self.path.glob("out.csv.*")) and running.poll() is None:
            pass
        running.send_signal(signal.SIGHUP)
        self.assertEqual(running.wait(60), 0)


if __name__ == "__main__":
    unittest.main()
