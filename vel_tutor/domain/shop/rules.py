"""What may be bought and undone when: pure decisions."""

from datetime import datetime, timedelta

UNDO_WITHIN = timedelta(minutes=10)


def may_undo(bought_at: datetime, now: datetime) -> bool:
    """Whether it is early enough to change one's mind."""
    return now - bought_at <= UNDO_WITHIN


def often_words(most: int, within: timedelta) -> str:
    """How often something can be bought: `2 a day`, `1 in 30 days`."""
    return f"{most} a day" if within.days == 1 else f"{most} in {within.days} days"


def share_out(seconds: int, left: list[int]) -> list[int]:
    """How many of `seconds` each pack gives, in this order, when it has `left`."""
    shares: list[int] = []
    for there in left:
        shares.append(min(seconds, there))
        seconds -= shares[-1]
    return shares
