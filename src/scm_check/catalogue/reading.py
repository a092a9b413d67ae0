# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a catalogue become rules, obligations and profiles; every fault is told with its line.

The slow way, gone once for each state of the files (`stored` keeps what came out).
"""

from __future__ import annotations

import hashlib
import json
import reprlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from scm_check.catalogue import schema
from scm_check.catalogue.contents import Catalogue, did_you_mean
from scm_check.catalogue.folders import RuleFile
from scm_check.catalogue.positions import Positions, parse_yaml
from scm_check.errors import ConfigurationError
from scm_check.model import Condition, Obligation, Profile, Rule, RuleSetting, Severity, Text
from scm_check.values import dataclass

_Entry = TypeVar("_Entry")

# The shared checks are ours: a rule without code of its own runs on them.
OURS = "scm_check"


@dataclass(frozen=True, slots=True)
class Read:
    """A checked value with the place it came from, for faults found later."""

    file: RuleFile
    entry: Any
    positions: Positions

    def fault(self, message: str, *place: str | int) -> ConfigurationError:
        return ConfigurationError(message, path=self.file.path, line=self.positions.line(place))


def read_catalogue(files: Sequence[RuleFile], sha256: str) -> Catalogue:
    """Check all files, each for itself and then against one another.

    Raises ConfigurationError for the first file that is not in order, with all its faults.
    """
    rules: dict[str, Read] = {}
    obligations: dict[str, tuple[Read, schema.ObligationEntry]] = {}
    profiles: dict[str, Read] = {}
    reasons: dict[str, Text] = {}
    for file in files:
        match PurePosixPath(file.name).parts:
            case ("sources.yml",):
                read = _checked(file, dict[schema.ObligationKey, schema.ObligationEntry])
                for key, entry in read.entry.items():
                    _add(obligations, key, (read, entry), read, key)
            case ("reasons.yml",):
                read = _checked(file, dict[schema.Slug, schema.MessageEntry])
                for key, entry in read.entry.items():
                    _add(reasons, key, _text(entry), read, key)
            case ("profiles", _):
                read = _checked(file, schema.ProfileEntry)
                _add(profiles, read.entry.name, read, read, "name")
            case (_, _):
                read = _checked(file, schema.RuleEntry)
                _add(rules, read.entry.id, read, read, "id")
            case _:
                raise ConfigurationError(
                    "Not a place for a rule. Put it into a folder named after its family, for"
                    " example licensing/.",
                    path=file.path,
                )
    _check_names(rules)
    _check_references(rules, obligations)
    return Catalogue(
        rules={id_: _rule(rules[id_]) for id_ in sorted(rules)},
        obligations={
            key: _obligation(key, obligations[key][1], rules) for key in sorted(obligations)
        },
        profiles={name: _profile(name, profiles, rules, obligations) for name in sorted(profiles)},
        reasons=dict(sorted(reasons.items())),
        sha256=sha256,
    )


def _checked(file: RuleFile, shape: Any) -> Read:
    value, positions = parse_yaml(file.data, file.path)
    try:
        entry = TypeAdapter(shape).validate_python(value, context={"name": file.name})
    except ValidationError as error:
        raise _configuration_error(file, error, positions) from error
    return Read(file, entry, positions)


def _configuration_error(
    file: RuleFile, error: ValidationError, positions: Positions
) -> ConfigurationError:
    faults = []
    for fault in error.errors(include_url=False):
        place = tuple(part for part in fault["loc"] if part != "[key]")
        if fault["type"] == "unknown_key":
            place = (*place, fault["ctx"]["key"])
        faults.append((positions.line(place), _sentence(fault)))
    (line, first), *others = faults
    more = "".join(f"\n{file.path}:{line}: {text}" for line, text in others)
    return ConfigurationError(first + more, path=file.path, line=line)


def _sentence(fault: Any) -> str:
    """What is wrong and what to do; pydantic's own words where they already say it."""
    name = ".".join(str(part) for part in fault["loc"] if part != "[key]") or "the file"
    given = fault.get("input")
    given = given[:80] if isinstance(given, str) else reprlib.repr(given)
    match fault["type"]:
        case "unknown_key":
            return str(fault["msg"])
        case "missing":
            return f'The key "{name}" is missing. Add it.'
        case "enum" | "literal_error":
            expected = fault["ctx"]["expected"]
            near = did_you_mean(given, [word.strip(" '") for word in _listed(expected)])
            return f'"{name}" is "{given}".{near} Expected is {expected}.'
        case "value_error":
            return f'"{name}" {fault["ctx"]["error"]}.'
        case "string_pattern_mismatch":
            return f'"{name}" is "{given}". It must look like {fault["ctx"]["pattern"]}.'
        case _:
            return f'"{name}" is "{given}": {fault["msg"]}.'


