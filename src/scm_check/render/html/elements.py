# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML elements as functions: what is not made here is text, and text is escaped.

Plain functions instead of a template language: mypy sees each section, nothing else has to be
installed, and to forget the escaping is not possible, as only `Html` passes unescaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from scm_check.safe_text import safe_text

_VOID = frozenset({"br", "hr", "input", "meta", "link"})
_SCHEMES = ("http", "https")
_HREF_SIGNS = 2000


class Html(str):
    """Markup of our own making."""

    __slots__ = ()


Child = str | None | Iterable["Child"]

NOTHING = Html("")


def element(name: str, /, *children: Child, **attributes: str | bool | None) -> Html:
    """`<name …>children</name>`; attributes that are None or False are left out.

    `class_` and `for_` stand for the reserved words, `_` for the hyphen in all others. Text is
    made visible (`safe_text`) and escaped.
    """
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in _VOID:
        return Html(start)
    return Html(f"{start}{content(*children)}</{name}>")


def content(*children: Child) -> Html:
    """The children one behind the other, without an element around them."""
    return Html("".join(map(_markup, children)))


def link(url: str, *children: Child) -> Html:
    """A link to a web page, only the text where the address is none of http or https."""
    shown = content(*(children or (url,)))
    if not is_web_address(url):
        return shown
    return element("a", shown, href=url, rel="noreferrer")


def is_web_address(url: str) -> bool:
    """Whether the address is one that a report may link."""
    if safe_text(url) != url or len(url) > _HREF_SIGNS or set(url) & set(" \"'<>\\`^{}|"):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in _SCHEMES and bool(parts.hostname)
    except ValueError:
        return False


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if name in {"style", "src"} or name.startswith("on"):
        raise ValueError(f"An attribute {name} has no place in a report.")
    if value is True:
        return f" {name}"
    if name == "href" and not (value.startswith("#") or is_web_address(value)):
        raise ValueError("A report links web pages and its own parts only.")
    return f' {name}="{escape(safe_text(value))}"'


def _markup(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return escape(safe_text(child))
    return "".join(map(_markup, child))
