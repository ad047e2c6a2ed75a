"""Reading feeds: fan-out when read, a page at a time, friends first within each day.

Two sorted streams are merged: lines of the circle, one short range of an index for each friend, and
lines of peers, one for each subject and grade. Both begin where the last page ended, so that lines
which arrive meanwhile neither push others out of sight nor show them twice.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Uuid,
    and_,
    func,
    literal,
    or_,
    true,
    tuple_,
    union_all,
)
from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.errors import Invalid, NotFound
from vel_tutor.domain import incentives
from vel_tutor.domain.feed import rules, showing, viewers
from vel_tutor.domain.feed.rules import Place
from vel_tutor.domain.feed.viewers import Viewer
from vel_tutor.domain.feed.views import FeedView, LineView, NewsView
from vel_tutor.models.accounts import User
from vel_tutor.models.feed import FeedItem
from vel_tutor.vocabulary import STUDENTS, AgeBand, FeedKind, FeedStage

_NO_ID = UUID(int=0)
_chosen: Any = select
_Found = tuple[datetime, UUID]
_Owned = tuple[datetime, UUID, UUID]


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of one stream, from the latest down."""

    below: _Found | None = None
    since: datetime | None = None
    kinds: Collection[FeedKind] = ()
    """Only these; all, if none are named."""
    most: int = rules.PAGE

    def conditions(self) -> tuple[ColumnElement[bool], ...]:
        """That a `FeedItem` lies within."""
        place: Any = tuple_(col(FeedItem.at), col(FeedItem.id))
        found: list[ColumnElement[bool]] = []
        if self.below:
            found.append(place < tuple_(*self.below))
        if self.since:
            found.append(col(FeedItem.at) >= self.since)
        if self.kinds:
            found.append(col(FeedItem.kind).in_(self.kinds))
        return tuple(found)


def page(actor: Actor, after: str = "", size: int = rules.PAGE) -> FeedView:
    """One page of the actor's feed, from where the page before said.

    Raises:
        NotAllowed: not a student.
        Invalid: `after` is nothing that a page has said.
    """
    actor.must_be(*STUDENTS)
    try:
        place = rules.place(after) if after else None
    except ValueError:
        raise Invalid from None
    with reading() as tx:
        who = viewers.viewer(tx, actor)
        if who is None:
            return FeedView(stage=FeedStage.SHUT.value)
        places = _places(tx, who, place, size)
        shown = places[:size]
        lines = _lines(tx, who, shown, last=place)
        return FeedView(
            stage=FeedStage.FULL.value if lines or after else _empty(who).value,
            lines=lines,
            after=shown[-1].said() if len(places) > size else "",
            read_at=tx.now.isoformat(),
            topics=who.topics,
        )


def news(actor: Actor, read_at: str, held: Sequence[UUID]) -> NewsView:
    """What has become of the lines the actor holds, and how many new ones there are.

    Raises:
        Invalid: `read_at` is no moment.
    """
    with reading() as tx:
        who = viewers.viewer(tx, actor)
        if who is None:
            return NewsView()
        visible = _visible(tx, who, held)
        rows = [visible[item_id] for item_id in held if item_id in visible]
        return NewsView(
            lines=showing.lines(tx, who, rows),
            waiting=len(_new(tx, who, _moment(read_at), held)),
        )


def latest(actor: Actor, read_at: str, held: Sequence[UUID]) -> FeedView:
    """The lines the actor does not hold yet, the latest first.

    Raises: as `news`.
    """
    with reading() as tx:
        who = viewers.viewer(tx, actor)
        if who is None:
            return FeedView()
        rows = _rows(tx, [place.item_id for place in _new(tx, who, _moment(read_at), held)])
        return FeedView(lines=showing.lines(tx, who, rows), read_at=tx.now.isoformat())


def achievements(tx: Transaction, who: Viewer, since: datetime) -> Sequence[FeedItem]:
    """What `who` and their friends achieved since then; of peers, if they did nothing."""
    span = Span(since=since, kinds=rules.ACHIEVEMENTS, most=50)
    found = _circle(tx, who, span)
    if all(owner_id == who.user_id for _, _, owner_id in found):
        peers = _peers(tx, who, span)
        return _rows(tx, [*(item_id for _, item_id, _ in found), *(i for _, i in peers)])
    return _rows(tx, [item_id for _, item_id, _ in found])


def access(tx: Transaction, actor: Actor, item_id: UUID) -> tuple[Viewer, FeedItem]:
    """A line the actor may see right now, or `NotFound`. There is no other way to one."""
    who = viewers.viewer(tx, actor)
    if who is None:
        raise NotFound
    found = _visible(tx, who, [item_id])
    if item_id not in found:
        raise NotFound
    return who, found[item_id]


def _empty(who: Viewer) -> FeedStage:
    if who.band is AgeBand.CHILD:
        return FeedStage.CHILD_EMPTY
    return FeedStage.EMPTY


