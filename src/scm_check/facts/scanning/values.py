# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a value that stands under a secret's name is: nothing, a placeholder, weak, or real."""

from __future__ import annotations

import math
import re
from collections import Counter

from scm_check.patterns import regex

SAMPLE, WEAK, LITERAL, RANDOM = "sample", "weak", "literal", "random"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MAX_VALUE = 512
_PLACEHOLDER = regex(
    r"(?i)example|beispiel|placeholder|platzhalter|dummy|sample|change[ _-]?(?:me|it|this)|replace"
    r"|ersetz|your|ihre?[_-]|dein|insert|enter|hier[_-]|here|todo|fixme|redact|hidden|censored"
    r"|xxx|\*\*\*|\.\.\.|…|---|___|foo|bar(?:baz)?\b|lorem|none|null|undefined|empty|unused|not[_-]?set"
    r"|fill[_-]?me|my[_-]?(?:secret|password|token|key)|some[_-]|fake|mock|n/a"
    r"|123456|abcd|abced|klmno|aaaa|0000000"
)
# A change-me is what an operator is asked to change: for a deployment it is a default password.
_CHANGE_ME = regex(r"(?i)(?:please[_ -]?)?change[_ -]?(?:me|it|this)[\w!-]{0,12}")
_REFERENCE = regex(
    r"\$|\{\{|\}\}|^<|>$|^%|^@|@$|^!|^&|^\*|^\[|^\(|^\||^file:|^/run/|^ENC\(|^vault:|^arn:|^base64:"
    r"|env\.|environ|getenv|process\.|secrets\.|config\.|settings\.|^self\.|^this\.|^props\."
    r"|^req\.|^data\.|^vars?\.|^local\.|\(\)|\($|=>|^#|^function\b|^new\b|^await\b"
)
_WEAK = _words("""
    admin administrator root tester testing guest gast user demo default standard postgres
    postgresql mysql mariadb mongo mongodb redis rabbitmq minio minioadmin minio123 keycloak
    grafana geoserver elastic kibana influx influxdb orion sa oracle welcome willkommen hallo
    qwerty letmein master tomcat jenkins docker dev develop development local localhost app
    service api db database 123 1234 12345 123456 1234567 12345678 123456789 admin123 admin1
    password1 password123 passw0rd p@ssw0rd pa55word secret123 test123 test1234 root123
    changeit changeme postgres123 start123 geheim123 abc123
""")
_SAMPLES = _words("password passwort passwd pass pwd secret geheim test")
_SCHEME = regex(r"(?i)[a-z][a-z0-9+.-]{1,20}://")
_PATH = regex(r"\.{0,2}/[\w./-]{1,300}|[\w-]{1,60}(?:\.[\w-]{1,60}){2,8}")
_NAME = regex(r"[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,8}")
_WORDY = regex(r"[A-Za-z]+(?:[ _.:/-][A-Za-z]+)*\d{0,4}[!?.]?")
_TYPES = _words("""
    string str bool boolean true false yes no on off number int integer text bytes any void
    object optional required hidden textfield input email unknown off auto manual disabled
    enabled current previous confirm repeat reset forgot new old
""")


def strength_of(value: str) -> str | None:
    """sample, weak, literal or random; None for what is empty, a placeholder or a reference."""
    text = value.strip().strip("\"'`")
    if not text or len(text) > _MAX_VALUE or text.lower() in _TYPES:
        return None
    if text.lower() in _SAMPLES:
        return SAMPLE
    if text.lower() in _WEAK or _CHANGE_ME.fullmatch(text):
        return WEAK
    if _REFERENCE.search(text) or is_placeholder(text):
        return None
    if _SCHEME.match(text) or _PATH.fullmatch(text) or _NAME.fullmatch(text):
        return None
    return RANDOM if _is_random(text) else LITERAL


def is_placeholder(text: str) -> bool:
    """Whether a text says of itself that it is none: your-key-here, xxxx, 1234567890."""
    return _PLACEHOLDER.search(text) is not None or len(set(text)) < 4


def entropy(text: str) -> float:
    """Bits a sign, by how often each occurs."""
    counts = Counter(text)
    total = len(text)
    return -sum(n / total * math.log2(n / total) for n in counts.values()) if total else 0.0


def _is_random(text: str) -> bool:
    """Made by a machine: long, letters and digits mixed, no words."""
    if len(text) < 16 or " " in text or _WORDY.fullmatch(text):
        return False
    has_digit = any(sign.isdigit() for sign in text)
    has_letter = any(sign.isalpha() for sign in text)
    least = 3.0 if re.fullmatch(r"[0-9a-fA-F-]{16,512}", text) else 3.4
    return has_digit and has_letter and entropy(text) >= least
