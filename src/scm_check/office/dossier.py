# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dossier (Prüfakte): one ZIP that can be checked in ten years, without repository and tool.

It holds the report as it was, in forms for people, the wording cited as of that day, the rules in
both languages, decisions and responses, the examined commit as a git bundle, and checksums. No
clock shows in it: the same report and repository give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import logging
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from scm_check.catalogue import Catalogue
from scm_check.errors import UsageError
from scm_check.model import Json, Obligation, Report, Rule
from scm_check.office.phrases import say
from scm_check.render import LANGUAGES, make_ready, render, rendered
from scm_check.render.explain import explain_text
from scm_check.report_json import json_text, to_json
from scm_check.snapshot.bundle import Bundle

logger = logging.getLogger(__name__)

KIND = "scm-check dossier"
VERSION = 1
REPORT, BUNDLE, INDEX, SUMS = "report.json", "repository.bundle", "dossier.json", "SHA256SUMS"
_SHOWN = {"text": "txt", "markdown": "md", "html": "html"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20


def dossier_files(
    report: Report,
    report_bytes: bytes,
    catalogue: Catalogue,
    bundle: Bundle,
    *,
    with_pdf: bool = True,
) -> dict[str, bytes]:
    """All members but the bundle and the checksums, by name; the PDF where it can be made.

    Raises UsageError where the catalogue at hand is not the report's: its wording would be another.
    """
    if report.tool.catalogue != f"sha256:{catalogue.sha256}":
        raise UsageError(
            "The catalogue installed here is not the one of the report, so the rules and wording "
            f"of that day cannot be enclosed. Install scm-check {report.tool.version} (and name "
            "the same --rules), or check again and use the new report."
        )
    files = {REPORT: report_bytes, INDEX: _index(report, bundle)}
    files |= _reports(report)
    files |= _documents(report) if with_pdf and _makes_pdf() else {}
    files |= _sources(report, catalogue)
    files |= _rules(report, catalogue)
    files |= _procedure(report)
    for lang, name in (("de", "LIESMICH.txt"), ("en", "README.txt")):
        commit = bundle.commit.oid
        text = say("dossier/readme", lang, commit=commit, digest=report.digest)
        files[name] = f"{text}\n".encode()
    return files


def write_dossier(file: BinaryIO, files: Mapping[str, bytes], bundle: Path) -> None:
    """Write the ZIP: members in the order of their names, checksums last."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    with bundle.open("rb") as stream:
        sums[BUNDLE] = hashlib.file_digest(stream, "sha256").hexdigest()
    listed = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(sums):
            if name == BUNDLE:  # compressed already
                _copy(archive, bundle)
            else:
                archive.writestr(_member(name), files[name], zipfile.ZIP_DEFLATED)
        archive.writestr(_member(SUMS), listed, zipfile.ZIP_DEFLATED)


def _copy(archive: zipfile.ZipFile, path: Path) -> None:
    member = _member(BUNDLE)
    member.file_size = path.stat().st_size
    with path.open("rb") as source, archive.open(member, "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, date_time=_EPOCH)
    member.external_attr = 0o644 << 16
    member.create_system = 3
    return member


def _index(report: Report, bundle: Bundle) -> bytes:
    document: dict[str, Json] = {
        "kind": KIND,
        "version": VERSION,
        "tool": report.tool.version,
        "catalogue": report.tool.catalogue,
        "digest": report.digest,
        "address": report.target.url or report.target.given,
        "commit": bundle.commit.oid,
        "tree": bundle.commit.tree,
        "history": "complete" if bundle.is_complete else "examined commit only",
        "report": REPORT,
        "bundle": BUNDLE,
    }
    return json_text(document).encode()


def _reports(report: Report) -> dict[str, bytes]:
    """The report for people, in both languages, with every rule."""
    return {
        f"report/report.{lang}.{ending}": render(report, form, lang, details=True).encode()
        for form, ending in _SHOWN.items()
        for lang in LANGUAGES
    }


def _documents(report: Report) -> dict[str, bytes]:
    made = {f"report/report.{lang}.pdf": rendered(report, "pdf", lang) for lang in LANGUAGES}
    return {name: data for name, data in made.items() if isinstance(data, bytes)}


def _makes_pdf() -> bool:
    """Whether the extra for PDF is installed; the other formats say the same without it."""
    try:
        make_ready("pdf")
    except UsageError as error:
        logger.info("the dossier holds no PDF: %s", error.message)
        return False
    return True


def _sources(report: Report, catalogue: Catalogue) -> dict[str, bytes]:
    """Every obligation that the profile or a rule of the report cites, in full."""
    keys = {item.obligation.key for item in report.obligations}
    keys |= {key for item in report.judgements for key in item.obligations}
    cited = [catalogue.obligations[key] for key in sorted(keys) if key in catalogue.obligations]
    listed: list[Json] = [_source(item) for item in cited]
    files = {"sources/sources.json": json_text(listed).encode()}
    for lang in LANGUAGES:
        parts = [say("dossier/sources", lang), *(_source_text(item, lang) for item in cited)]
        files[f"sources/sources.{lang}.txt"] = ("\n\n".join(parts) + "\n").encode()
    return files


def _source(item: Obligation) -> dict[str, Json]:
    return {
        "key": item.key,
        "title": {"de": item.title.de, "en": item.title.en},
        "source": {"de": item.source.de, "en": item.source.en},
        "article": item.article,
        "wording": item.wording,
        "date": item.date,
        "url": item.url,
        "certainty": str(item.certainty),
        "force": str(item.force),
    }


def _source_text(item: Obligation, lang: str) -> str:
    from scm_check.render.phrases import day_text, in_language, word

    place = [in_language(item.source, lang), item.article, day_text(item.date, lang)]
    lines = [
        f"{in_language(item.title, lang)} ({item.key})",
        ", ".join(part for part in place if part),
        f"„{item.wording}“" if item.wording else "",
        f"{word('force', item.force, lang)}, {word('certainty', item.certainty, lang)}",
        item.url,
    ]
    return "\n".join(line for line in lines if line)


def _rules(report: Report, catalogue: Catalogue) -> dict[str, bytes]:
    names = (item.rule for item in report.judgements)
    return {
        f"rules/{rule.id}.{lang}.txt": f"{explain_text(rule, catalogue, lang)}\n".encode()
        for rule in _known(names, catalogue)
        for lang in LANGUAGES
    }


def _known(names: Iterable[str], catalogue: Catalogue) -> list[Rule]:
    return [catalogue.rules[name] for name in names if name in catalogue.rules]


def _procedure(report: Report) -> dict[str, bytes]:
    """Decisions, responses, waivers and declarations apart, as they stand in the report."""
    data = to_json(report)
    keys = ("decisions", "objections", "procedure", "waivers", "declarations")
    return {"procedure.json": json.dumps({key: data[key] for key in keys}, indent=1).encode()}
