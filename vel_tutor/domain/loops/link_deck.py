"""A deck that somebody plays behind a link, once: what it shares whichever loop made the link."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import accounts, attribution, practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import rules
from vel_tutor.domain.loops.arriving import GuestPlaysSpent
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.game import GameOver
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.domain.practice.views import AnswerView, PlayView
from vel_tutor.models.going import InvitedGo
from vel_tutor.vocabulary import GameStage


class Invite(Protocol):
    """The row a link leads to."""

    id: UUID
    sender_id: UUID


class Invitation(Protocol):
    """What a link of the loop opens."""

    @property
    def link(self) -> LinkView: ...
    @property
    def invite(self) -> Invite: ...


F = TypeVar("F", bound=Invitation)
G = TypeVar("G", bound=InvitedGo)
V = TypeVar("V")
F_contra = TypeVar("F_contra", bound=Invitation, contravariant=True)
G_contra = TypeVar("G_contra", bound=InvitedGo, contravariant=True)
V_co = TypeVar("V_co", covariant=True)
"""What a link opens, a friend's go at it, and what the page behind it shows."""


class Showing(Protocol[F_contra, G_contra, V_co]):
    """How the loop words each stage: a module with these functions."""

    def closed(self, words: str, /) -> V_co: ...
    def own(self, found: F_contra, /) -> V_co: ...
    def invited(self, found: F_contra, friend: Friend, stage: GameStage, /) -> V_co: ...
    def playing(
        self, found: F_contra, friend: Friend, deck: PlayView, /, feedback: str = ""
    ) -> V_co: ...
    def done(
        self, tx: Transaction, friend: Friend, found: F_contra, row: G_contra, deck: PlayView, /
    ) -> V_co: ...


@dataclass(frozen=True)
class Dealt:
    """The deck somebody was dealt, and at which grade."""

    session_id: UUID
    grade: int


@dataclass(frozen=True)
class Turn(Generic[F, G]):
    """A friend at their deck, everything fetched and locked."""

    friend: Friend
    found: F
    row: G


