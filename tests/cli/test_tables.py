#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests of the command line: tables as spreadsheets write them, and what is no table.

Run as test_cli.py is.
"""
import gzip
import io
import json
import sys
import unittest
import zipfile

import test_cli
from test_cli import HEADER, GOOD, GoldenCase, Run, rows_of, score

# Met only where each fact is read as what it means.
RULES = """document "1" { title en "T" status illustrative in force from 2020-01-01 }
standard works_check for works {
    facts {
        staff   count
        noise   number scale 2
        share   percent
        founded date
        open    yes_no
        size    one of (small, large)
    }
    criterion 1 en "Staff"   when staff = 1200
    criterion 2 en "Noise"   when noise = 12.5
    criterion 3 en "Share"   when share = 87.5%
    criterion 4 en "Founded" when founded >= 2022-02-10 and founded <= 2022-02-10
    criterion 5 en "Open"    when open
    criterion 6 en "Size"    when size is large
    outcome met en "Met" when every criterion is met
    outcome not_met en "Not met" otherwise
}
standard shop_check for shop {
    facts { shelves count }
    criterion 1 en "Shelves" when shelves >= 1
    outcome met en "Met" when every criterion is met
    outcome not_met en "Not met" otherwise
}
"""
NAMES = ["id", "kind", "staff", "noise", "share", "founded", "open", "size"]
PLAIN = ["A", "works", "1200", "12.5", "87.5%", "2022-02-10", "yes", "large"]
LOCAL = ["A", "works", "1.200", "12,5", "87,5%", "10/02/2022", "TRUE", "large"]
LOCALLY = ["--decimal-comma", "--dates", "dd/mm/yyyy"]


def works(table, *arguments, name="t.csv", expect=0):
    return Run("score", "r.tieuchi", "--on", "2022-11-15", "--quiet", *arguments, name, files={"r.tieuchi": RULES, name: table},
               expect=expect)


def lines(*rows, between=",", end="\n"):
    return "".join(between.join(row) + end for row in rows)


class Spreadsheets(unittest.TestCase):
    """What spreadsheets write means what is seen in them."""

    def met(self, table, *arguments, name="t.csv"):
        run = works(table, *arguments, name=name)
        self.assertEqual([row["outcome"] for row in rows_of(run.out)], ["met"], run.out)
        self.assertEqual(run.err, "")

    def refused(self, table, *patterns, arguments=(), name="t.csv"):
        run = works(table, *arguments, name=name, expect=1)
        self.assertEqual(run.out, "")
        for pattern in patterns:
            self.assertRegex(run.err, pattern)

    def row(self, cells=None, **other):
        return [other.get(name, cell) for name, cell in zip(NAMES, cells or PLAIN, strict=True)]

    def test_plain(self):
        self.met(lines(NAMES, PLAIN))

    def test_separators(self):
        for mark, option in ((";", ";"), ("\t", "tab"), ("\t", "\\t"), ("|", "|")):
            self.met(lines(NAMES, PLAIN, between=mark), "--separator", option, "--thousands-comma")
        self.met(lines(NAMES, LOCAL, between=";"), "--separator", ";", *LOCALLY)
        for name in ("t.tsv", "T.TSV"):
            self.met(lines(NAMES, PLAIN, between="\t"), name=name)
        self.met(lines(NAMES, PLAIN), name="T.CSV")

    def test_results_are_never_written_with_tabs(self):
        run = works(lines(NAMES, PLAIN), "-o", "o.tsv", expect=2)
        self.assertIn("E510", run.err)

    def test_first_line_sep(self):
        for first in ("sep=;\n", "sep=;\r\n", "SEP=;\n", '"sep=;"\n', "\ufeffsep=;\n"):
            self.met(first + lines(NAMES, LOCAL, between=";"), *LOCALLY)
        self.met("sep=\t\n" + lines(NAMES, PLAIN, between="\t"))
        self.met("sep=;\n" + lines(NAMES, PLAIN), "--separator", ",")
        # Lines count from the first of the file.
        self.refused("sep=;\n" + lines(NAMES, self.row(LOCAL, staff="many"), between=";"), r"t\.csv:3: staff\b", arguments=LOCALLY)

    def test_wrong_separator_is_told(self):
        self.refused(lines(NAMES, PLAIN, between=";"), "E435", 'separated by `;`: say --separator ";"')
        self.refused(lines(NAMES, LOCAL, between=";"), "E435", 'say --separator ";"')
        self.refused(lines(NAMES, PLAIN, between="\t"), "say --separator tab")
        self.refused(lines(NAMES, PLAIN), 'say --separator ","', arguments=["--separator", ";"])
        self.refused(lines([*NAMES[:2], "a, b"], between=";"), 'say --separator ";"')
        for mark in ("", "ab", "a", '"', " "):
            self.assertIn("is no separator", works(lines(NAMES, PLAIN), "--separator", mark, expect=2).err)

    def test_columns_without_name_or_cell(self):
        self.met(lines([*NAMES, "", ""], [*PLAIN, "", ""]))
        self.met(lines(["", *NAMES[:3], "", *NAMES[3:]], ["", *PLAIN[:3], "", *PLAIN[3:]]))
        self.refused(lines([*NAMES, ""], [*PLAIN, ""], [""] * 9, self.row(id="B") + ["x"]), "E437", r"t\.csv:4", "column 9 has no name")

    def test_rows_without_cells(self):
        self.met(lines([""] * 8, NAMES, [""] * 8, PLAIN, [""] * 8, ["", ""], ['""'] * 8))
        self.refused(lines([""] * 8), "E431")

    def test_rows_of_another_length(self):
        self.refused(lines(NAMES, PLAIN[:-1]), "E434", "7 cells", "let a column that is always filled be the last")
        self.refused(lines(NAMES, [*PLAIN, "x"]), "E434", "put in quotes")
        self.refused(lines(NAMES, [*PLAIN, ""]), "E434", "the last cells are empty")

    def test_a_title_above_the_names_is_told_once(self):
        run = works(lines(["Report of 2022", "", ""], NAMES, PLAIN), expect=1)
        self.assertEqual(run.err.count("error["), 2)
        self.assertIn("the first line names the columns", run.err)

    def test_line_ends_and_quotes(self):
        quoted = ['"' + cell + '"' for cell in PLAIN]
        self.met("\ufeff" + lines(NAMES, quoted, end="\r\n"))
        self.met("\ufeff" + lines([*NAMES, "level"], [*LOCAL, '"a\r\nb; ""c"""'], between=";", end="\r\n"), "--separator", ";", *LOCALLY)

    def test_yes_and_no(self):
        for text in ("TRUE", "true", "1", "yes", "Có"):
            self.met(lines(NAMES, self.row(open=text)))
        self.assertEqual(rows_of(works(lines(NAMES, self.row(open="FALSE"))).out)[0]["outcome"], "not_met")

    def test_numbers_with_a_decimal_comma(self):
        for given in ({"staff": "1.200"}, {"staff": "1200,0"}, {"noise": "12,50"}, {"noise": "+12,5"}, {"share": "87,5"}, {"staff": "1.200,00"}):
            self.met(lines(NAMES, self.row(LOCAL, **given), between=";"), "--separator", ";", *LOCALLY)
        for given in ({"noise": "12.5"}, {"noise": "0.125"}, {"share": "87.5%"}):
            self.refused(lines(NAMES, self.row(LOCAL, **given), between=";"), "E402", f"`{next(iter(given.values()))}` is not a number with a decimal comma",
                         "1.234,5", arguments=["--separator", ";", *LOCALLY])
        for given in ({"noise": "1,2,5"}, {"staff": "1.20.0"}, {"staff": "12.00"}, {"noise": "1,"}, {"noise": ",5"}, {"staff": "1.2000"}):
            self.refused(lines(NAMES, self.row(LOCAL, **given), between=";"), "E402", f"`{next(iter(given.values()))}`", arguments=["--separator", ";", *LOCALLY])

    def test_three_zeros_may_be_thousands(self):
        """Who says that commas stand before decimals and writes 1,000 in a count means a thousand, perhaps; never 1."""
        self.refused(lines(NAMES, self.row(LOCAL, staff="1,000"), between=";"), "E402", "`1,000` has a point or a comma", "1.234,5",
                     arguments=["--separator", ";", *LOCALLY])
        self.refused(lines(NAMES, self.row(LOCAL, staff="12,345"), between=";"), "E402", "`12,345` has a point or a comma",
                     arguments=["--separator", ";", *LOCALLY])
        self.refused(lines(NAMES, self.row(staff="1.000")), "E402", "`1.000` has a point or a comma", "1,234.5", arguments=["--thousands-comma"])
        self.refused(lines(NAMES, self.row(LOCAL, founded="31.02.2022"), between=";"), "E402", "`31.02.2022` is not a day",
                     arguments=["--separator", ";", "--decimal-comma", "--dates", "dd.mm.yyyy"])
        run = works(lines(NAMES, self.row(LOCAL, noise="1,000"), between=";"), "--separator", ";", *LOCALLY)
        self.assertEqual(rows_of(run.out)[0]["because"], "2")

    def test_numbers_with_commas_between_thousands(self):
        for given in ({"staff": '"1,200"'}, {"noise": "12.5"}, {"noise": '"12.50"'}):
            self.met(lines(NAMES, self.row(**given)), "--thousands-comma")
        for text in ('"12,00"', '"1,2000"', '"0,200"', '"1,200,"', '"12,5"'):
            self.refused(lines(NAMES, self.row(staff=text)), "E402", arguments=["--thousands-comma"])
        self.assertIn("excludes", works(lines(NAMES, PLAIN), "--thousands-comma", "--decimal-comma", expect=2).err)

    def test_marks_that_nobody_explained(self):
        """Where cells are separated by `;` or tabs, the point may stand between thousands."""
        for mark in (";", "\t"):
            for given in ({"noise": "1.250"}, {"staff": "1.200"}, {"share": "1.250%"}):
                self.refused(lines(NAMES, self.row(**given), between=mark), "E402", "decimals, or one of thousands", "--decimal-comma",
                             "--thousands-comma", arguments=["--separator", mark])
            self.met(lines(NAMES, PLAIN, between=mark), "--separator", mark)

    def test_days(self):
        for order, text in (("dd/mm/yyyy", "10/02/2022"), ("d/m/yyyy", "10/2/2022"), ("dd/MM/yyyy", "10/2/2022"), ("mm/dd/yyyy", "2/10/2022"),
                            ("dd.mm.yyyy", "10.02.2022"), ("dd-mm-yyyy", "10-02-2022"), ("yyyy/mm/dd", "2022/02/10"), ("dd/mm/yyyy", "2022-02-10")):
            self.met(lines(NAMES, self.row(founded=text)), "--dates", order)
            self.met(lines(NAMES, self.row(LOCAL, founded=text), between=";"), "--separator", ";", "--decimal-comma", "--dates", order)
        for text in ("31/02/2022", "02/25/2022", "10/02/22", "10-02-2022", "10/02/2022 00:00", "44602", "10//2022"):
            self.refused(lines(NAMES, self.row(founded=text)), "E402", f"`{text}` is not a day", arguments=["--dates", "dd/mm/yyyy"])
        for order in ("", "dd/mm", "dd/mm/yy", "dd/mm-yyyy", "dd/dd/yyyy", "ddmmyyyy", "10/02/2022", "dd/mm/yyyy/dd"):
            self.assertIn("is not an order such as", works(lines(NAMES, PLAIN), "--dates", order, expect=2).err)
        for order in ("yyyy-dd-mm", "yyyy-d-m"):
            self.assertIn("is an order that looks like 2022-02-10", works(lines(NAMES, PLAIN), "--dates", order, expect=2).err)

    def test_json_texts_too(self):
        told = dict(zip(NAMES, LOCAL, strict=True))
        self.met(json.dumps(told) + "\n", *LOCALLY, name="t.ndjson")
        self.refused(json.dumps(told) + "\n", "say --decimal-comma", "say --dates dd/mm/yyyy", name="t.ndjson")
        files = {"r.tieuchi": RULES, "f.json": json.dumps({**{name: told[name] for name in NAMES[2:]}})}
        by = ("--standard", "works_check", "--on", "2022-11-15")
        for command in (("assess",), ("questions",)):
            Run(*command, "r.tieuchi", *by, *LOCALLY, "f.json", files=files, expect=0)
            err = Run(*command, "r.tieuchi", *by, "f.json", files=files, expect=1).err
            self.assertIn("say --decimal-comma", err)
            self.assertIn("say --dates dd/mm/yyyy", err)
        self.assertIn("is met", Run("assess", "r.tieuchi", *by, *LOCALLY, "--json", "f.json", files=files, expect=0).out.replace('"met"', "is met"))
        self.assertEqual(Run("compare", "r.tieuchi", *by, *LOCALLY, "f.json", "f.json", files=files, expect=0).out, "Nothing differs\n")

    def test_compare_reads_tables_so_too(self):
        rated = lines(["rater", *NAMES], ["one", *LOCAL], ["other", *LOCAL], between=";")
        run = Run("compare", "r.tieuchi", "--on", "2022-11-15", "t.csv", "--raters", "one,other", "--separator", ";", *LOCALLY,
                  files={"r.tieuchi": RULES, "t.csv": rated}, expect=0)
        self.assertEqual(run.err, "")


