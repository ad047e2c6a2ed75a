"""A push service and a browser's half of it, on this machine, speaking the real protocol.

The service takes what comes, checks who signed it (RFC 8292) and keeps it; the browser holds the
private key of its subscription and decrypts (RFC 8291).
"""

import base64
import json
import os
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from requests.structures import CaseInsensitiveDict


def words(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Browser:
    """One subscription, with what only the browser knows."""

    endpoint: str
    _key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    _secret: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def p256dh(self) -> str:
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return words(point)

    @property
    def auth(self) -> str:
        return words(self._secret)

    def read(self, body: bytes) -> dict[str, Any]:
        """What a message says to this browser."""
        plain = http_ece.decrypt(
            body, private_key=self._key, auth_secret=self._secret, version="aes128gcm"
        )
        return json.loads(plain)["notification"]


@dataclass
class Message:
    """What the service was given."""

    path: str
    body: bytes
    ttl: int
    signed_by: str
    """The public key of the sender, whose signature was good."""


class PushService:
    """Takes messages at `/push/<name>`; a name in `statuses` is answered so instead of by 201."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.statuses: dict[str, int] = {}
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = service.statuses.get(self.path.rsplit("/", 1)[-1], 201)
                if status == 201:
                    service._take(self.path, body, CaseInsensitiveDict(self.headers.items()))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _take(self, path: str, body: bytes, headers: CaseInsensitiveDict[str]) -> None:
        signed = headers["Authorization"]
        assert Vapid02.verify(signed), "the signature is not good"
        signature = dict(part.split("=", 1) for part in signed.split(" ", 1)[1].split(","))
        assert headers["Content-Encoding"] == "aes128gcm"
        self.messages.append(Message(path, body, int(headers["TTL"]), signature["k"]))

    def browser(self, name: str) -> Browser:
        """A browser that has just been subscribed here."""
        return Browser(f"http://127.0.0.1:{self._server.server_port}/push/{name}")

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
