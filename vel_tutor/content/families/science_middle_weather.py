"""Grades 6 to 8: tides, weather tables, humidity."""

from fractions import Fraction

from vel_tutor.content.asking import Asking, Question, asking
from vel_tutor.content.asking import Slip as Wrong
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import PERCENT, TEXT, decimal_text
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- tides ----------------------------------------------------------------------------------------

_LOW_AFTER, _DAY_AFTER = 6 * 60 + 12, 24 * 60 + 50
"""Minutes from high tide to the next low tide, and to the second next high tide."""
_NEXT = {
    "next low tide": _LOW_AFTER,
    "next high tide": 2 * _LOW_AFTER + 1,
    "next high tide but one": _DAY_AFTER,
}


def _clock(minutes: int) -> str:
    minutes %= 24 * 60
    hour, half = minutes // 60, "a.m." if minutes < 720 else "p.m."
    return f"{(hour - 1) % 12 + 1}:{minutes % 60:02d} {half}"


def _minutes(text: str) -> int:
    time, half = text.split()
    hour, minute = (int(part) for part in time.split(":"))
    return hour % 12 * 60 + minute + 720 * (half == "p.m.")


_SPANS = {
    "next low tide": "6 h 12 min",
    "next high tide": "12 h 25 min",
    "next high tide but one": "24 h 50 min",
}


def _tide_slip(name: str, shift: int, why: str) -> Slip:
    return Slip(name, lambda p: _clock(p.high + _NEXT[p.what] + shift), why)


