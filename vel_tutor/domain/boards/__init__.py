"""Leaderboards: fair ones, by week, subject, class and league.

PostgreSQL holds who has what; Redis holds the same scores sorted (`live/boards.py`) and may be lost
at any time. Rooms and classes are told of by `open_cohort`, `join_cohort`, `leave_cohort` and
`set_cohort`.
"""

from vel_tutor.domain.boards.actions import (
    close_cohort,
    join_cohort,
    leave_cohort,
    open_cohort,
    set_cohort,
)
from vel_tutor.domain.boards.closing import (
    close_weeks,
    forget_old,
    note_ranks,
    welcome_veterans,
)
from vel_tutor.domain.boards.events import BoardsMoved, LeagueMoved
from vel_tutor.domain.boards.following import follow_member, follow_room
from vel_tutor.domain.boards.queries import PAGE, Which, board, weeks
from vel_tutor.domain.boards.rebuilding import check, mend, rebuild
from vel_tutor.domain.boards.standing import count, count_game, forget, leave
from vel_tutor.domain.boards.views import ClassView, LeaderboardView, RankView, WeekView

__all__ = [
    "PAGE",
    "BoardsMoved",
    "ClassView",
    "LeaderboardView",
    "LeagueMoved",
    "RankView",
    "WeekView",
    "Which",
    "board",
    "check",
    "close_cohort",
    "close_weeks",
    "count",
    "count_game",
    "follow_member",
    "follow_room",
    "forget",
    "forget_old",
    "join_cohort",
    "leave",
    "leave_cohort",
    "mend",
    "note_ranks",
    "open_cohort",
    "rebuild",
    "set_cohort",
    "weeks",
    "welcome_veterans",
]
