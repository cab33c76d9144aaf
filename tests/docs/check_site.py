#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The site leaves nothing out: every page is in its contents, every public header, part of tieuchi.h and name of the Python package in its reference."""
import ast
import posixpath
import re
import sys
import unittest

import check_links
from program import ROOT

sys.path.insert(0, str(ROOT / "docs/site"))
import headers

REFERENCE = ROOT / "docs/reference"


def told(pattern, *pages):
    """What the pages of the reference name by a directive, each as often as they do."""
    return sorted(name for page in pages for name in re.findall(pattern, page.read_text(encoding="utf-8"), re.MULTILINE))


def contents(page, text):
    """The pages that the contents in a page name, by their paths without the ending."""
    for block in re.findall(r"^```\{toctree\}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line and not line.startswith(":"):
                yield posixpath.normpath(posixpath.join(page.parent.relative_to(ROOT).as_posix(), line))


class Site(unittest.TestCase):
    def test_every_page_is_in_the_contents(self):
        pages = {page.relative_to(ROOT).with_suffix("").as_posix() for page in [*check_links.pages(), *(ROOT / "docs").glob("*.ipynb")]
                 if not page.is_relative_to(ROOT / "docs/site")}
        named = [*contents(ROOT / "README.md", (ROOT / "docs/site/contents.md").read_text(encoding="utf-8")),
                 *(one for page in REFERENCE.rglob("*.md") for one in contents(page, page.read_text(encoding="utf-8")))]
        self.assertEqual(sorted(named), sorted(pages - {"README"}))

    def test_every_header_of_cpp_is_in_the_reference(self):
        names = sorted(header.stem for header in (ROOT / "include/tieuchi").glob("*.hpp"))
        self.assertEqual(told(r"^```\{doxygengroup\} (\w+)$", *(REFERENCE / "cpp").glob("*.md")), names)

    def test_every_part_of_c_is_in_the_reference(self):
        header = (ROOT / "bindings/c/tieuchi.h").read_text(encoding="utf-8")
        self.assertEqual(told(r"^```\{doxygengroup\} (\w+)$", REFERENCE / "c.md"), sorted(map(headers.group_of, headers.PART.findall(header))))

    def test_every_name_of_python_is_in_the_reference(self):
        package = (ROOT / "bindings/python/tieuchi/__init__.py").read_text(encoding="utf-8")
        names = ast.literal_eval(re.search(r"^__all__ = (\[.*?\])", package, re.MULTILINE | re.DOTALL)[1])
        self.assertEqual(told(r"^\.\. auto\w+:: (\w+)$", *(REFERENCE / "python").glob("*.md")), sorted({*names} - {"__version__"}))


if __name__ == "__main__":
    unittest.main()
