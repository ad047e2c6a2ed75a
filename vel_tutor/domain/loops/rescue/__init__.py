"""Streak rescue: a friend is called, and two practise the same questions in a room of their own."""

from vel_tutor.domain.loops.rescue.arriving import RescueOver, invitation, join
from vel_tutor.domain.loops.rescue.closing import close_over, forget_unfinished_guests
from vel_tutor.domain.loops.rescue.events import (
    RescueAnswered,
    RescueClosed,
    RescueCompleted,
    RescueJoined,
    RescueOpened,
    RescueRewarded,
)
from vel_tutor.domain.loops.rescue.inviting import invite
from vel_tutor.domain.loops.rescue.practising import (
    Given,
    answer,
    enter,
    hint,
    next_question,
    reveal,
)
from vel_tutor.domain.loops.rescue.queries import at_risk, done_together, home
from vel_tutor.domain.loops.rescue.rewarding import let_shield_go, wait_for_seats
from vel_tutor.domain.loops.rescue.room import CompanyOff, KeptApart, RoomFull, RoomOver
from vel_tutor.domain.loops.rescue.views import (
    DoorView,
    HomeView,
    PartnerView,
    RiskView,
    RoomView,
    TimeView,
)

__all__ = [
    "CompanyOff",
    "DoorView",
    "Given",
    "HomeView",
    "KeptApart",
    "PartnerView",
    "RescueAnswered",
    "RescueClosed",
    "RescueCompleted",
    "RescueJoined",
    "RescueOpened",
    "RescueOver",
    "RescueRewarded",
    "RiskView",
    "RoomFull",
    "RoomOver",
    "RoomView",
    "TimeView",
    "answer",
    "at_risk",
    "close_over",
    "done_together",
    "enter",
    "forget_unfinished_guests",
    "hint",
    "home",
    "invitation",
    "invite",
    "join",
    "let_shield_go",
    "next_question",
    "reveal",
    "wait_for_seats",
]
