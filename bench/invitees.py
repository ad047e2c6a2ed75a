"""Everybody who was invited to a rally finishes and joins at the same moment: is each paid once?

`python -m bench.invitees --n 200 --json`: one student invites, as many friends stand before their
last question. Then all at once each hands it in twice, as impatient fingers do, and signs up; when
they have joined, each reward is asked for once more. Everything happens in threads on real
connections to the database.
"""

import contextlib
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from vt.services import Services

if TYPE_CHECKING:
    from vel_tutor.domain.accounts import SignedIn

AT_ONCE = 60
"""Friends in the same moment; as many connections stand open."""
QUESTIONS = 6
PASSWORD = "seven sails at sea"  # noqa: S105


@dataclass(frozen=True)
class Came:
    """What it came to."""

    n: int
    joined: int
    paid: int
    referrer_xp: int
    """XP for inviting; 50 for each."""
    invitee_xp: list[int]
    paid_twice: int
    """Rewards that were given when asked for once more."""
    notices: int
    on_the_board: int
    names_twice: int
    drift: int
    seconds: float

    def report(self) -> dict[str, Any]:
        """The same, with the XP of invitees as the distinct amounts."""
        return {**asdict(self), "invitee_xp": sorted(set(self.invitee_xp))}


class Rush:
    """One student and `n` friends who come behind one link."""

    def __init__(self, n: int) -> None:
        from vel_tutor.domain import loops

        loops.listen_to_joining()
        self.n = n
        self.ada = _sign_up("ada", "")
        self.code = _invite(self.ada)
        self._together = Barrier(min(n, AT_ONCE))

    def run(self) -> Came:
        """Let everybody play up to the last question, finish and join at once, and count."""
        with ThreadPoolExecutor(min(self.n, AT_ONCE)) as pool:
            list(pool.map(self._play, range(self.n)))
            began = time.perf_counter()
            invitees = list(pool.map(self._finish, range(self.n)))
            took = time.perf_counter() - began
            twice = sum(pool.map(_paid_again, invitees))
        return _count(self.n, _user_id(self.ada), invitees, twice, round(took, 2))

    def _friend(self, number: int) -> Any:
        from vel_tutor.domain.loops import Friend

        return Friend(
            visitor_id=f"visitor-{number}", address=f"10.1.{number // 250}.{number % 250}"
        )

    def _play(self, number: int) -> None:
        from vel_tutor.domain.loops import rally

        friend = self._friend(number)
        rally.invitation(friend, self.code)
        session_id = UUID(rally.begin(friend, self.code, 9).play.session_id)
        for position in range(QUESTIONS - 1):
            _read(session_id)
            rally.answer(friend, self.code, position, _answer(session_id, position))
            rally.next_question(friend, self.code, position)
        _read(session_id)

    def _finish(self, number: int) -> UUID:
        from vel_tutor.core.errors import Refusal
        from vel_tutor.domain.loops import rally

        friend, last = self._friend(number), QUESTIONS - 1
        session_id = _deck_of(friend.visitor_id)
        given = _answer(session_id, last)
        if number < self.n - self.n % self._together.parties:
            self._together.wait(60)
        for _ in range(2):
            with contextlib.suppress(Refusal):
                rally.answer(friend, self.code, last, given)
        return _user_id(_sign_up(f"friend{number}", friend.visitor_id))


def _sign_up(name: str, visitor_id: str) -> "SignedIn":
    from vel_tutor.core import clock
    from vel_tutor.domain import accounts
    from vel_tutor.domain.accounts import Browser, NewAccount

    born = date(clock.now().year - 15, 1, 1)
    gate = accounts.open_gate(accounts.pass_gate("1", "1", str(born.year)))
    assert gate is not None  # noqa: S101
    form = NewAccount(
        first_name="Bench",
        email=f"{name}@example.org",
        password=PASSWORD,
        time_zone="UTC",
        grade="9",
    )
    return accounts.sign_up(form, gate, Browser(device="Bench", visitor_id=visitor_id))


def _user_id(signed_in: "SignedIn") -> UUID:
    from vel_tutor.domain import accounts

    actor = accounts.actor_for(signed_in.token)
    assert actor is not None  # noqa: S101
    return actor.user_id


