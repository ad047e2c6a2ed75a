"""Two in a room over bad lines: what each sends, and what becomes of it on the way.

A round is a few seconds. In it each player does one thing, and the line may lose it, lose only the
reply, bring it once more later, or bring several things in another order than they were sent in.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from uuid import UUID

from vel_tutor.domain.loops import Friend
from vel_tutor.domain.loops.rescue import Given

SIZE = 10
LOST, UNANSWERED, TWICE, AWAY = 0.12, 0.10, 0.20, 0.04
"""Shares of what is sent: never arrives; arrives, but the reply does not; comes once more later.
And of rounds: the line is away for a while."""
LONGEST_DELAY, LONGEST_AWAY = 6, 8
"""Rounds."""
AHEAD = 3
"""Answers that a hasty player sends at once, in any order."""


class Manner(StrEnum):
    """How somebody plays."""

    STEADY = "steady"
    HASTY = "hasty"
    """Sends answers before the replies to the earlier ones have come."""
    TWO_DEVICES = "two_devices"
    """Gives another answer from a second device now and then, at the same moment."""


@dataclass(frozen=True)
class Parcel:
    """One answer on its way to the server."""

    player: "Player"
    given: Given
    wants_reply: bool = True


@dataclass
class Player:
    """One of the two in a room: their questions, how they play, when they vanish for good."""

    friend: Friend
    room_id: UUID
    session_id: UUID
    is_inviter: bool
    right: tuple[str, ...]
    """What is right at each question, and what is not."""
    wrong: tuple[str, ...]
    knows: tuple[bool, ...]
    """Whether they answer each question rightly."""
    manner: Manner
    vanishes_at: int | None
    """After so many answers they are never seen again."""
    rng: Random
    replied: set[int] = field(default_factory=set)
    late: dict[int, list[Parcel]] = field(default_factory=dict)
    """Copies that the line brings in a later round."""
    away_until: int = 0

    @property
    def next(self) -> int:
        """The first question without a reply."""
        return next((at for at in range(SIZE) if at not in self.replied), SIZE)

    @property
    def is_done(self) -> bool:
        """Whether nothing more is to be expected of them."""
        return self.next == SIZE or self.has_vanished

    @property
    def has_vanished(self) -> bool:
        return self.vanishes_at is not None and self.next >= self.vanishes_at

    def parcels(self, turn: int) -> list[Parcel]:
        """What of theirs reaches the server in round `turn`, in the order the line brings it."""
        arriving = self.late.pop(turn, [])
        if not self.is_done and turn >= self.away_until:
            if self.rng.random() < AWAY:
                self.away_until = turn + self.rng.randint(1, LONGEST_AWAY)
            else:
                arriving += self._sent(turn)
        self.rng.shuffle(arriving)
        return arriving

    def _sent(self, turn: int) -> list[Parcel]:
        """What they send now, as far as the line carries it."""
        return [
            parcel for answer in self._answers() for parcel in self._over_the_line(answer, turn)
        ]

    def _answers(self) -> list[Given]:
        ahead = AHEAD if self.manner is Manner.HASTY else 1
        last = SIZE if self.vanishes_at is None else self.vanishes_at
        open_ones = [at for at in range(self.next, last) if at not in self.replied][:ahead]
        answers = [self._answer(at, "first", knows=self.knows[at]) for at in open_ones]
        if self.manner is Manner.TWO_DEVICES and self.rng.random() < TWICE:
            answers += [self._answer(at, "second", knows=not self.knows[at]) for at in open_ones]
        return answers

    def _answer(self, position: int, device: str, *, knows: bool) -> Given:
        words = (self.right if knows else self.wrong)[position]
        return Given(position=position, words=words, key=device)

    def _over_the_line(self, answer: Given, turn: int) -> list[Parcel]:
        if self.rng.random() < TWICE:
            later = turn + self.rng.randint(1, LONGEST_DELAY)
            copy = Parcel(self, answer, wants_reply=False)
            self.late.setdefault(later, []).append(copy)
        if self.rng.random() < LOST:
            return []
        return [Parcel(self, answer, wants_reply=self.rng.random() >= UNANSWERED)]