@dataclass(frozen=True, kw_only=True)
class LinkDeck(Generic[F, G, V]):
    """The deck behind the links of one loop, which says here what is its own."""

    go: type[G]
    own: type[Conflict]
    """What senders are told who begin behind their own link."""
    behind: Callable[[Transaction, LinkView | None], F | None]
    showing: Showing[F, G, V]
    deal: Callable[[Transaction, Friend, F, int | None], Dealt]
    """Deals at the grade a friend chose; their own, if it is known, goes before it."""
    answered: Callable[[Transaction, Turn[F, G], AnswerView], None]
    """What comes of one more answer."""

    def invitation(self, friend: Friend, code: str) -> V:
        """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

        Raises:
            NotAllowed: a child whose parent has not said yes.
            CookiesNeeded: a guest's browser that keeps no cookie of ours.
        """
        _ = friend.player
        with transaction() as tx:
            found = self.behind(tx, attribution.link_in(tx, code))
            if found is None:
                return self.showing.closed(LinkOver.words)
            if _is_sender(friend, found):
                return self.showing.own(found)
            attribution.clicked(
                tx,
                found.link,
                visitor_id=friend.visitor_id,
                user_id=friend.member.user_id if friend.member else None,
                standing=friend.standing,
            )
            row = self._go_of(tx, friend, found)
            if row is None:
                stage = GameStage.INVITED if self._has_room(tx, friend) else GameStage.FULL
                return self.showing.invited(found, friend, stage)
            return self._shown(tx, Turn(friend, found, row))

    def begin(self, friend: Friend, code: str, grade: int | None = None) -> V:
        """Deal the friend's deck at the grade they chose, or go on with it.

        Raises:
            AgeAsked: that grade sounds like a child, and the age gate has not been asked since.
            LinkOver: the link opens nothing (any more).
            Conflict: the sender's own link, as `own` words it.
            GuestPlaysSpent: enough games without an account on this device.
        """
        _ = friend.player
        if friend.student and grade is not None:
            accounts.note_grade(friend.student, grade)
        with transaction() as tx:
            found = self._open(tx, friend, code)
            row = self._go_of(tx, friend, found)
            if row is None:
                if not self._has_room(tx, friend):
                    raise GuestPlaysSpent
                row = self._begin(tx, friend, found, grade)
            return self._shown(tx, Turn(friend, found, row))

    def answer(self, friend: Friend, code: str, position: int, given: str) -> V:
        """Mark the answer to question `position`, from 0, and show the verdict.

        Raises:
            LinkOver: the link opens nothing (any more).
            NotFound: the friend has not begun.
            GameOver: a guest began more than a day ago.
            NotOpenYet: an earlier question has no answer yet.
            Invalid: too long, or holding signs nobody can type.
        """
        with transaction() as tx:
            turn = self._turn(tx, friend, code)
            went = practice.answer_for(tx, friend.player, turn.row.session_id, position, given)
            return self._after(tx, turn, went)

    def reveal(self, friend: Friend, code: str, position: int) -> V:
        """Show the solution of question `position` instead of an answer; it counts as not right.

        Raises: as `answer`.
        """
        with transaction() as tx:
            turn = self._turn(tx, friend, code)
            went = practice.reveal_for(tx, friend.player, turn.row.session_id, position)
            return self._after(tx, turn, went)

    def hint(self, friend: Friend, code: str, position: int, number: int) -> V:
        """Show a hint of the question on show; see `practice.hint` for what it costs.

        Raises: as `answer`.
        """
        with transaction() as tx:
            turn = self._turn(tx, friend, code)
            deck = practice.hint_for(tx, friend.player, turn.row.session_id, position, number)
            return self.showing.playing(turn.found, friend, deck)

    def next_question(self, friend: Friend, code: str, position: int) -> V:
        """Leave the verdict on `position` behind; after the last one comes the end.

        Raises: as `answer`.
        """
        with transaction() as tx:
            turn = self._turn(tx, friend, code)
            practice.next_question_for(tx, friend.player, turn.row.session_id, position)
            return self._shown(tx, turn)

    def _open(self, tx: Transaction, friend: Friend, code: str) -> F:
        """The invitation, for somebody who may play it; a guest's deeds come in turn."""
        if friend.student is None:
            attribution.wait_for_visitor(tx, friend.visitor_id)
        found = self.behind(tx, attribution.link_in(tx, code))
        if found is None:
            raise LinkOver
        if _is_sender(friend, found):
            raise self.own
        return found

    def _turn(self, tx: Transaction, friend: Friend, code: str) -> Turn[F, G]:
        found = self._open(tx, friend, code)
        row = self._go_of(tx, friend, found, lock=True)
        if row is None:
            raise NotFound
        if friend.student is None and rules.is_over(row.started_at, tx.now):
            raise GameOver
        return Turn(friend, found, row)

    def _go_of(self, tx: Transaction, friend: Friend, found: F, *, lock: bool = False) -> G | None:
        player = friend.player
        mine = select(self.go).where(
            self.go.invite_id == found.invite.id,
            self.go.player_user_id == player.user_id
            if player.user_id
            else self.go.player_visitor_id == player.visitor_id,
        )
        if lock:
            mine = mine.with_for_update().execution_options(populate_existing=True)
        return tx.session.exec(mine).one_or_none()

    def _begin(self, tx: Transaction, friend: Friend, found: F, grade: int | None) -> G:
        dealt = self.deal(tx, friend, found, grade)
        new = self.go(
            invite_id=found.invite.id,
            player_user_id=friend.player.user_id,
            player_visitor_id=friend.player.visitor_id,
            session_id=dealt.session_id,
            grade=dealt.grade,
            started_at=tx.now,
        )
        tx.session.exec(insert(self.go).values(**new.model_dump()).on_conflict_do_nothing())
        row = self._go_of(tx, friend, found)
        if row is None:
            raise NotFound
        return row

    def _has_room(self, tx: Transaction, friend: Friend) -> bool:
        if friend.student:
            return True
        visitors = attribution.visitors_on_device(tx, friend.visitor_id)
        begun = select(func.count()).where(
            col(self.go.player_visitor_id).in_(visitors),
            self.go.started_at > tx.now - rules.GUEST_WINDOW,
        )
        return tx.session.exec(begun).one() < rules.GUEST_PLAYS

    def _shown(self, tx: Transaction, turn: Turn[F, G]) -> V:
        """Where the friend stands: on a question, at the end, or too late."""
        friend, row = turn.friend, turn.row
        deck = practice.resume_for(tx, friend.player, row.session_id)
        if deck.completed:
            return self.showing.done(tx, friend, turn.found, row, deck)
        if friend.student is None and rules.is_over(row.started_at, tx.now):
            return self.showing.closed(GameOver.words)
        return self.showing.playing(turn.found, friend, deck)

    def _after(self, tx: Transaction, turn: Turn[F, G], went: AnswerView) -> V:
        self.answered(tx, turn, went)
        deck = practice.resume_for(tx, turn.friend.player, turn.row.session_id)
        return self.showing.playing(turn.found, turn.friend, deck, feedback=went.feedback)


def _is_sender(friend: Friend, found: Invitation) -> bool:
    return friend.member is not None and friend.member.user_id == found.invite.sender_id
