# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may stand in a file of the catalogue. Imported only when one has to be checked: 80 ms."""

from __future__ import annotations

import datetime as dt
import re
import string
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from scm_check.catalogue.contents import did_you_mean
from scm_check.model import Addressee, Certainty, Force, Kind, Severity
from scm_check.patterns import regex

RULE_ID = r"^[A-Z]{3,6}[0-9]{3}$"
SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
OBLIGATION_KEY = r"^[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*$"
COMPARISON = regex(r"(>=|<=)\d{4}-\d{2}-\d{2}$")


def _as_text(value: object) -> object:
    """YAML reads 2020 as a number and 2020-02-07 as a date where a text is meant."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _arguments(text: str) -> set[str]:
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise ValueError(f"has an unfinished brace ({error}). Write {{name}}") from error
    for name in fields:
        if not re.fullmatch(r"[a-z_]+", name):
            raise ValueError(f'has the argument "{name}". Write {{name}} in small letters')
    return set(fields)


Words = Annotated[str, Field(min_length=1), AfterValidator(str.strip)]
LooseWords = Annotated[str, BeforeValidator(_as_text), AfterValidator(str.strip)]
RuleId = Annotated[str, Field(pattern=RULE_ID)]
Slug = Annotated[str, Field(pattern=SLUG)]
ObligationKey = Annotated[str, Field(pattern=OBLIGATION_KEY)]
Outcome = Literal["fail", "review", "not-applicable", "unknown"]
Need = Literal["files", "history", "tags", "forge", "network", "declaration"]


class Entry(BaseModel):
    """A mapping whose keys are all known; an unknown one is answered with the nearest."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data: Any) -> Any:
        if isinstance(data, dict):
            names = [field.alias or name for name, field in cls.model_fields.items()]
            for key in data:
                if key not in names:
                    near = did_you_mean(str(key), names) or f" Known are: {', '.join(names)}."
                    raise PydanticCustomError(
                        "unknown_key", "{text}", {"text": f'Unknown key "{key}".{near}', "key": key}
                    )
        return data


class TextEntry(Entry):
    """One wording in both languages."""

    de: Words
    en: Words


class MessageEntry(TextEntry):
    """A wording with arguments in braces, the same ones in both languages."""

    @model_validator(mode="after")
    def _same_arguments(self) -> MessageEntry:
        german, english = _arguments(self.de), _arguments(self.en)
        if german != english:
            names = ", ".join(sorted(german ^ english))
            raise ValueError(f"uses {names} in one language only. Use it in both or in none")
        return self


class InForceEntry(Entry):
    """The days on which a rule holds, both included."""

    from_: Annotated[dt.date, Field(alias="from")]
    to: dt.date | None = None


class RuleEntry(Entry):
    """A file `<family>/<slug>.yml`."""

    id: RuleId
    slug: Slug
    aliases: tuple[Slug, ...] = ()
    title: TextEntry
    title_in_review: TextEntry | None = None
    purpose: TextEntry
    obligations: Annotated[tuple[ObligationKey, ...], Field(min_length=1)]
    applies_to: tuple[Kind, ...] = ()
    needs: tuple[Need, ...] = ("files",)
    messages: Annotated[dict[Slug, MessageEntry], Field(min_length=1)]
    remedy: TextEntry
    addressee: Addressee
    done_when: TextEntry
    effort: TextEntry
    passed: TextEntry
    reasons: dict[Slug, MessageEntry] = {}
    false_alarms: TextEntry | None = None
    depends_on: tuple[RuleId, ...] = ()
    urgent: StrictBool = False
    leads: StrictBool = False
    in_force: InForceEntry | None = None
    fix: StrictBool = False
    check: Slug | None = None
    parameters: dict[str, JsonValue] = {}
    since: LooseWords
    preview: StrictBool = False
    in_forks: Literal["judged", "review", "not-applicable"] = "judged"
    outcomes: dict[Outcome, TextEntry] = {}

    @model_validator(mode="after")
    def _named_after_its_file(self, info: ValidationInfo) -> RuleEntry:
        stem = PurePosixPath((info.context or {}).get("name", "")).stem
        if stem and stem != self.slug:
            raise ValueError(f'has the slug "{self.slug}". Name the file {self.slug}.yml')
        return self


class ObligationEntry(Entry):
    """A value of `sources.yml`."""

    title: TextEntry
    source: TextEntry
    article: LooseWords = ""
    wording: LooseWords = ""
    summary: TextEntry | None = None
    date: LooseWords = ""
    url: LooseWords = ""
    certainty: Certainty
    force: Force
    planned: tuple[RuleId, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> ObligationEntry:
        if not self.wording and self.summary is None:
            raise ValueError('has neither "wording" nor "summary". Add what is asked')
        if self.wording and self.certainty is not Certainty.READ:
            raise ValueError('quotes a "wording" that was not read. Say it in "summary"')
        return self


class ConditionEntry(Entry):
    """A severity for the case that one fact is as named."""

    procured_on: Annotated[str | None, BeforeValidator(_as_text)] = None
    ecosystem: tuple[str, ...] | None = None
    kind: tuple[Kind, ...] | None = None
    severity: Severity

    @model_validator(mode="after")
    def _one_fact(self) -> ConditionEntry:
        named = [key for key in CONDITIONS if getattr(self, key) is not None]
        if len(named) != 1:
            raise ValueError(f"needs exactly one of: {', '.join(CONDITIONS)}")
        if self.procured_on is not None and not COMPARISON.match(self.procured_on):
            raise ValueError('compares no date. Write ">=2022-10-01" or "<=2022-09-30"')
        return self


CONDITIONS = ("procured_on", "ecosystem", "kind")


class SettingEntry(Entry):
    """What a profile says of one rule."""

    severity: Severity
    when: tuple[ConditionEntry, ...] = ()
    parameters: dict[str, JsonValue] = {}


def _as_setting(value: object) -> object:
    """A bare severity stands for a setting without conditions; YAML reads a bare off as false."""
    if value is False:
        value = "off"
    return {"severity": value} if isinstance(value, str) else value


def _off(value: object) -> object:
    return "off" if value is False else value


class ProfileEntry(Entry):
    """A file `profiles/<name>.yml`."""

    name: Slug
    version: LooseWords
    title: TextEntry
    call: Annotated[Literal["2019", "2020", "2021"] | None, BeforeValidator(_as_text)] = None
    extends: Slug | None = None
    obligations: tuple[ObligationKey, ...] | None = None
    rules: dict[RuleId, Annotated[SettingEntry, BeforeValidator(_as_setting)]] = {}
    planned: dict[RuleId, Annotated[Severity, BeforeValidator(_off)]] = {}

    @model_validator(mode="after")
    def _named_after_its_file(self, info: ValidationInfo) -> ProfileEntry:
        stem = PurePosixPath((info.context or {}).get("name", "")).stem
        if stem and stem != self.name:
            raise ValueError(f'has the name "{self.name}". Name the file {self.name}.yml')
        return self
