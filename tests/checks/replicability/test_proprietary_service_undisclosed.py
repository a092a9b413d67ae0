# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of

SLUG = "proprietary-service-undisclosed"
STRIPE = 'import { loadStripe } from "@stripe/stripe-js";\n'
SPEECH = '{\n"microsoft-cognitiveservices-speech-sdk": "^1.18.1"}\n'


def test_each_undisclosed_service_is_a_question_with_its_places() -> None:
    """As in stadtulm/ics-os: speech recognition and payment, named nowhere."""
    files = {"src/a.ts": STRIPE, "src/b.ts": STRIPE, "package.json": SPEECH, "README.md": "# A\n"}

    azure, stripe = findings_of(SLUG, facts_of(files))

    assert {azure.status, stripe.status} == {Status.REVIEW}
    assert (azure.message, stripe.message) == ("undisclosed-with-alternative", "undisclosed")
    assert azure.locations == (at("package.json", 2),)
    assert stripe.locations == (at("src/a.ts", 1), at("src/b.ts", 1))


def test_a_service_that_is_named_passes_with_a_note() -> None:
    files = {"src/a.ts": STRIPE, "README.md": "# A\n\nPayment needs an account with Stripe.\n"}

    (finding,) = findings_of(SLUG, facts_of(files))

    assert (finding.message, finding.status) == ("disclosed", Status.PASS)


def test_source_without_such_services_passes() -> None:
    (finding,) = findings_of(SLUG, facts_of({"src/a.ts": "export {}\n"}))

    assert (finding.message, finding.status) == ("none-known", Status.PASS)
    assert {"Mapbox", "Firebase"} <= set(finding.evidence.split(", "))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/Map.svelte", 'style: "mapbox://styles/mapbox/light-v10",\n'),
        ("Gemfile", 'gem "mailjet"\n'),
        ("Gemfile", 'gem "aws-sdk-s3", require: false\n'),
        ("Gemfile", 'gem "rollbar"\n'),
        ("app/weather.rb", 'base_url = "https://api.openweathermap.org"\n'),
        (".env.example", 'MAP_STYLE="https://api.maptiler.com/maps/..."\n'),
        ("src/map.js", 'L.tileLayer("https://server.arcgisonline.com/ArcGIS/rest")\n'),
        ("app/llm.py", "from langchain_openai import AzureChatOpenAI\n"),
        ("App.swift", "import GoogleMaps\n"),
    ],
)
def test_further_traces_of_services_are_known(path: str, text: str) -> None:
    facts = facts_of({path: text, "src/a.ts": "export {}\n"})

    (finding,) = findings_of(SLUG, facts)
    assert finding.status is Status.REVIEW
    assert finding.locations == (at(path, 1),)


def test_a_library_that_bears_a_service_s_name_is_no_use_of_it() -> None:
    text = "use Firebase\\JWT\\JWT;\nimport com.auth0.jwt.JWT;\n"

    (finding,) = findings_of(SLUG, facts_of({"src/a.php": text}))
    assert finding.message == "none-known"


def test_without_source_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of({"README.md": "Stripe"}))
