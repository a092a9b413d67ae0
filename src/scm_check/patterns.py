# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Regular expressions that are compiled when they are first used, and kept as bytecode is.

A check of a small repository meets 180 of the 400. Compiling is written in Python and takes 0.4 ms
for each: an eighth of the whole run. So the code that `re` makes of a pattern is kept beside this
module's bytecode, under the same conditions: for this very version of Python, and not where
PYTHONDONTWRITEBYTECODE is set. `python -m scm_check.patterns` keeps all of them at once.

For a type checker `regex` is `re.compile`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from re import compile as regex  # noqa: ICN003, RUF100
else:

    class _Pattern:
        """Stands for a compiled pattern: its first use puts the pattern's own methods here."""

        def __init__(self, text, flags=0):
            self._text, self._flags = text, flags
            _ALL.append(self)

        def __getattr__(self, name):
            compiled = _KEPT.compiled(self._text, self._flags)
            for known in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
                setattr(self, known, getattr(compiled, known))
            return getattr(compiled, name)

    regex = _Pattern

__all__ = ["keep", "regex"]

# Read as a whole in every run: what few runs need must not slow down all.
_MAX_BYTES: Final = 1 << 20
_ALL: Final[list[Any]] = []


class _Kept:
    """The code of patterns by text and flags; read at the first use, written by `keep`.

    A file that is absent, damaged or of another version is none: then `re` compiles.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str | bytes, int], tuple[Any, ...]] | None = None
        self._is_new = False

    def compiled(self, text: str | bytes, flags: int) -> re.Pattern[Any]:
        """What `re.compile` gives."""
        if self._codes is None:
            self._codes = _read()
        key = (text, int(flags))
        try:
            if key not in self._codes:
                self._codes[key] = _code_of(text, int(flags))
                self._is_new = True
            return _pattern_of(text, *self._codes[key])
        except (ImportError, AttributeError, TypeError, RuntimeError):  # another `re` than we know
            self._codes.pop(key, None)
            pattern: re.Pattern[Any] = _compile(text, flags)
            return pattern

    def write(self) -> None:
        """Keep what is new. A folder that cannot be written costs time only."""
        if not self._is_new or not self._codes:
            return
        import marshal
        import zlib

        data = marshal.dumps(self._codes)
        if len(data) > _MAX_BYTES:
            return
        path = _path()
        temporary = f"{path}.{os.getpid()}"
        try:
            with open(temporary, "wb") as stream:
                stream.write(_HEAD + zlib.crc32(data).to_bytes(4, "big") + data)
            os.replace(temporary, path)  # noqa: PTH105
        except OSError:
            return
        self._is_new = False


@contextmanager
def keeping() -> Iterator[None]:
    """What modules of others compile at their import meanwhile is kept too."""
    compiler = import_module("re._compiler")
    compiler.compile = _KEPT.compiled  # type: ignore[attr-defined]
    try:
        yield
    finally:
        compiler.compile = _compile  # type: ignore[attr-defined]


def compile_all() -> None:
    """Compile and keep every pattern of the modules that were imported."""
    for pattern in _ALL:
        _ = pattern.flags
    _KEPT.write()


def keep() -> None:
    """Keep the patterns that were compiled in this run, where Python would keep bytecode."""
    if not sys.dont_write_bytecode:
        _KEPT.write()


def _read() -> dict[tuple[str | bytes, int], tuple[Any, ...]]:
    import marshal
    import zlib

    try:
        with open(_path(), "rb") as stream:
            content = stream.read(_MAX_BYTES)
        body = content[len(_HEAD) + 4 :]
        checksum = content[len(_HEAD) : len(_HEAD) + 4]
        if content.startswith(_HEAD) and zlib.crc32(body).to_bytes(4, "big") == checksum:
            codes: dict[tuple[str | bytes, int], tuple[Any, ...]] = marshal.loads(body)  # noqa: S302
            return codes
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}


def _path() -> str:
    from importlib.util import cache_from_source

    return os.path.splitext(cache_from_source(__file__))[0] + ".regexes"  # noqa: PTH122


def _code_of(text: str | bytes, flags: int) -> tuple[Any, ...]:
    """As `re._compiler.compile`, up to the call of the engine; raises re.error for a wrong one."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(text, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()  # noqa: SLF001
    names = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return flags | parsed.state.flags, code, parsed.state.groups - 1, names, tuple(by_number)


def _pattern_of(
    text: str | bytes,
    flags: int,
    code: bytes,
    groups: int,
    names: dict[str, int],
    by_number: tuple[str | None, ...],
) -> re.Pattern[Any]:
    """The engine refuses code that it could not have been given by `re`."""
    codes = list(memoryview(code).cast("I"))
    pattern: re.Pattern[Any] = _engine().compile(text, flags, codes, groups, names, by_number)
    return pattern


def _engine() -> Any:
    return import_module("_sre")


def _head() -> bytes:
    engine = _engine()
    return f"scm-check {sys.hexversion:x} {engine.MAGIC} {engine.CODESIZE}\n".encode()


_HEAD: Final = _head()
_compile: Final = import_module("re._compiler").compile
_KEPT: Final = _Kept()
