"""Reads about decks that friends share, and the pieces the deeds have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, friends, practice
from vel_tutor.domain.loops.together import rules
from vel_tutor.domain.loops.together.views import CompanyView, MateView
from vel_tutor.domain.practice import DeckKey
from vel_tutor.live import presence, topics
from vel_tutor.models.accounts import User
from vel_tutor.models.together import Companion, SharedDeck
from vel_tutor.vocabulary import STUDENTS, ConsentScope

NEEDED = (ConsentScope.PRESENCE, ConsentScope.FRIENDS)
"""What has to be on for both who practise together."""


@dataclass(frozen=True)
class Company:
    """What the screen of somebody at a deck shows, and what it has to hear of."""

    view: CompanyView
    subject: str
    title: str
    is_joinable: bool
    """Whether it is a deck of a kind that friends may be offered at all."""
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Seat:
    """Somebody at a shared deck: whose session is whose."""

    user_id: UUID
    session_id: UUID


def company(actor: Actor, session_id: UUID) -> Company:
    """Who is at the same questions as the actor's own deck `session_id`.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        return company_of(tx, actor, session_id)


def company_of(tx: Transaction, actor: Actor, session_id: UUID) -> Company:
    """The same inside the caller's transaction.

    Raises: as `company`.
    """
    deck = practice.deck_key(tx, session_id)
    if deck is None or deck.player_id != actor.user_id:
        raise NotFound
    shared = shared_by(tx, deck)
    is_joinable = shared is not None or deck.source_id is None
    has_friends = shared is not None or bool(friends.friends_of(tx, actor.user_id))
    if not (may_have_company(actor) and is_joinable and has_friends):
        return Company(CompanyView(), deck.subject, deck.title, is_joinable, topics=())
    host = shared.session_id if shared else session_id
    is_alone = shared is not None and shared.alone_since is not None
    seats = () if shared is None or is_alone else seats_of(tx, shared)
    others = _seen(tx, actor, [seat for seat in seats if seat.user_id != actor.user_id])
    is_host = host == session_id
    view = CompanyView(
        deck_id=str(host),
        mates=_mates(tx, actor, others),
        is_host=is_host,
        is_alone=is_alone,
        words=_words(tx, actor, shared, is_host=is_host, is_alone=is_alone, others=others),
    )
    heard = (topics.deck(host), *(topics.doing(seat.user_id) for seat in others))
    return Company(view, deck.subject, deck.title, is_joinable, heard)


def may_have_company(actor: Actor) -> bool:
    """Whether the actor is seen and has friends switched on."""
    return all(scope in actor.scopes for scope in NEEDED) and not actor.is_made_up


def shared_by(tx: Transaction, deck: DeckKey) -> SharedDeck | None:
    """The shared deck a session belongs to, be it its player's own or a friend's."""
    found = select(SharedDeck)
    if deck.source_id:
        found = found.where(SharedDeck.id == deck.source_id)
    else:
        found = found.where(SharedDeck.session_id == deck.session_id)
    return tx.session.exec(found).one_or_none()


def seats_of(tx: Transaction, shared: SharedDeck) -> tuple[Seat, ...]:
    """Everybody at the deck, whose it is first."""
    rows = tx.session.exec(
        select(Companion)
        .where(Companion.shared_deck_id == shared.id)
        .order_by(col(Companion.joined_at), col(Companion.id))
    ).all()
    return (
        Seat(shared.host_id, shared.session_id),
        *(Seat(row.user_id, row.session_id) for row in rows),
    )


def _seen(tx: Transaction, actor: Actor, others: Sequence[Seat]) -> tuple[Seat, ...]:
    """Those of them whom the actor may see: still seen by choice, and nobody blocked."""
    ids = [seat.user_id for seat in others]
    willing = who_are_willing(tx, ids)
    shut = friends.shut_out(tx, actor.user_id) if ids else frozenset[UUID]()
    return tuple(seat for seat in others if seat.user_id in willing - shut)


def who_are_willing(tx: Transaction, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of `ids` who are seen and have friends switched on; real people only."""
    if not ids:
        return frozenset()
    on = [accounts.is_on(scope) for scope in NEEDED]
    found = select(User.id).where(col(User.id).in_(ids), User.simulation == "", *on)
    return frozenset(tx.session.exec(found).all())


def _mates(tx: Transaction, actor: Actor, others: Sequence[Seat]) -> tuple[MateView, ...]:
    ids = [seat.user_id for seat in others]
    called, busy = friends.names(tx, actor.user_id, ids), presence.doings(ids) if ids else {}
    far = practice.how_far(tx, [seat.session_id for seat in others])
    return tuple(
        MateView(
            name=called[seat.user_id],
            seed=accounts.pseudonym(seat.user_id),
            words=rules.progress_words(answered, size),
            percent=100 * answered // size,
            is_here=_is_at(busy.get(seat.user_id), seat),
            is_done=answered >= size,
        )
        for seat in others
        for answered, size in (far[seat.session_id],)
    )


def _is_at(busy: presence.Busy | None, seat: Seat) -> bool:
    return busy is not None and not busy.away and busy.doing.deck == str(seat.session_id)


def _words(
    tx: Transaction,
    actor: Actor,
    shared: SharedDeck | None,
    *,
    is_host: bool,
    is_alone: bool,
    others: Sequence[Seat],
) -> str:
    """What the strip says besides who is there."""
    if is_host:
        if is_alone:
            return "You practise on your own."
        return "" if others else "Friends can join you at these questions."
    if is_alone and shared is not None:
        name = friends.names(tx, actor.user_id, [shared.host_id])[shared.host_id]
        return f"{name} practises alone now. The questions stay yours."
    return ""
