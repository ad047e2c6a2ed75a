"""The days of made-up people: practising, being asked, inviting, joining.

Everything happens in the order of time, each step at a stopped clock, and what a step sets off is
done before the next. People of the control group are never asked; now and then one of them, like
everybody, invites of their own accord.
"""

import heapq
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from uuid import UUID

from jobs import clockwork, reactions
from vel_tutor.core import clock
from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import accounts, happenings, loops
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.loops import prompts, proud_parent, rally, rescue
from vel_tutor.models.accounts import User
from vel_tutor.vocabulary import LoopKind, Role, Subject
from vt.simulation import people, playing
from vt.simulation.book import WINDOW, Book, Opened
from vt.simulation.people import Outsider, Person, Town
from vt.simulation.playing import Invitation

FIRST_DAY = date(2026, 1, 5)
"""A Monday."""
AFTER_SCHOOL = timedelta(hours=20, minutes=30)
"""In UTC: half past three in New York."""
EVENING = timedelta(hours=5)
CLOCK_HOURS = (21, 25, 28, 29, 32)
"""When the clock does its work, in UTC: around a learner's evening, and after their day."""
BEDTIME = timedelta(hours=29, minutes=30)
"""Half past midnight in New York: the day lasts until three."""
LOOKS_LATE = 0.3
PARENTS_ONE_IN = 10
PROUD = 0.15
"""How likely a sociable parent shows a child's week to others on a day."""
OF_THEIR_OWN_ACCORD = 0.03
"""How likely somebody invites after a deck without having been asked."""
NEWCOMERS = 0.004
"""People who come by themselves on a day, for each who is here."""
LOOK_AFTER = timedelta(hours=9)
"""How long a friend takes to look at a message, on average."""

NATURE = people.Nature()

Step = Callable[[], None]


