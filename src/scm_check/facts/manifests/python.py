# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pyproject.toml, setup.cfg, setup.py, requirements.txt, Pipfile and conda's environment.yml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scm_check.facts.manifests.values import (
    MAX_LINE_SIGNS,
    Value,
    at,
    hints_of,
    items,
    line_of,
    mapping,
    root_mapping,
    text,
    texts,
)
from scm_check.facts.safe_parsing import ParseProblem, decode_text, load_toml, load_yaml
from scm_check.model import Json
from scm_check.patterns import regex

_LICENSE = regex(r"\s{0,80}licen[cs]e(?:[-_.](?:expression|text))?\s{0,20}=")
_LICENSE_TABLE = regex(r"\s{0,80}\[project\.license\]")
_CLASSIFIER = "License :: "
_NAME = regex(r"\s{0,20}([A-Za-z0-9][\w.-]{0,200})")
_PIN = regex(
    r"\s{0,20}[A-Za-z0-9][\w.-]{0,200}(?:\[[^\]]{0,300}\])?\s{0,20}(?:===?\s{0,20}[\w.!+-]{1,100}(?![\w.!+*-])|@\s)"
)
_COMMENT = regex(r"(?:^|\s)#")
_SETUP_CALL = regex(r"\bsetup[ \t]{0,4}\(")
_SETUP_FIELD = regex(
    r"[^#]{0,400}?\b(?P<key>name|version|license)\s{0,10}=\s{0,10}[\"'](?P<value>[^\"'\n]{1,300})[\"']"
)
_HINTS = {
    "server-framework": frozenset(
        {"django", "flask", "fastapi", "starlette", "aiohttp", "tornado", "sanic", "bottle",
         "pyramid", "falcon", "uvicorn", "gunicorn", "djangorestframework", "quart", "plone",
         "odoo", "ckan", "wagtail", "litestar"}
    ),
    "web-framework": frozenset({"streamlit", "dash", "gradio", "panel", "nicegui", "reflex"}),
    "mobile-framework": frozenset({"kivy", "beeware", "flet"}),
    "desktop-framework": frozenset({"pyqt5", "pyqt6", "pyside6", "pyside2", "wxpython"}),
    "documentation-generator": frozenset(
        {"mkdocs", "mkdocs-material", "sphinx", "zensical", "pelican", "jupyter-book",
         "myst-parser"}
    ),
    "data-framework": frozenset(
        {"frictionless", "dbt-core", "dvc", "pandera", "great-expectations", "datasette", "pytab",
         "petl", "pandas", "geopandas", "polars", "duckdb"}
    ),
}  # fmt: skip


def read_pyproject(data: bytes) -> Value:
    """The fields by PEP 621, else Poetry's; raises ParseProblem."""
    root = load_toml(data)
    poetry = mapping(at(root, "tool", "poetry"))
    project = mapping(root.get("project")) or poetry
    names = _pyproject_names(root, project, poetry)
    scripts = tuple(
        sorted(
            {
                *mapping(project.get("scripts")),
                *mapping(project.get("gui-scripts")),
                *mapping(poetry.get("scripts")),
            }
        )
    )
    classifiers = texts(project.get("classifiers"))
    hints = hints_of(names, _HINTS) | (frozenset({"command"}) if scripts else frozenset())
    workspaces = texts(at(root, "tool", "uv", "workspace", "members"))
    if workspaces:
        hints |= {"workspace"}
    license_ = _pyproject_license(project, classifiers)
    whole = decode_text(data)[0]
    return Value(
        name=text(project, "name"),
        version=text(project, "version"),
        license=license_,
        license_line=_license_line(whole) if license_ else None,
        is_private=any(item.startswith("Private ::") for item in classifiers),
        is_library=_is_library(root, project, classifiers, scripts, hints),
        dependencies=len(set(names)),
        scripts=scripts,
        hints=hints,
        workspaces=tuple(workspaces),
        is_manifest=bool(project) or bool(workspaces) or "dependency-groups" in root,
    )


def read_setup_cfg(data: bytes) -> Value:
    """The metadata section of a setup.cfg; raises ParseProblem."""
    import configparser

    whole = decode_text(data)[0]
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string("\n".join(line[:MAX_LINE_SIGNS] for line in whole.split("\n")))
    except configparser.MissingSectionHeaderError as error:
        raise ParseProblem("no section header", error.lineno) from error
    except (configparser.Error, ValueError, AttributeError) as error:
        raise ParseProblem(str(error).split("\n", 1)[0]) from error
    meta = dict(parser["metadata"]) if parser.has_section("metadata") else {}
    options = dict(parser["options"]) if parser.has_section("options") else {}
    classifiers = [line.strip() for line in (meta.get("classifiers") or "").split("\n")]
    names = _requirement_names((options.get("install_requires") or "").split("\n"))
    has_scripts = parser.has_section("options.entry_points")
    license_ = meta.get("license") or _classified(classifiers)
    return Value(
        name=meta.get("name") or None,
        version=meta.get("version") or None,
        license=license_,
        license_line=line_of(whole, _LICENSE) if license_ else None,
        is_library=bool(meta.get("name")) and not has_scripts,
        dependencies=len(names),
        hints=hints_of(names, _HINTS),
        is_manifest=bool(meta or options),
    )


