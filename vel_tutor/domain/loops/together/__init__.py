"""Practising together: who is learning right now, and joining a friend at the same questions."""

from vel_tutor.domain.loops.together.actions import practise_alone
from vel_tutor.domain.loops.together.counting import Faces, now, places
from vel_tutor.domain.loops.together.events import CompanyChanged, PractisedTogether
from vel_tutor.domain.loops.together.finishing import forget, note_finished
from vel_tutor.domain.loops.together.friends_now import FriendsNow, friends_now
from vel_tutor.domain.loops.together.joining import join
from vel_tutor.domain.loops.together.met import ask_met, met
from vel_tutor.domain.loops.together.queries import Company, company
from vel_tutor.domain.loops.together.refusals import (
    CompanyOff,
    DeckFull,
    KeptApart,
    NotPractising,
    WantsToBeAlone,
)

__all__ = [
    "Company",
    "CompanyChanged",
    "CompanyOff",
    "DeckFull",
    "Faces",
    "FriendsNow",
    "KeptApart",
    "NotPractising",
    "PractisedTogether",
    "WantsToBeAlone",
    "ask_met",
    "company",
    "forget",
    "friends_now",
    "join",
    "met",
    "note_finished",
    "now",
    "places",
    "practise_alone",
]
