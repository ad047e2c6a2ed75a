"""The process that does the work of one queue.

One queue a worker, because RQ can lose a job between two lists when it listens to several. The
work runs in this process: its connections stay open, and if it dies the outbox still knows.
"""

import logging

from rq import SimpleWorker
from rq.serializers import JSONSerializer

from jobs import wiring
from jobs.queue import REACTIONS, queue
from vel_tutor.core import log
from vel_tutor.core.settings import settings
from vel_tutor.live.connection import queue_connection

WORKER_TTL_S = 60
MAINTENANCE_EVERY_S = 30


def main(queue_name: str = REACTIONS, *, burst: bool = False) -> None:
    """Work off `queue_name` until SIGTERM, or with `burst` until it is empty."""
    log.set_up(settings().log_level)
    logging.getLogger("rq.worker").setLevel(logging.WARNING)
    wiring.set_up()
    redis = queue_connection()
    worker = SimpleWorker(
        [queue(queue_name, redis)],
        connection=redis,
        serializer=JSONSerializer,
        worker_ttl=WORKER_TTL_S,
        maintenance_interval=MAINTENANCE_EVERY_S,
        log_job_description=False,
    )
    worker.work(burst=burst, with_scheduler=False, logging_level="WARNING")
