# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check identify`: which licence a text is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language


def identify(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Licence texts; - is standard input.")
    ],
    json_output: opt.AsJson = False,
    lang: opt.Lang = None,
) -> None:
    """Benennt die Lizenz eines Textes. · Names the licence of a text, one line per file."""
    from scm_check.cli.identify import identify_command

    raise typer.Exit(identify_command(files, json_output, chosen_language(lang)))
