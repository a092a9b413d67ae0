# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports to render: a case as an office has it on its desk, and the same made hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from scm_check.model import (
    Access,
    Addressee,
    BaselineUse,
    Certainty,
    Decision,
    DecisionOutcome,
    DecisionUse,
    Declaration,
    Force,
    Funded,
    JudgedFinding,
    JudgedObligation,
    Judgement,
    Kind,
    KindEvidence,
    Location,
    Objection,
    ObjectionUse,
    Obligation,
    ObligationState,
    Problem,
    Procedure,
    ProcedureState,
    Report,
    RepositorySummary,
    Run,
    Severity,
    Source,
    Status,
    Target,
    Text,
    Tool,
    Verdict,
    Waiver,
    WaiverUse,
)

COMMIT = "0329f2a" + "4" * 33
TARGET = Target(
    given="https://git.example.org/musterstadt/cockpit@v0.7.3",
    url="https://git.example.org/musterstadt/cockpit",
    ref="v0.7.3",
)
SOURCE = Source(
    target=TARGET,
    commit=COMMIT,
    tree="b" * 40,
    committed_at=dt.datetime(2025, 11, 25, 9, 30, tzinfo=dt.UTC),
    is_git=True,
    is_shallow=True,
    access=Access("https", "git.example.org", anonymous=True),
)
OPEN_SOURCE = Obligation(
    key="mpsc-2021/open-source",
    title=Text("Freie Software (Open Source)", "Free software (open source)"),
    source=Text("KfW-Merkblatt 436, Stand 10/2021", "KfW leaflet 436, 10/2021"),
    article="Förderbedingungen",
    wording="geförderte Softwarelösungen als Open Source bzw. freie Software zur Verfügung zu "
    "stellen",
    date="2021-10-01",
    url="https://www.example.org/merkblatt-436.pdf",
    certainty=Certainty.READ,
    force=Force.BINDING,
)
PUBLIC = replace(
    OPEN_SOURCE,
    key="mpsc-2021/public",
    title=Text(
        "Quelltext veröffentlicht und öffentlich zugänglich", "Source code published and accessible"
    ),
)
REPLICABLE = replace(
    OPEN_SOURCE,
    key="mpsc-2021/replicable",
    title=Text("Nachnutzbar für andere Kommunen", "Reusable by other municipalities"),
    article="Förderziele",
    wording="skalierbar und replizierbar",
    force=Force.AIM,
)


def finding(
    message: str,
    text: Text,
    *locations: Location,
    status: Status = Status.FAIL,
    evidence: str = "",
    waiver: str | None = None,
) -> JudgedFinding:
    return JudgedFinding(
        message=message,
        arguments={},
        text=text,
        locations=locations,
        evidence=evidence,
        status=status,
        fingerprint=f"{len(message):032x}",
        waiver=waiver,
        observed=status,
    )


def judgement(
    rule: str,
    title: Text,
    passed: Text,
    *,
    status: Status = Status.PASS,
    severity: Severity = Severity.SHOULD,
    obligations: tuple[str, ...] = (),
    findings: tuple[JudgedFinding, ...] = (),
    reason_text: Text | None = None,
    **other: object,
) -> Judgement:
    plain = Judgement(
        rule=rule,
        slug=rule.lower() + "-slug",
        family="licensing",
        severity=severity,
        status=status,
        title=title,
        purpose=Text("Das hilft jeder Kommune.", "This helps every municipality."),
        remedy=Text("1. Ansehen. 2. Ändern.", "1. Look. 2. Change."),
        done_when=Text("Die Datei liegt im Hauptverzeichnis.", "The file lies in the root folder."),
        effort=Text("10 Minuten", "10 minutes"),
        passed=passed,
        addressee=Addressee.CONTRACTOR,
        obligations=obligations,
        findings=findings,
        reason="see-rule" if reason_text else None,
        reason_text=reason_text,
    )
    return replace(plain, **other)  # type: ignore[arg-type]  # keyword arguments of Judgement


