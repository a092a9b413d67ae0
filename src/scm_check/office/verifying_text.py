# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a proof comes to, in words and for other programs."""

from __future__ import annotations

from scm_check.model import Json
from scm_check.office.dossier_check import Findings
from scm_check.office.phrases import say
from scm_check.office.verifying import Difference, Kind, Proof
from scm_check.render import wording
from scm_check.render.layout import Screen
from scm_check.render.phrases import word
from scm_check.render.public import is_public
from scm_check.safe_text import safe_text

_LISTED = 40


def proof_text(proof: Proof, *, lang: str, width: int = 80) -> str:
    """The outcome first, then what differs."""
    screen = Screen(width)
    screen.paragraph(wording.headline(proof.report, lang))
    screen.blank()
    screen.paragraph(_outcome(proof, lang))
    for item in proof.differences[:_LISTED]:
        screen.paragraph(f"– {_line(item, lang)}", indent=2, hang=2)
    if len(proof.differences) > _LISTED:
        screen.paragraph(say("diff/more", lang, n=len(proof.differences) - _LISTED), indent=2)
    screen.blank()
    if is_public(proof.report):
        screen.paragraph(say("verify/public", lang))
    screen.paragraph(say("verify/digest", lang, digest=proof.report.digest))
    return screen.text(color=False)


def edited_text(lang: str) -> str:
    """A report whose digest does not fit its content."""
    return say("verify/edited", lang) + "\n"


def proof_json(proof: Proof) -> dict[str, Json]:
    """The proof for other programs."""
    source = proof.report.source
    return {
        "kind": "scm-check proof",
        "version": 1,
        "holds": proof.holds,
        "public": is_public(proof.report),
        "digest": proof.report.digest,
        "commit": source.commit if source else None,
        "differences": [
            {
                "kind": str(item.kind),
                "name": item.name,
                "report": item.before,
                "run": item.after,
                "of_the_place": item.is_place,
            }
            for item in proof.differences
        ],
    }


def dossier_text(found: Findings, *, lang: str, width: int = 80) -> str:
    """What was found in a dossier: the outcome first, then what does not fit."""
    screen = Screen(width)
    if found.report is not None:
        screen.paragraph(wording.headline(found.report, lang))
        screen.blank()
    if found.holds:
        commit = (found.commit or "")[:12]
        screen.paragraph(say("dossier/holds", lang, n=found.members, commit=commit))
    else:
        screen.paragraph(say("dossier/fails", lang))
    for fault in found.faults[:_LISTED]:
        line = say(f"fault/{fault.kind}", lang, name=safe_text(fault.name, limit=200))
        screen.paragraph(f"– {line}", indent=2, hang=2)
    if found.report is not None:
        screen.blank()
        screen.paragraph(say("verify/digest", lang, digest=found.report.digest))
    return screen.text(color=False)


def dossier_json(found: Findings) -> dict[str, Json]:
    """The same for other programs."""
    return {
        "kind": "scm-check dossier proof",
        "version": 1,
        "holds": found.holds,
        "members": found.members,
        "digest": found.report.digest if found.report else None,
        "commit": found.commit,
        "history": safe_text(found.history, limit=40),
        "faults": [
            {"kind": fault.kind, "name": safe_text(fault.name, limit=200)} for fault in found.faults
        ],
    }


def _outcome(proof: Proof, lang: str) -> str:
    if not proof.differences:
        return say("verify/proved", lang)
    return say("verify/proved-but-place" if proof.holds else "verify/differs", lang)


def _line(item: Difference, lang: str) -> str:
    match item.kind:
        case Kind.RULE:
            before, after = word("status", item.before, lang), word("status", item.after, lang)
            key = "verify/rule" if before != after else "verify/rule-findings"
            line = say(key, lang, rule=item.name, before=before, after=after)
        case Kind.PART:
            key = "verify/part-config" if item.name == "config" else "verify/part"
            line = say(key, lang, part=item.name)
        case _:
            line = say(f"verify/{item.kind}", lang, before=item.before, after=item.after)
    return f"{line} {say('verify/place', lang)}" if item.is_place else line
