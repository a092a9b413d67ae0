# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses in the lines of configuration, lock files and instructions that fetch something.

The value lists `[purpose, host with port, reach, line]`: only what is not plainly public, each
address once; relative submodules are listed as they are written. User names and tokens in an
address are never kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scm_check.facts.addresses.reach import is_well_known, reach_of, reach_of_packages
from scm_check.facts.safe_parsing import decode_text
from scm_check.model import Json
from scm_check.patterns import regex

MAX_ITEMS = 60
_MAX_LINE = 2048
_MAX_SIGNS = 200

_URL = regex(
    r"(?i)(?P<scheme>(?:git\+)?(?:https?|ssh|git))://(?:[^\s/@\"'<>]{1,200}@)?"
    r"(?P<host>\[[0-9a-f:.]{2,45}\]|[a-z0-9][a-z0-9_.-]{0,200})(?::(?P<port>\d{1,5}))?"
)
_SSH = regex(r"(?i)(?<![\w@])git@(?P<host>[a-z0-9][a-z0-9.-]{1,200}):(?!//)")
_FETCHED = (
    regex(rb"resolved\"?:? ?\"?[\w+]{1,20}://([^\s/\"'<>]{1,400})"),
    regex(rb"tarball: ?\"?'?[\w+]{1,20}://([^\s/\"'<>]{1,400})"),
)
_RELATIVE = regex(r"\s{0,40}url\s{0,20}=\s{0,20}(?P<path>\.\.?/[^\s]{1,200})")

# What of a line makes it one that fetches, by the kind of file.
_FETCHING = {
    "submodule": regex(r"\s{0,40}url\s{0,20}="),
    "npmrc": regex(r"(?i)\s{0,40}(?:@[\w-]{1,60}:)?(?:registry|npmRegistryServer)[\s=:\"]"),
    "pip": regex(
        r"(?i)\s{0,40}(?:(?:--)?(?:extra-)?index-url|-i |--find-links"
        r"|[\w.\[\]-]{1,80} ?@ ?git\+|-e git\+|git\+)"
    ),
    "python-project": regex(
        r"\s{0,40}(?:url|git|index-url)\s{0,10}=|.{0,200}git\s{0,4}=\s{0,4}\""
    ),
    "maven": regex(r".{0,200}<url>"),
    "gradle": regex(r"(?!.{0,200}(?:url\.set|\.url\b))(?:.{0,200}\burl\b|\s{0,80}maven\s?\()"),
    "wrapper": regex(r"\s{0,20}(?:distributionUrl|wrapperUrl)\s{0,10}="),
    "nuget": regex(r"(?i)\s{0,80}<add\b.{0,200}\bvalue="),
    "composer": regex(r"\s{0,80}\"url\"\s{0,4}:"),
    "npm-lock": regex(r"\s{0,80}\"?resolved\"?:? \"?|\s{0,80}tarball:|.{0,80}tarball: "),
    "npm": regex(
        r"\s{0,80}\"(?!(?:repository|url|homepage|bugs)\")[@\w./-]{1,100}\"\s{0,4}:\s{0,4}\""
        r"(?:git\+|git@|ssh:|https?://[^\"]{1,200}\.(?:git|tgz))"
    ),
    "ruby": regex(r"\s{0,40}(?:source|remote:|git )|.{0,200}\bgit:"),
    "swift": regex(r".{0,200}(?:\burl:|\"location\")"),
    "instructions": regex(
        r".{0,200}(?:git clone|git submodule add|docker pull|docker login|--registry[ =]"
        r"|npm (?:config set|install) .{0,40}registry|pip install .{0,80}--index-url)"
    ),
}  # fmt: skip
_INSTRUCTION_WORDS = (
    b"git clone", b"submodule add", b"docker pull", b"docker login", b"registry", b"index-url",
)  # fmt: skip
_PURPOSES = {
    "submodule": "submodule",
    "npm": "dependency",
    "swift": "dependency",
    "instructions": "clone",
}
# Here every host is a registry's, and there are few that serve everybody.
_OF_PACKAGES = frozenset({"npm-lock", "npmrc"})
# Where the result is delivered to is no matter of building it.
_DELIVERY = (regex(r"<distributionManagement>"), regex(r"</distributionManagement>"))
_PROJECT_URL = regex(r"</?(?:repository|pluginRepository|mirror|snapshotRepository)>")
_SECTION = regex(r"\s{0,10}\[{1,2}([\w.\-\" ]{1,100})\]{1,2}")
_SOURCE_SECTIONS = ("source", "index", "sources", "dependencies")


