# SPDX-License-Identifier: Apache-2.0
"""Builds the source distribution and from it the wheel, installs that in a clean environment, and tests it there.

usage: run.py SOURCE WORK"""

import shutil
import subprocess
import sys
from pathlib import Path


def run(*command: object, cwd: Path | None = None) -> None:
    print("+", *command, flush=True)
    subprocess.run([str(one) for one in command], check=True, cwd=cwd)


def environment(at: Path, *packages: object) -> Path:
    """A virtual environment with these packages; its Python."""
    python = at / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", at)
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return python


def main() -> int:
    source, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    requirements = source / "tests" / "python" / "requirements.txt"
    made = work / "made"
    shutil.rmtree(made, ignore_errors=True)
    tools = environment(work / "tools", "--constraint", requirements, "build")
    run(tools, "-m", "build", "--sdist", "--outdir", made, source)
    # Unoptimised, like every other way in which a host builds the library here: what counts is that it works.
    run(tools, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--config-settings=cmake.build-type=None",
        "--wheel-dir", made, *made.glob("*.tar.gz"))
    shutil.rmtree(work / "clean", ignore_errors=True)
    clean = environment(work / "clean", "--requirement", requirements, *made.glob("*.whl"))
    run(clean, "-m", "pytest", "-q", "-p", "no:cacheprovider", source / "tests" / "python", cwd=work)
    oldest = environment(work / "oldest", "--requirement", requirements.with_name("requirements-oldest.txt"))
    run(oldest, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps", *made.glob("*.whl"))
    run(oldest, "-m", "pytest", "-q", "-p", "no:cacheprovider", source / "tests" / "python" / "test_peers.py", cwd=work)
    run(clean, "-m", "mypy", "--strict", "--config-file", source / "pyproject.toml", source / "bindings" / "python" / "tieuchi",
        source / "tests" / "python" / "typed.py", cwd=work)
    return 0


sys.exit(main())
