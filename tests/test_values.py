# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

import pytest

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A value with every sort of field."""

    path: str
    line: int | None = None
    marks: tuple[str, ...] = ()
    extra: Mapping[str, int] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Token:
    """A value with a field that must not show."""

    host: str
    value: str = field(repr=False)


@dataclass(frozen=True)
class Folder:
    """A value without slots, for a cached property."""

    names: tuple[str, ...] = ()

    @cached_property
    def count(self) -> int:
        return len(self.names)


def test_it_is_made_from_positions_names_and_defaults() -> None:
    place = Place("a", marks=("x",))

    assert (place.path, place.line, place.marks, place.extra) == ("a", None, ("x",), {})
    assert place.shown == "a:None"


def test_each_value_has_a_default_of_its_own() -> None:
    assert Place("a").extra is not Place("a").extra


@pytest.mark.parametrize("arguments", [(), ("a", 1, (), {}, 5)])
def test_wrong_arguments_are_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Place(*arguments)  # type: ignore[arg-type]  # what is tested


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert Place("a", 1) == Place("a", 1)
    assert Place("a", 1) != Place("a", 2)
    other: object = Folder(("a",))
    assert Place("a") != other
    assert hash(Folder(("a",))) == hash(Folder(("a",)))


def test_a_value_with_an_unhashable_field_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(Place("a"))


def test_nothing_can_be_changed() -> None:
    place = Place("a")

    with pytest.raises(dataclasses.FrozenInstanceError):
        place.line = 3  # type: ignore[misc]  # what is tested
    with pytest.raises(dataclasses.FrozenInstanceError):
        del place.path
    with pytest.raises(AttributeError):
        setattr(place, "other", 3)  # noqa: B010  (what is tested)
    assert not hasattr(place, "__dict__")


def test_the_functions_for_dataclasses_work() -> None:
    place = Place("a", 1)

    assert [item.name for item in dataclasses.fields(place)] == ["path", "line", "marks", "extra"]
    assert dataclasses.replace(place, line=2) == Place("a", 2)
    assert dataclasses.asdict(place)["line"] == 1
    assert repr(place) == "Place(path='a', line=1, marks=(), extra={})"


def test_a_field_that_is_not_to_be_shown_is_not_shown() -> None:
    assert repr(Token("git.example", "s3cret")) == "Token(host='git.example')"


def test_it_can_be_copied_and_pickled() -> None:
    place = Place("a", 1, ("x",), {"n": 1})

    assert copy.deepcopy(place) == place
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301  (our own bytes)
    assert Folder(("a", "b")).count == 2


def test_it_can_be_matched_by_position() -> None:
    match Place("a", 1):
        case Place(path, line):
            assert (path, line) == ("a", 1)
        case _:
            pytest.fail("no match")


def test_what_is_more_than_a_value_is_not_made_here() -> None:
    class Derived:
        whole: str
        part: str = field(init=False)

    with pytest.raises(TypeError):
        dataclass(frozen=False)
    with pytest.raises(TypeError):
        dataclass(frozen=True)(Derived)
