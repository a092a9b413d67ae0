# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a repository says of its licence: texts, statements, claims, gaps."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_check.facts.extraction import Extracted
from scm_check.facts.identify.pack import texts
from scm_check.facts.licenses import LICENSE_EXTRACTORS, LICENSE_TEXT, licenses_of
from scm_check.facts.licensing.names import is_license_file, suffix_of
from scm_check.model import (
    BlobKind,
    Document,
    Entry,
    File,
    Files,
    Freedom,
    Gap,
    Heading,
    Json,
    Licenses,
    LicenseStatement,
    Link,
    Manifest,
    MatchVerdict,
    Paragraph,
    Publiccode,
    SpdxTag,
)
from scm_check.testing import facts_of

NOTICE = "Copyright (c) 2024 Stadt Musterstadt\n\n"


def packed(identifier: str) -> bytes:
    return (NOTICE + " ".join(texts().words(identifier))).encode()


def licenses(
    contents: Mapping[str, bytes],
    *,
    links: Mapping[str, str] | None = None,
    tags: Mapping[str, tuple[SpdxTag, ...]] | None = None,
    documents: tuple[Document, ...] = (),
    manifests: tuple[Manifest, ...] = (),
    publiccode: Publiccode | None = None,
    base: str = "",
    kinds: Mapping[str, BlobKind] | None = None,
) -> Licenses:
    """The facts of a tree in memory."""
    values: dict[tuple[str, str], Json] = {}
    gaps: dict[tuple[str, str], Gap] = {}
    paths: dict[str, list[str]] = {}
    files = []
    for path, data in sorted(contents.items()):
        oid = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        entry = Entry(path, 0o100644, oid, len(data))
        for extractor in LICENSE_EXTRACTORS:
            if extractor.wants(entry):
                paths.setdefault(extractor.name, []).append(path)
                if len(data) > extractor.max_bytes:
                    gaps[extractor.name, oid] = Gap("BLOB_TOO_LARGE", path)
                else:
                    values[extractor.name, oid] = extractor.extract(data)
        kind = (kinds or {}).get(path, BlobKind.TEXT)
        spdx = (tags or {}).get(path, ())
        files.append(File(path, oid, len(data), kind, spdx=spdx))
    linked = tuple(
        File(path, "0" * 40, len(target), BlobKind.TEXT, link_target=target)
        for path, target in sorted((links or {}).items())
    )
    inside = tuple(file for file in files if file.path.startswith(base))
    above = tuple(file for file in files if not file.path.startswith(base))
    return licenses_of(
        Files(inside, linked, (), base, above),
        Extracted(values, gaps, paths),
        documents,
        manifests,
        publiccode,
    )


def readme(
    *paragraphs: str, headings: tuple[Heading, ...] = (), links: tuple[Link, ...] = ()
) -> Document:
    return Document(
        "README.md",
        "readme",
        "markdown",
        headings=headings,
        links=links,
        paragraphs=tuple(Paragraph(text, 10 * n) for n, text in enumerate(paragraphs, start=1)),
    )


def main_expression(found: Licenses) -> str | None:
    return found.main.match.expression if found.main else None


def only(found: Licenses, source: str) -> LicenseStatement:
    (statement,) = (s for s in found.statements if s.source == source)
    return statement


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE",
        "LICENCE",
        "COPYING",
        "COPYING.LESSER",
        "LIZENZ.md",
        "UNLICENSE",
        "License.txt",
        "LICENSE-MIT",
        "LICENSE_de.md",
        "LICENSE.Apache-2.0",
        "MIT-LICENSE.txt",
        "license.rst",
        "frontend/LICENSE",
        "LICENSES/MIT.txt",
        "LICENSES/LicenseRef-Foo",
        "assets/fonts/OFL.txt",
        "fonts/-CooperHewitt-OFL-201406.txt",
        "gpl-3.0.txt",
        "EUPL-1.2 DE.txt",
    ],
)
def test_a_licence_text_is_found_by_its_name(path: str) -> None:
    assert is_license_file(path)


