# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations and bilingual forms for which there is no reference text.

They are named by title and structure, and are `modified`: nobody compared their words, so a person
must look. A text that only mentions the title is not enough. Translations of which independent
copies agree are known by fingerprint (`rules/licenses/translations.yml`) and never come here.
"""

from __future__ import annotations

import re

from scm_check.facts.identify.titles import AS_TRANSLATION
from scm_check.facts.identify.tokens import Prepared
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.patterns import regex
from scm_check.values import dataclass

_HEAD = 1500
_BLANKS = regex(r"[\s*#>_=]+")


@dataclass(frozen=True, slots=True)
class _Translation:
    """`title` stands in the head; of `marks`, `at_least` stand somewhere in the text."""

    identifier: str
    title: re.Pattern[str]
    marks: tuple[str, ...]
    at_least: int
    words: int


def _title(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# The EUPL's title in the official languages of the Union; versions 1.1 and 1.2 share it. Where a
# title is written otherwise, the line below it is the same in all of them: "EUPL © … 2007, 2016".
_EUPL_TITLES = {
    "bg": r"(?:публичен|обществен) лиценз на европейския съюз|лиценз за обществено ползване",
    "cs": r"veřejná licence evropské unie",
    "da": r"(?:den )?europæiske? unions offentlige licens|eu's offentlige licens",
    "de": r"open[- ]?source[- ]lizenz für die europäische union",
    "el": r"άδεια δημόσιας χρήσης|δημόσια άδεια της ευρωπαϊκής ένωσης",
    "en": r"european union public licen[cs]e",
    "es": r"licencia pública de la unión europea",
    "et": r"euroopa liidu (?:tarkvara )?(?:vaba kasutuse|avalik) litsents",
    "fi": r"euroopan unionin (?:yleinen|julkinen) lisenssi",
    "fr": r"licence publique de l.union européenne",
    "hr": r"javna licen[cz]i?ja? europske unije|javna licenca europske unije",
    "hu": r"európai uniós? nyilvános licenc",
    "it": r"licenza pubblica dell.unione europea",
    "lt": r"europos sąjungos (?:viešoji|atvirojo)",
    "lv": r"eiropas savienības (?:publiskā|atklātā|sabiedriskā) licence",
    "mt": r"liċenzja pubblika ta(?:l-|. l-)unjoni ewropea",
    "nl": r"openbare licentie van de europese unie",
    "pl": r"licencja publiczna unii europejskiej",
    "pt": r"licença pública da união europeia",
    "ro": r"licen[țţ]a publică a uniunii europene",
    "sk": r"verejná licencia európskej únie",
    "sl": r"(?:evropska javna licenca|javna licenca evropske unije)",
    "sv": r"europeiska unionens (?:öppna|publika|allmänna) licens",
}
_EUPL = "(?:" + "|".join(_EUPL_TITLES.values()) + r"|eupl ?©).{0,80}?"
# Names in the EUPL's appendix and text, the same in each language.
_EUPL_MARKS = (
    "eupl",
    "gnu general public license",
    "gnu affero general public license",
    "osl",
    "eclipse public license",
    "cecill",
    "mpl",
    "lgpl",
    "liliq",
    "cc by-sa",
    "creative commons",
)
# An article of the text counts from 1 to 15.
_EUPL_ARTICLES = 13
_ARTICLE = regex(r"^[ \t#*]{0,8}(?:[^\W\d_]{1,12}[ .]{1,2})?(\d{1,2})[.)\s]", re.MULTILINE)

_TRANSLATIONS = (
    _Translation(
        "EUPL-1.2",
        _title(rf"{_EUPL}1\.2|v\. ?1\.2 {{1,3}}eupl ?©"),
        _EUPL_MARKS,
        2,
        1200,
    ),
    _Translation(
        "EUPL-1.1",
        _title(rf"{_EUPL}1\.1|v\. ?1\.1 {{1,3}}eupl ?©"),
        _EUPL_MARKS,
        2,
        1200,
    ),
    _Translation(
        "OSC-1.0",
        _title(r"osc[- ]?(?:license|licence|lizenz)|jedem, der eine kopie dieser software"),
        ("kardinalpflicht", "cardinal obligation", "unterlizenzieren", "arglistiger"),
        2,
        80,
    ),
    _Translation(
        "MIT",
        _title(r"hiermit wird unentgeltlich,? jeder person, die eine kopie"),
        ("unterlizenzieren", "uneingeschränkt", "urheberrechtsvermerk", "urheberrechtshinweis"),
        2,
        80,
    ),
    _Translation(
        "MIT",
        _title(r"jedem, der eine kopie dieser software"),
        ("ohne einschränkung", "unterlizenzieren", "ohne jegliche gewährleistung", "wie besehen"),
        2,
        80,
    ),
    _Translation(
        "D-FSL-1.0",
        _title(r"deutsche freie software lizenz|german free software license"),
        ("lizenznehmer", "rechtsinhaber", "licensee", "right holder", "object code"),
        2,
        300,
    ),
    _Translation(
        "DL-DE-BY-2.0",
        _title(r"datenlizenz deutschland (?:[–-] )?namensnennung|dl-de/by-2-0"),
        ("quellenvermerk", "bereitgestellten daten", "www.govdata.de/dl-de/by-2-0"),
        1,
        40,
    ),
    _Translation(
        "DL-DE-ZERO-2.0",
        _title(r"datenlizenz deutschland (?:[–-] )?zero|dl-de/zero-2-0"),
        ("jede nutzung ist ohne einschränkungen", "any use is permitted without restrictions"),
        1,
        20,
    ),
    _Translation(
        "GPL-3.0",
        _title(r"gnu general public license.{0,200}deutsche übersetzung.{0,300}version 3"),
        ("quelltext", "copyleft", "lizenznehmer", "sie dürfen"),
        2,
        1500,
    ),
    _Translation(
        "GPL-2.0",
        _title(r"gnu general public license.{0,200}deutsche übersetzung.{0,300}version 2"),
        ("quelltext", "copyleft", "lizenznehmer", "sie dürfen"),
        2,
        1000,
    ),
    _Translation(
        "Apache-2.0",
        _title(r"apache[- ]lizenz,? version 2\.0"),
        ("lizenzgeber", "abgeleitete werke", "beitragende"),
        2,
        500,
    ),
)
_CREATIVE_COMMONS = regex(
    r"(?:creative commons |cc[- ])?namensnennung"
    r"((?: ?[–/-]? ?(?:nicht[- ]?kommerziell|keine[- ]bearbeitung(?:en)?"
    r"|weitergabe unter gleichen bedingungen)){0,2}) (\d\.\d) (international|deutschland|unported)?"
)

_CECILL = regex(
    r"contrat de licence de logiciel libre cecill(?:-([bc]))?\W{1,10}version (1\.0|2\.0|2\.1)\b"
)


def translation_match(prepared: Prepared) -> LicenseMatch | None:
    """The licence whose translation the text is, by title and structure."""
    text = _BLANKS.sub(" ", prepared.text.lower())
    head = text[:_HEAD]
    for form in _TRANSLATIONS:
        found = form.title.search(head)
        if found is None or len(prepared.words) < form.words:
            continue
        if sum(mark in text for mark in form.marks) >= form.at_least:
            is_translation = form.marks is _EUPL_MARKS and _has_articles(prepared.text)
            return _named(form.identifier, prepared, is_translation=is_translation)
    return _creative_commons(head, prepared)


def in_french(prepared: Prepared) -> LicenseMatch | None:
    """The later CeCILL licence that a French text names in its title: as valid as in English."""
    title = _CECILL.search(_BLANKS.sub(" ", prepared.text.lower())[:_HEAD])
    kind, version = (title[1], title[2]) if title is not None else (None, "1.0")
    if kind is None and version == "1.0":
        return None
    identifier = f"CECILL-{kind.upper() if kind else version}"
    return _named(identifier, prepared, is_translation=True)


def _has_articles(text: str) -> bool:
    """Whether its articles are there: a translation of the whole, not an introduction to it."""
    return len({int(number) for number in _ARTICLE.findall(text)} & {*range(1, 16)}) >= (
        _EUPL_ARTICLES
    )


def _creative_commons(head: str, prepared: Prepared) -> LicenseMatch | None:
    """The legal code or the deed in German, by its title."""
    found = _CREATIVE_COMMONS.search(head)
    if found is None or "lizenz" not in head or len(prepared.words) < 60:
        return None
    kinds = "".join(
        short
        for word, short in (("kommerziell", "-NC"), ("bearbeitung", "-ND"), ("weitergabe", "-SA"))
        if word in found[1]
    )
    country = "-DE" if found[3] == "deutschland" and found[2] in ("2.0", "3.0") else ""
    return _named(f"CC-BY{kinds}-{found[2]}{country}", prepared)


def _named(identifier: str, prepared: Prepared, *, is_translation: bool = False) -> LicenseMatch:
    passage = prepared.passage(0, min(40, len(prepared.words)))
    return LicenseMatch(
        MatchVerdict.MODIFIED,
        identifier,
        AS_TRANSLATION,
        passage=passage,
        is_translation=is_translation,
    )