LICENSE_MISSING = judgement(
    "LIC001",
    Text("Es fehlt eine Lizenz", "There is no licence"),
    Text("Lizenz", "licence"),
    status=Status.FAIL,
    severity=Severity.MUST,
    obligations=("mpsc-2021/open-source",),
    findings=(
        finding(
            "missing-but-claimed",
            Text(
                "In 783 Dateien ist keine Lizenz genannt, obwohl die README die Software "
                "„open-source“ nennt.",
                "None of 783 files names a licence, although the README calls the software "
                "open-source.",
            ),
            Location("README.md", 12),
            evidence="Musterstadt Cockpit is an open-source CMS",
        ),
    ),
    purpose=Text(
        "Ohne Lizenz darf keine andere Kommune die Software nutzen.",
        "Without a licence no other municipality may use the software.",
    ),
    remedy=Text(
        "1. Rechte mit dem Dienstleister klären (Vertrag). 2. Lizenz wählen, zum Beispiel "
        "EUPL-1.2. 3. Den Text als Datei LICENSE in das Hauptverzeichnis legen.",
        "1. Settle the rights with the contractor (contract). 2. Choose a licence, for example "
        "EUPL-1.2. 3. Put its text into the root folder as the file LICENSE.",
    ),
    effort=Text(
        "Klärung 1–3 Wochen, Einfügen 10 Minuten", "1–3 weeks to settle, 10 minutes to add"
    ),
    addressee=Addressee.MUNICIPALITY,
    searched=("LICENSE*", "COPYING*", "LIZENZ*", "LICENSES/", "README.md", "package.json"),
)
RIGHTS = judgement(
    "LIC017",
    Text("Die Rechte am Quelltext sind nicht angegeben", "The rights to the source are not stated"),
    Text("Rechte angegeben", "rights stated"),
    status=Status.UNKNOWN,
    reason_text=Text("Die Angabe der Kommune fehlt noch.", "The declaration is still missing."),
    is_declaration=True,
    addressee=Addressee.MUNICIPALITY,
)
PLACES = judgement(
    "REP005",
    Text("Orte sind im Quelltext fest eingetragen", "Places are fixed in the source code"),
    Text("keine festen Orte", "no fixed places"),
    status=Status.REVIEW,
    obligations=("mpsc-2021/replicable",),
    findings=(
        finding(
            "place",
            Text("„Musterstadt“ steht in 6 Dateien.", '"Musterstadt" stands in 6 files.'),
            Location("Jobs/EventImporter/EventImporter.cs", 56),
            Location("Jobs/ProjectImporter/ProjectImporter.cs", 27),
            status=Status.REVIEW,
            evidence="https://www.musterstadt.example/feed/termine.xml",
        ),
    ),
    remedy=Text(
        "1. Ortsnamen in eine Einstellung verlegen. 2. Die Einstellung beschreiben.",
        "1. Move the names of places into a setting. 2. Describe the setting.",
    ),
    effort=Text("1–2 Tage", "1–2 days"),
)
MAINTENANCE = judgement(
    "DOC008",
    Text("Der Betrieb ist nicht beschrieben", "Operation is not described"),
    Text("Betrieb beschrieben", "operation described"),
    status=Status.FAIL,
    obligations=("mpsc-2021/replicable",),
    findings=(
        finding(
            "missing",
            Text(
                "Es ist keine Anleitung für den Betrieb zu finden.",
                "There are no instructions for operation.",
            ),
        ),
    ),
)
PASSWORD = judgement(
    "SEC006",
    Text("Ein Standardpasswort ist eingetragen", "A default password is set"),
    Text("keine Standardpasswörter", "no default passwords"),
    status=Status.FAIL,
    urgent=True,
    findings=(
        finding(
            "default-password",
            Text(
                "Ein Standardpasswort steht in docker-compose.yml.",
                "A default password stands in docker-compose.yml.",
            ),
            Location("docker-compose.yml", 38),
            Location("docker-compose.yml", 52),
        ),
    ),
    remedy=Text("Falls es so in Betrieb ist: sofort ändern.", "If it is in use so: change it now."),
)


