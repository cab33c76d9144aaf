# SPDX-License-Identifier: Apache-2.0
"""Rule files, as they are read."""
from __future__ import annotations

import errno
import os
import pathlib

from . import _core
from ._limits import Limits

Path = str | os.PathLike[str]
Source = tuple[str, bytes]
"""Its name, for messages, and its text in UTF-8."""

SHIPPED = pathlib.Path(__file__).parent / "rules" / "vn"
"""The regulations that come with the package."""


def read(paths: tuple[Path, ...], limits: Limits) -> tuple[Source, ...]:
    """Every rule file that the paths lead to, each once. Raises OSError of a path that is not there or may not be read, RulesError of whatever
    else cannot be: a rulebook is pickled as its texts."""
    for path in paths:
        os.stat(path)
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
    return _core.read([os.fsencode(path) for path in paths], limits)
