# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags of a repository, and which of them name a version."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scm_check.model import Problem, Tag
from scm_check.patterns import regex
from scm_check.snapshot.refs import LocalRepository, is_valid_ref_name, read_refs

if TYPE_CHECKING:
    from scm_check.snapshot.git import Deadline

TAGS = "refs/tags/"
NAME_SIGNS = 200
NUMBERS = 5
MAX_OUTPUT = 64 << 20

# Order among versions with equal numbers; 0 is the release itself.
_STAGES = {
    "dev": -6, "pre": -5, "preview": -5, "alpha": -4, "a": -4, "m": -4, "milestone": -4,
    "beta": -3, "b": -3, "rc": -2, "cr": -2, "candidate": -2,
    "post": 1, "p": 1, "patch": 1, "sp": 1, "hotfix": 1, "fix": 1, "r": 1,
}  # fmt: skip
# A tag with one of these words marks a moving state, a trial or a deployment, not a version.
_NO_VERSION = frozenset({
    "after", "backup", "bak", "before", "branch", "build", "canary", "ci", "demo", "deploy",
    "deployed", "deployment", "draft", "edge", "experiment", "head", "int", "integration", "latest",
    "live", "nightly", "old", "prod", "production", "qa", "revert", "sandbox", "snapshot",
    "staging", "sync", "temp", "test", "testing", "tmp", "trial", "unstable", "untagged",
    "upstream", "wip", "x",
})  # fmt: skip
_RELEASE_WORDS = frozenset({
    "", "v", "r", "rel", "release", "releases", "version", "versions", "ver", "tag", "tags",
})  # fmt: skip
# Where the numbers may begin: at the start or after a separator, perhaps behind a "v".
_START = regex(
    r"(?:\A|(?<=[-_/@.]))(?P<mark>(?:version|release|rel|ver|v|r)?[-_.]?)(?=[0-9])", re.IGNORECASE
)
_NUMBERS = regex(
    r"(?P<numbers>(?:19|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,14}(?:[._][0-9]{1,14}){0,4})(?P<suffix>.*)",
    re.DOTALL,
)
_SUFFIX = regex(r"(?:[-+._~]?[A-Za-z][\w.+~-]*|[-+._~][0-9][\w.+~-]*|)\Z", re.ASCII)
_WORDS = regex(r"[A-Za-z]+")
_STAGE = regex(r"[-+._~]?([A-Za-z]*)[-._]?([0-9]{0,14})")
_DATE = regex(r"(?:19|20)[0-9]{2}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{4,6})?)?")
_LS_REMOTE = regex(rb"([0-9a-f]{40}|[0-9a-f]{64})\trefs/tags/(.{1,4096}?)(\^\{\})?", re.DOTALL)


def parse_ls_remote(text: bytes) -> tuple[Tag, ...]:
    """Tags in the answer of `git ls-remote --tags`, sorted by name, annotated ones peeled.

    Other refs in it are passed over. A peeled line (`name^{}`) counts before the plain one.
    """
    plain: dict[str, str] = {}
    peeled: dict[str, str] = {}
    for line in text.split(b"\n"):
        match = _LS_REMOTE.fullmatch(line)
        if match is None:
            continue
        name = match[2].decode("utf-8", "surrogateescape")
        if is_valid_ref_name(name):
            (peeled if match[3] else plain)[name] = match[1].decode("ascii")
    return tuple(Tag(name, (plain | peeled)[name]) for name in sorted(plain | peeled))


