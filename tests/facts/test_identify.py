# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which licence a text is. The texts come from the pack or are own ones of the same structure."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from license_texts import MIT, spdx_texts
from licenseclassifier._engine import builtin_scanner

from scm_check.facts.identify import MAX_BYTES, identify, identify_bytes
from scm_check.facts.identify.engine import _scanner
from scm_check.facts.identify.notices import is_notice
from scm_check.facts.identify.pack import known_text, licenses_folder, spdx_list, texts
from scm_check.facts.identify.words import fingerprint
from scm_check.model import Freedom, MatchVerdict

POPULAR = ("MIT", "Apache-2.0", "GPL-3.0", "EUPL-1.2", "BSD-3-Clause", "MPL-2.0", "ISC", "OSC-1.0")


def packed(identifier: str) -> str:
    """The words of a reference text, forty a line: wrapped anew, without title and case."""
    words = texts().words(identifier)
    return "\n".join(" ".join(words[i : i + 12]) for i in range(0, len(words), 12))


# --- the text as it is ---------------------------------------------------------------------------


def test_an_unchanged_text_with_its_own_notice_is_exact_and_free() -> None:
    match = identify(MIT)

    assert (match.verdict, match.expression, match.freedom) == (
        MatchVerdict.EXACT,
        "MIT",
        Freedom.FREE,
    )
    assert match.is_osi_approved


@pytest.mark.parametrize("identifier", POPULAR)
def test_a_reference_text_wrapped_anew_is_exact(identifier: str) -> None:
    match = identify(packed(identifier))

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, identifier)


def test_a_gnu_text_gets_the_bare_family_name() -> None:
    assert identify(packed("AGPL-3.0")).expression == "AGPL-3.0"


def test_the_notice_before_a_gnu_text_says_or_later() -> None:
    notice = (
        "This program is free software: you can redistribute it and/or modify it under the terms "
        "of the GNU General Public License as published by the Free Software Foundation, either "
        "version 3 of the License, or (at your option) any later version.\n\n"
    )

    match = identify(notice)

    assert match.expression == "GPL-3.0-or-later"
    assert match.verdict is MatchVerdict.OTHER_TEXT


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "# Lizenz\n\n" + text,
        lambda text: "\n".join(f"// {line}" for line in text.split("\n")),
        lambda text: text.replace('"', "&quot;"),
        lambda text: "<html><body><p>" + text.replace("\n\n", "</p>\n<p>") + "</p></body></html>",
        lambda text: text.upper(),
        lambda text: text.replace("documentation", "docu-\n  mentation"),
        lambda text: text.replace(" ", "   "),
    ],
    ids=["crlf", "heading", "comment", "entities", "html", "upper", "hyphens", "blanks"],
)
def test_what_spdx_ignores_changes_nothing(change) -> None:  # type: ignore[no-untyped-def]
    match = identify(change(MIT))

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, "MIT")


def test_a_sign_that_grows_in_lower_case_changes_nothing() -> None:
    text = MIT.replace("Stadt Musterstadt", "İstanbul Ltd")

    assert identify(text).verdict is MatchVerdict.EXACT


def test_two_texts_in_one_file_are_both_named() -> None:
    match = identify(MIT + "\n\n------\n\n" + packed("BSD-2-Clause"))

    assert match.expression == "MIT AND BSD-2-Clause"


def test_a_slip_of_the_pen_is_near() -> None:
    match = identify(MIT.replace("merchantability", "x").replace("furnished", "furnishd"))

    assert (match.verdict, match.expression) == (MatchVerdict.NEAR, "MIT")
    assert match.freedom is Freedom.FREE


# --- departures ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Nutzung ist nur für nicht-kommerzielle Zwecke gestattet.",
        "Weiterverkauf verboten.",
        "Not for use by military organisations.",
        "Copyright 2021 Foo. Nur für interne Zwecke.",
        "Copyright (c) 2021 Foo GmbH, Nutzung durch Dritte untersagt",
    ],
)
@pytest.mark.parametrize("place", ["before", "behind", "within"])
def test_an_added_restriction_is_never_plainly_free(sentence: str, place: str) -> None:
    middle = MIT.index("The above copyright")
    text = {
        "before": f"{sentence}\n\n{MIT}",
        "behind": f"{MIT}\n{sentence}\n",
        "within": f"{MIT[:middle]}{sentence}\n\n{MIT[middle:]}",
    }[place]

    match = identify(text)

    assert match.verdict not in (MatchVerdict.EXACT, MatchVerdict.NEAR)
    assert match.freedom is Freedom.UNKNOWN
    assert match.expression == "MIT"
    assert sentence.rsplit(maxsplit=1)[-1].strip(".") in match.passage


