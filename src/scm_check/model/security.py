# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a repository shows of secrets and personal data: places and kinds, never a value."""

from __future__ import annotations

from scm_check.model.origin import Gap
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Secret:
    """Credentials in the form that a provider gives them, or that an engine knows.

    `kind` names the form, `head` is at most its fixed beginning (`ghp_…`). `is_certain` tells that
    nothing else has this form; `commit` that it stands in a past version only.
    """

    path: str
    line: int
    kind: str
    head: str
    is_certain: bool = True
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class AssignedSecret:
    """A value that is written down under a name such as `password`.

    `strength`: sample (the word for it itself, as in `password: password`), weak (a well-known
    default), literal (some words), random (made by a machine).
    `form`: quoted, bare, default (of a variable), connection (in a connection string), url or
    near-url (in an address; near where the host is this machine or its neighbour).
    """

    path: str
    line: int
    name: str
    strength: str
    form: str


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A private key or a container of keys.

    `form`: pem, pem-encrypted, openssh, pgp, putty, age; as files of their own keystore, pkcs12,
    password-safe, or container, of which only the name tells that keys may be in it.
    """

    path: str
    line: int | None
    form: str


@dataclass(frozen=True, slots=True)
class EnvValue:
    """A filled entry of a .env file whose name speaks of a secret."""

    line: int
    name: str
    strength: str


@dataclass(frozen=True, slots=True)
class EnvFile:
    """A .env file that is no template, with the entries that hold secrets."""

    path: str
    secrets: tuple[EnvValue, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonalData:
    """How many different personal data a dump or table holds, and its telling column names."""

    path: str
    mails: int
    accounts: int
    phones: int
    columns: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Runtime:
    """A language or server version that a file asks for."""

    path: str
    line: int
    product: str
    cycle: str


@dataclass(frozen=True, slots=True)
class Security:
    """All of it. `engine` names the engine that looked too, None where none is installed.

    `history` is None where earlier versions were not asked for, "complete" where all of them were
    searched, else why not. `freshness` are files by which dependencies are kept fresh,
    `reviews_of_new` those by which newly added ones alone are looked at; `gaps` are files that were
    to be searched and were not.
    """

    secrets: tuple[Secret, ...] = ()
    assigned: tuple[AssignedSecret, ...] = ()
    private_keys: tuple[PrivateKey, ...] = ()
    env_files: tuple[EnvFile, ...] = ()
    personal: tuple[PersonalData, ...] = ()
    runtimes: tuple[Runtime, ...] = ()
    freshness: tuple[str, ...] = ()
    reviews_of_new: tuple[str, ...] = ()
    engine: str | None = None
    history: str | None = None
    gaps: tuple[Gap, ...] = ()
