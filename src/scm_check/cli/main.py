# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The entry point: knows every command, loads the one that is called, maps errors to exit codes."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import Any

from scm_check import __version__
from scm_check.cli.printing import print_lines


def main() -> None:
    """Run the command line; every expected error ends in one sentence on stderr and its code."""
    from scm_check.errors import ScmCheckError

    gc.set_threshold(100_000, 50, 50)  # a short life, also of the worker: little turns to garbage
    if sys.stderr is None:  # closed by the caller: nobody reads what is written there
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  (until the process ends)
    try:
        _run()
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise
    except ScmCheckError as error:
        from scm_check.cli.german import help_language
        from scm_check.cli.usage_errors import told

        sys.stderr.write(told(error.message, help_language(sys.argv[1:], os.environ)))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)


def _leave(code: int) -> None:
    """End at once: all is written, and taking the modules apart would cost the caller 10 ms."""
    if "scm_check.patterns" in sys.modules:
        sys.modules["scm_check.patterns"].keep()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed or full: told before, where it mattered
            if stream is not None:
                stream.flush()
    os._exit(code)


def _run() -> None:
    if sys.argv[1:] == ["--version"]:  # the common question needs no command-line library
        print_lines(f"scm-check {__version__}")
        return
    from scm_check.worker_process import discard_ahead, start_ahead

    if sys.argv[1:2] in (["check"], ["facts"]) and not {"-h", "--help"} & set(sys.argv):
        start_ahead()
    try:
        from typer.main import get_command

        from scm_check.cli.app import app_for
        from scm_check.cli.german import help_language, put_in_language

        command = get_command(app_for(sys.argv[1:]))
        lang = help_language(sys.argv[1:], os.environ)
        put_in_language(command, lang)
        sys.exit(_carried_out(command, lang))
    finally:
        discard_ahead()


def _carried_out(command: Any, lang: str) -> int:
    """The exit code; a wrong call is told in the reader's language."""
    from typer._click import exceptions  # private, and typer is pinned: it exports but one of them

    try:
        return command.main(prog_name="scm-check", standalone_mode=False) or 0
    except exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except exceptions.UsageError as error:
        from scm_check.cli.usage_errors import told_of_call

        sys.stderr.write(told_of_call(error, lang))
        return error.exit_code


if __name__ == "__main__":
    main()