class Messages(GoldenCase):
    """Each refusal names what cures it."""

    def test_values(self):
        cells = [("staff", text) for text in ("1.200", '"1,200"', '"1.200,5"', '"1,200.5"', '"12,5"', '"1,2E+05"', "1.23457E+11", "1 200",
                                              "12\N{NO-BREAK SPACE}", "'12", "N/A", "#DIV/0!", "-", "1.5", "10000000000000", "TRUE", "many")]
        cells += [("founded", text) for text in ("10/02/2022", "10.02.2022", "2022/02/10", "2/10/22", "44602", "2022-02-10 00:00", "2022-02-30")]
        cells += [("open", "x"), ("noise", '"0,5"'), ("share", '"87,5%"'), ("share", "87.12345678%"), ("size", "n/a")]
        rows = []
        for number, (name, text) in enumerate(cells):
            rows.append([f"R{number}", "works", *(text if one == name else "" for one in NAMES[2:])])
        run = works(lines(NAMES, *rows), expect=1)
        self.assertEqual(run.err.count("error["), len(rows))
        self.golden("values.txt", run.err)

    def test_ids(self):
        err = works("id,kind\n1.23457E+11,works\n1.23457E+11,works\n", expect=1).err
        self.assertIn("a spreadsheet has shortened long numbers", err)

    def test_json_values(self):
        given = ['"staff": 1000000000000000', '"staff": true', '"noise": false', '"noise": 0.12345678', '"staff": "1.200"', '"open": 3', '"founded": 5']
        rows = "".join('{"id": "R%d", "kind": "works", %s}\n' % (number, one) for number, one in enumerate(given))
        self.golden("json_values.txt", works(rows, name="t.ndjson", expect=1).err)


