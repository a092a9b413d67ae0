# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The REUSE status of a repository: file by file what `reuse lint` says of a fresh checkout.

Followed is `reuse` 6.2 (REUSE 3.3), its oddities included; equality is tested against the command.
On purpose different: a broken REUSE.toml or dep5 is named and left out, where `reuse` gives up; a
link out of the repository is not followed; what was not read is a gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from scm_check.facts import blobs
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.reuse_adapter import Tags
from scm_check.facts.reuse_configuration import (
    Annotation,
    configuration_from_json,
    dep5_facts,
    license_list,
    reuse_toml_facts,
    versions,
)
from scm_check.facts.reuse_rules import Rules, Table
from scm_check.facts.reuse_tree import Tree
from scm_check.facts.safe_parsing import ParseProblem
from scm_check.model import Entry, Gap, Json, Notice, Reuse
from scm_check.patterns import regex

Read = Callable[[str], bytes | None]

_DEP5: Final = ".reuse/dep5"
_TOML: Final = "REUSE.toml"
_LICENSE_REF: Final = regex(r"LicenseRef-[a-zA-Z0-9-.]+$")
_README: Final = regex(r"^readme(\.[a-z]{1,12})?$", re.IGNORECASE)
_MAX_CONFIGURATIONS: Final = 500


def reuse_of(entries: Iterable[Entry], extracted: Extracted, read: Read, base: str) -> Reuse:
    """The status of the files below `base`.

    The project that is judged is the nearest folder from `base` upwards with LICENSES/ or dep5,
    else the whole repository; of a part, only its own files count. `read` gives the bytes of a
    path from the repository root, for configuration that no extractor has read.
    """
    entries = tuple(entries)
    top = _top(entries, base)
    project = _Project(entries, extracted, read, top)
    status = _Status(project.licenses)
    for path, entry in project.tree.covered():
        if (top + path).startswith(base):
            _judge(project, status, path, entry)
    return _summary(project, status, is_part=top != base)


def lint_json(reuse: Reuse) -> dict[str, Json]:
    """The keys of `non_compliant` in `reuse lint --json`."""
    return {
        "bad_licenses": [*sorted(reuse.bad_licenses)],
        "deprecated_licenses": [*sorted(reuse.deprecated_licenses)],
        "licenses_without_extension": [*sorted(reuse.licenses_without_extension)],
        "missing_licenses": [*sorted(reuse.missing_licenses)],
        "unused_licenses": [*sorted(reuse.unused_licenses)],
        "read_errors": [*sorted(reuse.read_errors)],
        "missing_copyright_info": [*sorted(reuse.missing_copyright)],
        "missing_licensing_info": [*sorted(reuse.missing_license)],
    }


# --- the project ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _LicenseFiles:
    """The texts in LICENSES/ by the id their name gives, with paths from `top`."""

    paths: Mapping[str, str] = field(default_factory=dict)
    without_extension: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    doubles: tuple[tuple[str, str], ...] = ()


