# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build manifests of fourteen ecosystems, with the lock files that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.manifests.locks import (
    WORKSPACE_FILES,
    folders_above,
    governs,
    locks_in,
)
from scm_check.facts.manifests.values import Value, at, read_with, text, texts
from scm_check.facts.paths import is_first_party, is_vendored
from scm_check.model import BlobKind, Entry, File, Files, Gap, Json, Manifest
from scm_check.values import dataclass

MAX_BYTES = 5 << 20
MAX_MANIFESTS = 300
MAX_DEPTH = 10

_VERSION = "4"


@dataclass(frozen=True, slots=True)
class _Format:
    """One kind of manifest file; `names` are file names, or `*.` and an extension."""

    name: str
    ecosystem: str
    names: tuple[str, ...]
    read: Callable[[bytes], Value]


def _late(module: str, function: str) -> Callable[[bytes], Value]:
    """The reader, imported at its first file: all of them cost 18 ms, most trees need one."""

    def read(data: bytes) -> Value:
        reader: Callable[[bytes], Value] = getattr(
            import_module(f"scm_check.facts.manifests.{module}"), function
        )
        return reader(data)

    return read


_FORMATS = (
    _Format("npm", "npm", ("package.json",), _late("npm", "read_package_json")),
    _Format("pyproject", "python", ("pyproject.toml",), _late("python", "read_pyproject")),
    _Format("setup.cfg", "python", ("setup.cfg",), _late("python", "read_setup_cfg")),
    _Format("setup.py", "python", ("setup.py",), _late("python", "read_setup_py")),
    _Format("requirements", "python", ("requirements.txt", "requirements.in"),
            _late("python", "read_requirements")),
    _Format("pipfile", "python", ("Pipfile",), _late("python", "read_pipfile")),
    _Format("conda", "python", ("environment.yml", "environment.yaml"),
            _late("python", "read_environment")),
    _Format("maven", "maven", ("pom.xml",), _late("jvm", "read_pom")),
    _Format("gradle", "gradle", ("build.gradle", "build.gradle.kts"), _late("jvm", "read_gradle")),
    _Format("gradle-settings", "gradle", ("settings.gradle", "settings.gradle.kts"),
            _late("jvm", "read_gradle_settings")),
    _Format("composer", "composer", ("composer.json",), _late("others", "read_composer")),
    _Format("cargo", "cargo", ("Cargo.toml",), _late("others", "read_cargo")),
    _Format("go", "go", ("go.mod",), _late("others", "read_go_mod")),
    _Format("nuget", "nuget", ("*.csproj", "*.fsproj", "*.vbproj"),
            _late("others", "read_project_file")),
    _Format("solution", "nuget", ("*.sln", "*.slnx"), _late("others", "read_solution")),
    _Format("gemfile", "ruby", ("Gemfile", "gems.rb"), _late("others", "read_gemfile")),
    _Format("gemspec", "ruby", ("*.gemspec",), _late("others", "read_gemspec")),
    _Format("dart", "dart", ("pubspec.yaml",), _late("others", "read_pubspec")),
    _Format("swift", "swift", ("Package.swift",), _late("others", "read_package_swift")),
    _Format("cocoapods", "cocoapods", ("Podfile",), _late("others", "read_podfile")),
    _Format("elixir", "elixir", ("mix.exs",), _late("others", "read_mix")),
)  # fmt: skip
_BY_NAME = {name: form for form in _FORMATS for name in form.names if "*" not in name}
_BY_EXTENSION = {name[2:]: form for form in _FORMATS for name in form.names if "*" in name}
# They say of a build what another file beside them says of the project.
_SECONDARY = {"gradle-settings": "gradle", "solution": "nuget"}


def manifests_of(files: Files, extracted: Extracted) -> tuple[Manifest, ...]:
    """The product's manifests in path order, those in foreign code, tests and examples left out.

    A solution or Gradle settings count only where no project file lies beside or below them.
    """
    found = [
        (file, form)
        for file in files.all
        if (form := _format_of(file.path)) and _is_own(file.path[len(files.base) :])
    ]
    found = [item for item in found if not _is_covered(item[0], item[1], found)]
    locks = _Locks(files, extracted)
    return tuple(
        _manifest(file, form, extracted, locks)
        for file, form in found[:MAX_MANIFESTS]
        if at(extracted.value(form.name, file.oid), "is_manifest") is not False
    )


def _is_own(inner: str) -> bool:
    return inner.count("/") <= MAX_DEPTH and is_first_party(inner) and not _is_hidden(inner)


def _is_hidden(path: str) -> bool:
    """In a folder of tools, of agents or of a forge: no part of the product."""
    return path.startswith(".") or "/." in path[: path.rfind("/") + 1]


def _is_covered(file: File, form: _Format, all_: list[tuple[File, _Format]]) -> bool:
    primary = _SECONDARY.get(form.name)
    if primary is None:
        return False
    folder = _folder(file.path)
    return any(other.name == primary and path.path.startswith(folder) for path, other in all_)


