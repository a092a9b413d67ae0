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

# DOC002: any heading may hold it but those of instructions and formalities.
PURPOSE = Topic(
    Terms(()),
    others=(
        INSTALLATION,
        FORMALITIES,
        Terms(("important notice", "important note", "wichtiger hinweis", "wichtige hinweise")),
    ),
    is_in_code=False,
)

# DOC004
CONFIGURATION = Topic(
    headings=Terms(
        anywhere=(
            "configur*", "konfigur*", "einstellung*", "settings", "environment variable*",
            "environment vars", "env variables", "env vars", "umgebungsvariable*",
            "enviroment variable*", "env variablen", "env file", "dotenv",
            "environment configuration", "parametrierung", "customization",
            "customisation", "anpassung", "anpassungen", "anpassen", "secrets", "config",
            "laufzeitprofil*", "laufzeitkonfiguration*", "runtime profile*",
        ),
        alone=("environment", "variables", "variablen", "parameter", "parameters", "options",
               "optionen", "env", "config", "props"),
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
            "usage", "how to use", "howto", "how tos", "using the app*",
            "using the api", "using the library", "using the software", "using the tool",
            "user guide", "user manual", "user documentation", "user section", "for users",
            "fuer anwender*", "fuer nutzer*", "fuer nutzende*", "handbuch", "command reference",
            "befehlsreferenz", "befehlsuebersicht",
            "nutzung der app", "nutzung der anwendung", "nutzung der software", "nutzung des",
            "nutzungsanleitung", "nutzungsbeispiel*", "verwendung der app", "verwendung des",
            "verwendung der anwendung", "verwendung der software", "bedienung*",
            "benutzerhandbuch*", "benutzeranleitung*", "anwenderhandbuch*", "anwenderdokument*",
            "anwendungsbeispiel*", "beispiel*", "example*", "tutorial*", "screenshot*",
            "bildschirmfoto*", "walkthrough", "cheat sheet", "schritt fuer schritt",
            "step by step", "so funktioniert", "cookbook", "recipes", "playground",
        ),
        alone=("nutzung", "verwendung", "benutzung", "anwendung", "gebrauch", "demonstration",
               "anleitung", "commands", "befehle", "samples", "use", "use it", "manual", "demo",
               "live demo", "online demo", "demo video"),
    ),
    words=Terms(
        anywhere=(
            "for example", "for instance", "zum beispiel", "z b", "beispielsweise", "example",
            "beispiel", "you can use", "to use", "can be used", "demo", "klicken", "click",
            "screenshot*", "verwenden sie", "nutzen sie", "aufrufen", "open http", "tutorial*",
            "getting started", "get started", "use case", "use cases", "anwendungsfall",
            "anwendungsfaelle",
        ),
    ),
    pages=Terms(
        anywhere=(
            "usage", "tutorial*", "user guide", "userguide", "user manual", "benutzerhandbuch*",
            "bedienungsanleitung*", "anwenderhandbuch*", "nutzung", "bedienung", "examples",
            "beispiele", "erste schritte", "quickstart*", "how to", "howto", "faq", "cookbook",
        ),
        alone=("anleitung", "guide", "manual", "handbuch", "demo"),
    ),
    others=(FORMALITIES,),
)  # fmt: skip

# Names and alternative texts of pictures that show the software at work.
PICTURES_OF_USE = Terms(
    anywhere=(
        "screenshot*", "screen", "screens", "bildschirmfoto*", "bildschirmansicht*", "ansicht",
        "demo", "preview", "vorschau", "mockup*", "walkthrough", "startseite", "homepage",
        "dashboard", "ui", "view", "example*", "beispiel*", "oberflaeche", "app ansicht",
    ),
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
            "component description*", "component overview", "repo structured",
            "system components", "systemkomponente*", "bausteinsicht*", "bausteine",
            "laufzeitsicht*",
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
            "technische dokumentation", "verzeichnisaufbau",
        ),
        alone=("aufbau", "structure", "struktur", "design", "services", "components",
               "komponenten", "module", "modules"),
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
        anywhere=("architecture", "architektur*", "softwarearchitektur*", "systemarchitektur*",
                  "adr", "adrs", "arc42", "systemuebersicht*", "technical overview",
                  "project structure", "projektstruktur", "datenmodell*", "data model",
                  "datamodel", "building block", "bausteinsicht*", "system design"),
        alone=("aufbau", "design", "structure", "struktur", "internals", "decisions",
               "entscheidungen"),
    ),
    others=(FORMALITIES, INSTALLATION),
    is_in_code=False,
)  # fmt: skip

# Names and alternative texts of pictures that show how it is built.
PICTURES_OF_ARCHITECTURE = Terms(
    anywhere=(
        "architect*", "architektur*", "component*", "komponenten*", "diagram*", "diagramm*",
        "schema", "schaubild*", "systemuebersicht*", "uml", "erd", "er diagram", "datenmodell*",
        "data model", "datamodel", "data flow", "dataflow", "datenfluss*", "infrastructure",
        "infrastruktur*", "deployment diagram", "sequence", "topology", "struktur", "structure",
        "c4",
    ),
)  # fmt: skip

