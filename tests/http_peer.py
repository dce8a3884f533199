"""A real HTTP server on this machine that keeps what it is sent. Must not know any part of the program."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"


@dataclass
class Peer:
    """A running server. `taken`: (path, content type, body) of each request. It answers `status` (a redirection leads
    to `location`), but not before `go` is set."""

    port: int = 0
    taken: list[tuple[str, str, bytes]] = field(default_factory=list)
    status: int = 204
    location: str = ""
    go: threading.Event = field(default_factory=threading.Event)

    @property
    def bodies(self) -> list[bytes]:
        return [body for _path, _type, body in self.taken]


@contextmanager
def http_peer(status: int = 204, tls: ssl.SSLContext | None = None, silent: bool = False) -> Iterator[Peer]:
    """A server on a free port; `silent`: it answers only when `go` is set."""
    peer = Peer(status=status)
    if not silent:
        peer.go.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            peer.taken.append((self.path, self.headers["Content-Type"], body))
            peer.go.wait(60)
            self.send_response(peer.status)
            if peer.location:
                self.send_header("Location", peer.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            peer.taken.append((self.path, "GET", b""))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Nothing: who hangs up in a handshake is what some tests want."""

    server = Server((HOST, 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    peer.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        peer.go.set()
        server.shutdown()
        server.server_close()
        thread.join(10)
