# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence exceptions, and two licences in one file: a choice, or both."""

from __future__ import annotations

import pytest
from license_texts import MIT, spdx_texts

from scm_check.facts.identify import freedom_of, identify
from scm_check.facts.identify.pack import exception_texts, spdx_list, texts
from scm_check.model import Facts, Freedom, MatchVerdict, Status
from scm_check.testing import facts_of, result_of

APACHE = spdx_texts()["Apache-2.0"]


def packed(identifier: str) -> str:
    words = texts().words(identifier)
    return "\n".join(" ".join(words[i : i + 12]) for i in range(0, len(words), 12))


def exception(identifier: str) -> str:
    words = exception_texts()[identifier]
    return "\n".join(" ".join(words[i : i + 12]) for i in range(0, len(words), 12))


def main_of(facts: Facts) -> tuple[str | None, Freedom]:
    assert facts.licenses.main is not None
    match = facts.licenses.main.match
    return match.expression, match.freedom


# --- exceptions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("license_id", "name"),
    [
        ("GPL-2.0", "Classpath-exception-2.0"),
        ("GPL-2.0", "Font-exception-2.0"),
        ("GPL-2.0", "Autoconf-exception-2.0"),
        ("GPL-2.0", "cryptsetup-OpenSSL-exception"),
        ("GPL-2.0", "Linux-syscall-note"),
        ("GPL-3.0", "GCC-exception-3.1"),
        ("Apache-2.0", "LLVM-exception"),
        ("LGPL-2.1", "WxWindows-exception-3.1"),
    ],
)
def test_a_licence_with_an_exception_behind_it_is_named_with_it(license_id: str, name: str) -> None:
    match = identify(f"{packed(license_id)}\n\n{exception(name)}\n")

    assert (match.verdict, match.expression, match.freedom) == (
        MatchVerdict.EXACT,
        f"{license_id} WITH {name}",
        Freedom.FREE,
    )


def test_an_exception_before_the_licence_and_under_a_heading_is_seen_too() -> None:
    text = f"Classpath Exception\n\n{exception('Classpath-exception-2.0')}\n\n{packed('GPL-2.0')}"

    match = identify(text)

    assert (match.verdict, match.expression) == (
        MatchVerdict.EXACT,
        "GPL-2.0 WITH Classpath-exception-2.0",
    )


def test_a_changed_exception_makes_the_whole_a_changed_text() -> None:
    changed = exception("Classpath-exception-2.0").replace(
        "terms of your choice", "the terms of our price list"
    )

    match = identify(f"{packed('GPL-2.0')}\n\n{changed}")

    assert match.expression == "GPL-2.0 WITH Classpath-exception-2.0"
    assert match.verdict is MatchVerdict.MODIFIED
    assert match.freedom is Freedom.UNKNOWN
    assert "price list" in match.passage


def test_a_restriction_beside_an_exception_is_still_other_text() -> None:
    text = f"{packed('GPL-2.0')}\n\n{exception('Classpath-exception-2.0')}\n\nNot for sale."

    match = identify(text)

    assert match.verdict is MatchVerdict.OTHER_TEXT
    assert match.freedom is Freedom.UNKNOWN


@pytest.mark.parametrize("name", sorted(exception_texts()))
def test_every_exception_alone_is_known_by_its_identifier(name: str) -> None:
    match = identify(exception(name))

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, name)
    assert freedom_of(name) is Freedom.FREE


def test_every_exception_of_the_list_has_its_text() -> None:
    assert set(exception_texts()) == spdx_list().exceptions


def test_no_licence_text_holds_an_exception_by_chance() -> None:
    found = {name: identify(" ".join(texts().words(name))).expression for name in texts().names}

    assert [name for name, said in found.items() if said and " WITH " in said] == []


