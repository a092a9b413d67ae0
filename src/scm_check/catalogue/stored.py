# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A checked catalogue as JSON in the cache folder: 3 ms instead of 150 for YAML and pydantic."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import stat
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scm_check.catalogue.contents import Catalogue
from scm_check.model import (
    Addressee,
    Certainty,
    Condition,
    Force,
    Kind,
    Obligation,
    Profile,
    Rule,
    RuleSetting,
    Severity,
    Text,
)

logger = logging.getLogger(__name__)

FORMAT = 1
KEPT = 8


def load(folder: Path | None, key: str) -> Catalogue | None:
    """What was saved under this key, None where there is nothing or nothing of use.

    A file that is a link or belongs to somebody else is left alone: it could hold other rules.
    """
    if folder is None:
        return None
    try:
        handle = os.open(_path(folder, key), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or _is_foreign(status):
                return None
            return _catalogue(json.loads(stream.read()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        logger.debug("saved catalogue of no use: %s", error)
        return None


def load_shipped(path: Path, key: str) -> Catalogue | None:
    """The catalogue that came with the program, None where its rules have changed since."""
    try:
        kept = json.loads(path.read_bytes())
        return _catalogue(kept["catalogue"]) if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        logger.debug("shipped catalogue of no use: %s", error)
        return None


def shipped_text(catalogue: Catalogue, key: str) -> str:
    """What `load_shipped` reads: in the authors' order, one value a line, to be reviewed."""
    content = {"key": key, "catalogue": asdict(catalogue)}
    return json.dumps(content, default=_plain, ensure_ascii=False, indent=0) + "\n"


def save(folder: Path | None, key: str, catalogue: Catalogue) -> None:
    """Keep the catalogue for the next run. A folder that cannot be written costs time only."""
    if folder is None:
        return
    import tempfile

    text = json.dumps(asdict(catalogue), default=_plain, ensure_ascii=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".catalogue-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text)
            Path(name).replace(_path(folder, key))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _forget_old(folder)
    except OSError as error:
        logger.debug("catalogue not saved: %s", error)


def _path(folder: Path, key: str) -> Path:
    return folder / f"catalogue-{FORMAT}-{key}.json"


def _is_foreign(status: os.stat_result) -> bool:
    return hasattr(os, "getuid") and status.st_uid not in (os.getuid(), 0)


def _forget_old(folder: Path) -> None:
    saved = sorted(folder.glob("catalogue-*.json"), key=lambda path: path.stat().st_mtime)
    for path in saved[:-KEPT]:
        path.unlink(missing_ok=True)


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def _catalogue(data: Mapping[str, Any]) -> Catalogue:
    return Catalogue(
        rules={key: _rule(value) for key, value in data["rules"].items()},
        obligations={key: _obligation(value) for key, value in data["obligations"].items()},
        profiles={key: _profile(value) for key, value in data["profiles"].items()},
        reasons=_texts(data["reasons"]),
        sha256=data["sha256"],
    )


def _text(data: Mapping[str, str]) -> Text:
    return Text(data["de"], data["en"])


def _optional_text(data: Mapping[str, str] | None) -> Text | None:
    return None if data is None else _text(data)


def _texts(data: Mapping[str, Mapping[str, str]]) -> dict[str, Text]:
    return {key: _text(value) for key, value in data.items()}


def _date(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _rule(data: dict[str, Any]) -> Rule:
    texts = ("title", "purpose", "remedy", "done_when", "effort", "passed")
    tuples = ("obligations", "depends_on", "needs", "aliases")
    return Rule(
        **data
        | {key: _text(data[key]) for key in texts}
        | {key: tuple(data[key]) for key in tuples}
        | {key: _texts(data[key]) for key in ("messages", "reasons", "outcomes")}
        | {key: _date(data[key]) for key in ("in_force_from", "in_force_to")}
        | {
            "title_in_review": _optional_text(data["title_in_review"]),
            "false_alarms": _optional_text(data["false_alarms"]),
            "addressee": Addressee(data["addressee"]),
            "applies_to": tuple(Kind(kind) for kind in data["applies_to"]),
        }
    )


def _obligation(data: dict[str, Any]) -> Obligation:
    return Obligation(
        **data
        | {
            "title": _text(data["title"]),
            "source": _text(data["source"]),
            "summary": _optional_text(data["summary"]),
            "certainty": Certainty(data["certainty"]),
            "force": Force(data["force"]),
            "planned": tuple(data["planned"]),
        }
    )


def _profile(data: dict[str, Any]) -> Profile:
    return Profile(
        **data
        | {
            "title": _text(data["title"]),
            "obligations": tuple(data["obligations"]),
            "rules": {key: _setting(value) for key, value in data["rules"].items()},
            "planned": {key: Severity(value) for key, value in data["planned"].items()},
        }
    )


def _setting(data: Mapping[str, Any]) -> RuleSetting:
    when = (
        Condition(item["key"], item["test"], Severity(item["severity"])) for item in data["when"]
    )
    return RuleSetting(Severity(data["severity"]), tuple(when), data["parameters"])
