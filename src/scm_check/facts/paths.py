# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is foreign, built or generated, what serves tests, and what is the product itself.

`is_own` is the one answer for a file of the tree: it knows what `.gitattributes` and the content
say (`Files.marks`). The others judge by the path alone, from where the examined part begins: pass
them paths without `Files.base`, or a project that lives in `examples/` of something bigger would
be nothing but examples.
"""

from __future__ import annotations

from functools import lru_cache

from scm_check.model import Files
from scm_check.patterns import regex


def words(text: str) -> frozenset[str]:
    """A list written as running text."""
    return frozenset(text.split())


_VENDORED_FOLDERS = words("""
    node_modules bower_components jspm_packages web_modules
    vendor vendors vendored _vendor vendored_libs
    third_party third-party thirdparty 3rdparty 3rd-party 3rd_party
    site-packages .venv venv virtualenv __pypackages__
    pods carthage .yarn .pnpm-store .bundle
""")

_TEST_OR_EXAMPLE_FOLDERS = words("""
    test tests __tests__ testing testdata test-data test_data testfixtures testresources
    spec specs e2e cypress playwright-tests integration-tests integration_tests unittests unit-tests
    fixture fixtures __fixtures__ mock mocks __mocks__ __snapshots__
    androidtest commontest iostest
    example examples beispiel beispiele sample samples demo demos
""")

# Foo.Tests (.NET), foo-test, FooUITests (Xcode), foo_examples
_TEST_FOLDER = regex(r"[\w .-]{1,80}(?:[._-](?:tests?|e2e|examples?|samples?|demo)|UITests|Tests)")
_TEST_FILE = regex(
    r"(?:tests?_[^/]{1,200}\.\w{1,10}"
    r"|conftest\.py"
    r"|[^/]{1,200}[._-](?:test|tests|spec|e2e|cy|stories)\.\w{1,10}"
    r"|[^/]{1,200}(?:Test|Tests|TestCase|IT)\.(?:java|kt|kts|cs|php|swift|scala|groovy))"
)
_MINIFIED = regex(r"[^/]{1,200}[.-]min\.(?:m?js|css)")
# Folders that nothing but a generator writes; `build` and `out` may hold what people wrote.
_GENERATED_FOLDERS = words("""
    __generated__ storybook-static _site htmlcov .next .nuxt .output .svelte-kit .angular .dart_tool
""")
# Bundles for browsers: what else lies in `dist` may be a recipe for a distribution.
_BUNDLE = regex(
    r"(?:(?:.{0,400}/)?dist/.{1,400}\.(?:[mc]?js|css|map)"
    r"|(?:.{0,400}/)?[^/]{1,200}\.(?:bundle|chunk)\.(?:[mc]?js|css))"
)
_GENERATED_FILE = regex(
    r"[^/]{1,200}(?:\.generated\.\w{1,8}|\.pb\.go|_pb2(?:_grpc)?\.pyi?|\.g\.dart"
    r"|\.freezed\.dart|\.designer\.cs)"
)


# What package managers write: names, versions, checksums.
_LOCK_FILES = words("""
    package-lock.json npm-shrinkwrap.json pnpm-lock.yaml yarn.lock bun.lock bun.lockb deno.lock
    composer.lock packages.lock.json pdm.lock poetry.lock uv.lock pipfile.lock cargo.lock
    pubspec.lock podfile.lock gemfile.lock flake.lock go.sum gradle.lockfile
""")


def is_lock_file(path: str) -> bool:
    """Whether a package manager wrote the file; its checksums look like secrets and are public."""
    name = path.rpartition("/")[2].lower()
    return name in _LOCK_FILES or (name.startswith("pylock.") and name.endswith(".toml"))


@lru_cache(maxsize=4096)
def is_vendored(path: str) -> bool:
    """Whether the file was brought in from elsewhere: in a vendor folder, or minified."""
    folder, _, name = path.rpartition("/")
    return _is_below_vendored(folder) or _MINIFIED.fullmatch(name.lower()) is not None


@lru_cache(maxsize=4096)
def is_test_or_example(path: str) -> bool:
    """Whether the file serves tests, examples or demonstrations rather than the product."""
    folder, _, name = path.rpartition("/")
    return _is_below_test(folder) or _TEST_FILE.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_generated(path: str) -> bool:
    """Whether a program wrote the file, by its folder or name: built bundles, generated code."""
    folder, _, name = path.lower().rpartition("/")
    if not _GENERATED_FOLDERS.isdisjoint(folder.split("/")):
        return True
    is_bundle = _BUNDLE.fullmatch(path.lower()) is not None
    return is_bundle or _GENERATED_FILE.fullmatch(name) is not None


def is_first_party(path: str) -> bool:
    """Whether the file belongs to the product itself, by its path alone."""
    return not (is_vendored(path) or is_generated(path) or is_test_or_example(path))


def is_own(path: str, files: Files) -> bool:
    """Whether the file belongs to the product itself; `path` begins at the repository's root."""
    mark = files.marks.get(path)
    inner = path.removeprefix(files.base)
    if mark is None:
        return is_first_party(inner)
    return mark == "own" and not is_test_or_example(inner)


# By folder, since a tree has ten times as many files as folders.
@lru_cache(maxsize=16_384)
def _is_below_vendored(folder: str) -> bool:
    return not _VENDORED_FOLDERS.isdisjoint(folder.lower().split("/"))


@lru_cache(maxsize=16_384)
def _is_below_test(folder: str) -> bool:
    return any(_is_test_folder(part) for part in folder.split("/"))


def _is_test_folder(folder: str) -> bool:
    if folder.lower() in _TEST_OR_EXAMPLE_FOLDERS:
        return True
    return _TEST_FOLDER.fullmatch(folder) is not None
