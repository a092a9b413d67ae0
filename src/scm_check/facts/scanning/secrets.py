# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials in text by the forms their providers give them, and by an engine where there is one.

A place leaves here as [line, kind, head, is certain]; what was found there never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from scm_check.facts.scanning import engine
from scm_check.facts.scanning.formats import FORMATS, Format
from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.facts.scanning.values import entropy
from scm_check.model import Json
from scm_check.patterns import regex

NAME: Final = "secrets"
MAX_PLACES: Final = 50
_MAX_TRIED = 2_000
# Short beginnings of `FORMATS`, so that the search over all files stays a small automaton.
_NEEDLES: Final = (
    rb"\bA[KS]IA[A-Z2-7]", rb"\bgh[pousr]_[A-Za-z0-9]", rb"github_pat_",
    rb"\bgl[a-z]{2,5}-[A-Za-z0-9_-]{8}", rb"GR1348941", rb"\bxox[abeoprs]-[A-Za-z0-9]",
    rb"\bxapp-\d", rb"hooks\.slack\.com/", rb"\b[sr]k_(?:live|test)_[A-Za-z0-9]", rb"GOCSPX-",
    rb"\bAIza", rb"\bSK[0-9a-f]{8}", rb"(?i)twilio", rb"(?i)discord", rb"\bsk\.eyJ",
    rb"\bhf_[A-Za-z0-9]{8}", rb"\bnpm_[A-Za-z0-9]{8}", rb"_authToken", rb"pypi-AgE",
    rb"\bSG\.[A-Za-z0-9_-]{8}", rb"\bkey-[0-9a-f]{8}", rb"(?i)mailgun", rb"[0-9a-f]{8}-us\d",
    rb"xkeysib-", rb"\bsk-(?:proj|svcacct|admin|ant)-", rb"T3BlbkFJ", rb"AccountKey=",
    rb"SharedAccessKey=", rb"\dQ~", rb"\d{6}:AA", rb"\bdo[opr]_v1_", rb"HRKU-", rb"(?i)heroku",
    rb"ATATT3", rb"\bshp(?:at|ca|pa|ss)_", rb"\bsq0(?:atp|csp)-", rb"\bdapi[0-9a-f]{8}",
    rb"dckr_[po]at_", rb"\bhv[sb]\.[A-Za-z0-9_-]{8}", rb"\.atlasv1\.", rb"\bglsa_", rb"\bglc_eyJ",
    rb"NRAK-", rb"lin_api_", rb"PMAK-", rb"rubygems_[0-9a-f]", rb"\bcio[A-Za-z0-9]{20}",
    rb"\bsntry[su]_", rb"\bsb(?:p|_secret)_", rb"\bdp\.(?:pt|st|ct|sa)\.",
    rb"\bpat[A-Za-z0-9]{14}\.", rb"\bnfp_[A-Za-z0-9]{8}", rb"\bfigd_",
    rb"\b(?:secret|ntn)_[A-Za-z0-9]{20}", rb"[0-9a-f]{12}:fx\b", rb"\bsl\.[A-Za-z0-9_-]{20}",
    rb"NNSXS\.", rb"(?i)aws_?secret", rb"(?i)(?:amazon|aws)[\w. -]{0,20}(?:secret|sk)",
)  # fmt: skip
_SAMPLE = regex(
    rb"(?i)example|xxxx|placeholder|changeme|dummy|sample|your|\.\.\.|0123456789|1234567890"
    rb"|abcdefgh|testtest|0{10}|secretsecret"
)
# The key of Microsoft's emulator, which is in its documentation and the same for everybody.
_PUBLIC = (b"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq",)
_FIREBASE = regex(rb"(?i)firebase|project_info|GOOGLE_APP_ID|mobilesdk_app_id")


def secrets_in(text: bytes) -> Json:
    """Places by line and kind, each once; at most fifty."""
    lines = Lines(text)
    found: dict[tuple[int, str], list[Json]] = {}
    for form, offset, _ in _matches(text):
        place: list[Json] = [lines.number(offset), form.kind, form.head, form.is_certain]
        found.setdefault((lines.number(offset), form.kind), place)
    taken = {line for line, _ in found}
    for line, kind in engine.found_in(text):
        if line not in taken and not _SAMPLE.search(lines.text(line).encode()):
            found.setdefault((line, kind), [line, kind, "…", False])
    places: list[Json] = [found[key] for key in sorted(found)[:MAX_PLACES]]
    return places


def spans_in(text: bytes) -> Iterator[tuple[int, int]]:
    """Where the values themselves stand, for those who must leave them out."""
    return ((start, stop) for _form, start, stop in _matches(text))


def is_real(value: bytes) -> bool:
    """Whether a value of a provider's form is more than a sample of it in a manual."""
    if _SAMPLE.search(value) or value.startswith(_PUBLIC):
        return False
    text = value.decode("ascii", "replace")
    body = text[6:] if len(text) > 24 else text
    return entropy(body) >= 2.6 and re.search(r"\d", body) is not None


def _matches(text: bytes) -> Iterator[tuple[Format, int, int]]:
    lowered = text.lower()
    for form in FORMATS:
        if form.mark not in lowered:
            continue
        pattern = _compiled(form)
        if form.kind == "Google API" and _FIREBASE.search(text):
            continue  # Firebase's key for web and app only names the project (Firebase's manual)
        for tried, match in enumerate(pattern.finditer(text)):
            if tried >= _MAX_TRIED:
                break
            group = 1 if pattern.groups else 0
            if is_real(match.group(group)):
                yield form, match.start(group), match.end(group)


@cache
def _compiled(form: Format) -> Any:
    # One by one, and only where the mark occurs: all in one set outgrow RE2's memory for automata.
    import re2

    return re2.compile(form.pattern)


SCANNER: Final = Scanner(
    NAME,
    f"1{engine.version()}",
    (*_NEEDLES, *(engine.NEEDLES if engine.is_installed() else ())),
    secrets_in,
)
