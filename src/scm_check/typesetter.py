# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML → PDF by WeasyPrint, in a process of its own.

Names and texts of a foreign repository pass through Pango, HarfBuzz and FreeType there: a crash
costs the PDF and nothing else. The process loads while the report is made (WeasyPrint takes half a
second for it), and its memory is not added to the report's.

Both ways go frames: eight bytes of length, most significant first, then the content.
"""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from typing import IO

READY = b"ready"
WITHOUT_PANGO = b"without Pango"

_MAX_FRAME = 1 << 30
_MAX_CPU_S = 600  # a hundred times what the longest PDF took


class Ended(Exception):
    """The other end of the pipe is gone."""


def send(pipe: IO[bytes], content: bytes) -> None:
    """Write one frame. Raises Ended where nobody reads it."""
    try:
        pipe.write(len(content).to_bytes(8, "big") + content)
        pipe.flush()
    except (BrokenPipeError, ValueError) as error:
        raise Ended from error


def receive(pipe: IO[bytes]) -> bytes:
    """Read one frame. Raises Ended where it does not come, or not as a whole."""
    length = int.from_bytes(_exactly(pipe, 8), "big")
    if length > _MAX_FRAME:
        raise Ended
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    content = pipe.read(size)
    if len(content) < size:
        raise Ended
    return content


def main() -> None:
    """Say `READY`, then set one document after another until the pipe is closed."""
    import gc

    asked, answer = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # no word of a library gets between the frames
    gc.disable()  # one or two documents, then the end
    _limit_time()
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError:  # as it ends when Pango is missing
        send(answer, WITHOUT_PANGO)
        return
    # It would print each letter that no font has: a repository's own, and on the terminal.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    # It holds no address to fetch; were there one, nothing would be fetched.
    fetcher = URLFetcher(allowed_protocols={"data"})
    with suppress(Ended):  # whoever asked has all, or is gone
        send(answer, READY)
        while True:
            page, identifier = receive(asked).decode(), receive(asked)
            document = HTML(string=page, url_fetcher=fetcher)
            made = document.write_pdf(
                pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=identifier
            )
            send(answer, made)


def _limit_time() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        if most == resource.RLIM_INFINITY or most > _MAX_CPU_S:
            resource.setrlimit(resource.RLIMIT_CPU, (_MAX_CPU_S, most))


if __name__ == "__main__":
    main()
