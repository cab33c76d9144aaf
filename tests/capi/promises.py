# SPDX-License-Identifier: Apache-2.0
"""What docs/abi.md promises to programs that were built against an earlier release, by what interface.py wrote down of it and of today.

usage: promises.py INTERFACE

Run as a program, it breaks each promise in a copy of INTERFACE and must notice."""

import re
import sys
import unittest
from pathlib import Path

ABI = re.compile(r"#define TIEUCHI_ABI_VERSION (\d+)")
ENUM = re.compile(r"typedef enum (\w+) \{ (.*?),? \} \1;")
STRUCT = re.compile(r"typedef struct (\w+) \{ (.*); \} \1;")
SIZE = re.compile(r"(tieuchi_\w+) (\d+)")
PLACE = re.compile(r"(tieuchi_\w+)\.(\w+) (\d+)")
SIZED = "size_t struct_size"


def matches(pattern: re.Pattern[str], lines: list[str]) -> list[re.Match[str]]:
    return [found for line in lines if (found := pattern.fullmatch(line))]


def abi(lines: list[str]) -> int:
    return max(int(found[1]) for found in matches(ABI, lines))


def enums(lines: list[str]) -> dict[str, set[str]]:
    return {found[1]: {one.strip() for one in found[2].split(",")} for found in matches(ENUM, lines)}


def structs(lines: list[str]) -> dict[str, list[str]]:
    return {found[1]: [one.strip() for one in found[2].split(";")] for found in matches(STRUCT, lines)}


def same_place(before: str, now: str) -> bool:
    """A member as it was; one that was reserved may have got a name."""
    kind, _, name = before.rpartition(" ")
    return before == now or (name == "reserved" and now.rpartition(" ")[0] == kind)


def broken_structs(old: list[str], new: list[str]) -> list[str]:
    problems, now, sizes = [], structs(new), {found[1]: int(found[2]) for found in matches(SIZE, new)}
    for name, members in structs(old).items():
        today = now.get(name, [])
        kept = len(today) >= len(members) and all(same_place(one, other) for one, other in zip(members, today))
        if not kept or (SIZED not in members and len(today) != len(members)):
            problems.append(f"{name}: has other members")
    sized = {name for name, members in structs(old).items() if SIZED in members}
    for found in matches(SIZE, old):
        size = sizes.get(found[1], 0)
        if size < int(found[2]) or (size != int(found[2]) and found[1] not in sized):
            problems.append(f"{found[1]}: has {size} bytes, and had {found[2]}")
    places = {line for line in new if PLACE.fullmatch(line)}
    return problems + [f"{found[0]}: lies elsewhere" for found in matches(PLACE, old) if found[2] != "reserved" and found[0] not in places]


def broken(old: list[str], new: list[str]) -> list[str]:
    """Which promises today's interface breaks; none where its ABI has a new number, for then it is another library."""
    if abi(new) > abi(old):
        return []
    now = enums(new)
    problems = [f"{name}: lost or renumbered {one}" for name, values in enums(old).items() for one in sorted(values - now.get(name, set()))]
    problems += broken_structs(old, new)
    changes = (ENUM, STRUCT, SIZE, PLACE)
    kept = set(new)
    return problems + [f"gone, or changed: {line}" for line in old if line not in kept and not any(one.fullmatch(line) for one in changes)]


class Promises(unittest.TestCase):
    lines: list[str] = []

    def with_changes(self, *changes: tuple[str, str]) -> list[str]:
        text = "\n".join(self.lines)
        for before, now in changes:
            self.assertEqual(text.count(before), 1, before)
            text = text.replace(before, now)
        return text.splitlines()

    def kept(self, *changes: tuple[str, str]) -> None:
        self.assertEqual(broken(self.lines, self.with_changes(*changes)), [])

    def broken(self, about: str, *changes: tuple[str, str]) -> None:
        found = broken(self.lines, self.with_changes(*changes))
        self.assertTrue(found and all(about in one for one in found), found)

    def test_what_may_be_added(self) -> None:
        self.assertEqual(broken(self.lines, [*self.lines, "uint32_t tieuchi_new(void)"]), [])
        self.kept(("TIEUCHI_LOG_CRITICAL = 5", "TIEUCHI_LOG_CRITICAL = 5, TIEUCHI_LOG_LOST = 6"))
        self.kept(("const char* label; } tieuchi_option;", "const char* label; const char* note; } tieuchi_option;"),
                  ("tieuchi_option.label 16", "tieuchi_option.label 16\ntieuchi_option.note 24"), ("tieuchi_option 24", "tieuchi_option 32"))
        self.kept(("uint32_t reserved; } tieuchi_adjustment_rule;", "uint32_t rank; } tieuchi_adjustment_rule;"),
                  ("tieuchi_adjustment_rule.reserved 36", "tieuchi_adjustment_rule.rank 36"))

    def test_functions(self) -> None:
        self.broken("tieuchi_library_abi", ("uint32_t tieuchi_library_abi(void)", "uint64_t tieuchi_library_abi(void)"))
        self.broken("tieuchi_text_free", ("void tieuchi_text_free(char* text)\n", ""))

    def test_types_and_numbers(self) -> None:
        self.broken("tieuchi_progress_function", ("typedef int32_t (*tieuchi_progress_function)", "typedef void (*tieuchi_progress_function)"))
        self.broken("TIEUCHI_LOG_ERROR", ("TIEUCHI_LOG_ERROR = 4", "TIEUCHI_LOG_ERROR = 7"))
        self.broken("TIEUCHI_NONE", ("#define TIEUCHI_NONE UINT32_MAX", "#define TIEUCHI_NONE 0"))
        self.broken("TIEUCHI_OPTION_INIT", ("#define TIEUCHI_OPTION_INIT\n", ""))

    def test_structs(self) -> None:
        self.broken("tieuchi_option", ("const char* label; } tieuchi_option;", "} tieuchi_option;"), ("tieuchi_option.label 16\n", ""))
        self.broken("tieuchi_option", ("tieuchi_option.label 16", "tieuchi_option.label 24"))
        self.broken("tieuchi_option", ("tieuchi_option 24", "tieuchi_option 16"))
        self.broken("tieuchi_named_text", ("tieuchi_named_text 40", "tieuchi_named_text 48"))
        self.broken("tieuchi_named_text", ("void* reserved; } tieuchi_named_text;", "void* reserved; int32_t more; } tieuchi_named_text;"))
        self.broken("tieuchi_adjustment_rule", ("uint32_t reserved; } tieuchi_adjustment_rule;", "int64_t rank; } tieuchi_adjustment_rule;"))

    def test_another_abi_promises_nothing_to_this_one(self) -> None:
        self.kept(("#define TIEUCHI_ABI_VERSION 1", "#define TIEUCHI_ABI_VERSION 2"), ("void tieuchi_text_free(char* text)\n", ""))


if __name__ == "__main__":
    Promises.lines = Path(sys.argv.pop(1)).read_text(encoding="utf-8").splitlines()
    unittest.main()
