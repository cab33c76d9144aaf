# SPDX-License-Identifier: Apache-2.0
"""The Debian packages: what they are called, hold and need; and the program and a host program run from what they install.

usage: debian.py CPACK BUILD WORK ROOT COMPILER…
"""
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

CPACK, BUILD, WORK, ROOT, *COMPILER = sys.argv[1:]
WORK, ROOT = pathlib.Path(WORK), pathlib.Path(ROOT)
SOURCES = pathlib.Path(__file__).parent


def output(*command, **more):
    return subprocess.run([str(one) for one in command], check=True, stdout=subprocess.PIPE, encoding="utf-8", **more).stdout


def field(package, name):
    return output("dpkg-deb", "--field", package, name).strip()


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(WORK, ignore_errors=True)
        output(CPACK, "-G", "DEB", "--config", f"{BUILD}/CPackConfig.cmake", "-B", WORK / "packages", stderr=subprocess.STDOUT)
        cls.packages = {field(one, "Package"): one for one in (WORK / "packages").glob("*.deb")}
        cls.root = WORK / "root"
        for one in cls.packages.values():
            output("dpkg-deb", "--extract", one, cls.root)

    def files(self, name):
        listed = output("dpkg-deb", "--contents", self.packages[name]).splitlines()
        return {line.split()[5].removeprefix(".") for line in listed if not line.startswith("d")}

    def test_each_is_there_and_no_file_is_in_two(self):
        self.assertEqual(set(self.packages), {"tieuchi", "libtieuchi-c1", "libtieuchi-dev"})
        files = [self.files(name) for name in self.packages]
        self.assertEqual(sum(map(len, files)), len(set.union(*files)))
        for name in self.packages:
            self.assertTrue(all(one.startswith("/usr/") for one in self.files(name)), name)
            self.assertIn(f"/usr/share/doc/{name}/copyright", self.files(name))
            self.assertRegex(self.packages[name].name, rf"^{name}_\d+\.\d+\.\d+-1_\w+\.deb$")

    def test_what_each_holds(self):
        def ends(name, *endings):
            for one in endings:
                self.assertTrue(any(file.endswith(one) for file in self.files(name)), f"{name} holds no {one}")

        ends("tieuchi", "/bin/tieuchi", "/share/tieuchi/vn/bca/circular-124-2021/examples.tieuchi", "/tieuchi-program-targets.cmake")
        ends("libtieuchi-c1", "/libtieuchi-c.so.1")
        self.assertFalse([one for one in self.files("libtieuchi-c1") if one.endswith((".so", ".h"))])
        ends("libtieuchi-dev", "/libtieuchi.a", "/libtieuchi-c.so", "/include/tieuchi.h", "/include/tieuchi/src.hpp", "/pkgconfig/tieuchi.pc",
             "/pkgconfig/tieuchi-c.pc", "/tieuchi-config.cmake")

    def test_what_each_needs(self):
        self.assertIn("libc6", field(self.packages["libtieuchi-c1"], "Depends"))
        self.assertIn("What programs need to run", field(self.packages["libtieuchi-c1"], "Description"))
        self.assertIn("libboost-json", field(self.packages["tieuchi"], "Depends"))
        version = field(self.packages["libtieuchi-c1"], "Version")
        self.assertIn(f"libtieuchi-c1 (= {version})", field(self.packages["libtieuchi-dev"], "Depends"))
        self.assertIn("libutf8proc-dev", field(self.packages["libtieuchi-dev"], "Depends"))
        self.assertIn("libutf8proc", field(self.packages["libtieuchi-c1"], "Depends"))
        self.assertIn("libtieuchi-c 1 libtieuchi-c1", output("dpkg-deb", "--info", self.packages["libtieuchi-c1"], "shlibs"))

    def test_the_program_and_the_regulations(self):
        usr = self.root / "usr"
        self.assertIn("passed", output(usr / "bin" / "tieuchi", "test", usr / "share" / "tieuchi" / "vn"))

    def test_a_program_built_with_them(self):
        folder = next((self.root / "usr").rglob("tieuchi.pc")).parent
        around = {**os.environ, "PKG_CONFIG_PATH": str(folder), "LD_LIBRARY_PATH": str(folder.parent)}
        for package, sources, arguments in (("tieuchi", [SOURCES / "main.cpp", SOURCES / "other.cpp"], ["-std=c++20"]),
                                            ("tieuchi-c", [ROOT / "examples" / "embed" / "c" / "drills.c"], ["-xc", "-std=c99"])):
            flags = output("pkg-config", "--cflags", "--libs", package, env=around).split()
            program = WORK / package
            output(*COMPILER, *arguments, *sources, *flags, "-o", program)
            self.assertIn("met", output(program, env=around, cwd=ROOT))


unittest.main(argv=sys.argv[:1])
