# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check --version` beside `reuse --version`: python benchmarks/startup.py [--runs N]"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pairs import beside_python, line, paired, run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    ours, theirs = paired(
        lambda: run([beside_python("scm-check"), "--version"], os.environ),
        lambda: run([beside_python("reuse"), "--version"], os.environ),
        runs=runs,
    )
    print(line("--version (peer: reuse)", ours, theirs))


if __name__ == "__main__":
    main()
