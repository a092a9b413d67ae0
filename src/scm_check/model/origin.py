# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a repository comes from and how it was reached."""

from __future__ import annotations

import datetime as dt

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be examined. `given` and `url` never hold credentials."""

    given: str
    url: str | None = None
    path: str | None = None
    ref: str | None = None
    subdir: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run; each is an option. Times in seconds, sizes in bytes."""

    files: int = 200_000
    depth: int = 100
    blob_bytes: int = 5 << 20
    total_bytes: int = 500 << 20
    clone_bytes: int = 2 << 30
    clone_s: float = 300.0
    total_s: float = 600.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One file, link or submodule of the tree.

    `path` is decoded from UTF-8 with surrogateescape, so that names which differ in bad bytes stay
    apart. `mode` is git's, as an integer (0o100644, 0o100755, 0o120000, 0o160000).
    `size_bytes` is -1 where there is no blob (a submodule) or the blob is absent or unreadable.
    """

    path: str
    mode: int
    oid: str
    size_bytes: int

    @property
    def is_file(self) -> bool:
        return self.mode in (0o100644, 0o100755, 0o100664)

    @property
    def is_link(self) -> bool:
        return self.mode == 0o120000

    @property
    def is_submodule(self) -> bool:
        return self.mode == 0o160000


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble of the run itself, never the repository's fault. Codes: design.md section 6."""

    code: str
    stage: str
    message: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """How the repository was reached: the evidence for "publicly accessible".

    `transport` is https, http, ssh, file or path. `anonymous` is True when the server served it
    without a login, False when it refused without one, None when nobody asked.
    `is_private_address` tells that the host lies in a loopback or private network.
    """

    transport: str
    host: str | None = None
    anonymous: bool | None = None
    is_private_address: bool = False
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What was examined, of which state.

    `uncommitted` counts changes of a work tree; it is 0, and `is_uncommitted_known` False, where
    they could not be counted in time or the index is damaged.
    """

    target: Target
    commit: str | None
    tree: str | None
    committed_at: dt.datetime | None
    is_git: bool
    is_shallow: bool
    access: Access
    branch: str | None = None
    uncommitted: int = 0
    is_worktree: bool = False
    is_uncommitted_known: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was to be read and was not. `code` as in `problems`, or "LFS_POINTER"."""

    code: str
    path: str | None = None
    part: str | None = None
