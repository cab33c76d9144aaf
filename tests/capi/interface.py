# SPDX-License-Identifier: Apache-2.0
"""What programs were compiled against: the functions that the library exports, their prototypes, types and numbers, and where the members of each struct lie.

usage: interface.py LIBRARY HEADER BASELINE COMPILER [--record]

Compares with BASELINE; --record writes it anew, after a change that was meant. What earlier releases wrote down, in the folder `released` beside it,
must still be promised: see promises.py. Each function stands in the node of the linker of the release that its comment names. Then calls every
function with nothing but NULL and 0."""

import ctypes
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from promises import broken

PROTOTYPE = re.compile(r"^TIEUCHI_C_API\s+([^;]+?)\s*\b(tieuchi_\w+)\(([^;]*)\);", re.MULTILINE)
# A function with the comment before it, where there is one.
SINCE = re.compile(r"/\*\*((?:[^*]|\*(?!/))*)\*/\s*TIEUCHI_C_API\s[^;]+?\b(tieuchi_\w+)\(", re.DOTALL)
STRUCT = re.compile(r"^typedef struct (tieuchi_\w+) \{\n(.*?)^\} \1;", re.MULTILINE | re.DOTALL)
MEMBER = re.compile(r"^\s+[\w\s\*\(\)]*?\(?\*?\b(\w+)(?:\[[^\]]*\])*(?:\)\([^;]*\))?;", re.MULTILINE)
TYPE = re.compile(r"^typedef (?:(?:struct|enum) \w+ \{[^}]*\} \w+|[^{;]*);", re.MULTILINE)
READY = re.compile(r"^#define (TIEUCHI_(\w+)_INIT)\b", re.MULTILINE)
NUMBER = re.compile(r"^#define (?:TIEUCHI_ABI_VERSION|TIEUCHI_DECIMAL_ONE|TIEUCHI_NONE) .*$", re.MULTILINE)
INVALID_ARGUMENT = 1


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def prototypes(header: str) -> dict[str, tuple[str, list[str]]]:
    found = {}
    for result, name, arguments in PROTOTYPE.findall(header):
        listed = [] if arguments.strip() in ("", "void") else split_arguments(arguments)
        found[name] = (" ".join(result.split()), [" ".join(one.split()) for one in listed])
    return found


