# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check explain`, `rules`, `profiles`: what is asked, and by whom."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from scm_check.cli import completion
from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.printing import print_lines


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE", autocompletion=completion.rules, help="Id or slug, for example LIC001."
        ),
    ],
    lang: opt.Lang = None,
    rules: opt.Rules = None,
) -> None:
    """Erklärt eine Regel: Fundstelle, Abhilfe, Ausnahmen. · Explains one rule."""
    from scm_check.catalogue import load_catalogue
    from scm_check.render.explain import explain_text

    catalogue = load_catalogue(tuple(rules or ()))
    print_lines(explain_text(catalogue.rule(rule), catalogue, chosen_language(lang)))


def rules(
    json_output: opt.AsJson = False,
    lang: opt.Lang = None,
    folders: opt.Rules = None,
) -> None:
    """Nennt alle Regeln. · Lists all rules with their severity in each profile."""
    from scm_check.catalogue import load_catalogue, rules_json

    catalogue = load_catalogue(tuple(folders or ()))
    if json_output:
        print_lines(json.dumps(rules_json(catalogue), indent=1, ensure_ascii=False))
        return
    language = chosen_language(lang)
    for rule in catalogue.rules.values():
        title = rule.title.en if language == "en" else rule.title.de
        print_lines(f"{rule.id}  {rule.slug:<36} {title}")


def profiles(lang: opt.Lang = None, folders: opt.Rules = None) -> None:
    """Nennt alle Maßstäbe (Profile). · Lists all profiles."""
    from scm_check.catalogue import load_catalogue
    from scm_check.model import Severity

    language = chosen_language(lang)
    for profile in load_catalogue(tuple(folders or ())).profiles.values():
        title = profile.title.en if language == "en" else profile.title.de
        musts = sum(item.severity is Severity.MUST for item in profile.rules.values())
        words = ("Regeln", "Muss") if language == "de" else ("rules", "must")
        print_lines(
            f"{profile.name:<10} {title} ({len(profile.rules)} {words[0]}, {musts} {words[1]})"
        )
