# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composer, Cargo, Go, NuGet, Ruby, Dart, Swift, CocoaPods and Elixir."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.facts.manifests.values import (
    MAX_LINE_SIGNS,
    Value,
    at,
    hints_of,
    line_of,
    mapping,
    root_mapping,
    text,
    texts,
)
from scm_check.facts.safe_parsing import decode_text, load_json, load_toml, load_xml, load_yaml
from scm_check.patterns import regex

_JSON_LICENSE = regex(r'\s{0,200}"license"\s{0,20}:')
_TOML_LICENSE = regex(r"\s{0,80}license(?:-file)?\s{0,20}=")
_COMPOSER_LIBRARIES = frozenset(
    {"library", "symfony-bundle", "typo3-cms-extension", "wordpress-plugin", "drupal-module",
     "drupal-theme", "contao-bundle", "neos-package", "composer-plugin", "shopware-platform-plugin"}
)  # fmt: skip
_PHP_HINTS = {
    "server-framework": frozenset(
        {"laravel/framework", "symfony/framework-bundle", "symfony/symfony", "slim/slim", "typo3/",
         "drupal/core", "drupal/core-recommended", "contao/", "neos/", "cakephp/cakephp",
         "yiisoft/yii2", "codeigniter4/framework", "laminas/", "roots/wordpress", "johnpbloch/"}
    ),
}  # fmt: skip
_RUST_HINTS = {
    "server-framework": frozenset({"actix-web", "axum", "rocket", "warp", "poem", "tide"}),
    "web-framework": frozenset({"yew", "leptos", "dioxus"}),
    "desktop-framework": frozenset({"tauri", "iced", "egui"}),
    "command": frozenset({"clap", "structopt"}),
}
_GO_HINTS = (
    "github.com/gin-gonic/gin", "github.com/labstack/echo", "github.com/gofiber/fiber",
    "github.com/go-chi/chi", "github.com/gorilla/mux", "google.golang.org/grpc",
    "github.com/julienschmidt/httprouter",
)  # fmt: skip
_RUBY_HINTS = {
    "server-framework": frozenset({"rails", "sinatra", "hanami", "puma", "grape"}),
    "documentation-generator": frozenset({"jekyll", "github-pages", "middleman"}),
}
_GO_REQUIRE = regex(
    r"\s{0,20}(?:require\s{1,10})?(?P<name>[\w.~-]{1,100}(?:/[\w.~-]{1,100}){1,10})\s{1,10}v\d"
)
_GEM = regex(r"\s{0,40}gem\s{0,10}\(?\s{0,10}[\"'](?P<name>[\w./-]{1,100})[\"']")
_GEMSPEC = regex(
    r"\s{0,40}\w{1,20}\.(?P<key>name|version|licenses?)\s{0,20}=\s{0,10}\[?[\"'](?P<value>[^\"']{1,200})[\"']"
)
_SWIFT_NAME = regex(r"\s{0,20}name:\s{0,10}\"(?P<name>[^\"]{1,200})\"")
_POD = regex(r"\s{0,40}pod\s{1,10}[\"'][^\"']{1,200}[\"']")
_MIX_FIELD = regex(r"\s{0,40}(?P<key>app|version):\s{0,10}[:\"](?P<value>[\w.-]{1,100})")
_MIX_DEPENDENCY = regex(r"\s{0,40}\{:(?P<name>\w{1,100}),")


def read_composer(data: bytes) -> Value:
    """The fields of a composer.json; several licences are a choice. Raises ParseProblem."""
    root = root_mapping(load_json(data))
    names = [*mapping(root.get("require")), *mapping(root.get("require-dev"))]
    packages = [name for name in names if "/" in name]
    value = root.get("license")
    license_ = " OR ".join(texts(value)) if isinstance(value, list) else text(root, "license")
    return Value(
        name=text(root, "name"),
        version=text(root, "version"),
        license=license_ or None,
        license_line=line_of(decode_text(data)[0], _JSON_LICENSE) if license_ else None,
        is_library=(text(root, "type") or "") in _COMPOSER_LIBRARIES,
        dependencies=len(packages),
        scripts=tuple(sorted(mapping(root.get("scripts")))),
        hints=hints_of(packages, _PHP_HINTS),
    )


