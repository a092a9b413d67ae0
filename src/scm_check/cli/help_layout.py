# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`--help` in sections by task, in the reader's language, and without drawn boxes.

Typer groups by `rich_help_panel` in boxes only; a screen reader reads each of their lines. These
classes group the same way in plain text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

_WORDS = {
    "de": {
        "usage": "Aufruf: ",
        "arguments": "Argumente",
        "options": "Optionen",
        "commands": "Befehle",
        "[OPTIONS]": "[OPTIONEN]",
        "COMMAND [ARGS]...": "BEFEHL …",
        "default": "Vorgabe",
        "variables": "Jede Option hat eine Umgebungsvariable: --{option} ist {variable}.",
        "Show this message and exit.": "Diese Hilfe zeigen.",
    },
    "en": {
        "usage": "Usage: ",
        "arguments": "Arguments",
        "options": "Options",
        "commands": "Commands",
        "COMMAND [ARGS]...": "COMMAND …",
        "default": "default",
        "variables": "Every option has an environment variable: --{option} is {variable}.",
    },
}


class _Spoken:
    """What commands and groups have in common; `lang` is set before anything is shown."""

    lang = "en"

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        pieces = (self.said(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=self.said("usage"))

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = self._record(parameter, ctx)
            if record:
                sections.setdefault(self._section(parameter), []).append(record)
        _write(formatter, sections.items())
        self._write_variables(ctx, formatter)

    def said(self, text: str) -> str:
        """A word of the layout in the language; anything else as it is."""
        return _WORDS[self.lang].get(text, text)

    def _section(self: Any, parameter: Any) -> str:
        if parameter.param_type_name == "argument":
            return str(self.said("arguments"))
        panel = getattr(parameter, "rich_help_panel", None)
        return in_language(panel, self.lang) if panel else str(self.said("options"))

    def _record(self: Any, parameter: Any, ctx: Any) -> tuple[str, str] | None:
        """Name and help; ranges are left out, they are told where one is broken."""
        record = parameter.get_help_record(ctx)
        if record is None:
            return None
        name, _, _ = record[0].partition("  ")
        text = self.said(parameter.help or "")
        default = parameter.default
        if _is_shown(default):
            shown = f"{default:g}" if isinstance(default, float) else str(default)
            text = f"{text} [{self.said('default')}: {shown}]".strip()
        return name.strip("{}"), text

    def _write_variables(self: Any, ctx: Any, formatter: Any) -> None:
        options = (item for item in self.get_params(ctx) if getattr(item, "envvar", None))
        first = next(options, None)
        if first is None:
            return
        name = max(first.opts, key=len).removeprefix("--")
        text = self.said("variables").format(option=name, variable=first.envvar)
        formatter.write_paragraph()
        formatter.write_text(text)


class SpokenCommand(_Spoken, TyperCommand):
    """A command whose help is grouped by task."""


class SpokenGroup(_Spoken, TyperGroup):
    """All commands, grouped by task."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  (Typer's)
        sections: dict[str, list[tuple[str, str]]] = {}
        width = max(len(name) for name in self.commands)
        for name, command in self.commands.items():
            panel = getattr(command, "rich_help_panel", None)
            section = in_language(panel, self.lang) if panel else self.said("commands")
            text = command.get_short_help_str(formatter.width - 6 - width)
            sections.setdefault(section, []).append((name.ljust(width), text))
        _write(formatter, sections.items())


def in_language(text: str, lang: str) -> str:
    """The half of `Deutsch · English` that is asked for."""
    german, both, english = text.partition(" · ")
    return english if both and lang == "en" else german


def _write(formatter: Any, sections: Iterable[tuple[str, list[tuple[str, str]]]]) -> None:
    for heading, rows in sections:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _is_shown(default: Any) -> bool:
    """Whether a default says anything: a switch that is off or an empty list does not."""
    return default not in (None, False, "", ()) and not callable(default)
