# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line against a real git server over HTTP(S), and all that may answer instead."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
from repositories import GOOD, commit, git, repository
from running import COMMAND, Ended, environment, scm_check
from serving import (
    Answer,
    GitServer,
    git_server,
    http_answer,
    publish,
    scripted_server,
)

from scm_check.report_json import digest_of, schema

HTTP = ("--allow-protocol", "http", "--allow-private-network")
TOKEN = "s3cr3t-T0KEN"
ADVERTISEMENT = "application/x-git-upload-pack-advertisement"


def check(
    folder: Path, target: str, *arguments: str, env: Mapping[str, str] | None = None
) -> Ended:
    """A check with a JSON report that holds to its schema, and nothing left of the run."""
    ended = scm_check(folder, "check", target, "-o", "json", *HTTP, *arguments, env=env)
    if ended.code != 2:
        jsonschema.validate(ended.report, schema())
        assert ended.report["digest"] == digest_of(ended.report)
    assert "Traceback" not in ended.stderr, ended.stderr
    assert list((folder / "work").iterdir()) == []
    return ended


def refused(
    folder: Path, target: str, *arguments: str, env: Mapping[str, str] | None = None
) -> str:
    """A target that could not be got: the problem's code, once all else was as it must be."""
    ended = check(folder, target, *arguments, env=env)
    report = ended.report
    problem = report["problems"][0]
    assert report["verdict"] is None
    assert report["target"]["commit"] is None
    assert {item["status"] for item in report["results"]} == {"unknown"}
    assert ended.code == (3 if problem["code"] == "EMPTY_REPOSITORY" else 4)
    assert ended.stderr == ""
    assert 20 < len(problem["message"]) < 600
    assert problem["message"].isprintable()
    code: str = problem["code"]
    return code


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GitServer]:
    extra = 'url.redirect = ("^/old/(.*)$" => "/town/$1")\nurl.redirect-code = 301\n'
    with git_server(tmp_path / "server", extra=extra) as running:
        yield running


@pytest.fixture
def source(tmp_path: Path, server: GitServer) -> Path:
    """Four commits, a version tag at the second; served as /town/app.git."""
    folder = repository(tmp_path / "source", GOOD, date="2025-01-01T12:00:00Z")
    commit(folder, {"part/LICENSE": GOOD["LICENSE"]}, date="2026-04-01T12:00:00Z")
    git(folder, "tag", "v1.0.0")
    commit(folder, {"part/README.md": "# Part\n"}, date="2026-05-01T12:00:00Z")
    commit(folder, {"news.md": "News\n"}, date="2026-06-01T12:00:00Z")
    publish(folder, server.root / "town" / "app.git")
    return folder


