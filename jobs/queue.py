"""The queues. One queue a worker, JSON only, ids as the only arguments."""

from collections.abc import Iterable

from redis import Redis
from rq import Queue
from rq.exceptions import DuplicateJobError
from rq.serializers import JSONSerializer

from vel_tutor.domain.happenings import Errand

REACTIONS = "reactions"
CLOCKWORK = "clockwork"
JOB_TIMEOUT_S = 40
"""Less than the lease of a delivery: a job that hangs ends before somebody else takes over."""


def queue(name: str, redis: Redis) -> Queue:
    """The queue called `name`."""
    return Queue(name, connection=redis, serializer=JSONSerializer, default_timeout=JOB_TIMEOUT_S)


def enqueue(errands: Iterable[Errand], redis: Redis) -> int:
    """Put each errand into the queue once, and say how many were new to it."""
    reactions, new = queue(REACTIONS, redis), 0
    for errand in errands:
        try:
            reactions.enqueue(
                "jobs.reactions.carry",
                args=(str(errand.delivery_id),),
                job_id=errand.job_id,
                unique=True,
                result_ttl=0,
                failure_ttl=60,
            )
        except DuplicateJobError:
            continue
        new += 1
    return new
