# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documentation rules look for: words of headings, of running text, of page names.

German and English, as `words.Terms`. Headings decide, so their lists hold what means the topic and
nothing else; the words of running text only point to a place, so these lists are wider.
"""

from __future__ import annotations

from scm_check.checks.describing import Topic
from scm_check.checks.words import (
    INSTALLATION,
    INSTALLATION_FILES,
    INSTALLING,
    Terms,
)

# Headings below which stand formalities: no topic of the software itself.
FORMALITIES = Terms(
    anywhere=(
        "licen*", "lizenz*", "copyright", "urheberrecht*", "contribut*", "mitwirk*", "mitmachen",
        "beitragen", "author*", "autor*", "credits", "danksagung*", "acknowledg*", "impressum",
        "sponsor*", "backers", "changelog*", "aenderungsprotokoll*", "release notes", "foerder*",
        "gefoerdert*", "funding", "funded", "datenschutz*", "privacy", "code of conduct",
        "verhaltens*", "citation", "zitier*", "disclaimer", "haftung*", "vulnerab*",
        "security policy", "table of contents", "inhaltsverzeichnis",
    ),
    alone=("security", "sicherheit", "team", "partner", "inhalt", "contents", "links"),
)  # fmt: skip

# DOC003
INSTALLATION_TOPIC = Topic(INSTALLATION, INSTALLING, INSTALLATION_FILES)

# DOC002: headings below which instructions and formalities stand, not what the software is for.
NOT_PURPOSE = (INSTALLATION, FORMALITIES)

# DOC004
CONFIGURATION = Topic(
    headings=Terms(
        anywhere=(
            "configur*", "konfigur*", "einstellung*", "settings", "environment variable*",
            "environment vars", "env variables", "env vars", "umgebungsvariable*", "env file",
            "dotenv", "environment configuration", "parametrierung", "customization",
            "customisation", "anpassung", "anpassungen", "secrets",
        ),
        alone=("environment", "variables", "variablen", "parameter", "parameters", "options",
               "optionen", "env", "config"),
    ),
    words=Terms(
        anywhere=(
            "environment variable", "environment variables", "umgebungsvariable*", "env file",
            "configured by", "configured via", "configured with", "configured in",
            "konfiguriert", "konfigurationsdatei*", "configuration file", "configuration files",
            "config file", "config files", "appsettings", "application properties",
        ),
    ),
    pages=Terms(
        anywhere=("configur*", "konfigur*", "einstellung*", "settings", "environment",
                  "umgebungsvariable*", "env variables"),
        alone=("env", "config"),
    ),
    others=(FORMALITIES,),
)  # fmt: skip

# DOC005
USAGE = Topic(
    headings=Terms(
        anywhere=(
            "usage", "how to use", "using the", "user guide", "user manual", "user documentation",
            "nutzung", "nutzungsanleitung", "verwendung", "benutzung", "bedienung*",
            "benutzerhandbuch*", "benutzeranleitung*", "anwenderhandbuch*", "anwenderdokument*",
            "nutzungsbeispiel*", "anwendungsbeispiel*", "anwendungsf*", "beispiel*", "example*",
            "tutorial*", "screenshot*", "bildschirmfoto*", "demo", "walkthrough", "cheat sheet",
            "schritt fuer schritt", "step by step", "so funktioniert", "erste schritte",
            "getting started", "get started", "quickstart*", "quick start", "schnellstart*",
            "schnelleinstieg", "einstieg", "use case", "use cases", "cookbook", "recipes",
            "workflow", "workflows", "how it works", "arbeitsablauf*", "ablauf",
            "funktionsweise", "playground",
        ),
        alone=("anwendung", "gebrauch", "examples", "demonstration", "running", "anleitung",
               "commands", "befehle", "sample", "samples", "vorschau", "preview"),
    ),
    words=Terms(
        anywhere=(
            "for example", "for instance", "zum beispiel", "z b", "beispielsweise", "example",
            "beispiel", "you can use", "to use", "can be used", "demo", "klicken", "click",
            "screenshot*", "verwenden sie", "nutzen sie", "aufrufen", "open http", "tutorial*",
            "visit",
        ),
    ),
    pages=Terms(
        anywhere=(
            "usage", "tutorial*", "user guide", "userguide", "user manual", "benutzerhandbuch*",
            "bedienungsanleitung*", "anwenderhandbuch*", "nutzung", "bedienung", "examples",
            "beispiele", "getting started", "gettingstarted", "erste schritte", "quickstart*",
            "how to", "howto", "faq", "cookbook",
        ),
        alone=("anleitung", "guide", "manual", "handbuch", "demo"),
    ),
    others=(FORMALITIES,),
)  # fmt: skip

# DOC006
ARCHITECTURE = Topic(
    headings=Terms(
        anywhere=(
            "architect*", "architektur*", "softwarearchitektur*", "systemarchitektur*",
            "gesamtarchitektur*", "zielarchitektur*", "systemuebersicht*", "system overview",
            "technical overview", "technische uebersicht", "technischer ueberblick",
            "technischer aufbau", "technisches konzept", "system design", "systemdesign",
            "software design", "technical design", "design decisions", "entwurfsentscheidung*",
            "component*", "komponente*", "bausteinsicht*", "bausteine", "laufzeitsicht*",
            "verteilungssicht*", "kontextabgrenzung*", "building block*", "project structure",
            "projektstruktur*", "folder structure", "directory structure", "directory layout",
            "ordnerstruktur*", "verzeichnisstruktur*", "dateistruktur*", "file structure",
            "repository structure", "repository layout", "code structure", "codestruktur*",
            "project layout", "repo structure", "package structure", "aufbau der", "aufbau des",
            "datenmodell*", "data model*", "database schema", "db schema", "datenbankschema*",
            "data flow", "dataflow", "datenfluss*", "datenfluesse", "how it works",
            "funktionsweise", "under the hood", "internals", "arc42", "adr", "adrs",
            "systemlandschaft*", "system context", "systemkontext*", "microservice*",
            "module structure", "modulstruktur*", "technical documentation",
            "technische dokumentation", "tech stack", "technology stack", "technologie stack",
            "technologiestack", "techstack", "technologies used", "built with",
            "verwendete technologien", "eingesetzte technologien", "verzeichnisaufbau",
        ),
        alone=("aufbau", "structure", "struktur", "design", "overview of the system", "services",
               "module", "modules", "technologien", "technologies", "technik", "stack",
               "technology", "technologie"),
    ),
    words=Terms(
        anywhere=(
            "architektur*", "architecture", "consists of", "besteht aus", "bestehend aus",
            "microservice*", "backend", "frontend", "client server", "three tier", "komponenten",
            "components", "built on", "basiert auf", "based on", "built with", "modular",
            "modules", "module",
        ),
    ),
    pages=Terms(
        anywhere=("architect*", "architektur*", "adr", "adrs", "decision*", "entscheidung*",
                  "arc42", "design", "systemuebersicht*", "technical overview", "structure",
                  "struktur", "datenmodell*", "data model", "datamodel", "internals",
                  "building block", "bausteinsicht*", "context", "kontext*"),
        alone=("aufbau",),
    ),
    others=(FORMALITIES, INSTALLATION),
    is_in_code=False,
)  # fmt: skip

# DOC007
INTERFACES = Topic(
    headings=Terms(
        anywhere=(
            "api", "apis", "rest api", "schnittstelle*", "interface", "interfaces", "endpoint*",
            "endpunkt*", "webservice*", "web service", "web services", "graphql", "openapi",
            "swagger", "asyncapi", "restful", "rest", "api dokumentation", "api documentation",
            "api reference", "api referenz", "http api", "web api", "mqtt topics", "webhook*",
            "ngsi", "ngsi ld", "sensorthings", "oparl", "wfs", "wms",
        ),
        alone=("routes", "routen", "requests", "anfragen", "topics", "events", "queries"),
    ),
    words=Terms(
        anywhere=("api", "apis", "schnittstelle*", "endpoint*", "endpunkt*", "rest", "graphql",
                  "openapi", "swagger", "mqtt", "webhook*", "wfs", "wms", "websocket*"),
    ),
    pages=Terms(
        anywhere=("api", "apis", "schnittstelle*", "interface", "interfaces", "endpoint*",
                  "endpunkte", "openapi", "swagger", "asyncapi", "graphql", "webservice*", "rest"),
    ),
    others=(FORMALITIES,),
)  # fmt: skip

# DOC008: what running a service for years asks for, each with its own words.
OPERATIONS_AT_ALL = Terms(
    anywhere=(
        "betriebshandbuch*", "betriebsdokument*", "betriebskonzept*", "betriebsanleitung*",
        "betriebsfuehrung*", "operations", "operating", "operations manual", "operations guide",
        "operator guide", "operators guide", "admin guide", "administrator guide",
        "administration guide", "administrationshandbuch*", "administratorhandbuch*",
        "runbook*", "day 2", "produktivbetrieb", "production operation",
        "operation and maintenance", "betrieb und wartung", "systemadministration",
    ),
    alone=("betrieb", "operation", "administration", "admin"),
)  # fmt: skip
OPERATIONS = {
    "update": Terms(
        anywhere=(
            "update*", "updating", "upgrade*", "upgrading", "aktualisier*", "aktualisieren",
            "versionswechsel", "migration*", "migrating", "migrate", "wartung*", "maintenance",
            "instandhaltung", "patch*", "releasewechsel",
        ),
    ),
    "backup": Terms(
        anywhere=(
            "backup*", "back up", "datensicherung*", "sicherung", "sicherungen", "restore*",
            "wiederherstell*", "disaster recovery", "recovery", "notfall*", "snapshot", "snapshots",
        ),
    ),
    "monitoring": Terms(
        anywhere=(
            "monitor*", "ueberwach*", "logging", "logs", "log files", "logdateien",
            "protokollierung", "health", "health check", "healthcheck*", "health checks",
            "metrics", "metriken",
            "prometheus", "grafana", "observability", "alerting", "alarmierung", "troubleshoot*",
            "fehlerbehebung*", "fehlersuche", "fehleranalyse", "stoerung*", "debugging",
            "telemetry", "problembehandlung", "known issues", "bekannte probleme",
            "haeufige probleme", "common problems",
        ),
    ),
    "requirements": Terms(
        anywhere=(
            "systemanforderung*", "systemvoraussetzung*", "system requirements",
            "hardware requirements", "hardwareanforderung*", "server requirements", "ressourcen",
            "ressourcenbedarf", "resource requirements", "sizing", "dimensionierung",
            "mindestanforderung*", "minimum requirements", "technische voraussetzungen",
            "technische anforderungen", "prerequisite*", "voraussetzung*", "hosting requirements",
            "scaling", "skalierung", "performance",
        ),
        alone=("requirements", "anforderungen"),
    ),
}  # fmt: skip
OPERATIONS_TOPIC = Topic(
    headings=OPERATIONS_AT_ALL,
    words=Terms(
        anywhere=(
            "backup*", "datensicherung*", "monitor*", "ueberwach*", "update*", "upgrade*",
            "aktualisier*", "wartung*", "health check", "healthcheck", "logs", "logging",
            "in production", "produktivbetrieb", "produktivumgebung", "production environment",
            "administrator*", "betrieben", "betrieb", "hosting", "gehostet", "hosted",
        ),
    ),
    pages=Terms(
        anywhere=(
            "betriebshandbuch*", "betriebskonzept*", "betriebsanleitung*", "betriebsdokument*",
            "operations", "operating", "runbook*", "administrationshandbuch*", "admin guide",
            "adminguide", "backup*", "monitoring", "upgrade*", "upgrading", "troubleshooting",
            "wartung*", "maintenance", "admin manual",
        ),
        alone=("betrieb", "administration", "admin"),
    ),
    others=(FORMALITIES,),
)  # fmt: skip

# DOC009
CHANGE_LOG = Terms(
    anywhere=(
        "changelog", "changelogs", "change log", "release notes", "releasenotes", "version history",
        "versionshistorie*", "versionsgeschichte", "aenderungsprotokoll*", "aenderungshistorie*",
        "aenderungsverlauf", "release history", "aenderungen in version", "what s new",
        "whats new", "was ist neu",
    ),
    alone=("changes", "aenderungen", "history", "historie", "news", "neuigkeiten", "releases"),
)  # fmt: skip

# DOC011
CONTACT = Topic(
    headings=Terms(
        anywhere=(
            "contact*", "kontakt*", "ansprechpartner*", "ansprechstelle*", "ansprechperson*",
            "ansprechbar*", "maintainer*", "maintained by", "support", "hilfe und support",
            "getting help", "get help", "impressum", "betreut von", "verantwortlich*",
            "responsible", "feedback", "fragen", "questions", "get in touch", "reach out",
            "who do i talk to",
        ),
        alone=("team", "help", "hilfe", "herausgeber", "herausgeberin", "community"),
    ),
    words=Terms(
        anywhere=(
            "contact*", "kontakt*", "kontaktier*", "ansprechpartner*", "ansprechstelle*",
            "wenden sie sich", "melden sie sich", "bei fragen", "questions", "fragen",
            "maintained by", "developed by", "entwickelt von", "entwickelt durch", "betreut",
            "herausgegeben", "im auftrag", "on behalf of", "stadt", "landkreis", "gemeinde",
            "city of",
        ),
    ),
    pages=Terms(
        anywhere=("contact*", "kontakt*", "support", "ansprechpartner*", "maintainers",
                  "impressum"),
    ),
    others=(INSTALLATION,),
    is_in_code=False,
)  # fmt: skip

# DOC012: what a project says of how far it is.
FINISHED = Terms(
    anywhere=(
        "production ready", "ready for production", "in production use", "used in production",
        "stable release", "stable version", "stabile version", "stabiler stand", "is stable",
        "ist stabil", "considered stable", "produktiv im einsatz", "produktiv eingesetzt",
        "produktiv genutzt", "im produktivbetrieb", "im produktiven einsatz", "im live betrieb",
        "im regelbetrieb", "im wirkbetrieb", "actively maintained", "aktiv gepflegt",
        "wird aktiv weiterentwickelt", "actively developed", "under active development",
        "released version", "general availability", "produktionsreif*", "status stable",
        "status aktiv", "status active", "repostatus active", "lts version",
    ),
)  # fmt: skip
UNFINISHED = Terms(
    anywhere=(
        "prototyp", "prototype", "prototypen", "prototypes", "prototypisch*", "proof of concept",
        "proof of concepts", "poc", "mvp", "minimum viable product", "minimal viable product",
        "demonstrator*", "beta", "beta version", "betaversion", "alpha", "alpha version",
        "pre alpha", "prealpha", "work in progress", "wip", "in development", "in entwicklung",
        "under development", "under construction", "im aufbau befindlich", "noch im aufbau",
        "early stage", "early development", "fruehen stadium", "fruehes stadium",
        "experimental", "experimentell*", "not production ready", "not yet production ready",
        "not ready for production", "nicht produktionsreif", "nicht fuer den produktiv*",
        "not intended for production", "not for production", "machbarkeitsstudie", "pilotphase",
        "pilotprojekt", "pilotversion", "testbetrieb", "erprobung*", "technology preview",
        "preview version", "vorabversion", "concept stage", "konzeptphase",
    ),
)  # fmt: skip
ENDED = Terms(
    anywhere=(
        "archived", "archiviert", "deprecated", "no longer maintained", "not maintained",
        "unmaintained", "no longer developed", "not actively maintained",
        "not actively developed", "nicht mehr gepflegt", "nicht mehr weiterentwickelt",
        "nicht mehr entwickelt", "nicht weiter gepflegt", "nicht weiterentwickelt",
        "entwicklung eingestellt", "eingestellt", "end of life", "obsolete", "veraltet",
        "discontinued", "abandoned", "abgeschlossen", "feature complete", "maintenance mode",
        "superseded", "abgeloest",
    ),
)  # fmt: skip
MATURITY = Topic(
    headings=Terms(
        anywhere=(
            "project status", "projektstatus", "projektstand", "development status",
            "entwicklungsstand", "entwicklungsstatus", "current status", "current state",
            "aktueller stand", "aktueller status", "reifegrad*", "maturity", "release status",
            "state of development", "stand der entwicklung", "stand der technik und entwicklung",
            "roadmap", "fahrplan", "lebenszyklus", "life cycle", "lifecycle", "support status",
        ),
        alone=("status", "stand", "state", "stability", "stabilitaet"),
    ),
    pages=Terms(anywhere=("roadmap", "projektstatus", "fahrplan"), alone=("status",)),
    others=(INSTALLATION, FORMALITIES),
    is_in_code=False,
)  # fmt: skip
