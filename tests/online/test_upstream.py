# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared history, asked of real git servers on loopback."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from running import check_json
from serving import (
    GitServer,
    commit,
    git,
    git_server,
    http_answer,
    new_repository,
    publish,
    scripted_server,
)

from scm_check.facts.kind import with_evidence
from scm_check.facts.upstreams import named_upstreams
from scm_check.model import Facts, Kind, KindEvidence, Tag
from scm_check.online.upstream import shared_history
from scm_check.testing import facts_of

FORKED = "# Town app\n\nThis is a fork of [the app](https://github.com/other/app/tree/main/docs).\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[GitServer, Path, Path]]:
    """A server with an upstream, and a town's clone of it that went on by itself."""
    upstream = new_repository(tmp_path / "upstream")
    git(upstream, "tag", "v1.0")
    git(upstream, "tag", "-a", "-m", "x", "v1.1")
    own = tmp_path / "own"
    git(tmp_path, "clone", "-q", str(upstream), str(own))
    (tmp_path / "root").mkdir()
    publish(upstream, tmp_path / "root" / "upstream.git")
    with git_server(tmp_path) as server:
        yield server, upstream, own


def facts_at(own: Path, files: dict[str, str] | None = None) -> Facts:
    """Facts whose commit and tags are those of a real repository."""
    names = git(own, "tag").split()
    tags = tuple(Tag(name, git(own, "rev-parse", f"{name}^{{}}")) for name in names)
    facts = facts_of(files or {"README.md": FORKED})
    head = git(own, "rev-parse", "HEAD")
    return replace(facts, tags=tags, source=replace(facts.source, commit=head))


def asked(facts: Facts, *urls: str) -> tuple[KindEvidence, ...]:
    return shared_history(facts, urls, allow_private_network=True)


def test_a_tagged_commit_that_both_have_is_a_fact(served: tuple[GitServer, Path, Path]) -> None:
    server, _, own = served
    commit(own, {"a.py": b"print(1)\n"})
    facts = facts_at(own, {"README.md": "# App\n"})

    found = asked(facts, server.url + "/upstream.git")

    assert found == (KindEvidence(Kind.FORK, "shared-history"),)
    assert with_evidence(facts.kind, found).kinds == facts.kind.kinds  # one sign is not enough


def test_with_a_name_it_makes_a_fork(served: tuple[GitServer, Path, Path]) -> None:
    server, _, own = served
    commit(own, {"a.py": b"print(1)\n"})
    facts = facts_at(own, {"README.md": "# Town app\n\nThis is a fork of the app.\n"})

    found = asked(facts, server.url + "/upstream.git")

    assert Kind.FORK not in facts.kind.kinds
    assert Kind.FORK in with_evidence(facts.kind, found).kinds


def test_the_examined_commit_elsewhere_is_a_mirrors(served: tuple[GitServer, Path, Path]) -> None:
    server, _, own = served

    found = asked(facts_at(own, {"README.md": "# App\n"}), server.url + "/upstream.git")

    assert KindEvidence(Kind.MIRROR, "same-commit-elsewhere") in found


def test_tags_of_equal_names_share_nothing(served: tuple[GitServer, Path, Path]) -> None:
    server, _, own = served
    commit(own, {"a.py": b"print(1)\n"})
    git(own, "tag", "-f", "v1.0")
    git(own, "tag", "-d", "v1.1")

    assert asked(facts_at(own), server.url + "/upstream.git") == ()


@pytest.mark.parametrize("status", ["404 Not Found", "401 Unauthorized", "200 OK"])
def test_a_server_that_tells_nothing_proves_nothing(
    served: tuple[GitServer, Path, Path], status: str
) -> None:
    with scripted_server(http_answer(status, b"<html>")) as server:
        assert asked(facts_at(served[2]), server.url + "/x") == ()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/x",
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://user:word@git.example/x",
        "https://git.example:8443/x",
        "https://git.example/x?service=y",
        "file:///etc",
        "https://[",
        "https://169.254.169.254/x",
    ],
)
def test_what_leads_inside_is_not_asked(url: str) -> None:
    with scripted_server(http_answer("200 OK")) as server:
        begin = time.monotonic()
        own = facts_of({"README.md": FORKED}, tags=["v1"])

        assert shared_history(own, [url.replace(":1/", f":{server.port}/")]) == ()
        assert server.requests == []
        assert time.monotonic() - begin < 10


# --- which repositories are named ----------------------------------------------------------------


def test_the_configuration_comes_first_and_pages_are_cut() -> None:
    facts = facts_of({"README.md": FORKED})

    assert named_upstreams(facts, "https://git.example/up/app") == (
        "https://git.example/up/app",
        "https://github.com/other/app",
    )


def test_a_publiccode_with_another_address_names_one() -> None:
    publiccode = "publiccodeYmlVersion: '0.4'\nname: App\nurl: https://git.example/other/app\n"
    files = {"publiccode.yml": publiccode, "README.md": "# App\n"}

    assert named_upstreams(facts_of(files), None) == ("https://git.example/other/app",)
    assert named_upstreams(facts_of(files, url="https://git.example/Other/app.git"), None) == ()


def test_a_link_without_words_on_an_origin_names_none() -> None:
    text = "# App\n\nSee [the docs](https://github.com/other/app).\n"

    assert named_upstreams(facts_of({"README.md": text}), "other/app") == ()


# --- the whole command ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "is_seen"),
    [((), False), (("--online",), False), (("--online", "--allow-private-network"), True)],
)
def test_the_network_is_asked_with_online_alone(
    served: tuple[GitServer, Path, Path], tmp_path: Path, options: tuple[str, ...], is_seen: bool
) -> None:
    server, _, own = served
    config = f"upstream: {server.url}/upstream.git\n"
    commit(own, {"a.py": b"print(1)\n", ".scm-check.yml": config.encode()})

    ended = check_json(tmp_path, "own", "--select", "REP009", *options)

    evidence = ended.report["repository"]["kind_evidence"]
    assert ("shared-history" in {item["observation"] for item in evidence}) is is_seen
    assert ("GET /upstream.git" in server.log.read_text()) is is_seen