def _others() -> Iterator[Judgement]:
    yield judgement(
        "LIC002",
        Text("Die Lizenz ist nicht frei", "The licence is not free"),
        Text("freie Lizenz", "free licence"),
        status=Status.NOT_APPLICABLE,
        severity=Severity.MUST,
        obligations=("mpsc-2021/open-source",),
        reason_text=Text("Siehe LIC001.", "See LIC001."),
    )
    yield judgement(
        "LIC010",
        Text(
            "Lizenzangaben (REUSE) sind unvollständig", "Licence statements (REUSE) are incomplete"
        ),
        Text("Lizenzangaben je Datei", "licence statements per file"),
        status=Status.FAIL,
        severity=Severity.MAY,
        obligations=("reuse-3.3/complete",),
        findings=(
            finding(
                "not-claimed",
                Text(
                    "0 % der 1.783 Dateien nennen Lizenz und Rechteinhaberin.",
                    "0% of 1,783 files name licence and copyright holder.",
                ),
            ),
        ),
    )
    good = (
        ("DOC001", Text("Zweck", "purpose")),
        ("DOC003", Text("Installation", "installation")),
        ("DOC004", Text("Einstellungen", "settings")),
        ("REP011", Text("Tests", "tests")),
        ("REP009", Text("Versionen", "versions")),
    )
    for rule, passed in good:
        yield judgement(rule, Text("Es fehlt etwas", "Something is missing"), passed)
    yield judgement(
        "OPN005",
        Text("Nicht öffentlich zugänglich", "Not publicly accessible"),
        Text("öffentlich zugänglich", "publicly accessible"),
        severity=Severity.MUST,
        obligations=("mpsc-2021/public",),
        findings=(
            finding(
                "anonymous",
                Text(
                    "Ohne Anmeldung von git.example.org geholt.",
                    "Fetched from git.example.org without login.",
                ),
                status=Status.PASS,
            ),
        ),
    )
    yield judgement(
        "OPN015",
        Text("Es wird nicht gepflegt", "It is not maintained"),
        Text("gepflegt", "maintained"),
        status=Status.UNKNOWN,
        severity=Severity.MAY,
        reason_text=Text("Die Vorgeschichte reicht nicht aus.", "There is too little history."),
    )
    yield judgement(
        "SEC005",
        Text("Meldeweg für Sicherheitslücken fehlt", "No way to report vulnerabilities"),
        Text("Meldeweg", "security contact"),
        status=Status.FAIL,
        severity=Severity.MAY,
        waiver="requested",
        findings=(
            finding(
                "missing",
                Text("Es gibt keine Datei SECURITY.md.", "There is no file SECURITY.md."),
                waiver="requested",
            ),
        ),
    )


def sample_report() -> Report:
    """A town's case: one deviation, one open question, one urgent thing, one waiver."""
    judgements = (LICENSE_MISSING, RIGHTS, PLACES, MAINTENANCE, PASSWORD, *_others())
    return Report(
        tool=Tool("scm-check", "0.1.0", "sha256:" + "c" * 64),
        source=SOURCE,
        target=TARGET,
        repository=RepositorySummary(
            kind=("application", "service"),
            kind_evidence=(KindEvidence(Kind.SERVICE, "container", "docker-compose.yml"),),
            files=783,
            size_bytes=12_345_678,
            languages={"C#": 402, "TypeScript": 201},
            tags=35,
            latest_tag="v0.7.3",
            last_commit_at="2025-11-25T09:30:00+00:00",
            manifests=("package.json",),
        ),
        profile="mpsc-2021",
        profile_version="0.1.0",
        profile_sha256="sha256:" + "d" * 64,
        profile_title=Text(
            "Modellprojekte Smart Cities, 3. Aufruf", "Modellprojekte Smart Cities, 3rd call"
        ),
        options={"offline": False, "select": [], "limits": {"files": 200_000, "total_s": 600.0}},
        config_sha256=None,
        as_of=dt.date(2026, 11, 22),
        limits_hit=(),
        call="2021",
        call_origin="municipality",
        funded=Funded.NOT_STATED,
        verdict=Verdict.NOT_COMPLIANT,
        open_declarations=("LIC017",),
        obligations=(
            JudgedObligation(OPEN_SOURCE, ObligationState.NOT_FULFILLED, ("LIC001",)),
            JudgedObligation(PUBLIC, ObligationState.FULFILLED, ("OPN005",)),
            JudgedObligation(REPLICABLE, ObligationState.OPEN, ("DOC008", "REP005")),
        ),
        judgements=tuple(sorted(judgements, key=lambda item: item.rule)),
        waivers=(
            WaiverUse(
                Waiver(
                    rule="SEC005",
                    reason="Der Meldeweg steht auf der Website.",
                    expires=dt.date(2027, 6, 30),
                    approved_by="Referat Digitales",
                    approved_on=dt.date(2026, 11, 1),
                ),
                "requested",
            ),
        ),
        declarations=(
            Declaration(
                rule="OPN013",
                answer="yes",
                text="Vorgestellt im Regionalforum.",
                by="Projektleitung",
                on=dt.date(2026, 10, 1),
                evidence="Protokoll vom 01.10.2026",
            ),
        ),
        problems=(),
        run=Run("2026-11-22T10:00:00+00:00", "2026-11-22T10:00:01+00:00", {"fetch": 0.8}),
        name="Musterstadt Cockpit",
        configured_by=COMMIT,
    )