def split_arguments(text: str) -> list[str]:
    """At commas outside of parentheses: an argument may be a function."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def types_and_numbers(header: str) -> list[str]:
    """Enumerators, members and callbacks with their types, and macros, each in one line."""
    made_ready = [f"#define {macro}" for macro, _ in READY.findall(header)]
    return sorted(" ".join(one.split()) for one in [*TYPE.findall(header), *NUMBER.findall(header), *made_ready])


def exported(library: Path) -> dict[str, str]:
    """The functions, each with its node."""
    out = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    found = (line.split()[-1].partition("@") for line in out.splitlines() if line.split()[-2] == "T")
    return {name: node.lstrip("@") for name, _, node in sorted(found)}


def wrong_nodes(header: str, nodes: dict[str, str]) -> list[str]:
    since = {name: re.search(r"since: (\d+\.\d+)", comment) for comment, name in SINCE.findall(header)}
    problems = [f"{name}: its comment does not say `since`" for name in sorted(nodes) if since.get(name) is None]
    for name, release in sorted(since.items()):
        if release is not None and nodes.get(name) != f"TIEUCHI_{release[1]}":
            problems.append(f"{name}: is there since {release[1]}, but stands in the node {nodes.get(name)} of tieuchi-c.map")
    return problems


def broken_promises(baseline: Path, told: list[str]) -> list[str]:
    releases = sorted((baseline.parent / "released").glob("*.txt"))
    return [f"{one.stem} promised otherwise: {problem}" for one in releases
            for problem in broken(one.read_text(encoding="utf-8").splitlines(), told)]


def layouts(header_file: Path, header: str, compiler: str) -> list[str]:
    lines = ["#include <stddef.h>", "#include <stdio.h>", f'#include "{header_file.resolve()}"', "int main(void) {"]
    for name, body in STRUCT.findall(header):
        lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
        for member in MEMBER.findall(body):
            lines.append(f'printf("{name}.{member} %zu\\n", offsetof({name}, {member}));')
    lines += ["return 0;", "}"]
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder, "layouts.c"), Path(folder, "layouts")
        source.write_text("\n".join(lines), encoding="utf-8")
        subprocess.run([compiler, "-std=c99", source, "-o", program], check=True)
        return subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()


def made_ready(header_file: Path, header: str, compiler: str) -> list[str]:
    """Structs that the caller fills, made ready by their macros in C99 and C++11: the size is set, everything else is 0, and no compiler warns.
    None ends in padding, where a later member would not show in the size."""
    structs = {name: body for name, body in STRUCT.findall(header)}
    macros = {f"tieuchi_{noun.lower()}": macro for macro, noun in READY.findall(header)}
    problems = [f"{name}: has no macro that makes it ready" for name in structs if name not in macros and name != "tieuchi_error"]
    lines = ["#include <stddef.h>", "#include <stdio.h>", f'#include "{header_file.resolve()}"']
    lines += [f"static {name} {name}_ready = {macro};" for name, macro in macros.items()]
    lines += ["static int check(const char* name, const void* of, size_t size, size_t begin) {", "const unsigned char* bytes = (const unsigned char*)of;",
              "for (; begin < size; ++begin) { if (bytes[begin] != 0) { printf(\"%s: byte %u is not 0\\n\", name, (unsigned)begin); return 1; } }",
              "return 0;", "}", "int main(void) {", "int wrong = 0;"]
    for name in macros:
        local = f"{name}_here"
        sized = "struct_size" in structs[name]
        lines.append(f"{name} {local} = {macros[name]};")
        lines.append(f'wrong += check("{name}", &{name}_ready, sizeof {name}_ready, {"sizeof(size_t)" if sized else "0"});')
        if sized:
            last = MEMBER.findall(structs[name])[-1]
            lines.append(f'if (offsetof({name}, {last}) + sizeof {local}.{last} != sizeof {local}) {{ puts("{name}: ends in padding"); ++wrong; }}')
            lines.append(f'if ({local}.struct_size != sizeof {local} || {name}_ready.struct_size != sizeof {local}) {{ puts("{name}: wrong size"); ++wrong; }}')
        else:
            lines.append(f"(void){local};")
    lines += ["return wrong != 0;", "}"]
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder, "ready.c"), Path(folder, "ready")
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        strict = [compiler, "-Wall", "-Wextra", "-pedantic", "-Werror"]
        subprocess.run([*strict, "-x", "c++", "-std=c++11", "-fsyntax-only", source], check=True)
        subprocess.run([*strict, "-std=c99", source, "-o", program], check=True)
        problems += subprocess.run([program], check=False, capture_output=True, text=True).stdout.splitlines()
    return problems


def nothing_for(argument: str):
    if "*" in argument:
        return ctypes.c_void_p(None)
    if argument.split()[0] == "double":
        return ctypes.c_double(0)
    return ctypes.c_int64(0)


def call_with_nothing(library: Path, known: dict[str, tuple[str, list[str]]]) -> list[str]:
    """Functions that can fail must say so; all must come back."""
    loaded = ctypes.CDLL(str(library))
    problems = []
    for name, (result, arguments) in known.items():
        function = getattr(loaded, name)
        function.restype = ctypes.c_int32 if result == "tieuchi_status" else None if result == "void" else ctypes.c_void_p
        print(f"calling {name}", flush=True)
        answer = function(*(nothing_for(one) for one in arguments))
        if result == "tieuchi_status" and answer != INVALID_ARGUMENT and name != "tieuchi_log_set":  # that one turns the log off
            problems.append(f"{name}: gave {answer} for nothing but NULL and 0, not {INVALID_ARGUMENT}")
    return problems


def main() -> int:
    library, header_file, baseline, compiler = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    with_comments = header_file.read_text(encoding="utf-8")
    header = without_comments(with_comments)
    known, nodes = prototypes(header), exported(library)
    problems = [f"{name}: declared, but not exported" for name in sorted(known.keys() - nodes.keys())]
    problems += [f"{name}: exported, but not declared" for name in sorted(nodes.keys() - known.keys())]
    problems += wrong_nodes(with_comments, nodes)
    told = [f"{result} {name}({', '.join(arguments) or 'void'})" for name, (result, arguments) in sorted(known.items())]
    told += types_and_numbers(header) + layouts(header_file, header, compiler)
    text = "\n".join(told) + "\n"
    if "--record" in sys.argv:
        baseline.write_text(text, encoding="utf-8")
    before = baseline.read_text(encoding="utf-8").splitlines()
    problems += [f"no longer there: {line}" for line in before if line not in told]
    problems += [f"new, or changed: {line}" for line in told if line not in before]
    problems += broken_promises(baseline, told)
    problems += made_ready(header_file, header, compiler) + call_with_nothing(library, known)
    print("\n".join(problems) if problems else f"{len(known)} functions and {len(told) - len(known)} types, numbers and places of members, as they were")
    if problems:
        print("If this was meant: TIEUCHI_ABI_VERSION may have to grow; then run this with --record.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
