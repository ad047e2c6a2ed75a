"""What somebody has tried of late, as others may weigh it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from vel_tutor import content
from vel_tutor.core.db import Transaction
from vel_tutor.domain import mastery
from vel_tutor.domain.practice import rules
from vel_tutor.domain.practice.player import Player
from vel_tutor.measure.irt import Parameters
from vel_tutor.models.practice import PracticeQuestion, PracticeSession
from vel_tutor.vocabulary import Subject

_MOST = 500
_OLDEST_DECK = rules.STALE_AFTER + timedelta(days=1)


@dataclass(frozen=True)
class Tried:
    """One answer; `item` says how hard the question is, and only of one right without any help."""

    family: str
    at: datetime
    item: Parameters | None = None


def tries(tx: Transaction, player: Player, subject: Subject, since: datetime) -> tuple[Tried, ...]:
    """The player's first answers in a subject since a moment, the first 500 of them.

    An answer that came faster than the question can be read was no try at it.
    """
    mine = (
        PracticeSession.player_user_id == player.user_id
        if player.user_id
        else PracticeSession.player_visitor_id == player.visitor_id
    )
    rows = tx.session.exec(
        select(PracticeQuestion)
        .join(PracticeSession, col(PracticeSession.id) == PracticeQuestion.session_id)
        .where(mine, PracticeSession.subject == subject)
        .where(PracticeSession.started_at > since - _OLDEST_DECK)
        .where(col(PracticeQuestion.answered_at) >= since)
        .order_by(col(PracticeQuestion.answered_at), col(PracticeQuestion.position))
        .limit(_MOST)
    ).all()
    return tuple(Tried(row.family, row.answered_at, _item(row)) for row in rows if row.answered_at)


def _item(row: PracticeQuestion) -> Parameters | None:
    helped = row.hints_used > 0 or row.was_revealed
    if not row.was_right or helped or row.spent_ms < rules.RAPID_MS:
        return None
    return mastery.parameters(content.instance(row.family, row.seed))
