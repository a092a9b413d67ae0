# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything read from bytes: each blob is read once, all facts come from that reading."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from scm_check.facts import blobs, scanning
from scm_check.facts.addresses import addresses_of, choose_addresses
from scm_check.facts.automated_tests import EXTRACTOR as HOLLOW_TESTS
from scm_check.facts.automated_tests import hollow_tests_of
from scm_check.facts.blanks import blanks_of
from scm_check.facts.deployment import ci_files_of, containers_of
from scm_check.facts.documents import choose_document, documents_of
from scm_check.facts.extraction import Choice, Extracted, Extractor, choice_of
from scm_check.facts.fonts import fonts_of
from scm_check.facts.kind import kind_of
from scm_check.facts.licenses import LICENSE_EXTRACTORS, licenses_of
from scm_check.facts.manifests import choose_manifest, manifests_of
from scm_check.facts.marks import GITATTRIBUTES, marks_of
from scm_check.facts.openness import openness_of
from scm_check.facts.places import EXTRACTOR as PLACES
from scm_check.facts.places import places_of
from scm_check.facts.publiccode import PUBLICCODE, publiccode_of
from scm_check.facts.recipes import choose_recipe, recipes_of
from scm_check.facts.reuse_status import EXTRACTORS as REUSE_EXTRACTORS
from scm_check.facts.reuse_status import reuse_of
from scm_check.facts.scanning.redaction import may_hold_secrets, without_secrets
from scm_check.facts.security import EXTRACTORS as SECURITY_EXTRACTORS
from scm_check.facts.security import security_of
from scm_check.facts.security.past import Past, with_past
from scm_check.facts.services import services_of
from scm_check.facts.sharing import SharedWork, processes
from scm_check.facts.variables import variables_of
from scm_check.facts.variables.named import NAMES, SETTINGS
from scm_check.facts.waiver_requests import waiver_requests_of
from scm_check.facts.yaml_files import yaml_files_of
from scm_check.model import (
    Entry,
    Facts,
    Files,
    Gap,
    History,
    Json,
    Problem,
    Security,
    Source,
    Tag,
)
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

CHOICES: tuple[Choice, ...] = (
    *map(choice_of, (*blobs.EXTRACTORS, *REUSE_EXTRACTORS, *LICENSE_EXTRACTORS, PUBLICCODE)),
    choice_of(scanning.EXTRACTOR),
    choice_of(GITATTRIBUTES),
    choice_of(PLACES),
    choice_of(HOLLOW_TESTS),
    *map(choice_of, SECURITY_EXTRACTORS),
    choice_of(NAMES),
    choice_of(SETTINGS),
    choose_document,
    choose_manifest,
    choose_recipe,
    choose_addresses,
)
# Extractors that keep no text of a repository; all others' values are freed of secrets.
_WITHOUT_TEXT = frozenset(extractor.name for extractor in SECURITY_EXTRACTORS)
_HEAD_BYTES = 8192
# A blob costs as much as so many bytes beyond its own; below so many a helper does not pay.
_BLOB_WEIGHT = 2_000
_SHARED_FROM = 2 << 20
_WHOLE_TREE = frozenset({"TOO_MANY_FILES", "TREE_TOO_DEEP", "TIMEOUT"})


class ReadableSnapshot(Protocol):
    """What facts need of a snapshot."""

    @property
    def source(self) -> Source: ...
    @property
    def entries(self) -> tuple[Entry, ...]: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...
    def blobs(self, oids: Iterable[str]) -> Iterable[tuple[str, bytes | Gap]]: ...
    def head(self, oid: str, n: int = ...) -> bytes | Gap: ...
    def is_shareable(self, n_bytes: int) -> bool: ...
    def tags(self) -> tuple[Tag, ...] | None: ...
    def history(self, since: dt.datetime) -> History: ...
    def past(self) -> Past | None: ...


class BlobCache(Protocol):
    """Where per-blob values are kept between runs."""

    def get_many(self, extractor: Extractor, oids: Sequence[str]) -> dict[str, Json]: ...
    def put_many(self, extractor: Extractor, values: dict[str, Json]) -> None: ...


@dataclass(frozen=True, slots=True)
class Questions:
    """What the selected rules ask beyond the tree, and what the configuration states."""

    needs: frozenset[str]
    as_of: dt.date | None = None
    history_months: int = 6
    blob_bytes: int = 5 << 20
    declared_kinds: tuple[str, ...] = ()
    upstream: str | None = None
    set_members: tuple[str, ...] = ()
    yaml_paths: tuple[str, ...] = ()
    municipality: str | None = None
    scan_history: bool = False


