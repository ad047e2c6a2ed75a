"""Trying what a badge takes, behind its link: five questions, then how far that brings one."""

from dataclasses import dataclass
from random import SystemRandom

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import accounts, attribution, practice
from vel_tutor.domain.loops.arriving import GuestPlaysSpent
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.game import GameOver
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.domain.loops.rules import is_over
from vel_tutor.domain.loops.spotlight import inviting, rewarding, rules, showing
from vel_tutor.domain.loops.spotlight.inviting import Invitation
from vel_tutor.domain.loops.spotlight.rules import Choice
from vel_tutor.domain.loops.spotlight.views import TryView
from vel_tutor.domain.practice import DeckChoice, Player
from vel_tutor.domain.practice.views import AnswerView
from vel_tutor.models.spotlight import SpotlightTry
from vel_tutor.vocabulary import GameStage

_SEEDS = SystemRandom()


class OwnBadge(Conflict):
    words = "This is your own badge. Send it to a friend."
    code = "own_badge"


@dataclass(frozen=True)
class Turn:
    """A friend at their try, everything fetched and locked."""

    found: Invitation
    row: SpotlightTry


def invitation(friend: Friend, code: str) -> TryView:
    """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

    Raises:
        NotAllowed: a child whose parent has not said yes.
        CookiesNeeded: a guest's browser that keeps no cookie of ours.
    """
    player = friend.player
    with transaction() as tx:
        found = inviting.behind(tx, attribution.link_in(tx, code))
        if found is None:
            return showing.closed(LinkOver.words)
        if _is_sender(friend, found):
            return showing.own(found)
        attribution.clicked(
            tx,
            found.link,
            visitor_id=friend.visitor_id,
            user_id=friend.member.user_id if friend.member else None,
            standing=friend.standing,
        )
        row = _try_of(tx, player, found)
        if row is None:
            stage = GameStage.INVITED if _has_room(tx, friend) else GameStage.FULL
            return showing.invited(found, friend, stage)
        return _shown(tx, friend, Turn(found, row))


def begin(friend: Friend, code: str, grade: int | None = None) -> TryView:
    """Deal the friend's questions at the grade they chose, or go on with them.

    Raises:
        AgeAsked: that grade sounds like a child, and the age gate has not been asked since.
        LinkOver: the link opens nothing (any more).
        OwnBadge: the sender holds it already.
        GuestPlaysSpent: enough games without an account on this device.
    """
    player = friend.player
    if friend.student and grade is not None:
        accounts.note_grade(friend.student, grade)
    with transaction() as tx:
        found = _open(tx, friend, code)
        row = _try_of(tx, player, found)
        if row is None:
            if not _has_room(tx, friend):
                raise GuestPlaysSpent
            row = _begin(tx, player, found, showing.choice(found, friend, grade))
        return _shown(tx, friend, Turn(found, row))


def answer(friend: Friend, code: str, position: int, given: str) -> TryView:
    """Mark the answer to question `position`, from 0, and show the verdict.

    Raises:
        LinkOver: the link opens nothing (any more).
        NotFound: the friend has not begun.
        GameOver: a guest began more than a day ago.
        NotOpenYet: an earlier question has no answer yet.
        Invalid: too long, or holding signs nobody can type.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        went = practice.answer_for(tx, friend.player, turn.row.session_id, position, given)
        return _answered(tx, friend, turn, went)


def reveal(friend: Friend, code: str, position: int) -> TryView:
    """Show the solution of question `position` instead of an answer; it counts as not right.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        went = practice.reveal_for(tx, friend.player, turn.row.session_id, position)
        return _answered(tx, friend, turn, went)


