# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a blob says is what the library says of it, and no blob makes it slow."""

# REUSE-IgnoreStart

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reuse.extract import reuse_info_of_file
from reuse_trees import HOLDER, IGNORE, IGNORE_END, MIT, SNIPPET_HOLDER, TAG, needs_libmagic

from scm_check.facts.reuse_adapter import Tags, tags_in
from scm_check.model import Notice, SpdxTag

PIECES = [
    TAG,
    f"{TAG} MIT",
    f"{TAG} Apache-2.0 OR MIT",
    f"{TAG} ((",
    HOLDER,
    SNIPPET_HOLDER,
    HOLDER.split(" ", maxsplit=1)[0],
    *("Copyright", "Copyright ", "Copyright (c) 2020 A", "Copyright ©", "©", " (C) "),
    *("2019 - 2020", "2020-a,b ", "2020-", "--2021", "1999, 2000 2001"),
    *(IGNORE, IGNORE_END, "\n", "\n", "\r\n", "\r", "\0", "\x0b", "\x1b", "\x7f", "\x85", "\u2028"),
    *("*/", "-->", '"/>', "'/>", "] ::", "#}", "}", "/* ", "# ", "<!-- ", "/****", "****/"),
    *("  ", "\t", "é", "ß", ":", "SPDX-x:", "SPDX-", "MIT", "GPL-2.0+", "LicenseRef-a", "(", "AND"),
    # Of words: one id of more than 4,096 signs is not believed, see below.
    *("x" * 40, "\ufeff", ("x" * 60 + " ") * 1080, ("x" * 60 + "\n") * 1100),
]
ENCODINGS = ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32"]


@st.composite
def blobs(draw: st.DrawFn) -> bytes:
    text = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=25)))
    data = bytearray(text.encode(draw(st.sampled_from(ENCODINGS)), "replace"))
    for place, byte in draw(
        st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=3)
    ):
        if data:
            data[place % len(data)] = byte
    return bytes(data)


def shown(text: str) -> str:
    """Without what is cut and collapsed on purpose."""
    return re.sub(r"\s+", " ", text)[:150]


def said_by_the_library(data: bytes) -> object:
    try:
        info = reuse_info_of_file(io.BytesIO(data))
        valid = [item for item in info.spdx_expressions if item.is_valid]
        invalid = {shown(str(item)) for item in info.spdx_expressions if not item.is_valid}
    except Exception:  # noqa: BLE001 - what `reuse lint` calls a read error
        return "read error"
    notices = {shown(str(notice)) for notice in info.copyright_notices}
    return notices, {key for item in valid for key in item.licenses}, invalid


def said_by_us(data: bytes) -> object:
    tags = tags_in(data) or Tags()
    if tags.error:
        return "read error"
    invalid = {shown(tag.expression) for tag in tags.spdx if not tag.is_valid}
    return {shown(notice.text) for notice in tags.notices}, set(tags.ids), invalid


@needs_libmagic
@given(blobs())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_each_blob_says_what_the_library_reads_in_it(data: bytes) -> None:
    assert said_by_us(data) == said_by_the_library(data)


@given(st.binary(max_size=4000))
@settings(deadline=None)
def test_any_bytes_give_tags_that_survive_json(data: bytes) -> None:
    tags = tags_in(data + b"\nCopyright 2020 x\n" + data)

    if tags is not None:
        assert Tags.from_json(json.loads(json.dumps(tags.as_json()))) == tags


def test_tags_and_notices_have_their_lines() -> None:
    data = f"a\n{IGNORE}\n{MIT}\n{IGNORE_END}\n\r\n// {HOLDER}\n\n// {TAG} MIT\n// {TAG} ((\n"

    assert tags_in(data.encode()) == Tags(
        spdx=(SpdxTag("MIT", 10), SpdxTag("((", 11, is_valid=False)),
        notices=(Notice(HOLDER, 8),),
        ids=("MIT",),
        has_invalid=True,
    )


def test_lines_go_on_beyond_the_first_chunk() -> None:
    tags = tags_in(("x" * 60 + "\n").encode() * 3000 + MIT.encode())

    assert tags is not None
    assert [(tag.expression, tag.line) for tag in tags.spdx] == [("MIT", 3002)]


