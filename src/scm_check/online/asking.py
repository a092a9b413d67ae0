# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One address: is there something? HEAD, then GET; own hops, each to a checked address.

The address stands in a foreign text, so everything about it is hostile: it may lead into our own
network, dribble, redirect there, or never end. The body is never read: the status is the answer.
"""

from __future__ import annotations

import http.client
import logging
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from scm_check.errors import RefusedTarget, TargetError
from scm_check.model import ExternalLink, LinkState
from scm_check.snapshot.address import AccessOptions, resolve
from scm_check.snapshot.exchange import Exchange, host_and_port
from scm_check.snapshot.git import Deadline
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

MAX_HOPS = 5
MAX_ADDRESS_SIGNS = 2_000
PORTS = frozenset({80, 443})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
DEAD = frozenset({404, 410})
# Answers that say nothing of the address: a login, a filter against programs, a busy server.
_NOT_FOR_US = frozenset({400, 401, 402, 403, 405, 406, 407, 408, 409, 418, 421, 425, 428, 429, 451})
# What a server that knows no HEAD answers to it.
_ASK_AGAIN = DEAD | _NOT_FOR_US | {501}
_AGENT = "scm-check (link check)"


@dataclass(frozen=True, slots=True)
class Busy:
    """The server asks to come again, after so many seconds if it says so."""

    after_s: float | None


def ask(
    url: str, options: AccessOptions, deadline: Deadline, ports: frozenset[int] | None = PORTS
) -> ExternalLink | Busy:
    """What the address answers; `ports` None allows any. Never raises for what a server does.

    Only 404 and 410 are dead. A login, a busy or broken server, a refused address, a time limit say
    nothing of the page.
    """
    at = url
    for _ in range(MAX_HOPS + 1):
        try:
            status, headers = _status(at, options, deadline, ports)
        except RefusedTarget:
            return ExternalLink(url, LinkState.UNKNOWN, "refused")
        except TargetError as error:
            return _failed(url, error)
        except (OSError, http.client.HTTPException, ValueError) as error:
            logger.debug("%s: %r", url, error)
            reason = "timeout" if deadline.left() <= 0 or _is_late(error) else "broken"
            return ExternalLink(url, LinkState.UNKNOWN, reason)
        if status in REDIRECTS:
            location = headers.get("Location") or ""
            at = urljoin(at, location)
            if not location:
                return ExternalLink(url, LinkState.UNKNOWN, "broken")
            continue
        return _judged(url, at, status, headers.get("Retry-After") or "")
    return ExternalLink(url, LinkState.UNKNOWN, "redirects")


def _status(
    url: str, options: AccessOptions, deadline: Deadline, ports: frozenset[int] | None
) -> tuple[int, http.client.HTTPMessage]:
    """Status and headers; GET where HEAD is refused. Raises ValueError for what is no address."""
    plain = _checked(url, ports)
    status, headers = _once("HEAD", plain, options, deadline)
    if status in _ASK_AGAIN and status != 429:
        status, headers = _once("GET", plain, options, deadline)
    return status, headers


def _once(
    method: str, url: str, options: AccessOptions, deadline: Deadline
) -> tuple[int, http.client.HTTPMessage]:
    exchange = Exchange(url, resolve(*host_and_port(url), options, deadline.left()), deadline)
    try:
        exchange.open()
        parts = urlsplit(url)
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        headers = {"User-Agent": _AGENT, "Connection": "close"}
        if method == "GET":
            headers["Range"] = "bytes=0-65535"
        response = exchange.request(method, path, headers)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if exchange.is_cut:
            raise TimeoutError(url) from error
        raise
    finally:
        exchange.close()
    if exchange.is_cut:  # what seemed to be the headers' end was the watchdog's work
        raise TimeoutError(url)
    return response.status, response.headers


def _checked(url: str, ports: frozenset[int] | None) -> str:
    """The address without login and fragment, in ASCII. Raises ValueError, RefusedTarget."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > MAX_ADDRESS_SIGNS:
        raise ValueError("no address of the web")
    if re.search(r"[\x00-\x20\x7f\\]", url):
        raise ValueError("control characters")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if "@" in parts.netloc or (ports is not None and port not in ports):
        raise RefusedTarget(f"{parts.hostname}: no login, no port but 80 and 443")
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else ""
    authority = parts.netloc.replace(parts.hostname, host) if host else parts.netloc
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, authority, path, query, ""))


def _judged(url: str, at: str, status: int, retry_after: str) -> ExternalLink | Busy:
    if status in (429, 503):
        seconds = float(retry_after) if re.fullmatch(r"\d{1,9}", retry_after) else None
        return Busy(seconds)
    moved = at if at.partition("#")[0] != url.partition("#")[0] else None
    if status in DEAD:
        return ExternalLink(url, LinkState.DEAD, str(status), moved)
    if 200 <= status < 300 or status == 416:  # a page shorter than the range asked for
        return ExternalLink(url, LinkState.REACHED, str(status), moved)
    return ExternalLink(url, LinkState.UNKNOWN, str(status), moved)


def _failed(url: str, error: TargetError) -> ExternalLink:
    if error.code == "NOT_FOUND":
        return ExternalLink(url, LinkState.NO_HOST, "no-host")
    reason = "timeout" if error.code == "TIMEOUT" else "unreachable"
    return ExternalLink(url, LinkState.UNKNOWN, reason)


def _is_late(error: Exception) -> bool:
    return isinstance(error, TimeoutError)
