"""Grades 7 and 8: plates and rock layers."""

from fractions import Fraction

from vel_tutor.content import figures_science as drawn
from vel_tutor.content.family import Family, Params, Step
from vel_tutor.content.family import Misconception as Slip
from vel_tutor.content.forms import DECIMAL, TEXT
from vel_tutor.content.worlds.people import rolls, some
from vel_tutor.vocabulary import ItemFormat

# --- how far plates move --------------------------------------------------------------------------

_PLATES = Family(
    id="science.plates.distance",
    skill="science.plates",
    grade=7,
    format=ItemFormat.NUMERIC,
    time_s=75,
    params={
        "rate": range(2, 16),
        "million": range(2, 61),
        "ways": ("apart", "toward each other", "past each other"),
    },
    derive=lambda p: {
        "cm": p.rate * p.million * 1_000_000,
        "km": 10 * p.rate * p.million,
        "cm_text": f"{p.rate * p.million * 1_000_000:,}",
    },
    stem=(
        "Two plates move {ways} by {rate} cm each year. How many kilometers is that in {million}"
        " million years?"
        " (1 km is 100,000 cm.)"
    ),
    key=lambda p: p.km,
    checker=lambda p, v: v * 100_000 == sum([p.million * 1_000_000] * p.rate),
    misconceptions=(
        Slip(
            "no_conversion",
            lambda p: p.cm,
            "That is in centimeters. Divide by 100,000 to get kilometers.",
        ),
        Slip(
            "ten_times_more",
            lambda p: 10 * p.km,
            "You divided by 10,000. A kilometer has 100,000 cm.",
        ),
        Slip(
            "ten_times_less",
            lambda p: p.rate * p.million,
            "Rate times million years gives million cm. That is not yet kilometers.",
        ),
        Slip(
            "divides",
            lambda p: Fraction(p.million, p.rate),
            "You divided. Each year adds {rate} cm, so multiply.",
        ),
        Slip("meters", lambda p: p.cm // 100, "That is in meters. A kilometer has 1,000 of them."),
    ),
    hints=(
        "Each year adds {rate} cm. First find all the centimeters.",
        "Then divide by 100,000 to change centimeters to kilometers.",
    ),
    steps=lambda p: (
        Step("All the centimeters:", f"{p.rate} * {p.million * 1_000_000}", f"{p.cm}"),
        Step("In kilometers:", f"{p.cm} / 100000", f"{p.km}"),
    ),
    form=DECIMAL,
    unit="km",
    canon=lambda p: (p.rate, p.million),
)

# --- the order of events in rock ------------------------------------------------------------------

_STUFF: tuple[str, ...] = (
    "sandstone",
    "shale",
    "limestone",
    "coal",
    "ash",
    "mudstone",
    "chalk",
    "gravel",
    "clay",
    "salt",
)


def _cliff(p: Params) -> dict[str, object]:
    names = some(rolls("cliff", p.mix), _STUFF, 4)
    order = list(names[::-1])
    order.insert(p.cut, "dyke D")
    return {"names": names, "order": tuple(order)}


def _cliff_words(p: Params) -> str:
    told = ", then ".join(p.names)
    return (
        f"Layers from the top down: {told}. A dyke D of hardened lava cuts through the lowest"
        f" {p.cut}."
    )


def _possible(p: Params, order: tuple[str, ...]) -> bool:
    """Lower layers come before upper ones, and the dyke after all it cuts."""
    at = order.index
    piled = all(at(low) < at(high) for high, low in zip(p.names, p.names[1:], strict=False))
    cut, whole = p.names[4 - p.cut :], p.names[: 4 - p.cut]
    return (
        piled
        and all(at(name) < at("dyke D") for name in cut)
        and all(at("dyke D") < at(name) for name in whole)
    )


def _dyke_at(p: Params, place: int) -> tuple[str, ...]:
    order = list(p.names[::-1])
    order.insert(place, "dyke D")
    return tuple(order)


_ROCK_ORDER = Family(
    id="science.rock_dating.order",
    skill="science.rock_dating",
    grade=8,
    format=ItemFormat.ORDER,
    time_s=75,
    params={"mix": range(3000), "cut": (1, 2, 3)},
    derive=_cliff,
    stem=(
        "The drawing shows layers that were never turned over, and a dyke D of hardened lava."
        " Put them in order, the"
        " oldest first."
    ),
    key=lambda p: p.order,
    checker=_possible,
    misconceptions=(
        Slip(
            "top_first",
            lambda p: p.order[::-1],
            "You began with the youngest. The lowest layer is the oldest.",
        ),
        Slip(
            "dyke_first",
            lambda p: _dyke_at(p, 0),
            "A dyke cannot cut a layer that is not there yet. It is younger than what it cuts.",
        ),
        Slip(
            "dyke_last",
            lambda p: _dyke_at(p, 4),
            "The dyke does not cut the layers above. They came after it.",
        ),
        Slip(
            "dyke_one_early",
            lambda p: _dyke_at(p, p.cut - 1),
            "Look how far up the dyke reaches: it cuts one layer more.",
        ),
        Slip(
            "dyke_one_late",
            lambda p: _dyke_at(p, p.cut + 1),
            "Look how far up the dyke reaches: it does not cut that layer.",
        ),
    ),
    hints=(
        "The lowest layer is the oldest.",
        "The dyke is younger than all it cuts and older than what lies whole above it.",
    ),
    steps=lambda p: (
        Step(f"From the bottom up: {', '.join(p.names[::-1])}."),
        Step(f"The dyke cuts the lowest {p.cut}, so it comes right after {p.names[4 - p.cut]}."),
    ),
    form=TEXT,
    figure=lambda p: drawn.layers(_cliff_words(p), p.names, cut=p.cut),
    alt=_cliff_words,
    canon=lambda p: (p.names, p.cut),
)

FAMILIES = (_PLATES, _ROCK_ORDER)