class World:
    """One run: its people, its time, and its book."""

    def __init__(
        self, name: str, seed: int, users: int, days: int, nature: people.Nature = NATURE
    ) -> None:
        self.name = name
        self.book = Book()
        self._draw = Random(seed)  # noqa: S311  (repeatable, not secret)
        self._town = Town(self._draw, nature)
        self._users, self._days = users, days
        self._people: list[Person] = []
        self._agenda: list[tuple[datetime, int, Step]] = []
        self._order = count()

    @property
    def first(self) -> date:
        """The first day of the period."""
        return FIRST_DAY

    @property
    def last(self) -> date:
        """Its last day; friends may answer invitations for a while after it."""
        return FIRST_DAY + timedelta(days=self._days - 1)

    @property
    def over(self) -> datetime:
        """When nothing of the period can change any more."""
        return _midnight(self.last) + WINDOW + timedelta(days=2)

    def live(self, on_day: Callable[[date], None] = lambda _: None) -> None:
        """Let everything happen, from the first sign-up to the last answer to an invitation."""
        accounts.on_joining(self._mark)
        families = self._users // PARENTS_ONE_IN
        self._town.grow(Role.STUDENT, self._users)
        self._town.grow(Role.PARENT, families)
        eve = _midnight(self.first) - timedelta(hours=1)
        for _ in range(self._users - families):
            self._at(eve, self._arrives)
        for number in range(families):  # one after the other: a mailbox shows the latest letters
            self._at(eve - number * timedelta(minutes=1), lambda: self._arrives(Role.PARENT))
        for number in range(self._days):
            day = FIRST_DAY + timedelta(days=number)
            self._at(_midnight(day), lambda day=day: on_day(day))
            self._at(_midnight(day), lambda day=day: self._dawn(day))
            for hour in CLOCK_HOURS:
                self._at(_midnight(day) + timedelta(hours=hour), _clock_strikes)
            self._at(_midnight(day) + BEDTIME, lambda day=day: self._dusk(day))
        while self._agenda:
            at, _, step = heapq.heappop(self._agenda)
            if at > self.over:
                break
            with clock.stopped(at):
                step()
                settle()

    def _at(self, at: datetime, step: Step) -> None:
        heapq.heappush(self._agenda, (at, next(self._order), step))

    def _after(self, wait: timedelta, step: Step) -> None:
        self._at(clock.now() + wait, step)

    def _mark(self, tx: Transaction, user_id: UUID, coming: Coming) -> None:
        """In the transaction of every joining: this person is made up."""
        tx.session.get_one(User, user_id).simulation = self.name

    def _dawn(self, day: date) -> None:
        """Decide who practises today, and who comes by themselves."""
        for person in self._people:
            at = _midnight(day) + AFTER_SCHOOL + self._draw.random() * EVENING
            if person.role is Role.STUDENT and self._draw.random() < person.keen:
                self._at(at, lambda person=person: self._practises(person))
            elif person.role is Role.PARENT and self._draw.random() < PROUD * person.sociable:
                self._at(at, lambda person=person: self._invites(person, LoopKind.PROUD_PARENT))
        if self._draw.random() < NEWCOMERS * len(self._people):
            self._after(AFTER_SCHOOL, self._arrives)

    def _dusk(self, day: date) -> None:
        """Late in the evening some look whether there is news, such as a streak at risk."""
        for person in self._people:
            if day not in self.book.active[person.user_id] and self._draw.random() < LOOKS_LATE:
                asked = self._is_asked(person)
                if asked is not None:
                    self._invites(person, asked)

    def _arrives(self, role: Role = Role.STUDENT) -> None:
        """Somebody nobody has invited opens an account."""
        self._joins(self._town.newcomer(role))

    def _joins(self, who: Outsider) -> None:
        if who.has_joined:
            return
        signed_in = people.sign_up(who)
        who.has_joined = True
        person = self._town.settle(signed_in.user_id, who.role, who.knows)
        self._people.append(person)
        self.book.joins(who.visitor_id, signed_in.user_id, clock.now())
        if who.role is Role.PARENT:
            self._after(timedelta(minutes=10), lambda: self._adds_child(person, who))

    def _adds_child(self, parent: Person, who: Outsider) -> None:
        """A child of theirs joins, and perhaps finds their level at once."""
        child_id = people.add_child(parent.actor)
        child = self._town.settle(child_id, Role.STUDENT, who.knows)
        child.parent = parent
        self._people.append(child)
        parent.children.append(child_id)
        self.book.joins(f"child of {who.visitor_id}", child_id, clock.now())
        if self.book.was_invited(who.visitor_id) and self._draw.random() < who.plays:
            self._after(timedelta(minutes=15), lambda: self._is_tested(child, who))

    def _is_tested(self, child: Person, who: Outsider) -> None:
        """The child of an invited parent takes a test: that is what their parent came for."""
        playing.take_test(child.actor, ability=0.0, seed=who.number)
        self._learns(child)
        self.book.values(who.visitor_id, clock.now())

    def _learns(self, person: Person) -> None:
        """A parent is with us on the days on which their child learns."""
        for one in filter(None, (person, person.parent)):
            self.book.learns(one.user_id, clock.now())

    def _practises(self, person: Person) -> None:
        """A deck, and what they are asked afterwards."""
        session_id = playing.practise(person.actor, person.knows, self._draw)
        self._learns(person)
        settle()
        asked = self._is_asked(person)
        if asked is not None:
            self._after(timedelta(minutes=3), lambda: self._invites(person, asked, session_id))
        elif self._draw.random() < OF_THEIR_OWN_ACCORD * person.sociable:
            loop = self._draw.choice((LoopKind.BUDDY_CHALLENGE, LoopKind.RESULTS_RALLY))
            self._after(timedelta(minutes=3), lambda: self._invites(person, loop, session_id))

    def _is_asked(self, person: Person) -> LoopKind | None:
        """The loop they are asked to try and do; what they do not want they put away."""
        actor = person.actor
        shown = prompts.current(actor)
        if not shown.id:
            return None
        prompts.note_shown(actor, UUID(shown.id))
        if self._draw.random() >= person.sociable:
            prompts.dismiss(actor, UUID(shown.id))
            return None
        prompts.follow(actor, UUID(shown.id))
        return LoopKind(shown.loop)

    def _invites(self, person: Person, loop: LoopKind, session_id: UUID | None = None) -> None:
        """Send one or two friends an invitation, as far as the house lets them."""
        left = [friend for friend in person.circle if not friend.has_joined]
        if not left or (person.role is Role.PARENT and not person.children):
            return
        try:
            invitation = self._invitation(person, loop, session_id)
        except Refusal:
            return
        for friend in self._draw.sample(left, min(len(left), self._draw.choice((1, 1, 2)))):
            if self._draw.random() < friend.opens:
                wait = self._draw.expovariate(1) * LOOK_AFTER
                self._after(wait, lambda friend=friend: self._opens(friend, invitation))

    def _invitation(self, person: Person, loop: LoopKind, session_id: UUID | None) -> Invitation:
        actor = person.actor
        if loop is LoopKind.PROUD_PARENT:
            child_id = self._draw.choice(person.children)
            shared = proud_parent.share(actor, child_id, running=True)
        elif session_id is None or loop is LoopKind.RESULTS_RALLY:
            loop, shared = LoopKind.RESULTS_RALLY, rally.invite_to(actor, Subject.MATH)
        elif loop is LoopKind.STREAK_RESCUE:
            home = rescue.invite(actor)
            shared = home.share
            room_id = UUID(home.room.rpartition("/")[2])
            self._after(timedelta(minutes=20), lambda: self._sits(person, room_id))
        else:
            loop = LoopKind.BUDDY_CHALLENGE
            shared = loops.challenge_from(actor, session_id).share
        return playing.share(actor, loop, shared, self._draw)

    def _sits(self, person: Person, room_id: UUID) -> None:
        """The caller practises in their own room, whether the friend comes or not."""
        try:
            caller = loops.Friend(member=person.actor)
            playing.sit_through(caller, room_id, person.knows, self._draw)
        except Refusal:
            return
        self._learns(person)

    def _opens(self, friend: Outsider, invitation: Invitation) -> None:
        """A friend looks; perhaps plays, perhaps joins, then or later."""
        if friend.has_joined or not playing.open_link(friend.visitor_id, invitation):
            return
        opened = Opened(invitation.inviter, invitation.loop, clock.now())
        self.book.opens(friend.visitor_id, invitation.link_id, opened)
        if invitation.loop is not LoopKind.PROUD_PARENT:
            self._plays(friend, invitation)
        if self._draw.random() < friend.joins:
            wait = timedelta(hours=friend.hesitates_h * self._draw.random(), minutes=5)
            self._after(wait, lambda: self._joins(friend))

    def _plays(self, friend: Outsider, invitation: Invitation) -> None:
        if self._draw.random() < friend.plays and playing.play(
            friend.visitor_id, invitation, friend.knows, self._draw
        ):
            self.book.values(friend.visitor_id, clock.now())


def _clock_strikes() -> None:
    """What the scheduler would have started by now, as far as people notice it."""
    for job in (
        clockwork.close_visits,
        clockwork.close_rescues,
        clockwork.settle_streaks,
        clockwork.remind_of_streaks,
        clockwork.learn_from_prompts,
    ):
        job()


def settle() -> None:
    """Do everything that what has happened sets off, as the workers would.

    Raises:
        RuntimeError: a reaction failed; a run with a broken app proves nothing.
    """
    while errands := happenings.plan(reactions.names()):
        for errand in errands:
            if not happenings.carry(errand.delivery_id, reactions.by_name()):
                raise RuntimeError("a reaction failed; see above")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
