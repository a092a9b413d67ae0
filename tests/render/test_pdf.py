# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file that an office keeps: its structure as a screen reader meets it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from render.reports import crowded_report
from render.sample import (
    HOSTILE,
    hostile_report,
    limited_report,
    office_report,
    sample_report,
    unreached_report,
)

from scm_check.cli.outputs import parse_outputs, write_outputs
from scm_check.errors import OutputError, UsageError
from scm_check.model import Report
from scm_check.render import LANGUAGES, make_ready, pdf, rendered
from scm_check.render.pdf import paper_html
from scm_check.report_json import dumps, loads
from scm_check.typesetter import READY, receive, send


@cache
def sample_bytes(lang: str) -> bytes:
    return bytes_of(sample_report(), lang)


def bytes_of(report: Report, lang: str = "de") -> bytes:
    made = rendered(report, "pdf", lang)
    assert isinstance(made, bytes)
    return made


def sample(lang: str = "de") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(sample_bytes(lang)))


def pdf_of(report: Report) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(bytes_of(report)))


def children_of(node: Any) -> list[Any]:
    """The structure elements right below one."""
    children = node.get("/K", [])
    found = children if isinstance(children, pikepdf.Array) else [children]
    return [item for item in found if isinstance(item, pikepdf.Dictionary) and "/S" in item]


def elements(node: Any) -> Iterator[Any]:
    """The structure tree from top to bottom."""
    for child in children_of(node):
        yield child
        yield from elements(child)


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        tops = list(outline.root)
        return [item.title for top in tops for item in (top, *top.children)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_tagged_and_says_language_and_title(lang: str) -> None:
    pdf = sample(lang)
    root = pdf.Root

    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == lang
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert b"pdfuaid:part" in root.Metadata.read_bytes()
    with pdf.open_metadata() as metadata:
        assert "Musterstadt Cockpit" in metadata["dc:title"]


def test_headings_lists_and_table_headers_are_in_the_structure() -> None:
    pdf = sample()

    tags = Counter(str(item.S) for item in elements(pdf.Root.StructTreeRoot))

    assert tags["/H1"] == 1
    assert tags["/H2"] >= 9
    assert tags["/H4"] == len(sample_report().judgements)
    for tag in ("/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/P", "/Link"):
        assert tags[tag], tag


@pytest.mark.parametrize(
    "report", [sample_report(), unreached_report()], ids=["sample", "unreached"]
)
def test_lists_hold_items_and_items_hold_a_body(report: Report) -> None:  # ISO 14289-1, 7.6
    pdf = pdf_of(report)

    allowed = {"/L": {"/L", "/LI", "/Caption"}, "/LI": {"/Lbl", "/LBody"}}
    wrong = {
        (str(item.S), str(child.S))
        for item in elements(pdf.Root.StructTreeRoot)
        for child in children_of(item)
        if str(child.S) not in allowed.get(str(item.S), {str(child.S)})
    }
    assert wrong == set()


def test_bookmarks_lead_to_the_parts() -> None:
    titles = bookmarks(sample())

    for title in ("Ergebnis", "Ihre nächsten drei Schritte", "Nachweis"):
        assert title in titles


def test_nothing_is_folded_attached_scripted_or_fetched() -> None:
    pdf = sample()

    assert "/OpenAction" not in pdf.Root
    assert "/AcroForm" not in pdf.Root
    assert "/JavaScript" not in pdf.Root.get("/Names", {})
    assert list(pdf.attachments) == []
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get("/A")
            if action is not None and "/URI" in action:
                assert str(action.URI).startswith(("https://", "http://"))


def test_hostile_text_changes_nothing_of_the_structure() -> None:
    def tags(text: str) -> Counter[str]:
        pdf = pdf_of(hostile_report(text))
        # Not /TH: a table that goes on repeats its head on the next page.
        wanted = {"/H1", "/H2", "/H3", "/H4", "/TD", "/Link", "/Figure", "/Form"}
        found = (str(item.S) for item in elements(pdf.Root.StructTreeRoot))
        return Counter(tag for tag in found if tag in wanted)

    assert tags(" ".join(HOSTILE)[:300]) == tags("name")


def test_a_stored_report_gives_the_same_file() -> None:
    report = sample_report()

    assert bytes_of(loads(dumps(report))) == sample_bytes("de")


def test_a_target_that_was_not_got_has_a_file_too() -> None:
    assert len(pdf_of(unreached_report()).pages) >= 1


def test_without_the_extra_the_format_is_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    with pytest.raises(UsageError, match=r"pip install 'scm-check\[pdf\]'"):
        parse_outputs(["pdf=report.pdf"])


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a `weasyprint` that stands before the real one in a new process."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_started", None)
    yield tmp_path / "weasyprint.py"
    monkeypatch.setattr(pdf, "_started", None)


