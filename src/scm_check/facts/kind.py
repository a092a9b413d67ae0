# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the repository is, by at least two observations of different sorts; else unknown.

A kind decides which rules are asked, so one sign is never enough: a Dockerfile lies in libraries
too, a folder `data/` in every application. A declaration counts as one observation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from urllib.parse import urlsplit

from scm_check.facts.documents.roles import is_in_document_folder, role_and_format
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_own
from scm_check.model import (
    Document,
    File,
    Files,
    Kind,
    KindEvidence,
    Manifest,
    Publiccode,
    RepositoryKind,
)
from scm_check.patterns import regex

MIN_OBSERVATIONS = 2
MIN_DATA_FILES = 5
MIN_NAME = 6
STUB_WORDS = 60
STUB_FILES = 8

_NOT_SOURCE = frozenset(
    {"CSS", "HTML", "SQL", "SPARQL", "CMake", "Nix", "Shell", "PowerShell", "HCL"}
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DATA = _words(
    """csv tsv geojson topojson gpkg shp dbf parquet xlsx ods xls ttl rdf nt jsonld gml kml kmz gpx
    ndjson jsonl arrow feather nc tif tiff las laz citygml sav rds mbtiles pmtiles"""
)
_CONFIGURATION = _words("yml yaml toml ini conf cfg tf tfvars json xml properties env j2")
_DATA_FOLDERS = frozenset(
    {"data", "daten", "datasets", "dataset", "rohdaten", "opendata", "tables"}
)
_BOILERPLATE = regex(
    r"(?i)(?:(?:un)?licen[cs]es?|copying|lizenz(?:en)?|notice|authors|codeowners|contributing"
    r"|code_of_conduct|security|readme|publiccode|citation)(?:[._-][\w.-]{0,60})?"
    r"|\.[\w.-]{1,80}|reuse\.toml|[\w-]{1,80}\.(?:png|svg|jpe?g|gif|ico)"
)
_MAIN_PROGRAMS = regex(
    r"(?:[^/]{1,100}/){0,4}(?:"
    r"manage\.py|wsgi\.py|asgi\.py|app\.py|main\.py|__main__\.py|server\.[jt]s|app\.[jt]s"
    r"|main\.(?:ts|tsx|js|jsx|go|rs|dart|c|cc|cpp)|program\.cs|artisan|config\.ru|index\.php"
    r"|[\w]{0,80}application\.(?:java|kt)|app\.(?:vue|svelte|tsx|jsx)|tool_main\.c"
    r"|(?:pages|app)/(?:_app|index|layout|page)\.(?:tsx|jsx|ts|js|vue)"
    r")"
)
_ENTRY_PAGES = regex(
    r"(?:[^/]{1,100}/){0,2}(?:(?:public|src|app|www|web|static|frontend|client)/){0,2}index\.html"
)
_SERVICE_FILES = regex(
    r"(?:[^/]{1,100}/){0,6}(?:(?:openapi|swagger|asyncapi)[\w.-]{0,40}\.(?:ya?ml|json)"
    r"|(?:alembic|migrations)/[^/]{1,200}\.(?:py|sql|cs|ts|js|php|rb)"
    r"|serverless\.(?:ya?ml|ts|js)|schema\.graphqls?|[\w-]{1,80}\.proto)"
)
_ANDROID = regex(r"(?:[^/]{1,100}/){0,8}androidmanifest\.xml")
_XCODE = regex(r"(?:[^/]{1,100}/){0,6}[^/]{1,100}\.xcodeproj/project\.pbxproj")
_PLIST = regex(r"(?:[^/]{1,100}/){0,6}(?:info\.plist|[^/]{1,100}\.xcassets/contents\.json)")
_FIRMWARE_BUILD = regex(
    r"(?:[^/]{1,100}/){0,3}(?:platformio\.ini|sdkconfig(?:\.defaults)?|west\.yml|idf_component\.yml"
    r"|mbed_app\.json|arduino\.json|[\w-]{1,80}\.ioc|prj\.conf)"
)
_FIRMWARE_CODE = regex(r"(?:[^/]{1,100}/){0,6}[^/]{1,100}\.(?:ino|ld|dts|overlay|kicad_pcb)")
_DECODERS = regex(r"(?:[^/]{1,100}/){0,3}[^/]{0,100}(?:decoder|payload|lorawan|ttn)[^/]{0,100}\.js")
_DOCUMENTATION_BUILD = regex(
    r"(?:(?:docs?|website|site|documentation|doku)/)?(?:mkdocs\.ya?ml|_config\.ya?ml|docusaurus\.config\.[jt]s"
    r"|antora(?:-playbook)?\.ya?ml|book\.toml|conf\.py|hugo\.toml|\.vitepress/config\.[\w.]{1,10}"
    r"|zensical\.toml|_quarto\.ya?ml|astro\.config\.\w{1,4}|\.gitbook\.ya?ml)"
)
_SCHEMAS = regex(
    r"(?:[^/]{1,100}/){0,6}(?:datapackage\.(?:json|ya?ml)|[^/]{1,100}\.(?:schema|resource|meta|metadata)\.(?:json|ya?ml)"
    r"|tableschema\.json|dcat[\w.-]{0,40}|data[_-]?dictionary[\w.-]{0,40}|catalog\.(?:ttl|rdf|jsonld))"
)
_LIBRARY_LAYOUT = regex(
    r"include/(?:[^/]{1,100}/){0,4}[^/]{1,100}\.(?:h|hpp)|src/lib\.rs"
    r"|src/[\w-]{1,80}/__init__\.py|(?:src/)?index\.d\.ts|sources/[\w-]{1,80}/[\w-]{1,80}\.swift"
    r"|[\w-]{1,80}\.podspec|[\w-]{1,80}\.gemspec|src/index\.[jt]sx?|lib/[\w-]{1,80}\.dart"
    r"|consumer-rules\.pro|[\w-]{1,80}/consumer-rules\.pro|packages/[\w-]{1,80}/src/index\.[jt]s"
)
_LIBRARY_BUILD = regex(r"[\w.-]{1,100}\.(?:pc\.in|pc\.cmakein)|lib/[\w-]{1,80}\.(?:c|cc|cpp)")
_COMPONENTS = regex(
    r"(?:[^/]{1,200}/){1,12}[^/]{1,200}\.(?:tsx|jsx|vue|svelte|cshtml|razor|blade\.php|twig)"
    r"|(?:[^/]{1,200}/){0,4}wp-content/(?:themes|plugins)/(?:[^/]{1,200}/){1,6}[^/]{1,200}\.php"
)
_DEPLOYMENT_RECIPES = regex(
    r"(?:[^/]{1,100}/){0,8}(?:chart\.ya?ml|values[\w.-]{0,60}\.ya?ml|kustomization\.ya?ml"
    r"|helmfile\.ya?ml|[\w.-]{1,80}\.tf|ansible\.cfg|playbook[\w.-]{0,60}\.ya?ml|inventory[\w./-]{0,80}"
    r"|(?:docker-)?compose[\w.-]{0,60}\.ya?ml)"
)
_DATA_WORDS = regex(
    r"(?i)\b(?:open[ -]?data|offene daten|datens[aä]tze?n?|datasets?|rohdaten"
    r"|daten(?:sammlung|katalog|modell)"
    r"|statistik(?:en)?|zeitreihen?)\b"
)
_MIRROR_WORDS = regex(
    r"(?i)\b(?:mirror(?:ed)? (?:of|from)|read-?only (?:mirror|copy)"
    r"|is (?:only )?a mirror|github mirror"
    r"|spiegel(?:ung)? (?:von|des|der)|gespiegelt von|(?:nur )?ein spiegel)\b"
)
_FORK_WORDS = regex(
    r"(?i)\b(?:(?:hard |soft )?fork(?:ed)? (?:of|from|von|des|der)"
    r"|is a fork|ist ein fork|abspaltung von)\b"
)
ORIGIN_WORDS = ((Kind.MIRROR, _MIRROR_WORDS), (Kind.FORK, _FORK_WORDS))
_DERIVED = regex(
    r"(?i)\b(?:add-?ons?|plug-?in|based on|basier(?:t|end) auf|built (?:on|upon)|extends"
    r"|(?:erweiterung|extension|fork|abspaltung|anpassung|adaptation) (?:of|von|des|der|for|f.r))\b"
)
FORGE_LINK = regex(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.[\w.-]{2,80}|bitbucket\.org|codeberg\.org"
    r"|git\.[\w.-]{2,80}"
    r"|[\w-]{1,60}\.github\.io)/[^\s/]{1,100}"
)
_SOFTWARE_TYPES = {
    "standalone/web": Kind.APPLICATION,
    "standalone/desktop": Kind.APPLICATION,
    "standalone/mobile": Kind.MOBILE,
    "standalone/backend": Kind.SERVICE,
    "standalone/iot": Kind.FIRMWARE,
    "standalone/other": Kind.APPLICATION,
    "standalone": Kind.APPLICATION,
    "library": Kind.LIBRARY,
    "addon": Kind.LIBRARY,
    "configurationfiles": Kind.CONFIGURATION,
}
_HINTS = {
    "server-framework": Kind.SERVICE,
    "web-framework": Kind.APPLICATION,
    "desktop-framework": Kind.APPLICATION,
    "command": Kind.APPLICATION,
    "mobile-framework": Kind.MOBILE,
    "android-library": Kind.MOBILE,
    "data-framework": Kind.DATA,
    "documentation-generator": Kind.DOCUMENTATION,
}
_STARTING_SCRIPTS = frozenset({"start", "serve", "dev", "start:prod"})


def kind_of(
    files: Files,
    documents: tuple[Document, ...],
    manifests: tuple[Manifest, ...],
    publiccode: Publiccode | None,
    containers: tuple[str, ...],
    declared: tuple[str, ...],
    *,
    url: str | None = None,
    upstream: str | None = None,
) -> RepositoryKind:
    """All kinds with two observations or more, and every observation, also of kinds not reached.

    `declared` names kinds as in model.Kind; unknown names are ignored here, settings refuse them.
    `url` is the repository's own address: with it a publiccode.yml of another one speaks of a fork.
    `upstream`, where somebody names it, is enough for a fork: that kind rules no rule out.
    """
    seen = _Seen(files, documents, manifests, publiccode, containers)
    known = {kind.value for kind in Kind}
    found = [KindEvidence(Kind(name), "declared") for name in declared if name in known]
    if upstream:
        found += [KindEvidence(Kind.FORK, sign) for sign in ("declared", "upstream-declared")]
    for observe in _OBSERVERS:
        found += observe(seen)
    if url is not None:
        found += _foreign_publiccode(publiccode, manifests, url)
    return _decided(found)


def with_evidence(kind: RepositoryKind, more: Iterable[KindEvidence]) -> RepositoryKind:
    """The kind as it is with further observations."""
    return _decided([*kind.evidence, *more])


def _decided(found: list[KindEvidence]) -> RepositoryKind:
    evidence = _first_of_each(found)
    counts = Counter(item.kind for item in evidence)
    kinds = {kind for kind, count in counts.items() if count >= MIN_OBSERVATIONS}
    if Kind.PLACEHOLDER in kinds and len(kinds - {Kind.MIRROR, Kind.FORK}) > 1:
        kinds.discard(Kind.PLACEHOLDER)
    return RepositoryKind(
        frozenset(kinds),
        evidence,
        is_declared=any(item.observation == "declared" for item in found),
    )


def _first_of_each(found: list[KindEvidence]) -> tuple[KindEvidence, ...]:
    """One per kind and observation, the first path in order: two Dockerfiles are one sign."""
    first: dict[tuple[str, str], KindEvidence] = {}
    for item in sorted(found, key=lambda item: (item.kind, item.observation, item.path or "")):
        first.setdefault((item.kind, item.observation), item)
    return tuple(first.values())


class _Seen:
    """What all observers look at; paths are lower-case and begin at the examined folder."""

    def __init__(
        self,
        files: Files,
        documents: tuple[Document, ...],
        manifests: tuple[Manifest, ...],
        publiccode: Publiccode | None,
        containers: tuple[str, ...],
    ) -> None:
        self.documents = documents
        self.manifests = manifests
        self.publiccode = publiccode
        self.containers = containers
        self.base = files.base
        self.submodules = files.submodules
        self.own = [
            (file.path[len(files.base) :].lower(), file)
            for file in files.all
            if is_own(file.path, files) and not _is_hidden(file.path[len(files.base) :])
        ]
        # Vendored and test files count where "nothing else is here" is the observation.
        self.every = [(file.path[len(files.base) :].lower(), file) for file in files.all]

    @cached_property
    def source(self) -> list[File]:
        """Source code of the product; helper scripts and configuration in code are counted too."""
        return [
            file
            for inner, file in self.own
            if (language := language_of(file.path)) is not None
            and language not in _NOT_SOURCE
            and not inner.startswith(".")
            and not _DOCUMENTATION_BUILD.fullmatch(inner)
        ]

    @cached_property
    def data(self) -> list[File]:
        return [file for inner, file in self.own if _extension(inner) in _DATA]

    @cached_property
    def texts(self) -> list[File]:
        return [
            file
            for inner, file in self.own
            if (role := role_and_format(inner)) is not None and role[1] != "office"
        ]

    @cached_property
    def content(self) -> list[tuple[str, File]]:
        """All but licence, README, hidden files and pictures."""
        return [
            item
            for item in self.every
            if not _BOILERPLATE.fullmatch(item[0].rpartition("/")[2])
            and not item[0].startswith((".", "licenses/"))
        ]

    @cached_property
    def settings(self) -> list[File]:
        return [
            file
            for inner, file in self.content
            if _extension(inner) in _CONFIGURATION and not is_in_document_folder(inner)
        ]

    @cached_property
    def readme(self) -> Document | None:
        readmes = [item for item in self.documents if item.role == "readme"]
        return min(readmes, key=lambda item: (item.path.count("/"), item.path), default=None)

    @cached_property
    def mobile_folders(self) -> tuple[str, ...]:
        """Folders of apps for phones that hold no manifest of something else deeper down."""
        return tuple(
            _folder(item.path) for item in self.manifests if "mobile-framework" in item.hints
        )

    def is_mobile(self, path: str) -> bool:
        """Whether the nearest manifest above the file is that of an app for phones."""
        nearest = max(
            (_folder(item.path) for item in self.manifests if path.startswith(_folder(item.path))),
            key=len,
            default=None,
        )
        return nearest is not None and nearest in self.mobile_folders

    def first(self, pattern: re.Pattern[str], *, outside_mobile: bool = False) -> str | None:
        for inner, file in self.own:
            if pattern.fullmatch(inner) and not (outside_mobile and self.is_mobile(file.path)):
                return file.path
        return None


Observer = Callable[[_Seen], Iterator[KindEvidence]]


def _manifest_signs(seen: _Seen) -> Iterator[KindEvidence]:
    for manifest in seen.manifests:
        is_mobile = "mobile-framework" in manifest.hints
        is_desktop = "desktop-framework" in manifest.hints
        for hint in manifest.hints:
            # react-dom stands in every app that also runs in a browser, next in desktop programs.
            is_other = is_mobile and _HINTS.get(hint) is Kind.APPLICATION
            is_other |= is_desktop and hint == "server-framework"
            if hint in _HINTS and not is_other:
                yield KindEvidence(_HINTS[hint], hint, manifest.path)
        if not is_mobile and not manifest.is_library:
            if not _STARTING_SCRIPTS.isdisjoint(manifest.scripts):
                yield KindEvidence(Kind.APPLICATION, "start-script", manifest.path)
                if "server-framework" in manifest.hints and not is_desktop:
                    yield KindEvidence(Kind.SERVICE, "start-script", manifest.path)
            if "server-framework" in manifest.hints:
                yield KindEvidence(Kind.APPLICATION, "server-program", manifest.path)
        if manifest.is_library:
            yield KindEvidence(Kind.LIBRARY, "library-manifest", manifest.path)
            if manifest.version and manifest.license and not manifest.is_private:
                yield KindEvidence(Kind.LIBRARY, "published-package", manifest.path)


def _declared_type(seen: _Seen) -> Iterator[KindEvidence]:
    if seen.publiccode is not None and seen.publiccode.software_type:
        kind = _SOFTWARE_TYPES.get(seen.publiccode.software_type.strip().lower())
        if kind is not None:
            yield KindEvidence(kind, "software-type", seen.publiccode.path)


def _program_signs(seen: _Seen) -> Iterator[KindEvidence]:
    if not seen.source:
        return
    for kind, observation, pattern in (
        (Kind.APPLICATION, "main-program", _MAIN_PROGRAMS),
        (Kind.APPLICATION, "entry-page", _ENTRY_PAGES),
        (Kind.APPLICATION, "page-components", _COMPONENTS),
        (Kind.SERVICE, "service-interface", _SERVICE_FILES),
    ):
        if path := seen.first(pattern, outside_mobile=True):
            yield KindEvidence(kind, observation, path)
    if seen.containers:
        yield KindEvidence(Kind.APPLICATION, "container-recipe", seen.containers[0])
        yield KindEvidence(Kind.SERVICE, "container-recipe", seen.containers[0])
    if path := seen.first(_LIBRARY_LAYOUT):
        yield KindEvidence(Kind.LIBRARY, "library-layout", path)
    if path := seen.first(_LIBRARY_BUILD):
        yield KindEvidence(Kind.LIBRARY, "library-build", path)


def _device_signs(seen: _Seen) -> Iterator[KindEvidence]:
    for kind, observation, pattern in (
        (Kind.MOBILE, "android-manifest", _ANDROID),
        (Kind.MOBILE, "xcode-project", _XCODE),
        (Kind.MOBILE, "app-resources", _PLIST),
        (Kind.FIRMWARE, "firmware-build", _FIRMWARE_BUILD),
        (Kind.FIRMWARE, "firmware-source", _FIRMWARE_CODE),
        (Kind.FIRMWARE, "payload-decoder", _DECODERS),
    ):
        if path := seen.first(pattern):
            yield KindEvidence(kind, observation, path)


def _data_signs(seen: _Seen) -> Iterator[KindEvidence]:
    if path := seen.first(_SCHEMAS):
        yield KindEvidence(Kind.DATA, "data-schema", path)
    data = seen.data
    if len(data) < MIN_DATA_FILES:
        return
    if len(data) >= 2 * len(seen.source):
        yield KindEvidence(Kind.DATA, "mostly-data-files", data[0].path)
    if _DATA_FOLDERS & {part for inner, _ in seen.own for part in inner.split("/")[:2]}:
        yield KindEvidence(Kind.DATA, "data-folder", data[0].path)
    readme = seen.readme
    if readme is not None and any(_DATA_WORDS.search(text) for text in _beginning(readme)):
        yield KindEvidence(Kind.DATA, "readme-names-data", readme.path)


def _document_signs(seen: _Seen) -> Iterator[KindEvidence]:
    texts = seen.texts
    generator = seen.first(_DOCUMENTATION_BUILD)
    if generator is not None:
        yield KindEvidence(Kind.DOCUMENTATION, "documentation-generator", generator)
    if len(texts) < 3 or len(seen.data) >= MIN_DATA_FILES:
        return
    if generator is None and len(seen.settings) > len(texts):
        return  # each chart or module of such a collection has its README
    if len(texts) >= 2 * len(seen.source):
        yield KindEvidence(Kind.DOCUMENTATION, "mostly-documents", texts[0].path)
    if not seen.source and not seen.manifests:
        yield KindEvidence(Kind.DOCUMENTATION, "no-source-code")


def _configuration_signs(seen: _Seen) -> Iterator[KindEvidence]:
    settings = seen.settings
    if path := seen.first(_DEPLOYMENT_RECIPES):
        yield KindEvidence(Kind.CONFIGURATION, "deployment-recipe", path)
    if len(settings) >= 3 and len(settings) * 2 >= len(seen.content):
        yield KindEvidence(Kind.CONFIGURATION, "mostly-configuration", settings[0].path)
    if settings and not seen.source and not seen.manifests and len(seen.texts) <= len(settings):
        yield KindEvidence(Kind.CONFIGURATION, "no-source-code")


def _placeholder_signs(seen: _Seen) -> Iterator[KindEvidence]:
    if seen.content or seen.manifests or seen.submodules:
        return
    if len(seen.every) <= STUB_FILES:
        path = seen.every[0][1].path if seen.every else None
        yield KindEvidence(Kind.PLACEHOLDER, "nothing-but-boilerplate", path)
    if sum(document.words for document in seen.documents) <= STUB_WORDS and not any(
        not document.is_read for document in seen.documents
    ):
        path = seen.readme.path if seen.readme is not None else None
        yield KindEvidence(Kind.PLACEHOLDER, "readme-stub" if path else "no-readme", path)


def _upstream_signs(seen: _Seen) -> Iterator[KindEvidence]:
    """A phrase at the beginning of the README, and beside it a link to where it comes from."""
    readme = seen.readme
    if readme is None:
        return
    for paragraph in readme.paragraphs[:12]:
        for kind, words in ORIGIN_WORDS:
            if not words.search(paragraph.text):
                continue
            yield KindEvidence(kind, "readme-says-so", readme.path)
            near = range(paragraph.line, paragraph.line + 6)
            if any(link.line in near and FORGE_LINK.match(link.target) for link in readme.links):
                yield KindEvidence(kind, "upstream-linked", readme.path)


def _inherited_signs(seen: _Seen) -> Iterator[KindEvidence]:
    """Metadata that name a project which the README names too, but not as its own title.

    Forks keep the publiccode.yml and the manifest of what they continue: an add-on whose package
    is still called masterportal. The README has to say that it builds on it; else a package
    called "frontend" would make a fork of every second repository.
    """
    readme = seen.readme
    title = next((item.text.lower() for item in readme.headings), "") if readme else ""
    if readme is None or not title:
        return
    derived = [item.text.lower() for item in readme.paragraphs[:12] if _DERIVED.search(item.text)]
    for name, observation, path in _inherited_names(seen):
        is_other = name not in title and not _is_part_of(title, name)
        if is_other and any(name in text for text in derived):
            yield KindEvidence(Kind.FORK, observation, path)
            yield KindEvidence(Kind.FORK, "readme-names-upstream", readme.path)


def _inherited_names(seen: _Seen) -> Iterator[tuple[str, str, str]]:
    """Names of the project in metadata at the root, with what they are and where they stand."""
    if seen.publiccode is not None and seen.publiccode.name:
        name = seen.publiccode.name.strip().lower()
        if len(name) >= MIN_NAME:
            yield name, "publiccode-of-another-project", seen.publiccode.path
    for manifest in seen.manifests:
        name = (manifest.name or "").lower().rpartition("/")[2]
        if len(name) >= MIN_NAME and "/" not in manifest.path.removeprefix(seen.base):
            yield name, "manifest-of-another-project", manifest.path


def _is_part_of(title: str, name: str) -> bool:
    """Whether name and title share their words: "app-dashboard" and "Dashboard der Stadt"."""
    words = {word for word in re.split(r"[\W_]+", name) if len(word) > 3}
    return any(word in title for word in words)


_OBSERVERS: tuple[Observer, ...] = (
    _manifest_signs,
    _declared_type,
    _program_signs,
    _device_signs,
    _data_signs,
    _document_signs,
    _configuration_signs,
    _placeholder_signs,
    _upstream_signs,
    _inherited_signs,
)


def _foreign_publiccode(
    publiccode: Publiccode | None, manifests: tuple[Manifest, ...], url: str
) -> list[KindEvidence]:
    """A publiccode.yml that names another repository: forks inherit it, mirrors point home."""
    if publiccode is None or not publiccode.url:
        return []
    here, there = address(url), address(publiccode.url)
    if not here or not there or here == there:
        return []
    own_name, other_name = here.rpartition("/")[2], there.rpartition("/")[2]
    if own_name == other_name:
        return [KindEvidence(Kind.MIRROR, "publiccode-of-another-repository", publiccode.path)]
    found = [KindEvidence(Kind.FORK, "publiccode-of-another-repository", publiccode.path)]
    for manifest in manifests:
        name = (manifest.name or "").lower().rpartition("/")[2]
        if name == other_name and name not in own_name:
            found.append(KindEvidence(Kind.FORK, "manifest-of-another-project", manifest.path))
    return found


def address(url: str) -> str:
    """Host and path, without case, login, `.git` and slashes at the end."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    path = parts.path.rstrip("/").removesuffix(".git").rstrip("/")
    return f"{host}{path}".lower() if host and path else ""


def _beginning(document: Document) -> Iterator[str]:
    for heading in document.headings[:5]:
        yield heading.text
    for paragraph in document.paragraphs[:10]:
        yield paragraph.text


def _is_hidden(path: str) -> bool:
    """In a folder of tools or of a forge, two generators of documentation excepted."""
    is_hidden = path.startswith(".") or "/." in path
    return is_hidden and ".vitepress/" not in path and not path.startswith(".gitbook")


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]


def _extension(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2]
