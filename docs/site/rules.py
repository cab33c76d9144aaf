# SPDX-License-Identifier: Apache-2.0
"""The colours of rules, for blocks of ```tieuchi."""
import pathlib
import re

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text

KEYWORDS = pathlib.Path(__file__).resolve().parents[2] / "src/syntax/keywords.hpp"


def keywords():
    """The words that no name may be, as the library has them."""
    return re.findall(r'"(\w+)"', KEYWORDS.read_text(encoding="utf-8").split("words_in_place")[0])


class RulesLexer(RegexLexer):
    SUFFIX = ".tieuchi"
    name = "tieuchi"
    aliases = ["tieuchi", "tieuchi-standard", "tieuchi-skeleton"]  # the latter two are parts of files
    filenames = ["*" + SUFFIX]
    tokens = {
        "root": [
            (r"\s+", Text),
            (r"#.*$", Comment.Single),
            (r'"[^"\n]*"', String),
            (r"\d{4}-\d{2}-\d{2}", Number),
            (r"\d+(\.\w+)+", Name.Label),
            (r"\d[\d,]*%?", Number),
            (words(keywords(), prefix=r"\b", suffix=r"\b"), Keyword),
            (r"\w+", Name),
            (r"[=<>!+*/%-]+", Operator),
            (r"\.\.|[{}(),:.\[\]]", Punctuation),
            (r".", Text),
        ]
    }


def setup(app):
    for language in RulesLexer.aliases:
        app.add_lexer(language, RulesLexer)
    return {"parallel_read_safe": True}