def _moment(said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        raise Invalid from None
    if moment.tzinfo is None:
        raise Invalid
    return moment - rules.LATE


def _places(tx: Transaction, who: Viewer, after: Place | None, size: int) -> list[Place]:
    """The next `size` places below `after`, and one more if there is one."""
    circle, peers = _bounds(who, after)
    most = size + 1
    ours = _circle(tx, who, Span(below=circle, most=most))
    theirs = _peers(tx, who, Span(below=peers, most=most))
    return _merged(who, ours, theirs)[:most]


def _merged(who: Viewer, circle: Sequence[_Owned], peers: Sequence[_Found]) -> list[Place]:
    """The lines of both streams where they stand, the highest first."""
    found = [
        *(_place(who, at, item_id, is_friend=True) for at, item_id, _ in circle),
        *(_place(who, at, item_id, is_friend=False) for at, item_id in peers),
    ]
    return sorted(found, key=lambda place: place.order, reverse=True)


def _bounds(who: Viewer, after: Place | None) -> tuple[_Found | None, _Found | None]:
    """Below what the streams of circle and peers go on, when `after` was the last line shown."""
    if after is None:
        return None, None
    here = (after.at, after.item_id)
    if after.is_friend:
        tomorrow = incentives.day_begins(after.day + timedelta(days=1), who.zone)
        return here, (tomorrow, _NO_ID)
    return (incentives.day_begins(after.day, who.zone), _NO_ID), here


def _place(who: Viewer, at: datetime, item_id: UUID, *, is_friend: bool) -> Place:
    return Place(incentives.local_day(at, who.zone), is_friend, at, item_id)


def _circle(tx: Transaction, who: Viewer, span: Span) -> Sequence[_Owned]:
    """Lines of the person and of friends: who may be seen is asked once for each, not each line."""
    theirs = (
        select(FeedItem.at, FeedItem.id, FeedItem.owner_id)
        .where(FeedItem.owner_id == User.id, *viewers.stands(who), *span.conditions())
        .order_by(col(FeedItem.at).desc(), col(FeedItem.id).desc())
        .limit(span.most)
        .correlate(User)
        .lateral("theirs")
    )
    ids = literal(list(who.circle), ARRAY(Uuid()))
    columns: Any = (theirs.c.at, theirs.c.id, theirs.c.owner_id)
    found: Any = (
        _chosen(*columns)
        .select_from(User)
        .join(theirs, true())
        .where(col(User.id) == func.any(ids), *viewers.may_show(who))
        .order_by(theirs.c.at.desc(), theirs.c.id.desc())
        .limit(span.most)
    )
    session: Any = tx.session
    return cast(Sequence[_Owned], session.exec(found).all())


def _peers(tx: Transaction, who: Viewer, span: Span) -> Sequence[_Found]:
    """Lines of strangers who practise the same, of the same age and about the same grade."""
    if not who.crowds:
        return ()
    crowds = [_of_crowd(who, subject, grade, span) for subject, grade in who.crowds]
    every = union_all(*crowds).subquery()
    columns: Any = (every.c.at, every.c.id)
    found: Any = _chosen(*columns).order_by(every.c.at.desc(), every.c.id.desc()).limit(span.most)
    session: Any = tx.session
    return cast(Sequence[_Found], session.exec(found).all())


def _of_crowd(who: Viewer, subject: str, grade: int, span: Span) -> Any:
    found = (
        select(FeedItem.at, FeedItem.id)
        .join(User, col(User.id) == FeedItem.owner_id)
        .where(
            FeedItem.simulation == who.simulation,
            FeedItem.age_band == who.band,
            FeedItem.subject == subject,
            FeedItem.grade == grade,
            *viewers.stands(who),
            *viewers.may_show(who),
            *viewers.is_peer(who),
            *span.conditions(),
        )
        .order_by(col(FeedItem.at).desc(), col(FeedItem.id).desc())
        .limit(span.most)
    )
    return _chosen(found.subquery())


def _new(tx: Transaction, who: Viewer, since: datetime, held: Collection[UUID]) -> list[Place]:
    """The places of lines since then that are not held, the highest first."""
    span = Span(since=since, most=rules.MOST_NEWS + len(held))
    found = _merged(who, _circle(tx, who, span), _peers(tx, who, span))
    return [place for place in found if place.item_id not in held][: rules.MOST_NEWS]


def _visible(tx: Transaction, who: Viewer, ids: Sequence[UUID]) -> dict[UUID, FeedItem]:
    """Those of `ids` that `who` may see right now."""
    in_circle = col(FeedItem.owner_id).in_(who.circle)
    interests = tuple_(col(FeedItem.subject), col(FeedItem.grade)).in_(who.crowds)
    of_peers = and_(col(FeedItem.age_band) == who.band, interests, *viewers.is_peer(who))
    is_theirs = or_(in_circle, of_peers) if who.crowds else in_circle
    found = (
        select(FeedItem)
        .join(User, col(User.id) == FeedItem.owner_id)
        .where(col(FeedItem.id).in_(ids), is_theirs, *viewers.stands(who), *viewers.may_show(who))
    )
    return {item.id: item for item in tx.session.exec(found).all()} if ids else {}


def _rows(tx: Transaction, ids: Sequence[UUID]) -> list[FeedItem]:
    """The lines of `ids`, in their order."""
    if not ids:
        return []
    found = tx.session.exec(select(FeedItem).where(col(FeedItem.id).in_(ids)))
    rows = {row.id: row for row in found}
    return [rows[item_id] for item_id in ids if item_id in rows]


def _lines(
    tx: Transaction, who: Viewer, places: Sequence[Place], last: Place | None
) -> tuple[LineView, ...]:
    """The lines at `places`, each day under its name."""
    rows = _rows(tx, [place.item_id for place in places])
    today = incentives.local_day(tx.now, who.zone)
    return showing.by_day(
        showing.lines(tx, who, rows),
        [place.day for place in places],
        today=today,
        last=last.day if last else None,
    )
