# SPDX-License-Identifier: Apache-2.0
"""Scores and classifies by the written criteria of a regulation, and explains each answer.

    import tieuchi

    rules = tieuchi.load()                                          # the regulations that come with the package
    safety = rules.standard("agency_safety", on="2022-11-15")
    print(safety.assess({"staff": 120, "staff_informed": 118}))     # a readable explanation
    table = safety.assess_table(frame)                              # anything with __arrow_c_stream__; gives the same protocol

Unknown is never no: the answer is the set of outcomes still possible, decided as soon as one is left.
"""
from ._answers import Answers
from ._assessment import Assessment
from ._core import version as __version__
from ._criterion import Adjustment, Criterion, Exit, Outcome, Quota, Reading, Rule
from ._decimal_range import DecimalRange
from ._diagnostic import Diagnostic
from ._document import Document, Status
from ._errors import DataError, DataWarning, RulesError, SelectionError, TieuchiError
from ._fact import Fact, FactValue, Facts, FactType, Option, Value
from ._finding import AppliedAdjustment, Finding, FindingStatus, Question
from ._labels import Labels
from ._limits import Limits
from ._population import QuotaResult, Row, Scores, Subject, SubjectCount, SubjectResult
from ._progress import Progress
from ._rulebook import Rulebook, load, loads
from ._selection import Day, Selection
from ._standard import Standard
from ._table_scores import TableScores
from ._tables import ArrowArray, ArrowStream, Table

__all__ = [
    "Adjustment", "Answers", "AppliedAdjustment", "ArrowArray", "ArrowStream", "Assessment", "Criterion", "DataError", "DataWarning", "Day", "DecimalRange",
    "Diagnostic", "Document", "Exit", "Fact", "FactValue", "FactType", "Facts", "Finding", "FindingStatus", "Labels", "Limits", "Option",
    "Outcome", "Progress", "Question", "Quota", "QuotaResult", "Reading", "Row", "Rule", "Rulebook", "RulesError", "Scores", "Selection",
    "SelectionError", "Standard", "Status", "Subject", "SubjectCount", "SubjectResult", "Table", "TableScores", "TieuchiError", "Value", "__version__",
    "load", "loads",
]
