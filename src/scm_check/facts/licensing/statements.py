# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statements on the licence in source files, manifests and publiccode.yml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scm_check.facts.extraction import Extracted
from scm_check.facts.identify.expressions import license_family, normalize_expression
from scm_check.facts.identify.freedom import freedom_of
from scm_check.facts.licensing.names import is_license_file
from scm_check.facts.paths import is_first_party, is_own, is_test_or_example
from scm_check.facts.scanning import found_in, license_notices
from scm_check.model import (
    File,
    Files,
    Freedom,
    LicenseStatement,
    LicenseText,
    Manifest,
    Publiccode,
)

_PROSE = (".md", ".markdown", ".rst", ".adoc", ".asciidoc", ".txt", ".org", ".html", ".htm")
_PROSE_HEAD = 15  # a tag further down in a text for people is an example of one
# Scripts that build tools put into a repository.
_WRAPPERS = frozenset({"gradlew", "gradlew.bat", "mvnw", "mvnw.cmd"})
_REFUSING = frozenset({"unlicensed", "proprietary", "none", "no license", "commercial"})
_MOST_MANIFESTS = 200
_NPM_INIT_SCRIPTS = frozenset({"test", "start", "dev", "build"})


def header_statements(files: Files) -> tuple[LicenseStatement, ...]:
    """SPDX tags of the project's own files, by expression, with the first place and the count."""
    first: dict[str, tuple[File, int]] = {}
    counts: dict[str, int] = {}
    for file in files.all:
        if not file.spdx or not _is_own(file.path.removeprefix(files.base)):
            continue
        for expression, line in _expressions(file).items():
            first.setdefault(expression, (file, line))
            counts[expression] = counts.get(expression, 0) + 1
    return tuple(
        _statement("header", file.path, line, expression, count=counts[expression])
        for expression, (file, line) in sorted(first.items())
    )


def notice_statements(files: Files, extracted: Extracted) -> tuple[LicenseStatement, ...]:
    """Notices in words at the heads of own files that bear no SPDX tag, given as those are."""
    places: dict[str, list[tuple[File, int]]] = {}
    for file, value in found_in(files, extracted, license_notices.SCANNER.name):
        inner = file.path.removeprefix(files.base)
        if file.spdx or not (_is_own(inner) and is_own(file.path, files)):
            continue
        if inner.lower().endswith(_PROSE):
            continue
        if isinstance(value, list) and len(value) == 2:
            line = value[1] if isinstance(value[1], int) else 1
            places.setdefault(str(value[0]), []).append((file, line))
    return tuple(
        _statement("header", found[0][0].path, found[0][1], expression, count=len(found))
        for expression, found in sorted(places.items())
    )


def manifest_statements(
    manifests: Iterable[Manifest], base: str, texts: Sequence[LicenseText]
) -> tuple[LicenseStatement, ...]:
    """What the manifests of the product and of its parts say, template defaults marked.

    Manifests of tests, examples and foreign code speak for nobody here.
    """
    found = []
    for manifest in manifests:
        inner = manifest.path.removeprefix(base)
        if not manifest.license or not is_first_party(inner):
            continue
        if "/" in inner and is_test_or_example(inner):
            continue
        found.append(
            _statement(
                "manifest",
                manifest.path,
                manifest.license_line,
                manifest.license,
                is_template_default=_is_default(manifest, texts),
            )
        )
    return tuple(found[:_MOST_MANIFESTS])


def _is_default(manifest: Manifest, texts: Sequence[LicenseText]) -> bool:
    """Whether a project's generator wrote the value: NestJS', npm's or Laravel's."""
    value = manifest.license or ""
    if manifest.is_private and value.strip().upper() == "UNLICENSED":
        return True
    if manifest.name == "laravel/laravel":
        return not any(license_family(t.match.expression or "") == value for t in texts)
    return _is_npm_default(manifest, texts)


def publiccode_statements(publiccode: Publiccode | None) -> tuple[LicenseStatement, ...]:
    """`legal.license` of publiccode.yml."""
    if publiccode is None or not publiccode.license:
        return ()
    line = publiccode.license_line
    return (_statement("publiccode", publiccode.path, line, publiccode.license),)


def _statement(
    source: str,
    path: str,
    line: int | None,
    written: str,
    *,
    count: int = 1,
    is_template_default: bool = False,
) -> LicenseStatement:
    normalized = normalize_expression(written)
    if normalized is not None:
        freedom = freedom_of(normalized)
    else:
        refuses = written.strip().lower() in _REFUSING
        freedom = Freedom.NOT_FREE if refuses else Freedom.UNKNOWN
    return LicenseStatement(
        source, path, line, written[:300], normalized, freedom, is_template_default, count
    )


def _is_npm_default(manifest: Manifest, texts: Sequence[LicenseText]) -> bool:
    """`ISC` as `npm init` writes it, where nothing else says that somebody chose it.

    With another licence text at the root the value is a left-over; without any text it counts as
    untouched where version and scripts are still those of `npm init`.
    """
    if manifest.ecosystem != "npm" or manifest.license != "ISC":
        return False
    named = {
        t.match.expression for t in texts if t.role in ("root", "reuse") and t.match.expression
    }
    if any(license_family(expression) == "ISC" for expression in named):
        return False
    if named:
        return True
    return manifest.version in (None, "1.0.0") and set(manifest.scripts) <= _NPM_INIT_SCRIPTS


def _expressions(file: File) -> dict[str, int]:
    is_prose = file.path.lower().endswith(_PROSE)
    found: dict[str, int] = {}
    for tag in file.spdx:
        if tag.is_valid and (not is_prose or tag.line <= _PROSE_HEAD):
            found.setdefault(tag.expression, tag.line)
    return found


def _is_own(inner: str) -> bool:
    """Whether a tag in the file speaks for the project: no licence text, nothing foreign."""
    if inner.startswith("LICENSES/") or not is_first_party(inner):
        return False
    return inner.rpartition("/")[2] not in _WRAPPERS and not is_license_file(inner)
