# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from facts_trees import tree

CREATE_REACT_APP = """\
# Getting Started with Create React App

Bootstrapped with [Create React App](https://github.com/facebook/create-react-app).

## Available Scripts

### `npm start`

Runs the app in the development mode.

### `npm run eject`

**Note: this is a one-way operation.**

## Learn More

More in the documentation.
"""
OWN = """\
## Zweck

Diese Anwendung zeigt den Bürgerinnen und Bürgern die Messwerte der Stadt auf einer Karte. Sie
liest die Werte alle fünf Minuten aus der Plattform der Stadtwerke und stellt sie als Verlauf dar.

## Einrichtung

Zuerst wird die Datenbank angelegt, danach der Dienst gestartet; die Schritte stehen unten.

## Betrieb

Der Dienst wird täglich gesichert.
"""


def template(text: str, path: str = "README.md") -> str | None:
    return tree({path: text}).documents[0].template


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CREATE_REACT_APP, "create-react-app"),
        (
            (
                "# Town\n\nThis project was generated with [Angular CLI](https://github.com/angular/"
                "angular-cli) version 12.\n\n## Development server\n\nRun `ng serve`.\n\n"
                "## Running unit tests\n\nRun `ng test` via Karma.\n"
            ),
            "Angular CLI",
        ),
        (
            (
                "# client\n\n## Project setup\n```\nnpm install\n```\n\n"
                "### Compiles and hot-reloads for development\n```\nnpm run serve\n```\n\n"
                "### Customize configuration\n"
                "See [Configuration Reference](https://cli.vuejs.org/config/).\n"
            ),
            "Vue CLI",
        ),
        (
            (
                "# town_app\n\nA new Flutter project.\n\n## Getting Started\n\n"
                "This project is a starting point for a Flutter application.\n"
            ),
            "Flutter",
        ),
        (
            (
                "# Town\n\n## Getting started\n\nTo make it easy for you to get started with "
                "GitLab, a list.\n\nAlready a pro? Just edit this README.md.\n\n"
                "## Add your files\n\n## Integrate with your tools\n\n## Roadmap\n\n"
                "## Name\nChoose a self-explaining name for your project.\n"
            ),
            "GitLab",
        ),
        (
            (
                "<!--\nThis README describes the package.\n-->\n\nTODO: Put a short description of"
                " the package here that helps potential users\nknow whether this package might be"
                " useful for them.\n\n## Features\n\nTODO: List what your package can do.\n\n"
                "## Getting started\n\nTODO: List prerequisites and provide or point to information"
                " on how to\nstart using the package.\n\n## Usage\n\nTODO: Include short and useful"
                " examples for package users.\n\n```dart\nconst like = 'sample';\n```\n\n"
                "## Additional information\n\nTODO: Tell users more about the package.\n"
            ),
            "Dart",
        ),
        (
            (
                "## Customize this file after creating the new REPO and remove this lines.\n"
                "What to adjust:\n* Add the your project or repo name direct under the logo.\n"
                "* Add a short and long desciption.\n\n## ------- end to remove -------\n\n"
                "# repo or project name\n\n*Add a description from your project here.*\n\n"
                "### Built With\n\n* *write here the list of used technologies*\n\n## Set up\n"
                "*how can i start and fly this project*\n\n## Contributing\n\nIf you have a"
                " suggestion, fork it and open a pull request.\n\n## License\n\nMIT\n"
            ),
            "it@M",
        ),
        (
            (
                "# Introduction\nTODO: Give a short introduction of your project.\n"
                "# Build and Test\nTODO: Describe and show how to build your code.\n"
            ),
            "Azure DevOps",
        ),
        (
            (
                "# Launch Screen Assets\n\nYou can customize the launch screen with your own"
                " desired assets.\n\nOr by opening your Flutter project's Xcode project.\n"
            ),
            "Flutter",
        ),
        (
            (
                "# COMPONENTS\n\nNuxt.js doesn't supercharge these components.\n\n"
                "**This directory is not required, you can delete it.**\n"
            ),
            "Nuxt",
        ),
        (
            (
                "# RefArch Templates\n\n[![New issue](shield)](issues)\n\nThis project acts as a"
                " template and provides starter files for web applications.\n\n"
                "The templates are based on [Spring](a) and [Vue.js](b).\n\n## Usage\n\n"
                "See there.\n\n## Roadmap\n\nSee the issues.\n\n## License\n\nMIT\n"
            ),
            "RefArch (it@M)",
        ),
        (
            (
                "# Karte\n\n## TODO (after you generated the repo)\n\n- [ ] Review the content of"
                " the README.md and adjust to your liking\n\n## Installation\n\ntbd...\n"
            ),
            "Technologiestiftung Berlin",
        ),
        (
            (
                "# Run and deploy your AI Studio app\n\nThis contains everything you need to run"
                " your app locally.\n\n## Run Locally\n\n1. Run the app: `npm run dev`\n"
            ),
            "Google AI Studio",
        ),
    ],
)
def test_an_untouched_template_is_recognised(text: str, name: str) -> None:
    assert template(text) == name


def test_a_template_below_the_root_is_recognised_too() -> None:
    assert template(CREATE_REACT_APP, "client/README.md") == "create-react-app"


def test_a_new_title_alone_makes_no_new_text() -> None:
    renamed = CREATE_REACT_APP.replace("Getting Started with Create React App", "Town Dashboard")

    assert template(renamed) == "create-react-app"


def test_the_note_of_platformio_on_its_folder_is_a_template() -> None:
    note = (
        "\nThis directory is intended for project specific (private) libraries.\n"
        "PlatformIO will compile them to static libraries and link into executable file.\n\n"
        "The source code of each library should be placed in an own separate directory\n"
        '("lib/your_library_name/[here are source files]").\n'
    )

    assert template(note, "lib/README") == "PlatformIO"


def test_own_chapters_beside_those_of_a_template_make_it_the_authors() -> None:
    assert template(OWN + CREATE_REACT_APP) is None
    assert template(CREATE_REACT_APP + OWN) is None


def test_a_long_introduction_above_the_template_is_the_authors() -> None:
    introduction = "# Dashboard\n\n" + "Own words on what this is for. " * 20 + "\n\n"

    assert template(introduction + CREATE_REACT_APP.partition("\n")[2]) is None


def test_a_text_that_only_names_a_generator_is_no_template() -> None:
    assert template("# Town\n\nBuilt with Create React App.\n\n" + OWN) is None
    assert template("# Town\n\nA map of trees.\n") is None


def test_the_note_that_keeps_a_folder_is_a_template_also_as_plain_text() -> None:
    note = (
        'Here to keep the "empty" addons folder: the addons folder is needed by webpack.\n\n'
        "1: Cloning into a non empty folder is not allowed, so delete this file.\n"
        "2: Clone the desired repository.\n"
    )

    assert template(note, "readme.txt") == "Masterportal"
