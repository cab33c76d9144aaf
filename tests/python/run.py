# SPDX-License-Identifier: Apache-2.0
"""Builds the source distribution and from it a wheel, installs that in a clean environment, and tests it there.

usage: run.py SOURCE WORK PREFIX

PREFIX is where the library is installed. The wheel is built on it, for the library has been compiled often enough; that the source
distribution holds the same library, whole, is shown by the one file of all its sources, which is that of PREFIX to the byte."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path


def run(*command: object, cwd: Path | None = None) -> None:
    print("+", *command, flush=True)
    subprocess.run([str(word) for word in command], check=True, cwd=cwd)


def keep_bytecode(folder: Path) -> None:
    """From now on modules are compiled where they are first used, and not again, nor into the folders that they stand in."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def environment(at: Path, pip: Path | None = None) -> Path:
    """A virtual environment, which has pip of its own where none is given; its Python."""
    python = at / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", *(["--without-pip"] if pip else []), at)
    return python


def install(pip: Path, python: Path, *what: object) -> None:
    """By the pip of one environment into another. Most of what is installed is never used, so it is not compiled ahead."""
    run(pip, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check", "--no-compile", *what)


def contents(folder: Path, pattern: str) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob(pattern)}


def hold_against(prefix: Path, distribution: Path, work: Path) -> None:
    """Ends the test where the library in the source distribution is not the one that is installed."""
    shutil.rmtree(work, ignore_errors=True)
    with tarfile.open(distribution) as archive:
        archive.extractall(work)
    (source,) = work.iterdir()
    only_library = [f"-DTIEUCHI_{part}=OFF" for part in ("DEVELOPER", "CLI", "C", "INSTALL")]
    run("cmake", "-S", source, "-B", work / "build", "-G", "Ninja", "--log-level=WARNING", *only_library)
    run("cmake", "--build", work / "build", "--target", "tieuchi_amalgamation")
    installed = contents(prefix / "include/tieuchi", "*.hpp")
    if {**contents(source / "include/tieuchi", "*.hpp"), **contents(work / "build/include/tieuchi", "src.hpp")} != installed:
        sys.exit("the library in the source distribution is another than that of the build")


def main() -> int:
    source, work, prefix = (Path(argument).resolve() for argument in sys.argv[1:])
    requirements = source / "tests" / "python" / "requirements.txt"
    built = work / "built"
    shutil.rmtree(built, ignore_errors=True)
    keep_bytecode(work / "bytecode")
    tools = environment(work / "tools")
    install(tools, tools, "--constraint", requirements, "build")
    run(tools, "-m", "build", "--sdist", "--outdir", built, source)
    (distribution,) = built.glob("*.tar.gz")
    hold_against(prefix, distribution, work / "held")
    # Unoptimised, like every other way in which a host builds the library here: what counts is that it works.
    run(tools, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--config-settings=cmake.build-type=None",
        "--config-settings=cmake.define.TIEUCHI_INSTALLED_LIBRARY=ON", f"--config-settings=cmake.define.tieuchi_ROOT={prefix}",
        "--wheel-dir", built, distribution)
    shutil.rmtree(work / "clean", ignore_errors=True)
    clean = environment(work / "clean", tools)
    install(tools, clean, "--requirement", requirements, *built.glob("*.whl"))
    run(clean, "-m", "pytest", "-q", "-p", "no:cacheprovider", source / "tests" / "python", cwd=work)
    oldest = environment(work / "oldest", tools)
    install(tools, oldest, "--requirement", requirements.with_name("requirements-oldest.txt"))
    install(tools, oldest, "--force-reinstall", "--no-deps", *built.glob("*.whl"))
    run(oldest, "-m", "pytest", "-q", "-p", "no:cacheprovider", source / "tests" / "python" / "test_peers.py", cwd=work)
    run(clean, "-m", "mypy", "--strict", "--config-file", source / "pyproject.toml", source / "bindings" / "python" / "tieuchi",
        source / "tests" / "python" / "typed.py", cwd=work)
    return 0


sys.exit(main())
