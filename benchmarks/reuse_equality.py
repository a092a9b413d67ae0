# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare our REUSE status with `reuse lint --json`, file by file, on real repositories.

    python benchmarks/reuse_equality.py REPOSITORY…

A repository is a path to a git directory or a work tree. Its HEAD is checked out in a temporary
folder, `reuse lint` runs there and ours on the objects of the same commit. Printed are the
differences and the times; the exit code is the number of repositories that differ.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from scm_check.facts import blobs, reuse_status
from scm_check.facts.extraction import Extracted
from scm_check.model import Entry, Gap, Json, Reuse

EXTRACTORS = (*blobs.EXTRACTORS, *reuse_status.EXTRACTORS)
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_LFS_SKIP_SMUDGE": "1",
    "LC_ALL": "C.UTF-8",
}


def main(repositories: list[str]) -> int:
    """Compare each repository; the number of those that differ."""
    return sum(compare(Path(repository)) for repository in repositories)


def compare(repository: Path) -> bool:
    """Print what differs; True if anything does."""
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder, "checkout")
        commit = git("-C", str(repository), "rev-parse", "HEAD").decode().strip()
        git("init", "-q", str(checkout))
        objects = git("-C", str(repository), "rev-parse", "--git-path", "objects").decode().strip()
        alternates = checkout / ".git/objects/info/alternates"
        alternates.write_text(f"{repository.resolve() / objects}\n")
        git("-C", str(checkout), "update-ref", "HEAD", commit)
        absent = absent_blobs(checkout, commit)
        git("-C", str(checkout), "read-tree", commit)
        git("-C", str(checkout), "checkout-index", "-a", "-q", may_fail=bool(absent))
        started, cpu = time.perf_counter(), children_cpu()
        theirs = lint(checkout)
        their_cpu, their_wall = children_cpu() - cpu, time.perf_counter() - started
        cpu, started = time.process_time(), time.perf_counter()
        ours, extract_cpu = status(checkout, commit)
        our_cpu = time.process_time() - cpu
        differing = differences(theirs, ours, absent)
    print(
        f"{repository.parent.name}: {ours.covered} files, {len(differing)} differences;"
        f" ours {our_cpu:.2f} s CPU (extraction {extract_cpu:.2f}),"
        f" reuse lint {their_cpu:.2f} s CPU, {their_wall:.2f} s wall"
    )
    for line in differing[:40]:
        print("   ", line)
    return bool(differing)


def lint(checkout: Path) -> dict[str, Json]:
    """The answer of the command, all paths from the root."""
    command = [str(Path(sys.executable).with_name("reuse")), "lint", "--json"]
    done = subprocess.run(command, cwd=checkout, capture_output=True, check=False)
    if not done.stdout:
        return {"refused": done.stderr.decode(errors="replace").strip()}
    answer: dict[str, Json] = json.loads(done.stdout)
    return answer


def status(git_dir: Path, commit: str) -> tuple[Reuse, float]:
    """Our status of the commit, from objects alone, and the CPU seconds of the extraction."""
    entries = tuple(tree(git_dir, commit))
    values: dict[tuple[str, str], Json] = {}
    gaps: dict[tuple[str, str], Gap] = {}
    wanted: dict[str, list[int]] = {}
    for entry in entries:
        for index, extractor in enumerate(EXTRACTORS):
            if extractor.wants(entry):
                wanted.setdefault(entry.oid, []).append(index)
    spent = 0.0
    contents: dict[str, bytes] = {}
    by_oid = {entry.oid: entry.path for entry in entries}
    for oid, data in read_blobs(git_dir, wanted):
        before = time.process_time()
        for index in dict.fromkeys(wanted[oid]):
            extractor = EXTRACTORS[index]
            if data is None or len(data) > extractor.max_bytes:
                gaps[extractor.name, oid] = Gap("UNREADABLE", by_oid[oid])
            else:
                values[extractor.name, oid] = extractor.extract(data)
        spent += time.process_time() - before
        if data is not None and len(data) < 100_000:
            contents[oid] = data
    oids = {entry.path: entry.oid for entry in entries}
    extracted = Extracted(values, gaps)
    before = time.process_time()
    found = reuse_status.reuse_of(entries, extracted, lambda path: contents.get(oids[path]), "")
    print(f"    status {time.process_time() - before:.3f} s CPU of {len(entries)} entries")
    return found, spent


