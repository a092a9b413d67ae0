# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed workers and parents leave no process and no folder behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from repositories import repository
from running import COMMAND, environment, scm_check
from secret_samples import samples

LOOPBACK = ("--allow-protocol", "http", "--allow-private-network")


@contextmanager
def silent_server() -> Iterator[str]:
    """A server on loopback that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken: list[socket.socket] = []

        def accept() -> None:
            while True:
                try:
                    taken.append(listener.accept()[0])
                except OSError:
                    return

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/app.git"
        for connection in taken:
            connection.close()


@contextmanager
def waiting_check(folder: Path, target: str) -> Iterator[subprocess.Popen[bytes]]:
    """A check that hangs on the target, in a session of its own."""
    # As on a terminal, also where the tests run in the background and Ctrl+C is ignored.
    as_on_a_terminal = ["env", "--default-signal=INT"]
    check = [COMMAND, "check", target, "-o", "json", *LOOPBACK, "--clone-timeout", "60"]
    process = subprocess.Popen(
        [*as_on_a_terminal, *check],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def processes_of(folder: Path) -> list[int]:
    """Processes whose environment names the folder of this test."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            content = (path / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder / "work") in content:
            found.append(int(path.name))
    return found


def until(condition: object, seconds: float = 10.0) -> bool:
    """Whether the callable turned true in time."""
    assert callable(condition)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def worker_of(process: subprocess.Popen[bytes], folder: Path) -> int:
    """The worker of this check, once it has made its way to the server."""
    assert until(lambda: list((folder / "work").glob("*/*")))
    return next(pid for pid in processes_of(folder) if pid != process.pid and is_worker(pid))


def is_worker(pid: int) -> bool:
    """Whether it is one of ours in the session of a worker, and no git."""
    try:
        is_python = b"python" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0]
        return is_python and os.getsid(pid) != os.getsid(0)
    except OSError:  # gone meanwhile
        return False


def test_a_killed_worker_is_a_crash_that_is_reported(tmp_path: Path) -> None:
    with silent_server() as url, waiting_check(tmp_path, url) as process:
        os.kill(worker_of(process, tmp_path), signal.SIGKILL)
        out, err = process.communicate(timeout=20)

    report = json.loads(out)
    assert process.returncode == 5
    assert report["problems"][0]["code"] == "CRASHED"
    assert report["verdict"] is None
    assert report["summary"]["pass"] == 0
    assert b"Traceback" not in err
    assert processes_of(tmp_path) == []
    assert list((tmp_path / "work").iterdir()) == []


def test_a_killed_parent_leaves_nothing(tmp_path: Path) -> None:
    with silent_server() as url, waiting_check(tmp_path, url) as process:
        worker_of(process, tmp_path)
        process.kill()
        process.wait()

        assert until(lambda: processes_of(tmp_path) == [])
        assert until(lambda: list((tmp_path / "work").iterdir()) == [])


def test_an_interrupted_check_leaves_nothing(tmp_path: Path) -> None:
    with silent_server() as url, waiting_check(tmp_path, url) as process:
        worker_of(process, tmp_path)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)

    assert process.returncode == 130
    assert b"Traceback" not in err
    assert processes_of(tmp_path) == []
    assert list((tmp_path / "work").iterdir()) == []


def test_a_server_that_is_silent_ends_with_the_time_limit(tmp_path: Path) -> None:
    with silent_server() as url:
        done = subprocess.run(
            [COMMAND, "check", url, "-o", "json", *LOOPBACK, "--clone-timeout", "2"],
            env=environment(tmp_path),
            capture_output=True,
            timeout=30,
            check=False,
        )

    assert done.returncode == 4
    assert json.loads(done.stdout)["problems"][0]["code"] == "TIMEOUT"
    assert processes_of(tmp_path) == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose reading is worth a helper."""
    line, _ = samples()["gitlab"]
    texts = {
        f"src/part{number}.py": f"# SPDX-{'License-Identifier'}: MIT\n{line}"
        + f"value = {number}\n" * 900
        for number in range(400)
    }
    return repository(tmp_path_factory.mktemp("large"), {**texts, "README.md": "# Large\n"})


def test_helpers_find_what_one_process_finds(tmp_path: Path, large: Path) -> None:
    shared = scm_check(tmp_path / "shared", "check", str(large), "-o", "json").report
    processors = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(processors)})
    try:
        alone = scm_check(tmp_path / "alone", "check", str(large), "-o", "json").report
    finally:
        os.sched_setaffinity(0, processors)

    assert shared.pop("run") != alone.pop("run")
    assert shared == alone
    assert len(shared["results"]) > 50


def test_a_parent_killed_while_helpers_read_leaves_nothing(tmp_path: Path, large: Path) -> None:
    with waiting_check(tmp_path, str(large)) as process:

        def are_reading() -> bool:
            workers = [pid for pid in processes_of(tmp_path) if is_worker(pid)]
            return len(workers) > 1 or process.poll() is not None

        assert until(are_reading)
        process.kill()
        process.wait()

        assert until(lambda: processes_of(tmp_path) == [])
        assert until(lambda: list((tmp_path / "work").iterdir()) == [])
