"""Classes that tutors offer and parents book; live sessions, transcripts, prep packs and reels."""

from vel_tutor.domain.tutoring.attending import ClassTimes, place_for, to_come_of
from vel_tutor.domain.tutoring.booking import (
    ClassFull,
    SeatAlready,
    TooLateToGiveUp,
    book,
    give_up,
    sampler,
    seats_of,
)
from vel_tutor.domain.tutoring.events import ClassCalledOff, ClassOffered, SeatGivenUp, SeatTaken
from vel_tutor.domain.tutoring.offering import ClassForm, call_off, offer, own_classes
from vel_tutor.domain.tutoring.rules import BANDS, LENGTHS, MOST_SEATS
from vel_tutor.domain.tutoring.views import ClassView, OwnClassView, SamplerView, SeatView

__all__ = [
    "BANDS",
    "LENGTHS",
    "MOST_SEATS",
    "ClassCalledOff",
    "ClassForm",
    "ClassFull",
    "ClassOffered",
    "ClassTimes",
    "ClassView",
    "OwnClassView",
    "SamplerView",
    "SeatAlready",
    "SeatGivenUp",
    "SeatTaken",
    "SeatView",
    "TooLateToGiveUp",
    "book",
    "call_off",
    "give_up",
    "offer",
    "own_classes",
    "place_for",
    "sampler",
    "seats_of",
    "to_come_of",
]
