"""A worker that stops dead at a chosen point, so that a test can shoot it there.

Run as `python -m tests.faults.lessons POINT FLAG`: works off the reactions and, at POINT, writes
its process id to the file FLAG and waits. POINT `nowhere` is a healthy worker; `scheduler` is the
scheduler with the same table of reactions.
"""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from rq import SimpleWorker

from jobs import reactions, scheduler, worker
from vel_tutor.core import events
from vel_tutor.domain import incentives
from vel_tutor.vocabulary import XpReason

POINTS = ("popped", "before", "inside", "after")


@dataclass(frozen=True, kw_only=True)
class LessonHeld(events.Event):
    student_id: UUID
    lesson_id: UUID


class Trap:
    """Waits at its point for the shot."""

    def __init__(self) -> None:
        self.point, self.flag = "nowhere", Path(os.devnull)

    def reach(self, point: str) -> None:
        if point == self.point:
            self.flag.write_text(str(os.getpid()))
            time.sleep(600)


trap = Trap()


def reward_held_lesson(tx, event):
    trap.reach("before")
    incentives.award_xp(tx, event.student_id, 10, XpReason.PRACTICE_COMPLETED, event.lesson_id)
    tx.session.flush()
    trap.reach("inside")


class TrappedWorker(SimpleWorker):
    def execute_job(self, job, queue):
        trap.reach("popped")
        return super().execute_job(job, queue)


def main(point: str, flag: str) -> None:
    reactions.REACTIONS[LessonHeld] = (reward_held_lesson,)
    if point == "scheduler":
        scheduler.main()
        return
    trap.point, trap.flag = point, Path(flag)
    worker.SimpleWorker = TrappedWorker
    events.listen(lambda _: trap.reach("after"))
    worker.main()


if __name__ == "__main__":
    # Under its import name, so that the class of the event is the one the table knows.
    from tests.faults import lessons

    lessons.main(*sys.argv[1:])
