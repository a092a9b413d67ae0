# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who else asks for the same: sources outside the profile, known to a report by their keys."""

from __future__ import annotations

from collections.abc import Iterable

from scm_check.model import Text
from scm_check.render.phrases import in_language

# By what stands before the slash of a key of rules/sources.yml.
NAMES: dict[str, Text] = {
    "seed": Text("Förderziele der Modellprojekte (BMI)", "aims of the funding programme (BMI)"),
    "mpsc": Text("KfW-Merkblatt 436", "KfW leaflet 436"),
    "mpsc-2019": Text("KfW-Merkblatt 436, Stand 03/2019", "KfW leaflet 436, edition 03/2019"),
    "mpsc-2020": Text("KfW-Merkblatt 436, Stand 02/2020", "KfW leaflet 436, edition 02/2020"),
    "mpsc-2021": Text("KfW-Merkblatt 436, Stand 10/2021", "KfW leaflet 436, edition 10/2021"),
    "kts": Text("BMWSB und KTS", "BMWSB and KTS"),
    "grant": Text("Praxis geförderter Projekte", "practice of funded projects"),
    "opencode": Text("openCode", "openCode"),
    "reuse-3.3": Text("REUSE-Spezifikation 3.3", "REUSE specification 3.3"),
    "osps": Text("OpenSSF OSPS Baseline", "OpenSSF OSPS Baseline"),
    "spc": Text("Standard for Public Code", "Standard for Public Code"),
    "bsi-tr-03187": Text("BSI TR-03187", "BSI TR-03187"),
    "din-66336": Text("DIN SPEC 66336", "DIN SPEC 66336"),
    "dpg": Text("Digital Public Goods Standard", "Digital Public Goods Standard"),
}


def source_names(keys: Iterable[str], lang: str) -> tuple[str, ...]:
    """Each source once, in the order of the keys; one that others brought in by its key."""
    return tuple(dict.fromkeys(_name(key, lang) or key for key in keys))


def sources_with_keys(keys: Iterable[str], lang: str) -> tuple[str, ...]:
    """Each source with its keys in brackets, for whoever looks them up."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(_name(key, lang), []).append(key)
    return tuple(
        f"{name} ({', '.join(listed)})" if name else ", ".join(listed)
        for name, listed in found.items()
    )


def _name(key: str, lang: str) -> str:
    known = NAMES.get(key.partition("/")[0])
    return in_language(known, lang) if known else ""
