"""Mail leaves the house by a real mail server, once."""

from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from rq import SimpleWorker
from rq.serializers import JSONSerializer

from jobs.queue import REACTIONS, queue
from jobs.relay import queue_reactions
from tests import people
from tests.serving import free_port
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts
from vel_tutor.live.connection import queue_connection


class Postman:
    """Takes every letter in."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  (the library's name)
        mail = message_from_bytes(envelope.content, policy=default)
        self.letters.append((envelope.rcpt_tos, mail))
        return "250 Taken"


@pytest.fixture
def postman(monkeypatch):
    postman, port = Postman(), free_port()
    controller = Controller(postman, hostname="127.0.0.1", port=port)
    controller.start()
    for name, value in {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(port),
        "SMTP_STARTTLS": "false",
    }.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield postman
    controller.stop()
    monkeypatch.undo()
    settings.cache_clear()


def work_off():
    redis = queue_connection()
    queue_reactions(redis)
    worker = SimpleWorker([queue(REACTIONS, redis)], connection=redis, serializer=JSONSerializer)
    worker.work(burst=True, logging_level="ERROR")


def test_a_childs_parent_is_written_to_as_soon_as_the_child_signs_up(postman):
    people.child("Min", "pat@example.org")

    work_off()

    [(recipients, mail)] = postman.letters
    assert recipients == ["pat@example.org"]
    assert "parent or guardian" in mail.get_content()


def test_looking_for_letters_again_sends_none_twice(postman):
    people.child("Min", "pat@example.org")
    work_off()

    assert accounts.send_due_letters() == 0
    assert len(postman.letters) == 1
