# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scm_check.catalogue import load_catalogue
from scm_check.checks import run_checks
from scm_check.checks.running import check_of
from scm_check.model import Access, Kind, Problem, Rule, Status
from scm_check.testing import commit_of, facts_of, findings_of, history_of, result_of

# REUSE-IgnoreStart
MIT = """MIT License

Copyright (c) 2026 Stadt Beispiel

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""
# REUSE-IgnoreEnd
README = """# Stadt-App

Zeigt Termine. Gefördert durch das Bundesministerium für Wohnen, Stadtentwicklung und Bauwesen.

## Inbetriebnahme

    docker compose up

## Kontakt

Digitalamt, digital@stadt.example

## Mitwirken

Fehler bitte melden.

## Fahrplan

Im Mai folgt die Karte.
"""
GOOD = {
    "LICENSE": MIT,
    "README.md": README,
    "package.json": '{"name": "app", "license": "MIT", "dependencies": {"a": "1"}}',
    "package-lock.json": "{}",
    "publiccode.yml": "publiccodeYmlVersion: '0.4'\nname: App\nlegal:\n  license: MIT\n",
    "SECURITY.md": "# Sicherheit\n\nMail an it@stadt.example.\n",
    "renovate.json": '{"extends": ["config:recommended"]}',
    ".gitlab-ci.yml": "test:\n  script: npm test\n",
    "src/app.ts": "export const a = 1;\n",
}
RULES = tuple(load_catalogue().rules.values())


def test_a_good_repository_fails_nothing_but_reuse() -> None:
    facts = facts_of(GOOD, tags=["v1.0.0"], history=history_of([1, 2, 3, 4, 5]))

    results = {result.rule.id: result.status for result in run_checks(RULES, facts)}

    fails = {rule for rule, status in results.items() if status is Status.FAIL}
    assert fails == {"LIC010"}
    assert Status.ERROR not in results.values()
    assert results["LIC002"] is Status.PASS
    assert results["LIC017"] is Status.UNKNOWN


@pytest.mark.parametrize(
    ("slug", "removed"),
    [
        ("license-missing", ("LICENSE", "package.json", "publiccode.yml")),
        ("documentation-missing", ("README.md",)),
        ("source-missing", ("src/app.ts", "package.json")),
        ("lock-file-missing", ("package-lock.json",)),
        ("publiccode-missing", ("publiccode.yml",)),
        ("security-policy-missing", ("SECURITY.md",)),
        ("continuous-integration-missing", (".gitlab-ci.yml",)),
    ],
)
def test_what_is_taken_away_fails(slug: str, removed: tuple[str, ...]) -> None:
    whole = facts_of(GOOD, kinds=[Kind.APPLICATION])
    facts = facts_of(
        {path: text for path, text in GOOD.items() if path not in removed},
        kinds=[Kind.APPLICATION],
    )

    assert result_of(slug, whole).status is Status.PASS
    assert result_of(slug, facts).status in (Status.FAIL, Status.REVIEW)


def test_a_grant_only_in_a_manifest_is_to_be_looked_at() -> None:
    facts = facts_of({**GOOD, "LICENSE": ""} | {"publiccode.yml": "name: App\n"})

    (finding,) = findings_of("license-missing", facts)

    assert finding.arguments == {"expression": "MIT", "source": "package.json"}
    assert [place.path for place in finding.locations] == ["package.json"]


def test_another_licence_in_the_manifest_differs() -> None:
    facts = facts_of({**GOOD, "package.json": GOOD["package.json"].replace("MIT", "GPL-3.0-only")})

    (finding,) = findings_of("license-statements-differ", facts)

    assert finding.arguments == {"first": "MIT", "second": "GPL-3.0-only"}


def test_a_damaged_licence_file_is_neither_absent_nor_free() -> None:
    facts = facts_of(GOOD, unreadable=["LICENSE"])

    assert result_of("license-missing", facts).status in (Status.REVIEW, Status.UNKNOWN)
    assert result_of("license-not-free", facts).status is not Status.PASS


def test_a_damaged_readme_is_neither_absent_nor_there() -> None:
    facts = facts_of(GOOD, unreadable=["README.md"])

    assert result_of("documentation-missing", facts).status is Status.UNKNOWN


def test_a_plain_folder_has_no_tags() -> None:
    result = result_of("version-tag-missing", facts_of(GOOD, is_git=False))

    assert (result.status, result.reason) == (Status.UNKNOWN, "no-git")


def test_a_cut_tree_leaves_every_rule_on_files_open() -> None:
    problem = Problem("TOO_MANY_FILES", "snapshot", "too many")

    results = run_checks(RULES, facts_of(GOOD, problems=[problem]))

    on_files = [result for result in results if "files" in result.rule.needs]
    assert {result.status for result in on_files} == {Status.UNKNOWN}
    assert {result.reason for result in on_files} <= {"limit-hit", "see-rule"}


def test_access_links_submodules_and_folders_are_as_asked() -> None:
    facts = facts_of(
        {"app/README.md": README, "LICENSE": MIT},
        links={"app/LICENSE": "../LICENSE"},
        submodules=["app/lib"],
        subdir="app",
        access=Access("https", "git.example", anonymous=False),
    )

    assert [file.path for file in facts.files.all] == ["app/README.md"]
    assert [link.path for link in facts.files.links] == ["app/LICENSE"]
    assert facts.files.submodules == ("app/lib",)
    assert result_of("license-missing", facts).status is Status.PASS
    assert result_of("not-publicly-accessible", facts).status is Status.FAIL


def test_a_rule_of_yaml_alone_reads_the_file_it_names() -> None:
    rule = replace(
        RULES[0],
        depends_on=(),
        applies_to=(),
        check="yaml-fits-schema",
        parameters={"path": "a.yml", "schema": {"required": ["b"]}},
        messages=dict.fromkeys(("found", "missing", "unfit"), RULES[0].title),
    )

    def status(text: str) -> Status:
        return result_of(rule, facts_of({"a.yml": text}, rules=[rule])).status

    assert status("b: 1\n") is Status.PASS
    assert status("c: 1\n") is Status.FAIL


def test_history_is_made_of_days() -> None:
    history = history_of([5, 1], authors=["a", "b"], bots=["b"])

    assert [commit.oid for commit in history.commits] == [commit_of("1 days"), commit_of("5 days")]
    assert [commit.is_bot for commit in history.commits] == [False, True]


@pytest.mark.parametrize("rule", RULES, ids=[rule.slug for rule in RULES])
def test_every_rule_has_a_check_unless_only_a_person_can_answer(rule: Rule) -> None:
    assert "declaration" in rule.needs or callable(check_of(rule))


_NAMES = st.one_of(
    st.sampled_from(["LICENSE", "README.md", "docs/a.adoc", "package.json", "publiccode.yml"]),
    st.sampled_from(["REUSE.toml", "LICENSES/MIT.txt", "CITATION.cff", "README.rst", "a.py"]),
    st.sampled_from(["pom.xml", "pyproject.toml", "x/a.bin"]),
)
_TEXTS = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.sampled_from([MIT.encode(), README.encode(), b"{}", b"[", b"\0", b"%YAML 9\n---\n- &a *a"]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(_NAMES, _TEXTS, max_size=6), st.sets(_NAMES, max_size=2))
def test_no_repository_makes_a_check_crash(files: dict[str, bytes], unreadable: set[str]) -> None:
    facts = facts_of(files, unreadable=unreadable)

    errors = [result for result in run_checks(RULES, facts) if result.status is Status.ERROR]

    assert errors == []
