# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a link in a document leads to within the repository."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum
from urllib.parse import unquote

from scm_check.checks.file_names import listed
from scm_check.model import Document, Facts
from scm_check.patterns import regex
from scm_check.values import dataclass

# With a scheme, a host, an address, or made by a program when the page is built.
_ELSEWHERE = regex(
    r"[a-z][a-z0-9+.-]{0,30}:|//|www\.|[^/@\s]{1,80}@[^/\s]{1,200}\Z"
    r"|[\w-]{1,80}(?:\.[\w-]{1,80}){0,4}\.(?:com|de|org|net|io|eu|dev|app|at|ch)(?:[/:?#]|\Z)",
    re.IGNORECASE,
)
_MADE = regex(r"[{}<>$|`]|%[{(]|^@|\s\S{0,200}\s")
# What a generator of pages is set up by; below such a folder links may name pages, not files.
_SITES = listed("""
    mkdocs.yml mkdocs.yaml docusaurus.config.js docusaurus.config.ts _config.yml _config.yaml
    conf.py antora.yml antora-playbook.yml book.toml hugo.toml gatsby-config.js zensical.toml
    astro.config.mjs astro.config.ts _quarto.yml docfx.json sidebars.js _sidebar.md .nojekyll
    eleventy.config.js .eleventy.js
""")
_PAGE_ENDINGS = listed(".md .mdx .markdown .adoc .rst .html .org .txt")
_INDEXES = listed("README.md index.md index.mdx index.adoc index.rst index.html")
_ROOTS = ("", "docs/", "doc/", "static/", "public/", "docs/static/", "docs/public/", "src/",
          "content/", "assets/", "docs/source/", "docs/_static/", "website/static/")  # fmt: skip
# Folders that a build makes: nothing of them is in a repository.
_BUILT = listed("""
    build dist target out bin obj coverage htmlcov node_modules site _site _build public
""")
# "index.en.md": the pages beside it are named without their language (Hugo, mkdocs-static-i18n).
_IN_LANGUAGE = regex(r".{1,400}(\.[a-z]{2}(?:-[A-Za-z]{2,4})?)\.\w{2,8}")
_CODE_LINES = regex(r"[Ll]\d{1,7}(?:C\d{1,5})?(?:-[Ll]?\d{1,7}(?:C\d{1,5})?)?")


class Found(Enum):
    """What a target turned out to be."""

    THERE = "there"
    MISSING = "missing"
    OTHER_CASE = "other-case"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tree:
    """All paths of the repository and the folders that they make."""

    paths: frozenset[str]
    folded: Mapping[str, str]
    submodules: tuple[str, ...]
    sites: frozenset[str]

    @classmethod
    def of(cls, facts: Facts) -> Tree:
        files = [file.path for file in (*facts.files.all, *facts.files.above, *facts.files.links)]
        paths = {unicodedata.normalize("NFC", path) for path in files}
        sites = {_folder(path) for path in paths if path.rpartition("/")[2] in _SITES}
        sites |= {_folder(path.rpartition("/")[0]) for path in paths if _is_in_dot_site(path)}
        paths |= set(facts.files.submodules)
        paths |= {folder for path in paths for folder in _above(path)}
        return cls(
            frozenset(paths),
            {path.casefold(): path for path in paths},
            facts.files.submodules,
            frozenset(sites),
        )

    def is_site(self, path: str) -> bool:
        """Whether the document becomes a page of a generated site."""
        if ".wiki" in path or path.endswith(".mdx"):
            return True
        return not self.sites.isdisjoint({_folder(path), *_above(path)})


@dataclass(frozen=True, slots=True)
class Target:
    """A link's target: `path` from the repository root where it is there, and its anchor."""

    found: Found
    path: str = ""
    anchor: str = ""


