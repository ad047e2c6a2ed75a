"""States of matter, and what floats."""

from fractions import Fraction
from functools import lru_cache

from vel_tutor.content.asking import Asking, Question, Slip, asking
from vel_tutor.content.family import Params, Step
from vel_tutor.content.worlds.people import rolls, some

# --- solid, liquid or gas -------------------------------------------------------------------------

_SUBSTANCES: dict[str, tuple[int, int]] = {
    "oxygen": (-218, -183),
    "nitrogen": (-210, -196),
    "propane": (-188, -42),
    "chlorine": (-101, -34),
    "ammonia": (-78, -33),
    "acetone": (-95, 56),
    "alcohol": (-114, 78),
    "mercury": (-39, 357),
    "bromine": (-7, 59),
    "water": (0, 100),
    "wax": (57, 370),
    "iodine": (114, 184),
    "sulfur": (115, 445),
    "tin": (232, 2602),
    "lead": (327, 1749),
    "zinc": (420, 907),
}
"""Melting and boiling point in degrees Celsius, rounded."""

_TEMPERATURES = (-200, -150, -60, -20, 20, 80, 150, 300, 400, 700)


def _state(name: str, degrees: int) -> str:
    melts, boils = _SUBSTANCES[name]
    return "solid" if degrees < melts else "gas" if degrees > boils else "liquid"


@lru_cache(maxsize=512)
def _shelf(seed: int) -> tuple[int, tuple[str, ...]]:
    rng = rolls("shelf", seed)
    return rng.choice(_TEMPERATURES), some(rng, tuple(_SUBSTANCES), 5)


def _states(p: Params) -> Question | None:
    degrees, names = _shelf(p.shelf)
    fits = [name for name in names if _state(name, degrees) == p.state]
    if len(fits) != 1:
        return None
    key = fits[0]
    rows = {name: "{} | {} °C | {} °C".format(name, *_SUBSTANCES[name]) for name in names}
    wrong = {
        f"row_{names.index(name)}": Slip(name, _state_feedback(name, degrees))
        for name in names
        if name != key
    }
    melts, boils = _SUBSTANCES[key]
    between = {
        "solid": f"{degrees} °C is colder than {melts} °C, so {key} has not melted.",
        "gas": f"{degrees} °C is hotter than {boils} °C, so {key} has boiled away.",
        "liquid": f"{degrees} °C lies between {melts} °C and {boils} °C.",
    }[p.state]
    return Question(
        stem=f"At {degrees} °C, which one is a {p.state}?",
        key=key,
        wrong=wrong,
        hints=(
            "Colder than the melting point: solid. Hotter than the boiling point: gas.",
            f"Go down the table. Is {degrees} °C below, between or above the two numbers?",
        ),
        steps=(Step(between, rows[key], p.state),),
        passage="\n".join(("substance | melts at | boils at", *rows.values())),
        same=(degrees, names, p.state),
    )


def _state_feedback(name: str, degrees: int) -> str:
    melts, boils = _SUBSTANCES[name]
    match _state(name, degrees):
        case "solid":
            return f"{name.capitalize()} melts at {melts} °C. At {degrees} °C it is still solid."
        case "gas":
            return f"{name.capitalize()} boils at {boils} °C. At {degrees} °C it is a gas."
    return f"{name.capitalize()} is liquid from {melts} °C to {boils} °C, so also at {degrees} °C."


def _states_check(p: Params, q: Question, answer: str) -> bool:
    """Read the row from the table and count how many of its two points lie below."""
    degrees = int(q.stem.split()[1])
    for row in q.passage.split("\n")[1:]:
        name, *points = row.replace(" °C", "").split(" | ")
        if name == answer:
            passed = sum(degrees > int(point) for point in points)
            return ("solid", "liquid", "gas")[passed] == p.state
    return False


_STATES = asking(
    Asking(
        id="science.matter.states",
        skill="science.states",
        grade=6,
        time_s=60,
        params={"shelf": range(6000), "state": ("solid", "liquid", "gas")},
        make=_states,
        slips=tuple(f"row_{place}" for place in range(5)),
        checker=_states_check,
    )
)

# --- floating -------------------------------------------------------------------------------------

_THINGS = tuple(
    f"{color} block"
    for color in ("red", "blue", "green", "yellow", "black", "white", "brown", "orange")
)


@lru_cache(maxsize=512)
def _tray(seed: int) -> tuple[tuple[str, int, int], ...]:
    """Five things with mass in g and volume in cm³; just one of them is lighter than water."""
    rng = rolls("tray", seed)
    things = some(rng, _THINGS, 5)
    volumes = some(rng, range(10, 60, 2), 5)
    heavy = rng.randrange(5)
    percents = [rng.choice((110, 120, 150, 200, 250)) for _ in things]
    percents[heavy] = rng.choice((60, 70, 80, 90))
    masses = [round(v * percent / 100) for v, percent in zip(volumes, percents, strict=True)]
    return tuple(zip(things, masses, volumes, strict=True))


def _floats(p: Params) -> Question | None:
    tray = _tray(p.tray)
    key, mass, volume = next(row for row in tray if row[1] < row[2])
    if min(tray, key=lambda row: row[1])[0] == key or max(tray, key=lambda row: row[2])[0] == key:
        return None
    rows = {name: f"{name} | {m} g | {v} cm³" for name, m, v in tray}
    wrong = {
        f"row_{place}": Slip(
            name,
            f"The {name} has {m} g in only {v} cm³. The same space of water is {v} g: it sinks.",
        )
        for place, (name, m, v) in enumerate(tray)
        if name != key
    }
    return Question(
        stem="Water has 1 g in each cubic cm. Which of these things floats on it?",
        key=key,
        wrong=wrong,
        hints=(
            "A thing floats if it has less mass than the same space of water.",
            "Compare the two numbers of each row. Light alone or big alone is not enough.",
        ),
        steps=(
            Step(f"The {key} takes the space of {volume} g of water.", rows[key], f"{mass} g"),
            Step(f"{mass} g is less than {volume} g, so it floats."),
        ),
        passage="\n".join(("thing | mass | volume", *rows.values())),
        same=tray,
    )


def _floats_check(p: Params, q: Question, answer: str) -> bool:
    cells = [
        row.replace(" g", "").replace(" cm³", "").split(" | ") for row in q.passage.split("\n")
    ]
    return any(name == answer and Fraction(m) / Fraction(v) < 1 for name, m, v in cells[1:])


_FLOATS = asking(
    Asking(
        id="science.density.floats",
        skill="science.floating",
        grade=5,
        time_s=60,
        params={"tray": range(6000)},
        make=_floats,
        slips=tuple(f"row_{place}" for place in range(5)),
        checker=_floats_check,
    )
)

FAMILIES = (_STATES, _FLOATS)
