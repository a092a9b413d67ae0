# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

from scm_check.checks.documents import headings_above, own_publiccode
from scm_check.model import (
    Document,
    Heading,
    Kind,
    KindEvidence,
    Publiccode,
    RepositoryKind,
    Status,
)
from scm_check.testing import BARE, facts_of, result_of

CODE = Publiccode("publiccode.yml", contacts=1, development_status="stable")


def kind(*kinds: Kind, path: str | None) -> RepositoryKind:
    return RepositoryKind(frozenset(kinds), (KindEvidence(Kind.FORK, "sign", path),))


def test_what_a_fork_kept_of_its_upstream_says_nothing_of_it() -> None:
    facts = replace(BARE, publiccode=CODE)

    inherited = replace(facts, kind=kind(Kind.FORK, path="publiccode.yml"))
    own = replace(facts, kind=kind(Kind.FORK, path="README.md"))
    no_fork = replace(facts, kind=kind(Kind.APPLICATION, path="publiccode.yml"))

    assert own_publiccode(facts) is own_publiccode(own) is own_publiccode(no_fork) is CODE
    assert own_publiccode(inherited) is None


def test_an_inherited_contact_is_no_contact_of_the_fork() -> None:
    facts = replace(facts_of({"README.md": "# App"}), publiccode=CODE)
    inherited = replace(facts, kind=kind(Kind.FORK, path="publiccode.yml"))

    assert result_of("contact-not-named", facts).status is Status.PASS
    assert result_of("contact-not-named", inherited).status is Status.FAIL
    assert result_of("maturity-not-stated", facts).status is Status.PASS
    assert result_of("maturity-not-stated", inherited).status is Status.REVIEW


def test_the_title_is_no_section() -> None:
    headings = (Heading("App", 1, 1), Heading("A", 2, 3), Heading("B", 3, 5), Heading("C", 2, 7))
    document = Document("README.md", "readme", "markdown", headings=headings)

    assert headings_above(2, document) == ()
    assert [item.text for item in headings_above(6, document)] == ["B", "A"]
    assert [item.text for item in headings_above(9, document)] == ["C"]
