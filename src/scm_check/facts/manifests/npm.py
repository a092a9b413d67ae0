# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""package.json of npm and its relatives."""

from __future__ import annotations

from collections.abc import Mapping

from scm_check.facts.manifests.values import (
    Value,
    hints_of,
    items,
    line_of,
    mapping,
    root_mapping,
    text,
    texts,
)
from scm_check.facts.safe_parsing import decode_text, load_json
from scm_check.model import Json
from scm_check.patterns import regex

_LICENSE = regex(r'\s{0,200}"licen[cs]es?"\s{0,20}:')
_DEPENDENCIES = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
# `main` is no sign: `npm init` writes it into every file.
_LIBRARY_KEYS = ("module", "exports", "types", "typings", "publishConfig", "peerDependencies")
# What is written only into a package that others are to install, beside the above.
_ENTRIES = frozenset({"module", "exports", "types", "typings"})
_FOR_OTHERS = frozenset({"files", "peerDependencies", "publishConfig"})
_STARTING = frozenset({"start", "serve", "start:prod", "dev", "preview"})
_HINTS = {
    "server-framework": frozenset(
        {"express", "fastify", "koa", "@hapi/", "@nestjs/", "next", "nuxt", "@adonisjs/", "hono",
         "@sveltejs/kit", "apollo-server", "@apollo/server", "serverless", "@strapi/",
         "meteor-base",
         "parse-server", "graphql-yoga", "sails", "@feathersjs/", "@remix-run/", "astro"}
    ),
    "web-framework": frozenset(
        {"react-dom", "react-scripts", "vue", "@angular/core", "svelte", "preact", "lit", "next",
         "nuxt", "solid-js", "ember-source", "jquery", "leaflet", "ol", "maplibre-gl", "three",
         "backbone", "@angular/", "gatsby", "@remix-run/", "alpinejs", "@masterportal/"}
    ),
    "mobile-framework": frozenset(
        {"react-native", "expo", "@ionic/", "@capacitor/", "cordova", "cordova-android",
         "nativescript", "@nativescript/"}
    ),
    "desktop-framework": frozenset({"electron", "@tauri-apps/", "nw"}),
    "documentation-generator": frozenset(
        {"@docusaurus/", "vuepress", "vitepress", "@11ty/", "docsify", "@antora/", "honkit",
         "@diplodoc/", "docpress", "gitbook", "markdownlint-cli", "@astrojs/starlight"}
    ),
    "data-framework": frozenset({"@observablehq/", "ajv-cli", "csvlint"}),
}  # fmt: skip


def read_package_json(data: bytes) -> Value:
    """The fields of a package.json; raises ParseProblem."""
    root = root_mapping(load_json(data))
    wanted = [name for key in _DEPENDENCIES for name in mapping(root.get(key))]
    scripts = tuple(sorted(mapping(root.get("scripts"))))
    is_private = root.get("private") is True or root.get("private") == "true"
    hints = hints_of((name for name in wanted), _HINTS)
    if root.get("bin"):
        hints |= {"command"}
    workspaces = _workspaces(root)
    if workspaces:
        hints |= {"workspace"}
    license_ = _license(root)
    return Value(
        name=text(root, "name"),
        version=text(root, "version"),
        license=license_,
        license_line=line_of(decode_text(data)[0], _LICENSE) if license_ else None,
        is_private=is_private,
        is_library=_is_library(root, scripts, is_private=is_private),
        dependencies=len(set(wanted)),
        scripts=scripts,
        hints=hints,
        workspaces=workspaces,
    )


def _license(root: Mapping[str, Json]) -> str | None:
    """The expression, also of the old forms `{type, url}` and `licenses: [...]`."""
    value = root.get("license", root.get("licence"))
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        return text(value, "type") or text(value, "name")
    old = value if isinstance(value, list) else root.get("licenses")
    names = [text(item, "type") if isinstance(item, dict) else item for item in items(old)]
    return " OR ".join(name for name in names if isinstance(name, str)) or None


def _is_library(root: Mapping[str, Json], scripts: tuple[str, ...], *, is_private: bool) -> bool:
    """By keys that only packages for others have; one that can be started needs two sorts of them.

    Components for web pages have a script that shows them to their developer.
    """
    if is_private:
        return False
    keys = {key for key, value in root.items() if value}
    if not _STARTING.isdisjoint(scripts):
        return not _ENTRIES.isdisjoint(keys) and not _FOR_OTHERS.isdisjoint(keys)
    return not keys.isdisjoint(_LIBRARY_KEYS)


def _workspaces(root: Mapping[str, Json]) -> tuple[str, ...]:
    value = root.get("workspaces")
    return tuple(texts(mapping(value).get("packages") if isinstance(value, dict) else value))
