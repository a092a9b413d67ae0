# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check render`: what a run would have written, later, from its JSON."""

from __future__ import annotations

import json
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from render.sample import HOSTILE, hostile_report, sample_report
from repositories import GOOD, repository
from running import COMMAND, Ended, environment, scm_check

from scm_check.render import FORMATS, LANGUAGES
from scm_check.report_json import digest_of, dumps

# `run` tells when and how long; it alone differs between two runs, so one run makes all.
CHANGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "verdict": lambda data: data.update(verdict="compliant"),
    "status": lambda data: data["results"][4].update(status="pass"),
    "finding": lambda data: data["results"][4]["findings"].clear(),
    "commit": lambda data: data["target"].update(commit="0" * 40),
    "waiver": lambda data: data["waivers"].clear(),
    "digest": lambda data: data.update(digest="sha256:" + "0" * 64),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format in every language, written by direct runs on one commit; and their JSON."""
    folder = tmp_path_factory.mktemp("direct")
    repository(folder / "app", {**GOOD, "weird [name].js": "// Copyright Musterstadt\n"})
    for lang in LANGUAGES:
        wanted = [f"-o{name}={lang}.{name}" for name in FORMATS if name != "json"]
        ended = scm_check(
            folder, "check", "app", "--lang", lang, *wanted, f"-ojson={lang}.json", "--details"
        )
        assert ended.code in (0, 1), ended.stderr
    return folder


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_format_is_byte_for_byte_that_of_the_run(reports: Path, lang: str) -> None:
    wanted = [f"-o{name}=again.{name}" for name in FORMATS]

    ended = scm_check(reports, "render", f"{lang}.json", "--lang", lang, *wanted, "--details")

    assert (ended.code, ended.stderr) == (0, "")
    for name in FORMATS:
        direct = (reports / f"{lang}.{name}").read_bytes()
        assert (reports / f"again.{name}").read_bytes() == direct, name


def test_the_public_version_is_that_of_the_run_too(reports: Path) -> None:
    wanted = [name for name in FORMATS if name != "text"]
    direct = [f"-o{name}=public.{name}" for name in wanted]
    later = [f"-o{name}=later.{name}" for name in wanted]

    scm_check(reports, "check", "app", "--public", "--details", "-ojson=p.json")
    made = scm_check(reports, "render", "p.json", "--details", *direct)
    again = scm_check(reports, "render", "p.json", "--public", "--details", *later)

    assert (made.code, again.code) == (0, 0), again.stderr
    for name in wanted:
        written = (reports / f"later.{name}").read_bytes()
        assert written == (reports / f"public.{name}").read_bytes(), name


def test_one_report_gives_both_languages(reports: Path) -> None:
    german = scm_check(reports, "render", "en.json", "--lang", "de")
    english = scm_check(reports, "render", "de.json", "--lang", "en")

    assert "ERGEBNIS" in german.stdout
    assert "RESULT" in english.stdout


def test_a_report_comes_from_standard_input_too(reports: Path) -> None:
    done = subprocess.run(
        [COMMAND, "render", "-", "-o", "badge"],
        stdin=(reports / "de.json").open("rb"),
        env=environment(reports),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.startswith(b"<svg")


def test_a_report_written_anew_by_another_program_is_the_same_report(tmp_path: Path) -> None:
    data = json.loads(dumps(sample_report()))
    (tmp_path / "r.json").write_text(json.dumps(data, sort_keys=True, ensure_ascii=False))

    ended = scm_check(tmp_path, "render", "r.json", "-o", "json")

    assert ended.stdout == dumps(sample_report())


def refused(folder: Path, content: str | bytes) -> Ended:
    data = content.encode() if isinstance(content, str) else content
    (folder / "r.json").write_bytes(data)
    (folder / "old.html").write_text("old")

    ended = scm_check(folder, "render", "r.json", "-o", "markdown=old.html")

    assert ended.code == 2
    assert ended.stderr.count("\n") == 1
    assert (folder / "old.html").read_text() == "old"
    return ended


@pytest.mark.parametrize("change", CHANGES)
def test_an_edited_report_is_refused(tmp_path: Path, change: str) -> None:
    data = json.loads(dumps(sample_report()))
    CHANGES[change](data)

    ended = refused(tmp_path, json.dumps(data))

    assert "changed after it was written" in ended.stderr


def test_a_report_edited_with_its_digest_must_still_add_up(tmp_path: Path) -> None:
    data = json.loads(dumps(sample_report()))
    data["results"][0]["status"] = "fail"
    data["digest"] = digest_of(data)

    assert "does not add up" in refused(tmp_path, json.dumps(data)).stderr


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_report_is_refused(tmp_path: Path, share: float) -> None:
    text = dumps(sample_report())

    ended = refused(tmp_path, text[: int(len(text) * share)])

    assert "or it is cut" in ended.stderr


def test_a_report_that_lost_a_part_is_refused_with_its_name(tmp_path: Path) -> None:
    data = json.loads(dumps(sample_report()))
    del data["results"][2]["remedy"]

    assert "results[2]: remedy is missing" in refused(tmp_path, json.dumps(data)).stderr


def test_a_newer_report_is_refused_with_the_way_out(tmp_path: Path) -> None:
    data = json.loads(dumps(sample_report()))
    data["schema_version"] = 2

    assert "Install a newer scm-check" in refused(tmp_path, json.dumps(data)).stderr


@pytest.mark.parametrize(
    "foreign",
    [
        "{}",
        "[]",
        "null",
        '{"version": "2.1.0", "runs": []}',
        "<html></html>",
        b"\x00\xff\xfe",
        '{"schema_version": true}',
        '{"schema_version": 1}',
        '{"schema_version": 1e999}',
        "[" * 100_000,
    ],
)
def test_a_foreign_file_is_refused(tmp_path: Path, foreign: str | bytes) -> None:
    assert "no" in refused(tmp_path, foreign).stderr


def test_the_refusal_shows_nothing_of_the_file_that_acts(tmp_path: Path) -> None:
    ended = refused(tmp_path, json.dumps({"schema_version": 1, "\x1b]8;;x\x07": 1}))

    assert "\x1b" not in ended.stderr


@pytest.mark.parametrize("path", ["absent.json", ".", "folder/absent.json"])
def test_a_report_that_cannot_be_read_is_said_with_its_path(tmp_path: Path, path: str) -> None:
    ended = scm_check(tmp_path, "render", path)

    assert ended.code == 2
    assert f"Cannot read the report {path}" in ended.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, name: str) -> None:
    text = dumps(hostile_report("".join(HOSTILE[:3])))
    (tmp_path / "r.json").write_text(text)
    (tmp_path / "out").write_text("old")
    # The kernel refuses the 401st byte of any file: what a full disk does, without root's rights.
    done = subprocess.run(
        [COMMAND, "render", "r.json", "-o", f"{name}=out"],
        env=environment(tmp_path, {"PYTHONDONTWRITEBYTECODE": "1"}),
        cwd=tmp_path,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400)),
    )

    assert done.returncode == 2
    assert done.stderr.decode().startswith("scm-check: Cannot write out")
    assert (tmp_path / "out").read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out", "r.json", "work"]


def test_a_report_that_cannot_be_written_does_not_keep_back_the_others(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(dumps(sample_report()))

    ended = scm_check(
        tmp_path, "render", "r.json", "-o", "csv=absent/r.csv", "-o", "badge=badge.svg"
    )

    assert ended.code == 2
    assert "does not exist" in ended.stderr
    assert (tmp_path / "badge.svg").read_text().startswith("<svg")
