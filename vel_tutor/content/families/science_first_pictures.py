"""Kindergarten and grade 1, with a picture: the weather, a chart, the sun's way."""

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import TEXT, WHOLE
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- weather in a week ----------------------------------------------------------------------------

_KINDS = ("sunny", "cloudy", "rainy", "snowy", "windy")
_NOUNS = {
    "sunny": "sun",
    "cloudy": "gray clouds",
    "rainy": "rain",
    "snowy": "snow",
    "windy": "wind",
}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_FULL = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def _week(p: Params) -> dict[str, object]:
    rng = rolls("week", p.mix)
    two = some(rng, _KINDS, 3)
    days = tuple(rng.choice(two) for _ in _DAYS)
    return {"days": days, "kind": two[0], "noun": _NOUNS[two[0]], "other": two[1], "third": two[2]}


def _week_words(p: Params) -> str:
    return " ".join(f"{day} is {kind}." for day, kind in zip(_FULL, p.days, strict=True))


_WEEK = Family(
    id="science.first.week",
    skill="science.weather",
    grade=0,
    format=ItemFormat.NUMERIC,
    time_s=30,
    params={"mix": range(3000)},
    derive=_week,
    where=(lambda p: 0 < p.days.count(p.kind) < 5 and p.days.count(p.other) > 0,),
    stem="Look at the five days. How many of them have {noun}?",
    key=lambda p: p.days.count(p.kind),
    checker=lambda p, v: v == 5 - p.days.count(p.other) - p.days.count(p.third),
    misconceptions=(
        Slip("all_days", lambda p: 5, "You counted all the days. Count just the {kind} ones."),
        Slip(
            "others", lambda p: 5 - p.days.count(p.kind), "Those are the days that are not {kind}."
        ),
        Slip(
            "other_kind",
            lambda p: p.days.count(p.other),
            "Those are the {other} days. Count the {kind} ones.",
        ),
        Slip(
            "one_more",
            lambda p: p.days.count(p.kind) + 1,
            "One too many. Point to each day as you count.",
        ),
        Slip(
            "one_less",
            lambda p: p.days.count(p.kind) - 1,
            "One too few. Look at each day once more.",
        ),
    ),
    hints=("Look at each day.", "Point to each picture and count the {kind} ones."),
    steps=lambda p: (
        Step(
            "Days that are not so:",
            f"{p.days.count(p.other)} + {p.days.count(p.third)}",
            f"{5 - p.days.count(p.kind)}",
        ),
        Step("All the rest:", f"5 - {5 - p.days.count(p.kind)}", f"{p.days.count(p.kind)}"),
    ),
    form=WHOLE,
    figure=lambda p: drawn.weather_days(_week_words(p), _DAYS, p.days),
    alt=_week_words,
    canon=lambda p: (p.days, p.kind),
)

# --- how many more --------------------------------------------------------------------------------

_SEEN = ("ants", "bees", "birds", "frogs", "snails", "bugs", "ducks", "cats", "dogs", "fish")


def _tally(p: Params) -> dict[str, object]:
    rng = rolls("tally", p.mix)
    names = some(rng, _SEEN, 3)
    counts = some(rng, range(1, 10), 3)
    order = sorted(range(3), key=lambda at: -counts[at])
    most, least = (order[0], order[2]) if p.mix % 2 else (order[0], order[1])
    return {
        "names": names,
        "counts": counts,
        "many": names[most],
        "few": names[least],
        "most": counts[most],
        "least": counts[least],
        "rest": counts[3 - most - least],
    }


def _tally_words(p: Params) -> str:
    rows = zip(p.names, p.counts, strict=True)
    return " ".join(f"The row of {name} has {count} boxes." for name, count in rows)


def _tally_picture(p: Params) -> str:
    parts = [
        drawn.box(90 + 22 * at, 12 + 34 * row, 18, 18, drawn.FILLED)
        for row, count in enumerate(p.counts)
        for at in range(count)
    ]
    labels = [drawn.text(78, 27 + 34 * row, name, "end") for row, name in enumerate(p.names)]
    return drawn.svg(112, _tally_words(p), *parts, *labels)


