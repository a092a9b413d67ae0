# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import MIT

from scm_check.facts.places import is_searched
from scm_check.facts.places.names import names_town, parts_of, town_named
from scm_check.facts.places.scan import places_in
from scm_check.testing import facts_of


def seen(
    text: str, *, path: str = "src/app.ts", town: str | None = "Guben"
) -> list[tuple[str, str, int]]:
    facts = facts_of({path: text}, municipality=town)
    return [(place.sort, place.value, place.line) for place in facts.places.found]


def towns(files: dict[str, str], municipality: str | None = None) -> tuple[str, ...]:
    return facts_of(files, municipality=municipality).places.towns


# --- whose software it is ------------------------------------------------------------------------


def test_the_stated_municipality_is_the_town() -> None:
    assert towns({"README.md": "# Stadt Ulm"}, "Stadt Essen") == ("Essen",)
    assert towns({"a.py": "x"}, "12071160") == ("Guben",)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("# Guben Cockpit", ("Guben",)),
        ("# Open Source der Landeshauptstadt München", ("München",)),
        ("# Essen auf Rädern", ()),
        ("# Dashboard der Stadt Essen", ("Essen",)),
        ("# List of Loops", ()),
        ("# smart village", ()),
    ],
)
def test_a_title_names_the_town_where_it_is_no_ordinary_word(
    title: str, expected: tuple[str, ...]
) -> None:
    assert towns({"README.md": title}) == expected


def test_the_organisation_in_publiccode_is_the_town() -> None:
    text = "publiccodeYmlVersion: '0.4'\nname: App\nlegal:\n  repoOwner: Stadt Hof\n"

    assert towns({"publiccode.yml": text}) == ("Hof",)


def test_a_readme_that_speaks_of_one_town_alone_names_it() -> None:
    one = "# App\n\nDie App der Stadt Ulm zeigt Termine.\n"

    assert towns({"README.md": one}) == ("Ulm",)
    assert towns({"README.md": one + "\nAuch die Stadt Jena nutzt sie.\n"}) == ()


def test_the_city_of_a_town_is_meant_in_small_letters_too() -> None:
    text = "# App\n\nDeveloped for the council information system of the city of Ulm.\n"

    assert towns({"README.md": text}) == ("Ulm",)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        ("Copyright (c) 2023 Landeshauptstadt München | it@M", ("München",)),
        ("Copyright (c) 2020 Stadt Ulm, Z/DA", ("Ulm",)),
        ("Copyright © 2025 Solingen", ("Solingen",)),
        ("Copyright (c) 2021 Max Berger", ()),
        ("Copyright (c) 2021 Solingen Software GmbH", ()),
        ("Copyright (c) <year> <name of author>", ()),
    ],
)
def test_the_holder_of_the_rights_names_the_town(notice: str, expected: tuple[str, ...]) -> None:
    licence = MIT.replace("Copyright (c) 2026 Stadt Beispiel", notice)

    assert towns({"LICENSE": licence, "README.md": "# App\n"}) == expected


def test_what_the_repository_says_of_itself_comes_before_its_holder() -> None:
    licence = MIT.replace("Stadt Beispiel", "Stadt Ulm")

    assert towns({"LICENSE": licence, "README.md": "# Guben Cockpit\n"}) == ("Guben",)


def test_names_with_a_designation_are_places_where_the_town_is_unknown() -> None:
    text = 'a = "Logo der Stadt Guben"\nb = "Cottbus"\nc = "die Stadt Springfield"\n'

    assert seen(text, town=None) == [("name", "Logo der Stadt Guben", 1)]
    assert seen(text, town="Jena") == []


@pytest.mark.parametrize(
    ("host", "is_seen"),
    [
        ("www.ehrenamt.sachsen.de", False),
        ("buergerinfo.ulm.de", True),
        ("www.jena.de", True),
        ("www.hof.de", False),
    ],
)
def test_short_names_of_funded_towns_are_hosts(host: str, is_seen: bool) -> None:
    assert bool(seen(f'a = "https://{host}/x"\n', town=None)) is is_seen


# --- what ties source to it ----------------------------------------------------------------------


