# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traces of proprietary services and components: names of packages, imports, hosts of interfaces.

The list is ours and holds what was met in municipal software or is in wide use. A trace is a
package's exact name or an interface's host, never a word of running text: "aws" occurs in German
addresses, "stripe" in style sheets.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scm_check.facts.scanning.scanner import Lines, Needles, Scanner
from scm_check.model import Json
from scm_check.patterns import regex
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """A service by its name, with open alternatives, the words it is known by, and its traces."""

    name: str
    alternative: str
    words: tuple[str, ...]
    traces: tuple[bytes, ...]


def _service(name: str, alternative: str, words: str, *traces: bytes) -> Service:
    return Service(name, alternative, tuple(words.split("|")), traces)


SERVICES: Final = (
    _service("Google Maps", "MapLibre, OpenLayers, Leaflet", "google maps|googlemaps",
             rb"maps\.googleapis\.com/maps/api", rb"[\"']@googlemaps/", rb"react-google-maps",
             rb"play-services-maps", rb"google_maps_flutter", rb"google\.maps\.Map\b",
             rb"^import GoogleMaps\b", rb"GMSServices\.provideAPIKey"),
    _service("Firebase", "Supabase, ntfy, UnifiedPush", "firebase",
             rb"com\.google\.firebase", rb"@react-native-firebase/",
             rb"[\"']firebase(?:-admin)?[\"/]",
             rb"firebase_(?:core|messaging)", rb"FirebaseApp\.configure"),
    _service("Mapbox", "MapLibre", "mapbox",
             rb"api\.mapbox\.com", rb"[\"']mapbox-gl[\"']: ?[\"'][\^~>=]*[2-9]", rb"com\.mapbox\.",
             rb"mapbox://(?:styles|mapbox\.)"),
    _service("MapTiler", "OpenMapTiles, basemap.de", "maptiler", rb"api\.maptiler\.com"),
    _service("ArcGIS", "QGIS Server, GeoServer, MapLibre", "arcgis|esri",
             rb"@arcgis/core", rb"js\.arcgis\.com", rb"esri-loader", rb"com\.esri\.",
             rb"services\d?\.arcgis\.com", rb"(?:server|services)\.arcgisonline\.com"),
    _service("Microsoft Azure AI", "Whisper, Vosk, LibreTranslate", "azure|cognitive services",
             rb"microsoft-cognitiveservices-speech-sdk", rb"cognitiveservices\.azure\.com",
             rb"Microsoft\.CognitiveServices", rb"azure-cognitiveservices", rb"azure-ai-\w",
             rb"[\"']@azure/ai-", rb"openai\.azure\.com",
             rb"api\.cognitive\.microsoft(?:translator)?\.com", rb"\bAzure(?:Chat)?OpenAI\b"),
    _service("Amazon Web Services", "MinIO, OpenStack, Kubernetes", "aws|amazon web services",
             rb"[\"']aws-sdk(?:-\w+)?[\"'/]", rb"[\"']@aws-sdk/", rb"\bimport boto3", rb"^boto3\b",
             rb"execute-api\.[\w-]{1,30}\.amazonaws\.com", rb"software\.amazon\.awssdk",
             rb"[\"']aws-amplify[\"'/]", rb"AWSSDK\.", rb"[\"']serverless-offline[\"']"),
    _service("Stripe", "", "stripe",
             rb"[\"']@stripe/", rb"[\"']stripe[\"']", rb"Stripe\.net", rb"com\.stripe",
             rb"api\.stripe\.com"),
    _service("PayPal", "", "paypal", rb"[\"']@paypal/", rb"api(?:-m)?\.paypal\.com"),
    _service("OpenAI", "Ollama, vLLM", "openai|chatgpt",
             rb"[\"']openai[\"']", rb"api\.openai\.com", rb"\bimport openai",
             rb"from openai import"),
    _service("DeepL", "LibreTranslate", "deepl",
             rb"api(?:-free)?\.deepl\.com", rb"[\"']deepl-node[\"']", rb"\bimport deepl"),
    _service("Google Cloud", "", "google cloud|gcp",
             rb"[\"']@google-cloud/", rb"google-cloud-\w", rb"from google\.cloud"),
    _service("Google Translate", "LibreTranslate", "google translate",
             rb"translate\.google(?:apis)?\.com", rb"translate_a/element\.js"),
    _service("Google Analytics", "Matomo", "google analytics|tag manager",
             rb"googletagmanager\.com", rb"google-analytics\.com", rb"[\"']react-ga4?[\"']"),
    _service("reCAPTCHA", "mCaptcha, Friendly Captcha", "recaptcha",
             rb"google\.com/recaptcha", rb"[\"']react-google-recaptcha"),
    _service("Auth0", "Keycloak", "auth0", rb"[\"']@auth0/", rb"\.auth0\.com"),
    _service("Twilio", "", "twilio", rb"[\"']twilio[\"']", rb"api\.twilio\.com"),
    _service("SendGrid", "", "sendgrid", rb"[\"']@sendgrid/", rb"api\.sendgrid\.com"),
    _service("Mailjet", "", "mailjet", rb"gem [\"']mailjet[\"']", rb"[\"']node-mailjet[\"']",
             rb"api\.mailjet\.com"),
    _service("Rollbar", "GlitchTip", "rollbar", rb"gem [\"']rollbar[\"']",
             rb"[\"']rollbar[\"']: ?[\"']", rb"api\.rollbar\.com"),
    _service("OpenWeather", "Bright Sky, Open-Meteo", "openweather|openweathermap|open weather map",
             rb"api\.openweathermap\.org"),
    _service("Eye-Able", "", "eye-able|eye able|eyeable", rb"cdn\.eye-able\.com"),
    _service("OneSignal", "ntfy, UnifiedPush", "onesignal",
             rb"(?i)react-native-onesignal|onesignal\.com/api"),
    _service("Algolia", "Meilisearch, OpenSearch", "algolia", rb"[\"']algoliasearch[\"'/]"),
    _service("Highcharts", "Apache ECharts, Chart.js", "highcharts",
             rb"[\"']highcharts[\"'/]", rb"code\.highcharts\.com"),
    _service("HERE Maps", "MapLibre, OpenRouteService", "here maps|here api",
             rb"\.ls\.hereapi\.com", rb"js\.api\.here\.com", rb"[\"']@here/"),
    _service("Microsoft SQL Server", "PostgreSQL", "sql server|mssql",
             rb"EntityFrameworkCore\.SqlServer", rb"[\"']mssql[\"']", rb"mssql-jdbc",
             rb"mcr\.microsoft\.com/mssql"),
    _service("Oracle Database", "PostgreSQL", "oracle", rb"\bojdbc\d", rb"[\"']oracledb[\"']",
             rb"cx_Oracle"),
    _service("Power BI", "Apache Superset, Metabase", "power bi|powerbi",
             rb"[\"']powerbi-client", rb"app\.powerbi\.com"),
    _service("Kendo UI", "", "kendo|telerik", rb"[\"']@progress/kendo-"),
    _service("DevExpress", "", "devexpress|devextreme", rb"[\"']devextreme", rb"DevExpress\."),
    _service("AG Grid Enterprise", "AG Grid Community, TanStack Table",
             "ag-grid-enterprise|ag grid enterprise",
             rb"ag-grid-enterprise"),
    _service("Font Awesome Pro", "Font Awesome Free", "font awesome pro|fontawesome pro",
             rb"@fortawesome/pro-"),
)  # fmt: skip
_BY_NAME: Final = {service.name: service for service in SERVICES}
# What names no use of the service: a line that is a comment.
_COMMENT: Final = regex(rb"\s{0,200}(?://|#|\*|<!--)")


def scan(text: bytes) -> Json:
    """The line of each service's first trace that is no comment, by name."""
    lines, found = Lines(text), dict[str, Json]()
    for service in dict.fromkeys(_OF_NEEDLE[index] for index in NEEDLES.positions(text)):
        for match in _pattern(service).finditer(text):
            start = text.rfind(b"\n", 0, match.start()) + 1
            if not _COMMENT.match(text[start : match.start() + 1][:400]):
                found[service.name] = lines.number(match.start())
                break
    return found


def service_named(name: str) -> Service | None:
    """The service of that name."""
    return _BY_NAME.get(name)


@cache
def _pattern(service: Service) -> Any:
    # Of the few that a text names: all thirty together take 20 ms at their first use.
    import re2

    return re2.compile(b"(?m)" + b"|".join(b"(?:" + trace + b")" for trace in service.traces))


_OF_NEEDLE: Final = tuple(service for service in SERVICES for _ in service.traces)
SCANNER: Final = Scanner(
    "services", "2", tuple(b"(?m)" + t for service in SERVICES for t in service.traces), scan
)
NEEDLES: Final = Needles([SCANNER])
