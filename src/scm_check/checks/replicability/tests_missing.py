# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""There are automated tests, and a command that runs them (Standard for Public Code, 12)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.sources import has_own_source
from scm_check.errors import NotApplicable
from scm_check.facts.automated_tests import is_test_file
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_generated, is_vendored
from scm_check.model import BlobKind, Facts, File, Finding, Gap, Location, Status
from scm_check.patterns import regex

_FOLDER = regex(
    r"(?i)tests?|__tests__|testing|specs?|e2e|cypress|playwright|unittests?|(?:integration|unit|ui"
    r"|acceptance|system)[-_]?tests?|androidtest|commontest|[\w .-]{1,80}[._-](?:tests?|e2e)"
    r"|[\w.-]{1,80}tests"
)
# In Maven's and Gradle's layout what lies here is delivered, whatever its name.
_DELIVERED = regex(r"(?:.{0,400}/)?src/main/.{1,400}")
# What the wizards of Android, Xcode and create-react-app write: it tests nothing of the product.
_TEMPLATES = regex(
    r"(?:ExampleUnitTest|ExampleInstrumentedTest)\.(?:kt|java)|App\.test\.(?:jsx?|tsx?)"
    r"|setupTests\.[jt]s|app_controller\.spec\.ts|widget_test\.dart|app\.e2e-spec\.ts"
)
_COMMANDS = regex(r"(?i)tests?(?:[:_-].{1,60})?|unit|e2e|vitest|jest|cypress.{0,40}|spec|check")
# Tools of these ecosystems run tests by themselves.
_WITH_COMMAND = frozenset(
    {"maven", "gradle", "nuget", "go", "cargo", "dart", "swift", "elixir", "ruby", "python",
     "cocoapods"}
)  # fmt: skip
_RUNNERS = regex(
    r"(?i)(?:.{0,300}/)?(?:makefile|justfile|taskfile\.ya?ml|tox\.ini|noxfile\.py|pytest\.ini"
    r"|phpunit\.xml(?:\.dist)?|jest\.config\.\w{2,4}|vitest\.config\.\w{2,4}|karma\.conf\.js"
    r"|playwright\.config\.\w{2,4}|cypress\.config\.\w{2,4}|conftest\.py|cmakelists\.txt"
    r"|[^/]{1,100}\.xctestplan|[^/]{1,100}\.xcodeproj/project\.pbxproj|platformio\.ini)"
)
_SEARCHED = ("test/", "tests/", "__tests__/", "spec/", "*.test.*", "*_test.*", "*Test.*", "test_*")


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    if not has_own_source(facts):
        raise NotApplicable("no-source")
    tests = [file for file in facts.files.all if _is_test(file, facts)]
    own = [file for file in tests if _TEMPLATES.fullmatch(file.path.rpartition("/")[2]) is None]
    if not tests:
        # Scripts beside a specification need none: where the kind is not known, a person looks.
        status = Status.FAIL if facts.kind.kinds else Status.REVIEW
        yield Finding("missing", status=status, searched=_SEARCHED)
    elif not own:
        places = tuple(Location(file.path) for file in tests[:5])
        yield Finding("only-template", {}, places, "", Status.REVIEW)
    elif facts.hollow_tests.issuperset(file.path for file in own):
        places = tuple(Location(file.path) for file in own[:5])
        yield Finding("hollow", {"files": len(own)}, places, "", Status.REVIEW)
    elif not _has_command(facts):
        where = (Location(own[0].path),)
        yield Finding("no-command", {"files": len(own)}, where, "", Status.REVIEW)
    else:
        best = next((file for file in own if file.path not in facts.hollow_tests), own[0])
        arguments: dict[str, str | int] = {"files": len(own), "path": best.path}
        yield Finding("present", arguments, (Location(best.path),), status=Status.PASS)


def _is_test(file: File, facts: Facts) -> bool:
    inner = file.path[len(facts.files.base) :]
    if language_of(inner) is None or file.kind is not BlobKind.TEXT:
        return False
    if is_vendored(inner) or is_generated(inner) or _DELIVERED.fullmatch(inner):
        return False
    *folders, name = inner.split("/")
    return is_test_file(name) or any(map(_FOLDER.fullmatch, folders))


def _has_command(facts: Facts) -> bool:
    return (
        any(item.ecosystem in _WITH_COMMAND for item in facts.manifests)
        or any(map(_COMMANDS.fullmatch, (name for m in facts.manifests for name in m.scripts)))
        or any(_RUNNERS.fullmatch(file.path) for file in facts.files.all)
        or bool(facts.ci_files)
    )
