# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kingfisher's detectors (kingfisher-secret-scanner, extra `secrets`), where they are installed.

They know several hundred forms more than ours, and cost 45 MB of disk, 60 MB of memory and some
seconds to compile at their first start; so they are an extra, and see only texts in which our own
search met something. The wheel's scanner calls no network; its validator, which does, is never
used. Of its findings only the visible ones count, the others are parts of rules.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from importlib import util
from typing import Any, Final

from scm_check.cache import default_folder

logger = logging.getLogger(__name__)

NAME: Final = "Kingfisher"
# Words beside which its detectors find what has no form of its own; sought only where it is there.
NEEDLES: Final = (rb"(?i)(?:api|access|auth|secret|private)[_-]?(?:key|token|secret)",)
_TIMEOUT_S = 5.0
# Forms that ours judge with more knowledge of what is public, and words without a provider.
_LEFT_TO_OURS = ("generic", "google", "gcp-api", "jwt", "private", "pem", "mapbox", "sentry", "uri")


def is_installed() -> bool:
    """Whether the extra is there."""
    return util.find_spec("kingfisher_sdk") is not None


def version() -> str:
    """Part of the scanner's version: what it finds depends on the engine. Empty without."""
    if not is_installed():
        return ""
    from importlib import metadata

    return f"+kingfisher{metadata.version('kingfisher-secret-scanner')}"


def found_in(text: bytes) -> Iterator[tuple[int, str]]:
    """Line and kind of what the engine sees; nothing without it."""
    scanner = _scanner()
    if scanner is None:
        return
    scanner.reset_dedup()
    try:
        findings = scanner.scan(text, timeout=_TIMEOUT_S)
    except TimeoutError:
        logger.debug("the engine gave up a text of %d bytes", len(text))
        return
    for finding in findings:
        rule = str(finding.rule_id).rpartition(".")[2]
        if finding.visible and not any(word in rule for word in _LEFT_TO_OURS):
            yield int(finding.location["line"]), rule


@cache
def _scanner() -> Any:
    """One in a process: it keeps compiled rules, and compiles them anew for each instance."""
    if not is_installed():
        return None
    import kingfisher_sdk

    folder = default_folder()
    try:
        if folder is None:
            raise FileNotFoundError
        kept = folder / "kingfisher"
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        rules = kingfisher_sdk.Rules(cache_dir=kept)
    except OSError:  # no place to keep them: compiled anew in every run
        rules = kingfisher_sdk.Rules(cache=False)
    return kingfisher_sdk.Scanner(rules, redact=True)
