# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The path patterns of REUSE.toml and of dep5, matched in bounded time.

Translated to one regular expression each, as `reuse` and `python-debian` do, `**a` written five
times takes longer than 8 s on a path of `a`s. Here a pattern is a row of steps; a set of steps
reached is moved along the path, bit by bit, in a time of length times length at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

# A regular expression backtracks in (length of the path) ** wildcards steps at worst.
_MAX_STEPS: Final = 20_000


class GlobError(ValueError):
    """The pattern has no meaning; the message says why."""


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Stands for any number of signs except `stop` ("" for none), or for exactly one."""

    stop: str
    is_single: bool = False


# REUSE.toml (REUSE 3.3): `reuse` writes `**` as `.*`, which stops at a newline.
STAR: Final = Wildcard("/")
GLOBSTAR: Final = Wildcard("\n")
# dep5 (debian copyright-format 1.0).
ANYTHING: Final = Wildcard("")
ANY_SIGN: Final = Wildcard("", is_single=True)

Part = str | Wildcard


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern as literal texts and wildcards in order."""

    parts: tuple[Part, ...]
    allows_newline_at_end: bool = False
    _prefix: str = field(init=False)
    _suffix: str = field(init=False)
    _regex: re.Pattern[str] | None = field(init=False)
    _wildcards: int = field(init=False)
    _min_length: int = field(init=False)

    def __post_init__(self) -> None:
        first = self.parts[0] if self.parts else ""
        last = self.parts[-1] if self.parts else ""
        wildcards = sum(isinstance(part, Wildcard) for part in self.parts)
        object.__setattr__(self, "_prefix", first if isinstance(first, str) else "")
        object.__setattr__(self, "_suffix", last if isinstance(last, str) else "")
        object.__setattr__(self, "_wildcards", wildcards)
        length = sum(len(part) for part in self.parts if isinstance(part, str))
        object.__setattr__(self, "_min_length", length)
        object.__setattr__(self, "_regex", _regex(self.parts) if wildcards <= 3 else None)

    @property
    def literal(self) -> str | None:
        """The one path it matches, None where it has wildcards."""
        return None if self._wildcards else self._prefix

    def matches(self, path: str) -> bool:
        """Whether the whole path fits."""
        if self.allows_newline_at_end and path.endswith("\n") and self.matches_exactly(path[:-1]):
            return True
        return self.matches_exactly(path)

    def matches_exactly(self, path: str) -> bool:
        """As `matches`, without the oddity of `$` before a newline."""
        if not path.startswith(self._prefix) or not path.endswith(self._suffix):
            return False
        if len(path) < self._min_length:
            return False
        if not self._wildcards:
            return path == self._prefix
        if self._regex is not None and (len(path) + 1) ** self._wildcards <= _MAX_STEPS:
            return self._regex.fullmatch(path) is not None
        return _walk(self.parts, path)


def toml_glob(pattern: str) -> Glob:
    r"""A path of REUSE.toml: `*` stays within a folder, `**` does not, `\` takes a star's meaning.

    The oddities are those of `reuse.global_licensing.AnnotationsItem`: a slash after `**` is left
    out of the pattern, a third star means nothing, a backslash before another sign vanishes.
    """
    parts: list[Part] = []
    is_escaped = is_globstar = False
    before = ""
    for sign in pattern:
        if sign == "\\":
            if before == "\\" and is_escaped:
                is_escaped = False
                parts.append("\\")
            else:
                is_escaped = True
        elif sign == "*":
            if is_escaped:
                parts.append("*")
                is_escaped = False
            elif before == "*" and not is_globstar:
                is_globstar = True
                parts.append(GLOBSTAR)
        else:
            if before == "*" and not is_globstar:
                parts.append(STAR)
            if sign != "/":
                parts.append(sign)
                is_globstar = False
            elif not is_globstar:
                parts.append(sign)
            is_escaped = False
        before = sign
    if before == "*" and not is_globstar:
        parts.append(STAR)
    return Glob(_joined(parts), allows_newline_at_end=True)


def dep5_glob(pattern: str) -> Glob:
    r"""A path of a dep5 `Files` field: `*` and `?` also match a slash; `\` before `*?\` only."""
    parts: list[Part] = []
    signs = iter(pattern)
    for sign in signs:
        if sign == "*":
            parts.append(ANYTHING)
        elif sign == "?":
            parts.append(ANY_SIGN)
        elif sign == "\\":
            escaped = next(signs, "")
            if not escaped or escaped not in "\\?*":
                raise GlobError(f"invalid escape sequence: \\{escaped}")
            parts.append(escaped)
        else:
            parts.append(sign)
    return Glob(_joined(parts))


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Neighbouring texts as one, and a wildcard written twice once."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        elif part != last or part == ANY_SIGN or isinstance(part, str):
            joined.append(part)
    return tuple(joined)


def _regex(parts: Iterable[Part]) -> re.Pattern[str]:
    written = []
    for part in parts:
        match part:
            case str():
                written.append(re.escape(part))
            case Wildcard(stop, is_single):
                written.append((f"[^{stop}]" if stop else ".") + ("" if is_single else "*"))
    return re.compile("".join(written), re.DOTALL)


def _walk(parts: Iterable[Part], path: str) -> bool:
    """Move the set of steps reached along the path; bit i: the first i steps are matched."""
    steps: list[Part] = []
    for part in parts:
        steps += part if isinstance(part, str) else [part]
    takes: dict[str, int] = {}  # by sign: steps that are that very sign
    loops: dict[str, int] = {"": 0}  # by sign it stops at: wildcards
    single = 0
    for index, step in enumerate(steps):
        match step:
            case str():
                takes[step] = takes.get(step, 0) | 1 << index
            case Wildcard(_, True):
                single |= 1 << index
            case Wildcard(stop, False):
                loops[stop] = loops.get(stop, 0) | 1 << index
    stars = 0
    for bits in loops.values():
        stars |= bits
    reached = _skipped(1, stars)
    for sign in path:
        staying = reached & (stars & ~loops[sign] if sign in loops else stars)
        moving = (reached & (takes.get(sign, 0) | single)) << 1
        reached = _skipped(staying | moving, stars)
        if not reached:
            return False
    return bool(reached >> len(steps) & 1)


def _skipped(reached: int, stars: int) -> int:
    """A wildcard may stand for nothing: from each one reached, go on to the next step."""
    while (more := reached | (reached & stars) << 1) != reached:
        reached = more
    return reached
