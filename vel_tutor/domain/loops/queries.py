"""Reads about challenges, and the pieces its actions share."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from sqlmodel import col, func, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import NotAllowed, NotFound
from vel_tutor.domain import accounts, attribution, diagnostics, flashcards, incentives, practice
from vel_tutor.domain.attribution import LinkView
from vel_tutor.domain.loops import invite, rules, showing
from vel_tutor.domain.loops.views import A_FRIEND, FriendView, PreviewView, SentView
from vel_tutor.domain.practice import Player
from vel_tutor.media import share_card
from vel_tutor.media.share_card import ShareCardFacts
from vel_tutor.models.loops import Challenge, ChallengePlay
from vel_tutor.vocabulary import CardTemplate, LoopKind, ShieldReason, Subject

_SHOWN_FRIENDS = 20
_SHOWN_CHALLENGES = 20
_NEWS_WINDOW = rules.CHALLENGE_LIFE + timedelta(days=1)


class LinkOver(NotFound):
    words = "This challenge is over or the link is not complete."
    code = "link_over"


def challenge_preview(tx: Transaction, link: LinkView) -> PreviewView | None:
    """What the link of a challenge may tell about itself, or None when it opens nothing."""
    found = behind(tx, link)
    return invite.preview(found[1], found[0]) if found else None


def sent(actor: Actor) -> tuple[SentView, ...]:
    """The actor's challenges, the latest first."""
    with reading() as tx:
        rows = tx.session.exec(
            select(Challenge)
            .where(Challenge.sender_id == actor.user_id)
            .order_by(col(Challenge.created_at).desc())
            .limit(_SHOWN_CHALLENGES)
        ).all()
        return tuple(sent_view(tx, actor, row) for row in rows)


def open_challenges(actor: Actor) -> tuple[SentView, ...]:
    """The actor's challenges with something to see: being played, or ended and not looked at."""
    news = (
        select(ChallengePlay.challenge_id)
        .join(Challenge, col(Challenge.id) == ChallengePlay.challenge_id)
        .where(
            Challenge.sender_id == actor.user_id,
            col(ChallengePlay.sender_saw_at).is_(None),
        )
    )
    with reading() as tx:
        rows = tx.session.exec(
            select(Challenge)
            .where(
                col(Challenge.id).in_(news),
                Challenge.created_at > tx.now - _NEWS_WINDOW,
            )
            .order_by(col(Challenge.created_at).desc())
            .limit(_SHOWN_CHALLENGES)
        ).all()
        return tuple(sent_view(tx, actor, row) for row in rows)


def card(card_id: UUID, actor: Actor | None) -> ShareCardFacts | None:
    """What the share card `card_id` says: of an open challenge, or of the actor's own deeds."""
    with reading() as tx:
        challenge = tx.session.get(Challenge, card_id)
        if challenge is not None:
            if behind(tx, attribution.link_of(tx, challenge.link_id)) is None:
                return None
            is_study = challenge.percent is None
            return ShareCardFacts(
                template=CardTemplate.STUDY if is_study else CardTemplate.CHALLENGE,
                subject=challenge.subject,
                skill=challenge.title,
                percent=challenge.percent or 0,
            )
        own = _own_card(tx, card_id, actor) if actor else None
    if own or actor is None:
        return own
    return _test_card(actor, card_id) or flashcards.share_facts(actor, card_id)


def _test_card(actor: Actor, test_id: UUID) -> ShareCardFacts | None:
    """What the card of the actor's own test says; none for a low score, or a child's test."""
    try:
        found = diagnostics.results(actor, test_id)
    except (NotFound, NotAllowed, diagnostics.NotScored):
        return None
    if not found.may_share or found.whose:
        return None
    return ShareCardFacts(
        template=CardTemplate.RESULT,
        subject=Subject(found.subject),
        skill=found.title,
        percent=found.domain_percent,
    )


def _own_card(tx: Transaction, session_id: UUID, actor: Actor) -> ShareCardFacts | None:
    try:
        score = practice.score_for(tx, Player.of(actor), session_id)
    except NotFound:
        return None
    if not score.completed:
        return None
    return ShareCardFacts(
        template=CardTemplate.RESULT,
        subject=score.subject,
        skill=score.title,
        percent=score.percent,
    )


def picture(card_id: UUID, actor: Actor | None) -> Callable[[], bytes] | None:
    """How to draw the share card `card_id`, for whoever may see it."""
    facts = card(card_id, actor)
    return partial(share_card.render, facts) if facts else None


def behind(tx: Transaction, link: LinkView | None) -> tuple[LinkView, Challenge] | None:
    """The challenge that `link` opens, while its sender may still invite."""
    if link is None or link.loop is not LoopKind.BUDDY_CHALLENGE:
        return None
    challenge = tx.session.get(Challenge, link.target_id)
    if challenge is None:
        return None
    try:
        sender = accounts.person(tx, challenge.sender_id)
    except NotFound:
        return None
    return (link, challenge) if sender.may_invite else None


def play_of(
    tx: Transaction, player: Player, challenge_id: UUID, *, lock: bool = False
) -> ChallengePlay | None:
    """The player's go at a challenge."""
    mine = select(ChallengePlay).where(
        ChallengePlay.challenge_id == challenge_id,
        ChallengePlay.player_user_id == player.user_id
        if player.user_id
        else ChallengePlay.player_visitor_id == player.visitor_id,
    )
    if lock:
        mine = mine.with_for_update().execution_options(populate_existing=True)
    return tx.session.exec(mine).one_or_none()


def guest_plays(tx: Transaction, visitor_id: str) -> int:
    """Games begun without an account on the browser of `visitor_id` within the window."""
    begun = select(func.count()).where(
        col(ChallengePlay.player_visitor_id).in_(attribution.visitors_on_device(tx, visitor_id)),
        ChallengePlay.started_at > tx.now - rules.GUEST_WINDOW,
    )
    return tx.session.exec(begun).one()


def plays_of(tx: Transaction, challenge: Challenge) -> Sequence[ChallengePlay]:
    """Who played, the latest first."""
    return tx.session.exec(
        select(ChallengePlay)
        .where(ChallengePlay.challenge_id == challenge.id)
        .order_by(col(ChallengePlay.started_at).desc())
        .limit(_SHOWN_FRIENDS)
    ).all()


def sent_view(tx: Transaction, actor: Actor, challenge: Challenge) -> SentView:
    """`challenge` as its sender sees it."""
    found = behind(tx, attribution.link_of(tx, challenge.link_id))
    plays = plays_of(tx, challenge)
    friends = tuple(_friend(tx, challenge, play) for play in plays)
    return showing.sent(challenge, found[0] if found else None, friends, plays, actor.time_zone)


def _friend(tx: Transaction, challenge: Challenge, play: ChallengePlay) -> FriendView:
    user_id = play.player_user_id
    if user_id is None:
        return showing.friend(play, challenge, A_FRIEND, "")
    reward = shield_words(tx, challenge.sender_id, ShieldReason.CHALLENGE_SENT, user_id)
    return showing.friend(play, challenge, accounts.pseudonym(user_id), reward)


def shield_words(tx: Transaction, user_id: UUID, reason: ShieldReason, invitee_id: UUID) -> str:
    """What became of the promised shield, honestly; nothing while it is still to come."""
    outcome = incentives.shield_outcome(tx, user_id, reason, invitee_id)
    if outcome is None:
        return ""
    if outcome == "full":
        return "You earned a streak shield, and hold the most there are already."
    return "You got a streak shield."