class _Project:
    """What of the tree decides how its files are judged."""

    def __init__(
        self, entries: tuple[Entry, ...], extracted: Extracted, read: Read, top: str
    ) -> None:
        self.top = top
        self.problems: list[Notice] = []
        self.gaps: list[Gap] = []
        self._extracted = extracted
        self._read = read
        self.tree = Tree(entries, top, self._link_target, self._modules(entries))
        self.licenses = _license_files(self.tree)
        self.rules = Rules(*self._configuration())
        self.is_claimed = self._claims()

    def own(self, path: str, entry: Entry) -> Annotation | None:
        """What the file says itself; None, with a gap, where it was not read."""
        value = self._extracted.value(blobs.EXTRACTOR.name, entry.oid)
        if value is None and entry.size_bytes != 0:
            gap = self._extracted.gap(blobs.EXTRACTOR.name, entry.oid)
            self.gaps.append(Gap(gap.code if gap else "UNREADABLE", self.top + path, "reuse"))
            return None
        tags = blobs.tags_of(value)
        if tags.is_cut:
            self.gaps.append(Gap("BLOB_TOO_LARGE", self.top + path, "reuse"))
        return _SILENT if tags == _NO_TAGS else _annotation(tags)

    def _link_target(self, entry: Entry) -> str | None:
        value = self._extracted.value(blobs.LINKS.name, entry.oid)
        if isinstance(value, str):
            return value
        data = self._read(entry.path)
        return data.decode("utf-8", "surrogateescape") if data is not None else None

    def _modules(self, entries: tuple[Entry, ...]) -> str:
        path = f"{self.top}.gitmodules"
        if not any(entry.path == path and entry.is_file for entry in entries):
            return ""
        return (self._read(path) or b"").decode("utf-8", "replace")

    def _configuration(self) -> tuple[list[Table], Table | None]:
        """The tables of all REUSE.toml, or else that of dep5: `reuse` refuses both together."""
        tables = []
        found = [*self.tree.configurations()]
        for path, entry in found[:_MAX_CONFIGURATIONS]:
            annotations = self._parsed(REUSE_TOML, path, entry)
            if annotations is not None:
                tables.append(Table.of_toml(path.removesuffix(_TOML), annotations))
        if len(found) > _MAX_CONFIGURATIONS:
            self._complain(_TOML, f"more than {_MAX_CONFIGURATIONS} files of this name")
        dep5 = self.tree.at(_DEP5)
        if dep5 is None:
            return tables, None
        if found:
            self._complain(_DEP5, f"cannot stand beside {self.top}{found[0][0]}")
            return tables, None
        annotations = self._parsed(DEP5, _DEP5, dep5)
        if annotations is None:
            return tables, None
        try:
            return tables, Table.of_dep5(annotations)
        except ParseProblem as problem:
            self._complain(_DEP5, problem.message)
            return tables, None

    def _parsed(
        self, extractor: Extractor, path: str, entry: Entry
    ) -> tuple[Annotation, ...] | None:
        value = self._extracted.value(extractor.name, entry.oid)
        if value is None:
            data = self._read(entry.path)
            if data is None:
                self.gaps.append(Gap("UNREADABLE", entry.path, "reuse"))
                return None
            value = extractor.extract(data)
        try:
            return configuration_from_json(value)
        except ParseProblem as problem:
            self._complain(path, problem.message, problem.line or 1)
            return None

    def _complain(self, path: str, message: str, line: int = 1) -> None:
        self.problems.append(Notice(f"{self.top}{path}: {message}", line))

    def _claims(self) -> bool:
        if self.rules or self.problems or self.tree.is_folder("LICENSES"):
            return True
        readmes = (entry for path, entry in self.tree.files_at_top() if _README.match(path))
        values = (self._extracted.value(blobs.EXTRACTOR.name, entry.oid) for entry in readmes)
        return any(blobs.tags_of(value).has_badge for value in values)


def _top(entries: Iterable[Entry], base: str) -> str:
    """The nearest folder from `base` upwards that has LICENSES/ or dep5, "" without one."""
    if not base:
        return ""
    parts = base.split("/")
    paths = {entry.path for entry in entries}
    for length in range(len(parts) - 1, 0, -1):
        folder = "/".join(parts[:length]) + "/"
        if folder + _DEP5 in paths or any(p.startswith(f"{folder}LICENSES/") for p in paths):
            return folder
    return ""


def _license_files(tree: Tree) -> _LicenseFiles:
    """As `reuse.project.Project._find_licenses`; two files for one id end `reuse` with an error."""
    files = [
        PurePosixPath(path)
        for path, _ in tree.files_below("LICENSES")
        if PurePosixPath(path).suffix != ".license"
    ]
    if not files:
        return _LicenseFiles()
    listed = license_list()
    paths: dict[str, str] = {}
    without_extension, doubles = [], []
    for path in files:
        name = _identifier(path, listed)
        if name == path.name and name in listed:
            without_extension.append(name)
        if name in paths:
            doubles.append((paths[name], str(path)))
        paths.setdefault(name, str(path))
    bad = (name for name in paths if name not in listed and not _is_known_reference(name))
    deprecated = (name for name in paths if listed.get(name))
    return _LicenseFiles(
        paths,
        tuple(sorted(without_extension)),
        tuple(sorted(bad)),
        tuple(sorted(deprecated)),
        tuple(doubles),
    )


def _identifier(path: PurePosixPath, listed: Mapping[str, bool]) -> str:
    if path.suffix and (path.stem in listed or _LICENSE_REF.match(path.stem)):
        return path.stem
    return path.name if path.name in listed else path.stem


def _is_known_reference(name: str) -> bool:
    return bool(_LICENSE_REF.match(name)) and "Unknown" not in name


# --- the judgement --------------------------------------------------------------------------------