def _listed(expected: str) -> list[str]:
    return expected.replace(" or ", ",").split(",")


def _add(found: dict[str, _Entry], key: str, value: _Entry, read: Read, *place: str) -> None:
    if key in found:
        first = found[key]
        other = f" in {first.file.path}" if isinstance(first, Read) else ""
        raise read.fault(f'"{key}" is there already{other}. Choose another name.', *place)
    found[key] = value


def _check_names(rules: Mapping[str, Read]) -> None:
    """A slug or alias names one rule; a rule without code of its own names a shared check."""
    owners: dict[str, Read] = {}
    for read in rules.values():
        for name, place in [
            (read.entry.slug, "slug"),
            *((alias, "aliases") for alias in read.entry.aliases),
        ]:
            _add(owners, name, read, read, place)
        if read.file.pack.origin is None and read.entry.check is None:
            raise read.fault(
                'A rule without Python code needs "check": the name of a shared check, for'
                " example file-present.",
                "slug",
            )
        if read.entry.check is not None and read.entry.check not in shared_checks():
            near = did_you_mean(read.entry.check, shared_checks())
            raise read.fault(
                f'Unknown check "{read.entry.check}".{near} There are:'
                f" {', '.join(shared_checks())}.",
                "check",
            )


@cache
def shared_checks() -> tuple[str, ...]:
    """Names of the checks that rules share, told from their files: nothing is imported."""
    folder = Path(__file__).parent.parent / "checks" / "shared"
    return tuple(
        path.stem.replace("_", "-")
        for path in sorted(folder.glob("*.py"))
        if b"\ndef check(" in path.read_bytes()
    )


def _check_references(
    rules: Mapping[str, Read], obligations: Mapping[str, tuple[Read, schema.ObligationEntry]]
) -> None:
    for read in rules.values():
        for n, key in enumerate(read.entry.obligations):
            if key not in obligations:
                raise read.fault(
                    f'Unknown obligation "{key}".{did_you_mean(key, obligations)}'
                    " Add it to sources.yml.",
                    "obligations",
                    n,
                )
        for n, id_ in enumerate(read.entry.depends_on):
            if id_ not in rules:
                raise read.fault(
                    f'Unknown rule "{id_}".{did_you_mean(id_, rules)} Name a rule of the'
                    " catalogue.",
                    "depends_on",
                    n,
                )
        _check_circle(read, rules)


def _check_circle(read: Read, rules: Mapping[str, Read]) -> None:
    seen: set[str] = set()
    waiting = list(read.entry.depends_on)
    while waiting:
        id_ = waiting.pop()
        if id_ == read.entry.id:
            raise read.fault(f"{id_} depends on itself. Break the circle.", "depends_on")
        if id_ in rules and id_ not in seen:
            seen.add(id_)
            waiting.extend(rules[id_].entry.depends_on)


def _text(entry: schema.TextEntry) -> Text:
    return Text(de=entry.de, en=entry.en)


def _texts(entries: Mapping[Any, schema.TextEntry]) -> dict[str, Text]:
    return {key: _text(entry) for key, entry in entries.items()}


def _rule(read: Read) -> Rule:
    entry: schema.RuleEntry = read.entry
    return Rule(
        id=entry.id,
        slug=entry.slug,
        family=PurePosixPath(read.file.name).parts[0],
        title=_text(entry.title),
        purpose=_text(entry.purpose),
        obligations=entry.obligations,
        messages=_texts(entry.messages),
        remedy=_text(entry.remedy),
        addressee=entry.addressee,
        done_when=_text(entry.done_when),
        effort=_text(entry.effort),
        passed=_text(entry.passed),
        reasons=_texts(entry.reasons),
        title_in_review=_text(entry.title_in_review) if entry.title_in_review else None,
        false_alarms=_text(entry.false_alarms) if entry.false_alarms else None,
        applies_to=entry.applies_to,
        depends_on=entry.depends_on,
        needs=entry.needs,
        urgent=entry.urgent,
        leads=entry.leads,
        in_force_from=entry.in_force.from_ if entry.in_force else None,
        in_force_to=entry.in_force.to if entry.in_force else None,
        fix=entry.fix,
        check=entry.check,
        parameters=entry.parameters,
        aliases=entry.aliases,
        since=entry.since,
        preview=entry.preview,
        in_forks=entry.in_forks,
        outcomes=_texts(entry.outcomes),
        origin=read.file.pack.origin or OURS,
    )


