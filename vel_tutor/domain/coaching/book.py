"""The turns of a conversation: written, sealed where people wrote them, read again."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain.accounts import vault
from vel_tutor.domain.coaching import wording
from vel_tutor.domain.coaching.guided import Said
from vel_tutor.domain.coaching.picking import Card
from vel_tutor.domain.coaching.views import TurnView
from vel_tutor.media import maths
from vel_tutor.models.coaching import CoachingFlag, CoachingSession, CoachingTurn
from vel_tutor.vocabulary import CoachFlag, CoachMove, CoachTurn

_GONE = "(no longer kept)"
SHOWN = 60
"""The latest turns are shown; a conversation of more has been going on for hours."""


def access(tx: Transaction, user_id: UUID) -> CoachingSession:
    """Fetch and lock the open conversation of `user_id`, or raise `NotFound`.

    There is no way to a row that skips this: nobody can name somebody else's.
    """
    session = opened(tx, user_id, lock=True)
    if session is None:
        raise NotFound
    return session


def opened(tx: Transaction, user_id: UUID, *, lock: bool = False) -> CoachingSession | None:
    """The open conversation of `user_id`, if there is one."""
    mine = select(CoachingSession).where(
        CoachingSession.user_id == user_id, col(CoachingSession.ended_at).is_(None)
    )
    if lock:
        mine = mine.with_for_update().execution_options(populate_existing=True)
    return tx.session.exec(mine).one_or_none()


def note(
    tx: Transaction, session: CoachingSession, move: CoachMove, said: str, card: Card | None
) -> None:
    """Write down what the learner said."""
    turn = _turn(tx, session, CoachTurn.LEARNER, card)
    turn.move = move
    if said:
        turn.sealed = seal(turn, said)
    tx.session.add(turn)


def tell(tx: Transaction, session: CoachingSession, said: Sequence[Said]) -> None:
    """Write down what the tutor says."""
    for one in said:
        turn = _turn(tx, session, one.kind, one.card)
        turn.place = one.place
        if one.answer:
            turn.sealed = seal(turn, one.answer)
        tx.session.add(turn)
    tx.session.flush()


def _turn(
    tx: Transaction, session: CoachingSession, kind: CoachTurn, card: Card | None
) -> CoachingTurn:
    session.turns += 1
    return CoachingTurn(
        session_id=session.id,
        number=session.turns,
        kind=kind,
        family=card.family if card else "",
        seed=card.seed if card else 0,
        at=tx.now,
    )


def seal(turn: CoachingTurn, text: str) -> str:
    """`text` as it is kept: readable with this turn only."""
    return vault.close(text, f"coaching:{turn.session_id}:{turn.number}")


def unsealed(turn: CoachingTurn) -> str:
    """What was written in a turn; nothing once it has been wiped."""
    return vault.open_(turn.sealed, f"coaching:{turn.session_id}:{turn.number}")


def read(tx: Transaction, session: CoachingSession) -> list[CoachingTurn]:
    """The latest turns, in order."""
    latest = (
        select(CoachingTurn)
        .where(CoachingTurn.session_id == session.id)
        .order_by(col(CoachingTurn.number).desc())
        .limit(SHOWN)
    )
    return list(reversed(tx.session.exec(latest).all()))


def reported(tx: Transaction, session: CoachingSession) -> frozenset[int]:
    """The turns somebody has reported."""
    flags = select(CoachingFlag.number).where(
        CoachingFlag.session_id == session.id, CoachingFlag.kind == CoachFlag.REPORTED
    )
    return frozenset(tx.session.exec(flags).all())


def shown(turn: CoachingTurn, reports: frozenset[int] = frozenset()) -> TurnView:
    """One turn as a bubble."""
    card = Card(turn.family, turn.seed) if turn.family else None
    if turn.kind is CoachTurn.LEARNER:
        said = wording.of_learner(turn.move, card, unsealed(turn) or _GONE)
        return TurnView(turn.number, mine=True, kind=turn.kind.value, html=said)
    if turn.is_model:
        said = maths.plain(unsealed(turn) or _GONE)
        return TurnView(
            turn.number,
            kind=turn.kind.value,
            html=said,
            by_model=True,
            reported=turn.number in reports,
        )
    words = words_of(turn, card)
    return TurnView(
        turn.number,
        kind=turn.kind.value,
        html=maths.to_html(words.text),
        claim=words.claim,
        passage=words.passage,
        figure=words.figure,
        steps=words.steps,
        reported=turn.number in reports,
    )


def words_of(turn: CoachingTurn, card: Card | None) -> wording.Words:
    """What our own tutor says in this turn."""
    if card is None:
        return wording.Words(wording.CARE)
    return wording.of_tutor(turn.kind, card, turn.place, unsealed(turn))
