"""People who invite, follow, join and learn, through the front doors, at any hour of the past."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from vel_tutor.core import clock
from vel_tutor.core.db import transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.accounts import Coming
from vel_tutor.domain.attribution import LinkView
from vel_tutor.models.accounts import User
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import AgeBand, Channel, LoopKind, Role, Subject

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
            session = PracticeSession(
                player_user_id=self.people[name],
                subject=Subject.MATH,
                grade=7,
                size=10,
                answered=1,
                fingerprint=uuid4().hex,
                source_id=uuid4(),
                started_at=tx.now,
            )
            tx.session.add(session)
            tx.session.flush()
            tx.session.add(
                PracticeQuestion(
                    session_id=session.id,
                    position=0,
                    family="math.any",
                    seed=1,
                    answer="1",
                    answered_at=tx.now,
                    was_right=True,
                )
            )

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
