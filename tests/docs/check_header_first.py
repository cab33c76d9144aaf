# SPDX-License-Identifier: Apache-2.0
"""README's header-first program: its commands under `<!-- run with c++ -->`, run as they stand, make a program that prints what README shows.

usage: check_header_first.py PREFIX WORK COMPILER…

PREFIX is where the headers are installed. COMPILER is what `c++` is; a launcher may stand before it. In WORK stays `library.o`, the whole library.
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

import fenced
from program import ROOT


def commands(directive):
    """All commands that README shows under this directive, and what they print."""
    for _, above, text, _ in fenced.blocks((ROOT / "README.md").read_text(encoding="utf-8")):
        if above == directive:
            yield from fenced.commands(text)


def prepared(work, compiler):
    """A folder that looks like that of the repository, and beside it one in which `c++` is that compiler."""
    shutil.rmtree(work, ignore_errors=True)
    programs, folder = work / "bin", work / "root"
    programs.mkdir(parents=True)
    folder.mkdir()
    for entry in ("dsl", "examples"):
        (folder / entry).symlink_to(ROOT / entry)
    (programs / "c++").write_text(f'#!/bin/sh\nexec {shlex.join(compiler)} "$@"\n', encoding="utf-8")
    (programs / "c++").chmod(0o755)
    return folder, programs


def main(prefix, work, *compiler):
    folder, programs = prepared(pathlib.Path(work), compiler)
    around = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "CPLUS_INCLUDE_PATH": f"{prefix}/include"}
    shown = [*commands("run with c++"), *((command, wanted) for command, wanted in commands("run") if command == "./readme")]
    for command, wanted in shown:
        print("$", command, flush=True)
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        print(done.stdout, end="", flush=True)
        if done.returncode != 0 or not fenced.pattern_of(wanted).search(done.stdout):
            print(f"exit code {done.returncode}; README.md says:\n{wanted}")
            return 1
    if shown[-1][0] != "./readme":
        print("README.md does not run what it makes")
        return 1
    shutil.copy(folder / "library.o", work)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
