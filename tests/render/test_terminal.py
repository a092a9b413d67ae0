# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from render.sample import (
    LICENSE_MISSING,
    PASSWORD,
    judgement,
    limited_report,
    sample_report,
    unreached_report,
)

from scm_check.model import (
    Funded,
    Judgement,
    ObligationState,
    Problem,
    Report,
    Severity,
    Source,
    Status,
    Target,
    Text,
    Verdict,
)
from scm_check.render import render

WORDS = Text("Etwas fehlt", "Something is missing")


def screen(report: Report, lang: str = "de", *, width: int = 80, details: bool = False) -> str:
    return render(report, "text", lang, width=width, details=details)


def flat(text: str) -> str:
    return " ".join(text.split())


def passing_report() -> Report:
    report = sample_report()
    passing = tuple(item for item in report.judgements if item.status is Status.PASS)
    return replace(
        report, judgements=passing, open_declarations=(), verdict=Verdict.COMPLIANT, obligations=()
    )


def source_of(report: Report) -> Source:
    assert report.source is not None
    return report.source


def test_the_first_line_names_software_version_and_day() -> None:
    first = screen(sample_report()).split("\n")[0]

    assert first == "Musterstadt Cockpit · Stand v0.7.3 (0329f2a, 25.11.2025) · 22.11.2026"


def test_the_result_is_one_line_with_duties_and_declarations() -> None:
    line = "ERGEBNIS: Abweichung festgestellt – 1 Pflicht nicht erfüllt, 1 Angabe fehlt"

    assert line in screen(sample_report()).split("\n")


def test_the_obligations_stand_in_two_columns_with_the_rule_that_fails() -> None:
    lines = screen(sample_report()).split("\n")

    assert "  Freie Software (Open Source)                        nicht erfüllt   LIC001" in lines
    assert "  Quelltext veröffentlicht und öffentlich zugänglich  erfüllt" in lines
    assert "  Angaben der Kommune                                 offen, 1 Frage" in lines


def test_the_counts_add_up_to_the_rules_checked() -> None:
    text = flat(screen(sample_report()))

    counted = text[text.index("Geprüft: ") : text.index("Befristete Ausnahmen")]
    total, *parts = [int(found) for found in re.findall(r"\d+", counted)]
    assert total == len(sample_report().judgements) == sum(parts)


def test_an_urgent_finding_stands_apart_and_is_no_step() -> None:
    text = screen(sample_report())

    steps, _, urgent = text.partition("DRINGEND, unabhängig von der Förderung")
    assert "SEC006" not in steps
    assert "docker-compose.yml, Zeile 38" in urgent


def test_must_comes_before_questions_before_should() -> None:
    text = screen(sample_report())

    places = [text.index(word) for word in ("1. Es fehlt eine Lizenz", "2. 1 Frage", "3. Der Be")]
    assert places == sorted(places)


def test_steps_that_are_not_shown_are_counted() -> None:
    assert "Dazu 1 weiterer Punkt in der ausführlichen Fassung." in screen(sample_report())


def test_without_anything_to_do_it_says_so() -> None:
    text = flat(screen(passing_report()))

    assert "DAS IST ZU TUN Zurzeit nichts." in text
    assert "ERGEBNIS: Keine Abweichung festgestellt " in text


def test_a_granted_waiver_is_no_step_and_is_counted_apart() -> None:
    report = sample_report()
    waived = replace(LICENSE_MISSING, waiver="granted")
    others = tuple(item for item in report.judgements if item.rule != "LIC001")

    text = screen(replace(report, judgements=(waived, *others)))

    assert "Es fehlt eine Lizenz" not in text
    assert "1 mit befristeter Ausnahme" in text


def test_a_requested_waiver_changes_nothing_and_is_mentioned() -> None:
    report = sample_report()
    asked = replace(LICENSE_MISSING, waiver="requested")
    others = tuple(item for item in report.judgements if item.rule != "LIC001")

    text = flat(screen(replace(report, judgements=(asked, *others))))

    assert "1. Es fehlt eine Lizenz" in text
    assert "befristete Ausnahme ist beantragt, aber noch nicht zugelassen" in text


def test_an_unknown_call_is_said_before_the_result() -> None:
    text = flat(screen(limited_report()))

    said = "Förderaufruf nicht angegeben – geprüft wurde nur, was in allen drei Aufrufen gilt."
    assert text.index(said) < text.index("ERGEBNIS")


