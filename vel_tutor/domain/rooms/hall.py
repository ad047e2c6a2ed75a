"""One room, as the person who looks at it may see it."""

from dataclasses import dataclass, replace
from datetime import datetime

from vel_tutor import routes
from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading, transaction
from vel_tutor.core.errors import NotFound
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, tutoring
from vel_tutor.domain.rooms import (
    board,
    cheering,
    company,
    counting,
    entering,
    goers,
    material,
    parties,
    rules,
    shelf,
)
from vel_tutor.domain.rooms.company import Looker
from vel_tutor.domain.rooms.goers import Goer
from vel_tutor.domain.rooms.views import (
    FaceView,
    HallView,
    LineView,
    MemberView,
    PartyView,
    WeekView,
)
from vel_tutor.live import presence, topics
from vel_tutor.models.rooms import RoomMember, StudyRoom
from vel_tutor.vocabulary import AgeBand, BoardStage, HallStage, RoomKind, RoomRole

_WORDS = {
    HallStage.MISSING: "There is no room at this address for you.",
    HallStage.SHUT: "Being with others is switched off for you. A parent can switch it on.",
    HallStage.FULL: "This room is full. There are others on the shelf.",
}


@dataclass(frozen=True)
class _Hall:
    """A room, somebody who looks at it, and what is written about them there."""

    room: StudyRoom
    who: Goer
    seat: RoomMember | None
    now: datetime

    @property
    def is_member(self) -> bool:
        return self.seat is not None and self.seat.left_at is None

    @property
    def is_keeper(self) -> bool:
        return self.is_member and self.seat is not None and self.seat.role is RoomRole.KEEPER

    @property
    def is_over(self) -> bool:
        return self.room.closed_at is not None or rules.is_over(self.room.ends_at, self.now)

    @property
    def stage(self) -> HallStage:
        """What the page shows."""
        if self.is_over:
            stays = self.is_member and self.room.closed_at is None
            is_after = stays and rules.lingers(self.room.ends_at, self.now)
            return HallStage.AFTER if is_after else HallStage.OVER
        if rules.is_early(self.room.starts_at, self.now):
            return HallStage.EARLY
        if self.is_member or self.who.is_warden:
            return HallStage.INSIDE
        if self.seat is not None and rules.is_barred(self.seat.removed_at, self.now):
            return HallStage.BARRED
        return (
            HallStage.OUTSIDE
            if rules.has_room(self.room.kind, self.room.members)
            else HallStage.FULL
        )


def room(actor: Actor, slug: str, *, pages: int = 1) -> HallView:
    """The room at that address; for whoever may not know of it, one page that says nothing.

    Args:
        pages: of members, as many as whoever looks has unfolded.

    Raises:
        NotAllowed: parents, and staff that has no business in rooms.
    """
    with reading() as tx:
        who = goers.goer(tx, actor)
        if who.is_shut_out:
            return HallView(stage=HallStage.SHUT.value, words=_WORDS[HallStage.SHUT])
        try:
            hall = _hall(tx, who, slug)
        except NotFound:
            return HallView(stage=HallStage.MISSING.value, words=_WORDS[HallStage.MISSING])
        view = _outside(hall)
        if hall.room.starts_at:
            view = replace(view, party=_party(tx, hall))
        if hall.stage in rules.WITHIN:
            view = _inside(tx, hall, replace(view, may_invite=accounts.may_invite(actor)), pages)
        return view


def faces(actor: Actor, slug: str) -> tuple[str, tuple[FaceView, ...]]:
    """How many are in the room right now, in words, and those of them whom the actor sees.

    Raises:
        NotFound: no such room for the actor, or they are not in it.
    """
    with reading() as tx:
        hall = _hall(tx, goers.goer(tx, actor), slug)
        if hall.stage not in rules.WITHIN:
            raise NotFound
        return _active(hall), company.faces(tx, hall.room, _looker(tx, hall))


def members(actor: Actor, slug: str, after: str) -> tuple[tuple[MemberView, ...], str]:
    """The next page of members, and where the one after it begins.

    Raises:
        NotFound: no such room for the actor, or they are not in it.
    """
    with reading() as tx:
        hall = _hall(tx, goers.goer(tx, actor), slug)
        if hall.stage not in rules.WITHIN:
            raise NotFound
        return company.page(tx, hall.room, _looker(tx, hall), after)


def put_result_away(actor: Actor, slug: str) -> None:
    """The actor has seen what came of last week.

    Raises:
        NotFound: no such room for the actor, or they are not in it.
    """
    with transaction() as tx:
        hall = _hall(tx, goers.goer(tx, actor), slug)
        if hall.seat is None or not hall.is_member:
            raise NotFound
        hall.seat.saw_week = rules.week_before(rules.week_of(tx.now, hall.room.time_zone))
        tx.session.add(hall.seat)


def _hall(tx: Transaction, who: Goer, slug: str) -> _Hall:
    found = goers.known(tx, who, slug)
    return _Hall(found, who, goers.seat(tx, found.id, who.user_id), tx.now)


