# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence texts that lie on this machine, labelled by what their packages say of themselves.

Python packages (METADATA), npm packages (package.json), Debian (common-licenses, and the licence
paragraphs of machine-readable copyright files), and folders in which each text is named after its
identifier (`MIT.txt`, `epl-1.0.tmpl`). Nothing of it is kept.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scm_check.facts.identify import normalize_expression
from scm_check.facts.licensing.names import is_license_file

_COMMON = {
    "Apache-2.0": "Apache-2.0",
    "Artistic": "Artistic-1.0-Perl",
    "BSD": "BSD-3-Clause",
    "CC0-1.0": "CC0-1.0",
    "GFDL-1.2": "GFDL-1.2",
    "GFDL-1.3": "GFDL-1.3",
    "GPL-1": "GPL-1.0",
    "GPL-2": "GPL-2.0",
    "GPL-3": "GPL-3.0",
    "LGPL-2": "LGPL-2.0",
    "LGPL-2.1": "LGPL-2.1",
    "LGPL-3": "LGPL-3.0",
    "MPL-1.1": "MPL-1.1",
    "MPL-2.0": "MPL-2.0",
}
# Debian's names for licences of which a copyright file repeats the text itself.
_DEBIAN = {
    "expat": "MIT",
    "isc": "ISC",
    "zlib": "Zlib",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "bsd-4-clause": "BSD-4-Clause",
    "bsl-1.0": "BSL-1.0",
    "unlicense": "Unlicense",
    "curl": "curl",
    "ofl-1.1": "OFL-1.1",
    "0bsd": "0BSD",
}
_FRONT_MATTER = re.compile(r"\A---\n.{0,9000}?\n---\n", re.DOTALL)
_TEXT_NAME = re.compile(r"\.(?:txt|tmpl|md)$")
_PARAGRAPH = re.compile(r"(?m)^License:[ \t]*(\S+)[ \t]*\n((?:[ \t].*\n?)+)")

Text = tuple[str, str, str]  # where from, identifier, text


def independent(folders: Iterable[Path]) -> Iterator[Text]:
    """Copies that others than SPDX published: one label, one text."""
    for name, identifier in _COMMON.items():
        path = Path("/usr/share/common-licenses") / name
        if path.is_file():
            yield f"common-licenses/{name}", identifier, path.read_text("utf-8", "replace")
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            identifier = normalize_expression(_TEXT_NAME.sub("", path.name)) or ""
            if _TEXT_NAME.search(path.name) and identifier and path.is_file():
                text = path.read_text("utf-8", "replace")
                yield str(path.relative_to(folder)), identifier, _FRONT_MATTER.sub("", text)


def real(folders: Iterable[Path]) -> Iterator[Text]:
    """Licence files of packages whose metadata names one licence and which hold one such file."""
    roots = [Path("/usr/lib/node_modules"), Path("/usr/share/nodejs"), *folders]
    debian = "/usr/lib/python3/dist-packages"
    seen = set()
    more = [str(p.parent) for folder in folders for p in folder.rglob("*.dist-info")]
    for path in (None, [debian], sorted(set(more))):
        found = importlib.metadata.distributions(**({} if path is None else {"path": path}))
        for distribution in found:
            text = _of_distribution(distribution)
            if text is not None and distribution.name not in seen:
                seen.add(distribution.name)
                yield text
    for manifest in (m for root in roots for m in sorted(root.rglob("package.json"))):
        text = _of_npm(manifest)
        if text is not None and text[0] not in seen:
            seen.add(text[0])
            yield text


def debian() -> Iterator[Text]:
    """Licence paragraphs of Debian's copyright files: labels of families, now and then wrong."""
    seen = set()
    for path in sorted(Path("/usr/share/doc").glob("*/copyright")):
        content = path.read_text("utf-8", "replace")
        if "debian.org/doc/packaging-manuals/copyright-format" not in content[:300]:
            continue
        for match in _PARAGRAPH.finditer(content):
            identifier = _DEBIAN.get(match[1].lower())
            text = "\n".join(_line(line) for line in match[2].split("\n"))
            mark = (identifier, " ".join(text.lower().split()))
            if identifier and len(text.split()) >= 60 and mark not in seen:
                seen.add(mark)
                yield f"{path.parent.name} {match[1]}", identifier, text


def _line(line: str) -> str:
    return "" if line.strip() == "." else line.strip()


def _of_distribution(distribution: importlib.metadata.Distribution) -> Text | None:
    metadata = distribution.metadata
    declared = normalize_expression(
        metadata.get("License-Expression") or metadata.get("License") or ""
    )
    files = distribution.files or ()
    paths = [f for f in files if ".dist-info" in str(f) and is_license_file(f.name)]
    if declared is None or " " in declared or len(paths) != 1:
        return None
    path = Path(str(paths[0].locate()))
    if not path.is_file():
        return None
    return f"pypi {distribution.name}", declared, path.read_text("utf-8", "replace")


def _of_npm(manifest: Path) -> Text | None:
    try:
        data = json.loads(manifest.read_text("utf-8"))
    except ValueError:
        return None
    declared = normalize_expression(str(data.get("license", ""))) if "name" in data else None
    paths = [p for p in manifest.parent.iterdir() if p.is_file() and is_license_file(p.name)]
    if declared is None or " " in declared or len(paths) != 1:
        return None
    return f"npm {data['name']}", declared, paths[0].read_text("utf-8", "replace")
