"""How a board looks to one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from vel_tutor.domain.boards import league_rules, rules
from vel_tutor.domain.boards.rules import Noted
from vel_tutor.domain.boards.views import LeaderboardView, RankView
from vel_tutor.live.boards import Line, Seen
from vel_tutor.models.boards import Board
from vel_tutor.vocabulary import BoardScope, BoardStage, SchoolBand, Subject, Tenure

SUBJECTS = {Subject.MATH: "Math", Subject.READING: "Reading", Subject.SCIENCE: "Science"}
_BANDS = {
    SchoolBand.ELEMENTARY: "Kindergarten to grade 5",
    SchoolBand.MIDDLE: "Grades 6 to 8",
    SchoolBand.HIGH: "Grades 9 to 12",
    SchoolBand.COLLEGE: "Adults",
    SchoolBand.MINORS: "Students under 18",
    SchoolBand.ADULTS: "Adults",
}
_TENURES = {Tenure.NEWCOMER: ", new here", Tenure.VETERAN: "", Tenure.ANY: ""}


@dataclass(frozen=True)
class Looker:
    """Whoever looks, and what they may know of others."""

    user_id: UUID
    time_zone: str
    names: Mapping[UUID, str] = field(default_factory=dict[UUID, str])
    """First names of friends."""
    hidden: frozenset[UUID] = frozenset()
    """People who have blocked them, or whom they have blocked."""


@dataclass(frozen=True)
class Sight:
    """A board with everything that is needed to draw it."""

    board: Board
    seen: Seen
    podium: tuple[Line, ...]
    noted: Mapping[UUID, Noted]
    called: Mapping[UUID, str]
    now: datetime


def title(scope: BoardScope, subject: str, tier: str = "") -> str:
    """What a board is called."""
    if scope is BoardScope.SUBJECT:
        return f"{SUBJECTS[Subject(subject)]} this week"
    if scope is BoardScope.LEAGUE:
        return f"{tier.title()} league"
    return {BoardScope.GLOBAL: "Of all time", BoardScope.WEEKLY: "This week"}.get(scope, "")


def who(board: Board) -> str:
    """Whom it compares."""
    return _BANDS[board.band] + _TENURES[board.tenure]


def few(view: LeaderboardView, seen: Seen | None) -> LeaderboardView:
    """Too few people for a board; one's own XP are told."""
    mine = rules.unpack(seen.mine.score).xp if seen and seen.mine else 0
    total = seen.total if seen else 0
    return replace(
        view,
        stage=BoardStage.FEW.value,
        headline=f"Not enough people yet, {total} of {rules.LEAST_MEMBERS}",
        total=total,
        needed=rules.LEAST_MEMBERS,
        xp=mine,
    )


def dated(view: LeaderboardView, board: Board, now: datetime, zone: str) -> LeaderboardView:
    """The same with whom it compares and how long it runs."""
    tier = board.tier.value if board.tier else ""
    view = replace(view, board_id=str(board.id), who=who(board), tier=tier)
    if board.ends_at is None:
        return view
    return replace(
        view,
        left=rules.left_words(board.ends_at - now),
        ends=rules.ends_words(board.ends_at, zone),
    )


def full(view: LeaderboardView, sight: Sight, looker: Looker) -> LeaderboardView:
    """The lines, the podium, and what it takes to get further."""
    seen = sight.seen
    mine = seen.mine
    crowd = f"{seen.total:,} people"
    return replace(
        _overtaking(view, sight, looker),
        stage=BoardStage.FULL.value,
        headline=f"You're #{mine.rank:,} of {seen.total:,}" if mine else crowd,
        total=seen.total,
        rank=mine.rank if mine else 0,
        xp=rules.unpack(mine.score).xp if mine else 0,
        podium=_lines(sight.podium, sight, looker),
        lines=_lines(seen.lines, sight, looker),
    )


def _overtaking(view: LeaderboardView, sight: Sight, looker: Looker) -> LeaderboardView:
    mine, ahead = sight.seen.mine, sight.seen.ahead
    if mine is None:
        return view
    if ahead is None:
        return replace(view, overtake_percent=100, overtake_words="Nobody has more XP than you.")
    own, theirs = rules.unpack(mine.score).xp, rules.unpack(ahead[1]).xp
    needed = rules.to_overtake(own, theirs)
    name = "the next one" if ahead[0] in looker.hidden else _name(ahead[0], sight, looker)
    return replace(
        view,
        overtake_xp=needed,
        overtake_percent=100 * own // (theirs + 1),
        overtake_words=f"{needed:,} XP to pass {name}",
    )


def _lines(lines: Sequence[Line], sight: Sight, looker: Looker) -> tuple[RankView, ...]:
    return tuple(_line(line, sight, looker) for line in lines if line.member not in looker.hidden)


def _line(line: Line, sight: Sight, looker: Looker) -> RankView:
    tally, is_you = rules.unpack(line.score), line.member == looker.user_id
    noted = sight.noted.get(line.member)
    before = rules.rank_a_day_ago(noted, sight.now) if noted else None
    by = before - line.rank if before is not None else 0
    moved = "" if before is None else "up" if by > 0 else "down" if by else "same"
    return RankView(
        name=_name(line.member, sight, looker),
        rank=line.rank,
        xp=tally.xp,
        accuracy=(tally.accuracy + 5) // 10,
        streak=tally.streak,
        wins=tally.wins,
        is_you=is_you,
        is_friend=line.member in looker.names and not is_you,
        moved=moved,
        by=abs(by),
        zone=_zone(line.rank, sight),
        words=_move_words(moved, abs(by)),
    )


def _move_words(moved: str, by: int) -> str:
    if moved in {"up", "down"}:
        return f"{moved} {by} since yesterday"
    return "as yesterday" if moved else ""


def _zone(rank: int, sight: Sight) -> str:
    tier = sight.board.tier
    if tier is None:
        return ""
    if league_rules.is_promoted(tier, rank):
        return "up"
    return "down" if league_rules.is_demoted(tier, rank, sight.seen.total) else ""


def _name(user_id: UUID, sight: Sight, looker: Looker) -> str:
    return looker.names.get(user_id) or sight.called[user_id]
