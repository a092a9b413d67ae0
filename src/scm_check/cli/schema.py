# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check schema`: the JSON Schemas of what the tool reads and writes."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from scm_check.cli.printing import print_lines


class Subject(StrEnum):
    """What a schema is for."""

    REPORT = "report"
    CONFIG = "config"
    RULE = "rule"


def schema(
    subject: Annotated[
        Subject, typer.Argument(metavar="SUBJECT", help="report, config (.scm-check.yml) or rule.")
    ],
) -> None:
    """Gibt ein JSON-Schema aus (2020-12). · Prints a JSON Schema."""
    match subject:
        case Subject.REPORT:
            from scm_check.report_json import schema as report_schema

            document = report_schema()
        case Subject.CONFIG:
            from scm_check.configuration import configuration_schema

            document = configuration_schema()
        case Subject.RULE:
            from scm_check.catalogue import rule_schema

            document = rule_schema()
    print_lines(json.dumps(document, indent=1, ensure_ascii=False))
