# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import ModuleType

import pytest

from scm_check.checks import run_checks
from scm_check.errors import ConfigurationError, NotApplicable, Unknown
from scm_check.model import (
    Access,
    Addressee,
    Facts,
    File,
    Files,
    Finding,
    Gap,
    Kind,
    Location,
    RepositoryKind,
    Rule,
    RuleResult,
    Source,
    Status,
    Target,
    Text,
)
from scm_check.model import BlobKind as Blob

WORD = Text("Wort", "word")
SOURCE = Source(Target("."), "c" * 40, "t" * 40, None, True, False, Access("path"))
FACTS = Facts(SOURCE)
UNREAD = replace(
    FACTS, files=Files((File("a.py", "0" * 40, 3, Blob.BINARY, gap=Gap("UNREADABLE", "a.py")),))
)


def rule(identifier: str = "TST001", slug: str = "thing-missing", origin: str = "pack") -> Rule:
    return Rule(
        id=identifier,
        slug=slug,
        family="testing",
        title=WORD,
        purpose=WORD,
        obligations=(),
        messages={"missing": WORD, "other": WORD, "note": WORD},
        remedy=WORD,
        addressee=Addressee.CONTRACTOR,
        done_when=WORD,
        effort=WORD,
        passed=WORD,
        origin=origin,
    )