def hint(friend: Friend, code: str, position: int, number: int) -> TryView:
    """Show a hint of the question on show.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        deck = practice.hint_for(tx, friend.player, turn.row.session_id, position, number)
        return showing.playing(turn.found, friend, deck)


def next_question(friend: Friend, code: str, position: int) -> TryView:
    """Leave the verdict on `position` behind; after the last one comes how far it brought them.

    Raises: as `answer`.
    """
    with transaction() as tx:
        turn = _turn(tx, friend, code)
        practice.next_question_for(tx, friend.player, turn.row.session_id, position)
        return _shown(tx, friend, turn)


def _open(tx: Transaction, friend: Friend, code: str) -> Invitation:
    """The invitation behind `code`, for somebody who may try it; a guest's deeds come in turn."""
    if friend.student is None:
        attribution.wait_for_visitor(tx, friend.visitor_id)
    found = inviting.behind(tx, attribution.link_in(tx, code))
    if found is None:
        raise LinkOver
    if _is_sender(friend, found):
        raise OwnBadge
    return found


def _is_sender(friend: Friend, found: Invitation) -> bool:
    return friend.member is not None and friend.member.user_id == found.invite.sender_id


def _turn(tx: Transaction, friend: Friend, code: str) -> Turn:
    found = _open(tx, friend, code)
    row = _try_of(tx, friend.player, found, lock=True)
    if row is None:
        raise NotFound
    if friend.student is None and is_over(row.started_at, tx.now):
        raise GameOver
    return Turn(found, row)


def _try_of(
    tx: Transaction, player: Player, found: Invitation, *, lock: bool = False
) -> SpotlightTry | None:
    mine = select(SpotlightTry).where(
        SpotlightTry.invite_id == found.invite.id,
        SpotlightTry.player_user_id == player.user_id
        if player.user_id
        else SpotlightTry.player_visitor_id == player.visitor_id,
    )
    if lock:
        mine = mine.with_for_update().execution_options(populate_existing=True)
    return tx.session.exec(mine).one_or_none()


def _begin(tx: Transaction, player: Player, found: Invitation, chosen: Choice) -> SpotlightTry:
    cards = practice.deck_of(
        DeckChoice(
            subject=found.invite.subject,
            grade=chosen.grade,
            skill=chosen.skill,
            size=rules.TRY_SIZE,
        ),
        _SEEDS.randrange(2**31),
    )
    new = SpotlightTry(
        invite_id=found.invite.id,
        player_user_id=player.user_id,
        player_visitor_id=player.visitor_id,
        session_id=practice.open_deck_for(tx, player, cards, found.invite.id),
        grade=chosen.grade,
        started_at=tx.now,
    )
    tx.session.exec(insert(SpotlightTry).values(**new.model_dump()).on_conflict_do_nothing())
    row = _try_of(tx, player, found)
    if row is None:
        raise NotFound
    return row


def _has_room(tx: Transaction, friend: Friend) -> bool:
    if friend.student:
        return True
    visitors = attribution.visitors_on_device(tx, friend.visitor_id)
    begun = select(func.count()).where(
        col(SpotlightTry.player_visitor_id).in_(visitors),
        SpotlightTry.started_at > tx.now - rules.GUEST_WINDOW,
    )
    return tx.session.exec(begun).one() < rules.GUEST_TRIES


def _shown(tx: Transaction, friend: Friend, turn: Turn) -> TryView:
    """Where the friend stands: on a question, at the end, or too late."""
    deck = practice.resume_for(tx, friend.player, turn.row.session_id)
    if deck.completed:
        return showing.done(tx, friend, turn.found, turn.row, deck)
    if friend.student is None and is_over(turn.row.started_at, tx.now):
        return showing.closed(GameOver.words)
    return showing.playing(turn.found, friend, deck)


def _answered(tx: Transaction, friend: Friend, turn: Turn, went: AnswerView) -> TryView:
    row = turn.row
    if went.completed and row.completed_at is None:
        row.completed_at = tx.now
        tx.session.add(row)
    if went.answered >= rules.FIRST_VALUE_ANSWERS and row.first_value_at is None:
        rewarding.first_value(tx, friend, turn.found, row)
    deck = practice.resume_for(tx, friend.player, row.session_id)
    return showing.playing(turn.found, friend, deck, feedback=went.feedback)
