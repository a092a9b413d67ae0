# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cache keeps values apart and whole, and its trouble is never that of a run."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scm_check import cache as module
from scm_check.cache import Cache, NullCache, default_folder, report_key
from scm_check.model import Json


@dataclass(frozen=True)
class Version:
    name: str = "blob"
    version: str = "1"
    max_bytes: int = 10


BLOB = Version()
VALUES: dict[str, Json] = {f"{n:040x}": ["text", "utf-8", n] for n in range(1200)}
ONE: dict[str, Json] = {"a" * 40: {"ü\ud800": [1, None, True, "\0"]}}


def opened(folder: Path, max_bytes: int = 1 << 30) -> Cache:
    return Cache(folder, max_bytes)


def file_of(folder: Path) -> Path:
    (file,) = folder.glob("*.sqlite3")
    return file


def test_values_come_back_in_a_later_run(tmp_path: Path) -> None:
    first = opened(tmp_path / "cache")
    first.put_many(BLOB, VALUES)
    first.close()

    found = opened(tmp_path / "cache").get_many(BLOB, [*VALUES, "f" * 40])

    assert found == VALUES


def test_odd_values_and_long_ids_survive(tmp_path: Path) -> None:
    values: dict[str, Json] = {**ONE, "b" * 64: None, "c" * 40: "", "d" * 40: [[[]]]}
    cache = opened(tmp_path / "cache")

    cache.put_many(BLOB, values)

    assert cache.get_many(BLOB, values) == values


@pytest.mark.parametrize(
    "other",
    [replace(BLOB, name="link"), replace(BLOB, version="2"), replace(BLOB, max_bytes=11)],
)
def test_another_extractor_version_or_limit_knows_nothing(tmp_path: Path, other: Version) -> None:
    cache = opened(tmp_path / "cache")

    cache.put_many(BLOB, ONE)

    assert cache.get_many(other, ONE) == {}


def test_a_value_put_again_replaces_the_first(tmp_path: Path) -> None:
    cache = opened(tmp_path / "cache")

    cache.put_many(BLOB, {"a" * 40: 1})
    cache.put_many(BLOB, {"a" * 40: 2})

    assert cache.get_many(BLOB, ["a" * 40]) == {"a" * 40: 2}


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    previous = os.umask(0)
    try:
        cache = opened(tmp_path / "deep" / "cache")
        cache.put_many(BLOB, ONE)
        cache.get_many(BLOB, ONE)
        files = [*(tmp_path / "deep" / "cache").iterdir()]
    finally:
        os.umask(previous)

    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "deep" / "cache").stat().st_mode) == 0o700


def test_a_folder_that_others_can_write_is_not_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tmp_path.chmod(0o777)
    cache = opened(tmp_path)

    cache.put_many(BLOB, ONE)

    assert cache.get_many(BLOB, ONE) == {}
    assert [*tmp_path.iterdir()] == []
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_link_in_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    opened(folder).put_many(BLOB, ONE)
    file = file_of(folder)
    for found in folder.iterdir():
        found.unlink()
    file.symlink_to(tmp_path / "victim")

    cache = opened(folder)
    cache.put_many(BLOB, ONE)

    assert cache.get_many(BLOB, ONE) == {}
    assert not (tmp_path / "victim").exists()


def damaged_head(data: bytes) -> bytes:
    return b"nonsense" * 512 + data[4096:]


def damaged_pages(data: bytes) -> bytes:
    return data[:4096] + b"\xff" * (len(data) - 4096)


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2 + 1]


@pytest.mark.parametrize("damage", [damaged_head, damaged_pages, truncated])
def test_a_damaged_file_ends_its_use_and_the_next_run_begins_anew(
    tmp_path: Path, damage: object
) -> None:
    folder = tmp_path / "cache"
    first = opened(folder)
    first.put_many(BLOB, VALUES)
    first.close()
    assert callable(damage)
    file_of(folder).write_bytes(damage(file_of(folder).read_bytes()))

    hurt = opened(folder)
    found = hurt.get_many(BLOB, VALUES)
    hurt.put_many(BLOB, VALUES)
    hurt.close()

    assert found.items() <= VALUES.items()
    healed = opened(folder)
    healed.put_many(BLOB, VALUES)
    assert healed.get_many(BLOB, VALUES) == VALUES


