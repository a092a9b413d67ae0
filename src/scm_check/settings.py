# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user chose: options, the repository's `.scm-check.yml`, the office's file.

Precedence, for each value by itself: option, office's file, repository's file. A waiver in the
repository is only requested; the office's file grants it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, field, replace
from typing import Any, TypeVar

from scm_check.model import (
    Baseline,
    Configuration,
    Declaration,
    Funded,
    Json,
    Limits,
    Records,
    Severity,
    Waiver,
)
from scm_check.values import dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one run. `profile` and `call` are None until somebody names them.

    A proof examines the commit `pinned` as though the target's ref still led there, with the
    `.scm-check.yml` of the commit `configured_by`; `known_as` is what decisions are bound to.
    """

    today: dt.date
    profile: str | None = None
    call: str | None = None
    as_of: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.MUST
    offline: bool = False
    online: bool = False
    worktree: bool = False
    scan_history: bool = False
    use_repository_config: bool = True
    allow_protocols: tuple[str, ...] = ()
    allow_private_network: bool = False
    rule_folders: tuple[str, ...] = ()
    cache_folder: str | None = None
    use_cache: bool = True
    limits: Limits = field(default_factory=Limits)
    by_office: bool = False
    pinned: str | None = None
    configured_by: str | None = None
    known_as: str | None = None
    office_file: tuple[str, str] | None = None
    decisions_file: tuple[str, str] | None = None
    baseline_file: tuple[str, str] | None = None
    office: Configuration | None = None
    repository: Configuration | None = None
    records: Records = field(default_factory=Records)
    baseline: Baseline | None = None

    def with_office(self) -> Settings:
        """These settings with the files of `--config`, `--decisions` and `--baseline` read.

        Waivers in the first are granted. Raises ConfigurationError for a file that is invalid.
        """
        found = self
        if self.office_file is not None:
            path, text = self.office_file
            office = read_configuration(text.encode(), path, origin="office")
            found = replace(found, office=office)
        if self.decisions_file is not None:
            from scm_check.records import parse_records

            path, text = self.decisions_file
            found = replace(found, records=parse_records(text.encode(), path))
        if self.baseline_file is not None:
            from scm_check.baseline import parse_baseline

            path, text = self.baseline_file
            found = replace(found, baseline=parse_baseline(text.encode(), path))
        return found

    def with_repository(self, found: tuple[bytes, str] | None) -> Settings:
        """These settings with the repository's own file, unless `--no-repo-config` was given.

        Raises ConfigurationError, with line and remedy, when the file is invalid.
        """
        if found is None or not self.use_repository_config:
            return self
        data, path = found
        return replace(self, repository=read_configuration(data, path, origin="repository"))

    @property
    def layers(self) -> tuple[Configuration, ...]:
        """The configuration files, strongest first."""
        return tuple(layer for layer in (self.office, self.repository) if layer is not None)

    @property
    def is_online(self) -> bool:
        """Whether more of the network may be asked than the target; `--offline` wins."""
        return self.online and not self.offline

    @property
    def profile_name(self) -> str | None:
        return self.profile or _first(layer.profile for layer in self.layers)

    @property
    def stated_call(self) -> tuple[str, str] | None:
        """The funding call and who named it: option, office or repository."""
        if self.call:
            return self.call, "option"
        for layer in self.layers:
            if layer.call:
                return layer.call, layer.origin
        return None

    @property
    def funded(self) -> Funded:
        return _first(layer.funded for layer in self.layers) or Funded.NOT_STATED

    @property
    def grant(self) -> str | None:
        return _first(layer.grant for layer in self.layers)

    @property
    def municipality(self) -> str | None:
        return _first(layer.municipality for layer in self.layers)

    @property
    def procured_on(self) -> dt.date | None:
        return _first(layer.procured_on for layer in self.layers)

    @property
    def delivered(self) -> str | None:
        return _first(layer.delivered for layer in self.layers)

    @property
    def kinds(self) -> tuple[str, ...]:
        return _first(layer.kind for layer in self.layers) or ()

    @property
    def upstream(self) -> str | None:
        return _first(layer.upstream for layer in self.layers)

    @property
    def set_members(self) -> tuple[str, ...]:
        return _first(layer.repositories for layer in self.layers) or ()

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """One per rule; the office's answer wins."""
        found: dict[str, Declaration] = {}
        for layer in reversed(self.layers):
            found |= {declaration.rule: declaration for declaration in layer.declarations}
        return tuple(found[rule] for rule in sorted(found))

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        return tuple(waiver for layer in self.layers for waiver in layer.waivers)

    @property
    def parameters(self) -> Mapping[str, Mapping[str, Json]]:
        """Parameters by rule; where both files name one, the office's holds."""
        found: dict[str, Mapping[str, Json]] = {}
        for layer in reversed(self.layers):
            for rule, values in layer.parameters.items():
                found[rule] = {**found.get(rule, {}), **values}
        return found

    @property
    def config_sha256(self) -> str | None:
        """One checksum for all configuration that decided this run."""
        if not self.layers:
            return None
        import hashlib  # not needed to start the worker

        joined = "\n".join(f"{layer.origin} {layer.sha256}" for layer in self.layers)
        return "sha256:" + hashlib.sha256(joined.encode()).hexdigest()

    def to_json(self) -> dict[str, Json]:
        """For the worker's standard input; the inverse is `settings_from_json`."""
        data: dict[str, Json] = {name: list(getattr(self, name)) for name in _LISTS}
        data |= {name: getattr(self, name) for name in _SCALARS}
        data |= {name: _date_text(getattr(self, name)) for name in _DATES}
        for name in _FILES:
            file = getattr(self, name)
            data[name] = list(file) if file else None
        data["limits"] = asdict(self.limits)
        return data


_LISTS = ("select", "ignore", "allow_protocols", "rule_folders")
_DATES = ("today", "as_of")
_FILES = ("office_file", "decisions_file", "baseline_file")
_SCALARS = (
    "profile",
    "call",
    "fail_on",
    "offline",
    "online",
    "worktree",
    "scan_history",
    "use_repository_config",
    "allow_private_network",
    "by_office",
    "pinned",
    "configured_by",
    "known_as",
    "cache_folder",
    "use_cache",
)


def settings_from_json(data: Mapping[str, Any]) -> Settings:
    """Read what `Settings.to_json` wrote; `office` and `repository` are read from their files."""
    values = {name: data[name] for name in _SCALARS}
    values |= {name: tuple(data[name]) for name in _LISTS}
    values |= {name: dt.date.fromisoformat(data[name]) if data[name] else None for name in _DATES}
    values["fail_on"] = Severity(data["fail_on"]) if data["fail_on"] else None
    values |= {name: tuple(data[name]) if data[name] else None for name in _FILES}
    return Settings(limits=Limits(**data["limits"]), **values)


def read_configuration(data: bytes, path: str, *, origin: str) -> Configuration:
    """Check the bytes of a configuration file; `origin` is "office" or "repository".

    Raises ConfigurationError that names file, line and remedy.
    """
    from scm_check.configuration import parse_configuration

    return parse_configuration(data, path, origin=origin)


def _date_text(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value), None)
