# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what is made of rules/: docs/rules (a page per rule and
language), compiled.json, the lists of licences and the forms of municipalities' names.

python scripts/make_rule_pages.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from scm_check.catalogue import load_catalogue, rules_folder
from scm_check.catalogue.loading import SHIPPED, compile_catalogue
from scm_check.facts.identify.lists import COMPILED, compile_lists
from scm_check.facts.places.names import compile_names
from scm_check.render.explain import index_page, rule_page

DEFAULT = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """All pages by file name."""
    catalogue = load_catalogue(installed=False, use_cache=False)
    found = {f"index.{lang}.md": index_page(catalogue, lang) for lang in ("de", "en")}
    for rule in catalogue.rules.values():
        for lang in ("de", "en"):
            found[f"{rule.id}.{lang}.md"] = rule_page(rule, catalogue, lang)
    return found


def main(folder: Path) -> None:
    """Write the pages and remove those of rules that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for page in folder.glob("*.md"):
        if page.name not in wanted:
            page.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")
    compile_catalogue(rules_folder() / SHIPPED)
    compile_lists(rules_folder() / "licenses" / COMPILED)
    compile_names(rules_folder() / "data")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
