# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the differences between a text and a reference mean.

No engine is trusted alone: any sentence before or behind a licence passes as that licence, and a
template's wildcards hide restrictions. So each difference is weighed, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise

from scm_check.facts.identify.compare import Change, Comparison, compare
from scm_check.facts.identify.notices import is_notice
from scm_check.facts.identify.titles import titles_of
from scm_check.facts.identify.tokens import LONGEST_PASSAGE, Prepared, cut, quoted
from scm_check.facts.identify.word_sets import word_set
from scm_check.facts.identify.words import WORD, plain_word, words_of
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.patterns import regex
from scm_check.values import dataclass

# Words that turn a grant into its opposite, or bound it, wherever they come or go.
LIMITING = word_set(
    """
    not no non nor never only except excluding unless without neither cannot solely exclusively
    prohibited prohibits forbidden restricted restriction restrictions evaluation trial
    commercial noncommercial commercially noncommercially nonprofit academic educational personal
    private internal confidential proprietary military weapons nuclear fee fees royaltybearing
    revocable irrevocable expire expires local employee employees student students evil permitted
    nicht nur kein keine keinen keiner keinerlei ohne ausschließlich lediglich außer verboten
    untersagt kommerziell kommerzielle kommerziellen nichtkommerziell nichtkommerzielle
    nichtkommerziellen gewerblich gewerbliche intern interne internen vertraulich entgelt
    kostenpflichtig widerruflich ausgeschlossen ausgenommen
    """
)
# Verbs of a grant: none of them may come or go either.
_GRANTING = word_set(
    """
    use using copy copying modify modifying merge publish distribute sublicense sell perform display
    redistribute redistribution distribution reproduce run study any all everyone person worldwide
    perpetual royaltyfree charge restriction with or
    nutzen nutzung kopieren ändern verteilen veröffentlichen verkaufen unterlizenzieren jedem jeder
    kostenlos einschränkung
    """
)
_VARIABLE = word_set("any all or with use using run copy copying reproduce distribution")
# The foundation's addresses in copies of several years.
_ADDRESS = word_set(
    """
    free foundation inc 51 franklin street st fifth floor boston ma 021101301 02110 1301 usa 59
    temple place suite 330 021111307 02111 1307 675 mass ave cambridge 02139
    """
)
# A copyright line that a template leaves to be filled in.
_BLANK_NOTICE = word_set(
    "copyright c year years yyyy your name names of holder holders owner author"
)
# The right holder as templates call it.
_HOLDER = word_set("the copyright holder holders owner owners author authors its contributors")
_LONGEST_HOLDER = 8
# Clauses that mean the same: many BSD texts name "the author" alone.
_REWORDINGS = (
    (
        "neither the name of the copyright holder nor the names of its contributors may be used",
        "the name of the author may not be used",
    ),
)
# CC0 comes with and without what Creative Commons says of itself, PostgreSQL's licence with and
# without the name of the program: where the preface begins, and what follows it.
_PREFACES = (
    ("creative commons", "statement of purpose the laws of most jurisdictions"),
    ("postgresql database management system", "permission to use copy modify"),
)
# Sentences that stand in some copies of a text and not in others, and change nothing in it.
_OPTIONAL = tuple(
    tuple(words_of(sentence))
    for sentence in (
        (
            "This Font Software is licensed under the SIL Open Font License, Version 1.1."
            " This license is copied below, and is also available with a FAQ at:"
        ),
        (
            "This Font Software is licensed under the SIL Open Font License, Version 1.1."
            " This license is available with a FAQ at:"
        ),
        (
            "The text of the Creative Commons public licenses is dedicated to the public domain"
            " under the CC0 Public Domain Dedication"
        ),
        "For more information, please see",
        "including the next paragraph",  # MIT, as X.Org and Mesa have it; SPDX calls it optional
        "Licensed under the EUPL",  # the notice that the licence asks for, in its versions
        "Lizenziert unter der EUPL",
        (
            "This General Public License does not permit incorporating your program into"
            " proprietary programs. If your program is a subroutine library, you may consider it"
            " more useful to permit linking proprietary applications with the library. If this is"
            " what you want to do, use the GNU Lesser General Public License instead of this"
            " License."
        ),
        (
            "This General Public License does not permit incorporating your program into"
            " proprietary programs. If your program is a subroutine library, you may consider it"
            " more useful to permit linking proprietary applications with the library. If this is"
            " what you want to do, use the GNU Library General Public License instead of this"
            " License."
        ),
    )
)
_SMALL_WORDS = word_set(
    "a an the this that these those of to in on is are be such it its s t der die das den dem des "
    "ein eine einer einem im vom zur zu"
)
# What the Official Journal prints around each page of the EUPL, and copies of the page have.
_JOURNAL = regex(
    r"(?:\s|19\.5\.2017|L\s?128/\d\d\b|\b(?:DE|EN|ES|FR|NL)\b|Amtsblatt der Europäischen Union"
    r"|Official Journal of the European Union|Diario Oficial de la Unión Europea"
    r"|Journal officiel de l['’]Union européenne|Publicatieblad van de Europese Unie){1,40}"
)
# Above the widest wildcard of the engine's templates: longer insertions are listed parts.
_WIDEST_WILDCARD = 60
_LONG_REMOVAL = 12
_LONGER_NAME = 3  # a holder's name in place of "copyright holder"
_NEAR = 0.965
_MODIFIED = 0.72
_CONTAINED = 0.85
_ROOM = 0.1  # for notices and titles, which count as unlike
_WHOLE = 0.97
_ENOUGH_WORDS = 40
_SHOWN = 3  # departures in a passage
_LANGUAGE = 2  # letters of a language's code: "EUPL-1.2#fr" is a translation, "LGPL-3.0#first" none
_CLAUSE = 3  # words of an addition that can say something


