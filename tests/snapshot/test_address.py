# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import ipaddress
import pickle
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scm_check.errors import RefusedTarget, TargetError, UsageError
from scm_check.snapshot.address import (
    AccessOptions,
    HostToken,
    is_private,
    parse_target,
    redact,
    resolve,
    token_of,
)

STRICT = AccessOptions()
ALL = AccessOptions(allow_protocols=frozenset({"http", "ssh", "file"}), allow_private_network=True)


@pytest.mark.parametrize(
    ("given_text", "url", "ref", "subdir"),
    [
        ("https://host.example/a/b", "https://host.example/a/b", None, None),
        ("https://host.example/a/b.git/", "https://host.example/a/b.git", None, None),
        ("https://host.example/a/b@v1.0", "https://host.example/a/b", "v1.0", None),
        (
            "https://host.example/a/b@feature/x#docs/",
            "https://host.example/a/b",
            "feature/x",
            "docs",
        ),
        ("https://host.example/a/b@@s/core@7.0", "https://host.example/a/b", "@s/core@7.0", None),
        ("https://host.example/@user/b", "https://host.example/@user/b", None, None),
        ("https://host.example/@user/b@main", "https://host.example/@user/b", "main", None),
        ("https://HOST.example:443/a/b", "https://host.example/a/b", None, None),
        ("https://host.example:8443/a/b", "https://host.example:8443/a/b", None, None),
        ("https://host.example/a/b#sub/dir", "https://host.example/a/b", None, "sub/dir"),
        ("https://münchen.example/a/b", "https://xn--mnchen-3ya.example/a/b", None, None),
    ],
)
def test_an_url_is_taken_apart(
    given_text: str, url: str, ref: str | None, subdir: str | None
) -> None:
    target = parse_target(given_text, STRICT)

    assert (target.url, target.ref, target.subdir, target.path) == (url, ref, subdir, None)


@pytest.mark.parametrize(
    "given_text",
    [
        "https://user:TOK3N-SECRET@host.example/a/b",
        "https://TOK3N-SECRET@host.example/a/b@v1",
        "https://user:TOK3N-SECRET@host.example:99/a/b",
    ],
)
def test_credentials_are_dropped(given_text: str) -> None:
    target = parse_target(given_text, STRICT)

    assert "TOK3N-SECRET" not in repr(target)
    assert target.url is not None
    assert target.url.startswith("https://host.example")


@pytest.mark.parametrize(
    "given_text",
    [
        "ext::sh -c touch% /tmp/x",
        "fd::17/foo",
        "anything::http://127.0.0.1/x",
        "--upload-pack=touch x",
        "ssh://-oProxyCommand=x/y",
        "ftp://host.example/x",
        "git://host.example/x",
        "http://host.example/x",
        "file:///etc",
        "ssh://host.example/x",
        "git@host.example:a/b",
        "https://127.0.0.1%0d.example:1/x.git",
        "https://host.example/x\nGET /",
        "https://host.example/x%00",
        "https://host.example/a b",
        "https:///x",
        "https://host.example",
        "https://host.example/",
        "https://host.example:99999/x",
        "https://[::1/x",
        "https://ho_st!.example/x",
        "https://host.example/a/b?tab=readme",
        "https://host.example/a/b@..",
        "https://host.example/a/b@-x",
        "https://host.example/a/b@a..b",
        "https://host.example/a/b@x%20y",
        "https://host.example/a/b#../../etc",
        "https://127.0.0.1:1/" + "x" * 100_000,
        "a\0b",
    ],
)
def test_an_address_that_is_never_opened_is_refused(given_text: str) -> None:
    with pytest.raises(RefusedTarget) as caught:
        parse_target(given_text, STRICT)

    assert caught.value.exit_code == 2
    assert len(str(caught.value)) < 500
    assert all(sign.isprintable() for sign in str(caught.value))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0",
        "10.0.0.1",
        "[::1]",
        "192.168.1.1",
        "172.16.0.1",
        "100.64.0.1",
        "[fd00::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[::127.0.0.1]",
        "localhost",
    ],
)
def test_a_private_address_needs_an_option(host: str) -> None:
    url = f"https://{host}/x.git"

    with pytest.raises(RefusedTarget, match="allow-private-network"):
        resolve(host.strip("[]"), 443, STRICT, 5)
    assert parse_target(url, ALL).url is not None


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "0xa9fea9fe",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::a9fe:a9fe]",
        "224.0.0.1",
        "255.255.255.255",
    ],
)
def test_metadata_and_link_local_addresses_are_never_opened(host: str) -> None:
    with pytest.raises(RefusedTarget, match="never opened"):
        parse_target(f"https://{host}/x.git", ALL)


def test_a_public_address_is_resolved_to_itself() -> None:
    assert resolve("93.184.216.34", 443, STRICT, 1) == ("93.184.216.34",)


