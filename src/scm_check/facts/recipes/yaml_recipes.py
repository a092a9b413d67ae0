# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compose files, Kubernetes and Helm, pipelines: images, steps and variables they name.

Read as YAML. A template of Helm is none (one in ninety is): there `image:` is sought line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scm_check.facts.recipes.dockerfile import filled
from scm_check.facts.recipes.pipeline_work import is_idle
from scm_check.facts.safe_parsing import ParseProblem, decode_text, read_yaml_documents
from scm_check.model import Json
from scm_check.patterns import regex

MAX_ITEMS = 200
MAX_SIGNS = 300
_MAX_LINE = 4096
# An alias stands for its whole value: what is walked is counted, not what is written.
_MAX_NODES = 50_000

_IMAGE_LINE = regex(
    r"[ \t-]{0,80}(?P<key>image|uses|container)[ \t]{0,8}:[ \t]{1,40}[\"']?"
    r"(?P<value>[^\s\"'#{}$]{1,300})[\"']?[ \t]{0,40}(?:#|$)"
)


# Traps for mail, stand-ins for other people's services. Keycloak's maker calls the mode of its
# command start-dev the development mode (keycloak.org, "Configuring Keycloak").
_TRAP = regex(
    r"(?i)(?:[\w.:-]{1,200}/){0,6}(?:mailpit|mailhog|maildev|mailcatcher|smtp4dev|greenmail"
    r"|fake-?smtp[\w-]{0,40}|wiremock|mockserver|mock-oauth2-server|localstack|azurite)"
    r"(?:[:@].{0,200})?"
)


def read_compose(data: bytes) -> Json:
    """`{images, variables, builds, has_development_tools}`, `problem` where it is no YAML."""
    try:
        documents = read_yaml_documents(data)
    except ParseProblem as problem:
        return _by_line(data, problem)
    images, variables, builds = list[Json](), list[Json](), list[Json]()
    has_tools = False
    for document in documents:
        services = _mapping(_mapping(document.value).get("services"))
        for name, service in services.items():
            values, path = _mapping(service), f"services.{name}"
            image, build = values.get("image"), values.get("build")
            has_tools |= _is_of_developers(image, values.get("command"), values.get("entrypoint"))
            # What is built here only gets its name from `image`.
            if isinstance(image, str) and build is None:
                images.append(_use(filled(image, {}), document.lines.get(f"{path}.image")))
            if build is not None:
                context = build if isinstance(build, str) else _mapping(build).get("context")
                builds.append(str(context or ".")[:MAX_SIGNS])
            line = document.lines.get(f"{path}.environment")
            variables += [_use(key, line) for key in _environment(values.get("environment"))]
    return {
        "images": images[:MAX_ITEMS],
        "variables": variables[:MAX_ITEMS],
        "builds": builds[:MAX_ITEMS],
        "has_development_tools": has_tools,
    }


def _is_of_developers(image: Json, *commands: Json) -> bool:
    if isinstance(image, str) and _TRAP.fullmatch(image[:MAX_SIGNS]):
        return True
    parts = [part for item in commands for part in (item if isinstance(item, list) else [item])]
    return any("start-dev" in part[:MAX_SIGNS].split() for part in parts if isinstance(part, str))


def read_manifest(data: bytes) -> Json:
    """Kubernetes objects and values of Helm: `{images, variables}`."""
    try:
        documents = read_yaml_documents(data)
    except ParseProblem as problem:
        return _by_line(data, problem)
    images, variables = list[Json](), list[Json]()
    for document in documents:
        for path, mapping in _mappings(document.value):
            line = document.lines.get(f"{path}.image" if path else "image")
            image = _image(mapping.get("image"))
            if image:
                images.append(_use(image, line))
            variables += [
                _use(name, document.lines.get(f"{path}.env" if path else "env"))
                for name in _environment(mapping.get("env"))
            ]
    return {"images": images[:MAX_ITEMS], "variables": variables[:MAX_ITEMS]}


def read_pipeline(data: bytes) -> Json:
    """`{images, actions, is_idle}` of a pipeline of GitHub, GitLab, Woodpecker or their like."""
    try:
        documents = read_yaml_documents(data)
    except ParseProblem as problem:
        return _by_line(data, problem)
    images, actions = list[Json](), list[Json]()
    for document in documents:
        for path, mapping in _mappings(document.value):
            prefix = f"{path}." if path else ""
            keys = ("image", "container") if _may_name_image(path) else ("container",)
            for key in keys:
                image = _image(mapping.get(key))
                if image:
                    images.append(_use(image, document.lines.get(prefix + key)))
            uses = mapping.get("uses")
            if isinstance(uses, str):
                actions.append(_use(uses, document.lines.get(prefix + "uses")))
    return {
        "images": images[:MAX_ITEMS],
        "actions": actions[:MAX_ITEMS],
        "is_idle": bool(documents) and all(is_idle(document.value) for document in documents),
    }


def _may_name_image(path: str) -> bool:
    """In a workflow of jobs only containers and services have images; a matrix has words."""
    parts = path.split(".")
    if parts[0] != "jobs":
        return True
    return not {"services", "docker", "container"}.isdisjoint(parts[-2:])


def _use(reference: str, line: int | None) -> Json:
    return [reference[:MAX_SIGNS], line]


def _image(value: Json) -> str | None:
    """The reference that a key `image` names, by itself or in the parts that Helm keeps apart."""
    if isinstance(value, str):
        return value if " " not in value.strip() else None
    parts = _mapping(value)
    name = parts.get("repository") or parts.get("name")
    if not isinstance(name, str):
        return None
    registry, tag = parts.get("registry"), parts.get("tag")
    prefix = f"{registry.rstrip('/')}/" if isinstance(registry, str) and registry else ""
    digest = parts.get("digest")
    if isinstance(digest, str) and digest:
        return f"{prefix}{name}@{digest}"
    has_tag = isinstance(tag, (str, int)) and tag != ""
    return f"{prefix}{name}:{tag}" if has_tag else f"{prefix}{name}"


def _environment(value: Json) -> Iterator[str]:
    """Names of variables in the three ways of writing them."""
    if isinstance(value, Mapping):
        yield from (str(key) for key in value)
    elif isinstance(value, list):
        for item in value:
            name = item.split("=", 1)[0] if isinstance(item, str) else _mapping(item).get("name")
            if isinstance(name, str) and name:
                yield name


def _mappings(root: Json) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Every mapping with its dotted path, breadth first."""
    waiting: list[tuple[str, Json]] = [("", root)]
    seen = 0
    while waiting and seen < _MAX_NODES:
        following: list[tuple[str, Json]] = []
        for path, value in waiting:
            seen += 1
            if seen >= _MAX_NODES:
                return
            if isinstance(value, Mapping):
                yield path, value
                following += [(_join(path, key), item) for key, item in value.items()]
            elif isinstance(value, list):
                following += [(_join(path, str(index)), item) for index, item in enumerate(value)]
        waiting = [item for item in following if isinstance(item[1], (dict, list))]


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _mapping(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, Mapping) else {}


def _by_line(data: bytes, problem: ParseProblem) -> Json:
    images, actions = list[Json](), list[Json]()
    for number, line in enumerate(decode_text(data)[0].split("\n"), start=1):
        match = _IMAGE_LINE.match(line[:_MAX_LINE])
        if match:
            found = actions if match["key"] == "uses" else images
            found.append(_use(match["value"], number))
    return {
        "images": images[:MAX_ITEMS],
        "actions": actions[:MAX_ITEMS],
        "problem": problem.message[:MAX_SIGNS],
    }
