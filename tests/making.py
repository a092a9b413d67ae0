# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small values of the vocabulary, for tests that need one and care for a single field of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from scm_check.model import (
    Access,
    Addressee,
    Certainty,
    Facts,
    Force,
    Obligation,
    Profile,
    Rule,
    RuleSetting,
    Severity,
    Source,
    Target,
    Text,
)

COMMIT = "c" * 40
DAY = dt.date(2026, 11, 22)


def text(words: str = "words") -> Text:
    """The same words in both languages."""
    return Text(words, words)


def rule(id_: str = "LIC001", **changes: Any) -> Rule:
    """A rule with one message, `missing`."""
    made = Rule(
        id=id_,
        slug=f"slug-{id_.lower()}",
        family="licensing",
        title=text("title"),
        purpose=text(),
        obligations=("mpsc/open-source",),
        messages={"missing": text("{path} is missing"), "seen": text("seen")},
        remedy=text(),
        addressee=Addressee.CONTRACTOR,
        done_when=text(),
        effort=text(),
        passed=text(),
    )
    return replace(made, **changes)


def profile(**severities: str) -> Profile:
    """A profile of rules with their severities."""
    return Profile(
        name="mpsc",
        version="1",
        title=text("MPSC"),
        call=None,
        obligations=("mpsc/open-source",),
        rules={key: RuleSetting(Severity(value)) for key, value in severities.items()},
    )


def obligation(key: str = "mpsc/open-source", **changes: Any) -> Obligation:
    """An obligation that binds and was read."""
    made = Obligation(
        key=key,
        title=text("Open source"),
        source=text("leaflet"),
        article="1",
        wording="words",
        date="2020-02-01",
        url="https://example.org",
        certainty=Certainty.READ,
        force=Force.BINDING,
    )
    return replace(made, **changes)


def facts(**changes: Any) -> Facts:
    """Facts of a repository at one commit, fetched from a public server."""
    source = Source(
        target=Target("https://example.org/town/app.git", url="https://example.org/town/app.git"),
        commit=COMMIT,
        tree="d" * 40,
        committed_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
        is_git=True,
        is_shallow=True,
        access=Access("https", "example.org", anonymous=True),
    )
    return replace(Facts(source=source), **changes)
