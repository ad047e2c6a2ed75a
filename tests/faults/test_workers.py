"""Workers and the queue's server die at the worst moments; nothing is lost, nothing is doubled."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.faults.lessons import POINTS, LessonHeld
from vel_tutor.core.db import transaction
from vel_tutor.domain import happenings, incentives
from vel_tutor.live.connection import connection

pytestmark = pytest.mark.faults
ROOT = Path(__file__).resolve().parents[2]
RECOVERED_WITHIN_S = 300


@contextlib.contextmanager
def running(point: str, flag: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of tests/faults/lessons.py; shot at the end, if it still lives."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.lessons", point, str(flag)],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        shoot(process)


def shoot(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=60)


def eventually(true: Callable[[], bool], within_s: float) -> None:
    start = time.monotonic()
    while not true():
        waited = time.monotonic() - start
        assert waited < within_s, f"still not so after {waited:.0f} s"
        time.sleep(0.2)


def give_lessons(student, count: int) -> None:
    for _ in range(count):
        with transaction() as tx:
            tx.publish(LessonHeld(student_id=student.user_id, lesson_id=uuid4()))


def all_is_done() -> bool:
    outbox = happenings.outbox()
    return outbox.unplanned == outbox.owed == 0


def test_workers_shot_at_every_point_leave_each_effect_exactly_once(ada, tmp_path):
    with running("scheduler", tmp_path / "none"):
        for point in POINTS:
            flag = tmp_path / point
            with running(point, flag) as worker:
                give_lessons(ada, 1)
                eventually(flag.exists, within_s=120)
                shoot(worker)

        with running("nowhere", tmp_path / "none"):
            eventually(all_is_done, within_s=RECOVERED_WITHIN_S)

    assert incentives.purse(ada).lifetime_xp == 10 * len(POINTS)
    assert incentives.drift() == 0
    assert happenings.outbox().dead == 0


def test_a_queue_server_shot_and_emptied_loses_no_effect(ada, tmp_path, services):
    with running("scheduler", tmp_path / "none"):
        give_lessons(ada, 20)
        eventually(lambda: happenings.outbox().unplanned == 0, within_s=120)
        connection().flushall()
        services.valkey.kill()
        give_lessons(ada, 5)
        services.revive()

        with running("nowhere", tmp_path / "none"):
            eventually(all_is_done, within_s=RECOVERED_WITHIN_S)

    assert incentives.purse(ada).lifetime_xp == 250
    assert incentives.drift() == 0
