"""The moon and the seasons."""

from fractions import Fraction

from vel_tutor.content.family import Family, Misconception, Params, Step
from vel_tutor.content.forms import TEXT
from vel_tutor.vocabulary import ItemFormat

PHASES = (
    "new moon",
    "waxing crescent",
    "first quarter",
    "waxing gibbous",
    "full moon",
    "waning gibbous",
    "last quarter",
    "waning crescent",
)
_SPANS = {
    "3 or 4 days": 1,
    "one week": 2,
    "11 days": 3,
    "two weeks": 4,
    "18 days": 5,
    "three weeks": 6,
}
_DAYS = {"3 or 4 days": "3.7", "one week": "7", "11 days": "11", "two weeks": "14", "18 days": "18",
         "three weeks": "21"}  # fmt: skip
_MONTH_DAYS = Fraction("29.5")


def _phase(p: Params, steps: int) -> str:
    return PHASES[(p.now + steps) % 8]


def _moved(p: Params) -> int:
    return _SPANS[p.span] * (1 if p.way == "after" else -1)


def _by_angle(p: Params, value: object) -> bool:
    """Whether this is the phase at the moon's angle from the sun, day by day."""
    turn = Fraction(_DAYS[p.span]) / _MONTH_DAYS * (1 if p.way == "after" else -1)
    angle = (Fraction(p.now, 8) + turn) % 1
    return PHASES[round(angle * 8) % 8] == value


_ASKED = {
    "after": "Tonight the phase of the moon is {now_words}. What will it be about {span} from now?",
    "before": "Tonight the phase of the moon is {now_words}. What was it about {span} ago?",
}

_MOON = Family(
    id="science.sky.moon",
    skill="science.moon",
    grade=5,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"now": range(8), "span": tuple(_SPANS), "way": tuple(_ASKED)},
    derive=lambda p: {"now_words": PHASES[p.now], "eighths": _SPANS[p.span]},
    stem=lambda p: _ASKED[p.way].format(**p),
    key=lambda p: _phase(p, _moved(p)),
    checker=_by_angle,
    misconceptions=(
        Misconception(
            "wrong_way",
            lambda p: _phase(p, -_moved(p)),
            "You went the wrong way round. The lit part grows until full moon, then shrinks.",
        ),
        Misconception(
            "one_too_far",
            lambda p: _phase(p, _moved(p) + 1),
            "One phase too far. From one phase to the next takes three or four days.",
        ),
        Misconception(
            "one_too_short",
            lambda p: _phase(p, _moved(p) - 1),
            "One phase short. From one phase to the next takes three or four days.",
        ),
        Misconception(
            "unchanged",
            lambda p: _phase(p, 0),
            "The moon does not stay at {now_words}. It changes a little every night.",
        ),
        Misconception(
            "opposite",
            lambda p: _phase(p, _moved(p) + 4),
            "That is the other side of the month: what is lit and what is dark are swapped.",
        ),
        Misconception(
            "double_speed",
            lambda p: _phase(p, 2 * _moved(p)),
            "You took one round as two weeks. The moon needs about four weeks.",
        ),
    ),
    hints=(
        "The moon goes through all eight phases in about four weeks: two phases each week.",
        "The order is new, crescent, quarter, gibbous, full, and then the same way back.",
    ),
    steps=lambda p: (
        Step(f"Phases to move: {_SPANS[p.span]}. A week is two of them."),
        Step(
            "Count: "
            + ", ".join(
                _phase(p, step * (1 if p.way == "after" else -1))
                for step in range(_SPANS[p.span] + 1)
            )
            + "."
        ),
    ),
    form=TEXT,
)

_NORTH = ("Canada", "Norway", "Japan", "Poland", "Morocco", "Korea")
_SOUTH = ("Chile", "New Zealand", "Argentina", "South Africa", "Uruguay", "Tasmania")
_SEASONS = ("winter", "spring", "summer", "autumn")
_MONTHS = {"January": 0, "February": 0, "April": 1, "May": 1, "July": 2, "August": 2, "October": 3,
           "November": 3}  # fmt: skip


def _season(p: Params, shift: int = 0) -> str:
    return _SEASONS[(_MONTHS[p.month] + 2 * (p.there in _SOUTH) + shift) % 4]


def _sun_height(p: Params, value: object) -> bool:
    """By where the noon sun stands: high in summer, low in winter, rising in spring."""
    tilt = {"winter": (-1, 0), "spring": (0, 1), "summer": (1, 0), "autumn": (0, -1)}
    north = {0: (-1, 0), 1: (0, 1), 2: (1, 0), 3: (0, -1)}[_MONTHS[p.month]]
    here = north if p.there in _NORTH else (-north[0], -north[1])
    return tilt.get(str(value)) == here


_SEASON = Family(
    id="science.sky.seasons",
    skill="science.seasons",
    grade=6,
    format=ItemFormat.CHOICE,
    time_s=45,
    params={"month": tuple(_MONTHS), "here": _NORTH, "there": _SOUTH, "turned": (False, True)},
    derive=lambda p: (
        {"here": p.there, "there": p.here, "half": "north"} if p.turned else {"half": "south"}
    ),
    stem=(
        "Two friends talk on the phone in {month}. One is in {here}, the other in {there}, which is"
        " in the {half}. What season is it in {there}?"
    ),
    key=_season,
    checker=_sun_height,
    misconceptions=(
        Misconception(
            "closer_to_sun",
            lambda p: "winter" if _season(p) == "summer" else None,
            "It is not the distance to the sun. The half that leans to the sun has summer.",
        ),
        Misconception(
            "same_everywhere",
            lambda p: _season(p, 2),
            "That is the season in {here}. The two halves of the earth lean opposite ways.",
        ),
        Misconception(
            "season_late",
            lambda p: _season(p, -1),
            "That season comes before. In {month} it is already over in the {half}.",
        ),
        Misconception(
            "season_early",
            lambda p: _season(p, 1),
            "That season comes after. In {month} it has not begun in the {half}.",
        ),
    ),
    hints=(
        "When the north leans toward the sun, the south leans away from it.",
        "Say what season {month} is in the north. Does {there} have the same?",
    ),
    steps=lambda p: (
        Step(f"In {p.month} it is {_SEASONS[_MONTHS[p.month]]} in the north."),
        Step(f"{p.there} is in the {p.half}, so there it is {_season(p)}."),
    ),
    form=TEXT,
    canon=lambda p: (p.month, p.here, p.there),
)

FAMILIES = (_MOON, _SEASON)
