# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Repositories over a real git HTTP server, and everything else that may answer in its place."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import (
    Answer,
    GitServer,
    commit,
    git,
    git_server,
    http_answer,
    new_repository,
    publish,
    scripted_server,
)

from scm_check.errors import EmptyRepository, RefusedTarget, ScmCheckError, TargetError
from scm_check.model import Limits
from scm_check.snapshot import Snapshot, open_snapshot
from scm_check.snapshot import probe as probe_module
from scm_check.snapshot.address import AccessOptions, HostToken, parse_target
from scm_check.snapshot.probe import packets_of, parse_advertisement, parse_ref_packets

HOSTILE = Path(__file__).parents[1] / "hostile" / "make_hostile.py"
ACCESS = AccessOptions(allow_protocols=frozenset({"http", "file"}), allow_private_network=True)
SINCE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ADVERTISEMENT = "application/x-git-upload-pack-advertisement"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for work folders; nothing may be left there after a test."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setenv("SCM_CHECK_WORK", str(folder))
    monkeypatch.setattr(probe_module, "RETRY_DELAYS_S", (0.05, 0.1))
    yield folder
    assert list(folder.iterdir()) == []
    assert processes_in(folder) == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GitServer]:
    with git_server(tmp_path / "server") as running:
        yield running


@pytest.fixture
def source(tmp_path: Path, server: GitServer) -> Path:
    """A repository with three commits, two branches and two tags, served as /town/app.git."""
    folder = new_repository(tmp_path / "source", {"README.md": b"# One\n"})
    git(folder, "tag", "v0.9")
    commit(folder, {"src/main.py": b"print()\n"}, date="2026-02-01T00:00:00Z")
    git(folder, "tag", "-a", "v1.0", "-m", "x")
    git(folder, "branch", "feature/map")
    commit(folder, {".scm-check.yml": b"kind: service\n"}, date="2026-03-01T00:00:00Z")
    publish(folder, server.root / "town" / "app.git")
    return folder