def test_a_right_taken_away_is_modified() -> None:
    match = identify(MIT.replace("sublicense, and/or sell", "and sublicense"))

    assert (match.verdict, match.expression) == (MatchVerdict.MODIFIED, "MIT")
    assert match.freedom is Freedom.UNKNOWN


@pytest.mark.parametrize(
    ("before", "after"),
    [("free of charge", "for a fee"), ("any person", "any employee"), ("without restriction", "")],
)
def test_a_changed_grant_is_not_free(before: str, after: str) -> None:
    match = identify(MIT.replace(before, after))

    assert match.freedom is Freedom.UNKNOWN


def test_a_clause_between_the_paragraphs_is_quoted() -> None:
    clause = (
        "Public Sector Requirement. Any derivative that is funded by public entities must be "
        "published within 90 days after completion.\n\n"
    )
    match = identify(MIT.replace("THE SOFTWARE IS", clause + "THE SOFTWARE IS"))

    assert (match.verdict, match.expression) == (MatchVerdict.OTHER_TEXT, "MIT")
    assert "within 90 days" in match.passage


def test_a_paragraph_left_out_is_modified() -> None:
    words = texts().words("Apache-2.0")

    match = identify(" ".join((*words[:600], *words[700:])))

    assert (match.verdict, match.expression) == (MatchVerdict.MODIFIED, "Apache-2.0")


def test_a_known_non_free_licence_is_not_free() -> None:
    assert identify(packed("CC-BY-NC-4.0")).freedom is Freedom.NOT_FREE
    assert identify(packed("BUSL-1.1")).freedom is Freedom.NOT_FREE


def test_a_non_free_licence_with_other_text_stays_not_free() -> None:
    text = packed("CC-BY-NC-4.0") + "\n\nParameters: the licensor is the town of Musterstadt.\n"

    assert identify(text).freedom is Freedom.NOT_FREE


def test_a_text_that_is_no_licence_is_none() -> None:
    text = "Dieses Projekt sammelt Zählerstände und zeigt sie auf einer Karte an. " * 20

    assert identify(text).verdict is MatchVerdict.NONE


def test_a_file_that_only_names_a_licence_names_it_as_other_text() -> None:
    match = identify("This project is licensed under the MIT License.\n")

    assert (match.verdict, match.expression) == (MatchVerdict.OTHER_TEXT, "MIT")
    assert match.freedom is Freedom.UNKNOWN


def test_an_address_alone_names_its_licence() -> None:
    match = identify("https://www.apache.org/licenses/LICENSE-2.0\n")

    assert (match.verdict, match.expression) == (MatchVerdict.OTHER_TEXT, "Apache-2.0")


# --- German and bilingual texts ------------------------------------------------------------------

_FILLER = "Der Lizenzgeber erteilt dem Lizenznehmer das Recht, das Werk zu nutzen und zu ändern. "


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "OPEN-SOURCE-LIZENZ FÜR DIE EUROPÄISCHE UNION v. 1.2\nEUPL © Europäische Union",
            "EUPL-1.2",
        ),
        ("LICENCE PUBLIQUE DE L’UNION EUROPÉENNE v. 1.2\nEUPL © Union européenne", "EUPL-1.2"),
        ("LICENCJA PUBLICZNA UNII EUROPEJSKIEJ v. 1.2\nEUPL © Unia Europejska", "EUPL-1.2"),
    ],
)
def test_a_translated_eupl_is_named_and_left_to_a_person(title: str, expected: str) -> None:
    appendix = "\nAnlage\n— GNU General Public License (GPL) v. 2, v. 3\n— OSL v. 2.1\n— CeCILL\n"
    text = title + "\n\n" + _FILLER * 120 + "Lizenziert unter der EUPL" + appendix

    match = identify(text)

    assert match.expression == expected
    assert match.verdict is MatchVerdict.MODIFIED
    assert match.freedom is Freedom.UNKNOWN


