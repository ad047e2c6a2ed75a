"""Looking at boards."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import col, select

from vel_tutor.core.actor import Actor
from vel_tutor.core.db import Transaction, reading
from vel_tutor.core.settings import settings
from vel_tutor.domain import accounts, friends
from vel_tutor.domain.boards import (
    cohorts,
    following,
    league_rules,
    leagues,
    opening,
    places,
    players,
    rules,
    showing,
    tallies,
)
from vel_tutor.domain.boards.players import Person
from vel_tutor.domain.boards.rules import Noted
from vel_tutor.domain.boards.showing import Looker, Sight
from vel_tutor.domain.boards.views import ClassView, LeaderboardView, WeekView
from vel_tutor.live.boards import Line, Seen, Window
from vel_tutor.models.boards import Board, BoardPlace
from vel_tutor.vocabulary import STUDENTS, BoardScope, BoardStage, ConsentScope, Subject

AROUND = 3
PAGE = league_rules.SEATS
"""Lines of the top that are shown first, and with each press more; a league is one page."""
TOP = {BoardScope.SUBJECT: 50}
MOST_TOP = 100
"""Lines of the top there are to see: 50 of a subject, 100 of the others."""
_WEEKS = 12
_MEDALS = ("gold", "silver", "bronze")


@dataclass(frozen=True)
class Which:
    """A board by the address of its page."""

    scope: BoardScope
    subject: Subject | None = None
    cohort_id: UUID | None = None


def board(actor: Actor, which: Which, *, top: int = 0) -> LeaderboardView:
    """The actor's board of that kind: those around them, or the first `top`.

    Whatever is shown is read in one go: a line is neither missed nor shown twice when somebody
    moves between two pages.

    Raises:
        NotAllowed: not a student.
    """
    actor.must_be(*STUDENTS)
    is_theirs = _may_leave(actor)
    with reading() as tx:
        view = replace(_frame(tx, actor, which), may_leave=is_theirs)
        if which.cohort_id is not None and view.title:
            view = replace(view, room=following.page_of(tx, which.cohort_id))
        elif which.scope is BoardScope.COHORT:
            return replace(view, stage=BoardStage.GONE.value)
        if ConsentScope.PRESENCE not in actor.scopes:
            return replace(view, stage=BoardStage.SHUT.value)
        someone = players.known(tx, actor.user_id)
        if someone is None:
            return replace(view, stage=BoardStage.NO_GRADE.value)
        if which.scope is BoardScope.GLOBAL and not someone.may_be_global:
            return replace(view, stage=BoardStage.TOO_YOUNG.value)
        return _shown(tx, someone, which, view, top)


def weeks(actor: Actor) -> tuple[WeekView, ...]:
    """How the actor's last weeks ended, the latest first."""
    actor.must_be(*STUDENTS)
    with reading() as tx:
        rows = tx.session.exec(
            select(BoardPlace, Board)
            .join(Board, col(Board.id) == BoardPlace.board_id)
            .where(BoardPlace.user_id == actor.user_id, col(Board.closed_at).is_not(None))
            .where(col(BoardPlace.final_rank).is_not(None))
            .where(col(Board.scope).in_((BoardScope.WEEKLY, BoardScope.LEAGUE)))
            .order_by(col(Board.ends_at).desc(), col(Board.key))
            .limit(_WEEKS)
        ).all()
        return tuple(_week(tx, place, over) for place, over in rows)


def _may_leave(actor: Actor) -> bool:
    """Whether being on boards is theirs to choose; asked before, so that nobody holds two lines."""
    switches = accounts.own_switches(actor)
    return any(own.scope == ConsentScope.PRESENCE and not own.is_shut for own in switches)


def _frame(tx: Transaction, actor: Actor, which: Which) -> LeaderboardView:
    """What is there whether or not the actor stands on the board."""
    theirs = cohorts.of(tx, actor.user_id)
    named = showing.title(which.scope, which.subject or "")
    if which.scope is BoardScope.COHORT:
        named = next((one.title for one in theirs if one.cohort_id == which.cohort_id), "")
    if which.scope is BoardScope.LEAGUE:
        named = showing.title(which.scope, "", leagues.tier_of(tx, actor.user_id))
    return LeaderboardView(
        scope=which.scope.value,
        subject=which.subject or "",
        title=named,
        tier=leagues.tier_of(tx, actor.user_id).value if which.scope is BoardScope.LEAGUE else "",
        tiers=tuple(tier.value for tier in league_rules.TIERS),
        may_invite=accounts.may_invite(actor),
        classes=tuple(ClassView(str(one.cohort_id), one.title) for one in theirs),
    )


