"""Students with a deck in front of them, for measuring: made through the front doors."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core import clock
from vel_tutor.core.db import reading
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, practice
from vel_tutor.domain.accounts import Browser, NewAccount
from vel_tutor.models.practice import PracticeQuestion
from vel_tutor.vocabulary import Subject
from vt import week

PASSWORD = "seven sails at sea"  # noqa: S105
DECK = practice.DeckChoice(subject=Subject.MATH, grade=5, size=15)


@dataclass(frozen=True)
class Student:
    """Somebody signed in, on a deck of fifteen."""

    cookie: str
    session_id: str
    answers: tuple[str, ...]
    """What to answer to each question; every other one is wrong."""

    @property
    def path(self) -> str:
        return f"/practice/{self.session_id}"


def enrol(count: int, first: int = 0) -> list[Student]:
    """`count` students numbered from `first`, each with a freshly dealt deck."""
    born = date(clock.now().year - 15, 1, 1)
    gate = accounts.open_gate(accounts.pass_gate("1", "1", str(born.year)))
    assert gate is not None  # noqa: S101

    def one(number: int) -> Student:
        form = NewAccount(
            first_name="Bench",
            email=f"bench{number}@example.org",
            password=PASSWORD,
            time_zone="UTC",
            grade="9",
        )
        browser = Browser(device="Bench", address=f"10.0.{number // 250}.{number % 250 + 1}")
        signed_in = accounts.sign_up(form, gate, browser)
        actor = accounts.actor_for(signed_in.token)
        assert actor is not None  # noqa: S101
        deck = practice.open_session(actor, DECK)
        cookie = f"{settings().session_cookie}={signed_in.token}"
        return Student(cookie, deck.session_id, _answers(UUID(deck.session_id)))

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(first, first + count)))


def _answers(session_id: UUID) -> tuple[str, ...]:
    with reading() as tx:
        rows = tx.session.exec(
            select(PracticeQuestion)
            .where(PracticeQuestion.session_id == session_id)
            .order_by(col(PracticeQuestion.position))
        ).all()
    return tuple(
        week.answer_to(content.instance(row.family, row.seed), right=row.position % 2 == 0)
        for row in rows
    )
