# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exception tree: one branch per stage, one exit code per branch.

    ScmCheckError
    ├── UsageError              2   wrong option, unknown rule or profile
    │   ├── ConfigurationError  2   invalid .scm-check.yml, profile or rule (file, line, remedy)
    │   └── RefusedTarget       2   an address that is never opened
    ├── TargetError             4   the target could not be got; `code` is the problem's code
    │   └── EmptyRepository     3   there is nothing to check
    ├── CutShort                5   a crash or a limit ended the reading; `code` likewise
    └── OutputError             2   a report could not be written

`NotApplicable` and `Unknown` are no errors but answers of a check.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scm_check.model import Access


class ScmCheckError(Exception):
    """Root of all. The message says what happened, to what, and what to do."""

    exit_code = 2
    code = "USAGE"

    def __init__(self, message: str, *, code: str | None = None, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        if code is not None:
            self.code = code


class UsageError(ScmCheckError):
    """The call cannot be carried out as it was given."""


class ConfigurationError(UsageError):
    """A file of ours or of the user's is invalid; `path` and `line` name the place."""

    code = "CONFIGURATION"

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(place + message, path=path)
        self.line = line


class RefusedTarget(UsageError):
    """The address is of a kind that is never opened, or needs an option."""

    code = "REFUSED"


class OutputError(UsageError):
    """A report could not be written; what was there before is untouched."""

    code = "OUTPUT"


class TargetError(ScmCheckError):
    """The target could not be got.

    Codes: NOT_FOUND, NO_SUCH_REF, NOT_A_REPOSITORY, NO_DEFAULT_BRANCH, AUTH_REQUIRED,
    MOVED_REFUSED, UNAVAILABLE, TIMEOUT, TOO_LARGE, UNREADABLE.
    """

    exit_code = 4
    code = "NOT_FOUND"
    access: Access | None = None
    """How far the address was reached, where that says something: a refused login."""


class EmptyRepository(TargetError):
    """A repository without any commit: nothing to check."""

    exit_code = 3
    code = "EMPTY_REPOSITORY"


class CutShort(ScmCheckError):
    """A limit or a crash ended the reading.

    Codes: TOO_MANY_FILES, TREE_TOO_DEEP, BLOB_TOO_LARGE, TIMEOUT, UNREADABLE, CRASHED.
    """

    exit_code = 5
    code = "CRASHED"


class NotApplicable(Exception):
    """The rule was not made for this repository; `reason` is a key of the catalogue."""

    def __init__(self, reason: str, arguments: Mapping[str, str | int] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arguments = dict(arguments or {})


class Unknown(Exception):
    """The rule cannot be decided from what is to be seen; `reason` is a key of the catalogue."""

    def __init__(self, reason: str, arguments: Mapping[str, str | int] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.arguments = dict(arguments or {})
