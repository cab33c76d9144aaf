# SPDX-License-Identifier: Apache-2.0
"""Answers of the program `tieuchi`, which TIEUCHI in the environment names."""
import json
import os
import pathlib
import re
import subprocess
import tempfile

CODE = re.compile(r"^(?:error|warning)\[([EW]\d{3})\]", re.MULTILINE)

ROW = re.compile(r"^error\[(E\d{3})\]: [^\n]*\n\s*--> standard input:(\d+)(?::|$)", re.MULTILINE)


class Rules:
    """Rule files in a folder of their own."""

    def __init__(self, files):
        self.folder = tempfile.TemporaryDirectory()
        for name, text in files.items():
            (pathlib.Path(self.folder.name) / name).write_text(text, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def run(self, command, *arguments, stdin=""):
        return subprocess.run([os.environ["TIEUCHI"], command, self.folder.name, *arguments], input=stdin, capture_output=True,
                              encoding="utf-8", timeout=60, check=False)

    def codes(self):
        """Codes of all problems of the rules."""
        return CODE.findall(self.run("check").stderr)

    def answer(self, standard, case):
        """What the program answers, in the words of the suites."""
        facts = json.dumps(case["facts"], ensure_ascii=False)
        done = self.run("assess", "--standard", standard, *selection(case), "--json", "-", stdin=facts)
        if not done.stdout:
            return {"problems": CODE.findall(done.stderr) or [done.stderr]}
        return told(json.loads(done.stdout))


    def table(self, standard, table):
        """Answers by one standard to a table of subjects, by their ids; a row that was refused has its problems."""
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table["rows"])
        done = self.run("score", *selection(table), "--quiet", "--keep-going", "--from", "ndjson", "--format", "ndjson", "-", stdin=lines)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        told = {name_of(one): row_told(one) for one in answers if one["standard"] in (standard, None)}
        for code, line in ROW.findall(done.stderr):
            told[name_of(table["rows"][int(line) - 1])].setdefault("problems", []).append(code)
        return told

    def examples(self):
        """What became of each example, and the criteria that no example decides both ways."""
        report = json.loads(self.run("test", "--json").stdout)
        parts = [part for one in report["coverage"] for part in one["parts"] if part["part"] == "criterion"]
        return ({one["name"]: "holds" if one["passed"] else "fails" for one in report["examples"]},
                [part["name"] for part in parts if not (part["yes"] and part["no"])])

    def comparison(self, standard, case):
        """The clauses in which the answers to two sets of facts differ."""
        with tempfile.TemporaryDirectory() as folder:
            for name in ("facts", "others"):
                (pathlib.Path(folder) / name).write_text(json.dumps(case[name], ensure_ascii=False), encoding="utf-8")
            done = self.run("compare", "--standard", standard, *selection(case), "--json", f"{folder}/facts", f"{folder}/others")
        return [one["clause"] for one in json.loads(done.stdout)["criteria"]]

    def difference(self, standard, case):
        """The clauses in which a standard differs between two days or places."""
        last = {"on": case["to"]["on"], "place": case["to"].get("place", "")}
        first = {"on": case["from"]["on"], "place": case["from"].get("place", "")}
        ends = ["--on", first["on"], "--and-on", last["on"]]
        ends += ["--place", first["place"]] if first["place"] else []
        ends += ["--and-place", last["place"]] if last["place"] else []
        done = self.run("diff", "--standard", standard, *ends, "--json")
        return [one["clause"] for one in json.loads(done.stdout)["differences"] if one.get("clause")]


def selection(case):
    chosen = ["--on", case["on"]]
    chosen += ["--place", case["place"]] if case["place"] else []
    chosen += ["--year", str(case["year"])] if "year" in case else []
    return chosen + [f"--reading={name}={option}" for name, option in case["readings"].items()]


def ends(told):
    return [told["least"], told["most"]]


def name_of(row):
    """What a table calls a subject, or its answer: the id, and the rater where there is one."""
    return " ".join(filter(None, (row["id"], row.get("rater"))))


def row_told(answer):
    return {"outcomes": answer.get("before_quotas", answer["possible"]), "because": answer["because"], "after_quotas": answer["possible"]}


def rule(one):
    return f"{one['kind'].replace('_', ' ')} {one['outcome']}"


def adjustment(one):
    return {"rule": rule(one), "status": "applied" if one["certain"] else "possible"}


def told(answer):
    made = {
        "outcomes": [one["name"] for one in answer["possible_outcomes"]],
        "because": answer["because"],
        "findings": {one["clause"]: one["status"] for one in answer["findings"]},
        "excepted": [one["clause"] for one in answer["findings"] if one["excepted"]],
        "questions": [one["fact"] for one in answer["questions"]],
        "by": {one["fact"]: one["by"] for one in answer["questions"] if one["by"]},
        "readings": {one["name"]: one["option"] for one in answer["readings"]},
        "period": answer["period"] and [answer["period"]["first"], answer["period"]["last"]],
        "decide_before": answer["decide_before"],
        "document": answer["document"],
        "document_status": answer["document_status"],
        "amended_by": answer.get("amended_by"),
        "adjustments": [adjustment(one) for one in answer.get("adjustments", []) if not one["idle"]],
        "holding": [rule(one) for one in answer.get("adjustments", []) if one["holds"]],
        "points": {one["clause"]: ends(one["points"]) for one in answer["findings"] if one.get("points")},
    }
    for key in ("total", "maximum"):
        if answer.get(key):
            made[key] = ends(answer[key])
    return made
