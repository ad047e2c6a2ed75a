"""Challenges in the feed: which of them become lines, and taking one up from a friend's line."""

from uuid import UUID

from sqlmodel import select

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, attribution, feed, practice
from vel_tutor.domain.feed import About, Seen
from vel_tutor.domain.loops import caps, rules, sending
from vel_tutor.domain.loops.queries import LinkOver
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import STUDENTS, ChallengeKind, ConsentScope, FeedKind, Outcome


def tell_sent(tx: Transaction, link_id: UUID) -> bool:
    """A link was handed on: a line, if it leads to a challenge; says whether the line is new."""
    challenge = tx.session.exec(
        select(Challenge).where(Challenge.id == attribution.link_ever(tx, link_id).target_id)
    ).one_or_none()
    return challenge is not None and _tell_issued(tx, challenge)


def tell_answer(tx: Transaction, challenge_id: UUID) -> bool:
    """A challenge was made: a line at once, if it is for somebody it needs no link to reach."""
    challenge = tx.session.get(Challenge, challenge_id)
    if challenge is None or challenge.to_user_id is None:
        return False
    return _tell_issued(tx, challenge)


def tell_won(tx: Transaction, play_id: UUID) -> bool:
    """A game is over: a line for whoever won it, if both thought about their answers."""
    play = tx.session.get(ChallengePlay, play_id)
    challenge = tx.session.get(Challenge, play.challenge_id) if play else None
    if play is None or challenge is None or play.percent is None or challenge.percent is None:
        return False
    if _is_rapid(tx, play.session_id) or _is_rapid(tx, challenge.session_id):
        return False
    sides = (play.player_user_id, challenge.sender_id)
    match rules.outcome(play.percent, challenge.percent):
        case Outcome.WON:
            winner, other = sides
        case Outcome.LOST:
            other, winner = sides
        case _:
            return False
    about = About(subject=challenge.subject.value, number=max(play.percent, challenge.percent))
    return winner is not None and feed.tell(
        tx, winner, FeedKind.CHALLENGE_WON, play.id, other, about
    )


def challenge_me_too(actor: Actor, item_id: UUID) -> str:
    """Take up what a friend's line is about: the path on which the actor plays the same questions.

    Raises:
        NotFound: no such line of a friend, or nothing one can take up.
        LinkOver: the time to play it is over.
    """
    actor.must_be(*STUDENTS)
    with transaction() as tx:
        challenge = _behind(tx, feed.seen(tx, actor, item_id))
        link = attribution.link_of(tx, challenge.link_id)
    if link is None:
        raise LinkOver
    return routes.challenge(link.code)


def _behind(tx: Transaction, line: Seen) -> Challenge:
    match line.kind:
        case FeedKind.CHALLENGE_ISSUED:
            found = tx.session.get(Challenge, line.source_id)
        case FeedKind.CHALLENGE_ACCEPTED | FeedKind.CHALLENGE_WON:
            play = tx.session.get(ChallengePlay, line.source_id)
            found = tx.session.get(Challenge, play.challenge_id) if play else None
        case FeedKind.PERSONAL_BEST:
            found = _of_deck(tx, line)
        case _:
            found = None
    if found is None:
        raise NotFound
    return found


def _of_deck(tx: Transaction, line: Seen) -> Challenge | None:
    """The deck of a line as a score to beat, made so now if its owner lets friends be invited."""
    caps.one_at_a_time(tx, line.owner_id)
    made = select(Challenge).where(Challenge.session_id == line.source_id)
    challenge = tx.session.exec(made).one_or_none()
    if challenge or not accounts.allows(tx, line.owner_id, ConsentScope.INVITING):
        return challenge
    return sending.send(tx, sending.wish_of(line.owner_id, practice.score_of(tx, line.source_id)))


def _tell_issued(tx: Transaction, challenge: Challenge) -> bool:
    if challenge.kind is not ChallengeKind.SCORE or _is_rapid(tx, challenge.session_id):
        return False
    about = About(
        subject=challenge.subject.value, what=challenge.skill, number=challenge.percent or 0
    )
    return feed.tell(
        tx,
        challenge.sender_id,
        FeedKind.CHALLENGE_ISSUED,
        challenge.id,
        challenge.to_user_id,
        about,
    )


def _is_rapid(tx: Transaction, session_id: UUID | None) -> bool:
    return session_id is not None and rules.is_rapid(practice.answer_times(tx, session_id))
