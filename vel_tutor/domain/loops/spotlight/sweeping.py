"""Clearing away what guests began and never finished."""

from vel_tutor.domain.loops.clearing import forget_unfinished
from vel_tutor.models.spotlight import SpotlightTry


def forget_unfinished_tries() -> int:
    """Delete guests' tries that were begun a week ago and never finished, answers and all.

    Returns:
        How many were cleared; call again until there are none.
    """
    return forget_unfinished(SpotlightTry)
