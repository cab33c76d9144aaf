# SPDX-License-Identifier: Apache-2.0
"""What Doxygen reads in place of a public header, so that the headers themselves hold none of its commands but `\\file`.

A header of C++ becomes a group of its own, named as the file is, and each part of tieuchi.h that a line `/* ---- Title ---- */` begins. Overloads of C++
for temporaries (`const&&`) are left out: they give a copy of what the overload above them refers to. Lines stay where they are."""
import pathlib
import re
import sys

PART = re.compile(r"^/\* ---- (.*?) -+ \*/$", re.MULTILINE)


def group_of(title):
    """The name of the group for a part of tieuchi.h: its title up to the colon or comma."""
    return re.split(r"[:,]", title)[0].lower().replace(" ", "_")


def cpp(stem, text):
    text = re.sub(r"^ .* const&& (?:noexcept )?\{ .*\}$", "", text, flags=re.MULTILINE)
    text = text.replace("/// \\file\n", f"/// \\defgroup {stem} <tieuchi/{stem}.hpp>\n")
    opened, closed = f" /** \\addtogroup {stem} */ /** \\{{ */", " /** \\} */"
    for before, after in ("namespace TIEUCHI_NAMESPACE {", "} // namespace TIEUCHI_NAMESPACE"), ('extern "C" {', '} // extern "C"'):
        if before in text:
            return text.replace(before, before + opened).replace("\n" + after, "\n" + closed + after)
    return text.replace("#pragma once", "#pragma once" + opened) + closed


def c(text):
    text = PART.sub(lambda part: f"/** \\}} */ /** \\defgroup {group_of(part[1])} {part[1]} */ /** \\{{ */", text)
    return text.replace("/** \\} */ ", "", 1).replace("\n#ifdef __cplusplus\n}", "\n/** \\} */\n#ifdef __cplusplus\n}")


def main(path):
    text = path.read_text(encoding="utf-8")
    sys.stdout.write(c(text) if path.suffix == ".h" else cpp(path.stem, text))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
