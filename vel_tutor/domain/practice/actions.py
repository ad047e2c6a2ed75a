"""Playing decks. Every answer is committed before anybody hears how it went.

Functions that end in `_for` join the transaction of their caller and take a `Player`, so that
guests play the very same machinery; the others open one for the actor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import SystemRandom
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor import content
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, Invalid, NotFound
from vel_tutor.domain import incentives
from vel_tutor.domain.practice import rules, views
from vel_tutor.domain.practice.events import PracticeCompleted
from vel_tutor.domain.practice.player import Player
from vel_tutor.domain.practice.queries import (
    UNFINISHED,
    answer_view,
    of,
    one_at_a_time,
    play,
    question_at,
    questions,
    waiting,
)
from vel_tutor.domain.practice.rules import Card
from vel_tutor.domain.practice.views import AnswerView, PlayView, UnfinishedView
from vel_tutor.models.practice import PracticeQuestion, PracticeSession, SkillLevel
from vel_tutor.vocabulary import STUDENTS, Subject, XpReason

_SEEDS = SystemRandom()


@dataclass(frozen=True, kw_only=True)
class DeckChoice:
    """What somebody wants to practise; an empty `skill` is a mix of the whole grade."""

    subject: Subject
    grade: int
    skill: str = ""
    size: int = rules.LENGTHS[0]


class NotOpenYet(Conflict):
    words = "That question is not open yet. Here is the one you are on."
    code = "not_open_yet"


def open_session(actor: Actor, choice: DeckChoice) -> PlayView:
    """Go on with the actor's unfinished deck of this choice, or deal a new one.

    Raises:
        NotAllowed: the actor is not a student.
        Invalid: there is nothing to practise under this choice.
    """
    actor.must_be(*STUDENTS)
    families = _offered(choice)
    player = Player.of(actor)
    with transaction() as tx:
        one_at_a_time(tx, player)
        session = tx.session.exec(
            of(player).where(
                PracticeSession.subject == choice.subject,
                PracticeSession.grade == choice.grade,
                PracticeSession.skill == choice.skill,
                PracticeSession.size == choice.size,
                col(PracticeSession.source_id).is_(None),
                *UNFINISHED,
            )
        ).one_or_none()
        if session is None:
            cards = rules.deal(families, choice.size, _SEEDS.randrange(2**31))
            session = _deal(tx, player, cards, choice)
        return _resumed(tx, player, session)


def open_again(actor: Actor, session_id: UUID) -> PlayView:
    """Other questions of the same choice as the actor's deck `session_id`.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        Invalid: there is nothing left to practise under that choice.
    """
    with transaction() as tx:
        played = _access(tx, Player.of(actor), session_id)
        choice = DeckChoice(
            subject=played.subject, grade=played.grade, skill=played.skill, size=played.size
        )
    return open_session(actor, choice)


def _offered(choice: DeckChoice) -> tuple[str, ...]:
    families = rules.families_for(choice.subject, choice.grade, choice.skill)
    if not families or choice.size not in rules.LENGTHS:
        raise Invalid("There is nothing to practise under that choice. Please pick another.")
    return tuple(family.id for family in families)


def open_deck_for(tx: Transaction, player: Player, cards: Sequence[Card], source_id: UUID) -> UUID:
    """The player's deck of `cards` for one challenge: dealt at the first call, the same ever after.

    Returns:
        The id of the session, whether new, half played or finished.
    """
    one_at_a_time(tx, player)
    mine = of(player).where(PracticeSession.source_id == source_id)
    session = tx.session.exec(mine.order_by(col(PracticeSession.started_at))).first()
    if session is None:
        skills = {content.family(card.family).skill for card in cards}
        first = content.skill(content.family(cards[0].family).skill)
        choice = DeckChoice(
            subject=first.subject,
            grade=max(content.skill(skill).grade for skill in skills),
            skill=first.id if len(skills) == 1 else "",
            size=len(cards),
        )
        session = _deal(tx, player, cards, choice, source_id)
    return session.id


def _deal(
    tx: Transaction,
    player: Player,
    cards: Sequence[Card],
    choice: DeckChoice,
    source_id: UUID | None = None,
) -> PracticeSession:
    session = PracticeSession(
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        source_id=source_id,
        subject=choice.subject,
        grade=choice.grade,
        skill=choice.skill,
        size=len(cards),
        fingerprint=rules.fingerprint(cards),
        started_at=tx.now,
    )
    tx.session.add(session)
    tx.session.flush()
    tx.session.add_all(
        PracticeQuestion(
            session_id=session.id, position=position, family=card.family, seed=card.seed
        )
        for position, card in enumerate(cards)
    )
    tx.session.flush()
    return session


def resume(actor: Actor, session_id: UUID) -> PlayView:
    """Where the actor's deck stands; the clock of the question on show runs from now on.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    with transaction() as tx:
        return resume_for(tx, Player.of(actor), session_id)