class Weight(IntEnum):
    """How much one change weighs."""

    NOTHING = 0  # title, notice, hyphenation; or a variant that the engine's template lists
    SPELLING = 1
    SENSE = 2


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the text from `first` up to but without `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A match with its strength, by which the judgements from several references are ranked."""

    match: LicenseMatch
    strength: float

    @property
    def rank(self) -> tuple[bool, float]:
        """Exact and near before all others, then what explains most of the reference's words."""
        is_plain = self.match.verdict in (MatchVerdict.EXACT, MatchVerdict.NEAR)
        return is_plain, self.strength


def rewordings(reference: Sequence[str]) -> tuple[Sequence[str], ...]:
    """The reference, then the same with a clause in its other usual wording."""
    text = " ".join(reference)
    known = [text.replace(old, new) for old, new in _REWORDINGS if old in text]
    for name, first_words in _PREFACES:
        preface, begins, rest = text.partition(first_words)
        if begins and preface.startswith(name):
            known.append(begins + rest)
    return (reference, *(other.split(" ") for other in known))


def judge(
    prepared: Prepared,
    name: str,
    reference: Sequence[str],
    vouched: Sequence[Span] = (),
    appendix_start: int = 1 << 60,
) -> Judged | None:
    """What the text is, seen from one reference; None where the two have too little in common.

    `vouched` are the places where an engine's template of the same licence fits. What comes or goes
    in an appendix ("How to apply …") is its filling in, as long as the words are the licence's own.
    """
    identifier = name.partition("#")[0]
    comparison = compare(reference, prepared.words)
    titles = titles_of(identifier)
    weights = [
        Weight.NOTHING
        if change.removed[0] >= appendix_start and _is_filled_in(change, reference, prepared)
        else _weight(change, comparison, reference, prepared, titles, vouched)
        for change in comparison.changes
    ]
    similarity = round(comparison.similarity, 4)
    strength = comparison.kept * comparison.containment**8
    worst = max(weights, default=Weight.NOTHING)
    is_alike = min(comparison.containment, comparison.similarity + _ROOM) > _CONTAINED
    if worst is Weight.NOTHING and is_alike:
        return Judged(LicenseMatch(MatchVerdict.EXACT, identifier, similarity), strength)
    if worst is Weight.SPELLING and similarity >= _NEAR and _is_read(name):
        verdict = MatchVerdict.NEAR
    else:
        found = _departing_verdict(comparison, weights)
        if found is None:
            return None
        verdict = found
    passage = _passage(comparison, weights, reference, prepared)
    return Judged(LicenseMatch(verdict, identifier, similarity, passage=passage), strength)


def _is_read(name: str) -> bool:
    """Whether the words that bear on a grant are listed for the language of this reference."""
    language = name.split("#")[1] if "#" in name else "de"
    return len(language) != _LANGUAGE or language == "de"


def _departing_verdict(comparison: Comparison, weights: Sequence[Weight]) -> MatchVerdict | None:
    removed = sum(
        change.removed[1] - change.removed[0]
        for change, weight in zip(comparison.changes, weights, strict=True)
        if weight is Weight.SENSE
    )
    is_whole = removed <= (1 - _WHOLE) * comparison.reference_length
    if is_whole and not _changes_within(comparison, weights):
        return MatchVerdict.OTHER_TEXT if comparison.kept >= 8 else None
    if comparison.similarity >= _MODIFIED:
        return MatchVerdict.MODIFIED
    if comparison.containment >= _CONTAINED and comparison.kept >= _ENOUGH_WORDS:
        return MatchVerdict.OTHER_TEXT
    return None


def _changes_within(comparison: Comparison, weights: Sequence[Weight]) -> bool:
    """Whether words were exchanged or taken away, not only added."""
    return any(
        weight is Weight.SENSE and change.removed[1] > change.removed[0]
        for change, weight in zip(comparison.changes, weights, strict=True)
    )


def _weight(
    change: Change,
    comparison: Comparison,
    reference: Sequence[str],
    prepared: Prepared,
    titles: frozenset[str],
    vouched: Sequence[Span],
) -> Weight:
    removed = list(reference[change.removed[0] : change.removed[1]])
    inserted = prepared.words[change.inserted[0] : change.inserted[1]]
    if _is_reworded(removed, inserted, reference[: change.removed[0]]) or _is_heading(
        change, comparison, removed, prepared, titles
    ):
        return Weight.NOTHING
    is_vouched = _is_vouched(change, vouched)
    if is_vouched and _is_holder(removed, inserted):
        return Weight.NOTHING
    if len(removed) >= _LONG_REMOVAL + len(inserted):
        return Weight.SENSE
    if is_vouched and len(inserted) > len(removed) + _LONGER_NAME:
        return Weight.NOTHING if len(inserted) > _WIDEST_WILDCARD else Weight.SENSE
    if _limits(removed, is_vouched) != _limits(inserted, is_vouched):
        return Weight.SENSE
    if is_vouched:
        strange = _strange_words(prepared.slice(*change.inserted), reference)
        return Weight.SENSE if strange > (1 if removed else 0) else Weight.NOTHING
    return Weight.SPELLING if _is_spelling(removed, inserted) else Weight.SENSE


def _is_reworded(removed: Sequence[str], inserted: Sequence[str], before: Sequence[str]) -> bool:
    """Whether hyphens, an address, an empty notice or the "or" of "and/or" make the difference."""
    if "".join(removed) == "".join(inserted) or _ADDRESS.issuperset([*removed, *inserted]):
        return True
    if inserted:
        return False
    if removed == ["or"]:
        return bool(before) and before[-1] == "and"
    return removed[0] == "copyright" and _BLANK_NOTICE.issuperset(removed)


def _is_heading(
    change: Change,
    comparison: Comparison,
    removed: Sequence[str],
    prepared: Prepared,
    titles: frozenset[str],
) -> bool:
    """Whether what comes, or goes at the edges, is a notice, a title or a well-known sentence."""
    inserted = prepared.words[change.inserted[0] : change.inserted[1]]
    found = prepared.sentence(*change.inserted)
    if not removed and (is_notice(found) or _JOURNAL.fullmatch(found)):
        return True
    is_edge = change.inserted[0] == 0 or change.inserted[1] == comparison.text_length
    around = titles | _ADDRESS
    if (
        is_edge
        and _is_title(removed, around)
        and (_is_title(inserted, around) or _is_title_with_notice(found, titles))
    ):
        return True
    if removed:
        return False
    return (_is_title(inserted, titles) and prepared.are_whole_lines(*change.inserted)) or any(
        tuple(inserted[: len(known)]) == known and _is_title(inserted[len(known) :], titles)
        for known in _OPTIONAL
    )


def _is_holder(removed: Sequence[str], inserted: Sequence[str]) -> bool:
    """Whether somebody's name took the place of "the copyright holder"."""
    return (
        0 < len(inserted) <= _LONGEST_HOLDER
        and {"holder", "holders", "owner", "author", "authors"}.intersection(removed) != set()
        and _HOLDER.issuperset(removed)
        and not (LIMITING | _GRANTING).intersection(inserted)
    )


def _strange_words(inserted: str, reference: Sequence[str]) -> int:
    """How many words are neither names (they have capitals) nor words of the licence."""
    known = frozenset(reference)
    words = (word for word in WORD.findall(inserted) if word == word.lower())
    plain = (plain_word(word) for word in words)
    return sum(not (word in known or _is_small(word) or word.isdigit()) for word in plain)


def _is_filled_in(change: Change, reference: Sequence[str], prepared: Prepared) -> bool:
    first, last = change.inserted
    if LIMITING.intersection(prepared.words[first:last]):
        return False
    own = set(pairwise(reference))
    words = prepared.words
    foreign = sum(
        not {*pairwise(words[max(0, place - 1) : place + 2])} & own for place in range(first, last)
    )
    return foreign < 2


def _is_title(words: Iterable[str], titles: frozenset[str]) -> bool:
    found = tuple(words)
    return len(found) <= 30 and all(word in titles or word.isdigit() for word in found)


def _is_title_with_notice(text: str, titles: frozenset[str]) -> bool:
    """A title and a notice on one line, as re-wrapped texts have them."""
    place = text.lower().find("copyright")
    return place > 0 and _is_title(words_of(text[:place]), titles) and is_notice(text[place:])


def _is_vouched(change: Change, vouched: Sequence[Span]) -> bool:
    first, last = change.inserted
    return any(span.first <= first and last <= span.last for span in vouched)


def _limits(words: Iterable[str], is_vouched: bool) -> frozenset[str]:
    """Words that bear on the grant; what a template lists may still vary in "or" and "any"."""
    weighty = LIMITING | _GRANTING - _VARIABLE if is_vouched else LIMITING | _GRANTING
    return frozenset(word for word in words if word in weighty)


def _is_spelling(removed: Sequence[str], inserted: Sequence[str]) -> bool:
    """Whether only small words, numbers or single letters of words differ."""
    both = [*removed, *inserted]
    if removed and inserted and all(word.isdigit() or word == "and" for word in both):
        return True  # "3.1-3.4" for "3.1, 3.2, 3.3 and 3.4"
    old = [word for word in removed if not _is_small(word)]
    new = [word for word in inserted if not _is_small(word)]
    if len(old) != len(new):
        return len(old) + len(new) <= 1 and all(word.isdigit() for word in old + new)
    return all(_alike(a, b) for a, b in zip(old, new, strict=True))


def _is_small(word: str) -> bool:
    """Articles and the like, and what counts paragraphs: "b", "iii"."""
    return word in _SMALL_WORDS or len(word) == 1 or (len(word) <= 4 and not word.strip("ivx"))


def _alike(a: str, b: str) -> bool:
    """Whether two words differ by at most two letters at one place (a slip, a plural)."""
    if a == b or (a.isdigit() and b.isdigit()):
        return True
    if abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < 4:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start > 0 and max(len(a), len(b)) - start - end <= 2


def _passage(
    comparison: Comparison,
    weights: Sequence[Weight],
    reference: Sequence[str],
    prepared: Prepared,
) -> str:
    """At most three departures that weigh most, in the order in which they stand.

    The longest addition, then what was exchanged within the licence, which is easily overlooked,
    then the rest: "new ≠ old" for exchanged words, "[…] old" for words left out.
    """
    worst = max(weights)
    changes = [c for c, w in zip(comparison.changes, weights, strict=True) if w is worst]
    additions = [c for c in changes if c.removed[0] == c.removed[1] and _size(c) >= _CLAUSE]
    longest = max(additions, key=_size, default=None)
    changes.sort(key=lambda c: (c is longest, _is_exchange(c), _size(c)), reverse=True)
    most = sorted(changes[:_SHOWN], key=lambda c: c.inserted)
    room = LONGEST_PASSAGE // len(most) - 3
    return " | ".join(_departure(change, reference, prepared, room) for change in most)


def _departure(change: Change, reference: Sequence[str], prepared: Prepared, room: int) -> str:
    """One departure in so many signs; one or two words with those around them."""
    first, last = change.inserted
    if not _is_exchange(change):
        around = int(0 < last - first < _CLAUSE)
        begin, end = max(0, first - around), min(len(prepared.words), last + around)
        inserted = cut(prepared.passage(begin, end), room)
        return inserted or cut("[…] " + quoted(reference[slice(*change.removed)]), room)
    context = int(first > 0 and change.removed[0] > 0)
    new = prepared.passage(first - context, last)
    old = quoted(reference[change.removed[0] - context : change.removed[1]])
    return f"{cut(new, room // 2)} ≠ {cut(old, room // 2)}"


def _is_exchange(change: Change) -> bool:
    return change.removed[0] < change.removed[1] and change.inserted[0] < change.inserted[1]


def _size(change: Change) -> int:
    return change.inserted[1] - change.inserted[0] + change.removed[1] - change.removed[0]