def addresses_in(data: bytes, kind: str) -> Json:
    """What the file fetches from hosts that are not plainly public; `kind` is one of `KINDS`."""
    # Most instructions fetch nothing: their lines need no look.
    if kind == "instructions" and not any(word in data for word in _INSTRUCTION_WORDS):
        return []
    if kind == "npm-lock" and _is_all_public(data):
        return []
    found: dict[tuple[str, str], Json] = {}
    purpose = _PURPOSES.get(kind, "registry")
    for number, line in _lines(data, kind):
        for address, reach in _on_line(line, purpose, kind):
            if len(found) < MAX_ITEMS:
                found.setdefault((address, reach), [purpose, address, reach, number])
    return list(found.values())


KINDS = frozenset(_FETCHING)


def _is_all_public(data: bytes) -> bool:
    """A lock file has thousands of addresses, nearly always of one public host: asked once each."""
    if b"ssh:" in data.lower() or b"git@" in data:
        return False
    found = {host for pattern in _FETCHED for host in pattern.findall(data)}
    hosts = {host.decode("utf-8", "replace") for host in found}
    return all(
        ":" not in host and "@" not in host and reach_of_packages(host, None) is None
        for host in hosts
    )


def _on_line(line: str, purpose: str, kind: str) -> Iterator[tuple[str, str]]:
    reach_by = reach_of_packages if kind in _OF_PACKAGES else reach_of
    if purpose == "submodule":
        relative = _RELATIVE.match(line)
        if relative:
            yield relative["path"], "relative"
    for match in _URL.finditer(line):
        host, port = match["host"].strip("[]"), match["port"]
        reach = reach_by(host, int(port) if port else None)
        if reach in (None, "unknown") and "ssh" in match["scheme"].lower() and purpose != "clone":
            reach = "login"
        if reach:
            yield (f"{host}:{port}" if port else host)[:_MAX_SIGNS], reach
    for match in _SSH.finditer(line):
        reach = reach_of(match["host"], None)
        # Instructions that clone by key say what people with an account do; others do otherwise.
        if reach or purpose != "clone":
            yield f"git@{match['host']}"[:_MAX_SIGNS], reach or "login"
        elif not is_well_known(match["host"]):
            yield f"git@{match['host']}"[:_MAX_SIGNS], "login"


def _lines(data: bytes, kind: str) -> Iterator[tuple[int, str]]:
    """Numbers and texts of the lines that fetch something."""
    wanted = _FETCHING[kind]
    is_inside = kind != "maven"
    is_skipped = False
    section = ""
    for number, whole in enumerate(decode_text(data)[0].split("\n"), start=1):
        line = whole[:_MAX_LINE]
        was_inside = is_inside
        if kind == "maven":
            is_skipped = _after(line, _DELIVERY, is_skipped)
            for mark in _PROJECT_URL.findall(line):
                is_inside = not mark.startswith("</")
                was_inside = was_inside or is_inside
        if kind == "python-project" and (match := _SECTION.match(line)):
            section = match[1].rpartition(".")[2].strip('"')
        if is_skipped or not was_inside or (section and section not in _SOURCE_SECTIONS):
            continue
        if wanted.match(line) and not line.lstrip().startswith(("#", "//", ";")):
            yield number, line


def _after(line: str, regions: tuple[re.Pattern[str], re.Pattern[str]], is_skipped: bool) -> bool:
    begin, end = regions
    if begin.search(line):
        is_skipped = True
    return is_skipped and not end.search(line)
