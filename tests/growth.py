"""People who invite, follow, join and learn, through the front doors, at any hour of the past."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session

from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.attribution import LinkView
from vel_tutor.models.accounts import User
from vel_tutor.models.attribution import AttributionEvent, Link, Touch, Visitor
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import (
    AgeBand,
    AttributionKind,
    Channel,
    LoopKind,
    Role,
    Subject,
    TouchKind,
)

MONDAY = datetime(2026, 10, 5, 12, tzinfo=UTC)


@dataclass
class Town:
    """Everybody of one story; `day` counts from noon of the Monday it begins on, from 0."""

    simulation: str = ""
    begins: datetime = MONDAY
    people: dict[str, UUID] = field(default_factory=dict)

    def at(self, day: float) -> datetime:
        return self.begins + timedelta(days=day)

    @contextmanager
    def on(self, day: float) -> Iterator[None]:
        with clock.stopped(self.at(day)):
            yield

    def arrives(self, name: str, day: float = 0, role: Role = Role.STUDENT) -> UUID:
        """Open an account, as whoever `name` was as a guest."""
        with self.on(day), transaction() as tx:
            user = User(
                role=role,
                first_name=name,
                age_band=AgeBand.TEEN if role is Role.STUDENT else AgeBand.ADULT,
                simulation=self.simulation,
                created_at=tx.now,
            )
            tx.session.add(user)
            tx.session.flush()
            attribution.account_created(tx, user.id, Coming(visitor_id=self._visitor(name)))
            self.people[name] = user.id
            return user.id

    def learns(self, name: str, day: float = 0) -> None:
        """Answer one question."""
        with self.on(day), transaction() as tx:
            answer(tx.session, [(self.people[name], tx.now)])

    def invites(
        self, name: str, loop: LoopKind, day: float = 0, channel: Channel = Channel.COPY
    ) -> LinkView:
        """Send one invitation."""
        with self.on(day), transaction() as tx:
            link = attribution.create_link(
                tx,
                self.people[name],
                loop,
                campaign="weekly_2026_w41",
                target_id=uuid4(),
                lifetime=timedelta(days=30),
            )
            attribution.invite_sent(tx, link, channel)
            return link

    def follows(self, name: str, link: LinkView, day: float) -> None:
        """Open an invitation as a guest."""
        with self.on(day), transaction() as tx:
            attribution.clicked(tx, link, visitor_id=self._visitor(name))

    def reaches(self, name: str, link: LinkView, day: float) -> None:
        """Reach first value, as a guest or, by then, a member."""
        with self.on(day), transaction() as tx:
            user = self.people.get(name)
            visitor = None if user else self._visitor(name)
            assert attribution.first_value(tx, link, visitor_id=visitor, user_id=user)

    def is_paid_for(self, name: str, loop: LoopKind, day: float) -> None:
        """Let the referrer be rewarded."""
        with self.on(day), transaction() as tx:
            assert attribution.take_payable(tx, self.people[name], loop)

    def is_fraud(self, name: str, day: float) -> None:
        """Have somebody on the staff confirm it."""
        with self.on(day), transaction() as tx:
            assert attribution.confirm_fraud(tx, self.people[name])

    def _visitor(self, name: str) -> str:
        return f"{self.simulation}-visitor-of-{name}"


@dataclass(frozen=True)
class Crowd:
    """Some hundreds of people who practise, some of whom bring others; all rows at once."""

    today: datetime
    learners: int = 150
    followers: int = 130
    simulation: str = ""

    def moves_in(self) -> None:
        """Put them all into the database: learners first, then whom they brought."""
        with transaction() as tx:
            learners = [self.person(f"l{n}", self._ago(26 - n % 9)) for n in range(self.learners)]
            tx.session.add_all(learners)
            tx.session.flush()
            links = [self.link(user, n) for n, user in enumerate(learners)]
            tx.session.add_all(links)
            tx.session.flush()
            learned = [
                (user.id, self._ago(day))
                for n, user in enumerate(learners)
                for day in range(n % 3, 26 - n % 9, 3)
            ]
            for n in range(self.followers):
                learned += self._follower(tx.session, links[(n * 7) % len(links)], n)
            answer(tx.session, [(who, at) for who, at in learned if at < self.today])

    def _ago(self, days: float) -> datetime:
        return self.today - timedelta(days=days)

    def person(self, name: str, at: datetime) -> User:
        return User(
            role=Role.PARENT if name.endswith("9") else Role.STUDENT,
            first_name=name,
            age_band=AgeBand.ADULT,
            simulation=self.simulation,
            created_at=at,
        )

    def link(self, user: User, n: int) -> Link:
        loops = tuple(LoopKind)
        return Link(
            short_id=uuid4().hex,
            referrer_id=user.id,
            loop=loops[n % len(loops)],
            campaign="crowd",
            target_id=uuid4(),
            created_at=user.created_at,
            expires_at=user.created_at + timedelta(days=60),
        )

    def _follower(self, session: Session, link: Link, n: int) -> list[tuple[UUID, datetime]]:
        """One who opens the link; three in four join, two in three of all get something of it.

        Returns who learned when.
        """
        at, channel = self._ago(16 - n % 15), tuple(Channel)[n % 4]
        joined = self.person(f"f{n}", at + timedelta(minutes=20)) if n % 4 else None
        reached_at = at + timedelta(minutes=3 + n % 200) if n % 3 else None
        guest(session, link, at, channel, joined=joined, reached_at=reached_at)
        if not joined:
            return []
        days = (0, 26) if n % 5 else (0,)
        return [(joined.id, joined.created_at + timedelta(hours=hours)) for hours in days]


def guest(
    session: Session,
    link: Link,
    at: datetime,
    channel: Channel = Channel.COPY,
    *,
    joined: User | None = None,
    reached_at: datetime | None = None,
) -> None:
    """The rows of a guest who was sent `link` and opened it at `at`."""
    if joined:
        session.add(joined)
        session.flush()
    visitor = Visitor(
        id=uuid4().hex,
        device_id=uuid4().hex,
        created_at=at,
        user_id=joined.id if joined else None,
        merged_at=joined.created_at if joined else None,
    )
    for kind in (TouchKind.SENT, TouchKind.CLICK):
        touch = Touch(link_id=link.id, kind=kind, channel=channel, at=at)
        if kind is TouchKind.SENT:
            touch.user_id = link.referrer_id
        else:
            touch.visitor_id = visitor.id
        session.add(touch)
    session.add(visitor)
    if reached_at:
        session.add(
            AttributionEvent(
                kind=AttributionKind.FVM_REACHED,
                link_id=link.id,
                loop=link.loop,
                referrer_id=link.referrer_id,
                invitee_key=f"v:{visitor.id}",
                at=reached_at,
            )
        )


def answer(session: Session, learned: Sequence[tuple[UUID, datetime]]) -> None:
    """A deck of which one question is answered, for each person and moment."""
    decks = [
        PracticeSession(
            player_user_id=user_id,
            subject=Subject.MATH,
            grade=7,
            size=10,
            answered=1,
            fingerprint=uuid4().hex,
            source_id=uuid4(),
            started_at=at,
        )
        for user_id, at in learned
    ]
    session.add_all(decks)
    session.flush()
    session.add_all(
        PracticeQuestion(
            session_id=deck.id,
            position=0,
            family="math.any",
            seed=1,
            answer="1",
            answered_at=deck.started_at,
            was_right=True,
        )
        for deck in decks
    )