def resume_for(tx: Transaction, player: Player, session_id: UUID) -> PlayView:
    """The same for any player, inside the caller's transaction."""
    return _resumed(tx, player, _access(tx, player, session_id))


def _resumed(tx: Transaction, player: Player, session: PracticeSession) -> PlayView:
    """The question on show with its clock running, or the verdict not yet left behind."""
    if session.completed_at:
        return play(tx, player, session, question_at(tx, session, session.size - 1))
    row = question_at(tx, session, session.answered)
    if session.answered and row.shown_at is None:
        return play(tx, player, session, question_at(tx, session, session.answered - 1))
    _start_clock(tx, row)
    return play(tx, player, session, row)


def next_question(actor: Actor, session_id: UUID, position: int) -> PlayView:
    """Leave the verdict on `position` behind and show what comes next, its clock running.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: `position` has not been answered.
    """
    with transaction() as tx:
        return next_question_for(tx, Player.of(actor), session_id, position)


def next_question_for(tx: Transaction, player: Player, session_id: UUID, position: int) -> PlayView:
    """The same for any player, inside the caller's transaction."""
    session = _access(tx, player, session_id)
    if not 0 <= position < session.answered:
        raise NotOpenYet
    if session.completed_at is None:
        _start_clock(tx, question_at(tx, session, session.answered))
    return _resumed(tx, player, session)


def submit_answer(actor: Actor, session_id: UUID, position: int, answer: str) -> AnswerView:
    """Mark the answer to question `position` (from 0); the last one finishes the deck.

    Telling it again, from another tab or after going back, changes nothing and returns what the
    first answer got.

    Args:
        answer: the place of the choice from "0", or the text as typed.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: too long, or holding signs nobody can type.
    """
    with transaction() as tx:
        return answer_for(tx, Player.of(actor), session_id, position, answer)


def answer_for(
    tx: Transaction, player: Player, session_id: UUID, position: int, answer: str
) -> AnswerView:
    """The same for any player, inside the caller's transaction."""
    answer = " ".join(answer.split())
    if len(answer) > rules.LONGEST_ANSWER or not answer.isprintable():
        raise Invalid("That answer is too long, or has signs we cannot read.")
    session = _access(tx, player, session_id)
    row = _open_question(tx, session, position)
    if row.answered_at:
        return answer_view(tx, player, session, row)
    went = content.check(content.instance(row.family, row.seed), answer)
    if not went.counted:
        return views.answer(session, None, went.feedback)
    row.answer, row.misconception = answer, went.misconception
    return _answered(tx, player, session, row, right=went.right)


def reveal(actor: Actor, session_id: UUID, position: int) -> AnswerView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: an earlier question has no answer yet.
    """
    with transaction() as tx:
        return reveal_for(tx, Player.of(actor), session_id, position)


def reveal_for(tx: Transaction, player: Player, session_id: UUID, position: int) -> AnswerView:
    """The same for any player, inside the caller's transaction."""
    session = _access(tx, player, session_id)
    row = _open_question(tx, session, position)
    if row.answered_at:
        return answer_view(tx, player, session, row)
    row.was_revealed = True
    return _answered(tx, player, session, row, right=False)


def hint(actor: Actor, session_id: UUID, position: int, number: int) -> PlayView:
    """Show the hints of question `position` up to `number` (1 or 2) and remember that.

    Raises:
        NotFound: no such session, or it belongs to someone else.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: there is no hint of that number.
    """
    with transaction() as tx:
        return hint_for(tx, Player.of(actor), session_id, position, number)


