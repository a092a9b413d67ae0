# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from license_texts import spdx_texts
from repositories import MIT

from scm_check.model import FontFolder
from scm_check.testing import facts_of

OFL = spdx_texts()["OFL-1.1"]
FONT = b"wOF2\0\1\0\0"


def fonts(files: dict[str, str | bytes], *, subdir: str | None = None) -> tuple[FontFolder, ...]:
    return facts_of(files, subdir=subdir).fonts


def license_of(files: dict[str, str | bytes]) -> str | None:
    """The text found beside the one font."""
    (found,) = fonts(files)
    return found.license_path


def test_a_repository_without_fonts_has_none() -> None:
    assert fonts({"a.css": "@font-face { src: url(a.woff2) }"}) == ()


@pytest.mark.parametrize("ending", ["woff", "WOFF2", "ttf", "OTF", "eot"])
def test_font_files_are_known_by_their_ending(ending: str) -> None:
    assert fonts({f"css/a.{ending}": FONT}) == (FontFolder("css", (f"a.{ending}",), 1),)


def test_many_fonts_of_a_folder_are_told_together() -> None:
    found = fonts({f"fonts/f{number}.woff2": FONT + bytes([number]) for number in range(7)})

    assert found == (FontFolder("fonts", tuple(f"f{n}.woff2" for n in range(5)), 7),)


@pytest.mark.parametrize(
    "beside", ["LICENSE", "OFL.txt", "license.txt", "-CooperHewitt-OFL-201406.txt", "LICENSE_OFL"]
)
def test_a_licence_in_the_same_folder_is_found(beside: str) -> None:
    text = OFL

    assert license_of({"s/a.ttf": FONT, f"s/{beside}": text}) == f"s/{beside}"


def test_a_licence_of_fonts_above_is_found() -> None:
    assert license_of({"a/Lato/static/x.ttf": FONT, "a/Lato/OFL.txt": OFL})
    assert license_of({"lib/fontawesome/webfonts/x.ttf": FONT, "lib/fontawesome/LICENSE": MIT})
    assert license_of({"vendor/slick/fonts/x.ttf": FONT, "vendor/slick/LICENSE": MIT})


def test_a_licence_of_the_product_says_nothing_of_its_fonts() -> None:
    assert license_of({"client/public/fonts/x.ttf": FONT, "LICENSE": MIT}) is None
    assert license_of({"client/public/fonts/x.ttf": FONT, "client/LICENSE": MIT}) is None


def test_at_the_root_only_a_licence_of_fonts_counts() -> None:
    assert license_of({"x.ttf": FONT, "LICENSE": MIT}) is None
    assert license_of({"x.ttf": FONT, "LICENSE": MIT, "OFL.txt": OFL}) == "OFL.txt"


def test_of_a_part_its_own_root_is_the_products() -> None:
    (found,) = fonts({"app/x.ttf": FONT, "app/LICENSE": MIT}, subdir="app")

    assert found.license_path is None


def test_reuse_information_counts_file_by_file() -> None:
    tags = "\n".join(
        (
            "SPDX-FileCopyright" + "Text: 2011 The Lato Project",
            "SPDX-License-" + "Identifier: OFL-1.1",
        )
    )

    found = fonts({"f/a.ttf": FONT, "f/a.ttf.license": tags, "f/b.ttf": FONT + b"b"})

    assert found == (
        FontFolder("f", ("a.ttf",), 1, None, is_stated=True),
        FontFolder("f", ("b.ttf",), 1),
    )


def test_an_annotation_in_reuse_toml_counts() -> None:
    annotation = (
        'version = 1\n[[annotations]]\npath = "fonts/**"\n'
        "SPDX-FileCopyright"
        'Text = "Lato"\nSPDX-License-'
        'Identifier = "OFL-1.1"\n'
    )

    (found,) = fonts({"fonts/a.ttf": FONT, "REUSE.toml": annotation})

    assert found.is_stated