def test_addresses_of_the_town_and_of_its_services_are_places() -> None:
    text = """\
const feed = "https://eingabe.events.example/export/custom_stadtguben.xml";
const site = 'https://www.guben.de/index.php?app=guben';
const portal = "https://serviceportal.dikom-bb.de/stadt-guben";
const other = "https://api.example.org/v1";
"""
    assert [(sort, line) for sort, _, line in seen(text)] == [("address", n) for n in (1, 2, 3)]


def test_a_scheme_of_its_own_that_bears_the_town_s_name_is_a_place() -> None:
    text = 'uri = "solingen://poi/{type}"\nb = "jdbc:mysql://db"\nc = "app://solingen"\n'

    assert seen(text, path="src/Nav.kt", town="Solingen") == [("address", "solingen://", 1)]
    assert seen(text, path="src/Nav.kt", town=None) == []


def test_a_host_of_any_municipality_is_a_place_also_where_the_town_is_unknown() -> None:
    text = 'a = "https://maps.stadt-muenster.de/x"\nb = "https://www.kassel.de"\n'

    assert [value for _, value, _ in seen(text, town=None)] == [
        "maps.stadt-muenster.de",
        "www.kassel.de",
    ]


def test_links_to_programming_and_to_the_source_are_no_places() -> None:
    text = (
        'a = "https://github.com/stadt-guben/app"\n'
        'b = "https://git-dev.guben.de/app.git"\n'
        'c = "http://www.w3.org/guben"\n'
    )

    assert seen(text) == []


def test_a_literal_with_the_name_is_a_place_and_no_class_or_import() -> None:
    text = """\
import { x } from "./Guben";
namespace Guben.Domain;
// Guben is a town
/* "Guben" */
class GubenDbContext { const schema = "Guben"; }
const market = 'Gubener Marktplatz';
const other = "gubenAccent Gubenblau";
"""
    assert seen(text) == [("name", "Guben", 5), ("name", "Gubener Marktplatz", 6)]


def test_a_docstring_is_no_literal_and_a_text_in_three_quotes_is_one() -> None:
    text = """\
def town():
    '''Where it is not known: "Stadt Guben".'''
    r'''
    "Stadt Guben"
    '''
    return '''
    <p>Stadt Guben</p>
    '''
send(
    '''die Stadt Guben''',
    "Stadt Guben",
)
"""
    places = [(7, "Stadt Guben"), (10, "die Stadt Guben"), (11, "Stadt Guben")]
    for quotes in ("'''", '"""'):
        found = seen(text.replace("'''", quotes))
        assert [(line, value) for _, value, line in found] == places


def test_a_text_block_on_the_line_after_its_name_is_no_docstring() -> None:
    """As in it-at-m/eakte-schnittstelle: what stands in an annotation of Java is read."""
    text = '@Schema(example =\n    """\n    <mail>rathaus@guben.de</mail>\n    """)\nString a;\n'

    assert seen(text, path="src/main/java/de/A.java") == [("mail", "@guben.de", 3)]


def test_the_product_s_own_name_is_no_place() -> None:
    files = {"README.md": "# Guben Cockpit", "src/a.ts": 'title = "Guben Cockpit"\n'}

    assert facts_of(files).places.found == ()


def test_an_ordinary_word_is_no_place_without_a_designation() -> None:
    text = 'a = "Essen und Trinken"\nb = "Rathaus Essen"\n'

    assert seen(text, town="Essen") == [("name", "Rathaus Essen", 2)]


def test_coordinates_near_a_word_of_maps_are_places() -> None:
    text = "const cityCenterLat = 51.95042;\nconst cityCenterLon = 14.7143;\n"

    assert seen(text) == [("coordinates", "51.95042, 14.7143", 1)]


def test_coordinates_of_a_map_grid_are_places() -> None:
    assert seen("startCenter: [565874, 5934140],\n") == [("coordinates", "565874, 5934140", 1)]


@pytest.mark.parametrize(
    "text",
    [
        '<path d="M51.950 14.714 L52.123 13.404" /> // map\n',
        "const ratio = [51.95042, 14.7143];\n",
        "const center = [51.1657, 10.4515];\n",
        "const center = [40.7128, 74.0060];\n",
    ],
)
def test_numbers_that_are_no_place_are_left_out(text: str) -> None:
    assert seen(text) == []


def test_many_coordinates_in_a_file_are_told_of_once() -> None:
    text = "".join(f"  [51.95{n:03}, 14.71{n:03}], // lat lon\n" for n in range(100, 130))
    facts = facts_of({"src/stations.ts": "const coords = [\n" + text + "];\n"})

    (place,) = facts.places.found
    assert (place.line, place.more) == (2, 29)


