# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are documents: role and format by path alone."""

from __future__ import annotations

from functools import lru_cache

from scm_check.facts.paths import is_test_or_example, is_vendored
from scm_check.patterns import regex

MAX_DEPTH = 8
MAX_PLAIN_DEPTH = 2

_FORMATS = {
    "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mkd": "markdown",
    "mdx": "markdown", "mdwn": "markdown",
    "adoc": "asciidoc", "asciidoc": "asciidoc", "asc": "asciidoc",
    "rst": "restructuredtext", "rest": "restructuredtext",
    "org": "org",
    "txt": "text", "text": "text", "": "text",
    "html": "html", "htm": "html", "xhtml": "html",
    "pdf": "pdf",
    "odt": "office", "ott": "office", "odp": "office", "docx": "office", "doc": "office",
    "rtf": "office", "pptx": "office", "ppt": "office",
}  # fmt: skip
_MARKUP = frozenset({"markdown", "asciidoc", "restructuredtext", "org"})
_PRESENT_ONLY = frozenset({"pdf", "office"})

_NAMES = {
    "readme": {"readme", "liesmich", "lesemich", "liesmichzuerst", "readmefirst"},
    "contributing": {"contributing", "contribute", "mitwirken", "beitragen", "hacking"},
    "security": {"security", "securitypolicy", "sicherheit"},
    "changelog": {
        "changelog", "changes",
        "history", "news", "releasenotes", "releases", "changelogs",
        "aenderungen", "änderungen", "aenderungsprotokoll", "änderungsprotokoll",
        "versionshistorie",
    },
    "conduct": {"codeofconduct", "conduct", "verhaltenskodex", "verhaltensregeln"},
    "governance": {"governance", "maintainers", "roadmap", "fahrplan", "steering"},
    "notes": {
        "todo", "todos", "notes", "notizen", "notiz", "feedback", "ideas", "ideen", "scratch",
        "meetingnotes", "protokoll", "offenepunkte",
    },
    "other": {
        "notice", "authors", "contributors", "credits", "thanks", "support", "acknowledgements",
    },
    "docs": {
        "install", "installation", "installing", "setup", "usage", "quickstart", "gettingstarted",
        "build", "building", "deploy", "deployment", "docker", "development", "developing",
        "configuration", "operations", "architecture", "manual", "userguide", "handbuch",
        "benutzerhandbuch", "administration", "anleitung", "einrichtung", "inbetriebnahme",
        "betrieb", "nutzung", "dokumentation", "documentation", "docs", "faq", "howto", "tutorial",
        "architektur", "entwicklung", "bedienungsanleitung", "konfiguration",
        "migration", "upgrading",
        "upgrade", "troubleshooting", "api", "running", "requirements", "testing",
    },
}  # fmt: skip
_ROLE_OF = {name: role for role, names in _NAMES.items() for name in names}
# These may stand without an extension, or as .txt, without being taken for something else.
_UNMARKED = frozenset(_ROLE_OF) - {
    "docker",
    "build",
    "setup",
    "docs",
    "api",
    "requirements",
    "testing",
}
_NO_DOCUMENT = regex(
    r"(?i)(?:un)?licen[cs]es?(?![a-z])|copying|lizenz(?:en)?(?![a-z])|eula|requirements[\w.-]{0,40}\.txt"
    r"|cmakelists\.txt|robots\.txt|humans\.txt|ads\.txt|version\.txt|manifest\.txt|notes\.txt|codeowners"
    r"|agents\.md|claude\.md|gemini\.md|copilot-instructions\.md"
)
_LANGUAGE = regex(
    r"[._-](?:de|deu|ger|german|deutsch|en|eng|english|englisch|fr|de-de|en-us|en-gb)"
)
_DOC_FOLDERS = frozenset(
    {
        "doc", "docs", "documentation", "documentations", "dokumentation", "dokumentationen",
        "doku",
        "handbuch", "handbücher", "handbuecher", "manual", "manuals", "wiki", "guide", "guides",
        "anleitung", "anleitungen", "user-guide", "userguide", "documents", "dokumente",
        "_docs", "docsite", "versioned_docs", "mkdocs", "sphinx", "antora",
    }
)  # fmt: skip
_FORGE_FOLDERS = frozenset({".github", ".gitlab", ".gitea", ".forgejo", ".well-known"})
_MANUAL = regex(
    r"(?i)handbuch|manual|anleitung|dokumentation|documentation|guide|install|benutzer|readme"
    r"|konzept|architektur|architecture|betrieb|einrichtung|inbetriebnahme|bedienung|schulung"
    r"|leitfaden|beschreibung|tutorial|whitepaper"
)
_TELLING = frozenset(_ROLE_OF) | {
    "index",
    "overview",
    "start",
    "home",
    "einleitung",
    "introduction",
}
_TELLING_PART = regex(
    r"install|setup|gettingstarted|quickstart|deploy|config|konfig|betrieb|einricht|inbetrieb"
    r"|handbuch|anleitung|usage|nutzung|contribut|mitwirk|licen[cs]e|lizenz|security|sicherheit"
    r"|architect|architektur|schnittstelle|run|start"
)
_FORGE_TEMPLATES = regex(r"(?i)(?:issue|pull_request|merge_request|discussion)_templates?(?:/|\.)")


