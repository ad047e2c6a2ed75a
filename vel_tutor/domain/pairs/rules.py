"""How long a streak of two is: pure, from the days in the two books."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vel_tutor.vocabulary import DayKind

MOST_PAIRS = 5
"""For one person, with those asked for (Duolingo's number, too)."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Life:
    """What counts of one of the two."""

    days: Mapping[date, DayKind]
    """What stands in the book of their own streak; a past day that is missing was a gap."""
    today: date
    """By their own clock."""

    @property
    def has_practised(self) -> bool:
        return self.days.get(self.today) is DayKind.PRACTISED


def length(one: Life, other: Life, since: date) -> int:
    """How many days both have practised without a gap, up to now, from `since` on.

    A day is the same date in both books, each by its owner's own clock. As long as it runs for one
    of the two it can still be practised and breaks nothing. A day over which both were carried, by
    practice, a shield, travel or a pause, does not count and breaks nothing either.
    """
    over_for_both = min(one.today, other.today)
    day, together = max(one.today, other.today), 0
    while day >= since:
        kinds = (one.days.get(day), other.days.get(day))
        if kinds == (DayKind.PRACTISED, DayKind.PRACTISED):
            together += 1
        elif day < over_for_both and None in kinds:
            break
        day -= _ONE_DAY
    return together
