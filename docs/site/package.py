# SPDX-License-Identifier: Apache-2.0
"""Leaves out of the reference of Python what only the package itself can call: constructors and the like that take what is not public."""
import inspect
import re
import sys

import sphinx.util.inspect


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
    return True if sphinx.util.inspect.isfunction(function) and takes_what_is_not_public(function) else None


def setup(app):
    app.connect("autodoc-skip-member", left_out)
    return {"parallel_read_safe": True}
