# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from odfdo import Document
from render.sample import (
    HOSTILE,
    LICENSE_MISSING,
    hostile_report,
    office_report,
    sample_report,
)
from repositories import repository
from running import check_json, scm_check

from scm_check.model import Addressee, Report, Severity, Status
from scm_check.office.documents import bold, code, item, markdown_of, paragraph, plain
from scm_check.office.opendocument import odt_bytes
from scm_check.office.orders import ADDRESSEES, check_again, order_blocks, steps_of, tasks_for

DAY = dt.date(2026, 11, 22)
BARE = {"README.md": "# App\n\nAn app.\n", "a.py": "print(1)\n"}
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ODT = "application/vnd.oasis.opendocument.text"


def markdown(report: Report, *who: Addressee, lang: str = "de") -> str:
    return markdown_of(order_blocks(report, who or ADDRESSEES, DAY, lang))


def odt(report: Report, lang: str = "de") -> bytes:
    return odt_bytes(order_blocks(report, ADDRESSEES, DAY, lang), lang=lang, day=DAY)


def content(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("content.xml"))


def styles(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("styles.xml"))


def test_the_contractor_is_told_whose_view_the_steps_take() -> None:
    assert "aus Sicht der Kommune" in markdown(sample_report(), Addressee.CONTRACTOR)
    assert "aus Sicht der Kommune" not in markdown(sample_report(), Addressee.MUNICIPALITY)


def test_each_page_bears_the_name_and_its_number() -> None:
    root = styles(odt(hostile_report(HOSTILE[0])))
    (footer,) = root.iterfind(f".//{TEXT}p")

    assert footer.find(f"{TEXT}page-number") is not None
    assert footer.find(f"{TEXT}page-count") is not None
    assert "Seite" in "".join(footer.itertext())
    assert "Page" in "".join(styles(odt(sample_report(), "en")).itertext())


def test_a_label_never_ends_a_page() -> None:
    style = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name"
    paragraphs = {
        "".join(one.itertext()): one.get(style)
        for one in content(odt(sample_report())).iterfind(f".//{TEXT}p")
    }

    assert paragraphs["Was und wo:"] == paragraphs["Schritte:"] == "Kept"
    assert next(kept for text, kept in paragraphs.items() if text.startswith("Gewicht:")) == "Kept"
    assert next(kept for text, kept in paragraphs.items() if text.startswith("Warum:")) != "Kept"


def test_each_point_says_what_where_why_how_and_when_it_is_done() -> None:
    text = markdown(sample_report(), Addressee.MUNICIPALITY)

    for words in (
        "# Aufgaben der Kommune: Musterstadt Cockpit",
        "### Punkt 1: Es fehlt eine Lizenz (LIC001)",
        "`README.md, Zeile 12`",
        "Ohne Lizenz darf keine andere Kommune",
        "1. Rechte mit dem Dienstleister klären (Vertrag).",
        "3. Den Text als Datei LICENSE",
        "**Fertig, wenn:** Die Datei liegt im Hauptverzeichnis.",
        "--select LIC001",
        "bis zum 22.11.2026",
    ):
        assert words in text


def test_each_addressee_gets_a_list_that_begins_with_one() -> None:
    text = markdown(sample_report())

    assert text.count("Punkt 1:") == 2
    assert text.index("## Aufgaben der Kommune") < text.index("## Auftrag an den Dienstleister")


def test_what_is_urgent_comes_first_and_hints_are_left_out() -> None:
    rules = [task.rule for task in tasks_for(sample_report(), Addressee.CONTRACTOR)]

    assert rules == ["SEC006", "DOC008", "REP005"]


def test_questions_to_the_municipality_come_last() -> None:
    rules = [task.rule for task in tasks_for(sample_report(), Addressee.MUNICIPALITY)]

    assert rules == ["LIC001", "LIC017"]


@pytest.mark.parametrize(
    "changes",
    [
        {"waiver": "granted"},
        {"is_effective": False},
        {"status": Status.PASS},
        {"severity": Severity.MAY},
    ],
)
def test_what_is_settled_or_a_hint_is_no_task(changes: dict[str, object]) -> None:
    settled = replace(LICENSE_MISSING, **changes)  # type: ignore[arg-type]
    report = replace(sample_report(), judgements=(settled,), open_declarations=())

    assert tasks_for(report, Addressee.MUNICIPALITY) == ()
    assert "Zurzeit ist nichts zu tun." in markdown(report)


def test_the_response_of_the_town_and_the_draft_show() -> None:
    text = markdown(office_report())

    assert "Entwurf, nicht angehört" in text
    assert "Stellungnahme der Kommune" in text


