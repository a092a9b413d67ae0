# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many different persons' data a dump or table holds: counts alone, no datum leaves here.

An address counts where it is a person's: first and last name, or a free mailer's. Functional
addresses (info@, bauamt@), reserved domains (RFC 2606) and names of samples do not. An account
counts with a valid check digit (ISO 13616).
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scm_check.facts.extraction import Extractor
from scm_check.facts.scanning import readable
from scm_check.model import Entry, Json
from scm_check.patterns import regex


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MAX_BYTES: Final = 5 << 20
_NAMES = (".sql", ".csv", ".tsv", ".ldif", ".vcf", ".dump", ".psql", ".mysql", ".mbox")
_MOST = 5_000
_MAIL = rb"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,12}\b"
_IBAN = rb"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"
_PHONE = rb"(?:\+49|\b0049|\b0)[ (]?[1-9]\d{1,4}[)]?[ /-]?\d{2,4}[ -]?\d{3,6}\b"
_PERSONS = regex(r"[a-z]{2,20}[._-][a-z]{2,30}(?:-[a-z]{2,20})?")
_FREE_MAILERS = _words("""
    gmx.de gmx.net web.de gmail.com googlemail.com t-online.de yahoo.com yahoo.de hotmail.com
    hotmail.de outlook.com outlook.de icloud.com posteo.de freenet.de mailbox.org aol.com
    live.de arcor.de protonmail.com
""")
_FUNCTIONS = regex(
    r"info|kontakt|contact|post|mail|office|buero|rathaus|stadt|gemeinde|kreis|service|support|admin|noreply"
    r"|no-reply|presse|press|datenschutz|bewerbung|vertrieb|sekretariat|zentrale|verwaltung|team|hallo|hello"
    r"|webmaster|redaktion|museum|amt\b|amt[._-]|verein|club|tc-|sv-|fc-|schule|kita|bibliothek|security|help"
    r"|muster|doe\b|user|test|demo|sample|nobody|foo|bar\b|git|bot\b|vorname|nachname"
)
_RESERVED = regex(
    r"(?:^|\.)(?:example\.\w{2,12}|test|invalid|localhost|local)$|muster|beispiel|fake"
)
_SAMPLE_ACCOUNTS = frozenset({"DE89370400440532013000", "DE02120300000000202051"})
_COLUMNS: Final = {
    "vorname": "first name", "firstname": "first name", "givenname": "first name",
    "nachname": "last name", "lastname": "last name", "surname": "last name",
    "familienname": "last name", "geburtsdatum": "birth", "gebdatum": "birth",
    "birthdate": "birth", "birthday": "birth", "dateofbirth": "birth", "geburtstag": "birth",
    "iban": "iban", "steuernummer": "tax", "steuerid": "tax",
    "sozialversicherungsnummer": "insurance",
    "krankenkasse": "insurance", "passwordhash": "password", "passwort": "password",
}  # fmt: skip
_WORD = regex(r"[A-Za-zÄÖÜäöüß_]{3,40}")
_HEAD_BYTES = 64 << 10


def personal_in(data: bytes) -> Json:
    """[addresses, accounts, telephone numbers, sorts of columns, rows]; null for nothing."""
    text = readable(data)
    if text is None:
        return None
    mails, accounts, phones = _distinct(text)
    columns: list[Json] = list(_columns(text[:_HEAD_BYTES]))
    if not (mails or accounts or columns):
        return None
    return [mails, accounts, phones, columns, text.count(b"\n")]


def _distinct(text: bytes) -> tuple[int, int, int]:
    mail, account, phone = _patterns()
    mails = {found for found in _some(mail, text) if _is_persons(found)}
    accounts = {found for found in _some(account, text) if _is_account(found)}
    return len(mails), len(accounts), len(set(_some(phone, text)))


def _some(pattern: Any, text: bytes) -> list[str]:
    found = []
    for match in pattern.finditer(text):
        found.append(match.group(0).decode("ascii", "replace").lower())
        if len(found) >= _MOST:
            break
    return found


def _is_persons(mail: str) -> bool:
    local, _, domain = mail.partition("@")
    if _RESERVED.search(domain) or _FUNCTIONS.search(local):
        return False
    return domain in _FREE_MAILERS or _PERSONS.fullmatch(local) is not None


def _is_account(text: str) -> bool:
    account = text.replace(" ", "").upper()
    if account in _SAMPLE_ACCOUNTS or not 15 <= len(account) <= 34:
        return False
    turned = account[4:] + account[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _columns(head: bytes) -> list[str]:
    words = _WORD.findall(head.decode("utf-8", "replace"))
    sorts = {_COLUMNS.get(word.lower().replace("_", "")) for word in words}
    return sorted(sort for sort in sorts if sort)


@cache
def _patterns() -> tuple[Any, Any, Any]:
    import re2

    return re2.compile(_MAIL), re2.compile(_IBAN), re2.compile(_PHONE)


def is_of_persons(path: str) -> bool:
    """Dumps and tables by their names: what may hold data on persons."""
    return path.lower().endswith(_NAMES)


def wants(entry: Entry) -> bool:
    """Those of a size that is read; larger ones are told by `security_of`."""
    is_of_size = 0 < entry.size_bytes <= MAX_BYTES
    return entry.is_file and is_of_size and is_of_persons(entry.path)


EXTRACTOR: Final = Extractor("personal", "1", MAX_BYTES, wants, personal_in)
