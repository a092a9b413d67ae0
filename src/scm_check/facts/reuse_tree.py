# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files REUSE covers, and where links lead, told from the tree alone.

The rules are those of `reuse.covered_files` on a fresh checkout: nothing is ignored by .gitignore
there (it holds tracked files only), submodules are empty.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final

from scm_check.model import Entry
from scm_check.patterns import regex

# `$` and `.` as in reuse: they also fit before, or not on, a newline at the end of a name.
_IGNORED_FOLDER: Final = regex(r"^(\.git|\.hg|\.sl|LICENSES|\.reuse)$")
_IGNORED_FILE: Final = regex(
    r"^LICEN[CS]E([-\.].*)?$|^COPYING([-\.].*)?$|^\.git$|^\.hgtags$|.*\.license$|^REUSE\.toml$"
    r"|^CAL-1.0(-Combined-Work-Exception)?(\..+)?$|^SHL-2.1(\..+)?$"
    r"|.*\.spdx$|.*\.spdx.(rdf|json|xml|ya?ml)$"
)
_MESON_FOLDER: Final = "subprojects"
_MAX_LINKS: Final = 40  # as the kernel's limit (path_resolution(7))


class Tree:
    """The entries below `top` ("" or "folder/"), asked by path from `top`.

    `link_target` gives the text of a link, None where it is unknown. `modules` is the text of
    .gitmodules.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        top: str,
        link_target: Callable[[Entry], str | None],
        modules: str,
    ) -> None:
        start = len(top)
        self._entries = {
            entry.path[start:]: entry for entry in entries if entry.path.startswith(top)
        }
        self._link_target = link_target
        self._submodules = frozenset(_submodule_paths(modules))
        self._ignored: dict[str, bool] = {"": False}

    def covered(self) -> Iterator[tuple[str, Entry]]:
        """The covered files, in the order of the entries."""
        for path, entry in self._entries.items():
            folder, _, name = path.rpartition("/")
            is_candidate = entry.is_file and entry.size_bytes and not _IGNORED_FILE.match(name)
            if is_candidate and not self.is_ignored_folder(folder):
                yield path, entry

    def configurations(self) -> Iterator[tuple[str, Entry]]:
        """Each REUSE.toml that counts; neither links nor empty files do."""
        for path, entry in self._entries.items():
            folder, _, name = path.rpartition("/")
            is_candidate = name == "REUSE.toml" and entry.is_file and entry.size_bytes
            if is_candidate and not self.is_ignored_folder(folder):
                yield path, entry

    def source(self, path: str, entry: Entry) -> tuple[str, Entry] | None:
        """Where a file's own tags stand: in it, or in a `.license` beside it; None: not readable.

        A link without a target in the tree counts as absent, as a broken one does in `reuse`.
        """
        beside = f"{path}.license"
        found = self._entries.get(beside)
        if found is not None and found.is_link:
            real = self.real_path(beside)
            if real is None or (real not in self._entries and not self._is_real_folder(real)):
                return path, entry
            found = self._entries.get(real)
            return (beside, found) if found is not None and found.is_file else None
        if found is not None:
            return (beside, found) if found.is_file else None
        # A folder of that name cannot be opened as a file.
        return None if self._has_license_folders and beside in self._folders else (path, entry)

    def is_ignored_folder(self, folder: str) -> bool:
        """Whether the folder or one above it is never entered."""
        known = self._ignored.get(folder)
        if known is None:
            above, _, name = folder.rpartition("/")
            known = (
                self.is_ignored_folder(above)
                or bool(_IGNORED_FOLDER.match(name))
                or above.rpartition("/")[2] == _MESON_FOLDER
                or folder in self._submodules
            )
            self._ignored[folder] = known
        return known

    def at(self, path: str) -> Entry | None:
        """The file or submodule at that path after all links; None for nothing, or outside."""
        real = self.real_path(path)
        return self._entries.get(real) if real is not None else None

    def files_at_top(self) -> Iterator[tuple[str, Entry]]:
        """The files of the top folder, links apart."""
        for path, entry in self._entries.items():
            if "/" not in path and entry.is_file:
                yield path, entry

    def is_folder(self, path: str) -> bool:
        """Whether files lie below that path, links followed."""
        real = self.real_path(path)
        return real is not None and self._is_real_folder(real)

    def files_below(self, folder: str) -> Iterator[tuple[str, Entry]]:
        """Files in a folder and its folders as a glob `**` sees them: no hidden names.

        Links are followed; a folder within itself is not entered again.
        """
        yield from self._below(folder, frozenset())

    def real_path(self, path: str) -> str | None:
        """The path with every link on it followed; None when it leaves the tree or goes round."""
        todo = path.split("/")[::-1]
        done: list[str] = []
        for _ in range(len(todo) + _MAX_LINKS * 64):
            if not todo:
                return "/".join(done)
            part = todo.pop()
            if part in {"", "."}:
                continue
            if part == "..":
                if not done:
                    return None
                done.pop()
                continue
            done.append(part)
            entry = self._entries.get("/".join(done))
            if entry is not None and entry.is_link:
                target = self._link_target(entry)
                if target is None or target.startswith("/"):
                    return None
                done.pop()
                todo += target.split("/")[::-1]
        return None

    def _below(self, folder: str, above: frozenset[str]) -> Iterator[tuple[str, Entry]]:
        real = self.real_path(folder)
        if real is None or real in above or len(above) > _MAX_LINKS:
            return
        if not self._is_real_folder(real):
            return
        for name in self._names.get(real, ()):
            if name.startswith("."):
                continue
            path = f"{folder}/{name}"
            entry = self.at(path)
            if entry is not None and entry.is_file:
                yield path, entry
            elif entry is None:
                yield from self._below(path, above | {real})

    def _is_real_folder(self, path: str) -> bool:
        return path == "" or path in self._folders

    @cached_property
    def _names(self) -> dict[str, dict[str, None]]:
        """The names in each folder of the tree, in tree order."""
        names: dict[str, dict[str, None]] = defaultdict(dict)
        for path in (*self._entries, *self._folders):
            folder, _, name = path.rpartition("/")
            names[folder][name] = None
        return names

    @cached_property
    def _has_license_folders(self) -> bool:
        return any(".license/" in path for path in self._entries)

    @cached_property
    def _folders(self) -> frozenset[str]:
        folders: set[str] = set()
        for path in self._entries:
            folder = path.rpartition("/")[0]
            while folder and folder not in folders:
                folders.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(folders)


def _submodule_paths(modules: str) -> Iterator[str]:
    """The values of `path` in .gitmodules; `reuse` leaves out even plain folders named there."""
    for line in modules.split("\n"):
        key, equals, value = line.partition("=")
        if equals and key.strip().lower() == "path":
            yield posixpath.normpath(value.strip().strip('"'))
