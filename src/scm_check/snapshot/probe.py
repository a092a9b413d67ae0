# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One look at a git server before git goes there: is it one, does it let us in, what does it hold?

git itself takes an HTML sign-in page for an empty repository and follows redirects anywhere. So
the first request is our own (gitprotocol-http, "Smart Clients"): to a checked address, redirects
resolved by hand, with a wall clock that a dribbling server cannot escape.
"""

from __future__ import annotations

import http.client
import logging
import re
import time
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from scm_check.errors import TargetError
from scm_check.model import Access
from scm_check.snapshot.address import (
    AccessOptions,
    HostToken,
    is_private,
    printable,
    redact,
    resolve,
)
from scm_check.snapshot.exchange import Exchange, host_and_port
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.hardening import authorization
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

SERVICE = "git-upload-pack"
ADVERTISEMENT = f"application/x-{SERVICE}-advertisement"
RESULT = f"application/x-{SERVICE}-result"
USER_AGENT = "git/2 (scm-check)"
MAX_HOPS = 5
PROBE_S = 30.0
RETRY_DELAYS_S = (0.5, 1.5)
MAX_RETRY_AFTER_S = 5.0
MAX_PACKETS = 200
MAX_REFS = 200_000
MAX_REFS_BYTES = 32 << 20
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Advertisement:
    """What a server says it can do. `version` is the protocol's: 0, 1 or 2."""

    version: int
    capabilities: tuple[str, ...]

    @property
    def object_format(self) -> str:
        known = [word for word in self.capabilities if word.startswith("object-format=")]
        return known[0].partition("=")[2] if known else "sha1"


@dataclass(frozen=True, slots=True)
class Reached:
    """A repository that answered.

    `url` is its address now, `refs` what `git ls-remote` would print, None where the server
    speaks an older protocol: then git is to be asked.
    """

    url: str
    addresses: tuple[str, ...]
    advertisement: Advertisement
    refs: bytes | None
    token: HostToken | None
    moved_to: str | None


def probe(url: str, access: AccessOptions, deadline: Deadline) -> Reached:
    """Reach the repository at `url`, without a login first, with the host's token if that fails.

    Raises RefusedTarget for an address that is not allowed, else TargetError with the code for
    what the server did.
    """
    deadline = deadline.sooner(PROBE_S)
    try:
        return _with_retries(lambda: _reach(url, access, None, deadline), deadline)
    except TargetError as error:
        token = access.token
        if error.code == "AUTH_REQUIRED":
            error.access = _refused(url, access, deadline)
        if token is None or error.code not in ("AUTH_REQUIRED", "NOT_FOUND", "NOT_A_REPOSITORY"):
            raise
        if token.host != _host_and_port(url) or urlsplit(url).scheme != "https":
            raise
        logger.debug("refused without a login (%s); trying the token", error.code)
    return _with_retries(lambda: _reach(url, access, token, deadline), deadline)


def parse_advertisement(packets: Iterator[bytes | None]) -> Advertisement | None:
    """The server's first words, None where they are not git's. A None among packets is a flush."""
    version, started = 0, False
    words: list[str] = []
    for packet in packets:
        line = b"" if packet is None else packet.rstrip(b"\n")
        if line == b"# service=" + SERVICE.encode():
            started = True
        elif packet is None:
            if version == 2:
                return Advertisement(2, tuple(words))
        elif line == b"version 2":
            version, started = 2, True
        elif line == b"version 1":
            version, started = 1, True
        elif not started:
            return None
        elif version == 2:
            words.append(line.decode("utf-8", "replace"))
        else:
            _ref, _, capabilities = line.partition(b"\0")
            return Advertisement(version, tuple(capabilities.decode("utf-8", "replace").split()))
    return None


def parse_ref_packets(packets: Iterator[bytes | None]) -> bytes:
    """The answer to `ls-refs` (gitprotocol-v2) in the form that `git ls-remote --symref` prints."""
    lines: list[bytes] = []
    for count, packet in enumerate(packets):
        if packet is None:
            break
        if count >= MAX_REFS:
            raise TargetError(
                f"The repository has more than {MAX_REFS} branches and tags.", code="TOO_LARGE"
            )
        oid, _, rest = packet.rstrip(b"\n").partition(b" ")
        name, *attributes = rest.split(b" ")
        if not re.fullmatch(rb"[0-9a-f]{40}|[0-9a-f]{64}", oid):
            continue  # an unborn HEAD names a branch that does not exist
        for attribute in attributes:
            key, _, value = attribute.partition(b":")
            if key == b"symref-target":
                lines.append(b"ref: " + value + b"\t" + name)
        lines.append(oid + b"\t" + name)
        lines += [
            value.partition(b":")[2] + b"\t" + name + b"^{}"
            for value in attributes
            if value.startswith(b"peeled:")
        ]
    return b"".join(line + b"\n" for line in lines)


