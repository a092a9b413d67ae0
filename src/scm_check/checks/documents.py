# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own texts for people: what the documentation rules read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scm_check.facts.paths import is_own
from scm_check.model import Document, Facts, Heading, Kind, Publiccode
from scm_check.patterns import regex

# Where a reader looks for a project's README, CONTRIBUTING and policies.
MAIN_FOLDERS = frozenset({"", ".github", ".gitlab", ".gitea", ".forgejo", "docs", "doc"})
_FORGE_FOLDERS = frozenset({".github", ".gitlab", ".gitea", ".forgejo"})
# Instructions for coding assistants describe how they are to work, not how the software is used.
_FOR_MACHINES = frozenset(
    {"agents.md", "claude.md", "copilot-instructions.md", "gemini.md", "llms.txt", "skill.md"}
)
# Folders whose files a web server hands out as they are: contents of the application.
_SERVED = frozenset({"public", "static", "wwwroot", "webroot"})
# What stands below a heading that nobody has filled yet.
_TO_BE_WRITTEN = regex(
    r"(?i)\W*(?:todo|to[- ]do|tbd|tba|tbc|wip|n/?a|coming soon|to be (?:done|defined|written|added)"
    r"|work in progress|under construction|folgt(?: noch| in kürze| bald)?|in arbeit"
    r"|in vorbereitung|wird (?:noch )?(?:ergänzt|nachgereicht)|platzhalter|placeholder)?\W*"
)


def own_documents(facts: Facts, roles: Collection[str]) -> Iterator[Document]:
    """Documents of these roles that people wrote for people.

    Left out: a project generator's text, vendored and test folders, folders of tools, pages that
    the software shows.
    """
    for document in facts.documents:
        *folders, name = path_inside(document, facts).split("/")
        is_of_tools = any(folder.startswith(".") for folder in folders if not _is_of_forge(folder))
        if (
            document.role in roles
            and document.template is None
            and not is_of_tools
            and name.lower() not in _FOR_MACHINES
            and not is_served(document, facts)
            and is_own(document.path, facts.files)
        ):
            yield document


def is_served(document: Document, facts: Facts) -> bool:
    """Whether the text is a page that the software shows, none about the software."""
    folders = path_inside(document, facts).lower().split("/")[:-1]
    return document.role != "readme" and not _SERVED.isdisjoint(folders)


def own_publiccode(facts: Facts) -> Publiccode | None:
    """The publiccode.yml, None where a fork kept that of the project it continues."""
    found = facts.publiccode
    if found is None or Kind.FORK not in facts.kind.kinds:
        return found
    signs = (item for item in facts.kind.evidence if item.kind is Kind.FORK)
    return None if any(item.path == found.path for item in signs) else found


def is_to_be_written(heading: Heading, document: Document) -> bool:
    """Whether all that stands below it says that it is still to be written ("TODO")."""
    following = [item.line for item in document.headings if item.line > heading.line]
    section = range(heading.line + 1, min(following, default=1 << 62))
    lines = [item.line for item in document.code_blocks]
    lines += [item.line for item in document.links]
    if any(line in section for line in lines):
        return False
    texts = [item.text for item in document.paragraphs if item.line in section]
    return bool(texts) and all(_TO_BE_WRITTEN.fullmatch(text[:200]) for text in texts)


def headings_above(line: int, document: Document) -> tuple[Heading, ...]:
    """The headings of the sections that the line stands in, nearest first, without the title."""
    found: list[Heading] = []
    for heading in reversed(document.headings):
        is_title = heading is document.headings[0] and heading.level == 1
        is_above = not found or heading.level < found[-1].level
        if heading.line <= line and is_above and not is_title:
            found.append(heading)
    return tuple(found)


def path_inside(document: Document, facts: Facts) -> str:
    """The path from where what is examined begins."""
    return document.path.removeprefix(facts.files.base)


def folder_of(document: Document, facts: Facts) -> str:
    """The folder, likewise; empty for the root."""
    return path_inside(document, facts).rpartition("/")[0].lower()


def _is_of_forge(folder: str) -> bool:
    return folder in _FORGE_FOLDERS
