# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory of every format on a report with 20,000 findings, and writing's share of a run.

    python benchmarks/rendering.py [TARGET]

Each format is rendered by a process of its own, from the JSON. Demanded: under 2 s and 150 MB for
each, and writing a text under 10 % of a check of TARGET. Ends with 1 where one is missed. Pages of
a PDF are set by a second process: the larger of both is told.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from scm_check.model import Location, Report, Text
from scm_check.render import FORMATS, TEXT_FORMATS
from scm_check.report_json import dumps, loads

EXAMPLE = Path(__file__).parents[1] / "examples" / "reports" / "report.json"
COMMAND = str(Path(sys.executable).parent / "scm-check")
RULES, FINDINGS = 100, 200
MAX_S, MAX_MB, MAX_SHARE = 2.0, 150, 0.10


def crowded() -> Report:
    """The example with a hundred rules of two hundred findings."""
    report = loads(EXAMPLE.read_bytes())
    rule = next(item for item in report.judgements if item.rule == "LIC001")
    found = tuple(
        replace(
            rule.findings[0],
            text=Text(f"Datei {n} hat keine Lizenz.", f"File {n} has no licence."),
            locations=(Location(f"src/part{n % 50}/file{n}.py", n + 1),),
            evidence=f"line {n}",
        )
        for n in range(FINDINGS)
    )
    rules = tuple(
        replace(rule, rule=f"LIC{n + 100}", slug=f"crowd-{n}", findings=found) for n in range(RULES)
    )
    return replace(report, judgements=rules, digest="")


def measured(*arguments: str) -> tuple[float, float, float]:
    """Wall and CPU seconds of one run of the command, and the peak in MB of its largest process."""
    started = time.perf_counter()
    child = os.posix_spawn(COMMAND, [COMMAND, *arguments], os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    assert os.waitstatus_to_exitcode(status) in (0, 1), arguments
    usages = [usage, *_usages_of_orphans()]
    cpu = sum(each.ru_utime + each.ru_stime for each in usages)
    return wall, cpu, max(each.ru_maxrss for each in usages) / 1024


def _usages_of_orphans() -> Iterator[resource.struct_rusage]:
    """Of processes that ended after the command that started them."""
    with suppress(ChildProcessError):
        while True:
            yield os.wait4(-1, 0)[2]


def adopt_orphans() -> None:
    """On Linux, what a command leaves behind becomes a child of this process."""
    if sys.platform == "linux":
        pr_set_child_subreaper = 36  # linux/prctl.h
        ctypes.CDLL(None).prctl(pr_set_child_subreaper, 1)


def formats(folder: Path) -> bool:
    report = folder / "report.json"
    report.write_text(dumps(crowded()))
    good = True
    print(f"{RULES * FINDINGS} findings, {report.stat().st_size >> 20} MB of JSON")
    print("format        wall    CPU   peak")
    for name in FORMATS:
        command = ("render", str(report), "-o", f"{name}={folder / name}", "-v")
        wall, cpu, peak = min(measured(*command) for _ in range(3))
        print(f"{name:12} {wall:5.2f} {cpu:6.2f} {peak:4.0f} MB")
        good &= wall < MAX_S and peak < MAX_MB
    return good


def share(folder: Path, target: str) -> bool:
    """CPU of writing, as the difference to a run that writes its JSON alone."""
    common = ("check", target, "-q", "--fail-on", "never", "-o", f"json={folder / 'run.json'}")
    measured(*common)  # the cache is warm for both
    alone = min(measured(*common)[1] for _ in range(3))
    for name in TEXT_FORMATS:
        if name == "json":
            continue
        whole = min(measured(*common, "-o", f"{name}={folder / name}")[1] for _ in range(3))
        print(f"{name:12} {max(whole - alone, 0):.2f} s of {whole:.2f} s")
    text = min(measured(*common, "-o", f"text={folder / 'text'}")[1] for _ in range(3))
    return (text - alone) / text < MAX_SHARE


def main() -> None:
    target = sys.argv[1] if len(sys.argv) > 1 else "."
    adopt_orphans()
    with tempfile.TemporaryDirectory() as name:
        good = formats(Path(name))
        good &= share(Path(name), target)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