@lru_cache(maxsize=4096)
def role_and_format(path: str) -> tuple[str, str] | None:
    """Role and format of a document, None where the file is none.

    READMEs and files of well-known names count wherever they lie; other texts in a folder for
    documents, in the root or near it; PDF and office files also by a telling name. In tests and
    examples only READMEs count, as `other`.
    """
    *folders, name = path.split("/")
    if name.startswith(".") or any(_is_hidden(folder) for folder in folders):
        return None
    stem, extension = _split(name)
    form = _FORMATS.get(extension)
    if form is None or len(folders) > MAX_DEPTH or _NO_DOCUMENT.match(name) or is_vendored(path):
        return None
    squeezed = _squeezed(stem)
    role = _ROLE_OF.get(squeezed)
    if role is None and squeezed.startswith("changelog"):
        role = "changelog"  # CHANGELOG_GUIDELINES, changelog-2024
    if is_test_or_example(path):
        return ("other", form) if role == "readme" and form not in _PRESENT_ONLY else None
    if form in _PRESENT_ONLY:
        is_manual = role is not None or not folders or _MANUAL.search(name) is not None
        return ("docs", form) if is_manual or _is_docs_folder(folders) else None
    if _FORGE_TEMPLATES.search(path) or (folders and folders[-1] == "LICENSES"):
        return None
    return _text_role(role, form, folders, squeezed)


def is_in_document_folder(path: str) -> bool:
    """Whether a folder above is named for documents."""
    return _is_docs_folder(path.split("/")[:-1])


def is_worth_reading(path: str) -> bool:
    """Whether a document of role docs or other is read, or its presence is all that is noted.

    Read are those in the root, directly in a folder for documents, and deeper ones whose name
    tells of installing, running, configuring or contributing. A manual of 900 pages cost as much
    time as all other facts of its repository together.
    """
    *folders, name = path.split("/")
    if not folders or _is_docs_folder(folders[-1:]) or folders[-3::2] == ["modules", "pages"]:
        return True
    stem = _squeezed(_split(name)[0])
    return stem in _TELLING or _TELLING_PART.search(stem) is not None


def _text_role(
    role: str | None, form: str, folders: list[str], stem: str
) -> tuple[str, str] | None:
    is_docs = _is_docs_folder(folders)
    is_forge_folder = bool(folders) and folders[0].lower() in _FORGE_FOLDERS
    if role is not None and (form != "text" or stem in _UNMARKED or is_docs):
        if form == "html" and role != "readme" and not is_docs:
            return None
        is_central = not folders or (len(folders) == 1 and (is_forge_folder or is_docs))
        if is_central or role in {"readme", "docs"}:
            return ("docs" if is_docs and role in {"other", "notes"} else role), form
        return ("docs" if is_docs else "other"), form
    if is_docs:
        return "docs", form
    if form in _MARKUP and len(folders) <= MAX_PLAIN_DEPTH and not is_forge_folder:
        return "other", form
    return None


def _split(name: str) -> tuple[str, str]:
    stem, dot, extension = name.lower().rpartition(".")
    if not dot:
        return name.lower(), ""
    if extension not in _FORMATS:
        # README.de is a README in German, README.bak is none.
        return (stem, "") if _LANGUAGE.fullmatch("." + extension) else (name.lower(), extension)
    return stem, extension


def _squeezed(stem: str) -> str:
    match = _LANGUAGE.search(stem, max(len(stem) - 9, 0))
    if match and match.end() == len(stem):
        stem = stem[: match.start()]
    return stem.replace("_", "").replace("-", "").replace(" ", "")


def _is_docs_folder(folders: list[str]) -> bool:
    """By a name of its own, a forge's wiki beside the code, or Antora's modules/NAME/pages."""
    if any(folder.lower() in _DOC_FOLDERS or folder.endswith(".wiki") for folder in folders):
        return True
    return any(pair == ("modules", "pages") for pair in zip(folders, folders[2:], strict=False))


def _is_hidden(folder: str) -> bool:
    """Folders of tools, agents and caches; those of the forges hold documents too."""
    return folder.startswith(".") and folder.lower() not in _FORGE_FOLDERS
