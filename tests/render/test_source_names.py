# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from scm_check.catalogue import load_catalogue
from scm_check.render.source_names import NAMES, source_names, sources_with_keys


def test_every_source_of_the_catalogue_has_a_name_and_no_name_is_left_over() -> None:
    families = {key.partition("/")[0] for key in load_catalogue(installed=False).obligations}

    assert set(NAMES) == families


def test_each_source_is_named_once() -> None:
    keys = ("osps/license", "din-66336/open-source", "osps/no-secrets")

    assert source_names(keys, "de") == ("OpenSSF OSPS Baseline", "DIN SPEC 66336")
    assert sources_with_keys(keys, "en") == (
        "OpenSSF OSPS Baseline (osps/license, osps/no-secrets)",
        "DIN SPEC 66336 (din-66336/open-source)",
    )


def test_a_source_that_others_brought_in_keeps_its_key() -> None:
    assert source_names(("town/rules",), "de") == ("town/rules",)
    assert sources_with_keys(("town/rules",), "de") == ("town/rules",)