# The titles as the language versions begin, in the order of the languages' codes.
_EUPL_TITLES = """
    Публичен лиценз на Европейския съюз
    Veřejná licence Evropské unie
    Den Europæiske Unions offentlige licens
    Open-Source-Lizenz für die Europäische Union
    Άδεια Δημόσιας Χρήσης Ευρωπαϊκής Ένωσης
    Licencia Pública de la Unión Europea
    Euroopa Liidu tarkvara vaba kasutuse litsents
    Euroopan unionin yleinen lisenssi
    Licence publique de l’Union européenne
    Javna licenca Europske unije
    Európai uniós nyilvános licenc
    Licenza Pubblica dell'Unione europea
    Europos Sąjungos viešoji licencija
    Eiropas Savienības publiskā licence
    Liċenzja Pubblika tal-Unjoni Ewropea
    Openbare licentie van de Europese Unie
    Licencja Publiczna Unii Europejskiej
    Licença Pública da União Europeia
    Licența Publică a Uniunii Europene
    Verejná licencia Európskej únie
    Evropska javna licenca
    Europeiska unionens öppna licens
    Teideal i dteanga nach eol dúinn
""".strip().split("\n")


@pytest.mark.parametrize("title", [title.strip() for title in _EUPL_TITLES])
def test_the_eupl_in_an_official_language_is_a_translation(title: str) -> None:
    articles = "\n\n".join(f"{number}. Article\n\n{_FILLER * 8}" for number in range(1, 16))
    appendix = "GNU General Public License (GPL) v. 2\nOSL v. 2.1\nCeCILL v. 2.0\nLiLiQ\n"

    match = identify(f"{title.upper()} v. 1.2\nEUPL © 2007, 2016\n\n{articles}\n\n{appendix}")

    assert match.expression == "EUPL-1.2"
    assert match.is_translation
    assert match.freedom is Freedom.UNKNOWN  # nobody compared the words


def test_a_text_that_only_begins_like_a_translation_is_none() -> None:
    text = "LICENCJA PUBLICZNA UNII EUROPEJSKIEJ v. 1.2\n" + _FILLER * 120 + " GPL OSL CeCILL MPL"

    assert not identify(text).is_translation


def test_a_german_data_licence_in_one_language_is_named() -> None:
    german = texts().words("DL-DE-BY-2.0#first")

    match = identify("Datenlizenz Deutschland – Namensnennung – Version 2.0\n" + " ".join(german))

    assert match.expression == "DL-DE-BY-2.0"
    assert match.freedom is Freedom.FREE


@pytest.mark.parametrize("identifier", ["DL-DE-BY-2.0", "DL-DE-ZERO-2.0"])
def test_a_german_data_licence_as_govdata_has_it_is_free(identifier: str) -> None:
    page = spdx_texts()[identifier]  # begins with "DL-DE->…" and ends with "URL: …"
    german, _, english = page.partition("\n")[2].partition("Data licence Germany")
    english = "Data licence Germany" + english.partition("URL:")[0]

    for text in (page, german, english, german + english, "# " + german):
        match = identify(text)
        assert (match.verdict, match.expression) == (MatchVerdict.EXACT, identifier)
        assert match.freedom is Freedom.FREE
    assert identify(german + "\nNur für Behörden.\n").freedom is Freedom.UNKNOWN


def test_mit_with_its_optional_words_is_mit() -> None:
    text = MIT.replace(
        "this permission notice", "this permission notice (including the next paragraph)"
    )
    assert text != MIT

    assert identify(text).verdict is MatchVerdict.EXACT


def test_a_bilingual_osc_is_named() -> None:
    text = "### German\n\n" + packed("OSC-1.0") + "\n\n### English\n\n" + MIT[60:700]

    match = identify(text)

    assert match.expression is not None
    assert "OSC-1.0" in match.expression
    assert match.verdict is MatchVerdict.OTHER_TEXT


def test_a_notice_before_the_text_says_or_later() -> None:
    notice = (
        "This program is free software: you can redistribute it and/or modify\n"
        "it under the terms of the GNU General Public License as published by\n"
        "the Free Software Foundation, either version 3 of the License, or\n"
        "(at your option) any later version.\n\n"
        "This program is distributed in the hope that it will be useful,\n"
        "but WITHOUT ANY WARRANTY; without even the implied warranty of\n"
        "MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the\n"
        "GNU General Public License for more details.\n\n"
    )
    text = (Path(__file__).parents[2] / "LICENSES" / "GPL-3.0-or-later.txt").read_text("utf-8")

    own = identify(notice + text)
    altered = identify(f"{notice}Not for towns, please.\n\n{text}")

    assert (own.verdict, own.expression) == (MatchVerdict.EXACT, "GPL-3.0-or-later")
    assert altered.freedom is Freedom.UNKNOWN