def _obligation(key: str, entry: schema.ObligationEntry, rules: Mapping[str, Read]) -> Obligation:
    """A planned rule that has been built, here or in a pack, is planned no longer."""
    return Obligation(
        key=key,
        title=_text(entry.title),
        source=_text(entry.source),
        article=entry.article,
        wording=entry.wording,
        date=entry.date,
        url=entry.url,
        certainty=entry.certainty,
        force=entry.force,
        planned=tuple(id_ for id_ in entry.planned if id_ not in rules),
        summary=_text(entry.summary) if entry.summary else None,
    )


def _profile(
    name: str,
    profiles: Mapping[str, Read],
    rules: Mapping[str, Read],
    obligations: Mapping[str, object],
) -> Profile:
    """The profile with what it takes over; the nearest word on a rule holds.

    A planned severity holds as soon as the rule is built, here or in a pack.
    """
    chain = _ancestry(name, profiles)
    own: schema.ProfileEntry = chain[-1].entry
    settings: dict[str, RuleSetting] = {}
    planned: dict[str, Severity] = {}
    keys: tuple[str, ...] = ()
    for read in chain:
        entry: schema.ProfileEntry = read.entry
        _check_profile(read, rules, obligations)
        built = {id_: severity for id_, severity in entry.planned.items() if id_ in rules}
        settings |= {id_: RuleSetting(severity) for id_, severity in built.items()}
        settings |= {id_: _setting(setting) for id_, setting in entry.rules.items()}
        planned |= entry.planned
        keys = keys if entry.obligations is None else entry.obligations
    values: dict[str, Any] = {
        "name": name,
        "version": own.version,
        "title": _text(own.title),
        "call": own.call,
        "obligations": keys,
        "rules": dict(sorted(settings.items())),
        "planned": {id_: planned[id_] for id_ in sorted(planned) if id_ not in settings},
    }
    text = json.dumps(values, default=_plain, sort_keys=True)
    return Profile(**values, sha256=hashlib.sha256(text.encode()).hexdigest())


def _ancestry(name: str, profiles: Mapping[str, Read]) -> list[Read]:
    """The profile and those it extends, the farthest first."""
    chain = [profiles[name]]
    while (parent := chain[-1].entry.extends) is not None:
        if parent not in profiles:
            near = did_you_mean(parent, profiles)
            raise chain[-1].fault(f'Unknown profile "{parent}".{near} Name another.', "extends")
        if profiles[parent] in chain:
            raise chain[-1].fault(f"{name} extends itself. Break the circle.", "extends")
        chain.append(profiles[parent])
    return chain[::-1]


def _check_profile(
    read: Read, rules: Mapping[str, Read], obligations: Mapping[str, object]
) -> None:
    entry: schema.ProfileEntry = read.entry
    for id_ in entry.rules:
        if id_ not in rules:
            near = did_you_mean(id_, rules)
            raise read.fault(
                f'Unknown rule "{id_}".{near} A rule not built yet belongs under "planned".',
                "rules",
                id_,
            )
    for n, key in enumerate(entry.obligations or ()):
        if key not in obligations:
            near = did_you_mean(key, obligations)
            raise read.fault(
                f'Unknown obligation "{key}".{near} Add it to sources.yml.', "obligations", n
            )


def _setting(entry: schema.SettingEntry) -> RuleSetting:
    when = []
    for condition in entry.when:
        key = next(key for key in schema.CONDITIONS if getattr(condition, key) is not None)
        test = getattr(condition, key)
        value = [str(item) for item in test] if isinstance(test, tuple) else test
        when.append(Condition(key, value, condition.severity))
    return RuleSetting(entry.severity, tuple(when), entry.parameters)


def _plain(value: Any) -> Any:
    """Dataclasses for json."""
    from dataclasses import asdict

    return asdict(value)
