# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found in bytes, put together by path: secrets, keys, personal data, freshness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.scanning import (
    assignments,
    engine,
    found_in,
    private_keys,
    secrets,
    unsearched,
)
from scm_check.facts.security import freshness, keystores, large, personal
from scm_check.facts.security.paths import is_env_file, is_public_name
from scm_check.model import (
    AssignedSecret,
    EnvFile,
    EnvValue,
    File,
    Files,
    Gap,
    Json,
    PersonalData,
    PrivateKey,
    Secret,
    Security,
)

EXTRACTORS: Final[tuple[Extractor, ...]] = (
    keystores.EXTRACTOR,
    personal.EXTRACTOR,
    freshness.EXTRACTOR,
    large.EXTRACTOR,
)


def security_of(files: Files, extracted: Extracted) -> Security:
    """All in path order."""
    assigned = tuple(_assigned(files, extracted))
    kept_fresh, new_only = freshness.freshness_of(files, extracted)
    return Security(
        secrets=tuple(_secrets(files, extracted)),
        assigned=assigned,
        private_keys=tuple(sorted(_keys(files, extracted), key=lambda key: key.path)),
        env_files=tuple(_env_files(files, assigned)),
        personal=tuple(_personal(files, extracted)),
        runtimes=freshness.runtimes_of(files, extracted),
        freshness=kept_fresh,
        reviews_of_new=new_only,
        engine=engine.NAME if engine.is_installed() else None,
        gaps=tuple(_gaps(files, extracted)),
    )


def _secrets(files: Files, extracted: Extracted) -> Iterator[Secret]:
    for path, place in _places(files, extracted, secrets.NAME):
        line, kind, head, certain = place
        yield Secret(path, _line(line), str(kind), str(head), is_certain=certain is True)


def _assigned(files: Files, extracted: Extracted) -> Iterator[AssignedSecret]:
    for path, place in _places(files, extracted, assignments.NAME):
        line, name, strength, form = place
        if not is_public_name(str(name)):
            yield AssignedSecret(path, _line(line), str(name), str(strength), str(form))


def _keys(files: Files, extracted: Extracted) -> Iterator[PrivateKey]:
    for path, place in _places(files, extracted, private_keys.NAME):
        line, form = place
        yield PrivateKey(path, _line(line), str(form))
    for file in files.all:
        form = extracted.value(keystores.EXTRACTOR.name, file.oid)
        if isinstance(form, str) and form != "trust":
            yield PrivateKey(file.path, None, form)


def _env_files(files: Files, assigned: tuple[AssignedSecret, ...]) -> Iterator[EnvFile]:
    for file in files.all:
        if is_env_file(file.path) and file.size_bytes > 0:
            values = (item for item in assigned if item.path == file.path)
            held = tuple(EnvValue(item.line, item.name, item.strength) for item in values)
            yield EnvFile(file.path, held)


def _personal(files: Files, extracted: Extracted) -> Iterator[PersonalData]:
    for file in files.all:
        value = extracted.value(personal.EXTRACTOR.name, file.oid)
        match value:
            case [int(mails), int(accounts), int(phones), list(columns), int(rows)]:
                named = tuple(map(str, columns))
                yield PersonalData(file.path, mails, accounts, phones, named, rows)


def _places(files: Files, extracted: Extracted, name: str) -> Iterator[tuple[str, list[Json]]]:
    for file, value in (*found_in(files, extracted, name), *_in_large(files, extracted, name)):
        if isinstance(value, list):
            for place in value:
                if isinstance(place, list):
                    yield file.path, place


def _in_large(files: Files, extracted: Extracted, name: str) -> Iterator[tuple[File, Json]]:
    for file in files.all:
        value = extracted.value(large.EXTRACTOR.name, file.oid)
        if isinstance(value, dict) and name in value:
            yield file, value[name]


def _gaps(files: Files, extracted: Extracted) -> Iterator[Gap]:
    """Files that were not asked for because of their size, and those that could not be read."""
    for path in unsearched(files):
        if files.by_path[path].size_bytes > large.MAX_BYTES:
            yield Gap("BLOB_TOO_LARGE", path, large.EXTRACTOR.name)
    for file in files.all:
        if personal.is_of_persons(file.path) and file.size_bytes > personal.MAX_BYTES:
            yield Gap("BLOB_TOO_LARGE", file.path, personal.EXTRACTOR.name)
        for extractor in EXTRACTORS:
            gap = extracted.gap(extractor.name, file.oid)
            if gap is not None:
                yield Gap(gap.code, file.path, extractor.name)


def _line(value: Json) -> int:
    return value if isinstance(value, int) else 1