def test_the_closing_paragraph_of_the_gpl_is_part_of_it() -> None:
    closing = (
        "This General Public License does not permit incorporating your program into proprietary "
        "programs. If your program is a subroutine library, you may consider it more useful to "
        "permit linking proprietary applications with the library. If this is what you want to "
        "do, use the GNU Lesser General Public License instead of this License.\n"
    )

    assert identify(f"{packed('GPL-2.0')}\n\n{closing}").verdict is MatchVerdict.EXACT
    assert identify(f"{packed('GPL-2.0')}\n\n{closing}Not for towns.\n").freedom is Freedom.UNKNOWN


def test_the_bsd_clause_on_the_author_alone_is_usual() -> None:
    usual = packed("BSD-3-Clause").replace("\n", " ")
    clause = "neither the name of the copyright holder nor the names of its contributors may be"
    assert clause in usual

    match = identify(usual.replace(clause, "the name of the author may not be"))

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, "BSD-3-Clause")


def test_a_sentence_behind_a_notice_is_no_notice() -> None:
    assert is_notice("Copyright (c) 2020 Stadt Musterstadt and project contributors.")
    assert not is_notice(
        "Copyright (c) 2020 Stadt Musterstadt Every change belongs to the licensor."
    )


def test_a_sentence_on_the_line_of_a_notice_is_other_text() -> None:
    text = "Copyright (c) <Jahr> <Inhaber>   Every change belongs to the licensor.\n\n"

    match = identify(text + packed("OSC-1.0"))

    assert match.verdict is MatchVerdict.OTHER_TEXT
    assert match.freedom is Freedom.UNKNOWN


def test_cc0_without_what_its_publisher_says_of_itself_is_cc0() -> None:
    whole = " ".join(packed("CC0-1.0").split())
    begins = whole.index("statement of purpose")

    match = identify(whole[begins:])

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, "CC0-1.0")


def test_half_of_a_bilingual_licence_vouches_for_no_other_words() -> None:
    half = " ".join(texts().words("DL-DE-BY-2.0#first"))

    match = identify(half + " Jegliche Weitergabe ist anzuzeigen und zu bezahlen." * 12)

    assert match.freedom is Freedom.UNKNOWN


def test_the_passage_shows_exchanged_words_and_the_longest_addition() -> None:
    words = packed("OSC-1.0").replace("verwenden", "handeln")
    assert "handeln" in words

    match = identify(f"{words}\n\nNur für die Stadt Musterstadt und ihre Eigenbetriebe.")

    assert match.passage == (
        "zu handeln ≠ zu verwenden | Nur für die Stadt Musterstadt und ihre Eigenbetriebe"
    )


def test_many_departures_stay_within_the_room_of_a_passage() -> None:
    words = packed("Apache-2.0").split()
    words[400::90] = [f"geändert{place}" for place in range(len(words[400::90]))]

    match = identify(" ".join(words) + " Die Nutzung ist auf die Stadt beschränkt." * 20)

    assert len(match.passage) <= 200
    assert "Die Nutzung ist auf die Stadt beschränkt" in match.passage
    assert match.passage.count(" ≠ ") == 2


def test_each_translation_of_the_data_file_is_known_by_its_words() -> None:
    data = yaml.safe_load((licenses_folder() / "translations.yml").read_bytes())
    marks = [
        (identifier, entry["copies"], bytes.fromhex(mark))
        for identifier, languages in data["licenses"].items()
        for entry in languages.values()
        for mark in entry["fingerprints"]
    ]

    assert len(marks) >= 4
    assert all(known_text(mark) == identifier for identifier, _, mark in marks)
    assert all(copies >= 2 for _, copies, _ in marks)


# --- official translations whose words are known -------------------------------------------------

_TRANSLATIONS = {
    "de": "OPEN-SOURCE-LIZENZ FÜR DIE EUROPÄISCHE UNION v. 1.2",
    "en": "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
    "es": "LICENCIA PÚBLICA DE LA UNIÓN EUROPEA v. 1.2",
    "fr": "LICENCE PUBLIQUE DE L'UNION EUROPÉENNE v. 1.2",
    "nl": "OPENBARE LICENTIE VAN DE EUROPESE UNIE v. 1.2.",
}


