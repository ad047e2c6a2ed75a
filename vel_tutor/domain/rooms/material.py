"""What a watch-party looks at together: questions of the bank, the same one for everybody.

No video is needed. Which questions they are follows from the room, and which one it is now from the
clock, so nothing of it is stored.
"""

from datetime import datetime
from functools import lru_cache
from random import Random

from vel_tutor import content
from vel_tutor.domain import practice
from vel_tutor.domain.practice.views import StepView
from vel_tutor.domain.rooms import rules
from vel_tutor.domain.rooms.views import LessonView
from vel_tutor.media import maths, passages
from vel_tutor.models.rooms import StudyRoom
from vel_tutor.vocabulary import AgeBand, ItemFormat, Subject

QUESTIONS = 5
_DRAWN_FROM = 15
_USUAL_GRADE = {AgeBand.CHILD: 4, AgeBand.TEEN: 9, AgeBand.ADULT: 11}
_SEEDS = 1000


def lesson(room: StudyRoom, now: datetime) -> LessonView:
    """The question a party is at; nothing for rooms without a time."""
    if room.starts_at is None or room.ends_at is None:
        return LessonView()
    items = _items(room.id.int, room.subject, _grade(room))
    at = rules.step_at(room.starts_at, room.ends_at, now, len(items))
    item = items[at]
    return LessonView(
        of=len(items),
        question=practice.asked(item, at),
        key=maths.to_html(item.key),
        steps=tuple(
            StepView(maths.to_html(step.sentence), passages.claim(item.passage, step.lhs, step.rhs))
            for step in item.steps
        ),
    )


def _grade(room: StudyRoom) -> int:
    if room.grade_from is None or room.grade_to is None:
        return _USUAL_GRADE[room.band]
    return (room.grade_from + room.grade_to) // 2


@lru_cache(maxsize=256)
def _items(number: int, subject: Subject, grade: int) -> tuple[content.Item, ...]:
    """Questions to choose an answer to, each of another kind, the easier grades first."""
    fitting = sorted(
        (
            family
            for family in content.families()
            if content.skill(family.skill).subject is subject and family.format is ItemFormat.CHOICE
        ),
        key=lambda family: (abs(family.grade - grade), family.id),
    )
    draw = Random(number)  # noqa: S311 (a lesson, not a secret)
    drawn = draw.sample(fitting[:_DRAWN_FROM], QUESTIONS)
    ordered = sorted(drawn, key=lambda family: (family.grade, family.id))
    return tuple(content.instance(family.id, draw.randrange(_SEEDS)) for family in ordered)
