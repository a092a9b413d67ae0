# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text, YAML, JSON, TOML and XML of strangers, read within bounds.

Every reader either returns a plain value or raises ParseProblem: no other exception leaves this
module for any bytes, no interpreter dies, no object of a foreign class is built. Numbers with a
fraction and dates stay text in all four, since `1.10` is a version more often than a number.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scm_check.model import Json
from scm_check.patterns import keeping, regex

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 1 << 20
MAX_DEPTH = 100
# 460 bytes of aliases can stand for 10^9 nodes: what they expand to is what is counted.
MAX_EXPANDED_SIGNS = 8 << 20
MAX_KEY_PARTS = 100
MAX_DOTS_PER_LINE = 2_000
MAX_DUPLICATES = 100
MAX_DOCUMENTS = 500

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_INTEGER = regex(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_TOML_PLACE = regex(r"at line (\d{1,9})")
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class ParseProblem(Exception):
    """The text is not what it claims to be, or beyond the bounds; `line` from 1 where known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class YamlText:
    """A YAML document: its value, and the line of each key by its dotted path (`legal.license`)."""

    value: Json
    lines: Mapping[str, int] = field(default_factory=dict)
    duplicates: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class XmlElement:
    """An element without namespaces; `text` is its own text before the first child, stripped."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[XmlElement] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[XmlElement]:
        """The elements below along that path of tags, in order."""
        if not tags:
            yield self
            return
        for child in self.children:
            if child.tag == tags[0]:
                yield from child.all(*tags[1:])

    def first(self, *tags: str) -> XmlElement | None:
        """The first element below along that path."""
        return next(self.all(*tags), None)


def decode_text(data: bytes) -> tuple[str, str]:
    """Text and encoding: byte order mark, strict UTF-8, the zeros of UTF-16, else Windows-1252.

    Line ends become a newline each; the last resort never fails. Detectors by statistics call the
    word "Groesse" in Latin-1 EBCDIC, so none is asked.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _newlines(data.decode(encoding, "replace")), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text:
            return _newlines(text), "utf-8"
    guess = _utf16_by_zeros(data)
    if guess is not None:
        return _newlines(data.decode(guess, "replace")), guess
    return _newlines(data.decode("cp1252", "replace")), "cp1252"


def load_yaml(data: bytes) -> Json:
    """The value of a single YAML document; raises ParseProblem."""
    return read_yaml(data).value


def yaml_lines(data: bytes) -> Mapping[str, int]:
    """The line of each key by its dotted path; raises ParseProblem."""
    return read_yaml(data).lines


def read_yaml(data: bytes) -> YamlText:
    """Build the value from the parser's flat stream of events, counting depth and aliases.

    The C loader's own composer recurses: 200,000 brackets end the interpreter. Scalars follow the
    core schema of YAML 1.2 (`yes` and dates are text); tags are ignored, `<<` merges.
    Raises ParseProblem.
    """
    builders = _built(data)
    if len(builders) > 1:
        raise ParseProblem("more than one document", builders[1].first_line)
    builder = builders[0] if builders else _YamlBuilder()
    return YamlText(builder.value, builder.lines, tuple(builder.duplicates))


def read_yaml_documents(data: bytes) -> tuple[YamlText, ...]:
    """The documents of a stream (`---`), at most `MAX_DOCUMENTS`; otherwise as `read_yaml`."""
    return tuple(
        YamlText(builder.value, builder.lines, tuple(builder.duplicates))
        for builder in _built(data)
    )


def _built(data: bytes) -> list[_YamlBuilder]:
    with keeping():
        import yaml

    text = _text_of(data)
    builders: list[_YamlBuilder] = []
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.DocumentStartEvent):
                line = event.start_mark.line + 1 if event.start_mark is not None else 1
                if len(builders) >= MAX_DOCUMENTS:
                    raise ParseProblem("too many documents", line)
                builders.append(_YamlBuilder(line))
            elif builders:
                builders[-1].take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = mark.line + 1 if mark is not None else None
        raise ParseProblem(error.problem or error.context or "no YAML", place) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError) as error:
        raise ParseProblem(_first_line(error)) from error
    return builders


def load_json(data: bytes) -> Json:
    """The value of a JSON text; raises ParseProblem."""
    import json

    text = _text_of(data)
    try:
        value: Json = json.loads(text, parse_float=str, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise ParseProblem(error.msg, error.lineno) from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise ParseProblem(_first_line(error)) from error
    return value


def load_toml(data: bytes) -> dict[str, Json]:
    """The table of a TOML text; raises ParseProblem."""
    import tomllib

    text = _text_of(data)
    _refuse_long_keys(text)
    try:
        table = tomllib.loads(text, parse_float=str)
        return {key: _plain(value) for key, value in table.items()}
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        raise ParseProblem(_first_line(error), int(place[1]) if place else None) from error
    except (ValueError, TypeError, RecursionError, OverflowError) as error:
        raise ParseProblem(_first_line(error)) from error


def load_xml(data: bytes) -> XmlElement:
    """The root element; raises ParseProblem, also for any document type definition."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    if len(data) > MAX_BYTES:
        raise ParseProblem(f"more than {MAX_BYTES} bytes")
    target = _XmlBuilder()
    try:
        parser = DefusedXMLParser(target=target, forbid_dtd=True)
        target.expat = parser.parser
        parser.feed(data)
        parser.close()
    except ParseError as error:
        raise ParseProblem(_first_line(error), error.position[0]) from error
    except DefusedXmlException as error:
        raise ParseProblem("a document type definition is not read") from error
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ParseProblem(_first_line(error)) from error
    if target.root is None:
        raise ParseProblem("no element found")
    return target.root


# --- the parts -----------------------------------------------------------------------------------


def _newlines(text: str) -> str:
    """A carriage return ends a line only before a newline, or where there is no newline at all."""
    if "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")
    return text.replace("\r", " " if "\n" in text else "\n")