_MORE = Family(
    id="science.first.chart",
    skill="science.picture_data",
    grade=1,
    format=ItemFormat.NUMERIC,
    time_s=40,
    params={"mix": range(4000)},
    derive=_tally,
    stem="Kim counts in the park. How many more {many} than {few} does she see?",
    key=lambda p: p.most - p.least,
    checker=lambda p, v: v + p.least == p.most,
    misconceptions=(
        Slip("reads_most", lambda p: p.most, "That is all the {many}. Take the {few} away."),
        Slip("reads_few", lambda p: p.least, "That is how many {few} there are."),
        Slip(
            "adds",
            lambda p: p.most + p.least,
            "You put them together. How many more means take away.",
        ),
        Slip("other_row", lambda p: abs(p.most - p.rest), "Look at the row of {few} once more."),
        Slip(
            "one_less",
            lambda p: p.most - p.least - 1,
            "One too few. Count the boxes that stick out.",
        ),
        Slip(
            "one_more",
            lambda p: p.most - p.least + 1,
            "One too many. Count the boxes that stick out.",
        ),
    ),
    hints=("Find both rows.", "Count the boxes that the longer row has left over."),
    steps=(Step("Take the {few} away from the {many}.", "{most} - {least}", "{most} - {least}"),),
    form=WHOLE,
    figure=_tally_picture,
    alt=_tally_words,
    canon=lambda p: (p.names, p.counts, p.many, p.few),
)

# --- the sun's way --------------------------------------------------------------------------------

_THINGS = (
    "tree",
    "pole",
    "house",
    "tower",
    "fence",
    "mast",
    "tent",
    "post",
    "bush",
    "shed",
    "sign",
)
_TIMES = {
    "in the morning": range(8, 61, 2),
    "at twelve noon": range(88, 93, 2),
    "in the evening": range(120, 173, 2),
}
_TIME_OF = {degrees: name for name, span in _TIMES.items() for degrees in span}


def _when(p: Params) -> str:
    return _TIME_OF[p.sun]


def _sun_words(p: Params) -> str:
    side = "in the east" if p.sun < 80 else "in the west" if p.sun > 100 else "high up"
    return f"The sun stands {side} over a {p.thing}."


_DAY = Family(
    id="science.first.sun",
    skill="science.day_night",
    grade=1,
    format=ItemFormat.CHOICE,
    time_s=30,
    params={"sun": tuple(_TIME_OF), "thing": _THINGS},
    stem="Look where the sun is. Which time is it at the {thing}?",
    key=_when,
    checker=lambda p, v: p.sun in _TIMES.get(str(v), ()),
    misconceptions=(
        Slip(
            "swaps_sides",
            lambda p: {"in the morning": "in the evening", "in the evening": "in the morning"}.get(
                _when(p)
            ),
            "The sun comes up in the east and goes down in the west.",
        ),
        Slip(
            "noon",
            lambda p: "at twelve noon" if _when(p) != "at twelve noon" else None,
            "At noon the sun stands high up. Here it stands low.",
        ),
        Slip("night", lambda p: "after midnight", "At night the sun is not in the sky at all."),
        Slip(
            "early",
            lambda p: "in the morning" if _when(p) == "at twelve noon" else None,
            "In the morning the sun is low in the east.",
        ),
        Slip(
            "late",
            lambda p: "in the evening" if _when(p) == "at twelve noon" else None,
            "In the evening the sun is low in the west.",
        ),
    ),
    hints=("The sun comes up in the east.", "Is the sun on the way up, high, or on the way down?"),
    steps=lambda p: (Step(f"{_sun_words(p)} So it is {_when(p)}."),),
    form=TEXT,
    figure=lambda p: drawn.sun_path(_sun_words(p), p.sun, p.thing),
    alt=_sun_words,
)

FAMILIES = (_WEEK, _MORE, _DAY)