def extract_facts(
    snapshot: ReadableSnapshot,
    questions: Questions,
    cache: BlobCache,
    *,
    watch: Callable[[str], None] = lambda _: None,
) -> Facts:
    """Read the snapshot once and put together all facts; nothing lazy outlives it.

    Of a tree that was cut no file is read: every rule on files is unknown anyway.
    """
    watch("read")
    as_of = questions.as_of or _day(snapshot.source.committed_at)
    gaps = _whole_tree_gaps(snapshot)
    reading = _Reading(snapshot, cache, questions.blob_bytes)
    if not gaps:
        reading.begin()  # before a thread begins, as it may fork
    history = _HistoryAhead(snapshot, questions, as_of)
    if gaps:
        return Facts(
            source=snapshot.source,
            tags=snapshot.tags(),
            history=history.result(watch),
            as_of=as_of,
            gaps=gaps,
            problems=snapshot.problems,
        )
    base = f"{snapshot.source.target.subdir}/" if snapshot.source.target.subdir else ""
    extracted = reading.extracted()
    watch("understand")
    files = blobs.files_of(snapshot.entries, extracted, base)
    files = replace(files, marks=marks_of(files, extracted))
    documents = documents_of(files, extracted)
    manifests = manifests_of(files, extracted)
    publiccode = publiccode_of(files, extracted)
    containers = containers_of(files)
    ci_files = ci_files_of(files)
    recipes = recipes_of(files, extracted, containers, ci_files)
    licenses = licenses_of(files, extracted, documents, manifests, publiccode)
    reuse = reuse_of(snapshot.entries, extracted, reading.text_of, base)
    return Facts(
        source=snapshot.source,
        files=files,
        kind=kind_of(
            files,
            documents,
            manifests,
            publiccode,
            containers,
            questions.declared_kinds,
            url=snapshot.source.target.url,
            upstream=questions.upstream,
        ),
        licenses=licenses,
        reuse=reuse,
        documents=documents,
        manifests=manifests,
        variables=variables_of(files, extracted, ci_files),
        publiccode=publiccode,
        services=services_of(files, extracted, documents, reading.text_of),
        containers=containers,
        ci_files=ci_files,
        tags=snapshot.tags(),
        history=history.result(watch),
        as_of=as_of,
        set_members=questions.set_members,
        yaml_files=yaml_files_of(files, questions.yaml_paths, reading.text_of),
        problems=(*snapshot.problems, *reading.problems()),
        reservations=blobs.reservations_of(files, extracted),
        waiver_requests=waiver_requests_of(files, extracted),
        openness=openness_of(files, extracted),
        recipes=recipes,
        addresses=addresses_of(files, extracted, recipes, snapshot.source.target.url),
        fonts=fonts_of(files, licenses, reuse),
        blanks=blanks_of(files, extracted),
        hollow_tests=hollow_tests_of(files, extracted),
        places=places_of(
            files,
            extracted,
            documents,
            publiccode,
            questions.municipality,
            snapshot.source.target.url,
            [
                holder.text
                for text in licenses.texts
                if text.role == "root"
                for holder in text.holders
            ],
        ),
        security=_security(snapshot, files, extracted, questions, watch),
    )


def _security(
    snapshot: ReadableSnapshot,
    files: Files,
    extracted: Extracted,
    questions: Questions,
    watch: Callable[[str], None],
) -> Security:
    security = security_of(files, extracted)
    if not questions.scan_history:
        return security
    watch("past")
    known = frozenset(entry.oid for entry in snapshot.entries)
    return with_past(security, snapshot.past(), known)


# An extractor with the paths and the blob ids that it was asked for, both in tree order.
_Asked = tuple[Extractor, list[str], dict[str, None]]


# Values and gaps by extractor and blob id, plain enough to go through a pipe.
_PlainGap = tuple[str, str | None, str | None]
_Found = tuple[dict[str, dict[str, Json]], list[tuple[str, str, _PlainGap]]]


