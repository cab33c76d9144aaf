#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every relative link in a Markdown file of the tree leads to a file or a folder, and one with `#` to a heading there. Links into the web are not followed."""
import os
import pathlib
import re
import unittest
import urllib.parse

import fenced
from program import ROOT

PASSED_OVER = {"build", "node_modules", "target"}  # and whatever begins with a point


def pages():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [one for one in folders if one not in PASSED_OVER and not one.startswith(".")]
        yield from (pathlib.Path(folder, name) for name in names if name.endswith(".md"))


def prose(page):
    """A page without its fenced blocks; the lines stay where they are."""
    return re.sub(fenced.BLOCK, lambda block: "\n" * block[0].count("\n"), page.read_text(encoding="utf-8"))


def links(text):
    """Each link, and its line. What stands in `code` is none."""
    text = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "code", text)
    for found in re.finditer(r"\]\(\s*<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\s*\)|^\[[^\]]+\]:\s+(\S+)", text, re.MULTILINE):
        yield found[1] or found[2], text.count("\n", 0, found.start()) + 1


def anchors(text):
    """What `#` can name in a page: its headings, as GitHub spells them."""
    seen = {}
    for heading in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", text, re.MULTILINE):
        shown = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
        times = seen[name] = seen.get(name, -1) + 1
        yield f"{name}-{times}" if times else name


def problem(page, link):
    """What is wrong with a link that stands in the page; nothing, if it leads somewhere."""
    path, _, anchor = link.partition("#")
    to = (page.parent / urllib.parse.unquote(path)).resolve() if path else page
    if not to.is_relative_to(ROOT):
        return "leads out of the tree"
    if not to.exists():
        return "leads to no file"
    if anchor and (to.suffix != ".md" or urllib.parse.unquote(anchor) not in anchors(prose(to))):
        return "leads to no heading"
    return ""


class Links(unittest.TestCase):
    def test_they_lead_somewhere(self):
        checked = 0
        for page in pages():
            for link, line in links(prose(page)):
                if not re.match(r"[a-z]+:", link):
                    checked += 1
                    with self.subTest(f"{page.relative_to(ROOT)}:{line}", link=link):
                        self.assertEqual(problem(page, link), "")
        self.assertGreater(checked, 50)

    def test_wrong_links_are_found(self):
        page = ROOT / "README.md"
        for link, wanted in {"README.md": "", "docs": "", "README.md#install": "", "#from-c": "", "nothing.md": "leads to no file", "#nothing": "leads to no heading",
                             "LICENSE#install": "leads to no heading", "../README.md": "leads out of the tree"}.items():
            self.assertEqual(problem(page, link), wanted, link)

    def test_names_of_headings(self):
        text = "# From C++\n## `unless` and *so on*\n# From [C](c.md)\n### E317 `same as` under `none of`\n# Điều 5\n"
        self.assertEqual(list(anchors(text)), ["from-c", "unless-and-so-on", "from-c-1", "e317-same-as-under-none-of", "điều-5"])

    def test_what_is_a_link(self):
        self.assertEqual(list(links("[a](b.md) `[c](d.md)`\n[e]: f.md\n![g](<h.png>)")), [("b.md", 1), ("f.md", 2), ("h.png", 3)])


if __name__ == "__main__":
    unittest.main()