def _utf16_by_zeros(data: bytes) -> str | None:
    head = data[:4096]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 5 and even * 4 < odd:
        return "utf-16-le"
    if even > len(head) // 5 and odd * 4 < even:
        return "utf-16-be"
    return None


def _text_of(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise ParseProblem(f"more than {MAX_BYTES} bytes")
    return decode_text(data)[0]


def _first_line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0][:200] or type(error).__name__


def _refuse(constant: str) -> Json:
    raise ValueError(f"{constant} is no JSON")


def _refuse_long_keys(text: str) -> None:
    """The library joins key parts one by one: 8,000 in a line take more than a second."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MAX_KEY_PARTS and (
            line.split("=", 1)[0].count(".") > MAX_KEY_PARTS or line.count(".") > MAX_DOTS_PER_LINE
        ):
            raise ParseProblem("a key of too many parts", number)


def _plain(value: object, depth: int = 0) -> Json:
    """Dates become text; raises ParseProblem beyond the depth."""
    if depth > MAX_DEPTH:
        raise ParseProblem(f"nested more than {MAX_DEPTH} deep")
    if isinstance(value, dict):
        return {str(key): _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, depth + 1) for item in value]
    if value is None or isinstance(value, (str, bool, int)):
        return value
    return str(value)


@dataclass(slots=True)
class _Level:
    """A mapping or sequence under construction; `signs` counts what it would expand to."""

    value: dict[str, Json] | list[Json]
    anchor: str | None
    path: str
    line: int
    key: str | None = None
    signs: int = 1
    merged: list[Json] = field(default_factory=list)


class _YamlBuilder:
    """Turns events into a value without recursion."""

    def __init__(self, first_line: int = 1) -> None:
        self.first_line = first_line
        self.value: Json = None
        self.lines: dict[str, int] = {}
        self.duplicates: list[tuple[str, int]] = []
        self._levels: list[_Level] = []
        self._anchors: dict[str, tuple[Json, int]] = {}

    def take(self, event: yaml.Event) -> None:
        import yaml

        line = event.start_mark.line + 1 if event.start_mark is not None else 0
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event.anchor, line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        is_plain = event.style is None or event.style == ""
        value = _yaml_scalar(event.value) if is_plain and event.tag is None else event.value
        size = 1 + len(event.value)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, size)
        self._add(value, size, line, written=event.value, is_plain=is_plain)

    def _open(self, event: yaml.CollectionStartEvent, line: int) -> None:
        import yaml

        if len(self._levels) >= MAX_DEPTH:
            raise ParseProblem(f"nested more than {MAX_DEPTH} deep", line)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._levels.append(
            _Level({} if is_mapping else [], event.anchor, self._path_of_next(), line)
        )

    def _close(self) -> None:
        level = self._levels.pop()
        if isinstance(level.value, dict):
            for default in level.merged:
                if isinstance(default, dict):
                    level.value.update({k: v for k, v in default.items() if k not in level.value})
        if level.anchor is not None:
            self._anchors[level.anchor] = (level.value, level.signs)
        self._add(level.value, level.signs, level.line, written=None, is_plain=False)

    def _alias(self, anchor: str | None, line: int) -> None:
        # An anchor that is still open is not in here yet: so no cycle can be built.
        if anchor is None or anchor not in self._anchors:
            raise ParseProblem("an alias without its anchor", line)
        value, signs = self._anchors[anchor]
        written = value if isinstance(value, str) else None
        self._add(value, signs, line, written=written, is_plain=False)

    def _path_of_next(self) -> str:
        if not self._levels:
            return ""
        level = self._levels[-1]
        part = str(len(level.value)) if isinstance(level.value, list) else level.key or "?"
        return f"{level.path}.{part}" if level.path else part

    def _add(
        self, value: Json, signs: int, line: int, *, written: str | None, is_plain: bool
    ) -> None:
        if not self._levels:
            self.value = value
            return
        level = self._levels[-1]
        level.signs += signs
        if level.signs > MAX_EXPANDED_SIGNS:
            raise ParseProblem("aliases that expand without end", line)
        if isinstance(level.value, list):
            level.value.append(value)
        elif level.key is None:
            if written is None:
                raise ParseProblem("a key that is no text", line)
            level.key = "<<" if written == "<<" and is_plain else written
            self._note_key(level, line)
        else:
            if level.key == "<<":
                level.merged.extend(value if isinstance(value, list) else [value])
            else:
                level.value[level.key] = value
            level.key = None

    def _note_key(self, level: _Level, line: int) -> None:
        path = self._path_of_next()
        if (
            isinstance(level.value, dict)
            and level.key in level.value
            and len(self.duplicates) < MAX_DUPLICATES
        ):
            self.duplicates.append((path, line))
        # 100 levels of long keys would make the paths quadratic in the size of the text.
        if len(path) <= 400:
            self.lines.setdefault(path, line)


def _yaml_scalar(text: str) -> Json:
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    return text


class _XmlBuilder:
    """A target of the XML parser that stops at the depth and remembers lines."""

    def __init__(self) -> None:
        self.root: XmlElement | None = None
        self.expat: object = None
        self._open: list[XmlElement] = []
        self._texts: list[list[str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        line = int(getattr(self.expat, "CurrentLineNumber", 0))
        if len(self._open) >= MAX_DEPTH:
            raise ParseProblem(f"nested more than {MAX_DEPTH} deep", line)
        plain = {name.rpartition("}")[2]: value for name, value in attributes.items()}
        element = XmlElement(tag.rpartition("}")[2], line, plain)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])

    def end(self, tag: str) -> None:  # noqa: ARG002  the parser calls it so
        self._open.pop().text = "".join(self._texts.pop()).strip()

    def data(self, text: str) -> None:
        if self._open and not self._open[-1].children:
            self._texts[-1].append(text)

    def close(self) -> None:
        """The parser asks for it; there is nothing left to do."""
