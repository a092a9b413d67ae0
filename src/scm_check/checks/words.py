# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words by which checks recognise what a text is about, in German and English.

Texts are compared word by word, case and umlauts folded ("Ausführen" is "ausfuehren"), so that
"run" is not found in "Brunnen". A list of words says "found" or "not found by these words"; what
follows from it stands in the table of the rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from scm_check.checks.file_names import listed
from scm_check.patterns import regex

_MAX_LINE = 4096
_WORD = regex(r"[^\W_]+")
_PARTS = regex(r"[:;,/&|()–—]|\b(?:und|and|oder|or)\b| - ")
# In a long heading "or" joins verbs ("Import a dump or use"), not topics.
_PARTS_OF_LONG = regex(r"[:;,/&|()–—]| - ")
_MANY_WORDS = 6
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def fold(text: str) -> str:
    """Lower case, composed, umlauts and ß written out."""
    return unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)


def words_of(text: str) -> tuple[str, ...]:
    """The words of the first 4 KiB, folded."""
    return tuple(_WORD.findall(fold(text[:_MAX_LINE])))


class Terms:
    """A list of words and phrases, immutable.

    `anywhere` count wherever they stand; one that ends in `*` also opens longer words ("install*"
    finds "Installationsanleitung", "api endpoint*" finds "API endpoints"). `alone` means it only
    as a whole heading or as one part of it: "Entwicklung: Docker", not "Entwicklung der Stadt".
    """

    __slots__ = ("_alone", "_phrases", "_prefixes")

    def __init__(self, anywhere: Iterable[str], alone: Iterable[str] = ()) -> None:
        self._prefixes: tuple[str, ...] = ()
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        self._alone = frozenset(words_of(term) for term in alone)
        for term in anywhere:
            words = words_of(term)
            if term.endswith("*") and len(words) == 1:
                self._prefixes += words
            elif words:
                self._phrases.setdefault(words[0], []).append((words, term.endswith("*")))

    def first_in(self, text: str) -> str | None:
        """The first word or phrase of the text that is on the list, folded; None without."""
        words = words_of(text)
        for index, word in enumerate(words):
            if word.startswith(self._prefixes):
                return word
            for phrase, is_open in self._phrases.get(word, ()):
                found = words[index : index + len(phrase)]
                if found == phrase or (is_open and _opens(phrase, found)):
                    return " ".join(found)
        return self._alone_in(text)

    def _alone_in(self, text: str) -> str | None:
        if not self._alone:
            return None
        folded = fold(text[:_MAX_LINE])
        separators = _PARTS if len(folded.split()) < _MANY_WORDS else _PARTS_OF_LONG
        parts = (words_of(part) for part in separators.split(folded))
        return next((" ".join(part) for part in parts if part in self._alone), None)


