# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Descriptions of interfaces from which a build makes a client: of what is called, not of what is
offered.

Read in Maven's and Gradle's settings of the generators (OpenAPI Generator, Swagger Codegen, CXF)
and in openapitools.json. The value is a list of `[line, path]`, the path as written and without the
variable of the module's own folder.
"""

from __future__ import annotations

from typing import Final

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.model import Json

_SPEC: Final = (
    rb"<inputSpec>\s{0,40}([^<>\s]{1,300})\s{0,40}</inputSpec>"
    rb"|[\"']?inputSpec[\"']?\s{0,8}[:=]\s{0,8}[\"']([^\"'\s]{1,300})[\"']"
    rb"|<wsdl>\s{0,40}([^<>\s]{1,300})\s{0,40}</wsdl>"
)
# "spring", "jaxrs-cxf", "java-camel" make servers; these make clients.
_CLIENT: Final = (
    rb"<library>\s{0,40}(?:webclient|rest(?:template|client)|feign|retrofit2?|okhttp[\w-]{0,10}"
    rb"|native|jersey\d?|vertx|microprofile|apache-httpclient|google-api-client)\s{0,40}</library>"
    rb"|generatorName[\"']?\s{0,8}[:=>]\s{0,8}[\"']?(?:typescript[\w-]{0,30}|javascript|kotlin"
    rb"|java|dart[\w-]{0,20}|swift\d|csharp)[\"'<\s]|wsdl2java"
)
# The settings of one generation: before and behind the path.
_NEAR: Final = 1_500
_MAX_FOUND: Final = 50


def _scan(data: bytes) -> Json:
    import re2

    lines = Lines(data)
    found: list[Json] = []
    for match in re2.finditer(_SPEC, data):
        around = data[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
        path = next(filter(None, match.groups()), b"").decode("utf-8", "replace")
        if re2.search(_CLIENT, around):
            found.append([lines.number(match.start()), _inside(path)])
        if len(found) >= _MAX_FOUND:
            break
    return found


def _inside(path: str) -> str:
    """`${project.basedir}/src/api.json` as `src/api.json`."""
    head, brace, tail = path.partition("}")
    inner = tail if brace and head.startswith("$") else path
    return inner.removeprefix("$projectDir").removeprefix("$rootDir").lstrip("./")


SCANNER: Final = Scanner(
    name="clients",
    version="1",
    needles=(rb"inputSpec\b", rb"<wsdl>"),
    scan=_scan,
)
