"""A mail server of this machine that keeps what it gets."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from tests.serving import free_port
from vel_tutor.core.settings import settings


class Postman:
    """Takes every letter in, unless it `says` otherwise."""

    def __init__(self):
        self.got = []
        self.says = "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  (the library's name)
        if self.says.startswith("250"):
            self.got.append(envelope)
        return self.says

    def letters(self) -> list[EmailMessage]:
        """What was taken in, read."""
        return [message_from_bytes(one.content, policy=default) for one in self.got]


@pytest.fixture
def postman(monkeypatch) -> Iterator[Postman]:
    """A postman whom the settings name as the mail server."""
    receiver, port = Postman(), free_port()
    controller = Controller(receiver, hostname="127.0.0.1", port=port)
    controller.start()
    for name, value in {
        "smtp_host": "127.0.0.1",
        "smtp_port": port,
        "smtp_starttls": False,
    }.items():
        monkeypatch.setattr(settings(), name, value)
    yield receiver
    controller.stop()
