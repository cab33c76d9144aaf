# SPDX-License-Identifier: Apache-2.0
"""Rule files, as they are read."""
from __future__ import annotations

import os
import pathlib

from . import _core
from ._errors import RulesError
from ._limits import Limits

Path = str | os.PathLike[str]
Source = tuple[str, bytes]
"""Its name, for messages, and its text in UTF-8."""

SHIPPED = pathlib.Path(__file__).parent / "rules" / "vn"
"""The regulations that come with the package."""


def read(paths: tuple[Path, ...], limits: Limits) -> tuple[Source, ...]:
    """Every rule file that the paths name, each once. Raises OSError of a file that cannot be read, RulesError of a folder without rule files
    or with more than the limit. Here and not in the library, because a rulebook is pickled as its texts, and a file that is missing is an
    OSError in Python."""
    files = {os.path.normpath(file): file for path in paths for file in rule_files(pathlib.Path(path), limits)}
    return tuple((file.as_posix(), content(file, limits)) for file in files.values())


def rule_files(path: pathlib.Path, limits: Limits) -> list[pathlib.Path]:
    """The file itself, or all `*.tieuchi` below a folder, in a fixed order."""
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*.tieuchi") if file.is_file())
    if not files:
        raise RulesError([_core.diagnostic("E506", "there is no rule file in this folder", "rule files end in `.tieuchi`", path.as_posix())])
    if len(files) > limits.files:
        problem = f"there are {len(files)} rule files in this folder, more than the limit of {limits.files}"
        raise RulesError([_core.diagnostic("E507", problem, "", path.as_posix())])
    return files


def content(file: pathlib.Path, limits: Limits) -> bytes:
    """Its bytes, and no more than one beyond the limit, which is then told of as that of any text."""
    with file.open("rb") as opened:
        return opened.read(limits.file_bytes + 1)