def office_report(words: str = "Die Orte stehen nur in Beispieldaten.") -> Report:
    """The sample as a report of the office: a decision, an open response, a baseline, a draft.

    `words` are what people wrote.
    """
    report = sample_report()
    found = replace(PLACES.findings[0], decision="unconfirmed", objection="open", is_known=True)
    places = replace(PLACES, findings=(found,), decision="unconfirmed", is_baselined=True)
    others = [item for item in report.judgements if item.rule != "REP005"]
    decision = Decision(
        rule="REP005",
        fingerprint=found.fingerprint,
        commit="1" * 40,
        repository=words,
        outcome=DecisionOutcome.CONFIRM,
        reason=words,
        by=words,
        on=dt.date(2026, 11, 20),
    )
    objection = Objection(
        rule="REP005",
        fingerprint=found.fingerprint,
        repository=words,
        commit="1" * 40,
        text=words,
        by=words,
        on=dt.date(2026, 11, 21),
        evidence=words,
    )
    broad = replace(report.waivers[0], warnings=("expires-soon", "too-broad"))
    return replace(
        report,
        judgements=tuple(sorted([places, *others], key=lambda item: item.rule)),
        waivers=(
            replace(broad, state="granted"),
            WaiverUse(
                Waiver("REP002", words, None, paths=(words,), line=7), "unused", ("no-reason",)
            ),
        ),
        decisions=(DecisionUse(decision, "unconfirmed", is_carried_over=True),),
        objections=(ObjectionUse(objection, "open"),),
        procedure=Procedure(ProcedureState.FOUND, awaiting=("0" * 32,)),
        baseline=BaselineUse(dt.date(2026, 11, 1), COMMIT, "sha256:" + "b" * 64, 21, 1, 8, 2),
        judged_on=dt.date(2026, 11, 22),
    )


def limited_report() -> Report:
    """A reading that was cut short: nothing fails, but not everything was read."""
    report = sample_report()
    passing = replace(
        LICENSE_MISSING,
        status=Status.UNKNOWN,
        findings=(),
        searched=(),
        reason="limit-hit",
        reason_text=Text("Nicht alle Dateien wurden gelesen.", "Not all files were read."),
    )
    others = [item for item in report.judgements if item.rule not in ("LIC001", "SEC006")]
    return replace(
        report,
        judgements=tuple(sorted([passing, *others], key=lambda item: item.rule)),
        obligations=(
            JudgedObligation(OPEN_SOURCE, ObligationState.OPEN, ("LIC001",)),
            *report.obligations[1:],
        ),
        verdict=Verdict.INCOMPLETE,
        limits_hit=("TOO_MANY_FILES",),
        problems=(
            Problem("TOO_MANY_FILES", "snapshot", "More than 200000 files; the rest was not read."),
            Problem("UNREADABLE", "facts", "Cannot inflate the object.", "docs/anleitung.md"),
        ),
        call=None,
        call_origin=None,
        profile="mpsc",
        profile_title=Text("Modellprojekte Smart Cities", "Modellprojekte Smart Cities"),
        newer_tag="v0.8.0",
        source=replace(SOURCE, uncommitted=3),
    )