@pytest.mark.parametrize(
    "path",
    [
        "LICENSES.md",
        "LICENSES_DIRECT.md",
        "license.py",
        "src/LicenseService.ts",
        "license.json",
        "docs/license.md",
        "THIRD-PARTY-LICENSES.txt",
        "LICENSE-3rdparty.txt",
        "fonts/-OFL-FAQ.txt",
        "node_modules/x/LICENSE",
        "vendor/x/COPYING",
        "logo.svg.license",
        "publish-with-an-open-license.md",
        "licensing/README.md",
        "permit.txt",
        "limit.txt",
        "src/license/index.html",
    ],
)
def test_other_files_are_no_licence_texts(path: str) -> None:
    assert not is_license_file(path)


def test_a_link_is_no_file_of_its_own() -> None:
    assert not LICENSE_TEXT.wants(Entry("LICENSE", 0o120000, "0" * 40, 10))


@pytest.mark.parametrize(
    ("path", "suffix"),
    [("LICENSE", ""), ("LICENSE.md", ""), ("LICENSE-MIT.txt", "MIT"), ("COPYING.LESSER", "LESSER")],
)
def test_the_suffix_is_what_follows_the_word(path: str, suffix: str) -> None:
    assert suffix_of(path) == suffix


# --- the main licence ----------------------------------------------------------------------------


def test_the_licence_file_at_the_root_is_the_main_one() -> None:
    found = licenses({"LICENSE": packed("EUPL-1.2"), "frontend/LICENSE": packed("MIT")})

    assert main_expression(found) == "EUPL-1.2"
    assert [(text.path, text.role) for text in found.texts] == [
        ("LICENSE", "root"),
        ("frontend/LICENSE", "part"),
    ]


def test_the_holder_is_named_with_its_line() -> None:
    found = licenses({"LICENSE": packed("MIT")})

    assert found.main is not None
    assert [(holder.text, holder.line) for holder in found.main.holders] == [
        ("Copyright (c) 2024 Stadt Musterstadt", 1)
    ]


def test_two_named_files_are_a_choice() -> None:
    found = licenses({"LICENSE-MIT": packed("MIT"), "LICENSE-APACHE": packed("Apache-2.0")})

    assert main_expression(found) == "MIT OR Apache-2.0"
    assert found.main is not None
    assert found.main.match.freedom is Freedom.FREE


def test_copying_and_copying_lesser_are_the_lesser_licence() -> None:
    found = licenses({"COPYING": packed("GPL-2.0"), "COPYING.LESSER": packed("LGPL-2.1")})

    assert main_expression(found) == "LGPL-2.1"


def test_a_content_licence_beside_one_for_code_is_not_the_main_one() -> None:
    found = licenses({"LICENSE": packed("MIT"), "LICENSE-docs": packed("CC-BY-4.0")})

    assert main_expression(found) == "MIT"


def test_licences_folder_alone_is_no_root_file() -> None:
    found = licenses({"LICENSES/MIT.txt": packed("MIT")})

    assert found.main is None
    assert [text.role for text in found.texts] == ["reuse"]


def test_texts_of_tests_say_nothing() -> None:
    found = licenses({"tests/fixtures/LICENSE": packed("MIT")})

    assert found.texts == ()


def test_a_link_within_the_tree_is_followed() -> None:
    found = licenses({"docs/COPYING": packed("MIT")}, links={"LICENSE": "docs/COPYING"})

    assert found.main is not None
    assert (found.main.path, found.main.match.expression) == ("LICENSE", "MIT")


@pytest.mark.parametrize("target", ["/etc/passwd", "../../x", "../LICENSE", "missing", "LICENSE"])
def test_a_link_out_of_the_tree_or_to_nothing_is_broken(target: str) -> None:
    found = licenses({"README.md": b"x"}, links={"LICENSE": target})

    assert found.main is None
    assert found.broken_links == ("LICENSE",)


def test_the_repository_s_licence_covers_an_examined_part() -> None:
    found = licenses({"LICENSE": packed("MIT"), "sub/main.py": b"x"}, base="sub/")

    assert main_expression(found) == "MIT"


def test_the_part_s_own_licence_goes_first() -> None:
    contents = {"LICENSE": packed("MIT"), "sub/LICENSE": packed("EUPL-1.2")}

    assert main_expression(licenses(contents, base="sub/")) == "EUPL-1.2"


def test_an_lfs_pointer_is_unreadable_and_a_gap() -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    found = licenses({"LICENSE": pointer}, kinds={"LICENSE": BlobKind.LFS_POINTER})

    assert found.main is not None
    assert found.main.match.verdict is MatchVerdict.UNREADABLE
    assert [(gap.code, gap.path) for gap in found.gaps] == [("LFS_POINTER", "LICENSE")]


