# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the catalogue: from the files, or as it was found good the last time."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from scm_check import __version__
from scm_check.catalogue.contents import Catalogue
from scm_check.catalogue.folders import Pack, RuleFile, packs, rules_folder
from scm_check.errors import ConfigurationError

logger = logging.getLogger(__name__)

# Belong to the catalogue's checksum but are read by others: licence lists, the funded projects.
SHIPPED = "compiled.json"
FOREIGN_FOLDERS = ("licenses", "data")


def compile_catalogue(path: Path) -> None:
    """Write the built-in catalogue, checked, in the form that loads without YAML and pydantic."""
    from scm_check.catalogue import stored

    files = tuple(file for pack in packs((), installed=False) for file in rule_files(pack))
    sha256 = _checksum(files)
    key = hashlib.sha256(f"{__version__} {sha256}".encode()).hexdigest()
    path.write_text(stored.shipped_text(_read(files, sha256), key), encoding="utf-8")


def load_catalogue(
    extra: tuple[Path, ...] = (),
    *,
    cache_folder: Path | None = None,
    use_cache: bool = True,
    installed: bool = True,
) -> Catalogue:
    """The rules, obligations and profiles of all packs, checked.

    `extra` are the folders of --rules. Raises ConfigurationError with file, line and remedy for
    the first file that is not in order. Without `cache_folder` the user's own one is taken;
    `installed=False` leaves out the rules of other packages.
    """
    files = tuple(file for pack in packs(extra, installed=installed) for file in rule_files(pack))
    sha256 = _checksum(files)
    from scm_check.catalogue import stored

    key = hashlib.sha256(f"{__version__} {sha256}".encode()).hexdigest()
    shipped = stored.load_shipped(rules_folder() / SHIPPED, key)
    if shipped is not None:
        return shipped
    if not use_cache:
        return _read(files, sha256)
    from scm_check.cache import default_folder

    folder = cache_folder or default_folder()
    catalogue = stored.load(folder, key)
    if catalogue is None:
        catalogue = _read(files, sha256)
        stored.save(folder, key, catalogue)
    return catalogue


def rule_files(pack: Pack) -> tuple[RuleFile, ...]:
    """The pack's files in the order of their names."""
    found = sorted([*pack.folder.glob("*.yml"), *pack.folder.glob("*/*.yml")])
    found += [path for path in [pack.folder / "data" / "projects.csv"] if path.is_file()]
    try:
        return tuple(
            RuleFile(pack, path.relative_to(pack.folder).as_posix(), path.read_bytes())
            for path in found
        )
    except OSError as error:
        raise ConfigurationError(
            f"Cannot be read: {error.strerror}. Check its rights.", path=str(error.filename)
        ) from error


def _read(files: tuple[RuleFile, ...], sha256: str) -> Catalogue:
    from scm_check.catalogue.reading import read_catalogue

    own = tuple(file for file in files if file.name.split("/")[0] not in FOREIGN_FOLDERS)
    return read_catalogue(own, sha256)


def _checksum(files: tuple[RuleFile, ...]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.pack.label}/{file.name}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return digest.hexdigest()
