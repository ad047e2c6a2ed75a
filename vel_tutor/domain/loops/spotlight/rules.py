"""What friends try of a badge, and how far that brings them: pure decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from vel_tutor.content.badges import Badge
from vel_tutor.vocabulary import BadgeMeasure

TRY_SIZE = 5
FIRST_VALUE_ANSWERS = 3
LINK_LIFE = timedelta(days=30)
GOOD_PERCENT = 70
_TITLE_LIMIT = 60
"""Characters of a title in an invitation: the reward is told within the first 120."""


@dataclass(frozen=True)
class Choice:
    """A skill one may be asked about, and its grade."""

    skill: str
    grade: int


def nearest(choices: Iterable[Choice], wished: int) -> Choice:
    """The skill nearest to a grade; among equals the easier one."""
    return min(choices, key=lambda one: (abs(one.grade - wished), one.grade, one.skill))


def share_text(title: str, disclosure: str) -> str:
    """What somebody says who shows a badge, with the reward told where everybody reads it."""
    return f"Just earned {title[:_TITLE_LIMIT]} 🏆 Can you get it, too? {disclosure}"


@dataclass(frozen=True)
class Step:
    """How far a first try brings somebody on a badge."""

    percent: int
    """Of the way to its first level, 0..100."""
    words: str


def first_step(badge: Badge, correct: int, size: int) -> Step:
    """What `correct` of `size` answers are for somebody who starts from nothing."""
    goal = badge.thresholds[0]
    done = _done(badge.measure, 100 * correct // size if size else 0)
    task = badge.task(1).rstrip(".")
    if done:
        return Step(min(99, 100 * done // goal), f"{task}: {done} of {goal} done.")
    if badge.measure is BadgeMeasure.SKILLS_PROFICIENT:
        return Step(0, f"{task}. Your {size} answers count towards the first of {goal}.")
    return Step(0, f"{task}. Your answers count as practice.")


def _done(measure: BadgeMeasure, percent: int) -> int:
    """What one deck of today comes to."""
    if measure in (BadgeMeasure.STREAK, BadgeMeasure.DAYS, BadgeMeasure.SUBJECTS_A_WEEK):
        return 1
    return int(measure is BadgeMeasure.SESSIONS and percent >= GOOD_PERCENT)