@pytest.mark.parametrize(
    ("funded", "words"),
    [
        (Funded.NOT_STATED, "nicht angegeben. Das Ergebnis gilt, falls diese Software"),
        (Funded.YES, "aus Fördermitteln beauftragt, nach Angabe der Kommune"),
        (Funded.PARTLY, "gilt für den geförderten Teil"),
        (Funded.NO, "freiwillige Selbstprüfung"),
    ],
)
def test_funding_stands_in_the_head(funded: Funded, words: str) -> None:
    text = flat(screen(replace(sample_report(), funded=funded, grant="436-1")))

    assert words in text[: text.index("ERGEBNIS")]
    assert "Zuschuss-Nr. 436-1." in text[: text.index("ERGEBNIS")]


def test_outside_the_programme_funding_is_no_question() -> None:
    text = screen(replace(sample_report(), profile="base"))

    assert "Förder" not in text[: text.index("DAS IST ZU TUN")]
    assert "Merkblatt 436 in der" not in flat(text)


def test_a_newer_version_and_changes_that_were_not_examined_are_said() -> None:
    text = flat(screen(limited_report()))

    assert "Es gibt einen neueren Versionsstand v0.8.0, der nicht geprüft wurde." in text
    assert "3 nicht festgeschriebene Änderungen wurden nicht geprüft." in text


def test_changes_that_were_examined_are_said_to_be() -> None:
    report = sample_report()
    source = replace(source_of(report), uncommitted=1, is_worktree=True)

    text = flat(screen(replace(report, source=source)))

    assert "1 nicht festgeschriebene Änderung wurde mitgeprüft." in text


def test_a_limit_is_named_with_its_remedy_and_the_open_rule() -> None:
    text = flat(screen(limited_report()))

    assert "GRENZE ERREICHT, NICHT ALLES GELESEN Das Repositorium hat mehr Dateien" in text
    assert "NOCH OFFEN LIC001 nicht prüfbar: Nicht alle Dateien wurden gelesen." in text
    assert "docs/anleitung.md" in text


def test_many_unreadable_files_are_one_entry() -> None:
    problems = tuple(Problem("UNREADABLE", "facts", "x", f"f{n}") for n in range(1234))

    text = flat(screen(replace(sample_report(), problems=problems)))

    assert "f0, f1, f2 und 1.231 weitere" in text


def test_a_target_that_was_not_got_has_a_short_screen_without_a_result() -> None:
    text = screen(unreached_report())

    assert "ERGEBNIS: Es konnte nichts geprüft werden" in text
    assert "verlangt eine Anmeldung" in text
    assert "Dies ist kein Ergebnis über die Software." in text
    assert "DAS IST ZU TUN" not in text
    assert len(text.split("\n")) < 25


def test_an_unknown_problem_is_shown_with_its_code() -> None:
    report = replace(unreached_report(), problems=(Problem("NEW_CODE", "target", "Why."),))

    text = flat(screen(report))

    assert "(NEW_CODE)" in text
    assert "Meldung: Why." in text


def test_a_folder_without_git_is_named_as_such() -> None:
    report = sample_report()
    target = Target(given="./cockpit", path="/srv/cockpit")
    source = replace(source_of(report), commit=None, tree=None, committed_at=None, is_git=False)

    text = screen(replace(report, target=target, source=source, name=None))

    assert text.startswith("cockpit · Stand Ordner ohne Git, ohne Stand (Commit) · 22.11.2026")
    assert "Geprüft wurde der Ordner in seinem Zustand vom 22.11.2026" in flat(text)


def test_a_rule_younger_than_the_accepted_version_has_no_effect() -> None:
    report = sample_report()
    newer = replace(LICENSE_MISSING, is_effective=False)
    others = tuple(item for item in report.judgements if item.rule != "LIC001")

    text = flat(screen(replace(report, judgements=(newer, *others))))

    assert "1 neuere Regel ohne Wirkung für diese Abnahme" in text
    assert "1. Es fehlt eine Lizenz" not in text


def test_a_must_rule_that_needs_eyes_is_a_step() -> None:
    look = replace(LICENSE_MISSING, status=Status.REVIEW)
    report = replace(sample_report(), judgements=(look,), verdict=Verdict.INCOMPLETE)

    assert "1. Bitte ansehen: Es fehlt eine Lizenz (LIC001)." in screen(report)


def test_hints_are_counted_but_are_no_steps() -> None:
    hint = judgement("LIC010", WORDS, WORDS, status=Status.FAIL, severity=Severity.MAY)
    report = replace(passing_report(), judgements=(hint,))

    text = flat(screen(report))

    assert "Geprüft: 1 Regel · 1 Hinweis" in text
    assert "DAS IST ZU TUN Zurzeit nichts." in text


