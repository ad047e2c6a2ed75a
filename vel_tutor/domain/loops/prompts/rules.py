"""When somebody may be asked, for how long, and what an outcome is worth: pure decisions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vel_tutor.vocabulary import Bar, LoopKind, Trigger

A_DAY = 2
"""Prompts in one day of the person; for minors, notifications count towards it as well."""
COOLDOWN = {
    LoopKind.BUDDY_CHALLENGE: timedelta(days=1),
    LoopKind.RESULTS_RALLY: timedelta(days=2),
    LoopKind.PROUD_PARENT: timedelta(days=7),
    LoopKind.STREAK_RESCUE: timedelta(0),
    LoopKind.ACHIEVEMENT: timedelta(days=2),
}
"""From one prompt for a loop to the next. A rescue has none: there is one a day of a streak."""
LIFE = {
    LoopKind.BUDDY_CHALLENGE: timedelta(days=1),
    LoopKind.RESULTS_RALLY: timedelta(days=1),
    LoopKind.PROUD_PARENT: timedelta(days=7),
    LoopKind.STREAK_RESCUE: timedelta(hours=12),
    LoopKind.ACHIEVEMENT: timedelta(days=1),
}
"""How long a prompt waits to be seen and answered; a rescue ends with its day at the latest."""
RESTS = ((3, timedelta(days=30)), (2, timedelta(days=7)))
"""After so many dismissals in a row of a loop, it is not brought up for so long."""
SHOWABLE_PERCENT = 50
"""Nobody is asked to show a lower score around."""
DECK_SCORE_KEPT = timedelta(days=7)
"""A finished deck of cards has no score: the best practice in its subject of these days has."""
ACTED, SHARED, WORKED = 0.25, 0.5, 1.0
"""What following a prompt is worth, sending an invitation, and somebody getting something of it."""
OUTCOMES_KEPT = timedelta(days=180)
CREDITED_WITHIN = timedelta(days=30)
"""What happens so long after a prompt was followed still counts for it."""

_FIRST: dict[Trigger, tuple[LoopKind, ...]] = {
    Trigger.STREAK_AT_RISK: (LoopKind.STREAK_RESCUE,),
    Trigger.BADGE_EARNED: (LoopKind.ACHIEVEMENT, LoopKind.PROUD_PARENT),
    Trigger.SESSION_ENDED: (LoopKind.BUDDY_CHALLENGE, LoopKind.PROUD_PARENT),
}
_USUALLY = (LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY, LoopKind.PROUD_PARENT)


@dataclass(frozen=True, kw_only=True)
class Past:
    """An earlier prompt, and what became of it."""

    loop: LoopKind
    created_at: datetime
    expires_at: datetime
    shown_at: datetime | None = None
    dismissed_at: datetime | None = None
    acted_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it still waits for an answer."""
        return not (self.dismissed_at or self.acted_at) and self.expires_at > now

    def counts(self, now: datetime) -> bool:
        """Whether it has been a prompt to the person: nobody is tired by what they never saw."""
        return self.shown_at is not None or self.is_open(now)


@dataclass(frozen=True, kw_only=True)
class Person:
    """What speaks against asking somebody anything at all right now."""

    may_invite: bool = True
    is_quiet: bool = False
    """Quiet hours of a minor."""
    is_held: bool = False
    """Rewards of theirs wait for somebody to look."""
    invites_left: int = 10
    wants_none: bool = False
    """All suggestions are switched off."""


def personal_bar(person: Person) -> Bar | None:
    """Why `person` may be asked nothing, whatever it is."""
    against = (
        (not person.may_invite, Bar.CONSENT),
        (person.is_held, Bar.TRUST),
        (person.is_quiet, Bar.QUIET_HOURS),
        (person.wants_none, Bar.OPTED_OUT),
        (person.invites_left <= 0, Bar.CAP),
    )
    return next((bar for is_so, bar in against if is_so), None)


@dataclass(frozen=True, kw_only=True)
class Throttle:
    """What somebody has been asked lately."""

    past: Sequence[Past]
    now: datetime
    day_began: datetime
    visit_began: datetime | None = None
    """Of the visit they are on, or have just ended."""
    nudges_today: int = 0
    """Notifications that count towards the day's limit."""

    def bar(self, loop: LoopKind) -> Bar | None:
        """Why it is too early or too much to ask for `loop`."""
        against = (
            (self._has_had_its_prompt(loop), Bar.SESSION),
            (self.today >= A_DAY, Bar.DAY),
            (self._is_resting(loop), Bar.DISMISSED),
            (self._is_cooling(loop), Bar.COOLDOWN),
        )
        return next((bar for is_so, bar in against if is_so), None)

    @property
    def today(self) -> int:
        """Prompts, and what counts as one, since the person's day began."""
        asked = sum(one.created_at >= self.day_began for one in self._counting)
        return asked + self.nudges_today

    @property
    def _counting(self) -> list[Past]:
        return [one for one in self.past if one.counts(self.now)]

    def _has_had_its_prompt(self, loop: LoopKind) -> bool:
        """A rescue cannot wait for the next visit; it takes the place of whatever is open."""
        if loop is LoopKind.STREAK_RESCUE:
            return False
        began = self.visit_began
        return any(
            one.is_open(self.now) or (began is not None and one.created_at >= began)
            for one in self._counting
        )

    def _is_cooling(self, loop: LoopKind) -> bool:
        return any(
            one.loop is loop and self.now - one.created_at < COOLDOWN[loop]
            for one in self._counting
        )

    def _is_resting(self, loop: LoopKind) -> bool:
        answered = [
            one for one in self.past if one.loop is loop and (one.dismissed_at or one.acted_at)
        ]
        answered.sort(key=lambda one: one.created_at, reverse=True)
        in_a_row = 0
        for one in answered:
            if one.dismissed_at is None:
                break
            in_a_row += 1
        if not in_a_row or answered[0].dismissed_at is None:
            return False
        rest = next((rest for least, rest in RESTS if in_a_row >= least), timedelta(0))
        return self.now - answered[0].dismissed_at < rest


def default_loop(trigger: Trigger, open_to: Collection[LoopKind]) -> LoopKind | None:
    """What to ask for when nobody could be asked for advice, out of what nothing speaks against."""
    order = _FIRST.get(trigger, _USUALLY)
    return next((loop for loop in order if loop in open_to), None)