# DOC007
INTERFACES = Topic(
    headings=Terms(
        anywhere=(
            "rest api", "http api", "web api", "public api", "oeffentliche api", "json api",
            "api documentation", "api dokumentation", "api docs", "api doku", "api reference",
            "api referenz", "api overview", "api uebersicht", "api beschreibung", "api endpoint*",
            "api endpunkt*", "api usage", "api nutzung", "api anfrage*", "api request*",
            "api spec*", "api spezifikation*", "api routes", "api calls", "using the api",
            "schnittstelle*", "schnittstellenbeschreibung*", "endpoint*", "endpunkt*",
            "webservice*", "web service", "web services", "graphql", "openapi", "asyncapi",
            "mqtt topics", "webhook*",
        ),
        alone=("api", "apis", "rest", "interfaces", "routes", "routen", "anfragen",
               "topics", "queries", "ngsi ld", "sensorthings api", "oparl", "oparl api"),
    ),
    words=Terms(
        anywhere=("api", "apis", "schnittstelle*", "endpoint*", "endpunkt*", "rest", "graphql",
                  "openapi", "swagger", "mqtt", "webhook*", "wfs", "wms", "websocket*"),
    ),
    pages=Terms(
        anywhere=("schnittstelle*", "rest api", "api reference", "api docs", "api dokumentation",
                  "api documentation", "api spec", "endpoints", "endpunkte"),
        alone=("api", "apis", "openapi", "swagger", "asyncapi", "graphql", "interfaces"),
    ),
    others=(FORMALITIES,),
)  # fmt: skip
# In the title of a page that is no README.
INTERFACE_TITLES = Terms(anywhere=("api", "apis", "schnittstelle*", "webservice*"))

