# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses in documents, asked of real servers on loopback."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Mapping
from dataclasses import replace

import pytest
from serving import Answer, http_answer, scripted_server

from scm_check.model import ExternalLink, LinkState
from scm_check.online.asking import Busy, ask
from scm_check.online.links import Restraint, addresses_in, ask_all
from scm_check.snapshot.address import AccessOptions, HostToken
from scm_check.snapshot.git import Deadline
from scm_check.testing import facts_of

INSIDE = AccessOptions(allow_private_network=True)
OUTSIDE = AccessOptions()
QUICK = Restraint(host_interval_s=0.01, link_s=2.0, total_s=20.0, ports=None)


def asked(answer: Answer, path: str = "/x", seconds: float = 5.0) -> ExternalLink | Busy:
    with scripted_server(answer) as server:
        return ask(server.url + path, INSIDE, Deadline.after(seconds), None)


def state(answer: ExternalLink | Busy) -> tuple[LinkState, str]:
    assert isinstance(answer, ExternalLink)
    return answer.state, answer.reason


# --- one address ---------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_not_found_and_gone_are_dead(status: str) -> None:
    assert state(asked(http_answer(status))) == (LinkState.DEAD, status[:3])


@pytest.mark.parametrize("status", ["200 OK", "204 No Content", "206 Partial", "416 Range"])
def test_what_answers_is_reached(status: str) -> None:
    assert state(asked(http_answer(status)))[0] is LinkState.REACHED


@pytest.mark.parametrize("status", [400, 401, 403, 405, 407, 451, 500, 502, 504, 999])
def test_a_login_a_filter_and_a_broken_server_are_never_dead(status: int) -> None:
    assert state(asked(http_answer(f"{status} X")))[0] is LinkState.UNKNOWN


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_asks_to_come_again(status: int) -> None:
    answer = asked(http_answer(f"{status} X", Retry_After="7"))

    assert answer == Busy(7.0)


def test_a_server_that_knows_no_head_is_asked_by_get() -> None:
    def answer(connection: socket.socket, head: bytes) -> None:
        status = "404 Not Found" if head.startswith(b"HEAD") else "200 OK"
        http_answer(status)(connection, head)

    with scripted_server(answer) as server:
        found = ask(f"{server.url}/x", INSIDE, Deadline.after(5), None)

    assert state(found)[0] is LinkState.REACHED
    assert server.requests[1].startswith(b"GET /x ")
    assert b"Range: bytes=0-65535" in server.requests[1]


def test_a_dribbling_server_ends_at_the_deadline() -> None:
    def dribble(connection: socket.socket, _head: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for _ in range(200):
            connection.sendall(b"X-A: b\r\n")
            time.sleep(0.1)

    started = time.monotonic()
    answer = asked(dribble, seconds=1.0)

    assert state(answer) == (LinkState.UNKNOWN, "timeout")
    assert time.monotonic() - started < 5


def test_a_silent_server_ends_at_the_deadline() -> None:
    answer = asked(lambda _connection, _head: time.sleep(5), seconds=0.8)

    assert state(answer)[0] is LinkState.UNKNOWN


def test_a_bomb_is_not_unpacked_nor_read() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    started = time.monotonic()

    answer = asked(http_answer("200 OK", bomb, Content_Encoding="gzip"))

    assert state(answer)[0] is LinkState.REACHED
    assert time.monotonic() - started < 3


def test_a_redirect_is_followed_and_told() -> None:
    def answer(connection: socket.socket, head: bytes) -> None:
        if b" /old " in head:
            http_answer("301 Moved", Location="/new#there")(connection, head)
        else:
            http_answer("200 OK")(connection, head)

    found = asked(answer, "/old")

    assert state(found)[0] is LinkState.REACHED
    assert isinstance(found, ExternalLink)
    assert (found.moved_to or "").endswith("/new#there")


def test_a_circle_of_redirects_ends() -> None:
    assert state(asked(http_answer("302 Found", Location="/x"))) == (LinkState.UNKNOWN, "redirects")


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://user:pw@127.0.0.1/",
        "http://127.0.0.1:22/",
    ],
)
def test_a_redirect_to_what_is_never_opened_is_not_followed(location: str) -> None:
    with scripted_server(http_answer("302 Found", Location=location)) as server:
        ports = frozenset({80, 443, server.port})
        found = ask(f"{server.url}/x", INSIDE, Deadline.after(5), ports)

    assert state(found)[0] is LinkState.UNKNOWN
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "0", "0177.0.0.1",
        "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "10.0.0.1", "192.168.1.1",
        "169.254.169.254", "224.0.0.1", "192.0.0.8", "[::]",
    ],
)  # fmt: skip
def test_no_form_of_an_inner_address_is_opened(host: str) -> None:
    with scripted_server(http_answer("200 OK")) as server:
        found = ask(f"http://{host}:{server.port}/x", OUTSIDE, Deadline.after(5), None)

    assert state(found)[0] in (LinkState.UNKNOWN, LinkState.NO_HOST)
    assert server.requests == []


