# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a rule's parameters strictly: a mistaken one is an error of the rule, never a pass."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scm_check.errors import ConfigurationError
from scm_check.model import Json


def refuse_unknown(parameters: Mapping[str, Json], known: Collection[str]) -> None:
    """Raises ConfigurationError for a parameter that the check does not have."""
    for name in parameters:
        if name not in known:
            listed = ", ".join(sorted(known))
            message = f"Unknown parameter {name!r}. This check knows: {listed}."
            raise ConfigurationError(message)


def texts(parameters: Mapping[str, Json], name: str) -> tuple[str, ...]:
    """A list of texts that must be there and not be empty."""
    value = parameters.get(name)
    if not isinstance(value, list) or not value:
        message = f"The parameter {name!r} must be a list of texts."
        raise ConfigurationError(message)
    for item in value:
        if not isinstance(item, str) or not item.strip():
            message = f"The parameter {name!r} must hold texts only, not {item!r}."
            raise ConfigurationError(message)
    return tuple(str(item) for item in value)


def choice(parameters: Mapping[str, Json], name: str, choices: Collection[str], usual: str) -> str:
    """One of the words, `usual` where none is given."""
    value = parameters.get(name, usual)
    if not isinstance(value, str) or value not in choices:
        message = f"The parameter {name!r} must be one of: {', '.join(sorted(choices))}."
        raise ConfigurationError(message)
    return value


def whole_number(parameters: Mapping[str, Json], name: str, usual: int) -> int:
    """A number from 0, `usual` where none is given."""
    value = parameters.get(name, usual)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        message = f"The parameter {name!r} must be a whole number from 0, not {value!r}."
        raise ConfigurationError(message)
    return value