def test_many_must_rules_do_not_push_the_questions_off() -> None:
    failing = tuple(replace(LICENSE_MISSING, rule=f"LIC00{n}") for n in range(1, 7))
    questions = tuple(item for item in sample_report().judgements if item.is_declaration)

    text = screen(replace(sample_report(), judgements=(*failing, *questions)))

    assert "  4. 1 Frage beantworten (LIC017)." in text
    assert "Dazu 3 weitere Punkte" in text


def test_details_list_every_rule_with_its_evidence_and_source() -> None:
    report = sample_report()

    text = flat(screen(report, details=True))

    for item in report.judgements:
        assert re.search(rf"\b{item.rule} \S", text)
    assert "Beleg: Musterstadt Cockpit is an open-source CMS" in text
    assert "Gesucht in: LICENSE*, COPYING*, LIZENZ*" in text
    assert "„geförderte Softwarelösungen als Open Source bzw. freie Software" in text
    assert "bindend · im Wortlaut gelesen · Regeln: LIC001" in text
    assert "SEC005: befristete Ausnahme beantragt, bis 30.06.2027" in text
    assert "Angabe aus dem geprüften Repositorium" in text
    assert "Prüfsumme: sha256:" in text


def test_details_say_how_many_findings_are_not_listed() -> None:
    many = replace(
        LICENSE_MISSING,
        findings=LICENSE_MISSING.findings * 25,
        truncated=1000,
        grouped={"src": 900, ".": 325},
    )

    text = flat(screen(replace(sample_report(), judgements=(many,)), details=True))

    assert "gekürzt, weitere 1.005 Fundorte" in text
    assert "nach Ordnern: src 900, Hauptverzeichnis 325" in text


def test_a_report_without_any_rule_is_rendered() -> None:
    text = flat(screen(replace(passing_report(), judgements=())))

    assert "Geprüft: 0 Regeln" in text


def test_english_is_complete_on_the_first_screen() -> None:
    text = screen(sample_report(), "en")

    assert "RESULT: Deviation found: 1 obligation not fulfilled, 1 declaration is missing" in text
    assert not re.search("[äöüßÄÖÜ„]", text)


def test_a_crashed_check_is_shown_as_the_fault_of_the_tool() -> None:
    crashed: Judgement = replace(
        LICENSE_MISSING,
        status=Status.ERROR,
        findings=(),
        reason="check-crashed",
        reason_text=Text("Die Regel ist abgestürzt (KeyError).", "The check crashed (KeyError)."),
    )

    text = flat(screen(replace(sample_report(), judgements=(crashed, PASSWORD))))

    assert "LIC001 Prüfung abgebrochen (Fehler des Werkzeugs): Die Regel ist abgestürzt" in text
    assert "1 Prüfung abgebrochen" in text


def test_only_what_was_found_is_called_by_its_title() -> None:
    undecided = replace(LICENSE_MISSING, status=Status.UNKNOWN, findings=())

    text = screen(replace(sample_report(), judgements=(undecided,)), details=True)

    assert "LIC001 Lizenz" in text
    assert "Es fehlt eine Lizenz" not in text[text.index("ALLE REGELN") :]


def test_a_duty_whose_rules_are_not_built_says_why_it_is_open() -> None:
    report = sample_report()
    duty = report.obligations[1]
    planned = replace(duty.obligation, planned=("OPN016",))
    obligations = (
        replace(duty, obligation=planned, state=ObligationState.OPEN, rules=()),
        replace(report.obligations[0], state=ObligationState.OPEN, rules=()),
    )

    text = flat(screen(replace(report, obligations=obligations)))

    assert "fehlen dem Werkzeug noch Regeln, darum bleiben sie offen. Quelltext" in text
    assert "zugänglich: OPN016." in text
    assert "(Open Source): Keine der ausgewählten Regeln prüft diese Pflicht." in text
    assert "2 Pflichten offen" in text


def test_a_reason_begins_like_a_sentence_unless_it_begins_with_a_name() -> None:
    for reason, shown in (("siehe dort", "Siehe dort."), ("a.txt: cut", "a.txt: cut.")):
        unknown = replace(
            LICENSE_MISSING,
            status=Status.UNKNOWN,
            findings=(),
            reason="x",
            reason_text=Text(reason, reason),
        )

        text = flat(screen(replace(sample_report(), judgements=(unknown,))))

        assert f"LIC001 nicht prüfbar: {shown}" in text


def test_a_source_outside_the_profile_is_named_with_its_key() -> None:
    both = replace(LICENSE_MISSING, obligations=("mpsc-2021/open-source", "osps/license"))

    text = flat(screen(replace(sample_report(), judgements=(both,)), details=True))

    assert (
        "Förderbedingungen (mpsc-2021/open-source); außerdem OpenSSF OSPS Baseline (osps/license)"
        in text
    )