def hint_for(
    tx: Transaction, player: Player, session_id: UUID, position: int, number: int
) -> PlayView:
    """The same for any player, inside the caller's transaction."""
    if not 1 <= number <= rules.HINTS:
        raise Invalid("There is no such hint.")
    session = _access(tx, player, session_id)
    row = _open_question(tx, session, position)
    if row.answered_at is None and row.hints_used < number:
        row.hints_used = number
        tx.session.add(row)
    return _resumed(tx, player, session)


def pause(actor: Actor, session_id: UUID) -> None:
    """Stop the clock until the deck is resumed, here or on another device.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    with transaction() as tx:
        pause_for(tx, Player.of(actor), session_id)


def pause_for(tx: Transaction, player: Player, session_id: UUID) -> None:
    """The same for any player, inside the caller's transaction."""
    session = _access(tx, player, session_id)
    if session.completed_at is None:
        _stop_clock(tx, question_at(tx, session, session.answered))


def put_aside(actor: Actor) -> tuple[UnfinishedView, ...]:
    """Stop the clock of whatever the actor was in the middle of; the decks that wait for them."""
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        running = (
            select(PracticeQuestion.session_id)
            .where(col(PracticeQuestion.clock_since).is_not(None))
            .where(PracticeQuestion.session_id == PracticeSession.id)
        )
        begun = of(Player.of(actor)).where(running.exists(), *UNFINISHED).with_for_update()
        for session in tx.session.exec(begun.order_by(col(PracticeSession.id))).all():
            _stop_clock(tx, question_at(tx, session, session.answered))
        return waiting(tx, Player.of(actor))


def drop(actor: Actor, session_id: UUID) -> tuple[UnfinishedView, ...]:
    """Give an unfinished deck up; the answers in it stay counted for the levels.

    Returns:
        The decks that still wait.

    Raises:
        NotFound: no such session, or it belongs to someone else.
    """
    with transaction() as tx:
        session = _access(tx, Player.of(actor), session_id)
        if session.completed_at is None:
            session.dropped_at = tx.now
            tx.session.flush()
        return waiting(tx, Player.of(actor))


def claim(tx: Transaction, visitor_id: str, user_id: UUID) -> int:
    """Hand everything a guest played over to the account they opened; pays its XP and levels.

    Returns:
        How many decks changed hands; 0 when told again.
    """
    one_at_a_time(tx, Player(user_id=user_id))
    theirs = of(Player.guest(visitor_id)).with_for_update()
    sessions = tx.session.exec(theirs.order_by(col(PracticeSession.started_at))).all()
    for session in sessions:
        session.player_user_id, session.player_visitor_id = user_id, None
        tx.session.add(session)
        tx.session.flush()
        rows = questions(tx, session)
        for row in rows[: session.answered]:
            _learn(tx, user_id, row)
        if session.completed_at:
            _credit(tx, user_id, session, rows)
    return len(sessions)


def forget(tx: Transaction, user_id: UUID) -> None:
    """Wipe what `user_id` wrote and how well they do; only bare counts of decks stay."""
    theirs = select(PracticeSession.id).where(PracticeSession.player_user_id == user_id)
    tx.session.exec(
        update(PracticeQuestion)
        .where(col(PracticeQuestion.session_id).in_(theirs))
        .values(answer="", misconception="")
        .execution_options(synchronize_session=False)
    )
    tx.session.exec(delete(SkillLevel).where(col(SkillLevel.user_id) == user_id))


def _open_question(tx: Transaction, session: PracticeSession, position: int) -> PracticeQuestion:
    """The question at `position`, which is the current one or one before it."""
    if position < 0 or position >= session.size:
        raise NotFound
    if position > session.answered:
        raise NotOpenYet
    return question_at(tx, session, position)


def _answered(
    tx: Transaction, player: Player, session: PracticeSession, row: PracticeQuestion, *, right: bool
) -> AnswerView:
    """Store how the current question went, and finish the deck after the last one."""
    _stop_clock(tx, row)
    row.shown_at = row.shown_at or tx.now
    row.answered_at, row.was_right = tx.now, right
    session.answered += 1
    session.correct += right
    tx.session.add_all((row, session))
    if player.user_id:
        _learn(tx, player.user_id, row)
    if session.answered == session.size:
        _complete(tx, player, session)
    return answer_view(tx, player, session, row)


