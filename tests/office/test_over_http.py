# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proof and dossier of a repository on a server, which goes on and is gone in the end."""

from __future__ import annotations

import json
from pathlib import Path

from repositories import GOOD, commit, git, repository
from running import Ended, scm_check
from serving import git_server, publish

HTTP = ("--allow-protocol", "http", "--allow-private-network")


def test_a_report_on_a_server_is_proved_and_kept(tmp_path: Path) -> None:
    def run(*arguments: str) -> Ended:
        return scm_check(tmp_path, *arguments, *HTTP, "--lang", "en")

    source = repository(tmp_path / "source", GOOD, date="2026-05-01T12:00:00Z")
    git(source, "tag", "v1.0.0")
    examined = commit(source, {"news.md": "News\n"}, date="2026-06-01T12:00:00Z")
    with git_server(tmp_path / "server") as server:
        bare = publish(source, server.root / "app.git")
        first = run("check", f"{server.url}/app.git", "-o", "json=r.json")
        assert first.code == 0, first.stderr
        commit(source, {"LICENSE": "Alle Rechte vorbehalten.\n"}, date="2026-07-01T12:00:00Z")
        git(bare, "fetch", "-q", str(source), "+main:main")

        proof = run("verify", "r.json")
        kept = run("dossier", "r.json", "-o", "a.zip")

    assert proof.code == 0, proof.stdout + proof.stderr
    assert kept.code == 0, kept.stderr
    assert "with all its history" in kept.stdout
    gone = scm_check(tmp_path, "verify", "a.zip", "--json")
    found = json.loads(gone.out)
    assert (gone.code, found["holds"], found["commit"]) == (0, True, examined)