def unreached_report() -> Report:
    """A target that could not be got."""
    report = sample_report()
    unknown = tuple(
        replace(
            item,
            status=Status.UNKNOWN,
            findings=(),
            searched=(),
            waiver=None,
            reason="target-unreadable",
            reason_text=Text(
                "Das Repositorium war nicht lesbar.", "The repository was unreadable."
            ),
        )
        for item in report.judgements
    )
    return replace(
        report,
        source=None,
        repository=RepositorySummary(),
        judgements=unknown,
        obligations=tuple(replace(item, state=ObligationState.OPEN) for item in report.obligations),
        verdict=None,
        waivers=(),
        problems=(
            Problem(
                "AUTH_REQUIRED",
                "target",
                "git.example.org asks for a login. Publish the repository, or set SCM_CHECK_TOKEN.",
            ),
        ),
        name=None,
    )


HOSTILE = (
    "\x1b]8;;https://evil.example\x07link\x1b[31m",
    "[link=https://evil.example]README.md[/link]",
    "a[/b].txt",
    "[conceal]hidden[/conceal] :warning:",
    "\u202egpj.exe\u2066x",
    "zero\u200bwidth\ufeff",
    "\udcff\ud800",
    "line one\nline two\r\n::error file=x::boom",
    "::error::first",
    "  ::add-mask::blank first",
    "##vso[task.setvariable variable=x]y",
    "##[error]z ##teamcity[testFailed]",
    "a|b||c",
    "`code` ``more``` ~~x~~",
    "<script>alert(1)</script><img src=x onerror=y>&amp;",
    "![image](https://evil.example/pixel.png) [text](javascript:alert(1))",
    "@octocat #12 GH-12 user/repo#3 www.evil.example https://evil.example",
    "=cmd|'/C calc'!A0",
    "# heading",
    "1. list",
    "{argument} {0.__class__} %s",
    "\\|\\`",
    "\x9b31m\x85",
    "漢字かな交じり文" * 20,
    "a" * 5000,
    "",
)


def hostile_report(text: str) -> Report:
    """The sample with `text` wherever a repository, its people or its server choose the words."""
    report = office_report(text)
    place = Location(text, 3, 4, 5)
    bad = finding(
        "missing", Text(f"Gefunden: {text}", f"Found: {text}"), place, place, evidence=text
    )
    worst = replace(
        LICENSE_MISSING,
        findings=(replace(bad, arguments={"name": text, "n": 3}),),
        searched=(text, text),
        truncated=7,
        grouped={text: 4, f"{text}/x": 3},
        reason="see-rule",
        reason_text=Text(text, text),
    )
    others = [item for item in report.judgements if item.rule != "LIC001"]
    use = report.waivers[0]
    declaration = report.declarations[0]
    return replace(
        report,
        name=text,
        target=replace(TARGET, given=text, url=text, ref=text, subdir=text),
        source=replace(
            SOURCE,
            target=replace(TARGET, given=text, url=text, ref=text, subdir=text),
            branch=text,
            access=replace(SOURCE.access, host=text, moved_to=text),
        ),
        repository=replace(
            report.repository,
            languages={text: 1, f"{text} ": 2},
            license_expression=text,
            license_file=text,
            license_confidence="none",
            manifests=(text,),
            kind_evidence=(KindEvidence(Kind.SERVICE, "container", text),),
            latest_tag=text,
        ),
        judgements=tuple(sorted([worst, *others], key=lambda item: item.rule)),
        waivers=(
            replace(
                use,
                waiver=replace(use.waiver, rule=text, reason=text, paths=(text,), approved_by=text),
            ),
            *report.waivers[1:],
        ),
        declarations=(
            replace(declaration, rule=text, text=text, by=text, evidence=text, answer=text),
        ),
        problems=(Problem(text, text, text, text), Problem("UNREADABLE", "facts", text, text)),
        limits_hit=(text,),
        options={"select": [text]},
        delivered=text,
        newer_tag=text,
        grant=text,
    )
