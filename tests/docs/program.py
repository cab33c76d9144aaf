# SPDX-License-Identifier: Apache-2.0
"""The command line program and the subjects that the tests of documentation run it on. TIEUCHI in the environment names the program."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "explain"


def run(*arguments, stdin=""):
    """What the program did: exit code, output, errors."""
    return subprocess.run([os.environ["TIEUCHI"], *arguments], input=stdin, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60)


class Subject:
    def __init__(self, described, bases, on):
        self.name = described["name"]
        self.standard = described["standard"]
        self.on = on
        self.readings = described.get("readings", {})
        self.facts = {**bases.get(described["base"], {}), **described["facts"]}

    def assess(self, *arguments):
        """The output of `tieuchi assess` for it."""
        readings = [f"--reading={name}={option}" for name, option in self.readings.items()]
        done = run("assess", "dsl/vn", "--standard", self.standard, "--on", self.on, "--subject", self.name, *readings, *arguments, "-",
                   stdin=json.dumps(self.facts))
        if done.returncode != 0:
            raise AssertionError(f"{self.name}: {done.stderr}")
        return done.stdout


def subjects():
    described = json.loads((GOLDEN / "subjects.json").read_text(encoding="utf-8"))
    return [Subject(one, described["bases"], described["on"]) for one in described["subjects"]]
