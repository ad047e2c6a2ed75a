"""Mail leaves the house by a real mail server, once."""

from rq import SimpleWorker
from rq.serializers import JSONSerializer

from jobs.queue import REACTIONS, queue
from jobs.relay import queue_reactions
from tests import people
from vel_tutor.domain import accounts
from vel_tutor.live.connection import queue_connection


def work_off():
    redis = queue_connection()
    queue_reactions(redis)
    worker = SimpleWorker([queue(REACTIONS, redis)], connection=redis, serializer=JSONSerializer)
    worker.work(burst=True, logging_level="ERROR")


def test_a_childs_parent_is_written_to_as_soon_as_the_child_signs_up(postman):
    people.child("Min", "pat@example.org")

    work_off()

    [letter] = postman.letters()
    assert letter["To"] == "pat@example.org"
    assert "parent or guardian" in letter.get_content()


def test_looking_for_letters_again_sends_none_twice(postman):
    people.child("Min", "pat@example.org")
    work_off()

    assert accounts.send_due_letters() == 0
    assert len(postman.letters()) == 1
