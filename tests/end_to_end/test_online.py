# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network is asked only where the user says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import repository
from running import check_json
from serving import http_answer, scripted_server


@pytest.mark.parametrize(
    ("options", "status", "requests"),
    [
        ((), "unknown", 0),
        (("--online", "--offline"), "unknown", 0),
        (("--online",), "unknown", 0),  # a loopback address, which is not opened
        (("--online", "--allow-private-network"), "review", 2),
    ],
)
def test_addresses_are_asked_with_online_alone_and_offline_wins(
    tmp_path: Path, options: tuple[str, ...], status: str, requests: int
) -> None:
    with scripted_server(http_answer("404 Not Found")) as server:
        page = f"# App\n\nAn app that shows data.\n\n[manual]({server.url}/manual)\n"
        repository(tmp_path / "app", {"README.md": page, "a.py": "print(1)\n"})

        ended = check_json(tmp_path, "app", "--select", "DOC016", *options)

    assert ended.result("DOC016")["status"] == status
    assert len(server.requests) == requests