def test_an_exception_in_a_file_beside_the_licence_belongs_to_it() -> None:
    facts = facts_of(
        {"COPYING": packed("GPL-3.0"), "COPYING.RUNTIME": exception("GCC-exception-3.1")}
    )

    assert main_of(facts) == ("GPL-3.0 WITH GCC-exception-3.1", Freedom.FREE)
    assert result_of("license-not-free", facts).status is Status.PASS


def test_the_text_of_an_exception_in_licenses_is_no_unknown_licence() -> None:
    facts = facts_of(
        {
            "LICENSE": packed("GPL-2.0"),
            "LICENSES/GPL-2.0-only.txt": packed("GPL-2.0"),
            "LICENSES/Classpath-exception-2.0.txt": exception("Classpath-exception-2.0"),
        }
    )

    assert result_of("non-free-terms-found", facts).status is Status.PASS


def test_an_exception_alone_grants_nothing() -> None:
    facts = facts_of({"COPYING": exception("Classpath-exception-2.0")})

    assert result_of("license-missing", facts).status is Status.FAIL


# --- choices -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "offer",
    [
        "Licensed under either of the MIT License or Apache License 2.0, at your option.",
        "Dieses Programm steht nach Ihrer Wahl unter der MIT-Lizenz oder der Apache-Lizenz 2.0.",
        "This project is dual-licensed under MIT and Apache 2.0.",
    ],
)
def test_two_texts_offered_in_one_file_are_a_choice(offer: str) -> None:
    match = identify(f"{offer}\n\n{MIT}\n\n{APACHE}")

    assert match.expression == "MIT OR Apache-2.0"
    assert (match.verdict, match.freedom) == (MatchVerdict.EXACT, Freedom.FREE)


def test_two_texts_one_behind_the_other_both_hold() -> None:
    match = identify(f"{MIT}\n\n{APACHE}")

    assert match.expression == "MIT AND Apache-2.0"


def test_the_choice_between_versions_of_the_gpl_is_none_between_two_licences() -> None:
    notice = (
        "This program is free software; you can redistribute it and/or modify it under the terms of"
        " the GNU General Public License as published by the Free Software Foundation; either"
        " version 2 of the License, or (at your option) any later version."
    )

    match = identify(f"{notice}\n\n{packed('GPL-2.0')}\n\n{MIT}")

    assert " OR " not in (match.expression or "")


def test_a_choice_with_a_condition_is_left_to_a_person() -> None:
    offer = "Licensed under either of MIT or Apache-2.0 at your option, for members of our club."

    match = identify(f"{offer}\n\n{MIT}\n\n{APACHE}")

    assert match.verdict is MatchVerdict.OTHER_TEXT
    assert match.freedom is Freedom.UNKNOWN


@pytest.mark.parametrize(
    "said",
    [
        {"package.json": '{"name": "app", "license": "(MIT OR Apache-2.0)"}'},
        {"README.md": "# App\n\n## License\n\nLicensed under either of MIT or Apache-2.0, at your"
         " option.\n"},
        {"Cargo.toml": '[package]\nname = "app"\nversion = "1.0.0"\nlicense = "Apache-2.0/MIT"\n'},
    ],
)  # fmt: skip
def test_a_manifest_or_the_readme_offers_the_choice_between_the_texts(said: dict[str, str]) -> None:
    beside = {"LICENSE": MIT, "LICENSE-APACHE": APACHE}
    within = {"LICENSE": f"{MIT}\n\n{APACHE}"}

    for contents in (beside, within):
        facts = facts_of({**contents, **said})

        expression, freedom = main_of(facts)
        assert sorted((expression or "").split(" OR ")) == ["Apache-2.0", "MIT"]
        assert freedom is Freedom.FREE
        assert result_of("license-statements-differ", facts).status is Status.PASS


def test_a_manifest_alone_does_not_add_a_licence_that_has_no_text() -> None:
    facts = facts_of({"LICENSE": MIT, "package.json": '{"license": "(MIT OR Apache-2.0)"}'})

    assert main_of(facts) == ("MIT", Freedom.FREE)
