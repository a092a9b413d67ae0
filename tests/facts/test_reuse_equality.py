# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our REUSE status is that of the command, file by file, on trees of many shapes."""

# REUSE-IgnoreStart

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from reuse_trees import (
    HOLDER,
    IGNORE,
    IGNORE_END,
    MIT,
    SNIPPET_HOLDER,
    TAG,
    Content,
    Link,
    Submodule,
    comparable,
    compared,
    lint,
    needs_libmagic,
    status_of,
)

TEXTS = {"LICENSES/MIT.txt": "text", "LICENSES/Apache-2.0.txt": "text"}
DEP5 = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: x

"""


def reuse_toml(*tables: str) -> str:
    return "version = 1\n" + "".join(f"\n[[annotations]]\n{table}\n" for table in tables)


def table(path: str, *, spdx: str = "", holder: str = "", precedence: str = "") -> str:
    lines = [f"path = {path}"]
    lines += [f'precedence = "{precedence}"'] if precedence else []
    lines += [f'"{TAG[:-1]}" = {spdx!r}'] if spdx else []
    lines += [f'"{HOLDER.split(":")[0]}" = {holder!r}'] if holder else []
    return "\n".join(lines)


def words(text: str) -> list[str]:
    return text.split()


LONG = "x" * 60 + "\n"

TREES: dict[str, Mapping[str, Content]] = {
    "nothing said": {"README.md": "hello\n", "src/a.py": "pass\n"},
    "nothing covered": {"LICENSE": "text", "empty": ""},
    "all said": {**TEXTS, "a.py": MIT, "b.py": f"# {HOLDER}\n# {TAG} Apache-2.0 OR MIT\n"},
    "only one of both": {"LICENSES/MIT.txt": "x", "a": f"{HOLDER}\n", "b": f"{TAG} MIT\n"},
    "names that are not covered": dict.fromkeys(
        words(
            "LICENSE LICENCE LICENSE-MIT LICENSE.txt LICENCE.de.md COPYING COPYING.LESSER LICENSEE"
            " license licence.txt COPYINGS .hgtags a.spdx a.spdx.json a.spdx.rdf a.spdxxml"
            " a.spdx.yml CAL-1.0 CAL-1.0.txt CAL-1.0-Combined-Work-Exception.txt SHL-2.1 SHL-2.1.x"
            " deep/LICENSE deep/COPYING.txt deep/x.license"
        ),
        "text\n",
    ),
    "folders that are not entered": {
        ".hg/a": "x",
        ".sl/a": "x",
        ".reuse/a": "x",
        "LICENSES/MIT.txt": "x",
        "deep/LICENSES/a": "x",
        "deep/.reuse/a": "x",
        ".github/a": "x",
        "subprojects/a": "x",
        "subprojects/b/a": "x",
        "deep/subprojects/b/c/a": "x",
        "subprojects.d/b/a": "x",
    },
    "license files beside": {
        **TEXTS,
        "a.png": b"\x89PNG\0\0",
        "a.png.license": MIT,
        "b.py": MIT,
        "b.py.license": "says nothing\n",
        "c.py": MIT,
        "c.py.license": "",
        "d.py": MIT,
        "d.py.license/file": "x",
        "e.py": "x",
        "e.py.license": Link("a.png.license"),
        "f.py": MIT,
        "f.py.license": Link("nowhere"),
        "g.py": MIT,
        "g.py.license": Link("folder"),
        "folder/x": MIT,
        "h.py": "x",
        "h.py.license": Link("folder/../deep/link"),
        "deep/link": Link("../a.png.license"),
        "i.py": MIT,
        "i.py.license": Link("i.py.license"),
        "j.license.license": MIT,
        "k.py": MIT,
        "k.py.license": Submodule(),
    },
    "links": {"a": MIT, "b": Link("a"), "folder/c": "x", "other": Link("folder"), **TEXTS},
    "submodules": {
        "module": Submodule(),
        "plain/a": "x",
        "else/a": "x",
        "quoted/a": "x",
        ".gitmodules": '[submodule "m"]\n\tpath = module\n\turl = x\n[submodule "p"]\n'
        ' path=plain/\n[submodule "q"]\n\tpath = "quoted"\n',
    },
    "ignored but tracked": {".gitignore": "*.log\nbuild/\n", "a.log": "x", "build/a": "x"},
    "license texts": {
        "LICENSES/MIT.txt": "x",
        "LICENSES/Apache-2.0": "x",
        "LICENSES/GPL-3.0.txt": "x",
        "LICENSES/Nonsense.txt": "x",
        "LICENSES/odd": "x",
        "LICENSES/0BSD.md": "x",
        "LICENSES/LicenseRef-Own.txt": "x",
        "LICENSES/LicenseRef-Unknown.txt": "x",
        "LICENSES/LicenseRef-Bad_Sign.txt": "x",
        "LICENSES/deep/Zlib.txt": "x",
        "LICENSES/.hidden/ISC.txt": "x",
        "LICENSES/.ISC.txt": "x",
        "LICENSES/MIT.txt.license": MIT,
        "LICENSES/EUPL-1.2.txt": "",
        "LICENSES/BSD-3-Clause.txt": Link("MIT.txt"),
        "LICENSES/CC0-1.0.txt": Link("nowhere"),
        "LICENSES/more": Link("../texts"),
        "texts/Unlicense.txt": "x",
        "LICENSES/Classpath-exception-2.0.txt": "x",
        "a": f"{HOLDER}\n{TAG} GPL-2.0-only WITH Classpath-exception-2.0\n",
        "b": f"{HOLDER}\n{TAG} EUPL-1.2+ AND LicenseRef-Own\n",
        "c": f"{HOLDER}\n{TAG} LicenseRef-Absent OR Foo\n",
        "d": f"{HOLDER}\n{TAG} mit\n",
    },
    "a plus in LICENSES": {
        "LICENSES/GPL-2.0+.txt": "x",
        "LICENSES/GPL-3.0.txt": "x",
        "a": f"{HOLDER}\n{TAG} GPL-2.0\n",
        "b": f"{HOLDER}\n{TAG} GPL-3.0+\n",
    },
    "LICENSES is a link": {"LICENSES": Link("docs/texts"), "docs/texts/MIT.txt": "x", "a": MIT},
    "expressions that do not parse": {
        **TEXTS,
        "a": f"{HOLDER}\n{TAG} MIT OR\n",
        "b": f"{HOLDER}\n{TAG}\n{TAG} MIT\n",
        "c": f"{HOLDER}\n{TAG} (MIT\n",
        "d": f"{HOLDER}\n{TAG} <id>\n",
        "e": f'{HOLDER}\n x = "{TAG} MIT";\n',
        "f": f"{HOLDER}\n{TAG} " + "(MIT OR " * 300 + "MIT" + ")" * 300 + "\n",
        "g": f"{HOLDER}\n{TAG} MIT */ code(); " + "x" * 9000 + "\n",
    },
    "years that do not parse": {**TEXTS, "a": "Copyright 2020-a,b c\n", "b": MIT},
    "notices": {
        "a": "Copyright 2020 Jane\n",
        "b": "© Jane\n",
        "c": "(c) Jane\n",
        "d": "Copyright\n",
        "e": "Copyright: Jane\n",
        "f": "copyright 2020 Jane\n",
        "g": "Copyright(C) 2020 Jane\n",
        "h": f"{SNIPPET_HOLDER}\n",
        "i": "/* Copyright © 2019-2021, 2023 Jane <j@example.org> */\n",
        "j": "SPDX-" + "FileContributor: Jane\n",
        "k": "the Copyright of all",
    },
    "ends of comments": {
        **TEXTS,
        "a": f"/* {HOLDER} */\n/* {TAG} MIT */\n",
        "b": f"<!-- {HOLDER} -->\n<!-- {TAG} MIT --> \n",
        "c": f'<tag value="{TAG} MIT" />\n',
        "d": f"/**** {TAG} MIT ****/\n",
        "e": f"[{TAG} MIT] ::\n",
        "f": f"{{# {TAG} MIT #}}\n",
        "g": f"(* {TAG} MIT *)*/-->\n",
        "h": f"# {TAG} MIT        # \n",
    },
    "ignore blocks": {
        **TEXTS,
        "a": f"{IGNORE}\n{MIT}{IGNORE_END}\n",
        "b": f"{IGNORE}\n{MIT}",
        "c": f"{IGNORE_END}\n{MIT}",
        "d": f"x {IGNORE} y {IGNORE_END} {TAG} MIT\n",
        "e": f"{TAG} {IGNORE} x\n {IGNORE_END}MIT\n",
        "f": f"{IGNORE}{IGNORE}\n{IGNORE_END}\n{HOLDER}\n{IGNORE_END}{TAG} MIT\n",
        "g": f"{HOLDER}\n{IGNORE}\n" + LONG * 1100 + f"{TAG} MIT\n",
        "h": f"{IGNORE}\n" + LONG * 1100 + f"{HOLDER}\n{IGNORE} {IGNORE_END}\n{TAG} MIT\n",
    },
    "encodings": {
        **TEXTS,
        "a": ("é\n" + MIT).encode("latin-1"),
        "b": b"\x93\n" + MIT.encode(),
        "c": MIT.encode("utf-16"),
        "d": b"\xfe\xff" + MIT.encode("utf-16-be"),
        "e": MIT.encode("utf-16-le"),
        "f": MIT.encode("utf-8-sig"),
        "g": MIT.encode("utf-32"),
        "h": ("é" * 40_000 + "\n" + MIT).encode("utf-16"),
        "i": b"\0" + MIT.encode(),
        "j": MIT.encode() + b"x" * 3000 + b"\0\xff",
        "k": MIT.encode() + b"\x01",
        "l": MIT.encode() + b"\x0b\x0c\x1b\x07",
        "m": b"x" * 2047 + "é\n".encode() + MIT.encode(),
        "n": b"x" * 2047 + b"\xe9\n" + MIT.encode(),
        "o": "© Jörg".encode("latin-1"),
        "p": "ä © Jörg".encode(),
        "q": b"+/v8-" + MIT.encode(),
        "r": MIT.encode("cp500"),
        "s": b"\x7f" + MIT.encode(),
    },
    "ends of lines": {
        **TEXTS,
        "a": MIT.replace("\n", "\r"),
        "b": MIT.replace("\n", "\r\n"),
        "c": f"{HOLDER}\r{TAG} MIT\n",
        "d": f"{HOLDER}\x0b{TAG} MIT\x85",
        "e": f"{HOLDER}\u2028{TAG} MIT",
        "f": (LONG * 1075 + MIT).replace("\n", "\r"),
    },
    "beyond one chunk": {
        **TEXTS,
        "a": LONG * 3000 + MIT,
        "b": "x" * 66_545 + MIT,
        "c": "x" * 66_000 + "\n" + MIT,
        "d": "x" * (65_536 + 1_024 - 10) + MIT,
        "e": "x" * 65_530 + " " + MIT,
        "f": MIT + "x" * 300_000,
        "g": "é" * 33_279 + " " + MIT,
        "i": f"/* {TAG} MIT */" + "x;" * 5000 + f"/*! {HOLDER} */\n",
        "h": "\n" + ("x" * 65_000 + f" {HOLDER} " + "x" * 2_000) * 3,
    },
    "names": {
        **TEXTS,
        "mit leer zeichen.py": MIT,
        "größe.py": "x",
        "bad\udcff.py": MIT,
        "new\nline.py": "x",
        "LICENSE\n": "x",
        "-option": "x",
    },
    "REUSE.toml fills what is lacking": {
        **TEXTS,
        "REUSE.toml": reuse_toml(table('"**"', spdx="MIT", holder="2020 Jane")),
        "a": "x",
        "b": f"{HOLDER}\n",
        "c": f"{TAG} Apache-2.0\n",
        "d": f"{HOLDER}\n{TAG} Apache-2.0\n",
        "e": f"{TAG} (\n",
    },
    "REUSE.toml overrides and adds": {
        **TEXTS,
        "LICENSES/ISC.txt": "x",
        "REUSE.toml": reuse_toml(
            table('["a*"]', spdx="MIT", holder="Jane", precedence="override"),
            table('"b*"', spdx="ISC", precedence="aggregate"),
            table('"empty/**"', precedence="override"),
        ),
        "a1": f"{TAG} Apache-2.0\nCopyright 2020-a,b c\n",
        "a2": "bad",
        "b1": f"{HOLDER}\n{TAG} Apache-2.0\n",
        "b2": "x",
        "empty/c": MIT,
    },
    "REUSE.toml in folders": {
        **TEXTS,
        "LICENSES/ISC.txt": "x",
        "REUSE.toml": reuse_toml(
            table('"**"', holder="Top"),
            table('"a/both/**"', spdx="ISC", holder="Top", precedence="aggregate"),
            table('"over/**"', spdx="MIT", precedence="override"),
        ),
        "a/REUSE.toml": reuse_toml(table('["*", "deep/**"]', spdx="MIT")),
        "a/deep/REUSE.toml": reuse_toml(table('"*"', spdx="Apache-2.0", holder="Deep")),
        "a/x": "x",
        "a/y": f"{HOLDER}\n",
        "a/z": f"{TAG} ISC\n",
        "a/deep/x": "x",
        "a/deep/y": f"{HOLDER}\n",
        "a/deep/deeper/x": "x",
        "a/both/x": "x",
        "over/REUSE.toml": reuse_toml(table('"*"', spdx="ISC", holder="Deep")),
        "over/x": "x",
        "b": "x",
    },
    "the closest of two halves": {
        **TEXTS,
        "REUSE.toml": reuse_toml(table('"**"', spdx="MIT", holder="Top")),
        "a/REUSE.toml": reuse_toml(table('"**"', holder="Deep")),
        "a/x": f"{HOLDER}\n",
        "a/y": f"{TAG} Apache-2.0\n",
        "b/REUSE.toml": reuse_toml(table('"**"', spdx="Apache-2.0")),
        "b/x": f"{HOLDER}\n",
        "b/y": "x",
    },
    "the last table that fits": {
        **TEXTS,
        "REUSE.toml": reuse_toml(
            table('["src/*.py", "a"]', spdx="MIT", holder="Jane"),
            table('"src/b.py"', spdx="Apache-2.0"),
            table('"src/**"', holder="Joe"),
            table('"src/c.py"', spdx="MIT", holder="Jane"),
        ),
        **dict.fromkeys(("src/a.py", "src/b.py", "src/c.py", "src/deep/a.py", "a", "b"), "x"),
    },
    "patterns of REUSE.toml": {
        "REUSE.toml": reuse_toml(
            table(
                r'["*.c", "a/**/x", "b/**", "c/*", "d/\\*", "e*/f", "**/*.h", "g.x", "***z"]',
                spdx="MIT",
                holder="Jane",
            ),
        ),
        **dict.fromkeys(
            words(
                "a.c q/a.c a/x a/1/x a/1/2/x a/yx b c/1 c/2/2 d/* d/a e/f ee/f e/e/f 1.h 1/2.h"
                " gax g.x z 1/z 1z"
            ),
            "x",
        ),
    },
    "REUSE.toml that does not count": {
        **TEXTS,
        "LICENSES/REUSE.toml": reuse_toml(table('"**"', spdx="MIT")),
        "subprojects/x/REUSE.toml": reuse_toml(table('"**"', spdx="MIT")),
        "deep/REUSE.toml": "",
        "link/REUSE.toml": Link("../other.toml"),
        "other.toml": reuse_toml(table('"**"', spdx="MIT", holder="x")),
        "link/a": "x",
        "deep/a": "x",
    },
    "REUSE.toml odd but valid": {
        **TEXTS,
        "REUSE.toml": "version = true\n"
        + "".join(
            f"\n[[annotations]]\n{item}\n"
            for item in (
                table('["a", "a"]', spdx="MIT", holder="Copyright 2020  Jane"),
                table('"b"', spdx="MIT AND (Apache-2.0 OR X)", holder="© Joe"),
                'path = "c"\nother = 1\n',
            )
        ),
        "a": "x",
        "b": "x",
        "c": "x",
    },
    "REUSE.toml with other ends of lines": {
        "REUSE.toml": reuse_toml(table('"**"', spdx="MIT", holder="J")).replace("\n", "\r\n"),
        "LICENSES/MIT.txt": "x",
        "a": "x",
    },
    "dep5": {
        **TEXTS,
        ".reuse/dep5": DEP5
        + "Files: * !x\nCopyright: 2020 Jane\n  2021 Joe\nLicense: MIT\n\n"
        + "Files: src/?.py doc/*\nCopyright: X\nLicense: Apache-2.0\n text\n\n"
        + "Files: odd/*\nCopyright: Y\nLicense: not valid (\n\n"
        + "Files: years/*\nCopyright: 2020-a,b c\nLicense: MIT\n\n"
        + "Files: star\\*\nCopyright: Z\nLicense: Zlib\n",
        "a": "x",
        "src/a.py": "x",
        "src/bb.py": f"{HOLDER}\n{TAG} ISC\n",
        "doc/deep/a": "x",
        "odd/a": "x",
        "years/a": "x",
        "star*": "x",
        "starr": "x",
    },
}


@needs_libmagic
@pytest.mark.parametrize("name", TREES)
def test_the_status_is_that_of_the_command(name: str, tmp_path: Path) -> None:
    files = TREES[name]

    answer = lint(files, tmp_path)

    assert not isinstance(answer, str), answer
    assert comparable(status_of(files)) == compared(answer)


REFUSED: dict[str, tuple[Mapping[str, Content], str, int]] = {
    "no TOML": ({"REUSE.toml": "version = 1\n[[annotations\n", "a": MIT}, "REUSE.toml", 2),
    "not UTF-8": ({"REUSE.toml": b"version = 1\n# \xe9\n", "a": MIT}, "REUSE.toml", 2),
    "no version": ({"REUSE.toml": "\n", "a": MIT}, "REUSE.toml", 1),
    "no path": ({"d/REUSE.toml": reuse_toml('precedence = "closest"')}, "d/REUSE.toml", 1),
    "no such precedence": (
        {"REUSE.toml": reuse_toml(table('"a"', precedence="first"))},
        "REUSE.toml",
        1,
    ),
    "not a list of tables": ({"REUSE.toml": 'version = 1\nannotations = ["a"]\n'}, "REUSE.toml", 1),
    "a path that is a number": ({"REUSE.toml": reuse_toml("path = 1")}, "REUSE.toml", 1),
    "years": ({"REUSE.toml": reuse_toml(table('"a"', holder="2020-a,b c"))}, "REUSE.toml", 1),
    "dep5 without a header": ({".reuse/dep5": "nonsense\n"}, ".reuse/dep5", 1),
    "dep5 without a licence": (
        {".reuse/dep5": DEP5 + "Files: *\nCopyright: x\n"},
        ".reuse/dep5",
        1,
    ),
    "dep5 and REUSE.toml": (
        {".reuse/dep5": DEP5, "REUSE.toml": "version = 1\n", "a": MIT},
        ".reuse/dep5",
        1,
    ),
    "two texts of one licence": (
        {"LICENSES/MIT.txt": "x", "LICENSES/MIT.md": "x", "a": MIT},
        "LICENSES/MIT.txt",
        1,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_command_refuses_is_named_and_the_rest_is_judged(
    name: str, tmp_path: Path
) -> None:
    files, path, line = REFUSED[name]

    refusal = lint(files, tmp_path)
    status = status_of(files)

    assert isinstance(refusal, str)
    (notice,) = status.broken_configuration
    assert notice.text.startswith(f"{path}: ")
    assert notice.line == line
    assert not status.compliant
    assert status.with_license == ("a" in files)


def test_an_invalid_expression_in_a_configuration_is_one_of_the_status() -> None:
    # The command itself ends with a TypeError here (reuse 6.2.0).
    status = status_of({"REUSE.toml": reuse_toml(table('"a"', spdx="MIT OR")), "a": "x"})

    assert status.invalid_expressions == ("MIT OR",)
    assert status.missing_license == ("a",)
    assert not status.compliant


# REUSE-IgnoreEnd