def _opens(phrase: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Whether the words begin with those of the phrase, the last one opening a longer word."""
    is_whole = len(found) == len(phrase) and found[:-1] == phrase[:-1]
    return is_whole and found[-1].startswith(phrase[-1])


# Headings below which a reader expects to learn how the software is installed and started.
INSTALLATION = Terms(
    anywhere=(
        "install", "installing", "installation", "installer", "installieren", "installationsa*",
        "installationsh*", "installationsv*", "setup", "set up", "setting up", "einrichtung",
        "einrichten", "ersteinrichtung", "aufsetzen", "inbetriebnahme*", "erste schritte",
        "einstieg", "schnelleinstieg", "schnellstart*", "getting started", "get started",
        "quickstart*", "quick start", "first steps", "how to start", "how to run", "how to use",
        "how to build", "betrieb", "betriebshandbuch", "betriebsanleitung", "betriebskonzept",
        "betriebsprofile", "deploy*", "bereitstell*", "self hosting", "selfhosting",
        "building from", "building the", "build from", "build instructions", "bauen", "compile",
        "compiling", "kompilieren",
        "nutzung der app", "nutzung der anwendung", "nutzung der software",
        "bedienung*", "ausfuehren", "ausfuehrung", "starten", "launch", "launching", "run",
        "running", "lokale entwicklung", "local development", "lokaler betrieb",
        "development setup", "development environment", "development server",
        "entwicklungsumgebung", "entwicklungsserver", "prerequisite*", "voraussetzung*",
        "systemvoraussetzung*", "systemanforderung*", "docker", "dockerfile", "kubernetes", "helm",
        "anleitung", "handbuch", "administrationshandbuch", "try it",
    ),
    alone=(
        "usage", "start", "entwicklung", "development", "developing", "for developers",
        "fuer entwickler", "local", "lokal", "commands", "befehle", "scripts", "requirements",
        "hosting", "nutzung", "build", "building", "builds",
        "verwendung", "benutzung", "gebrauch",
    ),
)  # fmt: skip

# Names of files that do nothing else.
INSTALLATION_FILES = Terms(
    anywhere=(
        "install", "installing", "installation", "installationsa*", "installationsh*", "setup",
        "einrichtung", "einrichten", "inbetriebnahme*", "getting started", "gettingstarted",
        "erste schritte", "quickstart*", "quick start", "schnellstart*", "deployment",
        "betriebshandbuch", "betriebsanleitung", "betriebskonzept",
    ),
    alone=("build", "building", "deploy", "start"),
)  # fmt: skip

# Words of running text that speak of installing; weaker than a heading.
INSTALLING = Terms(
    anywhere=(
        "install*", "einrichten", "eingerichtet", "aufsetzen", "inbetriebnahme", "getting started",
        "erste schritte", "npm", "yarn", "pnpm", "pip", "docker", "docker compose", "kubectl",
        "mvn", "gradle", "gradlew", "git clone", "git checkout", "codespace*", "devcontainer",
        "deploy*", "bereitstellen", "kompilier*", "compile", "ausfuehren", "starten", "setup",
        "set up", "run the", "clone",
    )
)  # fmt: skip

# Topics of headings below which nobody explains an installation.
OTHER_TOPICS = Terms(
    anywhere=(
        "licen*", "lizenz*", "copyright", "urheberrecht*", "contribut*", "mitwirk*", "mitarbeit*",
        "mitmachen", "beitragen", "beitraege", "author*", "autor*", "maintainer*", "credits",
        "danksagung*", "acknowledg*", "contact*", "kontakt*", "ansprechpartner*", "ansprechstelle*",
        "ansprechperson*", "impressum", "feedback", "sponsor*", "backers", "changelog*",
        "aenderung*", "release notes", "foerder*", "gefoerdert*", "funding", "funded",
        "screenshot*", "datenschutz*", "privacy", "code of conduct", "verhalten*", "vision",
        "roadmap", "fahrplan", "hintergrund*", "background", "motivation", "what is", "was ist",
        "worum geht", "about", "ueber", "feature*", "projektpartner*", "partner", "team",
        "sicherheit*", "security", "vulnerab*", "related projects", "disclaimer",
        "haftung*", "citation", "zitier*", "open source", "zielgruppe*", "zielsetzung*",
        "table of contents", "inhaltsverzeichnis", "important notice", "wichtiger hinweis",
    ),
    alone=("overview", "einleitung", "introduction", "intro", "status", "ziele", "uebersicht"),
)  # fmt: skip

# Link texts and targets that lead to documentation.
DOCUMENTATION = Terms(
    anywhere=(
        "documentation", "dokumentation*", "doku", "docs", "doc", "wiki", "handbuch", "manual",
        "guide", "guides", "anleitung*", "benutzerhandbuch", "readthedocs", "readme", "tutorial*",
    )
)  # fmt: skip

# Headings below which a reader expects to learn how a weakness is reported.
SECURITY = Terms(
    anywhere=(
        "security policy", "security policies", "security problem", "security problems",
        "security issue", "security issues", "security vulnerability", "security vulnerabilities",
        "security report*", "security contact", "security disclosure", "vulnerabilit*",
        "responsible disclosure", "coordinated disclosure", "reporting security", "report security",
        "schwachstelle*", "sicherheitsluecke*", "sicherheitsproblem*", "sicherheitshinweis*",
        "sicherheitsrichtlinie*", "sicherheitsmeldung*", "sicherheitsvorf*", "security txt",
    ),
    alone=("security", "sicherheit", "it sicherheit", "it security"),
)  # fmt: skip

# How a program is called in a code block: the first word, or the first two.
_PROGRAMS = listed("""
    ansible-playbook apt apt-get arduino-cli brew bun bundle cargo choco cmake composer
    conda corepack deno dnf docker docker-compose dotnet expo fastlane firebase flutter gem
    gradle gradlew gradlew.bat helm helmfile hugo ionic java jekyll just kubectl lein make
    meson mix mkdocs mvn mvnw nest ng ninja node npm npx nx nuxt pdm php pio pip pip3 pipx
    platformio pnpm pod podman podman-compose poetry python python3 quarto rails rake
    rscript ruby sbt serverless skaffold sls snap swift systemctl task terraform tox uv
    uvicorn vagrant vite winget xcodebuild yarn yum zypper pacman apk nix nix-shell
    nix-build devenv configure install.sh setup.sh start.sh build.sh run.sh bootstrap.sh
    setup.py manage.py flask gunicorn streamlit
""")
_TWO_WORDS = frozenset({("git", "clone"), ("dart", "pub"), ("dart", "run"), ("go", "build"),
                        ("go", "install"), ("go", "run"), ("go", "get"), ("R", "CMD")})  # fmt: skip
_PROMPT = regex(r"[ \t]{0,40}(?:[$>%]|PS [^>]{0,80}>|[\w.@:~/-]{1,60}[$#]) ?")
_BEFORE = frozenset({"sudo", "sh", "bash", "source", "exec", "time", "env", "run:"})


def command_in(code: str) -> str | None:
    """The first line of a code block that installs, builds or starts something, None without."""
    for line in code[: 16 * _MAX_LINE].split("\n"):
        cut = line[:_MAX_LINE].strip()
        if _calls_program(cut) or _calls_program(_PROMPT.sub("", cut, count=1)):
            return cut
    return None


def _calls_program(line: str) -> bool:
    words = line.split(None, 6)[:6]
    while words and (words[0] in _BEFORE or ("=" in words[0] and not words[0].startswith("-"))):
        words = words[1:]
    if not words:
        return False
    program = words[0].rpartition("/")[2]
    return program in _PROGRAMS or (program, *words[1:2]) in _TWO_WORDS


# v1.2.3, 1.2, release-1.0, app/v2.0.1, curl-8_5_0, 2024-05-01, v3; not "v", "final", "nightly"
_VERSION = regex(
    r"(?:[\w.@+-]{1,100}[/@_-])?(?:v|ver|version|release|rel|r)?[-_/. ]?"
    r"\d{1,8}(?:[._-]\d{1,8}){1,5}(?:[-._+~]?[a-z][\w.+~-]{0,60})?",
    re.IGNORECASE,
)
_SINGLE = regex(r"(?:[\w.-]{1,60}[/_-])?(?:v|version|release)[-_/. ]?\d{1,8}", re.IGNORECASE)


def is_version(tag: str) -> bool:
    """Whether a tag names a version: numbers with a separator, or one number behind a "v"."""
    name = tag.strip()
    if len(name) > 200:
        return False
    return _VERSION.fullmatch(name) is not None or _SINGLE.fullmatch(name) is not None