def read_cargo(data: bytes) -> Value:
    """The fields of a Cargo.toml; inherited ones are None. Raises ParseProblem."""
    root = load_toml(data)
    tables = [root, mapping(root.get("workspace"))]
    tables += [mapping(item) for item in mapping(root.get("target")).values()]
    names = {
        name
        for table in tables
        for key in ("dependencies", "dev-dependencies", "build-dependencies")
        for name in mapping(table.get(key))
    }
    members = texts(at(root, "workspace", "members"))
    license_ = text(root, "package", "license") or text(root, "workspace", "package", "license")
    hints = hints_of(names, _RUST_HINTS)
    if "workspace" in root:
        hints |= {"workspace"}
    publish = at(root, "package", "publish")
    return Value(
        name=text(root, "package", "name"),
        version=text(root, "package", "version"),
        license=license_,
        license_line=line_of(decode_text(data)[0], _TOML_LICENSE) if license_ else None,
        is_private=publish is False or publish == [],
        dependencies=len(names),
        hints=hints,
        workspaces=tuple(members),
        has_lib_target="lib" in root,
    )


def read_go_mod(data: bytes) -> Value:
    """Module path and direct requirements of a go.mod."""
    name: str | None = None
    names: set[str] = set()
    for line in _lines(data):
        if line.startswith("module "):
            name = line[len("module ") :].split("//", 1)[0].strip(' "') or None
        elif "// indirect" not in line and (match := _GO_REQUIRE.match(line)):
            names.add(match["name"])
    is_server = any(item.startswith(_GO_HINTS) for item in names)
    return Value(
        name=name,
        dependencies=len(names),
        hints=frozenset({"server-framework"}) if is_server else frozenset(),
    )


def read_project_file(data: bytes) -> Value:
    """A project of .NET (csproj, fsproj, vbproj); raises ParseProblem."""
    root = load_xml(data)
    fields: dict[str, tuple[str, int]] = {}
    for group in root.all("PropertyGroup"):
        for item in group.children:
            if item.text:
                fields.setdefault(item.tag, (item.text, item.line))

    def value(*tags: str) -> str | None:
        return next((fields[tag][0] for tag in tags if tag in fields), None)

    packages = [
        item.attributes.get("Include", "") for item in root.all("ItemGroup", "PackageReference")
    ]
    sdk = root.attributes.get("Sdk", "")
    hints: set[str] = set()
    if sdk.startswith("Microsoft.NET.Sdk.Web") or "Microsoft.AspNetCore.App" in packages:
        hints.add("server-framework")
    if sdk.startswith(("Microsoft.NET.Sdk.BlazorWebAssembly", "Microsoft.NET.Sdk.Razor")):
        hints.add("web-framework")
    if value("UseMaui") == "true":
        hints.add("mobile-framework")
    if value("OutputType") in {"Exe", "WinExe"}:
        hints.add("command" if value("OutputType") == "Exe" else "desktop-framework")
    license_ = value("PackageLicenseExpression")
    return Value(
        name=value("PackageId", "AssemblyName", "RootNamespace"),
        version=value("Version", "VersionPrefix", "AssemblyVersion"),
        license=license_,
        license_line=fields["PackageLicenseExpression"][1] if license_ else None,
        is_private=value("IsPackable") == "false",
        is_library=value("GeneratePackageOnBuild") == "true" or value("PackageId") is not None,
        dependencies=len(packages),
        hints=frozenset(hints),
    )


def read_solution(data: bytes) -> Value:  # noqa: ARG001  its presence is all that is asked
    """A solution of .NET: nothing but that it exists."""
    return Value(hints=frozenset({"workspace"}))


