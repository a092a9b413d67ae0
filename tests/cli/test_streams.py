# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command with a standard output that is full, closed, narrow of alphabet or left early."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from render.sample import sample_report
from repositories import GOOD, MIT, repository
from running import COMMAND, environment, scm_check

from scm_check.report_json import dumps

COMMANDS = (
    ("--version",),
    ("--version", "--verbose"),
    ("rules",),
    ("profiles",),
    ("explain", "LIC001"),
    ("schema", "report"),
    ("identify", "LICENSE"),
    ("facts", "app"),
    ("check", "app", "--details"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    repository(tmp_path / "app", GOOD)
    (tmp_path / "LICENSE").write_text(MIT)
    return tmp_path


def run_into(
    folder: Path, output: str, *arguments: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command with its output going where the shell's words send it."""
    return subprocess.run(
        ["bash", "-c", f'"$@" {output}', "bash", COMMAND, *arguments],
        env=environment(folder, env),
        cwd=folder,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


def test_a_full_or_closed_output_is_said_in_one_sentence(folder: Path) -> None:
    for arguments in COMMANDS:
        for output, words in (("> /dev/full", "No space left"), (">&-", "closed")):
            ended = run_into(folder, output, *arguments)

            said = ended.stderr.decode()
            assert (ended.returncode, said.count("\n")) == (2, 1), (arguments, said)
            assert words in said


def test_an_output_of_few_letters_gets_utf_8(folder: Path) -> None:
    for arguments in COMMANDS:
        plain = scm_check(folder, *arguments)
        narrow = scm_check(folder, *arguments, env={"PYTHONIOENCODING": "ascii"})

        assert (plain.code, narrow.code, narrow.stderr) == (0, 0, ""), arguments
        assert narrow.stdout


def test_a_reader_that_leaves_changes_no_exit_code(folder: Path) -> None:
    for arguments in COMMANDS:
        ours, theirs = os.pipe()
        os.close(ours)
        ended = subprocess.run(
            [COMMAND, *arguments],
            env=environment(folder),
            cwd=folder,
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
        os.close(theirs)

        assert (ended.returncode, ended.stderr) == (0, b""), arguments


def test_a_closed_error_output_changes_no_exit_code(folder: Path) -> None:
    assert run_into(folder, "> /dev/null 2>&-", "check", "app").returncode == 0
    assert run_into(folder, "> /dev/null 2>&-", "check", "nowhere").returncode == 4
    assert run_into(folder, "> /dev/null 2>&-", "explain", "LIC999").returncode == 2


def on_terminal(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> str:
    """What a person sees on standard error; standard output goes to a pipe."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [COMMAND, *arguments],
        env=environment(folder, env),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    out, _ = done.communicate(timeout=60)
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:  # Linux tells the end of a terminal so
            break
        if not chunk:
            break
        seen += chunk
    os.close(ours)
    assert b"\x1b" not in out
    return seen.decode()


@pytest.fixture
def slow_git(folder: Path) -> dict[str, str]:
    """A `git` that takes its time, so that the work is long."""
    real = shutil.which("git")
    (folder / "bin").mkdir()
    script = folder / "bin" / "git"
    script.write_text(f'#!/bin/sh\nsleep 1.5\nexec {real} "$@"\n')
    script.chmod(0o755)
    return {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


def test_progress_is_shown_on_a_terminal_when_it_takes_long(
    folder: Path, slow_git: dict[str, str]
) -> None:
    seen = on_terminal(folder, "check", "app", env=slow_git)

    assert " …" in seen
    assert seen.endswith("\r\x1b[2K")


def test_a_terminal_that_cannot_wipe_a_line_is_left_alone(
    folder: Path, slow_git: dict[str, str]
) -> None:
    assert on_terminal(folder, "check", "app", env={**slow_git, "TERM": "dumb"}) == ""


@pytest.mark.parametrize("env", [{}, {"SCM_CHECK_QUIET": "1"}])
def test_quiet_shows_no_progress(
    folder: Path, slow_git: dict[str, str], env: dict[str, str]
) -> None:
    arguments = ["check", "app", *(() if env else ("-q",))]

    assert on_terminal(folder, *arguments, env={**slow_git, **env}) == ""


def test_colour_comes_by_wish_and_goes_by_wish(folder: Path) -> None:
    plain = scm_check(folder, "check", "app")
    forced = scm_check(folder, "check", "app", env={"FORCE_COLOR": "1"})
    both = scm_check(folder, "check", "app", env={"FORCE_COLOR": "1", "NO_COLOR": "1"})

    assert b"\x1b[" in forced.out
    assert b"\x1b" not in plain.out + both.out


def test_setting_a_pdf_is_shown_and_leaves_nothing(folder: Path) -> None:
    report = folder / "r.json"
    report.write_text(dumps(sample_report()))

    seen = on_terminal(folder, "render", "r.json", "-o", "pdf=r.pdf", "--lang", "de")

    assert seen == "\r\x1b[2KPDF wird gesetzt …\r\x1b[2K"
    assert (folder / "r.pdf").read_bytes().startswith(b"%PDF")