def test_an_endless_expression_is_invalid() -> None:
    tags = tags_in(f"{TAG} {'x' * 5000}\n".encode())

    assert tags is not None
    assert (tags.ids, tags.has_invalid) == ((), True)


def test_what_is_beyond_the_bounds_is_counted() -> None:
    tags = tags_in("".join(f"{TAG} LicenseRef-{n}\n" for n in range(1000)).encode())

    assert tags is not None
    assert (len(tags.spdx), len(tags.ids), tags.more, tags.is_cut) == (200, 1000, 800, False)


def test_a_blob_beyond_all_bounds_says_that_it_was_cut() -> None:
    tags = tags_in("".join(f"{TAG} LicenseRef-{n}\n" for n in range(30_000)).encode())

    assert tags is not None
    assert tags.is_cut


HOSTILE = {
    "blanks in an expression": f"{TAG} MIT" + " " * 60_000 + "x",
    "blanks in a notice": "Copyright 2020 MIT" + " " * 60_000 + "x",
    "many lines of blanks": "".join(f"Copyright {n}" + " " * 512 + "x\n" for n in range(2000)),
    "open ignore blocks": IGNORE * 4000 + MIT,
    "ignore blocks": f"{IGNORE} {IGNORE_END}\n" * 40_000 + MIT,
    "ends of ignore blocks": IGNORE_END * 4000 + MIT,
    "200,000 tags": "".join(f"{TAG} MIT{n}\n" for n in range(200_000)),
    "a run of beginnings": "SPDX-" * 13_000 + " Copyright x",
    "runs of beginnings": "".join("SPDX-" * 200 + f"{n}:\n" for n in range(4000)),
    "ends of comments": f"{TAG} MIT" + "*/" * 30_000 + "x",
    "ends of comments and blanks": f"{TAG} MIT" + " */" * 20_000 + "x",
    "quotes": 'Copyright "' + "/" * 60_000 + "x",
    "quotes and slashes": "Copyright " + '"/' * 30_000 + "x",
    "years": "Copyright " + "2020, " * 10_000 + "x",
    "open years": "Copyright " + "2020-," * 10_000 + "x",
    "blanks before a sign": "Copyright" + " \t" * 30_000 + "(c) x",
    "parentheses": f"{TAG} " + "(" * 60_000,
    "alternatives": f"{TAG} " + "(MIT OR " * 5000 + "MIT" + ")" * 5000,
    "alternatives in lines": "".join(
        f"{TAG} A{n} AND " + "(MIT OR " * 300 + "MIT" + ")" * 300 + "\n" for n in range(200)
    ),
    "returns": "Copyright 2020 x\r" * 300_000,
    "minified": ("var a=function(b,c){return b+c};" * 2000 + "/*! Copyright 2020 X */") * 20,
    "signs": "©\n" * 2_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_in_time(name: str) -> None:
    data = HOSTILE[name].encode()
    started = time.process_time()

    tags_in(data)

    # Seconds are reached by none; without bounds each of them takes minutes or for ever.
    assert time.process_time() - started < 20


def test_the_library_is_imported_only_when_a_blob_needs_it() -> None:
    program = (
        "import sys; from scm_check.facts import blobs, reuse_status;"
        "blobs.blob_facts(b'plain text'); blobs.blob_facts(bytes(range(256)) * 9);"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " ('reuse', 'license_expression', 'magic', 'tomlkit', 'debian', 'sqlite3')])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )

    assert done.stdout.strip() == "[]"


# REUSE-IgnoreEnd


def test_what_we_leave_out_of_the_library_is_there_for_everybody_else() -> None:
    theirs = (
        "import reuse, reuse.extract as e;"
        "print(reuse.__version__, e._MAGIC.from_buffer('ä'.encode()),"
        " *sorted(e._LINE_ENDING_ENCODINGS_ASCII))"
    )
    ours = f"from scm_check.facts import reuse_adapter as a; a.library(); {theirs}"

    first, second = (
        subprocess.run(
            [sys.executable, "-c", text], check=True, capture_output=True, text=True
        ).stdout
        for text in (theirs, ours)
    )

    assert first == second
    assert " utf-8 " in first
    assert len(first.split()) > 100
