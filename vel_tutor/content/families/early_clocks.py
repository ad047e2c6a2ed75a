"""Grades 1 to 3: reading a clock face, a while later, counting coins."""

from vel_tutor.content import figures_early as draw
from vel_tutor.content.families.early_words import NAMES
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

_DOES = ("wakes up", "eats", "reads", "goes home", "plays", "sings", "gets up", "has a bath")


def at(hour: int, minute: int) -> str:
    """A time as a clock with digits shows it."""
    return f"{(hour - 1) % 12 + 1}:{minute:02}"


def _angles(text: str) -> tuple[float, float]:
    """Where both hands of a clock stand at a time, in twelfths of a turn."""
    hour, minute = map(int, text.split(":"))
    return (hour % 12 + minute / 60, minute / 5)


_HALF = Family(
    id="math.clock_hours.read",
    skill="math.clock_hours",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=25,
    params={"hour": range(1, 13), "minute": (0, 30), "name": NAMES, "does": _DOES},
    canon=lambda p: (p.hour, p.minute, p.does),
    stem="Look at the clock. {name} {does}. What time is it?",
    key=lambda p: at(p.hour, p.minute),
    checker=lambda p, v: _angles(v) == (p.hour % 12 + p.minute / 60, p.minute / 5),
    misconceptions=(
        Slip(
            "swaps_hands",
            lambda p: at(6 if p.minute else 12, (p.hour % 12) * 5),
            "You mixed up the hands. The short hand tells the hour.",
        ),
        Slip(
            "next_hour",
            lambda p: at(p.hour + 1, p.minute),
            "That hour is still to come. Which number did the short hand go past last?",
        ),
        Slip(
            "hour_before",
            lambda p: at(p.hour - 1, p.minute),
            "That hour is over. Look at the short hand once more.",
        ),
        Slip(
            "half_or_full",
            lambda p: at(p.hour, 30 - p.minute),
            "Look at the long hand. Is it at the top, or is it half way around?",
        ),
        Slip(
            "reads_long_number",
            lambda p: at(p.hour, 6 if p.minute else 12),
            "The long hand does not show its number. At the 12 it is a full hour, at the 6 half.",
        ),
    ),
    hints=("The short hand tells the hour.", "Is the long hand at the top or half way around?"),
    steps=lambda p: (
        Step(draw.clock_words(p.hour, p.minute)),
        Step(f"So it is {at(p.hour, p.minute)}."),
    ),
    form=TEXT,
    figure=lambda p: draw.clock(draw.clock_words(p.hour, p.minute), p.hour, p.minute),
    alt=lambda p: draw.clock_words(p.hour, p.minute),
)

