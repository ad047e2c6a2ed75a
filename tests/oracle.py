"""A language model of this machine: it speaks the protocol and says what a test tells it to."""

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import SecretStr

from vel_tutor.agents import desk, provider
from vel_tutor.core.settings import settings

SILENT_S = 30
"""How long a model that says nothing lets those who wait for it wait."""


class Oracle:
    """What was asked, and what is answered: text, a status, or nothing for a while."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.says = "{}"
        self.status = 200
        self.silent_until = threading.Event()
        self.silent_until.set()


def handler(oracle: Oracle, silent_s: float = SILENT_S) -> type[BaseHTTPRequestHandler]:
    """What answers for `oracle`, after at most `silent_s` of silence."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            oracle.asked.append(json.loads(body))
            oracle.silent_until.wait(timeout=silent_s)
            answer = json.dumps(_completion(oracle.says)).encode()
            with contextlib.suppress(ConnectionError):  # whoever asked may have gone meanwhile
                self.send_response(oracle.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler


def _completion(content: str) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content, "refusal": None},
            }
        ],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


@pytest.fixture
def oracle(monkeypatch: pytest.MonkeyPatch) -> Iterator[Oracle]:
    """A model whom the settings name as the provider."""
    said = Oracle()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(said))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    monkeypatch.setattr(settings(), "openai_api_key", SecretStr("test"))
    address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    monkeypatch.setattr(settings(), "openai_base_url", address)
    yield said
    provider.hang_up()
    desk.forget()
    said.silent_until.set()
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)
