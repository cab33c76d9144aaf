# SPDX-License-Identifier: Apache-2.0
"""The notebook as a page: its cells, and what came out of them when it was recorded."""
import json

from myst_parser.parsers.sphinx_ import MystParser


def fenced(mark, text):
    return f"````{mark}\n{text.rstrip()}\n````\n"


def page(cell):
    text = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return text + "\n"
    return fenced("python", text) + "".join(shown(one) for one in cell["outputs"])


def shown(output):
    if output["output_type"] == "stream":
        return fenced("text", "".join(output["text"]))
    if "text/html" in output["data"]:
        return fenced("{raw} html", f'<div class="output">{"".join(output["data"]["text/html"])}</div>')
    return fenced("text", "".join(output["data"]["text/plain"]))


class NotebookParser(MystParser):
    supported = ("notebook",)

    def parse(self, inputstring, document):
        super().parse("\n".join(page(cell) for cell in json.loads(inputstring)["cells"]), document)


def setup(app):
    app.add_source_suffix(".ipynb", "notebook")
    app.add_source_parser(NotebookParser)
    return {"parallel_read_safe": True}
