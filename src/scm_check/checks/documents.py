# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own texts for people: what the documentation rules read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from scm_check.facts.paths import is_own
from scm_check.model import CodeBlock, Document, Facts, Heading, Kind, Link, Publiccode
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
_LIBRARIES = frozenset({"lib", "libs", "libraries"})
_LIBRARY_MANIFESTS = ("library.properties", "library.json")
# What stands below a heading that nobody has filled yet; the last three are questions of forms.
_TO_BE_WRITTEN = regex(
    r"(?i)\W*(?:todo|to[- ]do|tb[dac](?:\b.{0,80})?|wip|n/?a|coming soon|not yet"
    r"|(?:work )?in progress|to be (?:done|defined|written|added)|under construction"
    r"|folgt(?: noch| in kürze| bald)?|in arbeit|in vorbereitung|noch nicht"
    r"|wird (?:noch )?(?:ergänzt|nachgereicht)|platzhalter|placeholder|back to (?:the )?top"
    r"|(?:zurück )?nach oben"
    r"|how can i start and fly this project|what insights do you have to tell|list your features"
    r")?\W*"
)
# What tools write beside the project's own texts: pages that show a markup, lists of their lanes.
_GENERATED = frozenset({"example.md", "markdown-examples.md", "api-examples.md"})
_GENERATED_PATHS = ("fastlane/readme.md",)
# Lists of a document's parts are cut at hundreds: what is missing beyond them may be there.
_MANY = 100


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
            and not is_generated(document)
            and not _is_of_library(document, facts)
            and is_own(document.path, facts.files)
        ):
            yield document


def is_generated(document: Document) -> bool:
    """Whether a tool wrote it for every project alike: what it shows is nobody's architecture."""
    path = document.path.lower()
    return path.rpartition("/")[2] in _GENERATED or path.endswith(_GENERATED_PATHS)


def is_served(document: Document, facts: Facts) -> bool:
    """Whether the text is a page that the software shows, or lies with its pictures and fonts.

    A README may lie in the folder itself, that of the pages; below it, it is about what lies there.
    """
    folders = path_inside(document, facts).lower().split("/")[:-1]
    return not _SERVED.isdisjoint(folders[:-1] if document.role == "readme" else folders)


def _is_of_library(document: Document, facts: Facts) -> bool:
    """Whether it came with a library that Arduino's package managers put into `lib/`."""
    base = facts.files.base
    folders = path_inside(document, facts).split("/")[:-1]
    if len(folders) < len(("lib", "name")) or folders[0].lower() not in _LIBRARIES:
        return False
    root = f"{base}{folders[0]}/{folders[1]}/"
    return any(root + name in facts.files.by_path for name in _LIBRARY_MANIFESTS)


def own_publiccode(facts: Facts) -> Publiccode | None:
    """The publiccode.yml, None where a fork kept that of the project it continues."""
    found = facts.publiccode
    if found is None or Kind.FORK not in facts.kind.kinds:
        return found
    signs = (item for item in facts.kind.evidence if item.kind is Kind.FORK)
    return None if any(item.path == found.path for item in signs) else found


def is_of_another(publiccode: Publiccode, facts: Facts) -> bool:
    """Whether it gives the name or the address of another project: for a person to look at."""
    return any(
        item.kind is Kind.FORK and item.path == publiccode.path for item in facts.kind.evidence
    )


def is_to_be_written(heading: Heading, document: Document) -> bool:
    """Whether all that stands below it says that it is still to be written ("TODO")."""
    section = section_of(heading, document)
    is_text_alone = bool(section.texts) and not section.blocks and not section.links
    return is_text_alone and all(_TO_BE_WRITTEN.fullmatch(text[:200]) for text in section.texts)


def is_page_to_be_written(document: Document) -> bool:
    """Whether that is all that a whole page says."""
    is_text_alone = not document.code_blocks and not document.links and bool(document.paragraphs)
    texts = (item.text[:200] for item in document.paragraphs)
    return is_text_alone and all(map(_TO_BE_WRITTEN.fullmatch, texts))


def is_empty(heading: Heading, document: Document) -> bool:
    """Whether nothing was found below it, in subsections neither."""
    section = section_of(heading, document)
    last = document.paragraphs[-1].line if document.paragraphs else 0
    may_be_cut = len(document.paragraphs) >= _MANY and last <= heading.line
    return not (section.texts or section.blocks or section.links or may_be_cut)


class Section(NamedTuple):
    """What stands below a heading: texts, blocks of code, links but those within the document."""

    texts: tuple[str, ...]
    blocks: tuple[CodeBlock, ...]
    links: tuple[Link, ...]


def section_of(heading: Heading, document: Document) -> Section:
    """The section with its subsections, up to the next heading of the same level or above."""
    later = (item for item in document.headings if item.line > heading.line)
    end = next((item.line for item in later if item.level <= heading.level), 1 << 62)
    lines = range(heading.line + 1, end)
    return Section(
        tuple(item.text for item in document.paragraphs if item.line in lines),
        tuple(item for item in document.code_blocks if item.line in lines),
        tuple(
            item
            for item in document.links
            if item.line in lines and not item.target.startswith("#")
        ),
    )


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
