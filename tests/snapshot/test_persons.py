# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.snapshot.persons import Persons

NOREPLY = "61298065+raibisch@users.noreply.github.com"


@pytest.mark.parametrize(
    ("authors", "persons"),
    [
        ([("Ada", "ada@stadt.de"), ("Ada", "ada@home.example")], 1),
        ([("a.lovelace", "ada@stadt.de"), ("Ada Lovelace", "Ada@stadt.de")], 1),
        ([("Raibisch", NOREPLY), ("Raibisch", "raibisch@mail.example")], 1),
        ([("R. B.", NOREPLY), ("raibisch", "r@mail.example")], 1),
        ([("Ada", "a@x.example"), ("Ada", "b@x.example"), ("Bea", "b@x.example")], 1),
        ([("Ada", "a@x.example"), ("Bea", "b@x.example")], 2),
        ([("root", "root@one.example"), ("root", "root@two.example")], 2),
        ([("", ""), ("Ada", "")], 2),
    ],
)
def test_names_and_addresses_that_occur_together_are_one_person(
    authors: list[tuple[str, str]], persons: int
) -> None:
    known = Persons()
    for name, address in authors:
        known.add(name, address)

    assert len({known.of(name, address) for name, address in authors}) == persons
