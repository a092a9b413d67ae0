# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What REUSE.toml files and dep5 say of a path, and how that joins with the file's own words.

REUSE 3.3, "Order of precedence", as `reuse.global_licensing.NestedReuseTOML` carries it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from scm_check.facts.globs import Glob, GlobError, dep5_glob, toml_glob
from scm_check.facts.reuse_configuration import Annotation
from scm_check.facts.safe_parsing import ParseProblem


@dataclass(frozen=True, slots=True)
class Said:
    """What configuration says of one path, in the order of precedence."""

    override: tuple[Annotation, ...] = ()
    aggregate: tuple[Annotation, ...] = ()
    closest: tuple[Annotation, ...] = ()

    @property
    def is_overridden(self) -> bool:
        """Whether the file itself is not asked."""
        return bool(self.override)

    def with_own(self, own: Annotation) -> tuple[Annotation, ...]:
        """All that holds for the file; what it lacks itself comes from the closest table.

        Of several closest tables only the first supplies what is lacking (reuse 6.2).
        """
        found = (*self.override, *self.aggregate, own)
        if not self.closest:
            return found
        has_license = _names_license(own)
        if not own.has_copyright and not has_license:
            return (*found, *self.closest)
        if own.has_copyright != has_license:
            first = self.closest[0]
            if own.has_copyright:
                return (*found, replace(first, has_copyright=False))
            return (*found, _without_license(first))
        return found


_NOTHING: Final = Said()


@dataclass(frozen=True)
class Table:
    """The annotations of one file; the last one that fits a path holds."""

    folder: str
    annotations: tuple[Annotation, ...]
    _literals: dict[str, int] = field(default_factory=dict)
    _globs: list[tuple[int, Glob]] = field(default_factory=list)

    @classmethod
    def of_toml(cls, folder: str, annotations: tuple[Annotation, ...]) -> Table:
        """Of a REUSE.toml in that folder ("" or "folder/")."""
        table = cls(folder, annotations)
        for index, annotation in enumerate(annotations):
            table._add(index, map(toml_glob, annotation.patterns))
        return table

    @classmethod
    def of_dep5(cls, annotations: tuple[Annotation, ...]) -> Table:
        """Of dep5; raises ParseProblem for a pattern that means nothing."""
        table = cls("", annotations)
        for index, annotation in enumerate(annotations):
            try:
                table._add(index, [*map(dep5_glob, annotation.patterns)])
            except GlobError as error:
                raise ParseProblem(str(error)) from error
        return table

    def annotation(self, path: str) -> Annotation | None:
        """What holds for a path from the table's folder."""
        best = self._literals.get(path, -1)
        for index, glob in reversed(self._globs):
            if index < best:
                break
            if glob.matches(path):
                best = index
                break
        return self.annotations[best] if best >= 0 else None

    def _add(self, index: int, globs: Iterable[Glob]) -> None:
        for glob in globs:
            if glob.literal is not None:
                self._literals[glob.literal] = index
            else:
                self._globs.append((index, glob))


class Rules:
    """All tables of a project."""

    def __init__(self, tomls: Iterable[Table], dep5: Table | None) -> None:
        self._tomls = {table.folder: table for table in tomls}
        self._dep5 = dep5

    def __bool__(self) -> bool:
        return bool(self._tomls) or self._dep5 is not None

    def said_of(self, path: str) -> Said:
        """What the tables say of a path from the project's top."""
        if self._dep5 is not None:
            found = self._dep5.annotation(path)
            return Said(aggregate=(found,)) if found else _NOTHING
        if not self._tomls:
            return _NOTHING
        by_precedence: dict[str, list[Annotation]] = {
            "override": [],
            "aggregate": [],
            "closest": [],
        }
        for table in self._above(path):
            annotation = table.annotation(path[len(table.folder) :])
            if annotation is not None:
                by_precedence[annotation.precedence].append(annotation)
                if annotation.precedence == "override":
                    break
        closest = _closest(by_precedence["closest"])
        return Said(
            tuple(by_precedence["override"]), tuple(by_precedence["aggregate"]), tuple(closest)
        )

    def _above(self, path: str) -> Iterable[Table]:
        """The tables of the folders above a path, the topmost first."""
        at = 0
        while True:
            table = self._tomls.get(path[:at])
            if table is not None:
                yield table
            at = path.find("/", at) + 1
            if not at:
                return


def _closest(annotations: list[Annotation]) -> list[Annotation]:
    """Of the deepest table that has one the copyright, likewise the licence; topmost first."""
    kept = []
    has_copyright = has_license = False
    for annotation in reversed(annotations):
        keeps_copyright = annotation.has_copyright and not has_copyright
        keeps_license = _names_license(annotation) and not has_license
        has_copyright |= keeps_copyright
        has_license |= keeps_license
        if keeps_copyright or keeps_license:
            part = annotation if keeps_license else _without_license(annotation)
            kept.append(replace(part, has_copyright=keeps_copyright))
    return kept[::-1]


def _names_license(annotation: Annotation) -> bool:
    return bool(annotation.ids or annotation.invalid or annotation.error)


def _without_license(annotation: Annotation) -> Annotation:
    return replace(annotation, ids=(), invalid=(), error=None)
