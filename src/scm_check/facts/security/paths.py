# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a path says of a secret in its file: template, test place, deployment, configuration."""

from __future__ import annotations

from scm_check.facts.paths import is_test_or_example
from scm_check.patterns import regex

_ENV = regex(
    r"\.env(?:rc|[._-][\w.-]{1,80})?|[\w.-]{1,80}\.env"
    r"|env\.(?:prod\w{0,7}|local|staging)"
)
_TEMPLATE = regex(
    r"(?i)example|sample|template|vorlage|beispiel|muster|skeleton|\bdist\b|defaults?\b|\btpl\b|schema"
    r"|(?:^|[._-])(?:test|tests|testing|ci|e2e|docs|demo)(?:$|[._-])|\.d\.ts$"
)
_PUBLIC_NAME = regex(
    r"(?i)^(?:VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|VUE_APP|GATSBY|NG_APP|PUBLIC|STORYBOOK"
    r"|PREACT_APP|SNOWPACK_PUBLIC)_|public[_-]?(?:key|token)|publishable|site[_-]?key|recaptcha"
    r"|(?:csrf|xsrf|reload|cancel|type|next|page|start|end|token)[_-]?token$|client[_-]?token$"
)
_DEPLOYMENT = regex(
    r"(?:[^/]{1,200}/){0,12}(?:"
    r"[\w.-]{0,80}compose[\w.-]{0,80}\.ya?ml|docker-(?:stack|swarm)[\w.-]{0,80}\.ya?ml"
    r"|values[\w.-]{0,80}\.ya?ml|(?:[\w.-]{1,80}[._-])?(?:docker|container)file(?:[._-][\w.-]{1,80})?"
    r"|[\w.-]{0,80}(?:deployment|statefulset|configmap|secret)s?[\w.-]{0,40}\.ya?ml)"
    r"|(?:[^/]{1,200}/){0,12}(?:k8s|kubernetes|helm|openshift|charts?|ansible|deploy|deployment|kustomize)/"
    r"(?:[^/]{1,200}/){0,8}[^/]{1,200}\.(?:ya?ml|j2)"
)
_DEVELOPMENT = regex(
    r"(?i)(?:^|[/._-])(?:dev|develop|development|local|lokal|override|overrides|test|tests|testing|ci|e2e|debug"
    r"|devcontainer|sandbox|example|demo)(?:$|[/._-])"
)
_CONFIGURATION = regex(
    r"(?i).*(?:\.(?:properties|ya?ml|ini|conf|cfg|config|toml|env|json|xml|plist|tfvars|tf|j2|service)"
    r"|/\.npmrc|/\.netrc|/\.pypirc|/\.dockercfg)"
)
_KEYS_OF_TESTS = regex(
    r"(?i)localhost|snake-?oil|self-?signed|dummy|example|test|demo"
    r"|\bdev\b|sample|mock"
)


def is_env_file(path: str) -> bool:
    """A .env file that is meant to be used, not to be copied from."""
    name = path.rpartition("/")[2]
    return _ENV.fullmatch(name.lower()) is not None and not is_template(name)


def is_template(name: str) -> bool:
    """Whether a file's name says that it is to be copied and filled in."""
    return _TEMPLATE.search(name) is not None


def is_public_name(name: str) -> bool:
    """A name whose value reaches every browser anyway, or that speaks of no secret."""
    return _PUBLIC_NAME.search(name) is not None


def is_deployment_file(path: str) -> bool:
    """Recipes by which the software is put into operation."""
    return _DEPLOYMENT.fullmatch(path.lower()) is not None


def is_for_development(path: str) -> bool:
    """Whether a path says that its file serves the developer's own machine."""
    return _DEVELOPMENT.search(path) is not None or is_test_or_example(path)


def is_configuration(path: str) -> bool:
    """Files in which a value stands without quotes."""
    return _CONFIGURATION.fullmatch("/" + path) is not None


def is_key_of_tests(path: str) -> bool:
    """A key by whose path nobody would rely on it."""
    return is_test_or_example(path) or _KEYS_OF_TESTS.search(path) is not None
