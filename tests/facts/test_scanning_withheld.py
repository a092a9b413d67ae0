# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning.withheld import SCANNER


def found(text: str) -> list[list[object]]:
    return SCANNER.scan(text.encode()) or []  # type: ignore[return-value]


@pytest.mark.parametrize(
    "text",
    [
        "Dieser Code ist nicht Open Source verfügbar, bei Interesse bitten wir um Kontakt",
        "Das Backend ist derzeit nicht öffentlich verfügbar",
        "Der Quelltext des Moduls ist auf Anfrage erhältlich",
        "The server component is not open source",
        "The backend code is available on request",
        "Ein proprietäres Modul berechnet die Routen",
        "Single sign-on is part of the enterprise edition",
        "Die kostenpflichtige Version enthält weitere Module",
        "Das Backend ist eine Closed-Source-Lösung des Dienstleisters",
    ],
)
def test_a_withheld_part_is_seen(text: str) -> None:
    assert found(f"Erste Zeile.\n\n{text}. Danach.\n") == [[3, text]]


@pytest.mark.parametrize(
    "text",
    [
        "Die Software ist nicht nur Open Source, sondern auch barrierefrei.",
        "Der Dienst kommt ohne proprietäre Module aus.",
        "Es gibt keine proprietären Komponenten.",
        "Google Maps ist nicht Open Source.",
        "Die Lizenz ist auf Open CoDE zugelassen, oder openCode hat sie auf Anfrage bestätigt.",
        "Wir nutzen die Enterprise Edition von Checkmk.",
        "Sperrmüll wird nur auf Anfrage abgeholt.",
        "Most proprietary software does not meet these requirements.",
        "An application requested a connection request.",
        "Added a location request.",
        "Can I use it in my closed-source program if you agree?",
        "Kommerzielle Dienste waren als Closed-Source-Angebote mit externem Betrieb ungeeignet.",
        "Commercial CAPTCHA services are closed-source offerings with external hosting.",
    ],
)
def test_other_sentences_are_not(text: str) -> None:
    assert found(text) == []


def test_no_secret_is_kept() -> None:
    ((_line, text),) = found("The module is not open source, password=hunter22hunter")

    assert "hunter22" not in str(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_searched(data: bytes) -> None:
    SCANNER.scan(data)


@pytest.mark.parametrize("sign", [b"a", b" ", b"#", b"<", b"not open source ", b"ist nicht "])
def test_large_texts_take_no_long(sign: bytes) -> None:
    started = time.perf_counter()

    SCANNER.scan(sign * (100_000 // len(sign)))

    assert time.perf_counter() - started < 3