class _Reading:
    """One pass over the blobs: what is cached is not read, what is read goes to every extractor."""

    def __init__(self, snapshot: ReadableSnapshot, cache: BlobCache, blob_bytes: int) -> None:
        self._snapshot = snapshot
        self._cache = cache
        self._blob_bytes = blob_bytes
        self._values: dict[tuple[str, str], Json] = {}
        self._gaps: dict[tuple[str, str], Gap] = {}
        self._asked: dict[str, _Asked] = {}
        self._wanted: dict[str, list[Extractor]] = {}
        self._work: SharedWork | None = None
        self._paths = {entry.oid: entry.path for entry in reversed(snapshot.entries)}
        self._oids = {entry.path: entry.oid for entry in snapshot.entries}
        self._sizes = {entry.oid: entry.size_bytes for entry in snapshot.entries}

    def begin(self) -> None:
        """Find out what is to be read, and let helpers begin with it if it is much."""
        self._wanted = self._find_wanted()
        weighted = [(oid, self._weight(oid)) for oid in self._wanted]
        n_bytes = sum(self._sizes[oid] for oid in self._wanted)
        is_much = sum(weight for _, weight in weighted) >= _SHARED_FROM
        is_shared = is_much and self._snapshot.is_shareable(n_bytes)
        self._work = SharedWork(weighted, self._found_in, processes() if is_shared else 1)

    def extracted(self) -> Extracted:
        """Values and gaps of all extractors; after `begin`, once."""
        fresh: dict[str, dict[str, Json]] = {}
        for values, gaps in self._work.values() if self._work else ():
            for name, by_oid in values.items():
                fresh.setdefault(name, {}).update(by_oid)
            for name, oid, plain in gaps:
                self._gaps[name, oid] = Gap(*plain)
        for name, by_oid in fresh.items():
            self._values.update({(name, oid): value for oid, value in by_oid.items()})
            self._cache.put_many(self._asked[name][0], by_oid)
        paths = {name: paths for name, (_, paths, _) in self._asked.items()}
        return Extracted(self._values, self._gaps, paths)

    def _found_in(self, portion: Sequence[str]) -> _Found:
        """What the extractors make of these blobs; also called in a helper."""
        values: dict[str, dict[str, Json]] = {}
        gaps: list[tuple[str, str, _PlainGap]] = []
        for oid, data in self._snapshot.blobs(portion):
            if isinstance(data, Gap):
                plain = (data.code, data.path, data.part)
                gaps += [(extractor.name, oid, plain) for extractor in self._wanted[oid]]
                continue
            blob = _Blob(oid, data)
            for extractor in self._wanted[oid]:
                try:
                    values.setdefault(extractor.name, {})[oid] = blob.value(extractor)
                except Exception:  # a parser of foreign text must not end the run
                    logger.debug("extractor %s failed on %s", extractor.name, oid, exc_info=True)
                    plain = ("CRASHED", self._paths.get(oid), extractor.name)
                    gaps.append((extractor.name, oid, plain))
        return values, gaps

    def _weight(self, oid: str) -> int:
        """About how much work a blob is, in bytes of text; of a picture only the head is read."""
        is_text = len(self._wanted[oid]) > 1
        return _BLOB_WEIGHT + self._sizes[oid] // (1 if is_text else 16)

    def text_of(self, path: str) -> bytes | None:
        """The bytes of one file, for configuration that is read by path; None where unreadable."""
        oid = self._oids.get(path)
        if oid is None:
            return None
        return next(
            (data for _, data in self._snapshot.blobs([oid]) if not isinstance(data, Gap)), None
        )

    def problems(self) -> tuple[Problem, ...]:
        """The gaps as problems of the run, each blob once; an LFS pointer is none."""
        found = {(gap.code, oid): gap for (_, oid), gap in sorted(self._gaps.items())}
        return tuple(
            Problem(code, "read", _EXPLANATIONS.get(code, code), gap.path or self._paths.get(oid))
            for (code, oid), gap in sorted(found.items())
        )

    def _find_wanted(self) -> dict[str, list[Extractor]]:
        """Blob ids to be read with the extractors that want them, in tree order."""
        for entry in self._snapshot.entries:
            if not entry.is_submodule:
                self._ask(entry)
        wanted: dict[str, list[Extractor]] = {}
        for name, (extractor, _paths, oids) in self._asked.items():
            cached = self._cache.get_many(extractor, list(oids))
            for oid, value in cached.items():
                self._values[name, oid] = value
            for oid in oids:
                if oid not in cached:
                    wanted.setdefault(oid, []).append(extractor)
        return wanted

    def _ask(self, entry: Entry) -> None:
        """Note every extractor that is for this entry; one too large leaves a gap."""
        for choose in CHOICES:
            extractor = choose(entry)
            if extractor is None:
                continue
            _, paths, oids = self._asked.setdefault(extractor.name, (extractor, [], {}))
            paths.append(entry.path)
            if entry.size_bytes < 0:  # missing here, though an earlier run may have read it
                gap = Gap("UNREADABLE", entry.path, extractor.name)
                self._gaps[extractor.name, entry.oid] = gap
            elif entry.size_bytes > self._limit(extractor):
                self._over_limit(extractor, entry)
            else:
                oids[entry.oid] = None

    def _limit(self, extractor: Extractor) -> int:
        """REUSE reads more of a file than any other question asks for."""
        if extractor is blobs.EXTRACTOR:
            return extractor.max_bytes
        return min(extractor.max_bytes, self._blob_bytes)

    def _over_limit(self, extractor: Extractor, entry: Entry) -> None:
        key = (extractor.name, entry.oid)
        if extractor is blobs.EXTRACTOR and key not in self._values:
            head = self._snapshot.head(entry.oid, _HEAD_BYTES)
            if not isinstance(head, Gap) and b"\0" in head:
                self._values[key] = extractor.extract(head)
                return
        if key not in self._values:
            self._gaps[key] = Gap("BLOB_TOO_LARGE", entry.path, extractor.name)


class _Blob:
    """One blob while it is read."""

    def __init__(self, oid: str, data: bytes) -> None:
        self.oid = oid
        self._data = data

    def value(self, extractor: Extractor) -> Json:
        """What the extractor makes of it, freed of secrets; raises what the extractor raises."""
        value = extractor.extract(self._data)
        if not value or extractor.name in _WITHOUT_TEXT or _is_bare(extractor, value):
            return value
        return without_secrets(value) if self._may_hold_secrets else value

    @cached_property
    def _may_hold_secrets(self) -> bool:
        return may_hold_secrets(self._data)


def _is_bare(extractor: Extractor, value: Json) -> bool:
    """A blob of which only kind, encoding and lines are known: by far the most."""
    return extractor is blobs.EXTRACTOR and isinstance(value, list) and len(value) <= 3


class _HistoryAhead:
    """Fetches the history, if it is asked for, while the files are read.

    It has a store of its own (see `snapshot`), and waits for git or the network most of the time.
    """

    def __init__(
        self, snapshot: ReadableSnapshot, questions: Questions, as_of: dt.date | None
    ) -> None:
        self._history: History | None = None
        self._error: BaseException | None = None
        self._thread: threading.Thread | None = None
        if "history" in questions.needs and as_of and snapshot.source.is_git:
            since = _months_before(as_of, questions.history_months)
            self._thread = threading.Thread(target=self._fetch, args=(snapshot, since))
            self._thread.start()

    def _fetch(self, snapshot: ReadableSnapshot, since: dt.datetime) -> None:
        try:
            self._history = snapshot.history(since)
        except BaseException as error:  # noqa: BLE001 - raised again by `result`
            self._error = error

    def result(self, watch: Callable[[str], None]) -> History | None:
        """The history once it is there; raises what fetching it raised."""
        if self._thread is not None:
            watch("history")
            self._thread.join()
        if self._error is not None:
            raise self._error
        return self._history


_EXPLANATIONS = {
    "BLOB_TOO_LARGE": "The file is larger than the limit and was not read. Raise --max-blob-bytes.",
    "UNREADABLE": "The object is missing or damaged and could not be read.",
    "CRASHED": "Reading this file failed; please report it with the file.",
    "TOO_LARGE": "The limit on the sum of all bytes was reached. Raise --max-total-bytes.",
    "TIMEOUT": "The time limit was reached while reading. Raise --timeout.",
}


def _whole_tree_gaps(snapshot: ReadableSnapshot) -> tuple[Gap, ...]:
    """What hides files: a limit on the tree, or a folder of the disk that may not be opened."""
    codes = _WHOLE_TREE if snapshot.source.is_git else _WHOLE_TREE | {"UNREADABLE"}
    return tuple(Gap(item.code, item.path) for item in snapshot.problems if item.code in codes)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment else None


def _months_before(day: dt.date, months: int) -> dt.datetime:
    """Midnight (UTC) of the same day so many months earlier, or of the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.datetime(year, month + 1, last, tzinfo=dt.UTC)
        except ValueError:
            continue
    raise ValueError(f"no such period: {months} months before {day}")