@pytest.mark.parametrize(
    ("remedy", "steps"),
    [
        ("1. A. 2. B, Version 3.4 3. C", ("A.", "B, Version 3.4", "C")),
        ("Nur ein Satz.", ("Nur ein Satz.",)),
        ("Vorab. 1. A", ("Vorab.", "A")),
    ],
)
def test_a_remedy_is_parted_at_its_numbers(remedy: str, steps: tuple[str, ...]) -> None:
    assert steps_of(remedy) == steps


def test_the_command_to_check_again_is_one_word_a_word_for_any_shell() -> None:
    report = sample_report()
    evil = replace(report.target, url="https://x/$(touch y);`z`'\"", subdir="a b", ref=None)

    assert check_again(replace(report, target=evil), "LIC001") == (
        "scm-check check 'https://x/$(touch y);`z`'\"'\"'\"#a b' --select LIC001"
    )


# --- hostile words --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_markdown_shows_hostile_words_and_obeys_none(text: str, lang: str) -> None:
    rendered = markdown(hostile_report(text), lang=lang)

    tokens = MarkdownIt("commonmark").enable("table").parse(rendered)
    kinds = {child.type for token in tokens for child in token.children or ()}
    kinds |= {token.type for token in tokens}
    assert kinds.isdisjoint({"html_block", "html_inline", "image", "link_open", "fence", "hr"})
    assert not any(
        line.lstrip().startswith(("::", "##[", "##vso")) for line in rendered.split("\n")
    )
    assert "\x1b" not in rendered


@pytest.mark.parametrize("text", HOSTILE)
def test_opendocument_holds_hostile_words_as_text(text: str) -> None:
    root = content(odt(hostile_report(text)))

    names = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert names.isdisjoint({f"{TEXT}a", "script", "img"})


@given(st.text(max_size=80))
def test_any_text_comes_out_of_an_opendocument_as_it_went_in(text: str) -> None:
    shown = plain(text).text
    root = content(odt_bytes([paragraph(plain(text), bold(text), code(text))], lang="de", day=DAY))

    (found,) = root.iter(f"{TEXT}p")
    for blank in found.iter(f"{TEXT}s"):
        blank.text = " " * int(blank.get(f"{TEXT}c"))
    assert "".join(found.itertext()) == shown * 3


# --- the file -------------------------------------------------------------------------------------


def test_an_opendocument_begins_with_its_type_and_lists_its_parts() -> None:
    data = odt(sample_report())

    # ODF 1.3 part 2, 3.3: found by `file` at offset 38 only where it is first and not compressed.
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(ODT)] == ODT.encode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        manifest = etree.fromstring(archive.read("META-INF/manifest.xml"))
        listed = [value for entry in manifest for key, value in entry.items() if "full-path" in key]
        names = [name for name in archive.namelist() if name[0] not in "mM" or name == "meta.xml"]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert sorted(listed) == sorted(["/", *names])


def test_another_program_reads_the_opendocument() -> None:
    document = Document(io.BytesIO(odt(sample_report())))

    headings = [str(heading).strip() for heading in document.body.headers]
    assert document.get_type() == "text"
    assert any("Es fehlt eine Lizenz (LIC001)" in heading for heading in headings)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert odt(sample_report()) == odt(sample_report())


def test_items_below_items_stand_in_a_list_of_their_own() -> None:
    root = content(odt_bytes([item(plain("a")), item(plain("b"), level=2)], lang="de", day=DAY))

    outer = root.find(f".//{TEXT}list")
    assert outer is not None
    assert [p.text for p in outer.findall(f"{TEXT}list-item/{TEXT}p")] == ["a"]
    assert [p.text for p in outer.findall(f".//{TEXT}list/{TEXT}list-item/{TEXT}p")] == ["b"]


# --- the command ----------------------------------------------------------------------------------


def test_the_command_writes_both_forms_and_refuses_others(tmp_path: Path) -> None:
    repository(tmp_path / "app", BARE)
    (tmp_path / "r.json").write_bytes(check_json(tmp_path, "app").out)

    shown = scm_check(tmp_path, "order", "r.json", "--lang", "de", "--deadline", "2027-01-31")
    scm_check(tmp_path, "order", "r.json", "--lang", "de", "--deadline", "2027-01-31", "-o", "o.md")
    scm_check(tmp_path, "order", "r.json", "-o", "o.odt", "--addressee", "municipality")
    refused = scm_check(tmp_path, "order", "r.json", "-o", "o.docx")

    assert "bis zum 31.01.2027" in shown.stdout
    assert (tmp_path / "o.md").read_text() == shown.stdout
    assert "LIC001" in " ".join(map(str, Document(tmp_path / "o.odt").body.headers))
    assert (refused.code, (tmp_path / "o.docx").exists()) == (2, False)
    assert "end in .md or .odt" in refused.stderr
