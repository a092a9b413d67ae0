# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of credentials that a provider makes so that they can be recognised.

Each form is an RE2 pattern on bytes; where it has a group, the group is the secret. Sources: the
providers' own documents on the prefixes of their tokens. A form whose signs could also be something
else (a hash, an identifier) asks for its provider's name beside it.
"""

from __future__ import annotations

from typing import Final, NamedTuple


# A named tuple: there are many, made in every run that reads files.
class Format(NamedTuple):
    """One form. `mark` occurs in every text, in lower case, that can hold one.

    `head` is what a report may show of it; `is_certain` as in `Secret`.
    """

    kind: str
    mark: bytes
    pattern: bytes
    head: str
    is_certain: bool = True


_B64 = rb"[A-Za-z0-9_-]"
_HEX = rb"[0-9a-f]"
# From a name to the value that is set: = : => " ' and blanks, XML's >, no line end.
_SET = rb"[\"'\]>\s]{0,4}(?:=>|:=|[:=>])[ \t\"'(\[]{0,4}"

FORMATS: Final[tuple[Format, ...]] = (
    Format("AWS", b"ia", rb"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b", "AKIA…"),
    Format(
        "AWS",
        b"secret",
        rb"(?i:aws|amazon)[^\n]{0,40}(?i:secret|sk)[^\n]{0,20}" + _SET + rb"([A-Za-z0-9/+]{40})\b",
        "…",
    ),
    Format("GitHub", b"_", rb"\bgh[pousr]_[A-Za-z0-9]{36,251}\b", "gh._…"),
    Format("GitHub", b"github_pat_", rb"\bgithub_pat_[A-Za-z0-9_]{36,255}\b", "github_pat_…"),
    Format(
        "GitLab",
        b"gl",
        rb"\bgl(?:pat|dt|rt|ft|cbt|ptt|imt|oas|soat|agent)-" + _B64 + rb"{20,300}",
        "glpat-…",
    ),
    Format("GitLab", b"gr1348941", rb"\bGR1348941" + _B64 + rb"{20}\b", "GR1348941…"),
    Format("Slack", b"xox", rb"\bxox[abeoprs]-[A-Za-z0-9-]{20,250}", "xox…"),
    Format("Slack", b"xapp-", rb"\bxapp-\d-[A-Z0-9]{8,16}-\d{8,16}-[a-z0-9]{40,80}\b", "xapp-…"),
    Format(
        "Slack",
        b"hooks.slack.com/",
        rb"hooks\.slack\.com/(?:services|workflows)/"
        rb"[A-Z0-9]{6,14}/[A-Z0-9]{6,14}/"
        rb"[A-Za-z0-9]{16,40}",
        "hooks.slack.com/…",
    ),
    Format("Stripe", b"k_live_", rb"\b[sr]k_live_[A-Za-z0-9]{16,250}\b", "sk_live_…"),
    Format(
        "Stripe", b"k_test_", rb"\b[sr]k_test_[A-Za-z0-9]{16,250}\b", "sk_test_…", is_certain=False
    ),
    Format("Google OAuth", b"gocspx-", rb"\bGOCSPX-" + _B64 + rb"{28}", "GOCSPX-…"),
    Format("Google API", b"aiza", rb"\bAIza" + _B64 + rb"{35}\b", "AIza…", is_certain=False),
    Format("Twilio", b"sk", rb"\bSK[0-9a-f]{32}\b", "SK…"),
    Format(
        "Twilio",
        b"twilio",
        rb"(?i:twilio)[^\n]{0,60}(?i:token|secret)" + _SET + rb"([0-9a-f]{32})\b",
        "…",
    ),
    Format(
        "Discord",
        b"discord",
        rb"discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/\d{17,20}/" + _B64 + rb"{60,80}",
        "discord.com/api/webhooks/…",
    ),
    Format(
        "Discord",
        b"discord",
        rb"\b[MNO][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}\b",
        "…",
        is_certain=False,
    ),
    Format(
        "Mapbox", b"sk.eyj", rb"\bsk\.eyJ" + _B64 + rb"{20,300}\." + _B64 + rb"{20,60}", "sk.eyJ…"
    ),
    Format("Hugging Face", b"hf_", rb"\bhf_[A-Za-z0-9]{34,40}\b", "hf_…"),
    Format("npm", b"npm_", rb"\bnpm_[A-Za-z0-9]{36}\b", "npm_…"),
    Format(
        "npm", b"_authtoken", rb"_authToken\s{0,2}=\s{0,2}([A-Za-z0-9-]{32,80})\b", "_authToken=…"
    ),
    Format("PyPI", b"pypi-age", rb"\bpypi-AgE" + _B64 + rb"{40,300}", "pypi-AgE…"),
    Format("SendGrid", b"sg.", rb"\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}", "SG.…"),
    Format("Mailgun", b"key-", rb"\bkey-[0-9a-f]{32}\b", "key-…"),
    Format(
        "Mailgun",
        b"mailgun",
        rb"(?i:mailgun)[^\n]{0,40}" + _SET + rb"([0-9a-f]{32}-[0-9a-f]{8}-"
        rb"[0-9a-f]{8})\b",
        "…",
    ),
    Format("Mailchimp", b"-us", rb"\b[0-9a-f]{32}-us\d{1,2}\b", "…-us"),
    Format("Brevo", b"xkeysib-", rb"\bxkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}\b", "xkeysib-…"),
    Format("OpenAI", b"sk-", rb"\bsk-(?:proj|svcacct|admin)-" + _B64 + rb"{40,300}", "sk-…"),
    Format("OpenAI", b"t3blbkfj", rb"\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b", "sk-…"),
    Format("Anthropic", b"sk-ant-", rb"\bsk-ant-[a-z]{3,8}\d\d-" + _B64 + rb"{60,200}", "sk-ant-…"),
    Format("Azure", b"accountkey=", rb"AccountKey=([A-Za-z0-9+/]{86}==)", "AccountKey=…"),
    Format(
        "Azure", b"sharedaccesskey=", rb"SharedAccessKey=([A-Za-z0-9+/]{43}=)", "SharedAccessKey=…"
    ),
    Format("Azure", b"q~", rb"\b[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}\b", "…Q~"),
    Format("Telegram", b":aa", rb"\b\d{8,10}:AA" + _B64 + rb"{33}\b", "…:AA"),
    Format("DigitalOcean", b"_v1_", rb"\bdo[opr]_v1_[0-9a-f]{64}\b", "dop_v1_…"),
    Format("Heroku", b"hrku-", rb"\bHRKU-" + _B64 + rb"{36,70}", "HRKU-…"),
    Format(
        "Heroku",
        b"heroku",
        rb"(?i:heroku)[^\n]{0,40}(?i:key|token)"
        + _SET
        + rb"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b",
        "…",
    ),
    Format("Atlassian", b"atatt3", rb"\bATATT3[A-Za-z0-9_=-]{60,250}", "ATATT3…"),
    Format("Shopify", b"shp", rb"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b", "shp…"),
    Format("Square", b"sq0", rb"\bsq0(?:atp|csp)-" + _B64 + rb"{22,43}\b", "sq0…"),
    Format("Databricks", b"dapi", rb"\bdapi[0-9a-f]{32}\b", "dapi…"),
    Format("Docker Hub", b"dckr_", rb"\bdckr_(?:pat|oat)_" + _B64 + rb"{27,40}\b", "dckr_pat_…"),
    Format("HashiCorp Vault", b"hv", rb"\bhv[sb]\." + _B64 + rb"{24,300}", "hvs.…"),
    Format(
        "Terraform",
        b".atlasv1.",
        rb"\b[A-Za-z0-9]{14}\.atlasv1\." + _B64 + rb"{60,80}",
        "….atlasv1.",
    ),
    Format("Grafana", b"glsa_", rb"\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b", "glsa_…"),
    Format("Grafana", b"glc_eyj", rb"\bglc_eyJ[A-Za-z0-9+/_=-]{40,400}", "glc_…"),
    Format("New Relic", b"nrak-", rb"\bNRAK-[A-Z0-9]{27}\b", "NRAK-…"),
    Format("Linear", b"lin_api_", rb"\blin_api_[A-Za-z0-9]{40}\b", "lin_api_…"),
    Format("Postman", b"pmak-", rb"\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b", "PMAK-…"),
    Format("RubyGems", b"rubygems_", rb"\brubygems_[0-9a-f]{48}\b", "rubygems_…"),
    Format("crates.io", b"cio", rb"\bcio[A-Za-z0-9]{32}\b", "cio…", is_certain=False),
    Format("Sentry", b"sntry", rb"\bsntry[su]_[A-Za-z0-9_+/=-]{40,300}", "sntry…"),
    Format("Supabase", b"sb", rb"\bsb(?:p|_secret)_[A-Za-z0-9_]{20,60}\b", "sbp_…"),
    Format("Doppler", b"dp.", rb"\bdp\.(?:pt|st|ct|sa)\.[A-Za-z0-9._-]{40,60}\b", "dp.…"),
    Format("Airtable", b"pat", rb"\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b", "pat…"),
    Format("Netlify", b"nfp_", rb"\bnfp_[A-Za-z0-9]{36,40}\b", "nfp_…"),
    Format("Figma", b"figd_", rb"\bfigd_" + _B64 + rb"{36,50}", "figd_…"),
    Format("Notion", b"_", rb"\b(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,50})\b", "ntn_…"),
    Format("DeepL", b":fx", rb"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:fx\b", "…:fx"),
    Format("Dropbox", b"sl.", rb"\bsl\." + _B64 + rb"{120,200}", "sl.…"),
    # The Things Stack: keys of sensor networks, in many repositories of towns.
    Format("The Things Network", b"nnsxs.", rb"\bNNSXS\.[A-Z0-9]{39}\.[A-Z0-9]{52}\b", "NNSXS.…"),
)
