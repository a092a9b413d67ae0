# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recipes for deployment and files of continuous integration, by path."""

from __future__ import annotations

from scm_check.facts.paths import is_test_or_example, is_vendored
from scm_check.model import File, Files
from scm_check.patterns import regex

# All on lower-case paths below the examined folder.
_CONTAINERS = regex(
    r"(?:[^/]{1,200}/){0,12}(?:"
    r"(?:[\w-]{1,80}[._-])?(?:docker|container)file(?:[._-][\w.-]{1,80})?"
    r"|(?:docker-|podman-)?compose(?:[._-][\w.-]{1,80})?\.ya?ml"
    r"|docker-(?:stack|swarm|cloud|bake)(?:[._-][\w.-]{1,80})?\.(?:ya?ml|hcl|json)"
    r"|chart\.ya?ml|helmfile\.ya?ml|kustomization\.ya?ml|skaffold\.ya?ml"
    r"|procfile|fly\.toml|render\.ya?ml|project\.toml|nixpacks\.toml"
    r"|vagrantfile|flake\.nix"
    r"|[\w@.-]{1,100}\.(?:service|container|nomad)"
    r")"
)
_CONTAINER_FOLDERS = regex(
    r"(?:[^/]{1,200}/){0,12}(?:"
    r"(?:k8s|kubernetes|helm|openshift|manifests/k8s)/(?:[^/]{1,200}/){0,8}[^/]{1,200}\.ya?ml"
    r"|ansible/(?:[^/]{1,200}/){0,8}[^/]{1,200}\.ya?ml"
    r"|(?:terraform|tofu|infra)/(?:[^/]{1,200}/){0,8}[^/]{1,200}\.tf"
    r")"
)
# Nearly all files end otherwise: the long patterns are tried on the rest.
_MAY_BE_CONTAINER = regex(
    r"(?i)(?:\.(?:ya?ml|hcl|json|tf|toml|nix|service|container|nomad)|file(?:[._-][\w.-]{1,80})?)$"
)
_NOT_DOCKER = regex(r"(?:^|/)[^/]{0,200}\.(?:md|txt|adoc|rst|py|js|ts|sh|dockerignore)$")

_CI_IN_ROOT = regex(
    r"\.(?:github|gitea|forgejo)/workflows/[^/]{1,200}\.ya?ml"
    r"|\.gitlab-ci(?:[._-][\w-]{1,80})?\.ya?ml"
    r"|\.gitlab/(?:ci|pipelines?|workflows)/(?:[^/]{1,200}/){0,6}[^/]{1,200}\.ya?ml"
    r"|\.gitlab/[\w.-]{0,80}ci[\w.-]{0,80}\.ya?ml"
    r"|\.circleci/[^/]{1,200}\.ya?ml|circle\.ya?ml"
    r"|\.travis\.ya?ml"
    r"|\.?azure-pipelines(?:[._-][\w.-]{1,80})?\.ya?ml"
    r"|(?:\.?azure-pipelines?|\.azuredevops|\.azure|\.pipelines|\.vsts)/(?:[^/]{1,200}/){0,4}[^/]{1,200}\.ya?ml"
    r"|bitbucket-pipelines\.ya?ml"
    r"|\.drone\.(?:ya?ml|star|jsonnet)"
    r"|\.woodpecker(?:\.ya?ml|/(?:[^/]{1,200}/){0,4}[^/]{1,200}\.ya?ml)"
    r"|\.?appveyor\.ya?ml"
    r"|\.cirrus\.(?:ya?ml|star)"
    r"|\.buildkite/(?:[^/]{1,200}/){0,4}[^/]{1,200}\.(?:ya?ml|sh|json)"
    r"|\.?tekton/(?:[^/]{1,200}/){0,4}[^/]{1,200}\.ya?ml"
    r"|\.builds/[^/]{1,200}\.ya?ml|\.build\.ya?ml"
    r"|\.teamcity/(?:[^/]{1,200}/){0,4}[^/]{1,200}\.(?:kts|xml)"
    r"|(?:jenkinsfile|jenkins/[\w.-]{0,80}jenkinsfile)(?:[._-][\w.-]{1,80})?"
    r"|ci/(?:[^/]{1,200}/){0,4}(?:jenkinsfile[\w.-]{0,80}|pipeline[\w.-]{0,80}\.ya?ml)"
    r"|earthfile|dagger\.json"
    r"|\.zuul\.ya?ml|zuul\.d/[^/]{1,200}\.ya?ml|\.semaphore/[^/]{1,200}\.ya?ml"
    r"|\.?(?:codeship|wercker|shippable|scrutinizer)(?:-steps)?\.ya?ml"
    r"|codemagic\.ya?ml|bitrise\.ya?ml|xcode_ci_scripts/[^/]{1,200}|ci_scripts/ci_[^/]{1,200}\.sh"
    r"|cloudbuild\.(?:ya?ml|json)|buildspec\.ya?ml"
)
_CI_ANYWHERE = regex(r"(?:[^/]{1,200}/){1,6}(?:jenkinsfile|earthfile|\.gitlab-ci\.ya?ml)")


def containers_of(files: Files) -> tuple[str, ...]:
    """Paths of container, orchestration and service recipes, without tests and foreign code."""
    return tuple(
        file.path
        for file in files.all
        if is_container_path(_inner(file, files)) and _is_own(file, files)
    )


def ci_files_of(files: Files) -> tuple[str, ...]:
    """Paths of continuous integration of any forge or service.

    Where only a folder is examined, the files in the repository's root count too: it is from there
    that a forge runs them.
    """
    own = [file.path for file in files.all if _is_ci(_inner(file, files))]
    above = [file.path for file in files.above if _CI_IN_ROOT.fullmatch(file.path.lower())]
    return tuple(sorted({*own, *above}))


def is_container_path(path: str) -> bool:
    """Whether a path, from where the examined part begins, is that of a recipe."""
    return bool(_MAY_BE_CONTAINER.search(path)) and _is_container(path.lower())


def is_pipeline_path(path: str) -> bool:
    """Whether a path is that of continuous integration."""
    return _is_ci(path.lower())


def _inner(file: File, files: Files) -> str:
    return file.path[len(files.base) :].lower()


def _is_own(file: File, files: Files) -> bool:
    inner = file.path[len(files.base) :]
    return not is_vendored(inner) and not is_test_or_example(inner)


def _is_container(path: str) -> bool:
    if _NOT_DOCKER.search(path) or path.startswith(".devcontainer/"):
        return False
    return bool(_CONTAINERS.fullmatch(path) or _CONTAINER_FOLDERS.fullmatch(path))


def _is_ci(path: str) -> bool:
    if _CI_IN_ROOT.fullmatch(path):
        return True
    return bool(_CI_ANYWHERE.fullmatch(path)) and not is_vendored(path)
