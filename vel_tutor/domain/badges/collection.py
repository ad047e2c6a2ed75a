"""Somebody's badges: the collection, and what they have not been shown yet."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from vel_tutor.content.badges import BADGES
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.domain import accounts, incentives
from vel_tutor.domain.badges import rules, showing
from vel_tutor.domain.badges.showing import Held, Known
from vel_tutor.domain.badges.views import CollectionView, NewsView
from vel_tutor.domain.incentives import EarnedBadge
from vel_tutor.domain.loops import prompts
from vel_tutor.models.badges import BadgeCount, BadgeRarity, BadgeShown
from vel_tutor.vocabulary import STUDENTS


def collection(actor: Actor) -> CollectionView:
    """Every badge there is, as the actor sees it.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    with reading() as tx:
        earned = _known_earned(tx, actor.user_id)
        return showing.collection(
            Known(
                held=_held(actor.time_zone, earned),
                values=_values(tx, actor.user_id),
                rarity=_rarity(tx),
            )
        )


def news(actor: Actor) -> NewsView:
    """The oldest badge the actor has not been shown; several levels of one are one.

    Whoever has switched suggestions off finds it in the collection, and nothing rises by itself.
    """
    if not actor.is_student:
        return NewsView()
    with reading() as tx:
        waiting = _not_shown(tx, actor.user_id)
        if not waiting or prompts.wants_none(tx, actor.user_id):
            return NewsView()
        oldest = min(waiting, key=lambda one: (one.at, one.badge))
        highest = max(
            (one for one in waiting if one.badge == oldest.badge), key=lambda one: one.level
        )
        known = Known(held=_held(actor.time_zone, [highest]))
        return NewsView(
            badge=showing.badge(BADGES[highest.badge], known),
            waiting=len({one.badge for one in waiting}) - 1,
            is_there=True,
            may_share=accounts.may_invite(actor),
        )


def mark_shown(actor: Actor, row_id: UUID) -> None:
    """The actor has seen this level, and with it every lower one.

    Raises:
        NotFound: no such level, or somebody else holds it.
    """
    with transaction() as tx:
        mine = incentives.badges_of(tx, actor.user_id)
        seen = next((one for one in mine if one.id == row_id), None)
        if seen is None:
            raise NotFound
        rows = [one for one in mine if one.badge == seen.badge and one.level <= seen.level]
        _mark(tx, rows)


def mark_all_shown(actor: Actor) -> None:
    """The actor looks at all of them together."""
    with transaction() as tx:
        _mark(tx, incentives.badges_of(tx, actor.user_id))


def _mark(tx: Transaction, rows: Iterable[EarnedBadge]) -> None:
    seen = [{"badge_row_id": one.id, "at": tx.now} for one in rows]
    if seen:
        tx.session.exec(insert(BadgeShown).values(seen).on_conflict_do_nothing())


def _not_shown(tx: Transaction, user_id: UUID) -> list[EarnedBadge]:
    earned = _known_earned(tx, user_id)
    shown = set(
        tx.session.exec(
            select(BadgeShown.badge_row_id).where(
                col(BadgeShown.badge_row_id).in_([one.id for one in earned])
            )
        )
        if earned
        else ()
    )
    return [one for one in earned if one.id not in shown]


def _known_earned(tx: Transaction, user_id: UUID) -> list[EarnedBadge]:
    """What `user_id` holds of the badges that are in the catalogue."""
    return [one for one in incentives.badges_of(tx, user_id) if one.badge in BADGES]


def _held(zone: str, earned: Iterable[EarnedBadge]) -> dict[str, Held]:
    held: dict[str, Held] = {}
    for one in sorted(earned, key=lambda one: one.level):
        day = incentives.local_day(one.at, zone)
        held[one.badge] = Held(str(one.id), one.level, day)
    return held


def _values(tx: Transaction, user_id: UUID) -> dict[rules.Measured, int]:
    rows = tx.session.exec(select(BadgeCount).where(BadgeCount.user_id == user_id))
    return {(row.measure, row.of): row.value for row in rows}


def _rarity(tx: Transaction) -> dict[str, int]:
    counted = {
        row.badge: rules.rarity(row.holders, row.learners)
        for row in tx.session.exec(select(BadgeRarity))
    }
    return {badge: share for badge, share in counted.items() if share}
