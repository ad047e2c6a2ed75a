"""Clearing away what guests began and never finished."""

from vel_tutor.domain.loops.clearing import forget_unfinished
from vel_tutor.models.loops import ChallengePlay


def forget_unfinished_guests() -> int:
    """Delete guests' games that were begun a week ago and never finished, answers and all.

    Returns:
        How many games were cleared; call again until there are none.
    """
    return forget_unfinished(ChallengePlay)
