# SPDX-License-Identifier: Apache-2.0
"""What is known of a number."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, repr=False)
class DecimalRange:
    """All that is known of a number: it lies between the two, both included. Known when they are equal.

    Units: points, exact, with at most six digits after the point.
    """

    least: Decimal
    most: Decimal

    @property
    def known(self) -> bool:
        """True when one number is left."""
        return self.least == self.most

    def __contains__(self, number: Decimal | int) -> bool:
        return self.least <= number <= self.most

    def __str__(self) -> str:
        return f"{self.least}" if self.known else f"{self.least} to {self.most}"

    def __repr__(self) -> str:
        return f"DecimalRange({self})"
