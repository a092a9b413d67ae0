# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place that knows `licenseclassifier` (pinned: 2026.10.0)."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from scm_check.values import dataclass

if TYPE_CHECKING:
    from licenseclassifier._engine import Scanner

ENGINE_VERSION = "licenseclassifier-2026.10.0"
_OWN_NAMES = {
    "CommonsClause": "LicenseRef-Commons-Clause",
    "Prosperity-3.0.0": "LicenseRef-Prosperity-3.0.0",
    "Anti996": "LicenseRef-Anti-996",
    "CC-BY-NC-SA-3.0-US": "CC-BY-NC-SA-3.0",
    "GooglePatentClause": "LicenseRef-Google-Patents",
    "GooglePatentsFile": "LicenseRef-Google-Patents",
    "MIT-NoAd": "X11",
    "Aladdin-9": "Aladdin",
    "GPL-2.0-or-3.0": "GPL-2.0 OR GPL-3.0",
    "BSD-1-Clause-Clear": "LicenseRef-BSD-1-Clause-Clear",
    "BSD-3-Clause-NoTrademark": "BSD-3-Clause",
}


@dataclass(frozen=True, slots=True)
class Region:
    """Characters of the text that the engine takes for this licence."""

    identifier: str
    start: int
    end: int


def regions_of(text: str) -> tuple[Region, ...]:
    """Licence texts in the order in which they stand; a mere address of a licence is none."""
    return tuple(
        Region(_OWN_NAMES.get(match.id, match.id), match.start, match.end)
        for match in _scanner().scan(text).match
        if not match.is_url
    )


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    scanner = _loaded()
    _foresee_start(scanner)
    return scanner


def _loaded() -> Scanner:
    """The compiled templates. Read at once: by the engine's stream marshal takes 90 ms, not 35."""
    import gzip
    import marshal

    from licenseclassifier._engine import builtin_scanner, scan

    module = sys.modules[scan.__module__]  # the package's name for it is that of its function
    path = module._ARTIFACT_PATH  # noqa: SLF001
    if not path.is_file():
        return builtin_scanner()
    data = marshal.loads(gzip.decompress(path.read_bytes()))  # noqa: S302 - our dependency's own
    if data.get("version") != module.FORMAT_VERSION:
        return builtin_scanner()
    loaded: Scanner = module.Scanner.from_compiled(data)
    return loaded


def _foresee_start(scanner: Scanner) -> None:
    """Work out where the first words of all templates lead, in 3 ms instead of 70.

    The engine goes through all 1,420 templates' beginnings once for each of their 284 words; here
    each word meets only those that begin with it. A test holds both results together.
    """
    from licenseclassifier._engine import matcher

    machine = scanner.re
    state = machine._start_state  # noqa: SLF001
    operations, arguments = machine.ops, machine.args
    by_word: dict[int, list[int]] = {}
    others = []
    for place in state:
        if operations[place] == matcher.INST_WORD:
            by_word.setdefault(arguments[place], []).append(place)
        else:
            others.append(place)
    if others:  # a template that begins with a wildcard or is empty: leave it to the engine
        return
    following = {
        word: matcher._nfa_next(operations, arguments, tuple(places), word)  # noqa: SLF001
        for word, places in by_word.items()
    }
    machine._info[state] = (-1, sorted(by_word), following, None)  # noqa: SLF001
