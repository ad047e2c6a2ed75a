"""The best achievements of the week, on the first screen."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from vel_tutor import routes
from vel_tutor.content.badges import BADGES
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.domain import accounts
from vel_tutor.domain.feed import reading as feeds
from vel_tutor.domain.feed import rules, showing, viewers
from vel_tutor.domain.feed.viewers import Viewer
from vel_tutor.domain.feed.views import SpotView
from vel_tutor.models.feed import FeedItem, FeedReaction
from vel_tutor.vocabulary import STUDENTS, FeedKind, Reaction

WINDOW = timedelta(days=7)
SHOWN = 5


def spotlight(actor: Actor) -> tuple[SpotView, ...]:
    """At most five achievements of the week, one a person, the actor's own first.

    Of friends; of strangers who practise the same, when friends have none. None for nobody.
    """
    if actor.standing not in STUDENTS:
        return ()
    with reading() as tx:
        who = viewers.viewer(tx, actor)
        if who is None:
            return ()
        rows = feeds.achievements(tx, who, tx.now - WINDOW)
        best: dict[UUID, FeedItem] = {}
        for row in sorted(rows, key=lambda row: (rules.worth(row.kind, row.number), row.at)):
            best[row.owner_id] = row
        ranked = sorted(best.values(), key=lambda row: _order(who, row), reverse=True)[:SHOWN]
        cheered = _cheered(tx, who, ranked)
        return tuple(_spot(actor, who, row, row.id in cheered) for row in ranked)


def _order(who: Viewer, row: FeedItem) -> tuple[bool, int, float]:
    own = row.owner_id == who.user_id
    return own, rules.worth(row.kind, row.number), row.at.timestamp()


def _cheered(tx: Transaction, who: Viewer, rows: list[FeedItem]) -> frozenset[UUID]:
    said = select(FeedReaction.item_id).where(
        col(FeedReaction.item_id).in_([row.id for row in rows]),
        FeedReaction.user_id == who.user_id,
        FeedReaction.reaction == Reaction.CHEER,
    )
    return frozenset(tx.session.exec(said).all())


def _spot(actor: Actor, who: Viewer, row: FeedItem, is_cheered: bool) -> SpotView:
    is_own = row.owner_id == who.user_id
    badge = BADGES.get(row.what) if row.kind is FeedKind.BADGE_EARNED else None
    return SpotView(
        id=str(row.id),
        who=showing.name(who, row),
        words=showing.sentence(who, row),
        kind=row.kind.value,
        picture=badge.picture if badge else "",
        figure=_figure(row),
        face=showing.face(who, row),
        is_own=is_own,
        is_cheered=is_cheered,
        share_href=_share(row) if is_own and accounts.may_invite(actor) else "",
    )


def _figure(row: FeedItem) -> str:
    match row.kind:
        case FeedKind.PERSONAL_BEST:
            return f"{row.number}%"
        case FeedKind.STREAK_REACHED | FeedKind.CARDS_MASTERED:
            return str(row.number)
        case _:
            return ""


def _share(row: FeedItem) -> str:
    """Where the ways to share one's own achievement are open, if its loop has any."""
    match row.kind:
        case FeedKind.PERSONAL_BEST:
            return routes.sharing(routes.practice_results(row.source_id))
        case FeedKind.BADGE_EARNED:
            return routes.badge_sharing(row.source_id)
        case FeedKind.CHALLENGE_WON:
            return routes.CHALLENGES
        case _:
            return routes.rally(row.subject) if row.subject else ""
