# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""While one thread of the worker imports ahead, no other imports: they could deadlock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running import scm_check
from serving import GitServer, git_server, new_repository, publish

# Slows the thread that imports, so that the others are sure to run into it, and writes down what
# they import meanwhile. The standard library's modules do not import ours, and the probe of a
# server is imported by none of them.
RECORDER = """
import sys, threading, time

PROBING = ("scm_check.snapshot.probe", "scm_check.snapshot.exchange")

class Recorder:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top in sys.stdlib_module_names or name in PROBING:
            return None
        if threading.current_thread().name == "import-ahead":
            time.sleep(0.003)
        elif any(thread.name == "import-ahead" for thread in threading.enumerate()):
            with open({log!r}, "a") as log:
                log.write(name + "\\n")
        return None

sys.meta_path.insert(0, Recorder())
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GitServer]:
    with git_server(tmp_path / "server") as running:
        source = new_repository(tmp_path / "source", {"README.md": b"# One\n"})
        publish(source, running.root / "app.git")
        yield running


@pytest.mark.parametrize("target", ["app.git", "app.git@v9", "absent.git", "app.git#folder"])
def test_nothing_is_imported_beside_the_thread_that_imports_ahead(
    target: str, tmp_path: Path, server: GitServer
) -> None:
    log = tmp_path / "imports.log"
    (tmp_path / "path").mkdir()
    hook = tmp_path / "path" / "sitecustomize.py"
    hook.write_text(RECORDER.format(log=str(log)), encoding="utf-8")

    ended = scm_check(
        tmp_path,
        *("check", f"{server.url}/{target}", "-o", "json"),
        *("--allow-protocol", "http", "--allow-private-network"),
        env={"PYTHONPATH": str(tmp_path / "path")},
    )

    assert ended.code in {0, 1, 4}, ended.stderr
    assert not log.exists(), log.read_text(encoding="utf-8")
