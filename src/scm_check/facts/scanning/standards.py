# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of the field's open standards, generators of interface descriptions, backends elsewhere.

Three short lists over one text, each name with the first line it stands in: `standards`, the
programs that write an OpenAPI or GraphQL description while the software runs (`at_run_time`), and
settings that name the address of a backend (`backends`).
"""

from __future__ import annotations

from typing import Final

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.model import Json

# Spelt as their publishers do. Short names count in capitals only: "gtfs" stands in hashes.
STANDARDS: Final = {
    "NGSI-LD": rb"\b(?i:ngsi-?(?:ld|v2))\b",
    "OGC API": rb"\b(?i:ogc[ -]?api|ogcapi)\b",
    "OGC WFS": rb"\bWFS\b|(?i:service=wfs)",
    "OGC WMS": rb"\bWMS\b|(?i:service=wms)",
    "OGC SensorThings API": rb"(?i:sensor ?things)|\bFROST-Server\b",
    "3D Tiles": rb"(?i:\b3d[ -]tiles\b|cesium3dtile)",
    "CityGML": rb"(?i:\bcity(?:gml|json)\b)",
    "DCAT-AP.de": rb"(?i:\bdcat-?ap\b)|\bDCAT\b|\bdcat:Dataset\b",
    "MQTT": rb"\bMQTTS?\b|(?i:mqtts?://)",
    "GTFS": rb"\bGTFS(?:-RT)?\b",
    "GBFS": rb"\bGBFS\b",
    "OParl": rb"(?i:\boparl\b)",
    "XÖV": rb"\bX(?:\xc3\x96|\xd6|OE|Oe)V\b|\bXPlan(?:ung|GML)\b|\bXBau\b|\b[Xx]ZuFi\b",
    "DIN SPEC 91357": rb"(?i:\bdin[ -]spec[ -]91357)",
    "DIN SPEC 91377": rb"(?i:\bdin[ -]spec[ -]91377)",
    "GeoJSON": rb"\bGeoJSON\b",
    "DATEX II": rb"(?i:\bdatex[ -]?ii\b)",
    "LoRaWAN": rb"\bLoRaWAN\b",
    "Smart Data Models": rb"(?i:\bsmart[ -]data[ -]models\b)",
    "Open311": rb"(?i:\bopen311\b)",
    "INSPIRE": rb"\bINSPIRE\b",
}
_GENERATORS: Final = (
    rb"\bFastAPI\(|springdoc|springfox|Swashbuckle|AddOpenApi\(|MapOpenApi\(|AddSwaggerGen"
    rb"|@nestjs/swagger|SwaggerModule\.|drf[_-]spectacular|drf[_-]yasg|flask[_-]smorest|flasgger"
    rb"|flask[_-]restx|swagger-jsdoc|swagger-ui-express|\butoipa\b|\brswag\b|grape-swagger"
    rb"|hapi-swagger|@fastify/swagger|l5-swagger|nelmio/api-doc|api-platform/core|type-graphql"
    rb"|\bstrawberry\.Schema|graphene\.Schema|smallrye-openapi|http4k-contract|oapi-codegen"
)
_BACKENDS: Final = (
    rb"\b(?:VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|NG_APP|EXPO_PUBLIC|VUE_APP)_(?:APP_|BASE_)?"
    rb"(?:API|BACKEND|SERVER|GRAPHQL|SERVICE)(?:_BASE)?_?(?:URL|URI|HOST|ENDPOINT|BASE|SERVER)?\b"
    rb"|\b(?:API|BACKEND|SERVER)_(?:BASE_)?(?:URL|URI|ENDPOINT)\b|\bAPI_BASE\b|\bBASE_API\b"
    rb"|\b(?:apiBaseUrl|backendUrl|backendURL|baseApiUrl|apiUrl|apiURL|serverUrl|serverURL)\b"
)


def _scan(data: bytes) -> Json:
    import re2

    lines = Lines(data)
    standards: dict[str, Json] = {}
    for name, pattern in STANDARDS.items():
        match = re2.search(pattern, data)
        if match:
            standards[name] = lines.number(match.start())
    found: dict[str, Json] = {"standards": standards} if standards else {}
    for key, pattern in (("at_run_time", _GENERATORS), ("backends", _BACKENDS)):
        match = re2.search(pattern, data)
        if match:
            name = match[0].decode("utf-8", "replace").rstrip("(.")
            found[key] = [lines.number(match.start()), name]
    return found


SCANNER: Final = Scanner(
    name="standards",
    version="1",
    needles=(*STANDARDS.values(), _GENERATORS, _BACKENDS),
    scan=_scan,
)
