# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of municipalities, and how a name shows in words, hosts and paths.

Names are ordinary words (Essen, Hof, Halle, List): which of them are sought is decided by the
repository's own town alone (see `towns`), never by the list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from scm_check.facts.identify.pack import licenses_folder
from scm_check.facts.paths import words
from scm_check.patterns import regex
from scm_check.values import dataclass

FORMS = "municipalities.forms"
WORDS = "municipalities.words"
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# What tells places of one name apart: "Halle (Saale)", "Linz am Rhein", "Wiesenburg/Mark".
_ADDITION = regex(
    r" ?[/(,].*| (?:am|an|auf|bei|im|in|ob|vor|unter) .*| (?:a|b|i|v)\. ?.*", re.DOTALL
)
_WORD = regex(r"[A-Za-zÄÖÜäöüß]+")
_NOT_LETTERS = regex(r"[^a-z]+")
# Names that are words of the German or English language, or of programs.
_ORDINARY = words("""
    acht ahorn alpen anger apen auen baar bann berg berge bergen besitz boden bogen boom brake
    brand breit bruch bruck buch buchen burg burgen daun dreis eich eichen einig elbe elze enger
    ernst essen feucht felde fell filsum filz fisch flacht floss forst furth graben grande grub
    grube hagen hahn halbe halle haren hassel heide heiden heist hirten hof hohn holm horn horst
    igel jade kall kalt kamen kampen kappel kasel kausen kehl kenn kiel klink kommen korb
    kuchen lachen lage lahr langen lanz lauf laufen lauter leck leer lehe lehre lich lieg lind
    linden lingen list loop lorch lotte lug lutter mandel mantel march marl mauer mauern meine
    melle messel minden moos much muecke muessen nagel nahe nebel norden norken ohne orbis osten
    otter perl polle pracht preist puls rain rech regen reich rohr rom rosa rosche rott rust salz
    sande scheer scheid schuld schutz seelen seifen selent siegen singen sinn sonnen spalt stade
    stapel stein stelle strohn tann train trier twist velden wald wallen wang wangen weiden
    weil weiler welle wellen welt wenden werben werder wetter wiesen wild winden winkel worms zell
    martin sebastian julian georg nikolaus johann christoph holt loose banner oppenheimer
    neustadt neuhaus neukirchen kirchen kirchberg waldeck baden bad gross klein neu alt markt
""")
# What stands before an ordinary word that is meant as a name.
DESIGNATIONS = ("Stadt", "Gemeinde", "Rathaus")
# What stands before a town's name in one word: "stadtulm", "smartkiel", "meinkassel".
_BEFORE = (
    "klingenstadt", "hansestadt", "universitaetsstadt", "landeshauptstadt", "stadtwerke",
    "smartcity", "gemeinde", "digital", "stadt", "smart", "mein", "city", "visit", "mobil", "open",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality: its name without addition, its form in hosts, its official key."""

    name: str
    plain: str
    ags: str = ""

    @property
    def is_ordinary(self) -> bool:
        """Whether the name says little when it stands alone."""
        return self.plain in _ORDINARY or len(self.plain) < 4


def is_ordinary_word(form: str) -> bool:
    """Whether the name in its form in hosts is a word of a language too ("halle", "kiel")."""
    return form in _ORDINARY


def town_named(name: str, ags: str = "") -> Town:
    """The town of that name, whether on the list or not."""
    base = _ADDITION.sub("", name.strip()[:100])
    return Town(base, plain(base), ags)


def plain(text: str) -> str:
    """Small letters alone, umlauts written out: as in the name of a host."""
    return _NOT_LETTERS.sub("", fold(text))


def fold(text: str) -> str:
    """Small letters, umlauts written out."""
    return text.lower().translate(_FOLDED)


def parts_of(address: str) -> tuple[str, ...]:
    """The parts of a host and path that could be names: "www.stadt-guben.de/x" → www, stadt, …

    Two neighbours joined by a hyphen or underscore count together too ("bad-belzig").
    """
    parts = [part for part in _NOT_LETTERS.split(fold(address)) if part]
    return (*parts, *(first + second for first, second in pairwise(parts)))


def names_town(part: str, town: Town) -> bool:
    """Whether a part of an address names the town: by itself, behind "stadt", or within."""
    if part == town.plain:
        return True
    for before in _BEFORE:
        if part == before + town.plain:
            return True
    return len(town.plain) >= 6 and not town.is_ordinary and town.plain in part


def without_designation(part: str) -> str:
    """The part of an address without "stadt", "smart" and the like before a name."""
    for before in _BEFORE:
        if part.startswith(before) and len(part) > len(before) + 2:
            return part[len(before) :]
    return part


def municipality(form: str) -> Town | None:
    """The municipality of that form in hosts; of several with one name the first."""
    found = forms().get(form)
    return None if found is None else Town(found[0], form, found[1])


def municipality_of_key(ags: str) -> Town | None:
    """The municipality of that official key."""
    end = f"\t{ags}"
    for row in forms().rows:
        if row.endswith(end):
            form, name, _ = row.split("\t")
            return Town(name, form, ags)
    return None


class Forms:
    """Name and official key of all municipalities, by their form in hosts.

    The rows are sorted and looked up by bisection: a table of ten thousand would take ten
    milliseconds to make, and most repositories ask it twenty times.
    """

    def __init__(self, rows: list[str]) -> None:
        self.rows = rows

    def get(self, form: str) -> tuple[str, str] | None:
        """Name and key, None for what is no municipality."""
        begin = f"{form}\t"
        at = bisect_left(self.rows, begin)
        if at == len(self.rows) or not self.rows[at].startswith(begin):
            return None
        _, name, ags = self.rows[at].split("\t")
        return name, ags

    def __contains__(self, form: str) -> bool:
        return self.get(form) is not None


@lru_cache(maxsize=1)
def forms() -> Forms:
    """The forms of the list that came with the program."""
    return Forms((_data() / FORMS).read_text(encoding="utf-8").split("\n"))


@lru_cache(maxsize=1)
def name_words() -> frozenset[bytes]:
    """The longest word of each name as it is written, also inflected ("Gubener"), in UTF-8.

    Of ordinary words none but those that stand before a name: "Stadt Essen" is found by "Stadt".
    """
    return frozenset((_data() / WORDS).read_bytes().split(b"\n"))


def compile_names(folder: Path) -> None:
    """Write both into a folder, made of the list: at each run they would cost 0.1 s."""
    found = _forms()
    lines = sorted(f"{form}\t{name}\t{ags}" for form, (name, ags) in found.items())
    (folder / FORMS).write_text("\n".join(lines), encoding="utf-8")
    (folder / WORDS).write_bytes(b"\n".join(sorted(_name_words(found))))


def _forms() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for whole, ags in _rows():
        # Two thirds are a single word: no pattern need look at them.
        name = whole if whole.isalpha() else _ADDITION.sub("", whole)
        form = name.lower().translate(_FOLDED)
        found.setdefault(form if form.isalpha() else plain(name), (name, ags))
    return found


def _name_words(forms: Mapping[str, tuple[str, str]]) -> frozenset[bytes]:
    names = (name for name, _ in forms.values())
    found = {
        name if name.isalpha() else max(_WORD.findall(name), key=len, default="") for name in names
    }
    own = [word for word in found if len(word) > 2 and fold(word) not in _ORDINARY]
    inflected = (word + ending for word in own for ending in ("", "er", "s"))
    return frozenset(word.encode() for word in (*inflected, *DESIGNATIONS))


@lru_cache(maxsize=1)
def funded() -> frozenset[str]:
    """Municipalities of the 73 projects, in their form in hosts."""
    import csv

    path = _data() / "projects.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        names = [row["municipality"] for row in csv.DictReader(stream)]
    return frozenset(town_named(name).plain for name in names if name)


def _data() -> Path:
    return licenses_folder().parent / "data"


def _rows() -> Iterator[tuple[str, str]]:
    for line in (_data() / "municipalities.csv").read_text(encoding="utf-8").split("\n")[1:]:
        ags, comma, name = line.partition(",")
        if comma:
            yield name.strip('"'), ags
