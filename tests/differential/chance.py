# SPDX-License-Identifier: Apache-2.0
"""Choices by chance, the same for the same seed."""
import random


class Chance(random.Random):
    def one_in(self, many):
        return self.randrange(many) == 0

    def some(self, things, most):
        """A few of them, in their order, at least one."""
        count = self.randint(1, max(1, min(most, len(things))))
        return [things[i] for i in sorted(self.sample(range(len(things)), count))]


def text(number):
    """As rules write it."""
    return f"{float(number):.6f}".rstrip("0").rstrip(".")
