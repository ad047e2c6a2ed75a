"""Grades 1 and 3: which clock shows a time, and when something began."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_clocks import at
from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WORD
from vel_tutor.vocabulary import ItemFormat

_LETTERS = ("A", "B", "C", "D")
_WAYS = ("true", "swapped", "next", "other")


def _faces(p: Params) -> dict[str, object]:
    """Four clocks: the right one, hands swapped, an hour later, full and half mixed up."""
    faces = {
        "true": (p.hour, p.minute),
        "swapped": (6 if p.minute else 12, p.hour % 12 * 5),
        "next": (p.hour % 12 + 1, p.minute),
        "other": (p.hour, 30 - p.minute),
    }
    if p.before:
        faces["next"] = ((p.hour - 2) % 12 + 1, p.minute)
    return {
        "faces": tuple(faces[way] for way in p.order),
        "shown": at(p.hour, p.minute),
        **{way: _LETTERS[p.order.index(way)] for way in _WAYS},
    }


def _faces_told(p: Params) -> str:
    return " ".join(
        f"{name}: {draw.clock_words(hour, minute)}"
        for name, (hour, minute) in zip(_LETTERS, p.faces, strict=True)
    )


_WHICH = Family(
    id="math.clock_hours.which",
    skill="math.clock_hours",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={
        "hour": range(1, 13),
        "minute": (0, 30),
        "before": (False, True),
        "order": tuple(
            (a, b, c, d)
            for a in _WAYS
            for b in _WAYS
            for c in _WAYS
            for d in _WAYS
            if len({a, b, c, d}) == 4
        ),
    },
    derive=_faces,
    where=(lambda p: len(set(p.faces)) == 4,),
    stem="It is {shown}. Which clock shows that?",
    key=lambda p: p.true,
    checker=lambda p, v: at(*p.faces[_LETTERS.index(v)]) == p.shown,
    misconceptions=(
        Slip("swaps_hands", lambda p: p.swapped, "The hands are mixed up. Short is for the hour."),
        Slip(
            "hour_later",
            lambda p: None if p.before else p.next,
            "On that clock the hour is one too many.",
        ),
        Slip(
            "hour_before",
            lambda p: p.next if p.before else None,
            "On that clock the hour is one too few.",
        ),
        Slip("half_or_full", lambda p: p.other, "Look at the long hand: full hour or half hour?"),
    ),
    hints=(
        "Find the hour with the short hand first.",
        "Is the long hand at the top, or half way around?",
    ),
    steps=lambda p: (
        Step(draw.clock_words(p.hour, p.minute)),
        Step(f"That is clock {p.true}."),
    ),
    form=WORD,
    figure=lambda p: draw.clocks(_faces_told(p), _LETTERS, p.faces),
    alt=_faces_told,
)


def _back(p: Params) -> dict[str, object]:
    start = p.hour * 60 + p.minute - p.long
    return {"end": at(p.hour, p.minute), "h": start // 60, "m": start % 60, "rest": 60 - start % 60}


def _lasts(p: Params, text: str) -> int:
    """How many minutes before the end a time is; a time with 60 minutes or more is none."""
    hour, minute = map(int, text.split(":"))
    return (p.hour * 60 + p.minute - hour * 60 - minute) % 720 if minute < 60 else -1


_BEGAN = Family(
    id="math.time.began",
    skill="math.time",
    grade=3,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={
        "hour": range(2, 12),
        "minute": range(5, 55, 5),
        "long": range(15, 60, 5),
        "what": ("game", "walk", "show", "class"),
        "name": NAMES,
    },
    derive=_back,
    where=(lambda p: p.minute < p.long and p.m > 0,),
    canon=lambda p: (p.hour, p.minute, p.long),
    stem="The {what} took {long} minutes. It was over at {end}. When did it begin?",
    key=lambda p: at(p.h, p.m),
    checker=lambda p, v: _lasts(p, v) == p.long,
    misconceptions=(
        Slip(
            "goes_on",
            lambda p: at((p.hour * 60 + p.minute + p.long) // 60, (p.minute + p.long) % 60),
            "That is later than {end}. It began before that.",
        ),
        Slip(
            "keeps_hour",
            lambda p: at(p.hour, p.m),
            "You went back past the full hour, so the hour changes, too.",
        ),
        Slip(
            "smaller_from_larger",
            lambda p: at(p.hour, p.long - p.minute),
            "You took the smaller minutes from the larger. Count back from {end}.",
        ),
        Slip(
            "hundred_minutes",
            lambda p: f"{p.h}:{p.minute + 100 - p.long}" if p.minute + 100 - p.long < 100 else None,
            "An hour has 60 minutes, not 100.",
        ),
        Slip(
            "five_more",
            lambda p: at(p.h, p.m + 5) if p.m < 55 else None,
            "Five minutes too late. Count back from {end} again.",
        ),
        Slip(
            "hour_too_far",
            lambda p: at(p.h - 1, p.m),
            "That is a full hour too early. Count again.",
        ),
    ),
    hints=("Go back to the full hour first.", "How many of the {long} minutes are left then?"),
    steps=lambda p: (
        Step("This is left after the full hour:", f"{p.long} - {p.minute}", f"{p.rest}"),
        Step("Go back from the full hour.", f"60 - {p.rest}", f"{p.m}"),
        Step(f"So it began at {at(p.h, p.m)}."),
    ),
    form=TEXT,
)

FAMILIES = (_WHICH, _BEGAN)