def _complete(tx: Transaction, player: Player, session: PracticeSession) -> None:
    session.completed_at = tx.now
    tx.session.add(session)
    tx.session.flush()
    if player.user_id:
        _credit(tx, player.user_id, session, questions(tx, session))
    tx.publish(
        PracticeCompleted(
            session_id=session.id,
            player_user_id=player.user_id,
            player_visitor_id=player.visitor_id,
            source_id=session.source_id,
            subject=session.subject,
            percent=rules.percent(session.correct, session.size),
        )
    )


def _credit(
    tx: Transaction, user_id: UUID, session: PracticeSession, rows: Sequence[PracticeQuestion]
) -> None:
    """Pay a finished deck to its player, under the farming rules, and count the day."""
    one_at_a_time(tx, Player(user_id=user_id))
    session.completed_on = incentives.today_of(tx, user_id)
    earned = rules.xp_earned(
        [views.mark(row) for row in rows],
        finished_before=_finished_that_day(tx, user_id, session),
        repeated=_repeated(tx, user_id, session),
    )
    for amount, reason in (
        (earned.finished, XpReason.PRACTICE_COMPLETED),
        (earned.perfect, XpReason.PERFECT_SCORE),
    ):
        if amount:
            incentives.award_xp(tx, user_id, amount, reason, session.id)
    session.xp_finished, session.xp_perfect = earned.finished, earned.perfect
    if earned.counts_as_practice and incentives.record_practice_day(tx, user_id, session.id):
        session.xp_day = incentives.XP_PRACTICE_DAY
    session.xp_note = earned.note
    tx.session.add(session)


def _finished_that_day(tx: Transaction, user_id: UUID, session: PracticeSession) -> int:
    return tx.session.exec(
        select(func.count()).where(
            PracticeSession.player_user_id == user_id,
            PracticeSession.completed_on == session.completed_on,
            PracticeSession.id != session.id,
        )
    ).one()


def _repeated(tx: Transaction, user_id: UUID, session: PracticeSession) -> bool:
    earlier = select(PracticeSession.id).where(
        PracticeSession.player_user_id == user_id,
        PracticeSession.fingerprint == session.fingerprint,
        PracticeSession.id != session.id,
        col(PracticeSession.completed_at) > tx.now - rules.REPEAT_WINDOW,
    )
    return tx.session.exec(earlier).first() is not None


def _learn(tx: Transaction, user_id: UUID, row: PracticeQuestion) -> None:
    """Move the level of the question's skill; one statement, so that no answer is lost."""
    skill, credit = content.family(row.family).skill, views.mark(row).credit
    first = SkillLevel(
        user_id=user_id,
        skill=skill,
        average=rules.next_average(rules.LEVEL_START, credit),
        answers=1,
        updated_at=tx.now,
    )
    tx.session.exec(
        insert(SkillLevel)
        .values(**first.model_dump())
        .on_conflict_do_update(
            constraint="skill_level_once",
            set_={
                "average": col(SkillLevel.average) * (1 - rules.LEVEL_STEP)
                + rules.LEVEL_STEP * credit,
                "answers": SkillLevel.answers + 1,
                "updated_at": tx.now,
            },
        )
    )


def _start_clock(tx: Transaction, row: PracticeQuestion) -> None:
    row.shown_at = row.shown_at or tx.now
    row.clock_since = row.clock_since or tx.now
    tx.session.add(row)


def _stop_clock(tx: Transaction, row: PracticeQuestion) -> None:
    row.spent_ms = rules.spent_ms(row.spent_ms, row.clock_since, tx.now)
    row.clock_since = None
    tx.session.add(row)


def _access(tx: Transaction, player: Player, session_id: UUID) -> PracticeSession:
    """Fetch and lock, or raise `NotFound`. There is no way to a row that skips this."""
    mine = of(player).where(PracticeSession.id == session_id).with_for_update()
    session = tx.session.exec(mine.execution_options(populate_existing=True)).one_or_none()
    if session is None or session.dropped_at:
        raise NotFound
    return session
