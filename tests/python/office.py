# SPDX-License-Identifier: Apache-2.0
"""The rules that the tests go by, and tables for them."""

from pathlib import Path

import pyarrow

ROOT = Path(__file__).resolve().parents[2]
RULES = """
document "1" { title "Test" status illustrative in force from 2000-01-01 }
standard office for office {
  facts { staff count at most 1000 drilled count at most staff plan yes_no heat number scale 2 size one of (small, large) built date }
  points 10
  not applicable counts as full
  criterion 1 "<b>Plan</b>" 4 points when plan
  criterion 2 6 points in proportion to drilled of staff rounded to 0.5 half up
  classes by total { good >= 8, weak otherwise }
  quota good at most 50% of all  highest total first
}
"""


def table(rows: int = 3) -> pyarrow.Table:
    return pyarrow.table({"staff": [10] * rows, "drilled": [8] * rows, "plan": [True] * rows})
