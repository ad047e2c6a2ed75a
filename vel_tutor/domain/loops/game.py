"""One friend's game of a challenge: who may play it, for how long, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from vel_tutor.core.db import Transaction
from vel_tutor.core.errors import Conflict, NotFound
from vel_tutor.domain import attribution, practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import queries, rules, showing
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.domain.loops.views import GameView
from vel_tutor.domain.practice import DeckChoice, Player
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import ShieldReason


class OwnChallenge(Conflict):
    words = "This is your own challenge. Send it to a friend."
    code = "own_challenge"


class GameOver(NotFound):
    words = "This game was open for a day. Sign up to play it again."
    code = "game_over"


def challenge_for(tx: Transaction, friend: Friend, code: str) -> tuple[LinkView, Challenge]:
    """The challenge behind `code`, for somebody who may play it; a guest's deeds come in turn."""
    if friend.student is None:
        attribution.wait_for_visitor(tx, friend.visitor_id)
    found = queries.behind(tx, attribution.link_in(tx, code))
    if found is None:
        raise LinkOver
    if is_sender(friend, found[1]):
        raise OwnChallenge
    return found


def is_sender(friend: Friend, challenge: Challenge) -> bool:
    """Whether the sender has opened their own link."""
    return friend.member is not None and friend.member.user_id == challenge.sender_id


@dataclass(frozen=True)
class Deal:
    """What decides a friend's deck: the same seed and level deal the same one."""

    seed: int
    source_id: UUID
    grade: int | None = None
    """The friend's own level, where the challenge comes from a test."""


def deal(tx: Transaction, player: Player, challenge: Challenge, by: Deal) -> UUID:
    """Other questions of the families the sender met; after a test, questions of one's level."""
    if challenge.session_id:
        cards = practice.deck_like(tx, challenge.session_id, by.seed)
        cards = tuple(cards[place] for place in rules.deck(len(cards)))
    else:
        cards = practice.deck_of(_choice(challenge, by.grade), by.seed)
    return practice.open_deck_for(tx, player, cards, by.source_id)


def _choice(challenge: Challenge, grade: int | None) -> DeckChoice:
    open_to = practice.grades_of(challenge.subject, challenge.skill)
    return DeckChoice(
        subject=challenge.subject,
        grade=_nearest(open_to, challenge.grade if grade is None else grade),
        skill=challenge.skill,
        size=rules.DECK_SIZE,
    )


def _nearest(open_to: Sequence[int], wished: int | None) -> int:
    return min(open_to, key=lambda known: abs(known - (wished or 0)))


def levels(challenge: Challenge, friend: Friend) -> tuple[tuple[int, ...], int]:
    """The grades a friend may choose from, and the one proposed; none where there is no choice."""
    if challenge.session_id or challenge.skill:
        return (), -1
    open_to = practice.grades_of(challenge.subject)
    own = friend.student.grade if friend.student else None
    return open_to, _nearest(open_to, challenge.grade if own is None else own)


def own_play(tx: Transaction, player: Player, challenge: Challenge) -> ChallengePlay:
    """The player's own go, locked, or `NotFound`."""
    play = queries.play_of(tx, player, challenge.id, lock=True)
    if play is None:
        raise NotFound
    return play


@dataclass(frozen=True)
class Turn:
    """A friend at their game, everything fetched and locked."""

    link: LinkView
    challenge: Challenge
    play: ChallengePlay

    @property
    def session_id(self) -> UUID:
        """The deck on the table: the first go, or the last one for fun."""
        return self.play.again_session_id or self.play.session_id


def turn(tx: Transaction, friend: Friend, code: str) -> Turn:
    """The friend's own game, while it may be played on."""
    link, challenge = challenge_for(tx, friend, code)
    play = own_play(tx, friend.player, challenge)
    if friend.student is None and rules.is_over(play.started_at, tx.now):
        raise GameOver
    return Turn(link, challenge, play)


def shown(tx: Transaction, friend: Friend, challenge: Challenge, play: ChallengePlay) -> GameView:
    """Where the friend stands: on a question, at the comparison, or too late."""
    session_id = play.again_session_id or play.session_id
    deck = practice.resume_for(tx, friend.player, session_id)
    if not deck.completed:
        if friend.student is None and rules.is_over(play.started_at, tx.now):
            return showing.closed(GameOver.words)
        return showing.playing(challenge, play, deck, friend)
    reward = ""
    if friend.student:
        user_id = friend.student.user_id
        reward = queries.shield_words(tx, user_id, ShieldReason.CHALLENGE_PLAYED, user_id)
    cheer = _cheer(tx, play, rewarded=bool(reward))
    return showing.done(challenge, play, deck, friend, reward=reward, cheer=cheer)


def _cheer(tx: Transaction, play: ChallengePlay, *, rewarded: bool) -> bool:
    """Whether this is the first time the friend sees that it is over, or that it paid."""
    cheer = play.friend_saw_at is None or (rewarded and not play.friend_saw_reward)
    play.friend_saw_at = play.friend_saw_at or tx.now
    play.friend_saw_reward = play.friend_saw_reward or rewarded
    tx.session.add(play)
    return cheer
