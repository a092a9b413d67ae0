# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programming languages by file name: which files are source code, and how much of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from scm_check.facts.paths import is_vendored
from scm_check.model import BlobKind, File

# Extensions as in the field's usual tables; mark-up, data and style sheets are no source code here,
# but templates and notebooks are, since whole applications consist of them.
_EXTENSIONS = {
    "Ada": "adb ads",
    "Assembly": "asm s",
    "C": "c h",
    "C#": "cs",
    "C++": "cc cpp cxx hh hpp hxx ino ipp",
    "Clojure": "clj cljs",
    "CMake": "cmake",
    "CSS": "css less sass scss",
    "Dart": "dart",
    "Elixir": "ex exs",
    "Elm": "elm",
    "Erlang": "erl hrl",
    "Fortran": "f f90 f95",
    "Go": "go",
    "Groovy": "groovy gradle",
    "HCL": "tf hcl",
    "HTML": "html htm xhtml ejs hbs pug jinja j2 erb twig",
    "Haskell": "hs",
    "Java": "java jsp",
    "JavaScript": "js jsx mjs cjs",
    "Jupyter Notebook": "ipynb",
    "Julia": "jl",
    "Kotlin": "kt kts",
    "Lua": "lua",
    "MATLAB": "m",
    "Nix": "nix",
    "Objective-C": "mm",
    "PHP": "php phtml",
    "Perl": "pl pm t",
    "PowerShell": "ps1 psm1",
    "Prolog": "pro",
    "Python": "py pyx pyi",
    "R": "r rmd qmd",
    "Ruby": "rb rake",
    "Rust": "rs",
    "SPARQL": "rq sparql",
    "SQL": "sql",
    "Scala": "scala sc",
    "Shell": "sh bash zsh fish",
    "Solidity": "sol",
    "Svelte": "svelte",
    "Swift": "swift",
    "TypeScript": "ts tsx mts cts",
    "Visual Basic": "vb bas",
    "Vue": "vue",
    "XSLT": "xsl xslt",
    "Zig": "zig",
}
_BY_EXTENSION = {
    extension: language for language, names in _EXTENSIONS.items() for extension in names.split()
}


def language_of(path: str) -> str | None:
    """The programming language that the file's extension stands for, None for other content."""
    name = path.rpartition("/")[2]
    stem, dot, extension = name.rpartition(".")
    return _BY_EXTENSION.get(extension.lower()) if dot and stem else None


def languages_of(files: Iterable[File]) -> Mapping[str, int]:
    """Bytes of own text files by language, greatest first; vendored files are left out."""
    sizes: Counter[str] = Counter()
    for file in files:
        language = language_of(file.path)
        if language and file.kind is BlobKind.TEXT and not is_vendored(file.path):
            sizes[language] += max(file.size_bytes, 0)
    return dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))