def version(language: str) -> str:
    body = packed("EUPL-1.2" if language == "en" else f"EUPL-1.2#{language}")
    return f"{_TRANSLATIONS[language]}\nEUPL © 2007, 2016\n\n{body}"


@pytest.mark.parametrize("language", sorted(_TRANSLATIONS))
def test_a_language_version_word_for_word_is_free(language: str) -> None:
    match = identify(f"Copyright (c) 2024 Stadt Ulm\n\n{version(language)}\n")

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, "EUPL-1.2")
    assert match.freedom is Freedom.FREE
    assert match.is_osi_approved


@pytest.mark.parametrize("language", sorted(_TRANSLATIONS))
def test_a_language_version_without_its_appendix_is_free(language: str) -> None:
    name = "EUPL-1.2#body0" if language == "en" else f"EUPL-1.2#{language}#body"

    match = identify(_TRANSLATIONS[language] + "\n\n" + packed(name))

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, "EUPL-1.2")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "weltweite unentgeltliche", "weltweite entgeltliche"),
        ("de", "unterlizenzierbare lizenz", "nicht unterlizenzierbare lizenz"),
        ("de", "hiermit für", "hiermit für nicht gewerbliche zwecke und für"),
        ("es", "gratuita", "onerosa"),
        ("fr", "gratuitement", "payantement"),
        ("nl", "royaltyvrije", "royaltyplichtige"),
    ],
)
def test_an_altered_language_version_shows_what_departs(language: str, old: str, new: str) -> None:
    text = " ".join(version(language).split())
    assert old in text

    match = identify(text.replace(old, new, 1))

    assert match.expression == "EUPL-1.2"
    assert match.verdict in (MatchVerdict.MODIFIED, MatchVerdict.OTHER_TEXT)
    assert match.freedom is Freedom.UNKNOWN
    assert not match.is_translation
    assert {*new.split()} & {*match.passage.split()}


def test_a_slip_of_spelling_counts_in_german_alone() -> None:
    german = version("de").replace("bearbeitungen", "bearbeitung", 1)
    french = version("fr").replace("modifications", "modification", 1)

    assert identify(german).verdict is MatchVerdict.NEAR
    assert identify(french).freedom is Freedom.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        version("de") + "\n\n" + version("en"),
        version("en") + "\n\n## Deutsche Fassung\n\n" + version("de"),
        "# Lizenz\n\n" + version("de") + "\n\nEnglish version:\n\n" + version("en"),
        version("nl") + "\n\n" + version("en") + "\n\n" + version("fr"),
    ],
)
def test_two_language_versions_in_one_file_are_the_licence(text: str) -> None:
    match = identify(text)

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, "EUPL-1.2")
    assert match.freedom is Freedom.FREE


def test_of_two_language_versions_the_one_that_departs_decides() -> None:
    altered = version("de").replace("unentgeltliche", "entgeltliche", 1)

    match = identify(altered + "\n\n" + version("en"))

    assert match.verdict is MatchVerdict.MODIFIED
    assert "entgeltliche" in match.passage


@pytest.mark.parametrize("place", ["before", "between", "behind"])
def test_a_restriction_around_language_versions_is_other_text(place: str) -> None:
    said = "Die Nutzung durch andere Kommunen bedarf der Zustimmung der Stadt."
    parts = [version("de"), version("en")]
    parts.insert(["before", "between", "behind"].index(place), said)

    match = identify("\n\n".join(parts))

    assert match.verdict is MatchVerdict.OTHER_TEXT
    assert "bedarf der Zustimmung" in match.passage
    assert match.freedom is Freedom.UNKNOWN


def test_the_page_foot_of_the_official_journal_is_no_other_text() -> None:
    foot = "\n19.5.2017 L 128/64\nDiario Oficial de la Unión Europea ES\n"

    assert identify(version("es") + foot).verdict is MatchVerdict.EXACT
    assert identify(version("es") + foot + "Solo para uso interno.").freedom is Freedom.UNKNOWN
    said = "\n19.5.2017 L 128/64 Nutzung durch die Europäische Union DE\n"
    assert identify(version("de") + said).verdict is MatchVerdict.OTHER_TEXT


