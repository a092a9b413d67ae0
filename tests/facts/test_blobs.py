# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kind, encoding and lines of blobs, and the files made of them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reuse_trees import HOLDER, MIT, TAG, Link, Submodule, entries_of, extracted_of

from scm_check.facts import blobs
from scm_check.facts.extraction import Extracted
from scm_check.model import BlobKind, Entry, Gap, Notice, SpdxTag

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\nsize 12345\n"


@pytest.mark.parametrize(
    ("data", "kind", "encoding", "lines"),
    [
        (b"", "empty", None, 0),
        (b"a", "text", "utf-8", 1),
        (b"a\nb\n", "text", "utf-8", 2),
        (b"a\r\nb", "text", "utf-8", 2),
        (b"a\rb\x0b\x0c\x85", "text", "cp1252", 1),
        ("größe\u2028x\n".encode(), "text", "utf-8", 1),
        ("größe".encode("latin-1"), "text", "cp1252", 1),
        ("größe\nx".encode("utf-8-sig"), "text", "utf-8-sig", 2),
        ("größe\nx\n".encode("utf-16"), "text", "utf-16", 2),
        (b"\xfe\xff" + "größe\n".encode("utf-16-be"), "text", "utf-16", 1),
        ("Wort für Wort\n".encode("utf-16-le"), "text", "utf-16-le", 1),
        ("Wort für Wort\nx".encode("utf-16-be"), "text", "utf-16-be", 2),
        ("größe\n".encode("utf-32"), "text", "utf-32", 1),
        (b"\xff\xfea", "binary", None, 0),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", None, 0),
        (b"\0\0\0\0", "binary", None, 0),
        (b"x" * 9000 + b"\0", "text", "utf-8", 1),
        (b"\x1f\x8b\x08\x08\xff\xfe", "binary", None, 0),
        (POINTER, "lfs-pointer", "utf-8", 3),
        (POINTER + b"x" * 2000, "text", "utf-8", 4),
        (b"version https://git-lfs.github.com/spec/v1\n", "text", "utf-8", 1),
    ],
)
def test_the_shape_of_bytes(data: bytes, kind: str, encoding: str | None, lines: int) -> None:
    assert blobs.blob_facts(data) == [kind, encoding, lines]


def test_a_sign_cut_by_a_decoding_step_is_still_utf8() -> None:
    data = b"x" * ((1 << 20) - 1) + "é\n".encode() * 3

    assert blobs.blob_facts(data) == ["text", "utf-8", 3]


@given(
    st.binary(max_size=3000), st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"\0\0\xfe\xff"])
)
@settings(deadline=None)
def test_any_bytes_have_a_kind(data: bytes, start: bytes) -> None:
    value = json.loads(json.dumps(blobs.blob_facts(start + data)))

    assert BlobKind(value[0])
    assert value[2] >= 0


# A NUL first would make the mark of UTF-16 that of UTF-32.
@given(st.text(st.characters(min_codepoint=1, codec="utf-8"), min_size=1, max_size=300))
def test_marked_text_is_text_with_its_lines(text: str) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        value = blobs.blob_facts(text.encode(encoding))

        lines = text.count("\n") + (not text.endswith("\n"))
        assert isinstance(value, list)
        assert value[:3] == ["text", encoding, lines]


def test_files_are_in_path_order_with_links_and_submodules_apart() -> None:
    entries, contents = entries_of(
        {
            "b.py": f"# {HOLDER}\n# {TAG} MIT OR ISC\n",
            "a": b"\0",
            "link": Link("größe\udcff"),
            "module": Submodule(),
            "sub/c": MIT,
            "sub/module": Submodule(),
        }
    )

    files = blobs.files_of(reversed(entries), extracted_of(entries, contents), "")

    assert [file.path for file in files.all] == ["a", "b.py", "sub/c"]
    assert [(file.path, file.link_target) for file in files.links] == [("link", "größe\udcff")]
    assert files.submodules == ("module", "sub/module")
    assert files.by_path["a"].kind is BlobKind.BINARY
    assert files.by_path["b.py"].spdx == (SpdxTag("MIT OR ISC", 2),)
    assert files.by_path["b.py"].copyrights == (Notice(HOLDER, 1),)
    assert [file.path for file in files.root] == ["a", "b.py"]


def test_what_lies_outside_the_part_is_above() -> None:
    entries, contents = entries_of(
        {"LICENSE": "x", "sub/a": "x", "subway/b": "x", "link": Link("a"), "m": Submodule()}
    )

    files = blobs.files_of(entries, extracted_of(entries, contents), "sub/")

    assert [file.path for file in files.all] == ["sub/a"]
    assert [file.path for file in files.above] == ["LICENSE", "subway/b"]
    assert (files.links, files.submodules) == ((), ())


def test_what_was_not_read_is_a_gap_and_not_absent() -> None:
    entries = (
        Entry("big", 0o100644, "1" * 40, 10**9),
        Entry("empty", 0o100644, "2" * 40, 0),
        Entry("gone", 0o100755, "3" * 40, -1),
        Entry("link", 0o120000, "4" * 40, -1),
    )
    extracted = Extracted({}, {("blob", "1" * 40): Gap("BLOB_TOO_LARGE", "elsewhere", "blob")})

    files = blobs.files_of(entries, extracted, "")

    assert files.by_path["big"].gap == Gap("BLOB_TOO_LARGE", "big")
    assert files.by_path["empty"].kind is BlobKind.EMPTY
    assert files.by_path["gone"].gap == Gap("UNREADABLE", "gone")
    assert files.links[0].gap == Gap("UNREADABLE", "link")


def test_a_pointer_to_large_content_is_a_gap() -> None:
    entries, contents = entries_of({"film.mp4": POINTER})

    (file,) = blobs.files_of(entries, extracted_of(entries, contents), "").all

    assert file.kind is BlobKind.LFS_POINTER
    assert file.gap == Gap("LFS_POINTER", "film.mp4")


def test_one_blob_may_be_a_file_here_and_a_link_there() -> None:
    entries, contents = entries_of({"a": "b", "c": Link("b")})

    files = blobs.files_of(entries, extracted_of(entries, contents), "")

    assert files.all[0].link_target is None
    assert files.links[0].link_target == "b"