def test_a_licence_file_too_large_to_read_is_a_gap_and_not_absent() -> None:
    found = licenses({"LICENSE": b"x" * ((1 << 20) + 1)})

    assert found.main is not None
    assert found.main.match.verdict is MatchVerdict.UNREADABLE
    assert [gap.code for gap in found.gaps] == ["BLOB_TOO_LARGE"]


# --- statements ----------------------------------------------------------------------------------


def test_tags_are_counted_by_expression_with_their_first_place() -> None:
    tag = SpdxTag("MIT", 3)
    found = licenses(
        {"b.py": b"b", "a.py": b"a", "tests/c.py": b"c", "vendor/d.py": b"d", "gradlew": b"e"},
        tags=dict.fromkeys(["a.py", "b.py", "tests/c.py", "vendor/d.py", "gradlew"], (tag,)),
    )

    statement = only(found, "header")
    assert (statement.path, statement.line, statement.count) == ("a.py", 3, 2)


def test_a_tag_deep_in_prose_is_an_example() -> None:
    found = licenses({"README.md": b"x"}, tags={"README.md": (SpdxTag("MIT", 80),)})

    assert found.statements == ()


def test_a_sentence_of_the_readme_names_the_licence() -> None:
    found = licenses({}, documents=(readme("This project is licensed under the MIT License."),))

    statement = only(found, "readme")
    assert (statement.normalized, statement.line) == ("MIT", 10)


def test_a_section_of_the_readme_names_the_licence() -> None:
    document = readme("Intro.", "EUPL-1.2, siehe LICENSE.", headings=(Heading("Lizenz", 2, 15),))

    assert only(licenses({}, documents=(document,)), "readme").normalized == "EUPL-1.2"


def test_the_gnu_notice_in_a_readme_says_or_later() -> None:
    notice = (
        "This program is free software: you can redistribute it and/or modify\nit under the terms "
        "of the GNU Affero General Public License as published\nby the Free Software Foundation, "
        "either version 3 of the License, or\n(at your option) any later version."
    )
    document = readme(notice, headings=(Heading("License", 2, 5),))

    assert only(licenses({}, documents=(document,)), "readme").normalized == "AGPL-3.0-or-later"


def test_the_licence_of_the_data_is_not_that_of_the_code() -> None:
    document = readme(
        "We release our code under the EUPL-1.2 license."
        " We release the data under the CC0 license.",
        headings=(Heading("License", 2, 5),),
        links=(Link("https://creativecommons.org/publicdomain/zero/1.0/", "CC0", 12),),
    )

    assert only(licenses({}, documents=(document,)), "readme").normalized == "EUPL-1.2"


def test_a_badge_names_the_licence() -> None:
    badge = Link("https://img.shields.io/badge/license-MIT-blue.svg", "", 3, is_image=True)

    assert only(licenses({}, documents=(readme(links=(badge,)),)), "readme").normalized == "MIT"


def test_a_claim_without_a_licence_is_quoted() -> None:
    document = readme(
        "Guben Cockpit is an open-source CMS for smart cities.",
        "It uses several open source projects.",
        "Write to opensource@example.org.",
        "HumHub is an Open Source Network with many modules: https://github.com/humhub/humhub",
    )
    found = licenses({}, documents=(document,))

    assert found.statements == ()
    assert [claim.text for claim in found.claims] == [
        "Guben Cockpit is an open-source CMS for smart cities."
    ]


def test_what_was_searched_is_told() -> None:
    found = licenses({})

    assert "LICENSE*" in found.searched
    assert "README*" in found.searched


def test_isc_left_over_from_npm_is_a_template_value() -> None:
    manifest = Manifest("package.json", "npm", version="2.3.0", license="ISC", license_line=4)
    found = licenses({"LICENSE": packed("GPL-3.0")}, manifests=(manifest,))

    assert only(found, "manifest").is_template_default


def test_isc_that_somebody_chose_is_none() -> None:
    manifest = Manifest("package.json", "npm", version="1.0.0", license="ISC")
    found = licenses({"LICENSE": packed("ISC")}, manifests=(manifest,))

    assert not only(found, "manifest").is_template_default