def test_identifiers_of_tenants_are_places() -> None:
    text = 'const tenantId = "stadt-guben";\nconst ags = "12071160";\nconst tenant = "default";\n'

    assert [value for _, value, _ in seen(text)] == ["stadt-guben", "12071160"]


def test_of_a_mailbox_only_the_host_is_kept() -> None:
    assert seen('to = "erika.muster@guben.de"\n') == [("mail", "@guben.de", 1)]
    assert "erika" not in str(places_in(b'to = "erika.muster@guben.de"\n'))


def test_the_host_of_a_mailbox_is_a_place_without_its_name_too() -> None:
    assert seen('ok = mail.endsWith("@guben.de")\n') == [("mail", "@guben.de", 1)]
    assert seen('hint = "[your name]@guben.de"\n') == [("mail", "@guben.de", 1)]
    assert seen('import a from "@guben/ui"\n@Component.guben\n') == []


def test_a_package_by_the_name_of_settings_is_source() -> None:
    """As in a module "environment" of Solingen's app: LatLng(51.170975, 7.083238)."""
    text = "val start = LatLng(51.170975, 7.083238)\n"
    path = "app/src/main/java/de/town/environment/config/Map.kt"

    assert seen(text, path=path) == [("coordinates", "51.170975, 7.083238", 1)]
    assert seen(text, path="config/src/Map.kt") == []
    assert seen(text, path="config/src/main/java/de/Map.kt") == []


def test_a_generated_file_holds_no_places() -> None:
    assert seen('// Generated by openapi\nconst x = "https://www.guben.de";\n') == []


@pytest.mark.parametrize(
    "path",
    [
        "src/config/map.ts",
        "src/i18n/de.ts",
        "src/locales/de/index.ts",
        "tests/a.ts",
        "src/app.test.ts",
        "docs/a.py",
        "src/app.config.ts",
        "src/environments/environment.prod.ts",
        "node_modules/x/a.js",
        "Database/Migrations/1_Init.cs",
        "settings.json",
        "src/types.d.ts",
        ".storybook/a.js",
    ],
)
def test_configuration_texts_and_tests_are_not_searched(path: str) -> None:
    assert not is_searched(path)


@pytest.mark.parametrize("path", ["Api/Nextcloud/NextcloudManager.cs", "index.php", "src/Map.vue"])
def test_own_source_is_searched(path: str) -> None:
    assert is_searched(path)


@pytest.mark.parametrize(
    ("address", "name", "expected"),
    [
        ("www.stadt-ulm.de", "Ulm", True),
        ("stadtulm.de", "Ulm", True),
        ("formulare.de", "Ulm", False),
        ("hessen.de", "Essen", False),
        ("www.bad-belzig.de", "Bad Belzig", True),
        ("geoportal-hamburg.de", "Hamburg", True),
        ("www.muenster.de", "Münster", True),
        ("halle.de", "Halle (Saale)", True),
    ],
)
def test_a_part_of_an_address_names_the_town(address: str, name: str, expected: bool) -> None:
    town = town_named(name)

    assert any(names_town(part, town) for part in parts_of(address)) is expected


@given(st.binary(max_size=400))
def test_no_content_breaks_the_scan(data: bytes) -> None:
    assert isinstance(places_in(data), dict)


@given(st.text(alphabet="aG<>/*'\"`:.@ 5149,\n", max_size=300))
def test_no_text_breaks_the_scan(text: str) -> None:
    assert isinstance(places_in(("https://guben.de Guben\n" + text).encode()), dict)


@pytest.mark.parametrize(
    "sign",
    ["a", " ", "[", "#", "<", "'", '"', "`", ">", "/*", "51.950,", "@a.", "city", "https://a.de/"],
)
def test_monotonous_content_is_scanned_in_bounded_time(sign: str) -> None:
    """With a line in front for each search, so that none is spared."""
    head = 'lat = 51.95042, 14.7143; city = "guben"; "Guben" x@guben.de https://guben.de\n'
    data = (head + (sign * 100_000)[:100_000]).encode()
    lines = (head + (sign * 100 + "\n") * 1000)[:100_000].encode()
    started = time.process_time()

    places_in(data)
    places_in(lines)

    assert time.process_time() - started < 2
