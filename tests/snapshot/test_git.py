# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import subprocess
import threading
import time
import uuid
from pathlib import Path

import pytest
from serving import new_repository

from scm_check.errors import CutShort, TargetError
from scm_check.snapshot import git as module
from scm_check.snapshot.address import HostToken
from scm_check.snapshot.git import (
    Deadline,
    GitFailed,
    SizeGuard,
    call_git,
    git_version,
    is_patched,
    run_git,
    start_git,
    timed_out,
)
from scm_check.snapshot.hardening import git_path

# Durations that no other process on the machine sleeps for: what is left over is ours.
MARK = f"31415.{uuid.uuid4().int % 10**12:012}"
SHORT = f"0.3{uuid.uuid4().int % 10**12:012}"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shell script in git's place, to be filled by the test; a child of it gets a group mark."""
    script = tmp_path / "git"
    monkeypatch.setattr(module, "git_path", lambda: str(script))
    return script


def fill(script: Path, text: str) -> None:
    script.write_text(f"#!/bin/sh\n{text}\n")
    script.chmod(0o755)


def living(mark: str) -> list[str]:
    """Processes whose command line holds a mark."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if mark.encode() in (entry / "cmdline").read_bytes():
                    found.append(entry.name)
            except OSError:
                continue  # it ended meanwhile
    return found


def is_gone(mark: str) -> bool:
    """Whether no such process is left; one that was killed may need a moment to die."""
    limit = time.monotonic() + 1
    while living(mark) and time.monotonic() < limit:
        time.sleep(0.01)
    return not living(mark)


def test_git_sees_nothing_of_the_callers_environment(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(stand_in, "env")
    for name in ("CI_JOB_TOKEN", "GIT_DIR", "GIT_SSH_COMMAND", "http_proxy", "LD_PRELOAD_X"):
        monkeypatch.setenv(name, "leaked-value")

    output = run_git(["x"], cwd=tmp_path, deadline=Deadline.after(20)).decode()

    assert "leaked-value" not in output
    assert "GIT_ALLOW_PROTOCOL=none\n" in output
    assert "GIT_TERMINAL_PROMPT=0\n" in output
    assert "HOME=/dev/null\n" in output


def test_a_token_is_in_the_environment_and_not_on_the_command_line(
    stand_in: Path, tmp_path: Path
) -> None:
    fill(stand_in, 'echo "$@"; env | grep GIT_CONFIG; echo "seen s3cr3t-token" >&2; exit 1')
    token = HostToken("host.example", "s3cr3t-token")

    done = call_git(
        ["fetch"],
        cwd=tmp_path,
        deadline=Deadline.after(20),
        protocols=frozenset({"https"}),
        token=token,
    )

    command, *environment = done.stdout.decode().split("\n")
    assert "s3cr3t" not in command
    assert "GIT_CONFIG_KEY_0=http.https://host.example/.extraheader" in environment
    assert any("Authorization: Basic " in line for line in environment)
    assert "s3cr3t" not in done.stderr
    assert done.stderr == "seen [redacted]"


def test_protocols_are_allowed_by_the_call_alone(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, 'echo "$GIT_ALLOW_PROTOCOL $@"')

    output = run_git(
        ["fetch"], cwd=tmp_path, deadline=Deadline.after(20), protocols=frozenset({"https"})
    ).decode()

    assert output.startswith("https ")
    assert "protocol.allow=never" in output
    assert "protocol.https.allow=always" in output


def test_a_real_git_refuses_a_transport_that_was_not_allowed(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")

    done = call_git(
        ["ls-remote", "--", f"file://{repository}"], cwd=tmp_path, deadline=Deadline.after(20)
    )

    assert done.returncode != 0
    assert "not allowed" in done.stderr


def test_at_the_deadline_git_and_its_children_are_gone(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f'sh -c "sleep {MARK}" & sh -c "sleep {MARK}" & wait')
    begun = time.monotonic()

    with pytest.raises(CutShort) as caught:
        run_git(["x"], cwd=tmp_path, deadline=Deadline.after(0.5))

    assert caught.value.code == "TIMEOUT"
    assert time.monotonic() - begun < 3
    assert is_gone(MARK)


def test_a_git_that_ignores_the_first_signal_is_killed(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f"trap '' TERM; while :; do sleep {SHORT}; done")
    begun = time.monotonic()

    with pytest.raises(TargetError) as caught:
        run_git(["x"], cwd=tmp_path, deadline=Deadline.after(0.3), protocols=frozenset({"https"}))

    assert caught.value.code == "TIMEOUT"
    assert time.monotonic() - begun < 6
    assert is_gone(SHORT)


def test_a_deadline_that_has_passed_starts_nothing(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, "touch ran")

    with pytest.raises(CutShort):
        run_git(["x"], cwd=tmp_path, deadline=Deadline.after(0))

    assert not (tmp_path / "ran").exists()


def test_children_that_outlive_git_are_ended_with_it(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f'sh -c "sleep {MARK}" >/dev/null 2>&1 & echo done')

    output = run_git(["x"], cwd=tmp_path, deadline=Deadline.after(20))

    assert output == b"done\n"
    assert is_gone(MARK)


def test_a_killed_group_is_waited_for_until_nobody_is_left() -> None:
    process = subprocess.Popen(["sleep", MARK], process_group=0)
    ended: list[float] = []

    def end_later() -> None:
        time.sleep(0.2)
        process.kill()
        ended.append(time.monotonic())
        process.wait()

    threading.Thread(target=end_later).start()

    module._await_group_end(process.pid)

    assert ended
    assert time.monotonic() >= ended[0]
    assert process.poll() is not None


def test_leaving_the_context_ends_the_process(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f"exec sleep {MARK}")

    with start_git(["x"], cwd=tmp_path, deadline=Deadline.after(60)):
        limit = time.monotonic() + 10
        while not living(MARK) and time.monotonic() < limit:
            time.sleep(0.01)
        assert living(MARK)

    assert is_gone(MARK)


def test_git_stays_in_the_session_and_leads_its_own_group(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, "cut -d' ' -f1,5,6 /proc/$$/stat")

    pid, group, session = run_git(["x"], cwd=tmp_path, deadline=Deadline.after(20)).split()

    assert pid == group
    assert int(session) == os.getsid(0)


def test_endless_output_ends_at_its_bound(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f"exec yes {MARK}")

    with pytest.raises(CutShort, match="wrote more than"):
        run_git(["x"], cwd=tmp_path, deadline=Deadline.after(60), max_output=1 << 20)

    assert is_gone(MARK)


def test_endless_complaints_neither_block_nor_fill_memory(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, "head -c 20000000 /dev/zero | tr '\\0' e >&2; echo last >&2; echo out")

    done = call_git(["x"], cwd=tmp_path, deadline=Deadline.after(60))

    assert done.stdout == b"out\n"
    assert len(done.stderr) <= module.MAX_STDERR
    assert done.stderr.endswith("last")


def test_a_folder_that_grows_too_large_ends_git(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f"head -c 3000000 /dev/zero > big; exec sleep {MARK}")
    store = tmp_path / "store"
    store.mkdir()

    with pytest.raises(TargetError) as caught:
        call_git(
            ["x"],
            cwd=store,
            deadline=Deadline.after(30),
            protocols=frozenset({"https"}),
            guard=SizeGuard(store, 1 << 20),
        )

    assert caught.value.code == "TOO_LARGE"
    assert is_gone(MARK)


def test_no_file_of_git_grows_beyond_its_limit(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, "sleep 0.3; head -c 3000000 /dev/zero > big; exit 7")

    done = call_git(["x"], cwd=tmp_path, deadline=Deadline.after(30), max_file_bytes=1 << 20)

    assert done.returncode == 7
    assert (tmp_path / "big").stat().st_size <= 1 << 20


def test_a_phrase_in_its_complaints_stops_git(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, f"echo 'warning: no filter here' >&2; exec sleep {MARK}")
    begun = time.monotonic()

    done = call_git(["x"], cwd=tmp_path, deadline=Deadline.after(30), stop_on=b"no filter")

    assert time.monotonic() - begun < 5
    assert done.returncode < 0
    assert is_gone(MARK)


def test_input_larger_than_a_pipe_does_not_block(stand_in: Path, tmp_path: Path) -> None:
    fill(stand_in, "exec cat")
    content = os.urandom(3 << 20)

    assert run_git(["x"], cwd=tmp_path, deadline=Deadline.after(30), stdin=content) == content


def test_a_failure_carries_gits_last_words(tmp_path: Path) -> None:
    with pytest.raises(GitFailed, match="git cat-file returned 128: fatal:") as caught:
        run_git(["cat-file", "-p", "x"], cwd=tmp_path, deadline=Deadline.after(20))

    assert caught.value.code == "UNREADABLE"


def test_a_repository_above_the_work_folder_is_not_found(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    (repository / "inner").mkdir()

    with pytest.raises(GitFailed):
        run_git(["rev-parse", "HEAD"], cwd=repository / "inner", deadline=Deadline.after(20))


def test_the_version_is_known_and_judged() -> None:
    assert git_version() >= (2, 20)
    assert not is_patched((2, 39, 5))
    assert not is_patched((2, 51, 2))
    assert not is_patched((2, 55, 9))
    assert is_patched((2, 50, 2))
    assert is_patched((2, 51, 4))
    assert is_patched((2, 57, 0))


def test_a_git_only_reached_by_a_relative_path_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "git", "touch CANARY")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    git_path.cache_clear()

    path = git_path()

    git_path.cache_clear()
    assert path.startswith("/")
    assert path != str(tmp_path / "git")


def test_a_deadline_has_no_negative_rest() -> None:
    late = Deadline.after(-5)

    assert late.left() == 0
    assert Deadline.after(100).sooner(1).left() <= 1
    assert Deadline.after(1).sooner(100).left() <= 1


def test_a_timeout_is_another_exit_while_fetching() -> None:
    assert timed_out(is_fetching=True).exit_code == 4
    assert timed_out(is_fetching=False).exit_code == 5