def packets_of(
    read: Callable[[int], bytes], max_packets: int, max_bytes: int
) -> Iterator[bytes | None]:
    """Packets of git's wire format (gitprotocol-common, "pkt-line"), None for a flush.

    Ends at the end of the data, at a packet with a false length, and at the bounds.
    """
    total = 0
    for _ in range(max_packets):
        head = read(4)
        if not re.fullmatch(rb"[0-9a-fA-F]{4}", head):
            return
        length = int(head, 16)
        if length < 4:
            yield None
            continue
        total += length
        body = read(length - 4) if total <= max_bytes else b""
        if len(body) < length - 4 or total > max_bytes:
            return
        yield body


def _headers(token: HostToken | None) -> dict[str, str]:
    headers = {"User-Agent": USER_AGENT, "Git-Protocol": "version=2"}
    return headers if token is None else headers | {"Authorization": authorization(token)}


class _Busy(Exception):
    """The server asks to come again later."""

    def __init__(self, error: TargetError, retry_after_s: float | None) -> None:
        super().__init__(error.message)
        self.error = error
        self.retry_after_s = retry_after_s


def _refused(url: str, options: AccessOptions, deadline: Deadline) -> Access:
    """The evidence that this address gives nothing without a login."""
    host, port = host_and_port(url)
    addresses = resolve(host, port, options, deadline.left())
    is_inner = any(map(is_private, addresses))
    return Access(urlsplit(url).scheme, host, anonymous=False, is_private_address=is_inner)


def _with_retries(reach: Callable[[], Reached], deadline: Deadline) -> Reached:
    for delay in (*RETRY_DELAYS_S, None):
        try:
            return reach()
        except _Busy as busy:
            wait = max(delay or 0, busy.retry_after_s or 0)
            if delay is None or wait > min(MAX_RETRY_AFTER_S, deadline.left()):
                raise busy.error from None
            logger.debug("waiting %s s: %s", wait, busy)
            time.sleep(wait)
    raise AssertionError("unreachable")


def _reach(url: str, access: AccessOptions, token: HostToken | None, deadline: Deadline) -> Reached:
    base = url
    for _hop in range(MAX_HOPS + 1):
        addresses = resolve(*host_and_port(base), access, deadline.left())
        exchange = Exchange(base, addresses, deadline)
        try:
            exchange.open()
            path = urlsplit(base).path + f"/info/refs?service={SERVICE}"
            response = exchange.request("GET", path, _headers(token))
            if response.status in REDIRECTS:
                base = _next_hop(base, response.getheader("Location") or "", token)
                continue
            _raise_for(response, base, token)
            advertisement = _advertised(response, base)
            refs = None
            if advertisement.version == 2 and not response.will_close:
                refs = _listed(exchange, urlsplit(base).path, advertisement, token)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _broken(base, error, is_late=exchange.is_cut) from error
        except TargetError as error:
            if exchange.is_cut:  # what seemed to be the answer's end was the watchdog's work
                raise _broken(base, error, is_late=True) from error
            raise
        else:
            moved = base if _plain(base) != _plain(url) else None
            return Reached(base, exchange.addresses, advertisement, refs, token, moved)
        finally:
            exchange.close()
    raise TargetError(
        f"{url} redirects more than {MAX_HOPS} times. Check the address in a browser.",
        code="MOVED_REFUSED",
    )


def _next_hop(base: str, location: str, token: HostToken | None) -> str:
    parts = urlsplit(base)
    asked = f"{base}/info/refs?service={SERVICE}"
    new = urljoin(asked, location)
    there = urlsplit(new)
    shown = printable(redact(new, token))[:200]
    is_upgrade = (parts.scheme, there.scheme) == ("http", "https")
    if (there.scheme != parts.scheme and not is_upgrade) or there.hostname != parts.hostname:
        raise TargetError(
            f"{base} has moved to another server ({shown}), which is not followed by itself. "
            "If that is right, check the new address.",
            code="MOVED_REFUSED",
        )
    if not is_upgrade and there.port != parts.port:
        raise TargetError(
            f"{base} has moved to another port ({shown}), which is not followed by itself. "
            "If that is right, check the new address.",
            code="MOVED_REFUSED",
        )
    path, found, _ = there.path.partition("/info/refs")
    if not found:
        raise TargetError(
            f"{base} leads to another page ({shown}): most likely a sign-in. "
            "Check whether the repository is public, and whether the address is that of a "
            "repository.",
            code="NOT_A_REPOSITORY",
        )
    authority = there.hostname or ""
    if ":" in authority:
        authority = f"[{authority}]"
    if there.port is not None:
        authority += f":{there.port}"
    return f"{there.scheme}://{authority}{path}"


