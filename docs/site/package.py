# SPDX-License-Identifier: Apache-2.0
"""The reference of Python as its users know it: without what only the package itself can call, constructors and the like that take what is not public, and
without the modules behind the one that they import."""
import inspect
import re
import sys

import sphinx.util.inspect
from docutils import nodes
from sphinx import addnodes


def takes_what_is_not_public(function):
    module = sys.modules.get(getattr(function, "__module__", None))
    public = sys.modules["tieuchi"].__all__
    for parameter in inspect.signature(function).parameters.values():
        for name in re.findall(r"\w+", str(parameter.annotation)):
            meant = getattr(module, name, None)
            if name == "_core" or (getattr(meant, "__module__", "").startswith("tieuchi.") and name not in public):
                return True
    return False


def left_out(app, what, name, member, skip, options):
    function = inspect.unwrap(getattr(member, "__func__", member))
    if not sphinx.util.inspect.isfunction(function):
        return None
    of_protocol = function.__module__ == "typing"
    return True if of_protocol or takes_what_is_not_public(function) else None


def shorten_types(app, tree, page):
    for signature in tree.findall(addnodes.desc_signature):
        for text in list(signature.findall(nodes.Text)):
            text.parent.replace(text, nodes.Text(re.sub(r"\b(?:tieuchi\._\w+|collections\.abc)\.", "", text)))


def setup(app):
    app.connect("autodoc-skip-member", left_out)
    app.connect("doctree-resolved", shorten_types)
    return {"parallel_read_safe": True}
