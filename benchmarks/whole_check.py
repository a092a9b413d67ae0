# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole check beside (git clone --depth 1 with checkout, then reuse lint --json), same commit.

    python benchmarks/whole_check.py REPOSITORY… [--runs N] [--warm]

Each REPOSITORY is a local path. It is copied once into a bare repository that serves partial
history, and read from there by a file:// address, as from a server. Ours: all rules, history
included, report as JSON, each run with an empty cache (--warm: with the cache of the run before).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pairs import Run, beside_python, line, paired, run


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("repository", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--warm", action="store_true")
    options = parser.parse_args()
    for repository in options.repository:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            print(measured(repository.resolve(), Path(folder), options.runs, options.warm))


def measured(repository: Path, folder: Path, runs: int, warm: bool) -> str:
    served = folder / "served.git"
    try:
        git("clone", "--quiet", "--bare", "--no-local", repository.as_uri(), str(served))
    except subprocess.CalledProcessError:  # a copy that lacks objects cannot be served as it is
        serve_what_is_there(repository, served)
    for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git("-C", str(served), "config", key, "true")
    files = len(git("-C", str(served), "ls-tree", "-r", "--name-only", "HEAD").splitlines())
    cache, checkout = folder / "cache", folder / "checkout"

    def ours() -> Run:
        if not warm:
            shutil.rmtree(cache, ignore_errors=True)
        command = [
            beside_python("scm-check"),
            *("check", served.as_uri(), "--allow-protocol", "file"),
            *("-o", f"json={folder / 'report.json'}", "-q"),
        ]
        result = run(command, {**os.environ, "SCM_CHECK_CACHE": str(cache)})
        if result.exit_code not in {0, 1}:
            sys.exit(f"scm-check ended with {result.exit_code} on {repository}")
        return result

    def theirs() -> Run:
        shutil.rmtree(checkout, ignore_errors=True)
        script = (
            f"git clone --quiet --depth 1 {served.as_uri()} {checkout} && "
            f"cd {checkout} && {beside_python('reuse')} lint --json"
        )
        return run(["sh", "-c", script], os.environ)

    first, second = paired(ours, theirs, runs=runs)
    name = repository.parent.name if repository.name == "repo" else repository.name
    return line(f"{name} ({files} files)", first, second)


def serve_what_is_there(repository: Path, served: Path) -> None:
    """A bare repository with one commit of all files whose blobs are present."""
    shutil.rmtree(served, ignore_errors=True)
    git("init", "--quiet", "--bare", str(served))
    alternates = served / "objects" / "info" / "alternates"
    alternates.write_text(f"{repository / 'objects'}\n")
    commit = git("-C", str(repository), "rev-parse", "HEAD").strip()
    listed = git("-C", str(served), "ls-tree", "-r", commit).splitlines()
    oids = "".join(f"{line.split()[2]}\n" for line in listed)
    found = git("-C", str(served), "cat-file", "--batch-check", given=oids).splitlines()
    kept = [line for line, is_there in zip(listed, found, strict=True) if "blob" in is_there]
    git("-C", str(served), "update-index", "--index-info", given="\n".join(kept) + "\n")
    tree = git("-C", str(served), "write-tree").strip()
    identity = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    head = git("-C", str(served), *identity, "commit-tree", tree, "-m", "all files").strip()
    git("-C", str(served), "update-ref", "HEAD", head)
    git("-C", str(served), "repack", "-a", "-d", "--quiet")
    alternates.unlink()


def git(*arguments: str, given: str = "") -> str:
    return subprocess.run(
        ["git", *arguments], check=True, capture_output=True, text=True, input=given
    ).stdout


if __name__ == "__main__":
    main()
