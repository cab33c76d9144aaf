#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every link within the site that was made leads to a page and to a place on it, and every public type, function and enum of C++ and C is documented.
Links out of the site are not followed."""
import html.parser
import pathlib
import sys
import urllib.parse
import xml.etree.ElementTree

BUILT = pathlib.Path(__file__).resolve().parents[2] / "build/docs"


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.places = set(), set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.places.update(given[name] for name in ("id", "name") if given.get(name))
        self.links.update(given[name] for name in ("href", "src") if given.get(name))


def wrong_links(site):
    pages = {path: Page(path) for path in site.rglob("*.html")}
    for path, page in sorted(pages.items()):
        for link in sorted(page.links):
            to = urllib.parse.urlsplit(link)
            if to.scheme or to.netloc:
                continue
            target = (path.parent / urllib.parse.unquote(to.path)).resolve() if to.path else path
            place = urllib.parse.unquote(to.fragment)
            if not target.is_file():
                yield f"{path.relative_to(site)}: {link} leads to no page"
            elif place and target in pages and place not in pages[target].places:
                yield f"{path.relative_to(site)}: {link} leads to no place on its page"
    print(f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links")


def described(found):
    return any(found.find(kind) is not None and "".join(found.find(kind).itertext()).strip() for kind in ("briefdescription", "detaileddescription"))


def undocumented(doxygen):
    for path in sorted(doxygen.glob("*/*.xml")):
        compound = xml.etree.ElementTree.parse(path).find("compounddef")
        if compound is None:
            continue
        kind = compound.get("kind")
        if kind in ("class", "struct") and not described(compound):
            yield f"{compound.findtext('compoundname')}: {kind} without a comment"
        if kind == "group":
            for member in compound.iter("memberdef"):
                if member.get("kind") in ("enum", "function", "typedef") and not described(member):
                    yield f"{member.find('location').get('file')}:{member.find('location').get('line')}: {member.findtext('name')} without a comment"


def main():
    problems = [*undocumented(BUILT / "doxygen"), *wrong_links(BUILT / "site")]
    for one in problems:
        print(f"error: {one}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