def test_without_pango_the_format_is_refused_with_the_remedy(stand_in: Path) -> None:
    stand_in.write_text("raise OSError('cannot load library')")

    with pytest.raises(UsageError, match="apt-get install libpango"):
        make_ready("pdf")


def test_a_crash_of_the_library_costs_the_pdf_alone(stand_in: Path, tmp_path: Path) -> None:
    (tmp_path / "weasyprint").mkdir()
    (tmp_path / "weasyprint" / "urls.py").write_text("class URLFetcher:\n def __init__(s, **_): 0")
    crash = "import os, signal\ndef HTML(**_): os.kill(os.getpid(), signal.SIGSEGV)"
    (tmp_path / "weasyprint" / "__init__.py").write_text(crash)
    outputs = parse_outputs([f"pdf={tmp_path / 'a.pdf'}", f"html={tmp_path / 'a.html'}"])

    with pytest.raises(OutputError, match="ended with -11"):
        write_outputs(sample_report(), outputs, lang="de", details=False)

    assert not (tmp_path / "a.pdf").exists()
    assert (tmp_path / "a.html").stat().st_size > 10_000


def test_it_ends_without_a_word_when_nobody_waits_for_it_any_more() -> None:
    started = subprocess.Popen(
        [sys.executable, "-m", "scm_check.typesetter"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdin
    assert started.stdout
    assert started.stderr
    for content in (b"<p>" + b"word " * 20_000, b"id"):
        send(started.stdin, content)
    assert receive(started.stdout) == READY

    started.stdout.close()

    assert started.stderr.read() == b""
    assert started.wait(60) == 0


def test_a_crowd_of_findings_is_told_in_a_line_a_rule() -> None:
    report = crowded_report(findings=1_001)
    rule = report.judgements[0]

    page = paper_html(report, "de")

    assert "zu viele Feststellungen" in page
    assert f"{rule.rule} {rule.title.de} (Muss · nicht erfüllt · 1.001 Feststellungen)" in page
    assert "Zum Beispiel src/part0/file0.py" in page
    assert "Warum das wichtig ist" not in page
    assert "zu viele Feststellungen" not in paper_html(crowded_report(findings=1_000), "de")


def test_a_line_of_a_crowd_holds_what_the_town_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_LIMIT_FINDINGS", 0)

    page = paper_html(office_report("Nur Beispieldaten."), "de")

    assert "zu viele Feststellungen" in page
    line = page.partition('id="de-REP005"')[2].partition('id="de-')[0]
    assert "Nur Beispieldaten." in line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_runs_into_its_value(lang: str) -> None:
    from weasyprint import HTML

    first, *others = sample_report().obligations
    lacking = replace(first, obligation=replace(first.obligation, planned=("OPN013",)))
    reports = [
        replace(sample_report(), obligations=(lacking, *others)),
        office_report(),
        limited_report(),
        unreached_report(),
    ]
    pages = [
        page for report in reports for page in HTML(string=paper_html(report, lang)).render().pages
    ]
    names = [
        box
        for page in pages
        for box in page._page_box.descendants()
        if box.element_tag == "dt" and type(box).__name__ == "BlockBox"
    ]
    lines = [(name, line) for name in names for line in name.children]
    assert len(lines) > 100
    too_long = {name.element.text for name, line in lines if line.width > name.width}
    assert too_long == set()


def test_a_pdf_is_not_written_to_a_screen_by_mistake() -> None:
    with pytest.raises(UsageError, match=r"-o pdf=FILE"):
        parse_outputs(["pdf"])
    assert parse_outputs(["pdf=-"])[0].path is None


def test_no_page_break_parts_a_name_from_its_value() -> None:
    from weasyprint import HTML

    css = (resources.files("scm_check.render.html") / "paper.css").read_text(encoding="utf-8")
    pairs = "<dl class='pairs'><dt>Name</dt><dd>First line<br>second line</dd></dl>"

    parted = []
    for n in range(42, 58):
        lines = "<br>line" * n
        document = HTML(string=f"<style>{css}</style><p>{lines}</p>{pairs}").render()
        pages = [
            {box.element_tag for box in page._page_box.descendants() if box.element_tag}
            for page in document.pages
        ]
        parted += [n for tags in pages if "dt" in tags and "dd" not in tags]

    assert parted == []
