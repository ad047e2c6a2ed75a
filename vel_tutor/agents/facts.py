"""What the advisers on loops are told: figures and words of ours, nothing about whose they are."""

from dataclasses import dataclass

from vel_tutor.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What has just happened. What does not apply is left as it is here."""

    subject: Subject | None = None
    title: str = ""
    """What was practised, in our own words: the name of a skill, a deck or a badge."""
    next_skill: str = ""
    """What a test says to practise next, where that is what a prompt is about."""
    percent: int = -1
    """Score, 0..100; -1 where there is none, or none to be shown around."""
    rank: int = 0
    """Place among `peers`, 1 for the best."""
    peers: int = 0
    streak_days: int = 0
    hours_left: float = 0.0
    """Until the streak is lost."""
    skills_improved: int = 0
    """Within a week."""
