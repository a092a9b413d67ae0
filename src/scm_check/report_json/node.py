# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A value of a foreign JSON document that knows its place, and is what it is asked to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from scm_check.errors import ConfigurationError
from scm_check.model import Json, Text
from scm_check.safe_text import safe_text
from scm_check.values import dataclass

_Word = TypeVar("_Word", bound=StrEnum)
_LONGEST_S = 10_000_000


@dataclass(frozen=True, slots=True)
class Node:
    """Each method raises ConfigurationError, naming `place`, where the value is of another kind."""

    value: Json
    step: str | int
    parent: Node | None = None

    @property
    def place(self) -> str:
        """`results[3].title.de`; put together only when it is asked for."""
        above = self.parent.place if self.parent else ""
        if isinstance(self.step, int):
            return f"{above}[{self.step}]"
        return f"{above}.{self.step}" if above and self.step else above or self.step

    def only(self, required: str, *, optional: str = "") -> Node:
        """Itself, when it is an object with these keys (separated by blanks) and no other."""
        keys = self._object().keys()
        needed, allowed = _keys(required), _keys(optional)
        if keys == needed:
            return self
        if needed - keys:
            raise self.wrong(f"{_names(needed - keys)} is missing: the report is cut or of a draft")
        if keys - needed - allowed:
            raise self.wrong(f"{_names(keys - needed - allowed)} is not known to this version")
        return self

    def wrong(self, what: str) -> ConfigurationError:
        """The error to raise: place, what is wrong, remedy."""
        place = safe_text(self.place, limit=200) or "the whole"
        return ConfigurationError(
            f"This is no complete scm-check report: {place}: {what}. "
            "Check the repository again and use the report it writes."
        )

    def has(self, key: str) -> bool:
        return key in self._object()

    def at(self, key: str) -> Node:
        values = self._object()
        if key not in values:
            absent = Node(None, key, self)
            raise absent.wrong("is missing: the report is cut or of a draft")
        return Node(values[key], key, self)

    def items(self) -> Iterator[Node]:
        if not isinstance(self.value, list):
            raise self.wrong("must be a list")
        return (Node(item, index, self) for index, item in enumerate(self.value))

    def text(self, key: str) -> str:
        value = self._get(key)
        return value if isinstance(value, str) else self.at(key).string()

    def optional_text(self, key: str) -> str | None:
        value = self._get(key)
        return value if value is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(item.string() for item in self.at(key).items())

    def both(self, key: str) -> Text:
        node = self.at(key).only("de en")
        return Text(node.text("de"), node.text("en"))

    def optional_both(self, key: str) -> Text | None:
        return None if self._get(key) is None else self.both(key)

    def truth(self, key: str) -> bool:
        node = self.at(key)
        if not isinstance(node.value, bool):
            raise node.wrong("must be true or false")
        return node.value

    def optional_truth(self, key: str) -> bool | None:
        return None if self.at(key).value is None else self.truth(key)

    def number(self, key: str) -> int:
        """A count: whole, not negative."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.at(key).wrong("must be a whole number")
        return value

    def optional_number(self, key: str) -> int | None:
        return None if self._get(key) is None else self.number(key)

    def word(self, key: str, words: type[_Word]) -> _Word:
        value = self._get(key)
        known = _words(words)
        if not isinstance(value, str) or value not in known:
            raise self.at(key).wrong("must be one of " + ", ".join(words))
        word: _Word = known[value]
        return word

    def date(self, key: str) -> dt.date:
        try:
            return dt.date.fromisoformat(self.text(key))
        except ValueError:
            raise self.at(key).wrong("must be a date like 2026-11-22") from None

    def optional_date(self, key: str) -> dt.date | None:
        return None if self.at(key).value is None else self.date(key)

    def optional_time(self, key: str) -> dt.datetime | None:
        if self.at(key).value is None:
            return None
        try:
            return dt.datetime.fromisoformat(self.text(key))
        except ValueError:
            raise self.at(key).wrong("must be a time like 2026-11-22T10:00:00+00:00") from None

    def mapping(self) -> Mapping[str, Json]:
        return dict(self._object())

    def counts(self) -> Mapping[str, int]:
        return {key: self.number(key) for key in self._object()}

    def durations(self) -> Mapping[str, float]:
        return {key: self._seconds(key) for key in self._object()}

    def arguments(self) -> Mapping[str, str | int]:
        return {key: self._argument(key) for key in self._object()}

    def _seconds(self, key: str) -> float:
        node = self.at(key)
        if not isinstance(node.value, int | float) or isinstance(node.value, bool):
            raise node.wrong("must be a number of seconds")
        if not abs(node.value) < _LONGEST_S:
            raise node.wrong("must be a number of seconds below ten million")
        return node.value

    def _argument(self, key: str) -> str | int:
        node = self.at(key)
        if isinstance(node.value, bool) or not isinstance(node.value, str | int):
            raise node.wrong("must be text or a whole number")
        return node.value

    def _get(self, key: str) -> Json:
        """The value without its place: most are what they should be, and need none."""
        values = self.value
        if isinstance(values, dict) and key in values:
            return values[key]
        return self.at(key).value

    def string(self) -> str:
        """The value itself, as text."""
        if not isinstance(self.value, str):
            raise self.wrong("must be text")
        return self.value

    def _object(self) -> dict[str, Json]:
        if not isinstance(self.value, dict):
            raise self.wrong("must be an object")
        return self.value


@cache
def _words(words: type[StrEnum]) -> dict[str, Any]:
    """The words by what stands in a report: there are as many as findings."""
    return {word.value: word for word in words}


@cache
def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _names(keys: Iterable[str]) -> str:
    return ", ".join(safe_text(key, limit=40) for key in sorted(keys)[:5])