def workbook(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as folder:
        folder.writestr("[Content_Types].xml", "<Types/>")
        folder.writestr(name, "x")
    return made.getvalue()


class OtherFiles(unittest.TestCase):
    """What is no table is called what it is."""

    OTHERS = [
        (workbook("xl/workbook.xml"), "an Excel workbook (xlsx)", "CSV UTF-8"),
        (workbook("word/document.xml"), "a Word document", "is needed"),
        (workbook("a.csv"), "a zip archive", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an old Excel workbook (xls)", "CSV UTF-8"),
        (gzip.compress(HEADER.encode()), "compressed (gz)", "gunzip"),
        (b"PAR1\x15\x04\x15", "a Parquet file", "pyarrow"),
        (b"ARROW1\0\0", "an Arrow file", "pyarrow"),
        (b"%PDF-1.7\n", "a PDF", "is needed"),
        (b"SQLite format 3\0", "an SQLite database", "sqlite3"),
        ("\ufeff<html><table><tr><td>id".encode(), "a web page", "CSV UTF-8"),
        (b"<?xml version='1.0'?>", "a web page or other XML", "CSV UTF-8"),
    ]

    def test_tables(self):
        for data, what, cure in self.OTHERS:
            for name, options in (("t.csv", ()), ("t.ndjson", ()), ("t.xlsx", ()), ("t.dat", ("--from", "csv"))):
                with self.subTest(what, name=name):
                    err = score(data, *options, name=name, expect=1 if options or name.endswith(("csv", "json")) else 2).err
                    self.assertIn("error[E446]", err)
                    self.assertIn(what, err)
                    self.assertIn(cure, err)

    def test_what_is_given_in_the_wrong_place(self):
        files = {"r.tieuchi": RULES, "t.csv": lines(NAMES, PLAIN)}
        run = Run("score", "t.csv", "r.tieuchi", "--on", "2022-11-15", files=files, expect=2)
        self.assertIn("the rules come first, then the table", run.err)
        by = ("assess", "r.tieuchi", "--standard", "works_check", "--on", "2022-11-15")
        self.assertIn("a table is for `tieuchi score`", Run(*by, "t.csv", files=files, expect=1).err)
        self.assertIn("on the standard input, as -", Run(*by, '{"staff": 3}', files=files, expect=1).err)
        self.assertIn("E430", Run("score", "r.tieuchi", "nowhere", "--on", "2022-11-15", files=files, expect=2).err)

    def test_facts(self):
        for data, what, _ in self.OTHERS:
            run = Run("assess", test_cli.RULES, "--standard", "office_safety", "--on", "2022-11-15", "f.json", files={"f.json": data}, expect=1)
            self.assertIn(what, run.err)

    def test_encodings(self):
        table = HEADER + "G-1,,agency,Thị xã,10,10,0\n"
        plain = score(table, "--quiet").out
        self.assertIn("Thị xã", plain)
        for encoding, data in (("utf-16", table.encode("utf-16")), ("utf-16", b"\xfe\xff" + table.encode("utf-16-be")),
                               ("utf-8", table.encode("utf-8")), ("utf-8", table.encode("utf-8-sig"))):
            self.assertEqual(score(data, "--quiet", "--encoding", encoding).out, plain)
        tones = table.replace("ị", "i\N{COMBINING DOT BELOW}").replace("ã", "a\N{COMBINING TILDE}").encode("cp1258")
        self.assertEqual(score(tones, "--quiet", "--encoding", "windows-1258").out, plain)
        self.assertIn("--encoding, such as windows-1258", score(tones, expect=1).err)
        for data in (table.encode("utf-16"), table.encode("utf-16-le"), table.encode("utf-16-be")):
            err = score(data, expect=1).err
            self.assertIn("UTF-16", err)
            self.assertIn("--encoding utf-16", err)
        self.assertIn("is not utf-16", score(table.encode("utf-16")[:-1], "--encoding", "utf-16", expect=1).err)
        facts = '{"kind": "agency", "staff": 3}'
        run = Run("assess", test_cli.RULES, "--standard", "office_safety", "--on", "2022-11-15", "--encoding", "utf-16", "f.json",
                  files={"f.json": facts.encode("utf-16")}, expect=0)
        self.assertNotEqual(run.out, "")

    def test_json_that_is_not_one_object_a_line(self):
        rows = [{"id": "A", "kind": "agency", "staff": 3}, {"id": "B", "kind": "agency"}]
        for text, patterns in ((json.dumps(rows), ("E441", "one JSON list", "on a line of its own")),
                               (json.dumps(rows, indent=1), ("E441", r"t\.ndjson:1", "one JSON list")),
                               (" \n" + json.dumps(rows), (r"t\.ndjson:2", "one JSON list")),
                               (json.dumps(rows[0], indent=1), ("E440", "goes on in the next line", "on one line")),
                               (HEADER + GOOD, ("E440", "no line is a JSON object", "--from csv"))):
            with self.subTest(text):
                err = score(text, name="t.ndjson", expect=1).err
                for pattern in patterns:
                    self.assertRegex(err, pattern)
                self.assertEqual(err.count("error["), 1)
        self.assertIn("--from ndjson", score(json.dumps(rows[0]) + "\n", expect=1).err)
        self.assertIn("ends before the object does", score(json.dumps(rows[0]) + '\n{"id": "B"', name="t.ndjson", expect=1).err)


class Others(unittest.TestCase):
    """Names that are no facts of the standard: refused, or passed over where that is asked for."""

    ASSESS = ("--standard", "shop_check", "--on", "2022-11-15")

    def run_with(self, command, facts, *arguments, expect):
        return Run(command, "r.tieuchi", *self.ASSESS, *arguments, "f.json", files={"r.tieuchi": RULES, "f.json": facts}, expect=expect)

    def test_a_fact_of_another_standard(self):
        facts = '{"shelves": 1, "staff": 3}'
        for command in ("assess", "questions"):
            err = self.run_with(command, facts, expect=1).err
            self.assertIn("E401", err)
            self.assertIn("another standard has it: --ignore-others passes over it", err)
            run = self.run_with(command, facts, "--ignore-others", expect=0)
            self.assertEqual(run.err, "")
            self.assertEqual(run.out, self.run_with(command, '{"shelves": 1}', expect=0).out)
        both = Run("compare", "r.tieuchi", *self.ASSESS, "--ignore-others", "f.json", "f.json", files={"r.tieuchi": RULES, "f.json": facts}, expect=0)
        self.assertEqual(both.out, "Nothing differs\n")
        Run("compare", "r.tieuchi", *self.ASSESS, "f.json", "f.json", files={"r.tieuchi": RULES, "f.json": facts}, expect=2)

    def test_a_name_that_no_standard_knows_is_told(self):
        err = self.run_with("assess", '{"shelves": 1, "colour": "red"}', expect=1).err
        self.assertIn("--ignore-others passes over what is no fact of the standard", err)
        run = self.run_with("assess", '{"shelves": 1, "colour": "red"}', "--ignore-others", expect=0)
        self.assertIn("ignored, as no standard in force that day has such facts: `colour`\n", run.err)
        self.assertIn("did you mean `shelves`?", self.run_with("assess", '{"shelvse": 1}', expect=1).err)

    def test_columns(self):
        for table, name in (("id,kind,name,shelves\nA,shop,Corner,1\n", "t.csv"),
                            ('{"id": "A", "kind": "shop", "name": "Corner", "shelves": 1}\n', "t.ndjson")):
            self.assertIn("--ignore-others", works(table, name=name, expect=1).err)
            run = Run("score", "r.tieuchi", "--on", "2022-11-15", "--ignore-others", "-o", "o.csv", name, files={"r.tieuchi": RULES, name: table}, expect=0)
            self.assertIn("ignored, as no standard in force that day has such facts: `name`\n", run.err)
            self.assertEqual(rows_of(run.read("o.csv"))[0]["outcome"], "met")
        # Facts of a standard for another kind are columns of the table; a row that fills one is refused, as ever.
        self.assertEqual(works("id,kind,shelves,staff\nA,shop,1,\n").err, "")

    def test_a_misspelt_parent_is_never_passed_over(self):
        for table, name in (("id,kind,parnet,shelves\nA,shop,B,1\n", "t.csv"), ('{"id": "A", "kind": "shop", "parnet": "B"}\n', "t.ndjson")):
            self.assertIn("did you mean `parent`?", works(table, "--ignore-others", name=name, expect=1).err)


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        test_cli.UPDATE = True
    unittest.main()