class _Status:
    """What was found of all files so far; paths from `top`."""

    def __init__(self, licenses: _LicenseFiles) -> None:
        self.licenses = licenses
        self.covered = self.with_copyright = self.with_license = self.complete = 0
        self.missing_copyright: list[str] = []
        self.missing_license: list[str] = []
        self.missing_texts: dict[str, list[str]] = {}
        self.invalid: set[str] = set()
        self.read_errors: list[str] = []
        self.used: set[str] = set()

    def add(self, path: str, infos: tuple[Annotation, ...]) -> None:
        """Count one file with all that is said of it."""
        has_copyright = False
        ids: set[str] = set()
        for info in infos:
            has_copyright = has_copyright or info.has_copyright
            ids.update(info.ids)
            self.invalid.update(info.invalid)
        self.used |= ids
        for key in ids:
            if key not in self.licenses.paths and key.removesuffix("+") not in self.licenses.paths:
                self.missing_texts.setdefault(key, []).append(path)
        self.with_copyright += has_copyright
        self.with_license += bool(ids)
        self.complete += has_copyright and bool(ids)
        if not has_copyright:
            self.missing_copyright.append(path)
        if not ids:
            self.missing_license.append(path)


_NO_TAGS: Final = Tags()
_SILENT: Final = Annotation((), "", has_copyright=False)
_UNOPENED: Final = replace(_SILENT, error="IsADirectoryError")


def _judge(project: _Project, status: _Status, path: str, entry: Entry) -> None:
    """Find all that is said of a file, as `reuse.project.Project.reuse_info_of` does."""
    status.covered += 1
    said = project.rules.said_of(path)
    own = _SILENT
    if not said.is_overridden:
        source = project.tree.source(path, entry)
        found = project.own(*source) if source is not None else _UNOPENED
        if found is None:
            return
        own = found
    infos = said.with_own(own)
    if not _is_utf8(path) or any(info.error for info in infos):
        status.read_errors.append(path)
    else:
        status.add(path, infos)


def _annotation(tags: Tags) -> Annotation:
    invalid = tuple(tag.expression for tag in tags.spdx if not tag.is_valid)
    if tags.has_invalid and not invalid:
        invalid = ("…",)  # beyond the tags kept
    return Annotation((), "", bool(tags.notices), tags.ids, invalid, tags.error)


def _is_utf8(path: str) -> bool:
    if path.isascii():
        return True
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _summary(project: _Project, status: _Status, *, is_part: bool) -> Reuse:
    top, licenses = project.top, status.licenses
    problems = [
        *project.problems,
        *(
            Notice(f"{top}{one}: names the same licence as {top}{other}", 1)
            for other, one in licenses.doubles
        ),
    ]
    unused = [key for key in licenses.paths if not status.used & {key, key.removesuffix("+") + "+"}]
    found = Reuse(
        claimed=project.is_claimed,
        covered=status.covered,
        with_copyright=status.with_copyright,
        with_license=status.with_license,
        complete=status.complete,
        missing_copyright=_from_root(top, status.missing_copyright),
        missing_license=_from_root(top, status.missing_license),
        missing_licenses={
            key: _from_root(top, status.missing_texts[key]) for key in sorted(status.missing_texts)
        },
        # Of a part: the texts belong to the whole project.
        bad_licenses={} if is_part else {k: (top + licenses.paths[k],) for k in licenses.bad},
        deprecated_licenses=() if is_part else licenses.deprecated,
        unused_licenses=() if is_part else tuple(sorted(unused)),
        licenses_without_extension=() if is_part else licenses.without_extension,
        invalid_expressions=tuple(sorted(status.invalid)),
        read_errors=_from_root(top, status.read_errors),
        broken_configuration=tuple(problems),
        used_licenses=tuple(sorted(status.used)),
        gaps=tuple(project.gaps),
    )
    return replace(found, compliant=_is_compliant(found))


def _is_compliant(reuse: Reuse) -> bool:
    named = any(lint_json(reuse).values())
    return not (named or reuse.invalid_expressions or reuse.broken_configuration or reuse.gaps)


def _from_root(top: str, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(top + path for path in paths))


def _is_toml(entry: Entry) -> bool:
    return entry.is_file and entry.path.rpartition("/")[2] == _TOML


def _is_dep5(entry: Entry) -> bool:
    return entry.is_file and (entry.path == _DEP5 or entry.path.endswith(f"/{_DEP5}"))


REUSE_TOML: Final = Extractor("reuse-toml", f"1+{versions()}", 1 << 20, _is_toml, reuse_toml_facts)
DEP5: Final = Extractor("dep5", f"1+{versions()}", 1 << 20, _is_dep5, dep5_facts)
EXTRACTORS: Final = (REUSE_TOML, DEP5)
