# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dossier is one file that proves itself, also when repository, tool and network are gone."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from repositories import ENVIRONMENT, GOOD, MIT, commit, git, repository
from running import Ended, check_json, scm_check

from scm_check.report_json import digest_of

Members = dict[str, bytes]


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A folder with a repository of two commits, its report r.json, and the dossier a.zip."""
    repository(tmp_path / "app", {**GOOD, "README.md": "# App\n\nAn app.\n"})
    commit(tmp_path / "app", {"later.js": "console.log(1)\n"}, date="2026-06-02T12:00:00Z")
    (tmp_path / "r.json").write_bytes(check_json(tmp_path, "app").out)
    made = dossier(tmp_path)
    assert made.code == 0, made.stderr
    return tmp_path


def dossier(folder: Path, *arguments: str, output: str = "a.zip") -> Ended:
    quick = () if "--timeout" in arguments else ("--no-pdf",)
    return scm_check(folder, "dossier", "r.json", "-o", output, *quick, *arguments, "--lang", "en")


def members(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, content: Mapping[str, bytes], *, summed: bool = False) -> None:
    """Write the members; `summed` makes checksums that fit, as a forger would."""
    held = dict(content)
    if summed:
        held["SHA256SUMS"] = "".join(
            f"{hashlib.sha256(data).hexdigest()}  {name}\n"
            for name, data in sorted(held.items())
            if name != "SHA256SUMS"
        ).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)


def faults(folder: Path, path: str = "a.zip") -> set[tuple[str, str]]:
    ended = scm_check(folder, "verify", path, "--json")
    found = json.loads(ended.out)
    assert ended.code == (0 if found["holds"] else 1), ended.stderr
    return {(item["kind"], item["name"]) for item in found["faults"]}


def test_it_holds_all_that_an_auditor_asks_for(app: Path) -> None:
    held = members(app / "a.zip")

    assert held["report.json"] == (app / "r.json").read_bytes()
    for name in (
        "LIESMICH.txt",
        "README.txt",
        "SHA256SUMS",
        "dossier.json",
        "procedure.json",
        "report/report.de.html",
        "report/report.de.md",
        "report/report.en.txt",
        "repository.bundle",
        "rules/LIC001.de.txt",
        "rules/LIC001.en.txt",
        "sources/sources.json",
    ):
        assert held[name], name
    cited = {item["key"]: item for item in json.loads(held["sources/sources.json"])}
    assert cited["mpsc/open-source"]["wording"]
    assert cited["mpsc/open-source"]["url"]


def test_the_report_is_enclosed_as_pdf_and_the_same_twice(app: Path) -> None:
    for output in ("b.zip", "c.zip"):
        dossier(app, "--timeout", "300", output=output)

    held = members(app / "b.zip")
    assert held["report/report.de.pdf"].startswith(b"%PDF-")
    assert held["report/report.en.pdf"].startswith(b"%PDF-")
    assert (app / "b.zip").read_bytes() == (app / "c.zip").read_bytes()


def test_the_same_report_gives_the_same_bytes(app: Path) -> None:
    dossier(app, output="b.zip")

    assert (app / "a.zip").read_bytes() == (app / "b.zip").read_bytes()


def test_it_proves_itself_when_the_repository_is_gone(app: Path) -> None:
    shutil.rmtree(app / "app")
    (app / "r.json").unlink()

    ended = scm_check(app, "verify", "a.zip", "--lang", "de")

    assert ended.code == 0, ended.stderr
    assert "NACHGEPRÜFT: Die Prüfakte ist unverändert." in ended.stdout


def test_common_tools_prove_it_too(app: Path) -> None:
    out = app / "out"
    with zipfile.ZipFile(app / "a.zip") as archive:
        archive.extractall(out)
    environment = {**ENVIRONMENT, "PATH": os.environ["PATH"]}

    def run(*words: str) -> str:
        done = subprocess.run(
            words, cwd=out, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    run("sha256sum", "--quiet", "-c", "SHA256SUMS")
    run("git", "clone", "-q", "repository.bundle", "copy")
    assert git(out / "copy", "rev-parse", "HEAD") == git(app / "app", "rev-parse", "HEAD")
    assert git(out / "copy", "rev-list", "--count", "HEAD") == "2"
    again = scm_check(out, "verify", "report.json", "copy", "--lang", "en")
    assert again.code == 0, again.stdout


def test_a_copy_without_history_gives_the_commit_alone(app: Path) -> None:
    git(app, "clone", "-q", "--depth", "1", f"file://{app / 'app'}", "part")

    made = dossier(app, "--repository", "part", output="part.zip")

    assert "without its history" in made.stdout
    assert faults(app, "part.zip") == set()
    index = json.loads(members(app / "part.zip")["dossier.json"])
    assert index["history"] == "examined commit only"


def remove_object(folder: Path, name: str) -> None:
    oid = git(folder, "rev-parse", name)
    (folder / ".git" / "objects" / oid[:2] / oid[2:]).unlink()


def test_a_copy_with_a_gap_in_its_history_gives_the_commit_alone(app: Path) -> None:
    remove_object(app / "app", "HEAD~1^{tree}")

    made = dossier(app, output="part.zip")

    assert "without its history" in made.stdout, made.stderr
    assert faults(app, "part.zip") == set()


def test_a_copy_that_lacks_a_file_of_the_commit_is_told(app: Path) -> None:
    remove_object(app / "app", "HEAD:later.js")

    made = dossier(app, output="b.zip")

    assert (made.code, (app / "b.zip").exists()) == (4, False)
    assert "does not hold all files of the commit" in made.stderr
    assert "--repository PATH" in made.stderr


def test_a_hostile_repository_runs_nothing(app: Path) -> None:
    trap = app / "ran"
    script = app / "trap.sh"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.sshCommand", "uploadpack.packObjectsHook"):
        git(app / "app", "config", key, str(script))

    made = dossier(app, output="b.zip")

    assert made.code == 0
    assert not trap.exists()
    assert (app / "a.zip").read_bytes() == (app / "b.zip").read_bytes()


# --- what was changed is found --------------------------------------------------------------------


def test_a_changed_an_added_and_a_missing_member_are_named(app: Path) -> None:
    held = members(app / "a.zip")
    del held["rules/LIC001.en.txt"]
    pack(app / "a.zip", {**held, "rules/LIC001.de.txt": b"nothing is asked", "new.txt": b"x"})

    assert faults(app) == {
        ("changed", "rules/LIC001.de.txt"),
        ("unlisted", "new.txt"),
        ("absent", "rules/LIC001.en.txt"),
    }


def _with_report(
    change: Callable[[dict[str, Any]], None], *, signed: bool
) -> Callable[[Members], None]:
    def edit(held: Members) -> None:
        data = json.loads(held["report.json"])
        change(data)
        if signed:
            data["digest"] = digest_of(data)
        held["report.json"] = json.dumps(data).encode()

    return edit


def _acquit(data: dict[str, Any]) -> None:
    data["verdict"] = "compliant"


def test_an_edited_report_is_found_although_the_checksums_fit(app: Path) -> None:
    held = members(app / "a.zip")
    _with_report(_acquit, signed=False)(held)
    pack(app / "a.zip", held, summed=True)

    assert faults(app) == {("edited", "report.json")}


def test_another_report_is_found_although_digest_and_checksums_fit(app: Path) -> None:
    held = members(app / "a.zip")
    _with_report(_acquit, signed=True)(held)
    pack(app / "a.zip", held, summed=True)

    assert faults(app) == {("other-report", "dossier.json")}


def test_another_commit_in_the_bundle_is_found(app: Path) -> None:
    repository(app / "other", {"LICENSE": MIT})
    git(app / "other", "bundle", "create", "-q", str(app / "o.bundle"), "HEAD")
    held = members(app / "a.zip")
    held["repository.bundle"] = (app / "o.bundle").read_bytes()
    pack(app / "a.zip", held, summed=True)

    assert faults(app) == {("bundle", "repository.bundle")}


@pytest.mark.parametrize("cut", [0, 20, 200, -30])
def test_a_cut_bundle_is_found(app: Path, cut: int) -> None:
    held = members(app / "a.zip")
    held["repository.bundle"] = held["repository.bundle"][:cut]
    pack(app / "a.zip", held, summed=True)

    assert faults(app) == {("bundle", "repository.bundle")}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"a.txt": b"x"}, "SHA256SUMS, dossier.json, report.json, repository.bundle is missing"),
        (
            {
                "SHA256SUMS": b"",
                "dossier.json": b"[]",
                "report.json": b"",
                "repository.bundle": b"",
            },
            "does not say so",
        ),
    ],
)
def test_a_zip_that_is_no_dossier_is_refused(
    tmp_path: Path, content: Mapping[str, bytes], words: str
) -> None:
    pack(tmp_path / "a.zip", content)

    ended = scm_check(tmp_path, "verify", "a.zip", "--lang", "en")

    assert ended.code == 2
    assert words in ended.stderr


def test_a_cut_file_and_a_bomb_are_refused(app: Path) -> None:
    whole = (app / "a.zip").read_bytes()
    (app / "cut.zip").write_bytes(whole[: len(whole) // 2])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(10_001):
            archive.writestr(str(number), b"")
    (app / "many.zip").write_bytes(buffer.getvalue())

    for name in ("cut.zip", "many.zip"):
        ended = scm_check(app, "verify", name)
        assert ended.code == 2, name
        assert "scm-check: " in ended.stderr


# --- what stands in the way -----------------------------------------------------------------------


def test_a_copy_without_the_commit_is_told(app: Path) -> None:
    repository(app / "other", {"LICENSE": MIT})

    ended = dossier(app, "--repository", "other", output="b.zip")

    assert (ended.code, (app / "b.zip").exists()) == (4, False)
    assert "Name a copy that does" in ended.stderr


def test_another_catalogue_is_refused_with_the_version_to_install(app: Path) -> None:
    data = json.loads((app / "r.json").read_text())
    data["tool"]["catalogue"] = "sha256:" + "0" * 64
    data["digest"] = digest_of(data)
    (app / "r.json").write_text(json.dumps(data))

    ended = dossier(app, output="b.zip")

    assert (ended.code, (app / "b.zip").exists()) == (2, False)
    assert "Install scm-check" in ended.stderr


def test_what_was_there_stays_when_it_cannot_be_written(app: Path) -> None:
    before = (app / "a.zip").read_bytes()
    shutil.rmtree(app / "app")

    assert dossier(app).code == 4
    assert (app / "a.zip").read_bytes() == before
    assert not list(app.glob(".scm-check-*"))
