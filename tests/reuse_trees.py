# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small trees of files, once as a checkout for the `reuse` command, once as entries and facts."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from reuse.extract import get_encoding_module

from scm_check.facts import blobs, reuse_status
from scm_check.facts.extraction import Extracted
from scm_check.model import Entry, Json, Reuse

# Built by concatenation: what is test data must not license this file.
TAG = "SPDX-" + "License-Identifier:"
HOLDER = "SPDX-" + "FileCopyrightText: 2020 Jane Doe"
SNIPPET_HOLDER = "SPDX-" + "SnippetCopyrightText: 2021 Joe"
IGNORE = "REUSE-" + "IgnoreStart"
IGNORE_END = "REUSE-" + "IgnoreEnd"
MIT = f"{HOLDER}\n{TAG} MIT\n"

needs_libmagic = pytest.mark.skipif(
    get_encoding_module().__name__ != "magic",
    reason="without libmagic reuse guesses encodings by charset_normalizer: `©` is Big5 to it",
)


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True, slots=True)
class Submodule:
    """A commit of another repository: an empty folder in a fresh checkout."""


Content = str | bytes | Link | Submodule
EXTRACTORS = (*blobs.EXTRACTORS, *reuse_status.EXTRACTORS)


def status_of(files: Mapping[str, Content], base: str = "") -> Reuse:
    """Our status, from entries and extracted values alone."""
    entries, contents = entries_of(files)
    return reuse_status.reuse_of(entries, extracted_of(entries, contents), contents.get, base)


def entries_of(files: Mapping[str, Content]) -> tuple[tuple[Entry, ...], dict[str, bytes]]:
    """The entries in git's order, and the bytes by path."""
    entries, contents = [], {}
    for path in sorted(files, key=os.fsencode):
        content = files[path]
        match content:
            case Submodule():
                entries.append(Entry(path, 0o160000, "5" * 40, -1))
                continue
            case Link(target):
                mode, data = 0o120000, os.fsencode(target)
            case _:
                mode = 0o100644
                data = content.encode() if isinstance(content, str) else content
        oid = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        entries.append(Entry(path, mode, oid, len(data)))
        contents[path] = data
    return tuple(entries), contents


def extracted_of(entries: tuple[Entry, ...], contents: Mapping[str, bytes]) -> Extracted:
    """What all extractors of blobs and REUSE say, once through JSON as the cache does."""
    values: dict[tuple[str, str], Json] = {}
    for entry in entries:
        for extractor in EXTRACTORS:
            if extractor.wants(entry):
                value = extractor.extract(contents[entry.path])
                values[extractor.name, entry.oid] = json.loads(json.dumps(value))
    return Extracted(values)


def lint(files: Mapping[str, Content], folder: Path) -> dict[str, Json] | str:
    """What `reuse lint --json` says of a repository with these files; its words if it refuses."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case Link(target):
                place.symlink_to(target)
            case Submodule():
                place.mkdir()
            case str():
                place.write_bytes(content.encode())
            case _:
                place.write_bytes(content)
    git = ("git", "-c", "core.hooksPath=/dev/null", "-C", str(folder))
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for command in (("init", "-q"), ("add", "-A", "-f")):
        subprocess.run([*git, *command], check=True, env=environment, capture_output=True)
    reuse = Path(sys.executable).with_name("reuse")
    done = subprocess.run(
        [str(reuse), "--no-multiprocessing", "lint", "--json"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    if not done.stdout:
        return done.stderr.decode(errors="replace")
    answer: dict[str, Json] = json.loads(done.stdout)
    return answer


def comparable(reuse: Reuse) -> dict[str, Json]:
    """Our status in the words of the command."""
    return {
        **reuse_status.lint_json(reuse),
        "used_licenses": [*reuse.used_licenses],
        # A file that reuse could not read is in none of its figures.
        "files_total": reuse.covered - len(reuse.read_errors),
        "files_with_copyright_info": reuse.with_copyright,
        "files_with_licensing_info": reuse.with_license,
        "compliant": reuse.compliant,
    }


def compared(answer: Mapping[str, Json]) -> dict[str, Json]:
    """The command's answer in the same shape."""
    lists, summary = answer["non_compliant"], answer["summary"]
    assert isinstance(lists, dict)
    assert isinstance(summary, dict)
    shown: dict[str, Json] = {**summary}
    for key, value in lists.items():
        assert isinstance(value, list)
        shown[key] = [*sorted(str(item) for item in value)]
    return shown
