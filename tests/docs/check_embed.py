# SPDX-License-Identifier: Apache-2.0
"""A page of examples/embed is true: its commands, run one after the other where the page stands, print what it shows.

A block marked `console` under `<!-- run with PROGRAM… -->` is run where these programs are.

usage: check_embed.py LANGUAGE PREFIX WORK [FOLDER…]

PREFIX is where the library is installed; FOLDERs come first among those in which programs are looked for. Ends with 77, which ctest takes for
a test that was skipped, when no block could be run.
"""
import os
import pathlib
import shutil
import subprocess
import sys

import fenced
from program import ROOT

SKIPPED = 77
RUN = "run with "


def environment(prefix, folders):
    """As if PREFIX were a folder of the system."""
    def first(name, *values):
        return os.pathsep.join([*values, *filter(None, [os.environ.get(name)])])

    return {**os.environ, "PATH": first("PATH", *folders, f"{prefix}/bin"), "LD_LIBRARY_PATH": first("LD_LIBRARY_PATH", f"{prefix}/lib"),
            "PKG_CONFIG_PATH": first("PKG_CONFIG_PATH", f"{prefix}/lib/pkgconfig"), "CMAKE_PREFIX_PATH": first("CMAKE_PREFIX_PATH", prefix)}


def copied(language, work):
    """The folder of the page, in a copy of all examples without what programs left in them."""
    shutil.rmtree(work, ignore_errors=True)
    left_behind = shutil.ignore_patterns("node_modules", "target", "build", "bin", "obj", "__pycache__")
    for name in ("examples/drills.tieuchi", "examples/classes.tieuchi", f"examples/embed/{language}"):
        to = work / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to, ignore=left_behind)
        else:
            shutil.copy(ROOT / name, to)
    return work / "examples" / "embed" / language


def check(console, page, folder, around):
    """Runs the commands of one block; whether they printed what it shows."""
    for command, wanted in fenced.commands(console):
        print("$", command, flush=True)
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              encoding="utf-8", timeout=600)
        print(done.stdout, end="", flush=True)
        if not fenced.pattern_of(wanted).search(done.stdout):
            print(f"but {page} says:\n{wanted}")
            return False
    for shown in ("17 of 25: not_met, because of 2.2\n", "nothing.tieuchi"):
        if shown not in console:
            print(f"{page} does not show `{shown.strip()}`")
            return False
    return True


def main(language, prefix, work, *folders):
    around = environment(prefix, folders)
    folder = copied(language, pathlib.Path(work) / language)
    page = f"examples/embed/{language}/README.md"
    ran = 0
    for mark, directive, text, line in fenced.blocks((folder / "README.md").read_text(encoding="utf-8")):
        if mark != "console":
            continue
        if not directive.startswith(RUN):
            print(f"{page}:{line} does not say what to run it with")
            return 1
        missing = [one for one in directive.removeprefix(RUN).split() if shutil.which(one, path=around["PATH"]) is None]
        if missing:
            print(f"skipped: {page}:{line} needs {', '.join(missing)}, which this machine has not")
            continue
        if not check(text, page, folder, around):
            return 1
        ran += 1
    return 0 if ran else SKIPPED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
