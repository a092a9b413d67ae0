# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are licence texts, by path alone."""

from __future__ import annotations

import re

from scm_check.facts.paths import is_test_or_example, is_vendored
from scm_check.patterns import regex

# What `Licenses.searched` tells: patterns and places, the same in every language.
SEARCHED = (
    "LICENSE*",
    "LICENCE*",
    "COPYING*",
    "LIZENZ*",
    "UNLICENSE*",
    "LICENSES/",
    "SPDX-" + "License-Identifier",
    "under the terms of the … License",
    "README*",
    "package.json",
    "pyproject.toml",
    "composer.json",
    "pom.xml",
    "Cargo.toml",
    "publiccode.yml",
    "CITATION.cff",
    "codemeta.json",
    "Dockerfile",
)
_TEXT_ENDING = r"(?:\.(?:md|markdown|mdown|txt|text|rst|adoc|asciidoc|html?|org|rtf))?"
_WORD = r"(?:un)?licen[sc]e|copying|lizenz(?:text|bedingungen)?"
# LICENSE, LICENSE-MIT, LICENSE_de.md, COPYING.LESSER, LICENSE.BSD, license (1).txt
_PLAIN = regex(rf"[-_.]?(?:{_WORD})(?:[-_. ][\w.+() -]{{0,60}})?", re.IGNORECASE)
# MIT-LICENSE.txt, GPL_LICENSE, Apache-License-2.0.txt
_PREFIXED = regex(
    rf"[\w.+]{{1,20}}(?:[-_. ][\w.+]{{1,12}})?[-_. ](?:{_WORD})(?:[-_. ]v?\d[\d.]{{0,8}})?"
    rf"{_TEXT_ENDING}",
    re.IGNORECASE,
)
# gpl-3.0.txt, OFL.txt, -CooperHewitt-OFL-201406.txt, EUPL-1.2 DE.txt
_BY_ABBREVIATION = regex(
    r"(?:[\w+.-]{0,40}[-_. ])?(?:[al]?gpl|eupl|ofl|mpl|epl|mit|apache|bsd|cc0|d-fsl|osc)"
    r"(?:[-_. ]?v?\d[\w.+-]{0,12})?(?:[-_. ][\w]{1,12})?\.txt",
    re.IGNORECASE,
)
# Endings of what is no text of a licence though its name begins like one.
_CODE = regex(
    r".*\.(?:py|pyi|js|mjs|cjs|jsx|ts|tsx|vue|svelte|java|kt|kts|cs|vb|go|rs|rb|php|pl|pm|c|cc|cpp|h"
    r"|hpp|m|mm|swift|scala|groovy|dart|lua|sh|bash|ps1|bat|sql|css|scss|sass|less|json5?|jsonc|ya?ml"
    r"|toml|ini|cfg|conf|xml|xsd|xsl|plist|properties|lock|svg|png|jpe?g|gif|webp|ico|pdf|docx?|odt"
    r"|xlsx?|csv|tsv|zip|gz|jar|license|spdx|po|pot|mo|j2|jinja2?|tpl|tmpl|template|ejs|erb|hbs|mustache"
    r"|snap|map|patch|diff|key|pem|dll|exe|so|class|ipynb|tex|resx|strings|arb|feature|gradle)",
    re.IGNORECASE,
)
# Reports on the licences of others, questions and answers, headers to be copied.
_ABOUT_OTHERS = regex(
    r"third|3rd|depend|report|overview|summary|faq|header|inventory|bundled|notices|check|direct"
    r"|fremd|abh(?:ae|ä)ngig|generat|finder|scan",
    re.IGNORECASE,
)


def is_license_file(path: str) -> bool:
    """Whether the path names a licence text of the project or of a part of it."""
    *folders, name = path.split("/")
    if is_vendored(path) or len(name) > 120:
        return False
    if folders and any(folder in ("LICENSES", "LICENCES") for folder in folders):
        return not name.endswith((".license", ".py", ".json", ".html~"))
    if _CODE.fullmatch(name) or _ABOUT_OTHERS.search(name):
        return False
    if name.islower() and name.endswith((".md", ".rst", ".adoc", ".html")) and folders:
        return False  # a page of a manual
    return any(shape.fullmatch(name) for shape in (_PLAIN, _PREFIXED, _BY_ABBREVIATION))


def role_of(path: str, base: str) -> str | None:
    """root, reuse or part; None for a text that serves tests or examples."""
    inner = path.removeprefix(base)
    folder = inner.rpartition("/")[0]
    if not folder:
        return "root"
    if folder == "LICENSES":
        return "reuse"
    return None if is_test_or_example(inner) else "part"


def suffix_of(path: str) -> str:
    """What follows LICENSE in the name, without the ending: "MIT" for LICENSE-MIT.txt."""
    name = path.rpartition("/")[2]
    stem = re.sub(rf"{_TEXT_ENDING[:-1]}$", "", name, flags=re.IGNORECASE)
    match = re.match(rf"[-_.]?(?:{_WORD})[-_. ]?", stem, re.IGNORECASE)
    return stem[match.end() :] if match else stem
