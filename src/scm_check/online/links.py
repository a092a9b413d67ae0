# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All addresses in the documentation, asked with restraint.

At most 500 of a repository, two at once, one a second of a host, each with a time limit and all
together with another: what is left over then is not known, and never dead.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, zip_longest
from urllib.parse import unquote, urlsplit

from scm_check.model import ExternalLink, ExternalLinks, Facts, LinkState
from scm_check.online.asking import PORTS, Busy, ask
from scm_check.patterns import regex
from scm_check.snapshot.address import AccessOptions
from scm_check.snapshot.git import Deadline
from scm_check.values import dataclass

_BLANK = regex(r"[{}<>$…]")  # to be filled in by the reader or by a program
# Names that stand for no server, and pictures of a state that are no source for a reader.
_EXAMPLES = (".example", ".test", ".invalid", ".localhost", ".local", ".internal", ".intern")
_EXAMPLE_HOSTS = frozenset({"localhost", "example.com", "example.org", "example.net", "0.0.0.0"})  # noqa: S104


@dataclass(frozen=True, slots=True)
class Restraint:
    """How hard the network is asked."""

    links: int = 500
    at_once: int = 2
    host_interval_s: float = 1.0
    link_s: float = 15.0
    total_s: float = 180.0
    retry_after_s: float = 60.0
    ports: frozenset[int] | None = PORTS


def addresses_in(facts: Facts) -> tuple[str, ...]:
    """Web addresses of the repository's documents, each once, in their order."""
    found: dict[str, None] = {}
    for document in facts.documents:
        if document.role == "changelog" or document.template is not None:
            continue
        for link in document.links:
            if _is_of_the_web(link.target):
                found[link.target] = None
    return tuple(found)


def ask_all(
    urls: Sequence[str], options: AccessOptions, restraint: Restraint | None = None
) -> ExternalLinks:
    """Ask each address once, by page (an anchor is not looked at); in the order given."""
    limits = restraint or Restraint()
    pages: dict[str, list[str]] = {}
    for url in urls:
        pages.setdefault(url.partition("#")[0], []).append(url)
    asked = list(pages)[: limits.links]
    # No login of the git server goes to any other address.
    plain = AccessOptions(allow_private_network=options.allow_private_network)
    hosts = _Hosts(limits, Deadline.after(limits.total_s))
    with ThreadPoolExecutor(limits.at_once) as pool:
        in_turn = list(_by_host_in_turn(asked))
        answers = dict(
            zip(in_turn, pool.map(lambda url: hosts.ask(url, plain), in_turn), strict=True)
        )
    links = [
        ExternalLink(url, answers[page].state, answers[page].reason, answers[page].moved_to)
        for page in asked
        for url in pages[page]
    ]
    return ExternalLinks(tuple(links), left_out=len(pages) - len(asked))


class _Hosts:
    """Keeps the interval between two questions to one host, over all threads."""

    def __init__(self, limits: Restraint, deadline: Deadline) -> None:
        self._limits = limits
        self._deadline = deadline
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def ask(self, url: str, options: AccessOptions) -> ExternalLink:
        for _ in range(2):
            if not self._wait_for(url):
                return ExternalLink(url, LinkState.UNKNOWN, "time")
            deadline = self._deadline.sooner(self._limits.link_s)
            answer = ask(url, options, deadline, self._limits.ports)
            if isinstance(answer, ExternalLink):
                return answer
            if not self._postponed(url, answer):
                break
        return ExternalLink(url, LinkState.UNKNOWN, "busy")

    def _wait_for(self, url: str) -> bool:
        """Sleep until it is this host's turn; False where time is up before."""
        host = _host(url)
        with self._lock:
            at = max(self._next.get(host, 0.0), time.monotonic())
            if at - time.monotonic() >= self._deadline.left():
                return False
            self._next[host] = at + self._limits.host_interval_s
        time.sleep(max(0.0, at - time.monotonic()))
        return self._deadline.left() > 0

    def _postponed(self, url: str, busy: Busy) -> bool:
        """Whether the host is to be asked again later, as it wishes."""
        wait = busy.after_s if busy.after_s is not None else 2 * self._limits.host_interval_s
        if wait > self._limits.retry_after_s:
            return False
        with self._lock:
            host = _host(url)
            self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + wait)
        return True


def _by_host_in_turn(urls: Iterable[str]) -> Iterator[str]:
    """One of each host, then the next of each: so that waiting for one holds up no other."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(_host(url), []).append(url)
    rows = zip_longest(*by_host.values())
    return (url for url in chain.from_iterable(rows) if url is not None)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_of_the_web(target: str) -> bool:
    is_blank = _BLANK.search(unquote(target)) is not None
    if is_blank or not target.lower().startswith(("http://", "https://")):
        return False
    host = _host(target).lower()
    return bool(host) and host not in _EXAMPLE_HOSTS and not host.endswith(_EXAMPLES)
