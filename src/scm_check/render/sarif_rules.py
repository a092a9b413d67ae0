# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tool and its rules as SARIF describes them, with help in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from scm_check import PROJECT_URL
from scm_check.catalogue.listing import page_of
from scm_check.model import Json, Judgement, Obligation, Report, Rule, Severity
from scm_check.render import step_wording
from scm_check.render.markdown_text import inline
from scm_check.render.phrases import in_language, phrase, word

_LEVELS = {Severity.MUST: "error", Severity.SHOULD: "warning", Severity.MAY: "note"}
_PROBLEM = {"error": "error", "warning": "warning"}


def driver(report: Report, lang: str) -> dict[str, Json]:
    """scm-check with every rule of the report, also those that are fulfilled."""
    known = {item.obligation.key: item.obligation for item in report.obligations}
    tool = report.tool
    return {
        "name": tool.name,
        "version": tool.version,
        "semanticVersion": tool.version,
        "informationUri": PROJECT_URL,
        "language": lang,
        "rules": [_rule(judgement, known, lang) for judgement in report.judgements],
        "properties": {"catalogue": tool.catalogue},
    }


def level(judgement: Judgement) -> str:
    """Must, should and may as error, warning and note; none for a rule without effect."""
    if not judgement.is_effective:
        return "note"
    return _LEVELS.get(judgement.severity, "none")


def page_uri(judgement: Judgement, lang: str) -> str | None:
    """The rule's page where the project lives; None for a rule that others brought in."""
    rule = _own_rules().get(judgement.rule)
    return f"{PROJECT_URL}/-/blob/HEAD/{page_of(rule, lang)}" if rule else None


@cache
def _own_rules() -> Mapping[str, Rule]:
    from scm_check.catalogue import load_catalogue

    return load_catalogue(installed=False).rules


def _rule(judgement: Judgement, known: dict[str, Obligation], lang: str) -> dict[str, Json]:
    cited = [known[key] for key in judgement.obligations if key in known]
    rule_level = _LEVELS.get(judgement.severity, "none")
    tags: list[Json] = [judgement.family, str(judgement.severity), *judgement.obligations]
    page = page_uri(judgement, lang)
    return {
        "id": judgement.rule,
        **({"helpUri": page} if page else {}),
        "name": _pascal(judgement.slug),
        "shortDescription": {"text": in_language(judgement.title, lang)},
        "fullDescription": {"text": in_language(judgement.purpose, lang)},
        "help": {
            "text": _help_text(judgement, cited, lang),
            "markdown": _help_markdown(judgement, cited, lang),
        },
        "defaultConfiguration": {"level": rule_level, "enabled": True},
        "properties": {
            "tags": tags[:20],  # GitHub takes no more
            "precision": "high",
            "problem.severity": _PROBLEM.get(rule_level, "recommendation"),
            "slug": judgement.slug,
            "severity": str(judgement.severity),
            "addressee": step_wording.addressee(judgement, lang),
            "searched": list(judgement.searched),
            "urgent": judgement.urgent,
        },
    }


def _help_text(judgement: Judgement, cited: list[Obligation], lang: str) -> str:
    lines = [
        in_language(judgement.purpose, lang),
        *(f"{label} {text}" for label, text in _steps(judgement, lang)),
        *(_quoted(obligation, lang) for obligation in cited),
        phrase("machine/explain", lang, rule=judgement.rule),
    ]
    return "\n\n".join(line for line in lines if line)


def _help_markdown(judgement: Judgement, cited: list[Obligation], lang: str) -> str:
    lines = [
        f"# {inline(in_language(judgement.title, lang))}",
        inline(in_language(judgement.purpose, lang)),
        *(f"**{inline(label)}** {inline(text)}" for label, text in _steps(judgement, lang)),
    ]
    if cited:
        lines.append(f"## {phrase('machine/asked-by', lang)}")
        lines.append("\n".join(f"- {inline(_quoted(item, lang))}" for item in cited))
    lines.append(inline(phrase("machine/explain", lang, rule=judgement.rule)))
    return "\n\n".join(line for line in lines if line)


def _steps(judgement: Judgement, lang: str) -> tuple[tuple[str, str], ...]:
    return (
        (phrase("steps/how", lang), in_language(judgement.remedy, lang)),
        (phrase("steps/done-when", lang), in_language(judgement.done_when, lang)),
        (phrase("steps/effort", lang), in_language(judgement.effort, lang)),
        (phrase("details/who", lang), step_wording.addressee(judgement, lang)),
    )


def _quoted(obligation: Obligation, lang: str) -> str:
    """Title, wording, source and force of what asks for it."""
    wording = f" „{obligation.wording}“" if obligation.wording else ""
    source = ", ".join(
        part for part in (in_language(obligation.source, lang), obligation.article) if part
    )
    force = word("force", obligation.force, lang)
    return f"{in_language(obligation.title, lang)}:{wording} ({source}; {force})"


def _pascal(slug: str) -> str:
    """`license-text-missing` as `LicenseTextMissing`: SARIF wants an identifier, not a sentence."""
    return "".join(part[:1].upper() + part[1:] for part in slug.split("-"))