def _manifest(file: File, form: _Format, extracted: Extracted, locks: _Locks) -> Manifest:
    if file.kind is BlobKind.LFS_POINTER:
        return Manifest(file.path, form.ecosystem, gap=Gap("LFS_POINTER", file.path))
    value = extracted.value(form.name, file.oid)
    if value is None:
        gap = extracted.gap(form.name, file.oid) or file.gap
        return Manifest(file.path, form.ecosystem, gap=gap)
    line, dependencies = at(value, "license_line"), at(value, "dependencies")
    return Manifest(
        path=file.path,
        ecosystem=form.ecosystem,
        name=text(value, "name") or _name_by_path(file.path),
        version=text(value, "version"),
        license=text(value, "license"),
        license_line=line if isinstance(line, int) else None,
        is_private=at(value, "is_private") is True,
        is_library=_is_library(file.path, form, value, locks.paths),
        dependencies=dependencies if isinstance(dependencies, int) else 0,
        scripts=tuple(texts(at(value, "scripts"))),
        lock_files=locks.of(file, form, value),
        problem=text(value, "problem"),
        hints=tuple(texts(at(value, "hints"))),
    )


def _is_library(path: str, form: _Format, value: Json, paths: frozenset[str]) -> bool:
    """The manifest's own word; in Rust, Go and Dart the files tell of a main program."""
    folder = _folder(path)
    if form.name == "cargo":
        has_main = folder + "src/main.rs" in paths
        has_lib = at(value, "has_lib_target") is True or folder + "src/lib.rs" in paths
        return has_lib and not has_main
    if form.name == "go":
        return folder + "main.go" not in paths and not any(
            other.startswith(folder + "cmd/") for other in paths
        )
    if form.name == "dart" and at(value, "is_private") is not True:
        return not any(other.startswith(folder + "lib/main") for other in paths)
    return at(value, "is_library") is True


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]


def _name_by_path(path: str) -> str | None:
    """Project files of .NET are named after the project."""
    stem, _, extension = path.rpartition("/")[2].rpartition(".")
    return stem if extension in {"csproj", "fsproj", "vbproj", "sln", "slnx"} else None


class _Locks:
    """Finds the locks of a manifest, also above the examined folder."""

    def __init__(self, files: Files, extracted: Extracted) -> None:
        self._extracted = extracted
        self._files = {file.path: file for file in (*files.above, *files.all)}
        self.paths = frozenset(self._files)

    def of(self, file: File, form: _Format, value: Json) -> tuple[str, ...]:
        """Locks in the folder, else those of the nearest workspace above that governs it."""
        folder = _folder(file.path)
        found = self._beside(folder, form)
        if at(value, "is_pinned") is True:
            found = (*found, file.path)
        if found:
            return tuple(sorted(set(found)))
        for above in folders_above(folder):
            if self._is_workspace(above, folder, form):
                found = self._beside(above, form)
                if found:
                    return found
        return ()

    def _beside(self, folder: str, form: _Format) -> tuple[str, ...]:
        found = locks_in(folder, form.ecosystem, self.paths)
        if form.ecosystem == "python":
            found += self._pinned_requirements(folder)
        if form.ecosystem == "swift":
            inner = folder + ".swiftpm/xcode/package.xcworkspace/xcshareddata/swiftpm/"
            found += locks_in(inner, "swift", self.paths)
        if form.ecosystem == "gradle":
            prefix = folder + "gradle/dependency-locks/"
            found += tuple(sorted(path for path in self.paths if path.startswith(prefix)))
        return found

    def _pinned_requirements(self, folder: str) -> tuple[str, ...]:
        """Requirements files of the folder whose every line has an exact version."""
        found = []
        for path in (folder + "requirements.txt", folder + "requirements.lock"):
            file = self._files.get(path)
            if file is None:
                continue
            value = self._extracted.value("requirements", file.oid)
            if path.endswith(".lock") or at(value, "is_pinned") is True:
                found.append(path)
        return tuple(found)

    def _is_workspace(self, root: str, folder: str, form: _Format) -> bool:
        if any(root + name in self.paths for name in WORKSPACE_FILES.get(form.ecosystem, ())):
            return True
        for other in _FORMATS:
            if other.ecosystem != form.ecosystem or other.name == "solution":
                continue
            for name in other.names:
                file = self._files.get(root + name)
                value = self._extracted.value(other.name, file.oid) if file else None
                if governs(texts(at(value, "workspaces")), root, folder):
                    return True
        return False


# --- extractors ----------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _format_of(path: str) -> _Format | None:
    name = path.rpartition("/")[2]
    return _BY_NAME.get(name) or _BY_EXTENSION.get(name.rpartition(".")[2])


def _extractor(form: _Format) -> Extractor:
    def wants(entry: Entry) -> bool:
        return _is_wanted(entry) and _format_of(entry.path) is form

    return Extractor(form.name, _VERSION, MAX_BYTES, wants, read_with(form.read))


def _is_wanted(entry: Entry) -> bool:
    path = entry.path
    is_near = path.count("/") <= 2 * MAX_DEPTH
    return is_near and entry.is_file and not is_vendored(path) and not _is_hidden(path)


MANIFEST_EXTRACTORS: tuple[Extractor, ...] = tuple(_extractor(form) for form in _FORMATS)
_READERS = {extractor.name: extractor for extractor in MANIFEST_EXTRACTORS}


def choose_manifest(entry: Entry) -> Extractor | None:
    """The reader for this path, None where it is no manifest that is read."""
    form = _format_of(entry.path)
    return _READERS[form.name] if form is not None and _is_wanted(entry) else None
