"""Whom somebody has played with of late and may ask to be friends.

Nothing of it is written down: who played with whom already stands where the games do, and whether
the two may know of each other is asked anew each time somebody looks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, literal, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, friends
from vel_tutor.domain.loops.together.views import MetView
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.models.practice import PracticeSession
from vel_tutor.models.rally import RallyInvite, RallyQuiz
from vel_tutor.models.rescue import RescueSeat
from vel_tutor.models.together import Companion, SharedDeck
from vel_tutor.vocabulary import STUDENTS, ConsentScope

OF_LATE = timedelta(days=30)
MOST = 6
"""People that are shown at once."""
_LOOKED_AT = 60
"""Games that are looked through for them, the latest first."""

Games = Select[Any]


@dataclass(frozen=True)
class _Game:
    """Something two people have finished with each other."""

    id: UUID
    other_id: UUID
    at: datetime
    words: str


def met(actor: Actor) -> tuple[MetView, ...]:
    """Those whom the actor may ask to be friends, whoever they played with last first.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    if ConsentScope.FRIENDS not in actor.scopes:
        return ()
    with reading() as tx:
        found = _met(tx, actor)
        called = friends.names(tx, actor.user_id, [game.other_id for game in found])
    return tuple(_view(game, called[game.other_id], actor) for game in found)


def ask_met(actor: Actor, game_id: UUID) -> str:
    """Ask whoever the actor finished that game with to be friends.

    Returns:
        Who answers next, in words.

    Raises:
        NotFound: none of the games that `met` shows.
        Whatever `friends.ask_person` raises.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        other = next((game.other_id for game in _met(tx, actor) if game.id == game_id), None)
        if other is None:
            raise NotFound
        return friends.ask_person(tx, actor, other)


def _met(tx: Transaction, actor: Actor) -> Sequence[_Game]:
    me, since = actor.user_id, tx.now - OF_LATE
    every = (*_challenges(me, since), *_rallies(me, since), _rescues(me, since), _decks(me, since))
    games = union_all(*every).subquery()
    columns = (games.c.id, games.c.other, games.c.at, games.c.words)
    latest = select(*columns).order_by(games.c.at.desc(), games.c.id).limit(_LOOKED_AT)
    last: dict[UUID, _Game] = {}
    for row in tx.session.exec(latest).all():
        game = _Game(*row)
        last.setdefault(game.other_id, game)
    may = friends.may_ask(tx, me, last.keys())
    return [game for game in last.values() if game.other_id in may][:MOST]


def _challenges(me: UUID, since: datetime) -> tuple[Games, Games]:
    """Played to the end: those they played, and those they sent."""
    played = _games(ChallengePlay, Challenge.sender_id, "A challenge")
    sent = _games(ChallengePlay, ChallengePlay.player_user_id, "A challenge")
    joined = col(Challenge.id) == ChallengePlay.challenge_id
    both = (
        col(ChallengePlay.completed_at) > since,
        col(ChallengePlay.player_user_id) != Challenge.sender_id,
    )
    return (
        played.join(Challenge, joined).where(ChallengePlay.player_user_id == me, *both),
        sent.join(Challenge, joined).where(Challenge.sender_id == me, *both),
    )


def _rallies(me: UUID, since: datetime) -> tuple[Games, Games]:
    """Whose invitation to a rally they took, and who took theirs; not all who are on its board."""
    taken = _games(RallyQuiz, RallyInvite.sender_id, "A rally")
    sent = _games(RallyQuiz, RallyQuiz.player_user_id, "A rally")
    joined = col(RallyInvite.id) == RallyQuiz.invite_id
    both = (
        col(RallyQuiz.completed_at) > since,
        col(RallyQuiz.player_user_id) != RallyInvite.sender_id,
    )
    return (
        taken.join(RallyInvite, joined).where(RallyQuiz.player_user_id == me, *both),
        sent.join(RallyInvite, joined).where(RallyInvite.sender_id == me, *both),
    )


def _rescues(me: UUID, since: datetime) -> Games:
    """Rooms for two in which both got to the end."""
    other = aliased(RescueSeat)
    return (
        _games(RescueSeat, other.player_user_id, "A streak rescue")
        .join(other, col(other.rescue_id) == RescueSeat.rescue_id)
        .where(RescueSeat.player_user_id == me, col(other.player_user_id) != me)
        .where(col(RescueSeat.completed_at) > since, col(other.completed_at) > since)
    )


def _decks(me: UUID, since: datetime) -> Games:
    """Two who joined the same friend at a deck, and both finished it."""
    other, own, theirs = aliased(Companion), aliased(PracticeSession), aliased(PracticeSession)
    return (
        _games(Companion, other.user_id, "The same deck", at=own.completed_at)
        .join(other, col(other.shared_deck_id) == Companion.shared_deck_id)
        .join(SharedDeck, col(SharedDeck.id) == Companion.shared_deck_id)
        .join(own, col(own.id) == Companion.session_id)
        .join(theirs, col(theirs.id) == other.session_id)
        .where(Companion.user_id == me, col(other.user_id) != me)
        .where(col(SharedDeck.alone_since).is_(None))
        .where(col(own.completed_at) > since, col(theirs.completed_at) > since)
    )


def _games(table: Any, other: Any, words: str, *, at: Any = None) -> Any:
    """Rows of `table` as games: with whom, and when they were finished."""
    finished: Any = table.completed_at if at is None else at
    columns: Any = (
        col(table.id),
        col(other).label("other"),
        col(finished).label("at"),
        literal(words).label("words"),
    )
    games: Any = cast("Any", select)(*columns)
    return games.select_from(table)


def _view(game: _Game, name: str, actor: Actor) -> MetView:
    day = game.at.astimezone(ZoneInfo(actor.time_zone))
    return MetView(
        id=str(game.id),
        name=name,
        seed=accounts.pseudonym(game.other_id),
        words=f"{game.words}, {day:%-d %B}",
    )
