# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Facts, Kind, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "backend-not-linked"
CODE = "const base = import.meta.env.VITE_API_URL;\n"


def app(readme: str, **more: str) -> Facts:
    files = {"README.md": f"# App\n\n{readme}\n", "src/api.ts": CODE, **more}
    return facts_of(files, kinds=[Kind.APPLICATION])


def test_a_backend_without_a_link_is_for_a_person_to_see() -> None:
    (finding,) = findings_of(SLUG, app("Eine Oberfläche."))

    assert (finding.message, finding.status) == ("not-linked", Status.REVIEW)
    assert finding.arguments == {"setting": "VITE_API_URL"}
    assert finding.locations == (at("src/api.ts", 1),)


@pytest.mark.parametrize(
    "text",
    [
        "The [backend](https://github.com/town/parts)",
        "Der Serverteil liegt [hier](https://gitlab.opencode.de/stadt/teile).",
        "See <https://github.com/town/app-backend>",
    ],
)
def test_a_link_to_its_repository_passes(text: str) -> None:
    (finding,) = findings_of(SLUG, app(text))

    assert (finding.message, finding.status) == ("linked", Status.PASS)


@pytest.mark.parametrize(
    "text",
    [
        "Built with [Vite](https://github.com/vitejs/vite).",
        "Backend: [here](https://git.example/town/app)",
        "[backend docs](https://example.org/a)",
    ],
)
def test_other_links_lead_nowhere(text: str) -> None:
    assert result_of(SLUG, app(text)).status is Status.REVIEW


def test_a_set_names_its_parts() -> None:
    files = {"README.md": "# App\n", "src/api.ts": CODE}
    facts = facts_of(files, kinds=[Kind.APPLICATION], set_members=["https://a.example/backend"])

    assert findings_of(SLUG, facts) == []


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"package.json": '{"name": "a", "dependencies": {"express": "4"}}'}, "backend-here"),
        ({"src/api.ts": "export const a = 1;\n"}, "no-backend"),
    ],
)
def test_where_all_is_here_nothing_is_asked(files: dict[str, str], reason: str) -> None:
    facts = facts_of({"README.md": "# A\n", "src/api.ts": CODE, **files}, kinds=[Kind.APPLICATION])

    result = result_of(SLUG, facts)

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, reason)