def _shown(
    tx: Transaction, someone: Person, which: Which, view: LeaderboardView, top: int
) -> LeaderboardView:
    board = _board(tx, someone, which)
    if board is None:
        return showing.few(view, None)
    view = showing.dated(view, board, tx.now, someone.time_zone)
    most = min(TOP.get(which.scope, MOST_TOP), max(top, PAGE))
    is_league = which.scope is BoardScope.LEAGUE
    window = Window(0, most) if top or is_league else Window(-AROUND, 2 * AROUND + 1)
    seen = places.look(tx, board, someone.user_id, window)
    if not rules.is_enough(seen.total):
        return showing.few(view, seen)
    if seen.mine is None and not top:
        seen = places.look(tx, board, someone.user_id, Window(0, PAGE))
    is_top = bool(top) or is_league or seen.mine is None
    podium = _podium(tx, board, someone, seen, is_top=is_top)
    sight, looker = _sight(tx, someone, board, seen, podium)
    lines = len(seen.lines) if is_top else 0
    cap = min(TOP.get(which.scope, MOST_TOP), seen.total)
    return replace(
        showing.full(view, sight, looker), is_top=is_top, shown=lines, more=max(cap - lines, 0)
    )


def _board(tx: Transaction, someone: Person, which: Which) -> Board | None:
    """The open board of that kind somebody stands on, or would stand on."""
    if which.scope is BoardScope.LEAGUE:
        zone = players.league_zone(someone, tx.now)
        return leagues.mine(tx, someone, players.week(tx.now, zone))
    if which.cohort_id is not None:
        zone = cohorts.zone_of(tx, which.cohort_id)
        week = players.week(tx.now, zone)
        return opening.known(tx, opening.of_cohort(someone, which.cohort_id, week))
    week = players.week(tx.now, rules.HOME_ZONE)
    tenure = tallies.tenure(tx, someone, week.since)
    if which.subject is not None:
        return opening.known(tx, opening.of_subject(someone, which.subject, tenure, week))
    within = None if which.scope is BoardScope.GLOBAL else week
    return opening.known(tx, opening.shared(someone, which.scope, tenure, within))


def _podium(
    tx: Transaction, board: Board, someone: Person, seen: Seen, *, is_top: bool
) -> tuple[Line, ...]:
    first = Window(0, rules.MEDALS)
    return (seen if is_top else places.look(tx, board, someone.user_id, first)).lines[
        : rules.MEDALS
    ]


def _sight(
    tx: Transaction, someone: Person, board: Board, seen: Seen, podium: tuple[Line, ...]
) -> tuple[Sight, Looker]:
    ahead = (seen.ahead[0],) if seen.ahead else ()
    shown = list(dict.fromkeys([line.member for line in (*podium, *seen.lines)] + [*ahead]))
    known = set(friends.friends_of(tx, someone.user_id)) & set(shown)
    looker = Looker(
        someone.user_id,
        someone.time_zone,
        friends.names(tx, someone.user_id, known) if known else {},
        friends.shut_out(tx, someone.user_id),
    )
    noted = _noted(tx, board, shown)
    return Sight(board, seen, podium, noted, _called(tx, board, shown), tx.now), looker


def _called(tx: Transaction, board: Board, shown: Sequence[UUID]) -> Mapping[UUID, str]:
    """Names made up for this board and week; of all time, anew each week."""
    ends = board.ends_at is not None
    week = board.period if ends else players.week(tx.now, board.time_zone).name
    secret = settings().signing_keys[-1].encode()
    spelt = [rules.letters(secret, str(board.id), week, str(one)) for one in shown]
    return dict(zip(shown, rules.told_apart(spelt), strict=True))


def _noted(tx: Transaction, board: Board, shown: Collection[UUID]) -> Mapping[UUID, Noted]:
    if board.noted_at is None:
        return {}
    rows = tx.session.exec(
        select(BoardPlace.user_id, BoardPlace.noted_rank, BoardPlace.noted_before).where(
            BoardPlace.board_id == board.id, col(BoardPlace.user_id).in_(shown)
        )
    ).all()
    return {
        who: Noted(rank, board.noted_at, before, board.noted_before_at)
        for who, rank, before in rows
    }


def _week(tx: Transaction, place: BoardPlace, over: Board) -> WeekView:
    rank = place.final_rank or 0
    tier = over.tier.value if over.tier else ""
    return WeekView(
        id=str(over.id),
        week=over.period,
        board=showing.title(over.scope, over.subject, tier) if tier else "Everybody",
        rank=rank,
        xp=place.xp,
        medal=_MEDALS[rank - 1] if 1 <= rank <= rules.MEDALS else "",
    )
