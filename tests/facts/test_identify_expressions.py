# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Expressions as people write them, and whether they are free."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_check.facts.identify import freedom_of, license_family, lists, normalize_expression
from scm_check.facts.identify.expressions import (
    ExpressionError,
    _names,
    parse_expression,
    render,
    table_of_names,
)
from scm_check.facts.identify.freedom import is_content_license, is_osi_approved
from scm_check.facts.identify.lists import COMPILED, NAMES, compile_lists, license_list
from scm_check.facts.identify.mentions import grants_in, name_in_address
from scm_check.facts.identify.pack import licenses_folder, spdx_list
from scm_check.model import Freedom


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("MIT", "MIT"),
        ("mit", "MIT"),
        ("MIT License", "MIT"),
        ("The MIT License (MIT)", "MIT"),
        ("Apache 2", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("The Apache Software License, Version 2.0", "Apache-2.0"),
        ("GPL v3", "GPL-3.0"),
        ("GPLv3", "GPL-3.0"),
        ("GPLv3+", "GPL-3.0-or-later"),
        ("GPL-3.0", "GPL-3.0"),
        ("GPL-3.0+", "GPL-3.0-or-later"),
        ("GNU General Public License v3.0", "GPL-3.0"),
        ("GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"),
        ("GNU Lesser General Public License v2.1 only", "LGPL-2.1-only"),
        ("GNU Affero General Public License v3.0", "AGPL-3.0"),
        ("EUPL 1.2", "EUPL-1.2"),
        ("EUPL v1.2", "EUPL-1.2"),
        ("European Union Public Licence 1.2", "EUPL-1.2"),
        ("European Union Public License, Version 1.2 (EUPL-1.2)", "EUPL-1.2"),
        ("BSD 3-Clause", "BSD-3-Clause"),
        ("3-Clause BSD License", "BSD-3-Clause"),
        ("New BSD License", "BSD-3-Clause"),
        ("Simplified BSD", "BSD-2-Clause"),
        ("MPL 2.0", "MPL-2.0"),
        ("Mozilla Public License 2.0", "MPL-2.0"),
        ("Eclipse Public License - v 2.0", "EPL-2.0"),
        ("CC0", "CC0-1.0"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
        ("dl-de/by-2-0", "DL-DE-BY-2.0"),
        ("Datenlizenz Deutschland – Namensnennung – Version 2.0", "DL-DE-BY-2.0"),
        ("dl-de/zero-2-0", "DL-DE-ZERO-2.0"),
        ("OSC License 1.0", "OSC-1.0"),
        ("D-FSL", "D-FSL-1.0"),
        ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
        ("(MIT OR Apache-2.0)", "MIT OR Apache-2.0"),
        ("mit and (gpl-2.0-only or isc)", "MIT AND (GPL-2.0-only OR ISC)"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("LicenseRef-Foo", "LicenseRef-Foo"),
        ("UNLICENSED", None),
        ("SEE LICENSE IN LICENSE.md", None),
        ("BSD", None),
        ("GNU", None),
        ("Free for all", None),
        ("", None),
        ("MIT OR", None),
        ("(MIT", None),
        ("MIT " * 600, None),
    ],
)
def test_common_spellings_become_identifiers(raw: str, expected: str | None) -> None:
    assert normalize_expression(raw) == expected


@pytest.mark.parametrize(
    ("expression", "freedom"),
    [
        ("MIT", Freedom.FREE),
        ("GPL-3.0", Freedom.FREE),
        ("CC0-1.0", Freedom.FREE),
        ("Unlicense", Freedom.FREE),
        ("WTFPL", Freedom.FREE),
        ("OGC-1.0", Freedom.UNKNOWN),
        ("DL-DE-BY-2.0", Freedom.FREE),
        ("ODbL-1.0", Freedom.FREE),
        ("CC-BY-4.0", Freedom.FREE),
        ("CC-BY-NC-4.0", Freedom.NOT_FREE),
        ("SSPL-1.0", Freedom.NOT_FREE),
        ("JSON", Freedom.NOT_FREE),
        ("MIT AND BUSL-1.1", Freedom.NOT_FREE),
        ("MIT OR BUSL-1.1", Freedom.FREE),
        ("MIT AND LicenseRef-Foo", Freedom.UNKNOWN),
        ("MIT OR LicenseRef-Foo", Freedom.FREE),
        ("BUSL-1.1 AND LicenseRef-Foo", Freedom.NOT_FREE),
        ("BUSL-1.1 OR LicenseRef-Foo", Freedom.UNKNOWN),
        ("GPL-2.0-only WITH Classpath-exception-2.0", Freedom.FREE),
        ("LicenseRef-Proprietary", Freedom.NOT_FREE),
        ("no expression at all", Freedom.UNKNOWN),
    ],
)
def test_freedom_follows_the_expression(expression: str, freedom: Freedom) -> None:
    assert freedom_of(expression) is freedom


def test_a_public_domain_dedication_is_free_and_not_osi_approved() -> None:
    assert freedom_of("CC0-1.0") is Freedom.FREE
    assert not is_osi_approved("CC0-1.0")


def test_content_licences_are_told_from_those_for_code() -> None:
    assert is_content_license("DL-DE-ZERO-2.0")
    assert not is_content_license("MIT")


def test_only_and_or_later_are_one_family() -> None:
    assert license_family("GPL-3.0-only") == license_family("GPL-3.0-or-later") == "GPL-3.0"
    assert license_family("Apache-2.0 OR MIT") == license_family("MIT OR Apache-2.0")
    assert license_family("GPL-2.0-only") != license_family("GPL-3.0-only")


@pytest.mark.parametrize("name", NAMES)
def test_each_list_names_only_identifiers_that_exist(name: str) -> None:
    listed = spdx_list()
    unknown = [
        identifier
        for identifier in license_list(name).entries
        if not identifier.startswith("LicenseRef-")
        and listed.get(identifier) is None
        and listed.get(f"{identifier}-only") is None
    ]

    assert unknown == []


def test_the_compiled_lists_are_those_of_the_files(tmp_path: Path) -> None:
    compile_lists(tmp_path / COMPILED)

    kept = (licenses_folder() / COMPILED).read_text(encoding="utf-8")
    assert (tmp_path / COMPILED).read_text(encoding="utf-8") == kept


def test_a_list_put_in_place_of_ours_is_read_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(licenses_folder() / COMPILED, tmp_path)
    text = "as_of: 2027-01-02\nsource: openCode\nlicenses:\n  EUPL-1.2: {}\n"
    (tmp_path / "opencode.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(lists, "licenses_folder", lambda: tmp_path)
    lists._compiled.cache_clear()
    license_list.cache_clear()

    found = license_list("opencode")

    lists._compiled.cache_clear()
    license_list.cache_clear()
    assert found.as_of == "2027-01-02"
    assert list(found.entries) == ["EUPL-1.2"]


def test_no_licence_is_both_free_and_not_free() -> None:
    both = [
        identifier
        for identifier in license_list("not-free").entries
        if is_osi_approved(identifier)
        or identifier in license_list("content").entries
        or identifier in license_list("free").entries
    ]

    assert both == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This project is licensed under the MIT License - see LICENSE.", ["MIT"]),
        (
            "Released under the terms of the GNU General Public License v3.0 or later.",
            ["GPL-3.0-or-later"],
        ),
        ("Der Quellcode ist unter der EUPL-1.2 lizenziert.", ["EUPL-1.2"]),
        ("Lizenziert unter der European Union Public Licence (EUPL) 1.2", ["EUPL-1.2"]),
        ("Das Projekt steht unter der [MIT-Lizenz](LICENSE).", ["MIT"]),
        ("License: Apache-2.0", ["Apache-2.0"]),
        ("Guben Cockpit is an open-source CMS for towns.", []),
        ("We build on the shoulders of giants.", []),
    ],
)
def test_a_sentence_that_grants_names_its_licence(sentence: str, expected: list[str]) -> None:
    assert [mention.expression for mention in grants_in(sentence)] == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://img.shields.io/badge/license-MIT-blue.svg", "MIT"),
        ("https://img.shields.io/badge/License-EUPL_1.2-blue", "EUPL-1.2"),
        ("https://img.shields.io/badge/License-Apache%202.0-blue.svg", "Apache-2.0"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("https://www.gnu.org/licenses/gpl-3.0.html", "GPL-3.0"),
        ("https://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://www.govdata.de/dl-de/by-2-0", "DL-DE-BY-2.0"),
        ("https://spdx.org/licenses/EUPL-1.2.html", "EUPL-1.2"),
        ("https://img.shields.io/badge/build-passing-green", None),
        ("https://example.org/", None),
    ],
)
def test_an_address_names_its_licence(url: str, expected: str | None) -> None:
    mention = name_in_address(url)

    assert (mention.expression if mention else None) == expected


_IDS = st.sampled_from(["MIT", "Apache-2.0", "GPL-3.0-only", "LicenseRef-x", "CC0-1.0"])
_EXPRESSIONS = st.recursive(
    _IDS,
    lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from(["AND", "OR"]), inner),
    max_leaves=8,
)


@given(_EXPRESSIONS)
def test_a_rendered_expression_reads_back_the_same(raw: str) -> None:
    once = render(parse_expression(raw))

    assert render(parse_expression(once)) == once
    assert normalize_expression(raw) == once


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_value_crashes(raw: str) -> None:
    normalize_expression(raw)
    freedom_of(raw)
    grants_in(raw)
    name_in_address(raw)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ExpressionError):
        parse_expression("(" * 500 + "MIT" + ")" * 500)


def test_the_table_of_names_that_is_shipped_is_that_of_the_list_and_of_our_spellings() -> None:
    assert dict(_names()) == table_of_names()
