# SPDX-License-Identifier: Apache-2.0
"""What the tests share."""

import pytest

import tieuchi

from office import RULES


@pytest.fixture(scope="session")
def office() -> tieuchi.Standard:
    return tieuchi.loads(RULES).standard("office", on="2022-11-15")