# What builds, documents or publishes an app written in something else.
_RUBY_TOOLS = frozenset(
    {"bundler", "cocoapods", "danger", "fastlane", "jazzy", "rake", "rubocop", "xcode-install",
     "xcpretty", "slather", "xcov"}
)  # fmt: skip


def read_gemfile(data: bytes) -> Value:
    """The gems of a Gemfile."""
    names = [match["name"] for line in _lines(data) if (match := _GEM.match(line))]
    return Value(
        dependencies=len(set(names)),
        hints=hints_of(names, _RUBY_HINTS),
        is_manifest=not names or not _RUBY_TOOLS.issuperset(names),
    )


def read_gemspec(data: bytes) -> Value:
    """Name, version and licence of a gemspec where they are plain literals."""
    found: dict[str, tuple[str, int]] = {}
    dependencies = 0
    for number, line in enumerate(_lines(data), start=1):
        dependencies += ".add_" in line and "dependency" in line
        if match := _GEMSPEC.match(line):
            found.setdefault(match["key"].rstrip("s"), (match["value"], number))
    license_ = found.get("license")
    return Value(
        name=found["name"][0] if "name" in found else None,
        version=found["version"][0] if "version" in found else None,
        license=license_[0] if license_ else None,
        license_line=license_[1] if license_ else None,
        is_library=True,
        dependencies=dependencies,
    )


def read_pubspec(data: bytes) -> Value:
    """A pubspec.yaml of Dart or Flutter; raises ParseProblem."""
    root = root_mapping(load_yaml(data))
    wanted = mapping(root.get("dependencies"))
    hints: set[str] = set()
    is_plugin = at(root, "flutter", "plugin") is not None
    if "flutter" in wanted and not is_plugin:
        hints.add("mobile-framework")
    if root.get("workspace"):
        hints.add("workspace")
    if root.get("executables"):
        hints.add("command")
    is_private = text(root, "publish_to") == "none"
    return Value(
        name=text(root, "name"),
        version=text(root, "version"),
        is_private=is_private,
        is_library=is_plugin or ("flutter" not in wanted and not is_private),
        dependencies=len(wanted) + len(mapping(root.get("dev_dependencies"))),
        hints=frozenset(hints),
        workspaces=tuple(texts(root.get("workspace"))),
    )


def read_package_swift(data: bytes) -> Value:
    """A Package.swift: its name, products and packages."""
    name: str | None = None
    whole = decode_text(data)[0]
    for line in whole.split("\n"):
        match = _SWIFT_NAME.match(line[:MAX_LINE_SIGNS])
        if match:
            name = match["name"]
            break
    is_command = ".executable(" in whole or ".executableTarget(" in whole
    is_server = "vapor/vapor" in whole or "hummingbird" in whole
    return Value(
        name=name,
        is_library=".library(" in whole and not is_command,
        dependencies=whole.count(".package("),
        hints=frozenset(
            (["command"] if is_command else []) + (["server-framework"] if is_server else [])
        ),
    )


def read_podfile(data: bytes) -> Value:
    """The pods of a Podfile."""
    pods = sum(_POD.match(line) is not None for line in _lines(data))
    return Value(dependencies=pods, hints=frozenset({"mobile-framework"}))


def read_mix(data: bytes) -> Value:
    """Application, version and dependencies of a mix.exs."""
    found: dict[str, str] = {}
    names: set[str] = set()
    for line in _lines(data):
        if match := _MIX_FIELD.match(line):
            found.setdefault(match["key"], match["value"])
        if match := _MIX_DEPENDENCY.match(line):
            names.add(match["name"])
    return Value(
        name=found.get("app"),
        version=found.get("version"),
        dependencies=len(names),
        hints=frozenset(
            {"server-framework"} if names & {"phoenix", "plug_cowboy", "bandit"} else ()
        ),
    )


def _lines(data: bytes) -> Iterator[str]:
    for line in decode_text(data)[0].split("\n"):
        yield line[:MAX_LINE_SIGNS]