def processes_in(folder: Path) -> list[str]:
    """Processes whose working folder lies below a folder."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if (entry / "cwd").readlink().is_relative_to(folder):
                    found.append(entry.name)
            except OSError:
                continue  # it ended, or belongs to somebody else
    return found


def look(url: str, access: AccessOptions = ACCESS, limits: Limits | None = None) -> Snapshot:
    with open_snapshot(parse_target(url, access), limits or Limits(), access=access) as snapshot:
        return snapshot


def refusal(
    url: str, access: AccessOptions = ACCESS, limits: Limits | None = None
) -> ScmCheckError:
    with pytest.raises(ScmCheckError) as caught:
        look(url, access, limits)
    message = str(caught.value)
    assert all(sign.isprintable() for sign in message), message
    assert len(message) < 800
    return caught.value


# --- a repository as it should be -----------------------------------------------------------------


def test_the_newest_state_is_read(server: GitServer, source: Path) -> None:
    url = f"{server.url}/town/app.git"

    with open_snapshot(parse_target(url, ACCESS), Limits(), access=ACCESS) as snapshot:
        contents = dict(snapshot.blobs(entry.oid for entry in snapshot.entries))

        assert [entry.path for entry in snapshot.entries] == [
            ".scm-check.yml",
            "README.md",
            "src/main.py",
        ]
        assert contents[snapshot.entries[1].oid] == b"# One\n"
        assert snapshot.head(snapshot.entries[1].oid, 3) == b"# O"
        assert snapshot.configuration() == (b"kind: service\n", ".scm-check.yml")
    about = snapshot.source
    assert about.commit == git(source, "rev-parse", "HEAD")
    assert about.tree == git(source, "rev-parse", "HEAD^{tree}")
    assert about.committed_at == dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    assert (about.is_git, about.is_shallow, about.branch) == (True, False, "main")
    access = about.access
    assert (access.transport, access.host, access.anonymous) == ("http", "127.0.0.1", True)
    assert (access.is_private_address, access.moved_to) == (True, None)
    assert (snapshot.problems, snapshot.limits_hit) == ((), ())


def test_tags_come_peeled_and_sorted(server: GitServer, source: Path) -> None:
    tags = look(f"{server.url}/town/app.git").tags()

    assert tags is not None
    assert [(tag.name, tag.commit) for tag in tags] == [
        ("v0.9", git(source, "rev-parse", "v0.9")),
        ("v1.0", git(source, "rev-parse", "v1.0^{commit}")),
    ]


@pytest.mark.parametrize(
    ("ref", "name", "branch"),
    [
        ("v1.0", "v1.0", None),
        ("feature/map", "feature/map", "feature/map"),
        ("refs/heads/feature/map", "feature/map", "feature/map"),
        ("main", "main", "main"),
        ("HEAD", "main", "main"),
    ],
)
def test_a_branch_or_tag_is_examined(
    server: GitServer, source: Path, ref: str, name: str, branch: str | None
) -> None:
    about = look(f"{server.url}/town/app.git@{ref}").source

    assert about.commit == git(source, "rev-parse", f"{name}^{{commit}}")
    assert (about.target.ref, about.branch) == (ref, branch)


def test_a_commit_is_examined_by_its_whole_id(server: GitServer, source: Path) -> None:
    oid = git(source, "rev-parse", "HEAD~2")

    assert look(f"{server.url}/town/app.git@{oid}").source.commit == oid


def test_the_configuration_is_that_of_head_whatever_is_examined(
    server: GitServer, source: Path
) -> None:
    target = parse_target(f"{server.url}/town/app.git@v0.9", ACCESS)

    with open_snapshot(target, Limits(), access=ACCESS) as snapshot:
        assert [entry.path for entry in snapshot.entries] == ["README.md"]
        assert snapshot.configuration() == (b"kind: service\n", ".scm-check.yml")
        other = snapshot.at("v1.0")
        assert [entry.path for entry in other.entries] == ["README.md", "src/main.py"]
        assert other.source.target.ref == "v1.0"


def test_an_unknown_ref_is_answered_with_names_that_are_near(
    server: GitServer, source: Path
) -> None:
    error = refusal(f"{server.url}/town/app.git@feature/maps")

    assert error.code == "NO_SUCH_REF"
    assert "Did you mean feature/map" in str(error)


def test_a_shortened_commit_id_is_explained(server: GitServer, source: Path) -> None:
    short = git(source, "rev-parse", "HEAD")[:10]

    error = refusal(f"{server.url}/town/app.git@{short}")

    assert error.code == "NO_SUCH_REF"
    assert "40 signs" in str(error)


def test_a_whole_id_that_is_not_there_is_no_such_ref(server: GitServer, source: Path) -> None:
    assert refusal(f"{server.url}/town/app.git@{'1' * 40}").code == "NO_SUCH_REF"


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
def test_both_object_formats_are_read(
    tmp_path: Path, server: GitServer, object_format: str
) -> None:
    folder = new_repository(tmp_path / "new", {"a": b"x"}, object_format=object_format)
    publish(folder, server.root / "new.git")

    about = look(f"{server.url}/new.git").source

    assert about.commit == git(folder, "rev-parse", "HEAD")


def test_a_server_of_the_older_protocol_is_read_too(
    tmp_path: Path, source: Path, server: GitServer
) -> None:
    extra = 'setenv.set-request-header = ("Git-Protocol" => "")'
    with git_server(server.root.parent, extra=extra) as old:
        target = parse_target(f"{old.url}/town/app.git", ACCESS)
        with open_snapshot(target, Limits(), access=ACCESS) as snapshot:
            assert snapshot.source.branch == "main"
            assert len(snapshot.tags() or ()) == 2
            assert len(snapshot.history(SINCE).commits) == 3
        assert "git-upload-pack" in old.log.read_text()


# --- history --------------------------------------------------------------------------------------


def history_of(url: str, since: dt.datetime) -> tuple[list[dt.datetime], bool, str | None]:
    with open_snapshot(parse_target(url, ACCESS), Limits(), access=ACCESS) as snapshot:
        history = snapshot.history(since)
    return [one.committed_at for one in history.commits], history.is_complete, history.reason


def test_the_commits_of_a_period_are_fetched(server: GitServer, source: Path) -> None:
    since = dt.datetime(2026, 1, 20, tzinfo=dt.UTC)

    dates, is_complete, reason = history_of(f"{server.url}/town/app.git", since)

    assert dates == [dt.datetime(2026, month, 1, tzinfo=dt.UTC) for month in (3, 2)]
    assert (is_complete, reason) == (True, None)


def test_a_period_without_commits_is_a_fact_and_no_error(server: GitServer, source: Path) -> None:
    later = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)

    assert history_of(f"{server.url}/town/app.git", later) == ([], True, None)


def test_the_history_is_that_of_the_examined_ref(server: GitServer, source: Path) -> None:
    dates, is_complete, _reason = history_of(f"{server.url}/town/app.git@v1.0", SINCE)

    assert (len(dates), is_complete) == (2, True)


def test_a_server_without_filters_is_not_waited_for(
    tmp_path: Path, server: GitServer, source: Path
) -> None:
    publish(source, server.root / "plain.git", allow_filter=False)

    dates, is_complete, reason = history_of(f"{server.url}/plain.git", SINCE)

    assert (dates, is_complete, reason) == ([], False, "server-without-filter")


# --- repositories that are none, or not whole -----------------------------------------------------


def test_an_empty_repository_is_nothing_to_check(tmp_path: Path, server: GitServer) -> None:
    server.root.mkdir(exist_ok=True)
    git(server.root, "init", "-q", "--bare", "empty.git")

    error = refusal(f"{server.url}/empty.git")

    assert isinstance(error, EmptyRepository)
    assert (error.exit_code, error.code) == (3, "EMPTY_REPOSITORY")


def test_without_a_default_branch_the_only_one_is_used(server: GitServer, source: Path) -> None:
    bare = server.root / "town" / "app.git"
    git(bare, "branch", "-D", "feature/map")
    git(bare, "symbolic-ref", "HEAD", "refs/heads/gone")

    assert look(f"{server.url}/town/app.git").source.branch == "main"


def test_without_a_default_branch_several_are_named(server: GitServer, source: Path) -> None:
    git(server.root / "town" / "app.git", "symbolic-ref", "HEAD", "refs/heads/gone")

    error = refusal(f"{server.url}/town/app.git")

    assert error.code == "NO_DEFAULT_BRANCH"
    assert "feature/map, main" in str(error)


def test_a_missing_repository_is_not_found(server: GitServer) -> None:
    assert refusal(f"{server.url}/nowhere.git").code == "NOT_FOUND"


def test_a_damaged_repository_is_unreadable(server: GitServer, source: Path) -> None:
    bare = server.root / "town" / "app.git"
    for pack in [*bare.glob("objects/pack/*.pack"), *bare.glob("objects/??/*")]:
        pack.chmod(0o600)
        pack.write_bytes(pack.read_bytes()[: pack.stat().st_size // 2])

    error = refusal(f"{server.url}/town/app.git")

    assert (error.code, error.exit_code) == ("UNREADABLE", 4)


def test_a_repository_above_the_limit_is_too_large(tmp_path: Path, server: GitServer) -> None:
    folder = new_repository(tmp_path / "big", {"noise": os.urandom(3 << 20)})
    publish(folder, server.root / "big.git")

    error = refusal(f"{server.url}/big.git", limits=Limits(clone_bytes=1 << 20))

    assert error.code == "TOO_LARGE"
    assert "--max-clone-bytes" in str(error)


# --- logins ---------------------------------------------------------------------------------------


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GitServer]:
    """An https server that asks for a login below /private; its certificate is trusted."""
    folder = new_repository(tmp_path / "secret", {"README.md": b"# Private\n"})
    with git_server(tmp_path / "tls", tls=True, password="s3cr3t-T0KEN") as running:
        publish(folder, running.root / "private" / "app.git")
        publish(folder, running.root / "open" / "app.git")
        monkeypatch.setenv("SSL_CERT_FILE", str(running.authority))
        yield running


def with_token(server: GitServer, value: str = "s3cr3t-T0KEN") -> AccessOptions:
    return AccessOptions(
        allow_private_network=True, token=HostToken(f"127.0.0.1:{server.port}", value)
    )


def test_a_login_that_is_asked_for_is_no_prompt_and_no_guess(
    private: GitServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    helper = f'[credential]\n\thelper = "!touch {tmp_path}/CANARY; echo password=x #"\n'
    (home / ".gitconfig").write_text(helper)
    (home / ".netrc").write_text("default login oauth2 password s3cr3t-T0KEN\n")
    monkeypatch.setenv("HOME", str(home))

    error = refusal(f"{private.url}/private/app.git")

    assert error.code == "AUTH_REQUIRED"
    assert "SCM_CHECK_TOKEN" in str(error)
    assert not (tmp_path / "CANARY").exists()


def test_a_token_opens_what_is_refused_without_it(private: GitServer) -> None:
    about = look(f"{private.url}/private/app.git", with_token(private)).source

    assert about.access.anonymous is False
    assert about.access.transport == "https"


def test_a_token_is_not_used_where_none_is_needed(private: GitServer) -> None:
    about = look(f"{private.url}/open/app.git", with_token(private)).source

    assert about.access.anonymous is True


def test_a_token_for_another_host_is_not_sent(private: GitServer) -> None:
    access = AccessOptions(allow_private_network=True, token=HostToken("127.0.0.1", "s3cr3t-T0KEN"))

    assert refusal(f"{private.url}/private/app.git", access).code == "AUTH_REQUIRED"


def test_a_wrong_token_is_told_without_showing_it(private: GitServer) -> None:
    error = refusal(f"{private.url}/private/app.git", with_token(private, "wr0ng-T0KEN"))

    assert error.code == "AUTH_REQUIRED"
    assert "wr0ng" not in str(error)


def test_a_token_is_on_no_command_line_and_in_no_log(
    private: GitServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    seen: set[bytes] = set()
    stopping = threading.Event()

    def watch() -> None:
        while not stopping.is_set():
            for entry in Path("/proc").iterdir():
                try:
                    line = (entry / "cmdline").read_bytes()
                except OSError:
                    continue
                if b"upload-pack" in line or b"fetch" in line or b"remote-https" in line:
                    seen.add(line)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        for _time in range(3):
            look(f"{private.url}/private/app.git", with_token(private))
    finally:
        stopping.set()
        watcher.join()

    told = caplog.text.encode() + b"".join(seen)
    assert any(b"fetch" in line for line in seen)
    for secret in (b"s3cr3t", b"b2F1dGgyOnMzY3IzdC1UMEtFTg"):
        assert secret not in told


def test_a_token_is_in_no_file_of_the_work_folder(private: GitServer, work: Path) -> None:
    access = with_token(private)
    target = parse_target(f"{private.url}/private/app.git", access)

    with open_snapshot(target, Limits(), access=access) as snapshot:
        snapshot.history(SINCE)
        files = [path for path in work.rglob("*") if path.is_file()]
        assert len(files) > 5
        for path in files:
            assert b"s3cr3t" not in path.read_bytes()


def test_an_untrusted_certificate_is_named(
    private: GitServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")

    error = refusal(f"{private.url}/open/app.git")

    assert error.code == "UNAVAILABLE"
    assert "SSL_CERT_FILE" in str(error)


# --- redirects ------------------------------------------------------------------------------------


def test_a_move_on_the_same_host_is_followed_and_named(tmp_path: Path, source: Path) -> None:
    extra = 'url.redirect = ("^/old/(.*)$" => "/town/$1")\nurl.redirect-code = 301\n'
    with git_server(tmp_path / "server", extra=extra) as moved:
        access = look(f"{moved.url}/old/app.git").source.access

        assert access.moved_to == f"{moved.url}/town/app.git"


def test_a_mere_ending_is_no_move(tmp_path: Path, source: Path) -> None:
    extra = r'url.redirect = ("^/town/app/(.*)$" => "/town/app.git/$1")' + "\n"
    with git_server(tmp_path / "server", extra=extra) as moved:
        assert look(f"{moved.url}/town/app").source.access.moved_to is None


def test_a_move_to_another_server_is_not_followed() -> None:
    with scripted_server(http_answer("200 OK")) as other:
        there = f"http://localhost:{other.port}/x.git/info/refs"
        with scripted_server(http_answer("301 Moved", Location=there)) as server:
            error = refusal(f"{server.url}/x.git")

        assert error.code == "MOVED_REFUSED"
        assert f"localhost:{other.port}" in str(error)
        assert other.requests == []


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/x",
        "http://127.0.0.1:1/x/info/refs",
        "http://[::1",
        "//evil.example/x/info/refs",
        "",
        "\x1b[31mhttp://x",
        "/users/sign_in",
    ],
)
def test_a_redirect_that_leads_elsewhere_is_refused(location: str) -> None:
    with scripted_server(http_answer("302 Found", Location=location)) as server:
        error = refusal(f"{server.url}/x.git")

        assert error.code in ("MOVED_REFUSED", "NOT_A_REPOSITORY", "UNAVAILABLE")
        assert error.exit_code == 4
        assert len(server.requests) <= 6


def test_a_circle_of_redirects_ends() -> None:
    place = "/x.git/info/refs?service=git-upload-pack"
    with scripted_server(http_answer("302 Found", Location=place)) as server:
        error = refusal(f"{server.url}/x.git")

        assert error.code == "MOVED_REFUSED"
        assert len(server.requests) == 6


def test_git_connects_to_the_address_that_was_checked(
    server: GitServer, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def resolved(host: str, *_rest: object) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    monkeypatch.setattr(probe_module, "resolve", resolved)

    # No name service knows this host: git reaches it by the pinned address or not at all.
    about = look(f"http://town.invalid:{server.port}/town/app.git").source

    assert about.commit == git(source, "rev-parse", "HEAD")
    assert asked == ["town.invalid"]


def test_an_umlaut_in_the_path_is_no_trouble(tmp_path: Path, server: GitServer) -> None:
    folder = new_repository(tmp_path / "new")
    publish(folder, server.root / "Straßen.git")

    assert look(f"{server.url}/Straßen.git").source.branch == "main"


# --- servers that are none ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (http_answer("200 OK", b"<html>sign in</html>", Content_Type="text/html"), "html"),
        (http_answer("200 OK", b"{}", Content_Type="application/json"), "other"),
        (http_answer("200 OK", b"1234 refs/heads/main\n", Content_Type="text/plain"), "other"),
        (http_answer("200 OK", b"", Content_Type=ADVERTISEMENT), "other"),
        (http_answer("200 OK", b"garbage garbage", Content_Type=ADVERTISEMENT), "other"),
        (http_answer("200 OK", b"0000" * 5_000, Content_Type=ADVERTISEMENT), "other"),
        (http_answer("204 No Content"), "other"),
        (http_answer("418 Teapot"), "other"),
    ],
)
def test_what_does_not_speak_gits_protocol_is_no_repository(answer: Answer, code: str) -> None:
    with scripted_server(answer) as server:
        error = refusal(f"{server.url}/x.git")

        assert error.code == "NOT_A_REPOSITORY"
        assert ("web page" in str(error)) == (code == "html")


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden"])
def test_a_refused_login_is_told_at_once(status: str) -> None:
    answer = http_answer(status, WWW_Authenticate='Basic realm="\x1b[2Jgive me a token"')
    with scripted_server(answer) as server:
        error = refusal(f"{server.url}/x.git")

        assert error.code == "AUTH_REQUIRED"
        assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["500 Error", "502 Bad", "503 Busy", "429 Slow down"])
def test_a_busy_server_is_asked_three_times(status: str) -> None:
    with scripted_server(http_answer(status)) as server:
        error = refusal(f"{server.url}/x.git")

        assert error.code == "UNAVAILABLE"
        assert len(server.requests) == 3


def test_a_server_that_asks_for_a_day_of_patience_is_left() -> None:
    with scripted_server(http_answer("429 Slow down", Retry_After="86400")) as server:
        begun = time.monotonic()

        assert refusal(f"{server.url}/x.git").code == "UNAVAILABLE"
        assert time.monotonic() - begun < 2
        assert len(server.requests) == 1


def cut_off(connection: socket.socket, _head: bytes) -> None:
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {ADVERTISEMENT}\r\nContent-Length: 999\r\n\r\n001e# serv"
    )
    connection.sendall(head.encode())


def close(connection: socket.socket, _head: bytes) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def many_headers(connection: socket.socket, _head: bytes) -> None:
    lines = b"".join(b"X-%d: y\r\n" % number for number in range(10_000))
    connection.sendall(b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n")


def babble(connection: socket.socket, _head: bytes) -> None:
    connection.sendall(b"SSH-2.0-OpenSSH\r\n\r\n\xff\xfe")


@pytest.mark.parametrize("answer", [close, many_headers, babble])
def test_a_broken_answer_is_an_unavailable_server(answer: Answer) -> None:
    with scripted_server(answer) as server:
        assert refusal(f"{server.url}/x.git").code == "UNAVAILABLE"


def test_an_answer_cut_in_the_middle_is_no_repository() -> None:
    with scripted_server(cut_off) as server:
        assert refusal(f"{server.url}/x.git").code in ("NOT_A_REPOSITORY", "UNAVAILABLE")


def test_a_port_where_nobody_listens_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    assert refusal(f"http://127.0.0.1:{port}/x.git").code == "UNAVAILABLE"


def silence(connection: socket.socket, _head: bytes) -> None:
    connection.recv(1)


def dribble(connection: socket.socket, _head: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X")
        time.sleep(0.05)


def dribble_body(connection: socket.socket, _head: bytes) -> None:
    connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: {ADVERTISEMENT}\r\n\r\n".encode())
    connection.sendall(b"fff0")
    while True:
        connection.sendall(b"X")
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [silence, dribble, dribble_body])
def test_the_wall_clock_ends_a_server_that_never_ends(answer: Answer) -> None:
    with scripted_server(answer) as server:
        begun = time.monotonic()

        error = refusal(f"{server.url}/x.git", limits=Limits(clone_s=0.7))

        assert (error.code, error.exit_code) == ("TIMEOUT", 4)
        assert time.monotonic() - begun < 4


def test_a_silent_tls_server_is_left_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        begun = time.monotonic()

        error = refusal(
            f"https://127.0.0.1:{listener.getsockname()[1]}/x.git", limits=Limits(clone_s=0.7)
        )

        assert error.code == "TIMEOUT"
        assert time.monotonic() - begun < 4


def test_a_server_that_falls_silent_within_the_fetch_is_left_at_the_deadline() -> None:
    oid = "1" * 40
    first = b"001e# service=git-upload-pack\n0000"
    line = f"{oid} HEAD\0symref=HEAD:refs/heads/main shallow object-format=sha1\n".encode()
    second = f"{oid} refs/heads/main\n".encode()
    body = first + b"".join(b"%04x%s" % (len(text) + 4, text) for text in (line, second)) + b"0000"
    listing = http_answer("200 OK", body, Content_Type=ADVERTISEMENT)

    def answer(connection: socket.socket, head: bytes) -> None:
        (silence if head.startswith(b"POST") else listing)(connection, head)

    with scripted_server(answer) as server:
        begun = time.monotonic()

        error = refusal(f"{server.url}/x.git", limits=Limits(clone_s=1.5))

        assert (error.code, error.exit_code) == ("TIMEOUT", 4)
        assert time.monotonic() - begun < 8
        assert any(head.startswith(b"POST") for head in server.requests)


def test_a_private_server_is_refused_before_anything_is_sent() -> None:
    strict = AccessOptions(allow_protocols=frozenset({"http"}))
    with scripted_server(http_answer("200 OK")) as server:
        error = refusal(f"http://localhost:{server.port}/x.git", strict)

        assert isinstance(error, RefusedTarget)
        assert server.requests == []


EXPECTED = {
    "srv-hang": "TIMEOUT",
    "srv-slow": "TIMEOUT",
    "srv-endless": "NOT_A_REPOSITORY",
    "srv-loop": "MOVED_REFUSED",
    "srv-meta": "MOVED_REFUSED",
    "srv-file": "MOVED_REFUSED",
    "srv-auth": "AUTH_REQUIRED",
    "srv-r429": "UNAVAILABLE",
    "srv-r500": "UNAVAILABLE",
    "srv-flap": "NOT_A_REPOSITORY",
    "srv-bomb": "NOT_A_REPOSITORY",
    "srv-headers": "UNAVAILABLE",
    "srv-lie": "NOT_A_REPOSITORY",
    "srv-html": "NOT_A_REPOSITORY",
    "srv-unborn": "EMPTY_REPOSITORY",
}


def test_each_hostile_server_gets_its_own_answer(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, str(HOSTILE), "--serve", "--seconds", "60"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    try:
        assert process.stdout is not None
        text = ""
        while not text.endswith("]\n"):
            text += process.stdout.readline()
        codes = {
            row["name"]: refusal(row["target"], limits=Limits(clone_s=2)).code
            for row in json.loads(text)
        }
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()

    assert codes == EXPECTED
    assert list(tmp_path.rglob("CANARY*")) == []


# --- the wire format ------------------------------------------------------------------------------


def reading(data: bytes) -> Iterator[bytes | None]:
    view = memoryview(data)
    position = 0

    def read(count: int) -> bytes:
        nonlocal position
        chunk = bytes(view[position : position + count])
        position += count
        return chunk

    return packets_of(read, 1_000, 1 << 20)


@given(st.binary(max_size=400))
def test_any_bytes_are_packets_or_their_end(data: bytes) -> None:
    for content in (data, b"001e# service=git-upload-pack\n0000" + data):
        list(reading(content))
        parse_advertisement(reading(content))
        parse_ref_packets(reading(content))


@given(st.lists(st.binary(min_size=1, max_size=50)))
def test_packets_survive_the_wire(lines: list[bytes]) -> None:
    data = b"".join(b"%04x%s" % (len(line) + 4, line) for line in lines) + b"0000"

    assert list(reading(data)) == [*lines, None]


def test_the_first_words_of_both_protocols_are_understood() -> None:
    new = b"000eversion 2\n0015agent=git/2.39.5\n0013ls-refs=unborn\n0000"
    old = b"001e# service=git-upload-pack\n0000" + b"0039" + b"1" * 40 + b" HEAD\0filter\n"

    second, zeroth = parse_advertisement(reading(new)), parse_advertisement(reading(old))

    assert second is not None
    assert (second.version, second.capabilities) == (2, ("agent=git/2.39.5", "ls-refs=unborn"))
    assert zeroth is not None
    assert (zeroth.version, zeroth.capabilities) == (0, ("filter",))


def test_too_many_refs_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe_module, "MAX_REFS", 5)
    packets = iter([b"%040d refs/heads/b%d\n" % (number, number) for number in range(9)])

    with pytest.raises(TargetError, match="more than 5"):
        parse_ref_packets(packets)
