# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real servers on loopback: git over HTTP(S) behind lighttpd, and one that answers as scripted."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

LIGHTTPD = shutil.which("lighttpd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
WAIT_S = 10.0

CLEAN = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def git(folder: Path, *args: str, date: str | None = None) -> str:
    """Run git in a clean environment; `date` is that of author and committer."""
    dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date} if date else {}
    done = subprocess.run(
        ["git", *args], cwd=folder, env={**CLEAN, **dates}, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def commit(folder: Path, files: Mapping[str, bytes], date: str = "2026-01-02T03:04:05Z") -> str:
    """Write and commit files; the commit's id."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "m", date=date)
    return git(folder, "rev-parse", "HEAD")


def new_repository(folder: Path, files: Mapping[str, bytes] | None = None, **init: str) -> Path:
    """A work tree with one commit; `init` become options of git init."""
    folder.mkdir(parents=True)
    options = [f"--{key.replace('_', '-')}={value}" for key, value in init.items()]
    git(folder, "init", "-q", "-b", "main", *options)
    commit(folder, files if files is not None else {"README.md": b"# Test\n"})
    return folder


def publish(folder: Path, bare: Path, *, allow_filter: bool = True) -> Path:
    """A bare copy that serves what is asked for by id, and parts of it if wished."""
    git(folder, "clone", "-q", "--bare", "--no-local", str(folder), str(bare))
    git(bare, "config", "uploadpack.allowFilter", str(allow_filter).lower())
    git(bare, "config", "uploadpack.allowAnySHA1InWant", "true")
    return bare


@dataclass(frozen=True, slots=True)
class GitServer:
    """A running lighttpd. `log` is its access log."""

    url: str
    root: Path
    log: Path
    authority: Path | None = None

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


@contextmanager
def git_server(
    folder: Path, *, tls: bool = False, password: str | None = None, extra: str = ""
) -> Iterator[GitServer]:
    """Serve the bare repositories below `folder`/root as URL/NAME.git.

    With `password` every request below /private needs the user oauth2 with it. `extra` is added
    to lighttpd's configuration.
    """
    assert LIGHTTPD, "lighttpd is not installed; `make test` does it"
    root, log = folder / "root", folder / "access.log"
    root.mkdir(parents=True, exist_ok=True)
    authority = _certificate(folder) if tls else None
    for _attempt in range(5):
        port = _free_port()
        file = folder / "lighttpd.conf"
        file.write_text(_configuration(root, log, port, authority, password) + extra)
        process = subprocess.Popen(
            [LIGHTTPD, "-D", "-f", str(file)], stderr=subprocess.DEVNULL, env=CLEAN
        )
        if _is_up(port, process):
            break
        process.kill()
        process.wait()
    else:
        raise AssertionError("lighttpd does not start")
    try:
        scheme = "https" if tls else "http"
        yield GitServer(f"{scheme}://127.0.0.1:{port}", root, log, authority)
    finally:
        process.terminate()
        process.wait(WAIT_S)


Answer = Callable[[socket.socket, bytes], None]


@dataclass
class ScriptedServer:
    """A TCP server that hands each request's head to a function, and keeps all heads."""

    answer: Answer
    port: int = 0
    requests: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def scripted_server(answer: Answer) -> Iterator[ScriptedServer]:
    """Answers each connection once by `answer(connection, head)`, then closes it."""
    server = ScriptedServer(answer)
    stopping = threading.Event()

    def serve_one(connection: socket.socket) -> None:
        with connection:
            connection.settimeout(WAIT_S)
            head = b""
            try:
                while b"\r\n\r\n" not in head:
                    chunk = connection.recv(65536)
                    if not chunk:
                        return
                    head += chunk
                server.requests.append(head)
                server.answer(connection, head)
            except OSError:
                return  # the client went away, as many tests want it

    def accept(listener: socket.socket) -> None:
        while not stopping.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve_one, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]
        threading.Thread(target=accept, args=(listener,), daemon=True).start()
        try:
            yield server
        finally:
            stopping.set()
            listener.shutdown(socket.SHUT_RDWR)


def http_answer(status: str, body: bytes = b"", **headers: str) -> Answer:
    """A whole HTTP answer; underscores in names of headers become dashes."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    message = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    return lambda connection, _head: connection.sendall(message)


def _configuration(
    root: Path, log: Path, port: int, authority: Path | None, password: str | None
) -> str:
    backend = git(Path("/"), "--exec-path") + "/git-http-backend"
    modules = ["mod_auth", "mod_authn_file", "mod_redirect", "mod_alias", "mod_setenv", "mod_cgi"]
    modules += ["mod_accesslog", *(["mod_openssl"] if authority else [])]
    listed = ", ".join(f'"{name}"' for name in modules)
    text = f"""
server.modules = ({listed})
server.document-root = "{root}"
server.bind = "127.0.0.1"
server.port = {port}
server.errorlog = "{log}.errors"
accesslog.filename = "{log}"
alias.url = ("/" => "{backend}/")
cgi.assign = ("" => "")
setenv.set-environment = (
    "GIT_PROJECT_ROOT" => "{root}", "GIT_HTTP_EXPORT_ALL" => "1", "HOME" => "/nonexistent",
    "GIT_CONFIG_NOSYSTEM" => "1", "GIT_CONFIG_GLOBAL" => "/dev/null"
)
"""
    if authority:
        text += f'ssl.engine = "enable"\nssl.pemfile = "{authority.parent}/server.pem"\n'
    if password:
        users = root.parent / "users"
        users.write_text(f"oauth2:{password}\n")
        text += f"""
auth.backend = "plain"
auth.backend.plain.userfile = "{users}"
auth.require = ("/private" => (
    "method" => "basic", "realm" => "repositories", "require" => "valid-user"
))
"""
    return text


def _certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 and localhost; the file that lets a client trust it."""
    key, certificate = folder / "server.key", folder / "authority.pem"
    names = "subjectAltName=IP:127.0.0.1,DNS:localhost"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", names]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    (folder / "server.pem").write_bytes(key.read_bytes() + certificate.read_bytes())
    return certificate


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_up(port: int, process: subprocess.Popen[bytes]) -> bool:
    limit = time.monotonic() + WAIT_S
    while time.monotonic() < limit and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return True
    return False