_TIDES = Family(
    id="science.tides.next",
    skill="science.tides",
    grade=8,
    format=ItemFormat.CHOICE,
    time_s=60,
    params={"high": range(5, 1440, 7), "what": tuple(_NEXT)},
    derive=lambda p: {"at": _clock(p.high), "span": _SPANS[p.what]},
    stem="High tide comes at {at} today. It takes {span} to the {what}. When is that?",
    key=lambda p: _clock(p.high + _NEXT[p.what]),
    checker=lambda p, v: (
        (_minutes(str(v)) - _minutes(p.at)) % 1440
        == sum(int(n) * size for n, size in zip(p.span.split()[::2], (60, 1), strict=True)) % 1440
    ),
    misconceptions=(
        _tide_slip("half_of_day", 720, "The hours and minutes are right, but is it a.m. or p.m.?"),
        _tide_slip("hour_less", -60, "One hour short. Sixty minutes make one more hour."),
        _tide_slip(
            "hour_more", 60, "One hour too many. Check whether the minutes really pass sixty."
        ),
        Slip(
            "minutes_as_hundred",
            lambda p: _clock(p.high + _NEXT[p.what] - 40),
            "An hour has 60 minutes, not 100. Carry over at 60.",
        ),
        Slip(
            "goes_back",
            lambda p: _clock(p.high - _NEXT[p.what]),
            "You went back in time. The next one comes later.",
        ),
        Slip(
            "minutes_left_out",
            lambda p: _clock(p.high + _NEXT[p.what] // 60 * 60),
            "You added the hours but left out the minutes.",
        ),
    ),
    hints=(
        "Add the hours first, then the minutes.",
        "Whenever the minutes pass 60, carry one hour. Mind a.m. and p.m.",
    ),
    steps=lambda p: (
        Step(
            "The minutes since midnight then:",
            f"{p.high} + {_NEXT[p.what]}",
            f"{p.high + _NEXT[p.what]}",
        ),
        Step(f"As a clock shows it: {_clock(p.high + _NEXT[p.what])}"),
    ),
    form=TEXT,
)

# --- a table of the weather -----------------------------------------------------------------------

_TOWNS = ("Alder", "Brook", "Cedar", "Dune", "Elm", "Fern", "Glen", "Hazel")
_QUERIES = {
    "range": "In which town did the temperature differ most between day and night?",
    "wet": "Which town had the most rain?",
    "low": "Which town lies nearest to the center of the low-pressure area?",
    "warmest night": "Which town had the warmest night?",
}


def _report(p: Params) -> tuple[tuple[str, int, int, int, int], ...]:
    rng = rolls("report", p.mix)
    towns = some(rng, _TOWNS, 5)
    nights = some(rng, range(-8, 16), 5)
    spans = some(rng, range(4, 18), 5)
    pressures = some(rng, range(985, 1030, 2), 5)
    rains = some(rng, range(40), 5)
    return tuple(
        (town, night + span, night, pressure, rain)
        for town, night, span, pressure, rain in zip(
            towns, nights, spans, pressures, rains, strict=True
        )
    )


def _best(p: Params, ask: str) -> str:
    rows = _report(p)
    pick = {
        "range": max(rows, key=lambda row: row[1] - row[2]),
        "wet": max(rows, key=lambda row: row[4]),
        "low": min(rows, key=lambda row: row[3]),
        "warmest night": max(rows, key=lambda row: row[2]),
        "warmest day": max(rows, key=lambda row: row[1]),
        "high": max(rows, key=lambda row: row[3]),
        "dry": min(rows, key=lambda row: row[4]),
        "coldest night": min(rows, key=lambda row: row[2]),
    }
    return pick[ask][0]


_WHY_TOWN = {
    "range": "That town has the largest step between day and night. Read what is asked.",
    "wet": "That town had the most rain. Read what is asked.",
    "low": "That town has the lowest pressure. Read what is asked.",
    "warmest night": "That town had the warmest night. Read what is asked.",
    "warmest day": "That town had the warmest day. Look at the right column.",
    "high": "That town has the highest pressure, so it is far from the low.",
    "dry": "That town had the least rain of all.",
    "coldest night": "That town had the coldest night. Mind the minus signs.",
}
_COLUMNS = "town | day | night | pressure | rain"


def _weather(p: Params) -> Question | None:
    rows = _report(p)
    lines = {
        town: f"{town} | {day} °C | {night} °C | {hpa} hPa | {rain} mm"
        for town, day, night, hpa, rain in rows
    }
    key = _best(p, p.ask)
    return Question(
        stem=_QUERIES[p.ask],
        key=key,
        wrong={
            ask: Wrong(_best(p, ask), _WHY_TOWN[ask]) for ask in _WHY_TOWN if _best(p, ask) != key
        },
        hints=(
            "Find the column, or the two columns, that the question is about.",
            "Go down the column row by row and keep the best so far.",
        ),
        steps=(Step("This row gives the answer.", lines[key], key),),
        passage="\n".join((_COLUMNS, *lines.values())),
        same=(rows, p.ask),
    )


def _weather_check(p: Params, q: Question, answer: str) -> bool:
    """Read the cells from the text and compare the row with every other."""
    cells = {
        row.split(" | ")[0]: [int(cell.split()[0]) for cell in row.split(" | ")[1:]]
        for row in q.passage.split("\n")[1:]
    }
    worth = {
        "range": lambda row: row[0] - row[1],
        "wet": lambda row: row[3],
        "low": lambda row: -row[2],
        "warmest night": lambda row: row[1],
    }[p.ask]
    return answer in cells and all(worth(cells[answer]) >= worth(row) for row in cells.values())


_WEATHER = asking(
    Asking(
        id="science.weather.table",
        skill="science.weather_maps",
        grade=6,
        time_s=60,
        params={"mix": range(4000), "ask": tuple(_QUERIES)},
        make=_weather,
        slips=tuple(_WHY_TOWN),
        checker=_weather_check,
    )
)

# --- relative humidity ----------------------------------------------------------------------------

_HUMIDITY = Family(
    id="science.humidity.percent",
    skill="science.humidity",
    grade=8,
    format=ItemFormat.NUMERIC,
    time_s=60,
    params={
        "most": (5, 8, 10, 16, 20, 25, 32, 40),
        "tenths": range(10, 300, 2),
        "room": ("kitchen", "cellar", "barn", "greenhouse", "attic"),
    },
    derive=lambda p: {
        "holds": Fraction(p.tenths, 10),
        "holds_text": decimal_text(Fraction(p.tenths, 10)),
        "percent": Fraction(10 * p.tenths, p.most),
    },
    where=(lambda p: 5 < p.percent < 98 and p.percent.denominator == 1 and p.percent != 50,),
    stem=(
        "The air in a {room} could hold {most} g of water vapor in each cubic meter. It holds"
        " {holds_text} g. What is its"
        " relative humidity?"
    ),
    key=lambda p: p.percent,
    checker=lambda p, v: v * p.most / 100 == p.holds,
    misconceptions=(
        Slip(
            "grams_as_percent",
            lambda p: p.holds,
            "{holds_text} g is how much it holds. Compare it with the {most} g that it could hold.",
        ),
        Slip(
            "rest",
            lambda p: 100 - p.percent,
            "That is how much is missing. Humidity tells what is there.",
        ),
        Slip(
            "difference",
            lambda p: p.most - p.holds,
            "The difference in grams is not a percent. Divide {holds_text} by {most}.",
        ),
        Slip(
            "upside_down",
            lambda p: (
                100 * p.most / p.holds if (1000 * p.most / p.holds).denominator == 1 else None
            ),
            "You divided the wrong way round. Air that is not full has less than 100%.",
        ),
        Slip(
            "no_hundred",
            lambda p: p.percent / 10,
            "Check the place of the point: multiply the quotient by 100.",
        ),
    ),
    hints=(
        "Relative humidity compares what is there with what could be there.",
        "Divide {holds_text} g by {most} g, then write it as a percent.",
    ),
    steps=lambda p: (
        Step(
            "As a part of what it could hold, in percent:",
            f"{p.holds_text} / {p.most} * 100",
            decimal_text(p.percent),
        ),
    ),
    form=PERCENT,
)

FAMILIES = (_TIDES, _WEATHER, _HUMIDITY)
