# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is one person: of 40 histories with two authors and more, three were one man's two addresses.

Names and addresses that stand together once are one person's, and so is the login in an address of
the forge. Names that anybody's machine gives say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.patterns import regex

_LOGIN = regex(r"(?:\d{1,12}\+)?([\w.-]{1,60})@users\.noreply\.[\w.-]{1,60}")
_ANYBODY = frozenset(
    {"", "admin", "administrator", "dev", "developer", "git", "github", "gitlab", "root", "ubuntu"}
    | {"unknown", "user", "vagrant", "your name", "dein name", "name", "test", "jenkins"}
)


class Persons:
    """Signs of persons, joined where a commit bears two of them."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def add(self, name: str, address: str) -> None:
        """One commit's author."""
        first, *others = _signs(name, address)
        root = self._root(first)
        for other in others:
            self._above[self._root(other)] = root

    def of(self, name: str, address: str) -> str:
        """The same for all names and addresses of one person; say it to nobody."""
        return self._root(next(_signs(name, address)))

    def _root(self, sign: str) -> str:
        self._above.setdefault(sign, sign)
        while (above := self._above[sign]) != sign:
            self._above[sign] = self._above[above]
            sign = above
        return sign


def _signs(name: str, address: str) -> Iterator[str]:
    """The address, else the name, whatever it is; then what else tells the person."""
    folded, mail = " ".join(name.lower().split()), address.lower()
    yield mail or f"= {folded}"
    if folded not in _ANYBODY:
        yield f"= {folded}"
    login = _LOGIN.fullmatch(mail)
    if login is not None:
        yield f"= {login[1]}"
