# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in portions, done by this process and by forked helpers, one for each further processor.

A helper is a copy of this process that takes portions until none is left and hands its values back
through a pipe. It stands in the same session, so whoever ends the worker ends it too. It must be
started while no other thread may hold a lock that the work needs.
"""

from __future__ import annotations

import heapq
import logging
import marshal
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

logger = logging.getLogger(__name__)

_MOST_PROCESSES: Final = 4
_PORTIONS_EACH: Final = 4


def processes() -> int:
    """How many processes may be at work at once; one where forking is not safe."""
    if sys.platform != "linux":
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)


def in_portions(weighted: Iterable[tuple[str, int]], n: int) -> list[list[str]]:
    """The items in n portions of about one weight, the heaviest item in the first of them.

    In a portion they keep their order.
    """
    items = list(weighted)
    loads = [(0, portion) for portion in range(n)]
    portion_of: dict[str, int] = {}
    for item, weight in sorted(items, key=lambda pair: pair[1], reverse=True):
        load, portion = heapq.heappop(loads)
        portion_of[item] = portion
        heapq.heappush(loads, (load + weight, portion))
    portions: list[list[str]] = [[] for _ in range(n)]
    for item, _ in items:
        portions[portion_of[item]].append(item)
    return portions


class SharedWork:
    """Calls `work` once for each item of some portions, here and in helpers.

    `work` takes a portion and gives a plain value (what `marshal` can write) without side effects.
    """

    def __init__(
        self, weighted: Sequence[tuple[str, int]], work: Callable[[list[str]], Any], n: int
    ) -> None:
        self._work = work
        self._portions = in_portions(weighted, n * _PORTIONS_EACH if n > 1 else 1)
        self._queue, numbers = os.pipe()
        os.write(numbers, bytes(range(len(self._portions))))
        os.close(numbers)
        self._helpers = [_Helper(self._done) for _ in range(n - 1)]

    def values(self) -> list[Any]:
        """The values of all portions; what a helper that died had taken is done here.

        Raises what `work` raises here.
        """
        try:
            done = self._done()
            for helper in self._helpers:
                done.update(helper.answer() or {})
        finally:
            os.close(self._queue)
            for helper in self._helpers:
                helper.end()
        for number, portion in enumerate(self._portions):
            if number not in done:
                done[number] = self._work(portion)
        return list(done.values())

    def _done(self) -> dict[int, Any]:
        return {number: self._work(self._portions[number]) for number in self._taken()}

    def _taken(self) -> Iterator[int]:
        """The next portion that nobody has taken yet, until there is none."""
        while taken := os.read(self._queue, 1):
            yield taken[0]


class _Helper:
    """A forked process that computes one plain value."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._pipe, write = os.pipe()
        self._pid: int | None = os.fork()
        if self._pid == 0:
            _work_and_end(work, write)
        os.close(write)

    def answer(self) -> Any | None:
        """The value, once it is there; None where the helper died or its work failed."""
        with open(self._pipe, "rb") as pipe:
            data = pipe.read()
        return marshal.loads(data) if self._has_ended_well() else None  # noqa: S302  (our own copy)

    def end(self) -> None:
        """Kill it if it is still at work; a second call does nothing."""
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            with suppress(OSError):  # closed, where the answer was read
                os.close(self._pipe)
            self._has_ended_well()

    def _has_ended_well(self) -> bool:
        pid, self._pid = self._pid, None
        return pid is not None and os.waitpid(pid, 0)[1] == 0


def _work_and_end(work: Callable[[], Any], write: int) -> None:
    """In the helper: never returns."""
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)  # whoever waits for the parent's end must not wait for ours
        with open(write, "wb") as pipe:
            pipe.write(marshal.dumps(work()))
        code = 0
    except BaseException:  # the parent does the work itself, and then meets the same error
        logger.debug("a helper failed", exc_info=True)
    finally:
        os._exit(code)