def read_setup_py(data: bytes) -> Value:
    """Name, version and licence where setup.py has them as plain literals; it is not run."""
    found: dict[str, tuple[str, int]] = {}
    whole = decode_text(data)[0]
    for number, line in enumerate(whole.split("\n"), start=1):
        for match in _SETUP_FIELD.finditer(line[:MAX_LINE_SIGNS]):
            found.setdefault(match["key"], (match["value"], number))
    license_ = found.get("license")
    # A file of that name may be anything, for example a command of a Django application.
    is_manifest = _SETUP_CALL.search(whole) is not None
    return Value(
        name=found["name"][0] if "name" in found else None,
        version=found["version"][0] if "version" in found else None,
        license=license_[0] if license_ else None,
        license_line=license_[1] if license_ else None,
        is_library="console_scripts" not in whole and is_manifest,
        is_manifest=is_manifest,
    )


def read_requirements(data: bytes) -> Value:
    """Requirements line by line; pinned when every one has `==` and an exact version."""
    names: list[str] = []
    pinned = 0
    whole = decode_text(data)[0].replace("\\\n", " ")
    for line in whole.split("\n"):
        plain = _COMMENT.split(line[:MAX_LINE_SIGNS], maxsplit=1)[0].strip()
        match = _NAME.match(plain)
        if plain.startswith("-") or match is None:
            continue
        names.append(match[1])
        pinned += _PIN.match(plain) is not None
    return Value(
        dependencies=len(names),
        hints=hints_of(names, _HINTS),
        is_pinned=bool(names) and pinned == len(names),
    )


def read_pipfile(data: bytes) -> Value:
    """The packages of a Pipfile; raises ParseProblem."""
    root = load_toml(data)
    names = [*mapping(root.get("packages")), *mapping(root.get("dev-packages"))]
    return Value(
        dependencies=len(set(names)),
        scripts=tuple(sorted(mapping(root.get("scripts")))),
        hints=hints_of(names, _HINTS),
    )


def read_environment(data: bytes) -> Value:
    """The packages of conda's environment.yml; raises ParseProblem."""
    root = root_mapping(load_yaml(data))
    lines = texts(root.get("dependencies"))
    for item in items(root.get("dependencies")):
        lines += texts(mapping(item).get("pip"))
    names = _requirement_names(lines)
    return Value(name=text(root, "name"), dependencies=len(names), hints=hints_of(names, _HINTS))


def _requirement_names(lines: Iterable[str]) -> list[str]:
    matches = (_NAME.match(line[:MAX_LINE_SIGNS]) for line in lines)
    return [match[1] for match in matches if match]


def _pyproject_names(
    root: Mapping[str, Json], project: Mapping[str, Json], poetry: Mapping[str, Json]
) -> list[str]:
    lines = texts(project.get("dependencies"))
    for group in mapping(project.get("optional-dependencies")).values():
        lines += texts(group)
    for group in mapping(root.get("dependency-groups")).values():
        lines += texts(group)
    names = _requirement_names(lines)
    names += mapping(poetry.get("dependencies"))
    names += mapping(poetry.get("dev-dependencies"))
    for group in mapping(poetry.get("group")).values():
        names += mapping(mapping(group).get("dependencies"))
    return [name for name in names if name.lower() != "python"]


def _pyproject_license(project: Mapping[str, Json], classifiers: list[str]) -> str | None:
    """The expression (PEP 639), the table's text, else the classifier's last part."""
    value = project.get("license")
    if isinstance(value, str):
        return value.strip() or None
    table = text(value, "text") if isinstance(value, dict) else None
    if table is not None and len(table) <= 100:
        return table
    return _classified(classifiers)


def _classified(classifiers: list[str]) -> str | None:
    """The name of a licence in a trove classifier, unless it only says "OSI Approved"."""
    for classifier in classifiers:
        if classifier.startswith(_CLASSIFIER):
            name = classifier.rpartition(" :: ")[2].strip()
            if name not in {"OSI Approved", "License"}:
                return name
    return None


def _license_line(whole: str) -> int | None:
    line = line_of(whole, _LICENSE) or line_of(whole, _LICENSE_TABLE)
    if line is not None:
        return line
    for number, text_ in enumerate(whole.split("\n"), start=1):
        if _CLASSIFIER in text_:
            return number
    return None


def _is_library(
    root: Mapping[str, Json],
    project: Mapping[str, Json],
    classifiers: list[str],
    scripts: tuple[str, ...],
    hints: frozenset[str],
) -> bool:
    if any("Software Development :: Libraries" in item for item in classifiers):
        return True
    is_package = text(project, "name") is not None and "build-system" in root
    return is_package and not scripts and not hints & {"server-framework", "web-framework"}
