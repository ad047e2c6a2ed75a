"""A conversation with the tutor, move by move."""

from uuid import UUID

from sqlmodel import select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import practice, safety
from vel_tutor.domain.coaching import (
    book,
    guided,
    metering,
    modelling,
    opening,
    rules,
    scrubbing,
    showing,
    wording,
)
from vel_tutor.domain.coaching.events import CoachFlagged
from vel_tutor.domain.coaching.guided import Said
from vel_tutor.domain.coaching.views import ChatView
from vel_tutor.models.coaching import CoachingFlag, CoachingSession, CoachingTurn
from vel_tutor.vocabulary import STUDENTS, CoachFlag, CoachMove, CoachStage, CoachTurn


def current(actor: Actor) -> ChatView:
    """The open conversation, whose clock runs from now on; an empty view if there is none."""
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        session = book.opened(tx, actor.user_id, lock=True)
        if session is None:
            return ChatView()
        left = metering.count(tx, session)
        metering.start(tx, session)
        tx.session.add(session)
        return showing.chat(tx, session, left_s=left, may_say=modelling.may_ask(actor))


def look(actor: Actor) -> ChatView:
    """The same without counting anything: looking on is not talking."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        session = book.opened(tx, actor.user_id)
        if session is None:
            return ChatView()
        return showing.chat(tx, session, may_say=modelling.may_ask(actor))


def pause(actor: Actor) -> None:
    """The learner looks elsewhere: the clock stands still until they are back."""
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        session = book.opened(tx, actor.user_id, lock=True)
        if session is not None:
            metering.stop(tx, session)
            tx.session.add(session)


def move(actor: Actor, number: int, what: CoachMove, text: str = "") -> ChatView:
    """What the learner does, and what the tutor says to it.

    A move that answers to an older turn, from another tab or sent twice, changes nothing.

    Args:
        number: the turns the learner had seen.
        what: any move but `END`; see `finish`.
        text: the answer, or with `SAY` words of their own.

    Raises:
        NotFound: no conversation is open.
        Invalid: too long, or holding signs nobody can type.
        Conflict: that cannot be said at this point.
    """
    actor.must_be(*STUDENTS)
    text = _readable(what, text)
    safety.spend(safety.COACH_MOVE, str(actor.user_id))
    with transaction() as tx:
        session = book.access(tx, actor.user_id)
        may_say = modelling.may_ask(actor)
        if number != session.turns:
            return showing.chat(tx, session, may_say=may_say)
        if what is CoachMove.SAY and not may_say:
            raise Invalid("Choose one of the buttons, or answer the question.")
        had_run_out = session.ran_out_at is not None
        left = metering.count(tx, session)
        _talk(tx, session, what, text)
        if (had_run_out and left == 0) or session.turns >= rules.MOST_TURNS:
            opening.end(tx, session)
        elif left == 0:
            book.tell(tx, session, [Said(CoachTurn.TIME_UP, guided.own(session))])
        tx.session.add(session)
        return showing.chat(tx, session, left_s=left, may_say=may_say)


def _readable(what: CoachMove, text: str) -> str:
    """The text of a move, within bounds.

    Raises:
        Invalid: too long, not to be read, or with a move that has none.
    """
    if what is CoachMove.ANSWER:
        return practice.readable(text)
    tidy = " ".join(text.split())
    if what is not CoachMove.SAY:
        return ""
    if not tidy or len(tidy) > rules.LONGEST_SAYING or not tidy.isprintable():
        raise Invalid("Please write one or two short sentences.")
    return tidy


def _talk(tx: Transaction, session: CoachingSession, what: CoachMove, text: str) -> None:
    """Write down both sides of one exchange."""
    on_own = session.stage in (CoachStage.PROBLEM, CoachStage.CHECK)
    card = guided.own(session) if on_own else None
    in_danger = scrubbing.in_danger(text)
    said = (Said(CoachTurn.CARE),) if in_danger else guided.reply(session, what, text)
    book.note(tx, session, what, text, card)
    if in_danger:
        may_tell = not scrubbing.speaks_of_home(text)
        _flag(tx, session, CoachFlag.DANGER, session.turns, may_tell_parents=may_tell)
    book.tell(tx, session, said)


def _flag(
    tx: Transaction,
    session: CoachingSession,
    kind: CoachFlag,
    number: int,
    *,
    may_tell_parents: bool = False,
) -> None:
    row = CoachingFlag(
        session_id=session.id, user_id=session.user_id, kind=kind, number=number, at=tx.now
    )
    tx.session.add(row)
    tx.publish(
        CoachFlagged(
            flag_id=row.id, user_id=session.user_id, kind=kind, may_tell_parents=may_tell_parents
        )
    )


def finish(actor: Actor) -> ChatView:
    """End the conversation, and sum it up.

    Raises:
        NotFound: no conversation is open.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        session = book.access(tx, actor.user_id)
        opening.end(tx, session)
        return showing.chat(tx, session)


