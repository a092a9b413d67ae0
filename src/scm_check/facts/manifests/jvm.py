# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Maven's pom.xml and Gradle's build scripts; properties and parents are not resolved."""

from __future__ import annotations

from scm_check.facts.manifests.values import MAX_LINE_SIGNS, Value, hints_of
from scm_check.facts.safe_parsing import XmlElement, decode_text, load_xml
from scm_check.patterns import regex

_HINTS = {
    "server-framework": frozenset(
        {"org.springframework.boot:", "io.quarkus:", "io.micronaut:", "io.vertx:", "io.ktor:",
         "io.dropwizard:", "jakarta.platform:", "org.eclipse.jetty:", "io.javalin:",
         "javax.servlet:",
         "jakarta.servlet:"}
    ),
    "mobile-framework": frozenset({"com.android.application:"}),
    "android-library": frozenset({"com.android.library:"}),
}  # fmt: skip
_DEPENDENCY = regex(
    r"\s{0,200}(?:\w{0,60}(?:implementation|Implementation|Api|CompileOnly|RuntimeOnly)"
    r"|api|compile|compileOnly|runtimeOnly|kapt|ksp|annotationProcessor|classpath|testCompile)"
    r"\s{0,10}[( ]\s{0,10}[^={]{1,400}"
)
_PLUGIN = regex(
    r"(?:\bid\s{0,10}\(?\s{0,10}[\"'](?P<id>[\w.-]{1,120})[\"']"
    r"|apply\s{0,10}\(?\s{0,10}plugin\s{0,10}[:=]\s{0,10}[\"'](?P<applied>[\w.-]{1,120})[\"']"
    r"|alias\s{0,10}\(\s{0,10}\w{1,40}\.plugins\.(?P<alias>[\w.]{1,120})"
    r"|^\s{0,40}`?(?P<plain>java-library|application|maven-publish)`?\s{0,10}$)"
)
_COORDINATE = regex(r"[\"'](?P<group>[\w.-]{1,120}):[\w.-]{1,120}(?::[^\"']{0,120})?[\"']")
_VERSION = regex(r"\s{0,20}version\s{0,10}=?\s{0,10}[\"'](?P<version>[\w.+-]{1,80})[\"']")
_ROOT_NAME = regex(r"\s{0,20}rootProject\.name\s{0,10}=\s{0,10}[\"'](?P<name>[^\"']{1,120})[\"']")
_PLUGIN_HINTS = (
    (regex(r"(?:com\.)?android[._-]?application$"), "mobile-framework"),
    (regex(r"(?:com\.)?android[._-]?library$"), "android-library"),
    (regex(r"org\.springframework\.boot|spring[._-]?boot|io\.(?:quarkus|ktor)"),
     "server-framework"),
    (regex(r"application$"), "command"),
)  # fmt: skip


def read_pom(data: bytes) -> Value:
    """The fields of a pom.xml; `${…}` stands as written. Raises ParseProblem."""
    root = load_xml(data)
    licenses = list(root.all("licenses", "license", "name"))
    names = [
        f"{_of(item, 'groupId')}:{_of(item, 'artifactId')}"
        for item in root.all("dependencies", "dependency")
    ]
    plugins = [
        f"{_of(item, 'groupId')}:{_of(item, 'artifactId')}"
        for item in root.all("build", "plugins", "plugin")
    ]
    modules = [item.text for item in root.all("modules", "module") if item.text]
    parent = _of(root, "parent", "groupId")
    hints = hints_of([*names, *plugins, f"{parent}:parent"], _HINTS)
    if modules:
        hints |= {"workspace"}
    return Value(
        name=_of(root, "artifactId") or None,
        version=_of(root, "version") or _of(root, "parent", "version") or None,
        license=" AND ".join(item.text for item in licenses if item.text) or None,
        license_line=licenses[0].line if licenses else None,
        is_library=root.first("distributionManagement") is not None and not hints,
        dependencies=len(names),
        scripts=tuple(sorted({_of(item, "id") for item in root.all("profiles", "profile")} - {""})),
        hints=hints,
        workspaces=tuple(modules),
    )


def read_gradle(data: bytes) -> Value:
    """Plug-ins, dependencies and version of a build.gradle or build.gradle.kts, line by line."""
    version: str | None = None
    dependencies = 0
    plugins: set[str] = set()
    groups: set[str] = set()
    for line in decode_text(data)[0].split("\n"):
        cut = line[:MAX_LINE_SIGNS].split("//", 1)[0]
        for match in _PLUGIN.finditer(cut):
            if "apply false" not in cut and "apply(false)" not in cut.replace(" ", ""):
                plugins.add(next(name for name in match.groups() if name))
        if version is None and (found := _VERSION.match(cut)):
            version = found["version"]
        if _DEPENDENCY.match(cut):
            dependencies += 1
            groups.update(found["group"] + ":x" for found in _COORDINATE.finditer(cut))
    hints = hints_of(groups, _HINTS)
    for pattern, hint in _PLUGIN_HINTS:
        if any(pattern.match(name) for name in plugins):
            hints |= {hint}
    publishes = any(name in {"java-library", "maven-publish"} for name in plugins)
    return Value(
        version=version,
        is_library="android-library" in hints
        or (publishes and not hints & {"server-framework", "mobile-framework", "command"}),
        dependencies=dependencies,
        hints=hints,
    )


def read_gradle_settings(data: bytes) -> Value:
    """The name in a settings.gradle, which makes its folder the root of a build."""
    matches = (_ROOT_NAME.match(line[:MAX_LINE_SIGNS]) for line in decode_text(data)[0].split("\n"))
    name = next((match["name"] for match in matches if match), None)
    return Value(name=name, hints=frozenset({"workspace"}), workspaces=("**",))


def _of(element: XmlElement, *tags: str) -> str:
    found = element.first(*tags)
    return found.text if found is not None else ""