@given(place=st.integers(0, 10**6), bit=st.integers(0, 7))
@example(place=3999, bit=0)  # a number that is none any more
@settings(max_examples=60, deadline=None)
def test_a_flipped_bit_never_gives_a_wrong_value(
    tmp_path_factory: pytest.TempPathFactory, place: int, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("cache") / "cache"
    first = opened(folder)
    first.put_many(BLOB, VALUES)
    first.close()
    data = bytearray(file_of(folder).read_bytes())
    data[place % len(data)] ^= 1 << bit
    file_of(folder).write_bytes(data)

    damaged = opened(folder)
    found = damaged.get_many(BLOB, VALUES)
    damaged.put_many(BLOB, VALUES)

    assert found.items() <= VALUES.items()
    assert opened(folder).get_many(BLOB, VALUES).items() <= VALUES.items()


def test_words_of_sqlite_that_are_no_text_end_the_file_alone(tmp_path: Path) -> None:
    cache = opened(tmp_path / "cache")
    cache.put_many(BLOB, VALUES)

    with cache._surviving("read"):
        b"no such table: \x81".decode()  # a damaged name, as sqlite3 quotes it in its error

    assert list((tmp_path / "cache").glob("*.sqlite3")) == []
    assert cache.get_many(BLOB, VALUES) == {}


def test_a_value_of_another_type_is_not_known(tmp_path: Path) -> None:
    cache = opened(tmp_path / "cache")
    cache.put_many(BLOB, VALUES)
    cache.close()
    with sqlite3.connect(file_of(tmp_path / "cache")) as connection:
        connection.execute("UPDATE fact SET value='text'")
    connection.close()

    assert opened(tmp_path / "cache").get_many(BLOB, VALUES) == {}


def test_a_locked_file_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BUSY_S", 0.1)
    cache = opened(tmp_path / "cache")
    cache.put_many(BLOB, ONE)
    other = sqlite3.connect(file_of(tmp_path / "cache"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    cache.put_many(BLOB, VALUES)

    other.execute("ROLLBACK")
    other.close()
    assert opened(tmp_path / "cache").get_many(BLOB, [*ONE, *VALUES]) == ONE


def test_a_folder_that_cannot_be_made_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    cache = opened(tmp_path / "file" / "cache")

    cache.put_many(BLOB, ONE)
    cache.put_many(BLOB, ONE)

    assert cache.get_many(BLOB, ONE) == {}
    assert len(caplog.records) == 1


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from scm_check.cache import Cache
sys.path[:0] = sys.argv[2:]
from test_cache import BLOB, ONE
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
cache = Cache(Path(sys.argv[1]))
cache.put_many(BLOB, ONE)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
cache.put_many(BLOB, {f"{n:040x}": "x" * 200 for n in range(5000)})
print(len(cache.get_many(BLOB, ONE)))
"""


def test_a_full_disk_is_done_without_and_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    arguments = [sys.executable, "-c", FULL_DISK, str(folder), str(Path(__file__).parent)]

    done = subprocess.run(arguments, capture_output=True, text=True, check=True)

    assert done.stdout == "0\n"
    assert "Going on without it" in done.stderr
    assert opened(folder).get_many(BLOB, ONE) == ONE


WRITER = """
import sys
from pathlib import Path
from scm_check.cache import Cache
sys.path[:0] = sys.argv[3:]
from test_cache import BLOB
start = int(sys.argv[2])
for batch in range(20):
    cache = Cache(Path(sys.argv[1]))
    numbers = range(start + batch * 200, start + batch * 200 + 300)
    cache.put_many(BLOB, {f"{n:040x}": n for n in numbers})
    assert len(cache.get_many(BLOB, [f"{n:040x}" for n in numbers])) == 300
    cache.close()
"""


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    here = str(Path(__file__).parent)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(folder), start, here])
        for start in ("0", "2000")
    ]

    assert [writer.wait(60) for writer in writers] == [0, 0]

    found = opened(folder).get_many(BLOB, [f"{n:040x}" for n in range(6100)])
    assert found == {f"{n:040x}": n for n in range(6100)}


def aged(folder: Path, days: int, oids: Mapping[str, Json]) -> None:
    with sqlite3.connect(file_of(folder)) as connection:
        connection.executemany(
            "UPDATE fact SET used=used-? WHERE oid=?",
            ((days, bytes.fromhex(oid)) for oid in oids),
        )
    connection.close()


def test_beyond_its_size_the_values_longest_unused_go(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    old: dict[str, Json] = {f"{n:040x}": "x" * 500 for n in range(1000)}
    used: dict[str, Json] = {f"{n:040x}": "y" * 500 for n in range(1000, 1200)}
    new: dict[str, Json] = {f"{n:040x}": "z" * 500 for n in range(2000, 2200)}
    cache = opened(folder, 600_000)
    cache.put_many(BLOB, old | used)
    cache.close()
    aged(folder, 100, old | used)
    opened(folder).get_many(BLOB, used)

    cache = opened(folder, 600_000)
    cache.put_many(BLOB, new)

    found = cache.get_many(BLOB, old | used | new)
    assert found.keys() >= new.keys() | used.keys()
    assert len(found) < 1200


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"SCM_CHECK_CACHE": "/a/b", "XDG_CACHE_HOME": "/c"}, "/a/b"),
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c/scm-check"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/scm-check"),
        ({"SCM_CHECK_CACHE": "", "HOME": "/h"}, "/h/.cache/scm-check"),
    ],
)
def test_where_the_cache_lies(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SCM_CHECK_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert default_folder() == Path(expected)


def test_the_null_cache_keeps_nothing() -> None:
    cache = NullCache()

    cache.put_many(BLOB, ONE)
    cache.close()

    assert cache.get_many(BLOB, ONE) == {}


def test_opening_touches_no_file(tmp_path: Path) -> None:
    cache = Cache.open(tmp_path / "cache")
    cache.close()

    assert [*tmp_path.iterdir()] == []


def key(**changed: object) -> str:
    parts: dict[str, object] = {
        "commit": "a",
        "tags": ["v1", "v2"],
        "url": "https://example.org/x",
        "extractors": [BLOB],
        "catalogue": "c",
        "profile": "p",
        "options": {"lang": "de", "call": None},
        "configuration": None,
        "declarations": None,
        "decisions": None,
        "day": "2026-11-22",
    }
    return report_key(**{**parts, **changed})  # type: ignore[arg-type]


def test_the_key_of_a_report_rests_on_all_that_decides_it() -> None:
    changes: dict[str, object] = {
        "commit": "b",
        "tags": ["v1"],
        "url": None,
        "extractors": [replace(BLOB, version="2")],
        "catalogue": "d",
        "profile": "q",
        "options": {"lang": "en", "call": None},
        "configuration": "x",
        "declarations": "x",
        "decisions": "x",
        "day": "2026-11-23",
    }

    keys = {key(**{name: value}) for name, value in changes.items()} | {key()}

    assert len(keys) == len(changes) + 1
    assert key(tags=["v2", "v1"], options={"call": None, "lang": "de"}) == key()
