# SPDX-License-Identifier: Apache-2.0
"""Not run: what a type checker is to know of the package."""

from decimal import Decimal

import tieuchi


def outcome_of(rules: tieuchi.Rulebook) -> str | None:
    answer: tieuchi.Assessment = rules.standard("agency_safety", on="2022-11-15").assess({"staff": 120, "staff_informed": Decimal(118)})
    lost = [one.clause for one in answer.findings if one.status == "not_met"]
    return answer.outcome or (lost[0] if lost else None)


def kept_rows(rules: tieuchi.Rulebook, data: tieuchi.Table) -> tuple[int, ...]:
    scores: tieuchi.TableScores = rules.score_table(data, on="2022-11-15", possible=True)
    return tuple(row for quota in scores.quotas for row in quota.kept)
