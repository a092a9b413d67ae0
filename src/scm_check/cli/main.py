# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The entry point: knows every command, loads the one that is called, maps errors to exit codes."""

from __future__ import annotations

import sys

from scm_check import __version__


def main() -> None:
    """Run the command line; every expected error ends in one sentence on stderr and its code."""
    if sys.argv[1:] == ["--version"]:  # the common question needs no command-line library
        print(f"scm-check {__version__}")
        return
    from scm_check.worker_process import discard_ahead, start_ahead

    if sys.argv[1:2] in (["check"], ["facts"]) and not {"-h", "--help"} & set(sys.argv):
        start_ahead()
    try:
        _run()
    finally:
        discard_ahead()


def _run() -> None:
    from scm_check.cli.app import app
    from scm_check.errors import ScmCheckError
    from scm_check.safe_text import safe_text

    try:
        app(prog_name="scm-check")
    except ScmCheckError as error:
        sys.stderr.write(f"scm-check: {safe_text(error.message)}\n")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone; what it wanted it has.
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