_FIVES = Family(
    id="math.clock.minutes",
    skill="math.clock",
    grade=2,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"hour": range(1, 13), "minute": range(5, 60, 5), "name": NAMES},
    where=(lambda p: p.minute != 30 and p.minute // 5 != p.hour,),
    stem="{name} looks at this clock. What time is it?",
    key=lambda p: at(p.hour, p.minute),
    checker=lambda p, v: _angles(v) == (p.hour % 12 + p.minute / 60, p.minute / 5),
    misconceptions=(
        Slip(
            "swaps_hands",
            lambda p: at(p.minute // 5, (p.hour % 12) * 5),
            "You mixed up the hands. The short, thick hand tells the hour.",
        ),
        Slip(
            "nearest_hour",
            lambda p: at(p.hour + 1, p.minute),
            "The short hand is on its way to that hour, but it is not there yet.",
        ),
        Slip(
            "hour_before",
            lambda p: at(p.hour - 1, p.minute),
            "The short hand is past that hour. Which number did it pass last?",
        ),
        Slip(
            "reads_long_number",
            lambda p: at(p.hour, p.minute // 5),
            "Each number is five minutes for the long hand. Count by five.",
        ),
        Slip(
            "five_more",
            lambda p: at(p.hour, p.minute + 5) if p.minute < 55 else None,
            "Five minutes too many. Count by five from the 12.",
        ),
        Slip(
            "five_less",
            lambda p: at(p.hour, p.minute - 5),
            "Five minutes too few. Count by five from the 12.",
        ),
    ),
    hints=(
        "First the short hand: which number did it pass last?",
        "Then the long hand: count by five from the top.",
    ),
    steps=lambda p: (
        Step(draw.clock_words(p.hour, p.minute)),
        Step("Count the minutes by five.", f"{p.minute // 5} * 5", f"{p.minute}"),
        Step(f"So it is {at(p.hour, p.minute)}."),
    ),
    form=TEXT,
    figure=lambda p: draw.clock(draw.clock_words(p.hour, p.minute), p.hour, p.minute),
    alt=lambda p: draw.clock_words(p.hour, p.minute),
)


def _later(p: Params) -> dict[str, object]:
    over = p.minute + p.long
    return {"start": at(p.hour, p.minute), "over": over, "carry": over // 60, "rest": over % 60}


def _typed_over(p: Params) -> str | None:
    """Counts an hour as a hundred minutes: 3:50 and 20 minutes is 3:70."""
    return f"{p.hour}:{p.over:02}" if 60 <= p.over < 100 else None


def _minutes_from(p: Params, text: str) -> int:
    """How many minutes after the start a time is; a time with 60 minutes or more is none."""
    hour, minute = map(int, text.split(":"))
    return (hour * 60 + minute - p.hour * 60 - p.minute) % 720 if minute < 60 else -1


_LATER = Family(
    id="math.clock.later",
    skill="math.clock",
    grade=3,
    format=ItemFormat.CHOICE,
    time_s=35,
    params={
        "hour": range(1, 13),
        "minute": range(5, 60, 5),
        "long": range(10, 60, 5),
        "what": ("bus ride", "walk", "game", "film", "lesson"),
    },
    derive=_later,
    where=(lambda p: p.carry == 1 and p.rest > 0,),
    canon=lambda p: (p.hour, p.minute, p.long),
    stem="A {what} starts at this time. It takes {long} minutes. When is it over?",
    key=lambda p: at(p.hour + 1, p.rest),
    checker=lambda p, v: _minutes_from(p, v) == p.long,
    misconceptions=(
        Slip(
            "hundred_minutes",
            _typed_over,
            "An hour has just 60 minutes. After that a new hour starts.",
        ),
        Slip(
            "keeps_hour",
            lambda p: at(p.hour, p.rest),
            "The minutes are right, but the long hand went past the 12. What hour is it?",
        ),
        Slip(
            "goes_back",
            lambda p: at(p.hour - (p.minute < p.long), (p.minute - p.long) % 60),
            "You went back {long} minutes. It starts at {start} and is over later.",
        ),
        Slip("only_an_hour", lambda p: at(p.hour + 1, p.minute), "That is a full hour later."),
        Slip(
            "five_more",
            lambda p: at(p.hour + 1, p.rest + 5) if p.rest < 55 else None,
            "Five minutes too many. Count the long hand on from {start}.",
        ),
        Slip(
            "minutes_only",
            lambda p: at(p.hour + 1, p.long) if p.long != p.rest else None,
            "You put {long} behind the next hour. Begin to count at {start}.",
        ),
    ),
    hints=("How many minutes are there to the next full hour?", "Then count on what is left."),
    steps=lambda p: (
        Step("To the full hour:", f"60 - {p.minute}", f"{60 - p.minute}"),
        Step("This is left after it.", f"{p.long} - {60 - p.minute}", f"{p.rest}"),
        Step(f"So it is over at {at(p.hour + 1, p.rest)}."),
    ),
    form=TEXT,
    figure=lambda p: draw.clock(draw.clock_words(p.hour, p.minute), p.hour, p.minute),
    alt=lambda p: draw.clock_words(p.hour, p.minute),
)

FAMILIES = (_HALF, _FIVES, _LATER)
