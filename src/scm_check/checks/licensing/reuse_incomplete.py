# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file names its copyright holder and its licence (REUSE 3.3): one finding for each cause.

The status is `reuse lint`'s, file by file. A project that does not say it follows REUSE gets the
figure and no list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scm_check.checks.gaps import reuse_gaps
from scm_check.errors import NotApplicable, Unknown
from scm_check.model import Facts, Finding, Gap, Location, Reuse

PASS_RESTS_ON_ABSENCE = True
_MAX_PLACES = 200
_MOST_FOLDERS = 5
_MOST_NAMES = 20
_DEPTH = 2  # folders below the root that are told apart


def unread(facts: Facts) -> Iterator[Gap]:
    """What makes a pass doubtful; of a failure `check` says itself whether it would stand."""
    return reuse_gaps(facts) if facts.reuse.compliant else iter(())


def check(facts: Facts) -> Iterator[Finding]:
    reuse = facts.reuse
    if reuse.compliant and not reuse.covered and not reuse.gaps:
        raise NotApplicable("no-files")
    if reuse.compliant:
        return
    _refuse_if_unread(reuse)
    if not reuse.claimed:
        yield Finding("not-claimed", {"percent": _percent(reuse), "covered": reuse.covered})
        return
    yield from _defects(facts)


def _refuse_if_unread(reuse: Reuse) -> None:
    """Files that could not be read are no evidence: unknown when nothing else is wanting."""
    unread_paths = {gap.path for gap in reuse.gaps if gap.path} | set(reuse.read_errors)
    if not unread_paths:
        return
    others = [path for path in _incomplete(reuse) if path not in unread_paths]
    named_otherwise = (reuse.missing_licenses, _bad(reuse), reuse.broken_configuration)
    if not others and not any(named_otherwise):
        raise Unknown("unreadable", {"path": min(unread_paths)})


def _defects(facts: Facts) -> Iterator[Finding]:
    """Broken configuration alone, since it makes everything else doubtful."""
    reuse = facts.reuse
    if reuse.broken_configuration:
        for notice in reuse.broken_configuration:
            path, _, problem = notice.text.partition(": ")
            where = (Location(path, notice.line),)
            evidence = problem or notice.text
            yield Finding("broken-configuration", {"path": path}, where, evidence)
        return
    incomplete = _incomplete(reuse)
    if incomplete:
        folders = _folders(incomplete, facts)
        in_order = [path for paths in folders.values() for path in paths]
        yield Finding("incomplete", {**_share(reuse), **_most(folders)}, _places(in_order))
    if reuse.missing_licenses:
        yield _missing_texts(facts)
    if reuse.invalid_expressions:
        places = tuple(_broken_tags(facts))
        named = _listed(reuse.invalid_expressions)
        counted: dict[str, str | int] = {"expressions": named, "places": len(places)}
        yield Finding("invalid-expressions", counted, places[:_MAX_PLACES])
    yield from _of_the_texts(reuse, facts)


def _missing_texts(facts: Facts) -> Finding:
    missing = facts.reuse.missing_licenses
    places = [
        _place_of_tag(path, license, facts)
        for license in sorted(missing)  # noqa: A001 - the field's word
        for path in sorted(missing[license])[:_MAX_PLACES]
    ]
    unique = tuple(dict.fromkeys(places))
    return Finding("missing-texts", {"licenses": _listed(missing)}, unique[:_MAX_PLACES])


def _of_the_texts(reuse: Reuse, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the files in LICENSES/ themselves."""
    if reuse.bad_licenses:
        places = sorted({path for paths in reuse.bad_licenses.values() for path in paths})
        yield Finding("bad-licenses", {"licenses": _listed(reuse.bad_licenses)}, _places(places))
    if reuse.deprecated_licenses:
        names = reuse.deprecated_licenses
        yield Finding("outdated-licenses", {"licenses": _listed(names)}, _texts_of(names, facts))
    if reuse.unused_licenses:
        names = reuse.unused_licenses
        yield Finding("unused-licenses", {"licenses": _listed(names)}, _texts_of(names, facts))
    if reuse.licenses_without_extension:
        names = reuse.licenses_without_extension
        yield Finding("without-extension", {"licenses": _listed(names)}, _texts_of(names, facts))


def _place_of_tag(path: str, license: str, facts: Facts) -> Location:  # noqa: A002
    """The line that names the licence, where it stands in the file itself."""
    file = facts.files.by_path.get(path)
    for tag in file.spdx if file is not None else ():
        if license in tag.expression:
            return Location(path, tag.line)
    return Location(path)


def _broken_tags(facts: Facts) -> Iterator[Location]:
    wanted = set(facts.reuse.invalid_expressions)
    for file in facts.files.all:
        for tag in file.spdx:
            if not tag.is_valid and tag.expression in wanted:
                yield Location(file.path, tag.line)


def _texts_of(names: Iterable[str], facts: Facts) -> tuple[Location, ...]:
    wanted = frozenset(names)
    return tuple(
        Location(text.path)
        for text in facts.licenses.texts
        if text.role == "reuse" and _named_by(text.path) & wanted
    )


def _named_by(path: str) -> set[str]:
    name = path.rpartition("/")[2]
    return {name, name.rpartition(".")[0]}


def _folders(paths: Iterable[str], facts: Facts) -> dict[str, list[str]]:
    """Paths by their first two folders, the fullest first."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        folders = path.removeprefix(facts.files.base).split("/")[:-1]
        groups.setdefault("/".join(folders[:_DEPTH]) or ".", []).append(path)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _most(folders: Mapping[str, list[str]]) -> dict[str, str | int]:
    named = [f"{folder} ({len(paths)})" for folder, paths in folders.items()]
    return {"folders": ", ".join(named[:_MOST_FOLDERS]), "all_folders": len(named)}


def _share(reuse: Reuse) -> dict[str, str | int]:
    return {
        "percent": _percent(reuse),
        "complete": reuse.complete,
        "covered": reuse.covered,
        "without_license": len(reuse.missing_license),
        "without_copyright": len(reuse.missing_copyright),
    }


def _percent(reuse: Reuse) -> int:
    """Rounded down: 100 is said only of all files."""
    return 100 * reuse.complete // reuse.covered if reuse.covered else 100


def _incomplete(reuse: Reuse) -> list[str]:
    return sorted({*reuse.missing_copyright, *reuse.missing_license})


def _bad(reuse: Reuse) -> set[str]:
    """Licences that are unknown, outdated, unused, without extension or not to be parsed."""
    return {
        *reuse.bad_licenses,
        *reuse.deprecated_licenses,
        *reuse.unused_licenses,
        *reuse.licenses_without_extension,
        *reuse.invalid_expressions,
    }


def _listed(names: Iterable[str]) -> str:
    """At most twenty by name, the rest counted."""
    in_order = sorted(names)
    more = f", … (+{len(in_order) - _MOST_NAMES})" if len(in_order) > _MOST_NAMES else ""
    return ", ".join(in_order[:_MOST_NAMES]) + more


def _places(paths: Sequence[str]) -> tuple[Location, ...]:
    return tuple(Location(path) for path in paths[:_MAX_PLACES])