def target_of(written: str, document: Document, tree: Tree) -> Target:
    """Where a link as written in that document leads."""
    if not written or _ELSEWHERE.match(written) or _MADE.search(unquote(written)):
        return Target(Found.UNKNOWN)
    if document.format == "asciidoc" and not re.search(r"[./#]", written):
        return Target(Found.THERE, document.path, written)  # <<id>>, <<Title of a section>>
    rest, _, anchor = written.partition("#")
    path = unicodedata.normalize("NFC", unquote(rest.partition("?")[0]))
    anchor = unquote(anchor)
    if not path:
        return Target(Found.THERE, document.path, anchor)
    candidates = list(_candidates(path, document, is_site=tree.is_site(document.path)))
    if not candidates:
        return Target(Found.UNKNOWN)  # above the root: a page of the forge, "../../issues"
    for candidate in candidates:
        if candidate in tree.paths:
            return Target(Found.THERE, candidate, anchor)
    other = next(filter(None, (tree.folded.get(item.casefold()) for item in candidates)), None)
    if other is not None:
        return Target(Found.OTHER_CASE, other, anchor)
    return Target(_missing(path, document, candidates, tree), candidates[0], anchor)


def is_line(anchor: str) -> bool:
    """Whether the anchor names lines of a source file ("L10-L20") or the head of the page."""
    is_of_page = anchor.lower() in ("", "top", "readme") or anchor.startswith(
        (":~:", "!", "/", "page=")
    )
    return is_of_page or _CODE_LINES.fullmatch(anchor) is not None


def _missing(path: str, document: Document, candidates: list[str], tree: Tree) -> Found:
    for candidate in candidates:
        if any(candidate.startswith(f"{name}/") for name in tree.submodules):
            return Found.UNKNOWN
    if candidates[0].split("/")[0] in _BUILT or "/-/" in path:
        return Found.UNKNOWN
    is_file = posixpath.splitext(path)[1].lower() not in ("", ".html", ".htm")
    if tree.is_site(document.path) and (path.startswith("/") or not is_file):
        return Found.UNKNOWN  # a page that the generator makes under a name of its own
    if document.format == "asciidoc" and any(p.endswith(f"/{path}") for p in tree.paths):
        return Found.UNKNOWN  # `:imagesdir:` says where from
    return Found.MISSING


def _candidates(path: str, document: Document, *, is_site: bool) -> Iterator[str]:
    """Paths from the root that could be meant, the plainest first; none that lead out of it."""
    here = _folder(document.path)
    language = _IN_LANGUAGE.fullmatch(document.path)
    if path.startswith("/"):
        bases = list(_ROOTS)
        path = path.lstrip("/")
    else:
        bases = [here]
        if is_site:  # a page "a/b.md" is served as "a/b/"
            bases.append(f"{document.path.rpartition('.')[0]}/")
    for base in bases:
        joined = posixpath.normpath(f"{base}{path}" if base else path or ".")
        if joined.startswith("../") or joined == "..":
            continue
        yield "" if joined == "." else joined
        if language:
            stem, ending = posixpath.splitext(joined)
            yield f"{stem}{language[1]}{ending}"
        for ending in sorted(_PAGE_ENDINGS):
            if is_site or not posixpath.splitext(joined)[1]:
                yield f"{joined.removesuffix('.html')}{ending}"
        if is_site:
            yield from (f"{joined}/{index}" for index in sorted(_INDEXES))


def _folder(path: str) -> str:
    """The folder with its slash, empty for the root."""
    folder = path.rpartition("/")[0]
    return f"{folder}/" if folder else ""


def _above(path: str) -> Iterator[str]:
    """All folders above a path, without and with their slash, and the root."""
    yield ""
    parts = path.split("/")[:-1]
    for count in range(1, len(parts) + 1):
        folder = "/".join(parts[:count])
        yield folder
        yield f"{folder}/"


def _is_in_dot_site(path: str) -> bool:
    return "/.vitepress/" in f"/{path}" or "/.vuepress/" in f"/{path}"
