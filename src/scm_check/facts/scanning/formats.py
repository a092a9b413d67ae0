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
    """One form. Its `needle` occurs in every text that can hold one.

    All needles are sought in every file at once: they are short, and none has a gap of many signs,
    which would make the automaton of all explode. `head` is what a report may show of a secret;
    `is_certain` as in `Secret`.
    """

    kind: str
    needle: bytes
    pattern: bytes
    head: str
    is_certain: bool = True


_B64 = rb"[A-Za-z0-9_-]"
_HEX = rb"[0-9a-f]"
# From a name to the value that is set: = : => " ' and blanks, XML's >, no line end.
_SET = rb"[\"'\]>\s]{0,4}(?:=>|:=|[:=>])[ \t\"'(\[]{0,4}"

FORMATS: Final[tuple[Format, ...]] = (
    Format("AWS", rb"\bA[KS]IA[A-Z2-7]", rb"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b", "AKIA…"),
    Format(
        "AWS",
        rb"(?i)(?:amazon|aws)[\w. -]{0,20}(?:secret|sk)",
        rb"(?i:aws|amazon)[^\n]{0,40}(?i:secret|sk)[^\n]{0,20}" + _SET + rb"([A-Za-z0-9/+]{40})\b",
        "…",
    ),
    Format("GitHub", rb"\bgh[pousr]_[A-Za-z0-9]", rb"\bgh[pousr]_[A-Za-z0-9]{36,251}\b", "gh._…"),
    Format("GitHub", rb"github_pat_", rb"\bgithub_pat_[A-Za-z0-9_]{36,255}\b", "github_pat_…"),
    Format(
        "GitLab",
        rb"\bgl[a-z]{2,5}-[A-Za-z0-9_-]{8}",
        rb"\bgl(?:pat|dt|rt|ft|cbt|ptt|imt|oas|soat|agent)-" + _B64 + rb"{20,300}",
        "glpat-…",
    ),
    Format("GitLab", rb"GR1348941", rb"\bGR1348941" + _B64 + rb"{20}\b", "GR1348941…"),
    Format(
        "Slack", rb"\bxox[abeoprs]-[A-Za-z0-9]", rb"\bxox[abeoprs]-[A-Za-z0-9-]{20,250}", "xox…"
    ),
    Format(
        "Slack", rb"\bxapp-\d", rb"\bxapp-\d-[A-Z0-9]{8,16}-\d{8,16}-[a-z0-9]{40,80}\b", "xapp-…"
    ),
    Format(
        "Slack",
        rb"hooks\.slack\.com/",
        rb"hooks\.slack\.com/(?:services|workflows)/"
        rb"[A-Z0-9]{6,14}/[A-Z0-9]{6,14}/"
        rb"[A-Za-z0-9]{16,40}",
        "hooks.slack.com/…",
    ),
    Format(
        "Stripe", rb"\b[sr]k_live_[A-Za-z0-9]", rb"\b[sr]k_live_[A-Za-z0-9]{16,250}\b", "sk_live_…"
    ),
    Format(
        "Stripe",
        rb"\b[sr]k_test_[A-Za-z0-9]",
        rb"\b[sr]k_test_[A-Za-z0-9]{16,250}\b",
        "sk_test_…",
        is_certain=False,
    ),
    Format("Google OAuth", rb"GOCSPX-", rb"\bGOCSPX-" + _B64 + rb"{28}", "GOCSPX-…"),
    Format("Google API", rb"\bAIza", rb"\bAIza" + _B64 + rb"{35}\b", "AIza…", is_certain=False),
    Format("Twilio", rb"\bSK[0-9a-f]{8}", rb"\bSK[0-9a-f]{32}\b", "SK…"),
    Format(
        "Twilio",
        rb"(?i)twilio",
        rb"(?i:twilio)[^\n]{0,60}(?i:token|secret)" + _SET + rb"([0-9a-f]{32})\b",
        "…",
    ),
    Format(
        "Discord",
        rb"(?i)discord",
        rb"discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/\d{17,20}/" + _B64 + rb"{60,80}",
        "discord.com/api/webhooks/…",
    ),
    Format(
        "Discord",
        rb"(?i)discord",
        rb"\b[MNO][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}\b",
        "…",
        is_certain=False,
    ),
    Format(
        "Mapbox",
        rb"\bsk\.eyJ",
        rb"\bsk\.eyJ" + _B64 + rb"{20,300}\." + _B64 + rb"{20,60}",
        "sk.eyJ…",
    ),
    Format("Hugging Face", rb"\bhf_[A-Za-z0-9]{8}", rb"\bhf_[A-Za-z0-9]{34,40}\b", "hf_…"),
    Format("npm", rb"\bnpm_[A-Za-z0-9]{8}", rb"\bnpm_[A-Za-z0-9]{36}\b", "npm_…"),
    Format(
        "npm", rb"_authToken", rb"_authToken\s{0,2}=\s{0,2}([A-Za-z0-9-]{32,80})\b", "_authToken=…"
    ),
    Format("PyPI", rb"pypi-AgE", rb"\bpypi-AgE" + _B64 + rb"{40,300}", "pypi-AgE…"),
    Format(
        "SendGrid",
        rb"\bSG\.[A-Za-z0-9_-]{8}",
        rb"\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}",
        "SG.…",
    ),
    Format("Mailgun", rb"\bkey-[0-9a-f]{8}", rb"\bkey-[0-9a-f]{32}\b", "key-…"),
    Format(
        "Mailgun",
        rb"(?i)mailgun",
        rb"(?i:mailgun)[^\n]{0,40}" + _SET + rb"([0-9a-f]{32}-[0-9a-f]{8}-"
        rb"[0-9a-f]{8})\b",
        "…",
    ),
    Format("Mailchimp", rb"[0-9a-f]{8}-us\d", rb"\b[0-9a-f]{32}-us\d{1,2}\b", "…-us"),
    Format("Brevo", rb"xkeysib-", rb"\bxkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}\b", "xkeysib-…"),
    Format(
        "OpenAI",
        rb"\bsk-(?:proj|svcacct|admin)-",
        rb"\bsk-(?:proj|svcacct|admin)-" + _B64 + rb"{40,300}",
        "sk-…",
    ),
    Format("OpenAI", rb"T3BlbkFJ", rb"\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b", "sk-…"),
    Format(
        "Anthropic", rb"\bsk-ant-", rb"\bsk-ant-[a-z]{3,8}\d\d-" + _B64 + rb"{60,200}", "sk-ant-…"
    ),
    Format("Azure", rb"AccountKey=", rb"AccountKey=([A-Za-z0-9+/]{86}==)", "AccountKey=…"),
    Format(
        "Azure", rb"SharedAccessKey=", rb"SharedAccessKey=([A-Za-z0-9+/]{43}=)", "SharedAccessKey=…"
    ),
    Format("Azure", rb"\dQ~", rb"\b[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}\b", "…Q~"),
    Format("Telegram", rb"\d{6}:AA", rb"\b\d{8,10}:AA" + _B64 + rb"{33}\b", "…:AA"),
    Format("DigitalOcean", rb"\bdo[opr]_v1_", rb"\bdo[opr]_v1_[0-9a-f]{64}\b", "dop_v1_…"),
    Format("Heroku", rb"HRKU-", rb"\bHRKU-" + _B64 + rb"{36,70}", "HRKU-…"),
    Format(
        "Heroku",
        rb"(?i)heroku",
        rb"(?i:heroku)[^\n]{0,40}(?i:key|token)"
        + _SET
        + rb"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b",
        "…",
    ),
    Format("Atlassian", rb"ATATT3", rb"\bATATT3[A-Za-z0-9_=-]{60,250}", "ATATT3…"),
    Format(
        "Shopify", rb"\bshp(?:at|ca|pa|ss)_", rb"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b", "shp…"
    ),
    Format("Square", rb"\bsq0(?:atp|csp)-", rb"\bsq0(?:atp|csp)-" + _B64 + rb"{22,43}\b", "sq0…"),
    Format("Databricks", rb"\bdapi[0-9a-f]{8}", rb"\bdapi[0-9a-f]{32}\b", "dapi…"),
    Format(
        "Docker Hub", rb"dckr_[po]at_", rb"\bdckr_(?:pat|oat)_" + _B64 + rb"{27,40}\b", "dckr_pat_…"
    ),
    Format(
        "HashiCorp Vault",
        rb"\bhv[sb]\.[A-Za-z0-9_-]{8}",
        rb"\bhv[sb]\." + _B64 + rb"{24,300}",
        "hvs.…",
    ),
    Format(
        "Terraform",
        rb"\.atlasv1\.",
        rb"\b[A-Za-z0-9]{14}\.atlasv1\." + _B64 + rb"{60,80}",
        "….atlasv1.",
    ),
    Format("Grafana", rb"\bglsa_", rb"\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b", "glsa_…"),
    Format("Grafana", rb"\bglc_eyJ", rb"\bglc_eyJ[A-Za-z0-9+/_=-]{40,400}", "glc_…"),
    Format("New Relic", rb"NRAK-", rb"\bNRAK-[A-Z0-9]{27}\b", "NRAK-…"),
    Format("Linear", rb"lin_api_", rb"\blin_api_[A-Za-z0-9]{40}\b", "lin_api_…"),
    Format("Postman", rb"PMAK-", rb"\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b", "PMAK-…"),
    Format("RubyGems", rb"rubygems_[0-9a-f]", rb"\brubygems_[0-9a-f]{48}\b", "rubygems_…"),
    Format(
        "crates.io", rb"\bcio[A-Za-z0-9]{20}", rb"\bcio[A-Za-z0-9]{32}\b", "cio…", is_certain=False
    ),
    Format("Sentry", rb"\bsntry[su]_", rb"\bsntry[su]_[A-Za-z0-9_+/=-]{40,300}", "sntry…"),
    Format(
        "Supabase", rb"\bsb(?:p|_secret)_", rb"\bsb(?:p|_secret)_[A-Za-z0-9_]{20,60}\b", "sbp_…"
    ),
    Format(
        "Doppler",
        rb"\bdp\.(?:pt|st|ct|sa)\.",
        rb"\bdp\.(?:pt|st|ct|sa)\.[A-Za-z0-9._-]{40,60}\b",
        "dp.…",
    ),
    Format(
        "Airtable", rb"\bpat[A-Za-z0-9]{14}\.", rb"\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b", "pat…"
    ),
    Format("Netlify", rb"\bnfp_[A-Za-z0-9]{8}", rb"\bnfp_[A-Za-z0-9]{36,40}\b", "nfp_…"),
    Format("Figma", rb"\bfigd_", rb"\bfigd_" + _B64 + rb"{36,50}", "figd_…"),
    Format(
        "Notion",
        rb"\b(?:secret|ntn)_[A-Za-z0-9]{20}",
        rb"\b(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,50})\b",
        "ntn_…",
    ),
    Format(
        "DeepL",
        rb"[0-9a-f]{12}:fx\b",
        rb"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:fx\b",
        "…:fx",
    ),
    Format("Dropbox", rb"\bsl\.[A-Za-z0-9_-]{20}", rb"\bsl\." + _B64 + rb"{120,200}", "sl.…"),
    # The Things Stack: keys of sensor networks, in many repositories of towns.
    Format("The Things Network", rb"NNSXS\.", rb"\bNNSXS\.[A-Z0-9]{39}\.[A-Z0-9]{52}\b", "NNSXS.…"),
)
