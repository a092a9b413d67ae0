# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents say a file is for: its folder's name alone need not tell.

Real: `stack/docker-compose.yml`, of which a README says "for local development". A list of words,
so whoever relies on it asks a person to look.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from scm_check.checks.documents import MAIN_FOLDERS, headings_above, own_documents, path_inside
from scm_check.checks.file_names import listed
from scm_check.model import Document, Facts, Kind, Location, Recipe
from scm_check.patterns import regex

_ROLES = frozenset({"readme", "docs", "contributing", "other"})
_PROGRAMS = frozenset({Kind.APPLICATION, Kind.SERVICE, Kind.LIBRARY, Kind.MOBILE})
_MAX_SIGNS = 4096
_SENTENCE = regex(r"(?<=[.!?])\s")
_NAME = regex(r"[\w.-]{0,100}(?:/[\w.-]{0,100}){1,12}|[\w-]{1,100}\.ya?ml")
_ENTERED = regex(r"(?m)(?:^|[;&(\s])(?:cd|pushd)\s{1,4}([\w./-]{1,100})")
_DEVELOPMENT = regex(
    r"(?i)\blocal development|\blokalen? entwicklung"
    r"|\bentwicklungs-?(?:stack|umgebung|zweck|rechner)"
    r"|\bdev(?:elopment)? (?:docker[- ]?compose|compose|stack|environment|only)"
    r"|\bfor (?:the )?(?:local )?development|\b(?:zur|für die|für) (?:lokalen? )?entwicklung"
)
# "the `stack` folder", "im Ordner stack".
_FOLDERS = (
    regex(r"(?i)\b([\w.-]{2,60})[ -](?:folder|directory|ordner|verzeichnis)\b"),
    regex(r"(?i)\b(?:folder|directory|ordner|verzeichnis) ([\w.-]{2,60})"),
)
_PAGE = regex(
    r"(?i)local[-_ ]?(?:development|dev|test(?:ing)?|set-?up)\b|lokale[-_ ](?:entwicklung|tests?)\b"
    r"|entwicklungs-?umgebung|\bdevelopment[-_ ](?:set-?up|environment)|\bdev[-_ ]set-?up"
)
_OPERATION = regex(r"(?i)produ[kc]t|betrieb|deploy|staging|\blive\b")


_INFRASTRUCTURE = listed("""
    activemq adminer akhq artemis cassandra clamav clickhouse consul couchdb cp-kafka cp-zookeeper
    elasticsearch etcd fuseki gotenberg grafana haproxy httpd influxdb jaeger kafdrop kafka
    kafka-ui keycloak keycloakmigration kibana logstash loki maildev mailhog mailpit mariadb mc
    memcached minio mongo mongo-express mongodb mosquitto mysql nats nginx openldap opensearch
    opensearch-dashboards otel-collector percona pgadmin4 pgvector phpmyadmin postgis postgres
    postgresql prometheus rabbitmq redis redis-commander redisinsight redpanda solr swagger-ui
    timescaledb traefik valkey vault zookeeper
""")


def starts_surroundings_only(recipe: Recipe, facts: Facts) -> bool:
    """Whether a compose file starts databases and their like, nothing of the software itself.

    Where the repository holds no program, such a file may be all that it delivers.
    """
    names = {image.reference.partition("@")[0].rpartition("/")[2] for image in recipe.images}
    return (
        recipe.form == "compose"
        and not recipe.builds
        and bool(names)
        and {name.partition(":")[0].lower() for name in names} <= _INFRASTRUCTURE
        and not facts.kind.kinds.isdisjoint(_PROGRAMS)
    )


def said_for_development(path: str, facts: Facts) -> Location | None:
    """Where a sentence names the file or its folder together with development, and nothing else.

    Or a chapter on development whose commands go there, or a page on nothing else.
    """
    inner = path.removeprefix(facts.files.base)
    for document in own_documents(facts, _ROLES):
        names = _names(inner, document, facts)
        is_page = _is_page_on_development(document, facts)
        for paragraph in document.paragraphs if names else ():
            for sentence in _SENTENCE.split(paragraph.text[:_MAX_SIGNS]):
                is_meant = is_page or _is_on_development(sentence)
                if is_meant and not names.isdisjoint(_named(sentence)):
                    return Location(document.path, paragraph.line)
        for block in document.code_blocks if names else ():
            above = headings_above(block.line, document)
            is_meant = is_page or (bool(above) and _is_on_development(above[0].text))
            if is_meant and not names.isdisjoint(_started(block.text)):
                return Location(document.path, block.line)
    return None


def _names(path: str, document: Document, facts: Facts) -> frozenset[str]:
    """How the document would call the file: seen from its own folder, or from the root."""
    folder = posixpath.dirname(path_inside(document, facts))
    found = set()
    if folder.lower() in MAIN_FOLDERS or document.role == "docs":
        found |= {path, posixpath.dirname(path)}
    if path.startswith(folder + "/"):
        seen = path[len(folder) + 1 :]
        found |= {seen, posixpath.dirname(seen)}
    return frozenset(found - {""})


def _is_page_on_development(document: Document, facts: Facts) -> bool:
    """By its path or its title."""
    title = document.headings[0].text if document.headings else ""
    return any(_PAGE.search(text) for text in (path_inside(document, facts), title))


def _is_on_development(sentence: str) -> bool:
    return _DEVELOPMENT.search(sentence) is not None and _OPERATION.search(sentence) is None


def _named(sentence: str) -> Iterator[str]:
    for match in _NAME.finditer(sentence):
        yield match[0].removeprefix("./").rstrip("./")
    for pattern in _FOLDERS:
        yield from pattern.findall(sentence)


def _started(code: str) -> Iterator[str]:
    yield from _named(code)
    for match in _ENTERED.finditer(code):
        yield match[1].removeprefix("./").rstrip("./")