def differences(theirs: dict[str, Json], ours: Reuse, absent: set[str]) -> list[str]:
    """One line for each value that is not the same; absent blobs are left out."""
    if "refused" in theirs:
        named = "; ".join(notice.text for notice in ours.broken_configuration)
        return [] if named else [f"reuse refuses: {theirs['refused']}; we found nothing broken"]
    found = []
    their_lists, our_lists = theirs["non_compliant"], reuse_status.lint_json(ours)
    assert isinstance(their_lists, dict)
    for key, our_list in our_lists.items():
        their_list = their_lists[key]
        assert isinstance(their_list, list)
        assert isinstance(our_list, list)
        mine = {str(item) for item in our_list} - absent
        their = {str(item).removeprefix("./") for item in their_list} - absent
        found += [f"{key}: only reuse: {item!r}" for item in sorted(their - mine)]
        found += [f"{key}: only ours: {item!r}" for item in sorted(mine - their)]
    found += summary_differences(theirs, ours) if not absent else []
    return found


def summary_differences(theirs: dict[str, Json], ours: Reuse) -> list[str]:
    """The figures and the verdict; a covered file with a read error is in no figure of reuse's."""
    mine: dict[str, Json] = {
        "used_licenses": [*ours.used_licenses],
        "files_total": ours.covered - len(ours.read_errors),
        "files_with_copyright_info": ours.with_copyright,
        "files_with_licensing_info": ours.with_license,
        "compliant": ours.compliant,
    }
    their = theirs["summary"]
    assert isinstance(their, dict)
    return [
        f"summary.{key}: reuse {their[key]!r}, ours {value!r}"
        for key, value in mine.items()
        if their[key] != value
    ]


def tree(git_dir: Path, commit: str) -> Iterator[Entry]:
    """All entries with their sizes."""
    listing = git("-C", str(git_dir), "ls-tree", "-r", "-z", "--full-tree", commit)
    rows = [row.partition(b"\t") for row in listing.split(b"\0") if row]
    heads = [head.split() for head, _, _ in rows]
    asked = b"".join(head[2] + b"\n" for head in heads)
    checked = git("-C", str(git_dir), "cat-file", "--batch-check", "--buffer", stdin=asked)
    for head, (_, _, name), line in zip(heads, rows, checked.splitlines(), strict=True):
        size = -1 if line.endswith(b"missing") else int(line.split()[2])
        path = name.decode("utf-8", "surrogateescape")
        yield Entry(path, int(head[0], 8), head[2].decode(), size)


def absent_blobs(git_dir: Path, commit: str) -> set[str]:
    """Paths of blobs that the copy lacks."""
    return {e.path for e in tree(git_dir, commit) if e.size_bytes < 0 and not e.is_submodule}


def read_blobs(git_dir: Path, oids: dict[str, list[int]]) -> Iterator[tuple[str, bytes | None]]:
    """Each blob's bytes, None where it is absent."""
    command = ["git", "-C", str(git_dir), "cat-file", "--batch", "--buffer"]
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{oid}\n" for oid in oids).encode())
        asked.seek(0)
        with subprocess.Popen(
            command, stdin=asked, stdout=subprocess.PIPE, env=ENVIRONMENT
        ) as process:
            assert process.stdout is not None
            while head := process.stdout.readline():
                oid, kind, *size = head.decode().split()
                if kind == "missing":
                    yield oid, None
                    continue
                yield oid, process.stdout.read(int(size[0]))
                process.stdout.read(1)


def git(*arguments: str, stdin: bytes = b"", may_fail: bool = False) -> bytes:
    """What git prints; its configuration is empty."""
    done = subprocess.run(
        ["git", *arguments], input=stdin, capture_output=True, check=False, env=ENVIRONMENT
    )
    if done.returncode and not may_fail:
        raise SystemExit(f"git {arguments[0]}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def children_cpu() -> float:
    """CPU seconds of ended children."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
