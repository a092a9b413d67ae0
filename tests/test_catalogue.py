# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue is found, read, checked and kept; every fault is told with its line."""

from __future__ import annotations

import dataclasses
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.catalogue import Catalogue, load_catalogue, rule_schema, rules_folder, rules_json
from scm_check.catalogue.folders import Pack, RuleFile
from scm_check.catalogue.loading import SHIPPED, compile_catalogue
from scm_check.catalogue.positions import parse_yaml
from scm_check.catalogue.reading import read_catalogue
from scm_check.errors import ConfigurationError, UsageError
from scm_check.model import Severity

RULE = """\
id: OFF001
slug: imprint-missing
aliases: [no-imprint]
title: {de: Kein Impressum, en: No imprint}
purpose: {de: Weil., en: Because.}
obligations: [office/imprint]
check: file-present
parameters: {paths: [IMPRESSUM.md]}
messages:
  missing: {de: "{paths} nicht gefunden", en: "{paths} not found"}
remedy: {de: 1. Anlegen., en: 1. Add it.}
addressee: municipality
done_when: {de: Es liegt da., en: It is there.}
effort: {de: 5 Minuten, en: 5 minutes}
passed: {de: Impressum, en: imprint}
since: 1.0.0
"""
SOURCES = """\
office/imprint:
  title: {de: Impressum, en: Imprint}
  source: {de: Nebenbestimmung, en: Clause}
  wording: ein Impressum
  date: 2024-05-01
  certainty: read
  force: binding
"""
PROFILE = """\
name: office
version: 2
title: {de: Programmstelle, en: Office}
extends: mpsc-2021
obligations: [office/imprint]
rules:
  OFF001: must
  REP011: off
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for --rules with one rule, its source and a profile."""
    pack = tmp_path / "pack"
    (pack / "office").mkdir(parents=True)
    (pack / "profiles").mkdir()
    (pack / "office" / "imprint-missing.yml").write_text(RULE, encoding="utf-8")
    (pack / "sources.yml").write_text(SOURCES, encoding="utf-8")
    (pack / "profiles" / "office.yml").write_text(PROFILE, encoding="utf-8")
    return pack


def load(*extra: Path) -> Catalogue:
    return load_catalogue(extra, use_cache=False, installed=False)


def change(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, start=1) if text in line)


# --- names ---------------------------------------------------------------------------------------


def test_a_rule_is_found_by_id_slug_and_former_slug(folder: Path) -> None:
    catalogue = load(folder)

    found = {catalogue.rule(name).id for name in ("OFF001", "off001", "imprint-missing")}

    assert found == {"OFF001"}
    assert catalogue.rule("no-imprint").id == "OFF001"


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r'Unknown rule "license-mising"\. .*license-missing'):
        load().rule("license-mising")


def test_an_unknown_profile_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"Did you mean mpsc-2021"):
        load().profile("mpsc-2201")


def test_a_rule_that_a_profile_does_not_name_is_off(folder: Path) -> None:
    assert load(folder).severity("OFF001", "mpsc") is Severity.OFF


# --- packs ---------------------------------------------------------------------------------------


def test_rules_of_a_folder_are_added_to_ours(folder: Path) -> None:
    catalogue = load(folder)

    rule = catalogue.rule("OFF001")
    assert (rule.family, rule.check, rule.parameters) == (
        "office",
        "file-present",
        {"paths": ["IMPRESSUM.md"]},
    )
    assert set(load().rules) < set(catalogue.rules)


def test_a_profile_takes_over_what_it_does_not_say_itself(folder: Path) -> None:
    office = load(folder).profile("office")

    assert office.rules["OFF001"].severity is Severity.MUST
    assert office.rules["REP011"].severity is Severity.OFF
    assert office.rules["LIC001"].severity is Severity.MUST
    assert office.obligations == ("office/imprint",)
    assert (office.version, office.call) == ("2", None)


def test_a_planned_severity_holds_as_soon_as_the_rule_is_built(folder: Path) -> None:
    path = folder / "profiles" / "office.yml"
    text = path.read_text(encoding="utf-8").replace("rules:\n  OFF001: must\n", "rules:\n")
    path.write_text(f"{text}planned:\n  OFF001: may\n  OFF002: should\n", encoding="utf-8")

    office = load(folder).profile("office")

    assert office.rules["OFF001"].severity is Severity.MAY
    assert office.planned["OFF002"] is Severity.SHOULD
    assert "OFF001" not in office.planned


def test_profiles_of_different_content_have_different_checksums() -> None:
    checksums = {profile.sha256 for profile in load().profiles.values()}

    assert len(checksums) == len(load().profiles)


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        load(tmp_path / "nowhere")


@pytest.fixture
def package(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with rules and the entry point that names it."""
    site = tmp_path / "site"
    (site / "office_rules").mkdir(parents=True)
    folder.rename(site / "office_rules" / "rules")
    (site / "office_rules" / "__init__.py").write_text("raise SystemExit('ran')\n")
    (site / "office-1.dist-info").mkdir()
    points = "[console_scripts]\nx = y:z\n\n[scm_check.rules]\noffice = office_rules\n"
    (site / "office-1.dist-info" / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(str(site))
    return site


def test_rules_of_an_installed_package_are_found_without_running_it(package: Path) -> None:
    catalogue = load_catalogue(use_cache=False)

    assert catalogue.rule("OFF001").origin == "office_rules"


def test_rules_of_the_working_folder_are_not_taken_for_installed(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)

    assert "OFF001" not in load_catalogue(use_cache=False).rules


def test_a_package_without_its_rules_is_named(package: Path) -> None:
    (package / "office_rules" / "rules").rename(package / "office_rules" / "other")

    with pytest.raises(ConfigurationError, match=r'"office_rules".*no folder "rules"'):
        load_catalogue(use_cache=False)


def test_a_rule_of_a_package_may_have_its_own_code(package: Path) -> None:
    rules = package / "office_rules" / "rules"
    change(rules, "office/imprint-missing.yml", "check: file-present\n", "")

    assert load_catalogue(use_cache=False).rule("OFF001").check is None


# --- the saved form ------------------------------------------------------------------------------


def test_a_saved_catalogue_equals_the_one_that_was_read(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read = load_catalogue((folder,), cache_folder=cache, installed=False)

    saved = load_catalogue((folder,), cache_folder=cache, installed=False)

    assert saved == read == load(folder)
    assert [path.stat().st_mode & 0o777 for path in cache.iterdir()] == [0o600]


def test_a_changed_file_is_read_anew(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = load_catalogue((folder,), cache_folder=cache, installed=False)

    change(folder, "office/imprint-missing.yml", "No imprint", "There is no imprint")
    after = load_catalogue((folder,), cache_folder=cache, installed=False)

    assert after.rule("OFF001").title.en == "There is no imprint"
    assert after.sha256 != before.sha256


def test_the_checksum_does_not_depend_on_where_the_folder_lies(
    folder: Path, tmp_path: Path
) -> None:
    before = load(folder).sha256
    moved = folder.rename(tmp_path / "elsewhere")

    assert load(moved).sha256 == before


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\x00", b'{"rules": {"a": {}}}'])
def test_a_damaged_saved_catalogue_is_replaced(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    cache = tmp_path / "cache"
    read = load_catalogue((folder,), cache_folder=cache, installed=False)
    (saved,) = cache.iterdir()
    saved.write_bytes(content)

    assert load_catalogue((folder,), cache_folder=cache, installed=False) == read
    assert len(saved.read_bytes()) > 1000


def test_a_link_in_place_of_a_saved_catalogue_is_not_followed(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read = load_catalogue((folder,), cache_folder=cache, installed=False)
    (saved,) = cache.iterdir()
    other = tmp_path / "other.json"
    other.write_bytes(saved.read_bytes().replace(b"LIC001", b"EVI001"))
    saved.unlink()
    saved.symlink_to(other)

    assert load_catalogue((folder,), cache_folder=cache, installed=False) == read


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("here is no folder")

    assert load_catalogue(cache_folder=occupied, installed=False) == load()


def test_old_states_do_not_pile_up(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for n in range(12):
        (folder / "sources.yml").write_text(f"{SOURCES}# {n}\n")
        load_catalogue((folder,), cache_folder=cache, installed=False)

    assert len(list(cache.iterdir())) == 8


def test_the_shipped_catalogue_needs_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    code = (
        "import sys; from scm_check.catalogue import load_catalogue;"
        "load_catalogue(use_cache=False);"
        "print(sorted({'yaml', 'pydantic', 'importlib.metadata'} & set(sys.modules)))"
    )
    environment = {**os.environ, "SCM_CHECK_CACHE": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    )

    assert done.stdout.strip() == "[]"


def test_a_saved_catalogue_needs_neither_yaml_nor_pydantic(folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from scm_check.catalogue import load_catalogue;"
        f"load_catalogue((pathlib.Path({str(folder)!r}),));"
        "print(sorted({'yaml', 'pydantic', 'importlib.metadata'} & set(sys.modules)))"
    )
    environment = {**os.environ, "SCM_CHECK_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-c", code]
    first, second = (
        subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    )

    assert ("pydantic" in first, second.strip()) == (True, "[]")


def test_a_catalogue_can_be_pickled() -> None:
    catalogue = load()

    assert pickle.loads(pickle.dumps(catalogue)) == catalogue  # noqa: S301 - our own bytes


# --- faults --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "message"),
    [
        ("office/imprint-missing.yml", "purpose:", "purpos:", "purpos:", "Did you mean purpose"),
        ("office/imprint-missing.yml", "de: Weil.,", "dee: Weil.,", "dee:", "Did you mean de"),
        ("office/imprint-missing.yml", "since: 1.0.0\n", "", "id: OFF001", '"since" is missing'),
        (
            "office/imprint-missing.yml",
            "municipality",
            "municipalty",
            "municipalty",
            "Did you mean",
        ),
        ("office/imprint-missing.yml", "id: OFF001", "id: off1", "id: off1", "must look like"),
        (
            "office/imprint-missing.yml",
            "{paths} not",
            "{path} not",
            "missing:",
            "one language only",
        ),
        ("office/imprint-missing.yml", "{paths} not", "{paths not", "missing:", "unfinished brace"),
        ("office/imprint-missing.yml", "{paths} not", "{0} not", "missing:", "small letters"),
        (
            "office/imprint-missing.yml",
            "slug: imprint",
            "slug: no",
            "id:",
            "Name the file no-missing",
        ),
        (
            "office/imprint-missing.yml",
            "office/imprint]",
            "office/imprnt]",
            "imprnt",
            "Did you mean",
        ),
        ("office/imprint-missing.yml", "check: file-present\n", "", "slug:", 'needs "check"'),
        ("office/imprint-missing.yml", "OFF001", "LIC001", "id: LIC001", "is there already in"),
        ("office/imprint-missing.yml", "no-imprint", "license-missing", "aliases", "there already"),
        ("office/imprint-missing.yml", "since:", "title:", "title: 1", "stands twice"),
        (
            "office/imprint-missing.yml",
            "since:",
            "fix: perhaps\nsince:",
            "fix:",
            '"fix" is "perhaps"',
        ),
        ("office/imprint-missing.yml", "since:", "needs: [luck]\nsince:", "needs:", "Expected is"),
        (
            "office/imprint-missing.yml",
            "since:",
            "depends_on: [LIC999]\nsince:",
            "LIC999",
            "Unknown r",
        ),
        (
            "office/imprint-missing.yml",
            "since:",
            "depends_on: [OFF001]\nsince:",
            "depends",
            "circle",
        ),
        ("office/imprint-missing.yml", "since: 1.0.0", "since: [", "", "Not valid YAML"),
        ("office/imprint-missing.yml", "since: 1.0.0", "in_force: {from: 2026-13-01}", "", "YAML"),
        (
            "office/imprint-missing.yml",
            "file-present",
            "file-presnt",
            "presnt",
            "Did you mean file-p",
        ),
        ("sources.yml", "certainty: read", "certainty: inferred", "office/imprint", "was not read"),
        ("sources.yml", "  wording: ein Impressum\n", "", "office/imprint", "Add what is asked"),
        ("sources.yml", "force: binding", "force: bindng", "bindng", "Did you mean binding"),
        ("sources.yml", "office/imprint", "Imprint", "Imprint", "must look like"),
        ("profiles/office.yml", "OFF001: must", "OFF002: must", "OFF002", "Did you mean OFF001"),
        ("profiles/office.yml", "OFF001: must", "OFF001: most", "OFF001", "Did you mean must"),
        ("profiles/office.yml", "mpsc-2021", "mpsc-2022", "extends", "Did you mean mpsc-2021"),
        ("profiles/office.yml", "mpsc-2021", "office", "extends", "circle"),
        ("profiles/office.yml", "[office/imprint]", "[office/x]", "obligations", "Unknown oblig"),
        (
            "profiles/office.yml",
            "name: office",
            "name: other",
            "name: other",
            "Name the file other",
        ),
    ],
)
def test_a_fault_is_told_with_file_line_and_remedy(
    folder: Path, name: str, old: str, new: str, place: str, message: str
) -> None:
    path = change(folder, name, old, new)

    with pytest.raises(ConfigurationError, match=message) as caught:
        load(folder)

    assert caught.value.path == str(path)
    if place:
        assert caught.value.line == line_of(path, place)
        assert str(caught.value).startswith(f"{path}:{caught.value.line}: ")


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("{procured_on: 2022, severity: may}", "compares no date"),
        ("{severity: may}", "exactly one of"),
        ("{procured_on: '>=2022-10-01', kind: [data], severity: may}", "exactly one of"),
        ("{kind: [datum], severity: may}", "Did you mean data"),
        ("{procured: '>=2022-10-01', severity: may}", "Did you mean procured_on"),
    ],
)
def test_a_condition_that_means_nothing_is_refused(
    folder: Path, condition: str, message: str
) -> None:
    new = f"OFF001: {{severity: must, when: [{condition}]}}"
    path = change(folder, "profiles/office.yml", "OFF001: must", new)

    with pytest.raises(ConfigurationError, match=message) as caught:
        load(folder)

    assert caught.value.line == line_of(path, "OFF001")


def test_all_faults_of_a_file_are_told_at_once(folder: Path) -> None:
    change(folder, "office/imprint-missing.yml", "since: 1.0.0\n", "")
    path = change(folder, "office/imprint-missing.yml", "municipality", "mayor")

    with pytest.raises(ConfigurationError) as caught:
        load(folder)

    first, second = str(caught.value).split("\n")
    assert "addressee" in first
    assert second == f'{path}:1: The key "since" is missing. Add it.'


def test_a_rule_outside_of_a_family_is_refused(folder: Path) -> None:
    (folder / "stray.yml").write_text(RULE)

    with pytest.raises(ConfigurationError, match="named after its family"):
        load(folder)


def test_a_file_that_is_not_utf8_is_refused_with_its_line(folder: Path) -> None:
    path = folder / "office" / "imprint-missing.yml"
    path.write_bytes(RULE.encode().replace(b"Kein", "Künd".encode("latin-1")))

    with pytest.raises(ConfigurationError, match="Not UTF-8") as caught:
        load(folder)

    assert caught.value.line == 4


@pytest.mark.parametrize("key", [line.split(":")[0] for line in RULE.split("\n") if line[:1] > " "])
def test_every_key_of_a_rule_is_checked(folder: Path, key: str) -> None:
    """A number in place of the value is refused where the key stands."""
    path = folder / "office" / "imprint-missing.yml"
    lines = RULE.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    rest = [line for line in lines[at + 1 :] if not (key == "messages" and line.startswith("  "))]
    path.write_text("\n".join([*lines[:at], f"{key}: {{7: 7}}", *rest]), encoding="utf-8")

    with pytest.raises(ConfigurationError) as caught:
        load(folder)

    assert caught.value.line == at + 1


yaml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates().map(str),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "slug", "title", "de", "en", "rules", "name", "when", "needs"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.binary(max_size=200) | yaml_values.map(lambda value: json.dumps(value).encode()))
def test_reading_any_bytes_ends_in_a_catalogue_or_a_configuration_error(data: bytes) -> None:
    pack = Pack("test", None, Path("pack"))
    for name in ("sources.yml", "reasons.yml", "profiles/p.yml", "family/rule.yml"):
        try:
            found = read_catalogue((RuleFile(pack, name, data),), "0").rules
        except ConfigurationError as error:
            found = {str(error.path): None}  # type: ignore[dict-item]

        assert set(found) <= {f"pack/{name}"}


@given(st.binary(max_size=300))
def test_yaml_of_any_bytes_is_read_or_refused(data: bytes) -> None:
    try:
        _, positions = parse_yaml(data, "x.yml")
        line: int | None = positions.line(("a", 0, "b"))
    except ConfigurationError as error:
        line = error.line

    assert line is None or 1 <= line <= len(data) + 2


@pytest.mark.parametrize("text", ["&a [*a]", "&a {b: *a}", "? [a]\n: b", "[" * 3000, "{a: &x 1}"])
def test_odd_yaml_is_read_or_refused(folder: Path, text: str) -> None:
    (folder / "office" / "imprint-missing.yml").write_text(text)

    with pytest.raises(ConfigurationError):
        load(folder)


# --- for others ----------------------------------------------------------------------------------


def test_the_list_of_rules_names_obligations_severities_and_page() -> None:
    catalogue = load()

    entries = rules_json(catalogue)

    assert [entry["id"] for entry in entries] == sorted(catalogue.rules)
    for entry in entries:
        assert entry["obligations"]
        assert set(entry["severity"] or ()) == set(catalogue.profiles)  # type: ignore[arg-type]
        assert (rules_folder().parent / str(entry["page"])).is_file()
    json.dumps(entries)


def test_the_schema_of_a_rule_accepts_a_rule_and_refuses_another() -> None:
    import jsonschema
    import yaml

    validator = jsonschema.Draft202012Validator(rule_schema())
    value = yaml.safe_load(RULE)

    assert list(validator.iter_errors(value)) == []
    assert list(validator.iter_errors({**value, "purpos": 1}))


def test_nothing_in_a_catalogue_can_be_exchanged() -> None:
    catalogue = load()

    with pytest.raises(dataclasses.FrozenInstanceError):
        catalogue.sha256 = "0"  # type: ignore[misc]


def test_parameters_are_plain_values_that_can_be_saved(folder: Path) -> None:
    for value in ("2026-11-22", "&a {b: *a}", "&a [*a]", "{7: 7}"):
        (folder / "office" / "imprint-missing.yml").write_text(
            RULE.replace("{paths: [IMPRESSUM.md]}", f"{{x: {value}}}"), encoding="utf-8"
        )
        with pytest.raises(ConfigurationError, match="parameters"):
            load(folder)


def test_a_wheel_finds_its_rules_from_anywhere(tmp_path: Path) -> None:
    """As hatch lays it out: rules/ below the package, no checkout around it."""
    top = rules_folder().parent
    installed = tmp_path / "scm_check"
    shutil.copytree(top / "src" / "scm_check" / "catalogue", installed / "catalogue")
    for name in ("__init__.py", "cache.py", "errors.py", "patterns.py", "values.py"):
        shutil.copy(top / "src" / "scm_check" / name, installed / name)
    shutil.copytree(top / "src" / "scm_check" / "model", installed / "model")
    skipped = shutil.ignore_patterns("licenses")
    shutil.copytree(rules_folder(), installed / "_rules", ignore=skipped)
    code = (
        "from scm_check.catalogue import call_of, load_catalogue, rules_folder;"
        "print(rules_folder(), len(load_catalogue(use_cache=False).rules), call_of('Guben'))"
    )

    run = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {code}"],
        cwd="/",
        check=True,
        capture_output=True,
        text=True,
    )

    expected = f"{installed / '_rules'} {len(load().rules)} 2021"
    assert run.stdout.strip() == expected


def test_the_example_of_the_folder_of_rules_can_be_copied(tmp_path: Path) -> None:
    text = (rules_folder() / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n# DIR/(\S+)\n(.*?)```", text, re.DOTALL)
    (tmp_path / "sources.yml").write_text(SOURCES, encoding="utf-8")
    for name, example in examples:
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(example, encoding="utf-8")

    catalogue = load(tmp_path)

    assert catalogue.severity("OFF001", "office") is Severity.SHOULD


def test_the_compiled_catalogue_is_that_of_the_files(tmp_path: Path) -> None:
    compile_catalogue(tmp_path / SHIPPED)

    shipped = rules_folder() / SHIPPED
    assert shipped.read_text() == (tmp_path / SHIPPED).read_text(), "run `make pages`"
    assert load_catalogue(installed=False) == load_catalogue(installed=False, use_cache=False)


def test_the_compiled_catalogue_keeps_the_order_of_the_files() -> None:
    rule = load_catalogue(installed=False).rules["REP001"]
    text = (rules_folder() / "replicability" / "source-missing.yml").read_text(encoding="utf-8")

    assert sorted(rule.messages, key=lambda name: text.index(f"\n  {name}:")) == [*rule.messages]