def local_tags(
    repository: LocalRepository, git_dir: Path, deadline: Deadline
) -> tuple[tuple[Tag, ...], tuple[Problem, ...]]:
    """Tags from the repository's ref files, sorted by name; and what is broken among them.

    Annotated tags that no file has peeled are peeled by one git process in `git_dir`, a bare
    directory of our own that borrows the objects.
    """
    refs = read_refs(repository, TAGS)
    unknown = sorted({ref.oid for ref in refs.values.values() if ref.peeled is None})
    peeled = _peel(unknown, git_dir, deadline)
    tags = []
    problems = list(refs.problems)
    for full, ref in refs.values.items():
        name = full.removeprefix(TAGS)
        commit = ref.peeled or peeled.get(ref.oid)
        if commit is None:
            problems.append(
                Problem("UNREADABLE", "snapshot", f"The tag {name!r} names no object.", full)
            )
        else:
            tags.append(Tag(name, commit))
    return tuple(sorted(tags, key=lambda tag: tag.name)), tuple(problems)


def version_of(name: str) -> tuple[int, ...] | None:
    """A key that orders tags by the version they name, None where they name none.

    Five numbers, the stage (0 for a release, below it alpha, beta, rc …, above it patches) and the
    stage's number. A word such as nightly or test makes no version, nor a lone number that is no
    date.
    """
    parsed = _parsed(name)
    return parsed[1] if parsed else None


def latest_version(tags: Iterable[Tag]) -> Tag | None:
    """The tag of the highest version, a pre-release only where there is no release.

    Tags with a component's name in front (`app-v1.0`) are compared only among themselves: those
    without one count, else the most numerous component's.
    """
    groups: dict[str, list[tuple[tuple[int, ...], Tag]]] = {}
    for tag in tags:
        parsed = _parsed(tag.name)
        if parsed is not None:
            groups.setdefault(parsed[0], []).append((parsed[1], tag))
    if not groups:
        return None
    chosen = min(groups, key=lambda prefix: (prefix != "", -len(groups[prefix]), prefix))
    versions = groups[chosen]
    releases = [entry for entry in versions if entry[0][NUMBERS] >= 0]
    return max(
        releases or versions, key=lambda entry: (entry[0], -len(entry[1].name), entry[1].name)
    )[1]


def _parsed(name: str) -> tuple[str, tuple[int, ...]] | None:
    """The component in front, and the key."""
    start = _START.search(name) if len(name) <= NAME_SIGNS else None
    match = _NUMBERS.match(name, start.end()) if start else None
    if start is None or match is None or not _SUFFIX.match(match["suffix"]):
        return None
    before = _words(name[: start.start()])
    component = "" if before <= _RELEASE_WORDS else name[: start.start()].strip("-_/@.").lower()
    if _words(match["suffix"].partition("+")[0]) & _NO_VERSION:
        return None
    if before & _NO_VERSION and before <= _NO_VERSION | _RELEASE_WORDS:
        return None
    numbers = [int(number) for number in re.split(r"[._-]", match["numbers"])]
    is_marked = start["mark"].strip("-_.") != "" or (component == "" and bool(before))
    if len(numbers) == 1 and not is_marked and not _DATE.fullmatch(match["numbers"]):
        return None
    return component, _key(numbers, match["suffix"])


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(text))


def _key(numbers: list[int], suffix: str) -> tuple[int, ...]:
    padded = (numbers + [0] * NUMBERS)[:NUMBERS]
    match = _STAGE.match(suffix)
    # Build metadata does not order (semver.org, item 10).
    if match is None or suffix.startswith("+"):
        return (*padded, 0, 0)
    word, number = match[1].lower(), match[2]
    stage = _STAGES.get(word, 0 if word else 1 if number else 0)
    return (*padded, stage, int(number or 0) if stage else 0)


def _peel(oids: list[str], git_dir: Path, deadline: Deadline) -> dict[str, str]:
    """What each id names once tags are followed; ids without object are left out."""
    if not oids:
        return {}
    from scm_check.snapshot.git import run_git

    answer = run_git(
        ["cat-file", "--batch-check=%(objectname)", "--buffer"],
        cwd=git_dir,
        deadline=deadline,
        stdin="".join(f"{oid}^{{}}\n" for oid in oids).encode("ascii"),
        max_output=MAX_OUTPUT,
    )
    lines = answer.decode("ascii", "replace").split("\n")
    return {oid: line for oid, line in zip(oids, lines, strict=False) if " " not in line and line}
