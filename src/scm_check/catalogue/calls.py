# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which funding call a municipality belongs to, from the shipped list of the 73 projects."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from scm_check.catalogue.folders import rules_folder

# How a town writes itself before or behind its name; "Landkreis" is not among them: the district
# of Hof is a grantee, the town of Hof is none.
_DESIGNATIONS = (
    "bundesstadt",
    "documenta-stadt",
    "freie und hansestadt",
    "gemeinde",
    "große kreisstadt",
    "hansestadt",
    "kreisfreie stadt",
    "kreisstadt",
    "land",
    "landeshauptstadt",
    "markt",
    "stadt",
    "universitätsstadt",
    "universitäts- und hansestadt",
    "wissenschaftsstadt",
    "hanse- und universitätsstadt",
    "klingenstadt",
)
_MAX_NAME = 200


def call_of(municipality: str) -> str | None:
    """The year of the call ("2019", "2020", "2021") that funds this municipality, None if none.

    Takes the whole name of a municipality or project, with or without "Stadt", or the official
    key (AGS) of eight digits. A part of a name never counts: "Halle" is not "Halle (Saale)".
    """
    return _calls().get(_plain(municipality))


@lru_cache(maxsize=1)
def _calls() -> Mapping[str, str]:
    import csv

    found: dict[str, str] = {}
    path = rules_folder() / "data" / "projects.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            for name in (row["municipality"], row["project"], row["ags"]):
                if name:
                    found[_plain(name)] = row["call"]
    return found


def _plain(name: str) -> str:
    """The name without its designation, in small letters, abbreviations written out."""
    text = " ".join(name[:_MAX_NAME].lower().split())
    text = text.replace(" b.", " bei ").replace(" a.d.", " an der ").replace("  ", " ")
    head, comma, tail = text.partition(", ")
    if comma and tail in _DESIGNATIONS:
        text = head
    for designation in _DESIGNATIONS:
        if text.startswith(designation + " "):
            return text[len(designation) + 1 :].removeprefix("der ")
    return text