def test_the_notice_that_the_eupl_asks_for_is_no_other_text() -> None:
    text = "Copyright (c) 2024 Stadt Ulm\nLizenziert unter der EUPL\n\n" + version("de")

    assert identify(text).verdict is MatchVerdict.EXACT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PostgreSQL License\n\nCopyright (c) 2024, Stadt Ulm\n\n"
            + packed("PostgreSQL")
            .partition("postgres95")[2]
            .replace("the university of\ncalifornia", "the university of california")
            .replace("the university of california", "Stadt Ulm"),
            "PostgreSQL",
        ),
        ("## ODC Open Database License (ODbL)\n\n" + packed("ODbL-1.0"), "ODbL-1.0"),
    ],
)
def test_a_copy_with_another_head_is_the_licence(text: str, expected: str) -> None:
    match = identify(text)

    assert (match.verdict, match.expression) == (MatchVerdict.EXACT, expected)


def test_a_german_mit_is_named() -> None:
    text = (
        "Hiermit wird unentgeltlich jeder Person, die eine Kopie der Software erhält, die "
        "Erlaubnis erteilt, sie uneingeschränkt zu nutzen, zu ändern, zu unterlizenzieren und zu "
        "verkaufen. Der Urheberrechtsvermerk ist beizufügen. " + "Es besteht keine Haftung. " * 15
    )

    match = identify(text)

    assert (match.verdict, match.expression) == (MatchVerdict.MODIFIED, "MIT")


@pytest.mark.parametrize(
    ("title", "expected", "freedom"),
    [
        ("Namensnennung 4.0 International", "CC-BY-4.0", Freedom.UNKNOWN),
        ("Namensnennung - Nicht kommerziell 4.0 International", "CC-BY-NC-4.0", Freedom.UNKNOWN),
        (
            "Namensnennung-Weitergabe unter gleichen Bedingungen 4.0 International",
            "CC-BY-SA-4.0",
            Freedom.UNKNOWN,
        ),
    ],
)
def test_creative_commons_in_german_is_named(title: str, expected: str, freedom: Freedom) -> None:
    text = f"Creative Commons {title}\nÖffentliche Lizenz\n\n" + _FILLER * 10

    match = identify(text)

    assert (match.expression, match.freedom) == (expected, freedom)


# --- notices -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) 2014-present Sebastian Beispiel and other contributors",
        "Copyright (c) 2015 holger beispiel (rather uses example/hpk42)",
        "© 2020 Stadt Musterstadt, Amt für Digitales <open@musterstadt.example>",
        "Copyright 2018-2021 Beispiel SE or an affiliate company and cloud-kit contributors",
        "Copyright (c) <year> <copyright holders>",
        "Copyright (c) 2010, The Regents. All rights reserved.",
        "All rights reserved.",
        "(c) Beispiel e. V.",
    ],
)
def test_a_notice_is_known(line: str) -> None:
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) 2020 Foo. Commercial use needs a licence.",
        "Copyright 2020 Foo, only for internal purposes",
        "Copyright (c) 2020 Foo [not for commercial use]",
        "COPYRIGHT ALSO MEANS COPYRIGHT-LIKE LAWS THAT APPLY TO OTHER KINDS OF WORKS",
        "copyright resulting from directive 96/9/ec of the european parliament",
        "Copyright holders are not liable.",
        "Weiterverkauf verboten.",
    ],
)
def test_a_line_that_says_more_is_no_notice(line: str) -> None:
    assert not is_notice(line)


# --- bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    text = MIT.replace("Musterstadt", "Köln")

    assert identify_bytes(text.encode(encoding)).expression == "MIT"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * (MAX_BYTES + 1), "too large to judge"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "LFS"),
        (b"\x7fELF\0\0\x01\x02\x03\0", "binary"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
    ],
)
def test_what_is_no_text_is_unreadable_and_says_why(data: bytes, reason: str) -> None:
    match = identify_bytes(data)

    assert match.verdict is MatchVerdict.UNREADABLE
    assert match.expression is None
    assert reason in match.passage


@given(st.binary(max_size=600))
@settings(max_examples=150, deadline=None)
def test_no_bytes_crash(data: bytes) -> None:
    assert identify_bytes(data).verdict in MatchVerdict


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_crashes_and_similarity_is_a_share(text: str) -> None:
    match = identify(text)

    assert 0 <= match.similarity <= 1
    assert (match.expression is None) == (match.verdict is MatchVerdict.NONE)


