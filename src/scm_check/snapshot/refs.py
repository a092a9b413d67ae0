# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Find a repository on disk and read its refs from their files, without any git process.

Everything below the repository is foreign: files are bounded, must be regular, and are opened
without following links; names and ids are checked before anything is done with them. The layout is
that of gitrepository-layout(5).
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from scm_check.errors import EmptyRepository, TargetError
from scm_check.model import Problem
from scm_check.patterns import regex
from scm_check.values import dataclass

SMALL_FILE_BYTES = 16 << 10
CONFIG_BYTES = 1 << 20
PACKED_REFS_BYTES = 64 << 20
LOOSE_REFS = 200_000
REF_DEPTH = 20
BROKEN_LINES = 20
MAX_PROBLEMS = 100
# git gives up after five as well (refs.c, SYMREF_MAXDEPTH; object-file.c, link_alt_odb_entries).
SYMREF_DEPTH = 5
ALTERNATES_DEPTH = 5

_OID = regex(rb"(?:[0-9a-f]{40}|[0-9a-f]{64})\Z")
_SHA256 = regex(rb"[0-9a-f]{64}\b")
_FORBIDDEN_IN_REF = regex(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|\.lock/|\.lock\Z|[./]\Z")
_WORKTREE_REFS = ("refs/bisect/", "refs/worktree/", "refs/rewritten/")


@dataclass(frozen=True, slots=True)
class LocalRepository:
    """Where the parts of one repository lie.

    `git_dir` holds HEAD and the index, `common_dir` everything a linked work tree shares.
    `worktree` is None for a bare repository. `object_format` is sha1 or sha256. `object_dirs` are
    its own object directory and all alternates that are there; `missing_alternates` are those that
    are not.
    """

    git_dir: Path
    common_dir: Path
    worktree: Path | None
    object_format: str
    is_partial: bool
    shallow: frozenset[str]
    object_dirs: tuple[Path, ...]
    missing_alternates: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A ref's object id; `peeled` is what an annotated tag names, None where no file says."""

    oid: str
    peeled: str | None = None


@dataclass(frozen=True, slots=True)
class Refs:
    """All refs below a prefix by their full name; `problems` names those that are broken."""

    values: Mapping[str, Ref] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What HEAD says: the branch (None when detached) and its object id."""

    oid: str
    branch: str | None


def find_repository(path: Path) -> LocalRepository | None:
    """Look for a repository at `path` and, as git does, in the folders above it on the same disk.

    None means a plain folder. A bare repository is only recognised at `path` itself. Raises
    TargetError UNREADABLE where a repository was meant to be but is damaged.
    """
    try:
        if _is_git_dir(path):
            return _repository(path, None)
        device = path.stat().st_dev
        for folder in (path, *path.parents):
            if folder.stat().st_dev != device:
                return None
            found = _dot_git(folder, must_be_whole=folder == path)
            if found is not None:
                return _repository(found, folder)
    except OSError as error:
        raise unreadable(Path(error.filename or path), error.strerror or str(error)) from error
    return None


def read_head(repository: LocalRepository) -> Head:
    """Resolve HEAD; the only branch of a bare repository whose HEAD names one that is not there.

    Raises EmptyRepository without any ref, NO_DEFAULT_BRANCH when HEAD is unborn.
    """
    name, oid = _follow(repository, "HEAD")
    branch = name.removeprefix("refs/heads/") if name != "HEAD" else None
    if oid is not None:
        return Head(oid, branch)
    refs = read_refs(repository)
    if not refs.values and not refs.problems:
        raise EmptyRepository(
            f"{_place(repository)} has no commit yet: there is nothing to check. "
            "Commit something, or name another repository.",
            path=str(_place(repository)),
        )
    branches = [full for full in refs.values if full.startswith("refs/heads/")]
    if repository.worktree is None and len(branches) == 1:
        return Head(refs.values[branches[0]].oid, branches[0].removeprefix("refs/heads/"))
    raise TargetError(
        f"HEAD of {_place(repository)} names the branch {branch!r}, which does not exist. "
        f"Name a branch, tag or commit: {_place(repository)}@NAME. There are: "
        f"{_some(refs.values)}.",
        code="NO_DEFAULT_BRANCH",
        path=str(_place(repository)),
    )


def read_ref(repository: LocalRepository, name: str) -> tuple[str, Ref] | None:
    """The full name and value of a ref given as a user writes it; git's order of places.

    None where there is none. Tags come before branches, branches before those of a remote
    (gitrevisions(7)).
    """
    if not is_valid_ref_name(name):
        return None
    packed = _packed_text(repository)
    for pattern in ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}"):
        full = pattern.format(name)
        if not full.startswith("refs/"):
            continue
        end, oid = _follow(repository, full, packed)
        if oid is not None:
            known = _packed_ref(packed, end)
            return full, known if known and known.oid == oid else Ref(oid)
    for full in (f"refs/remotes/origin/{name}", f"refs/remotes/{name}/HEAD"):
        _, oid = _follow(repository, full, packed)
        if oid is not None:
            return full, Ref(oid)
    return None


def read_refs(repository: LocalRepository, prefix: str = "refs/") -> Refs:
    """All refs below `prefix`, a loose one before a packed one of the same name, sorted by name."""
    text = _packed_text(repository)
    packed = parse_packed_refs(text, prefix)
    values = dict(packed.values)
    problems = list(packed.problems)
    for name in _loose_names(repository.common_dir, prefix):
        if not is_valid_ref_name(name):
            problems.append(_problem(name, "is no valid name of a ref and is left out"))
            continue
        try:
            end, oid = _follow(repository, name, text)
        except TargetError as error:
            problems.append(Problem(error.code, "snapshot", error.message, name))
            continue
        if oid is None:
            problems.append(_problem(name, f"leads to {end!r}, which does not exist"))
        elif name not in values or values[name].oid != oid:
            values[name] = Ref(oid)
    if len(problems) > MAX_PROBLEMS:
        rest = _problem(prefix, f"holds {len(problems) - MAX_PROBLEMS} more broken refs")
        problems = [*problems[:MAX_PROBLEMS], rest]
    return Refs(dict(sorted(values.items())), tuple(problems))


def is_valid_ref_name(name: str) -> bool:
    """Whether git-check-ref-format(1) allows it; also one-level names such as `main`."""
    return (
        0 < len(name) <= 4096
        and name[0] not in "./-"
        and name != "@"
        and _FORBIDDEN_IN_REF.search(name) is None
    )


def object_dirs(objects: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The object directory and its alternates, depth first, each once; and those not there."""
    present: dict[str, Path] = {}
    missing: dict[str, Path] = {}

    def visit(folder: Path, depth: int) -> None:
        real = os.path.realpath(folder)
        if real in present or depth > ALTERNATES_DEPTH:
            return
        if not Path(real).is_dir():
            missing[real] = folder
            return
        present[real] = Path(real)
        text = read_file(folder / "info" / "alternates", CONFIG_BYTES) or b""
        for line in text.split(b"\n"):
            if line and not line.startswith(b"#") and b"\0" not in line:
                visit(folder / os.fsdecode(_unquoted(line)), depth + 1)

    visit(objects, 0)
    return tuple(present.values()), tuple(missing.values())


def read_file(path: Path, limit: int) -> bytes | None:
    """The bytes of a regular file, None when it is absent; a link or device is UNREADABLE."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from error
    return _read_descriptor(descriptor, path, limit)


def unreadable(path: Path, reason: str) -> TargetError:
    """The error for a file of a repository that is there and cannot be read."""
    return TargetError(
        f"Cannot read {path}: {reason}. Repair the repository (git fsck), or fetch it anew.",
        code="UNREADABLE",
        path=str(path),
    )


def read_settings(text: bytes) -> dict[str, str]:
    """Values of a git configuration by `section.key`, or `section.sub.key`; the last one counts.

    Only what is needed to find objects is asked of it; includes are not followed. Lines that are no
    configuration are passed over: what is hostile in them then never acts.
    """
    settings: dict[str, str] = {}
    section = ""
    lines = iter(text.decode("utf-8", "surrogateescape").split("\n"))
    for raw in lines:
        line = raw.strip()[:SMALL_FILE_BYTES]
        if line.startswith("["):
            header, _, line = line[1:].partition("]")
            name, _, sub = header.partition(" ")
            sub = sub.strip().strip('"')
            section = name.strip().lower() + (f".{sub}" if sub else "")
            line = line.strip()
        if not line or line[0] in "#;":
            continue
        while line.endswith("\\") and not line.endswith("\\\\"):
            line = line[:-1] + next(lines, "")
        key, equals, value = line.partition("=")
        settings[f"{section}.{key.strip().lower()}"] = _value(value) if equals else "true"
    return settings


def _value(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        return text[1:].partition('"')[0]
    return re.split(r"[#;]", text, maxsplit=1)[0].strip()


def _is_git_dir(path: Path) -> bool:
    """As git sees it: HEAD, refs and objects, the latter two perhaps in the common folder."""
    if not os.path.lexists(path / "HEAD"):
        return False
    common = (path / "commondir").is_file()
    return common or ((path / "objects").is_dir() and (path / "refs").is_dir())


def _dot_git(folder: Path, *, must_be_whole: bool) -> Path | None:
    """The git directory that `folder/.git` is or names."""
    entry = folder / ".git"
    try:
        mode = entry.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if must_be_whole and entry.is_symlink():
            raise unreadable(entry, "the link leads nowhere") from None
        return None
    except OSError as error:
        raise unreadable(entry, error.strerror or str(error)) from error
    if stat.S_ISDIR(mode):
        if _is_git_dir(_listable(entry)):
            return entry
        if must_be_whole and any(entry.iterdir()):
            raise unreadable(entry, "it is no git directory (HEAD, refs or objects is missing)")
        return None
    text = read_file(entry, SMALL_FILE_BYTES) or b""
    if not text.startswith(b"gitdir: "):
        raise unreadable(entry, "it is no git directory and does not name one")
    named = _named_path(text.removeprefix(b"gitdir: "), folder, entry)
    if not _is_git_dir(named):
        raise unreadable(entry, f"it names {named}, which is no git directory")
    return named


def _listable(folder: Path) -> Path:
    """The folder itself, once it is certain that its entries can be seen."""
    try:
        with os.scandir(folder):
            return folder
    except OSError as error:
        raise unreadable(folder, error.strerror or str(error)) from error


def _named_path(text: bytes, base: Path, source: Path) -> Path:
    text = text.rstrip(b"\r\n")
    if not text or b"\0" in text:
        raise unreadable(source, "the path in it is empty or broken")
    return Path(os.path.normpath(base / os.fsdecode(text)))


def _repository(git_dir: Path, worktree: Path | None) -> LocalRepository:
    common = git_dir
    text = read_file(git_dir / "commondir", SMALL_FILE_BYTES)
    if text is not None:
        common = _named_path(text, git_dir, git_dir / "commondir")
    config = read_file(common / "config", CONFIG_BYTES)
    settings = read_settings(config or b"")
    if settings.get("extensions.refstorage", "files").lower() != "files":
        raise unreadable(common, "its refs are stored as 'reftable', which is not supported")
    present, missing = object_dirs(common / "objects")
    repository = LocalRepository(
        git_dir=git_dir,
        common_dir=common,
        worktree=worktree,
        object_format=(
            settings.get("extensions.objectformat", "sha1").lower()
            if config is not None
            else _guessed_format(git_dir, common)
        ),
        is_partial="extensions.partialclone" in settings
        or any(key.endswith(".promisor") for key in settings),
        shallow=_shallow(common / "shallow"),
        object_dirs=present,
        missing_alternates=missing,
    )
    if repository.object_format not in ("sha1", "sha256"):
        raise unreadable(common, f"unknown object format {repository.object_format[:40]!r}")
    return repository


def _guessed_format(git_dir: Path, common: Path) -> str:
    """The length of an id tells it where no config file does."""
    is_link = (git_dir / "HEAD").is_symlink()
    head = b"" if is_link else read_file(git_dir / "HEAD", SMALL_FILE_BYTES) or b""
    packed = read_file(common / "packed-refs", PACKED_REFS_BYTES) or b""
    lines = (head, *(line for line in packed[:SMALL_FILE_BYTES].split(b"\n") if line[:1] != b"#"))
    return "sha256" if any(_SHA256.match(line) for line in lines) else "sha1"


def _shallow(path: Path) -> frozenset[str]:
    text = read_file(path, PACKED_REFS_BYTES)
    if not text:
        return frozenset()
    lines = [line for line in text.split(b"\n") if line]
    if not all(_OID.match(line) for line in lines):
        raise unreadable(path, "a line of it is no object id")
    return frozenset(line.decode("ascii") for line in lines)


def _unquoted(line: bytes) -> bytes:
    r"""A path as git quotes it in an alternates file: "a\tb\303\266"."""
    if not (line.startswith(b'"') and line.endswith(b'"') and len(line) > 1):
        return line
    plain = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f"}
    return re.sub(
        rb"\\([0-3][0-7]{2}|.)",
        lambda match: (
            bytes([int(match[1], 8)]) if len(match[1]) == 3 else plain.get(match[1], match[1])
        ),
        line[1:-1],
        flags=re.DOTALL,
    )


def _follow(
    repository: LocalRepository, name: str, packed: bytes | None = None
) -> tuple[str, str | None]:
    """Follow symbolic refs from `name`: the last name and its object id, None when unborn."""
    for _ in range(SYMREF_DEPTH + 1):
        text = _ref_text(repository, name)
        if text is None:
            known = _packed_ref(packed if packed is not None else _packed_text(repository), name)
            return name, known.oid if known else None
        if not text.startswith(b"ref:"):
            oid = text.split(None, 1)[0] if text.split() else b""
            if not _OID.match(oid):
                raise unreadable(_ref_path(repository, name), "it holds no object id")
            return name, oid.decode("ascii")
        target = os.fsdecode(text[4:].strip())
        if not (target.startswith("refs/") and is_valid_ref_name(target)):
            raise unreadable(_ref_path(repository, name), f"it names no ref: {target[:200]!r}")
        name = target
    raise unreadable(_ref_path(repository, name), "symbolic refs lead in a circle")


def _ref_path(repository: LocalRepository, name: str) -> Path:
    own = name == "HEAD" or name.startswith(_WORKTREE_REFS)
    return (repository.git_dir if own else repository.common_dir) / name


def _ref_text(repository: LocalRepository, name: str) -> bytes | None:
    """Content of a loose ref, None when there is none; no link on the way is followed.

    HEAD may itself be a link to a ref (the form of before 2005): then its text counts.
    """
    path = _ref_path(repository, name)
    parts = name.split("/")
    root = path.parents[len(parts) - 1]
    try:
        if name == "HEAD" and path.is_symlink():
            target = os.fsencode(path.readlink())
            if target.startswith(b"refs/"):
                return b"ref: " + target
        descriptor = _open_below(root, parts)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from error
    if stat.S_ISDIR(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    return _read_descriptor(descriptor, path, SMALL_FILE_BYTES)


def _open_below(root: Path, parts: list[str]) -> int:
    """Open root/a/b/c without following a link in a, b or c. Raises OSError (ELOOP for a link)."""
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        for part in parts[:-1]:
            if stat.S_ISLNK(os.stat(part, dir_fd=folder, follow_symlinks=False).st_mode):
                raise OSError(40, "a folder on the way is a link")
            below = os.open(part, flags | os.O_DIRECTORY, dir_fd=folder)
            os.close(folder)
            folder = below
        return os.open(parts[-1], flags, dir_fd=folder)
    finally:
        os.close(folder)


def _read_descriptor(descriptor: int, path: Path, limit: int) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise unreadable(path, "it is no regular file")
    with open(descriptor, "rb") as file:
        try:
            content = file.read(limit + 1)
        except OSError as error:
            raise unreadable(path, error.strerror or str(error)) from error
    if len(content) > limit:
        raise unreadable(path, f"it is larger than {limit} bytes")
    return content


def _packed_text(repository: LocalRepository) -> bytes:
    return read_file(repository.common_dir / "packed-refs", PACKED_REFS_BYTES) or b""


def _packed_ref(text: bytes, name: str) -> Ref | None:
    """One ref of packed-refs without reading the others: there may be a hundred thousand."""
    end = text.find(b" " + os.fsencode(name) + b"\n")
    if end < 0:
        return None
    start = text.rfind(b"\n", 0, end) + 1
    after = text.find(b"\n", end) + 1
    stop = text.find(b"\n", after) if text.startswith(b"^", after) else after
    header = text[: text.find(b"\n") + 1] if text.startswith(b"#") else b""
    return parse_packed_refs(header + text[start:stop]).values.get(name)


def parse_packed_refs(text: bytes, prefix: str = "refs/") -> Refs:
    """Read `OID NAME` lines, each perhaps followed by `^OID`, what an annotated tag names.

    Under the header's word "fully-peeled" a line without one names no tag object, so `peeled` is
    its own id (gitformat of git-pack-refs(1)).
    """
    values: dict[str, Ref] = {}
    problems: list[Problem] = []
    is_peeled = (
        text.startswith(b"# pack-refs with:") and b" fully-peeled" in text.split(b"\n", 1)[0]
    )
    wanted = prefix.encode()
    last: str | None = None
    for number, line in enumerate(text.split(b"\n"), start=1):
        if line.startswith(b"^") and _OID.match(line[1:].rstrip()):
            if last is not None:
                values[last] = Ref(values[last].oid, line[1:].rstrip().decode("ascii"))
            continue
        last = None
        if line.startswith(b"#") or not line:
            continue
        oid, _, raw = line.rstrip(b"\r").partition(b" ")
        is_wanted = raw.startswith(wanted)
        name = os.fsdecode(raw) if is_wanted else ""
        if not _OID.match(oid) or (is_wanted and not is_valid_ref_name(name)):
            if len(problems) < BROKEN_LINES:
                problems.append(_problem("packed-refs", f"has line {number}, which is no ref"))
        elif is_wanted:
            last = name
            values[name] = Ref(oid.decode("ascii"), oid.decode("ascii") if is_peeled else None)
    return Refs(values, tuple(problems))


def _loose_names(common: Path, prefix: str) -> Iterator[str]:
    """Names of the files below `prefix`, links included (they are told of, not followed)."""
    start = prefix.rstrip("/")
    pending = [start]
    seen = 0
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(common / folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise unreadable(common / folder, error.strerror or str(error)) from error
        for entry in found:
            seen += 1
            name = f"{folder}/{entry.name}"
            if seen > LOOSE_REFS or name.count("/") > REF_DEPTH:
                raise unreadable(common / start, f"it holds more than {LOOSE_REFS} refs")
            if entry.is_dir(follow_symlinks=False):
                pending.append(name)
            elif not entry.name.endswith(".lock"):
                yield name


def _place(repository: LocalRepository) -> Path:
    return repository.worktree or repository.git_dir


def _some(names: Mapping[str, Ref]) -> str:
    heads = [name.removeprefix("refs/heads/") for name in names if name.startswith("refs/heads/")]
    chosen = heads or list(names)
    rest = f" and {len(chosen) - 5} more" if len(chosen) > 5 else ""
    return ", ".join(chosen[:5]) + rest


def _problem(name: str, what: str) -> Problem:
    return Problem("UNREADABLE", "snapshot", f"The ref {name!r} {what}.", name)