# DOC008: what running a service for years asks for, each with its own words.
OPERATIONS_AT_ALL = Terms(
    anywhere=(
        "betriebshandbuch*", "betriebsdokument*", "betriebskonzept*", "betriebsanleitung*",
        "betriebsfuehrung*", "operations manual", "operations guide", "operations handbook",
        "operator guide", "operators guide", "admin guide", "administrator guide",
        "administration guide", "administrationshandbuch*", "administratorhandbuch*",
        "runbook*", "day 2", "produktivbetrieb", "production operation", "produktionsbetrieb",
        "betriebsumgebung*", "betriebshinweis*",
        "running in production", "run in production", "operating in production",
        "notfallhandbuch*", "incident response", "incident management",
        "operation and maintenance", "betrieb und wartung", "systemadministration",
    ),
    alone=("betrieb", "operations", "operation"),
)  # fmt: skip
OPERATIONS = {
    "update": Terms(
        anywhere=(
            "updating the", "updating to", "update auf", "update der", "update des",
            "update instructions", "update guide", "software update*", "updateprozess*",
            "upgrading the", "upgrading to", "upgrading from", "upgrade guide", "upgrade to",
            "upgrade instructions", "aktualisierung der", "aktualisierung des",
            "aktualisieren der", "versionswechsel", "database migration*", "db migration*",
            "datenbankmigration*", "migration guide", "wartungs*", "wartung und", "instandhaltung",
            "patchmanagement", "patch management", "rollback*", "updates einspielen",
            "neue version aktualisieren", "neue version einspielen",
        ),
        alone=("update", "updates", "updating", "upgrade", "upgrades", "upgrading",
               "aktualisierung", "aktualisierungen", "aktualisieren", "migration", "migrations",
               "wartung", "maintenance"),
    ),
    "backup": Terms(
        anywhere=(
            "backup*", "back up", "datensicherung*", "disaster recovery", "notfallkonzept*",
            "notfallwiederherstellung", "wiederherstellung der", "restoring the", "restore the",
        ),
        alone=("sicherung", "sicherungen", "wiederherstellung", "restore", "recovery"),
    ),
    "monitoring": Terms(
        anywhere=(
            "monitoring", "ueberwachung*", "health check", "health checks", "healthcheck*",
            "log files", "logdateien", "protokollierung*", "prometheus", "grafana",
            "observability", "alarmierung*",
            "stoerungsbehebung*", "stoerungsmanagement", "log level*", "loglevel*",
            "fehlerprotokoll*",
        ),
        alone=("logging", "logger", "logs", "health", "metriken"),
    ),
    "requirements": Terms(
        anywhere=(
            "systemanforderung*", "systemvoraussetzung*", "system requirements",
            "hardware requirements", "hardwareanforderung*", "server requirements",
            "ressourcenbedarf", "resource requirements", "sizing", "dimensionierung",
            "mindestanforderung*", "minimum requirements", "hosting requirements", "scaling",
            "skalierung",
        ),
    ),
}  # fmt: skip
OPERATIONS_TOPIC = Topic(
    headings=OPERATIONS_AT_ALL,
    words=Terms(
        anywhere=(
            "backup*", "datensicherung*", "monitor*", "ueberwach*", "update*", "upgrade*",
            "aktualisier*", "wartung*", "health check", "healthcheck", "logs", "logging",
            "in production", "troubleshoot*", "fehlerbehebung*", "produktivbetrieb",
            "produktivumgebung", "production environment",
            "administrator*", "betrieben", "betrieb", "hosting", "gehostet", "hosted",
        ),
    ),
    pages=Terms(
        anywhere=(
            "betriebshandbuch*", "betriebskonzept*", "betriebsanleitung*", "betriebsdokument*",
            "operations", "operating", "runbook*", "administrationshandbuch*", "admin guide",
            "adminguide", "backup*", "monitoring", "upgrade*", "upgrading",
            "wartung*", "maintenance", "admin manual",
        ),
        alone=("betrieb",),
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
CHANGE_LOG_PAGES = Terms(
    anywhere=(),
    alone=("changelog", "change log", "changes", "release notes", "releasenotes",
           "version history", "aenderungen", "aenderungsprotokoll", "versionshistorie"),
)  # fmt: skip

# DOC011
CONTACT = Topic(
    headings=Terms(
        anywhere=(
            "contact us", "contact person*", "contact information", "contact details",
            "contact the", "contacting", "how to contact", "contact and", "contact or",
            "kontaktdaten", "kontaktinformation*", "kontaktmoeglichkeit*", "kontaktaufnahme",
            "kontaktperson*", "kontakt zu", "kontakt zur", "kontakt zum", "kontakt und",
            "ansprechpartner*", "ansprechstelle*", "ansprechperson*", "maintainer*",
            "maintained by", "impressum", "betreut von", "verantwortliche", "verantwortlicher",
            "who maintains", "looking for support", "looking for help", "commercial support",
            "interesse an", "getting help", "get help", "get in touch", "reach out",
            "who do i talk to",
        ),
        alone=("contact", "contacts", "kontakt", "kontakte", "support", "feedback", "fragen",
               "questions", "team", "help", "hilfe", "herausgeber", "herausgeberin"),
    ),
    words=Terms(
        anywhere=(
            "contact*", "kontakt*", "kontaktier*", "ansprechpartner*", "ansprechstelle*",
            "wenden sie sich", "melden sie sich", "bei fragen", "maintained by", "developed by",
            "entwickelt von", "entwickelt durch", "betreut", "herausgegeben", "im auftrag",
            "on behalf of",
        ),
    ),
    pages=Terms(
        anywhere=("ansprechpartner*", "impressum"),
        alone=("contact", "contacts", "kontakt", "support", "maintainers"),
    ),
    others=(INSTALLATION,),
    is_in_code=False,
    is_on_websites=True,
)  # fmt: skip

# DOC012: what a project says of how far it is.
FINISHED = Terms(
    anywhere=(
        "production ready", "ready for production", "in production use", "used in production",
        "stable release", "stable version", "stabile version", "stabiler stand", "is stable",
        "ist stabil", "considered stable", "produktiv im einsatz", "produktiv eingesetzt",
        "produktiv genutzt", "im produktivbetrieb", "im produktiven einsatz", "im live betrieb",
        "livebetrieb",
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
        "entwicklung eingestellt", "eingestellt", "obsolete", "veraltet",
        "discontinued", "abandoned", "abgeschlossen", "feature complete", "maintenance mode",
        "superseded", "abgeloest",
    ),
)  # fmt: skip
# Headings below which a README says what it is about.
ABOUT = Terms(
    anywhere=(
        "about", "ueber", "what is", "was ist", "worum geht", "beschreibung", "description",
        "important note*", "important notice", "wichtiger hinweis", "disclaimer", "hintergrund*",
        "background", "motivation", "projektbeschreibung*", "kurzbeschreibung*", "haftung*",
    ),
    alone=("overview", "uebersicht", "ueberblick", "einleitung", "introduction", "intro", "hinweis",
           "hinweise", "note", "notice", "warning", "achtung", "ziel", "ziele", "zielsetzung"),
)  # fmt: skip
MATURITY = Topic(
    headings=Terms(
        anywhere=(
            "project status", "projektstatus", "projektstand", "development status",
            "entwicklungsstand", "entwicklungsstatus", "implementierungsstand",
            "umsetzungsstand", "current status", "current state",
            "aktueller stand", "aktueller status", "reifegrad*", "maturity", "release status",
            "state of development", "stand der entwicklung", "support status",
        ),
        alone=("status", "stand", "state", "stability", "stabilitaet"),
    ),
    pages=Terms(anywhere=("projektstatus", "project status"), alone=("status",)),
    others=(INSTALLATION, FORMALITIES),
    is_in_code=False,
)  # fmt: skip
