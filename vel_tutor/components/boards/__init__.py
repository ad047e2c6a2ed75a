"""Leaderboards: the rank, what it takes to pass the next one, the podium and the lines."""

from vel_tutor.components.boards.around import leave_dialog
from vel_tutor.components.boards.leagues import league_words, tiers
from vel_tutor.components.boards.lines import podium, weeks
from vel_tutor.components.boards.page import board_page, scope_tabs, subject_tabs, way_back
from vel_tutor.components.boards.parts import Deeds

__all__ = [
    "Deeds",
    "board_page",
    "league_words",
    "leave_dialog",
    "podium",
    "scope_tabs",
    "subject_tabs",
    "tiers",
    "way_back",
    "weeks",
]
