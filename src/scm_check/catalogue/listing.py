# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue as plain values, for `rules --json` and `schema rule`."""

from __future__ import annotations

from scm_check.catalogue.contents import Catalogue
from scm_check.model import Json, Rule, Text


def rules_json(catalogue: Catalogue) -> list[dict[str, Json]]:
    """One entry per rule, by id. `severity` holds what each profile says before conditions."""
    return [_entry(rule, catalogue) for rule in catalogue.rules.values()]


def _entry(rule: Rule, catalogue: Catalogue) -> dict[str, Json]:
    return {
        "id": rule.id,
        "slug": rule.slug,
        "family": rule.family,
        "title": _both(rule.title),
        "purpose": _both(rule.purpose),
        "remedy": _both(rule.remedy),
        "addressee": rule.addressee.value,
        "obligations": list(rule.obligations),
        "severity": {name: catalogue.severity(rule.id, name).value for name in catalogue.profiles},
        "urgent": rule.urgent,
        "since": rule.since,
        "page": page_of(rule),
    }


def rule_schema() -> dict[str, Json]:
    """JSON Schema 2020-12 of a rule's file, for editors of a rule pack."""
    from scm_check.catalogue.schema import RuleEntry

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **RuleEntry.model_json_schema(),
        "title": "scm-check rule",
    }


def page_of(rule: Rule, lang: str = "de") -> str:
    """Path of the rule's page in the repository."""
    return f"docs/rules/{rule.id}.{lang}.md"


def _both(text: Text) -> dict[str, Json]:
    return {"de": text.de, "en": text.en}
