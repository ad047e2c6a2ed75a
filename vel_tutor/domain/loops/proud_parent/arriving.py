"""A parent at the door: what the page behind a friend's link shows them."""

from dataclasses import replace

from vel_tutor import routes
from vel_tutor.core.db import transaction
from vel_tutor.domain import attribution
from vel_tutor.domain.loops.friend import Friend
from vel_tutor.domain.loops.proud_parent import cards
from vel_tutor.domain.loops.proud_parent.views import InvitedView
from vel_tutor.vocabulary import Standing

CLOSED = InvitedView(stage="closed", words="This invitation is over, or the link is not complete.")


def invitation(friend: Friend, code: str) -> InvitedView:
    """What the page behind `code` shows to `friend`, who has just opened it: that is a click.

    Forged, expired, withdrawn and unknown links are all one closed page.
    """
    with transaction() as tx:
        link = attribution.link_in(tx, code)
        card = cards.behind(tx, link) if link else None
        if link is None or card is None:
            return CLOSED
        said = cards.facts(tx, card)
        view = InvitedView(
            stage=_stage(friend),
            headline=cards.headline(said),
            steps=cards.steps(card),
            minutes=card.minutes,
            streak=card.streak,
            card=routes.card(card.id),
            alt=cards.alt(said),
        )
        member = friend.member
        if member and member.user_id == link.referrer_id:
            return replace(view, stage="own")
        attribution.clicked(
            tx,
            link,
            visitor_id=friend.visitor_id,
            user_id=member.user_id if member else None,
            standing=friend.standing,
        )
        return view


def _stage(friend: Friend) -> str:
    if friend.member is None:
        return "open"
    return "parent" if friend.standing is Standing.PARENT else "other"
