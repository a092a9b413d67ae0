# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests rules in three lines: files in memory → facts, by the real extractors → findings.

facts = facts_of({"main.c": "int main(void) { return 0; }"})
assert result_of("license-missing", facts).status is Status.FAIL
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from scm_check.checks.running import check_of, run_checks
from scm_check.checks.shared.yaml_fits_schema import yaml_paths_of
from scm_check.model import (
    Access,
    BlobKind,
    Commit,
    Entry,
    Facts,
    File,
    Files,
    Finding,
    Gap,
    History,
    Kind,
    Location,
    Problem,
    RepositoryKind,
    Rule,
    RuleResult,
    Source,
    Status,
    Tag,
    Target,
)
from scm_check.values import dataclass

if TYPE_CHECKING:
    from scm_check.catalogue import Catalogue

DAY = dt.datetime(2026, 6, 30, 12, 0, tzinfo=dt.UTC)
_FILE, _LINK, _SUBMODULE = 0o100644, 0o120000, 0o160000
_PUBLIC = Access("https", host="git.example", anonymous=True)
# A repository of which nothing is known but where it lies: for facts put together by hand.
BARE = Facts(Source(Target("."), None, None, None, True, False, Access("path")), tags=())


def facts_of(
    files: Mapping[str, str | bytes],
    *,
    links: Mapping[str, str] | None = None,
    submodules: Sequence[str] = (),
    unreadable: Iterable[str] = (),
    subdir: str | None = None,
    kinds: Iterable[Kind] | None = None,
    tags: Iterable[str] | None = (),
    history: History | None = None,
    access: Access = _PUBLIC,
    is_git: bool = True,
    is_shallow: bool = False,
    as_of: dt.date | None = None,
    set_members: Sequence[str] = (),
    problems: Sequence[Problem] = (),
    rules: Iterable[Rule] = (),
    municipality: str | None = None,
    url: str = "https://git.example/town/app",
) -> Facts:
    """The facts of a repository that holds these files.

    `links` are symbolic links with their targets; `unreadable` paths have a damaged blob; `kinds`
    replaces what the files say of the repository's kind; each of `tags` names the commit of that
    name's hash (`commit_of`); `rules` are those whose YAML files are to be read.
    """
    from scm_check.cache import NullCache
    from scm_check.facts.reading import Questions, extract_facts
    from scm_check.facts.yaml_files import yaml_files_of

    snapshot = _snapshot(files, links or {}, submodules, unreadable)
    target = Target(url, url, subdir=subdir)
    commit = commit_of("HEAD") if is_git else None
    snapshot = replace(
        snapshot,
        source=Source(target, commit, commit, DAY if is_git else None, is_git, is_shallow, access),
        problems=tuple(problems),
        tag_names=None if tags is None or not is_git else tuple(tags),
    )
    questions = Questions(
        frozenset({"files", "tags"}),
        as_of,
        set_members=tuple(set_members),
        municipality=municipality,
    )
    facts = extract_facts(snapshot, questions, NullCache())
    yaml_files = yaml_files_of(facts.files, yaml_paths_of(rules), snapshot.read)
    kind = facts.kind if kinds is None else RepositoryKind(frozenset(kinds), is_declared=True)
    return replace(facts, kind=kind, history=history, yaml_files=yaml_files)


def files_named(*paths: str, kind: BlobKind = BlobKind.TEXT) -> Files:
    """Files of which the names matter, not what is in them."""
    return Files(tuple(File(path, commit_of(path), 100, kind, lines=3) for path in sorted(paths)))


def history_of(
    days_before: Iterable[int],
    *,
    authors: Sequence[str] = ("a", "b"),
    bots: Sequence[str] = (),
    total: int | None = None,
    is_complete: bool = True,
    until: dt.datetime = DAY,
) -> History:
    """A year's commits so many days before `until`, newest first, their authors in turn.

    The commit n days before has the id `commit_of(f"{n} days")`.
    """
    days = sorted(days_before)
    commits = tuple(
        Commit(
            commit_of(f"{days_ago} days"),
            until - dt.timedelta(days=days_ago),
            authors[index % len(authors)],
            authors[index % len(authors)] in bots,
        )
        for index, days_ago in enumerate(days)
    )
    return History(until - dt.timedelta(days=366), commits, total, is_complete)


