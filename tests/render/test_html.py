# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: what stands in it, that it asks for nothing, and that foreign text does nothing."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from render.sample import (
    COMMIT,
    HOSTILE,
    LICENSE_MISSING,
    hostile_report,
    limited_report,
    sample_report,
    unreached_report,
)

from scm_check.model import Location, Report, Text
from scm_check.render import LANGUAGES, render
from scm_check.render.html.elements import Html, element, is_web_address, link
from scm_check.render.html.view import View, place_address
from scm_check.render.html.words import WORDS, many_spelled

REPORTS: dict[str, Callable[[], Report]] = {
    "sample": sample_report,
    "limited": limited_report,
    "unreached": unreached_report,
    "hostile": lambda: hostile_report(HOSTILE[0]),
}
MARKUP = st.text(st.sampled_from("<>\"'&/=`-! \nascript:onl{}#;\x00\x1b\u202e"), max_size=40)


def page(report: Report, lang: str = "de") -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render(report, "html", lang))


def half(report: Report, lang: str) -> lxml_html.HtmlElement:
    return page(report).get_element_by_id(lang)


def words(node: lxml_html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def shape(node: lxml_html.HtmlElement) -> Iterator[str]:
    """Elements and names of attributes, which foreign text must not change; links may go."""
    for each in node.iter():
        if isinstance(each.tag, str) and each.tag != "a":
            yield f"{each.tag} {sorted(each.attrib)}"


@pytest.mark.parametrize("make", REPORTS.values(), ids=REPORTS)
def test_the_page_asks_for_nothing_and_links_web_pages_and_itself_only(
    make: Callable[[], Report],
) -> None:
    tree = page(make())

    assert tree.xpath("//@src | //@srcset | //link | //iframe | //object | //embed | //base") == []
    assert tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //form/@action") == []
    assert not re.search(r"url\(|@import|expression\(", render(make(), "html", "de"))
    ids = set(tree.xpath("//@id"))
    for href in tree.xpath("//@href"):
        assert href.startswith(("http://", "https://")) or href[1:] in ids, href


@pytest.mark.parametrize("make", REPORTS.values(), ids=REPORTS)
def test_every_identifier_is_given_once(
    make: Callable[[], Report],
) -> None:
    counts = Counter(page(make()).xpath("//@id"))

    assert [name for name, n in counts.items() if n > 1] == []


def test_the_policy_allows_the_script_that_stands_in_the_page_and_nothing_else() -> None:
    tree = page(sample_report())

    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    (script,) = tree.xpath("//script/text()")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        f"script-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_are_whole_whichever_it_opens_in(lang: str) -> None:
    tree = page(sample_report(), lang)

    assert tree.get("lang") == lang
    (chosen,) = tree.xpath("//input[@name='lang'][@checked]/@value")
    assert chosen == lang
    counts = [
        Counter(each.tag for each in tree.get_element_by_id(language).iter())
        for language in LANGUAGES
    ]
    assert counts[0] == counts[1]
    assert "Es fehlt eine Lizenz" in words(tree.get_element_by_id("de"))
    assert "There is no licence" in words(tree.get_element_by_id("en"))
    assert "Es fehlt eine Lizenz" not in words(tree.get_element_by_id("en"))


def test_the_first_page_says_what_a_project_lead_needs() -> None:
    german = half(sample_report(), "de")

    text = words(german)
    for part in (
        "Abweichung festgestellt",
        "1 Pflicht nicht erfüllt",
        "Grund: Es fehlt eine Lizenz (LIC001).",
        "„geförderte Softwarelösungen als Open Source bzw. freie Software zur Verfügung",
        "KfW-Merkblatt 436, Stand 10/2021",
        "Ihre nächsten drei Schritte",
        "Klärung 1–3 Wochen, Einfügen 10 Minuten",
        "Eine Frage, die nur Sie beantworten können",
        "Dringend, unabhängig von der Förderung",
        "Was schon gut ist",
        "Was nicht geprüft wurde und warum",
        "2021, aus der Liste der geförderten Projekte abgeleitet",
        "Technischer Hinweis, keine Rechtsberatung, kein Verwaltungsakt.",
        f"Geprüft wurde Commit {COMMIT}, nicht die laufende Anwendung.",
    ):
        assert part in text


def test_each_addressee_has_an_order_to_paste() -> None:
    german = half(sample_report(), "de")

    texts = [
        node.text_content() for node in german.xpath(".//details[contains(@class, 'order')]//pre")
    ]
    assert [text.partition("\n")[0] for text in texts] == [
        "Auftrag an: Kommune",
        "Auftrag an: Dienstleister",
    ]
    assert "1. Es fehlt eine Lizenz (LIC001)." in texts[0]
    assert "Fundort: README.md, Zeile 12" in texts[0]
    assert "Fertig, wenn: Die Datei liegt im Hauptverzeichnis." in texts[0]
    assert texts[1].index("SEC006") < texts[1].index("DOC008")  # what is urgent comes first


def test_an_auditor_finds_evidence_source_and_provenance() -> None:
    report = sample_report()
    english = half(report, "en")

    rule = page(report).get_element_by_id("en-LIC001")
    for part in ("README.md, line 12", "Musterstadt Cockpit is an open-source CMS", "COPYING*"):
        assert part in words(rule)
    assert LICENSE_MISSING.findings[0].fingerprint in words(rule)
    provenance = words(english.xpath(".//section[contains(@class, 'provenance')]")[0])
    for part in (COMMIT, "b" * 40, "sha256:" + "c" * 64, "without login", "limits.files = 200000"):
        assert part in provenance


def test_every_rule_stands_in_the_page_once_per_language() -> None:
    report = sample_report()

    found = page(report).xpath("//details[@data-outcome]/@id")

    rules = [item.rule for item in report.judgements]
    assert sorted(found) == sorted(f"{lang}-{rule}" for rule in rules for lang in LANGUAGES)


def test_a_target_that_was_not_got_is_judged_in_no_word() -> None:
    text = words(half(unreached_report(), "de"))

    assert "Es konnte nichts geprüft werden" in text
    assert "Das Repositorium ist nicht öffentlich" in text
    assert page(unreached_report()).xpath("//details[@data-outcome]") == []


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if text])
def test_foreign_text_changes_nothing_of_the_shape(hostile: str) -> None:
    def whole(text: str) -> list[str]:
        return list(shape(page(replace(hostile_report(text), limits_hit=()))))

    assert whole(hostile) == whole("name")


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_any_markup_is_text(hostile: str) -> None:
    tree = page(hostile_report(f"a{hostile}b"))

    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img | //svg | //@*[starts-with(name(), 'on')]") == []
    scheme = re.compile(r"https?://|#")
    assert all(scheme.match(href) for href in tree.xpath("//@href"))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://",
        "https://a b.example",
        'https://a.example/"onclick="x',
        "https://a.example/\u202e",
        "https://[a.example",
        "file:///etc/passwd",
        "https://a.example/" + "a" * 3000,
    ],
)
def test_what_is_no_web_address_is_not_linked(address: str) -> None:
    assert not is_web_address(address)
    assert "<a" not in link(address)


