# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import struct

import pytest
from secret_samples import private_key

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "private-key-found"


def java_store(tag: int) -> bytes:
    name = b"\x00\x03key"
    kind = b"\x00\x05X.509"
    body = struct.pack(">I", tag) + name + bytes(8) + kind + struct.pack(">I", 4) + b"cert"
    return b"\xfe\xed\xfe\xed" + struct.pack(">II", 2, 1) + body


def told(files: dict[str, str | bytes]) -> list[tuple[str, Status]]:
    return [(item.message, item.status) for item in findings_of(SLUG, facts_of(files))]


def test_a_private_key_fails_with_its_place_and_without_its_text() -> None:
    facts = facts_of({"deploy/server.pem": "\n" + private_key()})

    assert findings_of(SLUG, facts) == [
        Finding("key", {"form": "PEM"}, (at("deploy/server.pem", 2),))
    ]
    assert result_of(SLUG, facts).status is Status.FAIL


@pytest.mark.parametrize("path", ["tests/data/a.key", "certs/localhost.key", "ssl/snakeoil.pem"])
def test_a_key_for_tests_is_a_note(path: str) -> None:
    facts = facts_of({path: private_key()})

    assert result_of(SLUG, facts).status is Status.PASS
    assert told({path: private_key()}) == [("for-tests", Status.PASS)]


def test_a_locked_key_is_for_a_person() -> None:
    assert told({"a.pem": private_key(label="ENCRYPTED ")}) == [("locked-key", Status.REVIEW)]


def test_a_certificate_passes() -> None:
    text = private_key().replace("RSA PRIVATE " + "KEY", "CERTIFICATE")

    assert result_of(SLUG, facts_of({"ca.pem": text})).status is Status.PASS


def test_a_java_store_is_known_by_its_entries() -> None:
    assert told({"app/release.jks": java_store(1)}) == [("key", Status.FAIL)]
    assert told({"app/truststore.jks": java_store(2)}) == []
    assert told({"app/broken.jks": java_store(2)[:20]}) == [("container", Status.REVIEW)]
    assert told({"app/debug.keystore": java_store(1)}) == []


def test_pkcs12_is_known_by_its_bags() -> None:
    bag = bytes.fromhex("060b2a864886f70d010c0a0102")

    assert told({"cert.p12": b"\x30\x82\x01\x00" + bag}) == [("locked-key", Status.REVIEW)]
    assert told({"cert.p12": b"\x30\x82\x01\x00"}) == [("container", Status.REVIEW)]


def test_a_file_that_was_not_read_leaves_a_pass_open() -> None:
    facts = facts_of({"app/release.jks": java_store(2)}, unreadable=["app/release.jks"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN
