# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the catalogue says holds together: sources, severities, languages, checks and words."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from scm_check.catalogue import Catalogue, load_catalogue, rules_folder
from scm_check.model import Certainty, Force, Profile, Rule, RuleSetting, Severity, Text

CALLS = ("mpsc-2019", "mpsc-2020", "mpsc-2021")
PROGRAMME = ("mpsc", *CALLS)
RANK = {Severity.OFF: 0, Severity.MAY: 1, Severity.SHOULD: 2, Severity.MUST: 3}

# What the programme's auditors settled: calls of 2019, 2020 and 2021, then `base`.
SEVERITIES = """
LIC001 M M M M    LIC002 M M M M    LIC003 M M M M    LIC004 S S S S    LIC005 m m m m
LIC006 m m m m    LIC007 S S S S    LIC008 m m m m    LIC009 S S S S    LIC010 m m m m
LIC011 S S S S    LIC012 S S S S    LIC013 S S S S    LIC014 S S S S    LIC015 m S S S
LIC016 S S S S    LIC017 S S S S    LIC018 m m m m    DOC001 M M S S    DOC002 S S S S
DOC003 S S S S    DOC004 S S S S    DOC005 S S S S    DOC006 S S S S    DOC007 m S S S
DOC008 S S S S    DOC009 m m m m    DOC010 m m m m    DOC011 S S S S    DOC012 m m m m
DOC013 m m m m    DOC014 S S S S    REP001 M M M S    REP002 S S S S    REP003 S S S S
REP004 S S S S    REP005 S S S S    REP006 S S S S    REP007 S S S S    REP008 S S S S
REP009 S S S S    REP010 m m m m    REP011 m m m m    REP012 m m m m    REP013 S S S S
REP014 m m m m    OPN001 m m m m    OPN002 S S S S    OPN003 S S S S    OPN004 m m m m
OPN005 M M M S    OPN006 S S S S    OPN007 m m m m    OPN008 S S S S    OPN009 m m m m
OPN010 m S S S    OPN011 m S S S    OPN012 m m m m    OPN013 S S S S    OPN014 S M S S
OPN015 m m m m    OPN016 M M M S    SEC001 S S S M    SEC002 S S S M    SEC003 S S S S
SEC004 S S S S    SEC005 m m m m    SEC006 S S S S    SEC007 m m m m    SEC008 m m m m
"""
LETTERS = {"M": Severity.MUST, "S": Severity.SHOULD, "m": Severity.MAY}


@cache
def catalogue() -> Catalogue:
    return load_catalogue(use_cache=False, installed=False)


def rules() -> list[Rule]:
    return list(catalogue().rules.values())


def worst(setting: RuleSetting) -> Severity:
    severities = [setting.severity, *(condition.severity for condition in setting.when)]
    return max(severities, key=lambda severity: RANK[severity])


def musts() -> Iterator[tuple[Profile, Rule]]:
    for profile in catalogue().profiles.values():
        for id_, setting in profile.rules.items():
            if worst(setting) is Severity.MUST:
                yield profile, catalogue().rules[id_]


# --- sources and severities ----------------------------------------------------------------------


def test_must_of_the_programme_rests_on_binding_wording_that_was_read() -> None:
    unfounded = [
        (profile.name, rule.id)
        for profile, rule in musts()
        if profile.name in PROGRAMME
        and not any(
            obligation.force is Force.BINDING
            and obligation.certainty is Certainty.READ
            and obligation.wording
            for key in set(rule.obligations) & set(profile.obligations)
            for obligation in [catalogue().obligations[key]]
        )
    ]

    assert unfounded == []
    assert sum(profile.name in PROGRAMME for profile, _ in musts()) > 15


def test_what_was_only_reported_never_makes_a_must() -> None:
    reported = [
        (profile.name, rule.id, key)
        for profile, rule in musts()
        for key in set(rule.obligations) & set(profile.obligations)
        if catalogue().obligations[key].certainty is not Certainty.READ
    ]

    assert reported == []


def test_only_what_was_read_is_quoted() -> None:
    quoted = {item.certainty for item in catalogue().obligations.values() if item.wording}

    assert quoted == {Certainty.READ}


@pytest.mark.parametrize("row", re.findall(r"([A-Z]{3}\d{3}) (.) (.) (.) (.)", SEVERITIES))
def test_each_profile_has_the_severity_that_was_settled(row: tuple[str, ...]) -> None:
    rule, *letters = row

    for name, letter in zip((*CALLS, "base"), letters, strict=True):
        profile = catalogue().profiles[name]
        if rule in profile.rules:
            assert profile.rules[rule].severity is LETTERS[letter], name
        else:
            assert profile.planned[rule] is LETTERS[letter], name


def test_the_calls_have_seven_eight_and_six_musts() -> None:
    """Those of the catalogue; what is asked of a whole project (PRJ) comes on top."""
    counted = []
    for name in CALLS:
        profile = catalogue().profiles[name]
        built = [worst(setting) for setting in profile.rules.values()]
        planned = [item for id_, item in profile.planned.items() if not id_.startswith("PRJ")]
        counted.append([*built, *planned].count(Severity.MUST))

    assert counted == [7, 8, 6]


def test_without_a_call_the_lowest_of_the_three_severities_holds() -> None:
    mpsc = catalogue().profiles["mpsc"]
    calls = [catalogue().profiles[name] for name in CALLS]

    for id_, setting in mpsc.rules.items():
        others = [call.rules[id_] for call in calls]
        assert RANK[setting.severity] == min(RANK[other.severity] for other in others), id_
        assert all(other.when == setting.when for other in others), id_
    for id_, severity in mpsc.planned.items():
        assert RANK[severity] == min(RANK[call.planned[id_]] for call in calls), id_


def test_without_a_call_nothing_is_a_must_that_one_call_does_not_ask() -> None:
    keys = catalogue().profiles["mpsc"].obligations

    assert all(key.startswith("mpsc/") for key in keys)


def test_rules_of_autumn_2022_weigh_more_only_for_later_procurement() -> None:
    for rule in ("LIC005", "OPN001"):
        (condition,) = catalogue().profiles["mpsc"].rules[rule].when

        assert (condition.key, condition.test, condition.severity) == (
            "procured_on",
            ">=2022-10-01",
            Severity.SHOULD,
        )


def test_each_profile_names_its_call() -> None:
    calls = {name: profile.call for name, profile in catalogue().profiles.items()}

    assert calls == {
        "base": None,
        "mpsc": None,
        "mpsc-2019": "2019",
        "mpsc-2020": "2020",
        "mpsc-2021": "2021",
    }


def test_every_obligation_is_used() -> None:
    used = {key for rule in rules() for key in rule.obligations}
    used |= {key for profile in catalogue().profiles.values() for key in profile.obligations}
    used |= {key for key, item in catalogue().obligations.items() if item.planned}

    assert used == set(catalogue().obligations)


def test_a_planned_rule_is_known_to_the_profiles() -> None:
    """PRJ006 is the reasoned exception: an answer without any weight of its own."""
    mpsc = catalogue().profiles["mpsc"]
    known = {*mpsc.planned, *mpsc.rules, "PRJ006"}
    text = (rules_folder() / "sources.yml").read_text(encoding="utf-8")
    lists = re.findall(r"(?m)^  planned: \[(.*)\]", text)

    assert lists
    assert {id_ for names in lists for id_ in names.split(", ")} <= known


def test_an_obligation_in_a_profile_has_a_rule_or_waits_for_one() -> None:
    for profile in catalogue().profiles.values():
        for key in profile.obligations:
            served = [rule.id for rule in rules() if key in rule.obligations]
            assert served or catalogue().obligations[key].planned, (profile.name, key)


# --- rules and checks ----------------------------------------------------------------------------


def module_of(rule: Rule) -> Path | None:
    name = f"scm_check.checks.{rule.family}.{rule.slug.replace('-', '_')}"
    spec = importlib.util.find_spec(name)
    return Path(spec.origin) if spec and spec.origin else None


def keys_in(path: Path, call: str) -> set[str]:
    """First arguments of the calls of this name that stand there as texts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == call
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_each_rule_has_its_check(rule: Rule) -> None:
    assert module_of(rule) or rule.check or "declaration" in rule.needs


def test_each_check_has_its_rule() -> None:
    folder = Path(str(importlib.util.find_spec("scm_check.checks").submodule_search_locations[0]))  # type: ignore[union-attr, index]
    built = {
        (path.parent.name, path.stem.replace("_", "-"))
        for path in folder.glob("*/*.py")
        if path.parent.name != "shared" and path.stem != "__init__"
    }

    assert built <= {(rule.family, rule.slug) for rule in rules()}


def test_each_answer_of_a_check_has_its_words() -> None:
    folder = Path(str(importlib.util.find_spec("scm_check.checks").submodule_search_locations[0]))  # type: ignore[union-attr, index]
    used = {
        key
        for path in folder.rglob("*.py")
        for call in ("NotApplicable", "Unknown")
        for key in keys_in(path, call)
    }

    own = {key for rule in rules() for key in rule.reasons}
    assert used <= set(catalogue().reasons) | own
    assert "see-rule" in used


def test_a_rule_of_declarations_asks_a_question() -> None:
    asking = {rule.id for rule in rules() if "question" in rule.messages}

    assert asking == {rule.id for rule in rules() if "declaration" in rule.needs}


def test_a_rule_lies_in_the_folder_of_its_family() -> None:
    families = {
        "LIC": "licensing",
        "DOC": "documentation",
        "REP": "replicability",
        "OPN": "openness",
        "SEC": "security",
    }

    assert {rule.id: rule.family for rule in rules()} == {
        rule.id: families[rule.id[:3]] for rule in rules()
    }


# --- words ---------------------------------------------------------------------------------------


def texts(rule: Rule) -> Iterator[tuple[str, Text]]:
    for name in ("title", "purpose", "remedy", "done_when", "effort", "passed"):
        yield name, getattr(rule, name)
    for name in ("messages", "reasons", "outcomes"):
        yield from ((f"{name}/{key}", text) for key, text in getattr(rule, name).items())
    if rule.title_in_review:
        yield "title_in_review", rule.title_in_review
    if rule.false_alarms:
        yield "false_alarms", rule.false_alarms


def all_texts() -> Iterator[tuple[str, Text]]:
    for rule in rules():
        yield from ((f"{rule.id}/{name}", text) for name, text in texts(rule))
    yield from ((f"reasons/{key}", text) for key, text in catalogue().reasons.items())


def test_every_text_differs_in_the_two_languages() -> None:
    same = [name for name, text in all_texts() if text.de == text.en]

    assert same == []


# Words the programme's glossary replaces, those that blame, and those that judge in law.
FOREIGN = (
    r"\b(?:Verst(?:oß|öße)|verstößt|rechtswidrig\w*|konform\w*|Konformität|zertifizier\w*|Mangel"
    r"|Mängel|Issue|Repo|Repos|Repository|Policy|Audit|scannen|Scan|Lockdatei|Lockfile|Dependency"
    r"|Dependencies|Baseline|Waiver|Override|Release|Requirement|Quelle|Review|kritisch|bestanden"
    r"|durchgefallen|Sie haben nicht|Sie müssen|Finding|Evidence|Copyright-Owner|Secrets?)\b|!"
)


def test_german_texts_keep_to_the_glossary() -> None:
    found = {
        name: match.group() for name, text in all_texts() if (match := re.search(FOREIGN, text.de))
    }

    assert found == {}


def test_quotation_marks_are_kept_for_the_leaflet() -> None:
    quoting = [name for name, text in all_texts() if re.search("[„“‚‘«»]", text.de)]

    assert quoting == []


def test_every_remedy_is_numbered_from_one() -> None:
    for rule in rules():
        for words in (rule.remedy.de, rule.remedy.en):
            numbers = [int(number) for number in re.findall(r"(?:^| )(\d)\. ", words)]
            assert numbers == list(range(1, len(numbers) + 1)), rule.id
            assert len(numbers) >= 2, rule.id


def test_what_is_named_as_good_is_a_phrase_not_a_sentence() -> None:
    for rule in rules():
        for words in (rule.passed.de, rule.passed.en):
            assert len(words) <= 40, rule.id
            assert not words.endswith("."), rule.id


def test_sentences_end_and_titles_do_not() -> None:
    for rule in rules():
        for text in (rule.purpose, rule.done_when, rule.remedy):
            assert text.de.endswith("."), rule.id
            assert text.en.endswith("."), rule.id
        assert not rule.title.de.endswith("."), rule.id


def test_nobody_is_asked_to_run_a_command_that_does_not_exist() -> None:
    named = {
        word
        for _, text in all_texts()
        for words in (text.de, text.en)
        for word in re.findall(r"scm-check (\w+)", words)
    }

    assert named <= {"check", "explain", "rules", "profiles", "facts", "schema"}


def test_each_result_that_a_rule_can_come_to_is_explained() -> None:
    for rule in rules():
        path = module_of(rule)
        if path is None:
            continue
        source = path.read_text(encoding="utf-8")
        assert ("Status.REVIEW" in source) <= ("review" in rule.outcomes), rule.id
        assert ("raise Unknown" in source) <= ("unknown" in rule.outcomes), rule.id
        assert ("raise NotApplicable" in source) <= ("not-applicable" in rule.outcomes), rule.id
