# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a `.scm-check.yml` at the border: pydantic models, messages with line and remedy."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from scm_check.errors import ConfigurationError
from scm_check.facts.safe_parsing import ParseProblem, load_yaml, yaml_lines
from scm_check.model import Configuration, Declaration, Funded, Kind, Waiver

_MAX_TEXT = 4_000


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _yes_or_no(value: object) -> object:
    """YAML 1.1 reads a bare `yes` as true; a person means the word."""
    return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(_as_text), Field(min_length=1, max_length=_MAX_TEXT)]
Call = Annotated[Literal["2019", "2020", "2021"], BeforeValidator(_as_text)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Waiver(_Strict):
    rule: Text
    reason: Text
    expires: dt.date
    paths: Annotated[tuple[Text, ...], BeforeValidator(_as_list)] = ()
    fingerprint: Text | None = None
    justification: Literal["financial", "technical", "organisational"] | None = None
    approved_by: Text | None = None
    approved_on: dt.date | None = None


class _Declaration(_Strict):
    rule: Text
    answer: Annotated[Literal["yes", "no", "partly"], BeforeValidator(_yes_or_no)]
    text: Text
    by: Text
    on: dt.date
    evidence: Text | None = None


class _Configuration(_Strict):
    profile: Text | None = None
    kind: Annotated[tuple[Kind, ...], BeforeValidator(_as_list)] = ()
    municipality: Text | None = None
    repositories: Annotated[tuple[Text, ...], BeforeValidator(_as_list)] = ()
    call: Call | None = None
    funded: Annotated[Funded, BeforeValidator(_yes_or_no)] | None = None
    grant: Text | None = None
    procured_on: dt.date | None = None
    delivered: Text | None = None
    upstream: Text | None = None
    declarations: tuple[_Declaration, ...] = ()
    waivers: tuple[_Waiver, ...] = ()
    parameters: dict[str, dict[str, Any]] = {}


def parse_configuration(data: bytes, path: str, *, origin: str) -> Configuration:
    """Read the bytes; `origin` "office" grants the waivers, "repository" only requests them.

    Raises ConfigurationError with file, line and remedy.
    """
    try:
        loaded = load_yaml(data)
    except ParseProblem as problem:
        message = f"is not valid YAML: {problem.message}. Mend this line."
        raise ConfigurationError(message, path=path, line=problem.line) from problem
    if loaded is None:
        loaded = {}
    if not isinstance(loaded, dict):
        message = "must be a mapping of keys to values, for example `call: 2021`."
        raise ConfigurationError(message, path=path, line=1)
    try:
        model = _Configuration.model_validate(loaded)
    except ValidationError as error:
        raise _explained(error, data, path) from error
    if origin == "office":
        _require_approval(model, data, path)
    return _configuration(model, hashlib.sha256(data).hexdigest(), origin)


def configuration_schema() -> dict[str, Any]:
    """The JSON Schema of `.scm-check.yml`, for editors and `scm-check schema config`."""
    schema = _Configuration.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": ".scm-check.yml",
    }


def _configuration(model: _Configuration, sha256: str, origin: str) -> Configuration:
    plain = {
        name: getattr(model, name)
        for name in type(model).model_fields
        if name not in {"kind", "declarations", "waivers"}
    }
    return Configuration(
        origin=origin,
        sha256=sha256,
        kind=tuple(kind.value for kind in model.kind),
        declarations=tuple(
            Declaration(**item.model_dump(), origin=origin) for item in model.declarations
        ),
        waivers=tuple(
            Waiver(**item.model_dump(), granted=origin == "office") for item in model.waivers
        ),
        **plain,
    )


def _require_approval(model: _Configuration, data: bytes, path: str) -> None:
    """Whoever grants a waiver stands by it with a name; in the repository it is but a request."""
    for index, waiver in enumerate(model.waivers):
        if waiver.approved_by is None:
            place = ("waivers", index, "approved_by")
            message = (
                f"`waivers.{index}.approved_by` is missing: add it (who grants this waiver; in "
                "the office's file it is compulsory)."
            )
            raise ConfigurationError(message, path=path, line=_line_of(place, data))


def _explained(error: ValidationError, data: bytes, path: str) -> ConfigurationError:
    """The first error as a sentence with its line; unknown keys get "did you mean"."""
    first = error.errors()[0]
    place = tuple(first["loc"])
    dotted = ".".join(str(part) for part in place)
    if first["type"] == "extra_forbidden":
        message = f"unknown key `{dotted}`.{_did_you_mean(place)}"
    elif first["type"] == "missing":
        message = f"`{dotted}` is missing: add it ({_what_for(str(place[-1]))})."
    else:
        message = f"`{dotted}`: {first['msg']}. Correct the value."
    return ConfigurationError(message, path=path, line=_line_of(place, data))


def _did_you_mean(place: tuple[int | str, ...]) -> str:
    models: dict[object, type[BaseModel]] = {"waivers": _Waiver, "declarations": _Declaration}
    model = models.get(place[0], _Configuration) if len(place) > 1 else _Configuration
    known = sorted(model.model_fields)
    close = difflib.get_close_matches(str(place[-1]), known, n=1)
    hint = f" Did you mean `{close[0]}`?" if close else ""
    return f"{hint} Known keys: {', '.join(known)}."


def _what_for(key: str) -> str:
    return {
        "expires": "a waiver ends on a day, for example 2027-06-30",
        "reason": "why the deviation is accepted",
        "by": "who says so",
        "on": "the day of the statement, for example 2026-11-22",
        "rule": "id or slug of the rule",
    }.get(key, "it is compulsory")


def _line_of(place: tuple[int | str, ...], data: bytes) -> int | None:
    """The line of the place, or of the first key in the innermost mapping around it."""
    lines = yaml_lines(data)
    for length in range(len(place), 0, -1):
        key = ".".join(str(part) for part in place[:length])
        below = (line for name, line in lines.items() if name.startswith(f"{key}."))
        line = lines.get(key) or next(below, None)
        if line is not None:
            return line
    return None
