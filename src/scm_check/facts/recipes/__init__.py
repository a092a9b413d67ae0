# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recipes read: images, steps, variables of Dockerfiles, compose files, charts and pipelines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from typing import Final

from scm_check.facts.deployment import is_container_path, is_pipeline_path
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.paths import is_vendored
from scm_check.model import ActionUse, Entry, File, Files, Gap, ImageUse, Json, Recipe
from scm_check.patterns import regex

MAX_BYTES: Final = 1 << 20
_DOCKERFILE_BYTES: Final = 256 << 10
_DOCKERFILE = regex(r"(?:[\w-]{1,80}[._-])?(?:docker|container)file(?:[._-][\w.-]{1,80})?")
_COMPOSE = regex(r"(?:docker-|podman-)?(?:compose|stack|swarm)(?:[._-][\w.-]{1,80})?\.ya?ml")
# No recipe, though it lies among them.
_OTHER = regex(r"chart\.ya?ml|.{0,200}\.(?:schema|lock)\.\w{1,8}")


def recipes_of(
    files: Files, extracted: Extracted, containers: Iterable[str], ci_files: Iterable[str]
) -> tuple[Recipe, ...]:
    """The product's recipes in path order; those of tests, examples and vendors are left out."""
    by_path = {file.path: file for file in (*files.above, *files.all)}
    wanted = sorted({*containers, *ci_files})
    found = (_recipe(by_path[path], extracted) for path in wanted if path in by_path)
    return tuple(recipe for recipe in found if recipe is not None)


def _recipe(file: File, extracted: Extracted) -> Recipe | None:
    extractor = _by_path(file.path)
    if extractor is None:
        return None
    form = extractor.name.removeprefix(_PREFIX)
    value = extracted.value(extractor.name, file.oid)
    if not isinstance(value, dict):
        gap = extracted.gap(extractor.name, file.oid)
        code = gap.code if gap else file.gap.code if file.gap else "UNREADABLE"
        return Recipe(file.path, form, gap=Gap(code, file.path))
    problem = value.get("problem")
    return Recipe(
        path=file.path,
        form=form,
        images=tuple(ImageUse(name, line) for name, line in _uses(value.get("images"))),
        actions=tuple(ActionUse(name, line) for name, line in _uses(value.get("actions"))),
        variables=tuple((name, line or 1) for name, line in _uses(value.get("variables"))),
        has_development_tools=value.get("has_development_tools") is True,
        is_idle=value.get("is_idle") is True,
        builds=tuple(item for item in _items(value.get("builds")) if isinstance(item, str)),
        problem=problem if isinstance(problem, str) else None,
    )


def _uses(value: Json) -> Iterable[tuple[str, int | None]]:
    for item in _items(value):
        match item:
            case [str(name), int(line)]:
                yield name, line
            case [str(name), None]:
                yield name, None


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _late(module: str, function: str) -> Callable[[bytes], Json]:
    def read(data: bytes) -> Json:
        reader: Callable[[bytes], Json] = getattr(
            import_module(f"scm_check.facts.recipes.{module}"), function
        )
        return reader(data)

    return read


_PREFIX: Final = "recipe-"
_READERS: Final = {
    "dockerfile": ("dockerfile", "read_dockerfile", _DOCKERFILE_BYTES),
    "compose": ("yaml_recipes", "read_compose", MAX_BYTES),
    "manifest": ("yaml_recipes", "read_manifest", MAX_BYTES),
    "pipeline": ("yaml_recipes", "read_pipeline", MAX_BYTES),
}


@lru_cache(maxsize=4096)
def _form_of(path: str) -> str | None:
    """Which reader a path is for. The folders above count from the repository's root here."""
    name = path.rpartition("/")[2].lower()
    if is_vendored(path) or _OTHER.fullmatch(name):
        return None
    is_yaml = name.endswith((".yml", ".yaml"))
    if is_yaml and is_pipeline_path(path):
        return "pipeline"
    if not is_container_path(path):
        return None
    if _DOCKERFILE.fullmatch(name):
        return "dockerfile"
    if not is_yaml:
        return None
    return "compose" if _COMPOSE.fullmatch(name) else "manifest"


def _by_path(path: str) -> Extractor | None:
    form = _form_of(path)
    return _EXTRACTORS[form] if form else None


def choose_recipe(entry: Entry) -> Extractor | None:
    """The reader for this entry, None where it is no recipe that is read."""
    return _by_path(entry.path) if entry.is_file else None


def _extractor(form: str) -> Extractor:
    module, function, max_bytes = _READERS[form]

    def wants(entry: Entry) -> bool:
        return entry.is_file and _form_of(entry.path) == form

    return Extractor(_PREFIX + form, "4", max_bytes, wants, _late(module, function))


_EXTRACTORS: Final = {form: _extractor(form) for form in _READERS}
EXTRACTORS: Final = tuple(_EXTRACTORS.values())