def test_the_newest_state_is_judged_with_its_history(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    ended = check(tmp_path, f"{server.url}/town/app.git")

    report = ended.report
    assert ended.code == 0
    assert ended.stderr == ""
    assert report["problems"] == report["limits_hit"] == []
    assert report["target"]["url"] == f"{server.url}/town/app.git"
    assert report["target"]["commit"] == git(source, "rev-parse", "HEAD")
    assert report["target"]["tree"] == git(source, "rev-parse", "HEAD^{tree}")
    assert ended.result("LIC001")["status"] == "pass"
    assert ended.result("REP009")["status"] == "pass"
    assert report["repository"]["latest_tag"] == "v1.0.0"
    # Three commits in the half year before HEAD, by one person on three days.
    assert ended.result("OPN015")["status"] in ("pass", "review")
    assert ended.result("OPN015")["reason"] is None


def test_the_history_is_fetched_only_for_a_rule_that_needs_it(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    url = f"{server.url}/town/app.git"
    git(server.root / "town" / "app.git", "tag", "-d", "v1.0.0")  # its date would be fetched too
    without = scm_check(tmp_path, "check", url, *HTTP, "--select", "LIC001", "--debug")
    with_it = scm_check(tmp_path, "check", url, *HTTP, "--select", "OPN015", "--debug")

    assert (without.stderr.count(": fetch "), with_it.stderr.count(": fetch ")) == (1, 2)


def test_address_and_path_give_the_same_facts(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    over_http = check(tmp_path, f"{server.url}/town/app.git").report
    on_disk = check(tmp_path, str(source)).report

    differing = [
        one["rule"]
        for one, other in zip(over_http["results"], on_disk["results"], strict=True)
        if one != other
    ]
    assert differing == ["OPN005"]
    own = {"name": None, "commits": None}  # named after the address; the history came in part
    assert {**over_http["repository"], **own} == {**on_disk["repository"], **own}


def test_two_checks_of_one_address_differ_in_run_alone(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    first = check(tmp_path, f"{server.url}/town/app.git").report
    second = check(tmp_path, f"{server.url}/town/app.git", "--no-cache").report

    assert {**first, "run": None} == {**second, "run": None}


@pytest.mark.parametrize("ref", ["v1.0.0", "refs/tags/v1.0.0", "COMMIT"])
def test_one_version_is_judged_by_its_own_date(
    tmp_path: Path, server: GitServer, source: Path, ref: str
) -> None:
    ref = ref.replace("COMMIT", git(source, "rev-parse", "v1.0.0"))

    report = check(tmp_path, f"{server.url}/town/app.git@{ref}").report

    assert report["target"]["commit"] == git(source, "rev-parse", "v1.0.0")
    assert report["target"]["ref"] == ref
    assert report["as_of"] == "2026-04-01"


def test_a_folder_of_the_repository_is_judged_alone(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    ended = check(tmp_path, f"{server.url}/town/app.git#part")

    assert ended.report["repository"]["files"] == 2
    assert ended.report["repository"]["license"]["expression"] == "MIT"
    assert ended.result("REP011")["status"] != "error"


def test_a_folder_that_is_not_there_is_not_found(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    assert refused(tmp_path, f"{server.url}/town/app.git#parts") == "NOT_FOUND"


def test_a_branch_that_is_not_there_is_answered_with_its_neighbour(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    ended = check(tmp_path, f"{server.url}/town/app.git@v1.0.1")

    assert ended.report["problems"][0]["code"] == "NO_SUCH_REF"
    assert "v1.0.0" in ended.report["problems"][0]["message"]
    assert ended.code == 4


def test_a_move_on_the_same_host_is_followed_and_named(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    ended = check(tmp_path, f"{server.url}/old/app.git")

    assert ended.code == 0
    assert ended.report["target"]["url"] == f"{server.url}/old/app.git"
    assert f"{server.url}/town/app.git" in json.dumps(ended.report)


def test_no_server_in_a_private_network_proves_public_access(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    result = check(tmp_path, f"{server.url}/town/app.git").result("OPN005")

    assert (result["status"], result["reason"]) == ("unknown", "private-address")


def test_an_empty_repository_is_nothing_to_check(tmp_path: Path, server: GitServer) -> None:
    git(server.root, "init", "-q", "--bare", "--template=", "empty.git")

    assert refused(tmp_path, f"{server.url}/empty.git") == "EMPTY_REPOSITORY"


def test_what_is_not_there_is_not_found(tmp_path: Path, server: GitServer) -> None:
    assert refused(tmp_path, f"{server.url}/nowhere.git") == "NOT_FOUND"


def test_without_a_default_branch_several_are_named(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    bare = server.root / "town" / "app.git"
    git(bare, "branch", "other", "main")
    git(bare, "symbolic-ref", "HEAD", "refs/heads/gone")

    ended = check(tmp_path, f"{server.url}/town/app.git")

    assert ended.report["problems"][0]["code"] == "NO_DEFAULT_BRANCH"
    assert "main, other" in ended.report["problems"][0]["message"]


def test_a_server_without_partial_fetch_leaves_the_history_unknown(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    publish(source, server.root / "plain.git", allow_filter=False)

    ended = check(tmp_path, f"{server.url}/plain.git")

    assert ended.code == 0
    assert ended.result("OPN015")["status"] == "unknown"
    assert ended.result("LIC001")["status"] == "pass"


def test_what_is_too_large_is_told_with_the_option_that_allows_it(
    tmp_path: Path, server: GitServer
) -> None:
    folder = repository(tmp_path / "big", {"noise.bin": os.urandom(3 << 20)})
    publish(folder, server.root / "big.git")

    ended = check(tmp_path, f"{server.url}/big.git", "--max-clone-bytes", "1000000")

    assert ended.code == 4
    assert ended.report["problems"][0]["code"] == "TOO_LARGE"
    assert "--max-clone-bytes" in ended.report["problems"][0]["message"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--allow-protocol http"),
        (("--allow-protocol", "http"), "--allow-private-network"),
    ],
)
def test_nothing_is_sent_before_it_was_allowed(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    with scripted_server(http_answer("200 OK")) as server:
        ended = scm_check(tmp_path, "check", f"{server.url}/app.git", *arguments)

        assert (ended.code, ended.stdout) == (2, "")
        assert words in ended.stderr
        assert server.requests == []


# --- servers that answer something else -----------------------------------------------------------


def cut_off(connection: socket.socket, _head: bytes) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {ADVERTISEMENT}\r\nContent-Length: 999\r\n\r\n001e# s"
    connection.sendall(head.encode())


def silence(connection: socket.socket, _head: bytes) -> None:
    connection.recv(1)


def hang_up(connection: socket.socket, _head: bytes) -> None:
    connection.shutdown(socket.SHUT_RDWR)


ELSEWHERE = "http://localhost:1/x.git/info/refs"
SIGN_IN = http_answer("200 OK", b"<!doctype html><h1>Sign in</h1>", Content_Type="text/html")


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (SIGN_IN, "NOT_A_REPOSITORY", "web page"),
        (http_answer("302 Found", Location="/users/sign_in"), "NOT_A_REPOSITORY", ""),
        (http_answer("401 No", WWW_Authenticate="Basic"), "AUTH_REQUIRED", "SCM_CHECK_TOKEN"),
        (http_answer("403 No"), "AUTH_REQUIRED", "SCM_CHECK_TOKEN"),
        (http_answer("404 Not Found"), "NOT_FOUND", ""),
        (http_answer("301 Moved", Location=ELSEWHERE), "MOVED_REFUSED", "localhost:1"),
        (http_answer("429 Slow down", Retry_After="86400"), "UNAVAILABLE", ""),
        (hang_up, "UNAVAILABLE", ""),
        (cut_off, "UNAVAILABLE NOT_A_REPOSITORY", ""),
        (silence, "TIMEOUT", "--clone-timeout"),
    ],
)
def test_each_wrong_answer_has_its_code_its_sentence_and_its_exit(
    tmp_path: Path, answer: Answer, code: str, words: str
) -> None:
    with scripted_server(answer) as server:
        target = f"{server.url}/x.git"
        begun = time.monotonic()
        ended = check(tmp_path, target, "--clone-timeout", "2")
        assert refused(tmp_path, target, "--clone-timeout", "2") in code
        screens = [
            scm_check(tmp_path, "check", target, *HTTP, "--clone-timeout", "2", "--lang", lang)
            for lang in ("de", "en")
        ]

    assert time.monotonic() - begun < 60
    assert words in ended.report["problems"][0]["message"]
    assert [screen.code for screen in screens] == [4, 4]
    assert all("Traceback" not in screen.stdout + screen.stderr for screen in screens)
    assert "Dies ist kein Ergebnis über die Software." in screens[0].stdout
    assert "This is no result about the software." in screens[1].stdout
    message = ended.report["problems"][0]["message"].split(". ")[-1]
    german, english = (" ".join(screen.stdout.split()) for screen in screens)
    assert message in english
    assert message not in german


# --- logins ---------------------------------------------------------------------------------------


@pytest.fixture
def private(tmp_path: Path) -> Iterator[GitServer]:
    """An https server that wants a login below /private."""
    folder = repository(tmp_path / "secret", GOOD)
    with git_server(tmp_path / "tls", tls=True, password=TOKEN) as running:
        publish(folder, running.root / "private" / "app.git")
        publish(folder, running.root / "open" / "app.git")
        yield running


def trusting(server: GitServer, **more: str) -> dict[str, str]:
    return {"SSL_CERT_FILE": str(server.authority), **more}


def with_token(server: GitServer, value: str = TOKEN) -> dict[str, str]:
    host = f"127.0.0.1:{server.port}"
    return trusting(server, SCM_CHECK_TOKEN=value, SCM_CHECK_TOKEN_HOST=host)


def test_https_with_a_certificate_of_ones_own_authority(tmp_path: Path, private: GitServer) -> None:
    ended = check(tmp_path, f"{private.url}/open/app.git", env=trusting(private))

    assert ended.code == 0
    assert ended.report["repository"]["license"]["expression"] == "MIT"


def test_a_certificate_nobody_vouches_for_is_named(tmp_path: Path, private: GitServer) -> None:
    ended = check(tmp_path, f"{private.url}/open/app.git")

    assert ended.code == 4
    assert ended.report["problems"][0]["code"] == "UNAVAILABLE"
    assert "SSL_CERT_FILE" in ended.report["problems"][0]["message"]


def test_a_private_repository_asks_for_the_token(tmp_path: Path, private: GitServer) -> None:
    target = f"{private.url}/private/app.git"

    assert refused(tmp_path, target, env=trusting(private)) == "AUTH_REQUIRED"
    assert refused(tmp_path, target, env=with_token(private, "wr0ng")) == "AUTH_REQUIRED"


def test_a_token_without_its_host_is_wrong_usage(tmp_path: Path, private: GitServer) -> None:
    ended = check(
        tmp_path, f"{private.url}/private/app.git", env=trusting(private, SCM_CHECK_TOKEN=TOKEN)
    )

    assert ended.code == 2
    assert "SCM_CHECK_TOKEN_HOST" in ended.stderr
    assert TOKEN not in ended.stderr


def command_lines(stop: threading.Event, seen: set[bytes]) -> None:
    """Collect the arguments of all processes until told to stop."""
    while not stop.is_set():
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                seen.add(path.read_bytes())
            except OSError:
                continue


def test_a_token_opens_its_host_and_shows_nowhere(tmp_path: Path, private: GitServer) -> None:
    stop, seen = threading.Event(), set[bytes]()
    watcher = threading.Thread(target=command_lines, args=(stop, seen))
    watcher.start()
    target = f"{private.url}/private/app.git"
    arguments = ["check", target, *HTTP, "--debug", "--details"]
    outputs = ["-o", "json=r.json", "-o", "markdown=r.md", "-o", "text"]
    ended = scm_check(tmp_path, *arguments, *outputs, env=with_token(private))
    stop.set()
    watcher.join()

    report = json.loads((tmp_path / "r.json").read_text())
    assert ended.code == 0, ended.stderr
    assert report["repository"]["license"]["expression"] == "MIT"
    assert any(b"fetch" in line for line in seen)
    written = b"".join(
        path.read_bytes()
        for path in [*tmp_path.glob("r.*"), *(tmp_path / "cache").rglob("*")]
        if path.is_file()
    )
    for secret in (TOKEN.encode(), b"b2F1dGgyOnMzY3IzdC1UMEtFTg"):
        assert secret not in ended.out + ended.err + written + b"".join(seen)


def test_a_password_in_the_address_is_dropped_and_shows_nowhere(
    tmp_path: Path, private: GitServer
) -> None:
    target = private.url.replace("//", "//oauth2:0ther-T0KEN@") + "/private/app.git"

    ended = check(tmp_path, target, env=trusting(private))

    assert ended.code == 4
    assert ended.report["problems"][0]["code"] == "AUTH_REQUIRED"
    assert "0ther-T0KEN" not in ended.stdout + ended.stderr


def test_an_interrupted_fetch_leaves_nothing(tmp_path: Path) -> None:
    with scripted_server(silence) as server:
        process = subprocess.Popen(
            [COMMAND, "check", f"{server.url}/x.git", *HTTP, "-o", "json=r.json"],
            env=environment(tmp_path),
            cwd=tmp_path,
            stderr=subprocess.PIPE,
        )
        limit = time.monotonic() + 20
        while not server.requests and time.monotonic() < limit:
            time.sleep(0.05)
        process.terminate()
        process.communicate(timeout=20)
        while list((tmp_path / "work").iterdir()) and time.monotonic() < limit:
            time.sleep(0.05)

    assert server.requests
    assert list((tmp_path / "work").iterdir()) == []
    assert not (tmp_path / "r.json").exists()
