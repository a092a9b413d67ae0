# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a host can be reached by everybody, as far as its name shows: nothing is asked."""

from __future__ import annotations

import ipaddress

from scm_check.patterns import regex

# Names that no public name server knows: RFC 6762, RFC 8375, RFC 2606, and the usual ones.
_PRIVATE_ENDINGS = frozenset(
    "intern internal local lan corp home localdomain private intra intranet".split()  # noqa: SIM905
)
# Names by which a container or a build speaks to itself.
_OWN_MACHINE = frozenset(
    {"localhost", "host.docker.internal", "gateway.docker.internal", "kubernetes.docker.internal"}
)
# Well-known hosts whose names look internal by one of the words below.
_PUBLIC = regex(
    r"(?:.{1,100}\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|opencode\.de|npmjs\.org"
    r"|npmjs\.com|yarnpkg\.com|pypi\.org|pythonhosted\.org|maven\.org|apache\.org|gradle\.org"
    r"|google\.com|googleapis\.com|nuget\.org|visualstudio\.com|packagist\.org|rubygems\.org|crates\.io"
    r"|docker\.io|docker\.com|ghcr\.io|quay\.io|gcr\.io|mcr\.microsoft\.com|amazonaws\.com|k8s\.io"
    r"|elastic\.co|jitpack\.io|sonatype\.org|jboss\.org|jenkins-ci\.org|osgeo\.org|eclipse\.org|spring\.io"
    r"|kde\.org|gnome\.org|debian\.org|dev\.azure\.com|sr\.ht|salsa\.debian\.org|pub\.dev|cocoapods\.org)"
)
# Parts of a host's name that speak of a company's own network.
_INTERNAL_WORDS = regex(
    r"(?:^|[.-])(?:dev|int|intern|internal|intranet|nexus\d?|artifactory|jfrog|harbor|proxy|vpn|priv"
    r"|private|corp|lan|staging|test)(?=[.-])"
)
# Where everybody fetches images and npm packages; each other host there is one company's.
_PUBLIC_PACKAGES = regex(
    r"(?:.{1,100}\.)?(?:pkg\.dev|public\.ecr\.aws|access\.redhat\.com|registry\.redhat\.io|registry\.k8s\.io"
    r"|nvcr\.io|lscr\.io|cgr\.dev|pkg\.pr\.new|jsr\.io|npmmirror\.com|sheetjs\.com|opensuse\.org|suse\.com"
    r"|fedoraproject\.org|container-registry\.oracle\.com|docker\.n8n\.io|redpanda\.com|unpkg\.com)"
)
_OF_AN_ACCOUNT = regex(r"\d{12}\.dkr\.ecr\..{1,100}")
_USUAL_PORTS = frozenset({None, 22, 80, 443})


def reach_of(host: str, port: int | None) -> str | None:
    """`private`, `internal`, or None for a host of which nothing speaks against the public."""
    name = host.lower().rstrip(".")
    if not name or name in _OWN_MACHINE:
        return None
    address = _address(name)
    if address is not None:
        return "private" if address.is_private and not address.is_loopback else None
    labels = name.split(".")
    if labels[-1] in _PRIVATE_ENDINGS:
        return "private"
    if len(labels) == 1:  # the name of another container, or of a machine next door
        return "private" if port not in _USUAL_PORTS else None
    if _PUBLIC.fullmatch(name):
        return None
    if _INTERNAL_WORDS.search(name) or port not in _USUAL_PORTS:
        return "internal"
    return None


def reach_of_packages(host: str, port: int | None) -> str | None:
    """As `reach_of`; `unknown` where the host is none that is known to deliver to everybody."""
    name = host.lower().rstrip(".")
    reach = reach_of(host, port)
    if reach is not None or "." not in name or name in _OWN_MACHINE or _address(name) is not None:
        return reach
    if _OF_AN_ACCOUNT.fullmatch(name):
        return "unknown"
    is_public = _PUBLIC.fullmatch(name) or _PUBLIC_PACKAGES.fullmatch(name)
    return None if is_public else "unknown"


def is_well_known(host: str) -> bool:
    """Whether everybody can have an account there, or needs none."""
    return _PUBLIC.fullmatch(host.lower()) is not None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
