# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret's value appears in no report, no log and no file of ours, whatever rule meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from repositories import commit, repository
from running import scm_check
from secret_samples import private_key, samples

from scm_check.render import TEXT_FORMATS

PASSWORD = "Gurk3nsalat" + "MitDill77"
TOKENS = {name: secret for name, (_, secret) in samples().items()}
KEY = private_key()


def files() -> dict[str, str]:
    lines = [line for line, _ in samples().values()]
    return {
        "src/settings.py": "".join(lines) + f'db_password = "{PASSWORD}"\n',
        "README.md": "# App\n\nSet the token "
        + TOKENS["github"]
        + "\n\n## Installation\n\n    docker run -e DB_PASSWORD="
        + PASSWORD
        + " app\n\nAll rights reserved, key "
        + TOKENS["gitlab"]
        + "\n",
        "src/head.c": f"/* Confidential and proprietary: {TOKENS['github']} */\n",
        ".env": f"DB_PASSWORD={PASSWORD}\nGITHUB_TOKEN={TOKENS['github']}\n",
        "docker-compose.yml": f"services:\n  db:\n    DB_PASSWORD: {PASSWORD}\n",
        "certs/server.key": KEY,
        "publiccode.yml": f"name: App\nurl: https://git:{PASSWORD}@git.town.de/app\n",
        "package.json": '{"name": "app", "license": "MIT", "repository": "https://x:'
        + TOKENS["npm"]
        + '@git.example/a"}',
    }


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every report and log of two runs, and every file of the cache, by name."""
    folder = tmp_path_factory.mktemp("secrets")
    repository(folder / "app", files())
    wanted = [arg for form in TEXT_FORMATS for arg in ("-o", f"{form}={folder / 'out' / form}")]
    (folder / "out").mkdir()
    found: dict[str, bytes] = {}
    for run, options in (("first", ("--details",)), ("second", ())):
        ended = scm_check(folder, "check", str(folder / "app"), *wanted, "--debug", *options)
        assert ended.code in (0, 1), ended.stderr
        found[f"{run}: stdout"], found[f"{run}: stderr"] = ended.out, ended.err
        found |= {f"{run}: {path.name}": path.read_bytes() for path in (folder / "out").iterdir()}
    facts = scm_check(folder, "facts", str(folder / "app"), "--json", "--debug")
    found |= {"facts": facts.out + facts.err}
    found |= {str(path): path.read_bytes() for path in _files(folder / "cache")}
    return found


def test_the_secrets_are_found(reports: dict[str, bytes]) -> None:
    report = reports["first: json"]

    for rule in (b"credentials-found", b"private-key-found", b"env-file-committed"):
        assert rule in report
    assert report.count(b"Zugangsdaten in der Form von") >= 20


@pytest.mark.parametrize("name", [*sorted(TOKENS), "password", "key"])
def test_no_output_and_no_file_holds_the_value(name: str, reports: dict[str, bytes]) -> None:
    secret = {"password": PASSWORD, "key": KEY.split("\n")[3]}.get(name) or TOKENS[name]
    body = secret[8:] if len(secret) > 24 else secret

    assert [place for place, content in reports.items() if body.encode() in content] == []


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_public_report_names_no_place_of_a_secret(name: str, tmp_path: Path) -> None:
    repository(tmp_path / "app", {"src/vault.py": samples()["github"][0]})

    ended = scm_check(tmp_path, "check", str(tmp_path / "app"), "-o", name, "--public", "-v")

    assert ended.out
    assert b"vault.py" not in ended.out


def test_a_stored_report_is_made_public_later(tmp_path: Path) -> None:
    repository(tmp_path / "app", {"src/vault.py": samples()["github"][0]})
    stored = tmp_path / "report.json"
    scm_check(tmp_path, "check", str(tmp_path / "app"), "-o", f"json={stored}")

    ended = scm_check(tmp_path, "render", str(stored), "-o", "markdown", "--public", "-v")

    assert b"vault.py" in stored.read_bytes()
    assert ended.out
    assert b"vault.py" not in ended.out


def test_a_token_deleted_long_ago_is_found_by_option(tmp_path: Path) -> None:
    line, secret = samples()["github"]
    repository(tmp_path / "app", {"src/settings.py": line})
    commit(tmp_path / "app", {"src/settings.py": "value = environ['TOKEN']\n"})
    asked = ("check", str(tmp_path / "app"), "-o", "json", "--select", "SEC001")

    without = scm_check(tmp_path, *asked)
    with_it = scm_check(tmp_path, *asked, "--scan-history")

    assert without.result("SEC001")["status"] == "pass"
    assert with_it.result("SEC001")["status"] == "review"
    assert secret.encode() not in with_it.out + with_it.err


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