def commit_of(name: str) -> str:
    """A commit id made of a name."""
    return hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()


def findings_of(slug: str, facts: Facts) -> list[Finding]:
    """What the rule's check yields. Raises what it raises: NotApplicable, Unknown, its crash."""
    rule = _rule(slug)
    return list(check_of(rule)(facts, *((rule.parameters,) if rule.parameters else ())))


def faults_of(slug: str, facts: Facts) -> list[Finding]:
    """As `findings_of`, without what only shows on what a pass rests."""
    return [found for found in findings_of(slug, facts) if found.status is not Status.PASS]


def result_of(rule: str | Rule, facts: Facts) -> RuleResult:
    """The rule's result as in a run, with the rules it depends on run before it."""
    asked = _rule(rule) if isinstance(rule, str) else rule
    return run_checks(_with_dependencies(asked), facts)[-1]


def at(path: str, line: int | None = None) -> Location:
    """A place."""
    return Location(path, line)


@dataclass(frozen=True)
class _Snapshot:
    """Files in memory, read as a snapshot of a repository is."""

    entries: tuple[Entry, ...]
    contents: Mapping[str, bytes]
    damaged: frozenset[str]
    source: Source = Source(Target("."), None, None, None, False, False, _PUBLIC)
    problems: tuple[Problem, ...] = ()
    tag_names: tuple[str, ...] | None = ()

    def blobs(self, oids: Iterable[str]) -> Iterator[tuple[str, bytes | Gap]]:
        for oid in oids:
            yield oid, Gap("UNREADABLE") if oid in self.damaged else self.contents[oid]

    def head(self, oid: str, n: int = 8192) -> bytes | Gap:
        return Gap("UNREADABLE") if oid in self.damaged else self.contents[oid][:n]

    def is_shareable(self, n_bytes: int) -> bool:
        return n_bytes > 0

    def read(self, path: str) -> bytes | None:
        oid = next(entry.oid for entry in self.entries if entry.path == path)
        return None if oid in self.damaged else self.contents[oid]

    def tags(self) -> tuple[Tag, ...] | None:
        if self.tag_names is None:
            return None
        return tuple(Tag(name, commit_of(name)) for name in self.tag_names)

    def history(self, since: dt.datetime) -> History:
        return History(since)

    def past(self) -> None:
        return None


def _snapshot(
    files: Mapping[str, str | bytes],
    links: Mapping[str, str],
    submodules: Iterable[str],
    unreadable: Iterable[str],
) -> _Snapshot:
    entries, contents = [], {}
    for path, text in (*files.items(), *links.items()):
        data = text.encode() if isinstance(text, str) else text
        oid = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
        contents[oid] = data
        entries.append(Entry(path, _LINK if path in links else _FILE, oid, len(data)))
    entries += [Entry(path, _SUBMODULE, commit_of(path), -1) for path in submodules]
    damaged = set(unreadable)
    return _Snapshot(
        tuple(sorted(entries, key=lambda entry: entry.path)),
        contents,
        frozenset(entry.oid for entry in entries if entry.path in damaged),
    )


def _rule(name: str) -> Rule:
    return _catalogue().rule(name)


@cache
def _catalogue() -> Catalogue:
    from scm_check.catalogue import load_catalogue

    return load_catalogue()


def _with_dependencies(rule: Rule) -> tuple[Rule, ...]:
    """The rule last, what it rests on before it."""
    earlier: dict[str, Rule] = {}
    left = list(rule.depends_on)
    while left:
        other = left.pop()
        if other not in earlier:
            earlier[other] = _rule(other)
            left += earlier[other].depends_on
    return (*earlier.values(), rule)