def report(actor: Actor, number: int) -> ChatView:
    """Have somebody look at turn `number` of the tutor; telling it twice changes nothing.

    Raises:
        NotFound: no conversation is open, or no such turn of the tutor is in it.
    """
    actor.must_be(*STUDENTS)
    safety.spend(safety.COACH_MOVE, str(actor.user_id))
    with transaction() as tx:
        session = book.access(tx, actor.user_id)
        turn = _turn(tx, session, number)
        if turn is None or turn.kind is CoachTurn.LEARNER:
            raise NotFound
        if number not in book.reported(tx, session):
            _flag(tx, session, CoachFlag.REPORTED, number)
            tx.session.flush()
        return showing.chat(tx, session, may_say=modelling.may_ask(actor))


def _turn(tx: Transaction, session: CoachingSession, number: int) -> CoachingTurn | None:
    return tx.session.exec(
        select(CoachingTurn).where(
            CoachingTurn.session_id == session.id, CoachingTurn.number == number
        )
    ).one_or_none()


def reword(actor: Actor, number: int) -> ChatView:
    """Let the model word the last turn, if there is one and it may; else it stays as it is.

    The time it takes is not counted.

    Args:
        number: the turns there were; if somebody has moved on meanwhile, nothing changes.
    """
    actor.must_be(*STUDENTS)
    if modelling.may_ask(actor):
        _reword(actor, number)
    return look(actor)


def _reword(actor: Actor, number: int) -> None:
    with reading() as tx:
        session = book.opened(tx, actor.user_id)
        if session is None or session.turns != number:
            return
        turn, said = _to_word(tx, session)
        if turn is None:
            return
        item = book.Card(turn.family, turn.seed).item
        question = modelling.asked_of(
            item,
            wording.as_typed(book.words_of(turn, book.Card(turn.family, turn.seed))),
            said,
            went=_went(turn.kind),
            may_tell=rules.may_tell(session.tries) or turn.kind is CoachTurn.RIGHT,
            name=actor.first_name,
        )
        session_id = session.id
    text = modelling.worded(question, item)
    if text:
        _keep(actor, session_id, number, turn.number, text)


def _to_word(tx: Transaction, session: CoachingSession) -> tuple[CoachingTurn | None, str]:
    """The turn of the tutor that answers the learner's last one, and what that was."""
    turns = book.read(tx, session)
    mine = [at for at, turn in enumerate(turns) if turn.kind is CoachTurn.LEARNER]
    if not mine or mine[-1] + 1 >= len(turns):
        return None, ""
    learner, turn = turns[mine[-1]], turns[mine[-1] + 1]
    if turn.kind not in modelling.REWORDED or turn.is_model or not turn.family:
        return None, ""
    said = book.unsealed(learner)
    if learner.move is CoachMove.SAY and scrubbing.unfit(said):
        return None, ""
    return turn, _as_words(learner, said)


def _as_words(learner: CoachingTurn, said: str) -> str:
    """What the learner said, in words: a press of a button is its label."""
    if learner.move is CoachMove.ANSWER and learner.family:
        return content.in_words(book.Card(learner.family, learner.seed).item, said)
    return said or wording.of_learner(learner.move, None, "")


def _went(kind: CoachTurn) -> modelling.Went:
    if kind is CoachTurn.RIGHT:
        return "right"
    return "wrong" if kind in (CoachTurn.SLIP, CoachTurn.MISS) else "none"


def _keep(actor: Actor, session_id: UUID, number: int, turn_number: int, text: str) -> None:
    """Put a model's words in the place of ours, unless the conversation has gone on."""
    with transaction() as tx:
        session = book.opened(tx, actor.user_id, lock=True)
        if session is None or session.id != session_id or session.turns != number:
            return
        turn = _turn(tx, session, turn_number)
        if turn is not None:
            turn.sealed, turn.is_model = book.seal(turn, text), True
            if session.clock_since is not None:
                session.clock_since = tx.now
            tx.session.add_all((turn, session))