def test_elements_refuse_what_could_act() -> None:
    with pytest.raises(ValueError, match="onclick"):
        element("p", onclick="x")
    with pytest.raises(ValueError, match="links web pages"):
        element("a", "x", href="javascript:x")
    assert element("p", '<b title="x">', title='"<') == (
        '<p title="&quot;&lt;">&lt;b title=&quot;x&quot;&gt;</p>'
    )
    assert element("p", Html("<b>")) == "<p><b></p>"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://github.com/a/b.git", f"https://github.com/a/b/blob/{COMMIT}/src/a%20b.py#L3"),
        (
            "https://gitlab.opencode.de/a/b",
            f"https://gitlab.opencode.de/a/b/-/blob/{COMMIT}/src/a%20b.py#L3",
        ),
        (
            "https://codeberg.org/a/b",
            f"https://codeberg.org/a/b/src/commit/{COMMIT}/src/a%20b.py#L3",
        ),
        ("https://git.example.org/a/b", None),
        ("http://github.com.evil.example/a/b", None),
    ],
)
def test_places_are_linked_on_forges_whose_addresses_are_known(
    url: str, address: str | None
) -> None:
    report = sample_report()
    report = replace(report, target=replace(report.target, url=url))

    assert place_address(report, Location("src/a b.py", 3)) == address
    assert View(report, "de", is_paper=False, listed=1).id("x") == "de-x"


def test_many_findings_are_cut_and_counted_and_the_page_stays_small() -> None:
    report = many_findings(rules=100, each=200)

    text = render(report, "html", "de")

    assert len(text.encode()) < 2_000_000
    rule = lxml_html.document_fromstring(text).get_element_by_id("de-LIC000")
    shown = len(rule.xpath(".//ul[contains(@class, 'findings')]/li"))
    assert 0 < shown < 200
    assert f"{200 - shown} weitere Feststellungen sind hier nicht aufgeführt." in words(rule)
    assert "frontend" in words(rule.xpath(".//table")[0])


def test_the_page_of_twenty_thousand_findings_takes_a_second_and_150_megabytes_at_most() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "import resource, time\n"
        "from render.test_html import many_findings\n"
        "from scm_check.render import render\n"
        "from scm_check.report_json import settled\n"
        "report = settled(many_findings(rules=100, each=200))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "times = [time.process_time()]\n"
        "for work in (lambda: settled(report), lambda: render(report, 'html', 'de')):\n"
        "    work()\n"
        "    times.append(time.process_time())\n"
        "memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before\n"
        "print(times[2] - times[1] - (times[1] - times[0]), memory)\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    seconds, kilobytes = run.stdout.split()
    assert float(seconds) < 1  # of processor time, beyond what every format needs
    assert int(kilobytes) < 150_000


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (1, "Eine Frage, die nur Sie beantworten können"),
        (2, "Zwei Fragen, die nur Sie beantworten können"),
        (12, "Zwölf Fragen, die nur Sie beantworten können"),
        (13, "13 Fragen, die nur Sie beantworten können"),
    ],
)
def test_a_heading_begins_with_a_number_in_words(n: int, shown: str) -> None:
    assert many_spelled("questions", n, "de") == shown


def test_all_fixed_words_have_both_languages_and_the_same_places() -> None:
    for key, text in WORDS.items():
        assert text.de, key
        assert text.en, key
        assert re.findall(r"{\w+}", text.de) == re.findall(r"{\w+}", text.en), key
        assert "!" not in text.de, key


def many_findings(*, rules: int, each: int) -> Report:
    """A report with the sample's first rule many times over, each with many findings."""
    (finding,) = LICENSE_MISSING.findings
    found = tuple(
        replace(
            finding,
            text=Text(f"In Datei {n} fehlt die Angabe.", f"File {n} does not say it."),
            locations=(Location(f"frontend/src/components/part{n}/index.tsx", n + 1),),
            fingerprint=f"{n:032x}",
        )
        for n in range(each)
    )
    many = tuple(replace(LICENSE_MISSING, rule=f"LIC{n:03}", findings=found) for n in range(rules))
    return replace(sample_report(), judgements=many, open_declarations=())
