# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's file of decisions, objections and steps: a YAML list to which entries are added.

Each entry names its kind by its first key: `decision`, `objection` or `step`. Nothing that stands
in the file is ever changed by the program; what comes later in it holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from scm_check.errors import ConfigurationError
from scm_check.facts.safe_parsing import MAX_BYTES, ParseProblem, load_yaml
from scm_check.model import (
    Decision,
    DecisionOutcome,
    Objection,
    ProcedureState,
    Records,
    Step,
)
from scm_check.safe_text import safe_text

HEAD = (
    "# Prüfentscheidungen, Stellungnahmen und Verfahrensschritte der Programmstelle.\n"
    "# Decisions, objections and steps of the programme office.\n"
    "# scm-check check TARGET --decisions FILE\n"
)


def _as_text(value: object) -> object:
    """YAML reads a commit or fingerprint of digits alone as a number; then it is lost."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Line = Annotated[
    str,
    BeforeValidator(_as_text),
    Field(min_length=1, max_length=4_000, pattern=r"\S"),
]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    repository: Line
    commit: Line
    by: Line
    on: dt.date


class _Decision(_Entry):
    decision: DecisionOutcome
    rule: Line
    fingerprint: Fingerprint
    reason: Line
    second_by: Line | None = None
    second_on: dt.date | None = None


class _Objection(_Entry):
    objection: Line
    rule: Line
    fingerprint: Fingerprint
    evidence: Line | None = None


class _Step(_Entry):
    step: Literal["heard", "sent"]
    fingerprints: tuple[Fingerprint, ...] = ()


_KINDS: Mapping[str, type[_Entry]] = {
    "decision": _Decision,
    "objection": _Objection,
    "step": _Step,
}


def parse_records(data: bytes, path: str) -> Records:
    """Read the file. Raises ConfigurationError with the number of the entry and the remedy."""
    if len(data) > MAX_BYTES:
        raise ConfigurationError(f"is larger than {MAX_BYTES >> 20} MiB. Part it.", path=path)
    try:
        loaded = load_yaml(data)
    except ParseProblem as problem:
        message = f"is not valid YAML: {problem.message}. Mend this line."
        raise ConfigurationError(message, path=path, line=problem.line) from problem
    if loaded is None:
        return Records()
    if not isinstance(loaded, list):
        raise ConfigurationError(
            "must be a list of entries, each beginning with decision, objection or step. "
            "Let scm-check decide write it.",
            path=path,
        )
    entries = [(number, _entry(item, number, path)) for number, item in enumerate(loaded, start=1)]
    return Records(
        decisions=tuple(_decision(item, n) for n, item in entries if isinstance(item, _Decision)),
        objections=tuple(
            _objection(item, n) for n, item in entries if isinstance(item, _Objection)
        ),
        steps=tuple(_step(item) for _, item in entries if isinstance(item, _Step)),
    )


def entry_text(record: Decision | Objection | Step) -> str:
    """A record as it is added to the file: one YAML list item, all text safe."""
    import yaml

    match record:
        case Decision():
            entry: dict[str, Any] = {
                "decision": str(record.outcome),
                "rule": record.rule,
                "fingerprint": record.fingerprint,
                "reason": record.reason,
            }
        case Objection():
            entry = {
                "objection": record.text,
                "rule": record.rule,
                "fingerprint": record.fingerprint,
            }
        case Step():
            entry = {"step": str(record.state)}
    entry |= {
        "repository": record.repository,
        "commit": record.commit,
        "by": record.by,
        "on": record.on,
    }
    match record:
        case Decision(second_by=str()):
            entry |= {"second_by": record.second_by, "second_on": record.second_on}
        case Objection(evidence=str()):
            entry["evidence"] = record.evidence
        case Step():
            entry["fingerprints"] = list(record.fingerprints)
    plain = {
        key: safe_text(value) if isinstance(value, str) else value for key, value in entry.items()
    }
    return yaml.safe_dump([plain], allow_unicode=True, sort_keys=False, width=100)


def _entry(item: object, number: int, path: str) -> _Entry:
    kind = next((key for key in _KINDS if isinstance(item, dict) and key in item), None)
    if kind is None:
        raise ConfigurationError(
            f"entry {number} is neither a decision nor an objection nor a step. Remove it.",
            path=path,
        )
    try:
        entry = _KINDS[kind].model_validate(item)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(
            f"entry {number} ({kind}), `{safe_text(place, limit=60)}`: {first['msg']}. "
            "Correct the value.",
            path=path,
        ) from error
    if isinstance(entry, _Decision):
        _require_two_persons(entry, number, path)
    return entry


def _require_two_persons(entry: _Decision, number: int, path: str) -> None:
    if (
        entry.second_by
        and "".join(entry.by.split()).casefold() == "".join(entry.second_by.split()).casefold()
    ):
        raise ConfigurationError(
            f"entry {number} (decision): `by` and `second_by` are the same person. "
            "A second, different person must stand by a decision.",
            path=path,
        )


def _decision(item: _Decision, place: int) -> Decision:
    return Decision(
        rule=item.rule,
        fingerprint=item.fingerprint,
        repository=item.repository,
        commit=item.commit,
        outcome=item.decision,
        reason=item.reason,
        by=item.by,
        on=item.on,
        second_by=item.second_by,
        second_on=item.second_on or (item.on if item.second_by else None),
        place=place,
    )


def _objection(item: _Objection, place: int) -> Objection:
    return Objection(
        rule=item.rule,
        fingerprint=item.fingerprint,
        repository=item.repository,
        commit=item.commit,
        text=item.objection,
        by=item.by,
        on=item.on,
        evidence=item.evidence,
        place=place,
    )


def _step(item: _Step) -> Step:
    return Step(
        state=ProcedureState(item.step),
        repository=item.repository,
        commit=item.commit,
        by=item.by,
        on=item.on,
        fingerprints=item.fingerprints,
    )
