"""Every challenge somebody has sent or met, a page at a time, the latest first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import literal, tuple_, union_all
from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import Invalid
from vel_tutor.domain import accounts, attribution
from vel_tutor.domain.loops import queries, rules
from vel_tutor.domain.loops.views import HistoryView, PastView
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import HistorySide, Outcome

PAGE = 20
_SENT, _WAITING, _MET = "sent", "waiting", "met"
_ENDS = {
    Outcome.WON: "You won with {yours}% to {theirs}%",
    Outcome.TIE: "A draw at {yours}%: you both win",
    Outcome.LOST: "{yours}% to {theirs}%, a rematch is open",
}


_chosen: Any = select
_Line = tuple[datetime, UUID, str]


def history(
    actor: Actor, side: HistorySide = HistorySide.ALL, after: str = "", size: int = PAGE
) -> HistoryView:
    """One page of the actor's challenges, from behind `after` on.

    Args:
        after: what the page before said; empty for the first.

    Raises:
        Invalid: `after` is nothing that a page has said.
    """
    met = _lines(actor, side)
    rows: Any = select(met.c.at, met.c.id, met.c.what)
    if after:
        rows = rows.where(tuple_(met.c.at, met.c.id) < tuple_(*_place(after)))
    rows = rows.order_by(met.c.at.desc(), met.c.id.desc()).limit(size + 1)
    with reading() as tx:
        session: Any = tx.session
        found = cast(Sequence[_Line], session.exec(rows).all())
        shown = found[:size]
        return HistoryView(
            lines=_views(tx, actor, [(row_id, what) for _, row_id, what in shown]),
            after=f"{shown[-1][0].isoformat()}|{shown[-1][1]}" if len(found) > size else "",
        )


def _place(after: str) -> tuple[datetime, UUID]:
    at, _, row_id = after.partition("|")
    try:
        return datetime.fromisoformat(at), UUID(row_id)
    except ValueError:
        raise Invalid from None


def _lines(actor: Actor, side: HistorySide) -> Any:
    """When, which row, and of which table: challenges sent or waiting, and games met."""
    me = actor.user_id
    played = select(ChallengePlay.challenge_id).where(ChallengePlay.player_user_id == me)
    mine = _rows(Challenge.created_at, Challenge.id, _SENT).where(Challenge.sender_id == me)
    waiting = _rows(Challenge.created_at, Challenge.id, _WAITING).where(
        Challenge.to_user_id == me, col(Challenge.id).not_in(played)
    )
    met = _rows(ChallengePlay.started_at, ChallengePlay.id, _MET).where(
        ChallengePlay.player_user_id == me
    )
    wanted = {
        HistorySide.SENT: (mine,),
        HistorySide.RECEIVED: (waiting, met),
        HistorySide.ALL: (mine, waiting, met),
    }[side]
    return union_all(*wanted).subquery()


def _rows(at: Any, row_id: Any, what: str) -> Any:
    columns: Any = (col(at).label("at"), col(row_id).label("id"), literal(what).label("what"))
    return _chosen(*columns)


def _views(tx: Transaction, actor: Actor, rows: Sequence[tuple[UUID, str]]) -> tuple[PastView, ...]:
    return tuple(
        _game(tx, row_id) if what == _MET else _challenge(tx, actor, row_id)
        for row_id, what in rows
    )


def _challenge(tx: Transaction, actor: Actor, challenge_id: UUID) -> PastView:
    challenge = tx.session.get_one(Challenge, challenge_id)
    if challenge.sender_id == actor.user_id:
        view = queries.sent_view(tx, actor, challenge)
        return PastView(
            id=f"sent-{challenge.id}",
            is_sent=True,
            title=challenge.title,
            words=f"{view.words} · {view.friends[0].words if view.friends else view.headline}",
            href=routes.challenge_sent(challenge.id),
        )
    link = attribution.link_of(tx, challenge.link_id)
    who = accounts.pseudonym(challenge.sender_id)
    asks = f"{who} challenges you: {challenge.percent}% to beat"
    return PastView(
        id=f"waiting-{challenge.id}",
        title=challenge.title,
        words=asks if link else f"{who} challenged you. That is over",
        href=routes.challenge(link.code) if link else routes.CHALLENGES,
        is_waiting=link is not None,
    )


def _game(tx: Transaction, play_id: UUID) -> PastView:
    play = tx.session.get_one(ChallengePlay, play_id)
    challenge = tx.session.get_one(Challenge, play.challenge_id)
    link = attribution.link_of(tx, challenge.link_id)
    over = routes.practice_results(play.session_id)
    return PastView(
        id=f"met-{play.id}",
        title=challenge.title,
        words=f"{accounts.pseudonym(challenge.sender_id)} · {_went(play, challenge)}",
        href=routes.challenge(link.code) if link else over if play.completed_at else "",
    )


def _went(play: ChallengePlay, challenge: Challenge) -> str:
    if play.percent is None:
        size = len(rules.deck(challenge.size))
        return f"You have answered {play.answered} of {size}"
    if challenge.percent is None:
        return f"Practised together, {play.percent}% right"
    end = _ENDS[rules.outcome(play.percent, challenge.percent)]
    return end.format(yours=play.percent, theirs=challenge.percent)
