# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One HTTP connection to one checked address: what all our own requests go through.

No proxy, no netrc, no cookie, no redirect that is followed by itself. A server that dribbles its
answer escapes every limit for a single read, so a watchdog closes the socket at the deadline.
"""

from __future__ import annotations

import http.client
import logging
import socket
import threading
from collections.abc import Mapping
from urllib.parse import urlsplit

from scm_check.errors import TargetError
from scm_check.snapshot.git import Deadline

logger = logging.getLogger(__name__)

CONNECT_S = 10.0


def host_and_port(url: str) -> tuple[str, int]:
    """Where the URL leads to, with the port of its scheme. Raises ValueError for a false port."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


class Exchange:
    """One connection to one of the addresses given, closed by a watchdog at the deadline.

    They are those that `resolve` gave for `host_and_port` of the URL: checked, each of them.
    """

    def __init__(self, url: str, addresses: tuple[str, ...], deadline: Deadline) -> None:
        parts = urlsplit(url)
        self._is_tls = parts.scheme == "https"
        self._host, port = host_and_port(url)
        self._authority = parts.netloc
        self._deadline = deadline
        self.is_cut = False
        self.addresses = addresses
        self._socket = self._connected(port)
        self._watchdog = threading.Timer(deadline.left(), self._cut)
        self._watchdog.daemon = True
        self._watchdog.start()
        self.connection = http.client.HTTPConnection(self._host, port)

    def open(self) -> None:
        if self._is_tls:
            import ssl

            context = ssl.create_default_context()
            self._socket = context.wrap_socket(self._socket, server_hostname=self._host)
        # From here the watchdog bounds the whole; a limit for each read must not be shorter.
        self._socket.settimeout(max(0.01, self._deadline.left() + 1))
        self.connection.sock = self._socket

    def request(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> http.client.HTTPResponse:
        common = {"Host": self._authority, "Accept": "*/*", "Accept-Encoding": "identity"}
        self.connection.request(method, path, body=body, headers=common | dict(headers))
        return self.connection.getresponse()

    def close(self) -> None:
        self._watchdog.cancel()
        self.connection.close()
        self._socket.close()

    def _connected(self, port: int) -> socket.socket:
        last: OSError | None = None
        for address in self.addresses[:4]:
            try:
                return socket.create_connection(
                    (address, port), timeout=max(0.01, min(CONNECT_S, self._deadline.left()))
                )
            except OSError as error:
                last = error
        is_late = isinstance(last, TimeoutError)
        raise TargetError(
            f"Cannot connect to {self._authority}: {'no answer' if is_late else last}. "
            "Check the address and the network, and try again.",
            code="TIMEOUT" if is_late else "UNAVAILABLE",
        ) from last

    def _cut(self) -> None:
        # A read limit of the socket starts anew with each byte; closing ends every read at once.
        self.is_cut = True
        try:
            # Of the plain socket: that of a TLS socket would let a read go on unencrypted.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError as error:
            logger.debug("the connection was closed already: %s", error)