def _raise_for(response: http.client.HTTPResponse, url: str, token: HostToken | None) -> None:
    status = response.status
    if status in (401, 403, 407):
        how = (
            f"The server refuses {url} also with the token of SCM_CHECK_TOKEN ({status}). "
            "Check whether the token is valid and may read this repository."
            if token is not None
            else f"The server asks for a login for {url} ({status}): the repository is not "
            "public, or there is none. Check the address; for one of your own set "
            "SCM_CHECK_TOKEN and SCM_CHECK_TOKEN_HOST."
        )
        raise TargetError(how, code="AUTH_REQUIRED")
    if status in (404, 410):
        raise TargetError(
            f"There is no repository at {url} ({status}). Check the address.", code="NOT_FOUND"
        )
    if status == 429 or status >= 500:
        error = TargetError(
            f"The server of {url} cannot serve it at the moment ({status}). Try again later.",
            code="UNAVAILABLE",
        )
        after = response.getheader("Retry-After") or ""
        raise _Busy(error, float(after) if re.fullmatch(r"\d{1,9}", after) else None)
    if status != 200:
        raise TargetError(
            f"{url} is no git repository: the server answers {status}. Check the address.",
            code="NOT_A_REPOSITORY",
        )


def _advertised(response: http.client.HTTPResponse, url: str) -> Advertisement:
    kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind == ADVERTISEMENT:
        found = parse_advertisement(packets_of(response.read, MAX_PACKETS, 1 << 20))
        if found is not None:
            if found.version == 2:
                response.read(1 << 16)  # up to the end, so that the connection can be used again
            return found
    what = (
        "a web page, perhaps a sign-in"
        if kind == "text/html"
        else "something else than git's protocol"
    )
    raise TargetError(
        f"{url} is no git repository: the server answers with {what}. "
        "Give the address that the forge shows for cloning.",
        code="NOT_A_REPOSITORY",
    )


def _listed(
    exchange: Exchange, path: str, advertisement: Advertisement, token: HostToken | None
) -> bytes | None:
    if not any(word.partition("=")[0] == "ls-refs" for word in advertisement.capabilities):
        return None
    lines = ["command=ls-refs\n"]
    if advertisement.object_format != "sha1":
        lines.append(f"object-format={advertisement.object_format}\n")
    wants = ["peel\n", "symrefs\n"]
    wants += [f"ref-prefix {prefix}\n" for prefix in ("HEAD", "refs/heads/", "refs/tags/")]
    body = b"".join(map(_packet, lines)) + b"0001" + b"".join(map(_packet, wants)) + b"0000"
    headers = _headers(token) | {
        "Content-Type": f"application/x-{SERVICE}-request",
        "Accept": RESULT,
    }
    response = exchange.request("POST", f"{path}/{SERVICE}", headers, body)
    kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if response.status != 200 or kind != RESULT:
        logger.debug("no list of refs by our own request: %s %s", response.status, kind)
        return None
    packets = packets_of(response.read, MAX_REFS + 2, MAX_REFS_BYTES)
    closed: list[bool] = []
    refs = parse_ref_packets(_until_flush(packets, closed))
    return refs if closed else None


def _until_flush(packets: Iterator[bytes | None], closed: list[bool]) -> Iterator[bytes | None]:
    """The packets before the flush that ends a list; `closed` gets an item when it came."""
    for packet in packets:
        if packet is None:
            closed.append(True)
            return
        yield packet


def _packet(line: str) -> bytes:
    return b"%04x%s" % (len(line) + 4, line.encode())


def _broken(url: str, error: Exception, *, is_late: bool) -> TargetError:
    if is_late or isinstance(error, TimeoutError):
        return TargetError(
            f"The server of {url} did not answer within the time limit (--clone-timeout). "
            "Try again later, or raise the limit.",
            code="TIMEOUT",
        )
    if type(error).__name__ == "SSLCertVerificationError":
        return TargetError(
            f"The certificate of {url} cannot be verified ({error}). "
            "If it is your own authority's, name its file with SSL_CERT_FILE.",
            code="UNAVAILABLE",
        )
    what = printable(redact(f"{type(error).__name__}: {error}"))[:200].strip()
    return TargetError(
        f"The server of {url} broke off its answer ({what}). Try again later.",
        code="UNAVAILABLE",
    )


def _plain(url: str) -> str:
    return urlsplit(url)._replace(scheme="").geturl().rstrip("/").removesuffix(".git")


def _host_and_port(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname or ""
