# SPDX-License-Identifier: Apache-2.0
"""What makes a site of the repository's pages: README.md is the front page and holds the contents, and a link to a file or a folder that is no page leads
to one that shows it."""
import html
import os
import pathlib
import posixpath
import shutil

from docutils import nodes
from pygments.lexers import get_lexer_for_filename
from pygments.util import ClassNotFound
from sphinx import addnodes
from sphinx.util import relative_uri

from rules import RulesLexer

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTENTS = ROOT / "docs/site/contents.md"


def add_contents(app, page, source):
    if page == app.config.root_doc:
        app.env.note_dependency(str(CONTENTS))
        source[0] += "\n" + CONTENTS.read_text(encoding="utf-8")


def files_in(folder):
    """What is to be seen in a folder and the folders below it."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.is_file() and path.name != "README.md" and not any(part.startswith((".", "__")) for part in path.parts):
            yield path.relative_to(ROOT).as_posix()


def page_of(path):
    """The page that shows a file or a folder."""
    return f"{path}/index" if (ROOT / path).is_dir() else path


def find_shown(app, tree):
    """Has links to files and folders lead to the pages that show them. Those that lead to pages are left to MyST."""
    here = app.env.docname
    for link in list(tree.findall(lambda node: isinstance(node, (addnodes.download_reference, addnodes.pending_xref)) and node["reftype"] == "myst")):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), link["reftarget"]))
        if app.env.path2doc(path) in app.env.found_docs or path.startswith("..") or not (ROOT / path).exists():
            continue
        app.env.shown.setdefault(here, set()).add(path)
        to = relative_uri(app.builder.get_target_uri(here), app.builder.get_target_uri(page_of(path)))
        link.replace_self(nodes.reference("", "", *(nodes.inline("", "", *one.children) for one in link.children), refuri=to))


def colour_excerpts(app, tree):
    """An excerpt, with `…` where lines are left out, is no program that a lexer can read to its end."""
    for block in tree.findall(nodes.literal_block):
        block["force"] = "…" in block.astext()


def source_pages(app):
    shown = set().union(*app.env.shown.values())
    for path in sorted(shown | {one for folder in shown if (ROOT / folder).is_dir() for one in files_in(folder)}):
        body = folder_body(path) if (ROOT / path).is_dir() else file_body(app, path)
        yield page_of(path), {"title": path, "body": f"<h1>{html.escape(path)}</h1>\n{body}"}, "page.html"


def folder_body(path):
    items = (posixpath.relpath(one, path) for one in files_in(path))
    return "<ul>\n" + "".join(f'<li><a href="{html.escape(one)}.html">{html.escape(one)}</a></li>\n' for one in items) + "</ul>"


def file_body(app, path):
    text = (ROOT / path).read_text(encoding="utf-8")
    try:
        language = "tieuchi" if path.endswith(RulesLexer.SUFFIX) else get_lexer_for_filename(path).aliases[0]
    except ClassNotFound:
        language = "text"
    return app.builder.highlighter.highlight_block(text, language, force=True)


def prepare(app):
    if not hasattr(app.env, "shown"):
        app.env.shown = {}


def forget(app, env, page):
    env.shown.pop(page, None)


def put_front(app, problem):
    """The front page stands under both of its names."""
    if problem is None:
        shutil.copyfile(os.path.join(app.outdir, "README.html"), os.path.join(app.outdir, "index.html"))


def setup(app):
    app.connect("builder-inited", prepare)
    app.connect("source-read", add_contents)
    app.connect("doctree-read", find_shown, priority=100)  # before Sphinx gathers what is to be downloaded
    app.connect("doctree-read", colour_excerpts)
    app.connect("env-purge-doc", forget)
    app.connect("html-collect-pages", source_pages)
    app.connect("build-finished", put_front)
    return {"parallel_read_safe": False}
