# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real small git repositories for tests, made with a clean git that knows no user configuration."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}

MIT = """MIT License

Copyright (c) 2026 Stadt Beispiel

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

README = """# Parkplatzfinder

Der Parkplatzfinder zeigt freie Parkplätze einer Stadt auf einer Karte. Er richtet sich an Kommunen,
die ihre Sensordaten veröffentlichen wollen, und an alle, die einen Parkplatz suchen.

## Installation

    npm install
    npm start

## Entwicklungsstand

Stabil, seit 2025 in Betrieb.

## Lizenz

MIT
"""

GOOD: Mapping[str, str] = {
    "LICENSE": MIT,
    "README.md": README,
    "package.json": '{"name": "parkplatzfinder", "version": "1.2.0", "license": "MIT",'
    ' "scripts": {"start": "node server.js", "test": "node --test"},'
    ' "dependencies": {"express": "^4.0.0"}}\n',
    "package-lock.json": '{"name": "parkplatzfinder", "lockfileVersion": 3, "packages": {}}\n',
    "server.js": "const express = require('express')\nexpress().listen(8080)\n",
    "Dockerfile": "FROM node:22-alpine\nCOPY . .\nCMD node server.js\n",
    ".gitlab-ci.yml": "test:\n  script: npm test\n",
    "server.test.js": "require('node:test').test('starts', () => require('./server.js'))\n",
    "openapi.yaml": "openapi: 3.0.3\ninfo: {title: Parkplatzfinder, version: 1.2.0}\npaths: {}\n",
    "renovate.json": '{"extends": ["config:recommended"]}\n',
    "CONTRIBUTING.md": "# Mitwirken\n\nBeiträge sind willkommen, bitte als Merge Request.\n",
    "CODE_OF_CONDUCT.md": "# Verhaltensregeln\n\nWir gehen respektvoll miteinander um.\n",
    "SECURITY.md": "# Security\n\nReport to security@example.org.\n",
}


def git(folder: Path, *arguments: str, date: str = "2026-06-01T12:00:00Z") -> str:
    """Run git in the folder; its output without the final newline."""
    environment = {**ENVIRONMENT, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )
    return done.stdout.decode().rstrip("\n")


def repository(
    folder: Path, files: Mapping[str, str | bytes], *, date: str = "2026-06-01T12:00:00Z"
) -> Path:
    """A work tree with one commit of these files on `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main", "--template=")
    commit(folder, files, date=date)
    return folder


def commit(
    folder: Path, files: Mapping[str, str | bytes], *, date: str = "2026-06-01T12:00:00Z"
) -> str:
    """Write the files and commit all of them; the commit's id."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "--allow-empty", "-m", "change", date=date)
    return git(folder, "rev-parse", "HEAD")