class Pack:
    """A rule package made on the spot: modules that the runner imports by name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        for name in ("pack", "pack.checks", "pack.checks.testing"):
            self.module(name)

    def module(self, name: str, **contents: object) -> None:
        module = ModuleType(name)
        module.__path__ = []
        for key, value in contents.items():
            setattr(module, key, value)
        self._monkeypatch.setitem(sys.modules, name, module)

    def check(self, *findings: Finding, slug: str = "thing_missing", **contents: object) -> None:
        def check(facts: Facts) -> Iterator[Finding]:
            assert isinstance(facts, Facts)
            return iter(findings)

        self.module(f"pack.checks.testing.{slug}", check=check, **contents)

    def raising(self, error: Exception, slug: str = "thing_missing") -> None:
        def check(_: Facts) -> Iterator[Finding]:
            yield Finding("missing")
            raise error

        self.module(f"pack.checks.testing.{slug}", check=check)


@pytest.fixture
def pack(monkeypatch: pytest.MonkeyPatch) -> Pack:
    return Pack(monkeypatch)


def one(facts: Facts, asked: Rule | None = None) -> RuleResult:
    (result,) = run_checks([asked or rule()], facts)
    return result


def test_no_finding_is_a_pass(pack: Pack) -> None:
    pack.check()

    assert one(FACTS) == RuleResult(rule(), Status.PASS)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([Status.PASS], Status.PASS),
        ([Status.PASS, Status.REVIEW], Status.REVIEW),
        ([Status.REVIEW, Status.FAIL, Status.PASS], Status.FAIL),
    ],
)
def test_the_worst_finding_decides(pack: Pack, statuses: list[Status], expected: Status) -> None:
    findings = tuple(Finding("missing", status=status) for status in statuses)
    pack.check(*findings)

    result = one(FACTS)

    assert (result.status, result.findings) == (expected, findings)


def test_a_check_may_say_that_it_does_not_apply(pack: Pack) -> None:
    pack.raising(NotApplicable("library", {"kinds": "library"}))

    result = one(FACTS)

    assert result.status is Status.NOT_APPLICABLE
    assert (result.reason, result.reason_arguments) == ("library", {"kinds": "library"})
    assert result.findings == ()


def test_a_check_may_say_that_it_cannot_tell(pack: Pack) -> None:
    pack.raising(Unknown("unreadable", {"path": "LICENSE"}))

    assert one(FACTS).status is Status.UNKNOWN


def test_a_crash_is_an_error_of_that_rule_alone(pack: Pack) -> None:
    pack.raising(RecursionError("deep"), slug="first")
    pack.check(slug="second")

    crashed, passed = run_checks(
        [rule("TST001", "first"), rule("TST002", "second")],
        FACTS,
    )

    assert (crashed.status, crashed.reason) == (Status.ERROR, "check-crashed")
    assert crashed.reason_arguments == {"exception": "RecursionError"}
    assert passed.status is Status.PASS


def test_a_rule_without_a_check_is_an_error(pack: Pack) -> None:
    result = one(FACTS, rule(slug="never-written"))

    assert (result.status, result.reason) == (Status.ERROR, "check-crashed")


def test_a_message_that_the_rule_does_not_have_is_an_error(pack: Pack) -> None:
    pack.check(Finding("unheard-of"))

    assert one(FACTS).status is Status.ERROR


def test_a_finding_is_never_unknown(pack: Pack) -> None:
    pack.check(Finding("missing", status=Status.UNKNOWN))

    assert one(FACTS).status is Status.ERROR


@pytest.mark.parametrize("slug", ["../os", "os.path", "Thing", "", "a--b", "thing\n"])
def test_a_slug_leads_to_no_module_but_its_own(pack: Pack, slug: str) -> None:
    with pytest.raises(ConfigurationError, match="TST001"):
        one(FACTS, rule(slug=slug))


def test_a_shared_check_gets_the_rules_parameters() -> None:
    asked = replace(rule(), check="file-present", parameters={"paths": ["NEWS"]})

    result = one(FACTS, asked)

    assert result.status is Status.FAIL
    assert result.findings[0].arguments == {"paths": "NEWS"}


def test_a_wrong_parameter_is_named_with_its_rule() -> None:
    asked = replace(rule(), check="file-present", parameters={"path": "NEWS"})

    with pytest.raises(ConfigurationError, match=r"Rule TST001 \(thing-missing\): .*'path'"):
        one(FACTS, asked)


def test_parameters_are_only_given_to_a_rule_that_has_some(pack: Pack) -> None:
    def check(facts: Facts, parameters: Mapping[str, object]) -> Iterator[Finding]:
        yield Finding("note", {"given": str(parameters["months"])}, status=Status.PASS)

    pack.module("pack.checks.testing.thing_missing", check=check)

    assert one(FACTS).status is Status.ERROR
    with_months = one(FACTS, replace(rule(), parameters={"months": 6}))
    assert with_months.findings[0].arguments == {"given": "6"}


# --- dependencies --------------------------------------------------------------------------------


def dependent() -> Rule:
    return replace(rule("TST002", "second"), depends_on=("TST001",))


def test_what_rests_on_a_failed_rule_is_not_applicable(pack: Pack) -> None:
    pack.check(Finding("missing"))
    pack.raising(AssertionError("must not run"), slug="second")

    result, _ = run_checks([dependent(), rule()], FACTS)

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "see-rule")
    assert result.reason_arguments == {"rule": "TST001"}


@pytest.mark.parametrize("error", [Unknown("unreadable"), ZeroDivisionError()])
def test_what_rests_on_an_open_rule_is_unknown(pack: Pack, error: Exception) -> None:
    pack.raising(error)
    pack.check(slug="second")

    _, result = run_checks([rule(), dependent()], FACTS)

    assert (result.status, result.reason) == (Status.UNKNOWN, "see-rule")


@pytest.mark.parametrize("earlier", [Finding("missing", status=Status.REVIEW), None])
def test_a_review_or_pass_holds_nothing_up(pack: Pack, earlier: Finding | None) -> None:
    pack.check(*([earlier] if earlier else []))
    pack.check(Finding("other"), slug="second")

    _, result = run_checks([rule(), dependent()], FACTS)

    assert result.status is Status.FAIL


def test_a_rule_runs_although_what_it_depends_on_was_not_selected(pack: Pack) -> None:
    pack.check(slug="second")

    assert one(FACTS, dependent()).status is Status.PASS


def test_a_circle_of_dependencies_is_refused(pack: Pack) -> None:
    first = replace(rule(), depends_on=("TST002",))

    with pytest.raises(ConfigurationError, match="circle: TST00"):
        run_checks([first, dependent()], FACTS)


def test_results_come_in_the_order_of_the_rules_and_each_is_observed(pack: Pack) -> None:
    pack.check()
    pack.check(slug="second")
    seen: dict[str, float] = {}

    results = run_checks([dependent(), rule()], FACTS, observe=seen.__setitem__)

    assert [result.rule.id for result in results] == ["TST002", "TST001"]
    assert sorted(seen) == ["second", "thing-missing"]
    assert all(seconds >= 0 for seconds in seen.values())


# --- what the rule was not made for, what cannot be seen ------------------------------------------


def of_kind(*kinds: Kind) -> Facts:
    return replace(FACTS, kind=RepositoryKind(frozenset(kinds)))


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((Kind.DATA,), Status.NOT_APPLICABLE),
        ((Kind.DATA, Kind.DOCUMENTATION), Status.NOT_APPLICABLE),
        ((Kind.DATA, Kind.LIBRARY), Status.NOT_APPLICABLE),
        ((Kind.DATA, Kind.LIBRARY, Kind.APPLICATION), Status.FAIL),
        ((Kind.DOCUMENTATION, Kind.LIBRARY), Status.FAIL),
        ((), Status.FAIL),
        ((Kind.FORK,), Status.FAIL),
        ((Kind.MIRROR, Kind.DATA), Status.NOT_APPLICABLE),
    ],
)
def test_a_known_other_kind_makes_not_applicable_and_an_unknown_one_does_not(
    pack: Pack, kinds: tuple[Kind, ...], expected: Status
) -> None:
    pack.check(Finding("missing"))
    asked = replace(rule(), applies_to=(Kind.LIBRARY, Kind.APPLICATION))

    result = one(of_kind(*kinds), asked)

    assert result.status is expected


def test_the_kind_is_named(pack: Pack) -> None:
    result = one(of_kind(Kind.DOCUMENTATION, Kind.DATA), replace(rule(), applies_to=(Kind.MOBILE,)))

    assert (result.reason, result.reason_arguments) == (
        "wrong-kind",
        {"kinds": "data, documentation"},
    )


@pytest.mark.parametrize(
    ("need", "is_git", "reason"),
    [
        ("history", True, "no-history"),
        ("tags", True, "no-tags"),
        ("tags", False, "no-git"),
        ("declaration", True, "declaration-open"),
    ],
)
def test_what_was_not_to_be_seen_is_unknown(
    pack: Pack, need: str, is_git: bool, reason: str
) -> None:
    pack.check(Finding("missing"))
    facts = replace(FACTS, source=replace(SOURCE, is_git=is_git))

    result = one(facts, replace(rule(), needs=(need,)))

    assert (result.status, result.reason) == (Status.UNKNOWN, reason)


@pytest.mark.parametrize(
    "gap", [Gap("TOO_MANY_FILES"), Gap("TREE_TOO_DEEP", "a/b"), Gap("CRASHED")]
)
def test_a_cut_tree_makes_every_rule_on_files_unknown(pack: Pack, gap: Gap) -> None:
    pack.check()
    facts = replace(FACTS, gaps=(gap,))

    result = one(facts)

    assert (result.status, result.reason) == (Status.UNKNOWN, "limit-hit")
    assert result.reason_arguments == {"limit": gap.code}
    assert one(replace(facts, tags=()), replace(rule(), needs=("tags",))).status is Status.PASS


# --- the net below absence -----------------------------------------------------------------------


def test_absence_is_unknown_while_a_file_is_unread(pack: Pack) -> None:
    pack.check(Finding("missing"))

    result = one(UNREAD)

    assert (result.status, result.reason) == (Status.UNKNOWN, "unreadable")
    assert result.reason_arguments == {"path": "a.py"}


def test_a_review_of_absence_is_unknown_too(pack: Pack) -> None:
    pack.check(Finding("missing", status=Status.REVIEW))

    assert one(UNREAD).status is Status.UNKNOWN


def test_absence_with_a_place_and_what_was_searched_is_absence(pack: Pack) -> None:
    pack.check(Finding("missing", locations=(Location("README"),), searched=("README",)))

    assert one(UNREAD).status is Status.UNKNOWN


def test_what_was_found_stands_whatever_was_not_read(pack: Pack) -> None:
    found = Finding("other", locations=(Location("b.py", 3),))
    pack.check(Finding("missing"), found)

    result = one(UNREAD)

    assert (result.status, result.findings) == (Status.FAIL, (found,))


def test_a_pass_stands_unless_it_rests_on_absence(pack: Pack) -> None:
    pack.check()
    assert one(UNREAD).status is Status.PASS

    pack.check(PASS_RESTS_ON_ABSENCE=True)
    assert one(UNREAD).status is Status.UNKNOWN
    assert one(FACTS).status is Status.PASS


def test_a_check_may_say_what_it_would_have_read(pack: Pack) -> None:
    def reads_nothing(_: Facts) -> tuple[Gap, ...]:
        return ()

    pack.check(Finding("missing"), unread=reads_nothing)

    assert one(UNREAD).status is Status.FAIL


def test_an_lfs_pointer_is_no_gap_of_a_rule_that_does_not_ask_for_it(pack: Pack) -> None:
    pack.check(Finding("missing"))
    picture = File("a.png", "0" * 40, 130, Blob.LFS_POINTER, gap=Gap("LFS_POINTER", "a.png"))

    assert one(replace(FACTS, files=Files((picture,)))).status is Status.FAIL


def test_an_unread_file_is_nothing_to_a_rule_that_needs_no_files(pack: Pack) -> None:
    pack.check(Finding("missing"))

    result = one(replace(UNREAD, tags=()), replace(rule(), needs=("tags",)))

    assert result.status is Status.FAIL