_WORDS = st.lists(
    st.text(st.characters(whitelist_categories=["Ll", "Lu"]), min_size=2, max_size=9),
    min_size=4,
    max_size=14,
)


@given(
    _WORDS,
    st.sampled_from(["before", "behind", "within"]),
    st.sampled_from(["MIT", "ISC", "BSD-3-Clause"]),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_added_sentence_of_four_words_takes_exact_away(
    words: list[str], place: str, identifier: str
) -> None:
    assume(len({word.lower() for word in words}) > 1)  # "new" and no other word makes a title
    licence = texts().words(identifier)
    middle = len(licence) // 2
    around = {"before": 0, "behind": len(licence), "within": middle}[place]
    text = (
        " ".join(licence[:around]) + "\n\n" + " ".join(words) + ".\n\n" + " ".join(licence[around:])
    )

    match = identify(text)

    assert not (match.verdict is MatchVerdict.EXACT and match.freedom is Freedom.FREE)


@pytest.mark.parametrize(
    "text",
    [
        "a " * (MAX_BYTES // 2),
        "copyright " * (MAX_BYTES // 10),
        "(c) " * (MAX_BYTES // 4),
        "-" * MAX_BYTES,
        "a-" * (MAX_BYTES // 2),
        "<" * MAX_BYTES,
        "<a " * (MAX_BYTES // 3),
        "[x](" * (MAX_BYTES // 4),
        "the software is provided as is without warranty\n" * (MAX_BYTES // 48),
        MIT * (MAX_BYTES // len(MIT)),
        "&amp;" * (MAX_BYTES // 5),
        "Copyright (c) 2020 Foo,\n" * (MAX_BYTES // 24),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_mebibyte_takes_bounded_time(text: str) -> None:
    started = time.process_time()

    identify(text)

    assert time.process_time() - started < 10  # a bound against blow-up; figures: benchmarks/


# --- the pack ------------------------------------------------------------------------------------


def test_every_reference_text_is_known_by_its_fingerprint() -> None:
    pack = texts()
    missing = [name for name in pack.names if known_text(fingerprint(pack.words(name))) is None]

    assert [name for name in missing if len(pack.words(name)) >= 8] == []


def test_the_list_names_its_version_and_date() -> None:
    listed = spdx_list()

    assert listed.version.count(".") >= 1
    assert len(listed.released) == len("2026-09-16")
    assert len(listed.entries) > 600


# --- the engine, as we load it -------------------------------------------------------------------


def test_the_engine_finds_the_same_as_when_it_prepares_itself() -> None:
    own = _scanner()
    theirs = builtin_scanner()

    start = theirs.re._start_state
    assert own.re._info[start] == theirs.re._state_info(start)
    assert own.scan(MIT).match == theirs.scan(MIT).match


def test_a_range_in_place_of_a_list_of_sections_is_spelling() -> None:
    text = spdx_texts()["MPL-1.1"]
    assert "3.1, 3.2, 3.3, 3.4" in text

    match = identify(text.replace("3.1, 3.2, 3.3, 3.4", "3.1-3"))

    assert match.expression == "MPL-1.1"
    assert match.verdict in (MatchVerdict.EXACT, MatchVerdict.NEAR)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CeCILL\n\nVersion 2.1 du 2013-06-21", "CECILL-2.1"),
        ("CeCILL\n\nVersion 2.0 du 2006-09-05", "CECILL-2.0"),
        ("CeCILL-B\n\nVersion 1.0 du 2006-09-05", "CECILL-B"),
        ("CeCILL", "CECILL-1.0"),
    ],
)
def test_a_french_cecill_is_called_by_the_version_in_its_title(title: str, expected: str) -> None:
    first = texts().words("CECILL-1.0")
    changed = [*first[8:1500], "compatible", "avec", "la", "licence", "EUPL", *first[1500:]]

    match = identify(f"CONTRAT DE LICENCE DE LOGICIEL LIBRE {title}\n\n{' '.join(changed)}")

    assert (match.verdict, match.expression) == (MatchVerdict.MODIFIED, expected)
    assert match.is_translation is (expected != "CECILL-1.0")
    assert match.freedom is Freedom.UNKNOWN
