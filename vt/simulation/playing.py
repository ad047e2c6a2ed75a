"""How made-up people go through each loop: through the same front doors as everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from uuid import UUID

from vel_tutor.core import clock
from vel_tutor.core.actor import Actor
from vel_tutor.core.errors import Refusal
from vel_tutor.domain import attribution, loops, practice
from vel_tutor.domain.attribution import Visit
from vel_tutor.domain.diagnostics import DiagnosticChoice
from vel_tutor.domain.loops import Friend, proud_parent, rally, rescue
from vel_tutor.domain.loops.rescue import Given
from vel_tutor.domain.loops.views import ShareView
from vel_tutor.domain.practice import DeckChoice
from vel_tutor.vocabulary import Channel, GameStage, LoopKind, Subject
from vt import exam
from vt.simulation.people import CHILDS_GRADE, GRADE
from vt.week import an_answer

SECONDS_A_QUESTION = 20
DECK = DeckChoice(subject=Subject.MATH, grade=GRADE, size=5)
_CHANNELS = (Channel.WHATSAPP, Channel.SMS, Channel.EMAIL, Channel.COPY)


@dataclass(frozen=True)
class Invitation:
    """One invitation on its way to a friend."""

    inviter: UUID
    loop: LoopKind
    link_id: str
    code: str
    channel: Channel


class Pace:
    """The time that passes while somebody answers."""

    def __init__(self) -> None:
        self.at = clock.now()

    def step(self) -> None:
        """One more question has been read and answered."""
        self.at += timedelta(seconds=SECONDS_A_QUESTION)


def practise(actor: Actor, knows: float, draw: Random) -> UUID:
    """A deck of five; the id of the session."""
    session_id = UUID(practice.open_session(actor, DECK).session_id)
    pace = Pace()
    for position in range(DECK.size):
        pace.step()
        with clock.stopped(pace.at):
            given = an_answer(session_id, position, right=draw.random() < knows)
            practice.submit_answer(actor, session_id, position, given)
            practice.next_question(actor, session_id, position)
    return session_id


def share(actor: Actor, loop: LoopKind, shared: ShareView, draw: Random) -> Invitation:
    """Send an invitation one of the usual ways."""
    channel = draw.choice(_CHANNELS)
    loops.note_share(actor, UUID(shared.link_id), channel)
    return Invitation(actor.user_id, loop, shared.link_id, shared.qr.split("/")[2], channel)


def open_link(visitor_id: str, invitation: Invitation) -> bool:
    """Follow the link until its page has come alive; whether there was something behind it."""
    visit = Visit(visitor_id=visitor_id, channel=invitation.channel)
    if attribution.open_link(invitation.code, visit) is None:
        return False
    shown = _INVITED[invitation.loop](Friend(visitor_id=visitor_id), invitation.code)
    return shown not in (GameStage.CLOSED.value, GameStage.OWN.value)


def play(visitor_id: str, invitation: Invitation, knows: float, draw: Random) -> bool:
    """Play what the link opened, to the end; whether the house let them."""
    try:
        _PLAYED[invitation.loop](Friend(visitor_id=visitor_id), invitation.code, knows, draw)
    except Refusal:
        return False
    return True


def _play_challenge(friend: Friend, code: str, knows: float, draw: Random) -> None:
    session_id = UUID(loops.begin(friend, code).play.session_id)
    pace = Pace()
    for position in range(DECK.size):
        pace.step()
        with clock.stopped(pace.at):
            given = an_answer(session_id, position, right=draw.random() < knows)
            loops.answer(friend, code, position, given)
            loops.next_question(friend, code, position)


def _play_quiz(friend: Friend, code: str, knows: float, draw: Random) -> None:
    begun = rally.begin(friend, code, GRADE)
    session_id = UUID(begun.play.session_id)
    pace = Pace()
    for position in range(begun.size):
        pace.step()
        with clock.stopped(pace.at):
            given = an_answer(session_id, position, right=draw.random() < knows)
            rally.answer(friend, code, position, given)
            rally.next_question(friend, code, position)


def _play_room(friend: Friend, code: str, knows: float, draw: Random) -> None:
    sit_through(friend, rescue.join(friend, code), knows, draw)


def sit_through(friend: Friend, room_id: UUID, knows: float, draw: Random) -> None:
    """Answer everything in a room for two."""
    room = rescue.enter(friend, room_id)
    session_id = UUID(room.play.session_id)
    pace = Pace()
    for position in range(room.play.size):
        pace.step()
        with clock.stopped(pace.at):
            words = an_answer(session_id, position, right=draw.random() < knows)
            given = Given(position=position, words=words, key=f"{friend.visitor_id}{position}")
            rescue.answer(friend, room_id, given)
            rescue.next_question(friend, room_id, position)


def take_test(actor: Actor, ability: float, seed: int) -> None:
    """A whole adaptive test, from now on."""
    choice = DiagnosticChoice(subject=Subject.MATH, grade=CHILDS_GRADE)
    exam.take(actor, choice, ability, clock.now(), seed=seed)


_INVITED: dict[LoopKind, Callable[[Friend, str], str]] = {
    LoopKind.BUDDY_CHALLENGE: lambda friend, code: loops.invitation(friend, code).stage,
    LoopKind.RESULTS_RALLY: lambda friend, code: rally.invitation(friend, code).stage,
    LoopKind.PROUD_PARENT: lambda friend, code: proud_parent.invitation(friend, code).stage,
    LoopKind.STREAK_RESCUE: lambda friend, code: rescue.invitation(friend, code).stage,
}
_PLAYED: dict[LoopKind, Callable[[Friend, str, float, Random], None]] = {
    LoopKind.BUDDY_CHALLENGE: _play_challenge,
    LoopKind.RESULTS_RALLY: _play_quiz,
    LoopKind.STREAK_RESCUE: _play_room,
}
