# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be opened: from what the user typed to a target, or a refusal that names the remedy.

Nothing here starts a process or opens a connection; only `resolve` asks the name service.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from scm_check.errors import RefusedTarget, TargetError, UsageError
from scm_check.model import Target
from scm_check.patterns import regex
from scm_check.values import dataclass

MAX_URL = 2_048
MAX_REF = 255
ALLOWED = ("https", "http", "ssh", "file")
DEFAULT_PORTS = {"https": 443, "http": 80, "ssh": 22}

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_SCP = regex(r"(?:([A-Za-z0-9._-]{1,64})@)?([A-Za-z0-9._-]{1,253}):(?!/)([^:].*)")
_HOST = regex(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})")
_CONTROL = regex(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]|%[01][0-9A-Fa-f]|%7[Ff]")
# git-check-ref-format, as far as a name that is only looked up needs it.
_BAD_REF = regex(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|^[-./]|[./]$|\.lock(?:/|$)|^@$")
_USERINFO = regex(r"(://)[^/\s@]{1,512}@")
_KNOWN_TOKENS = regex(
    r"\b(?:gh[oprsu]_|github_pat_|glpat-|gldt-|glrt-|glcbt-|gitea_)[A-Za-z0-9_.-]{8,255}"
)
_BASIC = regex(r"(?i)(authorization: *\w{1,16} +)[A-Za-z0-9+/=._~-]{1,2048}")

# Ranges in which a cloud's metadata service answers; refused whatever the options say.
_METADATA = tuple(
    ipaddress.ip_network(text)
    for text in (
        "169.254.0.0/16",
        "fe80::/10",
        "fd00:ec2::/32",
        "fd20:ce::/32",
        "100.100.100.200/32",
        "168.63.129.16/32",
        "192.0.0.0/24",
    )
)
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class HostToken:
    """A secret for one host, with its port where that is not 443; no repr shows it."""

    host: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccessOptions:
    """What the user allows when a target is opened."""

    allow_protocols: frozenset[str] = frozenset()
    allow_private_network: bool = False
    worktree: bool = False
    token: HostToken | None = None

    def allows(self, protocol: str) -> bool:
        return protocol == "https" or protocol in self.allow_protocols


def token_of(environ: Mapping[str, str] = os.environ) -> HostToken | None:
    """The token of SCM_CHECK_TOKEN for the host of SCM_CHECK_TOKEN_HOST, if both are set."""
    value, host = environ.get("SCM_CHECK_TOKEN"), environ.get("SCM_CHECK_TOKEN_HOST")
    if not value:
        return None
    if not host:
        raise UsageError(
            "SCM_CHECK_TOKEN is set, but not the host it is for: set SCM_CHECK_TOKEN_HOST too."
        )
    name, _, port = host.strip().lower().partition(":")
    if not _HOST.fullmatch(name) or not (port == "" or (port.isascii() and port.isdigit())):
        raise UsageError("SCM_CHECK_TOKEN_HOST must be a host name such as gitlab.example.org.")
    if not re.fullmatch(r"[\x21-\x7e]{1,1024}", value):
        raise UsageError("SCM_CHECK_TOKEN holds characters that no token has.")
    return HostToken(name if port in ("", "443") else f"{name}:{port}", value)


def redact(text: str, token: HostToken | None = None) -> str:
    """The text without the token, without credentials in addresses, without known token forms."""
    if token is not None:
        text = text.replace(token.value, "[redacted]")
        text = text.replace(quote(token.value, safe=""), "[redacted]")
    text = _USERINFO.sub(r"\1", text)
    text = _BASIC.sub(r"\1[redacted]", text)
    return _KNOWN_TOKENS.sub("[redacted]", text)


def printable(text: str) -> str:
    """Foreign text without anything that could steer a terminal; line ends stay."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "?" for sign in text)


def parse_target(given: str, options: AccessOptions) -> Target:
    """The target that a user's text names.

    Forms: a path, an URL, `git@host:path`; behind each `@ref` and `#subdir` may follow. A path
    that exists as it is written is taken so, whatever signs it holds. In an URL the ref begins at
    the first `@` that follows neither a slash nor the user's name; an `@` of the address itself
    is written %40. Credentials are dropped. Raises RefusedTarget.
    """
    given = given or "."
    if len(given) > MAX_URL:
        raise RefusedTarget(
            f"The address is longer than {MAX_URL} characters. Shorten it; "
            f"it begins with {_shown(given[:60])}."
        )
    if given.startswith("-"):
        raise RefusedTarget(
            f"{_shown(given)} begins with a dash and is not opened. "
            "For a path of that name write ./ before it."
        )
    if "\0" in given:
        raise RefusedTarget("The address holds a NUL sign and is not opened.")
    if "://" not in given and os.path.lexists(given):
        return Target(given=given, path=given)
    if "::" in given.split("/", 1)[0]:
        raise RefusedTarget(
            f"{_shown(given)} names a helper program of git, which is never run. "
            "Give an https:// address or a path."
        )
    if (scheme := _SCHEME.match(given)) and given[scheme.end() :].startswith("//"):
        return _of_url(given, scheme[1].lower(), options)
    if (scp := _SCP.fullmatch(given)) and "/" not in given.split(":", 1)[0]:
        return _of_ssh_shorthand(given, scp, options)
    return _of_path(given)


def check_literal(host: str, options: AccessOptions) -> None:
    """Refuse a host written as a number when its address is not allowed; names pass."""
    address = _literal(host)
    if address is not None:
        _check(address, host, options)


def resolve(host: str, port: int, options: AccessOptions, timeout_s: float) -> tuple[str, ...]:
    """All addresses of a host, each of them allowed.

    Raises RefusedTarget, or TargetError (NOT_FOUND, UNAVAILABLE, TIMEOUT) where the name service
    gives none.
    """
    import threading

    literal = _literal(host)
    if literal is not None:
        _check(literal, host, options)
        return (str(literal),)
    answers: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.append(list(dict.fromkeys(str(row[4][0]) for row in found)))
        except (OSError, UnicodeError) as error:
            answers.append(error if isinstance(error, OSError) else OSError(str(error)))

    # The name service knows no time limit of its own.
    thread = threading.Thread(target=ask, daemon=True, name="resolve")
    thread.start()
    thread.join(timeout_s)
    if not answers:
        raise TargetError(
            f"The name service did not answer for {host} in time. Try again later.",
            code="TIMEOUT",
        )
    answer = answers[0]
    if isinstance(answer, OSError):
        if isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN:
            raise TargetError(
                f"The name service could not be asked for {host}. "
                "Check the network connection, and try again.",
                code="UNAVAILABLE",
            ) from answer
        raise TargetError(
            f"Cannot reach {host}: host not found. Check the address, or pass a local path.",
            code="NOT_FOUND",
        ) from answer
    for address in answer:
        _check(ipaddress.ip_address(address.split("%", 1)[0]), host, options)
    return tuple(answer)


def is_private(address: str) -> bool:
    """Whether an address lies in a loopback or private network, also in a wrapped form."""
    return any(not part.is_global for part in _unwrapped(ipaddress.ip_address(address)))


def _of_url(given: str, scheme: str, options: AccessOptions) -> Target:
    shown = _shown(given)
    if scheme not in ALLOWED:
        raise RefusedTarget(f"{shown}: {scheme}:// is never opened. Give an https:// address.")
    if _CONTROL.search(given):
        raise RefusedTarget(
            f"{shown} holds blanks or control characters and is not opened. "
            "Copy the address again, without them."
        )
    if not options.allows(scheme):
        raise RefusedTarget(
            f"{shown}: {scheme}:// is opened only with --allow-protocol {scheme}. "
            + ("Or give the path itself." if scheme == "file" else "Or give an https:// address.")
        )
    try:
        parts = urlsplit(given)
        host, port, user = parts.hostname or "", parts.port, parts.username or ""
    except ValueError:
        # Without its cause: a password with a "#" in it would stand in its message.
        raise RefusedTarget(
            f"{shown} is no valid address. Write https://host/path; a port is a number, and "
            "signs such as # and / in a password are not possible here."
        ) from None
    if parts.query:
        raise RefusedTarget(
            f"{shown} holds a question mark: no repository lies there. "
            "Give the address without what follows the question mark."
        )
    path, ref = _split_ref(parts.path)
    path = quote(path, safe="/%:@!$&'()*+,;=~")  # umlauts as they go over the wire
    subdir = _subdir(unquote(parts.fragment))
    if scheme == "file":
        if host not in ("", "localhost"):
            raise RefusedTarget(f"{shown} names another host. Write file:///path.")
        return _target(f"file://{path}", ref, subdir)
    host = _host(host, shown)
    check_literal(host, options)
    if path.strip("/") == "" or path.startswith("/-") or "/../" in f"{path}/":
        raise RefusedTarget(f"{shown} names no repository: a path must follow the host.")
    if scheme == "ssh":
        if user.startswith("-"):
            raise RefusedTarget(f"{shown}: a user name never begins with a dash.")
        authority = f"{user}@{_bracketed(host)}" if user else _bracketed(host)
    else:
        authority = _bracketed(host)
    if port is not None and port != DEFAULT_PORTS[scheme]:
        authority += f":{port}"
    return _target(f"{scheme}://{authority}{path.rstrip('/')}", ref, subdir)


def _of_ssh_shorthand(given: str, match: re.Match[str], options: AccessOptions) -> Target:
    user, host, rest = match[1] or "", match[2], match[3]
    shown = _shown(given)
    if _CONTROL.search(given) or user.startswith("-") or rest.startswith("-"):
        raise RefusedTarget(f"{shown} is no valid address and is not opened.")
    host = _host(host, shown)
    if not options.allows("ssh"):
        raise RefusedTarget(
            f"{shown} is neither an existing path nor an https:// address. If it is an SSH "
            "address, allow it with --allow-protocol ssh, or give the https:// address."
        )
    check_literal(host, options)
    rest, _, fragment = rest.partition("#")
    path, ref = _split_ref("/" + rest)
    authority = f"{user}@{host}" if user else host
    return _target(f"{authority}:{path[1:]}", ref, _subdir(unquote(fragment)))


def _of_path(given: str) -> Target:
    rest, _, fragment = given.partition("#")
    candidates = [(rest, "", fragment)]
    for text, end in ((rest, fragment), (given, "")):
        places = (index for index, sign in enumerate(text) if sign == "@" and index)
        candidates.extend((text[:place], text[place + 1 :], end) for place in places)
    for path, ref, subdir in candidates[:64]:
        if (ref or subdir) and Path(path).is_dir():
            return Target(
                given=given, path=path, ref=_ref(ref) if ref else None, subdir=_subdir(subdir)
            )
    return Target(given=given, path=given)


def _target(url: str, ref: str | None, subdir: str | None) -> Target:
    given = url + (f"@{ref}" if ref else "") + (f"#{subdir}" if subdir else "")
    return Target(given=given, url=url, ref=ref, subdir=subdir)


def _split_ref(path: str) -> tuple[str, str | None]:
    for index, sign in enumerate(path):
        if sign == "@" and path[index - 1] != "/" and index + 1 < len(path):
            return path[:index], _ref(unquote(path[index + 1 :]))
    return path, None


def _ref(ref: str) -> str:
    if len(ref) > MAX_REF or _BAD_REF.search(ref) or _CONTROL.search(ref):
        raise RefusedTarget(
            f"{_shown(ref)} cannot be the name of a branch or tag, nor a commit id. "
            "Behind the @ of an address stands one of these."
        )
    return ref


def _subdir(text: str) -> str | None:
    parts = [part for part in text.split("/") if part not in ("", ".")]
    if any(part == ".." or _CONTROL.search(part.replace(" ", "")) for part in parts):
        raise RefusedTarget(f"{_shown(text)} is no folder of a repository.")
    return "/".join(parts) or None


def _host(host: str, shown: str) -> str:
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise RefusedTarget(f"{shown}: the host's name is not valid.") from error
    is_number = ":" in host and _literal(host) is not None
    if not is_number and not _HOST.fullmatch(host):
        raise RefusedTarget(f"{shown} names no valid host. Write https://host/path.")
    return host.rstrip(".").lower()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _literal(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        pass
    try:
        # inet_aton reads what libraries read: 127.1, 2130706433, 0x7f000001, 0177.0.0.1, 0.
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


def _check(address: IPAddress, host: str, options: AccessOptions) -> None:
    name = host if host == str(address) else f"{host} ({address})"
    for part in _unwrapped(address):
        if any(part in network for network in _METADATA if network.version == part.version) or (
            part.is_link_local or part.is_multicast or str(part) == "255.255.255.255"
        ):
            raise RefusedTarget(
                f"The address of {name} belongs to a range that is never opened "
                "(link-local, metadata service, multicast)."
            )
        if not part.is_global and not options.allow_private_network:
            raise RefusedTarget(
                f"The address of {name} lies in a private network. "
                "If the server is your own, allow it with --allow-private-network."
            )


def _unwrapped(address: IPAddress) -> tuple[IPAddress, ...]:
    """The address itself, or the IPv4 addresses that an IPv6 form carries."""
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:
        return address.teredo
    is_compatible = int(address) >> 32 == 0 and int(address) > 1
    if is_compatible or any(address in network for network in _NAT64):
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)


def _shown(text: str) -> str:
    """Foreign text for a message: no credentials, no control characters, not too long."""
    scheme, separator, rest = text.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    user, _, host = authority.rpartition("@")
    if user:
        rest = rest[len(user) + 1 :]
    elif not re.fullmatch(r"(?:\[[^\]]*\]|[^:]*)(?::\d*)?", host):
        rest = "…"  # what should be a port may be a password
    text = redact(scheme + separator + rest)
    clean = printable(text).replace("\n", "?")
    return clean if len(clean) <= 120 else clean[:119] + "…"