def test_nest_s_unlicensed_is_a_template_value_also_below_the_root() -> None:
    manifest = Manifest("api/package.json", "npm", license="UNLICENSED", is_private=True)
    found = licenses({"LICENSE": packed("EUPL-1.2")}, manifests=(manifest,))

    statement = only(found, "manifest")
    assert statement.is_template_default
    assert statement.freedom is Freedom.NOT_FREE


def test_manifests_of_parts_are_read_but_those_of_tests_and_examples() -> None:
    paths = ("web/package.json", "examples/a/package.json", "node_modules/b/package.json")
    found = licenses({}, manifests=tuple(Manifest(p, "npm", license="MIT") for p in paths))

    assert [statement.path for statement in found.statements] == ["web/package.json"]


def test_laravel_s_own_licence_is_a_template_value() -> None:
    manifest = Manifest("composer.json", "composer", name="laravel/laravel", license="MIT")

    assert only(licenses({}, manifests=(manifest,)), "manifest").is_template_default
    with_text = licenses({"LICENSE": packed("MIT")}, manifests=(manifest,))
    assert not only(with_text, "manifest").is_template_default


def test_publiccode_citation_codemeta_labels_and_reuse_are_read() -> None:
    found = licenses(
        {
            "CITATION.cff": b"cff-version: 1.2.0\nlicense:\n  - MIT\n  - Apache-2.0\ntitle: x\n",
            "codemeta.json": b'{"license": "https://spdx.org/licenses/MIT.html"}',
            "Dockerfile": b'FROM x\nLABEL org.opencontainers.image.licenses="MIT"\n',
            "REUSE.toml": b"[[annotations]]\nSPDX-" + b'License-Identifier = ["MIT", "ISC"]\n',
        },
        publiccode=Publiccode("publiccode.yml", license="EUPL-1.2", license_line=9),
    )

    assert [(s.source, s.path, s.line, s.normalized) for s in found.statements] == [
        ("publiccode", "publiccode.yml", 9, "EUPL-1.2"),
        ("citation", "CITATION.cff", 2, "MIT OR Apache-2.0"),
        ("codemeta", "codemeta.json", 1, "MIT"),
        ("header", "REUSE.toml", 2, "MIT"),
        ("header", "REUSE.toml", 2, "ISC"),
        ("container", "Dockerfile", 2, "MIT"),
    ]


def test_a_broken_codemeta_file_is_a_gap() -> None:
    found = licenses({"codemeta.json": b"{broken"})

    assert [(gap.code, gap.path) for gap in found.gaps] == [("UNREADABLE", "codemeta.json")]


@pytest.mark.parametrize("extractor", LICENSE_EXTRACTORS, ids=lambda e: e.name)
@given(data=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_bytes_crash_an_extractor(extractor, data: bytes) -> None:  # type: ignore[no-untyped-def]
    extractor.extract(data)


@given(st.text(max_size=80))
def test_no_path_crashes(path: str) -> None:
    is_license_file(path)
    suffix_of(path)


GPL = " ".join(texts().words("GPL-3.0"))
NOTICE_HEAD = (
    "// under the terms of the GNU General Public License as published by the Free Software\n"
    "// Foundation, either version 3 of the License, or (at your option) any later version.\n"
)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, "GPL-3.0"),
        ({"package.json": '{"license": "GPL-3.0-only"}'}, "GPL-3.0-only"),
        ({f"src/{name}.c": NOTICE_HEAD for name in "abc"}, "GPL-3.0-or-later"),
        ({"src/a.c": NOTICE_HEAD}, "GPL-3.0"),
        ({"LICENSES/GPL-3.0-or-later.txt": GPL}, "GPL-3.0-or-later"),
        (
            {"package.json": '{"license": "GPL-3.0-only"}'}
            | {f"src/{name}.c": NOTICE_HEAD for name in "abc"},
            "GPL-3.0",
        ),
        ({"package.json": '{"license": "GPL-2.0-only"}'}, "GPL-3.0"),
    ],
)
def test_heads_metadata_and_names_say_which_versions(files: dict[str, str], expected: str) -> None:
    main = facts_of({"LICENSE": GPL, **files}).licenses.main

    assert main is not None
    assert main.match.expression == expected
    assert main.match.freedom is Freedom.FREE
