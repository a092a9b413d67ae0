# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which environment variables a file reads: the settings of a program that is run on a server.

By the calls of each language, by `${NAME}` in compose and Spring files, and in shell scripts by the
forms that give a default or ask for a value. Names are those in capitals: others (`npm_…`,
`http_proxy`) belong to tools. No value is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.model import Json
from scm_check.patterns import regex

MAX_NAMES: Final = 300
_NAME: Final = rb"[A-Z][A-Z0-9_]{1,80}"
_QUOTE: Final = rb"[\"'`]"
# What stands before the name, by language.
_CALLS: Final = (
    # JavaScript, TypeScript: node, Vite, Deno, Bun, NestJS
    rb"process\.env\??\.", rb"process\.env\[\s{0,9}" + _QUOTE, rb"import\.meta\.env\??\.",
    rb"import\.meta\.env\[\s{0,9}" + _QUOTE, rb"Bun\.env\.", rb"Deno\.env\.get\(\s{0,9}" + _QUOTE,
    rb"[cC]onfigService\.get(?:OrThrow)?(?:<[^<>\n]{1,60}>)?\(\s{0,40}" + _QUOTE,
    # Laravel, Strapi, django-environ
    rb"\benv(?:\.[a-z]{2,8})?\(\s{0,40}" + _QUOTE,
    # Python, PHP, C, Lua, Go, Perl, R
    rb"\benviron(?:\.get\(|\.setdefault\(|\[)\s{0,40}" + _QUOTE, rb"[gG]etenv\(\s{0,40}" + _QUOTE,
    rb"\$_ENV\[\s{0,9}" + _QUOTE, rb"os\.LookupEnv\(\s{0,9}\"", rb"\b(?:env|envconfig):\"",
    rb"BindEnv\((?:\"[^\"\n]{1,80}\", {0,3})?\"", rb"\$ENV\{\s{0,9}" + _QUOTE + rb"?",
    # Java, Kotlin, C#
    rb"getenv\(\)\.get\(\s{0,9}\"", rb"@Value\(\s{0,9}\"\$\{",
    rb"GetEnvironmentVariable\(\s{0,9}\"",
    # Ruby, Rust, Elixir, Swift, Dart, PowerShell
    rb"\bENV\[\s{0,9}" + _QUOTE, rb"\bENV\.fetch\(?\s{0,9}" + _QUOTE,
    rb"\benv::var(?:_os)?\(\s{0,9}\"", rb"\benv!\(\s{0,9}\"",
    rb"System\.(?:get_env|fetch_env!?)\(\s{0,9}\"", rb"\benvironment\[\s{0,9}" + _QUOTE,
    rb"\bfromEnvironment\(\s{0,40}" + _QUOTE,
    rb"\bdotenv\.(?:env\[|get\(|maybeGet\()\s{0,9}" + _QUOTE,
    rb"\$env:",
)  # fmt: skip
_READ: Final = rb"(?:" + rb"|".join(_CALLS) + rb")(" + _NAME + rb")\b"
# Several at once: { A, B } taken out of the environment.
_TAKEN: Final = (
    rb"\}\s{0,9}=\s{0,9}(?:process\.env|import\.meta\.env)\b"
    rb"|\}\s{1,9}from\s{1,9}[\"'](?:\$env/|@env[\"'])"
)
_MAX_LIST: Final = 2_000
# What reads the environment under a name of its own, if the file says so.
_CONTEXTS: Final = (
    (b"loadEnv", rb"\benv\??\.(" + _NAME + rb")\b"),
    (b"$env/dynamic", rb"\benv\.(" + _NAME + rb")\b"),
    (b"react-native-config", rb"\bConfig\.(" + _NAME + rb")\b"),
    (b"decouple", rb"\bconfig\(\s{0,40}[\"'](" + _NAME + rb")\b"),
)
_SETTINGS: Final = rb"(?m)^class \w{1,100}\([^)\n]{0,200}BaseSettings[^)\n]{0,200}\):"
_FIELD: Final = regex(rb" {1,8}([A-Za-z_]\w{1,80}) {0,3}:")
_PREFIX: Final = regex(rb"env_prefix[\"']?\s{0,3}[=:]\s{0,3}[\"'](\w{1,40})[\"']")
_BRACES: Final = rb"\$\{(" + _NAME + rb")\b"
_DEFAULTED: Final = rb"\$\{(" + _NAME + rb"):?[-?=+]"
_ASSIGNED: Final = rb"(?m)^\s{0,40}(?:export |local |readonly |declare )?(" + _NAME + rb")="
_COMPOSE: Final = rb"(?m)^services:"
_SPRING: Final = rb"(?m)^spring[.:]"
_SHELL: Final = rb"\A#![^\n]{1,60}sh\b"
MAX_FIELDS: Final = 200


