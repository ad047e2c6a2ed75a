"""What the advisers on loops are told: figures and words of ours, nothing about whose they are."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Interval, MaxLen

from vel_tutor.vocabulary import Subject

MOST = 10_000_000
Count = Annotated[int, Interval(ge=0, le=MOST)]
Share = Annotated[float, Interval(ge=0, le=1)]
Hours = Annotated[float, Interval(ge=0, le=MOST)]
Words = Annotated[str, MaxLen(200)]
"""What a question may say, where somebody outside asks it; our own code is trusted to know."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What has just happened. What does not apply is left as it is here."""

    subject: Subject | None = None
    title: Words = ""
    """What was practised, in our own words: the name of a skill, a deck or a badge."""
    next_skill: Words = ""
    """What a test says to practise next, where that is what a prompt is about."""
    percent: Annotated[int, Interval(ge=-1, le=100)] = -1
    """Score, 0..100; -1 where there is none, or none to be shown around."""
    rank: Count = 0
    """Place among `peers`, 1 for the best."""
    peers: Count = 0
    streak_days: Count = 0
    hours_left: Hours = 0.0
    """Until the streak is lost."""
    skills_improved: Count = 0
    """Within a week."""
