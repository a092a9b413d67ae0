# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The anchors that forges and page generators make of headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from scm_check.model import Heading
from scm_check.patterns import regex

_FORBIDDEN = regex(r"[^\w\- ]")
_HYPHENS = regex(r"-{2,}")
_EMOJI_NAME = regex(r":([a-z0-9_+-]{2,40}):")
# GitHub's and Bitbucket's.
_PREFIXES = ("user-content-", "markdown-header-")
_ASCII = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


def anchors_of(headings: Sequence[Heading]) -> frozenset[str]:
    """Every anchor that some forge or generator makes of these headings.

    GitHub and GitLab keep letters of any alphabet and differ in runs of hyphens; Python-Markdown,
    Jekyll and Asciidoctor reduce to ASCII or use underscores. Repeated headings count from -1 on.
    """
    found: set[str] = set()
    counts: dict[str, int] = {}
    for heading in headings:
        for slug in dict.fromkeys(_slugs(heading.text)):
            number = counts.get(slug, 0)
            counts[slug] = number + 1
            found.add(slug)
            if number:
                found |= {f"{slug}-{number}", f"{slug}_{number}", f"{slug}{number}"}
    return frozenset(found)


def is_anchor_of(wanted: str, anchors: Collection[str]) -> bool:
    """Whether the anchor, or the title that is written in its place, is among these."""
    return plain_anchor(wanted) in anchors or any(slug in anchors for slug in _slugs(wanted))


def plain_anchor(anchor: str) -> str:
    """The anchor as it is compared: in lower case, composed, without edges and a forge's prefix."""
    composed = unicodedata.normalize("NFC", anchor).lower()
    for prefix in _PREFIXES:
        composed = composed.removeprefix(prefix)
    return composed.strip("-_")


def _slugs(text: str) -> Iterable[str]:
    lowered = unicodedata.normalize("NFC", text).lower()
    named = _EMOJI_NAME.sub(r"\1", lowered)
    for variant in (named, _EMOJI_NAME.sub("", lowered)):
        github = _FORBIDDEN.sub("", variant).replace(" ", "-").strip("-_")
        yield github
        gitlab = _HYPHENS.sub("-", github)
        yield gitlab
        yield gitlab.replace("-", "_")
        for plain in (_without_marks(gitlab), _spelled_out(gitlab)):
            yield plain
            yield plain.replace("-", "_")
        # Dots and slashes become hyphens in Sphinx and in Jekyll's older slugs.
        yield _HYPHENS.sub("-", re.sub(r"[^a-z0-9]+", "-", _without_marks(variant))).strip("-")


def _without_marks(text: str) -> str:
    """ä → a, as Python-Markdown does; what has no ASCII letter goes."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _spelled_out(text: str) -> str:
    return "".join(_ASCII.get(sign, sign) for sign in text)
