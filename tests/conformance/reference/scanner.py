# SPDX-License-Identifier: Apache-2.0
"""The tokens of the language, taken one after another from a text."""
import re
import unicodedata
from datetime import date
from fractions import Fraction

BLANK = re.compile(r"(?:\s|#[^\n]*)*")
WORD = re.compile(r"[a-z][a-z0-9_]*(?![A-Za-z0-9_])")
CLAUSE = re.compile(r"[A-Za-z0-9đĐ]+(?:\.[A-Za-z0-9đĐ]+)*")
PATH = re.compile(rf"{CLAUSE.pattern}(?:/{CLAUSE.pattern})*")
NUMBER = re.compile(r"\d+(?:\.\d+)?(?![A-Za-z0-9_])")
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
MONTH_DAY = re.compile(r"(\d\d)-(\d\d)(?!\d)")
STRING = re.compile(r'"((?:[^"\\\n]|\\["\\])*)"')
LANGUAGE = re.compile(r'[a-z]{2,3}(?=(?:\s|#[^\n]*)*")')


def composed(name):
    """A name as names are compared."""
    return unicodedata.normalize("NFC", name)


class Bad(Exception):
    """The text is not one of the language."""


class Scanner:
    def __init__(self, text):
        self.text = text.lstrip("\ufeff")
        self.at = 0
        self.skip()

    def skip(self):
        self.at = BLANK.match(self.text, self.at).end()

    def done(self):
        return self.at == len(self.text)

    def fail(self, wanted):
        raise Bad(f"{wanted} expected at `{self.text[self.at:self.at + 40]}`")

    def take(self, pattern):
        """The match of `pattern` here, or None."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
            self.skip()
        return found

    def need(self, pattern, wanted):
        return self.take(pattern) or self.fail(wanted)

    def sees(self, words):
        """True when these words and signs stand here."""
        before = self.at
        found = self.accept(words)
        self.at = before
        return found

    def accept(self, words):
        """Takes these words and signs when all of them stand here."""
        before = self.at
        for word in words.split():
            end = self.at + len(word)
            stands = self.text.startswith(word, self.at)
            whole = not word[-1].isalnum() or not re.match(r"\w", self.text[end:end + 1])
            if not (stands and whole):
                self.at = before
                return False
            self.at = end
            self.skip()
        return True

    def expect(self, words):
        if not self.accept(words):
            self.fail(words)

    def name(self):
        return self.need(WORD, "a name")[0]

    def names(self):
        """Names in parentheses."""
        self.expect("(")
        found = self.listed(self.name)
        self.expect(")")
        return found

    def listed(self, one):
        found = [one()]
        while self.accept(","):
            found.append(one())
        return found

    def clause(self):
        return self.need(CLAUSE, "a clause")[0]

    def path(self):
        return self.need(PATH, "a clause")[0]

    def number(self):
        return Fraction(self.need(NUMBER, "a number")[0])

    def date(self):
        found = self.need(DATE, "a date")
        return date(*map(int, found.groups()))

    def month_day(self):
        found = self.need(MONTH_DAY, "a day of the year")
        return tuple(map(int, found.groups()))

    def string(self):
        return re.sub(r"\\(.)", r"\1", self.need(STRING, "a text")[1])

    def named(self):
        """A text that names something, as names are compared."""
        return composed(self.string())

    def texts(self):
        """Texts with the languages before them; perhaps none."""
        found = {}
        while self.text.startswith('"', self.at) or LANGUAGE.match(self.text, self.at):
            language = self.take(LANGUAGE)
            found[language[0] if language else ""] = self.string()
        return found

    def cites(self):
        """The clauses after `cite`."""
        document = self.named() + " " if self.text.startswith('"', self.at) else ""
        found = [self.clause()]
        while not self.sees_class() and self.accept(","):
            found.append(self.clause())
        return [document + one for one in found]

    def sees_class(self):
        """True when a comma and another class follow, which a name and its limit begin."""
        before = self.at
        found = self.accept(",") and self.take(WORD)
        if found:
            self.texts()
        found = found and (self.sees(">=") or self.sees("otherwise"))
        self.at = before
        return found
