# SPDX-License-Identifier: Apache-2.0
"""The site, as Sphinx makes it: `./dev docs`. Its pages have the paths that they have in the repository, so that one link is right in both."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "bindings/python")]

project = "tieuchi"
author = "the tieuchi authors"
copyright = "the tieuchi authors, Apache License 2.0"  # noqa: A001: Sphinx calls it so
version = release = re.search(r'TIEUCHI_VERSION "(.+)"', (ROOT / "include/tieuchi/config.hpp").read_text(encoding="utf-8"))[1]

# `pages`, `notebook`, `rules` and `package` stand beside this file.
extensions = ["myst_parser", "breathe", "sphinx.ext.autodoc", "pages", "notebook", "rules", "package"]
root_doc = "README"
include_patterns = ["*.md", "**.md", "docs/tutorial.ipynb"]
exclude_patterns = [".*", "**/.*", "build", "docs/site", "**/node_modules", "**/target", "**/build"]

myst_heading_anchors = 6

breathe_projects = {"cpp": str(ROOT / "build/docs/doxygen/cpp"), "c": str(ROOT / "build/docs/doxygen/c")}
breathe_default_project = "cpp"
breathe_domain_by_extension = {"hpp": "cpp", "h": "c"}
breathe_default_members = ("members", "undoc-members")
breathe_show_include = False

# The package is read as it is; only what is compiled is not there.
autodoc_mock_imports = ["tieuchi._core"]
autodoc_default_options = {"members": True, "undoc-members": True, "member-order": "bysource"}
autodoc_class_signature = "separated"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
# `one` in a docstring leads to what is called so, and else is code.
default_role = "py:obj"
add_module_names = False

html_theme = "furo"
html_title = f"tieuchi {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
# DejaVu comes last, for it sets the accents of ố and ắ side by side.
MONOSPACE = '"Noto Sans Mono", "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace'
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {"font-stack--monospace": MONOSPACE, "code-font-size": "80%"},
}
