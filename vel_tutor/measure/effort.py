"""Whether somebody reads the questions: an answer faster than reading is a guess."""

from collections.abc import Sequence

LEAST_MS = 2000
SHARE_OF_MEDIAN = 0.10
IN_A_ROW = 3
"""So many rapid answers in a row call for a pause."""
LOW_SHARE = 0.30
"""A test with this share of rapid answers says nothing about its taker."""


def is_rapid(spent_ms: int, median_ms: float) -> bool:
    """Whether an answer came too fast to have been thought about (normative threshold method).

    Args:
        spent_ms: time on the question.
        median_ms: what the family usually takes.
    """
    return spent_ms < max(LEAST_MS, SHARE_OF_MEDIAN * median_ms)


def wants_a_pause(rapid: Sequence[bool]) -> bool:
    """Whether the last answers, oldest first, were all rapid ones."""
    return len(rapid) >= IN_A_ROW and all(rapid[-IN_A_ROW:])


def is_low(rapid: Sequence[bool]) -> bool:
    """Whether too many answers of the test were rapid for a percentile or a card."""
    return bool(rapid) and sum(rapid) >= LOW_SHARE * len(rapid)
