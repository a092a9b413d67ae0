# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""REUSE.toml, dep5 and the SPDX licence list, by the parsers of the `reuse` package.

With `reuse_adapter` the only module that knows that package. Matching paths is left to `globs`:
the regular expressions of the libraries can be made to backtrack for hours.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scm_check.facts.safe_parsing import ParseProblem, load_toml
from scm_check.model import Json
from scm_check.patterns import regex

if TYPE_CHECKING:
    from debian.copyright import FilesParagraph
    from reuse.copyright import CopyrightNotice, SpdxExpression

_COPYRIGHT_TAG: Final = "SPDX-" + "FileCopyrightText:"
_BLANK_RUN: Final = regex(r"([^\S\n]{8})[^\S\n]+")
_LINE_IN_MESSAGE: Final = regex(r"\bline (\d{1,9})")
_MAX_SHOWN: Final = 200  # signs of an expression or message
_MAX_CONFIGURATION_BYTES: Final = 1 << 20
_MAX_DEP5_SIGNS: Final = 256 << 10  # python-debian takes 4 µs for each
_MAX_TOMLKIT_SIGNS: Final = 64 << 10
_MAX_PATTERNS: Final = 20_000


@cache
def versions() -> str:
    """The libraries that decide a result, without importing them (importlib.metadata: 40 ms)."""
    found: list[str] = []
    for name in ("reuse", "license_expression"):
        spec = find_spec(name)
        folder = Path(spec.origin).parent.parent if spec and spec.origin else None
        found += sorted(p.name for p in folder.glob(f"{name}-*.dist-info")) if folder else [name]
    return "+".join(name.removesuffix(".dist-info") for name in found)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What REUSE.toml or dep5 says of the paths that fit one of its patterns.

    `precedence` is one of REUSE 3.3: closest, aggregate, override. `error` as in `Tags`.
    """

    patterns: tuple[str, ...]
    precedence: str
    has_copyright: bool
    ids: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()
    error: str | None = None

    def as_json(self) -> Json:
        """A list in the order of the fields."""
        return [
            [*self.patterns],
            self.precedence,
            self.has_copyright,
            [*self.ids],
            [*self.invalid],
            self.error,
        ]

    @classmethod
    def from_json(cls, value: Json) -> Annotation:
        """Undo `as_json`."""
        patterns, precedence, has_copyright, ids, invalid, error = _list(value)
        return cls(
            patterns=tuple(str(item) for item in _list(patterns)),
            precedence=str(precedence),
            has_copyright=bool(has_copyright),
            ids=tuple(str(item) for item in _list(ids)),
            invalid=tuple(str(item) for item in _list(invalid)),
            error=str(error) if error is not None else None,
        )


def reuse_toml(data: bytes) -> tuple[Annotation, ...]:
    """The tables of a REUSE.toml in their order; raises ParseProblem where `reuse` refuses it."""
    from reuse.global_licensing import ReuseTOML

    table = _toml_table(data)
    for item in _list(table.get("annotations")):
        if isinstance(item, dict):
            item.update({key: _calm(item[key]) for key in item if key.startswith("SPDX-")})
    try:
        parsed = ReuseTOML.from_dict(table, "REUSE.toml")
    except Exception as error:  # its attribute errors too come from what stands in the file
        raise ParseProblem(f"{error}"[:_MAX_SHOWN]) from error
    return _bounded(
        _annotation(
            item.paths, item.precedence.value, item.copyright_notices, item.spdx_expressions
        )
        for item in parsed.annotations
    )


def dep5(data: bytes) -> tuple[Annotation, ...]:
    """The `Files` paragraphs of a dep5 file in their order; raises ParseProblem likewise."""
    from debian.copyright import Copyright

    logging.getLogger("debian").addHandler(logging.NullHandler())
    text = _BLANK_RUN.sub(r"\1", _text(data))
    if len(text) > _MAX_DEP5_SIGNS:
        raise ParseProblem(f"more than {_MAX_DEP5_SIGNS} signs")
    try:
        paragraphs = [*Copyright(text.splitlines(keepends=True)).all_files_paragraphs()]
        return _bounded(map(_dep5_annotation, paragraphs))
    except ParseProblem:
        raise
    except Exception as error:  # python-debian raises a dozen kinds
        raise ParseProblem(f"{error}"[:_MAX_SHOWN], _line_in(str(error))) from error


def reuse_toml_facts(data: bytes) -> Json:
    """`reuse_toml` as JSON; a problem is a value too."""
    return _facts(reuse_toml, data)


def dep5_facts(data: bytes) -> Json:
    """`dep5` as JSON; a problem is a value too."""
    return _facts(dep5, data)


def configuration_from_json(value: Json) -> tuple[Annotation, ...]:
    """Undo `reuse_toml_facts` and `dep5_facts`; raises the ParseProblem that was met."""
    if isinstance(value, dict):
        line = value.get("line")
        raise ParseProblem(str(value.get("problem")), line if isinstance(line, int) else None)
    return tuple(map(Annotation.from_json, _list(value)))


@cache
def license_list() -> Mapping[str, bool]:
    """SPDX ids of licences and exceptions as `reuse` knows them, with whether each is deprecated.

    Its files are read without its module: importing that costs 50 ms and more.
    """
    import json

    spec = find_spec("reuse")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("reuse")
    deprecated: dict[str, bool] = {}
    for name, items, key in (
        ("licenses.json", "licenses", "licenseId"),
        ("exceptions.json", "exceptions", "licenseExceptionId"),
    ):
        content = json.loads(Path(folders[0], "resources", name).read_bytes())
        deprecated |= {item[key]: bool(item["isDeprecatedLicenseId"]) for item in content[items]}
    return deprecated


def _facts(parse: Callable[[bytes], tuple[Annotation, ...]], data: bytes) -> Json:
    try:
        return [annotation.as_json() for annotation in parse(data)]
    except ParseProblem as problem:
        return {"problem": problem.message, "line": problem.line}


def _toml_table(data: bytes) -> dict[str, Json]:
    """Parsed by tomllib; tomlkit, which `reuse` uses, is asked where that refuses."""
    text = _text(data)
    try:
        return load_toml(text.encode())
    except ParseProblem as problem:
        if len(text) > _MAX_TOMLKIT_SIGNS:
            raise
        import tomlkit

        try:
            table: dict[str, Json] = tomlkit.loads(text).unwrap()
        except Exception:  # noqa: BLE001 - whatever it is, the first parser's problem says more
            raise problem from None
        return table


def _text(data: bytes) -> str:
    """As `open(encoding="utf-8")` reads it: strictly, all ends of lines as newlines."""
    if len(data) > _MAX_CONFIGURATION_BYTES:
        raise ParseProblem(f"more than {_MAX_CONFIGURATION_BYTES} bytes")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise ParseProblem(
            f"not UTF-8: {error.reason}", data.count(b"\n", 0, error.start) + 1
        ) from (error)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _annotation(
    patterns: Iterable[str],
    precedence: str,
    notices: Collection[CopyrightNotice],
    expressions: Iterable[SpdxExpression],
) -> Annotation:
    ids: dict[str, None] = {}
    invalid: list[str] = []
    error = None
    for expression in sorted(expressions, key=repr):
        try:
            if expression.is_valid:
                ids |= dict.fromkeys(expression.licenses)
            else:
                invalid.append(str(expression)[:_MAX_SHOWN])
        except Exception as raised:  # noqa: BLE001 - a read error in reuse, as in `_said`
            error = type(raised).__name__
    paths = tuple(sorted(patterns))
    return Annotation(paths, precedence, bool(notices), tuple(ids), tuple(invalid), error)


def _dep5_annotation(paragraph: FilesParagraph) -> Annotation:
    from reuse.copyright import CopyrightNotice, SpdxExpression
    from reuse.exceptions import CopyrightNoticeParseError

    error = None
    notices = []
    for line in str(paragraph.copyright).splitlines():
        for text in (line.strip(), f"{_COPYRIGHT_TAG} {line.strip()}"):
            try:
                notices.append(CopyrightNotice.from_string(text))
                break
            except CopyrightNoticeParseError as raised:
                problem = type(raised).__name__
        else:
            error = problem
    # A property only at run time (python-debian makes it of the field).
    synopsis: str = paragraph.license.synopsis  # type: ignore[attr-defined]
    expressions = [SpdxExpression(synopsis)]
    found = _annotation(paragraph.files, "aggregate", notices, expressions)
    return replace(found, error=found.error or error)


def _bounded(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    found = tuple(annotations)
    if sum(len(item.patterns) for item in found) > _MAX_PATTERNS:
        raise ParseProblem(f"more than {_MAX_PATTERNS} paths")
    return found


def _calm(value: Json) -> Json:
    """A text, or a list of texts, without long runs of blanks."""
    if isinstance(value, list):
        return [_calm(item) if isinstance(item, str) else item for item in value]
    return _BLANK_RUN.sub(r"\1", value) if isinstance(value, str) else value


def _line_in(message: str) -> int | None:
    found = _LINE_IN_MESSAGE.search(message)
    return int(found[1]) if found else None


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
