"""The simulator's own book of who brought whom, and the K-factor it comes to.

It is kept without looking at the database, by what people did, and counted without any of the code
that the dashboard uses. Definitions: an invitation counts for whoever practised in the period in
which it was opened, when its friend joined within `WINDOW`; the last one opened has all the credit.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from vel_tutor.vocabulary import LoopKind

WINDOW = timedelta(days=14)


@dataclass(frozen=True)
class Opened:
    """A friend has opened somebody's link for the first time."""

    inviter: UUID
    loop: LoopKind
    at: datetime


@dataclass
class Friend:
    """What one invited person has done."""

    opened: list[Opened] = field(default_factory=list)
    joined_at: datetime | None = None
    first_value_at: datetime | None = None


@dataclass
class Book:
    """Everything that counts, written down as it happens."""

    friends: dict[str, Friend] = field(default_factory=lambda: defaultdict(Friend))
    active: dict[UUID, set[date]] = field(default_factory=lambda: defaultdict(set))
    joined: list[tuple[UUID, datetime]] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _brought_by: dict[UUID, UUID] = field(default_factory=dict)

    def opens(self, visitor: str, link: str, opened: Opened) -> None:
        """`visitor`, who has no account yet, opens a link; the same one counts once."""
        if (visitor, link) not in self._seen and self.friends[visitor].joined_at is None:
            self._seen.add((visitor, link))
            self.friends[visitor].opened.append(opened)

    def values(self, visitor: str, at: datetime) -> None:
        """`visitor` has got something out of an invitation, the first time."""
        self.friends[visitor].first_value_at = self.friends[visitor].first_value_at or at

    def joins(self, visitor: str, user: UUID, at: datetime) -> None:
        """`visitor` has an account now."""
        self.joined.append((user, at))
        if self.friends[visitor].opened:
            self.friends[visitor].joined_at = at
        credited = _credited(self.friends[visitor])
        if credited is not None:
            self._brought_by[user] = credited.inviter

    def was_invited(self, visitor: str) -> bool:
        """Whether `visitor` has opened anybody's invitation."""
        return bool(self.friends[visitor].opened)

    def learns(self, user: UUID, at: datetime) -> None:
        """A member has answered something."""
        self.active[user].add(at.date())

    def trees(self) -> dict[UUID, int]:
        """Everybody whom nobody invited, and how many came through them, at any remove."""
        grown = {user: 0 for user, _ in self.joined if user not in self._brought_by}
        for user in self._brought_by:
            root = user
            while root in self._brought_by:
                root = self._brought_by[root]
            grown[root] += 1
        return grown

    def k(self, first: date, last: date) -> dict[str, Any]:
        """The K-factors of the days from `first` to `last`, both in it, by loop and together."""
        cohort = {
            user for user, days in self.active.items() if any(first <= day <= last for day in days)
        }
        signed, valued = dict.fromkeys(LoopKind, 0), dict.fromkeys(LoopKind, 0)
        for friend in self.friends.values():
            credited = _credited(friend)
            if credited is None or not first <= credited.at.date() <= last:
                continue
            if credited.inviter not in cohort:
                continue
            signed[credited.loop] += 1
            valued[credited.loop] += _is_valuable(friend)
        return {
            "active": len(cohort),
            "signup": _shares(signed, len(cohort)),
            "first_value": _shares(valued, len(cohort)),
        }


def _credited(friend: Friend) -> Opened | None:
    """The last invitation opened within the window before they joined."""
    joined = friend.joined_at
    if joined is None:
        return None
    eligible = [one for one in friend.opened if one.at <= joined <= one.at + WINDOW]
    return max(eligible, key=lambda one: one.at, default=None)


def _is_valuable(friend: Friend) -> bool:
    first = min(one.at for one in friend.opened)
    return friend.first_value_at is not None and friend.first_value_at <= first + WINDOW


def _shares(counted: dict[LoopKind, int], people: int) -> dict[str, float]:
    shares = {loop.value: number / people if people else 0.0 for loop, number in counted.items()}
    return shares | {"all": sum(counted.values()) / people if people else 0.0}
