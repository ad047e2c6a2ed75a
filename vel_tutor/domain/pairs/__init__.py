"""Streaks of two: friends who both choose one. Nothing is counted but their own days."""

from vel_tutor.domain.pairs.events import PairChanged, PairGrew
from vel_tutor.domain.pairs.keeping import (
    PairsFull,
    TheirPairsFull,
    agree,
    leave,
    part,
    propose,
)
from vel_tutor.domain.pairs.showing import pairs, practised
from vel_tutor.domain.pairs.views import PairsView, PairView

__all__ = [
    "PairChanged",
    "PairGrew",
    "PairView",
    "PairsFull",
    "PairsView",
    "TheirPairsFull",
    "agree",
    "leave",
    "pairs",
    "part",
    "practised",
    "propose",
]
