# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`dataclass` for values, made in a quarter of the time; for a type checker it is the standard one.

`@dataclasses.dataclass(frozen=True, slots=True)` compiles six methods for each class. The hundred
values of this program would cost 90 ms at every start, in both processes. Here only `__init__` is
compiled; comparison, hash, representation and the refusal of changes are shared functions.
`fields`, `replace`, `asdict`, `copy` and `pickle` work as with the standard one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  (exports it)
else:
    import dataclasses

    def dataclass(*, frozen, slots=False):
        """A class decorator; only frozen values are made here."""
        if not frozen:
            raise TypeError("for a value that changes, use dataclasses.dataclass")

        def decorate(cls):
            made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
            made.__init__ = _init_at_first_use(made, slots)
            made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _repr
            made.__setattr__, made.__delattr__ = _refuse_change, _refuse_change
            if slots:
                made.__getstate__, made.__setstate__ = _state, _restore
            return made

        return decorate

    def _init_at_first_use(cls, slots):
        """A run makes half of the values that there are."""
        _refuse_more_than_values(cls)

        def init(self, *args, **named):
            cls.__init__ = _init(cls, slots)
            self.__init__(*args, **named)

        return init

    def _refuse_more_than_values(cls):
        is_plain = all(field.init and field.compare for field in dataclasses.fields(cls))
        if not is_plain or hasattr(cls, "__post_init__"):
            raise TypeError(f"{cls.__qualname__} is more than a value: use dataclasses")

    def _init(cls, slots):
        """Compile `__init__`: parameters in order of the fields, defaults as they stand there."""
        names, parameters, body = {"_set": object.__setattr__}, [], []
        for field in dataclasses.fields(cls):
            name = field.name
            parameter, given = name, name
            if field.default is not dataclasses.MISSING:
                names[f"_default_{name}"] = field.default
                parameter = f"{name}=_default_{name}"
            elif field.default_factory is not dataclasses.MISSING:
                names[f"_make_{name}"] = field.default_factory
                names["_unset"] = _UNSET
                parameter = f"{name}=_unset"
                given = f"_make_{name}() if {name} is _unset else {name}"
            parameters.append(parameter)
            if slots:
                names[f"_set_{name}"] = cls.__dict__[name].__set__
                body.append(f" _set_{name}(self, {given})")
            else:
                body.append(f" _set(self, {name!r}, {given})")
        text = f"def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(body) or " pass")
        exec(text, names)  # noqa: S102  (the text is made of our own field names)
        names["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return names["__init__"]

    _UNSET = object()

    def _values(value):
        return tuple(getattr(value, name) for name in value.__dataclass_fields__)

    def _equal(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self) == _values(other)

    def _hash(self):
        return hash(_values(self))

    def _repr(self):
        fields = dataclasses.fields(self)
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields if field.repr)
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def _refuse_change(_self, name, *_value):
        raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")

    def _state(self):
        return _values(self)

    def _restore(self, state):
        for name, value in zip(self.__dataclass_fields__, state, strict=True):
            object.__setattr__(self, name, value)
