# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of earlier versions, from a bare repository of our own: what was deleted is still public.

`git rev-list --objects --in-commit-order` names each object once, behind the newest commit that
holds it. Nothing is compared and nothing checked out; number, size and time are bounded.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from pathlib import Path

from scm_check.errors import CutShort
from scm_check.model import Gap, Limits
from scm_check.snapshot.git import Deadline, start_git
from scm_check.snapshot.objects import BlobReader
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

MAX_OBJECTS = 500_000
MAX_BLOB_BYTES = 1 << 20
PAST_S = 240.0
_MAX_LINE = 8_192


@dataclass(frozen=True, slots=True)
class PastFile:
    """A file of an earlier version, and the newest commit that holds it."""

    path: str
    oid: str
    commit: str


class Past:
    """The files of earlier versions, to be read once. `reason` says why some are missing."""

    def __init__(
        self, git_dir: Path, commit: str, limits: Limits, deadline: Deadline, *, is_shallow: bool
    ) -> None:
        self.reason: str | None = "shallow" if is_shallow else None
        self._git_dir = git_dir
        self._commit = commit
        self._limits = limits
        self._deadline = deadline.sooner(PAST_S)

    def files(self, known: Collection[str]) -> Iterator[tuple[PastFile, bytes]]:
        """Each file that is not among the `known` ids, newest first, with its bytes.

        Ends without an error where a limit or damage ends it; `reason` is set then.
        """
        try:
            listed = {item.oid: item for item in self._listed(frozenset(known))}
            reader = BlobReader(self._git_dir, self._limits, self._deadline)
            for oid, content in reader.blobs(listed, max_bytes=MAX_BLOB_BYTES):
                # Folders are listed too, and read as "no blob"; larger files are not asked for.
                if not isinstance(content, Gap):
                    yield listed[oid], content
                elif content.code == "TOO_LARGE":
                    self.reason = "limit"
                    return
        except CutShort as error:
            logger.debug("the history is not searched to its end: %s", error)
            self.reason = "timeout" if error.code == "TIMEOUT" else "missing-objects"

    def _listed(self, known: frozenset[str]) -> Iterator[PastFile]:
        commit = self._commit
        with start_git(
            ("rev-list", "--objects", "--in-commit-order", commit, "--"),
            cwd=self._git_dir,
            git_dir=self._git_dir,
            deadline=self._deadline,
            config={"core.commitGraph": "false"},
        ) as process:
            for count, line in enumerate(iter(lambda: process.stdout.readline(_MAX_LINE), b"")):
                if count >= MAX_OBJECTS:
                    self.reason = "limit"
                    return
                oid, has_name, name = line.rstrip(b"\n").partition(b" ")
                if not has_name:
                    commit = oid.decode("ascii", "replace")
                elif name and (text := oid.decode("ascii", "replace")) not in known:
                    yield PastFile(name.decode("utf-8", "surrogateescape"), text, commit)
            if process.finish() != 0:
                self.reason = "missing-objects"
