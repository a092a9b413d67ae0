# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in capitals that documents and templates of settings hold: what may describe a variable.

A template (`.env.example`) names a variable; it describes it where a comment stands above it or
behind it. Values are not read: some templates are live files with real ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from scm_check.facts.documents.roles import role_and_format
from scm_check.facts.extraction import Extractor
from scm_check.facts.paths import is_vendored
from scm_check.facts.scanning import readable
from scm_check.model import Json
from scm_check.patterns import regex

MAX_BYTES: Final = 5 << 20
MAX_NAMES: Final = 5_000
_MAX_LINE: Final = 4_096
_READ_FORMATS: Final = frozenset(
    {"markdown", "asciidoc", "restructuredtext", "org", "text", "html"}
)
# NAME, or NAME_*, NAME_…, NAME_... for all that begin so.
_OPEN: Final = (b"*", "…".encode(), b"...")
_NAME: Final = rb"\b[A-Z][A-Z0-9_]{0,80}_(?:\*|" + _OPEN[1] + rb"|\.\.\.)|\b[A-Z][A-Z0-9_]{1,80}\b"
_TEMPLATE: Final = regex(
    r"(?i)(?:[\w-]{0,80}\.)?env(?:rc)?(?:[._-][\w.-]{1,80})?"
    r"|[\w.-]{0,80}[._-](?:example|sample|template|tpl|dist|default|defaults|vorlage|beispiel)"
    r"(?:\.(?:ya?ml|json|toml|ini|env|conf|properties|php|txt|cfg))?"
    r"|(?:example|sample|template|default)[._-][\w.-]{0,80}"
    r"|values(?:[._-][\w.-]{1,40})?\.ya?ml"
)
_CODE: Final = (".js", ".ts", ".tsx", ".jsx", ".py", ".go", ".java", ".kt", ".cs", ".rb", ".rs",
                ".vue", ".svelte", ".dart", ".sh", ".html", ".css", ".scss", ".sql")  # fmt: skip
_SETTING: Final = regex(rb"\s{0,20}[#;/]{0,2}\s{0,4}(?:export )?([A-Z][A-Z0-9_]{1,80})\s{0,3}[=:]")
_COMMENT: Final = regex(rb"\s{0,20}(?:#|;|//)[#;/\s]{0,40}[^\W\d_].{2}")
_BEHIND: Final = regex(rb"\s(?:#|;|//)\s{0,4}[^\W\d_]{2}")


@lru_cache(maxsize=4096)
def is_template(path: str) -> bool:
    """Whether the file's name is that of settings to be copied, or of live ones."""
    name = path.rpartition("/")[2].lower()
    if name.endswith(_CODE) or _TEMPLATE.fullmatch(name) is None:
        return False
    return not (is_vendored(path) or _is_document(path))


@lru_cache(maxsize=4096)
def _is_document(path: str) -> bool:
    role = role_and_format(path)
    return role is not None and role[1] in _READ_FORMATS and not is_vendored(path)


def names_in(data: bytes) -> Json:
    """All names in capitals, sorted; each of a `NAME_*` stands for all that begin so."""
    text = readable(data)
    if text is None:
        return []
    import re2

    found = sorted(set(re2.findall(_NAME, text.replace(rb"\_", b"_"))))
    return [_shown(name) for name in found[:MAX_NAMES]]


def _shown(name: bytes) -> str:
    """The name; one that is open ends in a star, however it was written."""
    for ending in _OPEN:
        if name.endswith(ending):
            return name.removesuffix(ending).decode("ascii", "replace") + "*"
    return name.decode("ascii", "replace")


def settings_in(data: bytes) -> Json:
    """[name, line, whether it is described] of each line that sets a variable."""
    text = readable(data)
    return [] if text is None else list[Json](islice(_settings(text), MAX_NAMES))


def _settings(text: bytes) -> Iterator[list[Json]]:
    """A comment speaks for the lines below it, down to the next blank one."""
    is_described = False
    for number, whole in enumerate(text.split(b"\n"), start=1):
        line = whole[:_MAX_LINE]
        setting = _SETTING.match(line)
        if not line.strip():
            is_described = False
        elif setting is not None:
            is_alone = is_described or _BEHIND.search(line, setting.end()) is not None
            yield [setting[1].decode("ascii"), number, is_alone]
        elif _COMMENT.match(line):
            is_described = True


# Two extractors, since a manual of 900 pages need not be read line by line.
NAMES: Final = Extractor(
    name="variable-names",
    version="3",
    max_bytes=MAX_BYTES,
    wants=lambda entry: entry.is_file and _is_document(entry.path),
    extract=names_in,
)
SETTINGS: Final = Extractor(
    name="variable-settings",
    version="1",
    max_bytes=MAX_BYTES,
    wants=lambda entry: entry.is_file and is_template(entry.path),
    extract=settings_in,
)
