"""A small sign-in server on this machine that speaks as much of Microsoft's device code flow as a client needs.

Must not know any part of the program.
"""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

HOST = "127.0.0.1"
CODE, PAGE = "HXKW2ZQRL", "https://microsoft.example/devicelogin"


@dataclass
class Entra:
    """A running server. `answers`: what the token endpoint says next, one a request: (status, JSON). When they are used
    up, it gives tokens: access-1, refresh-1, access-2, … `asked`: the fields of each request to it."""

    port: int = 0
    answers: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    device: tuple[int, dict[str, Any]] | None = None  # instead of a code
    refresh: str = "refresh-{0}"
    given: int = 0

    @property
    def authority(self) -> str:
        return f"https://{HOST}:{self.port}"

    def refuse(self, error: str, *numbers: int, words: str = "") -> None:
        """Refuse the next request."""
        body = {"error": error, "error_codes": list(numbers), "error_description": words or f"{error} Trace ID: 1"}
        self.answers.append((400, body))

    def token(self) -> tuple[int, dict[str, Any]]:
        if self.answers:
            return self.answers.pop(0)
        self.given += 1
        return 200, {
            "token_type": "Bearer", "scope": "SMTP.Send", "expires_in": 3600,
            "access_token": f"access-{self.given}", "refresh_token": self.refresh.format(self.given),
        }  # fmt: skip


def pending() -> tuple[int, dict[str, Any]]:
    """The answer while nobody has typed the code in."""
    return 400, {"error": "authorization_pending", "error_codes": [70016]}


@contextmanager
def entra_peer(tls: ssl.SSLContext) -> Iterator[Entra]:
    """A server on a free port."""
    entra = Entra()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            entra.paths.append(self.path)
            base = f"{entra.authority}/{self.path.split('/')[1]}/oauth2/v2.0"
            self._say(200, {
                "issuer": base, "authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token",
                "device_authorization_endpoint": f"{base}/devicecode",
            })  # fmt: skip

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            fields = {name: values[0] for name, values in parse_qs(body).items()}
            entra.paths.append(self.path)
            if self.path.endswith("/devicecode"):
                flow = {"user_code": CODE, "device_code": "device", "verification_uri": PAGE, "expires_in": 900,
                        "interval": 5, "message": "…"}  # fmt: skip
                self._say(*(entra.device or (200, flow)))
            else:
                entra.asked.append(fields)
                self._say(*entra.token())

        def _say(self, status: int, values: dict[str, Any]) -> None:
            data = json.dumps(values).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Nothing: a client that does not trust the certificate hangs up."""

    server = Server((HOST, 0), Handler)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    entra.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield entra
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