def scan(data: bytes) -> Json:
    """[name, line] of the first reading of each variable, by where it stands.

    Keys: code, compose, spring, shell. What a file is by its name, the reader has to know.
    """
    import re2

    found: dict[str, list[tuple[bytes, int]]] = {"code": list(_in_code(data))}
    if re2.search(_COMPOSE, data):
        found["compose"] = [(match[1], match.start()) for match in re2.finditer(_BRACES, data)]
    if re2.search(_SPRING, data):
        found["spring"] = [(match[1], match.start()) for match in re2.finditer(_BRACES, data)]
    if re2.search(_SHELL, data):
        own = {match[1] for match in re2.finditer(_ASSIGNED, data)}
        found["shell"] = [
            (match[1], match.start())
            for match in re2.finditer(_DEFAULTED, data)
            if match[1] not in own or _is_default(match[1], data)
        ]
    lines = Lines(data)
    return {how: _first_of_each(places, lines) for how, places in found.items() if places}


def _in_code(data: bytes) -> Iterator[tuple[bytes, int]]:
    import re2

    for match in re2.finditer(_READ, data):
        yield match[1], match.start()
    for match in re2.finditer(_TAKEN, data):
        start = data.rfind(b"{", max(0, match.start() - _MAX_LIST), match.start())
        listed = data[start : match.start()] if start >= 0 else b""
        for name in re2.findall(rb"[,{\s](" + _NAME + rb")\b", listed):
            yield name, match.start()
    for word, pattern in _CONTEXTS:
        if word in data:
            for match in re2.finditer(pattern, data):
                yield match[1], match.start()
    if b"BaseSettings" in data:
        yield from _fields_of_settings(data)


def _fields_of_settings(data: bytes) -> Iterator[tuple[bytes, int]]:
    """A variable for each field of a class of settings (pydantic), whatever its case."""
    import re2

    for match in re2.finditer(_SETTINGS, data):
        position = data.find(b"\n", match.end()) + 1
        prefix = _PREFIX.search(data, position, position + 4_000)
        for _ in range(MAX_FIELDS):
            end = data.find(b"\n", position)
            line = data[position : end if end >= 0 else len(data)][:400]
            if position <= 0 or (line.strip() and not line.startswith((b" ", b"\t"))):
                break
            field = _FIELD.match(line)
            if field and field[1] not in {b"model_config", b"env_file", b"env_prefix"}:
                yield ((prefix[1] if prefix else b"") + field[1]).upper(), position
            position = end + 1


def _is_default(name: bytes, data: bytes) -> bool:
    """`NAME="${NAME:-value}"` gives a default to what comes from outside."""
    return name + b'="${' + name in data or name + b"=${" + name in data


def _first_of_each(places: list[tuple[bytes, int]], lines: Lines) -> list[Json]:
    first: dict[bytes, int] = {}
    for name, offset in places:
        first[name] = min(first.get(name, offset), offset)
    return [
        [name.decode("ascii", "replace"), lines.number(offset)]
        for name, offset in sorted(first.items())[:MAX_NAMES]
    ]


SCANNER: Final = Scanner(
    name="environment",
    version="3",
    needles=(
        rb"process\.env", rb"import\.meta\.env", rb"Bun\.env", rb"Deno\.env",
        rb"[cC]onfigService\.get",
        rb"\benv(?:\.[a-z]{2,8})?\(\s{0,40}[\"'`][A-Z]", rb"\benviron[.\[]", rb"[gG]etenv\(",
        rb"\$_ENV\[", rb"LookupEnv\(", rb"\b(?:env|envconfig):\"[A-Z]", rb"BindEnv\(", rb"\$ENV\{",
        rb"@Value\(\s{0,9}\"\$\{[A-Z]", rb"GetEnvironmentVariable\(", rb"\bENV(?:\[|\.fetch)",
        rb"\benv::var", rb"\benv!\(", rb"System\.(?:get|fetch)_env", rb"\benvironment\[",
        rb"\bfromEnvironment\(", rb"\bdotenv\.", rb"\$env[:/]", rb"[\"']@env[\"']", rb"\bloadEnv\b",
        rb"react-native-config", rb"\bdecouple\b", rb"\bBaseSettings\b", _COMPOSE, _SPRING, _SHELL,
    ),
    scan=scan,
)  # fmt: skip
