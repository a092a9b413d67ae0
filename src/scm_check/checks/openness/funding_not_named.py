# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programme, ministry or KfW are named as those who paid (practice of funded projects).

Wherever real projects say it: README, documentation, imprint, footer in source code, alternative
texts of logos, publiccode.yml. Logos as images only, and the mere name, are for a person to see.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.file_names import extension_of, listed
from scm_check.checks.gaps import document_gaps
from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, FundingMention, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_FEW = 3
_SEARCHED = ("README*", "docs/", "publiccode.yml", "*footer*", "*impressum*", "*imprint*", "*")
# Tables of data and notebooks name funders of whatever they are about.
_DATA = listed("csv tsv geojson ipynb jsonl ndjson log")
_IMAGES = listed("avif gif jpeg jpg png svg webp")
# "bmi" alone is the body-mass index.
_LOGO = regex(
    r"(?i)(?:.{0,200}[^a-z])?(?:(?:kfw|bmwsb)|(?:logo|gef.{0,2}rdert).{0,40}[^a-z]bmi"
    r"|bundesministerium.{0,100}|bmi[^a-z].{0,40}(?:logo|f.{0,2}rder).{0,40})(?:[^a-z].{0,200})?"
)
_FUNDERS = regex(
    r"(?i)\bkfw\b|kreditanstalt|\bbmwsb\b|bmwsb\.bund|\bbmi\b|bmi\.bund"
    r"|ministerium.{1,30}(?:wohnen|inne)|smart[ -]cit(?:y|ies)|\bmpsc\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    own = [item for item in facts.openness.funding if _counts(item.path, facts)]
    notices = [item for item in own if item.is_notice]
    funders = _stated_funders(facts)
    if notices or any(_FUNDERS.search(name[:400]) for name in funders):
        yield _on_mentions("named", notices, Status.PASS, funders)
    elif own:
        yield _on_mentions("mentioned", own, Status.REVIEW, ())
    elif funders and facts.publiccode is not None:
        where = (Location(facts.publiccode.path),)
        yield Finding("other-funder", {"funders": ", ".join(funders)}, where, "", Status.REVIEW)
    elif logos := _logos(facts):
        places = tuple(Location(path) for path in logos[:_FEW])
        yield Finding("logos-only", {"path": logos[0]}, places, "", Status.REVIEW)
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)


def _on_mentions(
    message: str, mentions: list[FundingMention], status: Status, stated: tuple[str, ...]
) -> Finding:
    names = {name for mention in mentions for name in mention.funders} | set(stated)
    places = tuple(Location(mention.path, mention.line) for mention in mentions[:_FEW])
    return Finding(message, {"funders": ", ".join(sorted(names))}, places, "", status)


def _counts(path: str, facts: Facts) -> bool:
    inner = path.removeprefix(facts.files.base)
    is_hidden = any(part.startswith(".") for part in inner.split("/"))
    return not is_hidden and extension_of(path) not in _DATA and is_own(path, facts.files)


def _stated_funders(facts: Facts) -> tuple[str, ...]:
    return facts.publiccode.funded_by if facts.publiccode is not None else ()


def _logos(facts: Facts) -> list[str]:
    return [
        file.path
        for file in facts.files.all
        if extension_of(file.path) in _IMAGES
        and _LOGO.fullmatch(file.path.rpartition("/")[2][:300])
        and is_own(file.path, facts.files)
    ]