@pytest.mark.parametrize(
    "url",
    ["http://", "https:///x", "http://[::1", "http://a b/", "http://x\r\nHost: y/", "http://x:99999/",
     "http://" + "a" * 3000, "gopher://x/", "http://\ud800/"],
)  # fmt: skip
def test_what_is_no_address_is_not_known(url: str) -> None:
    assert state(ask(url, OUTSIDE, Deadline.after(3)))[0] in (LinkState.UNKNOWN, LinkState.NO_HOST)


# --- all of them ---------------------------------------------------------------------------------


def answers_by_path(paths: Mapping[bytes, str]) -> Answer:
    def answer(connection: socket.socket, head: bytes) -> None:
        path = head.split(b" ")[1]
        http_answer(paths.get(path, "200 OK"))(connection, head)

    return answer


def test_all_are_asked_in_order_each_page_once() -> None:
    with scripted_server(answers_by_path({b"/b": "404 Not Found"})) as server:
        urls = [f"{server.url}{path}" for path in ("/a", "/b", "/a#x", "/c")]
        found = ask_all(urls, INSIDE, QUICK)

    states = {link.url.removeprefix(server.url): link.state.value for link in found.links}
    assert states == {"/a": "reached", "/a#x": "reached", "/b": "dead", "/c": "reached"}
    heads = [head for head in server.requests if head.startswith(b"HEAD /a ")]
    assert len(heads) == 1


def test_no_more_than_the_limit_are_asked_and_the_rest_is_counted() -> None:
    with scripted_server(http_answer("200 OK")) as server:
        urls = [f"{server.url}/{number}" for number in range(9)]
        found = ask_all(urls, INSIDE, replace(QUICK, links=4))

    assert (len(found.links), found.left_out, len(server.requests)) == (4, 5, 4)


def test_a_host_is_asked_once_an_interval_however_many_threads() -> None:
    with scripted_server(http_answer("200 OK")) as server:
        urls = [f"{server.url}/{number}" for number in range(4)]
        started = time.monotonic()
        ask_all(urls, INSIDE, replace(QUICK, host_interval_s=0.3))

    assert time.monotonic() - started >= 0.9


def test_a_busy_server_is_asked_again_once_it_is_time() -> None:
    answers = ["503 Busy", "200 OK"]

    def answer(connection: socket.socket, head: bytes) -> None:
        http_answer(answers.pop(0) if answers else "200 OK", Retry_After="1")(connection, head)

    with scripted_server(answer) as server:
        (found,) = ask_all([f"{server.url}/x"], INSIDE, QUICK).links

    assert found.state is LinkState.REACHED


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone() -> None:
    with scripted_server(http_answer("429 Too Many", Retry_After="3600")) as server:
        started = time.monotonic()
        (found,) = ask_all([f"{server.url}/x"], INSIDE, QUICK).links

    assert (found.state, found.reason) == (LinkState.UNKNOWN, "busy")
    assert time.monotonic() - started < 3


def test_time_that_is_up_leaves_the_rest_unknown() -> None:
    with scripted_server(http_answer("200 OK")) as server:
        urls = [f"{server.url}/{number}" for number in range(5)]
        found = ask_all(urls, INSIDE, replace(QUICK, host_interval_s=1.0, total_s=0.5))

    assert {link.state for link in found.links} <= {LinkState.REACHED, LinkState.UNKNOWN}
    assert any(link.reason == "time" for link in found.links)


def test_no_login_of_the_git_server_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with scripted_server(http_answer("200 OK")) as server:
        options = replace(INSIDE, token=HostToken(f"127.0.0.1:{server.port}", "s3cret"))
        ask_all([f"{server.url}/x"], options, QUICK)

    assert len(server.requests) == 1
    assert b"s3cret" not in server.requests[0]
    assert b"uthorization" not in server.requests[0]


# --- which addresses -----------------------------------------------------------------------------

README = "# App\n\nText.\n\n[a](https://a.example.net/x) https://town.de/y http://localhost:8080\n"


def test_addresses_come_from_documents_without_placeholders_and_local_names() -> None:
    facts = facts_of({"README.md": f"{README}\n<https://{{host}}/z> https://app.local/\n"})

    assert addresses_in(facts) == ("https://a.example.net/x", "https://town.de/y")