def _invite(signed_in: "SignedIn") -> str:
    """Let the sender practise, stand on the board, and make a link; what stands in it."""
    from vel_tutor.core import clock
    from vel_tutor.domain import accounts
    from vel_tutor.domain.loops import rally
    from vel_tutor.domain.practice import DeckChoice
    from vel_tutor.vocabulary import Subject
    from vt import week

    actor = accounts.actor_for(signed_in.token)
    assert actor is not None  # noqa: S101
    choice = DeckChoice(subject=Subject.MATH, grade=9, size=5)
    week.play(actor, choice, 0, clock.now() - timedelta(minutes=5), 8)
    rally.enter(actor, Subject.MATH)
    return rally.invite_to(actor, Subject.MATH).qr.split("/")[2]


def _answer(session_id: UUID, position: int) -> str:
    from vt import week

    return week.an_answer(session_id, position, right=True)


def _read(session_id: UUID) -> None:
    """Let the question on show have been looked at for some seconds."""
    from sqlalchemy import text

    from vel_tutor.core.db import transaction

    longer = text(
        "UPDATE practice_question SET clock_since = clock_since - interval '6 seconds' "
        "WHERE session_id = :session AND clock_since IS NOT NULL"
    )
    with transaction() as tx:
        tx.session.connection().execute(longer, {"session": session_id})


def _deck_of(visitor_id: str) -> UUID:
    from sqlmodel import select

    from vel_tutor.core.db import reading
    from vel_tutor.models.rally import RallyQuiz

    with reading() as tx:
        theirs = select(RallyQuiz.session_id).where(RallyQuiz.player_visitor_id == visitor_id)
        return tx.session.exec(theirs).one()


def _paid_again(invitee_id: UUID) -> int:
    """Ask for a reward once more; whether anybody was given anything."""
    from vel_tutor.core.db import transaction
    from vel_tutor.domain.loops.rally import rewarding

    with transaction() as tx:
        rewarding.settle(tx, invitee_id)
        return len(tx.events)


def _count(n: int, sender: UUID, invitees: list[UUID], twice: int, took: float) -> Came:
    from sqlmodel import col, func, select

    from vel_tutor.core.db import reading
    from vel_tutor.domain import incentives
    from vel_tutor.models.attribution import Referral
    from vel_tutor.models.incentives import LedgerEntry
    from vel_tutor.models.notifications import Notification
    from vel_tutor.models.rally import RallyMember
    from vel_tutor.vocabulary import Currency, XpReason

    invite = select(LedgerEntry.user_id, func.sum(LedgerEntry.amount)).where(
        LedgerEntry.reason == XpReason.INVITE, LedgerEntry.currency == Currency.LIFETIME_XP
    )
    with reading() as tx:
        xp = dict(tx.session.exec(invite.group_by(col(LedgerEntry.user_id))).all())
        paid = select(func.count()).where(col(Referral.paid_at).is_not(None))
        names = tx.session.exec(select(RallyMember.alias)).all()
        return Came(
            n=n,
            joined=len(set(invitees)),
            paid=tx.session.exec(paid).one(),
            referrer_xp=int(xp.get(sender, 0)),
            invitee_xp=[int(xp.get(one, 0)) for one in invitees],
            paid_twice=twice,
            notices=tx.session.exec(select(func.count()).select_from(Notification)).one(),
            on_the_board=len(names),
            names_twice=len(names) - len(set(names)),
            drift=incentives.drift(),
            seconds=took,
        )


def measure(n: int) -> dict[str, Any]:
    """The rush on servers of its own."""
    with Services.temporary() as services:
        os.environ |= {
            "DATABASE_URL": services.database_url,
            "REDIS_URL": services.redis_url,
            "DATA_DIR": str(services.folder),
            "DATABASE_POOL_SIZE": str(AT_ONCE),
            "STATEMENT_TIMEOUT_MS": "60000",
        }
        from alembic import command
        from alembic.config import Config

        command.upgrade(Config("alembic.ini"), "head")
        return Rush(n).run().report()


@click.command()
@click.option("--n", "n", default=200, show_default=True, help="Friends who come at once.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def main(n: int, as_json: bool) -> None:
    """Let many invited friends finish and join at once."""
    found = measure(n)
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        click.echo(f"{name:14}{value}")


if __name__ == "__main__":
    main()
