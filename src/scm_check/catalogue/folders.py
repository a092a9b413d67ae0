# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where rules lie: ours, those of installed packages, and the folders named by --rules."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

from scm_check.errors import ConfigurationError, UsageError
from scm_check.values import dataclass

GROUP = "scm_check.rules"
_METADATA = (".dist-info", ".egg-info")


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules. `origin` is the package with the checks, None where there is no code.

    `label` stands for the folder in checksums: it is the same on every machine.
    """

    label: str
    origin: str | None
    folder: Path


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file of a pack with its bytes; `name` is its path below the pack's folder."""

    pack: Pack
    name: str
    data: bytes

    @property
    def path(self) -> str:
        return str(self.pack.folder / self.name)


@lru_cache(maxsize=1)
def rules_folder() -> Path:
    """The catalogue that belongs to this program: in the wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_rules", package.parent.parent / "rules"):
        if (folder / "sources.yml").is_file():
            return folder
    raise ConfigurationError("The catalogue is missing. Install scm-check again.", path="rules")


def packs(extra: tuple[Path, ...], *, installed: bool = True) -> tuple[Pack, ...]:
    """All folders in the order in which they are read. Raises UsageError for a missing one."""
    for folder in extra:
        if not folder.is_dir():
            raise UsageError(f"Cannot read rules from {folder}: no such folder. Check --rules.")
    named = (Pack(f"rules-{n}", None, folder) for n, folder in enumerate(extra, start=1))
    others = _installed() if installed else ()
    return (Pack("scm_check", "scm_check", rules_folder()), *others, *named)


def _installed() -> tuple[Pack, ...]:
    found = sorted({name for file in _entry_point_files() for name in _packages_in(file)})
    return tuple(Pack(name, name, _folder_of(name)) for name in found)


def _search_path() -> list[str]:
    """sys.path without the working folder: that may be the delivered repository itself."""
    try:
        working = os.path.realpath(Path.cwd())
    except FileNotFoundError:
        working = ""
    return [entry for entry in sys.path if entry and os.path.realpath(entry) != working]


def _entry_point_files() -> list[Path]:
    """The entry points of installed packages that name our group.

    Read by hand: importlib.metadata costs 50 ms, this 2 ms with a hundred packages.
    """
    found = []
    for entry in _search_path():
        try:
            with os.scandir(entry) as places:
                names = [item.path for item in places if item.name.endswith(_METADATA)]
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            continue  # sys.path may name archives and folders that do not exist
        for name in sorted(names):
            try:
                data = Path(name, "entry_points.txt").read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                continue  # a package without entry points
            if GROUP.encode() in data:
                found.append(Path(name, "entry_points.txt"))
    return found


def _packages_in(file: Path) -> list[str]:
    import configparser

    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    try:
        parser.read_string(file.read_text("utf-8"))
    except (configparser.Error, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "The entry points cannot be read. Install the package again.", path=str(file)
        ) from error
    if not parser.has_section(GROUP):
        return []
    return [value.strip() for _, value in parser.items(GROUP)]


def _folder_of(package: str) -> Path:
    """The package's folder of rules, found without running any of its code."""
    from importlib.machinery import PathFinder

    top, *rest = package.split(".")
    spec = PathFinder.find_spec(top, _search_path())
    if spec is None:
        others = (finder for finder in sys.meta_path if finder is not PathFinder)
        specs = (finder.find_spec(top, None) for finder in others if hasattr(finder, "find_spec"))
        spec = next((found for found in specs if found is not None), None)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place, *rest, "rules")
        if folder.is_dir():
            return folder
    raise ConfigurationError(
        f'The rule package "{package}" (entry point of the group "{GROUP}") has no folder "rules".'
        " Repair or uninstall it."
    )