def test_an_unknown_host_is_not_found_or_unreachable() -> None:
    with pytest.raises(TargetError) as caught:
        resolve("nowhere.invalid", 443, STRICT, 20)

    assert caught.value.code in ("NOT_FOUND", "UNAVAILABLE")


def test_wrapped_forms_of_a_private_address_are_private() -> None:
    assert is_private("::ffff:10.0.0.1")
    assert is_private("64:ff9b::a00:1")
    assert not is_private("2606:4700::1")


@given(st.integers(0, 2**32 - 1))
def test_each_wrapping_is_judged_as_the_address_within(number: int) -> None:
    inner = ipaddress.IPv4Address(number)
    mapped = ipaddress.IPv6Address((0xFFFF << 32) | number)
    nat64 = ipaddress.IPv6Address((0x64FF9B << 96) | number)

    assert is_private(str(mapped)) == is_private(str(nat64)) == (not inner.is_global)


def test_ssh_forms_are_opened_when_allowed() -> None:
    assert parse_target("git@host.example:a/b@v1", ALL).url == "git@host.example:a/b"
    assert parse_target("git@host.example:a/b@v1", ALL).ref == "v1"
    assert parse_target("ssh://git@host.example:2222/a", ALL).url == "ssh://git@host.example:2222/a"


def test_a_file_url_is_opened_when_allowed() -> None:
    assert parse_target("file:///srv/x.git@main", ALL).url == "file:///srv/x.git"
    with pytest.raises(RefusedTarget):
        parse_target("file://elsewhere/srv/x.git", ALL)


def test_a_path_that_exists_wins_over_every_other_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("git@host.example:x", "a@b", "c#d", "e"):
        (tmp_path / name).mkdir()

    assert parse_target("git@host.example:x", STRICT).path == "git@host.example:x"
    assert parse_target("a@b", STRICT).path == "a@b"
    assert parse_target("c#d", STRICT).path == "c#d"
    with_ref = parse_target("e@feature/y#docs", STRICT)
    assert (with_ref.path, with_ref.ref, with_ref.subdir) == ("e", "feature/y", "docs")
    assert parse_target("a@b@v1", STRICT).path == "a@b"


def test_an_empty_target_is_the_working_folder() -> None:
    assert parse_target("", STRICT).path == "."


def test_a_path_that_is_missing_stays_a_path() -> None:
    assert parse_target("no/such/place", STRICT).path == "no/such/place"


@given(st.text(max_size=200) | st.from_regex(r"(https|ssh|file)://[^ ]{0,80}", fullmatch=True))
def test_any_text_is_a_target_or_refused(text: str) -> None:
    for options in (STRICT, ALL):
        try:
            target = parse_target(text, options)
        except RefusedTarget:
            continue
        assert (target.url is None) != (target.path is None)
        assert target.url is None or not target.url.startswith("-")


@example("https://a:SECRETPART#@host/x")
@example("https://a:SECRETPART/b@host/x")
@given(st.from_regex(r"https://[a-z]{1,9}:SECRETPART[^/@\s]{0,9}@[^\s]{0,30}", fullmatch=True))
def test_no_message_and_no_target_shows_a_password(text: str) -> None:
    try:
        shown = repr(parse_target(text, ALL))
    except RefusedTarget as error:
        shown = str(error)

    assert "SECRETPART" not in shown


def test_the_token_comes_with_its_host() -> None:
    token = token_of({"SCM_CHECK_TOKEN": "abc", "SCM_CHECK_TOKEN_HOST": "GitLab.example:443"})

    assert token == HostToken("gitlab.example", "abc")
    assert token_of({}) is None


@pytest.mark.parametrize(
    "environ",
    [
        {"SCM_CHECK_TOKEN": "abc-VALUE"},
        {"SCM_CHECK_TOKEN": "abc-VALUE", "SCM_CHECK_TOKEN_HOST": "a/b"},
        {"SCM_CHECK_TOKEN": "abc-VALUE\r\nX: y", "SCM_CHECK_TOKEN_HOST": "host.example"},
    ],
)
def test_a_token_that_cannot_be_used_is_an_error_that_hides_it(environ: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        token_of(environ)

    assert "VALUE" not in str(caught.value)


def test_a_token_is_in_no_repr_and_survives_pickling() -> None:
    options = AccessOptions(token=HostToken("host.example", "s3cr3t"))

    assert "s3cr3t" not in repr(options)
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    "text",
    [
        "fatal: https://u:s3cr3t@host/x",
        "https://s3cr3t@host/x",
        "Authorization: Basic czNjcjN0",
        "glpat-s3cr3ts3cr3t and ghp_s3cr3ts3cr3ts3cr3t",
        "the s3cr3t itself",
    ],
)
def test_secrets_are_taken_out_of_text(text: str) -> None:
    clean = redact(text, HostToken("host", "s3cr3t"))

    assert "s3cr3t" not in clean
    assert "czNjcjN0" not in clean