def _outside(hall: _Hall) -> HallView:
    """What anybody of that age may read of a room."""
    return HallView(
        stage=hall.stage.value,
        words=_words(hall),
        room_id=str(hall.room.id),
        slug=hall.room.slug,
        link=settings().public_url + routes.room(hall.room.slug),
        name=hall.room.name,
        subject=hall.room.subject.value,
        about=shelf.about(hall.room),
        members=shelf.member_words(hall.room),
        active=_active(hall),
        is_member=hall.is_member,
        is_keeper=hall.is_keeper,
        may_rename=hall.who.is_warden,
        may_close=not hall.is_over
        and (hall.who.is_warden or (hall.is_keeper and hall.room.kind is not RoomKind.CLUB)),
    )


def _words(hall: _Hall) -> str:
    if hall.stage is HallStage.BARRED and hall.seat and hall.seat.removed_at:
        until = rules.day_words(hall.seat.removed_at + rules.BARRED_FOR, hall.who.time_zone)
        return f"You were put out of this room. You may come back on {until}."
    if hall.stage in (HallStage.OVER, HallStage.AFTER):
        is_party = hall.room.kind is RoomKind.WATCH_PARTY
        return "This watch-party is over." if is_party else "This room is closed."
    return _WORDS.get(hall.stage, "")


def _active(hall: _Hall) -> str:
    return "" if hall.is_over else shelf.active_words(presence.count(topics.room(hall.room.id)))


def _looker(tx: Transaction, hall: _Hall) -> Looker:
    return Looker(
        user_id=hall.who.user_id,
        hidden=company.hidden_from(tx, hall.who.user_id),
        may_remove=hall.is_keeper or hall.who.is_warden,
        is_warden=hall.who.is_warden,
    )


def _inside(tx: Transaction, hall: _Hall, view: HallView, pages: int) -> HallView:
    looker = _looker(tx, hall)
    people, more = company.page(tx, hall.room, looker, pages=pages)
    is_only = hall.is_keeper and not entering.other_keeper(tx, hall.room, hall.who.user_id)
    keeps_on = is_only and hall.room.band is not AgeBand.CHILD
    return replace(
        view,
        is_only_keeper=is_only,
        has_heir=keeps_on and bool(company.heirs(tx, hall.room.id, hall.who.user_id)),
        may_invite=hall.is_member and hall.who.is_student and view.may_invite,
        may_cheer=hall.is_member,
        week=WeekView() if hall.room.starts_at else _week(tx, hall, looker),
        faces=company.faces(tx, hall.room, looker),
        people=people,
        more=more,
        cheers=cheering.today(tx, hall.room),
    )


def _week(tx: Transaction, hall: _Hall, looker: Looker) -> WeekView:
    """The week under way, its board, and what came of the last one until that is put away."""
    this = rules.week_of(tx.now, hall.room.time_zone)
    last = rules.week_before(this)
    written = counting.weeks(tx, hall.room, (this, last))
    now, before = written.get(this), written.get(last)
    goal = now.goal if now else rules.goal(hall.room.members)
    done = now.done if now else 0
    has_news = before is not None and hall.seat is not None and hall.seat.saw_week < last
    view = WeekView(
        goal=goal,
        done=done,
        percent=rules.percent(done, goal),
        words=rules.week_words(done, goal),
        until=f"{rules.last_day(this):%A, %-d %B}",
        is_reached=bool(now and now.reached_at),
        result=rules.result_words(before.done, before.goal) if before and has_news else "",
        xp_board=_xp_board(hall),
    )
    return _with_board(tx, hall, view, this, looker)


def _xp_board(hall: _Hall) -> str:
    """Where the room is compared by XP, for those of it who are."""
    is_on_it = hall.is_member and hall.seat is not None and hall.seat.counts
    return routes.leaderboard_cohort(hall.room.id) if is_on_it and hall.who.is_student else ""


def _with_board(
    tx: Transaction, hall: _Hall, view: WeekView, week: str, looker: Looker
) -> WeekView:
    own, players = board.own_line(tx, hall.room.id, week, hall.who.user_id)
    if players < rules.LEAST_PLAYERS:
        words = f"The board opens with {rules.LEAST_PLAYERS} players; names on it are made up."
        own = LineView(name=own.name, points=own.points, is_you=True)
        return replace(view, board=BoardStage.FEW.value, board_words=words, own=own)
    lines = board.top(tx, hall.room.id, week, hall.who.user_id, looker.hidden)
    words = f"You're #{own.rank} of {players:,}" if own.rank else f"{players:,} play this week"
    return replace(view, board=BoardStage.FULL.value, board_words=words, own=own, lines=lines)


def _party(tx: Transaction, hall: _Hall) -> PartyView:
    begins, ends = hall.room.starts_at, hall.room.ends_at
    if begins is None or ends is None:
        return PartyView()
    has_begun = begins <= tx.now
    is_in = hall.stage is HallStage.INSIDE
    place = hall.is_member and is_in and hall.room.class_id is not None
    return PartyView(
        is_party=True,
        when=rules.when_words(begins, ends, hall.who.time_zone),
        opens=rules.clock_words(begins - rules.OPENS_BEFORE, hall.who.time_zone),
        has_begun=has_begun,
        is_reminded=hall.stage is HallStage.EARLY
        and parties.wants_reminder(tx, hall.room.id, hall.who.user_id),
        seconds=rules.seconds_to_next(begins, ends, tx.now, material.QUESTIONS),
        place=tutoring.place_for(tx, hall.room.class_id, hall.who.user_id)
        if place and hall.room.class_id
        else "",
        lesson=material.lesson(hall.room, tx.now) if has_begun and is_in else PartyView().lesson,
    )
