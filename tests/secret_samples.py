# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials in the forms of their providers, put together at run time.

None stands in our source, where scanners and the push protection of forges would find it.
"""

from __future__ import annotations

import random
import string
from collections.abc import Mapping

ALNUM = string.ascii_letters + string.digits
HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + string.digits
BASE32 = string.ascii_uppercase + "234567"
URL = ALNUM + "-_"


def samples(seed: int = 1) -> Mapping[str, tuple[str, str]]:
    """By provider: a line of source, and the secret in it."""
    some = _Source(seed)
    secrets = {
        "aws-id": "AKIA" + some(16, BASE32),
        "github": "gh" + "p_" + some(36),
        "github-fine": "github_" + "pat_" + some(22) + "_" + some(59),
        "gitlab": "gl" + "pat-" + some(20, URL),
        "slack": "xox" + "b-" + some(12, string.digits) + "-" + some(24),
        "slack-hook": "hooks.slack" + ".com/services/T" + some(8, UPPER) + "/B" + some(8, UPPER)
        + "/" + some(24),
        "stripe": "sk_" + "live_" + some(24),
        "google-oauth": "GOCSPX" + "-" + some(28, URL),
        "google-api": "AI" + "za" + some(35, URL),
        "twilio-key": "S" + "K" + some(32, HEX),
        "discord": "discord" + ".com/api/webhooks/" + some(18, "123456789") + "/" + some(68, URL),
        "mapbox": "sk." + "eyJ" + some(60, ALNUM) + "." + some(22, URL),
        "hugging-face": "h" + "f_" + some(34),
        "npm": "np" + "m_" + some(36),
        "pypi": "pypi-" + "AgEIcHlwaS5vcmc" + some(90, URL),
        "sendgrid": "S" + "G." + some(22, URL) + "." + some(43, URL),
        "mailgun": "key" + "-" + some(32, HEX),
        "mailchimp": some(32, HEX) + "-us" + "12",
        "openai": "sk-" + "proj-" + some(74, URL),
        "anthropic": "sk-" + "ant-api03-" + some(93, URL),
        "azure-storage": "AccountKey" + "=" + some(86) + "==",
        "azure-id": some(3) + "8Q" + "~" + some(34),
        "telegram": some(10, "123456789") + ":A" + "A" + some(33, URL),
        "digitalocean": "dop" + "_v1_" + some(64, HEX),
        "atlassian": "ATA" + "TT3" + some(180, URL),
        "shopify": "shp" + "at_" + some(32, HEX),
        "databricks": "da" + "pi" + some(32, HEX),
        "docker": "dckr" + "_pat_" + some(27, URL),
        "vault": "hv" + "s." + some(90, URL),
        "grafana": "gl" + "sa_" + some(32) + "_" + some(8, HEX),
        "new-relic": "NR" + "AK-" + some(27, UPPER),
        "rubygems": "ruby" + "gems_" + some(48, HEX),
        "things-network": "NNS" + "XS." + some(39, UPPER) + "." + some(52, UPPER),
        "brevo": "xkey" + "sib-" + some(64, HEX) + "-" + some(16),
    }  # fmt: skip
    found = {name: (f'value = "{secret}"\n', secret) for name, secret in secrets.items()}
    named = {
        "aws-secret": ("aws_secret" + "_access_key = ", some(40)),
        "twilio-token": ("twilio_auth" + "_token = ", some(32, HEX)),
        "heroku": ("HEROKU_API" + "_KEY = ", "-".join(some(n, HEX) for n in (8, 4, 4, 4, 12))),
    }
    return found | {name: (f'{key}"{secret}"\n', secret) for name, (key, secret) in named.items()}


def private_key(seed: int = 1, label: str = "RSA ") -> str:
    """A PEM block of random base64: no key, but nothing in it says so."""
    some = _Source(seed)
    body = "\n".join(some(64, ALNUM + "+/") for _ in range(12))
    dashes = "-" * 5
    kind = f"{label}PRIVATE " + "KEY"
    return f"{dashes}BEGIN {kind}{dashes}\n{body}\n{dashes}END {kind}{dashes}\n"


class _Source:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def __call__(self, signs: int, alphabet: str = ALNUM) -> str:
        while True:
            text = "".join(self._random.choice(alphabet) for _ in range(signs))
            if any(sign.isdigit() for sign in text):
                return text
